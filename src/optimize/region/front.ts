/** Plans between the best total and the best for those whom equity looks at. */
import type { LpBackend } from '../lp/backend.ts';
import { isUsable } from '../lp/solution.ts';
import { COLUMNS } from './columns.ts';
import type { RegionAsk } from './draft.ts';
import { regionModel } from './model.ts';
import { held } from './plan-cost.ts';
import { type Equity, planKey, type RegionProblem } from './problem.ts';
import { type RegionSolution, solutionAt, solvedAs } from './solve.ts';
import { type RegionOptions, settingsOf } from './solve-options.ts';

/** A point of the front: the fewest patient-days with what equity measures held within a bound. */
export interface FrontPoint {
  /** Null for the best total. */
  readonly within: number | null;
  readonly solution: RegionSolution;
}

/** Equity with a bound, of the same kind. */
export const bounded = (kind: Exclude<Equity['kind'], 'none'>, within: number | null): Equity =>
  kind === 'travel' ? { kind, mostMinutes: within } : { kind, mostDays: within };

/**
 * Points from the best total to the best of what equity measures, bounds evenly spaced between; the same plan is shown once. Between
 * them a point is the best total under its bound, so that none is beaten in both (ε-constraint). Fewer when time runs out.
 * @param points how many at most, 2 or more.
 * @throws {RangeError} when fewer than 2 points are asked for, or the problem is not sound.
 */
export async function regionFront(
  problem: RegionProblem,
  kind: Exclude<Equity['kind'], 'none'>,
  backend: LpBackend,
  options: RegionOptions,
  points = 5,
): Promise<readonly FrontPoint[]> {
  if (!(points >= 2)) throw new RangeError(`a front of ${points} points`);
  const ask: RegionAsk = {
    equity: bounded(kind, null),
    agendaPooling: options.agendaPooling ?? false,
    goal: 'days',
    within: null,
    forbidden: [],
  };
  const solve = async (goal: RegionAsk['goal'], within: number | null, start: Float64Array | null) => {
    const lp = regionModel(problem, { ...ask, goal, within });
    const solution = await backend.solve(lp, settingsOf(options, backend, start));
    if (!isUsable(solution)) return null;
    const measure = lp.columns.findIndex(({ id }) => id === COLUMNS.measure);
    const told = solutionAt(problem, lp, solution, solvedAs(backend, lp, solution));
    return { values: solution.values, measure: solution.values[measure]!, told };
  };
  const best = await solve('equity', null, null);
  const total = await solve('days', null, best?.values ?? null);
  if (total === null || best === null) return [];
  // Above the last bound the measure is free: what the best total measures is what its plan comes to.
  const most = measured(kind, total.told);
  const found: FrontPoint[] = [{ within: null, solution: total.told }];
  for (let at = 1; at < points; at++) {
    const within = held(most + ((best.measure - most) * at) / (points - 1));
    const point = await solve('days', within, best.values);
    if (point === null) continue;
    const isKnown = found.some(({ solution: { plan } }) => planKey(plan) === planKey(point.told.plan));
    if (!isKnown) found.push({ within, solution: point.told });
  }
  return found;
}

const measured = (kind: Exclude<Equity['kind'], 'none'>, { planned }: RegionSolution): number => {
  if (kind === 'travel') return planned.travelMinutes;
  return kind === 'worst' ? planned.worstDays : planned.p80Days;
};
