/** Quantile functions of laws: the value that a share p of draws does not exceed, in the law's unit. */
import type { Law } from '../../model/law.ts';
import { exp, ln, ln1p, pow } from '../math.ts';
import { normalQuantile } from '../math-special.ts';
import { atomsOf, linearQuantile, stepQuantile } from './empirical.ts';
import { gammaQuantile } from './gamma.ts';
import { jqpdB, jqpdS } from './jqpd.ts';
import { weibullInverseShape, weibullScale } from './weibull.ts';

/**
 * Quantile of lower probability p and upper probability q = 1 − p. Both are given because near 1 the
 * difference 1 − p has lost the digits that the upper tail needs.
 */
export type QuantileFunction = (p: number, q: number) => number;

/**
 * The only value of a law that has but one (deterministic, no spread, or mean 0 of a positive law); null otherwise.
 * @example onlyValue({ law: 'uniform', min: 5, max: 5 }) // 5
 */
export function onlyValue(law: Law): number | null {
  switch (law.law) {
    case 'deterministic':
      return law.value;
    case 'exponential':
    case 'erlang':
      return law.mean === 0 ? 0 : null;
    case 'gamma':
    case 'weibull':
    case 'lognormal':
      return law.cv === 0 || law.mean === 0 ? law.mean : null;
    case 'normal':
      return law.sd === 0 ? Math.max(law.mean, law.floor) : null;
    case 'uniform':
      return law.min === law.max ? law.min : null;
    case 'empirical': {
      const { values } = atomsOf(law);
      return values[0] === values[values.length - 1] ? (values[0] ?? null) : null;
    }
    default:
      return null;
  }
}

/** −ln q, from whichever of p and q has the digits. */
function unitExponential(p: number, q: number): number {
  return p < 0.5 ? -ln1p(-p) : -ln(q);
}

function scaled(scale: number, unit: QuantileFunction): QuantileFunction {
  return (p, q) => scale * unit(p, q);
}

/**
 * A law as a function of the standard normal quantile z, when it is one by nature; null otherwise.
 * @example normalForm({ law: 'normal', mean: 10, sd: 2, floor: 0 })?.(1) // 12
 */
export function normalForm(law: Law): ((z: number) => number) | null {
  switch (law.law) {
    case 'lognormal': {
      const variance = ln1p(law.cv * law.cv);
      const sigma = Math.sqrt(variance);
      return (z) => law.mean * exp(sigma * z - variance / 2);
    }
    case 'normal':
      return (z) => Math.max(law.floor, law.mean + law.sd * z);
    case 'jqpd-s':
      return jqpdS(law);
    case 'jqpd-b':
      return jqpdB(law);
    default:
      return null;
  }
}

/**
 * Quantile function of a law, its constants computed once.
 * @param gammaOfShape how gamma quantiles of mean 1 are computed; exact unless told otherwise.
 * @returns a function of the lower and the upper probability, in the law's unit.
 * @example quantileFunction({ law: 'exponential', mean: 600 })(0.5, 0.5) // 415.88830833596717
 */
export function quantileFunction(
  law: Law,
  gammaOfShape: (shape: number) => QuantileFunction = gammaQuantile,
): QuantileFunction {
  const constant = onlyValue(law);
  if (constant !== null) return () => constant;
  const ofNormal = normalForm(law);
  if (ofNormal !== null) return (p, q) => ofNormal(normalQuantile(p, q));
  switch (law.law) {
    case 'exponential':
      return scaled(law.mean, unitExponential);
    case 'erlang':
      return scaled(law.mean, gammaOfShape(law.stages));
    case 'gamma':
      return scaled(law.mean, gammaOfShape(1 / (law.cv * law.cv)));
    case 'weibull': {
      const inverseShape = weibullInverseShape(law.cv);
      const scale = weibullScale(law.mean, inverseShape);
      return (p, q) => scale * pow(unitExponential(p, q), inverseShape);
    }
    case 'uniform':
      return (p, q) => (p < 0.5 ? law.min + p * (law.max - law.min) : law.max - q * (law.max - law.min));
    case 'empirical':
      return law.interpolate ? linearQuantile(atomsOf(law)) : stepQuantile(atomsOf(law));
    default:
      throw new Error(`law without a quantile function: ${law.law}`);
  }
}

/**
 * Quantile of a law: the value x that a draw does not exceed with probability p. For atoms, the least such x.
 * @param p probability in [0, 1]; at 0 and 1 the bounds of the law, which may be infinite.
 * @returns a value in the law's unit.
 * @throws RangeError when p is not in [0, 1].
 * @example quantile({ law: 'jqpd-s', min: 3, p20: 5, p50: 10, p80: 15.8 }, 0.5) // 10
 */
export function quantile(law: Law, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability must lie in [0, 1], not ${p}`);
  return quantileFunction(law)(p, 1 - p);
}
