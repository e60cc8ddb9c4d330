/**
 * The devices of the panel before calibration: opening, occupancy and delays from the laws through the published
 * quantiles, joined by a Gaussian copula. Each law is cut into as many equal strips as there are devices and one value
 * taken in the middle of each, so that the panel has the published quantiles whatever the seed; the seed decides which
 * values meet in one device (ranks of correlated normal draws: Iman & Conover 1982).
 */
import { quantileFunction } from '../engine/laws/quantile.ts';
import { normalQuantile } from '../engine/math-special.ts';
import { openStream } from '../engine/streams.ts';
import { anap2010 } from '../model/benchmark/anap-2010.ts';
import type { BenchmarkBand } from '../model/benchmark/benchmark.ts';
import type { Modality } from '../model/vocabulary.ts';
import { hypercubeColumn } from './assumption-sets.ts';
import { TREATMENTS } from './fit-benchmark.ts';
import { fitLaw } from './fit-law.ts';
import { panelValue } from './panel-parameters.ts';
import type { SiteType } from './site-numbers.ts';

/** A device as drawn. */
export interface DrawnDevice {
  readonly id: string;
  readonly modality: Modality;
  readonly siteType: SiteType;
  /** Scheduled opening, minutes a week. */
  readonly openingMinutes: number;
  /** Emergency vacations, minutes a week. */
  readonly emergencyMinutes: number;
  readonly occupancy: number;
  readonly delayDays: { readonly A: number; readonly H: number };
  readonly isOnCall: boolean;
  /** Given to emergencies: staffed 16 h a day, mostly for them. */
  readonly isForEmergencies: boolean;
  /** Times typed by hand: late and rounded. */
  readonly isTyped: boolean;
}

/** The seed of the stored panel. */
export const PANEL_SEED = 'anap-2010';

/** Ambulatory places begin the next day, so no ambulatory delay is below a day. */
const LEAST_DELAY = { A: 1, H: 0 } as const;
const WEEK_DAYS = 7;
const AXES = ['opening', 'occupancy', 'delayA', 'delayH', 'status'] as const;
type Axis = (typeof AXES)[number];

/** Correlations of the normal scores; pairs not named are independent. */
const correlation = (a: Axis, b: Axis): number => {
  if (a === b) return 1;
  const key = [a, b].sort().join(' ');
  switch (key) {
    case 'delayA delayH':
      return panelValue('correlation-delays');
    case 'delayA occupancy':
      return panelValue('correlation-occupancy-delay-A');
    case 'delayH occupancy':
      return panelValue('correlation-occupancy-delay-H');
    case 'occupancy opening':
      return panelValue('correlation-opening-occupancy');
    case 'opening status':
      return panelValue('correlation-opening-status');
    default:
      return 0;
  }
};

/**
 * Lower triangle L with L·Lᵀ = the matrix (Cholesky).
 * @throws RangeError where the matrix is not positive definite: no such dependence exists.
 * @example cholesky([[1, 0.6], [0.6, 1]])[1] // [0.6, 0.8]
 */
export function cholesky(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const rows: number[][] = [];
  matrix.forEach((row, i) => {
    const own: number[] = [];
    for (let j = 0; j <= i; j++) {
      const before = own.slice(0, j).reduce((sum, one, k) => sum + one * (rows[j]?.[k] ?? own[k]!), 0);
      const left = row[j]! - before;
      if (j < i) own.push(left / rows[j]![j]!);
      else if (left > 0) own.push(Math.sqrt(left));
      else throw new RangeError('correlations that cannot hold together');
    }
    rows.push(own);
  });
  return rows;
}

/** For each axis, the rank (0 first) of each device. */
function drawRanks(
  count: number,
  seed: string,
  modality: Modality,
): Readonly<Record<Axis, readonly number[]>> {
  const lower = cholesky(AXES.map((a) => AXES.map((b) => correlation(a, b))));
  const normals = AXES.map((axis) =>
    hypercubeColumn(count, openStream(seed, 'panel', modality, axis)).map((share) => normalQuantile(share)),
  );
  const ranks = AXES.map((_, axis) => {
    const scores = Array.from({ length: count }, (_device, device) =>
      lower[axis]!.reduce((sum, weight, k) => sum + weight * normals[k]![device]!, 0),
    );
    const order = scores.map((_score, device) => device).sort((a, b) => scores[a]! - scores[b]! || a - b);
    const rank = new Array<number>(count);
    order.forEach((device, at) => {
      rank[device] = at;
    });
    return rank;
  });
  return Object.fromEntries(AXES.map((axis, index) => [axis, ranks[index]!])) as Record<Axis, number[]>;
}

/** Value of the law through a published band at the middle of a strip. */
function marginal(
  band: BenchmarkBand,
  quantity: 'opening' | 'occupancy' | 'appointment-delay',
  count: number,
): (rank: number) => number {
  const { chosen, bounds } = TREATMENTS[quantity];
  const { fit } = fitLaw(chosen, band, bounds);
  if (fit === null) throw new RangeError(`no law through the published ${quantity}`);
  const at = quantileFunction(fit.law);
  return (rank) => at((rank + 0.5) / count, (count - rank - 0.5) / count);
}

