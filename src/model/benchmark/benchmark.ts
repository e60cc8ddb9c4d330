/**
 * A benchmark: where a panel of devices stood, by indicator, in one year and one territory. The embedded one is
 * `anap2010`; another year or territory has the same shape, with `null` or an empty list for what it did not measure.
 */
import type { Label } from '../scenario.ts';
import type { Modality, PatientClass } from '../vocabulary.ts';

export type BenchmarkUnit =
  | 'days'
  | 'minutes'
  | 'hours-per-week'
  | 'ratio'
  | 'icr-per-hour'
  | 'passages-per-week';

/** The numbers of a department or a device that a benchmark may speak of. */
export const BENCHMARK_ROWS = [
  'appointment-delay',
  'report-turnaround',
  'exam-duration',
  'opening',
  'occupancy',
  'icr',
  'passages',
  'night',
  'night-share',
  'on-call',
] as const;
export type BenchmarkRow = (typeof BENCHMARK_ROWS)[number];

/** 20 %, half and 80 % of the panel lie below these values. */
export interface Quantiles {
  readonly p20: number;
  readonly p50: number;
  readonly p80: number;
}

/** One row of a benchmark: its quantiles, and what to cite beside them. */
export interface BenchmarkBand extends Quantiles {
  readonly unit: BenchmarkUnit;
  /** Number of the figure it was read from; null when it stands in the text. */
  readonly figure: number | null;
  readonly source: Label;
}

/** Medians when the declared emergency vacations are added to the scheduled ones. */
export interface ExtendedMedians {
  readonly figure: number | null;
  readonly source: Label;
  /** 0..1. */
  readonly occupancyRatio: { readonly scheduled: number; readonly extended: number };
  /** Hours a week. */
  readonly openingHours: { readonly scheduled: number; readonly extended: number };
}

/** Share of the devices that take part in on-call care (permanence des soins). */
export interface OnCallShare {
  /** 0..1. */
  readonly ratio: number;
  /** Hours a week of on-call and emergency vacations above which a device counts; null: any on-call at all. */
  readonly aboveHours: number | null;
  readonly criterion: Label;
  readonly source: Label;
}

/** Share of the devices that take so many passages at night (20:00 to 07:00). */
export interface NightShare {
  readonly side: 'at-most' | 'at-least';
  readonly passages: number;
  readonly per: 'week' | 'weekday-night';
  /** 0..1; both alike where one number is printed. */
  readonly ratio: { readonly low: number; readonly high: number };
  readonly source: Label;
}

export interface ModalityBenchmark {
  /** Devices measured, and devices kept for occupancy, opening and ICR per hour. */
  readonly devices: { readonly measured: number; readonly occupancyPanel: number } | null;
  /** Earliest appointment offered, in days, urgent cases excluded. */
  readonly appointmentDelayDays: Readonly<Partial<Record<PatientClass, BenchmarkBand>>>;
  /** From the exam to the validated report. */
  readonly reportTurnaroundMinutes: Readonly<Partial<Record<PatientClass, BenchmarkBand>>>;
  readonly examDurationMinutes: Readonly<Partial<Record<PatientClass, BenchmarkBand>>>;
  /** Scheduled opening, hours a week. */
  readonly openingHours: BenchmarkBand | null;
  /** Exam time over scheduled opening, 0..1. */
  readonly occupancyRatio: BenchmarkBand | null;
  /** Relative cost index produced an hour of scheduled opening. */
  readonly icrPerHour: BenchmarkBand | null;
  readonly passagesPerWeek: BenchmarkBand | null;
  readonly extendedMedians: ExtendedMedians | null;
  readonly onCallShare: OnCallShare | null;
  readonly nightShares: readonly NightShare[];
}

/** A patient described to every site, to ask each for its earliest appointment. */
export interface ClinicalCase {
  readonly id: string;
  readonly modality: Modality;
  readonly exam: Label;
  readonly patient: Label;
  readonly question: Label;
  /** Median delay over the sites, in days; null where the case's own median is not printed. */
  readonly medianDelayDays: { readonly A: number | null; readonly H: number | null };
  readonly figures: readonly number[];
}

/** A statement or a caution, with the modalities and the rows it is about (empty = all). */
export interface BenchmarkNote {
  readonly id: string;
  readonly modalities: readonly Modality[];
  readonly rows: readonly BenchmarkRow[];
  readonly text: Label;
  readonly source: Label;
}

/** Legal status of the establishments that took part, and how many of each. */
export interface Participants {
  readonly total: number;
  readonly unit: Label;
  readonly byLegalStatus: readonly {
    readonly status: string;
    readonly count: number;
    readonly label: Label;
  }[];
}

export interface Benchmark {
  readonly id: string;
  readonly year: number;
  readonly territory: Label;
  readonly label: Label;
  readonly publisher: string;
  readonly modalities: Readonly<Record<Modality, ModalityBenchmark>>;
  readonly clinicalCases: readonly ClinicalCase[];
  readonly nightStatements: readonly BenchmarkNote[];
  readonly caveats: readonly BenchmarkNote[];
  readonly participants: Participants | null;
}

export type BenchmarkPosition = 'below-p20' | 'p20-p50' | 'p50-p80' | 'above-p80';

/**
 * Where a value stands among a panel's quantiles. A value equal to a bound belongs to the band nearer the median:
 * P20 and P80 are inside, the median itself opens `p50-p80`. Says nothing of good or bad. Throws a RangeError on NaN.
 * @example bandOf({ p20: 2, p50: 7, p80: 14 }, 1) // 'below-p20'
 * @example bandOf({ p20: 2, p50: 7, p80: 14 }, 7) // 'p50-p80'
 * @example bandOf({ p20: 2, p50: 7, p80: 14 }, 15) // 'above-p80'
 */
export function bandOf(quantiles: Quantiles, value: number): BenchmarkPosition {
  if (Number.isNaN(value)) throw new RangeError('the value to place in a band is not a number');
  if (value < quantiles.p20) return 'below-p20';
  if (value < quantiles.p50) return 'p20-p50';
  return value <= quantiles.p80 ? 'p50-p80' : 'above-p80';
}
