/** The best plan of the linear model, and how sure that is. */
import type { Solved } from '../../model/results/optimize.ts';
import type { LpBackend } from '../lp/backend.ts';
import type { LpModel } from '../lp/model.ts';
import { isUsable, type LpSolution } from '../lp/solution.ts';
import { COLUMNS } from './columns.ts';
import { type RegionConflict, whyImpossible } from './conflict.ts';
import type { RegionAsk } from './draft.ts';
import { regionModel } from './model.ts';
import { held } from './plan-cost.ts';
import { type PredictedWeek, presentWeek, weekAt } from './predicted.ts';
import type { Equity, RegionPlan, RegionProblem } from './problem.ts';
import { type RegionOptions, settingsOf } from './solve-options.ts';

export type { RegionOptions } from './solve-options.ts';

/** A plan, what the model expects of it, and what is proved. */
export interface RegionSolution {
  readonly kind: 'plan';
  readonly plan: RegionPlan;
  /** When all is open, without the plan and with it. */
  readonly present: PredictedWeek;
  readonly planned: PredictedWeek;
  /** Patient-days a week saved when all is open: waiting offered, and requests that get no appointment. */
  readonly predictedDaysSaved: number;
  /** Patient-days a week over the horizon, as the model minimises them, and the bound no plan is below; null: none proved. */
  readonly days: number;
  readonly bound: number | null;
  /** What equity measures; null without equity. */
  readonly measure: number | null;
  /** `optimal` within the gap that is stated, else `time-limit`: then it is a plan, and not known to be the best. */
  readonly solved: Solved;
}

export type RegionAnswer =
  | RegionSolution
  /** What is asked of equity cannot be had: the rules that stand in its way, and the best that can be had. */
  | { readonly kind: 'infeasible'; readonly conflict: RegionConflict; readonly solved: Solved }
  /** Time ran out before any plan was found, or the solver failed. */
  | { readonly kind: 'none'; readonly solved: Solved };

const statusOf = ({ termination, values }: LpSolution): Solved['status'] => {
  if (termination === 'optimal' && values !== null) return 'optimal';
  if (termination === 'time-limit') return 'time-limit';
  return termination === 'infeasible' ? 'infeasible' : 'failed';
};

/** How a model was solved, as a result says it. */
export const solvedAs = (backend: LpBackend, lp: LpModel, solution: LpSolution): Solved => ({
  backend: backend.name,
  status: statusOf(solution),
  gap: solution.gap,
  columns: lp.columns.length,
  rows: lp.rows.length,
});

/** The plan at a point of the model. */
export function planAt(
  { implantations, onCallPairs }: RegionProblem,
  lp: LpModel,
  values: ArrayLike<number>,
) {
  const at = new Map(lp.columns.map(({ id }, column) => [id, Math.round(values[column]!)]));
  const chosen = (id: string): number => at.get(id) ?? 0;
  const sorted = [...implantations].sort((a, b) => (a.id < b.id ? -1 : 1));
  const plan: RegionPlan = {
    additions: sorted.flatMap(({ id, mostAdded }) => {
      const devices = Array.from({ length: mostAdded }, (_, added) => added + 1).find(
        (added) => chosen(COLUMNS.devices(id, added)) === 1,
      );
      return devices === undefined ? [] : [{ implantation: id, devices }];
    }),
    blocks: sorted.flatMap(({ id }) => {
      const blocks = chosen(COLUMNS.blocks(id)) + chosen(COLUMNS.lateBlocks(id));
      return blocks === 0 ? [] : [{ implantation: id, blocks }];
    }),
    onCall: onCallPairs
      .filter(({ closes, goesTo }) => chosen(COLUMNS.onCall(closes, goesTo)) === 1)
      .map(({ closes, goesTo }) => ({ closes, goesTo }))
      .sort((a, b) => (a.closes < b.closes ? -1 : 1)),
  };
  return Object.freeze(plan);
}

/** The bound a user puts on what equity measures; null when there is none. */
export const boundOf = (equity: Equity): number | null => {
  if (equity.kind === 'none') return null;
  return equity.kind === 'travel' ? equity.mostMinutes : equity.mostDays;
};

/** The solution a point is. */
export function solutionAt(
  problem: RegionProblem,
  lp: LpModel,
  found: LpSolution & { readonly values: Float64Array; readonly objective: number },
  solved: Solved,
): RegionSolution {
  const [present, planned] = [presentWeek(problem), weekAt(problem, lp, found.values)];
  const lost = ({ waitingDays, unmetDays }: PredictedWeek) => waitingDays + unmetDays;
  const measure = lp.columns.findIndex(({ id }) => id === COLUMNS.measure);
  return Object.freeze({
    kind: 'plan',
    plan: planAt(problem, lp, found.values),
    present,
    planned,
    predictedDaysSaved: lost(present) - lost(planned),
    days: found.objective,
    bound: found.bound,
    measure: measure < 0 ? null : found.values[measure]!,
    solved,
  });
}

/**
 * The best plan. Without equity, or with a bound on it, the fewest patient-days; where equity is a goal, what it measures is
 * brought as low as it can be, held there, and patient-days come next. Legal rows are never given up. A solve that
 * time cuts short gives the best plan so far with its gap, and says `time-limit`.
 * @param forbidden plans that must differ from the answer: see `RegionAsk`.
 * @throws {RangeError} when the problem is not sound: see `placesOf` and `phasesOf`.
 */
export async function solveRegion(
  problem: RegionProblem,
  equity: Equity,
  backend: LpBackend,
  options: RegionOptions,
  forbidden: RegionAsk['forbidden'] = [],
): Promise<RegionAnswer> {
  const agendaPooling = options.agendaPooling ?? false;
  const ask: RegionAsk = { equity, agendaPooling, goal: 'days', within: boundOf(equity), forbidden };
  let start: Float64Array | null = null;
  let first: Solved | null = null;
  let within = ask.within;
  if (equity.kind !== 'none' && within === null) {
    const lp = regionModel(problem, { ...ask, goal: 'equity' });
    const solution = await backend.solve(lp, settingsOf(options, backend, null));
    first = solvedAs(backend, lp, solution);
    if (!isUsable(solution)) return { kind: 'none', solved: first };
    start = solution.values;
    within = held(solution.objective);
  }
  const lp = regionModel(problem, { ...ask, within });
  const solution = await backend.solve(lp, settingsOf(options, backend, start));
  const solved = solvedAs(backend, lp, solution);
  if (isUsable(solution)) {
    // A goal that time cut short is not reached, whatever is proved of the next.
    const isCut = first !== null && first.status !== 'optimal';
    return solutionAt(problem, lp, solution, isCut ? { ...first!, rows: solved.rows } : solved);
  }
  if (solution.termination !== 'infeasible' || ask.within === null) return { kind: 'none', solved };
  return { kind: 'infeasible', conflict: await whyImpossible(problem, ask, backend, options), solved };
}
