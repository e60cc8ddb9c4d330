import { describe, expect, it } from 'vitest';
import { parseWeekXlsx, weekXlsx } from '../../src/io/week-xlsx.ts';
import { readZip, storedZip } from '../../src/io/zip.ts';
import { writtenWeek } from '../../src/model/week/rows.ts';
import { readWeekTable } from '../../src/model/week/table.ts';
import { tellFinding } from '../../src/report/messages.ts';
import { HEADER, INPUT, RAW, ROW } from '../model/week/scenario.ts';
import { deflatedZip, type HandCell, sheetData, workbook, workbookEntries } from './workbook.ts';

const FILE = 'semaine.xlsx';
const parse = (bytes: Buffer) => parseWeekXlsx(bytes, FILE);
const codes = async (bytes: Buffer) => (await parse(bytes)).findings.map(({ code }) => code);
const rows = (...more: readonly (readonly HandCell[])[]): string =>
  sheetData([HEADER as readonly string[], ...more]);
const GOOD = rows(ROW as readonly string[]);
const all = { maxBytes: 1e8, maxEntries: 100, wanted: () => true };

/** The written workbook's parts by name, as text. */
async function written(week = writtenWeek(INPUT, RAW, 'fr')): Promise<ReadonlyMap<string, string>> {
  const { bytes } = await weekXlsx(week, FILE);
  const entries = readZip(Buffer.from(bytes!), all);
  if (typeof entries === 'string') throw new Error(entries);
  return new Map(entries.map(({ name, bytes: part }) => [name, part.toString('utf8')]));
}

describe('a written workbook', () => {
  it('has one sheet, its header bold and kept in sight, columns of set widths', async () => {
    const parts = await written();
    expect(parts.get('xl/workbook.xml')).toContain('name="Semaine"');
    const sheet = parts.get('xl/worksheets/sheet1.xml')!;
    expect(sheet).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet.match(/<col /g)).toHaveLength(17);
    const bold = /<c r="A1" s="(\d+)"/.exec(sheet)?.[1];
    expect(Number(bold)).toBeGreaterThan(0);
    expect(parts.get('xl/styles.xml')).toContain('<b/>');
  });

  it('holds times as texts, and no formula whatever the texts', async () => {
    const texts = ['=1+1', '+1', '-1', '@x', "'q", '\tx'];
    const parts = await written({ language: 'fr', header: [...HEADER], rows: [texts] });
    const sheet = parts.get('xl/worksheets/sheet1.xml')!;
    expect(sheet).not.toContain('<f');
    expect(sheet.match(/ t="s"/g)).toHaveLength(HEADER.length + texts.length);
    const week = await written();
    expect(week.get('xl/sharedStrings.xml')).toContain('<t>08:00</t>');
    expect(week.get('xl/worksheets/sheet1.xml')).not.toContain('<f');
  });

  it('gives texts back as they were, those that look like escapes too', async () => {
    const texts = ['=1+1', 'a_x0041_b', '<é> & "x"', 'two\nlines', '😀', '_x005F_'];
    const { bytes } = await weekXlsx({ language: 'en', header: [...HEADER], rows: [texts] }, FILE);
    const { grid } = await parse(Buffer.from(bytes!));
    expect(grid?.rows[1]?.cells).toEqual(texts);
  });

  it('is refused with a text no cell can hold', async () => {
    const long = 'x'.repeat(32_768);
    const { bytes, findings } = await weekXlsx({ language: 'en', header: ['a'], rows: [[long]] }, FILE);
    expect(bytes).toBeNull();
    expect(findings).toMatchObject([
      { code: 'week-cell-long', line: 2, column: 1, values: { count: 32_768 } },
    ]);
  });
});

