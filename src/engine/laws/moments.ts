/** Means and variances of laws: closed forms, and for the J-QPD laws a quadrature over the normal quantile. */
import type { Law } from '../../model/law.ts';
import { normalCdf, normalDensity } from '../math-special.ts';
import { type Atoms, atomsOf, interpolationPoints } from './empirical.ts';
import { normalForm, onlyValue } from './quantile.ts';

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

function square(x: number): number {
  return x * x;
}

/**
 * Moments of f(Z), Z standard normal, by the trapezoidal rule with step 1/16, whose error falls
 * exponentially fast for smooth f (Trefethen and Weideman 2014).
 */
function normalMoments(f: (z: number) => number): Moments {
  const step = 1 / 16;
  const last = 38;
  let mean = 0;
  for (let z = -last; z <= last; z += step) mean += f(z) * normalDensity(z) * step;
  let variance = 0;
  for (let z = -last; z <= last; z += step) variance += square(f(z) - mean) * normalDensity(z) * step;
  return { mean, variance };
}

/** Moments of max(floor, X), X normal, counted from the mean of X so that no digits cancel. */
function flooredNormalMoments(law: Extract<Law, { law: 'normal' }>): Moments {
  const floor = law.floor - law.mean;
  const alpha = floor / law.sd;
  const below = normalCdf(alpha);
  if (below === 0) return { mean: law.mean, variance: square(law.sd) };
  const density = law.sd * normalDensity(alpha);
  const shift = floor * below + density;
  const secondMoment = square(floor) * below + square(law.sd) * normalCdf(-alpha) + floor * density;
  return { mean: law.mean + shift, variance: secondMoment - square(shift) };
}

function atomMoments({ values, probabilities }: Atoms): Moments {
  const mean = values.reduce((sum, value, i) => sum + value * probabilities[i]!, 0);
  const variance = values.reduce((sum, value, i) => sum + square(value - mean) * probabilities[i]!, 0);
  return { mean, variance };
}

/** Moments of a piecewise-linear quantile function: each segment is a uniform law with its own probability. */
function segmentMoments(atoms: Atoms): Moments {
  const { values } = atoms;
  const points = interpolationPoints(atoms);
  const segments = values.slice(1).map((to, i) => ({
    from: values[i]!,
    to,
    probability: points[i + 1]! - points[i]!,
  }));
  const mean = segments.reduce((sum, s) => sum + (s.probability * (s.from + s.to)) / 2, 0);
  const variance = segments.reduce((sum, s) => {
    const a = s.from - mean;
    const b = s.to - mean;
    return sum + (s.probability * (a * a + a * b + b * b)) / 3;
  }, 0);
  return { mean, variance };
}

function momentsOf(law: Law): Moments {
  const constant = onlyValue(law);
  if (constant !== null) return { mean: constant, variance: 0 };
  switch (law.law) {
    case 'exponential':
      return { mean: law.mean, variance: square(law.mean) };
    case 'erlang':
      return { mean: law.mean, variance: square(law.mean) / law.stages };
    case 'gamma':
    case 'weibull':
    case 'lognormal':
      return { mean: law.mean, variance: square(law.mean * law.cv) };
    case 'normal':
      return flooredNormalMoments(law);
    case 'uniform':
      return { mean: (law.min + law.max) / 2, variance: square(law.max - law.min) / 12 };
    case 'empirical':
      return law.interpolate ? segmentMoments(atomsOf(law)) : atomMoments(atomsOf(law));
    default: {
      const ofNormal = normalForm(law);
      if (ofNormal === null) throw new Error(`law without moments: ${law.law}`);
      return normalMoments(ofNormal);
    }
  }
}

/**
 * Mean of a law, in its unit. A floored normal counts the draws below the floor as the floor.
 * @example mean({ law: 'uniform', min: 2, max: 6 }) // 4
 */
export function mean(law: Law): number {
  if (!Object.isFrozen(law)) return momentsOf(law).mean;
  const known = means.get(law);
  if (known !== undefined) return known;
  const found = momentsOf(law).mean;
  means.set(law, found);
  return found;
}

/** Means of laws that can no longer change: some are quadratures, asked for again by every variant of a scenario. */
const means = new WeakMap<Law, number>();

/**
 * Variance of a law, in its unit squared.
 * @example variance({ law: 'exponential', mean: 3 }) // 9
 */
export function variance(law: Law): number {
  return momentsOf(law).variance;
}
