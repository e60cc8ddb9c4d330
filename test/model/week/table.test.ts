import { describe, expect, it } from 'vitest';
import { WEEK_CODES } from '../../../src/model/week/codes.ts';
import { columnLetters } from '../../../src/model/week/grid.ts';
import { readWeekTable } from '../../../src/model/week/table.ts';
import type { CellValue } from '../../../src/model/week/times.ts';
import { tellFinding } from '../../../src/report/messages.ts';
import { gridOf, HEADER, INPUT, ROW } from './scenario.ts';

type Rows = readonly (readonly CellValue[])[];
const read = (rows: Rows, sheet?: string | null) => readWeekTable(gridOf(rows, sheet), INPUT);
/** The weeks of rows below the usual header. */
const weeks = (...rows: Rows) => read([HEADER, ...rows]).table?.rooms;
/** Code and place of each finding, the header being on row 1. */
const found = (header: readonly CellValue[], ...rows: Rows) =>
  read([header, ...rows]).findings.map(({ code, line, column }) => `${code} ${line ?? '-'}:${column ?? '-'}`);
/** The row with one more column. */
const withColumn = (name: string, value: CellValue): Rows => [
  [...HEADER, name],
  [...ROW, value],
];
const onlyVacation = (rows: Rows) => read(rows).table?.rooms[0]?.vacations[0];

const SCHEDULED = { from: '08:00', to: '18:00', type: 'public-scheduled' };

