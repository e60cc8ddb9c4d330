/**
 * One device that breaks down: exact mean wait (arrival to the first room entry) with Poisson arrivals and any exam law.
 * Time to failure is exponential, counted from the end of the last repair. The time unit is the caller's.
 */
import { type Moments, mg1Wait } from './queues.ts';

/** How often a device fails while up, and how long repairs last. */
export interface Failures {
  readonly rate: number;
  readonly repair: Moments;
}

/**
 * Moments of the time from room entry to room exit when an interrupted exam is resumed where it stopped: S plus a Poisson(αS) number of
 * repairs, so E[C] = E[S](1 + αE[R]) and E[C²] = E[S²](1 + αE[R])² + αE[S]E[R²].
 * Source: Gaver 1962, completion time, pre-emptive resume.
 * @example resumedService({ mean: 1, secondMoment: 2 }, { rate: 0.5, repair: { mean: 1, secondMoment: 2 } }).mean // 1.5
 */
export function resumedService(service: Moments, failures: Failures): Moments {
  const stretch = 1 + failures.rate * failures.repair.mean;
  return {
    mean: service.mean * stretch,
    secondMoment:
      service.secondMoment * stretch * stretch + failures.rate * service.mean * failures.repair.secondMoment,
  };
}

/** A duration and its probability. */
export interface DurationAtom {
  readonly duration: number;
  readonly probability: number;
}

/**
 * Moments of the time from room entry to room exit when an interrupted exam starts again from the beginning with the same duration
 * (pre-emptive repeat identical), for a law made of atoms. Both moments given s come from what happens first, the failure or the end:
 * with u = exp(αs) and k = 1/α + E[R], E[C|s] = k(u − 1) and
 * E[C²|s] = 2(u−1)/α² − 2s/α + 2((u−1)/α − s)(E[R] + k(u−1)) + (u−1)(E[R²] + 2E[R]k(u−1)). Source: Gaver 1962.
 * Throws `RangeError` if the failure rate is not positive.
 * @example restartedService([{ duration: 1, probability: 1 }], { rate: Math.LN2, repair: { mean: 0, secondMoment: 0 } }).mean.toFixed(6) // '1.442695'
 */
export function restartedService(atoms: readonly DurationAtom[], failures: Failures): Moments {
  const mean = (f: (s: number) => number) =>
    atoms.reduce((sum, atom) => sum + atom.probability * f(atom.duration), 0);
  return repeatedMoments(
    {
      u: mean((s) => Math.exp(failures.rate * s)),
      uu: mean((s) => Math.exp(2 * failures.rate * s)),
      s: mean((s) => s),
      su: mean((s) => s * Math.exp(failures.rate * s)),
    },
    failures,
  );
}

/**
 * The same as `restartedService` for exponential exams of rate μ: E[u] = μ/(μ−α), E[u²] = μ/(μ−2α), E[su] = μ/(μ−α)².
 * Throws `RangeError` unless 0 < α < μ/2: beyond, the second moment is infinite.
 * @example restartedExponentialService(1, { rate: 0.25, repair: { mean: 0, secondMoment: 0 } }).mean.toFixed(6) // '1.333333'
 */
export function restartedExponentialService(serviceRate: number, failures: Failures): Moments {
  const left = serviceRate - failures.rate;
  if (!(left > failures.rate)) {
    throw new RangeError(`failure rate ${failures.rate} must be below half the service rate ${serviceRate}`);
  }
  return repeatedMoments(
    {
      u: serviceRate / left,
      uu: serviceRate / (left - failures.rate),
      s: 1 / serviceRate,
      su: serviceRate / (left * left),
    },
    failures,
  );
}

/** Means over the exam law of u = exp(αs), u², s and su. */
interface ExponentialMeans {
  readonly u: number;
  readonly uu: number;
  readonly s: number;
  readonly su: number;
}

function repeatedMoments({ u, uu, s, su }: ExponentialMeans, { rate, repair }: Failures): Moments {
  if (!(rate > 0)) throw new RangeError(`failure rate must be positive: ${rate}`);
  const cycle = 1 / rate + repair.mean;
  const square = uu - 2 * u + 1; // mean of (u − 1)²
  return {
    mean: cycle * (u - 1),
    secondMoment:
      (2 * (u - 1)) / rate ** 2 -
      (2 * s) / rate +
      2 * (((u - 1) / rate - s) * repair.mean + cycle * (square / rate - (su - s))) +
      (u - 1) * repair.secondMoment +
      2 * repair.mean * cycle * square,
  };
}

/**
 * Mean wait when the device fails only while an exam is under way (working time): M/G/1 served by completion times, as given by
 * `resumedService` or `restartedService`.
 * Throws `RangeError` if λE[C] ≥ 1. Source: Gaver 1962.
 * @example workingFailureWait(0.5, { mean: 1, secondMoment: 2 }) // 1
 */
export function workingFailureWait(arrivalRate: number, completion: Moments): number {
  return mg1Wait(arrivalRate, completion);
}

/**
 * Mean wait when the device fails in calendar time, idle or not: the wait with failures at work plus αE[R²]/(2(1 + αE[R])).
 * Derivation: by the decomposition of Fuhrmann & Cooper (1985) the number in system is that of the M/G/1 of completion times plus an
 * independent number, that present at a random instant at which no exam is under way. Outside exams the device is up, or down for a
 * repair that began with nobody present: that number has mean α(λE[R²]/2)/(1 + αE[R]); Little's law divides by λ.
 * The model is that of Avi-Itzhak & Naor 1963, Gaver 1962.
 * Throws `RangeError` if λE[C] ≥ 1.
 * @example calendarFailureWait(0.5, { mean: 1, secondMoment: 2 }, { rate: 0, repair: { mean: 1, secondMoment: 2 } }) // 1
 */
export function calendarFailureWait(arrivalRate: number, completion: Moments, failures: Failures): number {
  const { rate, repair } = failures;
  return mg1Wait(arrivalRate, completion) + (rate * repair.secondMoment) / (2 * (1 + rate * repair.mean));
}
