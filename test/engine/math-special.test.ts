import { expect, test } from 'vitest';
import { normalCdf, normalDensity, normalQuantile } from '../../src/engine/math-special.ts';
import { relativeError } from './relative-error.ts';

// Reference values: computed with 40 digits.
const CDF: readonly (readonly [number, number])[] = [
  [-37, 5.725571222524577e-300],
  [-20, 2.7536241186062337e-89],
  [-8.5, 9.479534822203318e-18],
  [-5.7, 5.990371401063528e-9],
  [-3, 0.0013498980316300946],
  [-1, 0.15865525393145705],
  [-0.6, 0.2742531177500736],
  [-1e-10, 0.49999999996010575],
  [0, 0.5],
  [0.3, 0.6179114221889527],
  [2.5, 0.9937903346742238],
];

for (const [z, p] of CDF) {
  test(`normalCdf(${z}) has 13 exact digits`, () => {
    expect(relativeError(normalCdf(z), p)).toBeLessThan(1e-13);
  });
}

test('normalCdf is 0 and 1 at the infinities', () => {
  expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
});

test('normalCdf never decreases, across the joints of its approximations too', () => {
  let last = 0;
  for (let z = -12; z <= 9; z += 1 / 1024) {
    const p = normalCdf(z);
    expect(p).toBeGreaterThanOrEqual(last);
    last = p;
  }
});

test('normalDensity agrees with its formula', () => {
  for (const z of [0, 0.5, -1.3, 5, -20]) {
    expect(relativeError(normalDensity(z), Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI))).toBeLessThan(
      1e-13,
    );
  }
});

test('normalDensity is 0 at the infinities', () => {
  expect([normalDensity(-Infinity), normalDensity(Infinity)]).toEqual([0, 0]);
});

const QUANTILE: readonly (readonly [number, number])[] = [
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798407],
  [1e-5, -4.264890793922825],
  [0.025, -1.9599639845400543],
  [0.2, -0.8416212335729142],
  [0.6, 0.2533471031357998],
  [0.9, 1.2815515655446004],
];

for (const [p, z] of QUANTILE) {
  test(`normalQuantile(${p}) has 13 exact digits`, () => {
    expect(relativeError(normalQuantile(p), z)).toBeLessThan(1e-13);
  });
}

test('normalQuantile takes the upper tail with all its digits when the upper probability is given', () => {
  expect(normalQuantile(1, 1e-20)).toBe(-normalQuantile(1e-20));
});

test('normalQuantile inverts normalCdf', () => {
  for (let z = -8; z <= 0; z += 0.125) expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 12);
});

test('normalQuantile is infinite at 0 and 1 and not a number outside', () => {
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(-0.1), normalQuantile(1.1)]).toEqual([
    -Infinity,
    Infinity,
    NaN,
    NaN,
  ]);
});
