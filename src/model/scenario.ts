/**
 * A complete scenario: what every other room reads. Nothing is left to default, times are in seconds (delays in
 * days), lists are in canonical order, and all of it is frozen. The optimiser and the simulator read the same one.
 */
import type { Law } from './law.ts';
import type { ClinicalPriority, Modality, Need, PatientClass, VacationType } from './vocabulary.ts';

export type ByClass<T> = Readonly<Record<PatientClass, T>>;
export type Label = Readonly<{ en: string; fr: string }>;
export type EvidenceStatus = 'measured' | 'calibrated' | 'assumed';

/** One number of the scenario that was not simply stated by its author: where it comes from and how sure it is. */
export interface Assumption {
  /** Path in the file, e.g. `devices.irm-1.late-start`. */
  readonly path: string;
  readonly value: number;
  readonly unit: string;
  readonly range: readonly [number, number] | null;
  readonly status: EvidenceStatus;
  readonly source: Label;
  /** Filled in from the defaults, or written in the file with its evidence. */
  readonly from: 'defaults' | 'file';
}

/** What a site knows of one of its departments: numbers that a sound base gives back. Null = not known. */
export interface Observed {
  readonly site: string;
  readonly modality: Modality;
  /** Hours a week, devices together. */
  readonly openingHours: number | null;
  readonly passagesPerWeek: number | null;
  /** Shares of the passages. */
  readonly mix: Partial<ByClass<number>>;
  /** Median of the earliest appointment offered, days. */
  readonly delayDays: { readonly A: number | null; readonly H: number | null };
  /** 0..1. */
  readonly occupancy: number | null;
  readonly source: string;
}

export interface Exam {
  readonly id: string;
  readonly modality: Modality;
  readonly label: Label;
  readonly group: string;
  readonly needs: readonly Need[];
  /** Relative cost index; 0 when unknown. */
  readonly icr: number;
  readonly durations: ByClass<Law>;
}

export interface ReadingWindow {
  readonly day: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly readers: number;
}

export interface Site {
  readonly id: string;
  readonly label: string;
  readonly zone: string;
  /** Drawn from published figures: nobody's. */
  readonly synthetic: boolean;
  /** Minutes to it from each department of residence; null = the region's. */
  readonly travelMinutes: Readonly<Record<string, number>> | null;
  /** Reading queue with staffed hours, or null: turnaround drawn from `reports`. */
  readonly reading: {
    readonly windows: readonly ReadingWindow[];
    readonly time: Readonly<Record<Modality, Law>>;
  } | null;
  readonly reports: Readonly<Record<Modality, ByClass<Law | null>>>;
}

export interface Reserve {
  /** Flows it is kept for. */
  readonly flows: readonly string[];
  readonly seconds: number;
  readonly kind: 'fixed' | 'nested';
  /** Days before; null = never released. */
  readonly releaseDays: number | null;
}

/** One vacation of the week template, on one day (0 Monday … 6 Sunday; public holidays follow Sunday). */
export interface Vacation {
  readonly day: number;
  /** Seconds since that day's midnight; the end may be past 86 400. */
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly type: VacationType;
  readonly everyWeeks: number;
  readonly firstWeek: number;
  /** No later week; null = for ever. */
  readonly lastWeek: number | null;
  readonly classes: readonly PatientClass[];
  /** Exam types accepted; null = all. */
  readonly exams: readonly string[] | null;
  readonly inserted: readonly PatientClass[];
  readonly owner: string;
  readonly provides: readonly Need[];
  readonly reserves: readonly Reserve[];
  /** Fixed appointment times, seconds from the start; null = 5-minute grid. */
  readonly appointments: readonly number[] | null;
  readonly lateStart: Law;
  readonly earlyEndSeconds: number;
  /** Call-in delay of on-call teams coming from home; null when the team is on site. */
  readonly callIn: Law | null;
}

export interface Breakdowns {
  readonly betweenFailures: Law;
  readonly clock: 'calendar' | 'working';
  readonly repair: Law;
  readonly interrupted: 'resume' | 'restart' | 'rebook';
}

