import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { anap2010 } from '../../../src/model/benchmark/anap-2010.ts';
import { parseBenchmark } from '../../../src/model/benchmark/parse.ts';
import { benchmarkText } from './as-file.ts';

const SOURCE = {
  en: 'ANAP, CT and MRI benchmark report (2010 campaign)',
  fr: 'ANAP, Imagerie scanner-IRM, rapport de benchmark (campagne 2010)',
};
const EXAMPLE = 'scenarios/benchmarks/anap-2010.yaml';

const BAND = { p20: 40, p50: 50, p80: 60, unit: 'hours-per-week' };
const minimal = (modalities: unknown = { ct: { opening: BAND } }, more: object = {}) => ({
  benchmark: 1,
  id: 'region-2024',
  year: 2024,
  territory: 'Île-de-France',
  label: 'A regional survey, 2024',
  publisher: 'ARS',
  source: 'ARS, survey of 2024',
  modalities,
  ...more,
});
const parsed = (value: unknown) => {
  const { benchmark, findings } = parseBenchmark(value);
  expect(findings).toEqual([]);
  return benchmark!;
};
const codes = (value: unknown) =>
  parseBenchmark(value).findings.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('the example file', () => {
  it('is the embedded benchmark, as generated', async () => {
    await expect(benchmarkText(anap2010, SOURCE)).toMatchFileSnapshot(`../../../${EXAMPLE}`);
  });

  it('parses to the embedded benchmark, to the last text', () => {
    expect(parsed(parse(readFileSync(EXAMPLE, 'utf8')))).toEqual(anap2010);
  });
});

describe('parseBenchmark', () => {
  it('takes a text alone for both languages', () => {
    expect(parsed(minimal()).territory).toEqual({ en: 'Île-de-France', fr: 'Île-de-France' });
  });

  it('leaves empty what the file does not say', () => {
    const { modalities, caveats, clinicalCases, participants } = parsed(minimal());
    expect(modalities.mri).toEqual({
      devices: null,
      appointmentDelayDays: {},
      reportTurnaroundMinutes: {},
      examDurationMinutes: {},
      openingHours: null,
      occupancyRatio: null,
      icrPerHour: null,
      passagesPerWeek: null,
      extendedMedians: null,
      onCallShare: null,
      nightShares: [],
    });
    expect([caveats, clinicalCases, participants]).toEqual([[], [], null]);
  });

  it('turns percentages into ratios and hours of reports into minutes', () => {
    const { ct } = parsed(
      minimal({
        ct: {
          occupancy: { p20: 50.8, p50: 60.6, p80: 70.2, unit: 'percent' },
          'report-turnaround': { A: { p20: 0.8, p50: 3, p80: 27.5, unit: 'hours' } },
        },
      }),
    ).modalities;
    expect(ct.occupancyRatio).toMatchObject({ p20: 0.508, p50: 0.606, p80: 0.702, unit: 'ratio' });
    expect(ct.reportTurnaroundMinutes.A).toMatchObject({ p20: 48, p50: 180, p80: 1650, unit: 'minutes' });
  });

  it('cites each row by the source, then its figure, or its place in words', () => {
    const { ct } = parsed(
      minimal({
        ct: {
          opening: { ...BAND, figure: 3 },
          passages: { ...BAND, unit: 'passages-per-week', where: 'p. 4' },
        },
        mri: { opening: BAND },
      }),
    ).modalities;
    expect(ct.openingHours?.source.fr).toBe('ARS, survey of 2024, figure 3');
    expect(ct.passagesPerWeek?.source.en).toBe('ARS, survey of 2024, p. 4');
    expect(ct.passagesPerWeek?.figure).toBeNull();
  });

  it('takes equal quantiles, as delays of whole days often are', () => {
    const equal = { p20: 0, p50: 0, p80: 2, unit: 'days' };
    expect(parsed(minimal({ ct: { 'appointment-delay': { H: equal } } })).id).toBe('region-2024');
  });

  it('freezes what it gives', () => {
    expect(Object.isFrozen(parsed(minimal()).modalities.ct.openingHours)).toBe(true);
  });

  it('takes a share of nights as one number or two', () => {
    const nights = [
      { 'at-most': 5, per: 'week', share: 60 },
      { 'at-least': 10, per: 'weekday-night', share: [5, 10] },
    ];
    expect(parsed(minimal({ ct: { nights } })).modalities.ct.nightShares).toMatchObject([
      { side: 'at-most', passages: 5, ratio: { low: 0.6, high: 0.6 } },
      { side: 'at-least', passages: 10, ratio: { low: 0.05, high: 0.1 } },
    ]);
  });
});

