/** Changes that are the same lever on other days or devices. */
import { groupBy } from '../../../../src/model/group.ts';
import { HOUR } from '../../../../src/model/units.ts';
import { isProgramme } from '../../../../src/optimize/levers/week-edit.ts';
import type { WeekChange } from '../../../../src/optimize/week/change.ts';
import type { Judge } from './judge.ts';

/** Where a session stands beside the programme of its day. */
function positionOf({ scenario }: Judge, { hours, devices }: WeekChange): string {
  if (hours === null) return '';
  const device = scenario.devices.find(({ id }) => id === devices[0]);
  const ofDay = (device?.week ?? []).filter((one) => one.day === hours.day && isProgramme(one));
  if (ofDay.length === 0) return `day-off ${hours.fromSeconds}`;
  if (hours.fromSeconds === Math.max(...ofDay.map(({ toSeconds }) => toSeconds))) return 'evening';
  if (hours.toSeconds === Math.min(...ofDay.map(({ fromSeconds }) => fromSeconds))) return 'morning';
  return `at ${hours.fromSeconds}`;
}

/** What an id says last: who is received, which part is closed, what is kept. */
const detailOf = ({ id }: WeekChange): string => id.slice(id.lastIndexOf('/') + 1);

/** The lever a change is, its day and its device left out. */
export function leverOf(judge: Judge, change: WeekChange): string {
  const { kind, hours, openedHours } = change;
  const length = hours === null ? 0 : (hours.toSeconds - hours.fromSeconds) / HOUR;
  const position = kind === 'open' ? positionOf(judge, change) : '';
  return [kind, position, length, openedHours, detailOf(change)].join(' ');
}

/** Changes by lever and devices, each in the order of the catalogue. */
export const byLeverAndPlace = (judge: Judge): ReadonlyMap<string, readonly WeekChange[]> =>
  groupBy(judge.changes, (change) => `${leverOf(judge, change)} | ${change.devices[0] ?? change.site}`);
