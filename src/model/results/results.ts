/**
 * The results of `simulate`, as printed by `--json`: stable, versioned. Every number is an estimate over replications;
 * "unstable" stands where no regulation holds the load and any mean would depend on the run's length; null where
 * nothing happened.
 */
import type { Benchmark, BenchmarkNote } from '../benchmark/benchmark.ts';
import type { BenchmarkReadings, DepartmentPlacement } from '../benchmark/placement.ts';
import type { Assumption, Label } from '../scenario.ts';
import type { Modality, PatientClass } from '../vocabulary.ts';
import type { Estimate } from './estimate.ts';

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

/** One number a site knows, beside the simulated one. */
export interface FitRow {
  readonly site: string;
  readonly modality: Modality;
  /** `opening`, `passages`, `mix.A`, `delay.A`, `occupancy`… */
  readonly number: string;
  readonly unit: 'h/week' | '/week' | 'ratio' | 'd';
  readonly observed: number;
  readonly simulated: Indicator;
  /** Gap within which it counts as given back, in the unit. */
  readonly tolerance: number;
  readonly ok: boolean;
}

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
  /** How the base gives back what its sites know of themselves; empty when they say nothing. */
  readonly fit: readonly FitRow[];
  readonly warnings: readonly ResultWarning[];
}

/** The document `simulate --json` prints. */
export interface SimulationDocument extends SimulationResult {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'simulate';
  readonly scenario: { readonly name: Label; readonly hash: string };
}

/** What keeps requests from piling up: patients who decline, other sites offered, a full agenda, patients who leave. */
export type Regulation = 'acceptance' | 'other-sites' | 'horizon' | 'patience';

/** What a class asks of a department, and what its week opens to it. */
export interface ClassLoad {
  readonly class: PatientClass;
  readonly way: 'booked' | 'inserted';
  readonly requestsPerWeek: number;
  /** Slot minutes of a booked request; exam and changeover of an inserted one. */
  readonly minutesEach: number;
  readonly askedMinutesPerWeek: number;
  readonly openMinutesPerWeek: number;
  readonly regulations: readonly Regulation[];
}

export interface DepartmentLoad {
  readonly site: string;
  readonly modality: Modality;
  readonly scheduledHoursPerWeek: number;
  readonly examHoursAskedPerWeek: number;
  readonly classes: readonly ClassLoad[];
}

/** A finding with its sentence, in the language asked for. */
export interface ToldFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly advice: string | null;
}

/** The document `check --json` prints; what follows `findings` is null when there is an error. */
export interface CheckDocument {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'check';
  readonly file: string;
  readonly sound: boolean;
  readonly findings: readonly ToldFinding[];
  readonly scenario: { readonly name: Label; readonly hash: string } | null;
  readonly load: readonly DepartmentLoad[] | null;
  readonly unstable: readonly Instability[] | null;
  readonly assumptions: readonly Assumption[] | null;
}

/** The cases of the past that `validate history` goes through, in their order. */
export const HISTORY_CASES = ['equipment', 'emergencies', 'technologists'] as const;
export type HistoryCaseId = (typeof HISTORY_CASES)[number];

/** What is said of each case, one number each. */
export const HISTORY_CLAIMS = [
  'fixed-demand',
  'fixed-demand-slope',
  'exam-volumes',
  'indications',
  'across-regions',
  'two-years',
  'needed-growth',
  'freed-minutes',
  'emergency-capacity',
  'ct-1',
  'ct-2',
  'ct-3',
  'ct-1-prepared',
  'ct-2-prepared',
  'ct-3-prepared',
  'ct-1-whole-cycle',
  'ct-2-whole-cycle',
  'ct-3-whole-cycle',
  'ct-1-missing-minutes',
] as const;
export type HistoryClaimId = (typeof HISTORY_CLAIMS)[number];

/** Said before looking; an explanation tried after a miss; or solved for so that the model agrees. */
export type HistoryKind = 'prediction' | 'second-reading' | 'inversion';
/** Null where there is nothing to judge: an inversion agrees by construction. */
export type HistoryVerdict = 'inside' | 'outside' | 'not-comparable';
export type HistoryUnit =
  | 'days'
  | 'elasticity'
  | 'per-year'
  | 'minutes-a-day'
  | 'patients-an-hour'
  | 'minutes';

/** What was seen, and how sure it is. */
export interface HistoryObservation {
  /** Null where the source gives a range only. */
  readonly value: number | null;
  /** 95 % interval, or the range of the source; null where no uncertainty is published. */
  readonly low: number | null;
  readonly high: number | null;
  /** Where the value comes from, and where its uncertainty does. */
  readonly source: Label;
}

/** A number fixed before the observations were opened. */
export interface HistoryParameter {
  readonly id: string;
  readonly value: number;
  /** Drawn between these in the assumption sets; null = not varied. */
  readonly range: readonly [number, number] | null;
  readonly unit: string;
  readonly from: 'defaults' | 'stated';
  readonly source: Label;
}

export interface HistoryClaim {
  readonly id: HistoryClaimId;
  readonly kind: HistoryKind;
  readonly unit: HistoryUnit;
  /** At the fixed parameters, over replications: the simulation interval. */
  readonly model: Estimate;
  /** Central 95 % of the assumption sets; null where no parameter enters. */
  readonly assumption: Readonly<{ low: number; high: number; sets: number }> | null;
  readonly observed: HistoryObservation | null;
  /** |observed − model| ÷ the tolerance: above 1 is outside. */
  readonly distance: number | null;
  readonly verdict: HistoryVerdict | null;
}

/** A year of a predicted series beside the observed one. */
export interface HistoryYear {
  readonly year: number;
  readonly machines: number;
  readonly observedDays: number;
  /** Predicted mean delays, days. */
  readonly fixedDemandDays: number;
  readonly examVolumesDays: number;
  readonly indicationsDays: number;
  /** Latent demand (first year = 1) that gives the observed delay at the fixed parameters. */
  readonly neededDemand: number;
}

export interface HistoryCase {
  readonly id: HistoryCaseId;
  readonly parameters: readonly HistoryParameter[];
  readonly claims: readonly HistoryClaim[];
  /** Empty where the case has no series. */
  readonly years: readonly HistoryYear[];
}

/** The document `validate history --json` prints. */
export interface ValidateHistoryDocument {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'validate history';
  readonly seed: string;
  readonly replications: number;
  readonly assumptionSets: number;
  readonly cases: readonly HistoryCase[];
  /** Predictions only, by verdict. */
  readonly score: Readonly<{ inside: number; outside: number; notComparable: number }>;
}

/** The document `benchmark place --json` prints. */
export interface BenchmarkPlaceDocument {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'benchmark place';
  readonly scenario: { readonly name: Label; readonly hash: string };
  readonly seed: string;
  readonly replications: number;
  readonly weeks: number;
  readonly warmupWeeks: number;
  readonly benchmark: Pick<Benchmark, 'id' | 'year' | 'territory' | 'label' | 'publisher'>;
  readonly readings: BenchmarkReadings;
  readonly departments: readonly DepartmentPlacement[];
  /** What the campaign says of the rows shown. */
  readonly cautions: readonly BenchmarkNote[];
}
