/** The week of each device: vacations that do not collide, and what is written in them fits. */

import type { DocumentPath, Finding } from '../finding.ts';
import { scenarioError, scenarioWarning } from '../scenario-codes.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { DAY, MINUTE, WEEK } from '../units.ts';
import { VACATION_FACTS } from '../vocabulary.ts';
import { type DeviceInput, type VacationInput, vacationSeconds, vacationText } from './shape.ts';

const minutes = (seconds: number) => Math.round((seconds / MINUTE) * 100) / 100;

const eachVacation = (
  input: ScenarioInput,
  check: (vacation: VacationInput, path: DocumentPath, device: DeviceInput) => Finding[],
): Finding[] =>
  input.devices.flatMap((device, index) =>
    device.week.flatMap((vacation, position) =>
      check(vacation, ['devices', index, 'week', position], device),
    ),
  );

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** A vacation on one of its days, in seconds since Monday 00:00 of a week it takes place in. */
interface Span {
  readonly entry: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly every: number;
  readonly first: number;
  /** Infinite where it has no last week. */
  readonly last: number;
}

/** Pairs told of one device; a week written twice would otherwise tell each vacation against each. */
const MOST_PAIRS = 100;

/** True when some weeks put both in the same week, or the second so many weeks later. */
function meet(a: Span, b: Span, weeksLater: number): boolean {
  const apart = b.first - weeksLater - a.first;
  // Weeks f + k·every of both: solvable when the divisor of the periods divides.
  if (apart % divisor(a.every, b.every) !== 0) return false;
  const lastOfBoth = Math.min(a.last, b.last - weeksLater);
  if (lastOfBoth === Number.POSITIVE_INFINITY) return true;
  // Weeks of the first from the first of both on: one of the next `b.every` of them meets the second.
  let week = a.first + a.every * Math.max(0, Math.ceil(apart / a.every));
  while ((week + weeksLater - b.first) % b.every !== 0) week += a.every;
  return week <= lastOfBoth;
}

/** The first meeting of each pair of vacations, in order of time: none is longer than a day, so few can meet one. */
function meetings(spans: readonly Span[]): readonly (readonly [Span, Span])[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.entry - b.entry);
  const found = new Map<string, readonly [Span, Span]>();
  sorted.forEach((a, rank) => {
    for (let next = rank + 1; next < rank + sorted.length && found.size < MOST_PAIRS; next++) {
      const b = sorted[next % sorted.length]!;
      const weeksLater = next < sorted.length ? 0 : 1;
      if (b.start + weeksLater * WEEK >= a.end) break;
      const pair = `${Math.min(a.entry, b.entry)}/${Math.max(a.entry, b.entry)}`;
      if (!found.has(pair) && meet(a, b, weeksLater)) found.set(pair, [a, b]);
    }
  });
  return [...found.values()];
}

/**
 * Vacations of a device never overlap: on the same day, past midnight, from Sunday to Monday, every other week.
 * @example checkOverlaps({ devices: [{ week: [{ days: [0], from: 0, to: 3600 }, { days: [0], from: 0, to: 60 }] }] }).length // 1
 */
export function checkOverlaps(input: ScenarioInput): Finding[] {
  return input.devices.flatMap((device, index) => {
    const spans = device.week.flatMap((vacation, entry) =>
      vacation.days.map(
        (day): Span => ({
          entry,
          day,
          start: day * DAY + vacation.from,
          end: day * DAY + vacation.from + vacationSeconds(vacation),
          every: vacation.every ?? 1,
          first: vacation['first-week'] ?? 0,
          last: vacation['last-week'] ?? Number.POSITIVE_INFINITY,
        }),
      ),
    );
    return meetings(spans).map((inOrder) => {
      const [first, second] = inOrder.map((span) => vacationText(device.week[span.entry]!, span.day));
      const later = Math.max(...inOrder.map(({ entry }) => entry));
      const values = { device: device.id, first: first ?? '', second: second ?? '' };
      return scenarioError('vacations-overlap', values, ['devices', index, 'week', later]);
    });
  });
}

