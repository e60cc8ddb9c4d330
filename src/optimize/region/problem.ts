/** A territory as the planning model sees it: implantations with their places, residents with their requests. Plain data, frozen. */
import type { Modality } from '../../model/vocabulary.ts';

/** The devices of one modality at one physical site, present or possible. Places and requests are ambulatory, a week. */
export interface Implantation {
  /** `site/modality`. */
  readonly id: string;
  readonly site: string;
  readonly department: string;
  readonly modality: Modality;
  /** Present devices that do diagnostic exams; 0 for a possible implantation. */
  readonly devices: number;
  /** Appointments the present devices give. */
  readonly placesPerWeek: number;
  /** Appointments an added device would give. */
  readonly placesPerDevice: number;
  /** Appointments one block of longer opening would give. */
  readonly placesPerBlock: number;
  /** Blocks that can be opened on the present devices, and on each added one. */
  readonly mostBlocks: number;
  readonly mostBlocksPerAdded: number;
  /** Devices that may be added here whatever the caps. */
  readonly mostAdded: number;
  /** Needs an implantation of its own under the site caps: no device of the modality is there today. */
  readonly isNew: boolean;
  /** Load today, requests per place: where the delay curve gives the delay found today. */
  readonly load: number;
  /** Days to the first place offered, found today; null where there is no device. */
  readonly delayDays: number | null;
}

/** Requests of the residents of a department, by the implantation asked first. */
export interface ResidentDemand {
  readonly department: string;
  readonly modality: Modality;
  /** Implantation → effective requests a week: those asked there and those passed on to it. Their sum is the demand of the origin. */
  readonly requests: ReadonlyMap<string, number>;
}

/** One straight piece of the cost of waiting of a place as its load grows. */
export interface CurvePiece {
  /** Requests per place it is wide; the last one is open (Infinity). */
  readonly width: number;
  /** Patient-days of waiting more for one request a week more; never smaller than that of the piece before. */
  readonly slope: number;
}

/**
 * How much is waited as requests per place grow: load × days offered, piecewise linear and convex. One for each number of
 * devices that share an agenda, 1 first; a larger number uses the last.
 */
export interface DelayCurve {
  readonly modality: Modality;
  readonly byDevices: readonly { readonly pieces: readonly CurvePiece[]; readonly floorDays: number }[];
}

/** Counters of the balance: places left, never below 0. */
export interface CapRow {
  readonly department: string;
  readonly modality: Modality;
  readonly devices: number;
  readonly sites: number;
}

/** A site that could close its on-call hours, its patients of the night going to another one. */
export interface OnCallPair {
  readonly closes: string;
  readonly goesTo: string;
  readonly minutes: number;
  /** Patients moved, and hours of on-call technologists freed, a week. */
  readonly movedPerWeek: number;
  readonly freedTechnologistHours: number;
  readonly savedEurosPerYear: number;
}

/** What a device, an hour and a site cost, and who staffs them. */
export interface RegionCosts {
  /** By modality: equipment spread over its years, and upkeep, of one more device. */
  readonly deviceEurosPerYear: Readonly<Record<Modality, number>>;
  /** Staff of an added device, hours a week. */
  readonly deviceStaffHours: Readonly<Record<Modality, StaffTaken>>;
  /** Opening a site where there was none. */
  readonly newSiteEurosPerYear: number;
  readonly blockHours: number;
  readonly blockStaffHours: StaffTaken;
  readonly eurosPerHour: StaffTaken;
}

export interface StaffTaken {
  readonly technologist: number;
  readonly radiologist: number;
}

/** What the user allows; null = no limit. */
export interface RegionLimits {
  readonly budgetEurosPerYear: number | null;
  readonly staffHoursPerWeek: { readonly technologist: number | null; readonly radiologist: number | null };
  /** Added devices and blocks at most. */
  readonly mostDevices: number | null;
  readonly mostBlocks: number | null;
}

/** When what is decided bears fruit, weeks from the decision. */
export interface RegionHorizon {
  readonly weeks: number;
  readonly deviceLagWeeks: number;
  readonly openingLagWeeks: number;
  /** Of requests, relative a year (0.03: 3 %), by modality, ageing included. */
  readonly growthPerYear: Readonly<Record<Modality, number>>;
}

/** What the user wants beyond the sum: a sum favours where most people are. */
export type Equity =
  | { readonly kind: 'none' }
  /** The department whose residents wait longest. */
  | { readonly kind: 'worst'; readonly mostDays: number | null }
  /** The delay that four inhabitants in five do not exceed, by department of residence. */
  | { readonly kind: 'p80'; readonly mostDays: number | null }
  /** Mean minutes of travel of a request. */
  | { readonly kind: 'travel'; readonly mostMinutes: number | null };

export interface RegionProblem {
  readonly departments: readonly { readonly code: string; readonly population: number }[];
  readonly implantations: readonly Implantation[];
  readonly demand: readonly ResidentDemand[];
  /** Minutes from a department to an implantation's site. */
  readonly minutes: (department: string, implantation: string) => number;
  readonly curves: readonly DelayCurve[];
  readonly caps: readonly CapRow[];
  readonly onCallPairs: readonly OnCallPair[];
  readonly costs: RegionCosts;
  readonly limits: RegionLimits;
  readonly horizon: RegionHorizon;
  /** Days of waiting that a request which gets no appointment anywhere counts for. */
  readonly unmetDays: number;
  /** Days of waiting that an hour of travel counts for. */
  readonly travelDaysPerHour: number;
  /** Of requests beyond the places of their site, the share that books at another one, by modality, 0..1. */
  readonly bookedElsewhere: Readonly<Record<Modality, number>>;
  /** How much of requests follows added places, 0 (everybody asks where they asked) to 1. */
  readonly attraction: number;
}

/** A set of decisions; empty = nothing is done. Lists in the order of their ids. */
export interface RegionPlan {
  readonly additions: readonly { readonly implantation: string; readonly devices: number }[];
  readonly blocks: readonly { readonly implantation: string; readonly blocks: number }[];
  readonly onCall: readonly { readonly closes: string; readonly goesTo: string }[];
}

export const EMPTY_PLAN: RegionPlan = Object.freeze({ additions: [], blocks: [], onCall: [] });

/** One name for equal plans. */
export const planKey = ({ additions, blocks, onCall }: RegionPlan): string =>
  [
    ...additions.map(({ implantation, devices }) => `+${implantation}x${devices}`),
    ...blocks.map(({ implantation, blocks: count }) => `h${implantation}x${count}`),
    ...onCall.map(({ closes, goesTo }) => `n${closes}>${goesTo}`),
  ].join(' ');
