/**
 * Laws fitted to P20, P50 and P80. The J-QPD laws of Hadlock and Bickel (2017) have three parameters and pass through
 * them. Lognormal, gamma and Weibull laws have a scale and a shape, and miss: they are fitted so that their largest
 * relative gap is as small as it can be (minimax), which is the number shown, rather than by least squares, whose
 * optimum would show a larger one.
 *
 * How: on a logarithmic scale the gap between any two quantiles of such a law falls as the shape narrows (star order:
 * Shaked and Shanthikumar 2007, Stochastic Orders, 4.B), and the scale moves all three alike. The best fit therefore has
 * the given P80 ÷ P20, with the median missed as much one way as both others are the other way: the equioscillation of
 * Chebyshev approximation (Powell 1981, Approximation Theory and Methods, ch. 7). One unknown is left, monotone.
 *
 * All arithmetic is the engine's own, so that fits are the same to the last bit on every machine.
 */
import { mean } from '../engine/laws/moments.ts';
import { quantileFunction } from '../engine/laws/quantile.ts';
import { exp, ln, sinh } from '../engine/math.ts';
import { lnGamma, lnInverseGammaP } from '../engine/math-gamma.ts';
import type { Quantiles } from '../model/benchmark/benchmark.ts';
import type { Law } from '../model/law.ts';
import type { FitFault, LawFamily, LawFit } from '../model/results/durations.ts';
import { boundFault, quantileFault, type Support } from './fit-fault.ts';

type ScaleFamily = Extract<LawFamily, 'lognormal' | 'gamma' | 'weibull'>;

/** Bounds when none are given, in minutes: an exam lasts 3 minutes at least, a report is there within 30 days. */
export const DEFAULT_BOUNDS: Readonly<Record<'jqpd-s' | 'jqpd-b', Support>> = Object.freeze({
  'jqpd-s': Object.freeze({ min: 3, max: Number.POSITIVE_INFINITY }),
  'jqpd-b': Object.freeze({ min: 0, max: 30 * 1440 }),
});

export type FitResult =
  | { readonly fit: LawFit; readonly fault: null }
  | { readonly fit: null; readonly fault: FitFault };

/** Φ⁻¹(0.8) − Φ⁻¹(0.2). */
const NORMAL_SPREAD = 2 * 0.8416212335729142;
/** ln(−ln 0.2) − ln(−ln 0.8): the same of ln of an exponential variable. */
const EXPONENTIAL_SPREAD = ln(-ln(0.2)) - ln(-ln(0.8));

/** e^x − 1, without the loss of digits of the difference. */
const expm1 = (x: number): number => 2 * exp(x / 2) * sinh(x / 2);

/** The shape of the gamma law with this ln(P80 ÷ P20), by bisection down to the last digit. */
function gammaShape(lnSpread: number): number {
  const spread = (shape: number) =>
    lnInverseGammaP(shape, 0.8, 0.2) - lnInverseGammaP(shape, 0.2, 0.8) - lnSpread;
  // Near 0 the law is a power law of spread ln 4 ÷ shape, which is below the true one.
  let low = ln(4) / lnSpread;
  let high = 2 * low;
  while (spread(high) > 0) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = 0.5 * (low + high);
    if (middle <= low || middle >= high) return middle;
    if (spread(middle) > 0) low = middle;
    else high = middle;
  }
}

/** Coefficient of variation of the law of this family with this ln(P80 ÷ P20). */
function variationOf(family: ScaleFamily, lnSpread: number): number {
  switch (family) {
    case 'lognormal': {
      const sigma = lnSpread / NORMAL_SPREAD;
      return Math.sqrt(expm1(sigma * sigma));
    }
    case 'gamma':
      return 1 / Math.sqrt(gammaShape(lnSpread));
    case 'weibull': {
      const inverseShape = lnSpread / EXPONENTIAL_SPREAD;
      return Math.sqrt(expm1(lnGamma(1 + 2 * inverseShape) - 2 * lnGamma(1 + inverseShape)));
    }
  }
}

