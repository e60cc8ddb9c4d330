/** The same model with something changed: bounds, rows left out, whole numbers let go or fixed. */
import type { LpColumn, LpModel, LpRow } from './model.ts';

interface Bounds {
  readonly lower?: number;
  readonly upper?: number;
}

const changed = <T extends LpRow>(list: readonly T[], changes: ReadonlyMap<string, Bounds>): readonly T[] => {
  for (const id of changes.keys())
    if (!list.some((one) => one.id === id)) throw new RangeError(`no row or column ${id}`);
  return Object.freeze(
    list.map((one) => {
      const bounds = changes.get(one.id);
      if (bounds === undefined) return one;
      const next = { ...one, ...bounds };
      if (!(next.lower <= next.upper)) throw new RangeError(`bounds of ${one.id} cross`);
      return Object.freeze(next);
    }),
  );
};

/** With other bounds of these rows. Throws a RangeError when there is no such row, or when its bounds cross. */
export const withRowBounds = (model: LpModel, changes: ReadonlyMap<string, Bounds>): LpModel =>
  Object.freeze({ ...model, rows: changed(model.rows, changes) });

/** With only the rows at these positions, in their order. */
export function withRowsAt(model: LpModel, kept: ReadonlySet<number>): LpModel {
  const place = new Int32Array(model.rows.length).fill(-1);
  const rows = model.rows.filter((_, at) => kept.has(at));
  let next = 0;
  model.rows.forEach((_, at) => {
    if (kept.has(at)) {
      place[at] = next;
      next += 1;
    }
  });
  const starts = new Int32Array(model.matrix.starts.length);
  const positions: number[] = [];
  const values: number[] = [];
  model.columns.forEach((_, column) => {
    for (let at = model.matrix.starts[column]!; at < model.matrix.starts[column + 1]!; at++) {
      const row = place[model.matrix.rows[at]!]!;
      if (row < 0) continue;
      positions.push(row);
      values.push(model.matrix.values[at]!);
    }
    starts[column + 1] = positions.length;
  });
  const matrix = { starts, rows: Int32Array.from(positions), values: Float64Array.from(values) };
  return Object.freeze({ ...model, rows: Object.freeze(rows), matrix: Object.freeze(matrix) });
}

const withColumns = (model: LpModel, change: (column: LpColumn, at: number) => LpColumn): LpModel =>
  Object.freeze({
    ...model,
    columns: Object.freeze(model.columns.map((column, at) => Object.freeze(change(column, at)))),
  });

/** The LP relaxation: whole numbers may be fractions. */
export const relaxed = (model: LpModel): LpModel =>
  withColumns(model, (column) => ({ ...column, isInteger: false }));

/** Nothing to minimise: any point that holds is best. */
export const withoutCosts = (model: LpModel): LpModel =>
  Object.freeze({ ...withColumns(model, (column) => ({ ...column, cost: 0 })), offset: 0 });

/** The LP that is left when whole numbers stay at what they are, rounded, at a point. */
export const fixedIntegers = (model: LpModel, values: ArrayLike<number>): LpModel =>
  withColumns(model, (column, at) => {
    if (!column.isInteger) return column;
    const value = Math.round(values[at]!) + 0;
    return { ...column, isInteger: false, lower: value, upper: value };
  });
