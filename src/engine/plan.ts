/**
 * What a scenario becomes before it runs: integer tables, one index for each thing. Sites joined by a flow that may
 * be offered several of them form an island; islands share nothing and run one after the other, in cache.
 */

import type { Device, Exam, Flow, Scenario, Site } from '../model/scenario.ts';
import type { Modality } from '../model/vocabulary.ts';
import type { LawTable } from './laws/table.ts';
import type { Sampler } from './sampler.ts';
import type { TallyLayout } from './tally.ts';
import type { ProfilePlan } from './week-stretches.ts';

/** Grid of appointment times (design rule M3.2). */
export const GRID_SECONDS = 300;

/** A reserve of a vacation, in places of the vacation's grid. */
export interface ReservePlan {
  readonly units: number;
  readonly nested: boolean;
  /** Days before; −1 = never released. */
  readonly releaseDays: number;
}

/** One vacation of the week template. */
export interface VacationPlan {
  /** Index among the vacations of its site. */
  readonly index: number;
  /** Device index within its room. */
  readonly device: number;
  /** Room index within its site. */
  readonly room: number;
  readonly deviceId: string;
  readonly day: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** 0 scheduled, 1 extended, 2 total. */
  readonly opening: number;
  readonly type: string;
  readonly onCall: boolean;
  readonly planned: boolean;
  readonly books: boolean;
  readonly everyWeeks: number;
  readonly firstWeek: number;
  readonly lastWeek: number;
  /** Weeks of the run for each time it takes place: `everyWeeks`, more where it ends before the run; infinite = never. */
  readonly weeksEach: number;
  /** Places of 5 minutes, or the number of listed appointments. */
  readonly units: number;
  readonly appointments: readonly number[] | null;
  readonly reserves: readonly ReservePlan[];
  readonly lateStart: Sampler;
  readonly earlyEndSeconds: number;
  readonly callIn: Sampler | null;
  /** By class index: inserted without appointment. */
  readonly inserts: Int32Array;
  /** By flow index of the island: booked patients of the flow may enter at any time of this vacation. */
  readonly admits: Uint8Array;
}

/** What one flow × exam may book at one site, vacation by vacation (index of the site's vacations). */
export interface BookingRule {
  /** Places needed; 0 = not eligible. */
  readonly units: Int16Array;
  readonly slotSeconds: Int32Array;
  /** Reserve it may draw on, −1 = none. */
  readonly reserve: Int8Array;
}

/** A flow as offered at one site. */
export interface RoutePlan {
  readonly index: number;
  readonly flow: number;
  readonly site: number;
  /** What is left of acceptance here, for being farther than the site asked first (rule M3.11); 1 = all of it. */
  readonly nearness: number;
  /** By exam of the flow. */
  readonly rules: readonly BookingRule[];
  /** By exam: the site's searcher that remembers where it stopped; whoever looks for the same shares it. */
  readonly searchers: readonly number[];
}

export interface FlowExam {
  readonly exam: Exam;
  /** Index among the scenario's exams. */
  readonly examIndex: number;
  /** Cumulated share. */
  readonly upTo: number;
  readonly duration: Sampler;
}

export interface FlowPlan {
  readonly index: number;
  readonly flow: Flow;
  readonly classIndex: number;
  readonly modalityIndex: number;
  /** Queue level when inserted, by room of its home site (lower goes first). */
  readonly walkInRooms: readonly { readonly room: number; readonly share: number }[];
  readonly exams: readonly FlowExam[];
  readonly profile: ProfilePlan;
  /** Laws of preparation and of reading (or turnaround) wherever the flow may be served. */
  readonly preparations: readonly Sampler[];
  readonly readings: readonly Sampler[];
  readonly punctuality: Sampler;
  readonly patience: Sampler | null;
  /** Probability of accepting by delay in days; null = always. */
  readonly accepts: Float64Array | null;
  /** Probability of not showing up by delay in days; null = never. */
  readonly noShow: Float64Array | null;
  readonly noticeSeconds: number;
  readonly routes: readonly number[];
  /** The largest nearness of the sites after the first: a draw not below it ends where it was made. */
  readonly nearestElsewhere: number;
}

export interface RoomPlan {
  readonly index: number;
  readonly site: number;
  readonly modality: Modality;
  readonly modalityIndex: number;
  readonly devices: readonly Device[];
  /** Index of each device in the island's tally. */
  readonly tallyDevices: readonly number[];
  /** Vacations of each device by day kind, by start. */
  readonly vacations: readonly (readonly (readonly VacationPlan[])[])[];
  readonly changeovers: readonly Sampler[];
  readonly preparation: { readonly time: Sampler; readonly places: number } | null;
  readonly waitingPlaces: number;
  /** Standard slot by class index, seconds. */
  readonly slots: Int32Array;
  /** Rank of each class index, 0 first. */
  readonly rank: Int32Array;
  /** By class index: 1 = diverted when the room is closed. */
  readonly diverts: Int32Array;
  readonly policy: 'finish-present' | 'limit' | 'carry-over';
  readonly lateSeconds: number;
  readonly failures: readonly ({
    readonly between: Sampler;
    readonly repair: Sampler;
    readonly working: boolean;
    readonly interrupted: 'resume' | 'restart' | 'rebook';
  } | null)[];
}

export interface SitePlan {
  readonly index: number;
  readonly site: Site;
  readonly rooms: readonly RoomPlan[];
  readonly vacations: readonly VacationPlan[];
  /** Bookable vacations of each day kind, by start then device. */
  readonly bookable: readonly (readonly VacationPlan[])[];
  /** By modality and class: reading time of a report (reading queue), or its turnaround; null = not simulated. */
  readonly reading: readonly (readonly (Sampler | null)[])[];
}

/** Who asks at a site: looked up once, so that a region of hundreds of sites is not gone through for each. */
export interface SiteRoutes {
  readonly routes: readonly RoutePlan[];
  readonly homeFlows: readonly FlowPlan[];
  readonly searchers: number;
}

export interface IslandPlan {
  readonly index: number;
  readonly sites: readonly SitePlan[];
  readonly flows: readonly FlowPlan[];
  readonly routes: readonly RoutePlan[];
  /** The routes of each site, and the flows first asked there. */
  readonly bySite: readonly SiteRoutes[];
  /** Days ahead the diaries hold. */
  readonly horizonDays: number;
  readonly layout: TallyLayout;
}

export interface Plan {
  readonly scenario: Scenario;
  readonly weeks: number;
  readonly islands: readonly IslandPlan[];
  /** Gaps of a Poisson process of rate one. */
  readonly unitGaps: LawTable;
  /** Day kind (0 Monday … 6 Sunday or public holiday) of each day of the run and of the horizon after it. */
  readonly dayKind: Uint8Array;
  /** 1 on school holidays. */
  readonly schoolHoliday: Uint8Array;
  /** Closed days by device id; each entry 1 = closed, with the day from which it is known. */
  readonly closures: ReadonlyMap<string, readonly { from: number; to: number; knownFrom: number }[]>;
}
