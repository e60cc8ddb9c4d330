/** Requests: when they come, how many, and which draws they own (rules M2). */
import { describe, expect, it } from 'vitest';
import { schoolHolidayDays } from '../../src/model/calendar-fr.ts';
import type { LoggedRequest } from '../../src/model/scenario.ts';
import {
  ALWAYS_OPEN,
  device,
  flow,
  play,
  type Raw,
  type RawDevice,
  type RawFlow,
  scenarioOf,
} from './play.ts';

const HOUR = 3600;
const DAY = 86_400;
const WEEK = 604_800;

/** A room that takes everybody at once: requests are all that is looked at. */
const AMPLE = device({ count: 20, week: [ALWAYS_OPEN] });

/** The requests of a walk-in flow, in order. */
function requestsOf(
  parts: Partial<RawFlow>,
  weeks: number,
  rest: Partial<Raw> = {},
  log: readonly LoggedRequest[] = [],
  devices: readonly RawDevice[] = [AMPLE],
) {
  const walkIn = flow({ class: 'U', 'walk-in': true, durations: 1, ...parts });
  const logs = new Map([[walkIn.id!, log]]);
  const played = play(scenarioOf({ devices: [...devices], flows: [walkIn], ...rest }, logs), weeks);
  return [...played.records].sort((a, b) => a.requested - b.requested);
}

const timesOf = (parts: Partial<RawFlow>, weeks: number, rest: Partial<Raw> = {}) =>
  requestsOf(parts, weeks, rest).map(({ requested }) => requested);

/** Requests of each week. */
function weekly(times: readonly number[], weeks: number): readonly number[] {
  const counts = new Array<number>(weeks).fill(0);
  for (const time of times) counts[Math.floor(time / WEEK)]! += 1;
  return counts;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('Poisson requests', () => {
  const weeks = 400;
  const times = timesOf({ 'per-week': 100 }, weeks);
  const counts = weekly(times, weeks);

  it('are as many a week as asked', () => {
    const standardError = Math.sqrt(100 / weeks);
    expect(Math.abs(mean(counts) - 100)).toBeLessThan(4 * standardError);
  });

  it('vary from week to week as a Poisson count does', () => {
    const variance = mean(counts.map((count) => (count - 100) ** 2));
    expect(Math.abs(variance / 100 - 1)).toBeLessThan(4 * Math.sqrt(2 / weeks));
  });

  it('have exponential gaps', () => {
    const gaps = times.slice(1).map((time, index) => time - times[index]!);
    const longer = (n: number) => gaps.filter((gap) => gap > (n * WEEK) / 100).length / gaps.length;
    for (const n of [0.5, 1, 2]) {
      const p = Math.exp(-n);
      expect(Math.abs(longer(n) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / gaps.length));
    }
  });
});

describe('a week profile', () => {
  it('says in which hours requests come, and keeps their number', () => {
    const weeks = 200;
    const times = timesOf({ 'per-week': 50, profile: 'office' }, weeks);
    const isOffice = (t: number) => (t % WEEK) / DAY < 5 && t % DAY >= 8 * HOUR && t % DAY < 18 * HOUR;
    expect(times.every(isOffice)).toBe(true);
    expect(Math.abs(times.length / weeks - 50)).toBeLessThan(4 * Math.sqrt(50 / weeks));
  });

  it('has requests in proportion to its weights', () => {
    const profile = new Array<number>(168).fill(0);
    profile[30] = 1;
    profile[31] = 3;
    const hours = timesOf({ 'per-week': 80, profile }, 100).map((t) => Math.floor((t % WEEK) / HOUR));
    expect([...new Set(hours)].sort()).toEqual([30, 31]);
    const share = hours.filter((hour) => hour === 31).length / hours.length;
    expect(Math.abs(share - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / hours.length));
  });

  it('is Sunday’s on public holidays', () => {
    const calendar = { start: '2026-03-30', 'public-holidays': 'metropole' } as const;
    const days = new Set(
      timesOf({ 'per-week': 500, profile: 'office' }, 3, { calendar }).map((t) => Math.floor(t / DAY)),
    );
    // Easter Monday, 6 April 2026, is day 7.
    expect([...days].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 8, 9, 10, 11, 14, 15, 16, 17, 18]);
  });
});

describe('regular requests', () => {
  it('are equally spaced, the first half a space after the start', () => {
    expect(timesOf({ 'per-week': 7, arrivals: 'regular' }, 1).map((t) => t / HOUR)).toEqual([
      12, 36, 60, 84, 108, 132, 156,
    ]);
  });

  it('are equally spaced in the hours of their profile', () => {
    const times = timesOf({ 'per-week': 5, arrivals: 'regular', profile: 'office' }, 1);
    expect(times.map((t) => (t % DAY) / HOUR)).toEqual([13, 13, 13, 13, 13]);
  });

  it('grow in number by so much a year of 52 weeks', () => {
    const grown = timesOf({ 'per-week': 100, arrivals: 'regular', growth: 0.5 }, 52).length;
    // The factor goes from 1 to 1.5, day by day: its mean over the 364 days is 1 + 0.25 × 363/364.
    expect(Math.abs(grown - 5200 * (1 + 0.25 * (363 / 364)))).toBeLessThanOrEqual(1);
  });

  it('are multiplied by the school-holiday factor on school holidays', () => {
    const calendar = { start: '2026-03-30', 'school-zone': 'C' } as const;
    const days = timesOf({ 'per-week': 70, arrivals: 'regular', 'school-holiday-factor': 0 }, 8, {
      calendar,
    });
    const start = 20_542;
    const off = schoolHolidayDays('C', start, start + 56).map((day) => day - start);
    const seen = new Set(days.map((t) => Math.floor(t / DAY)));
    expect(off.length).toBeGreaterThan(10);
    expect(off.filter((day) => seen.has(day))).toEqual([]);
    expect(seen.size).toBe(56 - off.length);
  });

  it('are none when none are asked', () => {
    expect(timesOf({ 'per-week': 0, arrivals: 'regular' }, 2)).toEqual([]);
  });
});

