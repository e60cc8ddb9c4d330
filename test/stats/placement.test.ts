import { describe, expect, it } from 'vitest';
import { anap2010 } from '../../src/model/benchmark/anap-2010.ts';
import type { Benchmark } from '../../src/model/benchmark/benchmark.ts';
import { type BenchmarkReadings, DEFAULT_READINGS } from '../../src/model/benchmark/placement.ts';
import type { Law } from '../../src/model/law.ts';
import type { DeviceIndicators, Indicator, SimulationDocument } from '../../src/model/results/results.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { declaredDuration } from '../../src/stats/declared-durations.ts';
import { benchmarkPlaceDocument, placements } from '../../src/stats/placement.ts';
import { nightHolds, weeklyHours } from '../../src/stats/placement-device.ts';
import { certaintyOf } from '../../src/stats/placement-rows.ts';
import {
  ASSUMPTIONS,
  about,
  deviceResult,
  fixtureDocument,
  fixtureScenario,
  modalityResult,
} from '../report/simulation-fixture.ts';

const scenario = fixtureScenario();
const place = (
  changes: Partial<SimulationDocument> = {},
  { of = scenario, benchmark = anap2010 as Benchmark, readings = DEFAULT_READINGS as BenchmarkReadings } = {},
) => {
  const [department] = placements(fixtureDocument(of, changes), of, benchmark, readings);
  return { ...department!, device: department!.devices[0]! };
};
/** A number of the department or of its device. */
const row = (placed: ReturnType<typeof place>, name: string, patientClass: string | null = null) =>
  [...placed.numbers, ...placed.device.numbers].find(
    (one) => one.row === name && (patientClass === null || one.class === patientClass),
  );
const device = (changes: Partial<DeviceIndicators<Indicator>>) => ({
  devices: { irm: { ...deviceResult(), ...changes } },
});
const withFlows = (changes: Partial<Scenario['flows'][number]>): Scenario => ({
  ...scenario,
  flows: scenario.flows.map((flow) => ({ ...flow, ...changes })),
});
const withIcr = (icr: (rank: number) => number): Scenario => ({
  ...scenario,
  exams: scenario.exams.map((exam, rank) => ({ ...exam, icr: icr(rank) })),
});

describe('certaintyOf', () => {
  const band = { p20: 11, p50: 21, p80: 38 };
  it.each([
    [15, 3, 'certain'],
    [20, 2, 'uncertain'],
    [12, 2, 'uncertain'],
    [37, 2, 'uncertain'],
    [21, 0, 'certain'],
    [38, 0, 'certain'],
    [50, 3, 'certain'],
  ])('%d ± %d is %s', (mean, half, certainty) => {
    expect(certaintyOf(band, about(mean, half))).toBe(certainty);
  });

  it('is not known of a single replication', () => {
    expect(certaintyOf(band, { mean: 15, low: null, high: null, n: 1 })).toBe('no-interval');
  });
});

