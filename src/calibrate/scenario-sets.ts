/**
 * Assumption sets of any scenario: drawn over the ranges of its assumed inputs, each recalibrated so that the base gives
 * its own delays and occupancies back, impossible ones left out.
 */
import { deepFreeze } from '../model/freeze.ts';
import type { Department } from '../model/results/compare.ts';
import type { SimulationResult } from '../model/results/results.ts';
import type { Scenario } from '../model/scenario.ts';
import { simulateScenario } from '../stats/experiment.ts';
import { assumedInputs } from './assumed-inputs.ts';
import { departmentsOf, onlyDepartments, tiedDepartments } from './department.ts';
import {
  type Gap,
  gapsOf,
  type ReferenceNumbers,
  type ReferenceRun,
  referenceNumbers,
  type Simulate,
  startAtReference,
} from './reference.ts';
import { correctedSet, type DrawnInput, drawInputs, firstSet, type ScenarioSet } from './scenario-set.ts';

export type { Gap, ReferenceNumbers, Simulate } from './reference.ts';

/** Plays a scenario in this thread, with its own run settings. */
export const simulateHere: Simulate = async (scenario) => simulateScenario(scenario);

export interface SetOptions {
  readonly seed: string;
  /** Weeks played in each replication of a recalibration, the warm-up included. */
  readonly weeks: number;
  readonly warmupWeeks: number;
  readonly replications: number;
  /** Simulations of a set at most. */
  readonly mostSteps: number;
}

/** Three years, once: the base's random numbers, so that most of the noise is the reference's too. */
export const SET_DEFAULTS: SetOptions = Object.freeze({
  seed: 'assumption-sets',
  weeks: 156,
  warmupWeeks: 6,
  replications: 1,
  mostSteps: 5,
});

/** A set is taken as it is within this share of the gap that counts as reproduced: the rest is left to noise. */
const NEAR_ENOUGH = 0.5;
/** Exams are not played more than this faster or slower: their durations are known better than that. */
const SPEED_LIMIT = 1.25;
/** Largest change of a demand in one step, in logarithm. */
const STRIDE = 0.35;

/** A draw that the base's numbers contradict, with the number it misses most. */
export interface RejectedSet {
  readonly inputs: readonly DrawnInput[];
  readonly missed: Gap;
}

export interface ScenarioSets {
  readonly reference: ReferenceNumbers;
  readonly sets: readonly ScenarioSet[];
  readonly rejected: readonly RejectedSet[];
  /** Simulations played for them, the reference not counted. */
  readonly simulations: number;
}

export interface Recalibrated {
  readonly set: ScenarioSet;
  /** The number furthest from the reference, in shares of what counts as reproduced; null when there is none. */
  readonly worst: Gap | null;
  readonly steps: number;
}

/**
 * The values drawn, and the demand and speed with which the base gives its reference numbers back under them: the best
 * found within a few simulations. Two gaps are closed at once, under the random numbers of the reference: a delay by the
 * latent demand of its flow (dd ÷ d ln λ = τ as far as the agenda is full), an occupancy by the speed of the exams.
 *
 * Why the speed, and not the slot: a slot stands on a five-minute grid and would have to be shorter for some patients
 * only, by splitting exam types. An exam longer by as much, in the same slot, fills the same share of it and leaves the
 * diary untouched, place by place, so delays answer alike. What is not kept is the number of passages, which follows
 * attendance: by (1 − p′) ÷ (1 − p), −6 % to +3 % over the default range of no-shows.
 */
export async function recalibrate(
  base: Scenario,
  reference: ReferenceNumbers,
  inputs: readonly DrawnInput[],
  simulate: Simulate,
  options: SetOptions = SET_DEFAULTS,
): Promise<Recalibrated> {
  const delays = new Map(reference.flows.map(({ flow, delayDays }) => [flow, delayDays]));
  let set = firstSet(base, inputs, delays);
  let best: { set: ScenarioSet; worst: Gap | null } | null = null;
  let steps = 0;
  while (steps < options.mostSteps) {
    const scenario = startAtReference(base, set, reference);
    const gaps = gapsOf(reference, scenario, await simulate(scenario));
    steps += 1;
    const worst = gaps.reduce<Gap | null>(
      (most, one) => (most === null || one.size > most.size ? one : most),
      null,
    );
    if (best === null || sizeOf(worst) < sizeOf(best.worst)) best = { set, worst };
    if (sizeOf(best.worst) <= NEAR_ENOUGH) break;
    set = corrected(set, gaps);
  }
  return { ...best!, steps };
}

