/** Laws of durations on an even grid: discretising a distribution function, convolving, shifting. Durations in seconds. */
import jStat from 'jstat';

/** Probability `mass[k]` of a duration of k × stepSeconds. */
export interface GridLaw {
  readonly stepSeconds: number;
  readonly mass: Float64Array;
}

/** Probability that a duration is at most x seconds. */
export type DistributionFunction = (seconds: number) => number;

/** Probability left out beyond the last point of a grid. */
const TAIL = 1e-13;

/**
 * Rounds a continuous duration to the nearest point of the grid: mass F((k+½)h) − F((k−½)h) at kh. With a step of 1 this is exactly a
 * duration rounded to the second (rule M1.1).
 * @example discretised((s) => Math.min(1, s / 2), 1).mass[1] // 0.5
 */
export function discretised(cdf: DistributionFunction, stepSeconds: number): GridLaw {
  let points = 1;
  while (1 - cdf((points - 0.5) * stepSeconds) > TAIL) points = Math.ceil(points * 1.2) + 1;
  const mass = new Float64Array(points + 1);
  let below = 0;
  for (let k = 0; k < points; k++) {
    const upTo = cdf((k + 0.5) * stepSeconds);
    mass[k] = upTo - below;
    below = upTo;
  }
  mass[points] = 1 - below;
  return { stepSeconds, mass };
}

/**
 * Law of a duration that takes a few values with given probabilities, on the grid.
 * Throws `RangeError` if a value is not a multiple of the step.
 * @example atomsOnGrid([0, 60], [0.5, 0.5], 60).mass[1] // 0.5
 */
export function atomsOnGrid(
  seconds: readonly number[],
  probabilities: readonly number[],
  stepSeconds: number,
): GridLaw {
  const mass = new Float64Array(Math.round(Math.max(...seconds) / stepSeconds) + 1);
  seconds.forEach((value, i) => {
    mass[gridIndex(value, stepSeconds)]! += probabilities[i]!;
  });
  return { stepSeconds, mass };
}

/**
 * Position of a duration on the grid.
 * Throws `RangeError` if it is not a multiple of the step.
 * @example gridIndex(120, 60) // 2
 */
export function gridIndex(seconds: number, stepSeconds: number): number {
  const index = Math.round(seconds / stepSeconds);
  if (Math.abs(index * stepSeconds - seconds) > 1e-9 * Math.max(1, seconds)) {
    throw new RangeError(`${seconds} s is not a multiple of the step ${stepSeconds} s`);
  }
  return index;
}

/**
 * Distribution function of the exponential law.
 * @example exponentialCdf(1)(0) // 0
 */
export function exponentialCdf(meanSeconds: number): DistributionFunction {
  return (seconds) => (seconds <= 0 ? 0 : -Math.expm1(-seconds / meanSeconds));
}

/**
 * Distribution function of the Erlang law (sum of `stages` equal exponentials).
 * @example erlangCdf(1, 3)(0) // 0
 */
export function erlangCdf(meanSeconds: number, stages: number): DistributionFunction {
  return (seconds) => (seconds <= 0 ? 0 : jStat.gamma.cdf(seconds, stages, meanSeconds / stages));
}

/**
 * Distribution function of the lognormal law with a mean and a coefficient of variation: σ² = ln(1 + cv²), μ = ln(mean) − σ²/2.
 * @example lognormalCdf(Math.exp(0.5), Math.sqrt(Math.E - 1))(1).toFixed(6) // '0.500000'
 */
export function lognormalCdf(meanSeconds: number, coefficientOfVariation: number): DistributionFunction {
  const variance = Math.log1p(coefficientOfVariation ** 2);
  const location = Math.log(meanSeconds) - variance / 2;
  const scale = Math.sqrt(variance);
  return (seconds) => (seconds <= 0 ? 0 : jStat.normal.cdf((Math.log(seconds) - location) / scale, 0, 1));
}

/**
 * Law of the sum of two independent durations on one grid, by fast Fourier transform (absolute rounding error about 1e-17 a point), the
 * last 1e-13 of probability being folded onto the last point kept.
 * @example convolved(Float64Array.of(0.5, 0.5), Float64Array.of(0, 1))[2] // 0.5
 */
export function convolved(a: Float64Array, b: Float64Array): Float64Array {
  const length = a.length + b.length - 1;
  if (Math.min(a.length, b.length) <= 32) {
    const sum = new Float64Array(length);
    a.forEach((p, i) => {
      if (p !== 0) for (let j = 0; j < b.length; j++) sum[i + j]! += p * b[j]!;
    });
    return withoutTail(sum);
  }
  let size = 1;
  while (size < length) size *= 2;
  // One complex transform carries both: a in the real part, b in the imaginary part; the square's imaginary part is 2·a∗b.
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  re.set(a);
  im.set(b);
  fourier(re, im, 1);
  for (let k = 0; k < size; k++) {
    const x = re[k]!;
    const y = im[k]!;
    re[k] = x * x - y * y;
    im[k] = 2 * x * y;
  }
  fourier(re, im, -1);
  return withoutTail(im.subarray(0, length).map((twice) => Math.max(0, twice / (2 * size))));
}

function withoutTail(mass: Float64Array): Float64Array {
  let last = mass.length - 1;
  let tail = 0;
  while (last > 0 && tail + mass[last]! < TAIL) tail += mass[last--]!;
  const kept = mass.slice(0, last + 1);
  kept[last]! += tail;
  return kept;
}

/** In-place radix-2 transform, unscaled; sign 1 forward, −1 back. */
function fourier(re: Float64Array, im: Float64Array, sign: 1 | -1): void {
  const size = re.length;
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j]!, re[i]!];
      [im[i], im[j]] = [im[j]!, im[i]!];
    }
  }
  const cos = new Float64Array(size / 2);
  const sin = new Float64Array(size / 2);
  for (let k = 0; k < size / 2; k++) {
    cos[k] = Math.cos((2 * Math.PI * k) / size);
    sin[k] = -sign * Math.sin((2 * Math.PI * k) / size);
  }
  for (let half = 1; half < size; half *= 2) {
    const stride = size / (2 * half);
    for (let start = 0; start < size; start += 2 * half) {
      for (let k = 0; k < half; k++) {
        const i = start + k;
        const j = i + half;
        const x = re[j]! * cos[k * stride]! - im[j]! * sin[k * stride]!;
        const y = re[j]! * sin[k * stride]! + im[j]! * cos[k * stride]!;
        re[j] = re[i]! - x;
        im[j] = im[i]! - y;
        re[i]! += x;
        im[i]! += y;
      }
    }
  }
}