describe('placements', () => {
  it('gives each comparable number of a department and its device, once', () => {
    const { numbers, device: own } = place({}, { of: withIcr(() => 90) });
    expect(numbers.map(({ row: name, class: one }) => `${name} ${one}`)).toEqual([
      'appointment-delay A',
      'appointment-delay H',
      'report-turnaround A',
      'report-turnaround H',
    ]);
    expect(own.numbers.map((one) => one.row)).toEqual([
      'opening',
      'occupancy',
      'icr',
      'passages',
      'night',
      'night-share',
      'on-call',
    ]);
  });

  it('places by the mean, and says when the interval reaches another band', () => {
    const placed = place();
    expect(row(placed, 'appointment-delay', 'A')).toMatchObject({
      value: { mean: 21 },
      position: 'p50-p80',
      certainty: 'uncertain',
      figure: 2,
      quantiles: { p20: 11, p50: 21, p80: 38 },
    });
    expect(row(placed, 'occupancy')).toMatchObject({
      position: 'below-p20',
      certainty: 'certain',
      figure: 16,
    });
  });

  it('places the median of a department by default, never its P80', () => {
    const [A] = place().numbers;
    expect(A?.value).toEqual(modalityResult().firstAvailable.A.p50);
  });

  it('places each exam type under the reading by cases', () => {
    const readings = { ...DEFAULT_READINGS, delays: 'site-cases' } as const;
    const delays = place({}, { readings }).numbers.filter((one) => one.row === 'appointment-delay');
    expect(
      delays.map(({ exam, class: one, value }) => [exam, one, (value as { mean: number }).mean]),
    ).toEqual([
      ['brain', 'A', 20.6],
      ['knee', 'A', 26.6],
      ['brain', 'H', 2],
    ]);
  });

  it('places the median delay obtained under the reading by patients', () => {
    const placed = place({}, { readings: { ...DEFAULT_READINGS, delays: 'patients' } });
    expect(row(placed, 'appointment-delay', 'A')?.value).toEqual(modalityResult().access.A.p50);
  });

  it('does not place what is unstable', () => {
    const unstable = modalityResult('unstable');
    const placed = place({ sites: { ch: { mri: unstable } } });
    expect(row(placed, 'appointment-delay', 'A')).toMatchObject({
      value: 'unstable',
      position: null,
      certainty: null,
    });
  });

  it('leaves out reports that were filled in from the defaults', () => {
    const drawn = { ...ASSUMPTIONS[0]!, path: 'sites.ch.reports.mri.A' };
    const placed = place({ assumptions: [drawn] });
    expect(row(placed, 'report-turnaround', 'A')).toBeUndefined();
    expect(placed.leftOut).toContainEqual({ row: 'report-turnaround', class: 'A', reason: 'from-defaults' });
    expect(row(placed, 'report-turnaround', 'H')).toBeDefined();
  });

  it('leaves out the ICR where one exam asked for says none', () => {
    expect(place({}, { of: withIcr((rank) => 90 * rank) }).device.leftOut).toContainEqual({
      row: 'icr',
      class: null,
      reason: 'icr-unknown',
    });
    expect(row(place({}, { of: withIcr(() => 90) }), 'icr')?.position).toBe('p20-p50');
  });

  it('does not place a device without scheduled opening among those that have some', () => {
    const { opening } = deviceResult();
    const placed = place(device({ opening: { ...opening, scheduled: about(0) } }));
    expect(row(placed, 'occupancy')).toBeUndefined();
    expect(placed.device.leftOut.map((one) => one.reason)).toContain('no-scheduled-opening');
  });

  it('leaves out what the benchmark did not measure', () => {
    const { mri } = anap2010.modalities;
    const benchmark = {
      ...anap2010,
      modalities: { ...anap2010.modalities, mri: { ...mri, passagesPerWeek: null, onCallShare: null } },
    };
    const placed = place({}, { benchmark });
    expect(row(placed, 'passages')).toBeUndefined();
    expect(placed.device.leftOut).toContainEqual({
      row: 'passages',
      class: null,
      reason: 'not-in-benchmark',
    });
    expect(placed.device.leftOut).toContainEqual({ row: 'on-call', class: null, reason: 'not-in-benchmark' });
  });

  it('says nothing of a class that nobody asks for', () => {
    const never = { mean: null, p20: null, p50: null, p80: null };
    const result = modalityResult();
    const sites = { ch: { mri: { ...result, firstAvailable: { ...result.firstAvailable, H: never } } } };
    expect(row(place({ sites }), 'appointment-delay', 'H')).toBeUndefined();
  });

  it('has no score and no rank in it', () => {
    expect(JSON.stringify(place())).not.toMatch(/score|rank|percentile/i);
  });
});

describe('the night', () => {
  it('is passages a week, held against the published shares, and its share of all passages', () => {
    const { ct } = anap2010.modalities;
    const benchmark = { ...anap2010, modalities: { ...anap2010.modalities, mri: { ...ct } } };
    const placed = place({}, { benchmark });
    expect(row(placed, 'night')?.shares.map(({ holds }) => holds)).toEqual([false, false]);
    const share = row(placed, 'night-share')!;
    expect(share.value).toMatchObject({ mean: 0.0580060422961 });
    expect(share.position).toBeNull();
  });

  it.each([
    ['at-most', 'week', 4, 0.5, true],
    ['at-most', 'week', 5, 0.5, null],
    ['at-most', 'week', 6, 0.5, false],
    ['at-least', 'week', 6, 0.5, true],
    ['at-least', 'weekday-night', 24, 0.5, false],
    ['at-least', 'weekday-night', 60, 0.5, null],
    ['at-most', 'weekday-night', 24, 0.5, true],
    ['at-most', 'weekday-night', 26, 0.5, null],
  ] as const)('%s 5 a %s holds of %d ± %d: %s', (side, per, mean, half, holds) => {
    expect(nightHolds({ side, per, passages: 5 }, about(mean, half))).toBe(holds);
  });
});

