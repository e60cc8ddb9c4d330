/** Variants beside their base. */
import { describe, expect, it } from 'vitest';
import type { HeadlineDifference, HeadlineName } from '../../src/model/results/compare.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { PatientClass } from '../../src/model/vocabulary.ts';
import { compareExperiments, sharedWarmup } from '../../src/stats/comparison.ts';
import { estimate } from '../../src/stats/estimate.ts';
import { Experiment, type ExperimentOptions } from '../../src/stats/experiment.ts';
import { headlineKey } from '../../src/stats/headlines.ts';
import { device, flow, scenarioOf, vacation } from '../engine/play.ts';

const REPLICATIONS = 4;
const RUN = { weeks: 20, warmupWeeks: 5, seed: 'pairs' } as const;

const run = (scenario: Scenario, options: ExperimentOptions = RUN, replications = REPLICATIONS) => {
  const experiment = new Experiment(scenario, options);
  for (let n = 0; n < replications; n++) experiment.runNext();
  return experiment;
};

const FLOWS = [
  flow({ accept: { tau: '10d' }, 'per-week': 66 }),
  flow({ id: 'h', class: 'H', 'per-week': 8, accept: { tau: '10d' } }),
];
const withWeek = (...more: readonly ReturnType<typeof vacation>[]) =>
  scenarioOf({ devices: [device({ week: [vacation(), ...more] })], flows: FLOWS });

const scenario = withWeek();
const longer = withWeek(vacation({ days: 'tue', from: '17:00', to: '19:00' }));
const base = run(scenario);
const compared = compareExperiments(base, [run(longer)]);
const [variant] = compared.variants;

const headlineOf = (
  headlines: readonly HeadlineDifference[],
  name: HeadlineName,
  patientClass: PatientClass | null = null,
) => headlines.find((one) => one.name === name && one.class === patientClass)!;

describe('a comparison', () => {
  it('shows that two hours more shorten the delay and examine more', () => {
    expect(headlineOf(variant!.headlines, 'access', 'A').verdict).toBe('lower');
    expect(headlineOf(variant!.headlines, 'passages').verdict).toBe('higher');
  });

  it('has for base and variant the numbers that simulate gives after the same warm-up', () => {
    const { base: shown } = headlineOf(variant!.headlines, 'firstAvailable', 'A');
    expect(shown).toEqual(base.result().sites.s!.ct!.firstAvailable.A.mean);
  });

  it('says its seed, weeks, warm-up and level', () => {
    expect({ ...compared, variants: [] }).toEqual({
      seed: 'pairs',
      weeks: 20,
      warmupWeeks: 5,
      warmupRefused: false,
      level: 0.95,
      variants: [],
    });
  });

  it('leaves the assumption intervals to others', () => {
    expect(variant!.headlines.every(({ assumptions }) => assumptions === null)).toBe(true);
  });

  it('of a scenario with itself finds every headline unchanged, or absent', () => {
    const same = compareExperiments(base, [run(scenario)]).variants[0]!;
    expect(new Set(same.headlines.map(({ verdict }) => verdict))).toEqual(new Set(['unchanged']));
    expect(same.overall!.verdict).toBe('unchanged');
  });

  it('asks more of each interval when several variants are compared', () => {
    const [one, , three] = [1, 2, 3].map((m) =>
      compareExperiments(
        base,
        Array.from({ length: m }, () => run(longer)),
      ),
    );
    expect(three!.level).toBeCloseTo(1 - 0.05 / 3, 12);
    const widthOf = (all: typeof compared) => {
      const { low, high } = headlineOf(all.variants[0]!.headlines, 'access', 'A').difference!;
      return high! - low!;
    };
    // Student's quantiles of 3 degrees of freedom at 1 − 0.05/6 and 0.975.
    expect(widthOf(three!) / widthOf(one!)).toBeCloseTo(4.856656 / 3.182446, 5);
  });

  it('may be told of variants compared elsewhere', () => {
    expect(compareExperiments(base, [run(longer)], { comparisons: 10 }).level).toBeCloseTo(0.995, 12);
    expect(() => compareExperiments(base, [base, base], { comparisons: 1 })).toThrow(RangeError);
  });

  it('pairs the replications that both have', () => {
    const short = compareExperiments(base, [run(longer, RUN, 2)]).variants[0]!;
    expect(headlineOf(short.headlines, 'passages').difference!.n).toBe(2);
  });

  it('is refused when seeds or weeks differ', () => {
    expect(() => compareExperiments(base, [run(scenario, { ...RUN, seed: '2' })])).toThrow(RangeError);
    expect(() => compareExperiments(base, [run(scenario, { ...RUN, weeks: 22 })])).toThrow(RangeError);
  });

  it('is refused before anything has been run', () => {
    expect(() => compareExperiments(base, [new Experiment(scenario, RUN)])).toThrow(RangeError);
  });

  it('shows a department that only one of the two has as absent', () => {
    const mri = scenarioOf({
      devices: [device(), device({ id: 'm', modality: 'mri' })],
      flows: [...FLOWS, flow({ id: 'm', modality: 'mri' })],
    });
    const { headlines } = compareExperiments(base, [run(mri)]).variants[0]!;
    const opened = headlines.filter(({ modality }) => modality === 'mri');
    expect(opened.map(headlineKey)).toContain('s/mri/passages');
    expect(new Set(opened.map(({ verdict }) => verdict))).toEqual(new Set(['absent']));
  });

  it('gives no difference of a delay that depends on the length of the run', () => {
    const overloaded = scenarioOf({ devices: [device()], flows: [flow({ 'per-week': 90 })] });
    const { headlines, overall } = compareExperiments(run(overloaded), [run(scenario)]).variants[0]!;
    const { base: shown, verdict, difference } = headlineOf(headlines, 'access', 'A');
    expect([shown, verdict, difference, overall!.verdict]).toEqual([
      'unstable',
      'unstable',
      null,
      'unstable',
    ]);
    expect(headlineOf(headlines, 'passages').verdict).not.toBe('unstable');
  });
});

