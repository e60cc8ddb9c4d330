/** The best of all weeks by simulation, and how near to it the week comes that the search chooses. */

import { WeekArena } from '../../../../src/optimize/propose/arena.ts';
import { playHere } from '../../../../src/optimize/rank/options.ts';
import { keyOf } from '../../../../src/optimize/week/change.ts';
import { estimate } from '../../../../src/stats/estimate.ts';
import type { Week } from '../baselines/judge.ts';
import type { Department } from './departments.ts';
import { propose, weekOf } from './proposed-week.ts';

export interface Enumerated {
  readonly seed: number;
  readonly changes: number;
  /** Weeks the rules allow, the present one included. */
  readonly weeks: number;
  /** Keys: empty for the present week. */
  readonly best: string;
  readonly found: string;
  /** Patient-days a week: what the best week saves, by how much more than the one found, and the difference that matters. */
  readonly bestSaves: number;
  readonly gap: number;
  readonly delta: number;
  /** Of the widest 95 % interval of a difference between the best and a week that may be as good. */
  readonly halfWidth: number;
  readonly replications: number;
  /** Simulations the search took, and those that playing every week took. */
  readonly simulations: number;
  readonly enumerated: number;
}

const FIRST = 10;
const MOST = 640;
/** A week is left out once it is worse at this level. */
const SURELY = 0.999;
/** The best is known to this part of delta. */
export const KNOWN = 0.25;

/** What one week saves beyond another, replication by replication. */
function differences(arena: WeekArena, one: Week, other: Week): readonly number[] {
  const [a, b] = [arena.daysAdded(one), arena.daysAdded(other)];
  return Array.from({ length: Math.min(a.length, b.length) }, (_, n) => (b[n] ?? 0) - (a[n] ?? 0));
}

const savedBy = (arena: WeekArena, week: Week): number => estimate(differences(arena, week, [])).mean;

const halfWidthOf = (values: readonly number[], level: number): number => {
  const { mean, high } = estimate(values, level);
  return (high ?? Number.POSITIVE_INFINITY) - mean;
};

/** Rounded for a file. */
const round = (x: number): number => Math.round(x * 100) / 100;

/** Plays every week with the same random numbers until the best is known to a quarter of delta, and holds the chosen one against it. */
export async function enumerate(department: Department): Promise<Enumerated> {
  const { seed, scenario, rules, judge, weeks } = department;
  const { result, simulations } = await propose(scenario, rules, { sets: 0 });
  const delta = result.selection?.delta ?? 0;
  const chosen = weekOf(result.leader?.changes ?? [], judge.changes);
  const found = weeks.find((week) => keyOf(week) === keyOf(chosen));
  if (found === undefined) throw new RangeError(`${keyOf(chosen)} is no week of the rules`);
  const run = { ...scenario.run, seed: `${scenario.run.seed}/enumerated` };
  const arena = new WeekArena({ ...scenario, run }, playHere);
  let left = weeks;
  let best: Week = [];
  let halfWidth = Number.POSITIVE_INFINITY;
  let replications = FIRST;
  for (; ; replications = Math.min(MOST, replications * 2)) {
    await arena.play([...left, found], replications);
    best = left.reduce((top, week) => (savedBy(arena, week) > savedBy(arena, top) ? week : top));
    left = left.filter((week) => {
      if (week === best) return true;
      const ahead = differences(arena, best, week);
      return estimate(ahead, SURELY).mean <= halfWidthOf(ahead, SURELY);
    });
    halfWidth = Math.max(
      0,
      ...[...left, found]
        .filter((week) => week !== best)
        .map((week) => halfWidthOf(differences(arena, best, week), 0.95)),
    );
    if (halfWidth <= KNOWN * delta || replications === MOST) break;
  }
  return {
    seed,
    changes: judge.changes.length,
    weeks: weeks.length,
    best: keyOf(best),
    found: keyOf(found),
    bestSaves: round(savedBy(arena, best)),
    gap: round(best === found ? 0 : estimate(differences(arena, best, found)).mean),
    delta: round(delta),
    halfWidth: round(halfWidth),
    replications,
    simulations,
    enumerated: arena.simulations,
  };
}

/** True when the week found is the best, or within delta of it. */
export const isNear = ({ gap, delta }: Pick<Enumerated, 'gap' | 'delta'>): boolean => gap <= delta;