describe('on-call', () => {
  const week = scenario.devices[0]!.week;
  const onCall = (hours: number, type: 'on-call' | 'emergency' = 'on-call') => ({
    ...week[0]!,
    type,
    fromSeconds: 0,
    toSeconds: hours * 3600,
  });
  const withWeek = (...added: readonly (typeof week)[number][]): Scenario => ({
    ...scenario,
    devices: scenario.devices.map((one) => ({ ...one, week: [...week, ...added] })),
  });
  const asCt: Benchmark = {
    ...anap2010,
    modalities: { ...anap2010.modalities, mri: anap2010.modalities.ct },
  };

  it('counts a vacation of every other week for half', () => {
    expect(weeklyHours({ week: [onCall(8), { ...onCall(8), everyWeeks: 2 }] }, ['on-call'], 52)).toBe(12);
  });

  it('counts a vacation that ends at a quarter of the run for a quarter', () => {
    const ends = { ...onCall(8), lastWeek: 12 };
    expect(weeklyHours({ week: [onCall(8), ends] }, ['on-call'], 52)).toBe(10);
  });

  it('adds emergency vacations where the published share counts them, and needs more than its hours', () => {
    const holds = (...added: readonly (typeof week)[number][]) =>
      row(place({}, { of: withWeek(...added), benchmark: asCt }), 'on-call');
    expect(holds(onCall(80), onCall(10, 'emergency'))).toMatchObject({
      value: { mean: 90 },
      certainty: 'stated',
      shares: [{ holds: false }],
    });
    expect(holds(onCall(80), onCall(11, 'emergency'))?.shares[0]?.holds).toBe(true);
  });

  it('needs on-call vacations of an MRI, emergency ones do not do', () => {
    const of = withWeek(onCall(10, 'emergency'));
    expect(row(place({}, { of }), 'on-call')).toMatchObject({
      value: { mean: 0 },
      shares: [{ holds: false }],
    });
    expect(row(place({}, { of: withWeek(onCall(1)) }), 'on-call')?.shares[0]?.holds).toBe(true);
  });
});

describe('declaredDuration', () => {
  const minutes = (n: number): Law => ({ law: 'uniform', min: 0, max: 120 * n });
  const irm = scenario.devices[0]!;
  const stated = withFlows({ durations: minutes(24) });

  it('is not compared where it comes from the defaults', () => {
    expect(declaredDuration(scenario, irm, 'A', 'median')).toEqual({ reason: 'from-defaults' });
    expect(place().device.leftOut).toContainEqual({
      row: 'exam-duration',
      class: 'A',
      reason: 'from-defaults',
    });
  });

  it('is not compared where a log gives it, and nothing is said of a class without a flow', () => {
    expect(declaredDuration(withFlows({ arrivals: 'log' }), irm, 'A', 'median')).toEqual({
      reason: 'from-log',
    });
    expect(declaredDuration(scenario, irm, 'H', 'median')).toEqual({ reason: 'nobody' });
  });

  it('is the median of what is asked for, divided by the speed of the device', () => {
    expect(declaredDuration(stated, irm, 'A', 'median')).toEqual({ minutes: 24 });
    expect(declaredDuration(stated, { ...irm, speed: 2 }, 'A', 'median')).toEqual({ minutes: 12 });
  });

  it('weighs exam types as they are requested', () => {
    const own = (value: number): Law => ({ law: 'deterministic', value: 60 * value });
    const laws: Scenario = {
      ...withFlows({
        exams: [
          { id: 'brain', share: 0.75 },
          { id: 'knee', share: 0.25 },
        ],
      }),
      assumptions: [],
      exams: scenario.exams.map((exam) => ({
        ...exam,
        durations: { ...exam.durations, A: own(exam.id === 'brain' ? 10 : 30) },
      })),
    };
    expect(declaredDuration(laws, irm, 'A', 'mean')).toEqual({ minutes: 15 });
    expect(declaredDuration(laws, irm, 'A', 'median')).toEqual({ minutes: 10 });
  });

  it('is placed by its median among exams, by its mean among means of devices', () => {
    const skewed = withFlows({ durations: { law: 'exponential', mean: 22 * 60 } });
    const of = (durations: BenchmarkReadings['durations']) =>
      row(place({}, { of: skewed, readings: { ...DEFAULT_READINGS, durations } }), 'exam-duration', 'A');
    expect(of('exams')).toMatchObject({ position: 'p20-p50', certainty: 'stated', figure: 12 });
    expect(of('device-means')).toMatchObject({ value: { mean: 22 }, position: 'p50-p80' });
  });
});

describe('benchmarkPlaceDocument', () => {
  const document = benchmarkPlaceDocument(fixtureDocument(), scenario, anap2010);

  it('says which benchmark, which readings, and what was run', () => {
    expect(document).toMatchObject({
      creneau: 1,
      command: 'benchmark place',
      benchmark: { id: 'anap-2010', year: 2010, publisher: 'ANAP' },
      readings: { delays: 'site-medians', durations: 'exams' },
      replications: 10,
    });
  });

  it('keeps the cautions of the rows and the modality shown, and those about everything', () => {
    const ids = document.cautions.map(({ id }) => id);
    expect(ids).toContain('occupancy-inexact-times');
    expect(ids).toContain('no-single-indicator');
    expect(ids).toContain('mri-nights');
    expect(ids).not.toContain('ct-busy-nights');
    expect(ids).not.toContain('reading-ct-cases');
    expect(ids).not.toContain('reading-durations-of-exams');
  });

  it('has no caution where there is nothing to show', () => {
    const empty = { ...fixtureDocument(), sites: {} };
    expect(benchmarkPlaceDocument(empty, scenario, anap2010).cautions).toEqual([]);
  });
});
