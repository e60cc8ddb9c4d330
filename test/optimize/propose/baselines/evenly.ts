/** The same hours as another week adds, spread evenly over the working days and the devices, as sessions the rules allow. */
import { HOUR } from '../../../../src/model/units.ts';
import type { WeekChange } from '../../../../src/optimize/week/change.ts';
import { leverOf } from './families.ts';
import { hoursOf, type Judge, type Week, withChange } from './judge.ts';
import { type Found, race, type Trial } from './trial.ts';

const WORKING_DAYS = [0, 1, 2, 3, 4];
const SHARE = 0.25;

/** How the hours are cut: so many sessions, each so long. */
interface Cut {
  readonly sessions: number;
  readonly seconds: number;
}

/**
 * Hours as equal sessions: as many as the shortest allows, and the changes; each on the step. More than the longest
 * session are as many as that takes.
 */
export function cutOf(judge: Judge, hours: number): Cut {
  const { shortestSeconds, longestSeconds, stepSeconds } = judge.rules.session;
  const seconds = hours * HOUR;
  const sessions = Math.min(judge.rules.changes, Math.floor(seconds / shortestSeconds));
  if (sessions === 0) return { sessions: 0, seconds: 0 };
  const each = Math.floor(seconds / sessions / stepSeconds) * stepSeconds;
  return { sessions, seconds: Math.min(each, longestSeconds) };
}

const lengthOf = ({ hours }: WeekChange): number =>
  hours === null ? 0 : hours.toSeconds - hours.fromSeconds;

/** Places in turn: the next device each time, days as far apart as they can be. */
function spread(judge: Judge, { sessions, seconds }: Cut, firstDay: number, content: string): Week {
  const opens = judge.changes.filter((one) => one.kind === 'open' && lengthOf(one) === seconds);
  const devices = [...new Set(opens.flatMap((one) => one.devices))];
  const isEvening = (one: WeekChange): boolean => leverOf(judge, one).startsWith('open evening ');
  let week: Week = [];
  for (let n = 0; n < sessions; n++) {
    const day = WORKING_DAYS[(firstDay + Math.floor((n * WORKING_DAYS.length) / sessions)) % 5]!;
    const device = devices[n % devices.length];
    const here = opens
      .filter((one) => device !== undefined && one.devices.includes(device) && one.hours?.day === day)
      .sort((a, b) => Number(isEvening(b)) - Number(isEvening(a)));
    const wished = here.filter(({ id }) => id.slice(id.lastIndexOf('/') + 1).split('@')[0] === content);
    const next = [...wished, ...here].find((one) => judge.allows(withChange(week, one)));
    if (next !== undefined) week = withChange(week, next);
  }
  return week;
}

/**
 * The hours that a week adds (those the rules allow when it adds none), as equal sessions, one device after the other, on
 * days as far apart as they can be, at the end of the programme where that is possible. The first day and who is received
 * are those that do best, in a race for a quarter of the budget: they are few.
 */
export async function bestEvenly(trial: Trial, proposed: Week): Promise<Found> {
  const { judge } = trial;
  const added = hoursOf(proposed);
  const cut = cutOf(judge, added > 0 ? added : (judge.rules.addedHours ?? 0));
  const weeks = WORKING_DAYS.flatMap((day) =>
    ['A', 'A+H'].map((content) => spread(judge, cut, day, content)),
  );
  return trial.found(
    await race(
      trial,
      weeks.filter((week) => week.length > 0),
      SHARE,
    ),
  );
}
