/**
 * Editing the week of a device: opening hours where nothing else takes place, closing or moving others. A week stays as
 * consistent as it was: vacations never overlap, each fits what is written in it, and the order stays canonical.
 */
import type { Device, Scenario, Vacation } from '../../model/scenario.ts';
import { DAY, HOUR, MINUTE, WEEK } from '../../model/units.ts';
import { VACATION_FACTS } from '../../model/vocabulary.ts';

/** Places stand on a five-minute grid; hours that are opened are whole steps of it. */
export const GRID = 5 * MINUTE;
/** What is left of a vacation that is shortened: less is not worth a team. */
const SHORTEST = 2 * HOUR;
const LAST_FIRST_WEEK = 51;
const LAST_WEEK = 519;

/** Hours of a day of the week, seconds since its midnight; they may go past the next one. */
export interface Hours {
  readonly day: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/**
 * True for vacations in which a team on site receives patients: all but on-call and the hours set aside.
 * @example isProgramme({ type: 'on-call' }) // false
 */
export const isProgramme = ({ type }: Pick<Vacation, 'type'>): boolean =>
  type !== 'on-call' && !VACATION_FACTS[type].planned;

/**
 * Hours a week of a vacation, on average over the weeks it takes place in.
 * @example weeklyHours({ fromSeconds: 0, toSeconds: 7200, everyWeeks: 2 }) // 1
 */
export const weeklyHours = (vacation: Pick<Vacation, 'fromSeconds' | 'toSeconds' | 'everyWeeks'>): number =>
  (vacation.toSeconds - vacation.fromSeconds) / HOUR / vacation.everyWeeks;

/**
 * Minutes as seconds, in whole steps of the grid; never negative.
 * @example onGrid(62) // 3600
 */
export const onGrid = (minutes: number): number => Math.max(0, Math.round((minutes * MINUTE) / GRID) * GRID);

const startOf = ({ day, fromSeconds }: Hours): number => day * DAY + fromSeconds;
const endOf = ({ day, toSeconds }: Hours): number => day * DAY + toSeconds;

/** To the same hours in the weeks before, of, and after: a Sunday night ends on the next Monday. */
const AROUND_THE_WEEK = [-WEEK, 0, WEEK];

/** A vacation whose start has passed midnight belongs to the next day, and from Sunday to the next week. */
function dated(vacation: Vacation): Vacation {
  if (vacation.fromSeconds < DAY) return vacation;
  const next = {
    ...vacation,
    day: vacation.day + 1,
    fromSeconds: vacation.fromSeconds - DAY,
    toSeconds: vacation.toSeconds - DAY,
  };
  if (next.day < 7) return next;
  // What takes place in every week from the first on does so in the next week too.
  const isAlways = vacation.everyWeeks === 1 && vacation.firstWeek === 0;
  const first = isAlways ? 0 : vacation.firstWeek + 1;
  return {
    ...next,
    day: 0,
    firstWeek: first > LAST_FIRST_WEEK ? first - vacation.everyWeeks : first,
    lastWeek: vacation.lastWeek === null ? null : Math.min(LAST_WEEK, vacation.lastWeek + 1),
  };
}

/** A vacation at other hours of its day; its early end stays shorter than it is. */
export function atHours(vacation: Vacation, fromSeconds: number, toSeconds: number): Vacation {
  const earlyEndSeconds = Math.min(vacation.earlyEndSeconds, Math.floor((toSeconds - fromSeconds) / 2));
  return dated({ ...vacation, fromSeconds, toSeconds, earlyEndSeconds });
}

/** Vacations in canonical order: by day, then by start. */
export const inOrder = (week: readonly Vacation[]): readonly Vacation[] =>
  [...week].sort((a, b) => a.day - b.day || a.fromSeconds - b.fromSeconds);

/**
 * Parts of some hours outside others, in order.
 * @example outside({ day: 1, fromSeconds: 0, toSeconds: 60 }, [{ day: 1, fromSeconds: 0, toSeconds: 20 }]) // [{ day: 1, fromSeconds: 20, toSeconds: 60 }]
 */
export function outside(hours: Hours, taken: readonly Hours[]): readonly Hours[] {
  let parts: readonly (readonly [number, number])[] = [[startOf(hours), endOf(hours)]];
  for (const one of taken)
    for (const shift of AROUND_THE_WEEK) {
      const [from, to] = [startOf(one) + shift, endOf(one) + shift];
      // Most of a week is elsewhere.
      if (!parts.some(([start, end]) => to > start && from < end)) continue;
      parts = parts.flatMap(([start, end]): readonly (readonly [number, number])[] =>
        to <= start || from >= end
          ? [[start, end]]
          : [[start, Math.min(end, from)] as const, [Math.max(start, to), end] as const].filter(
              ([a, b]) => b > a,
            ),
      );
    }
  const midnight = hours.day * DAY;
  return parts.map(([start, end]) => ({
    day: hours.day,
    fromSeconds: start - midnight,
    toSeconds: end - midnight,
  }));
}

/**
 * The parts of some hours in which nothing but on-call takes place, in any week: those that can be opened.
 * @example freeParts([], { day: 1, fromSeconds: 0, toSeconds: 60 }) // [{ day: 1, fromSeconds: 0, toSeconds: 60 }]
 */
export const freeParts = (week: readonly Vacation[], hours: Hours): readonly Hours[] =>
  outside(
    hours,
    week.filter(({ type }) => type !== 'on-call'),
  );

/** The week in which on-call leaves some hours free; what is before and after stays. */
export function withoutOnCall(week: readonly Vacation[], hours: Hours): readonly Vacation[] {
  return inOrder(
    week.flatMap((vacation) => {
      if (vacation.type !== 'on-call' || !overlaps(vacation, hours)) return [vacation];
      return outside(vacation, [hours]).map((part) => atHours(vacation, part.fromSeconds, part.toSeconds));
    }),
  );
}

/**
 * The week with a vacation more, where nothing but on-call takes place: on-call gives way, and whoever it received is
 * received too. The vacation is cut to what is free; the week is the same when nothing is.
 */
export function withOpened(week: readonly Vacation[], vacation: Vacation): readonly Vacation[] {
  const parts = freeParts(week, vacation);
  if (parts.length === 0) return week;
  const onCall = week.filter(({ type }) => type === 'on-call');
  const added = parts.map((part) => {
    const displaced = onCall.filter((one) => overlaps(one, part)).flatMap(({ inserted }) => inserted);
    const more = displaced.filter((one) => !vacation.inserted.includes(one));
    const opened = atHours(vacation, part.fromSeconds, part.toSeconds);
    return more.length === 0 ? opened : { ...opened, inserted: [...vacation.inserted, ...new Set(more)] };
  });
  return inOrder([...parts.reduce<readonly Vacation[]>(withoutOnCall, week), ...added]);
}

/**
 * True when two spans of hours meet in some week, past midnight and from Sunday to Monday too.
 * @example overlaps({ day: 6, fromSeconds: 0, toSeconds: 90000 }, { day: 0, fromSeconds: 0, toSeconds: 60 }) // true
 */
export const overlaps = (a: Hours, b: Hours): boolean =>
  AROUND_THE_WEEK.some((shift) => startOf(a) + shift < endOf(b) && endOf(a) + shift > startOf(b));

/** The last vacation of the programme of a day; null when there is none. */
export function lastOfProgramme(week: readonly Vacation[], day: number): Vacation | null {
  return week
    .filter((vacation) => vacation.day === day && isProgramme(vacation))
    .reduce<Vacation | null>(
      (last, one) => (last === null || one.toSeconds > last.toSeconds ? one : last),
      null,
    );
}

/** The longest standard slot of a device, seconds. */
const longestSlot = (device: Device): number =>
  Math.max(
    ...Object.values(device.slotSeconds),
    ...Object.values(device.slotSecondsByExam).flatMap((slots) => Object.values(slots)),
  );

/** True when a team, the longest slot and the minutes kept aside still fit in what is left of a vacation. */
function isEnough(device: Device, { reserves }: Vacation, length: number): boolean {
  const kept = reserves.reduce((sum, { seconds }) => sum + seconds, 0);
  return length >= Math.max(SHORTEST, longestSlot(device) + GRID, kept);
}

/**
 * The vacation of a device ending earlier, or null when what is left would be too short for a team (2 hours), for the
 * longest slot, for the minutes kept aside, or for any of the fixed appointments.
 */
export function endingAt(device: Device, vacation: Vacation, toSeconds: number): Vacation | null {
  const length = toSeconds - vacation.fromSeconds;
  if (!isEnough(device, vacation, length)) return null;
  const shorter = atHours(vacation, vacation.fromSeconds, toSeconds);
  if (vacation.appointments === null) return shorter;
  const appointments = vacation.appointments.filter((at) => at < length);
  return appointments.length === 0 ? null : { ...shorter, appointments };
}

/**
 * The vacation of a device beginning later, or null when what is left would be too short (as `endingAt`). Fixed
 * appointments keep their times of day; those before the new start are dropped.
 */
export function startingAt(device: Device, vacation: Vacation, fromSeconds: number): Vacation | null {
  if (!isEnough(device, vacation, vacation.toSeconds - fromSeconds)) return null;
  const shorter = atHours(vacation, fromSeconds, vacation.toSeconds);
  if (vacation.appointments === null) return shorter;
  const later = fromSeconds - vacation.fromSeconds;
  const appointments = vacation.appointments.filter((at) => at >= later).map((at) => at - later);
  return appointments.length === 0 ? null : { ...shorter, appointments };
}

/** The scenario with another week on a device; the same one when the week is, or when it has no such device. */
export function withWeekOf(
  scenario: Scenario,
  id: string,
  edit: (device: Device) => readonly Vacation[],
): Scenario {
  const rank = scenario.devices.findIndex((device) => device.id === id);
  const device = scenario.devices[rank];
  if (device === undefined) return scenario;
  const week = edit(device);
  const isSame =
    week.length === device.week.length && week.every((vacation, place) => vacation === device.week[place]);
  if (isSame) return scenario;
  return { ...scenario, devices: scenario.devices.with(rank, { ...device, week }) };
}
