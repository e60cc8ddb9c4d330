/** How plans of a region are looked for, how long they are played, and what is told on the way. */
import type { RegionPlanDocument } from '../../model/results/region.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { LpBackend } from '../lp/backend.ts';
import type { RegionProblemOptions } from './from-scenario.ts';
import type { Equity } from './problem.ts';

/** A plan’s document without what names it. */
export type RegionPlanResult = Omit<RegionPlanDocument, 'creneau' | 'command' | 'scenario' | 'balance'>;

/** What is under way, and how much of it. */
export interface RegionProgress {
  readonly stage: RegionPlanResult['stage'];
  readonly done: number;
  readonly total: number;
}

export interface RegionPlanOptions {
  readonly backend: LpBackend;
  readonly equity?: Equity;
  /** Limits, horizon, weights, pooling of on-call. */
  readonly problem?: RegionProblemOptions;
  /** Stops after the linear model: only the present is simulated. */
  readonly modelOnly?: boolean;
  readonly seed?: string;
  /** Of each replication, the warm-up included. */
  readonly weeks?: number;
  readonly warmupWeeks?: number;
  /** Of every candidate, of the proof, and of each finalist before any is left out. */
  readonly replications?: number;
  /** Of each finalist at most. */
  readonly mostReplications?: number;
  /** Candidates simulated at most, and how many go to the final. */
  readonly candidates?: number;
  readonly finalists?: number;
  /** Draws of assumption sets; 0 = none. */
  readonly sets?: number;
  /** Of each run of a set, the warm-up included. */
  readonly setWeeks?: number;
  /** Of each model; what is found by then is used, with its gap. */
  readonly timeLimitSeconds?: number;
  readonly onProgress?: (progress: RegionProgress) => void;
  /** Each answer as soon as it is there, the last one included, with the region under the plan; null where none is proposed. */
  readonly onAnswer?: (result: RegionPlanResult, proposed: Scenario | null) => void;
}

/** Options with every choice made. */
export type RegionPlanTerms = Required<Omit<RegionPlanOptions, 'onProgress' | 'onAnswer'>>;

/** Probability of a choice that is not within delta of the best candidate. */
export const ALPHA = 0.05;
/** Of each simulation interval. */
export const LEVEL = 0.95;
/** The smallest saving that matters in the choice, as a share of the best one the candidates showed. */
export const DELTA_SHARE = 0.1;

/** Evenings a week opened at most where the user states no limit at all: all that helps would be no plan. */
export const USUAL_EVENINGS = 10;

const WARMUP_WEEKS = 13;
const TIME_LIMIT_SECONDS = 120;

/** What is played where nothing else is asked. */
interface Effort {
  readonly measuredWeeks: number;
  readonly setMeasuredWeeks: number;
  readonly replications: number;
  readonly mostReplications: number;
  readonly candidates: number;
  readonly finalists: number;
  /** Assumption sets drawn. */
  readonly sets: number;
}
const USUAL: Effort = {
  measuredWeeks: 52,
  setMeasuredWeeks: 26,
  replications: 4,
  mostReplications: 8,
  candidates: 6,
  finalists: 3,
  sets: 8,
};
/** Of a large region a week says as much as many of a small one, and costs as much. */
const LARGE: Effort = {
  measuredWeeks: 26,
  setMeasuredWeeks: 13,
  replications: 3,
  mostReplications: 4,
  candidates: 4,
  finalists: 2,
  sets: 4,
};
/** Devices from which a region is large. */
const LARGE_FROM = 150;

/** How much is played of a region unless the options say otherwise, by its size. */
export const usualEffort = ({ devices }: Pick<Scenario, 'devices'>): Effort =>
  devices.length >= LARGE_FROM ? LARGE : USUAL;

/** @throws RangeError when the warm-up leaves nothing, or there are fewer than two replications. */
export function regionPlanTerms(scenario: Scenario, options: RegionPlanOptions): RegionPlanTerms {
  const usual = usualEffort(scenario);
  const warmupWeeks = options.warmupWeeks ?? WARMUP_WEEKS;
  const weeks = options.weeks ?? warmupWeeks + usual.measuredWeeks;
  const setWeeks = options.setWeeks ?? Math.min(weeks, warmupWeeks + usual.setMeasuredWeeks);
  const replications = options.replications ?? usual.replications;
  if (!(warmupWeeks < Math.min(weeks, setWeeks)))
    throw new RangeError(`a warm-up of ${warmupWeeks} weeks leaves nothing of ${Math.min(weeks, setWeeks)}`);
  if (!(replications >= 2)) throw new RangeError(`${replications} replications`);
  return {
    backend: options.backend,
    equity: options.equity ?? { kind: 'none' },
    problem: options.problem ?? {},
    modelOnly: options.modelOnly ?? false,
    seed: options.seed ?? scenario.run.seed,
    weeks,
    warmupWeeks,
    replications,
    mostReplications: Math.max(replications, options.mostReplications ?? usual.mostReplications),
    candidates: options.candidates ?? usual.candidates,
    finalists: options.finalists ?? usual.finalists,
    sets: options.sets ?? usual.sets,
    setWeeks,
    timeLimitSeconds: options.timeLimitSeconds ?? TIME_LIMIT_SECONDS,
  };
}
