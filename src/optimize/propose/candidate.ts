/** A week that is looked at, as it is told: what the model says of it, and what the simulator does. */
import type { ProposedChange, ProposedWeek, Taken } from '../../model/results/optimize.ts';
import type { Scenario } from '../../model/scenario.ts';
import { estimate } from '../../stats/estimate.ts';
import { pairedIndicator } from '../../stats/paired.ts';
import { placements } from '../week/catalogue/apply.ts';
import { labelOn } from '../week/catalogue/change-parts.ts';
import type { Pick } from '../week/change.ts';
import type { WeekPlan, WeekProblem } from '../week/problem.ts';
import type { WeekArena } from './arena.ts';
import { brokenIn } from './sound.ts';

/** Changes as they are told, with the devices they are done on. */
export const proposedChanges = (scenario: Scenario, picks: readonly Pick[]): readonly ProposedChange[] =>
  placements(picks).map(({ change, devices }) => {
    const { id, kind, site, modality, openedHours } = change;
    const times = Math.max(1, devices.length);
    const label = labelOn(scenario, change, devices);
    return { id, kind, site, modality, devices, label, openedHours: openedHours * times };
  });

/** What a set of changes takes. */
export function takenBy({ picks, openedHours, eurosPerYear }: WeekPlan): Taken {
  const hours = { technologist: 0, radiologist: 0, secretary: 0 };
  for (const { change, times } of picks) {
    hours.technologist += change.staff.technologist * times;
    hours.radiologist += change.staff.radiologist * times;
    hours.secretary += change.staff.secretary * times;
  }
  return { openedHours, staffHours: hours, eurosPerYear };
}

/** Patient-days saved a week over the replications so far; null where a replication cannot be compared. */
export function savedOf(arena: WeekArena, picks: readonly Pick[]): number | null {
  const added = arena.daysAdded(picks);
  if (added.length === 0 || added.includes(null)) return null;
  return -(added as readonly number[]).reduce((sum, days) => sum + days, 0) / added.length;
}

/**
 * A week as it is told, with its replications so far in an arena.
 * @param predicted patient-days saved a week, by the model.
 */
export function proposedWeek(
  plan: WeekPlan,
  predicted: number,
  arena: WeekArena,
  problem: WeekProblem,
): ProposedWeek {
  const added = arena.replicationsOf(plan.picks) === 0 ? [] : arena.daysAdded(plan.picks);
  const isComparable = added.length > 1 && !added.includes(null);
  const saved = isComparable ? added.map((days) => -days!) : null;
  const nothing = added.map(() => 0);
  // A saving is an indicator that falls: the sign is that of patient-days.
  const paired =
    saved === null
      ? null
      : pairedIndicator(
          nothing,
          saved.map((days) => -days),
          0.95,
        );
  return {
    changes: proposedChanges(problem.scenario, plan.picks),
    takes: takenBy(plan),
    predictedDaysSaved: predicted,
    daysSaved: saved === null ? null : estimate(saved),
    verdict: paired?.verdict ?? null,
    replications: added.length,
    broken: added.length > 1 ? brokenIn(arena, plan.picks, problem) : [],
  };
}
