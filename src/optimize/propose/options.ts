/** How long the search plays and how sure it wants to be. */
import { type OptimizeResult, USUAL_SETS } from '../../model/results/optimize.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { UnitCosts } from '../levers/unit-costs.ts';
import type { LpBackend } from '../lp/backend.ts';
import { runTermsOf } from '../rank/options.ts';

/** What is under way, and how much of it. */
export interface ProposeProgress {
  readonly stage: OptimizeResult['stage'];
  readonly done: number;
  readonly total: number;
}

export interface ProposeOptions {
  readonly backend: LpBackend;
  readonly costs?: UnitCosts;
  readonly seed?: string;
  /** Of each replication, the warm-up included. */
  readonly weeks?: number;
  readonly warmupWeeks?: number;
  /** Of each finalist before any is left out. */
  readonly replications?: number;
  /** Of each finalist at most. */
  readonly mostReplications?: number;
  /** Candidates played at most, and how many of them go to the final. */
  readonly candidates?: number;
  readonly finalists?: number;
  /** Smallest difference that matters, days of mean delay over all who book. */
  readonly deltaDays?: number;
  /** Draws of assumption sets; 0 = none. */
  readonly sets?: number;
  /** Of each model; what is found by then is used, with its gap. */
  readonly timeLimitSeconds?: number;
  readonly onProgress?: (progress: ProposeProgress) => void;
  /** Each answer as soon as it is there, the last one included, with the proposed week as a scenario. */
  readonly onAnswer?: (result: OptimizeResult, proposed: Scenario | null) => void;
}

/** Options with every choice made. */
export type ProposeTerms = Required<Omit<ProposeOptions, 'onProgress' | 'onAnswer'>>;

/** Probability of choosing a week that is not within delta of the best candidate. */
export const ALPHA = 0.05;
/** Of every candidate when it is found, to learn from. */
export const LOOK_REPLICATIONS = 4;
/** Of every candidate before finalists are named. */
export const LAST_LOOK_REPLICATIONS = 8;
/** Replications between two comparisons of finalists. */
export const SELECTION_STEP = 2;
const USUAL = { replications: 10, mostReplications: 60 };
const CANDIDATES = 24;
const FINALISTS = 10;
/** A planner sees no shorter difference in a mean delay. */
const DELTA_DAYS = 0.25;
const TIME_LIMIT_SECONDS = 5;

/** @throws RangeError when the warm-up leaves nothing, or there are fewer than two replications. */
export const termsOf = (scenario: Scenario, options: ProposeOptions): ProposeTerms => ({
  ...runTermsOf(scenario, options, USUAL, 2),
  backend: options.backend,
  candidates: options.candidates ?? CANDIDATES,
  finalists: options.finalists ?? FINALISTS,
  deltaDays: options.deltaDays ?? DELTA_DAYS,
  sets: options.sets ?? USUAL_SETS,
  timeLimitSeconds: options.timeLimitSeconds ?? TIME_LIMIT_SECONDS,
});
