/** Sessions of the present week that may change, and finding them again in another week. */
import type { Scenario, Vacation } from '../../../model/scenario.ts';
import { inOrder, withWeekOf } from '../../levers/week-edit.ts';
import type { AlikeDevices } from './alike.ts';
import { hoursId } from './change-parts.ts';

/** The group of what may be done of a session: one change at most. */
export const sessionGroup = (at: AlikeDevices, session: Vacation): string =>
  `session/${at.id}/${hoursId(session)}/${session.firstWeek}`;

const isSame = (a: Vacation, b: Vacation): boolean =>
  a.day === b.day &&
  a.fromSeconds === b.fromSeconds &&
  a.toSeconds === b.toSeconds &&
  a.type === b.type &&
  a.everyWeeks === b.everyWeeks &&
  a.firstWeek === b.firstWeek;

/** The scenario with other vacations in place of a session of a device; the same one where it no longer is. */
export const withSession = (
  scenario: Scenario,
  device: string,
  session: Vacation,
  edit: (now: Vacation) => readonly Vacation[],
): Scenario =>
  withWeekOf(scenario, device, ({ week }) => {
    const now = week.find((one) => isSame(one, session));
    return now === undefined ? week : inOrder(week.flatMap((one) => (one === now ? edit(one) : [one])));
  });
