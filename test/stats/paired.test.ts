/** One indicator of a base and a variant, paired replication by replication. */
import { describe, expect, it } from 'vitest';
import { openStream } from '../../src/engine/streams.ts';
import { estimate, studentQuantile } from '../../src/stats/estimate.ts';
import { incomparable, pairedIndicator } from '../../src/stats/paired.ts';

const BASE = [10, 12, 14, 11, 13];
const plus = (values: readonly number[], gaps: readonly number[]) => values.map((x, i) => x + gaps[i]!);
const VARIANT = plus(BASE, [-1, -1.2, -0.9, -1.1, -1]);

describe('a paired indicator', () => {
  it('has the mean difference variant − base', () => {
    expect(pairedIndicator(BASE, VARIANT, 0.95).difference!.mean).toBeCloseTo(-1.04, 12);
  });

  it('has, at 95 %, the interval of the paired differences', () => {
    expect(pairedIndicator(BASE, VARIANT, 0.95).difference).toEqual(
      estimate(VARIANT.map((value, n) => value - BASE[n]!)),
    );
  });

  it('has a wider interval at a higher level, by the ratio of the Student quantiles', () => {
    const width = (level: number) => {
      const { low, high } = pairedIndicator(BASE, VARIANT, level).difference!;
      return high! - low!;
    };
    expect(width(0.99) / width(0.95)).toBeCloseTo(4.604094871 / 2.776445105, 5);
  });

  it('keeps the 95 % estimates of base and variant beside it, whatever the level', () => {
    const { base, variant } = pairedIndicator(BASE, VARIANT, 0.99);
    expect([base, variant]).toEqual([estimate(BASE), estimate(VARIANT)]);
  });

  it('gives the correlation of the two over replications', () => {
    expect(pairedIndicator([1, 2, 3, 4], [2, 1, 4, 3], 0.95).correlation).toBeCloseTo(0.6, 12);
  });

  it('gives how many times more replications independent draws would need', () => {
    // Variances 5/3 and 5/3; differences 1, −1, 1, −1 have variance 4/3.
    expect(pairedIndicator([1, 2, 3, 4], [2, 1, 4, 3], 0.95).pairingGain).toBeCloseTo(2.5, 12);
  });

  it('leaves out the replications in which one of the two has nothing', () => {
    const { difference, base } = pairedIndicator([1, null, 3, 5], [2, 9, null, 7], 0.95);
    expect([difference!.mean, difference!.n]).toEqual([1.5, 2]);
    expect(base).toEqual(estimate([1, 5]));
  });

  it('has means that differ by the mean difference', () => {
    const { base, variant, difference } = pairedIndicator([1, null, 3, 5], [2, 9, null, 7], 0.95);
    if (base === null || base === 'unstable' || variant === null || variant === 'unstable') throw new Error();
    expect(variant.mean - base.mean).toBeCloseTo(difference!.mean, 12);
  });

  it('is refused for series of unequal length, or a level that is none', () => {
    expect(() => pairedIndicator([1], [1, 2], 0.95)).toThrow(RangeError);
    expect(() => pairedIndicator([1, 2], [1, 2], 95)).toThrow(RangeError);
  });
});

describe('the verdict', () => {
  const verdict = (base: readonly (number | null)[], variant: readonly (number | null)[], level = 0.95) =>
    pairedIndicator(base, variant, level).verdict;

  it('is lower or higher when the interval lies on one side of zero', () => {
    expect(verdict(BASE, VARIANT)).toBe('lower');
    expect(verdict(VARIANT, BASE)).toBe('higher');
  });

  it('is not demonstrated when the interval holds zero', () => {
    expect(verdict(BASE, plus(BASE, [1, -1, 1, -1, 0.5]))).toBe('not-demonstrated');
  });

  it('may be demonstrated at one level and not at a higher one', () => {
    const variant = plus(BASE, [1, 2, 0.2, 1.5, 2.5]);
    expect([verdict(BASE, variant), verdict(BASE, variant, 0.9999)]).toEqual(['higher', 'not-demonstrated']);
  });

  it('is unchanged when base and variant are equal in every replication', () => {
    expect(verdict(BASE, [...BASE])).toBe('unchanged');
  });

  it('takes the last digits of the arithmetic for nothing', () => {
    expect(verdict([0.3, 0.7, 1.1], [0.1 + 0.2, 0.7, 1.1])).toBe('unchanged');
  });

  it('is not demonstrated in a single replication, be it equal or not', () => {
    expect([verdict([3], [3]), verdict([3], [5])]).toEqual(['not-demonstrated', 'not-demonstrated']);
  });

  it('is absent when nothing happened in one of the two', () => {
    expect(verdict([null, null], [1, 2])).toBe('absent');
    expect(pairedIndicator([null, null], [1, 2], 0.95).variant).toEqual(estimate([1, 2]));
  });

  it('of whole days that fall by one in three replications only is not demonstrated, and has no interval', () => {
    const { verdict: said, difference } = pairedIndicator([7, 7, 7], [6, 6, 6], 0.95);
    expect([said, difference!.low, difference!.high]).toEqual(['not-demonstrated', null, null]);
  });

  it('of the same change in six replications is demonstrated at 95 %, in five it is not', () => {
    const times = (n: number, x: number) => Array.from({ length: n }, () => x);
    expect(verdict(times(6, 7), times(6, 6))).toBe('lower');
    expect(verdict(times(5, 7), times(5, 6))).toBe('not-demonstrated');
  });

  it('never contradicts the interval', () => {
    const draw = openStream(3, 'paired');
    for (let k = 0; k < 300; k++) {
      const n = 2 + Math.floor(draw() * 5);
      const values = () => Array.from({ length: n }, () => Math.floor(draw() * 4));
      const { verdict: said, difference } = pairedIndicator(values(), values(), 0.95);
      const { low, high } = difference!;
      expect(said === 'lower').toBe(high !== null && high < 0);
      expect(said === 'higher').toBe(low !== null && low > 0);
    }
  });
});

describe('correlation and gain', () => {
  it('are not given below three replications', () => {
    const { correlation, pairingGain } = pairedIndicator([1, 2], [2, 4], 0.95);
    expect([correlation, pairingGain]).toEqual([null, null]);
  });

  it('are not given where nothing varies', () => {
    const { correlation, pairingGain } = pairedIndicator([2, 2, 2], [2, 2, 2], 0.95);
    expect([correlation, pairingGain]).toEqual([null, null]);
  });

  it('say that pairing brings nothing where the base alone varies', () => {
    const { correlation, pairingGain } = pairedIndicator([1, 2, 3], [5, 5, 5], 0.95);
    expect([correlation, pairingGain]).toEqual([null, 1]);
  });
});

it('two that cannot be compared have no difference', () => {
  expect(incomparable('unstable', null, 'unstable')).toEqual({
    base: 'unstable',
    variant: null,
    difference: null,
    verdict: 'unstable',
    correlation: null,
    pairingGain: null,
  });
});

it('the Student quantiles of corrected levels are those of the tables', () => {
  expect(studentQuantile(0.995, 9)).toBeCloseTo(3.2498, 4);
  expect(studentQuantile(0.9995, 4)).toBeCloseTo(8.6103, 4);
});
