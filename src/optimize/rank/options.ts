/** How long the ranking plays, and with what: chosen so that the levers of a hospital are ranked within seconds. */

import { SET_DEFAULTS, type SetOptions } from '../../calibrate/scenario-sets.ts';
import type { LeversResult } from '../../model/results/levers.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Experiment } from '../../stats/experiment.ts';
import type { Lever } from '../levers/lever.ts';
import { LEVERS } from '../levers/registry.ts';
import { UNIT_COSTS, type UnitCosts } from '../levers/unit-costs.ts';

/** Plays an experiment until it has so many replications: here, or on worker threads. */
export type Play = (experiment: Experiment, replications: number) => Promise<void>;

/** Plays in this thread. */
export const playHere: Play = async (experiment, replications) => {
  while (experiment.replications < replications) experiment.runNext();
};

/** What is under way, and how much of it. */
export interface RankProgress {
  readonly stage: LeversResult['stage'];
  readonly done: number;
  readonly total: number;
}

export interface RankOptions {
  readonly levers?: readonly Lever[];
  readonly costs?: UnitCosts;
  readonly seed?: string;
  /** Of each replication, the warm-up included. */
  readonly weeks?: number;
  readonly warmupWeeks?: number;
  readonly replications?: number;
  /** Draws of assumption sets; 0 = none. */
  readonly sets?: number;
  /** Pairs and triples among the best are played too. */
  readonly combine?: boolean;
  /** Leaders are played on until the half-width of their gain is this share of it, or `mostReplications`. */
  readonly precision?: number | null;
  readonly mostReplications?: number;
  readonly onProgress?: (progress: RankProgress) => void;
  /** Each answer as soon as it is there, the last one included. */
  readonly onAnswer?: (result: LeversResult) => void;
}

/** Replications before the first answer. */
export const FIRST_REPLICATIONS = 2;
const USUAL = { replications: 8, mostReplications: 40 };
const SETS = 8;
const MEASURED_WEEKS = 26;
const YEAR_WEEKS = 52;
const LEAST_WARMUP_WEEKS = 4;
/** An agenda relaxes as exp(−t/τ): after two τ, of a change of delay less than a twentieth is not yet seen in the mean. */
const RELAXATION_TIMES = 2;

/** Longest patience of the flows that have one, days. */
const longestTauDays = ({ flows }: Scenario): number =>
  Math.max(0, ...flows.map(({ accept }) => (accept.kind === 'exponential' ? accept.tauDays : 0)));

/**
 * Weeks left out and weeks played: two patience times of the longest patience, then half a year; where the calendar is a
 * civil one, a whole year, since seasons would else count as gains.
 */
export function runWeeks(scenario: Scenario): { readonly weeks: number; readonly warmupWeeks: number } {
  const relaxed = Math.ceil((RELAXATION_TIMES * longestTauDays(scenario)) / 7);
  const asked = scenario.run.warmupWeeks === 'auto' ? 0 : scenario.run.warmupWeeks;
  const warmupWeeks = Math.max(LEAST_WARMUP_WEEKS, relaxed, asked);
  const measured = scenario.calendar.startDay === null ? MEASURED_WEEKS : YEAR_WEEKS;
  return { weeks: warmupWeeks + measured, warmupWeeks };
}

/** Options with every choice made. */
export type RankTerms = Required<Omit<RankOptions, 'onProgress' | 'onAnswer'>> & {
  readonly setOptions: SetOptions;
};

/** Of each recalibration, and the reference four times. */
const SET_WEEKS = 104;

/** How long weeks are played and how often, with which seed, and what staff cost. */
export type RunTerms = Required<
  Pick<RankOptions, 'costs' | 'seed' | 'weeks' | 'warmupWeeks' | 'replications' | 'mostReplications'>
>;

/**
 * The run asked for, with every choice made: what is left out is as `runWeeks` says, or as usual.
 * @param fewest replications that say anything.
 * @throws RangeError when the warm-up leaves nothing, or there are too few replications.
 */
export function runTermsOf(
  scenario: Scenario,
  options: Partial<RunTerms>,
  usual: { readonly replications: number; readonly mostReplications: number },
  fewest: number,
): RunTerms {
  const found = runWeeks(scenario);
  const warmupWeeks = options.warmupWeeks ?? found.warmupWeeks;
  const weeks = options.weeks ?? warmupWeeks + found.weeks - found.warmupWeeks;
  const replications = options.replications ?? usual.replications;
  if (!(warmupWeeks < weeks))
    throw new RangeError(`a warm-up of ${warmupWeeks} weeks leaves nothing of ${weeks}`);
  if (!(replications >= fewest)) throw new RangeError(`${replications} replications`);
  return {
    costs: options.costs ?? UNIT_COSTS,
    seed: options.seed ?? scenario.run.seed,
    weeks,
    warmupWeeks,
    replications,
    mostReplications: Math.max(replications, options.mostReplications ?? usual.mostReplications),
  };
}

/** @throws RangeError when the warm-up leaves nothing, or there is not one replication. */
export function termsOf(scenario: Scenario, options: RankOptions): RankTerms {
  return {
    ...runTermsOf(scenario, options, USUAL, 1),
    levers: options.levers ?? LEVERS,
    sets: options.sets ?? SETS,
    combine: options.combine ?? false,
    precision: options.precision ?? null,
    setOptions: { ...SET_DEFAULTS, weeks: SET_WEEKS },
  };
}
