/** Means over independent replications, with Student's interval. */
import jStat from 'jstat';
import { type Estimate, round12 } from '../model/results/estimate.ts';

/**
 * The quantile of Student's t with these degrees of freedom, within 3e-7 (relative) for p from 0.5 to 1 − 1e-6.
 * @param p strictly between 0 and 1.
 * @param degreesOfFreedom a whole number ≥ 1.
 * @example studentQuantile(0.975, 9) // 2.2621571582187063
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  return jStat.studentt.inv(p, degreesOfFreedom);
}

/**
 * The 97.5 % quantile of Student's t with these degrees of freedom, within 3e-8 (relative).
 * @param degreesOfFreedom a whole number ≥ 1.
 * @example studentQuantile975(9) // 2.2621571582187063
 */
export function studentQuantile975(degreesOfFreedom: number): number {
  return studentQuantile(0.975, degreesOfFreedom);
}

/**
 * Mean of one value a replication, and the interval mean ± t·s/√n, with t the 97.5 % Student quantile of
 * n − 1 degrees of freedom and s the sample standard deviation (Law 2015, section 4.5).
 * @param values one number a replication, in any unit; the estimate is in the same.
 * @param level probability that the interval holds the mean, 0.95 unless another is asked.
 * @returns numbers rounded to 12 significant digits; null bounds when n = 1.
 * @throws RangeError when there is no value, or one is not finite.
 * @example estimate([1, 2, 3]) // { mean: 2, low: -0.484137711359, high: 4.48413771136, n: 3 }
 */
export function estimate(values: readonly number[], level = 0.95): Estimate {
  const n = values.length;
  if (n === 1 && Number.isFinite(values[0])) {
    return { mean: round12(values[0]!), low: null, high: null, n };
  }
  if (n === 0) throw new RangeError('an estimate needs at least one value');
  if (!values.every(Number.isFinite)) throw new RangeError('an estimate needs finite values');
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const halfWidth = studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { mean: round12(mean), low: round12(mean - halfWidth), high: round12(mean + halfWidth), n };
}
