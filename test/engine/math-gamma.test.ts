import jStat from 'jstat';
import { expect, test } from 'vitest';
import { gammaP, gammaQ, inverseGammaP, lnGamma } from '../../src/engine/math-gamma.ts';
import { relativeError } from './relative-error.ts';

// Reference values: computed with 60 digits.
const LN_GAMMA: readonly (readonly [number, number])[] = [
  [1e-10, 23.025850929882736],
  [0.04, 3.1970781737673057],
  [0.5, 0.5723649429247001],
  [1.0000001, -5.772155829918507e-8],
  [1.7, -0.09580769740706588],
  [2.0001, 4.2281658112919945e-5],
  [3.25, 0.9358019311087253],
  [9.99, 12.779315214350193],
  [10, 12.801827480081469],
  [1234.5, 7550.550901077895],
  [1e10, 220258509288.81058],
];

for (const [a, value] of LN_GAMMA) {
  test(`lnGamma(${a}) has 13 exact digits`, () => {
    expect(relativeError(lnGamma(a), value)).toBeLessThan(1e-13);
  });
}

test('lnGamma is infinite at 0 and Infinity and not a number below 0', () => {
  expect([lnGamma(0), lnGamma(Infinity), lnGamma(-0.5)]).toEqual([Infinity, Infinity, NaN]);
});

/** a, x, P(a, x), Q(a, x). */
const INCOMPLETE: readonly (readonly [number, number, number, number])[] = [
  [0.04, 1e-9, 0.4461353121898757, 0.5538646878101243],
  [0.04, 2, 0.9979204488336914, 0.002079551166308621],
  [0.4444, 0.3, 0.6052142590154355, 0.3947857409845646],
  [1.5, 0.01, 0.0007477553393911979, 0.9992522446606088],
  [3, 20, 0.9999995444850495, 4.555149505589213e-7],
  [9.9, 4, 0.00899267109705522, 0.9910073289029447],
  [37.5, 37.5, 0.5217186920617615, 0.4782813079382385],
  [100, 160, 0.999999855797755, 1.4420224505352737e-7],
  [2500, 2400, 0.02165968786536333, 0.9783403121346367],
];

for (const [a, x, p, q] of INCOMPLETE) {
  test(`gammaP and gammaQ have 13 exact digits at shape ${a}, x ${x}`, () => {
    expect(relativeError(gammaP(a, x), p)).toBeLessThan(1e-13);
    expect(relativeError(gammaQ(a, x), q)).toBeLessThan(1e-13);
  });
}

test('gammaP is 0 at 0 and 1 at Infinity', () => {
  expect([gammaP(2, 0), gammaP(20, 0), gammaP(2, Infinity), gammaQ(2, Infinity)]).toEqual([0, 0, 1, 0]);
});

test('gammaP is not a number outside its domain', () => {
  expect([gammaP(0, 1), gammaP(1, -1), gammaQ(-1, 1)]).toEqual([NaN, NaN, NaN]);
});

const SHAPES = [0.04, 4 / 9, 1, 1.5, 9.9, 100, 1e4];
for (const shape of SHAPES) {
  test(`inverseGammaP inverts gammaP and gammaQ within 1e-10 for shape ${shape}`, () => {
    for (const tail of [2 ** -33, 1e-5, 0.01, 0.2, 0.4999]) {
      const low = inverseGammaP(shape, tail);
      const high = inverseGammaP(shape, 1 - tail, tail);
      // A relative error e of x shows as e·x·density/tail in the tail; both tails are steep in ln x.
      expect(relativeError(gammaP(shape, low), tail)).toBeLessThan(1e-10 * Math.max(1, shape));
      expect(relativeError(gammaQ(shape, high), tail)).toBeLessThan(1e-10 * Math.max(1, shape));
    }
  });
}

test('inverseGammaP agrees with the quantiles of jStat as far as those go', () => {
  for (const p of [0.05, 0.5, 0.95]) {
    expect(relativeError(inverseGammaP(2.5, p), jStat.gamma.inv(p, 2.5, 1))).toBeLessThan(1e-7);
  }
});

test('inverseGammaP of shape 1 is the exponential quantile, far into both tails', () => {
  expect(relativeError(inverseGammaP(1, 1e-300), 1e-300)).toBeLessThan(1e-10);
  expect(relativeError(inverseGammaP(1, 1, 1e-300), 300 * Math.LN10)).toBeLessThan(1e-10);
});

test('inverseGammaP is 0 at 0, infinite at 1, and not a number outside', () => {
  expect([inverseGammaP(2, 0), inverseGammaP(2, 1), inverseGammaP(2, 1.5), inverseGammaP(0, 0.5)]).toEqual([
    0,
    Infinity,
    NaN,
    NaN,
  ]);
});