describe('the warm-up of a comparison', () => {
  const withTau = (tau: string) =>
    scenarioOf({ devices: [device()], flows: [flow({ accept: { tau }, 'per-week': 66 })] });
  const auto = { weeks: 80, warmupWeeks: 'auto', seed: '1' } as const;
  const quick = run(withTau('5d'), auto, 2);
  const slow = run(withTau('40d'), auto, 2);

  it('is the longest of all', () => {
    const alone = [quick, slow].map((one) => one.warmup().weeks);
    expect(alone[0]).toBeLessThan(alone[1]!);
    expect(sharedWarmup([quick, slow]).weeks).toBe(alone[1]);
    expect(compareExperiments(quick, [slow]).warmupWeeks).toBe(alone[1]);
  });

  it('never leaves less than half of the run', () => {
    const slowest = run(withTau('400d'), auto, 2);
    expect(sharedWarmup([quick, slowest]).weeks).toBe(40);
  });

  it('is refused when no copy of the sums was kept there', () => {
    const asked = run(scenario, { ...RUN, warmupWeeks: 7 });
    expect(() => compareExperiments(base, [asked])).toThrow(RangeError);
  });
});

describe('an indicator asked for by its path', () => {
  const paths = [
    ['sites', 's', 'ct', 'access', 'A', 'p80'],
    ['devices', 'd', 'occupancy', 'scheduled'],
  ];

  it('is compared as a headline is', () => {
    const [p80, occupancy] = compareExperiments(base, [run(longer)], { paths }).variants[0]!.others;
    expect(p80!.path).toEqual(paths[0]);
    expect(p80!.base).toEqual(base.result().sites.s!.ct!.access.A.p80);
    expect(occupancy!.difference).toEqual(headlineOf(variant!.headlines, 'occupancy').difference);
  });

  it('is absent where one scenario has no such device', () => {
    const renamed = scenarioOf({ devices: [device({ id: 'other' })], flows: FLOWS });
    const { others } = compareExperiments(base, [run(renamed)], { paths }).variants[0]!;
    expect(others[1]!.verdict).toBe('absent');
  });

  it.each([
    [['devices', 'd', 'ocupancy', 'scheduled']],
    [['sites', 's', 'ct', 'access', 'A']],
    [['weekly', 'a']],
  ])('is refused when it leads to no number: %j', (path) => {
    expect(() => compareExperiments(base, [run(longer)], { paths: [path] })).toThrow(RangeError);
  });
});

describe('patient-days of waiting a week', () => {
  const measuredBase = base.measured(5);
  const delaysOf = (experiment: Experiment, one: PatientClass) =>
    experiment
      .measured(5)
      .values(['sites', 's', 'ct', 'access', one, 'mean'])!
      .map((value) => value!);
  const booked = (one: PatientClass) => measuredBase.bookedPerWeek('s', 'ct', one)!;

  it('add up, over A and H, requests booked in the base times their mean delay', () => {
    const [a, h] = [delaysOf(base, 'A'), delaysOf(base, 'H')];
    const sums = a.map((days, n) => booked('A')[n]! * days + booked('H')[n]! * h[n]!);
    expect(variant!.overall!.base).toEqual(estimate(sums));
  });

  it('are those of the same requests with the delays of the variant', () => {
    const other = run(longer);
    const [a, h] = [delaysOf(other, 'A'), delaysOf(other, 'H')];
    const sums = a.map((days, n) => booked('A')[n]! * days + booked('H')[n]! * h[n]!);
    expect(variant!.overall!.variant).toEqual(estimate(sums));
    expect(variant!.overall!.verdict).toBe('lower');
  });

  it('of the base are seven times the patients who wait for their appointment at midnight (Little)', () => {
    // Every day alike, so that Sunday nights, when they are counted, are as any.
    const everyDay = scenarioOf({
      devices: [device({ week: [vacation({ days: 'mon-sun' })] })],
      flows: [flow({ accept: { tau: '10d' }, 'per-week': 95, profile: 'flat', lead: 1 })],
    });
    const long = run(everyDay, { weeks: 210, warmupWeeks: 10, seed: '1' }, 3);
    const { base: shown } = compareExperiments(long, [long]).variants[0]!.overall!;
    if (shown === null || shown === 'unstable') throw new Error('no estimate');
    const counts = long.outcomes.flatMap(([island]) => [...island!.bookedAhead[0]!.slice(10)]);
    const patients = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(Math.abs(shown.mean / 7 / patients - 1)).toBeLessThan(0.03);
  });

  it('do not exist where nobody books', () => {
    const walkIns = scenarioOf({ devices: [device()], flows: [flow({ class: 'U', 'walk-in': true })] });
    const experiment = run(walkIns);
    expect(compareExperiments(experiment, [experiment]).variants[0]!.overall).toBeNull();
  });
});
