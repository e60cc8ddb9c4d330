import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvField, csvRow } from '../../src/io/csv.ts';
import { openRecordWriter } from '../../src/io/records.ts';

describe('csvField', () => {
  it.each([
    ['IRM genou', 'IRM genou'],
    ['a,b', '"a,b"'],
    ['dit "le grand"', '"dit ""le grand"""'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
    [null, ''],
    [0, '0'],
    [-2.5, '-2.5'],
    [Number.NaN, ''],
    [Number.POSITIVE_INFINITY, ''],
  ])('writes %j as %j', (value, written) => {
    expect(csvField(value)).toBe(written);
  });

  it.each(['=1+1', '+33', '-x', '@sum', '\tx', '\rx'])('disarms %j', (text) => {
    expect(csvField(text)).toBe(`"'${text}"`);
  });

  it('is read back by a CSV reader, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), (texts) => {
        const disarmed = texts.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text));
        expect(parse(csvRow(texts), { record_delimiter: '\r\n' })).toEqual([disarmed]);
      }),
    );
  });
});

describe('openRecordWriter', () => {
  let folder: string;
  let target: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'creneau-records-'));
    target = join(folder, 'records.csv');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = () => openRecordWriter(target, ['week', 'site', 'offeredDate'], { force: false });

  it('writes a header and its rows, with the line ends of RFC 4180', () => {
    const { writer } = open();
    writer!.append([0, 'ch', null]);
    writer!.append([1, 'a, b', 12.5]);
    expect(writer!.finish()).toEqual([]);
    expect(readFileSync(target, 'utf8')).toBe('week,site,offeredDate\r\n0,ch,\r\n1,"a, b",12.5\r\n');
  });

  it('keeps every one of many rows, in order', () => {
    const { writer } = open();
    for (let i = 0; i < 50_000; i++) writer!.append([i, 'ch', i / 2]);
    writer!.finish();
    const lines = readFileSync(target, 'utf8').split('\r\n');
    expect(lines).toHaveLength(50_002);
    expect(lines[43_211]).toBe('43210,ch,21605');
  });

  it('shows nothing under the name before it is finished', () => {
    const { writer } = open();
    for (let i = 0; i < 20_000; i++) writer!.append([i, 'ch', null]);
    expect(readdirSync(folder)).not.toContain('records.csv');
    writer!.abort();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a row with too few or too many values', () => {
    const { writer } = open();
    expect(() => writer!.append([1, 'ch'])).toThrow(RangeError);
    expect(() => writer!.append([1, 'ch', 2, 3])).toThrow(RangeError);
    writer!.abort();
  });

  it('refuses at once a name that is taken', () => {
    writeFileSync(target, 'old');
    const { writer, findings } = open();
    expect([writer, findings[0]?.code]).toEqual([null, 'file-exists']);
  });
});
