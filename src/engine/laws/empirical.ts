/** Empirical laws: observed values with weights, drawn as they are or interpolated. */
import type { Law } from '../../model/law.ts';

type EmpiricalLaw = Extract<Law, { law: 'empirical' }>;

/** Values in increasing order, with the probability of each and the cumulated probabilities (the last is 1). */
export interface Atoms {
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
  readonly cumulative: readonly number[];
}

/**
 * The values that have a weight, in increasing order, with their probabilities (weights over their sum).
 * @example atomsOf({ law: 'empirical', values: [4, 2], weights: [1, 3], interpolate: false }).values // [2, 4]
 */
export function atomsOf(law: EmpiricalLaw): Atoms {
  const pairs = law.values
    .map((value, i) => ({ value, weight: law.weights[i] ?? 0 }))
    .filter((pair) => pair.weight > 0)
    .sort((a, b) => a.value - b.value || a.weight - b.weight);
  const total = pairs.reduce((sum, pair) => sum + pair.weight, 0);
  let running = 0;
  const cumulative = pairs.map((pair) => {
    running += pair.weight;
    return running / total;
  });
  return {
    values: pairs.map((pair) => pair.value),
    probabilities: pairs.map((pair) => pair.weight / total),
    cumulative,
  };
}

/** The first index whose entry is at least p; the last index when there is none. */
function firstAtLeast(increasing: readonly number[], p: number): number {
  let low = 0;
  let high = increasing.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (increasing[middle]! >= p) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Step quantile function of an empirical law: the least value whose cumulated probability is at least p.
 * @example stepQuantile(atomsOf({ law: 'empirical', values: [2, 4], weights: [3, 1], interpolate: false }))(0.7) // 2
 */
export function stepQuantile(atoms: Atoms): (p: number) => number {
  return (p) => atoms.values[firstAtLeast(atoms.cumulative, p)]!;
}

/**
 * The probability at which the interpolated quantile function passes through each value: the middle of
 * its step, stretched so that the least value is at 0 and the greatest at 1. With equal weights these are
 * (i − 1)/(n − 1), Hyndman and Fan's (1996) definition 7.
 * @example interpolationPoints(atomsOf({ law: 'empirical', values: [2, 3, 4], weights: [1, 1, 1], interpolate: true })) // [0, 0.5, 1]
 */
export function interpolationPoints(atoms: Atoms): readonly number[] {
  const { cumulative, probabilities } = atoms;
  const middles = cumulative.map((end, i) => end - probabilities[i]! / 2);
  const first = middles[0]!;
  const span = middles[middles.length - 1]! - first;
  return middles.map((middle) => (span > 0 ? (middle - first) / span : 0));
}

/**
 * Piecewise-linear quantile function of an empirical law, through its values at `interpolationPoints`.
 * @example linearQuantile(atomsOf({ law: 'empirical', values: [2, 4], weights: [1, 1], interpolate: true }))(0.25) // 2.5
 */
export function linearQuantile(atoms: Atoms): (p: number) => number {
  const points = interpolationPoints(atoms);
  const { values } = atoms;
  return (p) => {
    const right = firstAtLeast(points, p);
    if (right === 0) return values[0]!;
    const from = points[right - 1]!;
    const share = (p - from) / (points[right]! - from);
    return values[right - 1]! + share * (values[right]! - values[right - 1]!);
  };
}
