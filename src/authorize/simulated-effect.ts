/**
 * The need of a request, simulated: how long the residents of each department wait with and without the devices asked for,
 * and the evenings on present devices that would do the same. It decides nothing.
 */
import { deepFreeze } from '../model/freeze.ts';
import { scenarioHash } from '../model/hash.ts';
import type { Balance } from '../model/oqos/balance.ts';
import { MODALITY_OF } from '../model/oqos/equipment.ts';
import type { AuthorisationRequest } from '../model/oqos/request.ts';
import type { PairedIndicator } from '../model/results/compare.ts';
import type { SameByOpening, SimulatedEffect } from '../model/results/region-effect.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Modality } from '../model/vocabulary.ts';
import { smallestFor } from '../optimize/backlog/smallest.ts';
import type { Play } from '../optimize/rank/options.ts';
import { RegionArena } from '../optimize/region/arena.ts';
import { regionProblem } from '../optimize/region/from-scenario.ts';
import { groundsOf } from '../optimize/region/plan-inputs.ts';
import { LEVEL, usualEffort } from '../optimize/region/plan-options.ts';
import { residentRows } from '../optimize/region/plan-rows.ts';
import { provenPart, setsPart } from '../optimize/region/plan-telling.ts';
import { presentRegion } from '../optimize/region/present.ts';
import type { Implantation, RegionPlan, RegionProblem } from '../optimize/region/problem.ts';
import type { RegionWait } from '../optimize/region/score.ts';
import { playRegionSets } from '../optimize/region/sets.ts';
import { Experiment } from '../stats/experiment.ts';
import { pairedIndicator } from '../stats/paired.ts';

/** What is asked, as a region understands it. */
export interface EffectRequest {
  readonly modality: Modality;
  readonly department: string;
  readonly devices: number;
  readonly isNewSite: boolean;
}

export interface EffectOptions {
  readonly seed?: string;
  /** Of each replication, the warm-up included. */
  readonly weeks?: number;
  readonly warmupWeeks?: number;
  readonly replications?: number;
  /** Draws of assumption sets; 0 = none. */
  readonly sets?: number;
  /** Of each run of a set, the warm-up included. */
  readonly setWeeks?: number;
  /** Hears which part of the work is done, 0..1. */
  readonly onProgress?: (part: number) => void;
}

const WARMUP_WEEKS = 13;

/**
 * What a request adds to a region: new scanners or MRIs for diagnosis. Null for anything else (renewals, moves, interventional
 * scanners, other equipment): a region simulates none of it.
 */
export function effectRequest(request: AuthorisationRequest): EffectRequest | null {
  const { equipment, kind, department, devices, isInterventional } = request;
  const modality = MODALITY_OF[equipment];
  const isNew = kind === 'new-device-new-site' || kind === 'new-device-existing-site';
  if (modality === null || !isNew || isInterventional) return null;
  return { modality, department, devices, isNewSite: kind === 'new-device-new-site' };
}

/** Implantations of the department and modality, those that wait longest first. */
const ownOf = (problem: RegionProblem, { department, modality }: EffectRequest): readonly Implantation[] =>
  problem.implantations
    .filter((one) => one.department === department && one.modality === modality)
    .sort((a, b) => (b.delayDays ?? 0) - (a.delayDays ?? 0) || (a.id < b.id ? -1 : 1));

/** Shares a number out, one each in turn, up to what each can take. */
function dealt(
  places: readonly { readonly id: string; readonly most: number }[],
  count: number,
): ReadonlyMap<string, number> {
  const given = new Map<string, number>();
  let left = Math.min(
    count,
    places.reduce((sum, { most }) => sum + most, 0),
  );
  while (left > 0)
    for (const { id, most } of places) {
      const own = given.get(id) ?? 0;
      if (left === 0 || own >= most) continue;
      given.set(id, own + 1);
      left -= 1;
    }
  return given;
}

/** Names in the order plans list them. */
const inOrder = <T>(
  given: ReadonlyMap<string, number>,
  told: (id: string, count: number) => T,
): readonly T[] => [...given].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, count]) => told(id, count));

/** The devices of a request where they would be put; no addition when the department can take none. */
export function requestPlan(problem: RegionProblem, request: EffectRequest): RegionPlan {
  const own = ownOf(problem, request);
  const sites = new Set(problem.implantations.filter(({ devices }) => devices > 0).map(({ site }) => site));
  const fresh = own.filter(({ isNew, site }) => isNew && !sites.has(site)).slice(0, 1);
  const places = request.isNewSite ? fresh : own.filter(({ isNew }) => !isNew);
  // All of them where the wait is longest, as long as there is room on its agenda.
  const given = new Map<string, number>();
  let left = request.devices;
  for (const { id, mostAdded } of places) {
    const taken = Math.min(left, mostAdded);
    if (taken > 0) given.set(id, taken);
    left -= taken;
  }
  return {
    additions: inOrder(given, (implantation, devices) => ({ implantation, devices })),
    blocks: [],
    onCall: [],
  };
}

/** So many evenings a week on the present devices of the department, one each in turn, those that wait longest first. */
export function eveningsPlan(problem: RegionProblem, request: EffectRequest, evenings: number): RegionPlan {
  const places = ownOf(problem, request).map(({ id, mostBlocks }) => ({ id, most: mostBlocks }));
  return {
    additions: [],
    blocks: inOrder(dealt(places, evenings), (implantation, blocks) => ({ implantation, blocks })),
    onCall: [],
  };
}

