import { describe, expect, it } from 'vitest';
import { assumptionBand, fixedSet, latinHypercube, overSets } from '../../src/calibrate/history-sets.ts';
import type { HistoryParameter } from '../../src/model/results/results.ts';

const parameter = (id: string, value: number, range: readonly [number, number] | null): HistoryParameter => ({
  id,
  value,
  range,
  unit: 'd',
  from: 'stated',
  source: { en: 'x', fr: 'x' },
});
const TWO = [parameter('a', 5, [0, 10]), parameter('b', 1, null)];

describe('a Latin hypercube', () => {
  it('draws once from each equal part of a range', () => {
    const parts = latinHypercube(TWO, 20, 's').map((set) => Math.floor(set.a! * 2));
    expect([...parts].sort((x, y) => x - y)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('keeps a parameter without range at its value', () => {
    expect(latinHypercube(TWO, 5, 's').map((set) => set.b)).toEqual([1, 1, 1, 1, 1]);
  });

  it('is the same for the same seed, another for another', () => {
    expect(latinHypercube(TWO, 9, 's')).toEqual(latinHypercube(TWO, 9, 's'));
    expect(latinHypercube(TWO, 9, 's')).not.toEqual(latinHypercube(TWO, 9, 't'));
  });

  it('does not change a parameter when another is added', () => {
    const more = latinHypercube([parameter('c', 0, [0, 1]), ...TWO], 9, 's');
    expect(more.map((set) => set.a)).toEqual(latinHypercube(TWO, 9, 's').map((set) => set.a));
  });
});

it('takes the central 95 % of the values, whatever their order', () => {
  const values = Array.from({ length: 41 }, (_, n) => 40 - n);
  expect(assumptionBand(values)).toEqual({ low: 1, high: 39, sets: 41 });
});

it('refuses an assumption interval of nothing', () => {
  expect(() => assumptionBand([])).toThrow(RangeError);
});

it('plays the fixed values over replications, and the drawn ones once each', () => {
  const played: { a: number; seed: string }[] = [];
  const options = { seed: 'x', replications: 2, sets: 3, weeks: 1 };
  const told = overSets<'y'>(TWO, options, (set, seed) => {
    played.push({ a: set.a!, seed });
    return { y: set.a! };
  });
  expect(played.filter(({ a }) => a === fixedSet(TWO).a).map(({ seed }) => seed)).toEqual(['x/0', 'x/1']);
  expect(played).toHaveLength(5);
  expect(told.claim('y', { id: 'ct-1', unit: 'days' }).model).toEqual({ mean: 5, low: 5, high: 5, n: 2 });
});
