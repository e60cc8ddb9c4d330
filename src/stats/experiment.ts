/**
 * Replications of one scenario and what they say together. `runNext` plays one more; `result` may be asked at any
 * time, so that a first answer is shown early and refined.
 */
import { compileScenario } from '../engine/compile.ts';
import { unpackCounts } from '../engine/counts.ts';
import type { IslandOutcome } from '../engine/island-run.ts';
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
import { deviceIndicators } from './device-indicators.ts';
import { fitRows } from './fit.ts';
import { findInstabilities, markUnstable } from './instability.ts';
import { modalityIndicators } from './site-indicators.ts';
import { planSnapshots, warmupOf, weeklyMeans } from './warmup.ts';

export interface ExperimentOptions {
  readonly weeks?: number;
  readonly seed?: string;
  readonly warmupWeeks?: number | 'auto';
  readonly record?: RecordSink | null;
}

/** One replication's outcome, island by island. */
export type ReplicationOutcome = readonly IslandOutcome[];

export class Experiment {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly seed: string;
  readonly #warmup: number | 'auto';
  readonly #snapshotWeeks: number;
  readonly #record: RecordSink | null;
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
  }

  get replications(): number {
    return this.#outcomes.length;
  }

  /** What another thread needs, besides the scenario and its weeks, to play this replication. */
  optionsOf(replication: number): ReplicationOptions {
    return { seed: this.seed, replication, snapshotWeeks: this.#snapshotWeeks };
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

  /** Weeks left out at the start, one number for all indicators, from the replications so far. */
  warmup(): { readonly weeks: number; readonly refused: boolean } {
    return warmupOf(this.plan, this.#outcomes, this.#warmup, this.#snapshotWeeks);
  }

  /** Indicators with their intervals over the replications so far; throws a RangeError before the first. */
  result(): SimulationResult {
    if (this.#outcomes.length === 0) throw new RangeError('no replication has been run');
    const { weeks } = this.plan;
    const warmup = this.warmup();
    const measured = weeks - warmup.weeks;
    this.#unstable ??= findInstabilities(this.plan);
    const devices: Record<string, DeviceIndicators<Indicator>> = {};
    const sites: Record<string, SiteIndicators<Indicator>> = {};
    this.plan.islands.forEach((island, index) => {
      const tallies = this.#outcomes.map((outcome) => this.#measuredTally(outcome[index]!, warmup.weeks));
      this.#deviceResults(island, tallies, measured, devices);
      this.#siteResults(island, tallies, measured, sites);
    });
    return {
      seed: this.seed,
      replications: this.#outcomes.length,
      weeks,
      warmupWeeks: warmup.weeks,
      devices,
      sites,
      weekly: weeklyMeans(this.plan, this.#outcomes),
      books: flowBooks(this.plan, this.#outcomes),
      unstable: this.#unstable,
      assumptions: this.scenario.assumptions,
      fit: fitRows(this.scenario, devices, sites),
      warnings: this.#warnings(warmup.refused),
    };
  }

  #measuredTally(outcome: IslandOutcome, warmupWeeks: number): Float64Array {
    if (warmupWeeks === 0) return outcome.tally;
    const packed = outcome.snapshots[warmupWeeks / this.#snapshotWeeks - 1]!;
    const before = unpackCounts(packed, outcome.tally.length);
    return outcome.tally.map((sum, index) => sum - before[index]!);
  }

  #deviceResults(
    island: IslandPlan,
    tallies: readonly Float64Array[],
    weeks: number,
    into: Record<string, DeviceIndicators<Indicator>>,
  ): void {
    for (const site of island.sites)
      for (const room of site.rooms)
        room.devices.forEach((device, rank) => {
          const offsets = island.layout.devices[room.tallyDevices[rank]!]!;
          const combined = combine(tallies.map((tally) => deviceIndicators(tally, offsets, weeks)));
          const overloads = this.#unstable!.filter(
            (one) => one.kind === 'room' && one.devices.includes(device.id),
          );
          into[device.id] = markUnstable(combined, overloads);
        });
  }

  #siteResults(
    island: IslandPlan,
    tallies: readonly Float64Array[],
    weeks: number,
    into: Record<string, SiteIndicators<Indicator>>,
  ): void {
    for (const site of island.sites) {
      const own: Partial<Record<Modality, ModalityIndicators<Indicator>>> = {};
      for (const modality of MODALITIES) {
        if (!site.rooms.some((room) => room.modality === modality)) continue;
        const combined = combine(
          tallies.map((tally) => modalityIndicators(tally, island, site, modality, weeks)),
        );
        const overloads = this.#unstable!.filter(
          (one) => one.kind === 'booking' && one.site === site.site.id && one.modality === modality,
        );
        own[modality] = markUnstable(combined, overloads);
      }
      into[site.site.id] = own;
    }
  }

  #warnings(warmupRefused: boolean): ResultWarning[] {
    const warnings: ResultWarning[] = [];
    // A booking overload drifts for ever: it is said as such, and more weeks would not help.
    const overloaded = this.#unstable!.some((one) => one.kind === 'booking');
    if (warmupRefused && !overloaded)
      warnings.push({ code: 'warmup-refused', path: 'run.weeks', values: { weeks: this.plan.weeks } });
    for (const one of this.#unstable!)
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
