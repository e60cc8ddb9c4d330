import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODALITIES } from '../../../src/model/vocabulary.ts';
import { CURVE_POINTS } from '../../../src/optimize/region/curve-points.ts';
import {
  curveFor,
  daysAtLoad,
  delayCurve,
  fitCurve,
  fittedCurves,
  loadAtDays,
} from '../../../src/optimize/region/curves.ts';
import { nonNegativeFit } from '../../../src/optimize/region/least-squares.ts';

const points = fc
  .uniqueArray(fc.double({ min: 0.2, max: 4, noNaN: true }), { minLength: 2, maxLength: 8 })
  .map((loads) => [...loads].sort((a, b) => a - b))
  .filter((loads) => loads.every((load, at) => at === 0 || load - loads[at - 1]! > 0.05))
  .chain((loads) =>
    fc.tuple(
      fc.constant(loads),
      fc.array(fc.double({ min: 0, max: 60, noNaN: true }), {
        minLength: loads.length,
        maxLength: loads.length,
      }),
    ),
  );

describe('a curve fitted to points', () => {
  it('has slopes that never fall, whatever the points', () => {
    fc.assert(
      fc.property(points, ([loads, days]) => {
        const { pieces } = fitCurve(loads, days);
        pieces.forEach(({ slope }, at) => {
          expect(slope).toBeGreaterThanOrEqual(at === 0 ? 0 : pieces[at - 1]!.slope);
        });
        expect(pieces.at(-1)!.width).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: 200, seed: 8 },
    );
  });

  it('misses nothing of points that are convex already, and says what it misses of others', () => {
    expect(fitCurve([1, 2], [2, 6]).residual.mostDays).toBeLessThan(1e-9);
    expect(fitCurve([1, 2, 3], [9, 2, 9]).residual.mostDays).toBeGreaterThan(1);
  });

  it('is nowhere nearer in squares when one of its slopes is moved', () => {
    const [loads, days] = [
      [0.5, 1, 1.5, 2],
      [1, 9, 3, 12],
    ] as const;
    const columns = [0, ...loads.slice(0, -1)].map((knot) => loads.map((load) => Math.max(0, load - knot)));
    const target = loads.map((load, at) => load * days[at]!);
    const found = nonNegativeFit(columns, target);
    const rest = (x: readonly number[]) =>
      target.reduce((sum, value, row) => {
        const fitted = columns.reduce((all, column, at) => all + x[at]! * column[row]!, 0);
        return sum + (value - fitted) ** 2;
      }, 0);
    found.forEach((value, at) => {
      for (const step of [-1e-3, 1e-3])
        if (value + step >= 0) expect(rest(found.with(at, value + step))).toBeGreaterThanOrEqual(rest(found));
    });
  });
});

describe.each(MODALITIES)('the curve of the median %s', (modality) => {
  it('misses the simulated days by less than a twentieth of a day', () => {
    for (const { residual } of fittedCurves(CURVE_POINTS[modality]))
      expect(residual.mostDays).toBeLessThan(0.05);
  });

  it('gives the days of a load back as that load', () => {
    const { byDevices } = delayCurve(modality, 25);
    for (const curve of byDevices)
      for (const days of [3, 10, 21, 38])
        expect(daysAtLoad(curve, loadAtDays(curve, days))).toBeCloseTo(days, 9);
  });

  it('waits no longer where more devices share the agenda, beyond noise of a fifth of a day', () => {
    const { loads, days } = CURVE_POINTS[modality];
    loads.forEach((_, at) => {
      expect(days[3]![at]!).toBeLessThan(days[0]![at]! + 0.2);
    });
  });

  it('stretches its days above the floor with the patience', () => {
    const [short, long] = [15, 30].map((tau) => curveFor(delayCurve(modality, tau), 1));
    const above = (curve: typeof short) => daysAtLoad(curve!, 2) - curve!.floorDays;
    expect(above(long) / above(short)).toBeGreaterThan(1.9);
    expect(above(long) / above(short)).toBeLessThan(2.1);
  });
});

it('delays at the floor have the load at which the curve leaves it', () => {
  const curve = {
    pieces: [
      { width: 0.9, slope: 2 },
      { width: Number.POSITIVE_INFINITY, slope: 10 },
    ],
    floorDays: 2,
  };
  expect([0, 1, 2].map((days) => loadAtDays(curve, days))).toEqual([0.9, 0.9, 0.9]);
});
