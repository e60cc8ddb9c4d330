/** What keeps a law from passing through three quantiles, told before anything is computed. */
import type { Quantiles } from '../model/benchmark/benchmark.ts';
import { type Finding, type FindingPlace, finding } from '../model/finding.ts';
import type { FitFault, FitFaultKind } from '../model/results/durations.ts';

/** Where a law has its values: above `min`, below `max`, in the unit of the quantiles. */
export interface Support {
  readonly min: number;
  readonly max: number;
}

/** Quantiles nearer than this share of their distance to the lower bound are the same number to any record. */
const SAME_WITHIN = 1e-9;
/** P80 ÷ P20, both counted from the lower bound: below it a constant is meant, above it no law is (its mean overflows). */
export const SPREAD_LIMITS = Object.freeze({ least: 1.001, most: 1e6 });

/** An upper bound further than this many times P20 is none (both counted from the lower bound): probabilities underflow. */
const FURTHEST_BOUND = 1e12;

const fault = (
  kind: FitFaultKind,
  quantile: FitFault['quantile'],
  value: number,
  limit: number | null,
): FitFault => Object.freeze({ kind, quantile, value, limit });

/**
 * The first thing wrong with three quantiles for a law of this support, or null: not finite, at or beyond a bound, out
 * of order, equal (within 1e-9 of their distance to `min`), or P80 ÷ P20 counted from `min` outside 1.001–1e6.
 * @param support in the unit of the quantiles; `max` may be infinite.
 * @example quantileFault({ p20: 2, p50: 7, p80: 14 }, { min: 3, max: Infinity }) // { kind: 'below-bound', quantile: 'p20', value: 2, limit: 3 }
 * @example quantileFault({ p20: 5, p50: 10, p80: 15.8 }, { min: 3, max: Infinity }) // null
 */
export function quantileFault(quantiles: Quantiles, { min, max }: Support): FitFault | null {
  const { p20, p50, p80 } = quantiles;
  if (!Number.isFinite(min)) return fault('not-finite', 'min', min, null);
  if (!(max > min)) return fault('out-of-order', 'max', max, min);
  for (const name of ['p20', 'p50', 'p80'] as const) {
    if (!Number.isFinite(quantiles[name])) return fault('not-finite', name, quantiles[name], null);
  }
  const pairs = [
    ['p50', p50, p20],
    ['p80', p80, p50],
  ] as const;
  for (const [name, value, before] of pairs) {
    if (value < before) return fault('out-of-order', name, value, before);
  }
  if (p20 <= min) return fault('below-bound', 'p20', p20, min);
  if (p80 >= max) return fault('above-bound', 'p80', p80, max);
  for (const [name, value, before] of pairs) {
    if (!(value - before > SAME_WITHIN * (before - min))) return fault('equal', name, value, before);
  }
  const spread = (p80 - min) / (p20 - min);
  if (spread < SPREAD_LIMITS.least) return fault('too-close', 'p80', spread, SPREAD_LIMITS.least);
  return spread > SPREAD_LIMITS.most ? fault('too-spread', 'p80', spread, SPREAD_LIMITS.most) : null;
}

/**
 * What is wrong with an upper bound that a law needs, or null: infinite, or too far to count as one (more than 1e12
 * times P20, both counted from `min`). Where it is too near, `quantileFault` says so.
 * @example boundFault({ p20: 5, p50: 9, p80: 12 }, { min: 0, max: Infinity })?.kind // 'not-finite'
 */
export function boundFault({ p20 }: Quantiles, { min, max }: Support): FitFault | null {
  if (!Number.isFinite(max)) return fault('not-finite', 'max', max, null);
  const reach = (max - min) / (p20 - min);
  return reach > FURTHEST_BOUND ? fault('too-spread', 'max', reach, FURTHEST_BOUND) : null;
}

/**
 * A fault as a finding, for the sentences in both languages: code `quantiles-` and the kind of the fault.
 * @param place where the quantiles were written, if that is known.
 * @example faultFinding({ kind: 'equal', quantile: 'p50', value: 5, limit: 5 }).code // 'quantiles-equal'
 */
export function faultFinding({ kind, quantile, value, limit }: FitFault, place: FindingPlace = {}): Finding {
  // What is not finite has no digits to print.
  const shown = Number.isFinite(value) ? value : String(value);
  return finding(
    'error',
    `quantiles-${kind}`,
    { quantile, value: shown, ...(limit === null ? {} : { limit }) },
    place,
  );
}
