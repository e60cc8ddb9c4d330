/**
 * The results of `compare` and `levers`: differences between a base and variants, each with its two intervals. Every
 * difference is variant − base.
 */
import type { Label } from '../scenario.ts';
import type { Modality, PatientClass } from '../vocabulary.ts';
import type { Estimate } from './estimate.ts';
import type { Indicator } from './results.ts';

/** What can be said of a difference. */
export type Verdict =
  /** The simulation interval lies below, or above, zero. */
  | 'lower'
  | 'higher'
  /** It holds zero: no demonstrable difference. */
  | 'not-demonstrated'
  /** Equal in every replication. */
  | 'unchanged'
  /** One of the two depends on the run's length. */
  | 'unstable'
  /** Nothing happened in one of the two. */
  | 'absent';

/** One indicator of the base beside the same of a variant, paired replication by replication. */
export interface PairedIndicator {
  readonly base: Indicator;
  readonly variant: Indicator;
  /** Its interval is at the level of the document, corrected for the number of variants; null when not comparable. */
  readonly difference: Estimate | null;
  readonly verdict: Verdict;
  /** Of the two over replications, −1..1; null below 3 replications or where one does not vary. */
  readonly correlation: number | null;
  /** How many times more replications independent draws would need for the same interval: (s²b + s²v) ÷ s²d. */
  readonly pairingGain: number | null;
}

/** What a difference is over the assumption sets: each calibrated again on the same numbers, none more likely. */
export interface AssumptionInterval {
  /** Bounds that 9 in 10 of the sets lie within, and the extremes. */
  readonly low: number;
  readonly high: number;
  readonly least: number;
  readonly most: number;
  /** One difference a set, in the order of the sets. */
  readonly values: readonly number[];
}

/** An input the data do not fix, and what knowing it would leave of the assumption interval. */
export interface InputToMeasure {
  /** Path in the scenario, `flows.irm-A.accept.tau`. */
  readonly path: string;
  readonly value: number;
  readonly unit: string;
  readonly range: readonly [number, number];
  readonly source: Label;
  /** Share of the variance over the sets that goes with this input alone, 0..1. */
  readonly explained: number;
  /** Width of the assumption interval left if it were known, as a share of the present one, 0..1. */
  readonly widthLeft: number;
  /** False when chance alone gives as much in 1 of 20 cases: nothing can be said of it. */
  readonly demonstrated: boolean;
}

/** The part of a scenario a headline is about. */
export interface Department {
  readonly site: string;
  readonly modality: Modality;
}

/** Means and rates but for reports. */
export type HeadlineName =
  | 'firstAvailable'
  | 'thirdNextAvailable'
  | 'access'
  | 'declined'
  | 'passages'
  | 'occupancy'
  | 'emergencyWait'
  /** P80 and median of the time from the end of the exam to the report: no mean, its tail is not known. */
  | 'report'
  | 'reportMedian'
  | 'overtime';

/** A number that decides: of a department, of one class where it is of patients. */
export interface Headline extends Department {
  readonly name: HeadlineName;
  readonly class: PatientClass | null;
  readonly unit: 'days' | 'minutes' | 'minutesPerWeek' | 'perWeek' | 'ratio';
  /** Whether a smaller number is better for patients; null where neither is. */
  readonly lowerIsBetter: boolean | null;
}

export interface HeadlineDifference extends Headline, PairedIndicator {
  /** Null when no assumption set was played. */
  readonly assumptions: AssumptionInterval | null;
}

/** An indicator asked for by its steps in the document of `simulate`, paired. */
export interface PathDifference extends PairedIndicator {
  readonly path: readonly string[];
}

/** A variant beside the base. */
export interface VariantDifferences {
  readonly headlines: readonly HeadlineDifference[];
  /** Patient-days of waiting a week, those who book in the base; null where neither scenario books anyone of class A or H. */
  readonly overall: PairedIndicator | null;
  /** In the order asked for. */
  readonly others: readonly PathDifference[];
}

/** What every variant of a comparison shares. */
export interface ComparisonTerms {
  readonly seed: string;
  readonly weeks: number;
  /** One warm-up for all: the longest of theirs. */
  readonly warmupWeeks: number;
  /** True when one of them still drifts after it: run longer. */
  readonly warmupRefused: boolean;
  /** Of the simulation interval of each difference: 1 − 0.05 ÷ the number of variants compared. */
  readonly level: number;
}

/** A number a week, mean over replications with its 95 % band; null in weeks without any, or bounds with one replication. */
export interface WeeklyCurve {
  readonly mean: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** From the first week of the change on, of one department and class. */
export interface Transient extends Department {
  readonly class: PatientClass;
  /** Mean delay to the first place offered, days. */
  readonly firstAvailable: Readonly<{ base: WeeklyCurve; variant: WeeklyCurve; difference: WeeklyCurve }>;
  /** Patients with an appointment ahead at the end of the week. */
  readonly bookedAhead: Readonly<{ base: WeeklyCurve; variant: WeeklyCurve; difference: WeeklyCurve }>;
  /** Settled change of the delay, days: mean of the difference over the second half of the run. */
  readonly change: Estimate | null;
  /**
   * Weeks after which the difference stays within the band of its settled mean, for good; null when no change is demonstrated, or
   * the replications do not tell when it came.
   */
  readonly weeksToNewDelay: number | null;
  /** Half-width of that band, days: a tenth of the change, more where replications are too few to tell as much. */
  readonly bandDays: number | null;
}
