/** What is wrong with the weeks of a scenario, found by writing them out one by one: nothing of the program's own checks. */
import type { Device, Scenario, Vacation } from '../../../src/model/scenario.ts';

const DAY = 86_400;
const BOOKED = ['public-scheduled', 'liberal', 'private', 'outside-physician', 'research'];

/** Hours of each time a vacation takes place in so many weeks, seconds since the Monday of week 0. */
function times(vacation: Vacation, weeks: number): readonly (readonly [number, number])[] {
  return Array.from({ length: weeks }, (_, week) => week)
    .filter(
      (week) =>
        week >= vacation.firstWeek &&
        (vacation.lastWeek === null || week <= vacation.lastWeek) &&
        (week - vacation.firstWeek) % vacation.everyWeeks === 0,
    )
    .map((week) => {
      const midnight = (week * 7 + vacation.day) * DAY;
      return [midnight + vacation.fromSeconds, midnight + vacation.toSeconds] as const;
    });
}

/** Weeks written out: enough for vacations that come back every 1, 2, 3, 4 or 7 weeks to meet. */
const WEEKS = 24;
const counted = new WeakMap<Device, number>();

/** Vacations of a device that take place at the same time, as a count; a device seen before is not written out again. */
export function overlapsOf(device: Device): number {
  const known = counted.get(device);
  if (known !== undefined) return known;
  const all = device.week.flatMap((vacation) => times(vacation, WEEKS)).sort(([a], [b]) => a - b);
  const count = all.filter(([from], rank) => rank > 0 && from < all[rank - 1]![1]).length;
  counted.set(device, count);
  return count;
}

function vacationFlaws(vacation: Vacation, flows: ReadonlySet<string>): readonly string[] {
  const { day, fromSeconds, toSeconds, reserves, appointments, earlyEndSeconds } = vacation;
  const length = toSeconds - fromSeconds;
  const kept = reserves.reduce((sum, { seconds }) => sum + seconds, 0);
  const isBooked = BOOKED.includes(vacation.type);
  const rules: Readonly<Record<string, boolean>> = {
    day: Number.isInteger(day) && day >= 0 && day <= 6,
    hours: Number.isInteger(fromSeconds) && fromSeconds >= 0 && fromSeconds < DAY,
    length: Number.isInteger(toSeconds) && length > 0 && length <= DAY,
    weeks: vacation.everyWeeks >= 1 && vacation.everyWeeks <= 52 && vacation.firstWeek >= 0,
    firstWeek: vacation.firstWeek <= 51,
    lastWeek: vacation.lastWeek === null || vacation.lastWeek >= vacation.firstWeek,
    earlyEnd: earlyEndSeconds >= 0 && earlyEndSeconds < length,
    reserves: kept <= length && reserves.length <= 8 && (isBooked || reserves.length === 0),
    reserved: reserves.every((one) => one.seconds >= 0 && one.flows.every((id) => flows.has(id))),
    release: reserves.every(({ releaseDays }) => releaseDays === null || Number.isInteger(releaseDays)),
    appointments:
      appointments === null ||
      (appointments.length > 0 &&
        appointments.every((at, rank) => at < length && at >= (appointments[rank - 1] ?? 0))),
    classes: isBooked || vacation.type === 'on-call' || vacation.exams === null || vacation.exams.length > 0,
    inserted: new Set(vacation.inserted).size === vacation.inserted.length,
    callIn: vacation.callIn === null || vacation.type === 'on-call',
  };
  return Object.entries(rules).flatMap(([name, holds]) => (holds ? [] : [name]));
}

const isSorted = <T>(list: readonly T[], before: (a: T, b: T) => boolean): boolean =>
  list.every((one, rank) => rank === 0 || !before(one, list[rank - 1]!));

/** Each flaw of a scenario's weeks, pools, closures and reading hours, with where it is; empty when sound. */
export function weekFlaws(scenario: Scenario): readonly string[] {
  const flows = new Set(scenario.flows.map(({ id }) => id));
  const devices = scenario.devices.flatMap((device) => {
    const order = isSorted(
      device.week,
      (a, b) => a.day < b.day || (a.day === b.day && a.fromSeconds < b.fromSeconds),
    );
    const mates = scenario.devices.filter(({ pool }) => pool === device.pool);
    return [
      ...(overlapsOf(device) === 0 ? [] : ['overlap']),
      ...(order ? [] : ['order']),
      ...(mates.length <= 20 &&
      mates.every(({ site, modality }) => site === device.site && modality === device.modality)
        ? []
        : ['pool']),
      ...device.week.flatMap((vacation, rank) =>
        vacationFlaws(vacation, flows).map((flaw) => `vacation ${rank}: ${flaw}`),
      ),
    ].map((flaw) => `${device.id}: ${flaw}`);
  });
  const ids = new Set(scenario.devices.map(({ id }) => id));
  const { closures } = scenario.calendar;
  const windows = scenario.sites.flatMap(({ reading }) => reading?.windows ?? []);
  return [
    ...devices,
    ...(isSorted(closures, (a, b) => a.fromDay < b.fromDay) ? [] : ['closures: order']),
    ...closures.flatMap((one) => (one.devices.every((id) => ids.has(id)) ? [] : ['closures: device'])),
    ...windows.flatMap((one) =>
      one.toSeconds > one.fromSeconds && one.toSeconds <= DAY && one.readers >= 1 ? [] : ['reading hours'],
    ),
    ...scenario.flows.flatMap((flow) =>
      flow.devices.length === 0 ||
      (flow.devices.every(({ id }) => ids.has(id)) &&
        Math.abs(flow.devices.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9)
        ? []
        : [`${flow.id}: devices`],
    ),
  ];
}
