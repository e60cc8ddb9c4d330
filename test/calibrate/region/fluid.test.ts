/** Requests fitted to sums, and the fluid region beside computations of their own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnSums, fitMargins, rowSums, withoutSmall } from '../../../src/calibrate/region/fit-margins.ts';
import {
  bookedAt,
  bookedShares,
  type FluidFlow,
  type FluidPlace,
  fluidDemand,
  gravitySeed,
  keptOrigins,
  marginGap,
} from '../../../src/calibrate/region/fluid.ts';

const matrices = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 8 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      seed: fc.array(
        fc.array(fc.double({ min: 0.01, max: 5, noNaN: true }), { minLength: columns, maxLength: columns }),
        { minLength: rows, maxLength: rows },
      ),
      shares: fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: rows, maxLength: rows }),
      sums: fc.array(fc.double({ min: 1, max: 50, noNaN: true }), { minLength: columns, maxLength: columns }),
    }),
  );
const total = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);

describe('proportional fitting', () => {
  it('gives both sums, and keeps the cross products of the seed', () => {
    fc.assert(
      fc.property(matrices, ({ seed, shares, sums }) => {
        const rows = shares.map((share) => (share * total(sums)) / total(shares));
        const fitted = fitMargins(seed, rows, sums)!;
        for (const [rank, sum] of rowSums(fitted).entries()) expect(sum / rows[rank]!).toBeCloseTo(1, 8);
        for (const [rank, sum] of columnSums(fitted).entries()) expect(sum / sums[rank]!).toBeCloseTo(1, 8);
        if (seed.length < 2 || sums.length < 2) return;
        const odds = (m: readonly (readonly number[])[]) => (m[0]![0]! * m[1]![1]!) / (m[0]![1]! * m[1]![0]!);
        expect(odds(fitted) / odds(seed)).toBeCloseTo(1, 6);
      }),
    );
  });

  it('says so where the zeros leave no such matrix', () => {
    const seed = [
      [1, 0],
      [0, 1],
    ];
    expect(fitMargins(seed, [3, 1], [2, 2])).toBeNull();
  });

  it('leaves out entries below a share of their column, never the largest', () => {
    const kept = withoutSmall([[1], [1], [1]], [[98], [1], [1]], 0.03);
    expect(kept).toEqual([[1], [0], [0]]);
    expect(withoutSmall([[1], [1]], [[1], [1]], 0.9)).toEqual([[1], [1]]);
  });
});

/** Patients one by one, evenly spread in patience: each is offered the sites of the list in turn. */
function bookedOneByOne(
  places: readonly FluidPlace[],
  flows: readonly FluidFlow[],
  requests: readonly number[],
  scale: number,
): number[] {
  const patients = 20_000;
  const booked = places.map(() => 0);
  flows.forEach(({ place, others, minutes }, rank) => {
    const { tauDays } = places[place]!;
    for (let n = 0; n < patients; n++) {
      const u = (n + 0.5) / patients;
      const offers = [place, ...others].map((at, k) => {
        const wait = places[at]!.delayDays + (k === 0 ? 0 : 1);
        const farther = Math.max(0, minutes[k]! - minutes[0]!);
        return { at, accepted: u < Math.exp(-wait / tauDays) * Math.exp(-farther / scale) };
      });
      const first = offers.find(({ accepted }) => accepted);
      if (first !== undefined) booked[first.at]! += requests[rank]! / patients;
    }
  });
  return booked;
}

const place = (id: string, delayDays: number, tauDays: number, bookings: number): FluidPlace => ({
  id,
  delayDays,
  tauDays,
  bookings,
});

describe('the fluid region', () => {
  const scale = 30;
  const places = [
    place('a', 30, 30, 100),
    place('b', 5, 20, 200),
    place('c', 21, 30, 120),
    place('d', 1, 15, 150),
  ];
  const minutes = [
    [20, 40, 20, 55],
    [40, 20, 60, 20],
  ];
  const flows: FluidFlow[] = [0, 1].flatMap((origin) =>
    [0, 1, 2, 3].map((at): FluidFlow => {
      const others = [1, 3, 0].filter((other) => other !== at).slice(0, 2);
      return { origin, place: at, others, minutes: [at, ...others].map((k) => minutes[origin]![k]!) };
    }),
  );
  const region = { places, flows, shares: flows.map((flow) => bookedShares(flow, places, scale)) };
  const seed = gravitySeed(minutes, places, 15);
  const shares = [0.55, 0.45];
  const { requests, overfull } = fluidDemand(region, seed, shares);
  const made = flows.map(({ origin, place: at }) => requests[origin]![at]!);

  it('books at each place the appointments it has, by patients taken one by one', () => {
    expect(overfull).toEqual([]);
    bookedOneByOne(places, flows, made, scale).forEach((booked, at) => {
      expect(booked / places[at]!.bookings).toBeCloseTo(1, 3);
    });
  });

  it('has the sums of rows asked for', () => {
    expect(marginGap(requests, shares, columnSums(requests))).toBeLessThan(1e-6);
  });

  it('is, for two places and one department, the solution of two equations', () => {
    const two = [place('long', 30, 30, 100), place('short', 2, 30, 100)];
    const pair: FluidFlow[] = [
      { origin: 0, place: 0, others: [1], minutes: [20, 30] },
      { origin: 0, place: 1, others: [0], minutes: [20, 30] },
    ];
    const small = { places: two, flows: pair, shares: pair.map((flow) => bookedShares(flow, two, scale)) };
    const [[long, short] = [0, 0]] = fluidDemand(small, [[1, 1]], [1]).requests as [number[]];
    const elsewhere = Math.exp(-3 / 30) * Math.exp(-10 / 30) - Math.exp(-1);
    expect(long).toBeCloseTo(100 * Math.exp(1), 4);
    expect(short).toBeCloseTo((100 - long! * elsewhere) / Math.exp(-2 / 30), 4);
  });

  it('says which places others’ requests would fill, and leaves them a demand of their own', () => {
    const two = [place('long', 30, 30, 1000), place('short', 2, 30, 100)];
    const pair: FluidFlow[] = [
      { origin: 0, place: 0, others: [1], minutes: [20, 20] },
      { origin: 0, place: 1, others: [], minutes: [20] },
    ];
    const small = { places: two, flows: pair, shares: pair.map((flow) => bookedShares(flow, two, scale)) };
    const answer = fluidDemand(small, [[1, 1]], [1]);
    expect(answer.overfull).toEqual([1]);
    expect(answer.requests[0]![1]).toBeGreaterThan(0);
    expect(bookedAt(small, answer.requests[0]!)[1]).toBeGreaterThan(100);
  });

  it('takes the factors found by simulation as changes of what places are asked', () => {
    const factors = [1.1, 1, 1, 0.9];
    const moved = columnSums(fluidDemand(region, seed, shares, factors).requests);
    for (const [at, asked] of columnSums(requests).entries())
      expect(moved[at]! / asked).toBeCloseTo(factors[at]!, 6);
  });

  it('leaves out small origins only as far as the sums still hold', () => {
    const far = [
      [1, 1e-4],
      [1e-4, 1],
    ];
    // Residents of the first are more than their own place can take: they need the other one.
    const kept = keptOrigins(far, [0.6, 0.4], [100, 100], 0.3);
    expect(fitMargins(kept, [120, 80], [100, 100])).not.toBeNull();
    expect(keptOrigins(far, [0.5, 0.5], [100, 100], 0.3)).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});
