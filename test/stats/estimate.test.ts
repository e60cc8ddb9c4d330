import { expect, test } from 'vitest';
import { openStream } from '../../src/engine/streams.ts';
import { estimate, studentQuantile975 } from '../../src/stats/estimate.ts';

test('the Student quantiles are those of the tables', () => {
  expect(studentQuantile975(1)).toBeCloseTo(12.7062, 4);
  expect(studentQuantile975(9)).toBeCloseTo(2.2622, 4);
  expect(studentQuantile975(999)).toBeCloseTo(1.9623, 4);
});

test('an estimate is the mean and its Student interval', () => {
  const { mean, low, high, n } = estimate([10, 12, 14, 16]);
  const halfWidth = 3.182446305284263 * Math.sqrt(20 / 3 / 4);
  expect([mean, n]).toEqual([13, 4]);
  expect(low).toBeCloseTo(13 - halfWidth, 6);
  expect(high).toBeCloseTo(13 + halfWidth, 6);
});

test('one replication has a mean and no interval', () => {
  expect(estimate([5])).toEqual({ mean: 5, low: null, high: null, n: 1 });
});

test('equal replications have an interval without width', () => {
  expect(estimate([3, 3, 3])).toEqual({ mean: 3, low: 3, high: 3, n: 3 });
});

test('an estimate is rounded to 12 significant digits', () => {
  expect(estimate([0.1, 0.2, 0.6]).mean).toBe(0.3);
});

test('an estimate of nothing, or of what is not a number, is an error', () => {
  expect(() => estimate([])).toThrow(RangeError);
  expect(() => estimate([1, NaN])).toThrow(RangeError);
});

test('95 % of the intervals of small uniform samples hold the true mean', () => {
  const draw = openStream(1, 'coverage');
  let covered = 0;
  for (let i = 0; i < 2000; i++) {
    const { low, high } = estimate(Array.from({ length: 10 }, draw));
    if (low! <= 0.5 && 0.5 <= high!) covered++;
  }
  expect(Math.abs(covered / 2000 - 0.95)).toBeLessThan(0.02);
});
