/** A plan as the document tells it: what is added where, what it takes, who waits how long before and after. */
import { assumptionInterval } from '../../calibrate/assumption-interval.ts';
import type { AssumptionInterval, PairedIndicator } from '../../model/results/compare.ts';
import type { PlannedRegion, ResidentRow } from '../../model/results/region.ts';
import type { Scenario } from '../../model/scenario.ts';
import { estimate } from '../../stats/estimate.ts';
import type { Value } from '../../stats/measured.ts';
import { pairedIndicator } from '../../stats/paired.ts';
import { times } from '../rank/measure.ts';
import { LEVEL } from './plan-options.ts';
import type { RegionPlan, RegionProblem } from './problem.ts';
import type { BeforeAfter } from './refill.ts';
import { patientDays, type ResidentsWait, worstDays } from './score.ts';
import { planTakes } from './verify.ts';

/** What the linear model says of a plan. */
export interface Predicted {
  readonly daysSaved: number;
  /** Of the department whose residents wait longest. */
  readonly worstDays: number;
}

/** Patient-days of waiting a week before and after, paired. */
export const pairedDays = (
  { before, after }: BeforeAfter,
  unmetDays: number,
  level = LEVEL,
): PairedIndicator => {
  const days = (all: BeforeAfter['before']) => all.map((wait) => patientDays(wait, unmetDays));
  return pairedIndicator(days(before), days(after), level);
};

/** What is simulated of a plan; nulls where it was not. */
function simulated(
  played: BeforeAfter | null,
  { unmetDays }: RegionProblem,
): Pick<PlannedRegion, 'daysSaved' | 'worstDays' | 'verdict'> {
  if (played === null || played.after.length === 0)
    return { daysSaved: null, worstDays: null, verdict: null };
  const { difference, verdict } = pairedDays(played, unmetDays);
  return {
    daysSaved: difference === null ? null : times(difference, -1),
    worstDays: estimate(
      played.after.map(({ residents }) => worstDays(residents)),
      LEVEL,
    ),
    verdict,
  };
}

/** @param played the plan beside the present; null when nothing was played. */
export function plannedRegion(
  scenario: Scenario,
  problem: RegionProblem,
  plan: RegionPlan,
  predicted: Predicted,
  played: BeforeAfter | null,
): PlannedRegion {
  const implantations = new Map(problem.implantations.map((one) => [one.id, one]));
  const sites = new Map(scenario.sites.map((site) => [site.id, site]));
  const at = (id: string) => {
    const { modality, department, site, isNew } = implantations.get(id)!;
    // A site that does not exist is nobody's either.
    return { modality, department, site, isNew, isSyntheticSite: sites.get(site)?.synthetic ?? true };
  };
  return {
    additions: plan.additions.map(({ implantation, devices }) => {
      const { isNew, ...where } = at(implantation);
      const opensAfterWeeks = problem.horizon.deviceLagWeeks;
      return { ...where, isNewImplantation: isNew, devices, opensAfterWeeks };
    }),
    openings: plan.blocks.map(({ implantation, blocks }) => {
      const { isNew: _isNew, ...where } = at(implantation);
      return { ...where, hoursPerWeek: blocks * problem.costs.blockHours };
    }),
    onCall: plan.onCall.flatMap(({ closes, goesTo }) => {
      const pair = problem.onCallPairs.find((one) => one.closes === closes && one.goesTo === goesTo);
      if (pair === undefined) return [];
      const { minutes, movedPerWeek, freedTechnologistHours } = pair;
      return [{ closes, goesTo, minutes, movedPerWeek, freedTechnologistHours }];
    }),
    takes: planTakes(problem, plan),
    predictedDaysSaved: predicted.daysSaved,
    predictedWorstDays: predicted.worstDays,
    ...simulated(played, problem),
  };
}

type Of = (residents: ResidentsWait) => Value;

/** One number of the residents of a department, replication by replication. */
const series = (all: BeforeAfter['before'], key: string, of: Of): readonly Value[] =>
  all.map(({ residents }) => {
    const own = residents.find(({ department, modality }) => `${department}/${modality}` === key);
    return own === undefined ? null : of(own);
  });

/** The change of a number of residents under each set; null where there is none, or a set gives no number. */
function underSets(sets: readonly BeforeAfter[], key: string, of: Of): AssumptionInterval | null {
  const changes = sets.map(({ before, after }) => {
    const [was] = series(before, key, of);
    const [is] = series(after, key, of);
    return was === undefined || was === null || is === undefined || is === null ? null : is - was;
  });
  return changes.length === 0 || changes.includes(null)
    ? null
    : assumptionInterval(changes as readonly number[]);
}

/**
 * Residents before and after a plan, by modality and department, of the modalities played: paired, with the changes under
 * each assumption set.
 */
export function residentRows(
  problem: RegionProblem,
  played: BeforeAfter,
  sets: readonly BeforeAfter[],
  level = LEVEL,
): readonly ResidentRow[] {
  const populations = new Map(problem.departments.map(({ code, population }) => [code, population]));
  const [first] = played.before;
  return (first?.residents ?? []).map(({ department, modality }): ResidentRow => {
    const key = `${department}/${modality}`;
    const paired = (of: Of) =>
      pairedIndicator(series(played.before, key, of), series(played.after, key, of), level);
    const both = (of: Of) => ({ ...paired(of), assumptions: underSets(sets, key, of) });
    return {
      department,
      population: populations.get(department) ?? 0,
      modality,
      offeredDays: both((one) => one.offeredDays),
      unmetPerWeek: both((one) => one.unmetPerWeek),
      travelMinutes: paired((one) => one.travelMinutes),
    };
  });
}
