import { describe, expect, it } from 'vitest';
import { accessDelays, delaysAfterBacklog, exponentialAcceptance, firstAvailable } from './booking.ts';
import type { Agenda } from './booking-chain.ts';
import { bulkQueueMeanByRoots } from './bulk-queue.ts';
import { delayQuantile, meanDelay } from './delay-law.ts';
import { exceedance, poissonLaw } from './poisson.ts';
import { steadyRequests } from './request-chain.ts';
import type { State } from './steady-state.ts';

/** First available in an agenda written out day by day, `horizon` days of `places`. */
const literal = (places: number, horizon: number, requestsPerDay: number) =>
  steadyRequests(
    new Array(horizon).fill(0),
    [
      {
        requestsPerDay,
        book: (days: State) => {
          const first = days.findIndex((taken) => taken < places);
          return first < 0
            ? { next: days, delayDays: Number.POSITIVE_INFINITY }
            : { next: days.map((taken, i) => (i === first ? taken + 1 : taken)), delayDays: first + 1 };
        },
      },
    ],
    (days) => [...days.slice(1), 0],
  )[0]!;

/** Mean delay = 1 + backlog carried over midnight ÷ requests a day: patients are counted once a midnight they wait. */
const byRoots = (places: number, requests: number) => 1 + bulkQueueMeanByRoots(places, requests) / requests;

const WEEK: Agenda = { places: [20, 18, 20, 10, 16, 0, 0], requests: [15, 15, 14, 14, 13, 3, 2] };

describe('first-available booking, all days alike', () => {
  it('waits about 1.4 days at 19 requests for 20 places', () => {
    expect(accessDelays({ places: [20], requests: [19] }).meanBooked).toBeCloseTo(1.39, 2);
  });
  it.each([
    [3, 2.97],
    [5, 4.5],
    [20, 19],
    [50, 49.5],
  ])('has the mean that roots give with %d places and %d requests', (places, requests) => {
    const { meanBooked } = accessDelays({ places: [places], requests: [requests] });
    expect(Math.abs(meanBooked - byRoots(places, requests))).toBeLessThan(1e-7);
  });
  it('offers tomorrow when places abound', () => {
    expect(accessDelays({ places: [30], requests: [3] }).booked[1]).toBeCloseTo(1, 12);
  });
  it('adds a day for each day of lead more', () => {
    const tomorrow = accessDelays({ places: [5], requests: [4.5] });
    const inFourDays = accessDelays({ places: [5], requests: [4.5], leadDays: 4 });
    expect(inFourDays.meanBooked - tomorrow.meanBooked).toBeCloseTo(3, 9);
  });
  it('has no steady state when requests reach the places', () => {
    expect(() => accessDelays({ places: [5], requests: [5] })).toThrow(RangeError);
  });
});

describe('a horizon', () => {
  it('refuses and delays as an agenda written out day by day does', () => {
    const exact = accessDelays({ places: [3], requests: [3.3], horizonDays: 5 });
    const { meanDelay: mean, refusedFraction } = literal(3, 5, 3.3);
    expect(exact.meanBooked).toBeCloseTo(mean, 9);
    expect(exact.refusedFraction).toBeCloseTo(refusedFraction, 9);
  });
  it('refuses what the places cannot take under overload, those booked waiting the whole horizon', () => {
    const { refusedFraction, meanBooked } = accessDelays({ places: [20], requests: [25], horizonDays: 30 });
    expect(refusedFraction).toBeCloseTo(1 - 20 / 25, 9);
    expect(meanBooked).toBeGreaterThan(29.9);
  });
  it('survives an overload of ten times over an uneven week', () => {
    const { refusedFraction } = accessDelays({ places: [4, 0, 2], requests: [20, 20, 20], horizonDays: 21 });
    expect(refusedFraction).toBeCloseTo(0.9, 9);
  });
});

