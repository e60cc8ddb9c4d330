/** When a measured mean agrees with an exact value: close enough for its standard error, and precise enough to tell. */

/** Largest standard error, as a share of the exact value, at loads up to 97 %. */
export const LARGEST_ERROR = 0.007;
/** The same above a load of 97 %. */
export const LARGEST_ERROR_NEAR_SATURATION = 0.03;
/** Standard errors between measured and exact beyond which they differ. */
const MOST_DEVIATIONS = 4;

/** Mean of one value a replication, and its standard error. */
export interface Measured {
  readonly mean: number;
  readonly standardError: number;
}

/**
 * Mean and standard error s/√n of independent values, s being the sample standard deviation.
 * Throws `RangeError` for fewer than 10 values, or one that is not finite.
 * @example measuredOf([0, 2, 0, 2, 0, 2, 0, 2, 0, 2]).mean // 1
 */
export function measuredOf(values: readonly number[]): Measured {
  const n = values.length;
  if (n < 10) throw new RangeError(`a standard error asks for 10 replications or more: ${n}`);
  if (!values.every(Number.isFinite)) throw new RangeError(`not all finite: ${values.join(', ')}`);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (n - 1) / n) };
}

/** What a comparison with an exact value says. */
export type Verdict = 'agrees' | 'is too imprecise' | 'differs';

/**
 * Compares a measured mean with its exact value: it differs beyond 4 standard errors; it agrees when, besides, the standard error is at
 * most `largestError` × exact value.
 * @example verdictOn({ mean: 10.03, standardError: 0.05 }, 10, 0.007) // 'agrees'
 * @example verdictOn({ mean: 10.3, standardError: 0.05 }, 10, 0.007) // 'differs'
 * @example verdictOn({ mean: 10.3, standardError: 0.1 }, 10, 0.007) // 'is too imprecise'
 */
export function verdictOn(measured: Measured, exact: number, largestError = LARGEST_ERROR): Verdict {
  const { mean, standardError } = measured;
  if (Math.abs(mean - exact) > MOST_DEVIATIONS * standardError) return 'differs';
  return standardError <= largestError * Math.abs(exact) ? 'agrees' : 'is too imprecise';
}

/**
 * Whether a measured mean agrees with its exact value (see `verdictOn`).
 * @example holds({ mean: 10.03, standardError: 0.05 }, 10) // true
 */
export function holds(measured: Measured, exact: number, largestError = LARGEST_ERROR): boolean {
  return verdictOn(measured, exact, largestError) === 'agrees';
}
