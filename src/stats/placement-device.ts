/** The numbers of one device beside a benchmark: opening, occupancy, ICR, passages, durations, night and on-call. */
import { weeksEach } from '../engine/compile-site.ts';
import type { ModalityBenchmark, NightShare, OnCallShare } from '../model/benchmark/benchmark.ts';
import type { BenchmarkReadings, ShareComparison } from '../model/benchmark/placement.ts';
import { type Estimate, round12 } from '../model/results/estimate.ts';
import type { DeviceIndicators, Indicator } from '../model/results/results.ts';
import type { Device, Scenario } from '../model/scenario.ts';
import { CLASSES, type VacationType } from '../model/vocabulary.ts';
import { declaredDuration, mayUse } from './declared-durations.ts';
import type { Gathered } from './placement-rows.ts';

const HOUR = 3600;
const WEEKDAYS = 5;

/** A number of the scenario itself: it has no interval. */
const stated = (value: number, n: number): Estimate => ({
  mean: round12(value),
  low: round12(value),
  high: round12(value),
  n,
});

/**
 * Hours a week of a device's vacations of some types over a run of so many weeks, public holidays and closures aside; a
 * vacation that comes every other week, or ends at half of the run, counts half.
 * @example weeklyHours({ week: [{ type: 'on-call', fromSeconds: 0, toSeconds: 7200, everyWeeks: 2, lastWeek: null }] }, ['on-call'], 52) // 1
 */
export function weeklyHours(
  device: Pick<Device, 'week'>,
  types: readonly VacationType[],
  weeks: number,
): number {
  return device.week
    .filter(({ type }) => types.includes(type))
    .reduce((sum, one) => sum + (one.toSeconds - one.fromSeconds) / HOUR / weeksEach(one, weeks), 0);
}

/**
 * Whether a device is of a published share of nights; null where its interval, or the count itself, cannot tell. Passages
 * are counted over all seven nights, so a limit by weekday night can be denied (too few in all) and not affirmed.
 * @example nightHolds({ side: 'at-most', passages: 5, per: 'week' }, { mean: 3, low: 2, high: 4, n: 10 }) // true
 * @example nightHolds({ side: 'at-least', passages: 10, per: 'weekday-night' }, { mean: 60, low: 58, high: 62, n: 10 }) // null
 */
export function nightHolds(
  { side, passages, per }: Pick<NightShare, 'side' | 'passages' | 'per'>,
  { mean, low, high }: Estimate,
): boolean | null {
  const least = low ?? mean;
  const most = high ?? mean;
  const limit = per === 'week' ? passages : passages * WEEKDAYS;
  if (side === 'at-most') {
    if (most <= limit) return true;
    return least > limit && per === 'week' ? false : null;
  }
  if (most < limit) return false;
  return least >= limit && per === 'week' ? true : null;
}

/** Whether ICRs are known for all that is asked of a device. */
function isIcrKnown(device: Device, scenario: Scenario): boolean {
  const asked = new Set(
    scenario.flows
      .filter((flow) => mayUse(flow, device))
      .flatMap(({ exams }) => exams.filter(({ share }) => share > 0).map(({ id }) => id)),
  );
  const exams = scenario.exams.filter(({ id }) => asked.has(id));
  return exams.length > 0 && exams.every(({ icr }) => icr > 0);
}

/** Adds the rows of a device. */
export function placeDevice(
  rows: Gathered,
  device: Device,
  measured: DeviceIndicators<Indicator>,
  scenario: Scenario,
  panel: ModalityBenchmark,
  readings: BenchmarkReadings,
  replications: number,
): void {
  placeOpening(rows, device, measured, scenario, panel);
  rows.place('passages', 'passages-per-week', measured.volume.all, panel.passagesPerWeek);
  placeDurations(rows, device, scenario, panel, readings, replications);
  placeNight(rows, measured, panel);
  placeOnCall(rows, device, panel.onCallShare, scenario.run.weeks, replications);
}

function placeOpening(
  rows: Gathered,
  device: Device,
  { opening, occupancy, icrPerHour }: DeviceIndicators<Indicator>,
  scenario: Scenario,
  panel: ModalityBenchmark,
): void {
  const { scheduled } = opening;
  // A device of emergencies only is not of the panel.
  if (scheduled === null || (scheduled !== 'unstable' && scheduled.mean === 0)) {
    for (const row of ['opening', 'occupancy', 'icr'] as const) rows.omit(row, 'no-scheduled-opening');
    return;
  }
  rows.place('opening', 'hours-per-week', scheduled, panel.openingHours);
  rows.place('occupancy', 'ratio', occupancy.scheduled, panel.occupancyRatio);
  if (isIcrKnown(device, scenario)) {
    rows.place('icr', 'icr-per-hour', icrPerHour.scheduled, panel.icrPerHour);
  } else rows.omit('icr', 'icr-unknown');
}

function placeDurations(
  rows: Gathered,
  device: Device,
  scenario: Scenario,
  panel: ModalityBenchmark,
  { durations }: BenchmarkReadings,
  replications: number,
): void {
  for (const one of CLASSES) {
    const band = panel.examDurationMinutes[one];
    if (band === undefined) continue;
    const declared = declaredDuration(scenario, device, one, durations === 'exams' ? 'median' : 'mean');
    if ('minutes' in declared) {
      const value = stated(declared.minutes, replications);
      rows.place('exam-duration', 'minutes', value, band, { class: one, certainty: 'stated' });
    } else if (declared.reason !== 'nobody') rows.omit('exam-duration', declared.reason, one);
  }
}

function placeNight(
  rows: Gathered,
  { volume: { all, night } }: DeviceIndicators<Indicator>,
  { nightShares }: ModalityBenchmark,
): void {
  if (night === null || all === null) return;
  const shares: readonly ShareComparison[] = nightShares.map((share) => ({
    kind: 'night',
    share,
    holds: night === 'unstable' ? null : nightHolds(share, night),
  }));
  rows.add('night', 'passages-per-week', night, { shares });
  if (night === 'unstable' || all === 'unstable' || all.mean === 0) return;
  rows.add('night-share', 'ratio', shareOf(night, all), {});
}

/** A part of a whole; its bounds are those of both put the worst way round, so rather too wide. */
function shareOf(part: Estimate, whole: Estimate): Estimate {
  const bound = (of: number | null, by: number | null) =>
    of === null || by === null || by === 0 ? null : round12(of / by);
  return {
    mean: round12(part.mean / whole.mean),
    low: bound(part.low, whole.high),
    high: bound(part.high, whole.low),
    n: part.n,
  };
}

function placeOnCall(
  rows: Gathered,
  device: Device,
  share: OnCallShare | null,
  weeks: number,
  replications: number,
): void {
  if (share === null) {
    rows.omit('on-call', 'not-in-benchmark');
    return;
  }
  const { aboveHours } = share;
  const types: readonly VacationType[] = aboveHours === null ? ['on-call'] : ['on-call', 'emergency'];
  const hours = weeklyHours(device, types, weeks);
  const holds = hours > (aboveHours ?? 0);
  rows.add('on-call', 'hours-per-week', stated(hours, replications), {
    certainty: 'stated',
    source: share.source,
    shares: [{ kind: 'on-call', share, holds }],
  });
}
