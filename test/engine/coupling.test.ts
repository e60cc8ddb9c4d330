/** Flows offered at several sites, and what crosses between sites at night (rules M1.2, M3.3). */
import { describe, expect, it } from 'vitest';
import { asks, type ListedFlow, playDays, timeOf } from './hand-day.ts';
import { device, flow, type Played, play, type Raw, type RawDevice, scenarioOf, vacation } from './play.ts';

const DAY = 86_400;
const SITES: Partial<Raw> = { sites: [{ id: 's' }, { id: 't' }] };
const at = (site: string, parts: Partial<RawDevice> = {}) => device({ id: `d-${site}`, site, ...parts });
const once = (days: string, parts = {}) => [vacation({ days, to: '08:20', ...parts })];
const offered = (id: string, requests: string, parts: Parameters<typeof flow>[0] = {}): ListedFlow =>
  asks(id, requests, { sites: ['s', 't'], lead: 1, horizon: 5, ...parts });

/** Where and when each request was booked, in order of request; what became of the others. */
const bookings = ({ records }: Played) =>
  [...records]
    .sort((a, b) => a.requested - b.requested || (a.flow < b.flow ? -1 : 1))
    .map(({ flow: id, site, appointment, outcome }) =>
      appointment === null ? `${id} ${outcome} at ${site}` : `${id} ${site} ${timeOf(appointment)}`,
    );

const booksOf = ({ books }: Played, site: string) => books.find((one) => one.site === site)!;

describe('sites offered in order', () => {
  it('the first that has an acceptable place keeps the request', () => {
    const devices = [at('s', { week: once('thu') }), at('t', { week: once('tue') })];
    expect(bookings(playDays([offered('a', '09:00 for 10')], devices, SITES))).toEqual(['a s thu 08:00']);
  });

  it('a request that the first refuses goes to the second', () => {
    const devices = [at('s', { week: once('sun') }), at('t', { week: once('tue') })];
    const played = playDays([offered('a', '09:00 for 10')], devices, SITES);
    expect(bookings(played)).toEqual(['a t tue 08:00']);
    expect(booksOf(played, 's')).toMatchObject({ in: { requested: 1 }, out: { passedOn: 1, refused: 0 } });
    expect(booksOf(played, 't')).toMatchObject({ in: { requested: 0, received: 1 }, out: { done: 1 } });
  });

  it('a request that the first is too slow for is offered the second', () => {
    const devices = [at('s', { week: once('fri') }), at('t', { week: once('tue') })];
    const accept = {
      table: [
        [2, 1],
        [3, 0],
      ] as [number, number][],
    };
    expect(bookings(playDays([offered('a', '09:00 for 10', { accept })], devices, SITES))).toEqual([
      'a t tue 08:00',
    ]);
  });

  it('the second is offered from tomorrow on, even where today is offered by the first', () => {
    const devices = [at('s', { week: once('sun') }), at('t', { week: [vacation({ days: 'mon-tue' })] })];
    expect(bookings(playDays([offered('a', '09:00 for 10', { lead: 0 })], devices, SITES))).toEqual([
      'a t tue 08:00',
    ]);
  });

  it('and not before the lead', () => {
    const devices = [at('s', { week: once('sun') }), at('t', { week: [vacation()] })];
    expect(bookings(playDays([offered('a', '09:00 for 10', { lead: 3 })], devices, SITES))).toEqual([
      'a t thu 08:00',
    ]);
  });

  it('requests of the night are taken in order of time, then of flow', () => {
    const devices = [
      at('s', { week: once('sun') }),
      at('t', { week: [vacation({ days: 'tue-fri', to: '08:40' })] }),
    ];
    const flows = [
      offered('c', '09:00 for 10'),
      offered('b', '10:00 for 10, 11:00 for 10'),
      offered('a', '10:00 for 10'),
    ];
    expect(bookings(playDays(flows, devices, SITES))).toEqual([
      'c t tue 08:00',
      'a t tue 08:20',
      'b t wed 08:00',
      'b t wed 08:20',
    ]);
  });

  it('patients of the second site’s own day come first: those passed on are booked at night', () => {
    const devices = [
      at('s', { week: once('sun') }),
      at('t', { week: [vacation({ days: 'tue-fri', to: '08:20' })] }),
    ];
    const own = asks('own', '23:00 for 10', { site: 't', lead: 1 });
    expect(bookings(playDays([offered('a', '09:00 for 10'), own], devices, SITES))).toEqual([
      'a t wed 08:00',
      'own t tue 08:00',
    ]);
  });

  it('a request that none can take ends at the first', () => {
    const devices = [at('s', { week: once('sun') }), at('t', { week: once('sun') })];
    const played = playDays([offered('a', '09:00 for 10')], devices, SITES);
    expect(bookings(played)).toEqual(['a refused at s']);
    expect(booksOf(played, 's').out).toMatchObject({ refused: 1, passedOn: 0 });
    expect(booksOf(played, 't').in).toEqual({ requested: 0, backlog: 0, received: 0 });
  });

  it('the answer that ends it is the last site’s', () => {
    const devices = [at('s', { week: once('sun') }), at('t', { week: once('fri') })];
    const accept = {
      table: [
        [2, 1],
        [3, 0],
      ] as [number, number][],
    };
    expect(bookings(playDays([offered('a', '09:00 for 10', { accept })], devices, SITES))).toEqual([
      'a declined at s',
    ]);
  });
});