describe('what a benchmark file may not say', () => {
  const opening = (changes: object) => minimal({ ct: { opening: { ...BAND, ...changes } } });
  it.each([
    ['quantiles out of order', opening({ p20: 55 }), 'benchmark-quantiles modalities.ct.opening'],
    ['a negative number', opening({ p20: -1 }), 'too-small modalities.ct.opening.p20'],
    ['more hours than a week has', opening({ p80: 200 }), 'too-large modalities.ct.opening.p80'],
    [
      'an occupancy over 100 %',
      minimal({ ct: { occupancy: { p20: 50, p50: 60, p80: 104, unit: 'percent' } } }),
      'too-large modalities.ct.occupancy.p80',
    ],
    [
      'an occupancy as a share',
      minimal({ ct: { occupancy: { p20: 0.5, p50: 0.6, p80: 0.7, unit: 'percent' } } }),
      'benchmark-share-as-percent modalities.ct.occupancy',
    ],
    ['no unit', opening({ unit: undefined }), 'missing-key modalities.ct.opening.unit'],
    ['another unit', opening({ unit: 'minutes' }), 'not-in-list modalities.ct.opening.unit'],
    ['a number in quotes', opening({ p50: '50 h' }), 'wrong-type modalities.ct.opening.p50'],
    ['a number that is none', opening({ p50: Number.NaN }), 'wrong-type modalities.ct.opening.p50'],
    ['an unknown key', opening({ median: 50 }), 'unknown-key modalities.ct.opening.median'],
    ['an unknown modality', minimal({ ct: { opening: BAND }, pet: {} }), 'unknown-key modalities.pet'],
    [
      'an unknown class',
      minimal({ ct: { 'exam-duration': { E: BAND } } }),
      'unknown-key modalities.ct.exam-duration.E',
    ],
    [
      'no row at all',
      minimal({ ct: { devices: { measured: 3, 'occupancy-panel': 3 } } }),
      'benchmark-no-row modalities',
    ],
    ['another version', minimal(undefined, { benchmark: 2 }), 'benchmark-version benchmark'],
    ['a year in two digits', minimal(undefined, { year: 24 }), 'too-small year'],
    ['an empty territory', minimal(undefined, { territory: '' }), 'text-empty territory'],
    ['a label in one language of two', minimal(undefined, { label: { fr: 'x' } }), 'missing-key label.en'],
    [
      'nights on both sides',
      minimal({ ct: { nights: [{ 'at-most': 5, 'at-least': 3, per: 'week', share: 5 }] } }),
      'benchmark-night-side modalities.ct.nights.0',
    ],
    [
      'shares the wrong way round',
      minimal({ ct: { nights: [{ 'at-most': 5, per: 'week', share: [10, 5] }] } }),
      'benchmark-share-order modalities.ct.nights.0.share',
    ],
    [
      'two notes of one id',
      minimal(undefined, {
        caveats: [
          { id: 'a', text: 'x' },
          { id: 'a', text: 'y' },
        ],
      }),
      'benchmark-id-twice caveats.1.id',
    ],
    [
      'a note on a row that is none',
      minimal(undefined, { caveats: [{ id: 'a', text: 'x', rows: ['occupation'] }] }),
      'not-in-list caveats.0.rows.0',
    ],
    ['a list', [], 'wrong-type '],
    ['a scenario', { creneau: 1, devices: [] }, 'benchmark-is-scenario '],
  ])('refuses %s', (_what, value, told) => {
    expect(codes(value)).toEqual([told]);
    expect(parseBenchmark(value).benchmark).toBeNull();
  });

  it('tells everything at once', () => {
    const wrong = minimal(
      { ct: { opening: { ...BAND, p20: 55 } }, mri: { icr: { ...BAND, p20: -1 } } },
      { year: 'x' },
    );
    expect(codes(wrong)).toEqual([
      'wrong-type year',
      'benchmark-quantiles modalities.ct.opening',
      'too-small modalities.mri.icr.p20',
      'not-in-list modalities.mri.icr.unit',
    ]);
  });

  it('tells a misspelt key once, with the key that was meant', () => {
    const { territory: _, ...rest } = minimal();
    const { findings } = parseBenchmark({ ...rest, teritory: 'x' });
    expect(findings.map(({ code, values }) => [code, values.nearest])).toEqual([
      ['unknown-key', 'territory'],
    ]);
  });

  it('gives the percentages that were probably meant', () => {
    const occupancy = { p20: 0.508, p50: 0.606, p80: 0.702, unit: 'percent' };
    expect(parseBenchmark(minimal({ ct: { occupancy } })).findings[0]?.values.nearest).toBe(
      '50.8, 60.6, 70.2',
    );
  });
});
