/** Hours spread as thinly as they can be: each device a little later on each working day, whatever the rules say of sessions. */

import type { Device, Scenario, Vacation } from '../../../../src/model/scenario.ts';
import { HOUR } from '../../../../src/model/units.ts';
import {
  atHours,
  freeParts,
  GRID,
  inOrder,
  lastOfProgramme,
  withoutOnCall,
  withWeekOf,
} from '../../../../src/optimize/levers/week-edit.ts';
import type { WeekChange } from '../../../../src/optimize/week/change.ts';
import type { Week } from './judge.ts';

const WORKING_DAYS = [0, 1, 2, 3, 4];

/** Devices whose sessions are booked, and can end later. */
const isBooked = ({ week }: Device): boolean =>
  week.some(({ type, day }) => type !== 'emergency' && type !== 'on-call' && day < 5);

/** A device that goes on for some seconds at the end of each working day, where nothing but on-call is in the way. */
function later({ week }: Device, seconds: number): readonly Vacation[] {
  return WORKING_DAYS.reduce<readonly Vacation[]>((now, day) => {
    const last = lastOfProgramme(now, day);
    if (last === null) return now;
    const more = { day, fromSeconds: last.toSeconds, toSeconds: last.toSeconds + seconds };
    const [free, ...others] = freeParts(now, more);
    if (others.length > 0 || free?.toSeconds !== more.toSeconds || free.fromSeconds !== more.fromSeconds)
      return now;
    const rest = withoutOnCall(
      now.filter((one) => one !== last),
      more,
    );
    return inOrder([...rest, atHours(last, last.fromSeconds, more.toSeconds)]);
  }, week);
}

/**
 * A week in which every booked device ends later on every working day, all together by so many hours, down to the 5-minute
 * grid: shorter than any session the rules allow, so no answer, but the plainest way to spend the hours.
 */
export function thinWeek(scenario: Scenario, hours: number): Week {
  const devices = scenario.devices.filter(isBooked);
  const each = Math.floor((hours * HOUR) / (devices.length * WORKING_DAYS.length) / GRID) * GRID;
  const sites = [...new Set(devices.map(({ site }) => site))];
  return sites.map((site) => ({
    times: 1,
    change: {
      id: `thin/${site}/${hours}`,
      kind: 'open',
      site,
      modality: null,
      devices: [],
      label: { en: 'a little later every day', fr: 'un peu plus tard chaque jour' },
      hours: null,
      openedHours: hours,
      staff: { technologist: 0, radiologist: 0, secretary: 0 },
      group: null,
      apply: (to) =>
        devices
          .filter((device) => device.site === site)
          .reduce((now, { id }) => withWeekOf(now, id, (device) => later(device, each)), to),
    } satisfies WeekChange,
  }));
}