describe('an uneven week', () => {
  it('is the even one when the days are alike', () => {
    const seven = accessDelays({ places: new Array(7).fill(4), requests: new Array(7).fill(3.4) });
    expect(seven.meanBooked).toBeCloseTo(byRoots(4, 3.4), 8);
  });
  it('has the closed form of one open day in two', () => {
    // Requests of the open day wait 2 days or more, those of the closed day 1 or more; the backlog b after the open day's places leave is a
    // bulk queue of both days' requests, counted at both midnights: (2b + 2r0 + r1)/(r0 + r1).
    const [open, closed] = [2, 1.5];
    const { meanBooked } = accessDelays({ places: [4, 0], requests: [open, closed] });
    const backlog = bulkQueueMeanByRoots(4, open + closed);
    expect(meanBooked).toBeCloseTo((2 * backlog + 2 * open + closed) / (open + closed), 9);
  });
  it('has the mean that counting the booked patients at each midnight gives', () => {
    // Plain convolution of the backlog, 60 weeks from empty, without looking at any delay.
    let law = new Float64Array(700);
    law[0] = 1;
    let atMidnights = 0;
    for (let week = 0; week < 60; week++) {
      atMidnights = 0;
      for (let day = 0; day < 7; day++) {
        const counts = poissonLaw(WEEK.requests[day]!).subarray(0, 80);
        const next = new Float64Array(700);
        const leaving = WEEK.places[(day + 1) % 7]!;
        law.forEach((mass, booked) => {
          if (mass < 1e-16) return;
          counts.forEach((p, n) => {
            atMidnights += mass * p * (booked + n);
            next[Math.min(699, Math.max(0, booked + n - leaving))]! += mass * p;
          });
        });
        law = next;
      }
    }
    const requests = WEEK.requests.reduce((sum, r) => sum + r, 0);
    expect(accessDelays(WEEK).meanBooked).toBeCloseTo(atMidnights / requests, 6);
  });
  it('never offers a closed day', () => {
    // Only Mondays are open and only Mondays ask: every delay is a whole number of weeks.
    const { booked } = accessDelays({ places: [9, 0, 0, 0, 0, 0, 0], requests: [8, 0, 0, 0, 0, 0, 0] });
    expect(booked.reduce((sum, p, days) => sum + (days % 7 === 0 ? p : 0), 0)).toBeCloseTo(1, 12);
  });
});

describe('requests that regulate themselves', () => {
  const accept = exponentialAcceptance(6, 2);
  const regulated: Agenda = { places: [3], requests: [4], accept };

  it('settle, law and means, where a Runge–Kutta integration of the day settles', () => {
    // Within a day the booked patients are a pure birth process of rate λ·a(delay).
    const rate = Float64Array.from({ length: 160 }, (_, b) =>
      b < 159 ? 4 * accept(1 + Math.floor(b / 3)) : 0,
    );
    const slope = (p: Float64Array) =>
      p.map((mass, b) => (b > 0 ? rate[b - 1]! * p[b - 1]! : 0) - rate[b]! * mass);
    const plus = (p: Float64Array, d: Float64Array, h: number) => p.map((mass, b) => mass + h * d[b]!);
    const steps = 80;
    const [offered, booked] = [new Float64Array(60), new Float64Array(60)];
    let law: Float64Array = new Float64Array(160);
    law[0] = 1;
    for (let day = 0; day < 150; day++) {
      const last = day === 149;
      for (let step = 0; step < steps; step++) {
        const h = 1 / steps;
        const k1 = slope(law);
        const k2 = slope(plus(law, k1, h / 2));
        const k3 = slope(plus(law, k2, h / 2));
        const k4 = slope(plus(law, k3, h));
        const next = law.map((mass, b) => mass + (h / 6) * (k1[b]! + 2 * k2[b]! + 2 * k3[b]! + k4[b]!));
        if (last) {
          for (let b = 0; b < 160; b++) {
            const present = h * law[b]! + ((h * h) / 6) * (k1[b]! + k2[b]! + k3[b]!);
            offered[1 + Math.floor(b / 3)]! += present;
            booked[1 + Math.floor(b / 3)]! += (present * rate[b]!) / 4;
          }
        }
        law = next;
      }
      const shifted = new Float64Array(160);
      law.forEach((mass, b) => {
        shifted[Math.max(0, b - 3)]! += mass;
      });
      law = shifted;
    }
    const total = (weights: Float64Array) => weights.reduce((sum, w) => sum + w, 0);
    const exact = accessDelays(regulated);
    exact.offered.slice(0, 30).forEach((p, days) => {
      expect(offered[days]).toBeCloseTo(p, 7);
    });
    expect(exact.meanOffered).toBeCloseTo(meanDelay([...offered]), 7);
    expect(exact.meanBooked).toBeCloseTo(meanDelay([...booked]) / total(booked), 7);
    expect(exact.bookedFraction).toBeCloseTo(total(booked), 7);
  });
  it('book every place when demand is far above', () => {
    expect(accessDelays({ places: [3], requests: [9], accept }).bookedFraction).toBeCloseTo(1 / 3, 6);
  });
  it('all accept when patience is endless', () => {
    const patient = accessDelays({ places: [5], requests: [4.5], accept: exponentialAcceptance(1e12, 0) });
    expect(patient.meanBooked).toBeCloseTo(byRoots(5, 4.5), 8);
  });
  it('book, decline or are refused, and nothing else', () => {
    const { bookedFraction, declinedFraction, refusedFraction } = accessDelays({
      ...regulated,
      horizonDays: 3,
    });
    expect(refusedFraction).toBeGreaterThan(0.01);
    expect(bookedFraction + declinedFraction + refusedFraction).toBeCloseTo(1, 12);
  });
});

