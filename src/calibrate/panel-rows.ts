/** The rows of the published tables, each with how a campaign measures it and how near it must come. */

import { anap2010 } from '../model/benchmark/anap-2010.ts';
import type { BenchmarkBand } from '../model/benchmark/benchmark.ts';
import type { ReproduceRow, ReproduceTolerance, ReproduceUnit } from '../model/results/reproduce.ts';
import { CLASSES, MODALITIES, type Modality, type PatientClass } from '../model/vocabulary.ts';
import { panelValue } from './panel-parameters.ts';
import { type Campaign, dayQuantile, deviceQuantile, type ObservedDevice } from './panel-tally.ts';

/** A row before it is measured. */
export type RowHead = Omit<ReproduceRow, 'simulated' | 'ok' | 'explanation'>;

/** A row and its measure on one campaign. */
export interface MeasuredRow {
  readonly head: RowHead;
  readonly measure: (campaign: CampaignView) => number;
}

/** A campaign by modality: all devices, and those kept for occupancy. */
export interface CampaignView {
  readonly campaign: Campaign;
  readonly devices: Readonly<Record<Modality, readonly ObservedDevice[]>>;
  readonly kept: Readonly<Record<Modality, readonly ObservedDevice[]>>;
}

/**
 * How near is near. Fitted rows and those by construction: 3 %, half a day, one point. Predicted rows, set before any was
 * seen: 10 %, and as the others for days and points; shares of devices 5 points.
 */
export const TOLERANCES = Object.freeze({
  fitted: { kind: 'relative', value: 0.03 },
  predicted: { kind: 'relative', value: 0.1 },
  days: { kind: 'absolute', value: 0.5 },
  points: { kind: 'absolute', value: 0.01 },
  shares: { kind: 'absolute', value: 0.05 },
} as const satisfies Readonly<Record<string, ReproduceTolerance>>);

const QUANTILES = { p20: 0.2, p50: 0.5, p80: 0.8 } as const;
type QuantileName = keyof typeof QUANTILES;
const NAMES: readonly QuantileName[] = ['p20', 'p50', 'p80'];

export function viewOf(campaign: Campaign, isFiltered: boolean): CampaignView {
  const of = (modality: Modality) => campaign.devices.filter((device) => device.modality === modality);
  const devices = { ct: of('ct'), mri: of('mri') };
  const keep = (all: readonly ObservedDevice[]) =>
    isFiltered ? all.filter(({ passesFilter }) => passesFilter) : all;
  return { campaign, devices, kept: { ct: keep(devices.ct), mri: keep(devices.mri) } };
}

/** ICR an hour of scheduled opening. */
export const icrPerHour = ({ modality, scheduledPassages, opening }: ObservedDevice): number =>
  (panelValue(modality === 'ct' ? 'icr-ct' : 'icr-mri') * scheduledPassages) / opening.scheduled;

/** Passages a week, all classes. */
export const allPassages = ({ passages }: ObservedDevice): number =>
  CLASSES.reduce((sum, one) => sum + passages[one], 0);

interface Quantity {
  readonly name: string;
  readonly group: RowHead['group'];
  readonly status: (quantile: QuantileName) => RowHead['status'];
  readonly unit: ReproduceUnit;
  readonly tolerance: (quantile: QuantileName) => ReproduceTolerance;
  readonly band: (modality: Modality) => BenchmarkBand | null;
  readonly class: PatientClass | null;
  readonly measure: (view: CampaignView, modality: Modality, share: number) => number;
}

const same =
  <T>(value: T) =>
  () =>
    value;
const FITTED = same('fitted' as const);
const PREDICTED = same('predicted' as const);

const perDevice =
  (of: (device: ObservedDevice) => number, which: 'devices' | 'kept') =>
  (view: CampaignView, modality: Modality, share: number): number =>
    deviceQuantile(view[which][modality].map(of), share);

