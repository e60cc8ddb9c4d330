/** The best of many weeks drawn at random among those that keep the rules. */
import type { WeekChange } from '../../../../src/optimize/week/change.ts';
import { type Judge, type Week, withChange } from './judge.ts';
import { type Found, race, type Trial } from './trial.ts';

/** A number from 0 up to 1. */
export type Draw = () => number;

/** One of some things. */
export const oneOf = <T>(things: readonly T[], draw: Draw): T | undefined =>
  things[Math.floor(draw() * things.length)];

/** A change drawn so that those worth more come more often: the better of three. */
export function promising(
  judge: Judge,
  worthOf: (change: WeekChange) => number,
  draw: Draw,
): WeekChange | undefined {
  const drawn = [0, 1, 2].flatMap(() => oneOf(judge.changes, draw) ?? []);
  return drawn.sort((a, b) => worthOf(b) - worthOf(a))[0];
}

/** Changes that are tried before a week is taken as full. */
const TRIES = 60;

/** A week of so many changes drawn at random, fewer when no more go together. */
export function randomWeek(judge: Judge, changes: readonly WeekChange[], count: number, draw: Draw): Week {
  let week: Week = [];
  let done = 0;
  for (let tries = 0; tries < TRIES && done < count; tries++) {
    const change = oneOf(changes, draw);
    if (change === undefined) break;
    const more = withChange(week, change);
    if (!judge.allows(more)) continue;
    week = more;
    done += 1;
  }
  return week;
}

/** The best of so many weeks at random, each of 1 to as many changes as the rules allow, in a race for the whole budget. */
export async function bestOfRandom(trial: Trial, count: number, draw: Draw): Promise<Found> {
  const { judge } = trial;
  const weeks = Array.from({ length: count }, () =>
    randomWeek(judge, judge.changes, 1 + Math.floor(draw() * judge.rules.changes), draw),
  );
  return trial.found(await race(trial, weeks));
}
