/** The parts of the ranking: scopes, strengths, shares of the sets, patient-days. */
import { describe, expect, it } from 'vitest';
import type { LeverCase } from '../../../src/optimize/levers/lever.ts';
import { PRACTICE_LEVERS } from '../../../src/optimize/levers/practice.ts';
import { UNIT_COSTS } from '../../../src/optimize/levers/unit-costs.ts';
import { type Candidate, candidatesOf, strengthOf } from '../../../src/optimize/rank/candidate.ts';
import { bestOf, combinationsOf, interactionOf } from '../../../src/optimize/rank/combine.ts';
import type { UnderSet } from '../../../src/optimize/rank/measure.ts';
import { playHere, runWeeks } from '../../../src/optimize/rank/options.ts';
import { patientDaysAdded } from '../../../src/optimize/rank/patient-days.ts';
import { overlaps, scopeOf } from '../../../src/optimize/rank/scope.ts';
import { firstShares } from '../../../src/optimize/rank/sets.ts';
import { compareExperiments } from '../../../src/stats/comparison.ts';
import { Experiment } from '../../../src/stats/experiment.ts';
import { scenarioNamed } from '../../engine/play.ts';
import { demandLever, small, two } from './small.ts';

const candidates = (...levers: Parameters<typeof candidatesOf>[1]): readonly Candidate[] =>
  candidatesOf(two(), levers).candidates;

describe('a scope', () => {
  const caseOf = (scenario: ReturnType<typeof small>, id: string): LeverCase =>
    PRACTICE_LEVERS.flatMap((lever) => lever.cases(scenario).cases).find((one) => one.id === id)!;

  it('is one department where nothing ties it to another', () => {
    const scenario = scenarioNamed('hopital-reference.yaml');
    expect(scopeOf(scenario, [caseOf(scenario, 'relevance:ch/ct')]).key).toBe('ch/ct');
    expect(scopeOf(scenario, [caseOf(scenario, 'ct-to-mri:ch/A')]).departments).toHaveLength(2);
  });

  it('holds the sites a flow is offered, and all that a shared reading queue reads for', () => {
    const scenario = scenarioNamed('every-effect.yaml');
    // Scanners of nord are tied to sud by a flow, and to the MRI of nord by its radiologists; that MRI to the one of sud.
    expect(scopeOf(scenario, [caseOf(scenario, 'relevance:nord/ct')]).departments).toHaveLength(4);
  });

  it('overlaps another when they share a department', () => {
    const [ct, mri] = candidates(demandLever('ct', 0.1), demandLever('mri', 0.1, { modality: 'mri' }));
    expect(overlaps(ct!.scope, mri!.scope)).toBe(false);
    expect(overlaps(ct!.scope, ct!.scope)).toBe(true);
  });
});

describe('a strength', () => {
  it('is its own, or drawn along its range', () => {
    const unit = { en: 'x', fr: 'x' };
    const [one] = candidates(demandLever('l', 0.1, { strength: { value: 2, range: [1, 5], unit } }));
    expect(strengthOf(one!.cases[0]!, new Map())).toBe(2);
    expect(strengthOf(one!.cases[0]!, new Map([['l', 0.25]]))).toBe(2);
    expect(strengthOf(one!.cases[0]!, new Map([['l', 1]]))).toBe(5);
  });
});

describe('the share of the sets in which a lever is first', () => {
  const [a, b, c] = candidates(
    demandLever('a', 0.1),
    demandLever('b', 0.1),
    demandLever('c', 0.1, { isNegative: true }),
  );
  const under = (saved: number | null): UnderSet => ({
    strengths: new Map(),
    differences: {
      headlines: [],
      others: [],
      overall:
        saved === null
          ? null
          : {
              base: null,
              variant: null,
              difference: { mean: -saved, low: null, high: null, n: 1 },
              verdict: 'not-demonstrated',
              correlation: null,
              pairingGain: null,
            },
    },
  });
  const shares = (table: Readonly<Record<string, readonly (number | null)[]>>) =>
    firstShares(
      [a!, b!, c!],
      new Map(Object.entries(table).map(([id, saved]) => [id, saved.map(under)])),
      UNIT_COSTS,
    );

  it('counts sets, equal firsts sharing one, negative levers left out', () => {
    const found = shares({ 'a:s': [3, 1, 2, -1], 'b:s': [1, 2, 2, -2], 'c:s': [9, 9, 9, 9] });
    expect(found.get('a:s')!.daysSaved).toBeCloseTo(0.625, 12);
    expect(found.get('b:s')!.daysSaved).toBeCloseTo(0.375, 12);
    expect(found.has('c:s')).toBe(false);
  });

  it('leaves out of a set those that give no number there', () => {
    const found = shares({ 'a:s': [null, 1], 'b:s': [1, 0], 'c:s': [0, 0] });
    expect(found.get('a:s')!.daysSaved).toBeCloseTo(0.5, 12);
    expect(found.get('b:s')!.daysSaved).toBeCloseTo(0.5, 12);
  });
});