const sizeOf = (gap: Gap | null): number => gap?.size ?? 0;

const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

function corrected(set: ScenarioSet, gaps: readonly Gap[]): ScenarioSet {
  const demand = gaps.flatMap(({ kind, id, step }) =>
    kind === 'delay' ? [[id, clamp(step, -STRIDE, STRIDE)] as const] : [],
  );
  const speed = gaps.flatMap(({ kind, id, step }) => (kind === 'occupancy' ? [[id, step] as const] : []));
  const next = correctedSet(set, new Map(demand), new Map(speed));
  return {
    ...next,
    speed: next.speed.map((one) => ({ ...one, factor: clamp(one.factor, 1 / SPEED_LIMIT, SPEED_LIMIT) })),
  };
}

/** Departments that share no flow, each with those it is tied to: they are recalibrated one by one. */
function componentsOf(scenario: Scenario): readonly (readonly Department[])[] {
  const seen = new Set<string>();
  const nameOf = ({ site, modality }: Department): string => `${site}/${modality}`;
  return departmentsOf(scenario).flatMap((department) => {
    if (seen.has(nameOf(department))) return [];
    const tied = tiedDepartments(scenario, [department]);
    for (const one of tied) seen.add(nameOf(one));
    return [tied];
  });
}

/** Whether a scenario has dates: what happens then is part of its numbers, and only its own weeks show it. */
export const isDated = ({ flows, calendar }: Scenario): boolean =>
  calendar.closures.length > 0 ||
  flows.some(
    ({ arrivals, growthPerYear, schoolHolidayFactor }) =>
      arrivals === 'log' || growthPerYear !== 0 || schoolHolidayFactor !== 1,
  );

/** The run sets of a base are recalibrated in: as long as asked, or the base's own where it has dates. */
export function setRun(base: Scenario, options: SetOptions = SET_DEFAULTS): ReferenceRun {
  const { seed, weeks, warmupWeeks, replications } = options;
  if (!isDated(base)) return { seed, weeks, warmupWeeks, replications };
  const own = base.run.weeks;
  return {
    seed,
    weeks: own,
    warmupWeeks: Math.min(warmupWeeks, Math.floor(own / 4)),
    replications: Math.max(1, Math.round((replications * weeks) / own)),
  };
}

/**
 * The numbers sets of a base have to give back.
 * @param result of the base in its own run, warm-up left out; when left out it is simulated first.
 */
export async function scenarioReference(
  base: Scenario,
  simulate: Simulate = simulateHere,
  options: SetOptions = SET_DEFAULTS,
  result: SimulationResult | null = null,
): Promise<ReferenceNumbers> {
  const run = setRun(base, options);
  const settled = result ?? (await simulate({ ...base, run: { ...run, warmupWeeks: 'auto' } }));
  return await referenceNumbers(base, settled, run, simulate);
}

/**
 * Sets drawn over the assumed inputs of a base, each recalibrated to its own numbers; the draws that cannot give them
 * back are rejected, each with the number it misses. Departments that no flow ties are recalibrated apart, since neither
 * changes the other; a draw is kept when all of them reproduce. So the more departments, the more draws are lost: where
 * an answer is about some of them, give those only (`onlyDepartments`); they are drawn as within the whole.
 * @param count draws; those kept may be fewer.
 * @param reference the base's numbers; when left out it is simulated for them (`scenarioReference`).
 */
export async function scenarioSets(
  base: Scenario,
  count: number,
  simulate: Simulate = simulateHere,
  options: SetOptions = SET_DEFAULTS,
  reference: ReferenceNumbers | null = null,
): Promise<ScenarioSets> {
  const wanted = reference ?? (await scenarioReference(base, simulate, options));
  const parts = componentsOf(base).map((departments) => onlyDepartments(base, departments));
  const sets: ScenarioSet[] = [];
  const rejected: RejectedSet[] = [];
  let simulations = 0;
  for (const inputs of drawInputs(assumedInputs(base), count, options.seed)) {
    const found: ScenarioSet[] = [];
    let missed: Gap | null = null;
    for (const part of parts) {
      const { set, worst, steps } = await recalibrate(part, wanted, inputs, simulate, options);
      simulations += steps;
      found.push(set);
      if (sizeOf(worst) > 1) missed = worst;
      if (missed !== null) break;
    }
    if (missed === null)
      sets.push({
        inputs,
        demand: found.flatMap(({ demand }) => demand),
        speed: found.flatMap(({ speed }) => speed),
      });
    else rejected.push({ inputs, missed });
  }
  return deepFreeze({ reference: wanted, sets, rejected, simulations });
}
