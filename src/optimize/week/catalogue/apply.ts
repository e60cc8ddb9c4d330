/** Changes spread over alike devices: which device each is done on, so that none meets another there. */

import { deepFreeze } from '../../../model/freeze.ts';
import { groupBy } from '../../../model/group.ts';
import type { Scenario } from '../../../model/scenario.ts';
import { type CHANGE_KINDS, mostOf, type Pick, type WeekChange } from '../change.ts';

/** A change and the devices it is done on, as many as it is done times; none for what has no device. */
export interface Placement {
  readonly change: WeekChange;
  readonly devices: readonly string[];
}

/**
 * Sessions come first, then what is written in all of a device's sessions, those just opened or changed included; slots come
 * last, so that they are as long as exams take in the week as it has become.
 */
const ORDER: readonly (typeof CHANGE_KINDS)[number][] = [
  'close',
  'open',
  'content',
  'reserve',
  'release',
  'reading',
  'slots',
];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Kinds in order; within a kind by day and start, then by id: what a device gets never depends on the order of picks. */
const inOrder = (a: WeekChange, b: WeekChange): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
  (a.hours?.day ?? 0) - (b.hours?.day ?? 0) ||
  (a.hours?.fromSeconds ?? 0) - (b.hours?.fromSeconds ?? 0) ||
  byText(a.id, b.id);

/** Times of each change, once each, in order; as often as it has devices at most. */
function merged(picks: readonly Pick[]): readonly Pick[] {
  return [...groupBy(picks, ({ change }) => change.id).values()]
    .map((same) => {
      const { change } = same[0]!;
      const times = same.reduce((sum, one) => sum + Math.max(0, Math.floor(one.times)), 0);
      return { change, times: Math.min(times, mostOf(change)) };
    })
    .filter(({ times }) => times > 0)
    .sort((a, b) => inOrder(a.change, b.change));
}

/** What excludes changes on a device: their group, or the openings of a day. Null: nothing does. */
function family({ kind, group, hours }: WeekChange): string | null {
  if (group !== null) return group;
  return kind === 'open' && hours !== null ? `open ${hours.day}` : null;
}

/**
 * The devices each change is done on: openings of a day, by start, on the first device that is free by then (interval
 * colouring: as many devices as meet at once suffice); choices of a group on one device after the other. What has no
 * device left, because picks clash (`conflictsOf`), is left out.
 * @example placements([]) // []
 */
export function placements(picks: readonly Pick[]): readonly Placement[] {
  // By family and device: the end of what is there; a choice of a group never ends.
  const taken = new Map<string, number>();
  return merged(picks)
    .map(({ change, times }) => {
      const of = family(change);
      const start = change.kind === 'open' ? (change.hours?.fromSeconds ?? 0) : 0;
      const end = change.kind === 'open' ? (change.hours?.toSeconds ?? 0) : Number.POSITIVE_INFINITY;
      const free = change.devices.filter((device) => (taken.get(`${of} ${device}`) ?? -1) < start);
      const devices = of === null ? change.devices.slice(0, times) : free.slice(0, times);
      if (of !== null) for (const device of devices) taken.set(`${of} ${device}`, end);
      return { change, devices };
    })
    .filter(({ change, devices }) => devices.length > 0 || change.devices.length === 0);
}

/**
 * The scenario with some changes done, spread over their devices and in a fixed order, whatever the order of the picks;
 * frozen through and through. The very same scenario for no picks. Of picks that exclude each other (`conflictsOf`) those
 * that come first in that order are done; it never throws.
 */
export function applyPicks(base: Scenario, picks: readonly Pick[]): Scenario {
  const done = placements(picks).reduce(
    (scenario, { change, devices }) =>
      devices.length === 0
        ? change.apply(scenario, '')
        : devices.reduce((now, device) => change.apply(now, device), scenario),
    base,
  );
  return done === base ? base : deepFreeze(done);
}
