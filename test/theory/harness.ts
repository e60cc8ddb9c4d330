/**
 * Theory tests: a plain scenario whose exact answer is known is run, and the answer measured is held against the exact one; then a bias is
 * put into the input and the same check, with the same seeds and run length, must go red.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { unpackCounts } from '../../src/engine/counts.ts';
import type { Plan } from '../../src/engine/plan.ts';
import type { PassageRecord } from '../../src/engine/record.ts';
import { readScenarioDocument } from '../../src/io/scenario-file.ts';
import { completeScenario } from '../../src/model/complete/complete.ts';
import { parseScenario } from '../../src/model/load/load.ts';
import type { DeviceIndicators, ModalityIndicators } from '../../src/model/results/results.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { CLASSES, type Modality, type PatientClass } from '../../src/model/vocabulary.ts';
import { deviceIndicators } from '../../src/stats/device-indicators.ts';
import { modalityIndicators } from '../../src/stats/site-indicators.ts';
import { measuredOf, verdictOn } from './agreement.ts';
import type { Bias } from './bias.ts';
import { shippedEngine } from './shipped-engine.ts';

export * from './agreement.ts';
export * from './bias.ts';

const { compileScenario, runReplication } = shippedEngine();

const REPLICATIONS = 20;

/** One replication, its warm-up left out. */
export interface Replication {
  /** Weeks measured. */
  readonly weeks: number;
  /** Indicators of a device, by id. */
  device(id: string): DeviceIndicators<number | null>;
  /** Indicators of a modality of a site; by default of the first site's scanners. */
  modality(site?: string, modality?: Modality): ModalityIndicators<number | null>;
  /** Sums of the island that a device belongs to, and where the device's stand in it. */
  tallyOf(id: string): { readonly tally: Float64Array; readonly offsets: DeviceOffsets };
  /** Requests made after the warm-up, when the case asks for them. */
  readonly passages: readonly PassageRecord[];
}
type DeviceOffsets = Plan['islands'][number]['layout']['devices'][number];

/** One number of a scenario that theory knows. */
export interface TheoryIndicator {
  /** Reads after "the": "mean wait in minutes". */
  readonly name: string;
  /** Its value in one replication; null where nothing happened, which fails the test. */
  readonly measured: (replication: Replication) => number | null;
  /** Computed by another method than the simulation's. */
  readonly exact: () => number;
  /** Instead of the case's. */
  readonly bias?: Bias;
}

/** A scenario of `scenarios/theory` and what is known of it. */
export interface TheoryCase {
  /** File name without `.yaml`. */
  readonly scenario: string;
  /** Weeks of each replication, warm-up included. */
  readonly weeks: number;
  /** Weeks left out at the start, at most half of them; default 0. */
  readonly warmupWeeks?: number;
  /** Default 20, with seeds 1, 2, … 20. */
  readonly replications?: number;
  readonly indicators: readonly TheoryIndicator[];
  readonly bias: Bias;
  /** Default `LARGEST_ERROR`. */
  readonly largestError?: number;
  /** Collects `passages`; slower. Default false. */
  readonly passages?: boolean;
}

/**
 * Mean wait, in minutes, of a class over all its exams on one or several devices; null when there were none.
 * @example waitOver(['scanner-1', 'scanner-2'], 'U').length // 1
 */
export function waitOver(devices: readonly string[], patientClass: PatientClass) {
  const index = CLASSES.indexOf(patientClass);
  return (one: Replication): number | null => {
    let seconds = 0;
    let exams = 0;
    for (const { tally, offsets } of devices.map((id) => one.tallyOf(id))) {
      seconds += tally[offsets.waitSum + index]!;
      exams += tally[offsets.done + index]!;
    }
    return exams === 0 ? null : seconds / 60 / exams;
  };
}

const folder = new URL('../../scenarios/theory/', import.meta.url);

/**
 * The complete scenario of a file of `scenarios/theory`.
 * Throws `Error` with the first finding if the file is not a scenario.
 * @example theoryScenario('mm1').devices.length // 1
 */
export function theoryScenario(name: string): Scenario {
  const { document, findings } = readScenarioDocument(fileURLToPath(new URL(`${name}.yaml`, folder)));
  const parsed = document === null ? null : parseScenario(document.value);
  if (!parsed?.input)
    throw new Error(`${name}: ${JSON.stringify([...findings, ...(parsed?.findings ?? [])][0])}`);
  return completeScenario(parsed.input);
}

