/**
 * Functions of the gamma law, in plain arithmetic (see `math.ts`): ln Γ, the regularised incomplete
 * gamma functions P and Q = 1 − P, and the inverse of P.
 */
import { exp, ln, ln1p, ln1pMinusX } from './math.ts';
import { normalQuantile } from './math-special.ts';

const ONE_MINUS_EULER = 0.42278433509846713;
const HALF_LN_2PI = 0.9189385332046728;
const TWO_PI = 6.283185307179586;

/** ζ(k) − 1 for k = 2, 3, …: the Taylor coefficients of ln Γ at 2 are (−1)^k (ζ(k) − 1)/k. */
const ZETA_MINUS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853,
  0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5,
  3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
  9.539620338727962e-7, 4.769329867878064e-7, 2.38450502727733e-7, 1.1921992596531106e-7,
  5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8,
];

/** ln Γ(2 + w) for |w| ≤ ½. */
function lnGammaNearTwo(w: number): number {
  let sum = 0;
  for (let k = ZETA_MINUS_ONE.length + 1; k >= 2; k--) sum = (ZETA_MINUS_ONE[k - 2]! / k - sum) * w;
  return w * (ONE_MINUS_EULER + sum);
}

/** ln Γ(a) − [(a − ½) ln a − a + ½ ln 2π], Stirling's correction, for a ≥ 10. */
function stirlingCorrection(a: number): number {
  const t = 1 / (a * a);
  const bernoulli =
    1 / 12 -
    t * (1 / 360 - t * (1 / 1260 - t * (1 / 1680 - t * (1 / 1188 - t * (691 / 360360 - t * (1 / 156))))));
  return bernoulli / a;
}

/**
 * ln Γ(a), logarithm of the gamma function, for a > 0.
 * Source: Taylor series at 2 and recurrence below 10, Stirling's series above (Abramowitz and Stegun 6.1.33, 6.1.41).
 * @returns Infinity at 0 and at Infinity, NaN below 0.
 * @example lnGamma(0.5) // 0.5723649429247001
 */
export function lnGamma(a: number): number {
  if (!(a > 0)) return a === 0 ? Infinity : NaN;
  if (a === Infinity) return Infinity;
  if (a >= 10) return (a - 0.5) * ln(a) - a + HALF_LN_2PI + stirlingCorrection(a);
  if (a < 0.5) return lnGammaNearTwo(a) - ln(a) - ln1p(a);
  if (a < 1.5) return lnGammaNearTwo(a - 1) - ln1p(a - 1);
  let x = a;
  let product = 1;
  while (x > 2.5) {
    x -= 1;
    product *= x;
  }
  return lnGammaNearTwo(x - 2) + ln(product);
}

/**
 * ln of the Poisson term x^a e^−x / Γ(a + 1), which is x/a times the gamma density of shape a at x.
 * @param lnX logarithm of x, which may be known where x has underflowed to 0.
 * @example lnPoissonTerm(1, 1, 0) // -1
 */
export function lnPoissonTerm(a: number, x: number, lnX: number): number {
  if (a < 10) return a * lnX - x - lnGamma(a + 1);
  const excess = (x - a) / a;
  // Near −1 the excess has lost the digits of x, which its logarithm still has.
  const exponent = excess > -0.9 ? a * ln1pMinusX(excess) : a * (lnX - ln(a)) - (x - a);
  return exponent - 0.5 * ln(TWO_PI * a) - stirlingCorrection(a);
}

/** Σ x^n / ((a + 1)…(a + n)): P(a, x) over the Poisson term; for x < a + 1. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Continued fraction of Q(a, x) over the Poisson term (Lentz's method); for x ≥ a + 1. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let n = 1; ; n++) {
    const coefficient = -n * (n - a);
    b += 2;
    d = 1 / (coefficient * d + b);
    c = b + coefficient / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 3e-16 || d === 0) return value * a;
  }
}

/**
 * Regularised lower incomplete gamma function P(a, x): the probability that a gamma variable of shape a
 * and scale 1 is at most x.
 * Source: series below a + 1, continued fraction above (Abramowitz and Stegun 6.5.29, 6.5.31).
 * @returns a probability in [0, 1]; NaN unless a > 0 and x ≥ 0.
 * @example gammaP(1, 2) // 0.8646647167633873
 */
