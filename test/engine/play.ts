/** Scenarios for the engine's tests, written small or read from `scenarios/`, and one replication of them with every passage. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { compileScenario } from '../../src/engine/compile.ts';
import type { IslandOutcome } from '../../src/engine/island-run.ts';
import type { Plan } from '../../src/engine/plan.ts';
import type { PassageRecord } from '../../src/engine/record.ts';
import { runReplication } from '../../src/engine/simulate.ts';
import { readActivityLog } from '../../src/io/log-csv.ts';
import { readScenarioDocument } from '../../src/io/scenario-file.ts';
import { completeScenario } from '../../src/model/complete/complete.ts';
import { flowId } from '../../src/model/complete/device.ts';
import type { Logs } from '../../src/model/complete/ledger.ts';
import { parseScenario } from '../../src/model/load/load.ts';
import type { DeviceIndicators, FlowBooks, ModalityIndicators } from '../../src/model/results/results.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { type ScenarioInput, zScenario } from '../../src/model/schema/schema.ts';
import { MODALITIES, type Modality } from '../../src/model/vocabulary.ts';
import { flowBooks } from '../../src/stats/books.ts';
import { deviceIndicators } from '../../src/stats/device-indicators.ts';
import { modalityIndicators } from '../../src/stats/site-indicators.ts';

/** A scenario as a user writes it. */
export type Raw = z.input<typeof zScenario>;
export type RawDevice = Raw['devices'][number];
export type RawFlow = Raw['flows'][number];
export type RawVacation = RawDevice['week'][number];

/** The complete scenario of a few parts: no effect on but those written, one site `s` unless others are given. */
export function scenarioOf(parts: Partial<Raw> & Pick<Raw, 'devices' | 'flows'>, logs?: Logs): Scenario {
  const raw = { creneau: 1, name: 'test', defaults: 'none', sites: [{ id: 's' }], ...parts };
  return completeScenario(zScenario.parse(raw), logs);
}

/** Whatever a test says of a vacation; else `public-scheduled` from 08:00 to 12:00, Monday to Friday. */
export const vacation = (parts: Partial<RawVacation> = {}): RawVacation => ({
  days: 'mon-fri',
  from: '08:00',
  to: '12:00',
  type: 'public-scheduled',
  ...parts,
});

/** Open day and night for whoever walks in. */
export const ALWAYS_OPEN = vacation({ days: 'mon-sun', from: '00:00', to: '24:00', type: 'emergency' });

/** Whatever a test says of a device; else the scanner `d` of site `s`, slots of 20 minutes, one usual vacation. */
export const device = (parts: Partial<RawDevice> = {}): RawDevice => ({
  id: 'd',
  site: 's',
  modality: 'ct',
  slots: { A: 20, H: 20, R: 20, U: 20 },
  week: [vacation()],
  ...parts,
});

/** Whatever a test says of a flow; else the ambulatory scanner flow `a` of site `s`: 40 requests a week, 15-minute exams. */
export const flow = (parts: Partial<RawFlow> = {}): RawFlow => ({
  id: 'a',
  ...(parts.sites === undefined ? { site: 's' } : {}),
  modality: 'ct',
  class: 'A',
  ...(parts.log === undefined ? { 'per-week': 40 } : {}),
  durations: 15,
  ...parts,
});

/** One replication, seen from all sides. */
export interface Played {
  readonly plan: Plan;
  readonly weeks: number;
  readonly outcomes: readonly IslandOutcome[];
  readonly records: readonly PassageRecord[];
  readonly books: readonly FlowBooks[];
  device(id: string): DeviceIndicators<number | null>;
  modality(site: string, modality: Modality): ModalityIndicators<number | null>;
}

/** Plays one replication without warm-up. */
export const play = (scenario: Scenario, weeks: number, seed = '1', replication = 0): Played =>
  playPlan(compileScenario(scenario, weeks), seed, replication);

/** Plays one replication of a scenario compiled before. */
export function playPlan(plan: Plan, seed = '1', replication = 0): Played {
  const { weeks } = plan;
  const records: PassageRecord[] = [];
  const outcomes = runReplication(plan, {
    seed,
    replication,
    snapshotWeeks: 0,
    record: (record) => records.push(record),
  });
  const rooms = plan.islands.flatMap((island, index) =>
    island.sites.flatMap((site) => site.rooms.map((room) => ({ island, index, room }))),
  );
  return {
    plan,
    weeks,
    outcomes,
    records,
    books: flowBooks(plan, [outcomes]),
    device(id) {
      const { island, index, room } = rooms.find((one) => one.room.devices.some((own) => own.id === id))!;
      const rank = room.devices.findIndex((own) => own.id === id);
      const offsets = island.layout.devices[room.tallyDevices[rank]!]!;
      return deviceIndicators(outcomes[index]!.tally, offsets, weeks);
    },
    modality(id, modality) {
      const index = plan.islands.findIndex(({ sites }) => sites.some(({ site }) => site.id === id));
      const island = plan.islands[index]!;
      const site = island.sites.find((one) => one.site.id === id)!;
      return modalityIndicators(outcomes[index]!.tally, island, site, modality, weeks);
    },
  };
}

/** Sites and modalities that have a device. */
export function placesOf(scenario: Scenario): { readonly site: string; readonly modality: Modality }[] {
  return scenario.sites.flatMap(({ id }) =>
    MODALITIES.filter((modality) =>
      scenario.devices.some((one) => one.site === id && one.modality === modality),
    ).map((modality) => ({ site: id, modality })),
  );
}

const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** Every scenario file of the repository, as a path from `scenarios/`. */
export function scenarioFiles(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml') && !/^(benchmarks|requests|rules|regions\/demande)\b/.test(name))
    .sort();
}

/** What a file of `scenarios/` says, with the logs its flows name. Throws what is wrong with it. */
export function readScenario(name: string): { readonly input: ScenarioInput; readonly logs: Logs } {
  const file = join(folder, name);
  const { document, findings } = readScenarioDocument(file);
  const parsed = document === null ? { input: null, findings } : parseScenario(document.value);
  if (parsed.input === null) throw new Error(`${name}: ${JSON.stringify(parsed.findings)}`);
  const { input } = parsed;
  const { startDay } = completeScenario(input).calendar;
  const logs = new Map(
    input.flows.flatMap((one) => {
      if (one.log === undefined) return [];
      const { log } = readActivityLog(join(dirname(file), one.log), startDay === null ? {} : { startDay });
      if (log === null) throw new Error(`${name}: ${one.log} is no log`);
      return [[flowId(one), log.requests.filter((request) => request.class === one.class)] as const];
    }),
  );
  return { input, logs };
}

/** The complete scenario of a file of `scenarios/`. */
export function scenarioNamed(name: string): Scenario {
  const { input, logs } = readScenario(name);
  return completeScenario(input, logs);
}
