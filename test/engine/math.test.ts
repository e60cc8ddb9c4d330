import { expect, test } from 'vitest';
import { acosh, exp, ln, ln1p, ln1pMinusX, pow, sinh } from '../../src/engine/math.ts';
import { worstError } from './relative-error.ts';

const grid = Array.from({ length: 20_001 }, (_, i) => (i - 10_000) / 10_000); // −1 … 1
const exponents = grid.map((x) => x * 700);
const positives = exponents.map(Math.exp);
const nearOne = grid.map((x) => 1 + x / 2);
const extremes = [0, 5e-324, 1e-310, 2 ** -1022, 1, Number.MAX_VALUE, Infinity, NaN];

test('ln agrees with Math.log from the smallest subnormal to the largest number', () => {
  expect(worstError([...positives, ...nearOne, ...extremes, -1], ln, Math.log)).toBeLessThan(1e-15);
});

test('ln1p agrees with Math.log1p, near 0 and far from it', () => {
  const points = [...grid, ...grid.map((x) => x * 1e-9), ...positives, ...extremes, -2];
  expect(worstError(points, ln1p, Math.log1p)).toBeLessThan(1e-15);
});

test('ln1pMinusX keeps its digits where the difference has none left', () => {
  expect(ln1pMinusX(1e-9) / -(1e-18 / 2 - 1e-27 / 3)).toBeCloseTo(1, 14);
});

test('ln1pMinusX joins the plain difference without a step', () => {
  const edge = Math.SQRT2 - 1;
  expect(ln1pMinusX(edge * (1 + 1e-15))).toBeCloseTo(ln1pMinusX(edge), 14);
});

test('exp agrees with Math.exp over its whole range', () => {
  const points = [...exponents, ...grid, ...grid.map((x) => x * 1e-9), 709.782712893384, 709.79, -746];
  expect(worstError([...points, 0, Infinity, -Infinity, NaN], exp, Math.exp)).toBeLessThan(1e-15);
});

test('exp gives the same subnormal numbers as Math.exp', () => {
  for (const x of [-709, -720, -740, -745]) expect(exp(x)).toBe(Math.exp(x));
});

for (const exponent of [-3.3, -1, 0.1, 0.5, 2, 17, 250]) {
  test(`pow agrees with Math.pow for the exponent ${exponent}`, () => {
    const bases = [...positives, ...nearOne].filter((x) => Math.abs(exponent * Math.log(x)) < 690);
    expect(
      worstError(
        bases,
        (x) => pow(x, exponent),
        (x) => x ** exponent,
      ),
    ).toBeLessThan(1e-13);
  });
}

test('pow has the limits of Math.pow at 0 and Infinity', () => {
  const cases = [0, Infinity, 1, NaN].flatMap((x) => [-2, 0, 0.5, Infinity].map((y) => [x, y] as const));
  for (const [x, y] of cases) {
    if (x === 1 && y === Infinity) continue; // 1 here, NaN in Math.pow
    expect(pow(x, y), `${x} ** ${y}`).toBe(x ** y);
  }
});

test('pow overflows to Infinity and underflows to 0', () => {
  expect([pow(10, 400), pow(10, -400)]).toEqual([Infinity, 0]);
});

test('pow of a negative base is not a number', () => {
  expect(pow(-2, 2)).toBeNaN();
});

test('sinh agrees with Math.sinh, tiny, moderate and huge', () => {
  const points = [...grid, ...grid.map((x) => x * 1e-8), ...grid.map((x) => x * 50), ...exponents];
  expect(worstError([...points, 710.4, -711, Infinity, NaN], sinh, Math.sinh)).toBeLessThan(1e-14);
});

test('acosh agrees with Math.acosh from 1 on', () => {
  const points = [1, 1.0001, 1.5, 2, 10, 1e5, 1e8, 1.1e8, 1e300, Infinity];
  expect(worstError(points, acosh, Math.acosh)).toBeLessThan(1e-13);
});

test('acosh keeps its digits just above 1', () => {
  const t = 2 ** -40;
  expect(acosh(1 + t) / Math.sqrt(2 * t)).toBeCloseTo(1 - t / 12, 14);
});

test('acosh is not a number below 1', () => {
  expect(acosh(0.999)).toBeNaN();
});

test('the last bits are fixed, whatever the machine', () => {
  expect([ln(7), ln1p(0.3), exp(2.5), pow(3, 0.7), sinh(1.5), acosh(3)]).toEqual([
    1.9459101490553132, 0.262364264467491, 12.182493960703473, 2.157669279974593, 2.1292794550948173,
    1.7627471740390859,
  ]);
});
