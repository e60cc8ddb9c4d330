import { describe, expect, it } from 'vitest';
import { accessDelays } from './booking.ts';
import { type Offer, steadyRequests } from './request-chain.ts';
import { type ReservedAccess, type ReservedAgenda, reservedAccess } from './reserves.ts';
import type { State } from './steady-state.ts';

const REFUSED = Number.POSITIVE_INFINITY;

/** The rule taken literally: the agenda written out day by day, two counts a day (its reserved places, its public ones). */
function literal(agenda: ReservedAgenda): ReservedAccess {
  const { kind, placesPerDay: c, reservedPlaces: r, horizonDays, releasedTomorrow } = agenda;
  const book = (state: State, inReserve: boolean): Offer => {
    for (let day = 0; day < horizonDays; day++) {
      const reserved = state[2 * day]!;
      const open = state[2 * day + 1]!;
      const taken = (at: number) => ({
        next: state.map((n, i) => (i === at ? n + 1 : n)),
        delayDays: day + 1,
      });
      const free = c - reserved - open;
      const released = releasedTomorrow && day === 0;
      if (kind === 'nested') {
        // One count a day is enough: the second.
        if (free > (inReserve || released ? 0 : r)) return taken(2 * day + 1);
        continue;
      }
      const mayTakeReserved = inReserve || released;
      if (inReserve && reserved < r) return taken(2 * day);
      if (open < c - r) return taken(2 * day + 1);
      if (mayTakeReserved && reserved < r) return taken(2 * day);
    }
    return { next: state, delayDays: REFUSED };
  };
  const [A, H] = steadyRequests(
    new Array(2 * horizonDays).fill(0),
    [
      { requestsPerDay: agenda.requestsPerDay.A, book: (state) => book(state, false) },
      { requestsPerDay: agenda.requestsPerDay.H, book: (state) => book(state, true) },
    ],
    (state) => [...state.slice(2), 0, 0],
  );
  return { A: A!, H: H! };
}

const SMALL = {
  placesPerDay: 3,
  reservedPlaces: 1,
  requestsPerDay: { A: 1.7, H: 1.1 },
  horizonDays: 5,
} as const;

describe('a reserve', () => {
  it.each([
    ['fixed', false],
    ['fixed', true],
    ['nested', false],
    ['nested', true],
  ] as const)(
    '%s, released on the eve: %s, delays as the rule written out day by day',
    (kind, releasedTomorrow) => {
      const agenda = { ...SMALL, kind, releasedTomorrow };
      const compact = reservedAccess(agenda);
      const written = literal(agenda);
      for (const flow of ['A', 'H'] as const) {
        expect(compact[flow].meanDelay).toBeCloseTo(written[flow].meanDelay, 8);
        expect(compact[flow].refusedFraction).toBeCloseTo(written[flow].refusedFraction, 8);
      }
    },
  );
  it.each(['fixed', 'nested'] as const)('%s of two places in four delays as written out', (kind) => {
    const agenda = {
      kind,
      placesPerDay: 4,
      reservedPlaces: 2,
      requestsPerDay: { A: 1.9, H: 2.3 },
      releasedTomorrow: true,
      horizonDays: 4,
    };
    const [compact, written] = [reservedAccess(agenda), literal(agenda)];
    expect(compact.A.meanDelay).toBeCloseTo(written.A.meanDelay, 8);
    expect(compact.H.meanDelay).toBeCloseTo(written.H.meanDelay, 8);
  });
  it('of no place leaves one flow of both', () => {
    const { A, H } = reservedAccess({ ...SMALL, kind: 'nested', releasedTomorrow: false, reservedPlaces: 0 });
    const { meanBooked } = accessDelays({ places: [3], requests: [2.8], horizonDays: 5 });
    expect(A.meanDelay).toBeCloseTo(meanBooked, 9);
    expect(H.meanDelay).toBeCloseTo(meanBooked, 9);
  });
  it('fixed leaves A the public places alone when H hardly comes', () => {
    const agenda = { ...SMALL, kind: 'fixed', releasedTomorrow: false, horizonDays: 9 } as const;
    const { A } = reservedAccess({ ...agenda, requestsPerDay: { A: 1.7, H: 1e-9 } });
    const alone = accessDelays({ places: [2], requests: [1.7], horizonDays: 9 });
    expect(A.meanDelay).toBeCloseTo(alone.meanBooked, 7);
  });
  it('released on the eve shortens the delay of A', () => {
    const kept = reservedAccess({ ...SMALL, kind: 'fixed', releasedTomorrow: false });
    const released = reservedAccess({ ...SMALL, kind: 'fixed', releasedTomorrow: true });
    expect(released.A.meanDelay).toBeLessThan(kept.A.meanDelay);
  });
  it('must be smaller than the day', () => {
    expect(() =>
      reservedAccess({ ...SMALL, kind: 'fixed', releasedTomorrow: false, reservedPlaces: 3 }),
    ).toThrow(RangeError);
  });
});
