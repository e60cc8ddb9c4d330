/** Rows of numbers beside a benchmark, and the rule by which each stands in a band. */
import {
  type BenchmarkBand,
  type BenchmarkRow,
  type BenchmarkUnit,
  bandOf,
  type Quantiles,
} from '../model/benchmark/benchmark.ts';
import type {
  Certainty,
  LeftOut,
  LeftOutReason,
  PlacedNumber,
  Placements,
} from '../model/benchmark/placement.ts';
import type { Estimate } from '../model/results/estimate.ts';
import type { Indicator } from '../model/results/results.ts';
import type { PatientClass } from '../model/vocabulary.ts';

/**
 * Whether the band of an estimate holds over its 95 % interval: both bounds lie in the band of the mean.
 * @example certaintyOf({ p20: 2, p50: 7, p80: 14 }, { mean: 6.5, low: 6, high: 7.2, n: 10 }) // 'uncertain'
 * @example certaintyOf({ p20: 2, p50: 7, p80: 14 }, { mean: 6.5, low: 6, high: 6.9, n: 10 }) // 'certain'
 */
export function certaintyOf(quantiles: Quantiles, { mean, low, high }: Estimate): Certainty {
  if (low === null || high === null) return 'no-interval';
  const band = bandOf(quantiles, mean);
  return bandOf(quantiles, low) === band && bandOf(quantiles, high) === band ? 'certain' : 'uncertain';
}

/** Rows of one department or device, gathered one by one. */
export class Gathered implements Placements {
  readonly numbers: PlacedNumber[] = [];
  readonly leftOut: LeftOut[] = [];

  /** Places a number in its band; nothing at all where nothing happened. */
  place(
    row: BenchmarkRow,
    unit: BenchmarkUnit,
    value: Indicator,
    band: BenchmarkBand | null | undefined,
    more: Partial<PlacedNumber> = {},
  ): void {
    if (value === null) return;
    if (band === null || band === undefined) {
      this.omit(row, 'not-in-benchmark', more.class ?? null);
      return;
    }
    const { p20, p50, p80, figure, source } = band;
    const isStable = value !== 'unstable';
    this.add(row, unit, value, {
      quantiles: { p20, p50, p80 },
      figure,
      source,
      position: isStable ? bandOf(band, value.mean) : null,
      certainty: isStable ? certaintyOf(band, value) : null,
      ...more,
    });
  }

  /** A number with no band of its own. */
  add(
    row: BenchmarkRow,
    unit: BenchmarkUnit,
    value: Estimate | 'unstable',
    more: Partial<PlacedNumber>,
  ): void {
    const bare = { position: null, certainty: null, quantiles: null, figure: null, source: null };
    this.numbers.push({ row, class: null, exam: null, unit, value, ...bare, shares: [], ...more });
  }

  omit(row: BenchmarkRow, reason: LeftOutReason, patientClass: PatientClass | null = null): void {
    const isTold = this.leftOut.some((one) => one.row === row && one.class === patientClass);
    if (!isTold) this.leftOut.push({ row, class: patientClass, reason });
  }
}
