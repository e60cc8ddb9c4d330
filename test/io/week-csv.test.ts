import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseWeekCsv, weekCsv } from '../../src/io/week-csv.ts';
import { MAX_WEEK_BYTES, readWeekFile, writeWeekFile } from '../../src/io/week-file.ts';
import type { WrittenCell } from '../../src/model/week/rows.ts';
import { writtenWeek } from '../../src/model/week/rows.ts';
import { readWeekTable } from '../../src/model/week/table.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { tellFinding } from '../../src/report/messages.ts';
import { INPUT, RAW } from '../model/week/scenario.ts';
import { inFolder } from './week-round-trip.ts';

const rowsOf = (text: string) => parseWeekCsv(text, 'a.csv').grid?.rows;
const cellsOf = (text: string) => rowsOf(text)?.map(({ cells }) => cells);
const HEAD = 'salle;jour;début;fin;type';

describe('a week written as CSV', () => {
  it('is what French spreadsheets expect in French, and international ones in English', () => {
    const french = weekCsv(writtenWeek(INPUT, RAW, 'fr'));
    expect(french.startsWith('\ufeffsalle;jour;début;fin;type;accepte;')).toBe(true);
    expect(french.split('\r\n')[1]).toBe(
      'irm-1;lundi;08:00;18:00;publique programmée;;;H 90 min J-1;;;;;;;;;',
    );
    const english = weekCsv(writtenWeek(INPUT, RAW, 'en'));
    expect(english.startsWith('room,day,start,end,type,accepts,')).toBe(true);
    expect(english.split('\r\n')[6]).toBe('irm-1,Saturday,08:00,12:00,liberal,,,,,2,1,,,,,,');
  });

  it('holds no text that a spreadsheet would run, and gives it back', () => {
    const texts = ['=1+1', '+1', '-5 min', '@x', '\tx', "'q"];
    for (const language of LANGUAGES) {
      const text = weekCsv({ language, header: ['room'], rows: texts.map((one) => [one]) });
      const lines = text.split('\r\n').slice(1, -1);
      expect(lines.filter((line) => /^"?[=+\-@\t]/.test(line))).toEqual([]);
      expect(lines[0]).toBe(`"'=1+1"`);
      expect(cellsOf(text)?.slice(1).flat()).toEqual(texts);
    }
  });

  it('gives back whatever its cells hold', () => {
    const cells: WrittenCell[] = ['a;b', 'a,b', 'say "x"', 'two\nlines', 'é', 4, null, '""', 'a\tb'];
    for (const language of LANGUAGES) {
      const text = weekCsv({ language, header: ['room', 'day', 'start'], rows: [cells] });
      expect(cellsOf(text.replace('\ufeff', ''))?.[1]).toEqual(cells.map((cell) => String(cell ?? '')));
    }
  });
});

describe('a week read from CSV', () => {
  it.each([
    ['semicolons', 'salle;jour;début\nirm;lun,mar;8h'],
    ['commas', 'salle,jour,début\nirm,"lun,mar",8h'],
    ['tabs', 'salle\tjour\tdébut\nirm\tlun,mar\t8h'],
    ['semicolons below a title with commas', 'Planning, semaine, type\nsalle;jour;début\nirm;lun,mar;8h'],
    ['a separator told on the first line', 'sep=|\r\nsalle|jour|début\r\nirm|lun,mar|8h'],
  ])('may have %s', (_, text) => {
    expect(cellsOf(text)?.at(-1)).toEqual(['irm', 'lun,mar', '8h']);
  });

  it('tells the line and column of each cell, after quotes and line breaks in them', () => {
    const rows = rowsOf('salle;jour\r\n\r\n"a ""b""\nc" ; lun\r\nirm;mar')!;
    expect(rows[1]?.lines).toEqual([3, 4]);
    expect(rows.map(({ line, columns }) => [line, columns])).toEqual([
      [1, [1, 7]],
      [3, [1, 5]],
      [5, [1, 5]],
    ]);
    expect(rows[1]?.cells).toEqual(['a "b"\nc', 'lun']);
  });

  it('skips empty lines, and takes any line end', () => {
    expect(cellsOf('salle;jour\r\rirm;lun\n;\n\u00a0; \ntdm;mar')).toEqual([
      ['salle', 'jour'],
      ['irm', 'lun'],
      ['tdm', 'mar'],
    ]);
  });

  it('tells a quotation that never ends, where it begins', () => {
    const { grid, findings } = parseWeekCsv('salle;jour\nirm;"lun\nx;y\n', 'a.csv');
    expect(grid).toBeNull();
    expect(findings).toMatchObject([{ code: 'week-csv-quote', line: 2, column: 5 }]);
  });

  it('takes little time on long and hostile texts', () => {
    const texts = [
      '"'.repeat(1_000_001),
      ';'.repeat(5_000_000),
      '"a";'.repeat(1_000_000),
      ' '.repeat(5_000_000),
    ];
    for (const text of [...texts, `${HEAD}\n`.repeat(150_000), '\n'.repeat(5_000_000)]) {
      const before = performance.now();
      parseWeekCsv(text, 'a.csv');
      expect(performance.now() - before).toBeLessThan(15_000);
    }
  });
});

describe('a file that holds a week', () => {
  const read = (name: string, bytes: Uint8Array | string) =>
    inFolder(async (folder) => {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      return readWeekFile(file);
    });
  const codesOf = async (name: string, bytes: Uint8Array | string) =>
    (await read(name, bytes)).findings.map(({ code }) => code);

  const FRENCH = [
    'Salle;Jour;Début;Fin;Type;Réserve;Démarrage tardif',
    'irm-1;lundi;8h;18h;publique programmée;H 1,5 h J-1;7,5',
    'irm-1;lundi;18,5;20;Permanence des soins;;',
  ].join('\r\n');
  const WEEK = [
    {
      room: 'irm-1',
      vacations: [
        {
          days: 'mon',
          from: '08:00',
          to: '18:00',
          type: 'public-scheduled',
          reserve: { H: '90min', release: '1d' },
          'late-start': 7.5,
        },
        { days: 'mon', from: '18:30', to: '20:00', type: 'on-call' },
      ],
    },
  ];

  it.each([
    ['UTF-8', Buffer.from(FRENCH)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${FRENCH}`)],
    ['UTF-16', Buffer.from(`\ufeff${FRENCH}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${FRENCH}`, 'utf16le').swap16()],
  ])('may be text in %s', async (_, bytes) => {
    const { grid, findings } = await read('semaine.csv', bytes);
    expect(findings).toEqual([]);
    expect(readWeekTable(grid!, INPUT).table?.rooms).toEqual(WEEK);
  });

  it('may be Windows-1252 with semicolons and French names, which is told', async () => {
    const { grid, findings } = await read('semaine.csv', Buffer.from(FRENCH, 'latin1'));
    expect(findings.map(({ code }) => code)).toEqual(['file-encoding-assumed']);
    const { table, findings: told } = readWeekTable(grid!, INPUT);
    expect(told).toEqual([]);
    expect(table?.rooms).toEqual(WEEK);
  });

  it('is judged by what it holds, not by its name', async () => {
    expect(await codesOf('semaine.txt', FRENCH)).toEqual([]);
    expect(await codesOf('semaine.xlsx', FRENCH)).toEqual(['week-file-kind']);
    expect(await codesOf('semaine.csv', Buffer.from('PK\x03\x04'))).toEqual(['week-file-damaged']);
  });

  it('is told to be saved again when it is an old workbook, or without its password', async () => {
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await codesOf('semaine.xls', compound)).toEqual(['week-file-kind']);
    const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await codesOf('semaine.xlsx', locked)).toEqual(['week-file-locked']);
  });

  it('is refused when it is too large, a folder, or not there', async () => {
    expect(await codesOf('semaine.csv', Buffer.alloc(MAX_WEEK_BYTES + 1, 0x20))).toEqual(['file-too-large']);
    await inFolder(async (folder) => {
      mkdirSync(join(folder, 'a.csv'));
      expect((await readWeekFile(join(folder, 'a.csv'))).findings[0]?.code).toBe('file-is-directory');
      expect((await readWeekFile(join(folder, 'b.csv'))).findings[0]?.code).toBe('file-missing');
      expect((await readWeekFile('\0')).findings[0]?.code).toBe('file-failed');
    });
  });

  it('is empty without a row', async () => {
    const { grid } = await read('semaine.csv', '');
    expect(readWeekTable(grid!, INPUT).findings.map(({ code }) => code)).toEqual(['week-empty']);
  });

  it('is written whole, never over another without being told, under a name that says its kind', async () => {
    await inFolder(async (folder) => {
      const week = writtenWeek(INPUT, RAW, 'fr');
      for (const name of ['a.csv', 'a.xlsx', 'B.XLSX']) {
        const file = join(folder, name);
        expect(await writeWeekFile(file, week, { force: false })).toEqual([]);
        expect((await writeWeekFile(file, week, { force: false }))[0]?.code).toBe('file-exists');
        expect(await writeWeekFile(file, week, { force: true })).toEqual([]);
        expect(readFileSync(file).length).toBeGreaterThan(500);
      }
      const named = await writeWeekFile(join(folder, 'a.ods'), week, { force: false });
      expect(named.map(({ code }) => code)).toEqual(['week-file-name']);
      const lost = await writeWeekFile(join(folder, 'none', 'a.xlsx'), week, { force: false });
      expect(lost.map(({ code }) => code)).toEqual(['file-folder-missing']);
    });
  });

  it('has findings in both languages for all that', async () => {
    const found = [
      ...(await read('a.xls', 'x')).findings,
      ...(await read('a.csv', Buffer.from('PK\x03\x04'))).findings,
      ...parseWeekCsv('salle;"', 'a.csv').findings,
      ...(await writeWeekFile('a.ods', writtenWeek(INPUT, RAW, 'fr'), { force: false })),
    ];
    expect(found).toHaveLength(4);
    for (const one of found) {
      const [fr, en] = (['fr', 'en'] as const).map((language) => tellFinding(one, language));
      expect(fr).toHaveLength(2);
      expect(fr).not.toEqual(en);
    }
  });
});
