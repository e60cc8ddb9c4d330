/** Where the numbers of a simulated department stand among a benchmark's panel: the data, and how the panel is read. */

import type { Estimate } from '../results/estimate.ts';
import type { Label } from '../scenario.ts';
import type { Modality, PatientClass } from '../vocabulary.ts';
import type {
  BenchmarkPosition,
  BenchmarkRow,
  BenchmarkUnit,
  NightShare,
  OnCallShare,
  Quantiles,
} from './benchmark.ts';

/**
 * What a point of the delay bands is (ANAP 2010, figures 1 to 6: rows say « % des patients », the graphics plot sites ×
 * cases). `site-medians`: a department, by its median first place; `site-cases`: a department and an exam type, the same;
 * `patients`: a patient, so the median delay obtained. A P80 within a site is never placed.
 */
export const DELAY_READINGS = ['site-medians', 'site-cases', 'patients'] as const;
/**
 * What a point of the duration bands is (figures 11 and 12: titled « durées moyennes », rows « % des examens »). `exams`:
 * an exam, so a device is placed by its median duration; `device-means`: a device, placed by its mean.
 */
export const DURATION_READINGS = ['exams', 'device-means'] as const;

export interface BenchmarkReadings {
  readonly delays: (typeof DELAY_READINGS)[number];
  readonly durations: (typeof DURATION_READINGS)[number];
}

export const DEFAULT_READINGS: BenchmarkReadings = Object.freeze({
  delays: 'site-medians',
  durations: 'exams',
});

/**
 * Whether the band holds over the whole 95 % interval. `stated`: the number is the scenario's own, without an interval;
 * `no-interval`: one replication gives none.
 */
export type Certainty = 'certain' | 'uncertain' | 'stated' | 'no-interval';

/** A published share, and whether the device is of it; null where the number cannot tell. */
export type ShareComparison =
  | { readonly kind: 'night'; readonly share: NightShare; readonly holds: boolean | null }
  | { readonly kind: 'on-call'; readonly share: OnCallShare; readonly holds: boolean | null };

/** A number beside the benchmark. */
export interface PlacedNumber {
  readonly row: BenchmarkRow;
  readonly class: PatientClass | null;
  /** Exam type, under the reading `site-cases`. */
  readonly exam: string | null;
  readonly unit: BenchmarkUnit;
  readonly value: Estimate | 'unstable';
  /** Band of the mean; null where no band is published, or the number is unstable. */
  readonly position: BenchmarkPosition | null;
  readonly certainty: Certainty | null;
  readonly quantiles: Quantiles | null;
  readonly figure: number | null;
  readonly source: Label | null;
  /** Published shares it is held against instead of a band. */
  readonly shares: readonly ShareComparison[];
}

/**
 * Why a number is not compared: it came from the defaults and would be compared with itself, from a log; no exam says its
 * ICR; the device has no scheduled opening; the benchmark did not measure it.
 */
export type LeftOutReason =
  | 'from-defaults'
  | 'from-log'
  | 'icr-unknown'
  | 'no-scheduled-opening'
  | 'not-in-benchmark';

export interface LeftOut {
  readonly row: BenchmarkRow;
  readonly class: PatientClass | null;
  readonly reason: LeftOutReason;
}

export interface Placements {
  readonly numbers: readonly PlacedNumber[];
  readonly leftOut: readonly LeftOut[];
}

/** One modality of one site, and its devices. */
export interface DepartmentPlacement extends Placements {
  readonly site: string;
  readonly modality: Modality;
  readonly devices: readonly (Placements & { readonly device: string })[];
}