export function gammaP(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return NaN;
  if (x === Infinity) return 1;
  const term = exp(lnPoissonTerm(a, x, ln(x)));
  return x < a + 1 ? term * lowerSeries(a, x) : 1 - term * upperFraction(a, x);
}

/**
 * Regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), with relative accuracy in the upper tail.
 * @returns a probability in [0, 1]; NaN unless a > 0 and x ≥ 0.
 * @example gammaQ(1, 2) // 0.1353352832366127
 */
export function gammaQ(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return NaN;
  if (x === Infinity) return 0;
  const term = exp(lnPoissonTerm(a, x, ln(x)));
  return x < a + 1 ? 1 - term * lowerSeries(a, x) : term * upperFraction(a, x);
}

/** A first value of ln x: Wilson and Hilferty's cube for shapes that it suits, the power law near 0 otherwise. */
function firstLnGammaQuantile(a: number, p: number, q: number): number {
  const nearZero = (ln(p) + lnGamma(a + 1)) / a;
  const cube = 1 - 1 / (9 * a) + normalQuantile(p, q) / (3 * Math.sqrt(a));
  if (cube <= 0.1) return nearZero;
  return a < 1 && nearZero < -1 ? nearZero : ln(a) + 3 * ln(cube);
}

/**
 * ln of the x at which P(a, x) = p, for 0 < p < 1. Newton's method on ln P (or ln Q, the smaller) as a
 * function of ln x: both are concave there, so that it converges from any start.
 * @param q upper probability 1 − p, given when it has more digits than 1 − p.
 * @param start first value of ln x, for instance that of a neighbouring p.
 * @example lnInverseGammaP(1, 0.5) // -0.36651292058166407
 */
export function lnInverseGammaP(
  a: number,
  p: number,
  q: number = 1 - p,
  start: number = firstLnGammaQuantile(a, p, q),
): number {
  const lower = p < q;
  const target = ln(lower ? p : q);
  let y = start;
  for (let step = 0; step < 100; step++) {
    const x = exp(y);
    // Where x is about to underflow, the power law near 0 is exact.
    if (x < 1e-290) return (target + lnGamma(a + 1)) / a;
    const lnTerm = lnPoissonTerm(a, x, y);
    const below = x < a + 1;
    const own = lnTerm + ln(below ? lowerSeries(a, x) : upperFraction(a, x));
    const lnTail = below === lower ? own : ln1p(-exp(own));
    // d ln P / d ln x = a·term / P, and the same with Q and a minus sign.
    const slope = a * exp(lnTerm - lnTail);
    const change = (lnTail - target) / (lower ? -slope : slope);
    // The error left after a change this small is of the order of its square.
    if (!(Math.abs(change) > 1e-8)) return y + change;
    y += Math.max(-20, Math.min(20, change));
  }
  return y;
}

/**
 * Inverse of P(a, ·): the quantile of a gamma law of shape a and scale 1.
 * @param p lower probability.
 * @param q upper probability 1 − p, given when it has more digits than 1 − p.
 * @returns 0 at p = 0, Infinity at p = 1; NaN outside or unless a > 0. Relative error below 1e-10.
 * @example inverseGammaP(1, 0.5) // 0.6931471805599455
 */
export function inverseGammaP(a: number, p: number, q: number = 1 - p): number {
  if (!(a > 0 && p >= 0 && q >= 0)) return NaN;
  if (p === 0) return 0;
  if (q === 0) return Infinity;
  return exp(lnInverseGammaP(a, p, q));
}
