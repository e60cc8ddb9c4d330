import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseWeekCsv, weekCsv } from '../../src/io/week-csv.ts';
import { weekVariant } from '../../src/io/week-variant.ts';
import { parseWeekXlsx } from '../../src/io/week-xlsx.ts';
import { storedZip } from '../../src/io/zip.ts';
import { CLASSES, NEEDS, VACATION_TYPES } from '../../src/model/vocabulary.ts';
import { writtenWeek } from '../../src/model/week/rows.ts';
import { readWeekTable } from '../../src/model/week/table.ts';
import { RAW } from '../model/week/scenario.ts';
import { hashOf, scenarioOf, throughFile } from './week-round-trip.ts';
import { sheetData, workbookEntries } from './workbook.ts';

const NAMES = { extended: 'base.yaml', weekFile: 'week.xlsx' };
const EXAMS = ['MR-ENC', 'neuro', 'IRM, genou; "dos"', 'aucun', ' espace ', 'tous', 'U'];

const clock = (hours: number, minutes: number) =>
  `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
const minutes = fc.oneof(
  fc.integer({ min: 0, max: 60 }),
  fc.constantFrom('90s', '0.1min', '1,5h', 7.3, '19.8s', 0.37),
);
const law = fc.oneof(
  minutes,
  fc.record({ law: fc.constant('uniform'), min: minutes, max: fc.constant('3h') }),
  fc.record({
    law: fc.constant('lognormal'),
    mean: fc.integer({ min: 1, max: 90 }),
    cv: fc.double({ min: 0.1, max: 2, noNaN: true }),
    source: fc.string({ maxLength: 30 }).map((text) => text.replace(/[^\x20-\x7eé«»\n]/g, '')),
    range: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 6, max: 9 })),
  }),
  fc.record({
    law: fc.constant('empirical'),
    values: fc.array(fc.double({ min: 0.01, max: 99, noNaN: true }), { minLength: 1, maxLength: 5 }),
    interpolate: fc.boolean(),
  }),
);
const classes = fc.uniqueArray(fc.constantFrom(...CLASSES), { minLength: 1 });
const reserves = fc.uniqueArray(
  fc.record(
    {
      for: fc.constantFrom('A', 'H', 'U', 'irm-a', 'irm-h'),
      minutes,
      kind: fc.constantFrom('fixed', 'nested'),
      release: fc.constantFrom(0, 1, '36h', '0.1d', 2.5),
    },
    { requiredKeys: ['for', 'minutes'] },
  ),
  { maxLength: 4, selector: (one) => one.for },
);
const vacation = fc.record(
  {
    days: fc
      .uniqueArray(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), { minLength: 1 })
      .map((days) => [...days]),
    // Few of them, so that many vacations begin together: their order must come back too.
    from: fc.tuple(fc.constantFrom(0, 8, 23), fc.constantFrom(0, 59)).map(([h, m]) => clock(h, m)),
    to: fc.oneof(
      fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => clock(h, m)),
      fc.constant('24:00'),
    ),
    type: fc.constantFrom(...VACATION_TYPES),
    every: fc.integer({ min: 1, max: 52 }),
    'first-week': fc.integer({ min: 0, max: 51 }),
    'last-week': fc.integer({ min: 0, max: 519 }),
    accepts: fc.record(
      {
        classes,
        exams: fc.uniqueArray(fc.constantFrom(...EXAMS), { minLength: 1 }),
        inserted: fc.uniqueArray(fc.constantFrom(...CLASSES)),
      },
      { requiredKeys: [] },
    ),
    owner: fc.constantFrom('cabinet', 'é-1', 'A', '2'),
    provides: fc.uniqueArray(fc.constantFrom(...NEEDS)),
    reserve: reserves,
    appointments: fc.array(minutes, { minLength: 1, maxLength: 5 }),
    'late-start': law,
    'early-end': minutes,
    presence: fc.constantFrom('garde', 'astreinte'),
    'call-in': law,
  },
  { requiredKeys: ['days', 'from', 'to', 'type'] },
);

/** The small scenario with other weeks; vacations may overlap, since only the way there and back is tried. */
const scenario = fc
  .tuple(
    fc.array(vacation, { minLength: 1, maxLength: 6 }),
    fc.array(vacation, { minLength: 1, maxLength: 3 }),
  )
  .map(([first, second]) => ({
    ...RAW,
    exams: { ...RAW.exams, ...Object.fromEntries(EXAMS.map((id) => [id, { modality: 'mri' }])) },
    devices: RAW.devices.map((device, at) => ({ ...device, week: distinct(at === 0 ? first : second) })),
  }));

/** Vacations of a week that are alike but for their days would come back as one, or be told as one row twice. */
function distinct<T extends object>(week: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return week.filter((one) => {
    const { days: _days, ...rest } = one as T & { readonly days: unknown };
    const key = JSON.stringify(rest);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

describe('any week', () => {
  it('comes back the same from CSV and from a workbook, in both languages', async () => {
    await fc.assert(
      fc.asyncProperty(
        scenario,
        fc.constantFrom('csv' as const, 'xlsx' as const),
        fc.constantFrom('fr' as const, 'en' as const),
        async (raw, format, language) => {
          const read = scenarioOf(raw);
          const { scenario: back, table, findings } = await throughFile(read, format, language);
          expect(findings).toEqual([]);
          expect(hashOf(back)).toBe(hashOf(read));
          expect(weekVariant(read.input, table, NAMES).isChanged).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('makes a variant whose text says what its value says', () => {
    const base = scenarioOf(RAW);
    fc.assert(
      fc.property(scenario, (raw) => {
        const { input } = scenarioOf(raw);
        const { grid } = parseWeekCsv(weekCsv(writtenWeek(input, raw, 'en')), 'a.csv');
        const { table } = readWeekTable(grid!, { ...input, devices: base.input.devices });
        const variant = weekVariant(base.input, table!, NAMES);
        expect(parse(variant.text)).toEqual(variant.isChanged ? variant.value : null);
      }),
      { numRuns: 60 },
    );
  });
});

describe('any table', () => {
  const header = [
    'salle',
    'jour',
    'début',
    'fin',
    'type',
    'accepte',
    'réserve',
    'rendez-vous fixes',
    'call-in delay',
  ];
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      'irm-1',
      'lundi',
      '8h',
      '18:00',
      'urgence',
      'A; insérés: U',
      'H 90 min J-1',
      '"',
      '-',
      ';',
      '[',
      'e9',
    ),
    fc.double().map(String),
  );

  it('is read or told what is wrong, never thrown at', () => {
    const base = scenarioOf(RAW);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 5 }), (rows) => {
        const week = { language: 'fr' as const, header, rows };
        const { grid } = parseWeekCsv(weekCsv(week), 'a.csv');
        const { table, findings } = readWeekTable(grid!, base.input);
        expect(table === null).toBe(findings.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 300 },
    );
  });

  it('of any text is read or told what is wrong', () => {
    const base = scenarioOf(RAW);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ';', ',', '\n', '\r', '\t', ' ', 'salle', 'jour', 'a') }),
        (text) => {
          const { grid, findings } = parseWeekCsv(text, 'a.csv');
          if (grid === null) expect(findings).toHaveLength(1);
          else expect(readWeekTable(grid, base.input).findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('any workbook', () => {
  const entries = workbookEntries({
    S: sheetData([
      ['salle', 'jour', 'début'],
      ['irm-1', 'lundi', 0.5],
    ]),
  });

  it('whose parts were tampered with is read or told what is wrong', async () => {
    const junk = fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      '/',
      'r="5"',
      '<row>',
      '</c>',
      '&',
      '&#0;',
      'A',
      '1e9',
      '<!--',
      '<![CDATA[',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(entries.length - 1),
        fc.nat(),
        fc.nat(40),
        junk,
        async (which, position, cut, text) => {
          const changed = entries.map((entry, at) => {
            if (at !== which) return entry;
            const before = entry.bytes.toString('utf8');
            const from = position % before.length;
            return { ...entry, bytes: Buffer.from(before.slice(0, from) + text + before.slice(from + cut)) };
          });
          const { grid, findings } = await parseWeekXlsx(storedZip(changed), 'a.xlsx');
          expect(findings).toHaveLength(grid === null ? 1 : 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
