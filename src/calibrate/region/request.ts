/** What a region is built from, and what comes of it. */
import type { Balance } from '../../model/oqos/balance.ts';
import type { BandRow, BuiltDepartment, Grounds, RegionInput } from '../../model/results/region.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Modality } from '../../model/vocabulary.ts';
import type { Experiment } from '../../stats/experiment.ts';

/** A number for each modality, where one is stated. */
export type ByModality = Readonly<Partial<Record<Modality, number>>>;

/** A device of a real site with what is known of it; null = not known. */
export interface RealDevice {
  readonly id: string;
  readonly modality: Modality;
  /** Scheduled, a week. */
  readonly openingHours: number | null;
  readonly passagesPerWeek: number | null;
  /** Exam time ÷ scheduled opening, 0..1. */
  readonly occupancy: number | null;
  /** Earliest appointment usually offered, days. */
  readonly delayDays: { readonly A: number | null; readonly H: number | null };
}

/** A site that exists: it stands for synthetic ones of its department. */
export interface RealSite {
  readonly id: string;
  readonly label: string;
  /** Code. */
  readonly department: string;
  /** Degrees; null = travel is that of its department. */
  readonly coordinates: { readonly lat: number; readonly lon: number } | null;
  readonly devices: readonly RealDevice[];
}

export interface RegionRequest {
  readonly balance: Balance;
  /** Codes kept; null = all of the balance. */
  readonly departments: readonly string[] | null;
  readonly seed: string;
  /** Share of the implantations of the rarer modality that stand at a site of the other one, 0..1. */
  readonly pairing: number;
  /** Exams a year for 1 000 inhabitants, stated for all departments; left out = what the devices do. */
  readonly examsPerThousand: ByModality;
  /** The same, stated for one department. */
  readonly departmentRates: Readonly<Record<string, ByModality>>;
  /** Of requests, relative a year (0.03: 3 %). */
  readonly growthPerYear: ByModality;
  readonly ageingPerYear: number;
  /** Demand is that after so many years of both. */
  readonly years: number;
  readonly realSites: readonly RealSite[];
}

/** Plays an experiment until it has so many replications: here, or on worker threads. */
export type PlayRegion = (experiment: Experiment, replications: number) => Promise<void>;

/** How far the work is: simulations of the region, those of real devices left out. */
export interface RegionProgress {
  readonly stage: 'real-sites' | 'correction' | 'bands';
  readonly done: number;
  readonly total: number;
}

/** How much is played. The defaults of `buildRegion` are sized so that the bands hold for the whole of Île-de-France. */
export interface RegionPlaying {
  /** Simulations after which demand is corrected. */
  readonly corrections: number;
  readonly weeks: number;
  readonly warmupWeeks: number;
  /** Replications of the bands. */
  readonly replications: number;
}

export interface BuiltRegion {
  /** The scenario as written: plain objects, kebab-case keys. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly scenario: Scenario;
  readonly grounds: Grounds;
  readonly departments: readonly BuiltDepartment[];
  readonly bands: readonly BandRow[];
  readonly inputs: readonly RegionInput[];
  /** Of the simulation that departments and bands are read off. */
  readonly weeks: number;
  readonly warmupWeeks: number;
  readonly replications: number;
  readonly seed: string;
}
