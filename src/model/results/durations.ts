/** The results of `calibrate durations`, as printed by `--json`: three quantiles a row, and the laws fitted to them. */
import type { BenchmarkRow, BenchmarkUnit, Quantiles } from '../benchmark/benchmark.ts';
import type { Law } from '../law.ts';
import type { Label } from '../scenario.ts';
import type { Modality, PatientClass } from '../vocabulary.ts';
import type { RESULT_VERSION } from './results.ts';

/** Families a law may be fitted from. */
export const LAW_FAMILIES = ['jqpd-s', 'jqpd-b', 'lognormal', 'gamma', 'weibull'] as const;
export type LawFamily = (typeof LAW_FAMILIES)[number];

/** A law fitted to three quantiles. Every number but the gaps is in the unit of the quantiles. */
export interface LawFit {
  readonly family: LawFamily;
  readonly law: Law;
  /** The quantiles the law has. */
  readonly fitted: Quantiles;
  /** Fitted over given, less one, at each quantile. */
  readonly gaps: Quantiles;
  /** The largest gap, sign left out. */
  readonly misfit: number;
  /** Null where nothing tells the tail: reports, delays between sites. */
  readonly mean: number | null;
  readonly p90: number;
  readonly p95: number;
}

export type FitFaultKind =
  | 'not-finite'
  | 'out-of-order'
  | 'below-bound'
  | 'above-bound'
  | 'equal'
  | 'too-close'
  | 'too-spread';

/** Why no law goes through three quantiles: the value at fault and what it had to respect. */
export interface FitFault {
  readonly kind: FitFaultKind;
  readonly quantile: keyof Quantiles | 'min' | 'max';
  /** For `too-close` and `too-spread`, P80 ÷ P20 counted from the lower bound. */
  readonly value: number;
  readonly limit: number | null;
}

/** Three quantiles with the laws fitted to them. */
export interface FittedRow {
  readonly quantity: BenchmarkRow;
  readonly modality: Modality;
  /** Null where the number is of a device, not of patients. */
  readonly class: PatientClass | null;
  /** What a department calls it; null for a benchmark's. */
  readonly label: string | null;
  readonly unit: BenchmarkUnit;
  readonly given: Quantiles;
  /** Null for a department's own quantiles, and where no figure was read. */
  readonly figure: number | null;
  readonly year: number | null;
  readonly source: Label | null;
  readonly chosen: LawFamily;
  readonly fits: readonly LawFit[];
  /** Families that these quantiles do not suit. */
  readonly faults: readonly (FitFault & { readonly family: LawFamily })[];
}

/** The document `calibrate durations --json` prints. */
export interface CalibrateDurationsDocument {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'calibrate durations';
  readonly benchmark: Readonly<{ id: string; year: number; label: Label }>;
  readonly examDurations: readonly FittedRow[];
  readonly reportTurnarounds: readonly FittedRow[];
  /** Delays, opening and occupancy across a panel's departments: bounded laws, to draw a panel from. */
  readonly panelMarginals: readonly FittedRow[];
  /** The quantiles of a department's own file; empty without one. */
  readonly own: readonly FittedRow[];
}
