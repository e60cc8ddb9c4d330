/** The weeks of a template that differ: vacations of every other week, temporary ones. */
import type { Scenario, Vacation } from '../../../model/scenario.ts';
import { DAY, WEEK } from '../../../model/units.ts';
import type { Stretch } from './stretches.ts';

/** A vacation in one week, cut at its Monday 00:00 and at the next. */
export interface Taking extends Stretch {
  readonly vacation: Vacation;
}

/** No vacation of a scenario begins later, or ends later. */
const LAST_WEEK = 519 + 52;

const isAlways = ({ everyWeeks, firstWeek, lastWeek }: Vacation): boolean =>
  everyWeeks === 1 && firstWeek === 0 && lastWeek === null;

/** What takes place in every week from the first on is taken to have done so before. */
const takesPlace = (vacation: Vacation, week: number): boolean =>
  isAlways(vacation) ||
  (week >= vacation.firstWeek &&
    (vacation.lastWeek === null || week <= vacation.lastWeek) &&
    (week - vacation.firstWeek) % vacation.everyWeeks === 0);

/** The vacations of a week, those of the week before that run into it included, in order of their start. */
export function takingsOf(template: readonly Vacation[], week: number): readonly Taking[] {
  const found = template.flatMap((vacation) =>
    [0, 1].flatMap((earlier) => {
      if (!takesPlace(vacation, week - earlier)) return [];
      const monday = vacation.day * DAY - earlier * WEEK;
      const from = Math.max(0, monday + vacation.fromSeconds);
      const to = Math.min(WEEK, monday + vacation.toSeconds);
      return to > from ? [{ from, to, vacation }] : [];
    }),
  );
  return found.sort((a, b) => a.from - b.from);
}

/** A week that stands for all that are like it. */
export interface KindOfWeek {
  readonly week: number;
  /** Of the weeks a scenario can have, how many are like it: 0..1, together 1. */
  readonly share: number;
}

/** The weeks in which not the same vacations take place, each once; one week where all take place in every week. */
export function kindsOfWeek(...scenarios: readonly Pick<Scenario, 'devices'>[]): readonly KindOfWeek[] {
  const rare = scenarios.flatMap(({ devices }) =>
    devices.flatMap(({ week }) => week.filter((vacation) => !isAlways(vacation))),
  );
  if (rare.length === 0) return [{ week: 0, share: 1 }];
  const weeks = LAST_WEEK + 1;
  const kinds = new Map<string, { readonly week: number; count: number }>();
  for (let week = 0; week < weeks; week++) {
    const key = rare
      .map((one) => `${takesPlace(one, week) ? 1 : 0}${takesPlace(one, week - 1) ? 1 : 0}`)
      .join('');
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { week, count: 1 });
    else kind.count += 1;
  }
  return [...kinds.values()].map(({ week, count }) => ({ week, share: count / weeks }));
}
