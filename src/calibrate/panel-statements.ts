/** What the report of 2010 states in words, each with how a campaign measures it. */
import { anap2010Statements } from '../model/benchmark/anap-2010-statements.ts';
import type { PublishedStatement, StatementUnit } from '../model/benchmark/statements.ts';
import { deepFreeze } from '../model/freeze.ts';
import type { ReproduceGroup, ReproduceStatus, ReproduceUnit } from '../model/results/reproduce.ts';
import type { Label } from '../model/scenario.ts';
import { CLASSES, MODALITIES, type Modality, type PatientClass } from '../model/vocabulary.ts';
import { allPassages, type CampaignView, type MeasuredRow, TOLERANCES } from './panel-rows.ts';
import { dayQuantile, deviceQuantile, type ObservedDevice } from './panel-tally.ts';

/** Total opening from which a device counts as open all week, hours. */
const ALL_WEEK = 168 - 1 / 60;
/** Extended opening beyond which a CT is one for emergencies (figure 9). */
const EMERGENCY_ABOVE = 100;
/** Hours of on-call and emergency time above which a CT is on call (note 7). */
const ON_CALL_ABOVE = 90;
/** « Plage continue »: half a day. Our reading. */
const CONTINUOUS_HOURS = 4;
/** « Hors cas extrêmes »: nine devices in ten. Our reading. */
const NEARLY_ALL = { low: 0.9, high: 1 } as const;

type Measure = (view: CampaignView) => number;

