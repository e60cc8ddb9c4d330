/** A model of the week solved by how often sessions alike are opened, their days falling into place by themselves. */
import type { LpBackend, SolveOptions } from '../lp/backend.ts';
import { type LpModel, objectiveAt } from '../lp/model.ts';
import { isUsable, type LpSolution } from '../lp/solution.ts';
import { wholePoint } from '../lp/verify.ts';

/** Rules that weigh days one by one: with them days do not fall into place by themselves. */
const BY_DAY = ['together', 'roster', 'rest', 'shift'];

const hasDays = ({ rows }: LpModel): boolean => rows.some(({ id }) => BY_DAY.includes(id.split('/')[0]!));

/** Columns of changes that a pool adds up: whole numbers of the pool mostly leave them whole. */
function pooledColumns({ columns, rows, matrix }: LpModel): ReadonlySet<number> {
  const found = new Set<number>();
  columns.forEach(({ id }, column) => {
    if (!id.startsWith('n/')) return;
    for (let at = matrix.starts[column]!; at < matrix.starts[column + 1]!; at++)
      if (rows[matrix.rows[at]!]!.id.startsWith('pool/')) found.add(column);
  });
  return found;
}

/** The model in which only pools, and changes that are in none, are whole. */
function withPoolsWhole(model: LpModel): LpModel {
  const pooled = pooledColumns(model);
  const columns = model.columns.map((column, at) =>
    pooled.has(at) ? Object.freeze({ ...column, isInteger: false }) : column,
  );
  return Object.freeze({ ...model, columns: Object.freeze(columns) });
}

/**
 * A backend that solves a model of the week first with its pools whole only, which is three to five times quicker. Its bound holds
 * for the model itself; so does its point when days have come out whole, which is checked on the model. Where they have not, or
 * nothing usable came, the model is solved as it is, each of the two in half the time. A model with rules on staff by day is solved as
 * it is at once.
 */
export const poolsFirst = (backend: LpBackend): LpBackend => ({
  name: backend.name,
  takesStart: backend.takesStart,
  async solve(model: LpModel, options: SolveOptions): Promise<LpSolution> {
    if (hasDays(model)) return backend.solve(model, options);
    const half = { ...options, timeLimitSeconds: options.timeLimitSeconds / 2 };
    const solution = await backend.solve(withPoolsWhole(model), half);
    // Fewer numbers are whole: what is impossible then is impossible.
    if (solution.termination === 'infeasible') return solution;
    const values = isUsable(solution) ? wholePoint(model, solution.values) : null;
    if (values !== null) return { ...solution, values, objective: objectiveAt(model, values) };
    return backend.solve(model, half);
  },
});