describe('the first-available probe', () => {
  it('averaged over the day is the law of the offers, as requests come uniformly', () => {
    const agenda: Agenda = { places: [4], requests: [4.6], accept: exponentialAcceptance(8, 1) };
    const { offered } = accessDelays(agenda);
    const mean = new Float64Array(offered.length);
    // Simpson's rule on 16 intervals of the day.
    for (let i = 0; i <= 16; i++) {
      const weight = i === 0 || i === 16 ? 1 : i % 2 === 1 ? 4 : 2;
      firstAvailable(agenda, { dayFraction: i / 16 }).forEach((p, days) => {
        if (days < mean.length) mean[days]! += (weight / 48) * p;
      });
    }
    offered.forEach((p, days) => {
      expect(mean[days]).toBeCloseTo(p, 6);
    });
  });
  it('at midnight sees a shorter delay than the requests of the day', () => {
    const agenda: Agenda = { places: [20], requests: [19] };
    expect(meanDelay(firstAvailable(agenda))).toBeLessThan(accessDelays(agenda).meanBooked);
  });
  it('finds the third place two days further with one place a day', () => {
    const agenda: Agenda = { places: [1], requests: [0.8] };
    const first = meanDelay(firstAvailable(agenda));
    expect(meanDelay(firstAvailable(agenda, { place: 3 })) - first).toBeCloseTo(2, 9);
  });
  it('counts a full agenda as the horizon plus one', () => {
    const law = firstAvailable({ places: [2], requests: [40], horizonDays: 4 }, { dayFraction: 1 });
    expect(law[5]).toBeCloseTo(1, 9);
  });
});

describe('an initial backlog', () => {
  it('delays the requests of the first day by the days it fills', () => {
    const counts = poissonLaw(18);
    const beyond = exceedance(counts);
    // 300 patients fill today and 14 days more; the j-th request is offered day 15, the 21st day 16…
    const expected = beyond.reduce((sum, p, j) => sum + p * (15 + Math.floor(j / 20)), 0) / 18;
    expect(delaysAfterBacklog({ places: [20], requests: [18] }, 300, 1)[0]).toBeCloseTo(expected, 10);
  });
  it('shrinks by 1 − λ/c days a day while it lasts', () => {
    const delays = delaysAfterBacklog({ places: [20], requests: [18] }, 900, 60);
    expect((delays[19]! - delays[59]!) / 40).toBeCloseTo(1 - 18 / 20, 4);
  });
  it('settles at the steady state', () => {
    const delays = delaysAfterBacklog({ places: [5], requests: [4] }, 30, 200);
    expect(delays[199]).toBeCloseTo(byRoots(5, 4), 7);
  });
  it('uses no place of today for the requests, nor waits for the places it leaves', () => {
    expect(delaysAfterBacklog({ places: [2], requests: [1e-9] }, 3, 2)[0]).toBeCloseTo(1, 6);
  });
  it('must fit before the horizon', () => {
    expect(() => delaysAfterBacklog({ places: [2], requests: [1], horizonDays: 3 }, 9, 1)).toThrow(
      RangeError,
    );
  });
});

describe('a delay law', () => {
  it('has the smallest delay that reaches a probability as quantile', () => {
    expect([0.2, 0.25, 0.5, 0.95].map((p) => delayQuantile([0, 0.25, 0.5, 0.25], p))).toEqual([1, 1, 2, 3]);
  });
});
