/** Weibull laws given by mean and coefficient of variation. */
import { exp, ln1p } from '../math.ts';
import { lnGamma } from '../math-gamma.ts';

/**
 * Inverse shape s = 1/k of the Weibull law with this coefficient of variation: the root of
 * Γ(1 + 2s)/Γ(1 + s)² = 1 + cv², by bisection down to the last digit.
 * @param cv standard deviation over mean, > 0 (up to about 1e20).
 * @returns 1/k, so that quantiles are scale·(−ln(1 − p))^s.
 * @example weibullInverseShape(1) // 0.9999999999999999
 */
export function weibullInverseShape(cv: number): number {
  const target = ln1p(cv * cv);
  let low = 0;
  let high = 1;
  const excess = (s: number) => lnGamma(1 + 2 * s) - 2 * lnGamma(1 + s) - target;
  while (excess(high) < 0) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = 0.5 * (low + high);
    if (middle <= low || middle >= high) return high;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
}

/**
 * Scale of the Weibull law with this mean and inverse shape: mean / Γ(1 + s), in the unit of the mean.
 * @example weibullScale(12, 1) // 12
 */
export function weibullScale(mean: number, inverseShape: number): number {
  return mean * exp(-lnGamma(1 + inverseShape));
}
