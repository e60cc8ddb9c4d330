/** One room, any amount of each change instead of whole ones: an LP small enough to be solved anywhere, at once. */
import type { Solved } from '../../model/results/optimize.ts';
import type { LpBackend, SolveOptions } from '../lp/backend.ts';
import { relaxed } from '../lp/edit.ts';
import type { LpModel } from '../lp/model.ts';
import { isUsable } from '../lp/solution.ts';
import type { WeekChange } from './change.ts';
import type { Curves } from './curves.ts';
import { COLUMNS, type WeekAsk } from './draft.ts';
import { forGoal, holding } from './goals.ts';
import { weekModel } from './model.ts';
import type { WeekProblem } from './problem.ts';
import { solvedAs } from './solve.ts';

export interface RelaxedWeek {
  /** Amounts above 0: 1 is the whole change, more where it can be done on alike devices. */
  readonly amounts: readonly { readonly change: WeekChange; readonly amount: number }[];
  /** Patient-days a week saved, by the linear model. */
  readonly predictedDaysSaved: number;
  readonly solved: Solved;
  readonly lp: LpModel;
}

/** Amounts below this are rounding of a solver. */
const NOTHING = 1e-6;

/** The part of a question that one device is about: its department's queues and places, and its own changes. */
export function onlyDevice(problem: WeekProblem, device: string): WeekProblem {
  const one = problem.scenario.devices.find(({ id }) => id === device);
  if (one === undefined) throw new RangeError(`no device ${device}`);
  const isOf = (department: { readonly site: string; readonly modality: string }) =>
    department.site === one.site && department.modality === one.modality;
  const queues = problem.supply.queues.filter(isOf);
  const kept = new Set(queues.map(({ id }) => id));
  const places = problem.supply.places.flatMap((place) => {
    const own = place.queues.flatMap((id, at) => (kept.has(id) ? [{ id, share: place.shares[at]! }] : []));
    if (own.length === 0) return [];
    return [{ ...place, queues: own.map(({ id }) => id), shares: own.map(({ share }) => share) }];
  });
  const changes = problem.changes.filter(({ devices }) => devices.includes(device));
  const ids = new Set(changes.map(({ id }) => id));
  const exclusions = problem.exclusions.flatMap((one) => {
    const own = one.ids.filter((id) => ids.has(id));
    return own.length === 0 ? [] : [{ ...one, ids: own }];
  });
  const footprints = new Map([...problem.footprints].filter(([id]) => ids.has(id)));
  return { ...problem, supply: { queues, places }, changes, exclusions, footprints };
}

/** The model of one room in any amounts, its objective the patient-days of waiting, no urgent cover lost. */
export function relaxedModel(problem: WeekProblem, curves: Curves, ask: WeekAsk, device: string): LpModel {
  const whole = weekModel(onlyDevice(problem, device), curves, ask);
  const isUrgent = whole.rows.some(({ id }) => id === 'goal/urgent');
  const held = isUrgent ? holding(whole, 'urgent', 0) : whole;
  return relaxed(forGoal(held, 'delay') ?? held);
}

/**
 * The amounts of each change of one device that save most patient-days by the linear model, days alone. Two solves: the present
 * week by the same model is what it is compared with. Throws a RangeError when there is no such device.
 */
export async function relaxedWeek(
  problem: WeekProblem,
  curves: Curves,
  ask: WeekAsk,
  device: string,
  backend: LpBackend,
  options: SolveOptions,
): Promise<RelaxedWeek> {
  const lp = relaxedModel(problem, curves, ask, device);
  const solution = await backend.solve(lp, options);
  const solved = solvedAs(backend, lp, solution);
  if (!isUsable(solution)) return { amounts: [], predictedDaysSaved: 0, solved, lp };
  const present = await backend.solve(relaxedModel(problem, curves, { ...ask, changes: 0 }, device), options);
  const amounts = problem.changes.flatMap((change) => {
    const at = lp.columns.findIndex(({ id }) => id === COLUMNS.times(change));
    const amount = at < 0 ? 0 : solution.values[at]!;
    return amount > NOTHING ? [{ change, amount }] : [];
  });
  return {
    amounts,
    predictedDaysSaved: present.objective === null ? 0 : present.objective - solution.objective,
    solved,
    lp,
  };
}
