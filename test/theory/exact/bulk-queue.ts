/**
 * The bulk-service queue b ← max(0, b + N − c) with N Poisson, a day at a time: its stationary mean by three routes that share nothing.
 */
import { exceedance, poissonLaw } from './poisson.ts';
import { requireStable } from './queues.ts';
import { bandedStationary } from './steady-state.ts';

/**
 * Mean of the stationary b ← max(0, b + N − c), N Poisson: patients left at the end of a day, by banded elimination over 0…states, the
 * states doubled until the last c hold less than 1e-13.
 * Throws `RangeError` if the mean of N is not below c.
 * @example bulkQueueMean(1, 0) // 0
 */
export function bulkQueueMean(placesPerDay: number, requestsPerDay: number): number {
  requireStable(requestsPerDay / placesPerDay);
  const counts = poissonLaw(requestsPerDay);
  for (let states = 8 * placesPerDay + 64; ; states *= 2) {
    const rows = Array.from({ length: states }, (_, left) => {
      const first = Math.max(0, left - placesPerDay);
      const mass = new Float64Array(Math.min(states, left + counts.length) - first);
      counts.forEach((probability, n) => {
        mass[Math.min(states - 1, Math.max(0, left + n - placesPerDay)) - first]! += probability;
      });
      return { first, mass };
    });
    const law = bandedStationary(rows);
    if (law.subarray(states - placesPerDay).reduce((sum, mass) => sum + mass, 0) > 1e-13) continue;
    return law.reduce((sum, mass, left) => sum + mass * left, 0);
  }
}

/**
 * The same mean by Spitzer's identity: Σ_{n≥1} E[(S_n − nc)⁺]/n, S_n the requests of n days. Shares no step with the chain.
 * Sums terms until they fall below 1e-12 of the sum; quick below load 0.98.
 * @example bulkQueueMeanBySpitzer(1, 0) // 0
 */
export function bulkQueueMeanBySpitzer(placesPerDay: number, requestsPerDay: number): number {
  let mean = 0;
  for (let days = 1; ; days++) {
    // E[(S − m)⁺] = Σ_{k≥m} P(S > k).
    const tail = exceedance(poissonLaw(days * requestsPerDay));
    let excess = 0;
    for (let k = days * placesPerDay; k < tail.length; k++) excess += tail[k]!;
    mean += excess / days;
    if (excess / days < 1e-12 * mean || requestsPerDay === 0) return mean;
  }
}

/**
 * The same mean by the roots of z^c = exp(λ(z − 1)) in the unit disc: Σ_{k=1}^{c−1} 1/(1 − z_k) − (c(c−1) − λ²)/(2(c − λ)). Each root is
 * the limit of z ← w_k·exp(λ(z − 1)/c), w_k = exp(2πik/c), from 0. It follows from the generating function (c − λ)(z − 1)Π(z − z_k)/(1 −
 * z_k) ÷ (z^c − exp(λ(z − 1))), differentiated at 1.
 * Throws `RangeError` if λ ≥ c. Source: Bailey 1954; Janssen & van Leeuwaarden 2005 for the roots.
 * @example bulkQueueMeanByRoots(1, 0.5) // 0.25
 */
export function bulkQueueMeanByRoots(placesPerDay: number, requestsPerDay: number): number {
  const c = placesPerDay;
  const load = requestsPerDay / c;
  requireStable(load);
  let sum = 0;
  for (let k = 1; k < c; k++) {
    const turn = (2 * Math.PI * k) / c;
    let re = 0;
    let im = 0;
    for (let iteration = 0; iteration < 100_000; iteration++) {
      const radius = Math.exp(load * (re - 1));
      const angle = turn + load * im;
      const nextRe = radius * Math.cos(angle);
      const nextIm = radius * Math.sin(angle);
      const moved = Math.abs(nextRe - re) + Math.abs(nextIm - im);
      re = nextRe;
      im = nextIm;
      if (moved < 1e-16) break;
    }
    // Conjugate roots: imaginary parts cancel in the sum.
    sum += (1 - re) / ((1 - re) ** 2 + im ** 2);
  }
  return sum - (c * (c - 1) - requestsPerDay ** 2) / (2 * (c - requestsPerDay));
}
