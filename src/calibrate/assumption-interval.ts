/** What a gain is over assumption sets, and which input, if it were known, would narrow it most. */
import { deepFreeze } from '../model/freeze.ts';
import type { AssumptionInterval, InputToMeasure } from '../model/results/compare.ts';
import { studentQuantile } from '../stats/estimate.ts';
import type { AssumedInput } from './assumed-inputs.ts';

/** Share of the sets outside the interval, on each side. */
const OUTSIDE = 0.05;
/** Level of the tests of what inputs explain, for all of them together. */
const LEVEL = 0.05;

/**
 * The value below which a share p of a population lies, from its sorted sample: order statistics at p·(n + 1),
 * interpolated (Hyndman & Fan 1996, definition 6). Beyond the sample, its extremes.
 */
function orderQuantile(sorted: readonly number[], p: number): number {
  const at = Math.min(sorted.length, Math.max(1, p * (sorted.length + 1)));
  const below = Math.floor(at);
  const low = sorted[below - 1]!;
  const high = sorted[Math.min(sorted.length, below + 1) - 1]!;
  return low + (at - below) * (high - low);
}

/**
 * The assumption interval of a difference: bounds that 9 in 10 of the sets lie within, 1 in 20 on either side, and the
 * extremes. Below 20 sets the bounds are the extremes.
 * @param values one difference a set, in any unit; each of a base and a variant under one set and the same random numbers.
 * @throws RangeError when there is none, or one is not finite.
 * @example assumptionInterval([3, 1, 2]) // { low: 1, high: 3, least: 1, most: 3, values: [3, 1, 2] }
 */
export function assumptionInterval(values: readonly number[]): AssumptionInterval {
  if (values.length === 0) throw new RangeError('an assumption interval needs at least one set');
  if (!values.every(Number.isFinite)) throw new RangeError('an assumption interval needs finite values');
  const sorted = [...values].sort((a, b) => a - b);
  return deepFreeze({
    low: orderQuantile(sorted, OUTSIDE),
    high: orderQuantile(sorted, 1 - OUTSIDE),
    least: sorted[0]!,
    most: sorted[sorted.length - 1]!,
    values: [...values],
  });
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function squaresOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
}

/**
 * Share of an assumption interval's width that is the noise of its simulations and not the assumptions, 0..1. What is
 * seen varies as truth and noise together, s² = σ² + mean se², so without noise the width would be √(1 − mean se² ÷ s²)
 * of what it is. Sets played with the same random numbers share part of their noise, which widens nothing: this is then
 * the most it can be.
 * @param standardErrors of each value, by its replications; same unit.
 * @example noiseShare([1, 2, 3], [0.6, 0.6, 0.6]) // 0.19999999999999996
 */
export function noiseShare(values: readonly number[], standardErrors: readonly number[]): number {
  if (values.length < 2) return 1;
  const variance = squaresOf(values) / (values.length - 1);
  const noise = meanOf(standardErrors.map((error) => error * error));
  return variance <= noise ? 1 : 1 - Math.sqrt(1 - noise / variance);
}

/** Ranks from 1, equal values sharing their mean rank. */
function ranksOf(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((one) => one < value).length;
    const equal = values.filter((one) => one === value).length;
    return below + (equal + 1) / 2;
  });
}

/** Pearson's correlation; 0 where one of the two does not vary. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  const both = a.reduce((sum, value, rank) => sum + (value - meanA) * (b[rank]! - meanB), 0);
  const squares = squaresOf(a) * squaresOf(b);
  return squares === 0 ? 0 : Math.max(-1, Math.min(1, both / Math.sqrt(squares)));
}

/** Sum of a product over the sets. */
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, rank) => sum + value * b[rank]!, 0);

/** `values` less its part along each of the directions, which are made orthogonal in turn (Gram and Schmidt). */
function residuals(values: readonly number[], directions: readonly (readonly number[])[]): readonly number[] {
  const basis: (readonly number[])[] = [];
  const without = (from: readonly number[]): readonly number[] =>
    basis.reduce((left, one) => {
      const along = dot(left, one) / dot(one, one);
      return left.map((value, rank) => value - along * one[rank]!);
    }, from);
  for (const direction of directions) {
    const own = without(direction);
    if (dot(own, own) > 1e-12 * dot(direction, direction)) basis.push(own);
  }
  return without(values);
}

/** Parameters of the curve taken out of the gains: level, slope, bend. */
const CURVE = 3;

/** An input with the value a set gives it. */
export interface DrawnValue {
  readonly input: Pick<AssumedInput, 'path' | 'value' | 'unit' | 'range' | 'source'>;
  readonly value: number;
}

/** Width that would be left if the input at these positions were known, as a share of the present one. */
function widthLeft(gains: readonly number[], positions: readonly number[]): number {
  const { low, high } = assumptionInterval(gains);
  if (high === low || gains.length <= CURVE + 1) return 1;
  const centre = meanOf(positions);
  const slope = positions.map((one) => one - centre);
  const left = assumptionInterval(residuals(gains, [gains.map(() => 1), slope, slope.map((x) => x * x)]));
  // The curve has fitted some of what it could not know.
  const fitted = Math.sqrt((gains.length - 1) / (gains.length - CURVE));
  return Math.min(1, (fitted * (left.high - left.low)) / (high - low));
}

/**
 * Which input, if it were known, would narrow the answer most. Of each input alone: the share of the variance of the
 * ranks of the gains that goes with its rank (Spearman's ρ², less what chance gives), and the width that would be left of
 * the assumption interval, from what remains of the gains about a curve (level, slope, bend) through them. Demonstrated
 * when ρ differs from 0 by Student's test at 5 % for all inputs together (Bonferroni).
 * @param sets the values drawn, set by set; all have the same inputs in the same order.
 * @param gains one a set, in any unit.
 * @returns most telling first: demonstrated ones, then by what they explain; empty below 5 sets.
 */
export function inputsToMeasure(
  sets: readonly { readonly inputs: readonly DrawnValue[] }[],
  gains: readonly number[],
): readonly InputToMeasure[] {
  if (sets.length !== gains.length) throw new RangeError('one gain a set');
  const n = gains.length;
  if (n < FEWEST_SETS) return [];
  const inputs = sets[0]!.inputs.map(({ input }) => input);
  const limit = studentQuantile(1 - LEVEL / 2 / Math.max(1, inputs.length), n - 2);
  const gainRanks = ranksOf(gains);
  const measured = inputs.map((input, column): InputToMeasure => {
    const values = sets.map((set) => set.inputs[column]!.value);
    const ranks = ranksOf(values);
    const square = correlation(ranks, gainRanks) * correlation(ranks, gainRanks);
    const test = square >= 1 ? Number.POSITIVE_INFINITY : Math.sqrt((square * (n - 2)) / (1 - square));
    return {
      ...told(input),
      explained: Math.max(0, (square * (n - 1) - 1) / (n - 2)),
      widthLeft: widthLeft(gains, ranks),
      demonstrated: test > limit,
    };
  });
  return deepFreeze(
    measured.sort((a, b) => Number(b.demonstrated) - Number(a.demonstrated) || b.explained - a.explained),
  );
}

/** Fewer sets say nothing of an input. */
const FEWEST_SETS = 5;

const told = ({ path, value, unit, range, source }: DrawnValue['input']) => ({
  path,
  value,
  unit,
  range,
  source,
});
