/**
 * What the campaign of 2010 saw of an exam: its rules and its flaws, as pure functions with switches. Durations and
 * instants in seconds.
 */
import { ln } from '../engine/math.ts';
import type { ObservationSwitches } from '../model/results/reproduce.ts';
import { panelValue } from './panel-parameters.ts';

const MINUTE = 60;
const DAY = 86_400;

/** Everything on, as the campaign was. */
export const OBSERVED_AS_IN_2010: ObservationSwitches = Object.freeze({
  late: true,
  rounded: true,
  dropShort: true,
  clipped: true,
  filtered: true,
});

/** Exams shorter than this were left out of the campaign (note 3): `< 3 min`, strictly. */
export const SHORTEST_SECONDS = 3 * MINUTE;
/** The campaign lasted 28 consecutive days. */
export const CAMPAIGN_WEEKS = 4;
/** Note 4: at least 95 % of the scheduled vacation time offered is occupied to more than 15 %. */
export const FILTER = Object.freeze({ offeredShare: 0.95, occupiedShare: 0.15 });

/** An exam in seconds: entry and exit, as they were or as they were written down. */
export interface Times {
  readonly entry: number;
  readonly exit: number;
}

/**
 * Lateness of a typed time, exponential of mean `typing-lag`, from a draw in [0, 1).
 * @example typedLag(0) // 0
 */
export function typedLag(draw: number): number {
  return -ln(1 - draw) * panelValue('typing-lag') * MINUTE;
}

/**
 * Times typed late, each by its own lateness (seconds).
 * @example typedLate({ entry: 0, exit: 600 }, 30, 90) // { entry: 30, exit: 690 }
 */
export function typedLate({ entry, exit }: Times, entryLag: number, exitLag: number): Times {
  return { entry: entry + entryLag, exit: exit + exitLag };
}

/**
 * Times rounded to the nearest step of typed times, 5 minutes; half a step goes up.
 * @example roundedTimes({ entry: 140, exit: 760 }) // { entry: 0, exit: 900 }
 */
export function roundedTimes({ entry, exit }: Times): Times {
  const step = panelValue('typing-step') * MINUTE;
  const rounded = (t: number) => Math.floor(t / step + 0.5) * step;
  return { entry: rounded(entry), exit: rounded(exit) };
}

/**
 * Whether an exam counts: 3 minutes or more as written down.
 * @example isKept({ entry: 0, exit: 180 }) // true
 * @example isKept({ entry: 0, exit: 179 }) // false
 */
export function isKept({ entry, exit }: Times): boolean {
  return exit - entry >= SHORTEST_SECONDS;
}

/**
 * The times of an exam as written down: exact where the device writes them itself, else typed.
 * @param draws two numbers in [0, 1), used only where times are typed late.
 */
export function observedTimes(
  times: Times,
  isTyped: boolean,
  switches: ObservationSwitches,
  draws: () => number,
): Times {
  if (!isTyped) return times;
  const late = switches.late ? typedLate(times, typedLag(draws()), typedLag(draws())) : times;
  return switches.rounded ? roundedTimes(late) : late;
}

/** A stretch of the week: day from 0 (Monday), seconds of that day. */
export interface Stretch {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Seconds of an exam inside each of these stretches of the week, told one by one: (rank, week, seconds).
 * An exam that passes midnight is cut there.
 */
export function clippedInto(
  { entry, exit }: Times,
  stretches: readonly (readonly (Stretch & { readonly rank: number })[])[],
  tell: (rank: number, week: number, seconds: number) => void,
): void {
  for (let start = entry; start < exit; ) {
    const dayStart = Math.floor(start / DAY) * DAY;
    const end = Math.min(exit, dayStart + DAY);
    const dayOfRun = dayStart / DAY;
    const week = Math.floor(dayOfRun / 7);
    for (const { rank, from, to } of stretches[dayOfRun - 7 * week]!) {
      const seconds = Math.min(end, dayStart + to) - Math.max(start, dayStart + from);
      if (seconds > 0) tell(rank, week, seconds);
    }
    start = end;
  }
}

/**
 * Whether a device passes the rule of note 4: of the scheduled time offered, at least 95 % lies in vacations that are
 * occupied to more than 15 %.
 * @example passesFilter([{ offered: 100, occupied: 60 }, { offered: 4, occupied: 0 }]) // true
 * @example passesFilter([{ offered: 100, occupied: 60 }, { offered: 10, occupied: 0 }]) // false
 */
export function passesFilter(
  vacations: Iterable<{ readonly offered: number; readonly occupied: number }>,
): boolean {
  let all = 0;
  let used = 0;
  for (const { offered, occupied } of vacations) {
    all += offered;
    if (occupied > FILTER.occupiedShare * offered) used += offered;
  }
  return used >= FILTER.offeredShare * all;
}
