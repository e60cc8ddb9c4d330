/** Booking elsewhere: one patience, spent on days and on minutes (rule M3.11); nobody is lost on the way. */
import { describe, expect, it } from 'vitest';
import { booksGap } from '../../src/stats/books.ts';
import { device, flow, type Played, play, type RawFlow, scenarioOf, vacation } from './play.ts';
import { smallRegion } from './small-region.ts';

const WEEKS = 26;
const regionOf = (parts: Partial<RawFlow> = {}) => play(scenarioOf(smallRegion(parts)), WEEKS);
const total = ({ books }: Played, of: (one: Played['books'][number]) => number) =>
  books.reduce((sum, one) => sum + of(one), 0);
const sumOf = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);

describe('requests of a territory are conserved', () => {
  const played = regionOf();

  it('in the books: what sites pass on is what others receive, and each request ends once', () => {
    const passedOn = total(played, ({ out }) => out.passedOn);
    expect(passedOn).toBeGreaterThan(500);
    expect(total(played, (one) => one.in.received)).toBe(passedOn);
    expect(played.books.map(booksGap)).toEqual(played.books.map(() => 0));
    const asked = total(played, (one) => one.in.requested + one.in.backlog);
    const ended = total(played, ({ out, left }) => sumOf(out) - out.passedOn + sumOf(left));
    expect(ended).toBe(asked);
  });

  it('in the records, which count nothing twice: as many patients as requests, those elsewhere as many as received', () => {
    const home = new Map(played.plan.scenario.flows.map(({ id, sites }) => [id, sites[0]]));
    const elsewhere = played.records.filter((one) => one.site !== home.get(one.flow));
    expect(elsewhere.length).toBe(total(played, (one) => one.in.received));
    for (const { flow: id } of played.plan.islands.flatMap(({ flows }) => flows)) {
      const own = played.records.filter((one) => one.flow === id.id);
      const { requested, backlog } = played.books.find(
        (one) => one.flow === id.id && one.site === home.get(id.id),
      )!.in;
      expect(own.length).toBe(requested + backlog);
      const ended = own.filter(({ outcome }) => outcome === 'declined' || outcome === 'refused');
      expect(new Set(ended.map(({ site }) => site))).toEqual(new Set([home.get(id.id)]));
    }
  });
});

describe('travel', () => {
  it('without a scale has no effect', () => {
    const told = regionOf({ 'travel-scale': undefined });
    const untold = regionOf({ 'travel-scale': undefined, travel: undefined, origin: undefined });
    expect(total(told, (one) => one.in.received)).toBeGreaterThan(500);
    expect(told.records).toEqual(untold.records);
  });

  it('on a scale of nothing keeps every patient where they asked, as if there were no other site', () => {
    const kept = regionOf({ 'travel-scale': '1s', travel: [20, 30, 35, 50] });
    const alone = smallRegion({ 'travel-scale': undefined });
    const flows = alone.flows.map((one) => ({ ...one, sites: one.sites!.slice(0, 1), travel: [20] }));
    const only = play(scenarioOf({ ...alone, flows }), WEEKS);
    expect(total(kept, (one) => one.in.received)).toBe(0);
    const byRequest = ({ records }: Played) =>
      [...records].sort((a, b) => a.requested - b.requested || (a.flow < b.flow ? -1 : 1));
    expect(byRequest(kept)).toEqual(byRequest(only));
  });

  it('to a site that is nearer takes nothing away', () => {
    const near = regionOf({ travel: [60, 20, 30, 60] });
    const same = regionOf({ travel: [20, 20, 20, 20] });
    expect(near.records).toEqual(same.records);
  });
});