class Effect {
  readonly #request: EffectRequest;
  readonly #problem: RegionProblem;
  readonly #arena: RegionArena;
  readonly #replications: number;

  constructor(request: EffectRequest, problem: RegionProblem, arena: RegionArena, replications: number) {
    this.#request = request;
    this.#problem = problem;
    this.#arena = arena;
    this.#replications = replications;
  }

  /** Days offered to the residents of the department, with one plan and with another. */
  #beside(devices: RegionPlan, evenings: RegionPlan): PairedIndicator {
    const { department, modality } = this.#request;
    const days = (plan: RegionPlan) =>
      this.#arena
        .played(plan)
        .after.map(
          ({ residents }: RegionWait) =>
            residents.find((one) => one.department === department && one.modality === modality)
              ?.offeredDays ?? null,
        );
    return pairedIndicator(days(devices), days(evenings), LEVEL);
  }

  get mostEvenings(): number {
    return ownOf(this.#problem, this.#request).reduce((sum, { mostBlocks }) => sum + mostBlocks, 0);
  }

  /** The fewest evenings that are not demonstrably worse than the devices. */
  async opening(devices: RegionPlan): Promise<SameByOpening | null> {
    const problem = this.#problem;
    const planOf = (evenings: number) => eveningsPlan(problem, this.#request, evenings);
    const own = ownOf(problem, this.#request);
    const [place] = own.filter(({ isNew }) => !isNew);
    if (place === undefined || place.placesPerBlock <= 0) return null;
    const added = devices.additions.reduce(
      (sum, one) => sum + one.devices * (own.find(({ id }) => id === one.implantation)?.placesPerDevice ?? 0),
      0,
    );
    const evenings = await smallestFor(
      this.mostEvenings,
      Math.round(added / place.placesPerBlock),
      async (count) => {
        await this.#arena.play([planOf(count)], this.#replications);
        return this.#beside(devices, planOf(count)).verdict !== 'higher';
      },
    );
    if (evenings === null) return null;
    return {
      evenings,
      hoursPerWeek: evenings * problem.costs.blockHours,
      beside: this.#beside(devices, planOf(evenings)),
      residents: residentRows(problem, this.#arena.played(planOf(evenings)), []),
    };
  }
}

/**
 * What the devices of a request would change: the region simulated with and without them on the same random numbers, then
 * under assumption sets, and the fewest evenings a week on the present devices of the department whose residents would
 * not wait demonstrably longer than with the devices. Whether the request is receivable is not looked at.
 * @returns null when the department has no place for the devices in this region.
 * @throws RangeError (rejects) when the scenario is no region, or the options leave nothing to play.
 */
export async function simulatedEffect(
  request: EffectRequest,
  scenario: Scenario,
  balance: Balance,
  options: EffectOptions,
  play: Play,
): Promise<SimulatedEffect | null> {
  const usual = usualEffort(scenario);
  const warmupWeeks = options.warmupWeeks ?? WARMUP_WEEKS;
  const weeks = options.weeks ?? warmupWeeks + usual.measuredWeeks;
  const setWeeks = options.setWeeks ?? Math.min(weeks, warmupWeeks + usual.setMeasuredWeeks);
  const replications = options.replications ?? usual.replications;
  const seed = options.seed ?? scenario.run.seed;
  const sets = options.sets ?? usual.sets;
  const region: Scenario = {
    ...scenario,
    run: { weeks, warmupWeeks, replications, seed: `${seed}/effect` },
  };
  const told = options.onProgress ?? (() => {});
  const present = new Experiment(region);
  await play(present, replications);
  told(0.15);
  const problem = regionProblem(scenario, balance, presentRegion(present, warmupWeeks));
  const plan = requestPlan(problem, request);
  if (plan.additions.reduce((sum, { devices }) => sum + devices, 0) < request.devices) return null;
  const arena = new RegionArena(region, problem, play);
  await arena.play([plan], replications);
  told(0.4);
  const played = arena.played(plan);
  const effect = new Effect(request, problem, arena, replications);
  const opening = await effect.opening(plan);
  told(0.7);
  const under =
    sets === 0
      ? null
      : await playRegionSets(scenario, problem, plan, play, {
          count: sets,
          seed,
          weeks: setWeeks,
          warmupWeeks,
          isWhole: false,
          onPlayed: (part) => told(0.7 + 0.3 * part),
        });
  const found = provenPart(problem, plan, played);
  const shown = under === null ? found : { ...found, ...setsPart(problem, plan, played, under) };
  const { residents, daysSaved } = shown;
  if (daysSaved === null) return null;
  told(1);
  const implantations = new Map(problem.implantations.map((one) => [one.id, one]));
  return deepFreeze({
    scenario: { name: scenario.name, hash: scenarioHash(scenario) },
    seed,
    weeks,
    warmupWeeks,
    replications,
    level: LEVEL,
    grounds: groundsOf(scenario),
    department: request.department,
    modality: request.modality,
    placed: plan.additions.map(({ implantation, devices }) => {
      const { site, isNew } = implantations.get(implantation)!;
      return { site, devices, isNewSite: isNew };
    }),
    residents,
    daysSaved,
    opening,
    mostEvenings: effect.mostEvenings,
    sets: under === null ? null : { drawn: under.drawn, kept: under.played.length },
  });
}
