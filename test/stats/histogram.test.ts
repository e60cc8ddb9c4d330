/** Means and quantiles from counts: what the numbers themselves would give. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binMinutes, minuteBin, WAIT_BINS } from '../../src/engine/tally.ts';
import { binnedQuantile, wholeMean, wholeQuantile } from '../../src/stats/histogram.ts';

const edge = (bin: number) => bin;
const values = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 200 });
const shares = fc.constantFrom(0.2, 0.5, 0.8, 0.9);

/** Counts by value, after three cells of something else. */
function counted(numbers: readonly number[]): number[] {
  const counts = new Array<number>(44).fill(0);
  counts[0] = 999;
  for (const number of numbers) counts[number + 3]! += 1;
  return counts;
}

describe('whole values', () => {
  it('a quantile is the smallest value that the share of them does not exceed', () => {
    fc.assert(
      fc.property(values, shares, (numbers, p) => {
        const at = wholeQuantile(counted(numbers), 3, 41, p)!;
        const upTo = numbers.filter((number) => number <= at).length;
        const below = numbers.filter((number) => number < at).length;
        expect(upTo).toBeGreaterThanOrEqual(p * numbers.length);
        expect(below).toBeLessThan(p * numbers.length);
      }),
      { seed: 1 },
    );
  });

  it('the mean is that of the values', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const sum = numbers.reduce((a, b) => a + b, 0);
        expect(wholeMean(counted(numbers), 3, 41)).toBeCloseTo(sum / numbers.length, 10);
      }),
      { seed: 1 },
    );
  });

  it('there is neither when nothing was counted', () => {
    expect(wholeQuantile([5, 0, 0], 1, 2, 0.5)).toBeNull();
    expect(wholeMean([5, 0, 0], 1, 2)).toBeNull();
  });
});

describe('values in bins', () => {
  it('are spread evenly within their bin', () => {
    expect(binnedQuantile([0, 4, 0], 0, 3, 0.25, edge)).toBe(1.25);
    expect(binnedQuantile([0, 4, 0], 0, 3, 0.5, edge)).toBe(1.5);
    expect(binnedQuantile([2, 2], 0, 2, 0.75, (bin) => 10 * bin)).toBe(15);
  });

  it('have a quantile at the edge of a bin when the share is exactly reached', () => {
    expect(binnedQuantile([1, 1], 0, 2, 0.5, edge)).toBe(1);
    expect(binnedQuantile([1, 0, 1], 0, 3, 0.5, edge)).toBe(1);
  });

  it('have quantiles that increase with the share and stay among the values', () => {
    fc.assert(
      fc.property(values, (numbers) => {
        const at = (p: number) => binnedQuantile(counted(numbers), 3, 41, p, edge)!;
        expect(at(0.2)).toBeLessThanOrEqual(at(0.5));
        expect(at(0.5)).toBeLessThanOrEqual(at(0.9));
        expect(at(0.2)).toBeGreaterThanOrEqual(Math.min(...numbers));
        expect(at(0.9)).toBeLessThanOrEqual(Math.max(...numbers) + 1);
      }),
      { seed: 1 },
    );
  });

  it('have no quantile when nothing was counted', () => {
    expect(binnedQuantile([5, 0], 1, 1, 0.5, edge)).toBeNull();
  });
});

describe('the bins of waits', () => {
  it('begin where the last one ends, from 0 to 2^17 minutes', () => {
    for (let bin = 0; bin < WAIT_BINS; bin++) expect(binMinutes(bin + 1)).toBeGreaterThan(binMinutes(bin));
    expect([binMinutes(0), binMinutes(WAIT_BINS)]).toEqual([0, 2 ** 17]);
  });

  it('hold each whole minute in the one bin that covers it', () => {
    for (let minutes = 0; minutes < 2 ** 17; minutes++) {
      const bin = minuteBin(minutes);
      if (minutes < binMinutes(bin) || minutes >= binMinutes(bin + 1)) expect.fail(`${minutes} in ${bin}`);
    }
  });

  it('are a minute wide up to 127, and at most 1/16 of their value beyond', () => {
    for (let bin = 0; bin < WAIT_BINS; bin++) {
      const width = binMinutes(bin + 1) - binMinutes(bin);
      expect(width).toBeLessThanOrEqual(Math.max(1, binMinutes(bin) / 16));
    }
  });

  it('keep longer waits in the last one', () => {
    expect(minuteBin(2 ** 17)).toBe(WAIT_BINS - 1);
    expect(minuteBin(2 ** 30)).toBe(WAIT_BINS - 1);
  });
});
