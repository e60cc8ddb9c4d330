/**
 * Elementary functions in plain arithmetic. The functions of `Math` give different last bits from one
 * JavaScript engine to the next; + - * / and Math.sqrt do not, so these give the same bits everywhere.
 * Each is within 1e-13 (relative) of the true value; most are within one or two units in the last place.
 */

const SQRT2 = Math.sqrt(2);
// ln 2 in two parts: the first has 21 trailing zero bits, so that its products with an exponent are exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const LN2 = LN2_HIGH + LN2_LOW;

const MIN_EXPONENT = -1022;
/** 2^k at index k − MIN_EXPONENT, for every normal power; written once, below. */
const POWERS_OF_TWO = new Float64Array(2046);
for (let k = 0, up = 1; k <= 1023; k++, up *= 2) {
  POWERS_OF_TWO[k - MIN_EXPONENT] = up;
  if (k < 1023) POWERS_OF_TWO[-k - MIN_EXPONENT] = 1 / up;
}
const TWO_32 = 4294967296;

/** y·2^k, exact when the result is a normal number; k from −1075 to 1024. */
function timesPowerOfTwo(y: number, k: number): number {
  if (k > 1023) return y * 2 * POWERS_OF_TWO[1023 - MIN_EXPONENT]!;
  if (k >= MIN_EXPONENT) return y * POWERS_OF_TWO[k - MIN_EXPONENT]!;
  return y * POWERS_OF_TWO[k + 1000 - MIN_EXPONENT]! * POWERS_OF_TWO[-1000 - MIN_EXPONENT]!;
}

/** The e for which x·2^−e lies in [√2/2, √2); x is positive and finite. */
function exponentNearOne(x: number): number {
  let e = 0;
  let m = x;
  while (m >= TWO_32) {
    m /= TWO_32;
    e += 32;
  }
  while (m < 1) {
    m *= TWO_32;
    e -= 32;
  }
  const inside = 31 - Math.clz32(m);
  return m * POWERS_OF_TWO[-inside - MIN_EXPONENT]! < SQRT2 ? e + inside : e + inside + 1;
}

/** x·2^−e, where e may lie beyond the normal powers because x is subnormal. */
function scaledDown(x: number, e: number): number {
  return e < -1000
    ? x * POWERS_OF_TWO[1000 - MIN_EXPONENT]! * timesPowerOfTwo(1, -e - 1000)
    : timesPowerOfTwo(x, -e);
}

/**
 * ln(1 + x) − x, without the loss of digits of the difference.
 * Rational approximation of fdlibm's `log` (Sun Microsystems, 1993) inside [√½ − 1, √2 − 1]; plain difference outside.
 * @returns a dimensionless number ≤ 0; −Infinity for x = −1; NaN below.
 * @example ln1pMinusX(1e-8) // -4.9999999666666676e-17
 */
export function ln1pMinusX(x: number): number {
  if (!(x >= SQRT2 / 2 - 1 && x <= SQRT2 - 1)) return ln1p(x) - x;
  const s = x / (2 + x);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * x * x;
  return s * (half + even + odd) - half;
}

/**
 * Natural logarithm.
 * Source: fdlibm's `log`: x = 2^e·(1 + f), ln x = e·ln 2 + f + (ln(1 + f) − f).
 * @returns −Infinity at 0, Infinity at Infinity, NaN below 0.
 * @example ln(10) // 2.302585092994046
 */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const e = exponentNearOne(x);
  const f = scaledDown(x, e) - 1;
  if (e === 0) return f + ln1pMinusX(f);
  return e * LN2_HIGH + (f + (ln1pMinusX(f) + e * LN2_LOW));
}

/**
 * ln(1 + x), exact to the last digits also where 1 + x rounds x away.
 * Source: the rounding error of 1 + x is put back to the first order.
 * @returns −Infinity at −1, NaN below.
 * @example ln1p(1e-20) // 1e-20
 */
export function ln1p(x: number): number {
  if (x > -0.25 && x < 0.25) return x + ln1pMinusX(x);
  const u = 1 + x;
  if (!(u > 0) || u === Infinity) return ln(u);
  return ln(u) + (x - (u - 1)) / u;
}

/**
 * Exponential e^x.
 * Source: fdlibm's `exp`: x = k·ln 2 + r, and a rational approximation of e^r.
 * @returns Infinity above 709.78, 0 below −745.13.
 * @example exp(1) // 2.7182818284590455
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  const k = Math.round(x / LN2);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  return timesPowerOfTwo(1 - (low - (r * c) / (2 - c) - high), k);
}

/** The part of a product lost by rounding, so that a·b = fl(a·b) + this (Veltkamp and Dekker, 1971). */
function productError(a: number, b: number, product: number): number {
  const SPLIT = 134217729; // 2^27 + 1
  const ca = SPLIT * a;
  const aHigh = ca - (ca - a);
  const aLow = a - aHigh;
  const cb = SPLIT * b;
  const bHigh = cb - (cb - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/**
 * x to the power y, for x ≥ 0.
 * Source: e^(y·ln x), with ln x and the product kept in two parts so that large exponents keep their digits.
 * @returns 1 when y = 0 or x = 1; NaN when x < 0.
 * @example pow(2, 0.5) // 1.414213562373095
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (!(x >= 0) || Number.isNaN(y)) return NaN;
  if (x === 0 || x === Infinity) return (x === 0) === y > 0 ? 0 : Infinity;
  const e = exponentNearOne(x);
  const f = scaledDown(x, e) - 1;
  const exact = e * LN2_HIGH;
  const lnHigh = exact + f;
  const lnLow = exact - lnHigh + f + (ln1pMinusX(f) + e * LN2_LOW);
  const product = y * lnHigh;
  if (!(product > -1000 && product < 1000)) return product > 0 ? Infinity : 0;
  const rest = productError(y, lnHigh, product) + y * lnLow;
  const whole = product + rest;
  return exp(whole) * (1 + (product - whole + rest));
}

/**
 * Hyperbolic sine, (e^x − e^−x)/2; Taylor series below 1, where the difference would lose digits.
 * @returns ±Infinity beyond ±710.47.
 * @example sinh(1) // 1.1752011936438016
 */
export function sinh(x: number): number {
  const a = Math.abs(x);
  if (a < 1) {
    const t = x * x;
    let sum = 1;
    for (let n = 18; n >= 2; n -= 2) sum = 1 + (sum * t) / (n * (n + 1));
    return x * sum;
  }
  const half = exp(a / 2);
  const value = a > 40 ? 0.5 * half * half : 0.5 * (exp(a) - exp(-a));
  return x < 0 ? -value : value;
}

/**
 * Inverse hyperbolic cosine, ln(x + √(x² − 1)), for x ≥ 1.
 * @returns NaN below 1.
 * @example acosh(2) // 1.3169578969248166
 */
export function acosh(x: number): number {
  if (!(x >= 1)) return NaN;
  if (x > 1e8) return ln(x) + LN2;
  const t = x - 1;
  return ln1p(t + Math.sqrt(t * (t + 2)));
}
