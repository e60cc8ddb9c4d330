/**
 * Functions of the normal law, in plain arithmetic (see `math.ts`): density, distribution function and
 * quantile. The tails keep their relative accuracy because both tail probabilities can be given.
 */
import { exp, ln } from './math.ts';

const INVERSE_SQRT_2PI = 0.3989422804014327;

// Cody (1969), rational Chebyshev approximations of the error function, scaled to the normal law.
const CENTRE_NUMERATOR = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
];
const CENTRE_DENOMINATOR = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
const MIDDLE_NUMERATOR = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const MIDDLE_DENOMINATOR = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.42967685999,
];
const FAR_NUMERATOR = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  0.000029112874951168793,
];
const FAR_DENOMINATOR = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
  0.00007297515550839662,
];

// Wichura (1988), algorithm AS 241, PPND16; highest power first.
const QUANTILE_CENTRE_NUMERATOR = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const QUANTILE_CENTRE_DENOMINATOR = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const QUANTILE_MIDDLE_NUMERATOR = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const QUANTILE_MIDDLE_DENOMINATOR = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const QUANTILE_FAR_NUMERATOR = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const QUANTILE_FAR_DENOMINATOR = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];

/** The polynomial of these coefficients, highest power first, at x. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let i = 0; i < coefficients.length; i++) value = value * x + coefficients[i]!;
  return value;
}

/**
 * Density of the standard normal law, e^(−z²/2)/√(2π).
 * @example normalDensity(0) // 0.3989422804014327
 */
export function normalDensity(z: number): number {
  // z² in an exact part and a small one: the rounding of z² would be multiplied by the exponential.
  const a = Math.abs(z);
  const coarse = Math.trunc(a * 16) / 16;
  return a > 39
    ? 0
    : exp(-0.5 * coarse * coarse) * exp(-0.5 * (a - coarse) * (a + coarse)) * INVERSE_SQRT_2PI;
}

/**
 * Distribution function Φ(z) of the standard normal law; relative accuracy holds in the lower tail,
 * so ask for Φ(−z) when 1 − Φ(z) is meant.
 * Source: Cody (1969), Math. Comp. 23, 631–637.
 * @returns a probability in [0, 1].
 * @example normalCdf(-1.96) // 0.02499789514822044
 */
export function normalCdf(z: number): number {
  const a = Math.abs(z);
  if (a <= 0.67448975) {
    const t = z * z;
    return 0.5 + (z * polynomial(CENTRE_NUMERATOR, t)) / polynomial(CENTRE_DENOMINATOR, t);
  }
  let overDensity: number;
  if (a <= 5.656854249492381) {
    overDensity = polynomial(MIDDLE_NUMERATOR, a) / polynomial(MIDDLE_DENOMINATOR, a) / INVERSE_SQRT_2PI;
  } else {
    const t = 1 / (a * a);
    const correction = (t * polynomial(FAR_NUMERATOR, t)) / polynomial(FAR_DENOMINATOR, t);
    overDensity = (1 - correction / INVERSE_SQRT_2PI) / a;
  }
  const tail = normalDensity(a) * overDensity;
  return z < 0 ? tail : 1 - tail;
}

/**
 * Quantile Φ⁻¹(p) of the standard normal law.
 * Source: Wichura (1988), algorithm AS 241 (PPND16), Applied Statistics 37, 477–484.
 * @param p lower probability, in [0, 1].
 * @param q upper probability 1 − p; give it when it is known with more digits than 1 − p has.
 * @returns ∓Infinity at 0 and 1, NaN outside.
 * @example normalQuantile(0.8) // 0.8416212335729144
 */
export function normalQuantile(p: number, q: number = 1 - p): number {
  const centred = p - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return (centred * polynomial(QUANTILE_CENTRE_NUMERATOR, r)) / polynomial(QUANTILE_CENTRE_DENOMINATOR, r);
  }
  const tail = Math.min(p, q);
  if (!(tail > 0)) return tail === 0 ? (p < q ? -Infinity : Infinity) : NaN;
  const r = Math.sqrt(-ln(tail));
  const z =
    r <= 5
      ? polynomial(QUANTILE_MIDDLE_NUMERATOR, r - 1.6) / polynomial(QUANTILE_MIDDLE_DENOMINATOR, r - 1.6)
      : polynomial(QUANTILE_FAR_NUMERATOR, r - 5) / polynomial(QUANTILE_FAR_DENOMINATOR, r - 5);
  return p < q ? -z : z;
}
