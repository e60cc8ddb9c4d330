/** Small models by hand, and what a test asks of a backend. */
import { type ColumnSpec, LpBuilder, type RowSpec } from '../../../../src/optimize/lp/builder.ts';
import type { LpModel } from '../../../../src/optimize/lp/model.ts';
import { label, UNIT } from './generate.ts';

export type SmallColumn = Partial<ColumnSpec> & { readonly id: string };
export type SmallRow = Partial<RowSpec> & Pick<RowSpec, 'id' | 'terms'>;

/** A model from what matters of its columns and rows. */
export function small(
  columns: readonly SmallColumn[],
  rows: readonly SmallRow[] = [],
  sense: LpModel['sense'] = 'min',
): LpModel {
  const builder = new LpBuilder('small', sense);
  for (const column of columns) builder.column({ label: label(column.id), unit: UNIT, ...column });
  for (const row of rows) builder.row({ label: label(row.id), unit: UNIT, ...row });
  return builder.build();
}

/** Hours of two rooms: at most 10 together, the first at most 6, worth 3 and 2 an hour. Best: 6 and 4, worth 26. */
export const twoRooms = (isInteger = false): LpModel =>
  small(
    [
      { id: 'first', upper: 6, cost: 3, isInteger },
      { id: 'second', cost: 2, isInteger },
    ],
    [
      {
        id: 'hours',
        upper: 10,
        terms: [
          ['first', 1],
          ['second', 1],
        ],
      },
    ],
    'max',
  );

export const QUICK = Object.freeze({ timeLimitSeconds: 30 });
