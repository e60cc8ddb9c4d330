/** Days on which a device is closed, known long before or on the day itself (rules M1.2, M3.1). */
import { describe, expect, it } from 'vitest';
import { booksGap } from '../../src/stats/books.ts';
import { asks, passages, playDays } from './hand-day.ts';
import { device, flow, type Played, play, type RawFlow, scenarioOf, vacation } from './play.ts';

const DAY = 86_400;

interface Closed {
  readonly from: number;
  readonly days: number;
  readonly announced: string;
}

const closedFor = (closure: Closed, parts: Partial<RawFlow>, weeks: number) =>
  play(
    scenarioOf({
      devices: [device()],
      flows: [flow(parts)],
      calendar: { closures: [{ device: 'd', ...closure }] },
    }),
    weeks,
  );

/** Working days without an exam, after the first week, in which the diary fills. */
const idleDays = ({ records, weeks }: Played) => {
  const busy = new Set(records.flatMap(({ roomIn }) => (roomIn === null ? [] : [Math.floor(roomIn / DAY)])));
  return Array.from({ length: weeks * 7 }, (_, day) => day).filter(
    (day) => day >= 7 && day % 7 < 5 && !busy.has(day),
  );
};

describe('a closure', () => {
  it('closes its own days and no other, even when announced before the diary reaches them', () => {
    const closure = { from: 301, days: 5, announced: '100d' };
    expect(idleDays(closedFor(closure, { horizon: 30, arrivals: 'regular' }, 50))).toEqual([
      301, 302, 303, 304, 305,
    ]);
  });

  it('known from the beginning moves nobody', () => {
    const played = closedFor({ from: 21, days: 7, announced: '365d' }, { arrivals: 'regular' }, 8);
    expect(idleDays(played)).toEqual([21, 22, 23, 24, 25]);
    expect(played.modality('s', 'ct').rebooked.A).toBe(0);
  });

  it('announced late moves those already booked, to other days, each once', () => {
    const played = closedFor({ from: 21, days: 7, announced: '2d' }, { lead: 5, arrivals: 'regular' }, 8);
    expect(idleDays(played)).toEqual([21, 22, 23, 24, 25]);
    expect(played.modality('s', 'ct').rebooked.A).toBeGreaterThan(0);
    const ids = played.records.map(({ requested }) => requested);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of today, announced today, moves today’s patients to tomorrow at the earliest', () => {
    const played = closedFor({ from: 14, days: 1, announced: '0d' }, { lead: 3, arrivals: 'regular' }, 4);
    const moved = played.records.filter(
      ({ offeredDate, appointment }) => offeredDate === 14 && appointment !== null,
    );
    expect(moved.length).toBeGreaterThan(0);
    for (const { appointment } of moved) expect(appointment! / DAY).toBeGreaterThan(15);
  });

  it('moves a patient who would have cancelled the appointment that is no more: the new one is kept', () => {
    const played = playDays(
      [asks('a', 'mon 09:00 for 10', { lead: 4, cancel: { probability: 1, notice: '1d' } })],
      { week: [vacation()] },
      { calendar: { closures: [{ device: 'd', from: 4, days: 1, announced: '2d' }] } },
    );
    expect(passages(played)).toEqual(['a thu 08:00–thu 08:10']);
  });

  it('announced on the day on which some of its patients cancel keeps the books', () => {
    const played = closedFor(
      { from: 28, days: 14, announced: '7d' },
      { 'per-week': 55, cancel: { probability: 0.5, notice: '7d' }, backlog: { delay: '40d' } },
      12,
    );
    expect(played.books.map(booksGap)).toEqual([0]);
    expect(played.books[0]!.out.cancelled).toBeGreaterThan(200);
    const places = played.records
      .filter(({ outcome, appointment }) => outcome === 'done' && appointment !== null)
      .map(({ appointment }) => appointment);
    expect(new Set(places).size).toBe(places.length);
  });
});