describe('the best levers', () => {
  it('hold one way of each lever at a place, and no negative one', () => {
    const [one, other, bad] = candidates(
      demandLever('x', 0.1),
      demandLever('y', 0.1),
      demandLever('z', 0.1, { isNegative: true }),
    );
    const alternative: Candidate = { ...one!, id: 'x:s:again' };
    expect(bestOf([bad!, one!, alternative, other!]).map(({ id }) => id)).toEqual(['x:s', 'y:s']);
  });

  it('are applied in the order in which levers are listed', () => {
    const all = candidates(demandLever('x', 0.1), demandLever('y', 0.1));
    const [pair] = combinationsOf(two(), [all[1]!, all[0]!], all);
    expect(pair!.candidate.id).toBe('x:s + y:s');
  });
});

describe('patient-days', () => {
  it('of each replication have the overall difference as their mean', async () => {
    const scenario = { ...small(), run: { ...small().run, weeks: 14, warmupWeeks: 4 } };
    const [one] = demandLever('helps', 0.2).cases(scenario).cases;
    const [base, variant] = [scenario, one!.apply(scenario, 1)].map((each) => new Experiment(each));
    for (const each of [base!, variant!]) await playHere(each, 5);
    const added = patientDaysAdded(base!, variant!) as readonly number[];
    const { overall } = compareExperiments(base!, [variant!]).variants[0]!;
    expect(added).toHaveLength(5);
    expect(added.reduce((sum, days) => sum + days, 0) / 5).toBeCloseTo(overall!.difference!.mean, 9);
  });
});

describe('the weeks played', () => {
  it('leave out two patience times, then measure half a year, or a year where there are seasons', () => {
    // The longest patience of the hospital is 30 days.
    expect(runWeeks(scenarioNamed('hopital-reference.yaml'))).toEqual({ weeks: 35, warmupWeeks: 9 });
    expect(runWeeks(scenarioNamed('gie-irm.yaml'))).toEqual({ weeks: 72, warmupWeeks: 20 });
  });
});

describe('an interaction', () => {
  const [a, b] = candidatesOf(small(), [demandLever('a', 0.1), demandLever('b', 0.1)]).candidates;
  const [pair] = combinationsOf(small(), [a!, b!], [a!, b!]);
  const verdict = (alone: readonly (number | null)[], together: readonly (number | null)[]) =>
    interactionOf(pair!, (one) => (one === pair!.candidate ? together : alone), null, 0.95);

  it('is positive where they save more together, in days saved', () => {
    const found = verdict([-1, -2, -3, -1, -2, -3], [-4, -7, -10, -4, -7, -10]);
    expect(found.interaction!.estimate.mean).toBeCloseTo(3, 9);
    expect(found.interaction!.estimate.low).toBeGreaterThan(0);
    expect(found.interactionVerdict).toBe('helps');
  });

  it('that is the same in a few replications demonstrates nothing', () => {
    expect(verdict([-1, -1, -1], [-3, -3, -3]).interactionVerdict).toBe('not-demonstrated');
  });

  it('that is rounding of the arithmetic is none', () => {
    const alone = [-0.1, -0.1, -0.1, -0.1, -0.1, -0.1, -0.1];
    const rounded = verdict(
      alone,
      alone.map((one) => 2 * one - 1e-15),
    );
    expect(rounded.interaction!.estimate.mean).toBeCloseTo(0, 20);
    expect(rounded.interactionVerdict).toBe('not-demonstrated');
  });

  it('has no number where the days of one mean nothing', () => {
    expect(verdict([null, null], [-1, -2])).toEqual({
      interaction: null,
      interactionVerdict: 'not-comparable',
    });
  });
});
