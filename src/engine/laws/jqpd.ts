/**
 * Johnson quantile-parameterised distributions of Hadlock and Bickel (2017), "Johnson
 * quantile-parameterized distributions", Decision Analysis 14(1), 35–64: laws with a lower bound (S) or
 * two bounds (B) that pass exactly through given P20, P50 and P80. Each is given here as a function of
 * the standard normal quantile z = Φ⁻¹(p).
 */
import type { Law } from '../../model/law.ts';
import { acosh, exp, ln, sinh } from '../math.ts';
import { normalCdf, normalQuantile } from '../math-special.ts';

/** Φ⁻¹(0.8). */
const C = 0.8416212335729142;

/**
 * Semi-bounded J-QPD-S, as a function of the standard normal quantile.
 * @param law `min` < `p20` < `p50` < `p80`, all in one unit.
 * @returns the function giving, at Φ⁻¹(p), the law's quantile of p, in the law's unit.
 * @example jqpdS({ law: 'jqpd-s', min: 3, p20: 5, p50: 10, p80: 15.8 })(0) // 10
 */
export function jqpdS(law: Extract<Law, { law: 'jqpd-s' }>): (z: number) => number {
  const { min, p20, p50, p80 } = law;
  const low = ln(p20 - min);
  const middle = ln(p50 - min);
  const high = ln(p80 - min);
  const narrow = Math.min(middle - low, high - middle);
  const ratio = (high - low) / (2 * narrow);
  const skewed = low + high - 2 * middle;
  // A ratio of 1, or one that rounding leaves there, is the symmetric case: a shifted lognormal.
  if (!(ratio > 1)) {
    const sigma = (high - middle) / C;
    return (z) => min + (p50 - min) * exp(sigma * z);
  }
  const n = skewed > 0 ? 1 : -1;
  const theta = (n > 0 ? p20 : p80) - min;
  const delta = Math.sqrt((ratio - 1) * (ratio + 1)) / C; // sinh(arccosh(r)) = √(r² − 1)
  const lambda = narrow / (delta * C);
  // sinh(arcsinh(δz) + arcsinh(ncδ)), developed: √(1 + (cδ)²) is the ratio.
  const along = lambda * delta * ratio;
  const across = lambda * delta * n * C;
  return (z) => {
    if (z === -Infinity) return min;
    if (z === Infinity) return Infinity;
    return min + theta * exp(along * z + across * Math.sqrt(1 + delta * delta * z * z));
  };
}

/**
 * Bounded J-QPD-B, as a function of the standard normal quantile.
 * @param law `min` < `p20` < `p50` < `p80` < `max`, all in one unit.
 * @returns the function giving, at Φ⁻¹(p), the law's quantile of p, in the law's unit.
 * @example jqpdB({ law: 'jqpd-b', min: 0, max: 10, p20: 4, p50: 5, p80: 6 })(0) // 5
 */
export function jqpdB(law: Extract<Law, { law: 'jqpd-b' }>): (z: number) => number {
  const { min, max, p20, p50, p80 } = law;
  const width = max - min;
  const score = (x: number) => normalQuantile((x - min) / width, (max - x) / width);
  const low = score(p20);
  const middle = score(p50);
  const high = score(p80);
  const ratio = (high - low) / (2 * Math.min(middle - low, high - middle));
  const skewed = low + high - 2 * middle;
  if (!(ratio > 1)) {
    const slope = (high - low) / (2 * C);
    return (z) => min + width * normalCdf(middle + slope * z);
  }
  const n = skewed > 0 ? 1 : -1;
  const xi = n > 0 ? low : high;
  const delta = acosh(ratio) / C;
  const lambda = (high - low) / sinh(2 * delta * C);
  return (z) => min + width * normalCdf(xi + lambda * sinh(delta * (z + n * C)));
}