describe('the earliest of several sites', () => {
  const earliest = (s: string, t: string, parts: Parameters<typeof flow>[0] = {}) =>
    playDays(
      [offered('a', '09:00 for 10', { offer: 'earliest', ...parts })],
      [at('s', { week: once(s) }), at('t', { week: once(t) })],
      SITES,
    );

  it('is the one with the earliest day', () => {
    expect(bookings(earliest('fri', 'wed'))).toEqual(['a t wed 08:00']);
    expect(bookings(earliest('wed', 'fri'))).toEqual(['a s wed 08:00']);
  });

  it('is the first of the list when both have the same', () => {
    expect(bookings(earliest('wed', 'wed'))).toEqual(['a s wed 08:00']);
  });

  it('is looked for from the lead on', () => {
    expect(bookings(earliest('tue', 'thu', { lead: 3 }))).toEqual(['a t thu 08:00']);
  });

  it('is the only one with a place', () => {
    expect(bookings(earliest('sun', 'fri'))).toEqual(['a t fri 08:00']);
  });

  it('counts as passed on only when it is not the first of the list', () => {
    expect(booksOf(earliest('wed', 'fri'), 's').out.passedOn).toBe(0);
    expect(booksOf(earliest('fri', 'wed'), 's').out.passedOn).toBe(1);
  });

  it('is nowhere when no site has a place', () => {
    expect(bookings(earliest('sun', 'sun'))).toEqual(['a refused at s']);
  });
});

describe('a patient served at another site than the one asked', () => {
  it('is prepared as long as it takes there', () => {
    const devices = [at('s', { week: once('sun') }), at('t', { preparation: { time: 17 } })];
    const [one] = playDays([offered('a', '09:00 for 10')], devices, SITES).records;
    expect((one!.prepEnd! - one!.prepStart!) / 60).toBe(17);
  });

  it('is not prepared where there is no preparation', () => {
    const devices = [at('s', { week: once('sun'), preparation: { time: 17 } }), at('t')];
    const [one] = playDays([offered('a', '09:00 for 10')], devices, SITES).records;
    expect(one!.prepStart).toBeNull();
  });

  it('counts in the indicators of the site where the exam is done, the request in those of the one asked', () => {
    const devices = [at('s', { week: once('sun') }), at('t')];
    const played = playDays([offered('a', '09:00 for 10')], devices, SITES);
    expect(played.modality('s', 'ct').requested.A).toBe(1);
    expect(played.modality('t', 'ct').requested.A).toBe(0);
    expect(played.modality('s', 'ct').access.A.mean).toBeNull();
    expect(played.modality('t', 'ct').access.A.mean).toBe(1);
  });
});

describe('sites that share no flow', () => {
  const alone = (site: string) =>
    flow({ id: `a-${site}`, site, durations: { law: 'exponential', mean: 15 } });

  it('are islands: what happens at one changes nothing at the other', () => {
    const pair = scenarioOf({ ...SITES, devices: [at('s'), at('t')], flows: [alone('s'), alone('t')] });
    const single = scenarioOf({ devices: [at('s')], flows: [alone('s')] });
    const played = play(pair, 10);
    expect(played.plan.islands.length).toBe(2);
    expect(played.records.filter(({ site }) => site === 's')).toEqual(play(single, 10).records);
  });

  it('are one island as soon as a flow may go to both', () => {
    const shared = flow({ id: 'b', sites: ['t', 's'] });
    const joined = scenarioOf({ ...SITES, devices: [at('s'), at('t')], flows: [alone('s'), shared] });
    expect(play(joined, 1).plan.islands.length).toBe(1);
  });

  it('are in islands by their flows, also through a third site', () => {
    const sites = ['p', 'q', 'r', 's', 't'];
    const scenario = scenarioOf({
      sites: sites.map((id) => ({ id })),
      devices: sites.map((site) => at(site)),
      flows: [
        flow({ id: 'x', sites: ['p', 'r'] }),
        flow({ id: 'y', sites: ['t', 'r'] }),
        alone('q'),
        alone('s'),
      ],
    });
    const islands = play(scenario, 1).plan.islands.map((one) => one.sites.map(({ site }) => site.id));
    expect(islands).toEqual([['p', 'r', 't'], ['q'], ['s']]);
  });
});

describe('days', () => {
  it('requests passed on are booked the night after the request', () => {
    const devices = [at('s', { week: once('sun') }), at('t')];
    const flows = [offered('a', '23:59 for 10, tue 00:00 for 10, wed 12:00 for 10', { horizon: 2 })];
    const { records } = playDays(flows, devices, SITES);
    const delays = records.map((one) => Math.floor(one.appointment! / DAY) - Math.floor(one.requested / DAY));
    expect(delays).toEqual([1, 1, 1]);
  });
});
