/** Models javascript-lp-solver would answer wrongly, or not in this life: they are refused before it sees them. */
import { denseCells } from './jslp-model.ts';
import type { LpModel } from './model.ts';
import { type Reason, reason } from './solution.ts';

/** Its table is dense: 5 million cells are 40 MB, copied at every branch. */
export const MOST_CELLS = 5_000_000;
/** 51 whole numbers took it a minute without a proof. */
export const MOST_INTEGERS = 50;
/** It works with 1e-8 and rounds to it: a coefficient below 1e-5 may lose its meaning, or vanish. */
export const SMALLEST_COEFFICIENT = 1e-5;
export const LARGEST_COEFFICIENT = 1e7;
/** Widest ratio of coefficients in a row that holds a whole number: with more, 5e-10 of a binary is a way through. */
export const WIDEST_SWITCH = 1e3;

interface Spread {
  smallest: number;
  largest: number;
  hasInteger: boolean;
}

function spreads({ rows, columns, matrix }: LpModel): readonly Spread[] {
  const found = rows.map((): Spread => ({ smallest: Infinity, largest: 0, hasInteger: false }));
  columns.forEach(({ isInteger }, column) => {
    for (let at = matrix.starts[column]!; at < matrix.starts[column + 1]!; at++) {
      const one = found[matrix.rows[at]!]!;
      const size = Math.abs(matrix.values[at]!);
      one.smallest = Math.min(one.smallest, size);
      one.largest = Math.max(one.largest, size);
      one.hasInteger ||= isInteger;
    }
  });
  return found;
}

function numberRefusal(of: string, size: number): Reason | null {
  if (size > LARGEST_COEFFICIENT)
    return reason('coefficient-too-large', { of, value: size, limit: LARGEST_COEFFICIENT });
  if (size > 0 && size < SMALLEST_COEFFICIENT)
    return reason('coefficient-too-small', { of, value: size, limit: SMALLEST_COEFFICIENT });
  return null;
}

/** Why a model is not given to the package; null when it may be. */
export function jslpRefusal(model: LpModel): Reason | null {
  const cells = denseCells(model);
  if (cells > MOST_CELLS) return reason('too-many-cells', { cells, limit: MOST_CELLS });
  const integers = model.columns.filter(({ isInteger }) => isInteger).length;
  if (integers > MOST_INTEGERS) return reason('too-many-integers', { integers, limit: MOST_INTEGERS });
  for (const { id, cost } of model.columns) {
    const refusal = numberRefusal(id, Math.abs(cost));
    if (refusal !== null) return refusal;
  }
  for (const [at, { smallest, largest, hasInteger }] of spreads(model).entries()) {
    if (largest === 0) continue;
    const { id } = model.rows[at]!;
    const refusal = numberRefusal(id, largest) ?? numberRefusal(id, smallest);
    if (refusal !== null) return refusal;
    if (hasInteger && largest / smallest > WIDEST_SWITCH)
      return reason('scale-too-wide', { of: id, value: largest / smallest, limit: WIDEST_SWITCH });
  }
  return null;
}
