/** What a week needs of staff, and which hours of it take patients without appointment. */
import type { StaffGroup } from '../../model/rules/rules.ts';
import { needsGroup } from '../../model/rules/staff.ts';
import type { Device, Scenario, Vacation } from '../../model/scenario.ts';
import { DAY, HOUR } from '../../model/units.ts';
import { GRID } from '../levers/week-edit.ts';
import type { Amount, Footprint } from './problem.ts';

const DAYS_A_WEEK = 7;

/** The parts of a day for which urgent cover is held, seconds since midnight. */
const DAY_PERIODS = Object.freeze([
  { id: 'night', fromSeconds: 0, toSeconds: 7 * HOUR },
  { id: 'morning', fromSeconds: 7 * HOUR, toSeconds: 12 * HOUR },
  { id: 'afternoon', fromSeconds: 12 * HOUR, toSeconds: 18 * HOUR },
  { id: 'evening', fromSeconds: 18 * HOUR, toSeconds: DAY },
]);

/** The key of a step of five minutes of a group at a site. */
export const presenceKey = (group: StaffGroup, site: string, day: number, step: number): string =>
  `${group}|${site}|${day}|${step}`;

/** A vacation cut at midnight: its hours by day. */
const daysOf = ({ day, fromSeconds, toSeconds }: Vacation) =>
  [0, 1]
    .map((later) => ({
      day: (day + later) % DAYS_A_WEEK,
      fromSeconds: Math.max(0, fromSeconds - later * DAY),
      toSeconds: Math.min(DAY, toSeconds - later * DAY),
    }))
    .filter((part) => part.toSeconds > part.fromSeconds);

const plus = (sums: Map<string, number>, key: string, amount: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + amount);
};

/** Steps touched by vacations of one device that need each group, once each. */
function addPresence(
  sums: Map<string, number>,
  site: string,
  vacations: readonly Vacation[],
  groups: readonly StaffGroup[],
  sign: number,
): void {
  const touched = new Set<string>();
  for (const vacation of vacations)
    for (const group of groups) {
      if (!needsGroup(vacation, group)) continue;
      for (const { day, fromSeconds, toSeconds } of daysOf(vacation))
        for (let step = Math.floor(fromSeconds / GRID); step * GRID < toSeconds; step++)
          touched.add(presenceKey(group, site, day, step));
    }
  for (const key of touched) plus(sums, key, sign);
}

/** Device-hours of vacations that take emergencies or intensive care, where the department has such patients. */
function addCover(
  sums: Map<string, number>,
  scenario: Scenario,
  device: Device,
  vacations: readonly Vacation[],
  sign: number,
): void {
  const classes: ReadonlySet<string> = new Set(
    scenario.flows
      .filter((flow) => flow.walkIn && flow.modality === device.modality && flow.sites[0] === device.site)
      .map((flow) => flow.class)
      .filter((one) => one === 'U' || one === 'R'),
  );
  if (classes.size === 0) return;
  for (const vacation of vacations) {
    if (!vacation.inserted.some((one) => classes.has(one))) continue;
    for (const { day, fromSeconds, toSeconds } of daysOf(vacation))
      for (const period of DAY_PERIODS) {
        const [from, to] = [Math.max(fromSeconds, period.fromSeconds), Math.min(toSeconds, period.toSeconds)];
        const key = `${device.site}/${device.modality}/${day}/${period.id}`;
        if (to > from) plus(sums, key, (sign * (to - from)) / HOUR / vacation.everyWeeks);
      }
  }
}

const NEGLIGIBLE = 1e-9;

const amounts = (sums: ReadonlyMap<string, number>): readonly Amount[] =>
  [...sums].flatMap(([key, amount]) => (Math.abs(amount) > NEGLIGIBLE ? [{ key, amount }] : []));

/** The footprint of a whole week; of staff, only that of the groups asked for. */
export function footprintOf(scenario: Scenario, groups: readonly StaffGroup[]): Footprint {
  const [cover, presence] = [new Map<string, number>(), new Map<string, number>()];
  for (const device of scenario.devices) {
    addCover(cover, scenario, device, device.week, 1);
    addPresence(presence, device.site, device.week, groups, 1);
  }
  return { cover: amounts(cover), presence: amounts(presence) };
}

/** Vacations of days in which two weeks of a device differ, and of the day before: a night goes on into the next day. */
function aroundDifferences(week: readonly Vacation[], other: readonly Vacation[]): readonly Vacation[] {
  const [here, there] = [new Set(week), new Set(other)];
  const days = new Set<number>();
  for (const vacation of [...week.filter((one) => !there.has(one)), ...other.filter((one) => !here.has(one))])
    for (const shift of [-1, 0, 1]) days.add((vacation.day + shift + DAYS_A_WEEK) % DAYS_A_WEEK);
  return week.filter(({ day }) => days.has(day));
}

/** What `after` adds to the footprint of `before`; both list the same devices in the same order. */
export function footprintDifference(
  before: Scenario,
  after: Scenario,
  groups: readonly StaffGroup[],
): Footprint {
  const [cover, presence] = [new Map<string, number>(), new Map<string, number>()];
  after.devices.forEach((device, rank) => {
    const was = before.devices[rank];
    if (was === undefined || was.week === device.week) return;
    const sides = [
      { of: was, vacations: aroundDifferences(was.week, device.week), sign: -1 },
      { of: device, vacations: aroundDifferences(device.week, was.week), sign: 1 },
    ];
    for (const { of, vacations, sign } of sides) {
      addCover(cover, before, of, vacations, sign);
      addPresence(presence, of.site, vacations, groups, sign);
    }
  });
  return { cover: amounts(cover), presence: amounts(presence) };
}
