/** Where the rules let sessions be opened on a device: starts and lengths on a grid, those that prolong a day first. */
import type { WeekRules } from '../../../model/rules/rules.ts';
import type { Vacation } from '../../../model/scenario.ts';
import { DAY, HOUR, WEEK } from '../../../model/units.ts';
import { freeParts, type Hours, isProgramme, outside } from '../../levers/week-edit.ts';
import type { Barred } from './barred.ts';

/** Hours of a session, and whether it begins where the programme ends or ends where it begins. */
export interface SessionHours extends Hours {
  readonly isAdjacent: boolean;
}

/** How finely sessions are laid out. */
interface Coarseness {
  /** Starts away from the programme lie on multiples of this. */
  readonly everySeconds: number;
  /** All lengths, or the shortest and the longest only. */
  readonly allLengths: boolean;
}

type Session = WeekRules['session'];

/** Free time longer than this has starts on the hour only, and at both ends. */
const LONG_SECONDS = 6 * HOUR;

/** Lengths from the shortest to the longest. */
function lengthsOf({ shortestSeconds, longestSeconds, stepSeconds }: Session): readonly number[] {
  const count = Math.floor((longestSeconds - shortestSeconds) / stepSeconds) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, rank) => shortestSeconds + rank * stepSeconds);
}

/** The hours of a day in which sessions may be opened, those that touch put together, in order. */
function openingOf(opening: WeekRules['opening'], day: number): readonly Hours[] {
  const hours = opening
    .filter((one) => one.day === day)
    .map(({ fromSeconds, toSeconds }) => ({ day, fromSeconds, toSeconds: Math.min(DAY, toSeconds) }))
    .sort((a, b) => a.fromSeconds - b.fromSeconds);
  const merged: Hours[] = [];
  for (const one of hours) {
    const last = merged.at(-1);
    if (last === undefined || one.fromSeconds > last.toSeconds) merged.push(one);
    else merged[merged.length - 1] = { ...last, toSeconds: Math.max(last.toSeconds, one.toSeconds) };
  }
  return merged;
}

/** A stretch of free time, and what is at its ends. */
interface FreeTime extends Hours {
  readonly followsProgramme: boolean;
  readonly precedesProgramme: boolean;
}

function freeTimes(
  week: readonly Vacation[],
  rules: Pick<WeekRules, 'opening'>,
  barred: Barred,
  day: number,
): readonly FreeTime[] {
  const programme = week.filter(isProgramme);
  const meets = (a: number, b: number): boolean => (a - b) % WEEK === 0;
  return openingOf(rules.opening, day)
    .flatMap((window) => freeParts(week, window))
    .flatMap((part) => outside(part, [...barred.closed, ...barred.frozen]))
    .map((part) => ({
      ...part,
      followsProgramme: programme.some((one) =>
        meets(one.day * DAY + one.toSeconds, day * DAY + part.fromSeconds),
      ),
      precedesProgramme: programme.some((one) =>
        meets(one.day * DAY + one.fromSeconds, day * DAY + part.toSeconds),
      ),
    }));
}

/** Starts of sessions of a length in free time; none leaves less than a step between itself and the programme. */
function startsOf(
  free: FreeTime,
  length: number,
  session: Session,
  { everySeconds }: Coarseness,
): readonly number[] {
  const last = free.toSeconds - length;
  if (last < free.fromSeconds) return [];
  const { stepSeconds } = session;
  const isLong = free.toSeconds - free.fromSeconds > LONG_SECONDS;
  const every = isLong ? Math.max(everySeconds, Math.ceil(HOUR / stepSeconds) * stepSeconds) : everySeconds;
  const first = Math.ceil(free.fromSeconds / stepSeconds) * stepSeconds;
  const starts = [first, Math.floor(last / stepSeconds) * stepSeconds];
  for (let at = Math.ceil(free.fromSeconds / every) * every; at <= last; at += every) starts.push(at);
  const onGrid = starts.filter(
    (at) =>
      at >= free.fromSeconds &&
      at <= last &&
      !(free.followsProgramme && at - free.fromSeconds < stepSeconds) &&
      !(free.precedesProgramme && last - at < stepSeconds),
  );
  const adjacent = [
    ...(free.followsProgramme ? [free.fromSeconds] : []),
    ...(free.precedesProgramme ? [last] : []),
  ];
  return [...new Set([...adjacent, ...onGrid])].sort((a, b) => a - b);
}

function layOut(
  week: readonly Vacation[],
  rules: Pick<WeekRules, 'opening' | 'session'>,
  barred: Barred,
  coarseness: Coarseness,
): readonly SessionHours[] {
  const all = lengthsOf(rules.session);
  const lengths = coarseness.allLengths ? all : [...new Set([all[0], all.at(-1)])];
  const sessions = [0, 1, 2, 3, 4, 5, 6]
    .flatMap((day) => freeTimes(week, rules, barred, day))
    .flatMap((free) =>
      lengths.flatMap((length) =>
        length === undefined
          ? []
          : startsOf(free, length, rules.session, coarseness).map((fromSeconds) => {
              const toSeconds = fromSeconds + length;
              const isAdjacent =
                (free.followsProgramme && fromSeconds === free.fromSeconds) ||
                (free.precedesProgramme && toSeconds === free.toSeconds);
              return { day: free.day, fromSeconds, toSeconds, isAdjacent };
            }),
      ),
    );
  return sessions.sort(
    (a, b) =>
      Number(b.isAdjacent) - Number(a.isAdjacent) ||
      a.day - b.day ||
      a.fromSeconds - b.fromSeconds ||
      a.toSeconds - b.toSeconds,
  );
}

/**
 * The sessions a device may be given under the rules: within the hours of opening, where nothing but on-call takes
 * place, outside closed and frozen hours; of every allowed length; starting on the step, or where the programme ends, or
 * ending where it begins. Free time of more than 6 hours has starts on the hour and at both ends. Where `columnsOf` them
 * would be more than `most`, the grid is coarser: starts every hour, every two, then shortest and longest lengths only,
 * every two hours and every four. Those next to the programme come first.
 */
export function sessionsOf(
  week: readonly Vacation[],
  rules: Pick<WeekRules, 'opening' | 'session'>,
  barred: Barred,
  columnsOf: (sessions: readonly SessionHours[]) => number,
  most: number,
): readonly SessionHours[] {
  const step = rules.session.stepSeconds;
  const onStep = (seconds: number): number => Math.ceil(seconds / step) * step;
  const coarser: readonly Coarseness[] = [
    { everySeconds: step, allLengths: true },
    { everySeconds: onStep(HOUR), allLengths: true },
    { everySeconds: onStep(2 * HOUR), allLengths: true },
    { everySeconds: onStep(2 * HOUR), allLengths: false },
    { everySeconds: onStep(4 * HOUR), allLengths: false },
  ];
  let sessions: readonly SessionHours[] = [];
  for (const coarseness of coarser) {
    sessions = layOut(week, rules, barred, coarseness);
    if (columnsOf(sessions) <= most) break;
  }
  return sessions;
}
