/**
 * Replications of one scenario and what they say together. `runNext` plays one more; `result` may be asked at any
 * time, so that a first answer is shown early and refined.
 */
import { compileScenario } from '../engine/compile.ts';
import type { IslandPlan, Plan } from '../engine/plan.ts';
import type { RecordSink } from '../engine/record.ts';
import { type ReplicationOptions, runReplication } from '../engine/simulate.ts';
import type {
  DeviceIndicators,
  Indicator,
  Instability,
  ModalityIndicators,
  ResultWarning,
  SimulationResult,
  SiteIndicators,
} from '../model/results/results.ts';
import type { Scenario } from '../model/scenario.ts';
import { MODALITIES, type Modality } from '../model/vocabulary.ts';
import { flowBooks } from './books.ts';
import { combine } from './combine.ts';
import { fitRows } from './fit.ts';
import { findInstabilities, markUnstable } from './instability.ts';
import { Measured, type ReplicationOutcome } from './measured.ts';
import { planSnapshots, warmupOf, weeklyMeans } from './warmup.ts';

export interface ExperimentOptions {
  readonly weeks?: number;
  readonly seed?: string;
  readonly warmupWeeks?: number | 'auto';
  readonly record?: RecordSink | null;
  /** Number of the first one played here, where others before it were played apart; 0 when left out. */
  readonly firstReplication?: number;
}

export type { ReplicationOutcome } from './measured.ts';

export class Experiment {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly seed: string;
  readonly #warmup: number | 'auto';
  readonly #snapshotWeeks: number;
  readonly #record: RecordSink | null;
  readonly #first: number;
  readonly #outcomes: ReplicationOutcome[] = [];
  #unstable: readonly Instability[] | null = null;

  constructor(scenario: Scenario, options: ExperimentOptions = {}) {
    this.scenario = scenario;
    this.plan = compileScenario(scenario, options.weeks ?? scenario.run.weeks);
    this.seed = options.seed ?? scenario.run.seed;
    this.#warmup = options.warmupWeeks ?? scenario.run.warmupWeeks;
    if (this.#warmup !== 'auto' && this.#warmup >= this.plan.weeks)
      throw new RangeError(`a warm-up of ${this.#warmup} weeks leaves nothing of ${this.plan.weeks}`);
    this.#snapshotWeeks = planSnapshots(this.plan.weeks, this.#warmup);
    this.#record = options.record ?? null;
    this.#first = options.firstReplication ?? 0;
  }

  get replications(): number {
    return this.#outcomes.length;
  }

  /** What another thread needs, besides the scenario and its weeks, to play this replication, counted from 0 here. */
  optionsOf(replication: number): ReplicationOptions {
    return {
      seed: this.seed,
      replication: this.#first + replication,
      snapshotWeeks: this.#snapshotWeeks,
    };
  }

  /** Takes in the outcome of replication number `replications`, wherever it was played. */
  add(outcome: ReplicationOutcome): void {
    this.#outcomes.push(outcome);
  }

  /** Plays one more replication here; `onWeek` as `runReplication`. */
  runNext(onWeek: ReplicationOptions['onWeek'] = null): void {
    const options = this.optionsOf(this.#outcomes.length);
    this.add(runReplication(this.plan, { ...options, record: this.#record, onWeek }));
  }

  /** The replications so far, in their order. */
  get outcomes(): readonly ReplicationOutcome[] {
    return this.#outcomes;
  }

  /** Where the load exceeds the capacity and nothing regulates it. */
  get unstable(): readonly Instability[] {
    this.#unstable ??= findInstabilities(this.plan);
    return this.#unstable;
  }

  /**
   * Weeks left out at the start, one number for all indicators, from the replications so far.
   * @param atLeast weeks that others compared with this one leave out; an asked warm-up stays as asked.
   */
  warmup(atLeast = 0): { readonly weeks: number; readonly refused: boolean } {
    return warmupOf(this.plan, this.#outcomes, this.#warmup, this.#snapshotWeeks, atLeast);
  }

  /** The numbers of each replication so far after so many weeks; throws a RangeError where no copy of the tally was kept. */
  measured(warmupWeeks: number): Measured {
    return new Measured(this.plan, this.#outcomes, warmupWeeks, this.#snapshotWeeks);
  }

  /** Indicators with their intervals over the replications so far; throws a RangeError before the first. */
  result(): SimulationResult {
    if (this.#outcomes.length === 0) throw new RangeError('no replication has been run');
    const { weeks } = this.plan;
    const warmup = this.warmup();
    const measured = this.measured(warmup.weeks);
    const devices: Record<string, DeviceIndicators<Indicator>> = {};
    const sites: Record<string, SiteIndicators<Indicator>> = {};
    for (const island of this.plan.islands) {
      this.#deviceResults(island, measured, devices);
      this.#siteResults(island, measured, sites);
    }
    return {
      seed: this.seed,
      replications: this.#outcomes.length,
      weeks,
      warmupWeeks: warmup.weeks,
      devices,
      sites,
      weekly: weeklyMeans(this.plan, this.#outcomes),
      books: flowBooks(this.plan, this.#outcomes),
      unstable: this.unstable,
      assumptions: this.scenario.assumptions,
      fit: fitRows(this.scenario, devices, sites),
      warnings: this.#warnings(warmup.refused),
    };
  }

  #deviceResults(
    island: IslandPlan,
    measured: Measured,
    into: Record<string, DeviceIndicators<Indicator>>,
  ): void {
    for (const site of island.sites)
      for (const room of site.rooms)
        for (const { id } of room.devices) {
          const overloads = this.unstable.filter((one) => one.kind === 'room' && one.devices.includes(id));
          into[id] = markUnstable(combine(measured.device(id)!), overloads);
        }
  }

  #siteResults(
    island: IslandPlan,
    measured: Measured,
    into: Record<string, SiteIndicators<Indicator>>,
  ): void {
    for (const { site, rooms } of island.sites) {
      const own: Partial<Record<Modality, ModalityIndicators<Indicator>>> = {};
      for (const modality of MODALITIES) {
        if (!rooms.some((room) => room.modality === modality)) continue;
        const overloads = this.unstable.filter(
          (one) => one.kind === 'booking' && one.site === site.id && one.modality === modality,
        );
        own[modality] = markUnstable(combine(measured.modality(site.id, modality)!), overloads);
      }
      into[site.id] = own;
    }
  }

  #warnings(warmupRefused: boolean): ResultWarning[] {
    const warnings: ResultWarning[] = [];
    // A booking overload drifts for ever: it is said as such, and more weeks would not help.
    const overloaded = this.unstable.some((one) => one.kind === 'booking');
    if (warmupRefused && !overloaded)
      warnings.push({ code: 'warmup-refused', path: 'run.weeks', values: { weeks: this.plan.weeks } });
    for (const one of this.unstable)
      warnings.push({
        code: `unstable-${one.kind}`,
        path: `sites.${one.site}.${one.modality}`,
        values: { flows: one.flows.join(', '), missing: Math.round(one.missingMinutesPerWeek) },
      });
    return warnings;
  }
}

/** A whole simulation in one call: `replications` replications and their result. */
export function simulateScenario(
  scenario: Scenario,
  options: ExperimentOptions & { readonly replications?: number } = {},
): SimulationResult {
  const experiment = new Experiment(scenario, options);
  const replications = options.replications ?? scenario.run.replications;
  for (let n = 0; n < replications; n++) experiment.runNext();
  return experiment.result();
}
