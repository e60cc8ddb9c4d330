/** Where the warm-up of a run ends: the MSER-5 rule. */

export interface Truncation {
  /** Observations to leave out at the start of the series. */
  readonly truncation: number;
  /** The best cut among those that leave at least half of the series. */
  readonly withinHalf: number;
  /** True when the rule finds no warm-up that leaves at least half of the run: run longer. */
  readonly refused: boolean;
}

/** Truncations that would leave fewer batches than this are not tried: so few can be close to each other by chance. */
const LAST_BATCHES = 5;

/** Means of consecutive batches; an incomplete last batch is left out. */
function batchMeans(series: readonly number[], batch: number): number[] {
  return Array.from({ length: Math.floor(series.length / batch) }, (_, i) => {
    let sum = 0;
    for (let j = i * batch; j < (i + 1) * batch; j++) sum += series[j]!;
    return sum / batch;
  });
}

/**
 * Marginal standard error rule: cuts the start of the series so as to minimise, over the batch means that
 * are kept, Σ(x − mean)² / (number kept)². On equal minima the shortest cut.
 * Source: White (1997), Simulation 69, 323–334; batches of 5 and the guard on the last ones: White, Cobb and
 * Spratt (2000), Franklin and White (2008), Winter Simulation Conference.
 * @param series one number a period, averaged over replications, in any unit.
 * @param batch observations in a batch.
 * @returns the cut in observations; refused when it exceeds half of the series, or when the series has
 * fewer than 10 batches, too few to tell.
 * @example mser5Truncation([9, 9, 9, 9, 9, ...Array(95).fill(1)]) // { truncation: 5, withinHalf: 5, refused: false }
 */
export function mser5Truncation(series: readonly number[], batch: number = 5): Truncation {
  const means = batchMeans(series, batch);
  if (means.length < 2 * LAST_BATCHES) return Object.freeze({ truncation: 0, withinHalf: 0, refused: true });
  let kept = 0;
  let mean = 0;
  let squares = 0;
  let best = Infinity;
  let cut = 0;
  let bestWithinHalf = Infinity;
  let cutWithinHalf = 0;
  // From the end of the run backwards, mean and squares are updated batch by batch (Welford's recurrence).
  for (let first = means.length - 1; first >= 0; first--) {
    const value = means[first]!;
    kept++;
    const step = value - mean;
    mean += step / kept;
    squares += step * (value - mean);
    const standardError = squares / (kept * kept);
    if (kept >= LAST_BATCHES && standardError <= best) {
      best = standardError;
      cut = first;
    }
    if (2 * first * batch <= series.length && standardError <= bestWithinHalf) {
      bestWithinHalf = standardError;
      cutWithinHalf = first;
    }
  }
  const truncation = cut * batch;
  return Object.freeze({
    truncation,
    withinHalf: cutWithinHalf * batch,
    refused: truncation > series.length / 2,
  });
}