interface Reading {
  readonly group: ReproduceGroup;
  readonly status: ReproduceStatus;
  readonly measure: Measure;
  /** Where the statement is a range, it is read as the share of devices inside. */
  readonly inside?: {
    readonly bounds: { readonly low: number; readonly high: number };
    readonly text: Label;
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
const share = (devices: readonly ObservedDevice[], holds: (device: ObservedDevice) => boolean): number =>
  devices.filter(holds).length / Math.max(1, devices.length);
const middle = (devices: readonly ObservedDevice[], of: (device: ObservedDevice) => number): number =>
  deviceQuantile(devices.map(of), 0.5);
const spread = (devices: readonly ObservedDevice[], of: (device: ObservedDevice) => number): number =>
  deviceQuantile(devices.map(of), 0.8) - deviceQuantile(devices.map(of), 0.2);
const nightOf = ({ night }: ObservedDevice): number => night.first + night.deep;
const scheduledOccupancy = ({ occupancy }: ObservedDevice): number => occupancy.scheduled;
const scheduledOpening = ({ opening }: ObservedDevice): number => opening.scheduled;
const bothOpenings = ({ opening }: ObservedDevice): number => opening.withEmergency;

const shareOf = (
  view: CampaignView,
  modality: Modality,
  holds: (device: ObservedDevice) => boolean,
): number => share(view.devices[modality], holds);
const isOpenAllWeek = ({ opening }: ObservedDevice): boolean => opening.total >= ALL_WEEK;
const isForEmergencies = ({ opening }: ObservedDevice): boolean => opening.withEmergency > EMERGENCY_ABOVE;
const onCallShare = (view: CampaignView, modality: Modality): number =>
  shareOf(view, modality, ({ isOnCall, onCallHours }) =>
    modality === 'ct' ? onCallHours > ON_CALL_ABOVE : isOnCall,
  );
const medianDuration = ({ campaign }: CampaignView, modality: Modality, one: PatientClass): number =>
  campaign.pooled[modality].durations[one].quantile(0.5) / 60;
const medianReport = ({ campaign }: CampaignView, modality: Modality, one: 'A' | 'H'): number =>
  campaign.pooled[modality].reports[one].quantile(0.5);
const medianDelay = ({ devices }: CampaignView, modality: Modality, one: 'A' | 'H'): number =>
  dayQuantile(
    devices[modality].map(({ delayDays }) => delayDays[one]),
    0.5,
  );
const shareOfPassages = (
  { devices }: CampaignView,
  modality: Modality,
  classes: readonly PatientClass[],
): number => {
  const all = devices[modality].reduce((sum, one) => sum + allPassages(one), 0);
  const own = devices[modality].reduce(
    (sum, { passages }) => sum + classes.reduce((some, one) => some + passages[one], 0),
    0,
  );
  return own / all;
};
const BOOKED = ['A', 'H'] as const;

const built = (group: ReproduceGroup, measure: Measure): Reading => ({
  group,
  status: 'by-construction',
  measure,
});
const predicted = (group: ReproduceGroup, measure: Measure): Reading => ({
  group,
  status: 'predicted',
  measure,
});

const longerThanA = (modality: Modality, one: PatientClass): Reading =>
  built('duration', (view) => medianDuration(view, modality, one) - medianDuration(view, modality, 'A'));

const READINGS: Readonly<Record<string, Reading>> = {
  'ct-open-all-week': predicted('total-opening', (view) => shareOf(view, 'ct', isOpenAllWeek)),
  'ct-emergency-devices': built('emergency-devices', (view) => shareOf(view, 'ct', isForEmergencies)),
  'ct-extended-minus-scheduled': predicted('opening-with-emergency', ({ devices }) =>
    mean(
      devices.ct
        .filter((device) => !isForEmergencies(device))
        .map(({ opening }) => opening.withEmergency - opening.scheduled),
    ),
  ),
  'mri-open-all-week': predicted('total-opening', (view) => shareOf(view, 'mri', isOpenAllWeek)),
  'mri-emergency-ranges': predicted('opening-with-emergency', (view) =>
    shareOf(view, 'mri', ({ longestEmergency }) => longestEmergency >= CONTINUOUS_HOURS),
  ),
  'mri-scheduled-opening': {
    ...predicted('opening', ({ kept }) =>
      share(kept.mri, ({ opening }) => opening.scheduled >= 40 && opening.scheduled <= 80),
    ),
    inside: {
      bounds: NEARLY_ALL,
      text: {
        fr: 'Part des IRM ouvertes de 40 à 80 h au programmé (« hors cas extrêmes »).',
        en: 'Share of MRI open 40 to 80 h for scheduled exams (“extreme cases aside”).',
      },
    },
  },
  'ct-scheduled-opening': built('opening', ({ kept }) => middle(kept.ct, scheduledOpening)),
  'ct-scheduled-occupancy': built('occupancy', ({ kept }) => middle(kept.ct, scheduledOccupancy)),
  'mri-scheduled-opening-median': built('opening', ({ kept }) => middle(kept.mri, scheduledOpening)),
  'mri-scheduled-occupancy': built('occupancy', ({ kept }) => middle(kept.mri, scheduledOccupancy)),
  'ct-occupancy-with-emergency': predicted('occupancy-with-emergency', ({ kept }) =>
    middle(kept.ct, ({ occupancy }) => occupancy.withEmergency),
  ),
  'ct-opening-with-emergency': built('opening-with-emergency', ({ kept }) => middle(kept.ct, bothOpenings)),
  'mri-occupancy-with-emergency': predicted('occupancy-with-emergency', ({ kept }) =>
    middle(kept.mri, ({ occupancy }) => occupancy.withEmergency),
  ),
  'mri-opening-with-emergency': built('opening-with-emergency', ({ kept }) => middle(kept.mri, bothOpenings)),
  'ct-on-call': built('on-call', (view) => onCallShare(view, 'ct')),
  'mri-on-call': built('on-call', (view) => onCallShare(view, 'mri')),
  'on-call-start': {
    ...predicted('on-call', ({ devices }) => {
      const starts = MODALITIES.flatMap((modality) =>
        devices[modality].flatMap(({ onCallFrom }) => (onCallFrom === null ? [] : [onCallFrom])),
      );
      return starts.filter((hour) => hour >= 17.5 && hour <= 22).length / Math.max(1, starts.length);
    }),
    inside: {
      bounds: NEARLY_ALL,
      text: {
        fr: 'Part des appareils de permanence où elle commence entre 17 h 30 et 22 h, en semaine.',
        en: 'Share of the devices on call where it begins between 17:30 and 22:00 on weekdays.',
      },
    },
  },
  'ct-busy-nights': predicted('night', (view) => shareOf(view, 'ct', (device) => device.weekdayNight >= 10)),
  'ct-quiet-nights': predicted('night', (view) => shareOf(view, 'ct', (device) => nightOf(device) <= 5)),
  'night-mri-below-ct': predicted(
    'night',
    ({ devices }) => mean(devices.mri.map(nightOf)) - mean(devices.ct.map(nightOf)),
  ),
  'night-first-part': predicted('night', ({ campaign }) =>
    mean(campaign.devices.map(({ night }) => night.first - night.deep)),
  ),
  'on-call-ct-above-mri': built('on-call', (view) => onCallShare(view, 'ct') - onCallShare(view, 'mri')),
  'margins-ct-above-mri': predicted(
    'margins',
    ({ kept }) => mean(kept.mri.map(scheduledOccupancy)) - mean(kept.ct.map(scheduledOccupancy)),
  ),
  'occupancy-mri-above-ct': built(
    'occupancy',
    ({ kept }) => middle(kept.mri, scheduledOccupancy) - middle(kept.ct, scheduledOccupancy),
  ),
  'opening-mri-above-ct': built(
    'opening',
    ({ kept }) => middle(kept.mri, scheduledOpening) - middle(kept.ct, scheduledOpening),
  ),
  'occupancy-spread-mri-below-ct': built(
    'occupancy',
    ({ kept }) => spread(kept.mri, scheduledOccupancy) - spread(kept.ct, scheduledOccupancy),
  ),
  'opening-spread-mri-below-ct': built(
    'opening',
    ({ kept }) => spread(kept.mri, scheduledOpening) - spread(kept.ct, scheduledOpening),
  ),
  'passages-ct': predicted('passages', ({ devices }) => middle(devices.ct, allPassages)),
  'passages-mri': predicted('passages', ({ devices }) => middle(devices.mri, allPassages)),
  'passages-ct-above-mri': predicted(
    'passages',
    ({ devices }) => middle(devices.ct, allPassages) - middle(devices.mri, allPassages),
  ),
  'durations-ct-below-mri': built('duration', (view) =>
    Math.max(...CLASSES.map((one) => medianDuration(view, 'ct', one) - medianDuration(view, 'mri', one))),
  ),
  'ct-duration-H-above-A': longerThanA('ct', 'H'),
  'ct-duration-R-above-A': longerThanA('ct', 'R'),
  'ct-duration-U-above-A': longerThanA('ct', 'U'),
  'mri-duration-H-above-A': longerThanA('mri', 'H'),
  'mri-duration-R-above-A': longerThanA('mri', 'R'),
  'mri-duration-U-above-A': longerThanA('mri', 'U'),
  'complex-patients-ct-above-mri': built(
    'mix',
    (view) => shareOfPassages(view, 'ct', ['H', 'R', 'U']) - shareOfPassages(view, 'mri', ['H', 'R', 'U']),
  ),
  'mri-emergency-share': built('mix', (view) => shareOfPassages(view, 'mri', ['U'])),
  'ct-delay-A': built('delay', (view) => medianDelay(view, 'ct', 'A')),
  'ct-delay-H': built('delay', (view) => medianDelay(view, 'ct', 'H')),
  'mri-delay-A': built('delay', (view) => medianDelay(view, 'mri', 'A')),
  'mri-delay-H': built('delay', (view) => medianDelay(view, 'mri', 'H')),
  // No exam type has an agenda of its own, so the paediatric case is offered what every case is.
  'mri-delay-paediatric': predicted('delay', (view) => medianDelay(view, 'mri', 'A')),
  'delays-mri-above-ct': built('delay', (view) =>
    Math.min(...BOOKED.map((one) => medianDelay(view, 'mri', one) - medianDelay(view, 'ct', one))),
  ),
  'ct-report-A': built('report', (view) => medianReport(view, 'ct', 'A')),
  'ct-report-H': built('report', (view) => medianReport(view, 'ct', 'H')),
  'mri-report-A': built('report', (view) => medianReport(view, 'mri', 'A')),
  'mri-report-H': built('report', (view) => medianReport(view, 'mri', 'H')),
  'reports-mri-above-ct': built('report', (view) =>
    Math.min(...BOOKED.map((one) => medianReport(view, 'mri', one) - medianReport(view, 'ct', one))),
  ),
};

const UNITS: Readonly<Record<StatementUnit, ReproduceUnit>> = {
  'share-of-devices': 'ratio',
  'share-of-passages': 'ratio',
  ratio: 'ratio',
  'hours-per-week': 'h/week',
  'hour-of-day': 'h',
  days: 'd',
  minutes: 'min',
  'passages-per-week': '/week',
};

function toleranceOf({ value, unit }: PublishedStatement, status: ReproduceStatus) {
  if (value === null) return null;
  if (unit === 'share-of-devices' || unit === 'share-of-passages') return TOLERANCES.shares;
  if (unit === 'ratio') return TOLERANCES.points;
  if (unit === 'days') return TOLERANCES.days;
  return status === 'predicted' ? TOLERANCES.predicted : TOLERANCES.fitted;
}

function rowOf(statement: PublishedStatement): MeasuredRow {
  const reading = READINGS[statement.id];
  if (reading === undefined) throw new RangeError(`no measure of the statement ${statement.id}`);
  const { group, status, measure, inside } = reading;
  return {
    head: {
      id: statement.id,
      group,
      status,
      modality: statement.modality,
      class: null,
      quantile: null,
      text: inside?.text ?? statement.text,
      unit: inside === undefined ? UNITS[statement.unit] : 'ratio',
      figure: statement.figure,
      published: statement.value,
      bounds: inside?.bounds ?? (statement.value === null ? statement.bounds : null),
      tolerance: toleranceOf(statement, status),
    },
    measure,
  };
}

/** Every statement of the report; throws at once where one has no measure. */
export const STATEMENT_ROWS: readonly MeasuredRow[] = deepFreeze([
  ...anap2010Statements.map(rowOf),
  {
    head: {
      id: 'panel-passages',
      group: 'passages',
      status: 'predicted',
      modality: null,
      class: null,
      quantile: null,
      text: {
        fr: 'Passages du panel en 28 jours : « plus de 250 000 examens », 270 100 actes.',
        en: 'Passages of the panel in 28 days: “more than 250,000 exams”, 270,100 acts.',
      },
      unit: 'passages',
      figure: null,
      published: null,
      bounds: { low: 250_000, high: 270_100 },
      tolerance: null,
    },
    measure: ({ campaign }) => campaign.devices.reduce((sum, one) => sum + 4 * allPassages(one), 0),
  } satisfies MeasuredRow,
]);
