/** A model as javascript-lp-solver takes it, and its answer as ours. Names are ours alone, so that none hides a result. */
import { hasIntegers, type LpColumn, type LpModel } from './model.ts';
import { type LpSolution, type RawSolution, reason, settled, withoutPoint } from './solution.ts';
import { TOLERANCE } from './verify.ts';

/** Plain data: it crosses to a worker as it is. */
export interface JslpModel {
  readonly optimize: string;
  readonly opType: 'min' | 'max';
  readonly constraints: Readonly<Record<string, JslpBound>>;
  readonly variables: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly ints: Readonly<Record<string, 1>>;
  readonly unrestricted: Readonly<Record<string, 1>>;
  readonly options: JslpOptions;
}

interface JslpBound {
  readonly min?: number;
  readonly max?: number;
  readonly equal?: number;
}

export interface JslpOptions {
  /** Off: what it fixes in advance it takes out of the objective. */
  readonly presolve: boolean;
  /** Off: a cycle that is found is told as infeasible. */
  readonly exitOnCycles: boolean;
  /** Milliseconds. Never set here: what it gives at its time-out cannot be told from an optimum. */
  readonly timeout?: number;
}

/** Its answer, values by its own names; those that are 0 are left out. */
export interface JslpAnswer {
  readonly feasible: boolean;
  readonly bounded: boolean;
  readonly isIntegral: boolean;
  readonly result: number;
  readonly values: Readonly<Record<string, number>>;
}

const OBJECTIVE = 'objective';
const columnName = (at: number): string => `c${at}`;
const rowName = (at: number): string => `r${at}`;
const upperName = (at: number): string => `u${at}`;

/** Every variable of the package is at least 0, or free: how a column follows from its variable. */
interface Shift {
  readonly sign: 1 | -1;
  readonly from: number;
  readonly isFree: boolean;
  /** Largest value of the variable. */
  readonly most: number;
}

function shiftOf({ lower, upper, isInteger }: LpColumn): Shift {
  const from = isInteger ? Math.ceil(lower - TOLERANCE) : lower;
  const to = isInteger ? Math.floor(upper + TOLERANCE) : upper;
  if (Number.isFinite(from)) return { sign: 1, from, isFree: false, most: to - from };
  if (Number.isFinite(to)) return { sign: -1, from: to, isFree: false, most: Infinity };
  return { sign: 1, from: 0, isFree: true, most: Infinity };
}

const boundOf = (lower: number, upper: number): JslpBound | null => {
  if (lower === upper) return { equal: lower };
  if (lower === -Infinity && upper === Infinity) return null;
  return {
    ...(lower === -Infinity ? {} : { min: lower }),
    ...(upper === Infinity ? {} : { max: upper }),
  };
};

/** Cells of the dense table it would fill, copied at every branch: a row a bound, a column a variable. */
export function denseCells({ rows, columns }: LpModel): number {
  const sides = rows.reduce(
    (sum, { lower, upper }) => sum + (lower > -Infinity ? 1 : 0) + (upper < Infinity ? 1 : 0),
    0,
  );
  const uppers = columns.filter((column) => Number.isFinite(shiftOf(column).most)).length;
  return (sides + uppers + 1) * (columns.length + 1);
}

const SETTINGS: JslpOptions = Object.freeze({ presolve: false, exitOnCycles: false });

/** The model for the package: bounds of columns as rows, columns shifted so that each begins at 0. */
export function jslpModel(model: LpModel, options: JslpOptions = SETTINGS): JslpModel {
  const { rows, columns, matrix } = model;
  const shifts = columns.map(shiftOf);
  /** What the shifts add to each row. */
  const moved = new Float64Array(rows.length);
  const variables = columns.map(({ cost }, column): Record<string, number> => {
    const { sign, from, most } = shifts[column]!;
    const terms: Record<string, number> = { [OBJECTIVE]: sign * cost };
    for (let at = matrix.starts[column]!; at < matrix.starts[column + 1]!; at++) {
      const row = matrix.rows[at]!;
      terms[rowName(row)] = sign * matrix.values[at]!;
      moved[row]! += from * matrix.values[at]!;
    }
    if (Number.isFinite(most)) terms[upperName(column)] = 1;
    return terms;
  });
  const constraints: [string, JslpBound][] = rows.flatMap(({ lower, upper }, at): [string, JslpBound][] => {
    const bound = boundOf(lower - moved[at]!, upper - moved[at]!);
    return bound === null ? [] : [[rowName(at), bound]];
  });
  shifts.forEach(({ most }, at) => {
    if (Number.isFinite(most)) constraints.push([upperName(at), { max: most }]);
  });
  const chosen = (holds: (at: number) => boolean): Record<string, 1> =>
    Object.fromEntries(columns.flatMap((_, at) => (holds(at) ? [[columnName(at), 1]] : [])));
  return {
    optimize: OBJECTIVE,
    opType: model.sense,
    constraints: Object.fromEntries(constraints),
    variables: Object.fromEntries(variables.map((terms, at) => [columnName(at), terms])),
    ints: chosen((at) => columns[at]!.isInteger),
    unrestricted: chosen((at) => shifts[at]!.isFree),
    options,
  };
}

/** The point of an answer, by column of the model. */
export const jslpValues = ({ columns }: LpModel, { values }: JslpAnswer): Float64Array =>
  Float64Array.from(columns, (column, at) => {
    const { sign, from } = shiftOf(column);
    return from + sign * (values[columnName(at)] ?? 0);
  });

/** What the shifts and the offset add to its objective. */
function constantOf(model: LpModel): number {
  return model.columns.reduce((sum, column) => sum + column.cost * shiftOf(column).from, model.offset);
}

/**
 * An answer as a solution. It has no bound and no proof: `optimal` is what the package says. A MILP without whole
 * numbers was stopped before it had any (`time-limit`); an objective without limit is `unbounded`, though the package
 * calls it feasible.
 */
export function jslpSettled(backend: string, model: LpModel, answer: JslpAnswer): LpSolution {
  if (!answer.feasible) return withoutPoint(backend, 'infeasible');
  if (!answer.bounded || !Number.isFinite(answer.result)) return withoutPoint(backend, 'unbounded');
  const values = jslpValues(model, answer);
  const fractional = model.columns.findIndex(
    ({ isInteger }, at) => isInteger && Math.abs(values[at]! - Math.round(values[at]!)) > TOLERANCE,
  );
  if (hasIntegers(model) && (fractional >= 0 || !answer.isIntegral)) {
    const at = Math.max(0, fractional);
    const why = reason('fractional-point', { column: model.columns[at]!.id, value: values[at]! });
    return withoutPoint(backend, 'time-limit', why);
  }
  const raw: RawSolution = {
    termination: 'optimal',
    values,
    objective: answer.result + constantOf(model),
    bound: null,
    duals: null,
    basis: null,
    reason: null,
  };
  return settled(backend, model, raw);
}
