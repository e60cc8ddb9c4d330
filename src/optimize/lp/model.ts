/**
 * A linear or mixed-integer model as data. Every row and column says what it means to a planner: its sentence, its
 * place, its unit and who owns it, so that whatever a solver answers can be told in words.
 */
import type { Label } from '../../model/scenario.ts';

/** Who could change a rule: the law, those who draw up rosters, those who pay, or the department's own habits. */
export const OWNERS = ['law', 'staff', 'budget', 'rule'] as const;
export type Owner = (typeof OWNERS)[number];

/** What a row or a column is about; what does not apply is left out. */
export interface LpScope {
  readonly room?: string;
  /** `mon`…`sun`, or a date. */
  readonly day?: string;
  /** `18:00-20:00`. */
  readonly slot?: string;
  readonly class?: string;
  readonly department?: string;
}

/** What rows and columns have in common. */
export interface Described {
  /** Unique among the rows, or among the columns, of its model. */
  readonly id: string;
  readonly label: Label;
  readonly scope: LpScope;
  /** Unit of the bounds: hours a week, exams… */
  readonly unit: Label;
  readonly owner: Owner;
  /** −Infinity: none. */
  readonly lower: number;
  /** Infinity: none. */
  readonly upper: number;
  /** Whether its bounds may be given up to make a plan possible. What the law owns never is. */
  readonly isRelaxable: boolean;
  /** Cost of giving up one unit of a bound; 0 when it is not relaxable. */
  readonly penalty: number;
}

/** What may be decided. */
export interface LpColumn extends Described {
  /** Of one unit, in the objective. */
  readonly cost: number;
  readonly isInteger: boolean;
}

/** What must hold: `lower ≤ Σ coefficient × column ≤ upper`. */
export type LpRow = Described;

/** Coefficients by columns: those of column j are at `starts[j]` up to `starts[j + 1]`, by growing row. */
export interface LpMatrix {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** Made by `LpBuilder`, which checks it; frozen but for the numbers of its matrix, which nothing writes. */
export interface LpModel {
  readonly name: string;
  readonly sense: 'min' | 'max';
  /** Added to the objective. */
  readonly offset: number;
  readonly columns: readonly LpColumn[];
  readonly rows: readonly LpRow[];
  readonly matrix: LpMatrix;
}

/** Whether a solution must be in whole numbers somewhere: a MILP, else an LP. */
export const hasIntegers = (model: LpModel): boolean => model.columns.some(({ isInteger }) => isInteger);

/** +1 when the objective is minimised, −1 when it is maximised. */
export const signOf = (model: LpModel): 1 | -1 => (model.sense === 'min' ? 1 : -1);

/** Position of the row or column of that id; −1 when there is none. */
export const positionOf = (list: readonly Described[], id: string): number =>
  list.findIndex((one) => one.id === id);

/**
 * Activity of every row at a point: `Σ coefficient × value`, in the unit of the row, and the size of its largest
 * term, against which rounding is judged.
 */
export function activities(
  { rows, columns, matrix }: LpModel,
  values: ArrayLike<number>,
): { readonly activity: Float64Array; readonly largest: Float64Array } {
  const activity = new Float64Array(rows.length);
  const largest = new Float64Array(rows.length);
  for (let column = 0; column < columns.length; column++) {
    for (let at = matrix.starts[column]!; at < matrix.starts[column + 1]!; at++) {
      const row = matrix.rows[at]!;
      const term = matrix.values[at]! * values[column]!;
      activity[row]! += term;
      largest[row] = Math.max(largest[row]!, Math.abs(term));
    }
  }
  return { activity, largest };
}

/** The objective at a point: offset + Σ cost × value. */
export function objectiveAt({ offset, columns }: LpModel, values: ArrayLike<number>): number {
  return columns.reduce((sum, { cost }, column) => sum + cost * values[column]!, offset);
}
