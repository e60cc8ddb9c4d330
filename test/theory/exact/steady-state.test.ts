import { describe, expect, it } from 'vitest';
import { exceedance, poissonLaw, spread } from './poisson.ts';
import { bandedStationary, iterateToSteady, listedChainMean } from './steady-state.ts';

describe('the Poisson law', () => {
  it('has the probabilities of the definition', () => {
    expect(poissonLaw(2)[3]).toBeCloseTo((Math.exp(-2) * 8) / 6, 15);
  });
  it('keeps mean and variance at a mean of 5000', () => {
    const law = poissonLaw(5000);
    const mean = law.reduce((sum, p, k) => sum + p * k, 0);
    expect(mean).toBeCloseTo(5000, 8);
    expect(law.reduce((sum, p, k) => sum + p * (k - mean) ** 2, 0)).toBeCloseTo(5000, 6);
  });
  it('has exceedances that add up to the mean', () => {
    expect(exceedance(poissonLaw(7.5)).reduce((sum, p) => sum + p, 0)).toBeCloseTo(7.5, 12);
  });
  it('refuses a negative mean', () => {
    expect(() => poissonLaw(-1)).toThrow(RangeError);
  });
});

describe('a Poisson number of steps', () => {
  it('gives the two-state chain its exponential', () => {
    // Leaves state 0 at rate 1 for good; uniformised at rate 3 over a time 0.7.
    const { end, visits } = spread(Float64Array.of(1, 0), poissonLaw(2.1), (from, to) => {
      to[0]! += (from[0]! * 2) / 3;
      to[1]! += from[0]! / 3 + from[1]!;
    });
    expect(end[0]).toBeCloseTo(Math.exp(-0.7), 13);
    expect(visits[0]! / 3).toBeCloseTo(1 - Math.exp(-0.7), 13);
  });
});

describe('stationary laws', () => {
  const up = 0.3;
  const walk = Array.from({ length: 50 }, (_, n) =>
    n === 0
      ? { first: 0, mass: Float64Array.of(1 - up, up) }
      : { first: n - 1, mass: n < 49 ? Float64Array.of(1 - up, 0, up) : Float64Array.of(1 - up, up) },
  );
  it('by elimination are geometric for a random walk, to the last digit of the tail', () => {
    const law = bandedStationary(walk);
    expect(law[40]! / law[39]! / (up / (1 - up))).toBeCloseTo(1, 12);
  });
  it('by elimination survive a walk that drifts to the top', () => {
    const climbing = Array.from({ length: 900 }, (_, n) =>
      n === 0
        ? { first: 0, mass: Float64Array.of(0.1, 0.9) }
        : { first: n - 1, mass: n < 899 ? Float64Array.of(0.1, 0, 0.9) : Float64Array.of(0.1, 0.9) },
    );
    expect(bandedStationary(climbing)[899]).toBeCloseTo(8 / 9, 12);
  });
  it('by iteration are those by elimination', () => {
    const start = new Float64Array(50);
    start[0] = 1;
    const law = iterateToSteady(
      start,
      (from) => {
        const to = new Float64Array(50);
        from.forEach((mass, n) => {
          const { first, mass: row } = walk[n]!;
          row.forEach((p, j) => {
            to[first + j]! += mass * p;
          });
        });
        return to;
      },
      1e-13,
    );
    expect(law[10]).toBeCloseTo(bandedStationary(walk)[10]!, 12);
  });
  it('by listing states give M/M/1 its mean', () => {
    const mean = listedChainMean(
      [0],
      ([n]) => [
        { to: [n! + 1], rate: n! < 200 ? 0.5 : 0 },
        { to: [n! - 1], rate: n! > 0 ? 1 : 0 },
      ],
      ([n]) => n!,
    );
    expect(mean).toBeCloseTo(1, 10);
  });
  it('refuse a chain that cannot come down', () => {
    const stuck = [
      { first: 0, mass: Float64Array.of(0.5, 0.5) },
      { first: 1, mass: Float64Array.of(1) },
    ];
    expect(() => bandedStationary(stuck)).toThrow(RangeError);
  });
});
