/** What a proposed week must respect: hours that may be opened, sessions, staff, money, and what is left as it is. */
import type { Label } from '../scenario.ts';
import type { Modality, PatientClass } from '../vocabulary.ts';

/** Hours of a day of the week (0 Monday … 6 Sunday), seconds since its midnight. */
export interface DayHours {
  readonly day: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

export const STAFF_GROUPS = ['technologist', 'radiologist', 'secretary'] as const;
export type StaffGroup = (typeof STAFF_GROUPS)[number];

/** Persons of a group that are there in some hours, all devices of the site together. */
export interface Roster extends DayHours {
  readonly persons: number;
}

/** One group of staff of one site. */
export interface StaffRule {
  readonly group: StaffGroup;
  /** Null: every site. */
  readonly site: string | null;
  /** Persons on a device while its programme is open; half a person serves two devices. Radiologists: where the vacation has one. */
  readonly perDevice: number;
  /** Persons on site at least as soon as one device is open: nobody works alone. */
  readonly together: number;
  /** Who is there when; hours outside have nobody. Null: not stated, anybody may be found. */
  readonly rosters: readonly Roster[] | null;
  /** Of the group, all devices together; null: not stated. */
  readonly hoursPerWeek: number | null;
  /** Shortest stretch anybody comes for, and longest stretch of a shift. */
  readonly shortestShiftSeconds: number;
  readonly longestShiftSeconds: number;
  /** Persons in the group, and rest between two days of work of one of them (11 h by law); null: not stated, not checked. */
  readonly persons: number | null;
  readonly restSeconds: number;
}

/** What must not change: a device, on all days or one, in all its hours or some. */
export interface Freeze {
  readonly device: string;
  /** Null: every day. */
  readonly day: number | null;
  /** Null: the whole day. */
  readonly hours: { readonly fromSeconds: number; readonly toSeconds: number } | null;
}

/** A delay asked for: first available at or below so many days. */
export interface RuleTarget {
  readonly site: string;
  readonly modality: Modality;
  readonly class: PatientClass;
  readonly days: number;
}

/** How much worse a number may become; a worsening beyond it rules a week out once it is demonstrated. */
export interface Guardrails {
  /** Mean wait of emergencies, minutes. */
  readonly emergencyWaitMinutes: number;
  /** First available of each class, days. */
  readonly delayDays: Readonly<Record<'A' | 'H', number>>;
  /** P80 of reports, hours. */
  readonly reportHours: number;
  /** Overtime of the devices of a department, minutes a week. */
  readonly overtimeMinutes: number;
}

export interface WeekRules {
  /** Hours in which sessions may be opened, on every device. */
  readonly opening: readonly DayHours[];
  /** Hours in which a device stays closed: maintenance, cleaning. Null: every device. */
  readonly closed: readonly (DayHours & { readonly device: string | null; readonly why: string })[];
  /** Sessions that may be opened: lengths on a grid. */
  readonly session: {
    readonly shortestSeconds: number;
    readonly longestSeconds: number;
    readonly stepSeconds: number;
  };
  /** Most hours of opening a week more than now, all devices together; null: no limit. 0: hours may only be moved. */
  readonly addedHours: number | null;
  /** Most euros a year more than now; null: no limit. */
  readonly budgetEuros: number | null;
  /** Most changes from the present week. */
  readonly changes: number;
  readonly staff: readonly StaffRule[];
  readonly targets: readonly RuleTarget[];
  readonly guardrails: Guardrails;
  readonly frozen: readonly Freeze[];
  /** Rules nobody stated: they are ours, and said so beside every answer. */
  readonly assumed: readonly { readonly path: string; readonly text: Label }[];
}
