/** Laws of delays in whole days: entry d is the probability of a delay of d days. */

/** Probabilities of 0, 1, 2 … days, adding up to 1. */
export type DelayLaw = readonly number[];

/**
 * Mean of a delay, in days.
 * @example meanDelay([0, 0.5, 0.5]) // 1.5
 */
export function meanDelay(law: DelayLaw): number {
  return law.reduce((sum, probability, days) => sum + probability * days, 0);
}

/**
 * Smallest number of days not exceeded with at least the given probability (0 to 1).
 * @example delayQuantile([0, 0.5, 0.5], 0.8) // 2
 */
export function delayQuantile(law: DelayLaw, probability: number): number {
  let cumulated = 0;
  for (let days = 0; days < law.length; days++) {
    cumulated += law[days]!;
    // The law adds up to 1 only to rounding.
    if (cumulated >= probability - 1e-12) return days;
  }
  return law.length - 1;
}

/**
 * A law from weights that need not add up to 1; trailing zeros are dropped.
 * Throws `RangeError` if the weights add up to nothing.
 * @example toDelayLaw([0, 3, 1, 0]).length // 3
 */
export function toDelayLaw(weights: ArrayLike<number>): DelayLaw {
  let total = 0;
  let length = 0;
  for (let days = 0; days < weights.length; days++) {
    total += weights[days]!;
    if (weights[days]! > 0) length = days + 1;
  }
  if (!(total > 0)) throw new RangeError('no weight: nobody has a delay');
  return Array.from({ length }, (_, days) => weights[days]! / total);
}