const BOOKED = ['A', 'H'] as const;

const quantities: readonly Quantity[] = [
  ...CLASSES.map(
    (one): Quantity => ({
      name: `duration-${one}`,
      group: 'duration',
      status: FITTED,
      unit: 'min',
      tolerance: same(TOLERANCES.fitted),
      band: (modality) => anap2010.modalities[modality].examDurationMinutes[one],
      class: one,
      measure: ({ campaign }, modality, share) =>
        campaign.pooled[modality].durations[one].quantile(share) / 60,
    }),
  ),
  ...BOOKED.map(
    (one): Quantity => ({
      name: `delay-${one}`,
      group: 'delay',
      status: FITTED,
      unit: 'd',
      tolerance: same(TOLERANCES.days),
      band: (modality) => anap2010.modalities[modality].appointmentDelayDays[one],
      class: one,
      measure: ({ devices }, modality, share) =>
        dayQuantile(
          devices[modality].map(({ delayDays }) => delayDays[one]),
          share,
        ),
    }),
  ),
  ...BOOKED.map(
    (one): Quantity => ({
      name: `report-${one}`,
      group: 'report',
      status: FITTED,
      unit: 'min',
      tolerance: same(TOLERANCES.fitted),
      band: (modality) => anap2010.modalities[modality].reportTurnaroundMinutes[one],
      class: one,
      measure: ({ campaign }, modality, share) => campaign.pooled[modality].reports[one].quantile(share),
    }),
  ),
  {
    name: 'opening',
    group: 'opening',
    status: FITTED,
    unit: 'h/week',
    tolerance: same(TOLERANCES.fitted),
    band: (modality) => anap2010.modalities[modality].openingHours,
    class: null,
    measure: perDevice(({ opening }) => opening.scheduled, 'kept'),
  },
  {
    name: 'occupancy',
    group: 'occupancy',
    status: FITTED,
    unit: 'ratio',
    tolerance: same(TOLERANCES.points),
    band: (modality) => anap2010.modalities[modality].occupancyRatio,
    class: null,
    measure: perDevice(({ occupancy }) => occupancy.scheduled, 'kept'),
  },
  {
    name: 'passages',
    group: 'passages',
    status: PREDICTED,
    unit: '/week',
    tolerance: same(TOLERANCES.predicted),
    band: (modality) => anap2010.modalities[modality].passagesPerWeek,
    class: null,
    measure: perDevice(allPassages, 'devices'),
  },
  {
    name: 'icr',
    group: 'icr-spread',
    status: (quantile) => (quantile === 'p50' ? 'by-construction' : 'predicted'),
    unit: 'ICR/h',
    tolerance: (quantile) => (quantile === 'p50' ? TOLERANCES.fitted : TOLERANCES.predicted),
    band: (modality) => anap2010.modalities[modality].icrPerHour,
    class: null,
    measure: perDevice(icrPerHour, 'kept'),
  },
];

/** Every printed quantile of both modalities, 60 of them fitted. */
export const QUANTILE_ROWS: readonly MeasuredRow[] = Object.freeze(
  quantities.flatMap((quantity) =>
    MODALITIES.flatMap((modality) => {
      const band = quantity.band(modality);
      if (band === null) return [];
      return NAMES.map((quantile): MeasuredRow => {
        const isMedian = quantity.group === 'icr-spread' && quantile === 'p50';
        return {
          head: {
            id: `${modality}-${quantity.name}-${quantile}`,
            group: isMedian ? 'icr-median' : quantity.group,
            status: quantity.status(quantile),
            modality,
            class: quantity.class,
            quantile,
            text: null,
            unit: quantity.unit,
            figure: band.figure,
            published: band[quantile],
            bounds: null,
            tolerance: quantity.tolerance(quantile),
          },
          measure: (view) => quantity.measure(view, modality, QUANTILES[quantile]),
        };
      });
    }),
  ),
);
