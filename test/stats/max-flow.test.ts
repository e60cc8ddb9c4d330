/** What capacities can carry of loads that may use only some of them, against Hall's condition tried on every subset. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { servedLoads } from '../../src/stats/max-flow.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Largest total served: the least, over subsets of loads, of the capacity open to them plus the loads left out. */
function mostServed(
  loads: readonly number[],
  capacities: readonly number[],
  open: readonly (readonly boolean[])[],
) {
  let least = Number.POSITIVE_INFINITY;
  for (let subset = 0; subset < 2 ** loads.length; subset++) {
    const isIn = (i: number) => ((subset >> i) & 1) === 1;
    const reachable = capacities.filter((_, j) => loads.some((_, i) => isIn(i) && open[i]![j]));
    least = Math.min(least, sum(reachable) + sum(loads.filter((_, i) => !isIn(i))));
  }
  return least;
}

const problems = fc
  .record({
    loads: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 5 }),
    capacities: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 5 }),
  })
  .chain(({ loads, capacities }) =>
    fc.record({
      loads: fc.constant(loads),
      capacities: fc.constant(capacities),
      open: fc.array(fc.array(fc.boolean(), { minLength: capacities.length, maxLength: capacities.length }), {
        minLength: loads.length,
        maxLength: loads.length,
      }),
    }),
  );

describe('served loads', () => {
  it('are as much as can be', () => {
    fc.assert(
      fc.property(problems, ({ loads, capacities, open }) => {
        expect(sum(servedLoads(loads, capacities, open))).toBeCloseTo(mostServed(loads, capacities, open), 9);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('are never more than asked', () => {
    fc.assert(
      fc.property(problems, ({ loads, capacities, open }) => {
        servedLoads(loads, capacities, open).forEach((served, i) => {
          expect(served).toBeGreaterThanOrEqual(0);
          expect(served).toBeLessThanOrEqual(loads[i]!);
        });
      }),
      { seed: 1 },
    );
  });

  it('make way for one another: a load that has a choice leaves what the other needs', () => {
    const open = [
      [true, true],
      [true, false],
    ];
    expect(servedLoads([5, 5], [5, 5], open)).toEqual([5, 5]);
  });

  it('change nothing in what is given', () => {
    const loads = Object.freeze([3, 4]);
    const capacities = Object.freeze([5]);
    servedLoads(loads, capacities, [[true], [true]]);
    expect([loads, capacities]).toEqual([[3, 4], [5]]);
  });

  it('are nothing where nothing is open', () => {
    expect(servedLoads([3], [5], [[false]])).toEqual([0]);
    expect(servedLoads([], [5], [])).toEqual([]);
  });
});
