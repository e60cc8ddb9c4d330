/** The eight numbers people know of a device: what a calibration starts from. */
import type { Quantiles } from '../model/benchmark/benchmark.ts';
import type { Modality, PatientClass, VacationType } from '../model/vocabulary.ts';

export const SITE_TYPES = ['public', 'gie', 'private'] as const;
export type SiteType = (typeof SITE_TYPES)[number];

/** Minutes of a day, days from 0 (Monday): one vacation of the scheduled week. */
export interface ScheduledVacation {
  readonly day: number;
  readonly fromMinutes: number;
  readonly toMinutes: number;
  /** Where it is not the one of the site type. */
  readonly type?: VacationType;
}

/** What a device has besides its numbers; each left out where it is as usual. */
export interface SiteExtras {
  /** Examined day and night, on-call hours around all others. */
  readonly isOnCall?: boolean;
  /** Emergency vacations, outside the scheduled ones. */
  readonly emergency?: readonly ScheduledVacation[];
  /** Vacations besides the scheduled ones, as written (on-call, emergency…): they stand instead of the usual ones. */
  readonly beside?: readonly Readonly<Record<string, unknown>>[];
  /** Delays at which agendas are filled at the start, days, where not those observed. */
  readonly backlogDays?: { readonly A: number; readonly H: number };
  /** Exam durations other than the published ones, minutes (J-QPD-S above 3 minutes). */
  readonly durations?: Readonly<Record<PatientClass, Quantiles>>;
}

export interface SiteNumbers {
  readonly modality: Modality;
  readonly siteType: SiteType;
  /** Scheduled opening, hours a week. */
  readonly openingHours: number;
  /** Patients a week, all classes. */
  readonly passagesPerWeek: number;
  /** Shares of the passages, summing to 1. */
  readonly mix: Readonly<Record<PatientClass, number>>;
  /** Earliest appointment usually offered, days. */
  readonly delayDays: { readonly A: number; readonly H: number };
  /** Exam time ÷ scheduled opening, 0..1. */
  readonly occupancy: number;
  /** The scheduled week; null = drawn from the opening. */
  readonly week: readonly ScheduledVacation[] | null;
  readonly extras?: SiteExtras;
}

/**
 * Passages by class where a site does not know its own, by modality and site type. Assumed: the only anchor is that
 * hospitalised and intensive-care patients make 42 % of the CT acts of public hospitals (DREES 2018).
 */
export const MIX_PRESETS: Readonly<
  Record<Modality, Readonly<Record<SiteType, Readonly<Record<PatientClass, number>>>>>
> = Object.freeze({
  ct: {
    public: { A: 0.35, H: 0.38, R: 0.04, U: 0.23 },
    gie: { A: 0.65, H: 0.2, R: 0.02, U: 0.13 },
    private: { A: 0.65, H: 0.2, R: 0.02, U: 0.13 },
  },
  mri: {
    public: { A: 0.75, H: 0.2, R: 0.01, U: 0.04 },
    gie: { A: 0.92, H: 0.07, R: 0, U: 0.01 },
    private: { A: 0.92, H: 0.07, R: 0, U: 0.01 },
  },
});

const DAY_MINUTES = 1440;
const OPENS_AT = 8 * 60;
const WEEKDAYS = 5;
/** Beyond this a weekday is long: Saturday opens first. */
const USUAL_DAY_MINUTES = 10.5 * 60;
const LONGEST_DAY_MINUTES = DAY_MINUTES - OPENS_AT;

/**
 * A plain week of so many hours: weekdays from 08:00 up to 10 h 30 each, then Saturday, then longer weekdays, then a longer
 * Saturday and Sunday; beyond 112 hours all days alike, from midnight. Whole minutes. Assumed where a site has not given
 * its own.
 * @example plainWeek(47).length // 5
 * @example plainWeek(57).at(-1) // { day: 5, fromMinutes: 480, toMinutes: 750 }
 */
export function plainWeek(openingHours: number): readonly ScheduledVacation[] {
  const total = Math.round(openingHours * 60);
  if (total > 7 * LONGEST_DAY_MINUTES)
    return spread(total, 7).map((minutes, day) => ({ day, fromMinutes: 0, toMinutes: minutes }));
  let left = total;
  const take = (most: number): number => {
    const taken = Math.min(left, most);
    left -= taken;
    return taken;
  };
  const usual = take(WEEKDAYS * USUAL_DAY_MINUTES);
  const saturday = take(USUAL_DAY_MINUTES);
  const longer = take(WEEKDAYS * (LONGEST_DAY_MINUTES - USUAL_DAY_MINUTES));
  const longSaturday = take(LONGEST_DAY_MINUTES - USUAL_DAY_MINUTES);
  return [...spread(usual + longer, WEEKDAYS), saturday + longSaturday, left].flatMap((minutes, day) =>
    minutes <= 0 ? [] : [{ day, fromMinutes: OPENS_AT, toMinutes: OPENS_AT + minutes }],
  );
}

/** A whole number in equal whole parts, the larger ones first. */
export function spread(total: number, parts: number): readonly number[] {
  const each = Math.floor(total / parts);
  return Array.from({ length: parts }, (_, rank) => each + (rank < total - each * parts ? 1 : 0));
}

export const weekHours = (week: readonly ScheduledVacation[]): number =>
  week.reduce((sum, { fromMinutes, toMinutes }) => sum + toMinutes - fromMinutes, 0) / 60;
