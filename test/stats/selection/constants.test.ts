/**
 * Constants held against tables and against computations of another kind.
 *
 * "By quadrature": computed once with 600 Gauss–Legendre nodes on √χ² and the laws of SciPy 1.17, to 1e-9. The published values are
 * rounded or cut: they are met within a unit of the last digit printed, or the error of their program. They are quoted at second hand.
 */
import { describe, expect, it } from 'vitest';
import { pow } from '../../../src/engine/math.ts';
import { normalQuantile } from '../../../src/engine/math-special.ts';
import { openStream } from '../../../src/engine/streams.ts';
import { knConstants, rinottConstant, screeningConstant } from '../../../src/stats/selection/constants.ts';

/** Standard normal numbers of a stream. */
function normals(seed: string): () => number {
  const uniform = openStream(seed);
  return () => normalQuantile(uniform() + 2 ** -33);
}

const chiSquare = (normal: () => number, degrees: number): number => {
  let sum = 0;
  for (let i = 0; i < degrees; i++) sum += normal() ** 2;
  return sum;
};

const DRAWS = 20_000;

/** Whether a share of the draws fits a probability: a true one is refused once in 1000. */
const fits = (hits: number, probability: number): boolean =>
  Math.abs(hits / DRAWS - probability) <= 3.29 * Math.sqrt((probability * (1 - probability)) / DRAWS);

describe('the constants of KN', () => {
  it.each([
    [2, 0.05, 10],
    [5, 0.05, 10],
    [20, 0.05, 20],
    [100, 0.01, 50],
  ])('solve their equation for %i systems, alpha %f, %i first replications', (k, alpha, n) => {
    const { eta } = knConstants(k, alpha, n);
    expect(0.5 * pow(1 + 2 * eta, -(n - 1) / 2)).toBeCloseTo(alpha / (k - 1), 14);
  });

  it('are 0.635 and 11.43 for 5 systems and 10 first replications', () => {
    const { eta, hSquared } = knConstants(5, 0.05, 10);
    expect(eta).toBeCloseTo(0.635, 3);
    expect(hSquared).toBeCloseTo(11.43, 2);
  });
});

describe('Rinott’s constant', () => {
  it.each([
    [0.1, 20, 1.896],
    [0.1, 40, 1.852],
    [0.05, 20, 2.453],
    [0.05, 40, 2.386],
  ])('is that of Law’s table for two systems, alpha %f, %i first replications: %f', (alpha, n, h) => {
    // Law (2015), section 10.4, constants h1 of Dudewicz and Dalal, which are Rinott's for two systems.
    expect(Math.abs(rinottConstant(2, alpha, n) - h)).toBeLessThan(0.001);
  });

  it('is 3.692 for 5 systems, as in the illustration of Kim and Nelson (2006)', () => {
    expect(Math.abs(rinottConstant(5, 0.05, 10) - 3.692)).toBeLessThan(0.001);
  });

  it.each([
    [10, 0.025, 4.045],
    [1000, 0.025, 6.057],
    [10_000, 0.025, 6.893],
    [1000, 0.1, 5.488],
  ])(
    'is that of the program of Bechhofer, Santner and Goldsman for %i systems, alpha %f: %f',
    (k, alpha, h) => {
      // 50 degrees of freedom; reference values kept with the Java and Kotlin translations (JSL, KSL), exact to some thousandths.
      expect(Math.abs(rinottConstant(k, alpha, 51) - h)).toBeLessThan(0.004);
    },
  );

  it.each([
    [2, 0.05, 10, 2.614119295310096],
    [3, 0.05, 10, 3.1657272140670214],
    [10, 0.05, 20, 3.87527663565194],
    [20, 0.025, 20, 4.694570638622199],
    [20, 0.05, 3, 16.384927796530928],
  ])('is that found by quadrature for %i systems, alpha %f, %i first replications', (k, alpha, n, h) => {
    expect(rinottConstant(k, alpha, n)).toBeCloseTo(h, 7);
  });

  it('lets the best win in 95 of 100 draws of its own definition', () => {
    const h = rinottConstant(5, 0.05, 10);
    const normal = normals('rinott');
    let won = 0;
    for (let draw = 0; draw < DRAWS; draw++) {
      const best = chiSquare(normal, 9);
      let wins = true;
      for (let other = 1; other < 5; other++)
        if (normal() * Math.sqrt(9 * (1 / chiSquare(normal, 9) + 1 / best)) > h) wins = false;
      if (wins) won += 1;
    }
    expect(fits(won, 0.95)).toBe(true);
    expect(fits(won, 0.96)).toBe(false);
  });
});

describe('the screening constant of GSP', () => {
  it.each([
    [2, 0.025, 20, 0.6057656464565145],
    [20, 0.025, 20, 0.9233411158258756],
    [1000, 0.025, 51, 0.6816709399709122],
    [5, 0.025, 3, 12.529711514336741],
  ])('is that found by quadrature for %i systems, alpha %f, %i first replications', (k, alpha, n, eta) => {
    expect(screeningConstant(k, alpha, n)).toBeCloseTo(eta, 8);
  });

  it('is crossed by a Brownian path as often as allowed', () => {
    // A path of length 1 passes a·√ with probability 2(1 − Φ): |Z| has the law of its maximum.
    const eta = screeningConstant(2, 0.05, 10);
    const normal = normals('screening');
    let crossed = 0;
    for (let draw = 0; draw < DRAWS; draw++) {
      const smaller = Math.min(chiSquare(normal, 9), chiSquare(normal, 9));
      if (Math.abs(normal()) > eta * Math.sqrt(smaller)) crossed += 1;
    }
    expect(fits(crossed, 0.05)).toBe(true);
    expect(fits(crossed, 0.06)).toBe(false);
  });
});

describe('constants are refused', () => {
  it.each([knConstants, rinottConstant, screeningConstant])('by %o for terms without meaning', (constant) => {
    expect(() => constant(1, 0.05, 10)).toThrow(RangeError);
    expect(() => constant(2, 0, 10)).toThrow(RangeError);
    expect(() => constant(2, 0.5, 10)).toThrow(RangeError);
    expect(() => constant(2, 0.05, 1)).toThrow(RangeError);
    expect(() => constant(2.5, 0.05, 10)).toThrow(RangeError);
  });
});
