/** The cheapest way to make an impossible model possible: which bounds to give up, by how much. Legal ones never. */
import type { LpBackend, SolveOptions } from './backend.ts';
import { LpBuilder } from './builder.ts';
import { activities, type Described, type LpModel } from './model.ts';
import { isUsable, type LpSolution } from './solution.ts';
import { TOLERANCE } from './verify.ts';

/** One bound given up in part. */
export interface Relaxation {
  readonly kind: 'row' | 'column';
  readonly of: Described;
  readonly side: 'lower' | 'upper';
  /** As it is. */
  readonly from: number;
  /** As it would have to be, in the unit of the row or column. */
  readonly to: number;
  /** Penalty × change. */
  readonly cost: number;
}

export interface Relaxations {
  /** Costliest first; empty when nothing has to be given up, or when `solution` has no point. */
  readonly relaxations: readonly Relaxation[];
  /** Sum of their costs; null without a point. */
  readonly cost: number | null;
  /**
   * Of the relaxed model, whose objective is the cost and whose columns begin with those of the model. `infeasible`:
   * giving up everything that may be given up does not help.
   */
  readonly solution: LpSolution;
}

interface Give {
  readonly kind: Relaxation['kind'];
  readonly of: Described;
  readonly at: number;
  readonly side: Relaxation['side'];
  /** Id of the column that says by how much. */
  readonly column: string;
}

const givesOf = (kind: Give['kind'], list: readonly Described[]): readonly Give[] =>
  list.flatMap((of, at) => {
    if (!of.isRelaxable || of.owner === 'law') return [];
    const give = (side: Give['side']): Give => ({ kind, of, at, side, column: `give/${kind}${at}/${side}` });
    return [
      ...(of.lower > -Infinity ? [give('lower')] : []),
      ...(of.upper < Infinity ? [give('upper')] : []),
    ];
  });

const AMOUNT = { en: 'given up', fr: 'abandonné' };

/** The terms of each row, by id of column. */
function termsOf({ columns, rows, matrix }: LpModel): [string, number][][] {
  const terms = rows.map((): [string, number][] => []);
  columns.forEach(({ id }, column) => {
    for (let at = matrix.starts[column]!; at < matrix.starts[column + 1]!; at++)
      terms[matrix.rows[at]!]!.push([id, matrix.values[at]!]);
  });
  return terms;
}

/**
 * The elastic model: a column beside each relaxable bound says by how much it is given up, at its penalty; nothing
 * else costs. (Elastic programming: Chinneck 2008, chapter 6.)
 */
function elastic(model: LpModel): { readonly model: LpModel; readonly gives: readonly Give[] } {
  const gives = [...givesOf('column', model.columns), ...givesOf('row', model.rows)];
  const given = new Map<Described, [string, number][]>();
  for (const { of, side, column } of gives)
    given.set(of, [...(given.get(of) ?? []), [column, side === 'lower' ? 1 : -1]]);
  const builder = new LpBuilder(`${model.name}:elastic`, 'min');
  for (const spec of model.columns) {
    const { isRelaxable: _, penalty: __, ...column } = spec;
    builder.column({ ...column, cost: 0, ...(given.has(spec) ? { lower: -Infinity, upper: Infinity } : {}) });
  }
  for (const { of, column } of gives)
    builder.column({ id: column, label: AMOUNT, unit: of.unit, cost: of.penalty });
  for (const column of model.columns) {
    const { id, label, unit, lower, upper } = column;
    const terms = given.get(column);
    if (terms !== undefined)
      builder.row({ id: `bounds/${id}`, label, unit, lower, upper, terms: [[id, 1], ...terms] });
  }
  const terms = termsOf(model);
  model.rows.forEach((spec, at) => {
    const { isRelaxable: _, penalty: __, ...row } = spec;
    builder.row({ ...row, terms: [...terms[at]!, ...(given.get(spec) ?? [])] });
  });
  return { model: builder.build(), gives };
}

/**
 * Which bounds to give up, at least cost, so that the rest holds. Works on any model, and any backend: the point of the
 * elastic model is checked as any other. What nobody may give up (`isRelaxable` false, and all the law owns) stays.
 */
export async function cheapestRelaxations(
  model: LpModel,
  backend: LpBackend,
  options: SolveOptions,
): Promise<Relaxations> {
  const { model: asked, gives } = elastic(model);
  const solution = await backend.solve(asked, options);
  if (!isUsable(solution)) return Object.freeze({ relaxations: [], cost: null, solution });
  const { values } = solution;
  const { activity } = activities(model, values);
  const needed = gives.flatMap(({ kind, of, at, side }): Relaxation[] => {
    const to = kind === 'row' ? activity[at]! : values[at]!;
    const from = of[side];
    const change = side === 'lower' ? from - to : to - from;
    if (change <= TOLERANCE * Math.max(1, Math.abs(from))) return [];
    return [Object.freeze({ kind, of, side, from, to, cost: of.penalty * change })];
  });
  const relaxations = Object.freeze(needed.sort((a, b) => b.cost - a.cost));
  return Object.freeze({ relaxations, cost: solution.objective, solution });
}
