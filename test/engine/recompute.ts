/**
 * The indicators once more, from the passage records and the week template alone: by lists and sorting where the engine
 * adds to counters. What records do not hold is left out: first and third available place (nobody is booked there),
 * fill rate and rebookings (a passage keeps its last appointment), minutes lost by cause (they belong to nobody).
 */
import type { PassageRecord } from '../../src/engine/record.ts';
import { publicHolidayDays } from '../../src/model/calendar-fr.ts';
import { round12 } from '../../src/model/results/estimate.ts';
import type { Device, Flow, Scenario } from '../../src/model/scenario.ts';
import type { PatientClass } from '../../src/model/vocabulary.ts';

const DAY = 86_400;
const WEEK = 604_800;
const CLASSES: readonly PatientClass[] = ['A', 'H', 'R', 'U'];

/** Smallest opening notion of the twelve types, as the campaign lists them (ANAP 2010). */
const SCHEDULED = ['public-scheduled', 'public-unscheduled', 'liberal', 'private', 'outside-physician'];
const EXTENDED = ['emergency', 'reconditioning', 'breakdown', 'research'];
const WITHOUT_PATIENTS = ['reconditioning', 'breakdown', 'maintenance', 'quality-control'];

/** One vacation that takes place, in seconds of the run. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** 0 scheduled, 1 extended, 2 total. */
  readonly opening: number;
  /** Neither on-call nor without patients: its overrun is overtime. */
  readonly isProgramme: boolean;
}

/** Sunday's vacations take place on public holidays. */
function kindOfDays(scenario: Scenario, days: number): readonly number[] {
  const { startDay, holidays } = scenario.calendar;
  const off =
    startDay === null || holidays === 'none'
      ? []
      : publicHolidayDays(startDay, startDay + days, holidays).map((day) => day - startDay);
  return Array.from({ length: days }, (_, day) => (off.includes(day) ? 6 : day % 7));
}

/** The vacations of a device that begin in the run, from its week template, closures and holidays, in order. */
export function spansOf(scenario: Scenario, device: Device, weeks: number): readonly Span[] {
  const closed = scenario.calendar.closures.filter(({ devices }) => devices.includes(device.id));
  return kindOfDays(scenario, weeks * 7)
    .flatMap((kind, day) => {
      if (closed.some(({ fromDay, days }) => day >= fromDay && day < fromDay + days)) return [];
      const week = Math.floor(day / 7);
      return device.week
        .filter((one) => one.day === kind && week >= one.firstWeek && week <= (one.lastWeek ?? week))
        .filter((one) => (week - one.firstWeek) % one.everyWeeks === 0)
        .map((one) => ({
          from: day * DAY + one.fromSeconds,
          to: day * DAY + one.toSeconds,
          opening: SCHEDULED.includes(one.type) ? 0 : EXTENDED.includes(one.type) ? 1 : 2,
          isProgramme: one.type !== 'on-call' && !WITHOUT_PATIENTS.includes(one.type),
        }));
    })
    .sort((a, b) => a.from - b.from);
}

/** Seconds of [from, to) inside vacations of an opening notion, the run ending after `weeks`. */
function secondsInside(spans: readonly Span[], opening: number, from: number, to: number, weeks: number) {
  return spans
    .filter((span) => span.opening <= opening)
    .reduce((sum, span) => {
      const end = Math.min(span.to, to, weeks * WEEK);
      return sum + Math.max(0, end - Math.max(span.from, from));
    }, 0);
}

