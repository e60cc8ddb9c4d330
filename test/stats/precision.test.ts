import { expect, test } from 'vitest';
import { estimate, studentQuantile975 } from '../../src/stats/estimate.ts';
import { moreReplications, relativeHalfWidth } from '../../src/stats/precision.ts';

const spread = [9, 11, 8, 12, 10, 10, 7, 13, 9, 11]; // mean 10, s about 1.83

test('the relative half-width is half of the interval over the mean', () => {
  expect(relativeHalfWidth({ mean: -10, low: -11, high: -9, n: 5 })).toBe(0.1);
});

test('an estimate without interval, or of mean 0, has no relative half-width', () => {
  expect(relativeHalfWidth(estimate([5]))).toBeNull();
  expect(relativeHalfWidth(estimate([-1, 1]))).toBeNull();
});

test('an interval without width has relative half-width 0, around 0 too', () => {
  expect(relativeHalfWidth(estimate([0, 0]))).toBe(0);
});

test('nothing more is run once every estimate is precise enough', () => {
  expect(moreReplications([estimate(spread), estimate([4, 4])], 0.2, 100)).toBe(0);
});

for (const wanted of [0.01, 0.05, 0.08, 0.09, 0.1, 0.11, 0.12]) {
  test(`what is asked for is the fewest replications that should give ${wanted}`, () => {
    const n = spread.length + moreReplications([estimate(spread)], wanted, 5000);
    const s = Math.sqrt(spread.reduce((sum, x) => sum + (x - 10) ** 2, 0) / 9);
    const halfWidth = (m: number) => (studentQuantile975(m - 1) * s) / Math.sqrt(m) / 10;
    expect(halfWidth(n)).toBeLessThanOrEqual(wanted);
    expect(halfWidth(n - 1)).toBeGreaterThan(wanted);
  });
}

test('the least precise estimate decides', () => {
  const alone = moreReplications([estimate(spread)], 0.05, 1000);
  expect(moreReplications([estimate(spread.map((x) => x + 90)), estimate(spread)], 0.05, 1000)).toBe(alone);
});

test('a precision just missed asks for at least one more', () => {
  const reached = relativeHalfWidth(estimate(spread))!;
  expect(moreReplications([estimate(spread)], reached * 0.9999, 1000)).toBe(1);
});

test('no more is asked for than the cap leaves', () => {
  expect(moreReplications([estimate(spread)], 0.001, 25)).toBe(15);
  expect(moreReplications([estimate(spread)], 0.001, 10)).toBe(0);
});

test('a single replication asks for a second', () => {
  expect(moreReplications([estimate([5])], 0.05, 100)).toBe(1);
});

test('a mean of 0 with spread is run up to the cap, as no relative width will be reached', () => {
  expect(moreReplications([estimate([-1, 1])], 0.05, 40)).toBe(38);
});
