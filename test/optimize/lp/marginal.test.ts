import { describe, expect, it } from 'vitest';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { type MarginalAsk, worthOfOneMore } from '../../../src/optimize/lp/marginal.ts';
import type { LpModel } from '../../../src/optimize/lp/model.ts';
import { QUICK, small, twoRooms } from './support/small.ts';

const highs = new HighsBackend();

async function worth(model: LpModel, ask: Partial<MarginalAsk> = {}) {
  const answer = await worthOfOneMore(
    model,
    { row: 'hours', side: 'upper', unit: 1, most: 16, ...ask },
    highs,
    QUICK,
  );
  if (answer.kind === 'none') throw new Error(answer.termination);
  return answer.marginal;
}

/** Worth 10 an hour for the first 0.1 hours beyond 5, then 4 until 8, then nothing. */
const steep = small(
  [
    { id: 'best', upper: 5.1, cost: 10 },
    { id: 'good', upper: 2.9, cost: 4 },
  ],
  [
    {
      id: 'hours',
      upper: 5,
      terms: [
        ['best', 1],
        ['good', 1],
      ],
    },
  ],
  'max',
);

describe('one more unit', () => {
  it('is worth what a re-solve says, as far as the same is true', async () => {
    const { perUnit, from, to, isOpen, byDual, low, high } = await worth(twoRooms());
    expect({ perUnit, from, to, isOpen, byDual, low, high }).toEqual({
      perUnit: 2,
      from: 0,
      to: 16,
      isOpen: true,
      byDual: 2,
      low: 2,
      high: 2,
    });
  });

  it('is not worth its dual where that ends before the unit does', async () => {
    const { perUnit, byDual, from, to } = await worth(steep);
    expect(byDual).toBeCloseTo(10, 9);
    expect(perUnit).toBeCloseTo(0.1 * 10 + 0.9 * 4, 9);
    // From the second crumb on an hour is worth less with every minute: nothing but the unit itself is 4.6.
    expect(from).toBeGreaterThan(0.9);
    expect(to).toBeLessThan(1.3);
  });

  it('holds up to where the room is full, found by halving', async () => {
    const flat = small(
      [{ id: 'x', upper: 9, cost: 3 }],
      [{ id: 'hours', upper: 5, terms: [['x', 1]] }],
      'max',
    );
    const { perUnit, to, isOpen } = await worth(flat);
    expect([perUnit, isOpen]).toEqual([3, false]);
    expect(to).toBeGreaterThan(3.7);
    // 1 % of what four hours are worth, and the last halving of 15 hours.
    expect(to).toBeLessThan(4 + 0.05 + 15 / 64);
  });

  it('may be one less of what is asked for', async () => {
    const must = small([{ id: 'x', cost: 7 }], [{ id: 'hours', lower: 5, terms: [['x', 1]] }]);
    const { perUnit, to, isOpen } = await worth(must, { side: 'lower', unit: -1, most: 5 });
    expect([perUnit, to, isOpen]).toEqual([-7, 5, true]);
  });

  it('is found for whole numbers too, where nothing less than a unit is worth anything', async () => {
    const { perUnit, from, byDual, low, high } = await worth(twoRooms(true));
    expect([perUnit, byDual]).toEqual([2, null]);
    expect(from).toBeGreaterThan(0.9);
    expect(low).toBeLessThanOrEqual(2);
    expect(high).toBeGreaterThanOrEqual(2);
    expect(high - low).toBeLessThan(1e-3);
  });

  it('holds for so many whole units where numbers are whole', async () => {
    const flat = small(
      [{ id: 'x', upper: 9, cost: 3, isInteger: true }],
      [{ id: 'hours', upper: 5, terms: [['x', 1]] }],
      'max',
    );
    const { from, to, isOpen } = await worth(flat);
    expect({ from, to, isOpen }).toEqual({ from: 1, to: 4, isOpen: false });
  });

  it('says how little is known when the gap is wide', async () => {
    const shifty = {
      name: 'wide',
      takesStart: false,
      solve: async (model: LpModel) => {
        const solution = await highs.solve(model, QUICK);
        return { ...solution, termination: 'time-limit' as const, bound: solution.objective! + 3 };
      },
    };
    const ask: MarginalAsk = { row: 'hours', side: 'upper', unit: 1, most: 2 };
    const answer = await worthOfOneMore(twoRooms(true), ask, shifty, QUICK);
    expect(answer.kind === 'value' && [answer.marginal.low, answer.marginal.high]).toEqual([-1, 5]);
  });

  it('has no value where there is no plan', async () => {
    const none = small([{ id: 'x', upper: 1 }], [{ id: 'hours', lower: 3, upper: 9, terms: [['x', 1]] }]);
    const ask: MarginalAsk = { row: 'hours', side: 'upper', unit: 1, most: 2 };
    expect(await worthOfOneMore(none, ask, highs, QUICK)).toEqual({
      kind: 'none',
      termination: 'infeasible',
    });
  });

  it.each([{ row: 'days' }, { side: 'lower' as const }, { unit: 0 }, { most: 0.5 }])(
    'refuses %o',
    async (ask) => {
      await expect(worth(twoRooms(), ask)).rejects.toThrow(RangeError);
    },
  );
});
