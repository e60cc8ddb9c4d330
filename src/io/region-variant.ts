/**
 * A planned region as a variant of the file it was made from: sites and devices that are new, weeks, requests and agendas
 * that differ, and nothing else. What is read back is the planned scenario itself, or the caller refuses it.
 */
import type { Device, Flow, Label, Scenario, Site } from '../model/scenario.ts';
import type { ScenarioInput } from '../model/schema/schema.ts';
import { compactYaml } from './compact-yaml.ts';
import { exactWeights } from './proposal-demand.ts';
import { Unwritable, writtenWeek } from './proposal-week.ts';

type Overlay = Readonly<Record<string, unknown>>;

/** The file a plan was made from: as written (files it extends merged), as the schema has it, and completed. */
export interface RegionBase {
  readonly written: unknown;
  readonly input: ScenarioInput;
  readonly scenario: Scenario;
}

export interface RegionVariantNames {
  /** What the variant extends. */
  readonly extended: string;
  readonly name: Label;
  /** Said above it, a line each. */
  readonly comments: readonly string[];
}

export interface RegionVariant {
  /** The whole file. */
  readonly text: string;
  /** The same as a value, without what it extends. */
  readonly value: Overlay;
}

const LONGEST_NAME = 200;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const without = (item: object, keys: readonly string[]): Overlay =>
  Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key)));

/** The variant that gives the planned scenario; null where the form of scenario files cannot say it. */
export function regionVariant(
  base: RegionBase,
  planned: Scenario,
  { extended, name, comments }: RegionVariantNames,
): RegionVariant | null {
  try {
    const bench = benchOf(base);
    const parts = {
      sites: planned.sites.flatMap((site) => siteOverlay(bench, site)),
      devices: planned.devices.flatMap((device) => deviceOverlay(bench, device, planned)),
      flows: flowsOverlay(bench, planned),
    };
    const value = {
      name: { en: name.en.slice(0, LONGEST_NAME), fr: name.fr.slice(0, LONGEST_NAME) },
      ...Object.fromEntries(Object.entries(parts).filter(([, items]) => items.length > 0)),
    };
    return { text: compactYaml({ extends: extended, ...value }, comments), value };
  } catch (error) {
    if (error instanceof Unwritable) return null;
    throw error;
  }
}

/** The base with its items by id, as written. */
interface Bench extends RegionBase {
  readonly raw: Readonly<Record<'sites' | 'devices' | 'flows', ReadonlyMap<string, Overlay>>>;
  readonly ranks: ReadonlyMap<string, number>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly devices: ReadonlyMap<string, Device>;
  readonly flows: ReadonlyMap<string, Flow>;
}

function benchOf(base: RegionBase): Bench {
  const written = base.written as Readonly<Record<string, readonly Overlay[] | undefined>>;
  const items = (key: string): ReadonlyMap<string, Overlay> =>
    new Map((written[key] ?? []).map((item) => [String(item.id), item]));
  const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
    new Map(list.map((one) => [one.id, one]));
  const { sites, devices, flows } = base.scenario;
  return {
    ...base,
    raw: { sites: items('sites'), devices: items('devices'), flows: items('flows') },
    ranks: new Map(base.input.devices.map(({ id }, rank) => [id, rank])),
    sites: byId(sites),
    devices: byId(devices),
    flows: byId(flows),
  };
}

/** Item of the file by its id; it must stand there on its own. */
function rawOf(bench: Bench, list: 'sites' | 'devices' | 'flows', id: string): Overlay {
  const raw = bench.raw[list].get(id);
  if (raw === undefined || raw.count !== undefined) throw new Unwritable(id);
  return raw;
}

/** Reports of a modality that is new at a site are those any site has: they come back by themselves. */
const SITE_OWN = ['id', 'label', 'zone', 'synthetic', 'travelMinutes', 'reports'];

function siteOverlay(bench: Bench, after: Site): readonly Overlay[] {
  const before = bench.sites.get(after.id);
  if (before !== undefined) {
    if (!same(without(before, ['reports']), without(after, ['reports']))) throw new Unwritable(after.id);
    return [];
  }
  const like = bench.scenario.sites.find((one) => same(without(one, SITE_OWN), without(after, SITE_OWN)));
  if (like === undefined) throw new Unwritable(after.id);
  return [
    {
      ...without(rawOf(bench, 'sites', like.id), ['label', 'travel']),
      id: after.id,
      zone: after.zone,
      synthetic: after.synthetic,
    },
  ];
}