/**
 * A vacation that ends does not end before it begins.
 * @example checkLastWeek({ devices: [{ week: [{ 'first-week': 3, 'last-week': 2 }] }] })[0].values // { last: 2, first: 3 }
 */
export function checkLastWeek(input: ScenarioInput): Finding[] {
  return eachVacation(input, (vacation, path) => {
    const first = vacation['first-week'] ?? 0;
    const last = vacation['last-week'] ?? first;
    return last >= first
      ? []
      : [scenarioError('last-week-before-first', { last, first }, [...path, 'last-week'])];
  });
}

/**
 * The minutes kept aside in a vacation, all together, are no more than it has; and it takes appointments.
 * @example checkReserveSizes({ devices: [{ week: [{ from: 0, to: 3600, type: 'private', reserve: [{ minutes: 3601 }] }] }] }).length // 1
 */
export function checkReserveSizes(input: ScenarioInput): Finding[] {
  return eachVacation(input, (vacation, path) => {
    const reserves = vacation.reserve ?? [];
    if (reserves.length === 0) return [];
    if (!VACATION_FACTS[vacation.type].books) {
      return [scenarioWarning('reserve-not-booked', { type: vacation.type }, [...path, 'reserve'])];
    }
    const kept = reserves.reduce((sum, reserve) => sum + reserve.minutes, 0);
    const length = vacationSeconds(vacation);
    if (kept <= length) return [];
    const values = { minutes: minutes(kept), limit: minutes(length) };
    return [scenarioError('reserve-too-large', values, [...path, 'reserve'])];
  });
}

/**
 * Fixed appointment times do not go back, and lie inside their vacation.
 * @example checkAppointments({ devices: [{ week: [{ from: 0, to: 3600, appointments: [0, 3600] }] }] })[0].values // { minutes: 60, limit: 60 }
 */
export function checkAppointments(input: ScenarioInput): Finding[] {
  return eachVacation(input, (vacation, path) => {
    const length = vacationSeconds(vacation);
    return (vacation.appointments ?? []).flatMap((at, rank, all) => {
      const place = [...path, 'appointments', rank];
      const previous = all[rank - 1] ?? 0;
      if (at < previous) {
        const values = { minutes: minutes(at), previous: minutes(previous) };
        return [scenarioError('appointments-decreasing', values, place)];
      }
      if (at < length) return [];
      return [scenarioError('appointments-beyond', { minutes: minutes(at), limit: minutes(length) }, place)];
    });
  });
}

/**
 * The minutes at the end in which nobody is inserted are fewer than the vacation has.
 * @example checkEarlyEnd({ devices: [{ week: [{ from: 0, to: 3600, 'early-end': 3600 }] }] })[0].code // 'early-end-too-long'
 */
export function checkEarlyEnd(input: ScenarioInput): Finding[] {
  return eachVacation(input, (vacation, path) => {
    const length = vacationSeconds(vacation);
    const early = vacation['early-end'] ?? 0;
    if (early < length) return [];
    const values = { minutes: minutes(early), limit: minutes(length) };
    return [scenarioWarning('early-end-too-long', values, [...path, 'early-end'])];
  });
}

/**
 * On-call presence is said of on-call vacations only.
 * @example checkPresence({ devices: [{ week: [{ type: 'private', presence: 'garde' }] }] })[0].code // 'presence-ignored'
 */
export function checkPresence(input: ScenarioInput): Finding[] {
  return eachVacation(input, (vacation, path) =>
    vacation.presence === undefined || vacation.type === 'on-call'
      ? []
      : [scenarioWarning('presence-ignored', { type: vacation.type }, [...path, 'presence'])],
  );
}

/**
 * A device has at least one vacation that receives patients.
 * @example checkDeviceOpens({ devices: [{ id: 'irm', week: [] }] })[0].code // 'device-never-open'
 */
export function checkDeviceOpens(input: ScenarioInput): Finding[] {
  return input.devices.flatMap((device, index) =>
    device.week.some((vacation) => vacation.days.length > 0 && !VACATION_FACTS[vacation.type].planned)
      ? []
      : [scenarioWarning('device-never-open', { device: device.id }, ['devices', index, 'week'])],
  );
}
