/** One tree of numbers a replication becomes one tree of estimates. */
import { expect, it } from 'vitest';
import { combine } from '../../src/stats/combine.ts';
import { estimate } from '../../src/stats/estimate.ts';

it('each leaf is estimated over the replications', () => {
  const combined = combine([
    { wait: { A: 1, H: 10 }, volume: 5 },
    { wait: { A: 3, H: 20 }, volume: 7 },
  ]);
  expect(combined).toEqual({
    wait: { A: estimate([1, 3]), H: estimate([10, 20]) },
    volume: estimate([5, 7]),
  });
});

it('a leaf that some replications do not have is estimated over the others, and says over how many', () => {
  const combined = combine<{ wait: number | null }>([{ wait: 1 }, { wait: null }, { wait: 3 }]);
  expect(combined.wait).toEqual(estimate([1, 3]));
});

it('a leaf that no replication has is null', () => {
  expect(combine([{ wait: null }, { wait: null }])).toEqual({ wait: null });
});

it('a first replication without anything does not hide the others', () => {
  expect(combine<{ wait: number | null }>([{ wait: null }, { wait: 2 }]).wait).toEqual(estimate([2]));
});

it('0 is a number, not nothing', () => {
  expect(combine([{ wait: 0 }, { wait: 0 }])).toEqual({ wait: estimate([0, 0]) });
});
