/** Which devices of the panel stand at which implantation, and the delays its agenda is to have. */
import type { Modality } from '../../model/vocabulary.ts';
import type { PanelDevice } from '../panel-device.ts';
import { exchangedDelays } from '../panel-draw.ts';
import { deviceQuantile } from '../panel-tally.ts';
import { SITE_TYPES, type SiteType } from '../site-numbers.ts';
import { type Delays, shuffled } from './implantation.ts';

/**
 * So many devices of the panel in random order: each is taken once before any is taken twice.
 * @param draw numbers in [0, 1).
 */
export function panelPool(
  panel: readonly PanelDevice[],
  modality: Modality,
  count: number,
  draw: () => number,
): readonly PanelDevice[] {
  const own = panel.filter((device) => device.modality === modality);
  const pool: PanelDevice[] = [];
  while (pool.length < count) pool.push(...shuffled(own, draw).slice(0, count - pool.length));
  return pool;
}

const byDelay = (a: PanelDevice, b: PanelDevice): number =>
  a.delayDays.A - b.delayDays.A || a.delayDays.H - b.delayDays.H || (a.id < b.id ? -1 : 1);

/** One of the list, each as often as its weight says; null where there is none. */
function oneOf<T>(list: readonly T[], weight: (one: T) => number, draw: number): T | null {
  let left = draw * list.reduce((sum, one) => sum + weight(one), 0);
  for (const one of list) {
    left -= weight(one);
    if (left < 0) return one;
  }
  return list.at(-1) ?? null;
}

/**
 * The devices of implantations of these sizes. Those of one implantation are of one site type and neighbours in ambulatory
 * delay, since one agenda has one delay; large implantations choose first. The last ones may have to mix types.
 * @param pool as many devices as the sizes sum to.
 */
export function fillImplantations(
  sizes: readonly number[],
  pool: readonly PanelDevice[],
  draw: () => number,
): readonly (readonly PanelDevice[])[] {
  const ofType = new Map(
    SITE_TYPES.map((type) => [type, pool.filter(({ siteType }) => siteType === type).sort(byDelay)]),
  );
  const left = new Map(SITE_TYPES.map((type) => [type, ofType.get(type)!.length]));
  const chosen = new Map<SiteType | null, number[]>([null, ...SITE_TYPES].map((type) => [type, []]));
  const largest = [...shuffled([...sizes.keys()], draw)].sort((a, b) => sizes[b]! - sizes[a]!);
  for (const rank of largest) {
    const size = sizes[rank]!;
    const open = SITE_TYPES.filter((type) => left.get(type)! >= size);
    const type = oneOf(open, (one) => left.get(one)!, draw());
    chosen.get(type)!.push(rank);
    if (type !== null) left.set(type, left.get(type)! - size);
  }
  const filled = sizes.map((): readonly PanelDevice[] => []);
  const rest: PanelDevice[] = [];
  for (const type of SITE_TYPES) {
    // Devices that no implantation of their type takes stand between its runs, as runs of one.
    const spare = Array.from({ length: left.get(type)! }, () => -1);
    let next = 0;
    for (const rank of shuffled([...chosen.get(type)!, ...spare], draw)) {
      const run = ofType.get(type)!.slice(next, next + (rank < 0 ? 1 : sizes[rank]!));
      next += run.length;
      if (rank < 0) rest.push(...run);
      else filled[rank] = run;
    }
  }
  rest.sort(byDelay);
  for (const rank of chosen.get(null)!) filled[rank] = rest.splice(0, sizes[rank]!);
  return filled;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Values of the panel at the ranks that implantations have among themselves, each counting as many times as it has devices. */
function atRanks(
  own: readonly number[],
  sizes: readonly number[],
  panel: readonly number[],
): readonly number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const order = [...own.keys()].sort((a, b) => own[a]! - own[b]! || a - b);
  const result = own.map(() => 0);
  let below = 0;
  for (const rank of order) {
    result[rank] = deviceQuantile(panel, (below + sizes[rank]! / 2) / total);
    below += sizes[rank]!;
  }
  return result;
}

/**
 * The delays of implantations, days: each keeps its rank among them, by the mean of its devices, and has the delay of the
 * panel at that rank. So a region has the published quantiles whatever the seed, as the panel itself does: the seed decides
 * which devices they meet. No delay H is above the delay A of its agenda (see `exchangedDelays`).
 */
export function targetDelays(
  filled: readonly (readonly PanelDevice[])[],
  panel: readonly PanelDevice[],
): readonly Delays[] {
  const modality = filled[0]?.[0]?.modality;
  const all = panel.filter((device) => device.modality === modality);
  const sizes = filled.map(({ length }) => length);
  const ranked = (one: 'A' | 'H') =>
    atRanks(
      filled.map((devices) => mean(devices.map(({ delayDays }) => delayDays[one]))),
      sizes,
      all.map(({ delayDays }) => delayDays[one]),
    );
  const [a, h] = [ranked('A'), [...ranked('H')]];
  // Exchanged among implantations of one size, so that devices count as before.
  for (const size of new Set(sizes)) {
    const same = [...sizes.keys()].filter((rank) => sizes[rank] === size);
    const exchanged = exchangedDelays(
      same.map((rank) => a[rank]!),
      same.map((rank) => h[rank]!),
    );
    same.forEach((rank, at) => {
      h[rank] = exchanged[at]!;
    });
  }
  const hundredths = (days: number) => Math.round(days * 100) / 100;
  return a.map((days, rank) => ({ A: hundredths(days), H: hundredths(h[rank]!) }));
}