describe('a workbook of another program', () => {
  const time = (number: number) => ({ number, style: 1 }) as const;

  it('may hold times as times of a spreadsheet, fractions of a day or hours', async () => {
    const { grid } = await parse(
      workbook({
        Semaine: rows(
          ['irm-1', 'lundi', time(0.354166666666667), time(1), 'urgence'],
          ['irm-1', 'mardi', 0.354166666666667, 8.75, 'urgence'],
          ['irm-1', 'mercredi', time(46_111 + 8.5 / 24), time(0.75), 'urgence'],
        ),
      }),
    );
    const { table, findings } = readWeekTable(grid!, INPUT);
    expect(findings).toEqual([]);
    expect(table?.rooms[0]?.vacations.map(({ from, to }) => `${from}-${to}`)).toEqual([
      '08:30-24:00',
      '08:30-08:45',
      '08:30-18:00',
    ]);
  });

  it('may hold a date in the column of days', async () => {
    const { grid } = await parse(
      workbook({ S: rows(['irm-1', { number: 46_111, style: 2 }, '8h', '9h', 'urgence']) }),
    );
    // 30 March 2026 was a Monday.
    expect(readWeekTable(grid!, INPUT).table?.rooms[0]?.vacations[0]?.days).toBe('mon');
  });

  it('may have the week in a later sheet, which its findings name', async () => {
    const bad = rows(['irm-1', 'lundi', '25h', '9h', 'urgence']);
    const { grid } = await parse(workbook({ Notes: sheetData([['Bonjour']]), Planning: bad }));
    expect(grid?.sheet).toBe('Planning');
    const [one] = readWeekTable(grid!, INPUT).findings;
    expect(one).toMatchObject({ file: FILE, line: 2, column: 3, values: { cell: 'Planning!C2' } });
    expect(tellFinding(one!, 'en')[0]).toContain('(Planning!C2)');
  });

  it('tells the missing columns of its first sheet when no sheet has them', async () => {
    const { grid } = await parse(workbook({ Notes: sheetData([['Bonjour']]), Autre: '' }));
    expect(readWeekTable(grid!, INPUT).findings.map(({ code }) => code)).toEqual(['week-columns-missing']);
  });

  it('may be compressed, and end with an empty row far below', async () => {
    const far = `${GOOD}<row r="1048576" ht="12.8" hidden="false"></row>`;
    const { grid } = await parse(deflatedZip(workbookEntries({ Semaine: far }).map((one) => ({ ...one }))));
    expect(readWeekTable(grid!, INPUT).table?.rooms[0]?.vacations).toHaveLength(1);
  });
});

