/** What a week is proposed for: the scenario, its rules, the changes they leave open, and what each does to the places. */
import type { WeekRules } from '../../model/rules/rules.ts';
import type { Label, Scenario } from '../../model/scenario.ts';
import type { Modality, PatientClass } from '../../model/vocabulary.ts';
import type { Pick, WeekChange } from './change.ts';

/** Patients who wait for the same places: flows of a class and an owner, booked at a department. */
export interface Queue {
  /** `ch/mri/A/public`. */
  readonly id: string;
  readonly site: string;
  readonly modality: Modality;
  readonly class: PatientClass;
  readonly flows: readonly string[];
  /** Requests a week, those who will decline included, those cancelled left out. */
  readonly requestsPerWeek: number;
  /** Mean standard slot, seconds, over their exams. */
  readonly slotSeconds: number;
  /** Patience of those who decline late places, days; null when all accept. */
  readonly tauDays: number | null;
  /** Days that nobody minds: patience is counted from there. */
  readonly freeDays: number;
  /** Delay asked for, days; null when none is. */
  readonly targetDays: number | null;
}

/** Bookable time of a week that the same queues may use. */
export interface PlaceTime {
  /** `ch/mri:` and the queues: equal users, equal id. */
  readonly id: string;
  readonly queues: readonly string[];
  /** By queue: share of its requests whose exams may be booked there, above 0. */
  readonly shares: readonly number[];
  /**
   * Seconds a week, what is kept for others and what no slot fits in left out. The diary gives places until the end of a
   * vacation whether its team is late or leaves early (M3.2): late starts and early ends take nothing off.
   */
  readonly seconds: number;
}

/** What a week offers and who asks for it. */
export interface Supply {
  readonly queues: readonly Queue[];
  readonly places: readonly PlaceTime[];
}

/** A number by place and time: the key says which. */
export interface Amount {
  readonly key: string;
  readonly amount: number;
}

/** What a week, or one change of it, means for staff and for patients without appointment. */
export interface Footprint {
  /** Device-hours a week that take emergencies or intensive care, by `site/modality/day/period`. */
  readonly cover: readonly Amount[];
  /** Devices that a group of staff serves, by `group|site|day|step`: steps of five minutes, 0 to 287; groups under a rule only. */
  readonly presence: readonly Amount[];
}

/** Changes that exclude each other: counted as often as they are done, so many at most. */
export interface Exclusion {
  readonly ids: readonly string[];
  readonly most: number;
  readonly label: Label;
}

/** The whole question, as models are made of it. */
export interface WeekProblem {
  readonly scenario: Scenario;
  readonly rules: WeekRules;
  readonly supply: Supply;
  readonly changes: readonly WeekChange[];
  /** By change: seconds a week it adds to each kind of place time, when it is done alone, once. */
  readonly effects: ReadonlyMap<string, readonly { readonly place: string; readonly seconds: number }[]>;
  /** By change: euros a year. */
  readonly eurosPerYear: ReadonlyMap<string, number>;
  /** Of the present week, and by change: what it adds when it is done alone, once. */
  readonly present: Footprint;
  readonly footprints: ReadonlyMap<string, Footprint>;
  readonly exclusions: readonly Exclusion[];
}

/** A set of changes with what it takes; what it brings is for the simulator to say. */
export interface WeekPlan {
  readonly key: string;
  readonly picks: readonly Pick[];
  readonly changes: number;
  readonly openedHours: number;
  readonly eurosPerYear: number;
}