const DEVICE_OWN = ['id', 'label', 'site', 'pool', 'stream', 'week'];

function deviceOverlay(bench: Bench, after: Device, planned: Scenario): readonly Overlay[] {
  const before = bench.devices.get(after.id);
  if (before !== undefined) {
    if (same(before, after)) return [];
    if (!same(without(before, ['week']), without(after, ['week']))) throw new Unwritable(after.id);
    return [{ id: after.id, week: weekOf(bench, before.id, after, planned) }];
  }
  const alike = bench.scenario.devices.filter((one) =>
    same(without(one, DEVICE_OWN), without(after, DEVICE_OWN)),
  );
  const like = alike.find(({ week }) => same(week, after.week)) ?? alike[0];
  if (like === undefined) throw new Unwritable(after.id);
  return [
    {
      ...without(rawOf(bench, 'devices', like.id), ['label', 'pool', 'week']),
      id: after.id,
      site: after.site,
      week: weekOf(bench, like.id, after, planned),
    },
  ];
}

/** A week in the words of the device it comes from. */
function weekOf(bench: Bench, from: string, after: Device, planned: Scenario): readonly unknown[] {
  const { week } = rawOf(bench, 'devices', from);
  const device = bench.input.devices[bench.ranks.get(from)!]!;
  const own = { input: bench.input, device, week: week as readonly unknown[], scenario: planned };
  return writtenWeek(own, after);
}

const FLOW_OWN = [
  'id',
  'label',
  'origin',
  'perWeek',
  'sites',
  'travelMinutes',
  'devices',
  'profile',
] as const;

function flowsOverlay(bench: Bench, planned: Scenario): readonly Overlay[] {
  const kept = new Set(planned.flows.map(({ id }) => id));
  const gone = bench.scenario.flows.find(({ id }) => !kept.has(id));
  if (gone !== undefined) throw new Unwritable(gone.id);
  const patterns = new Map(
    bench.scenario.flows.map((flow) => [JSON.stringify(without(flow, FLOW_OWN)), flow]),
  );
  return planned.flows.flatMap((after): readonly Overlay[] => {
    const before = bench.flows.get(after.id);
    if (before === after || (before !== undefined && same(before, after))) return [];
    const like = before ?? patterns.get(JSON.stringify(without(after, FLOW_OWN)));
    if (like === undefined) throw new Unwritable(after.id);
    const own = ownOf(like, after);
    if (before !== undefined) {
      rawOf(bench, 'flows', after.id);
      return [{ id: after.id, ...own }];
    }
    const raw = without(rawOf(bench, 'flows', like.id), [
      'id',
      'label',
      ...(own.sites === undefined ? [] : ['site']),
    ]);
    const dropped = after.devices.length === 0 ? without(raw, ['devices']) : raw;
    return [{ ...dropped, id: after.id, ...own }];
  });
}

/** What is written of a flow where it differs from another. */
function ownOf(before: Flow, after: Flow): Overlay {
  const changed = <K extends keyof Flow>(key: K) => !same(before[key], after[key]);
  const isElsewhere = changed('sites');
  return {
    ...(isElsewhere ? { sites: after.sites } : {}),
    ...(isElsewhere || changed('travelMinutes') ? { travel: after.travelMinutes } : {}),
    ...(changed('origin') && after.origin !== null ? { origin: after.origin } : {}),
    ...(changed('perWeek') ? { 'per-week': after.perWeek } : {}),
    ...(changed('profile') ? { profile: after.profile } : {}),
    ...(changed('devices') && after.devices.length > 0 ? { devices: sharesOf(after) } : {}),
  };
}

/** Shares of devices as they are read back to the last bit. */
function sharesOf({ id, devices }: Flow): Overlay {
  const weights = exactWeights(devices.map(({ share }) => share));
  if (weights === null) throw new Unwritable(id);
  return Object.fromEntries(devices.map((device, rank) => [device.id, weights[rank]]));
}
