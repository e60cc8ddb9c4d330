/** How many replications a wanted precision takes. */
import type { Estimate } from '../model/results/estimate.ts';
import { studentQuantile975 } from './estimate.ts';

/**
 * Half-width of the interval over the absolute mean: 0.05 is ± 5 %.
 * @returns 0 for an interval without width; null when there is no interval, or its mean is 0.
 * @example relativeHalfWidth({ mean: 10, low: 9, high: 11, n: 5 }) // 0.1
 */
export function relativeHalfWidth(estimate: Estimate): number | null {
  if (estimate.low === null || estimate.high === null) return null;
  const halfWidth = (estimate.high - estimate.low) / 2;
  if (halfWidth === 0) return 0;
  return estimate.mean === 0 ? null : halfWidth / Math.abs(estimate.mean);
}

/** The fewest replications, above those done and at most the cap, at which this spread should meet the wish. */
function replicationsFor(estimate: Estimate, wanted: number, cap: number): number {
  const { n } = estimate;
  if (n < 2) return n + 1;
  const reached = relativeHalfWidth(estimate);
  if (reached === null) return cap;
  // The half-width is t·s/√n: s over the mean is what stays as replications are added.
  const spread = (reached * Math.sqrt(n)) / studentQuantile975(n - 1);
  let low = n + 1;
  let high = Math.max(cap, low);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((studentQuantile975(middle - 1) * spread) / Math.sqrt(middle) <= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * How many more replications to run so that every estimate has the relative half-width asked for, going by
 * the spread seen so far (Law 2015, section 9.4.1). Run them, estimate again, and ask again.
 * @param estimates the indicators asked for, each over the replications done.
 * @param wantedHalfWidth half-width over mean, for instance 0.05.
 * @param cap the most replications to run in all.
 * @returns 0 when all are precise enough or the cap is reached; otherwise from 1 up to what the cap leaves.
 * @example moreReplications([{ mean: 10, low: 9, high: 11, n: 10 }], 0.05, 200) // 23
 */
export function moreReplications(
  estimates: readonly Estimate[],
  wantedHalfWidth: number,
  cap: number,
): number {
  const needs = estimates.map((estimate) => {
    const reached = relativeHalfWidth(estimate);
    if (reached !== null && reached <= wantedHalfWidth) return 0;
    return Math.min(replicationsFor(estimate, wantedHalfWidth, cap), cap) - estimate.n;
  });
  return Math.max(0, ...needs);
}