/**
 * Runs a scenario once for each seed 1, 2, … and hands over each replication in turn.
 * Throws `RangeError` if the warm-up is longer than half of the run.
 * @example runReplications(theoryScenario('mm1'), { weeks: 1, replications: 2 }, (one) => one.weeks) // [1, 1]
 */
export function runReplications<T>(
  scenario: Scenario,
  run: Pick<TheoryCase, 'weeks' | 'warmupWeeks' | 'replications' | 'passages'>,
  observe: (replication: Replication) => T,
): T[] {
  const { weeks, warmupWeeks = 0, replications = REPLICATIONS } = run;
  if (warmupWeeks > weeks / 2) throw new RangeError(`warm-up of ${warmupWeeks} weeks out of ${weeks}`);
  const plan = compileScenario(scenario, weeks);
  return Array.from({ length: replications }, (_, index) => {
    const passages: PassageRecord[] = [];
    const outcomes = runReplication(plan, {
      seed: String(index + 1),
      replication: 0,
      snapshotWeeks: warmupWeeks,
      record: run.passages
        ? (passage) => {
            if (passage.week >= warmupWeeks) passages.push(passage);
          }
        : null,
    });
    const tallies = outcomes.map(({ tally, snapshots }) => {
      if (warmupWeeks === 0) return tally;
      const before = unpackCounts(snapshots[0]!, tally.length);
      return tally.map((sum, at) => sum - before[at]!);
    });
    return observe(replicationOf(plan, tallies, weeks - warmupWeeks, passages));
  });
}

function replicationOf(
  plan: Plan,
  tallies: readonly Float64Array[],
  weeks: number,
  passages: readonly PassageRecord[],
): Replication {
  const tallyOf = (id: string) => {
    for (const island of plan.islands)
      for (const room of island.sites.flatMap((site) => site.rooms)) {
        const rank = room.devices.findIndex((device) => device.id === id);
        if (rank < 0) continue;
        const offsets = island.layout.devices[room.tallyDevices[rank]!]!;
        return { tally: tallies[island.index]!, offsets };
      }
    throw new RangeError(`no device ${id}`);
  };
  return {
    weeks,
    passages,
    tallyOf,
    device(id) {
      const { tally, offsets } = tallyOf(id);
      return deviceIndicators(tally, offsets, weeks);
    },
    modality(id = plan.scenario.sites[0]!.id, modality = 'ct') {
      const island = plan.islands.find(({ sites }) => sites.some(({ site }) => site.id === id));
      const site = island?.sites.find((one) => one.site.id === id);
      if (island === undefined || site === undefined) throw new RangeError(`no site ${id}`);
      return modalityIndicators(tallies[island.index]!, island, site, modality, weeks);
    },
  };
}

/**
 * The tests of a case, two for each indicator: it agrees with its exact value, and differs once the input is biased.
 * @example theoryCase.length // 2
 */
export function theoryCase(name: string, theory: TheoryCase): void {
  const ran = new Map<Bias | null, readonly (readonly (number | null)[])[]>();
  const values = (bias: Bias | null, indicator: number): readonly number[] => {
    let numbers = ran.get(bias);
    if (numbers === undefined) {
      const scenario = theoryScenario(theory.scenario);
      numbers = runReplications(bias === null ? scenario : bias.change(scenario), theory, (one) =>
        theory.indicators.map(({ measured }) => measured(one)),
      );
      ran.set(bias, numbers);
    }
    return numbers.map((row) => row[indicator] ?? Number.NaN);
  };
  const judged = (bias: Bias | null, indicator: number) => {
    const measured = measuredOf(values(bias, indicator));
    const exact = theory.indicators[indicator]!.exact();
    const verdict = verdictOn(measured, exact, theory.largestError);
    const deviations = (measured.mean - exact) / measured.standardError;
    const error = ((100 * measured.standardError) / exact).toFixed(2);
    const says = `measured ${measured.mean} ± ${error} %, exact ${exact}: ${deviations.toFixed(2)} standard errors`;
    return { verdict, says };
  };
  describe(name, () => {
    theory.indicators.forEach((indicator, index) => {
      const bias = indicator.bias ?? theory.bias;
      it(`has the exact ${indicator.name}`, async ({ annotate }) => {
        const { verdict, says } = judged(null, index);
        await annotate(says);
        expect(verdict, says).toBe('agrees');
      });
      it(`shows a wrong ${indicator.name} when ${bias.when}`, async ({ annotate }) => {
        const { verdict, says } = judged(bias, index);
        await annotate(says);
        expect(verdict, says).toBe('differs');
      });
    });
  });
}
