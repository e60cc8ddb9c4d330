/** Why a model is impossible: a smallest set of its rows that cannot hold together. */
import type { LpBackend, SolveOptions } from './backend.ts';
import { withoutCosts, withRowsAt } from './edit.ts';
import { type HighsBackend, highsData } from './highs.ts';
import type { LpColumn, LpModel, LpRow } from './model.ts';
import type { Termination } from './solution.ts';

export interface Conflict {
  /** Rows that cannot all hold, in the order of the model; empty when the bounds of columns conflict by themselves. */
  readonly rows: readonly LpRow[];
  /** Columns of these rows whose bounds take part or may take part. */
  readonly columns: readonly LpColumn[];
  /** Whether it was shown that without any one of these rows the others can hold. */
  readonly isMinimal: boolean;
  /** Solves it took. */
  readonly solves: number;
}

/** Either the conflict, or why there is none: the model has a point, or it could not be told in time. */
export type ConflictAnswer =
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'none'; readonly termination: Termination };

/** HiGHS's strategies: an irreducible set with rows first; if it finds none, any infeasible subset of the relaxation. */
const STRATEGIES = [6, 2] as const;
const NOT_IN_CONFLICT = -1;

/**
 * Rows that HiGHS finds in conflict when whole numbers may be fractions: by position, unproved; empty when the
 * relaxation has a point, or when it finds none.
 */
export async function highsConflictRows(
  backend: HighsBackend,
  model: LpModel,
  { timeLimitSeconds }: SolveOptions,
): Promise<readonly number[]> {
  const highs = await backend.highs();
  return highs.withModel((run) => {
    run.options.set({ output_flag: false, time_limit: timeLimitSeconds, iis_time_limit: timeLimitSeconds });
    run.passModel(highsData(withoutCosts(model)));
    run.clearIntegrality();
    for (const strategy of STRATEGIES) {
      run.options.set('iis_strategy', strategy);
      const { rowIndex, rowStatus } = run.getIis();
      const rows = [...rowIndex].filter((row) => rowStatus[row] !== NOT_IN_CONFLICT);
      if (rows.length > 0) return rows.sort((a, b) => a - b);
    }
    return [];
  });
}

/** Counts solves, and says what comes of some of the rows. */
class Prober {
  solves = 0;
  /** Every question was answered yes or no. */
  isSure = true;
  readonly #model: LpModel;
  readonly #backend: LpBackend;
  readonly #options: SolveOptions;

  constructor(model: LpModel, backend: LpBackend, options: SolveOptions) {
    this.#model = withoutCosts(model);
    this.#backend = backend;
    this.#options = options;
  }

  async termination(rows: readonly number[]): Promise<Termination> {
    this.solves += 1;
    const part = withRowsAt(this.#model, new Set(rows));
    const { termination } = await this.#backend.solve(part, this.#options);
    if (termination !== 'infeasible' && termination !== 'optimal') this.isSure = false;
    return termination;
  }

  async isImpossible(rows: readonly number[]): Promise<boolean> {
    return (await this.termination(rows)) === 'infeasible';
  }
}

/**
 * A smallest part of `candidates` that cannot hold with `background` (QuickXplain: Junker, AAAI 2004). Takes
 * 2k·log₂(n/k) + 2k solves for k rows out of n; rows that come first are kept out of it where possible.
 */
async function smallest(
  prober: Prober,
  background: readonly number[],
  candidates: readonly number[],
  isAdded: boolean,
): Promise<readonly number[]> {
  if (isAdded && (await prober.isImpossible(background))) return [];
  if (candidates.length <= 1) return candidates;
  const middle = candidates.length >> 1;
  const [first, second] = [candidates.slice(0, middle), candidates.slice(middle)];
  const ofSecond = await smallest(prober, [...background, ...first], second, first.length > 0);
  const ofFirst = await smallest(prober, [...background, ...ofSecond], first, ofSecond.length > 0);
  return [...ofFirst, ...ofSecond];
}

/** Columns of some rows that have a bound to run into. */
function boundedColumns({ columns, matrix }: LpModel, rows: ReadonlySet<number>): readonly LpColumn[] {
  return columns.filter(({ lower, upper }, column) => {
    if (lower === -Infinity && upper === Infinity) return false;
    for (let at = matrix.starts[column]!; at < matrix.starts[column + 1]!; at++)
      if (rows.has(matrix.rows[at]!)) return true;
    return false;
  });
}

/**
 * A smallest set of rows that cannot hold together, with the columns whose bounds they run into. Bounds and whole
 * numbers always hold; what HiGHS finds on the relaxation, if it is given, only shortens the search, and every row of
 * the answer is proved here by solving without it. `none` when the model can hold, or when nothing was shown in time.
 */
export async function conflictOf(
  model: LpModel,
  backend: LpBackend,
  options: SolveOptions,
  highs: HighsBackend | null = null,
): Promise<ConflictAnswer> {
  const prober = new Prober(model, backend, options);
  const all = model.rows.map((_, at) => at);
  const termination = await prober.termination(all);
  if (termination !== 'infeasible') return { kind: 'none', termination };
  const found = highs === null ? [] : await highsConflictRows(highs, model, options);
  const isEnough = found.length > 0 && found.length < all.length && (await prober.isImpossible(found));
  const candidates = isEnough ? found : all;
  const isWithoutRows = await prober.isImpossible([]);
  const rows = isWithoutRows ? [] : await smallest(prober, [], candidates, false);
  const conflict: Conflict = Object.freeze({
    rows: Object.freeze([...rows].sort((a, b) => a - b).map((at) => model.rows[at]!)),
    columns: Object.freeze(rows.length > 0 ? boundedColumns(model, new Set(rows)) : crossedColumns(model)),
    isMinimal: prober.isSure,
    solves: prober.solves,
  });
  return { kind: 'conflict', conflict };
}

/** Whole-number columns with no whole number between their bounds. */
const crossedColumns = ({ columns }: LpModel): readonly LpColumn[] =>
  columns.filter(
    ({ isInteger, lower, upper }) => isInteger && Math.ceil(lower - 1e-6) > Math.floor(upper + 1e-6),
  );
