/** HiGHS, compiled to WebAssembly: LPs and MILPs, with bound, gap, duals and start. One thread, same in a page. */
import type { Highs, Model, ModelData, ObjectiveSense } from 'highs';
import { DEFAULT_RELATIVE_GAP, type LpBackend, optionFault, type SolveOptions } from './backend.ts';
import { fixedIntegers, relaxed, withoutCosts } from './edit.ts';
import { hasIntegers, type LpModel } from './model.ts';
import {
  type LpSolution,
  pointReason,
  type RawSolution,
  reason,
  settled,
  type Termination,
  withoutPoint,
} from './solution.ts';

export type HighsLoader = () => Promise<Highs>;

/** Loads the package and its WebAssembly, found beside it; silent. A page that serves the file elsewhere has its own loader. */
export const loadHighs: HighsLoader = async () => {
  const { default: load } = await import('highs');
  return load({ print: () => {}, printErr: () => {} });
};

/** A model as HiGHS takes it; names stay here. */
export function highsData(model: LpModel): ModelData {
  const { columns, rows, matrix, offset } = model;
  const isMilp = hasIntegers(model);
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: (model.sense === 'min' ? 1 : -1) as ObjectiveSense,
    offset,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: 'csc',
      numRows: rows.length,
      numCols: columns.length,
      starts: matrix.starts,
      indices: matrix.rows,
      values: matrix.values,
    },
    ...(isMilp ? { integrality: columns.map(({ isInteger }) => (isInteger ? 1 : 0)) } : {}),
  };
}

/** HiGHS's model status, by its number (`HighsModelStatus`); others are errors. */
const TERMINATIONS: Readonly<Record<number, Termination>> = {
  7: 'optimal',
  8: 'infeasible',
  9: 'infeasible-or-unbounded',
  10: 'unbounded',
  13: 'time-limit',
  14: 'iteration-limit',
  16: 'iteration-limit',
  17: 'time-limit',
};
const FEASIBLE = 2;
const NOTHING = { values: null, objective: null, bound: null, duals: null, basis: null, reason: null };

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** What a model that has run holds. */
function rawOf(model: LpModel, run: Model, status: number): RawSolution {
  const termination = TERMINATIONS[status] ?? 'failed';
  const isMilp = hasIntegers(model);
  const hasPoint = run.info.get('primal_solution_status') === FEASIBLE;
  const hasDuals = !isMilp && run.info.get('dual_solution_status') === FEASIBLE;
  const { colValue, colDual, rowDual } = run.getSolution();
  const { colStatus, rowStatus } = run.getBasis();
  return {
    termination,
    values: hasPoint ? colValue : null,
    objective: hasPoint ? run.getObjectiveValue() : null,
    bound: isMilp ? finite(Number(run.info.get('mip_dual_bound'))) : null,
    duals: hasDuals ? { columns: colDual, rows: rowDual } : null,
    basis: isMilp || !hasPoint ? null : { columns: colStatus, rows: rowStatus },
    reason: termination === 'failed' ? reason('solver-error', { status }) : null,
  };
}

/** Solver options; the seed and the one thread of HiGHS stay as they are, so that equal models give equal answers. */
const settings = ({ relativeGap = DEFAULT_RELATIVE_GAP }: SolveOptions, seconds: number) => ({
  output_flag: false,
  time_limit: seconds,
  mip_rel_gap: relativeGap,
  mip_abs_gap: 1e-9,
});

/** Runs a fresh model and takes what it holds; `seconds` is what is left of the limit. */
function play(highs: Highs, model: LpModel, options: SolveOptions, presolve: 'choose' | 'off') {
  return highs.withModel((run) => {
    run.options.set({ ...settings(options, options.timeLimitSeconds), presolve });
    run.passModel(highsData(model));
    if (options.start !== undefined) run.setSolution({ colValue: Float64Array.from(options.start) });
    const { basis = null } = options;
    if (basis !== null && !hasIntegers(model))
      run.setBasis({ colStatus: basis.columns, rowStatus: basis.rows });
    const { modelStatus } = run.run();
    return { raw: rawOf(model, run, modelStatus), seconds: run.getRunTime() };
  });
}

/**
 * Presolve of a MILP has been wrong about infeasibility (HiGHS issues 3090, 2388), and cannot always tell infeasible
 * from unbounded: such an answer is asked for once more without it. A MILP still in doubt then has no point, or is
 * unbounded since its relaxation is (Meyer 1974: its data are rational): a point that holds decides.
 */
function playInDoubt(highs: Highs, model: LpModel, options: SolveOptions): RawSolution {
  let left = options.timeLimitSeconds;
  const again = (asked: LpModel, presolve: 'choose' | 'off', rest: SolveOptions): RawSolution | null => {
    if (left <= 0) return null;
    const { raw, seconds } = play(highs, asked, { ...rest, timeLimitSeconds: left }, presolve);
    left -= seconds;
    return raw;
  };
  const inDoubt = (raw: RawSolution | null) => raw?.termination === 'infeasible-or-unbounded';
  let raw = again(model, 'choose', options);
  const isDoubted = hasIntegers(model) && raw?.termination === 'infeasible';
  if (isDoubted || inDoubt(raw)) raw = again(model, 'off', options);
  if (raw !== null && inDoubt(raw)) {
    const { start: _, basis: __, ...rest } = options;
    const point = again(withoutCosts(model), 'off', rest);
    if (point?.termination === 'infeasible') raw = point;
    if (point?.termination === 'optimal') {
      const relaxation = again(relaxed(model), 'off', rest);
      if (relaxation?.termination === 'unbounded') raw = { ...relaxation, values: null };
    }
  }
  return raw ?? { ...NOTHING, termination: 'time-limit' };
}

/** A point with the whole numbers of this one, from the LP they leave; null when there is none. */
function wholeAgain(highs: Highs, model: LpModel, options: SolveOptions, values: ArrayLike<number>) {
  if (!hasIntegers(model)) return null;
  const { start: _, basis: __, ...rest } = options;
  const { raw } = play(highs, fixedIntegers(model, values), rest, 'choose');
  return raw.termination === 'optimal' ? raw.values : null;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * The backend. HiGHS is loaded at the first solve and kept; after an error of its own it is loaded anew, since its
 * memory may be spoilt. Solves block their thread up to the time limit.
 */
export class HighsBackend implements LpBackend {
  readonly name = 'highs 1.15.3';
  readonly takesStart = true;
  readonly #load: HighsLoader;
  #highs: Promise<Highs> | null = null;

  constructor(load: HighsLoader = loadHighs) {
    this.#load = load;
  }

  /** HiGHS itself, loaded once. */
  highs(): Promise<Highs> {
    this.#highs ??= this.#load();
    return this.#highs;
  }

  async solve(model: LpModel, options: SolveOptions): Promise<LpSolution> {
    const option = optionFault(options);
    if (option !== null)
      return withoutPoint(this.name, 'refused', reason('option-not-available', { option }));
    const { start } = options;
    const startFault = start === undefined ? null : pointReason(model, start, null, 'start-fails-check');
    if (startFault !== null) return withoutPoint(this.name, 'refused', startFault);
    try {
      const highs = await this.highs();
      const raw = playInDoubt(highs, model, options);
      if (start !== undefined && raw.termination === 'infeasible')
        return withoutPoint(this.name, 'failed', reason('start-contradicted'));
      return settled(this.name, model, raw, (values) => wholeAgain(highs, model, options, values));
    } catch (error) {
      this.#highs = null;
      return withoutPoint(this.name, 'failed', reason('solver-error', { message: messageOf(error) }));
    }
  }
}
