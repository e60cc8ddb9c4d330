/** What one more unit of a bound is worth, by solving again: a dual holds for a first crumb only, a re-solve for the unit. */
import type { LpBackend, SolveOptions } from './backend.ts';
import { withRowBounds } from './edit.ts';
import { hasIntegers, type LpModel, type LpRow } from './model.ts';
import { isUsable, type LpSolution, type Termination } from './solution.ts';

export interface MarginalAsk {
  /** Id of the row. */
  readonly row: string;
  readonly side: 'lower' | 'upper';
  /** Change of the bound that counts as one unit: 1 hour more, −1 exam to be done. Not 0. */
  readonly unit: number;
  /** How many such units are looked at, at least 1. */
  readonly most: number;
}

export interface Marginal {
  readonly row: LpRow;
  readonly side: 'lower' | 'upper';
  readonly unit: number;
  /** Change of the objective for the first unit, in its own unit; a gain is negative when it is minimised. */
  readonly perUnit: number;
  /** Where it lies, given the gaps left by both solves; equal to `perUnit` for an LP. Infinite where no bound is known. */
  readonly low: number;
  readonly high: number;
  /** Every unit from `from` to `to`, counted from now, is worth the same to 1 %: the stretch found around one unit. */
  readonly from: number;
  readonly to: number;
  /** The stretch goes on beyond `most`. */
  readonly isOpen: boolean;
  /** Worth of the first crumb by the dual of the LP, for one unit; null when there is no proved dual. */
  readonly byDual: number | null;
  readonly solves: number;
}

export type MarginalAnswer =
  | { readonly kind: 'value'; readonly marginal: Marginal }
  /** One of the two solves gave no point. */
  | { readonly kind: 'none'; readonly termination: Termination };

/** Two worths count as the same within this share of the larger. */
const SAME = 0.01;
/** Halvings of a stretch: its end is known to 1/64 of the stretch it was looked for in. */
const HALVINGS = 6;

type Usable = LpSolution & { readonly values: Float64Array; readonly objective: number };

const boundOrInfinite = ({ bound }: LpSolution, missing: number): number => bound ?? missing;

/** Solves the model with the bound moved by so many units, from what is known of `base`. */
async function moved(
  model: LpModel,
  base: Usable,
  units: number,
  ask: MarginalAsk,
  backend: LpBackend,
  options: SolveOptions,
): Promise<LpSolution> {
  const { row, side, unit } = ask;
  const now = model.rows.find(({ id }) => id === row)![side];
  const there = withRowBounds(model, new Map([[row, { [side]: now + units * unit }]]));
  const isLooser = side === 'upper' ? unit > 0 : unit < 0;
  const { start: _, basis: __, ...rest } = options;
  const takesStart = backend.takesStart;
  return backend.solve(there, {
    ...rest,
    ...(takesStart && hasIntegers(model) && isLooser ? { start: base.values } : {}),
    ...(takesStart && base.basis !== null ? { basis: base.basis } : {}),
  });
}

/** The last of `count` halvings between a place that holds and one that does not. */
async function lastThatHolds(
  holding: number,
  failing: number,
  isWhole: boolean,
  holds: (units: number) => Promise<boolean>,
): Promise<number> {
  let [good, bad] = [holding, failing];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = isWhole ? Math.floor((good + bad) / 2) : (good + bad) / 2;
    if (middle === good) break;
    if (await holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/**
 * Worth of one more unit of a bound, and how far it holds. For an LP the worth of growing changes is convex or concave,
 * so the stretch found is the whole one; for a MILP only
 * whole units are looked at, and the stretch is what the solves on its way say. Throws a RangeError
 * when the row is not there, has no such bound, or when the unit is 0 or `most` below 1.
 */
export async function worthOfOneMore(
  model: LpModel,
  ask: MarginalAsk,
  backend: LpBackend,
  options: SolveOptions,
): Promise<MarginalAnswer> {
  const at = model.rows.findIndex(({ id }) => id === ask.row);
  const row = model.rows[at];
  if (row === undefined || !Number.isFinite(row[ask.side])) throw new RangeError(`no bound ${ask.row}`);
  if (!(Math.abs(ask.unit) > 0 && ask.most >= 1)) throw new RangeError('no unit to look at');
  const base = await backend.solve(model, options);
  if (!isUsable(base)) return { kind: 'none', termination: base.termination };
  let solves = 1;
  const solve = (units: number) => {
    solves += 1;
    return moved(model, base, units, ask, backend, options);
  };
  const one = await solve(1);
  if (!isUsable(one)) return { kind: 'none', termination: one.termination };
  const perUnit = one.objective - base.objective;
  const holds = async (units: number): Promise<boolean> => {
    const there = await solve(units);
    if (!isUsable(there)) return false;
    const worth = there.objective - base.objective;
    const size = Math.max(Math.abs(worth), Math.abs(units * perUnit));
    return Math.abs(worth - units * perUnit) <= SAME * size + 1e-6 * Math.max(1, Math.abs(base.objective));
  };
  const isMilp = hasIntegers(model);
  const isOpen = await holds(ask.most);
  const to = isOpen ? ask.most : await lastThatHolds(1, ask.most, isMilp, holds);
  const lowest = isMilp ? 1 : await lastThatHolds(1, 0, false, holds);
  const from = lowest <= 2 ** -HALVINGS ? 0 : lowest;
  const sign = model.sense === 'min' ? 1 : -1;
  const [least, most] = [
    boundOrInfinite(one, -sign * Infinity) - base.objective,
    one.objective - boundOrInfinite(base, -sign * Infinity),
  ];
  const dual = base.duals === null ? null : base.duals.rows[at]! * ask.unit;
  const marginal: Marginal = {
    row,
    side: ask.side,
    unit: ask.unit,
    perUnit,
    low: isMilp ? Math.min(least, most) : perUnit,
    high: isMilp ? Math.max(least, most) : perUnit,
    from,
    to,
    isOpen,
    byDual: dual,
    solves,
  };
  return { kind: 'value', marginal: Object.freeze(marginal) };
}