export interface Device {
  readonly id: string;
  readonly label: string;
  readonly site: string;
  readonly modality: Modality;
  /** Devices of one pool share one queue; a pool of one by default. */
  readonly pool: string;
  /** Name of its random streams: site, modality and rank, so that relabelling it changes no draw. */
  readonly stream: string;
  readonly speed: number;
  readonly week: readonly Vacation[];
  readonly slotSeconds: ByClass<number>;
  readonly slotSecondsByExam: Readonly<Record<string, Partial<Record<PatientClass, number>>>>;
  readonly changeover: Law;
  readonly preparation: { readonly time: Law; readonly places: number | null } | null;
  readonly waitingPlaces: number | null;
  readonly order: readonly PatientClass[];
  readonly closedRoom: ByClass<'wait' | 'divert'>;
  readonly endOfVacation: {
    readonly policy: 'finish-present' | 'limit' | 'carry-over';
    readonly lateSeconds: number;
  };
  readonly breakdowns: Breakdowns | null;
}

export type Acceptance =
  | { readonly kind: 'always' }
  | { readonly kind: 'exponential'; readonly tauDays: number; readonly freeDays: number }
  | { readonly kind: 'table'; readonly points: readonly (readonly [number, number])[] };

export interface LoggedRequest {
  readonly atSeconds: number;
  readonly exam: string | null;
  readonly durationSeconds: number | null;
}

export interface Flow {
  readonly id: string;
  readonly label: string;
  /** Sites offered, the first being the one asked. */
  readonly sites: readonly string[];
  readonly offer: 'in-order' | 'earliest';
  /** Minutes of travel to each of `sites`; zeros where none are told. */
  readonly travelMinutes: readonly number[];
  /** How minutes farther than the first site weigh on acceptance at another; null = they do not. */
  readonly travelScaleMinutes: number | null;
  /** Code of the department of residence; null = not told. */
  readonly origin: string | null;
  /** Devices it may use with the share of walk-ins sent to each; empty = all of its modality at the site. */
  readonly devices: readonly { readonly id: string; readonly share: number }[];
  readonly modality: Modality;
  readonly class: PatientClass;
  readonly owner: string;
  readonly priority: ClinicalPriority;
  readonly targetDays: number | null;
  readonly walkIn: boolean;
  readonly perWeek: number;
  readonly arrivals: 'poisson' | 'regular' | 'log';
  readonly log: readonly LoggedRequest[];
  /** Weights of the 168 hours of the week. */
  readonly profile: readonly number[];
  /** Relative growth of requests a year. */
  readonly growthPerYear: number;
  readonly schoolHolidayFactor: number;
  readonly exams: readonly { readonly id: string; readonly share: number }[];
  /** Instead of the exam's durations. */
  readonly durations: Law | null;
  readonly accept: Acceptance;
  readonly leadDays: number;
  readonly horizonDays: number;
  readonly noShow: { readonly base: number; readonly max: number; readonly tauDays: number };
  readonly cancel: { readonly probability: number; readonly noticeDays: number };
  readonly punctuality: Law;
  readonly overbook: number;
  readonly patience: Law | null;
  readonly backlog:
    | { readonly kind: 'delay'; readonly days: number }
    | { readonly kind: 'patients'; readonly n: number };
}

/** A device out of service for whole days. */
export interface Closure {
  readonly devices: readonly string[];
  readonly fromDay: number;
  readonly days: number;
  /** Days before, from which nothing more is booked and the booked are moved. */
  readonly announcedDays: number;
}

export interface Calendar {
  /** Day number of the Monday of week 0 (see `calendar-fr.ts`), or null: no civil calendar. */
  readonly startDay: number | null;
  readonly holidays: 'none' | 'metropole' | 'alsace-moselle';
  readonly schoolZone: 'A' | 'B' | 'C' | null;
  readonly closures: readonly Closure[];
}

export interface RegionDepartment {
  /** As the State numbers it: `95`. */
  readonly code: string;
  readonly population: number;
  /** A year, where stated. */
  readonly examsPerThousand: Readonly<Partial<Record<Modality, number>>>;
}

/** The territory a scenario stands for. */
export interface Region {
  /** Id of the balance of care objectives. */
  readonly balance: string;
  /** By code. */
  readonly departments: readonly RegionDepartment[];
  /** From the department of residence to that of the site. */
  readonly travelMinutes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface RunSettings {
  readonly weeks: number;
  readonly replications: number;
  readonly seed: string;
  readonly warmupWeeks: number | 'auto';
}

export interface Scenario {
  readonly name: Label;
  readonly description: Label | null;
  readonly calendar: Calendar;
  /** Null: no territory. */
  readonly region: Region | null;
  readonly run: RunSettings;
  readonly exams: readonly Exam[];
  readonly sites: readonly Site[];
  readonly devices: readonly Device[];
  readonly flows: readonly Flow[];
  readonly observed: readonly Observed[];
  readonly assumptions: readonly Assumption[];
}
