/** Means and quantiles of counts by bin. */

/**
 * Smallest whole value whose cumulated count reaches the share `p`; null when nothing was counted.
 * @example wholeQuantile([5, 5], 0, 2, 0.5) // 0
 * @example wholeQuantile([4, 6], 0, 2, 0.5) // 1
 */
export function wholeQuantile(
  counts: ArrayLike<number>,
  from: number,
  bins: number,
  p: number,
): number | null {
  let total = 0;
  for (let bin = 0; bin < bins; bin++) total += counts[from + bin]!;
  if (total === 0) return null;
  let cumulated = 0;
  for (let bin = 0; bin < bins; bin++) {
    cumulated += counts[from + bin]!;
    if (cumulated >= p * total) return bin;
  }
  return bins - 1;
}

/**
 * Mean of whole values counted by value; null when nothing was counted.
 * @example wholeMean([1, 0, 1], 0, 3) // 1
 */
export function wholeMean(counts: ArrayLike<number>, from: number, bins: number): number | null {
  let total = 0;
  let sum = 0;
  for (let bin = 0; bin < bins; bin++) {
    total += counts[from + bin]!;
    sum += bin * counts[from + bin]!;
  }
  return total === 0 ? null : sum / total;
}

/**
 * Quantile of values counted in bins, values spread evenly within a bin; null when nothing was counted.
 * @param edge lowest value of a bin; `edge(bin + 1)` is where the bin ends.
 * @example binnedQuantile([0, 4], 0, 2, 0.5, (bin) => bin) // 1.5
 */
export function binnedQuantile(
  counts: ArrayLike<number>,
  from: number,
  bins: number,
  p: number,
  edge: (bin: number) => number,
): number | null {
  let total = 0;
  for (let bin = 0; bin < bins; bin++) total += counts[from + bin]!;
  if (total === 0) return null;
  const rank = p * total;
  let cumulated = 0;
  for (let bin = 0; bin < bins; bin++) {
    const count = counts[from + bin]!;
    if (count > 0 && cumulated + count >= rank)
      return edge(bin) + ((rank - cumulated) / count) * (edge(bin + 1) - edge(bin));
    cumulated += count;
  }
  return edge(bins);
}
