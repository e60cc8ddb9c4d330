/** Random picks of a catalogue, and what two weeks differ by, computed minute by minute. */
import fc from 'fast-check';
import type { Scenario, Vacation } from '../../../../src/model/scenario.ts';
import { mostOf, type Pick, type WeekChange } from '../../../../src/optimize/week/change.ts';
import type { Exclusion } from '../../../../src/optimize/week/problem.ts';

/** Picks of any changes, each as often as it can be done at most; they may exclude each other. */
export const anyPicks = (changes: readonly WeekChange[], most = 8): fc.Arbitrary<readonly Pick[]> =>
  fc.uniqueArray(fc.nat(changes.length - 1), { maxLength: most }).chain((ranks) =>
    fc.tuple(
      ...ranks.map((rank) => {
        const change = changes[rank]!;
        return fc.integer({ min: 1, max: mostOf(change) }).map((times) => ({ change, times }));
      }),
    ),
  );

/** Picks with those left out that would break an exclusion. */
export function allowed(picks: readonly Pick[], exclusions: readonly Exclusion[]): readonly Pick[] {
  const kept: Pick[] = [];
  for (const pick of picks) {
    const all = [...kept, pick];
    const isBroken = exclusions.some(
      ({ ids, most }) =>
        all.filter(({ change }) => ids.includes(change.id)).reduce((sum, { times }) => sum + times, 0) > most,
    );
    if (!isBroken) kept.push(pick);
  }
  return kept;
}

/** Seconds of a vacation, a week. */
const seconds = (one: Vacation): number => (one.toSeconds - one.fromSeconds) / one.everyWeeks;
const PROGRAMME = [
  'public-scheduled',
  'public-unscheduled',
  'liberal',
  'private',
  'outside-physician',
  'emergency',
  'research',
];
const BOOKED = ['public-scheduled', 'liberal', 'private', 'outside-physician', 'research'];

/** Hours a week, written out from the words of the rule: opening, and staff as assumed by the levers. */
export function hoursOf(scenario: Scenario) {
  const week = scenario.devices.flatMap((device) => device.week);
  const hours = (all: readonly Vacation[]): number => all.reduce((sum, one) => sum + seconds(one), 0) / 3600;
  const programme = week.filter(({ type }) => PROGRAMME.includes(type));
  const reading = scenario.sites.flatMap((site) => site.reading?.windows ?? []);
  return {
    opened: hours(programme),
    technologist:
      2 * hours(programme) + hours(week.filter(({ type, callIn }) => type === 'on-call' && callIn === null)),
    radiologist:
      hours(programme.filter(({ provides }) => provides.includes('radiologist'))) +
      reading.reduce((sum, one) => sum + one.readers * (one.toSeconds - one.fromSeconds), 0) / 3600,
    secretary: hours(week.filter(({ type }) => BOOKED.includes(type))) / 2,
  };
}

const DAY = 86_400;
const STEP = 300;

/** What takes place at each five minutes of a week that begins with Monday, in words; the vacation's own hours left out. */
export function minutesOf(week: readonly Vacation[], isKept: (at: number) => boolean): readonly string[] {
  return Array.from({ length: (7 * DAY) / STEP }, (_, rank) => rank * STEP)
    .filter(isKept)
    .map((at) => {
      const there = week
        .filter((one) =>
          [0, 7 * DAY].some(
            (shift) =>
              one.day * DAY + one.fromSeconds <= at + shift && one.day * DAY + one.toSeconds > at + shift,
          ),
        )
        .map(({ day, fromSeconds, toSeconds, firstWeek, ...what }) => JSON.stringify(what));
      return there.sort().join(' & ');
    });
}
