/** What a lever is: one change a department may make, a pure function of the scenario, with what it assumes and costs. */
import type { Label, Scenario } from '../../model/scenario.ts';
import type { Modality } from '../../model/vocabulary.ts';
import type { Move } from '../../stats/waiting.ts';

/** How well a magnitude is known, from a document to background knowledge. */
export type EvidenceMark = 'source' | 'public' | 'study' | 'derived' | 'unverified';

/** How strongly a lever is pulled: minutes, a share, a number of places. */
export interface Strength {
  readonly value: number;
  /** What it may turn out to be; drawn in the assumption sets. */
  readonly range: readonly [low: number, high: number];
  /** `minutes`, `share`, `places`… */
  readonly unit: Label;
}

/** Staff of a week, hours; negative where hours are given back. */
export interface StaffHours {
  readonly technologist: number;
  readonly radiologist: number;
  readonly secretary: number;
}

/** What using a lever takes. Costs are computed from it with editable unit costs. */
export interface Resources {
  readonly staffHoursPerWeek: StaffHours;
  /** Spent once: a dockable table, a preparation room. */
  readonly oneOffEuros: number;
  /** Besides staff, a year: licences, messages. */
  readonly eurosPerYear: number;
}

export type Effort = 'small' | 'medium' | 'large';

/** A lever used at one place. */
export interface LeverCase {
  /** `evening:irm`: the lever and the place, unique in a scenario. */
  readonly id: string;
  readonly lever: string;
  readonly site: string;
  /** Departments it touches directly, the one it is for first. */
  readonly modalities: readonly Modality[];
  readonly device: string | null;
  /** What would be done there, as a planner would say it. */
  readonly what: Label;
  readonly strength: Strength;
  readonly resources: (strength: number) => Resources;
  /** The scenario with the lever used; nothing else of it changes. Never throws on the scenario it was found in, changed by other levers or not. */
  readonly apply: (scenario: Scenario, strength: number) => Scenario;
  /** Requests it takes elsewhere or withdraws, so that their own wait is counted where they wait; none when left out. */
  readonly moves?: (strength: number) => readonly Move[];
}

/** Why a lever cannot be judged at a place: what is missing. */
export interface NotRankable {
  readonly lever: string;
  readonly site: string;
  readonly modality: Modality | null;
  readonly device: string | null;
  /** `your entry and exit times`… completes «not rankable without». */
  readonly without: Label;
}

export interface Lever {
  readonly id: string;
  readonly name: Label;
  /** What is assumed when it is pulled, in a sentence. */
  readonly assumption: Label;
  readonly evidence: { readonly mark: EvidenceMark; readonly text: Label };
  readonly effort: Effort;
  /** True when it makes things worse, and shows what holding against it is worth. */
  readonly isNegative: boolean;
  /** Where it can be used in this scenario, and where it cannot be judged and why. Both empty: it does not apply. */
  readonly cases: (scenario: Scenario) => {
    readonly cases: readonly LeverCase[];
    readonly notRankable: readonly NotRankable[];
  };
}