const quantilesOf = (law: Law): Quantiles => {
  const at = quantileFunction(law);
  return { p20: at(0.2, 0.8), p50: at(0.5, 0.5), p80: at(0.8, 0.2) };
};

function scaleLaw(family: ScaleFamily, { p20, p50, p80 }: Quantiles): Law {
  const cv = variationOf(family, ln(p80 / p20));
  const unit = quantilesOf({ law: family, mean: 1, cv });
  const ratios = [unit.p20 / p20, unit.p50 / p50, unit.p80 / p80];
  // Of all scales, this one leaves the largest gap above and the largest below alike.
  return { law: family, mean: 2 / (Math.max(...ratios) + Math.min(...ratios)), cv };
}

function lawThrough(family: LawFamily, { p20, p50, p80 }: Quantiles, { min, max }: Support): Law {
  if (family === 'jqpd-s') return { law: family, min, p20, p50, p80 };
  if (family === 'jqpd-b') return { law: family, min, max, p20, p50, p80 };
  return scaleLaw(family, { p20, p50, p80 });
}

/** The bounds a family has: those asked for or its own; lognormal, gamma and Weibull laws start at 0 and have no end. */
function supportOf(family: LawFamily, bounds: Partial<Support>): Support {
  if (family === 'jqpd-b') return { ...DEFAULT_BOUNDS[family], ...bounds };
  if (family === 'jqpd-s')
    return { min: bounds.min ?? DEFAULT_BOUNDS[family].min, max: Number.POSITIVE_INFINITY };
  return { min: 0, max: Number.POSITIVE_INFINITY };
}

/** Differences of rounding: nothing below this is a gap. */
const NO_GAP = 1e-12;

/** Fitted over given, less one; where 0 was given, the difference over P80 − P20. */
function gapsOf(given: Quantiles, fitted: Quantiles): Quantiles {
  const gap = (name: keyof Quantiles): number => {
    const value = (fitted[name] - given[name]) / (Math.abs(given[name]) || given.p80 - given.p20);
    return Math.abs(value) < NO_GAP ? 0 : value;
  };
  return { p20: gap('p20'), p50: gap('p50'), p80: gap('p80') };
}

/**
 * The law of a family that best fits three quantiles, with how far it misses them, its mean, P90 and P95.
 *
 * Everything is in the unit of the quantiles, the law too. The default bounds are in minutes (an exam of at least 3, a
 * report within 30 days), so give `min` and `max` with any other unit. `jqpd-s` uses `min`, `jqpd-b` both; the other
 * three start at 0 and use neither. J-QPD: exact. Others: minimax of the relative gap, see the head of this file.
 * @returns the fit, or the fault of the quantiles (see `quantileFault`); never throws, never NaN.
 * @example fitLaw('lognormal', { p20: 1, p50: 2, p80: 4 }).fit?.misfit // 0
 * @example fitLaw('jqpd-s', { p20: 5, p50: 10, p80: 15.8 }).fit?.law // { law: 'jqpd-s', min: 3, p20: 5, p50: 10, p80: 15.8 }
 * @example fitLaw('gamma', { p20: 5, p50: 4, p80: 15.8 }).fault?.kind // 'out-of-order'
 */
export function fitLaw(family: LawFamily, quantiles: Quantiles, bounds: Partial<Support> = {}): FitResult {
  const support = supportOf(family, bounds);
  const fault =
    quantileFault(quantiles, support) ?? (family === 'jqpd-b' ? boundFault(quantiles, support) : null);
  if (fault !== null) return Object.freeze({ fit: null, fault });
  const law = Object.freeze(lawThrough(family, quantiles, support));
  const fitted = Object.freeze(quantilesOf(law));
  const gaps = Object.freeze(gapsOf(quantiles, fitted));
  const at = quantileFunction(law);
  const misfit = Math.max(Math.abs(gaps.p20), Math.abs(gaps.p50), Math.abs(gaps.p80));
  const tail = { mean: mean(law), p90: at(0.9, 0.1), p95: at(0.95, 0.05) };
  return Object.freeze({ fit: Object.freeze({ family, law, fitted, gaps, misfit, ...tail }), fault: null });
}