describe('the table of a week', () => {
  it('groups equal rows of several days into one vacation', () => {
    const on = (day: string) => ROW.map((cell, at) => (at === 1 ? day : cell));
    expect(weeks(on('mardi'), on('lundi'), on('Wed'), on('ven'))).toEqual([
      { room: 'irm-1', vacations: [{ days: 'mon-wed,fri', ...SCHEDULED }] },
    ]);
  });

  it('keeps vacations apart that differ by anything', () => {
    const rows = [ROW, ['irm-1', 'mardi', '08:00', '18:30', 'publique programmée']];
    expect(weeks(...rows)?.[0]?.vacations.map(({ days }) => days)).toEqual(['mon', 'tue']);
  });

  it('keeps the order of vacations that alternate on one time, without grouping where that would change it', () => {
    const row = (day: string, week: number) => [...ROW.map((cell, at) => (at === 1 ? day : cell)), 2, week];
    const header = [...HEADER, 'toutes les n semaines', 'première semaine'];
    const rows = [row('lun', 0), row('lun', 1), row('mar', 1), row('mar', 0)];
    const vacations = read([header, ...rows]).table?.rooms[0]?.vacations;
    expect(vacations?.map((one) => `${one.days} ${one['first-week']}`)).toEqual([
      'mon 0',
      'mon 1',
      'tue 1',
      'tue 0',
    ]);
    const alike = [row('lun', 0), row('lun', 1), row('mar', 0), row('mar', 1)];
    expect(read([header, ...alike]).table?.rooms[0]?.vacations).toHaveLength(2);
  });

  it('takes several days of one cell', () => {
    expect(weeks(ROW.map((cell, at) => (at === 1 ? 'lun-ven' : cell)))?.[0]?.vacations[0]?.days).toBe(
      'mon-fri',
    );
  });

  it('finds a room by its id or its label, whatever the capitals', () => {
    const rooms = ['irm-1', 'IRM 1', 'irm du batiment a'].map(
      (room) => weeks([room, ...ROW.slice(1)])?.[0]?.room,
    );
    expect(rooms).toEqual(['irm-1', 'irm-1', 'irm-1']);
  });

  it('gives rooms in the order of the scenario, and those without a row apart', () => {
    const scanner = ['scanner-1', ...ROW.slice(1)];
    expect(weeks(scanner, ROW)?.map(({ room }) => room)).toEqual(['irm-1', 'scanner-1']);
    expect(read([HEADER, ROW]).table?.absentRooms).toEqual(['scanner-1']);
  });

  it('reads columns in any order and language, below titles and empty rows', () => {
    const rows: Rows = [
      ['Planning 2026', null],
      [null, null],
      ['Type', 'FIN', 'start', 'Jour', 'ROOM'],
      [null, null, null, null, null],
      ['publique programmée', '18h', '8h', 'Monday', 'irm-1'],
    ];
    const { table, findings } = read(rows);
    expect(table?.rooms).toEqual([{ room: 'irm-1', vacations: [{ days: 'mon', ...SCHEDULED }] }]);
    expect(findings).toEqual([]);
  });

  it('reads every other column', () => {
    expect(onlyVacation(withColumn('accepte', 'A; examens: neuro; insérés: U'))).toMatchObject({
      accepts: { classes: ['A'], exams: ['neuro'], inserted: ['U'] },
    });
    expect(onlyVacation(withColumn('réserve', 'H 90 min J-1'))).toMatchObject({
      reserve: { H: '90min', release: '1d' },
    });
    expect(onlyVacation(withColumn('réserve', 'irm-h 90 min'))).toMatchObject({
      reserve: [{ for: 'irm-h', minutes: '90min' }],
    });
    expect(onlyVacation(withColumn('réserve', 'H 30 min; U 20 min J-1'))).toMatchObject({
      reserve: [
        { for: 'H', minutes: '30min' },
        { for: 'U', minutes: '20min', release: '1d' },
      ],
    });
    expect(onlyVacation(withColumn('provides', 'radiologue, anesthésie'))).toMatchObject({
      provides: ['radiologist', 'anaesthesia'],
    });
    expect(onlyVacation(withColumn('fournit', 'aucun'))).toMatchObject({ provides: [] });
    expect(onlyVacation(withColumn('owner', 'cabinet'))).toMatchObject({ owner: 'cabinet' });
    expect(onlyVacation(withColumn('every n weeks', 4))).toMatchObject({ every: 4 });
    expect(onlyVacation(withColumn('fixed appointments', '08:00, 08:30'))).toMatchObject({
      appointments: [0, 30],
    });
    expect(onlyVacation(withColumn('late start', '0,5 h'))).toMatchObject({ 'late-start': 30 });
    expect(onlyVacation(withColumn('fin précoce', 10))).toMatchObject({ 'early-end': 10 });
    expect(onlyVacation(withColumn('présence', 'Astreinte'))).toMatchObject({ presence: 'astreinte' });
    expect(onlyVacation(withColumn('call-in delay', 'law: uniform; min: 15; max: 40'))).toMatchObject({
      'call-in': { law: 'uniform', min: 15, max: 40 },
    });
  });

  it('takes the midnight a spreadsheet stores for 24:00 as the end of the day', () => {
    const midnight = { seconds: 0, weekday: 6, text: '1899-12-31' };
    const rows = [HEADER, ['irm-1', 'lun', midnight, midnight, 'urgence']];
    expect(onlyVacation(rows)).toMatchObject({ from: '00:00', to: '24:00' });
  });

  it('tells where a value of a vacation was written, by the room’s id or position', () => {
    const { table } = read([HEADER, ROW, ['irm-1', 'samedi', '8h', '12h', 'libérale']]);
    expect(table?.locate(['devices', 0, 'week', 1, 'to'])).toEqual({
      file: 'semaine.xlsx',
      line: 3,
      column: 4,
      cell: 'Semaine!D3',
    });
    expect(table?.locate(['devices', 'irm-1', 'week', 0])?.cell).toBe('Semaine!A2');
    expect(table?.locate(['devices', 0, 'week', 0, 'reserve', 'H'])?.cell).toBe('Semaine!A2');
    expect(table?.locate(['devices', 1, 'week', 0])).toBeNull();
    expect(table?.locate(['flows', 0])).toBeNull();
  });

  it('names the columns of a sheet as a spreadsheet does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});

const wrong = (column: number, value: CellValue): Rows => [
  HEADER,
  ROW.map((cell, at) => (at === column ? value : cell)),
];

/** One wrong table for each code. */
const FAULTS: Readonly<Record<keyof typeof WEEK_CODES, Rows>> = {
  'week-empty': [HEADER],
  'week-columns-missing': [['salle', 'jour', 'début', 'type'], ROW],
  'week-column-unknown': withColumn('propiétaire', 'x'),
  'week-column-twice': [[...HEADER, 'Début'], ROW],
  'week-cell-missing': wrong(3, null),
  'week-cell-long': wrong(4, 'x'.repeat(600)),
  'week-room': wrong(0, 'irm-l'),
  'week-day': wrong(1, 'ludni'),
  'week-time': wrong(2, '25h'),
  'week-type': wrong(4, 'publik programmé'),
  'week-word': withColumn('accepte', 'ambulatorie'),
  'week-number': withColumn('every n weeks', '0'),
  'week-minutes': withColumn('early end', 'bientôt'),
  'week-reserve': withColumn('réserve', 'H beaucoup'),
  'week-law': withColumn('call-in delay', 'vite'),
  'week-appointment': withColumn('rendez-vous fixes', '07:30'),
  'week-row-twice': [HEADER, ROW, ROW],
  'week-more': [HEADER, ...Array.from({ length: 1500 }, () => wrong(2, '25h')[1]!)],
  'week-too-many-rows': Array.from({ length: 20_001 }, () => HEADER),
  'week-too-many-columns': [[...HEADER, ...Array.from({ length: 200 }, (_, at) => `x${at}`)]],
  'week-too-much-text': [],
};

describe('what is wrong in a week', () => {
  const codes = (Object.keys(FAULTS) as (keyof typeof FAULTS)[]).filter(
    (code) => code !== 'week-too-much-text',
  );

  it.each(codes)('is found and told in both languages: %s', (code) => {
    for (const sheet of ['Semaine', null]) {
      const one = read(FAULTS[code], sheet).findings.find((finding) => finding.code === code);
      expect(one).toBeDefined();
      expect(Object.keys(one!.values).sort()).toEqual([...WEEK_CODES[code]].sort());
      const lines = (['fr', 'en'] as const).map((language) => tellFinding(one!, language).join('\n'));
      expect(lines[0]).not.toBe(lines[1]);
      for (const line of lines) expect(line).not.toMatch(/[{}]|undefined|week-/);
    }
  });

  it('is told with its cell, the nearest word, and all at once', () => {
    const rows: Rows = [
      HEADER,
      ['irm-l', 'ludni', '25h', '', 'publik programmé'],
      ['irm-1', 'mardi', '8h', '18h', 'urgence'],
      ['nulle part', 'mardi', '8h', '18h', 'urgence'],
    ];
    const { table, findings } = read(rows);
    expect(table).toBeNull();
    expect(
      findings.flatMap((one) => tellFinding(one, 'fr')).map((line) => line.replaceAll('\u202f', ' ')),
    ).toEqual([
      'semaine.xlsx:2:1: erreur : « irm-l » n’est pas un appareil du scénario (Semaine!A2)',
      '  Peut-être : « irm-1 »',
      'semaine.xlsx:2:2: erreur : « ludni » n’est pas un jour (Semaine!B2)',
      '  Peut-être : « lundi »',
      'semaine.xlsx:2:3: erreur : « 25h » n’est pas une heure, de 00:00 à 24:00 (Semaine!C2)',
      '  Peut-être : 08:30, 8h30, ou 8,5 pour huit heures et demie',
      'semaine.xlsx:2:4: erreur : « fin » est vide ici (Semaine!D2)',
      '  Peut-être : la remplir à chaque ligne (des cellules fusionnées ne valent que pour la première), ou vider toute la ligne',
      'semaine.xlsx:2:5: erreur : « publik programmé » n’est pas un type de vacation (Semaine!E2)',
      '  Peut-être : « publique programmée »',
      'semaine.xlsx:4:1: erreur : « nulle part » n’est pas un appareil du scénario (Semaine!A4)',
      '  Peut-être : parmi : irm-1, scanner-1',
    ]);
  });

  it('has its line and the column’s name in a text file', () => {
    const [one] = read(wrong(2, '25h'), null).findings;
    expect(one).toMatchObject({ file: 'semaine.csv', line: 2, column: 21, values: { cell: 'début' } });
  });

  it('is told in the words of the file’s language', () => {
    const english = ['room', 'day', 'start', 'end', 'type'];
    const [one] = read([english, ['irm-1', 'mon', '8:00', '9:00', 'zzzzz']]).findings;
    expect(one?.values.allowed).toContain('public-scheduled');
    const [two] = read(wrong(4, 'zzzzz')).findings;
    expect(two?.values.allowed).toContain('publique programmée');
  });

  it('is told once for an unknown room, however many rows it has', () => {
    const row = ['ailleurs', ...ROW.slice(1)];
    expect(found(HEADER, row, row, row)).toEqual(['week-room 2:1']);
  });

  it('says which columns are missing, together', () => {
    const [one] = read([['salle', 'jour', 'type', 'commentaire'], ROW]).findings;
    expect(one?.values).toEqual({ columns: 'début, fin', found: 'salle, jour, type, commentaire' });
    const [two] = read([['a', 'b'], ['c']]).findings;
    expect(two?.values.columns).toBe('room, day, start, end, type');
  });

  it('does not stop an import for a column that is not known', () => {
    const { table, findings } = read(withColumn('commentaire', 'x'));
    expect(table?.rooms).toHaveLength(1);
    expect(findings.map(({ severity, values }) => [severity, values.nearest])).toEqual([['warning', '']]);
    expect(read(withColumn('propiétaire', 'x')).findings[0]?.values.nearest).toBe('propriétaire');
  });

  it('is looked for in a thousand findings and no more', () => {
    const { findings } = read(FAULTS['week-more']);
    expect(findings).toHaveLength(1001);
    expect(findings.at(-1)?.values).toEqual({ count: 500 });
  });

  it('takes little time with thousands of unknown rooms', () => {
    const rows = Array.from({ length: 19_000 }, (_, at) => [`salle-${at}`, ...ROW.slice(1)]);
    const before = performance.now();
    expect(read([HEADER, ...rows]).table).toBeNull();
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});
