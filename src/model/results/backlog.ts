/** The result of `backlog`: how many extra sessions bring a delay down, for how long, and how many a week would hold it. */
import type { Label } from '../scenario.ts';
import type { Modality, PatientClass } from '../vocabulary.ts';
import type { AssumptionInterval, InputToMeasure } from './compare.ts';
import type { Estimate } from './estimate.ts';
import type { RESULT_VERSION } from './results.ts';

/** Kinds of extra sessions, by name. */
export const SESSION_KINDS = ['evening', 'saturday', 'sunday'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** One place of the week for a session: seconds since that day's midnight, 0 is Monday. */
export interface SessionPlace {
  readonly kind: SessionKind;
  readonly device: string;
  readonly day: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** A whole number found by simulation, with the bounds of its interval; a null bound: more than was tried. */
export interface Threshold {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What so many sessions a week for so many weeks do to the delay. Week 1 is that of the first session, −1 the one before. */
export interface Campaign {
  readonly perWeek: number;
  readonly weeks: Threshold;
  /** Sessions held in these weeks: fewer than a week's times the weeks where some days are off. */
  readonly sessions: Threshold;
  /** First week at or below the target; negative: before the first session, whose places are booked ahead. */
  readonly reachedInWeek: number;
  readonly lowest: { readonly week: number; readonly delay: Estimate };
  /** Weeks in a row at or below the target; null: still there when the run ends. */
  readonly weeksReached: Threshold | null;
  /** Week in which it is above the target again. */
  readonly aboveAgainInWeek: number | null;
  /** Weeks after the last session before half of the gain is lost; null: not yet when the run ends. */
  readonly weeksToHalf: number | null;
  readonly weeksFollowed: number;
}

/** What sessions that become part of the week do. */
export interface Lasting {
  /** The fewest a week that hold the target; null: all the places there are do not. */
  readonly perWeek: Threshold | null;
  /** The delay once settled: with that many a week, or with all the places. */
  readonly delay: Estimate;
  readonly withPerWeek: number;
}

export interface CurveWeek {
  /** As in `Campaign`. */
  readonly week: number;
  readonly delay: Estimate;
}

export type BacklogOutcome = 'already-met' | 'reached' | 'not-reached';

/** A whole number over the assumption sets: central 90 %, and one value a set; null: more than was tried, or never. */
export interface OverSets {
  readonly low: number | null;
  readonly high: number | null;
  readonly values: readonly (number | null)[];
}

/** The same question under assumption sets, each calibrated again on the same delays and occupancies. */
export interface BacklogAssumptions {
  readonly sets: number;
  /** Draws that could not give the base's numbers back. */
  readonly rejected: number;
  readonly replications: number;
  /** Sets in which the target is reached. */
  readonly reached: number;
  /** The settled delay with the same number of sessions a week for ever, days. */
  readonly lowestPossible: AssumptionInterval;
  /** Weeks of sessions needed at the same number a week. */
  readonly weeks: OverSets;
  /** These two of the sets in which the target is reached. */
  readonly weeksReached: OverSets;
  readonly weeksToHalf: OverSets;
  readonly lastingPerWeek: OverSets;
  /** The inputs whose value moves `lowestPossible` most. */
  readonly toMeasure: readonly InputToMeasure[];
}

/** The document `backlog --json` prints. */
export interface BacklogDocument {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'backlog';
  readonly scenario: { readonly name: Label; readonly hash: string };
  readonly seed: string;
  readonly replications: number;
  readonly warmupWeeks: number;
  readonly longestWeeks: number;
  readonly target: {
    readonly class: PatientClass;
    readonly modality: Modality;
    readonly site: string;
    readonly siteLabel: string;
    readonly days: number;
  };
  readonly sessions: {
    readonly kinds: readonly SessionKind[];
    /** Where there is room, in the order they are taken. */
    readonly places: readonly SessionPlace[];
    /** How many of them are taken each week; null where none is needed. */
    readonly perWeek: number | null;
    /** Stated by the user, or the fewest that are quick enough. */
    readonly perWeekFrom: 'stated' | 'chosen';
  };
  /** Delay to the first place offered now, days: mean over the weeks after the warm-up. */
  readonly delay: Estimate;
  readonly outcome: BacklogOutcome;
  /** The settled delay with that many sessions a week for ever: no campaign at that pace goes lower. */
  readonly lowestPossible: Estimate | null;
  readonly campaign: Campaign | null;
  readonly lasting: Lasting | null;
  readonly curve: readonly CurveWeek[];
  /** Acceptance of the patients asked about: τ in days where it is one, what brings the delay back. */
  readonly tauDays: number | null;
  /** Null where none was asked for, or could be. */
  readonly assumptions: BacklogAssumptions | null;
}