const TAU = 20;
const SCALE = 30;
/** The site asked first has no place ever, the other one always has one tomorrow. */
function sharedWith(minutes: number, parts: Partial<RawFlow> = {}) {
  const wide = {
    sites: ['s', 't'],
    travel: [20, 20 + minutes],
    'travel-scale': SCALE,
    accept: { tau: `${TAU}d` },
  };
  const scenario = scenarioOf({
    sites: [{ id: 's' }, { id: 't' }],
    devices: [
      device({ week: [vacation({ owner: 'nobody' })] }),
      device({ id: 'e', site: 't', week: [vacation({ days: 'mon-sun', from: '00:00', to: '24:00' })] }),
    ],
    flows: [flow({ ...wide, 'per-week': 200, lead: 1, horizon: 30, durations: 5, ...parts })],
  });
  const played = play(scenario, 50);
  const at = (site: string) => played.books.find((one) => one.site === site)!.in;
  return { played, requested: at('s').requested, received: at('t').received };
}

describe('a patient accepts another site', () => {
  /** Error rate of each case: 1 in 10 000, two-sided (normal interval of a share, ten thousand requests). */
  const Z = 3.89;

  it.each([0, 10, 30, 60])('%i minutes farther as often as the formula says', (minutes) => {
    const { requested, received } = sharedWith(minutes);
    const p = Math.exp(-1 / TAU) * Math.exp(-minutes / SCALE);
    expect(Math.abs(received / requested - p)).toBeLessThan(Z * Math.sqrt((p * (1 - p)) / requested));
  });

  it('m minutes farther as often as m × τ ÷ scale days later at the same distance', () => {
    const minutes = 30;
    const { played, received } = sharedWith(minutes);
    const days = (minutes * TAU) / SCALE;
    const p = Math.exp(-(1 + days) / TAU);
    const later = sharedWith(0, { lead: 1 + days });
    expect(later.received).toBe(received);
    expect(Math.abs(received / later.requested - p)).toBeLessThan(
      Z * Math.sqrt((p * (1 - p)) / later.requested),
    );
    // Those who stay away said so of the day at the other site; of the distance they were not asked.
    const ended = ({ records }: Played, outcome: string) =>
      records.filter((one) => one.outcome === outcome).length;
    expect(ended(later.played, 'declined')).toBe(ended(played, 'declined') + ended(played, 'refused'));
  });

  it('less often, never more, the farther it is: the same patients but some', () => {
    const all = [0, 5, 15, 40, 90, 300].map((minutes) => sharedWith(minutes));
    const goers = all.map(
      ({ played }) => new Set(played.records.filter(({ site }) => site === 't').map((one) => one.requested)),
    );
    goers.slice(1).forEach((fewer, n) => {
      expect(fewer.size).toBeLessThan(goers[n]!.size);
      expect([...fewer].every((one) => goers[n]!.has(one))).toBe(true);
    });
  });

  it('on its draw alone where they accept any day', () => {
    const { requested, received } = sharedWith(30, { accept: 'always' });
    const p = Math.exp(-1);
    expect(Math.abs(received / requested - p)).toBeLessThan(Z * Math.sqrt((p * (1 - p)) / requested));
  });
});

describe('of two sites alike', () => {
  it('the one farther away never receives more', () => {
    const received = (minutes: readonly [number, number]) => {
      const played = play(
        scenarioOf({
          sites: [{ id: 's' }, { id: 't' }, { id: 'u' }],
          devices: [
            device({ week: [vacation({ days: 'mon', to: '08:40' })] }),
            device({ id: 'e', site: 't', week: [vacation()] }),
            device({ id: 'f', site: 'u', week: [vacation()] }),
          ],
          flows: [
            flow({
              'per-week': 150,
              sites: minutes[0] <= minutes[1] ? ['s', 't', 'u'] : ['s', 'u', 't'],
              travel: [20, Math.min(...minutes), Math.max(...minutes)],
              'travel-scale': 30,
              accept: { tau: '20d' },
              horizon: 60,
            }),
          ],
        }),
        30,
      );
      return ['t', 'u'].map((site) => played.books.find((one) => one.site === site)!.in.received);
    };
    for (const farther of [25, 40, 70]) {
      const [near, far] = received([25, farther]);
      expect(far!).toBeLessThan(near!);
      expect(received([farther, 25])).toEqual(farther === 25 ? [near, far] : [far, near]);
    }
  });
});
