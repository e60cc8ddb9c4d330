/** A plan that is given, as the model sees it: its decisions fixed, the best flows found. */
import type { LpBackend } from '../lp/backend.ts';
import type { LpModel } from '../lp/model.ts';
import { isUsable } from '../lp/solution.ts';
import { COLUMNS } from './columns.ts';
import { regionModel } from './model.ts';
import type { RegionPlan, RegionProblem } from './problem.ts';
import { type RegionSolution, solutionAt, solvedAs } from './solve.ts';
import { type RegionOptions, settingsOf } from './solve-options.ts';

/** Whole-number columns of what a plan decides, and what they are in it. */
export function decisionsOf(problem: RegionProblem, plan: RegionPlan): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const { id, mostAdded, mostBlocks } of problem.implantations) {
    const devices = plan.additions.find(({ implantation }) => implantation === id)?.devices ?? 0;
    const blocks = plan.blocks.find(({ implantation }) => implantation === id)?.blocks ?? 0;
    for (let added = 0; added <= mostAdded; added++)
      values.set(COLUMNS.devices(id, added), added === devices ? 1 : 0);
    values.set(COLUMNS.blocks(id), Math.min(blocks, mostBlocks));
    values.set(COLUMNS.lateBlocks(id), Math.max(0, blocks - mostBlocks));
  }
  for (const { closes, goesTo } of plan.onCall) values.set(COLUMNS.onCall(closes, goesTo), 1);
  return values;
}

/** The model with some of its whole numbers fixed at a plan's; the others stay free. */
export function fixedAt(
  model: LpModel,
  plan: ReadonlyMap<string, number>,
  isFree: (id: string) => boolean,
): LpModel {
  const columns = model.columns.map((column) => {
    if (!column.isInteger || column.id.startsWith('left-out/') || isFree(column.id)) return column;
    const value = plan.get(column.id) ?? 0;
    return Object.freeze({ ...column, lower: value, upper: value });
  });
  return Object.freeze({ ...model, columns: Object.freeze(columns) });
}

/**
 * What the model expects of a plan that is given, with the flows that cost least; null when the plan breaks a rule of the problem, or time
 * ran out.
 */
export async function expectedOf(
  problem: RegionProblem,
  plan: RegionPlan,
  backend: LpBackend,
  options: RegionOptions,
): Promise<RegionSolution | null> {
  const agendaPooling = options.agendaPooling ?? false;
  const model = regionModel(problem, {
    equity: { kind: 'none' },
    agendaPooling,
    goal: 'days',
    within: null,
    forbidden: [],
  });
  const decisions = decisionsOf(problem, plan);
  const there = new Set(model.columns.map(({ id }) => id));
  // What no column can decide is not allowed here.
  if ([...decisions].some(([id, value]) => value > 0 && !there.has(id) && !id.endsWith('/0'))) return null;
  const lp = fixedAt(model, decisions, () => false);
  const solution = await backend.solve(lp, settingsOf(options, backend, null));
  return isUsable(solution) ? solutionAt(problem, lp, solution, solvedAs(backend, lp, solution)) : null;
}
