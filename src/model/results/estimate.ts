/** A mean with its 95 % confidence interval, and the rounding of derived numbers. */

export interface Estimate {
  readonly mean: number;
  /** Bounds of the 95 % interval; null when a single replication gives none. */
  readonly low: number | null;
  readonly high: number | null;
  /** Replications the mean is taken over. */
  readonly n: number;
}

/** Whole numbers of up to 12 digits are their own rounding. */
const EXACT_BELOW = 1e12;

/**
 * Rounds to 12 significant digits, so that results print the same whatever the last bits of the
 * arithmetic that gave them. −0 becomes 0; NaN and infinities are left as they are.
 * @example round12(0.1 + 0.2) // 0.3
 */
export function round12(x: number): number {
  if (Number.isInteger(x) && Math.abs(x) < EXACT_BELOW) return x + 0;
  return Number.isFinite(x) ? Number(x.toPrecision(12)) + 0 : x;
}
