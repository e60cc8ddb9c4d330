/**
 * What a solver found, said honestly: why it stopped, whether there is a point, whether there is a proof. A point is
 * in a solution only when our own check holds; one that fails it is an error, never a plan.
 */
import { type Duals, proves } from './duals.ts';
import { hasIntegers, type LpModel, objectiveAt, signOf } from './model.ts';
import { TOLERANCE, violations, wholePoint } from './verify.ts';

/**
 * Why a solver stopped. `optimal`: to the gap that was asked. `infeasible`, `unbounded`: as the solver says, twice for
 * a MILP on HiGHS. `time-limit`, `iteration-limit`: with the best point so far, if any. `refused`: not tried, the
 * backend cannot be trusted with such a model. `failed`: in error, or with a point that fails our check.
 */
export type Termination =
  | 'optimal'
  | 'infeasible'
  | 'unbounded'
  | 'infeasible-or-unbounded'
  | 'time-limit'
  | 'iteration-limit'
  | 'refused'
  | 'failed';

export type ReasonCode =
  /** A point fails our check: `what`, `of`, `value`, `limit`. */
  | 'point-fails-check'
  /** The bound lies beyond the point's own objective: `bound`, `objective`. */
  | 'bound-fails-check'
  /** It stopped before it had whole numbers: `column`, `value`. */
  | 'fractional-point'
  /** It was ended from outside at its limit: `seconds`. */
  | 'ended-at-limit'
  /** Asked to start from a point that fails our check, as `point-fails-check`. */
  | 'start-fails-check'
  /** It calls infeasible what the start it was given, which was checked, makes possible. */
  | 'start-contradicted'
  /** It says optimal and gives no point. */
  | 'point-missing'
  /** The solver's own words, `message`, or the number of its `status`. */
  | 'solver-error'
  /** Too large for a dense table: `cells`, `limit`. */
  | 'too-many-cells'
  | 'too-many-integers'
  /** Numbers it would take for nothing, or would lose: `of`, `value`, `limit`. */
  | 'coefficient-too-small'
  | 'coefficient-too-large'
  | 'scale-too-wide'
  /** An option it does not have, or a limit that is no time: `option`. */
  | 'option-not-available';

export interface Reason {
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Simplex basis of an LP, to start a like model from: HiGHS's own status numbers. */
export interface Basis {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

export interface LpSolution {
  readonly backend: string;
  readonly termination: Termination;
  /** `feasible`: `values` holds a point that was checked here. */
  readonly primal: 'feasible' | 'none';
  /** `feasible`: `duals` holds duals that prove `objective`, checked here; LPs only. */
  readonly dual: 'feasible' | 'none';
  /** Of the point, recomputed here. */
  readonly objective: number | null;
  /** No point is better than this; null when nothing was proved. */
  readonly bound: number | null;
  /** |objective − bound| relative to the larger of 1 and |objective|. */
  readonly gap: number | null;
  /** By column; whole numbers are exactly whole. */
  readonly values: Float64Array | null;
  readonly duals: Duals | null;
  readonly basis: Basis | null;
  /** Why there is nothing to use, or what went wrong on the way. */
  readonly reason: Reason | null;
}

/** What a backend hands over before any check. */
export interface RawSolution {
  readonly termination: Termination;
  readonly values: ArrayLike<number> | null;
  readonly objective: number | null;
  readonly bound: number | null;
  readonly duals: Duals | null;
  readonly basis: Basis | null;
  readonly reason: Reason | null;
}

export const reason = (code: ReasonCode, values: Reason['values'] = {}): Reason =>
  Object.freeze({ code, values: Object.freeze({ ...values }) });

/** A solution without a point. */
export const withoutPoint = (
  backend: string,
  termination: Termination,
  why: Reason | null = null,
  bound: number | null = null,
): LpSolution =>
  Object.freeze({
    backend,
    termination,
    primal: 'none',
    dual: 'none',
    objective: null,
    bound,
    gap: null,
    values: null,
    duals: null,
    basis: null,
    reason: why,
  });

/** What is wrong with a point, as a reason; null when nothing is. */
export function pointReason(
  model: LpModel,
  values: ArrayLike<number>,
  claimed: number | null,
  code: ReasonCode = 'point-fails-check',
): Reason | null {
  const [worst] = violations(model, values, claimed);
  if (worst === undefined) return null;
  const { what, of, value, limit } = worst;
  return reason(code, { what, of, value, limit });
}

/**
 * Relative distance of a point and a bound, never negative.
 * @example gapOf(102, 100) // 0.0196078431372549
 * @example gapOf(0.5, 0.25) // 0.25
 */
export const gapOf = (objective: number, bound: number): number =>
  Math.abs(objective - bound) / Math.max(1, Math.abs(objective));

/**
 * The solution of a raw one: its point checked, made whole and checked again, its duals kept only when they prove the
 * objective. A point that fails, or that is better than the bound, makes it `failed`; a point that comes with
 * `infeasible`, `refused` or `failed` is dropped. `wholeOf` finds a point with the same whole numbers where rounding
 * alone breaks a rule.
 */
export function settled(
  backend: string,
  model: LpModel,
  raw: RawSolution,
  wholeOf: (values: ArrayLike<number>) => ArrayLike<number> | null = () => null,
): LpSolution {
  const isPointStatus = ['optimal', 'time-limit', 'iteration-limit'].includes(raw.termination);
  const without = raw.values === null || !isPointStatus;
  if (without) {
    const isEmpty = raw.termination === 'optimal';
    const why = isEmpty ? (raw.reason ?? reason('point-missing')) : raw.reason;
    return withoutPoint(backend, isEmpty ? 'failed' : raw.termination, why, isEmpty ? null : raw.bound);
  }
  const fault = pointReason(model, raw.values, raw.objective);
  if (fault !== null) return withoutPoint(backend, 'failed', fault);
  const values = wholePoint(model, raw.values) ?? wholePointOf(model, wholeOf(raw.values));
  if (values === null) {
    const rounded = Float64Array.from(model.columns, ({ isInteger }, at) =>
      isInteger ? Math.round(raw.values![at]!) : raw.values![at]!,
    );
    return withoutPoint(backend, 'failed', pointReason(model, rounded, null));
  }
  const objective = objectiveAt(model, values);
  const isMilp = hasIntegers(model);
  const isProved = !isMilp && raw.duals !== null && proves(model, raw.duals, objective);
  const bound = isProved ? objective : isMilp ? raw.bound : null;
  const beyond = bound === null ? 0 : signOf(model) * (bound - objective);
  if (beyond > TOLERANCE * Math.max(1, Math.abs(objective)))
    return withoutPoint(backend, 'failed', reason('bound-fails-check', { bound: bound!, objective }));
  return Object.freeze({
    backend,
    termination: raw.termination,
    primal: 'feasible',
    dual: isProved ? 'feasible' : 'none',
    objective,
    bound,
    gap: bound === null ? null : gapOf(objective, bound),
    values,
    duals: isProved ? raw.duals : null,
    basis: raw.basis,
    reason: raw.reason,
  });
}

const wholePointOf = (model: LpModel, values: ArrayLike<number> | null): Float64Array | null =>
  values === null || violations(model, values).length > 0 ? null : wholePoint(model, values);

/** Whether there is a checked point to build a plan on, proved best or not. */
export const isUsable = (
  solution: LpSolution,
): solution is LpSolution & { readonly values: Float64Array; readonly objective: number } =>
  solution.values !== null && solution.objective !== null;
