/** M/M/c with exponential patience (Palm's Erlang-A): who leaves, and how long the others wait. The time unit is the caller's. */

/** Steady state of a queue whose patients may leave before their exam. */
export interface RenegingQueue {
  /** Share of patients who leave unserved. */
  readonly abandoned: number;
  /** Share of patients who find no device free. */
  readonly delayed: number;
  /** Mean wait of all, the served and those who leave (until they leave). */
  readonly waitOfAll: number;
  /** Mean wait of the served: the wait reported per exam done. */
  readonly waitOfServed: number;
  /** Mean wait, until they leave, of those who leave; 0 if nobody can. */
  readonly waitOfAbandoned: number;
}

/**
 * M/M/c + M: Poisson arrivals at λ, exponential exams at μ, c devices, each waiting patient leaving at rate θ. Any load when θ > 0.
 *
 * States n = patients present: down at min(n, c)μ + max(0, n − c)θ. Arrivals see time averages. A patient who finds q waiting is
 * served if each of q + 1 steps forward comes before the end of their patience; with i ahead, a step comes at r_i = cμ + iθ against θ,
 * and takes 1/(r_i + θ) on average whichever comes first. So
 * P(served | q) = Π_{i≤q} r_i/(r_i + θ) = cμ/(cμ + (q+1)θ) and E[wait | q, served] = Σ_{i≤q} 1/(r_i + θ).
 * The wait of all is E[queue]/λ, and P(abandon) = θE[queue]/λ.
 * Throws `RangeError` if θ ≤ 0 or a rate is not positive. Source: Palm 1957; Mandelbaum & Zeltyn 2007.
 * @example renegingQueue(1, 1, 1, 1).abandoned.toFixed(9) // '0.367879441'
 */
export function renegingQueue(
  arrivalRate: number,
  serviceRate: number,
  servers: number,
  abandonmentRate: number,
): RenegingQueue {
  if (!(arrivalRate > 0 && serviceRate > 0 && abandonmentRate > 0)) {
    throw new RangeError(`rates must be positive: ${arrivalRate}, ${serviceRate}, ${abandonmentRate}`);
  }
  const full = servers * serviceRate;
  let weight = 1;
  let largest = 1;
  let total = 0;
  let delayed = 0;
  let queue = 0;
  let served = 0;
  let waitOfServed = 0;
  let waitIfServed = 0;
  for (let n = 0; weight > largest * 1e-20 || n <= servers; n++) {
    const waiting = n - servers;
    total += weight;
    if (waiting >= 0) {
      const gettingThrough = full / (full + (waiting + 1) * abandonmentRate);
      waitIfServed += 1 / (full + (waiting + 1) * abandonmentRate);
      delayed += weight;
      queue += weight * waiting;
      served += weight * gettingThrough;
      waitOfServed += weight * gettingThrough * waitIfServed;
    } else served += weight;
    const down = Math.min(n + 1, servers) * serviceRate + Math.max(0, waiting + 1) * abandonmentRate;
    weight *= arrivalRate / down;
    largest = Math.max(largest, weight);
  }
  const waitOfAll = queue / total / arrivalRate;
  const abandoned = abandonmentRate * waitOfAll;
  return {
    abandoned,
    delayed: delayed / total,
    waitOfAll,
    waitOfServed: waitOfServed / served,
    waitOfAbandoned: abandoned === 0 ? 0 : (waitOfAll - waitOfServed / total) / abandoned,
  };
}