describe('a log', () => {
  it('is replayed to the second, with the exams and durations it gives', () => {
    const log = [
      { atSeconds: 100, exam: 'y', durationSeconds: 90 },
      { atSeconds: 100, exam: 'x', durationSeconds: null },
      { atSeconds: 7000, exam: 'unheard-of', durationSeconds: 61 },
    ];
    const exams: Raw['exams'] = { x: { modality: 'ct' }, y: { modality: 'ct' } };
    const seen = requestsOf({ log: 'x.csv', exams: { x: 1, y: 0.0001 }, durations: 2 }, 1, { exams }, log);
    expect(seen.map((one) => [one.requested, one.examType, one.roomOut! - one.roomIn!])).toEqual([
      [100, 'y', 90],
      [100, 'x', 120],
      [7000, 'x', 61],
    ]);
  });

  it('has a backlog drawn from the flow’s exams and durations, not from the log', () => {
    const scenario = scenarioOf(
      { devices: [device()], flows: [flow({ log: 'x.csv', backlog: { patients: 3 }, durations: 12 })] },
      new Map([['a', [{ atSeconds: 100_000, exam: null, durationSeconds: 60 }]]]),
    );
    const { records, books } = play(scenario, 2);
    expect(books[0]!.in).toEqual({ requested: 1, backlog: 3, received: 0 });
    expect(records.map((one) => one.roomOut! - one.roomIn!).sort((a, b) => a - b)).toEqual([
      60, 720, 720, 720,
    ]);
  });
});

describe('walk-ins of a site with several rooms', () => {
  const rooms = [device({ id: 'd', week: [ALWAYS_OPEN] }), device({ id: 'e', week: [ALWAYS_OPEN] })];
  const shareAt = (id: string, parts: Partial<RawFlow>) => {
    const seen = requestsOf({ 'per-week': 400, ...parts }, 20, {}, [], rooms);
    return { share: seen.filter((one) => one.device === id).length / seen.length, n: seen.length };
  };
  const isNear = ({ share, n }: { share: number; n: number }, p: number) =>
    Math.abs(share - p) < 4 * Math.sqrt((p * (1 - p)) / n);

  it('go to each in equal parts', () => {
    expect(isNear(shareAt('d', {}), 0.5)).toBe(true);
  });

  it('at times of their own in each', () => {
    const seen = requestsOf({ 'per-week': 100 }, 4, {}, [], rooms);
    const timesAt = (id: string) => seen.filter((one) => one.device === id).map(({ requested }) => requested);
    const [d, e] = [timesAt('d'), new Set(timesAt('e'))];
    expect(d.length).toBeGreaterThan(100);
    expect(d.filter((time) => e.has(time)).length).toBeLessThan(3);
  });

  it('or in the shares the flow gives', () => {
    expect(isNear(shareAt('d', { devices: { d: 3, e: 1 } }), 0.75)).toBe(true);
  });

  it('or only to the devices it names', () => {
    expect(shareAt('d', { devices: ['e'] }).share).toBe(0);
  });
});

describe('the n-th request', () => {
  const exams: Raw['exams'] = {
    x: { modality: 'ct', durations: { U: 10 } },
    y: { modality: 'ct', durations: { U: { law: 'exponential', mean: 20 } } },
  };
  const seenWith = (parts: Partial<RawFlow>) =>
    requestsOf({ 'per-week': 300, durations: undefined, exams: { x: 0.5, y: 0.5 }, ...parts }, 2, { exams });
  const lengthOf = ({ roomIn, roomOut }: { roomIn: number | null; roomOut: number | null }) =>
    roomOut! - roomIn!;

  it('keeps its duration when the mix of exams changes', () => {
    const half = seenWith({});
    const less = seenWith({ exams: { x: 0.8, y: 0.2 } });
    const both = half.flatMap((one, n) => (one.examType === 'y' && less[n]!.examType === 'y' ? [n] : []));
    expect(both.length).toBeGreaterThan(50);
    for (const n of both) expect(lengthOf(half[n]!)).toBe(lengthOf(less[n]!));
  });

  it('keeps all other draws when an effect is switched on', () => {
    const without = seenWith({});
    const patient = seenWith({ patience: { law: 'exponential', mean: 1000 } });
    expect(patient.map((one) => [one.requested, one.examType, lengthOf(one)])).toEqual(
      without.map((one) => [one.requested, one.examType, lengthOf(one)]),
    );
  });

  it('keeps all other draws when more requests come', () => {
    const fewer = seenWith({});
    const more = seenWith({ 'per-week': 400 });
    const draws = (one: (typeof fewer)[number]) => [one.examType, lengthOf(one)];
    expect(more.slice(0, 500).map(draws)).toEqual(fewer.slice(0, 500).map(draws));
  });
});
