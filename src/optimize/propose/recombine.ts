/** Weeks put together from the parts of those already simulated: departments that share nothing add up. */
import { keyOf, type Pick } from '../week/change.ts';
import type { WeekPlan, WeekProblem } from '../week/problem.ts';
import { planOf } from '../week/solve.ts';
import type { WeekArena } from './arena.ts';
import { savedOf } from './candidate.ts';

/** What is done in one part of the hospital, and the patient-days a week it was seen to save. */
interface PartWeek {
  readonly picks: readonly Pick[];
  readonly saved: number;
}

/** Weeks of a part that are kept for combining, and combinations that are kept on the way. */
const MOST_OF_A_PART = 60;
const MOST_COMBINED = 4000;

/**
 * The weeks that save most, `count` of them, among all that take what some candidate does in each part, or nothing: days saved in
 * parts add up, since nobody passes from one to another, so nothing new has to be played. Those known already are left out, and
 * those for which `isAllowed` says no.
 * @param isSound whether what is done in one part keeps the guardrails there.
 */
export function recombined(
  problem: WeekProblem,
  arena: WeekArena,
  candidates: readonly WeekPlan[],
  isSound: (picks: readonly Pick[]) => boolean,
  isAllowed: (plan: WeekPlan) => boolean,
  count: number,
): readonly WeekPlan[] {
  const split = candidates.map(({ picks }) => arena.split(picks));
  const parts = split[0]?.length ?? 0;
  if (parts < 2) return [];
  let combined: readonly PartWeek[] = [{ picks: [], saved: 0 }];
  for (let part = 0; part < parts; part++) {
    const options = partWeeks(
      arena,
      split.map((picks) => picks[part]!),
      isSound,
    );
    combined = combined
      .flatMap(({ picks, saved }) =>
        options.map((one) => ({ picks: [...picks, ...one.picks], saved: saved + one.saved })),
      )
      .sort((a, b) => b.saved - a.saved)
      .slice(0, MOST_COMBINED);
  }
  const known = new Set(candidates.map(({ key }) => key));
  const found: WeekPlan[] = [];
  for (const { picks, saved } of combined) {
    if (found.length >= count || saved <= 0) break;
    const plan = planOf(problem, picks);
    if (known.has(plan.key) || plan.changes > problem.rules.changes || !isAllowed(plan)) continue;
    known.add(plan.key);
    found.push(plan);
  }
  return found;
}

/** What candidates do in one part, once each, the present week among them; those that save most come first. */
function partWeeks(
  arena: WeekArena,
  all: readonly (readonly Pick[])[],
  isSound: (picks: readonly Pick[]) => boolean,
): readonly PartWeek[] {
  const different = new Map(all.map((picks) => [keyOf(picks), picks]));
  different.delete('');
  const weeks = [...different.values()].flatMap((picks): readonly PartWeek[] => {
    const saved = savedOf(arena, picks);
    return saved === null || !isSound(picks) ? [] : [{ picks, saved }];
  });
  return [{ picks: [], saved: 0 }, ...weeks.sort((a, b) => b.saved - a.saved).slice(0, MOST_OF_A_PART)];
}