describe('a file that is no sound workbook', () => {
  it('is told as such when it is of another kind', async () => {
    expect(await codes(Buffer.from('salle;jour'))).toEqual(['week-file-kind']);
    const ods = storedZip([{ name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument') }]);
    expect(await codes(ods)).toEqual(['week-file-kind']);
    expect(await codes(storedZip([]))).toEqual(['week-file-kind']);
  });

  it('is told as damaged, cut anywhere', async () => {
    const bytes = workbook({ Semaine: GOOD });
    for (const length of [2, 10, 30, 100, bytes.length - 30, bytes.length - 1]) {
      expect(await codes(bytes.subarray(0, length))).toEqual(['week-file-damaged']);
    }
  });

  it('is never thrown at, whichever byte is changed', async () => {
    const bytes = workbook({ Semaine: GOOD });
    for (let at = 0; at < bytes.length; at += 13) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 0x55;
      const { grid, findings } = await parse(changed);
      expect(grid === null ? findings.length : 1).toBe(1);
    }
  });

  it.each([
    ['no address', '<row r="1"><c><v>1</v></c></row>'],
    ['a wrong address', '<row r="1"><c r="1A"><v>1</v></c></row>'],
    ['a row in scientific notation', '<row r="1e9"/>'],
    ['a row in an entity', '<row r="&#49;e9"/>'],
    ['rows going back', '<row r="2"/><row r="1"/>'],
    ['a shared text that is not there', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
    ['tags that do not close', '<row r="1"><c r="A1">'],
    ['an unknown style', '<row r="1"><c r="A1" s="9"><v>1</v></c></row>'],
  ])('is told as damaged with %s', async (_, data) => {
    expect(await codes(workbook({ Semaine: data }))).toEqual(['week-file-damaged']);
  });

  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'],
    ['an entity', '<!ENTITY e "x">'],
  ])('is told as damaged with %s', async (_, markup) => {
    const entries = workbookEntries({ Semaine: `${markup}${GOOD}` });
    expect(await codes(storedZip(entries))).toEqual(['week-file-damaged']);
  });

  it('is told as damaged without its sheets', async () => {
    const entries = workbookEntries({ Semaine: GOOD }).filter(({ name }) => !name.includes('worksheets'));
    expect(await codes(storedZip(entries))).toEqual(['week-file-damaged']);
  });

  it('is told as locked when encrypted', async () => {
    const entries = workbookEntries({ Semaine: GOOD }).map((one) => ({ ...one, flags: 1 }));
    expect(await codes(deflatedZip(entries))).toEqual(['week-file-locked']);
  });
});

describe('a workbook that would take much time or memory', () => {
  const timed = async (bytes: Buffer): Promise<readonly string[]> => {
    const before = performance.now();
    const found = await codes(bytes);
    expect(performance.now() - before).toBeLessThan(10_000);
    return found;
  };
  const zeros = Buffer.alloc(60_000_000, 0x20);

  it('is refused before it is unpacked, by the sizes it declares', async () => {
    const bomb = deflatedZip([...workbookEntries({ S: GOOD }), { name: 'xl/media.xml', bytes: zeros }]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await timed(bomb)).toEqual(['week-file-unpacked']);
  });

  it('is refused when its entries are larger than declared', async () => {
    const bomb = deflatedZip([
      ...workbookEntries({ S: GOOD }),
      { name: 'xl/media.xml', bytes: zeros, declared: 1000 },
    ]);
    expect(await timed(bomb)).toEqual(['week-file-damaged']);
  });

  it('does not unpack what is not needed, pictures for one', async () => {
    const bytes = deflatedZip([...workbookEntries({ S: GOOD }), { name: 'xl/media/a.png', bytes: zeros }]);
    expect(await timed(bytes)).toEqual([]);
  });

  it.each([
    [
      'a cell far away',
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="9999999"><c r="XFD9999999"><v>1</v></c></row>',
    ],
    ['two rows far away', '<row r="2000000"/><row r="3000000"/>'],
    ['rows without number', '<row/>'.repeat(200_000)],
    ['rows with a prefix', '<x:row/>'.repeat(200_000)],
    ['many cells in one corner', `<row r="99000"><c r="ZZ99000"><v>1</v></c></row>`],
  ])('is refused with %s', async (_, data) => {
    expect(await timed(workbook({ Semaine: data }))).toEqual(['week-file-unpacked']);
  });

  it('is refused with a long text in thousands of cells', async () => {
    const strings = `<sst><si><t>${'x'.repeat(100_000)}</t></si></sst>`;
    const cells = Array.from(
      { length: 2000 },
      (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" t="s"><v>0</v></c></row>`,
    );
    const entries = workbookEntries({ S: sheetData([HEADER as readonly string[]]) + cells.join('') });
    const shared = { name: 'xl/sharedStrings.xml', bytes: Buffer.from(strings) };
    expect(await timed(deflatedZip([...entries, shared]))).toEqual(['week-too-much-text']);
  });

  it('is refused with too many rows of a week', async () => {
    const data = rows(...Array.from({ length: 20_001 }, () => ROW as readonly string[]));
    const { grid } = await parse(workbook({ Semaine: data }));
    expect(readWeekTable(grid!, INPUT).findings).toMatchObject([{ code: 'week-too-many-rows' }]);
  });
});