/** Opening seconds of a device over the run, by notion: scheduled, extended, total. */
export function openingSeconds(scenario: Scenario, device: Device, weeks: number): readonly number[] {
  const spans = spansOf(scenario, device, weeks);
  return [0, 1, 2].map((opening) => secondsInside(spans, opening, 0, weeks * WEEK, weeks));
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Smallest value that at least the share `p` of the sorted values does not exceed. */
function rankQuantile(sorted: readonly number[], p: number): number | null {
  return sorted.find((_, rank) => rank + 1 >= p * sorted.length) ?? null;
}

/** Bounds of the bins that durations are counted in: whole minutes to 128, then 16 an octave to 2^17. */
const BOUNDS: readonly number[] = [
  ...Array.from({ length: 128 }, (_, minute) => minute),
  ...Array.from({ length: 161 }, (_, n) => 2 ** (7 + Math.floor(n / 16)) * (1 + (n % 16) / 16)),
];

/** Quantile of durations in seconds, in minutes, values spread evenly within their bin. */
function spreadQuantile(seconds: readonly number[], p: number): number | null {
  const minutes = seconds.map((one) => Math.floor(one / 60)).sort((a, b) => a - b);
  const at = rankQuantile(minutes, p);
  if (at === null) return null;
  const last = BOUNDS.length - 2;
  const bin = Math.min(
    last,
    BOUNDS.findLastIndex((bound) => bound <= at),
  );
  const low = BOUNDS[bin]!;
  const high = BOUNDS[bin + 1]!;
  const below = minutes.filter((minute) => minute < low).length;
  const inside = minutes.filter((minute) => minute >= low && (minute < high || bin === last)).length;
  return low + ((p * minutes.length - below) / inside) * (high - low);
}

const byClass = <T>(of: (patientClass: PatientClass) => T) =>
  Object.fromEntries(CLASSES.map((one) => [one, of(one)])) as Record<PatientClass, T>;

const isNight = (t: number) => t % DAY >= 20 * 3600 || t % DAY < 7 * 3600;

/** From when a patient waits for the room. */
const due = (record: PassageRecord) => Math.max(record.arrival!, record.appointment ?? 0);

/**
 * Overtime of each programme vacation that ends in the run: the latest end, before the next one begins, of an exam of a
 * patient who was there by its end, and who was booked, had entered, or was finished in a closed room; on-call work is
 * none. An exam that runs on into the next programme counts up to its beginning.
 */
function overruns(done: readonly PassageRecord[], spans: readonly Span[], weeks: number): readonly number[] {
  const programme = spans.filter(({ isProgramme }) => isProgramme);
  const isOpen = (t: number) => spans.some(({ from, to }) => t > from && t <= to);
  return programme
    .map((span, rank) => ({ end: span.to, next: programme[rank + 1]?.from ?? Number.POSITIVE_INFINITY }))
    .filter(({ end }) => end < weeks * WEEK)
    .map(({ end, next }) =>
      Math.max(
        0,
        ...done
          .filter(({ arrival, roomOut }) => arrival! <= end && roomOut! > end)
          .filter(({ roomIn, roomOut, appointment }) => {
            const atEnd = Math.min(roomOut!, next);
            return roomIn! < next && (appointment !== null || roomIn! < end || !isOpen(atEnd));
          })
          .map(({ roomOut }) => Math.min(roomOut!, next) - end),
      ),
    );
}

/**
 * Indicators of a device that records and calendar give. Null where records do not say it: `occupancy` where breakdowns
 * interrupt exams, `overtime` where the interrupted patient is rebooked and the visit forgotten.
 */
export function recomputeDevice(
  records: readonly PassageRecord[],
  scenario: Scenario,
  id: string,
  weeks: number,
) {
  const device = scenario.devices.find((one) => one.id === id)!;
  const spans = spansOf(scenario, device, weeks);
  const opening = openingSeconds(scenario, device, weeks);
  const entered = records.filter((record) => record.device === id);
  const done = entered.filter(({ outcome }) => outcome === 'done');
  const icrOf = (record: PassageRecord) => scenario.exams.find((exam) => exam.id === record.examType)!.icr;
  const openingAt = (t: number) => spans.find(({ from, to }) => t >= from && t < to)?.opening ?? 3;
  const examSeconds = (notion: number) =>
    entered.reduce(
      (sum, { roomIn, roomOut }) =>
        sum + secondsInside(spans, notion, roomIn!, roomOut ?? weeks * WEEK, weeks),
      0,
    );
  const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const icr = (notion: number) =>
    ratio(
      done.filter(({ roomIn }) => openingAt(roomIn!) <= notion).reduce((sum, one) => sum + icrOf(one), 0),
      opening[notion]! / 3600,
    );
  const over = overruns(done, spans, weeks);
  return {
    opening: {
      scheduled: opening[0]! / 3600 / weeks,
      extended: opening[1]! / 3600 / weeks,
      total: opening[2]! / 3600 / weeks,
    },
    occupancy:
      device.breakdowns === null
        ? {
            scheduled: ratio(examSeconds(0), opening[0]!),
            extended: ratio(examSeconds(1), opening[1]!),
            total: ratio(examSeconds(2), opening[2]!),
          }
        : null,
    volume: {
      ...byClass((one) => done.filter((record) => record.class === one).length / weeks),
      all: done.length / weeks,
      night: done.filter(({ roomIn }) => isNight(roomIn!)).length / weeks,
    },
    icrPerHour: { scheduled: icr(0), extended: icr(1) },
    wait: byClass((one) => {
      const waits = done
        .filter((record) => record.class === one)
        .map((record) => Math.max(0, record.roomIn! - due(record)));
      const inMinutes = mean(waits);
      return {
        mean: inMinutes === null ? null : inMinutes / 60,
        p50: spreadQuantile(waits, 0.5),
        p90: spreadQuantile(waits, 0.9),
      };
    }),
    overtime:
      device.breakdowns?.interrupted === 'rebook'
        ? null
        : {
            minutesPerWeek: over.reduce((sum, seconds) => sum + seconds, 0) / 60 / weeks,
            share: ratio(over.filter((seconds) => seconds > 0).length, over.length),
          },
  };
}

/** Indicators of one modality of a site that records give. */
export function recomputeModality(
  records: readonly PassageRecord[],
  scenario: Scenario,
  site: string,
  modality: string,
  weeks: number,
) {
  const flows = new Map<string, Flow>(scenario.flows.map((flow) => [flow.id, flow]));
  const own = records.filter((record) => record.modality === modality);
  const here = own.filter((record) => record.site === site);
  const isBooked = (record: PassageRecord) => record.appointment !== null && record.requested >= 0;
  const delayOf = (record: PassageRecord) => record.offeredDate! - Math.floor(record.requested / DAY);
  const access = (exam: string | null) =>
    byClass((one) => {
      const delays = here
        .filter((record) => isBooked(record) && record.class === one)
        .filter((record) => exam === null || record.examType === exam)
        .map(delayOf)
        .sort((a, b) => a - b);
      return {
        mean: mean(delays),
        p20: rankQuantile(delays, 0.2),
        p50: rankQuantile(delays, 0.5),
        p80: rankQuantile(delays, 0.8),
      };
    });
  const perWeek = (keep: (record: PassageRecord) => boolean, among = here) =>
    byClass((one) => among.filter((record) => record.class === one && keep(record)).length / weeks);
  const ended = (outcome: PassageRecord['outcome']) => perWeek((record) => record.outcome === outcome);
  const exams = new Set(here.filter(isBooked).map(({ examType }) => examType));
  return {
    access: access(null),
    accessByExam: Object.fromEntries([...exams].map((exam) => [exam, access(exam)])),
    withinTarget: byClass((one) => {
      const aimed = here.filter((record) => {
        const { targetDays } = flows.get(record.flow)!;
        return record.class === one && isBooked(record) && targetDays !== null;
      });
      const within = aimed.filter((record) => delayOf(record) <= flows.get(record.flow)!.targetDays!);
      return aimed.length === 0 ? null : within.length / aimed.length;
    }),
    requested: perWeek(({ requested, flow }) => requested >= 0 && flows.get(flow)!.sites[0] === site, own),
    declined: ended('declined'),
    refused: ended('refused'),
    diverted: ended('diverted'),
    blocked: ended('blocked'),
    reneged: ended('reneged'),
    noShow: ended('noShow'),
    cancelled: ended('cancelled'),
    report: byClass((one) => {
      const delays = here
        .filter((record) => record.class === one && record.reported !== null)
        .map((record) => record.reported! - record.roomOut!);
      return {
        p20: spreadQuantile(delays, 0.2),
        p50: spreadQuantile(delays, 0.5),
        p80: spreadQuantile(delays, 0.8),
      };
    }),
  };
}

/** The numbers of a tree to 12 digits: sums may be made in another order. */
export function rounded(tree: unknown): unknown {
  if (typeof tree === 'number') return round12(tree);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, rounded(value)]));
}

/** Without what records do not say, at the root of the tree. */
export const known = (tree: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(tree).filter(([, value]) => value !== null));
