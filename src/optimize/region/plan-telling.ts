/** What has been found, as the document of a plan tells it, stage by stage. */
import { assumptionInterval, inputsToMeasure } from '../../calibrate/assumption-interval.ts';
import { deepFreeze } from '../../model/freeze.ts';
import type { Solved } from '../../model/results/optimize.ts';
import type { RegionInput } from '../../model/results/region.ts';
import type { Scenario } from '../../model/scenario.ts';
import { times } from '../rank/measure.ts';
import { groundsOf, NOT_CONSIDERED } from './plan-inputs.ts';
import { LEVEL, type RegionPlanResult, type RegionPlanTerms } from './plan-options.ts';
import { pairedDays, residentRows } from './plan-rows.ts';
import type { RegionPlan, RegionProblem } from './problem.ts';
import { type BeforeAfter, refillOf } from './refill.ts';
import { patientDays } from './score.ts';
import type { PlayedRegionSets } from './sets.ts';

/** A result in which nothing is proposed. */
export const emptyResult = (
  scenario: Scenario,
  { seed, weeks, warmupWeeks, replications, equity }: RegionPlanTerms,
  solved: Solved,
  inputs: readonly RegionInput[],
): RegionPlanResult =>
  deepFreeze({
    stage: 'model',
    seed,
    weeks,
    warmupWeeks,
    replications,
    level: LEVEL,
    grounds: groundsOf(scenario),
    equity: equity.kind,
    solved,
    conflict: null,
    proposal: null,
    daysSaved: null,
    betterInSets: null,
    residents: [],
    refill: [],
    others: [],
    isCertified: false,
    tied: 0,
    front: [],
    caps: [],
    toMeasure: [],
    sets: null,
    inputs,
    notConsidered: NOT_CONSIDERED,
  });

/** What the proof says. */
export function provenPart(
  problem: RegionProblem,
  plan: RegionPlan,
  played: BeforeAfter,
): Pick<RegionPlanResult, 'daysSaved' | 'residents' | 'refill'> {
  const { difference } = pairedDays(played, problem.unmetDays);
  return {
    daysSaved: difference === null ? null : { estimate: times(difference, -1), assumptions: null },
    residents: residentRows(problem, played, []),
    refill: refillOf(problem, plan, played, [], LEVEL),
  };
}

/** The same once the sets are played. */
export function setsPart(
  problem: RegionProblem,
  plan: RegionPlan,
  played: BeforeAfter,
  { drawn, played: sets }: PlayedRegionSets,
): Pick<RegionPlanResult, 'daysSaved' | 'residents' | 'refill' | 'betterInSets' | 'toMeasure' | 'sets'> {
  const { difference } = pairedDays(played, problem.unmetDays);
  const days = (all: BeforeAfter['before']) => patientDays(all[0]!, problem.unmetDays);
  const saved = sets.map(({ before, after }) => days(before) - days(after));
  const assumptions = saved.length === 0 ? null : assumptionInterval(saved);
  return {
    daysSaved: difference === null ? null : { estimate: times(difference, -1), assumptions },
    residents: residentRows(problem, played, sets),
    refill: refillOf(problem, plan, played, sets, LEVEL),
    betterInSets: saved.length === 0 ? null : saved.filter((one) => one > 0).length / saved.length,
    toMeasure: inputsToMeasure(sets, saved),
    sets: { drawn, kept: sets.length },
  };
}
