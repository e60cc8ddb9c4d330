/** The Poisson law as a finite list of probabilities, and averages over a Poisson number of steps. */

/** Weights below this share of the largest one are left out of a law. */
const NEGLIGIBLE = 1e-22;

/**
 * Probabilities of 0, 1, 2 … events of a Poisson count, up to where what is left out is below 1e-19. Computed outwards from the most
 * likely count, so that a mean of 10 000 does not underflow.
 * Throws `RangeError` if the mean is negative or not finite.
 * @example poissonLaw(0).length // 1
 */
export function poissonLaw(mean: number): Float64Array {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`mean of a Poisson count must be finite and not negative: ${mean}`);
  }
  if (mean === 0) return Float64Array.of(1);
  const mode = Math.floor(mean);
  const below: number[] = [];
  for (let k = mode, weight = 1; k > 0; k--) {
    weight *= k / mean;
    below.push(weight);
  }
  const above: number[] = [1];
  for (let k = mode + 1, weight = mean / k; weight > NEGLIGIBLE; k++, weight *= mean / k) above.push(weight);
  const weights = Float64Array.from([...below.reverse(), ...above]);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * Probabilities that a count exceeds 0, 1, 2 …, from its law. They add up to its mean.
 * @example exceedance([0.5, 0, 0.5])[0] // 0.5
 */
export function exceedance(law: ArrayLike<number>): Float64Array {
  const tail = new Float64Array(law.length);
  for (let k = law.length - 2; k >= 0; k--) tail[k] = tail[k + 1]! + law[k + 1]!;
  return tail;
}

/** What a chain does during a Poisson number of steps. */
export interface Spread {
  /** Law of the state after the last step. */
  readonly end: Float64Array;
  /** Mean number of steps taken from each state. */
  readonly visits: Float64Array;
}

/** Writes into `to`, which holds zeros, the law of the state one step after the law `from`. */
export type Step = (from: Float64Array, to: Float64Array) => void;

/**
 * The law of a chain after a Poisson number of steps, and the mean number of steps taken from each state: the k-th step is taken when
 * the count exceeds k. With steps at the points of a Poisson process of rate Λ during a time t (`mean` = Λt), this is uniformisation
 * (Jensen 1953): `end` is the law at t, and `visits`/Λ the mean time spent in each state.
 * @example spread(Float64Array.of(1), poissonLaw(2), (from, to) => to.set(from)).end[0]!.toFixed(12) // '1.000000000000'
 */
export function spread(start: Float64Array, count: ArrayLike<number>, step: Step): Spread {
  const beyond = exceedance(count);
  const end = new Float64Array(start.length);
  const visits = new Float64Array(start.length);
  let law = Float64Array.from(start);
  let next = new Float64Array(start.length);
  for (let k = 0; k < count.length; k++) {
    const here = count[k]!;
    const further = beyond[k]!;
    for (let i = 0; i < law.length; i++) {
      end[i]! += here * law[i]!;
      visits[i]! += further * law[i]!;
    }
    if (k + 1 === count.length) break;
    next.fill(0);
    step(law, next);
    [law, next] = [next, law];
  }
  return { end, visits };
}
