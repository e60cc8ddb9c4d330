/**
 * The results of `simulate`, as printed by `--json`: stable, versioned. Every number is an estimate over replications;
 * "unstable" stands where no regulation holds the load and any mean would depend on the run's length; null where
 * nothing happened.
 */
import type { Estimate } from './estimate.ts';
import type { Assumption, Label } from './scenario.ts';
import type { Modality, PatientClass } from './vocabulary.ts';

export const RESULT_VERSION = 1;

export type Indicator = Estimate | 'unstable' | null;

/** The same tree with another leaf: numbers of one replication, or estimates over all. */
export type PerClass<T> = Readonly<Record<PatientClass, T>>;
export type PerOpening<T> = Readonly<{ scheduled: T; extended: T; total: T }>;

export interface CauseMinutes<T> {
  readonly exams: T;
  readonly interExam: T;
  readonly lateStart: T;
  readonly earlyEnd: T;
  readonly unfilled: T;
  readonly noShow: T;
  readonly breakdown: T;
  readonly planned: T;
}

export interface DeviceIndicators<T> {
  /** Hours a week. */
  readonly opening: PerOpening<T>;
  /** Exam time inside the opening ÷ opening, 0..1. */
  readonly occupancy: PerOpening<T>;
  /** Booked slot time ÷ scheduled opening. */
  readonly fillRate: T;
  /** Passages a week; night is 20:00–07:00. */
  readonly volume: PerClass<T> & Readonly<{ all: T; night: T }>;
  readonly icrPerHour: Readonly<{ scheduled: T; extended: T }>;
  /** Minutes from max(arrival, appointment) to room entry. */
  readonly wait: PerClass<Readonly<{ mean: T; p50: T; p90: T }>>;
  /** Overrun of the programme after the end of its last vacation. */
  readonly overtime: Readonly<{ minutesPerWeek: T; share: T }>;
  /** Scheduled opening not spent on exams, minutes a week by cause. */
  readonly lostMinutes: Readonly<Omit<CauseMinutes<T>, 'exams' | 'planned'>>;
  /** Where every minute of each opening goes, minutes a week; the sum is the opening. */
  readonly openingMinutes: PerOpening<CauseMinutes<T>>;
}

export interface DelayQuantiles<T> {
  readonly p20: T;
  readonly p50: T;
  readonly p80: T;
}
export interface AccessDelay<T> extends DelayQuantiles<T> {
  readonly mean: T;
}

export interface ModalityIndicators<T> {
  /** Days from request to appointment, booked requests. */
  readonly access: PerClass<AccessDelay<T>>;
  /** Days to the first place offered, probed each working day at opening. */
  readonly firstAvailable: PerClass<AccessDelay<T>>;
  readonly thirdNextAvailable: PerClass<AccessDelay<T>>;
  /** Ambulatory and hospitalised delays by exam type. */
  readonly byExam: Readonly<
    Record<string, PerClass<Readonly<{ access: AccessDelay<T>; firstAvailable: AccessDelay<T> }>>>
  >;
  /** Share of booked requests within the target of their flow. */
  readonly withinTarget: PerClass<T>;
  /** Requests a week, by what became of them. */
  readonly requested: PerClass<T>;
  readonly declined: PerClass<T>;
  readonly refused: PerClass<T>;
  readonly diverted: PerClass<T>;
  readonly blocked: PerClass<T>;
  readonly reneged: PerClass<T>;
  readonly noShow: PerClass<T>;
  readonly cancelled: PerClass<T>;
  readonly rebooked: PerClass<T>;
  /** Minutes from the end of the exam to the report; no mean is given, its tail is not known. */
  readonly report: PerClass<DelayQuantiles<T>>;
}

/** Requests of one flow at one site over the whole run: what went in comes out. Whole numbers, summed over replications. */
export interface FlowBooks {
  readonly flow: string;
  readonly site: string;
  readonly in: Readonly<{ requested: number; backlog: number; received: number }>;
  readonly out: Readonly<{
    done: number;
    declined: number;
    refused: number;
    diverted: number;
    blocked: number;
    reneged: number;
    noShow: number;
    cancelled: number;
    passedOn: number;
  }>;
  readonly left: Readonly<{ booked: number; waiting: number; inRoom: number }>;
}

/** A place where the load exceeds what can serve it, and nothing regulates it. */
export interface Instability {
  readonly site: string;
  readonly modality: Modality;
  readonly kind: 'booking' | 'room';
  /** Devices whose capacity is short: those of the room, or all that the flows may book. */
  readonly devices: readonly string[];
  readonly flows: readonly string[];
  /** Missing capacity. */
  readonly missingMinutesPerWeek: number;
  readonly loadMinutesPerWeek: number;
  readonly capacityMinutesPerWeek: number;
}

export interface ResultWarning {
  readonly code: string;
  readonly path: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export type SiteIndicators<T> = Readonly<Partial<Record<Modality, ModalityIndicators<T>>>>;

export interface SimulationResult {
  readonly seed: string;
  readonly replications: number;
  readonly weeks: number;
  readonly warmupWeeks: number;
  readonly devices: Readonly<Record<string, DeviceIndicators<Indicator>>>;
  readonly sites: Readonly<Record<string, SiteIndicators<Indicator>>>;
  /** Mean first-available delay of each week over replications, by flow: the warm-up is seen on it. */
  readonly weekly: Readonly<Record<string, readonly (number | null)[]>>;
  readonly books: readonly FlowBooks[];
  readonly unstable: readonly Instability[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly ResultWarning[];
}

/** The document `simulate --json` prints. */
export interface SimulationDocument extends SimulationResult {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'simulate';
  readonly scenario: { readonly name: Label; readonly hash: string };
}
