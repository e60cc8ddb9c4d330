/** What each replication counts after a warm-up, one tree of numbers a replication: what estimates and pairs are made of. */
import { unpackCounts } from '../engine/counts.ts';
import type { IslandOutcome } from '../engine/island-run.ts';
import type { IslandPlan, Plan, SitePlan } from '../engine/plan.ts';
import type { DeviceIndicators, ModalityIndicators } from '../model/results/results.ts';
import { MODALITIES, type Modality, type PatientClass } from '../model/vocabulary.ts';
import { deviceIndicators } from './device-indicators.ts';
import { type ResidentNumbers, residentKey, residentNumbers } from './resident-indicators.ts';
import { bookedRequests, modalityIndicators } from './site-indicators.ts';

/** One replication's outcome, island by island. */
export type ReplicationOutcome = readonly IslandOutcome[];

/** A number of one replication; null where nothing happened. */
export type Value = number | null;

/** Steps to an indicator, as in the JSON document: `['sites', 'ch', 'mri', 'access', 'A', 'mean']`. */
export type IndicatorPath = readonly string[];

/** The function with its last answer kept: numbers are asked for device by device, site by site. */
function keepingLast<K, V>(make: (key: K) => V): (key: K) => V {
  let last: { readonly key: K; readonly value: V } | null = null;
  return (key) => {
    if (last === null || last.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}

/** The replications of a plan without their first weeks. */
export class Measured {
  /** Left out at the start. */
  readonly warmupWeeks: number;
  /** Weeks each number is taken over. */
  readonly weeks: number;
  readonly replications: number;
  readonly #plan: Plan;
  readonly #residents: () => readonly ResidentNumbers[];
  readonly #tallies: (island: IslandPlan) => readonly Float64Array[];
  readonly #device: (id: string) => readonly DeviceIndicators<Value>[] | null;
  readonly #modality: (place: string) => readonly ModalityIndicators<Value>[] | null;

  /**
   * @param snapshotWeeks weeks between two copies of the tally in the outcomes; the warm-up is one of their multiples.
   * Throws a RangeError when the outcomes hold no copy of the tally at that week.
   */
  constructor(
    plan: Plan,
    outcomes: readonly ReplicationOutcome[],
    warmupWeeks: number,
    snapshotWeeks: number,
  ) {
    this.#plan = plan;
    this.warmupWeeks = warmupWeeks;
    this.weeks = plan.weeks - warmupWeeks;
    this.replications = outcomes.length;
    const copy = warmupWeeks / snapshotWeeks - 1;
    if (warmupWeeks > 0 && outcomes.some(([first]) => first?.snapshots[copy] === undefined))
      throw new RangeError(`no copy of the tally was kept at week ${warmupWeeks}`);
    const tallyOf = (outcome: ReplicationOutcome, island: IslandPlan): Float64Array => {
      const { tally, snapshots } = outcome[island.index]!;
      if (warmupWeeks === 0) return tally;
      const since = unpackCounts(snapshots[copy]!, tally.length);
      for (let index = 0; index < since.length; index++) since[index] = tally[index]! - since[index]!;
      return since;
    };
    this.#tallies = keepingLast((island) => outcomes.map((outcome) => tallyOf(outcome, island)));
    // The tally of a region is large: one at a time, and only the numbers are kept.
    let residents: readonly ResidentNumbers[] | null = null;
    this.#residents = () => {
      residents ??= outcomes.map((outcome) =>
        residentNumbers(plan, (island) => tallyOf(outcome, island), this.weeks),
      );
      return residents;
    };
    this.#device = keepingLast((id) => this.#deviceNumbers(id));
    this.#modality = keepingLast((place) => {
      const modality = MODALITIES.find((one) => place.endsWith(`/${one}`))!;
      return this.#modalityNumbers(place.slice(0, -modality.length - 1), modality);
    });
  }

  /** Indicators of a device, one tree a replication; null when the scenario has no such device. */
  device(id: string): readonly DeviceIndicators<Value>[] | null {
    return this.#device(id);
  }

  /** Indicators of a department, one tree a replication; null when the site has no device of the modality. */
  modality(site: string, modality: Modality): readonly ModalityIndicators<Value>[] | null {
    return this.#modality(`${site}/${modality}`);
  }

  /** What residents of each department meet, one tree a replication (see `resident-indicators.ts`). */
  residents(): readonly ResidentNumbers[] {
    return this.#residents();
  }

  /** Requests of a class booked at a department, a week, one number a replication; null when there is no such department. */
  bookedPerWeek(site: string, modality: Modality, patientClass: PatientClass): readonly number[] | null {
    const found = this.#siteOf(site, modality);
    if (found === null) return null;
    return this.#tallies(found.island).map(
      (tally) => bookedRequests(tally, found.island, found.site, modality, patientClass) / this.weeks,
    );
  }

  /**
   * An indicator in each replication; undefined when this scenario has no such device, department or indicator.
   * @param path its steps: an id may hold points, so they are not joined. `['residents', '95', 'mri', 'unmetPerWeek']`
   * is of those who live there.
   */
  values(path: IndicatorPath): readonly Value[] | undefined {
    const [kind, id = '', ...rest] = path;
    if (kind === 'devices') return leaves(this.device(id), rest);
    const [modality, ...steps] = rest;
    if (!MODALITIES.some((one) => one === modality)) return undefined;
    if (kind === 'residents') {
      const key = residentKey(id, modality as Modality);
      const found = this.residents().flatMap(({ residents }) => residents.get(key) ?? []);
      return found.length < this.replications ? undefined : leaves(found, steps);
    }
    if (kind !== 'sites') return undefined;
    return leaves(this.modality(id, modality as Modality), steps);
  }

  #deviceNumbers(id: string): readonly DeviceIndicators<Value>[] | null {
    for (const island of this.#plan.islands)
      for (const site of island.sites)
        for (const room of site.rooms) {
          const rank = room.devices.findIndex((device) => device.id === id);
          if (rank < 0) continue;
          const offsets = island.layout.devices[room.tallyDevices[rank]!]!;
          return this.#tallies(island).map((tally) => deviceIndicators(tally, offsets, this.weeks));
        }
    return null;
  }

  #siteOf(id: string, modality: Modality): { readonly island: IslandPlan; readonly site: SitePlan } | null {
    for (const island of this.#plan.islands)
      for (const site of island.sites)
        if (site.site.id === id && site.rooms.some((room) => room.modality === modality))
          return { island, site };
    return null;
  }

  #modalityNumbers(id: string, modality: Modality): readonly ModalityIndicators<Value>[] | null {
    const found = this.#siteOf(id, modality);
    if (found === null) return null;
    const { island, site } = found;
    return this.#tallies(island).map((tally) =>
      modalityIndicators(tally, island, site, modality, this.weeks),
    );
  }
}

/** The numbers at the end of these steps, one a tree; undefined when they lead nowhere. */
function leaves(trees: readonly object[] | null, steps: readonly string[]): readonly Value[] | undefined {
  if (trees === null) return undefined;
  const values: Value[] = [];
  for (const tree of trees) {
    let node: unknown = tree;
    for (const step of steps) {
      if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
      node = (node as Readonly<Record<string, unknown>>)[step];
    }
    if (node !== null && typeof node !== 'number') return undefined;
    values.push(node);
  }
  return values;
}