/** Devices of each site type, in proportion to the establishments that took part. */
function statusCounts(count: number): Readonly<Record<SiteType, number>> {
  const of: Readonly<Record<string, SiteType>> = {
    GIE: 'gie',
    GCS: 'gie',
    Libéral: 'private',
    Privé: 'private',
  };
  const { byLegalStatus, total } = anap2010.participants;
  const share = (type: SiteType) =>
    byLegalStatus.reduce((sum, one) => sum + ((of[one.status] ?? 'public') === type ? one.count : 0), 0) /
    total;
  const [publicOnes, gie] = [Math.round(count * share('public')), Math.round(count * share('gie'))];
  return { public: publicOnes, gie, private: count - publicOnes - gie };
}

/** The upper one of the two middle values where there are two. */
const upperMedian = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** The emergency minutes a public device needs for the median opening with them to be the published one. */
function emergencyMinutes(
  openings: readonly { readonly minutes: number; readonly more: number | null }[],
  wantedMinutes: number,
): number {
  const medianWith = (each: number) =>
    upperMedian(openings.map(({ minutes, more }) => minutes + (more ?? each)));
  let [low, high] = [0, 60 * 60];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (medianWith(middle) < wantedMinutes) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * Delays H exchanged between devices until none is above the delay A of its device: inpatients may take any place that
 * ambulatory patients may, so no agenda makes them wait longer. The values stay the same; those above every A are cut.
 */
export function exchangedDelays(a: readonly number[], h: readonly number[]): readonly number[] {
  const result = [...h];
  const byH = result.map((_, device) => device).sort((x, y) => h[y]! - h[x]! || x - y);
  for (const device of byH) {
    if (result[device]! <= a[device]!) continue;
    // The nearest value that both devices can hold after the exchange.
    let best = -1;
    for (let other = 0; other < result.length; other++) {
      const fits = result[other]! <= a[device]! && result[device]! <= a[other]!;
      if (fits && (best < 0 || result[other]! > result[best]!)) best = other;
    }
    if (best < 0) result[device] = a[device]!;
    else [result[device], result[best]] = [result[best]!, result[device]!];
  }
  return result;
}

/** How many devices of each modality: those of the occupancy analysis (note 4) in the full panel. */
export type PanelSize = Readonly<Record<Modality, number>>;
export const FULL_PANEL: PanelSize = Object.freeze({
  ct: anap2010.modalities.ct.devices.occupancyPanel,
  mri: anap2010.modalities.mri.devices.occupancyPanel,
});

/**
 * The devices of one modality, in order of id.
 * @example drawModality('mri', 191, PANEL_SEED).filter(({ isOnCall }) => isOnCall).length // 40
 */
export function drawModality(modality: Modality, count: number, seed: string): readonly DrawnDevice[] {
  const published = anap2010.modalities[modality];
  const ranks = drawRanks(count, seed, modality);
  const opening = marginal(published.openingHours, 'opening', count);
  const occupancy = marginal(published.occupancyRatio, 'occupancy', count);
  const delay = (one: 'A' | 'H') => {
    const at = marginal(published.appointmentDelayDays[one], 'appointment-delay', count);
    return (rank: number) => Math.max(LEAST_DELAY[one], Math.round(at(rank) * 100) / 100);
  };
  const [delayA, delayH] = [delay('A'), delay('H')];
  const delaysA = ranks.delayA.map(delayA);
  const delaysH = exchangedDelays(delaysA, ranks.delayH.map(delayH));
  const counts = statusCounts(count);
  const onCall = Math.round(count * published.onCallShare.ratio);
  const forEmergencies = modality === 'ct' ? Math.round(count * panelValue('emergency-devices')) : 0;
  const typed = hypercubeColumn(count, openStream(seed, 'panel', modality, 'typing'));
  const drawn = Array.from({ length: count }, (_, device) => {
    // 0 is the most public one.
    const status = count - 1 - ranks.status[device]!;
    const siteType: SiteType =
      status < counts.public ? 'public' : status < counts.public + counts.gie ? 'gie' : 'private';
    return {
      id: `${modality}-${String(device + 1).padStart(3, '0')}`,
      modality,
      siteType,
      openingMinutes: Math.round(opening(ranks.opening[device]!) * 60),
      occupancy: Math.round(occupancy(ranks.occupancy[device]!) * 10_000) / 10_000,
      delayDays: { A: delaysA[device]!, H: delaysH[device]! },
      isOnCall: status < onCall,
      isForEmergencies: status < forEmergencies,
      isTyped: typed[device]! < panelValue('typing-share'),
    };
  });
  const allDay = WEEK_DAYS * panelValue('emergency-devices-hours') * 60;
  const given = (device: (typeof drawn)[number]): number | null => {
    if (device.isForEmergencies) return Math.max(0, allDay - device.openingMinutes);
    return device.siteType === 'public' ? null : 0;
  };
  const each = emergencyMinutes(
    drawn.map((device) => ({ minutes: device.openingMinutes, more: given(device) })),
    published.extendedMedians.openingHours.extended * 60,
  );
  return drawn.map((device) => ({ ...device, emergencyMinutes: given(device) ?? each }));
}

/** Scanners, then MRIs. */
export function drawPanel(size: PanelSize = FULL_PANEL, seed = PANEL_SEED): readonly DrawnDevice[] {
  return [...drawModality('ct', size.ct, seed), ...drawModality('mri', size.mri, seed)];
}
