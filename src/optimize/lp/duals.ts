/** Our own check of the duals of an LP: they must prove the objective, or they are not shown. */
import { type LpModel, signOf } from './model.ts';
import { TOLERANCE } from './verify.ts';

/** Duals of a maximisation are those of the objective as it is written: what one more unit of a bound adds to it. */
export interface Duals {
  /** By column: its reduced cost. */
  readonly columns: Float64Array;
  /** By row. */
  readonly rows: Float64Array;
}

/** Multiplier × the bound it pushes against; −Infinity when there is none on that side. */
function worth(multiplier: number, lower: number, upper: number, slack: number): number {
  if (Math.abs(multiplier) <= slack) {
    // Rounding may point at a side that has no bound; it is then taken for 0.
    const bound = multiplier > 0 ? lower : upper;
    return Number.isFinite(bound) ? multiplier * bound : 0;
  }
  const bound = multiplier > 0 ? lower : upper;
  return Number.isFinite(bound) ? multiplier * bound : -Infinity;
}

/**
 * The bound on the objective that row duals prove by weak duality, in the unit of the objective: no point of an LP has
 * a smaller objective (larger, when it is maximised). Infinite when they prove none.
 */
export function provenBound(model: LpModel, rowDuals: ArrayLike<number>): number {
  const { columns, rows, matrix } = model;
  const sign = signOf(model);
  let bound = sign * model.offset;
  rows.forEach(({ lower, upper }, row) => {
    bound += worth(sign * rowDuals[row]!, lower, upper, TOLERANCE);
  });
  columns.forEach(({ lower, upper, cost }, column) => {
    let reduced = sign * cost;
    let size = Math.abs(cost);
    for (let at = matrix.starts[column]!; at < matrix.starts[column + 1]!; at++) {
      const term = sign * rowDuals[matrix.rows[at]!]! * matrix.values[at]!;
      reduced -= term;
      size = Math.max(size, Math.abs(term));
    }
    bound += worth(reduced, lower, upper, TOLERANCE * Math.max(1, size));
  });
  return sign * bound;
}

/**
 * Whether duals prove an objective to be the best there is, to 1e-6 of the largest of 1 and itself (strong duality).
 * A MILP has no duals: its answer is no.
 */
export function proves(model: LpModel, duals: Duals, objective: number): boolean {
  if (model.columns.some(({ isInteger }) => isInteger)) return false;
  const bound = provenBound(model, duals.rows);
  return Math.abs(bound - objective) <= TOLERANCE * Math.max(1, Math.abs(objective));
}
