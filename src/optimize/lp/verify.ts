/** Our own check of every point a solver gives: rows, bounds, whole numbers and objective, recomputed from the model. */
import { activities, type Described, type LpModel, objectiveAt } from './model.ts';

/** Relative to the size of what is compared, and never finer than to 1. */
export const TOLERANCE = 1e-6;

/** How a point fails. */
export interface Violation {
  readonly what: 'number' | 'lower' | 'upper' | 'integer' | 'objective' | 'length';
  /** Id of the row or column; empty for the objective and the whole point. */
  readonly of: string;
  readonly value: number;
  readonly limit: number;
  /** How far beyond, in the same unit; infinite where there is no distance. */
  readonly excess: number;
}

const allowance = (...sizes: readonly number[]): number => TOLERANCE * Math.max(1, ...sizes.map(Math.abs));

function outside(one: Described, value: number, size: number): Violation[] {
  const { id: of, lower, upper } = one;
  const beyond = (limit: number, excess: number): boolean =>
    Number.isFinite(limit) && excess > allowance(limit, size);
  if (beyond(lower, lower - value))
    return [{ what: 'lower', of, value, limit: lower, excess: lower - value }];
  if (beyond(upper, value - upper))
    return [{ what: 'upper', of, value, limit: upper, excess: value - upper }];
  return [];
}

/**
 * Everything wrong with a point, the largest excess first; empty when it may be used. A row may be missed by 1e-6 of
 * the largest of 1, its bound and its largest term; a whole number by 1e-6; the claimed objective, if any, by 1e-6 of
 * the largest of 1, itself and the largest of its terms.
 */
export function violations(
  model: LpModel,
  values: ArrayLike<number>,
  claimed: number | null = null,
): readonly Violation[] {
  const { columns, rows } = model;
  if (values.length !== columns.length) {
    const [value, limit] = [values.length, columns.length];
    return [{ what: 'length', of: '', value, limit, excess: Infinity }];
  }
  const numbers = columns.flatMap(({ id: of }, at): Violation[] =>
    Number.isFinite(values[at])
      ? []
      : [{ what: 'number', of, value: values[at]!, limit: 0, excess: Infinity }],
  );
  if (numbers.length > 0) return numbers;
  const found = columns.flatMap((column, at): Violation[] => {
    const value = values[at]!;
    const excess = column.isInteger ? Math.abs(value - Math.round(value)) : 0;
    const whole: Violation = { what: 'integer', of: column.id, value, limit: Math.round(value), excess };
    return [...outside(column, value, 0), ...(excess > TOLERANCE ? [whole] : [])];
  });
  const { activity, largest } = activities(model, values);
  found.push(...rows.flatMap((row, at) => outside(row, activity[at]!, largest[at]!)));
  if (claimed !== null) {
    const value = objectiveAt(model, values);
    const terms = columns.map(({ cost }, at) => cost * values[at]!);
    const excess = Math.abs(value - claimed);
    if (!(excess <= allowance(value, ...terms)))
      found.push({ what: 'objective', of: '', value, limit: claimed, excess });
  }
  return found.sort((a, b) => b.excess - a.excess);
}

/**
 * The point with its whole numbers exactly whole, when that point holds as well; else null. A binary of 1e-9 that
 * switches on a large coefficient is caught here: rounded, its row is broken.
 */
export function wholePoint(model: LpModel, values: ArrayLike<number>): Float64Array | null {
  const whole = Float64Array.from(model.columns, ({ isInteger }, at) =>
    // No −0, which prints with a sign.
    isInteger ? Math.round(values[at]!) + 0 : values[at]!,
  );
  return violations(model, whole).length === 0 ? whole : null;
}
