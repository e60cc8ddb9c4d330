import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileFinding, readText } from '../../src/io/read.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'creneau-read-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const REFUSE = { maxBytes: 1000, otherwise: 'refuse' } as const;

function file(content: string | Buffer): string {
  const path = join(folder, 'file.txt');
  writeFileSync(path, content);
  return path;
}

describe('readText', () => {
  it('reads a file longer than one chunk', () => {
    const text = 'é'.repeat(100_000);
    expect(readText(file(text), { maxBytes: 1_000_000, otherwise: 'refuse' }).text).toBe(text);
  });

  it('drops the byte-order mark', () => {
    expect(readText(file('\uFEFFa: 1'), REFUSE).text).toBe('a: 1');
  });

  it('accepts a file of exactly the limit and refuses one byte more', () => {
    expect(readText(file('x'.repeat(1000)), REFUSE).findings).toEqual([]);
    const { text, findings } = readText(file('x'.repeat(1001)), REFUSE);
    expect([text, findings[0]?.code, findings[0]?.values.limit]).toEqual([null, 'file-too-large', 1000]);
  });

  it('refuses an endless source without reading it to its end', () => {
    expect(readText('/dev/zero', REFUSE).findings[0]?.code).toBe('file-too-large');
  });

  it('refuses bytes that are not UTF-8', () => {
    const windows1252 = Buffer.from('dur\xe9e', 'latin1');
    expect(readText(file(windows1252), REFUSE).findings[0]?.code).toBe('file-encoding');
  });

  it('reads them as Windows-1252 with a warning where that is asked for', () => {
    const windows1252 = Buffer.from('dur\xe9e d\x92examen \x80 \x9f', 'latin1');
    const { text, findings } = readText(file(windows1252), { maxBytes: 1000, otherwise: 'windows-1252' });
    expect(text).toBe('durée d’examen € Ÿ');
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['file-encoding-assumed', 'warning'],
    ]);
  });

  it('tells a missing file from a folder', () => {
    expect(readText(join(folder, 'no'), REFUSE).findings[0]?.code).toBe('file-missing');
    expect(readText(folder, REFUSE).findings[0]?.code).toBe('file-is-directory');
    expect(readText(join(file('x'), 'inside'), REFUSE).findings[0]?.code).toBe('file-missing');
  });
});

describe('fileFinding', () => {
  it.each([
    ['EACCES', 'file-permission', 'check-rights'],
    ['EPERM', 'file-permission', 'check-rights'],
    ['EROFS', 'file-permission', 'check-rights'],
    ['ENOSPC', 'file-disk-full', 'free-space'],
    ['EIO', 'file-failed', 'try-again'],
  ])('turns %s into %s with the advice %s', (errno, code, advice) => {
    const finding = fileFinding(Object.assign(new Error('x'), { code: errno }), 'a.yaml');
    expect([finding.code, finding.values.advice, finding.file]).toEqual([code, advice, 'a.yaml']);
  });

  it('keeps the reason of an error it does not know', () => {
    expect(fileFinding({ code: 'EMFILE' }, 'a').values.reason).toBe('EMFILE');
    expect(fileFinding('odd', 'a').values.reason).toBe('unknown');
  });
});
