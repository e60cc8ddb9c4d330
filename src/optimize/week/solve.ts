/** The best week of the linear model, goal after goal. */
import type { Solved } from '../../model/results/optimize.ts';
import type { LpBackend, SolveOptions } from '../lp/backend.ts';
import type { LpModel } from '../lp/model.ts';
import { isUsable, type LpSolution } from '../lp/solution.ts';
import { predictedDelays } from './allot.ts';
import { keyOf, type Pick } from './change.ts';
import type { Curves } from './curves.ts';
import { COLUMNS, type WeekAsk } from './draft.ts';
import { forGoal, GOALS, type Goal, holding } from './goals.ts';
import { weekModel } from './model.ts';
import { poolsFirst } from './pooled.ts';
import type { WeekPlan, WeekProblem } from './problem.ts';

/** Up to so many changes the best is proved to the solver's own gap; beyond, to a ten-thousandth. */
const PROVED_CHANGES = 8;
const WIDER_GAP = 1e-4;

/** What became of one goal. */
export interface GoalReached {
  readonly goal: Goal;
  /** In the unit of its row. */
  readonly value: number;
  /** No week is better than this; null when nothing was proved. */
  readonly bound: number | null;
}

export interface SolvedWeek {
  /** Null when no week was found: none is possible, or time ran out. */
  readonly plan: WeekPlan | null;
  /** Patient-days a week that the surrogate expects the plan to save; 0 without a plan. */
  readonly predictedDaysSaved: number;
  readonly solved: Solved;
  readonly goals: readonly GoalReached[];
  /** The model of the goal of delay, goals before it held; the first that failed when there is no plan. */
  readonly lp: LpModel;
  /** The last point, by column of `lp`; null without a plan. */
  readonly values: Float64Array | null;
  /** Why there is no plan: the solution of the pass that found none. */
  readonly failed: LpSolution | null;
}

/** The plan of some picks. */
export function planOf(problem: WeekProblem, picks: readonly Pick[]): WeekPlan {
  const sum = (of: (pick: Pick) => number) => picks.reduce((total, pick) => total + of(pick), 0);
  return Object.freeze({
    key: keyOf(picks),
    picks: Object.freeze([...picks]),
    changes: sum(({ times }) => times),
    openedHours: sum(({ change, times }) => times * change.openedHours),
    eurosPerYear: sum(({ change, times }) => times * (problem.eurosPerYear.get(change.id) ?? 0)),
  });
}

/** What is done at a point of the model. */
function picksAt(problem: WeekProblem, lp: LpModel, values: ArrayLike<number>): readonly Pick[] {
  const at = new Map(lp.columns.map(({ id }, column) => [id, column]));
  return problem.changes.flatMap((change) => {
    const times = Math.round(values[at.get(COLUMNS.times(change))!]!);
    return times > 0 ? [{ change, times }] : [];
  });
}

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

/**
 * The best week: urgent cover first, then days beyond targets, days of waiting, money, number of changes; each goal is held at what
 * was reached and the next starts from that point. The status and gap shown are those of the days of waiting. A goal that time cuts
 * short keeps its best point, and says so.
 */
export async function solveWeek(
  problem: WeekProblem,
  curves: Curves,
  ask: WeekAsk,
  solver: LpBackend,
  options: SolveOptions,
): Promise<SolvedWeek> {
  const backend = poolsFirst(solver);
  let model = weekModel(problem, curves, ask);
  const gap = options.relativeGap ?? (ask.changes > PROVED_CHANGES ? WIDER_GAP : undefined);
  const settings = {
    timeLimitSeconds: options.timeLimitSeconds,
    ...(gap === undefined ? {} : { relativeGap: gap }),
  };
  const goals: GoalReached[] = [];
  let start = options.start;
  let shown: { readonly lp: LpModel; readonly solution: LpSolution } | null = null;
  for (const goal of GOALS) {
    const lp = forGoal(model, goal);
    if (lp === null) continue;
    const isStarted = start !== undefined && backend.takesStart;
    const solution = await backend.solve(lp, { ...settings, ...(isStarted ? { start: start! } : {}) });
    if (!isUsable(solution)) {
      // A point of the goal before is still a plan.
      if (start !== undefined && shown !== null) break;
      return without(backend, lp, solution, goals);
    }
    goals.push({ goal, value: solution.objective, bound: solution.bound });
    // Where nobody waits there is no goal of delay: the last one is shown.
    if (goal === 'delay' || shown === null) shown = { lp, solution };
    start = solution.values;
    model = holding(model, goal, solution.objective);
  }
  const { lp, solution } = shown!;
  const picks = picksAt(problem, lp, start!);
  const days = (of: readonly Pick[]) => predictedDelays(problem, curves, of).patientDays;
  return {
    plan: planOf(problem, picks),
    predictedDaysSaved: picks.length === 0 ? 0 : days([]) - days(picks),
    solved: solvedAs(backend, lp, solution),
    goals,
    lp,
    values: Float64Array.from(start!),
    failed: null,
  };
}

const without = (
  backend: LpBackend,
  lp: LpModel,
  solution: LpSolution,
  goals: readonly GoalReached[],
): SolvedWeek => ({
  plan: null,
  predictedDaysSaved: 0,
  solved: solvedAs(backend, lp, solution),
  goals,
  lp,
  values: null,
  failed: solution,
});
