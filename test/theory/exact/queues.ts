/** Textbook queues with one class of patients: exact mean waits (arrival to room entry) and losses. The time unit is the caller's. */

/** Mean and second moment of a law, in the caller's time unit and its square. */
export interface Moments {
  readonly mean: number;
  readonly secondMoment: number;
}

/**
 * Mean and second moment from a mean and a coefficient of variation (standard deviation ÷ mean).
 * @example momentsOf(2, 0.5).secondMoment // 5
 */
export function momentsOf(mean: number, coefficientOfVariation: number): Moments {
  return { mean, secondMoment: mean * mean * (1 + coefficientOfVariation * coefficientOfVariation) };
}

/**
 * Refuses a load of 1 or more, at which no steady state exists.
 * Throws `RangeError` with the load.
 * @example requireStable(0.9) // undefined
 */
export function requireStable(load: number): void {
  if (!(load < 1)) throw new RangeError(`no steady state: load ${load} must be below 1`);
}

/**
 * Mean wait of M/M/1: ρ/(μ − λ).
 * Throws `RangeError` if λ ≥ μ. Source: Erlang; Kleinrock 1975, 3.2.
 * @example mm1Wait(0.5, 1) // 1
 */
export function mm1Wait(arrivalRate: number, serviceRate: number): number {
  requireStable(arrivalRate / serviceRate);
  return arrivalRate / serviceRate / (serviceRate - arrivalRate);
}

/**
 * Erlang's loss probability B(c, a) of c devices offered a erlangs, no waiting: the share of patients blocked, for any service law
 * (Poisson arrivals). Recursion B(k) = aB(k−1)/(k + aB(k−1)), B(0) = 1. Source: Erlang 1917.
 * @example erlangB(2, 1) // 0.2
 */
export function erlangB(servers: number, offeredErlangs: number): number {
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (offeredErlangs * blocked) / (k + offeredErlangs * blocked);
  return blocked;
}

/**
 * Erlang's probability of waiting C(c, a) in M/M/c: B/(1 − ρ(1 − B)), ρ = a/c.
 * Throws `RangeError` if a ≥ c. Source: Erlang 1917.
 * @example erlangC(2, 1).toFixed(12) // '0.333333333333'
 */
export function erlangC(servers: number, offeredErlangs: number): number {
  const load = offeredErlangs / servers;
  requireStable(load);
  const blocked = erlangB(servers, offeredErlangs);
  return blocked / (1 - load * (1 - blocked));
}

/**
 * Mean wait of M/M/c: C(c, λ/μ)/(cμ − λ).
 * Throws `RangeError` if λ ≥ cμ. Source: Erlang 1917.
 * @example mmcWait(1, 1, 2).toFixed(12) // '0.333333333333'
 */
export function mmcWait(arrivalRate: number, serviceRate: number, servers: number): number {
  return erlangC(servers, arrivalRate / serviceRate) / (servers * serviceRate - arrivalRate);
}

/**
 * Mean wait of M/G/1: λE[S²]/(2(1 − λE[S])).
 * Throws `RangeError` if λE[S] ≥ 1. Source: Pollaczek 1930, Khinchine 1932.
 * @example mg1Wait(0.5, { mean: 1, secondMoment: 1 }) // 0.5
 */
export function mg1Wait(arrivalRate: number, service: Moments): number {
  const load = arrivalRate * service.mean;
  requireStable(load);
  return (arrivalRate * service.secondMoment) / (2 * (1 - load));
}

/**
 * Mean wait of GI/M/1: σ/(μ(1 − σ)), where σ in (0, 1) solves σ = A(μ(1 − σ)), A being the Laplace transform E[exp(−sT)] of the gap
 * between arrivals. Iterating from 0 increases to the smallest root, which is the wanted one below load 1; Newton's steps finish it.
 * Throws `RangeError` if the load is 1 or more. Source: Kleinrock 1975, 6.4.
 * @example gm1Wait((s) => 0.5 / (0.5 + s), 2, 1).toFixed(9) // '1.000000000'
 */
export function gm1Wait(gapTransform: (s: number) => number, meanGap: number, serviceRate: number): number {
  requireStable(1 / (meanGap * serviceRate));
  const excess = (root: number) => gapTransform(serviceRate * (1 - root)) - root;
  // The excess is convex, positive at 0 and zero at 1, so it is negative just below 1: bisect between.
  let low = 0;
  let high = 1 - 1e-12;
  while (high - low > 1e-16) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return low / (serviceRate * (1 - low));
}

/**
 * Mean wait of D/M/1: patients exactly `gap` apart, exponential exams. Source: `gm1Wait` with A(s) = exp(−s·gap).
 * Throws `RangeError` if the load is 1 or more.
 * @example dm1Wait(1e9, 1) // 0
 */
export function dm1Wait(gap: number, serviceRate: number): number {
  return gm1Wait((s) => Math.exp(-s * gap), gap, serviceRate);
}

/** Losses and waits of a queue with few waiting places. */
export interface FiniteQueue {
  /** Share of arrivals that find every device and every waiting place taken. */
  readonly blocked: number;
  /** Mean wait of those who get in. */
  readonly acceptedWait: number;
}

/**
 * M/M/c with `waitingPlaces` places to wait besides the c devices: share blocked and mean wait of the accepted, by the birth–death
 * weights p(n+1) = p(n)·λ/(min(n+1, c)μ), arrivals seeing time averages, and Little's law over the accepted. Any load.
 * @example mmckQueue(1, 1, 1, 1).blocked // 0.3333333333333333
 */
export function mmckQueue(
  arrivalRate: number,
  serviceRate: number,
  servers: number,
  waitingPlaces: number,
): FiniteQueue {
  const capacity = servers + waitingPlaces;
  let weight = 1;
  let total = 1;
  let waiting = 0;
  for (let n = 1; n <= capacity; n++) {
    weight *= arrivalRate / (Math.min(n, servers) * serviceRate);
    total += weight;
    waiting += Math.max(0, n - servers) * weight;
  }
  const blocked = weight / total;
  return { blocked, acceptedWait: waiting / total / (arrivalRate * (1 - blocked)) };
}

/**
 * M/M/1 with `waitingPlaces` places to wait, in closed form: with K = places + 1 and ρ = λ/μ, blocked = (1−ρ)ρ^K/(1−ρ^(K+1)).
 * An accepted patient waits n/μ with probability (1−ρ)ρ^n/(1−ρ^K), n = 0…K−1: mean ρ/(1−ρ) − Kρ^K/(1−ρ^K), over μ; at ρ = 1 the n are
 * equally likely. Source: Kleinrock 1975, 3.6.
 * @example mm1kQueue(1, 1, 1).acceptedWait // 0.5
 */
export function mm1kQueue(arrivalRate: number, serviceRate: number, waitingPlaces: number): FiniteQueue {
  const capacity = waitingPlaces + 1;
  const load = arrivalRate / serviceRate;
  if (load === 1) return { blocked: 1 / (capacity + 1), acceptedWait: (capacity - 1) / 2 / serviceRate };
  const power = load ** capacity;
  return {
    blocked: ((1 - load) * power) / (1 - power * load),
    acceptedWait: (load / (1 - load) - (capacity * power) / (1 - power)) / serviceRate,
  };
}
