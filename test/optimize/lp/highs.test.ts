import type { Highs, Model } from 'highs';
import { describe, expect, it } from 'vitest';
import { LpBuilder } from '../../../src/optimize/lp/builder.ts';
import { withRowBounds } from '../../../src/optimize/lp/edit.ts';
import { HighsBackend, loadHighs } from '../../../src/optimize/lp/highs.ts';
import { label, UNIT } from './support/generate.ts';
import { QUICK, small, twoRooms } from './support/small.ts';
import { storedModel } from './support/stored.ts';

const highs = new HighsBackend();

/** HiGHS with one call of each model it makes changed. */
const changedHighs = (change: (model: Model) => Partial<Model>) => async () => {
  const real = await loadHighs();
  const withModel = (operation: (model: Model) => unknown) =>
    real.withModel((model: Model) => {
      const own = change(model);
      const through = (_: Model, key: keyof Model) => {
        const value = own[key] ?? model[key];
        return typeof value === 'function' ? (value as () => unknown).bind(model) : value;
      };
      return operation(new Proxy(model, { get: through as ProxyHandler<Model>['get'] & object }));
    });
  return { ...real, withModel } as unknown as Highs;
};

/** A MILP that takes more than its time: to split 60 numbers in equal halves, five times at once. */
function hard() {
  const builder = new LpBuilder('hard');
  const at = (row: number, column: number) => ((row * 7919 + column * 104729) * 31) % 997;
  for (let column = 0; column < 60; column++)
    builder.column({ id: `x${column}`, label: label('x'), unit: UNIT, upper: 1, isInteger: true });
  for (let row = 0; row < 5; row++) {
    const slack = { label: label('s'), unit: UNIT, cost: 1 };
    builder.column({ id: `o${row}`, ...slack }).column({ id: `u${row}`, ...slack });
    const terms = Array.from({ length: 60 }, (_, column): [string, number] => [
      `x${column}`,
      1 + at(row, column),
    ]);
    const half = Math.floor(terms.reduce((sum, [, value]) => sum + value, 0) / 2);
    const sides: [string, number][] = [
      [`o${row}`, -1],
      [`u${row}`, 1],
    ];
    builder.row({
      id: `r${row}`,
      label: label('r'),
      unit: UNIT,
      lower: half,
      upper: half,
      terms: [...terms, ...sides],
    });
  }
  return builder.build();
}

describe('HiGHS', () => {
  it('solves an LP, with duals that prove it and the worth of an hour', async () => {
    const { termination, primal, dual, objective, bound, gap, values, duals } = await highs.solve(
      twoRooms(),
      QUICK,
    );
    expect({ termination, primal, dual }).toEqual({
      termination: 'optimal',
      primal: 'feasible',
      dual: 'feasible',
    });
    expect({ objective, bound, gap }).toEqual({ objective: 26, bound: 26, gap: 0 });
    expect([...values!]).toEqual([6, 4]);
    expect([...duals!.rows]).toEqual([2]);
  });

  it('solves a MILP, with its bound and no duals', async () => {
    const { termination, dual, bound, gap, duals } = await highs.solve(twoRooms(true), QUICK);
    expect({ termination, dual, bound, gap, duals }).toEqual({
      termination: 'optimal',
      dual: 'none',
      bound: 26,
      gap: 0,
      duals: null,
    });
  });

  it('stops at its time limit with a checked point, its bound and its gap', async () => {
    const { termination, primal, gap, bound, objective } = await highs.solve(hard(), { timeLimitSeconds: 1 });
    expect({ termination, primal }).toEqual({ termination: 'time-limit', primal: 'feasible' });
    expect(bound!).toBeLessThan(objective!);
    expect(gap!).toBeGreaterThan(1e-6);
  });

  it('says infeasible and unbounded without a point', async () => {
    const nothing = small([{ id: 'x', upper: 1 }], [{ id: 'r', lower: 2, terms: [['x', 1]] }]);
    const all = small([{ id: 'x', cost: -1 }]);
    const [none, endless] = [await highs.solve(nothing, QUICK), await highs.solve(all, QUICK)];
    expect([none.termination, none.values]).toEqual(['infeasible', null]);
    expect([endless.termination, endless.values]).toEqual(['unbounded', null]);
  });

  it('is asked again without presolve before a MILP is called infeasible', async () => {
    let runs = 0;
    const presolves: unknown[] = [];
    const wrongOnce = changedHighs((model) => ({
      run() {
        runs += 1;
        presolves.push(model.options.get('presolve'));
        const result = model.run();
        return runs === 1 ? { ...result, modelStatus: 8 } : result;
      },
    }));
    const { termination, objective } = await new HighsBackend(wrongOnce).solve(twoRooms(true), QUICK);
    expect({ termination, objective, presolves }).toEqual({
      termination: 'optimal',
      objective: 26,
      presolves: ['choose', 'off'],
    });
  });

  it('gives no plan when its point is wrong', async () => {
    const wrongPoint = changedHighs((model) => ({
      getSolution: () => ({ ...model.getSolution(), colValue: new Float64Array([8, 2]) }),
    }));
    const { termination, values } = await new HighsBackend(wrongPoint).solve(twoRooms(), QUICK);
    expect({ termination, values }).toEqual({ termination: 'failed', values: null });
  });

  it('gives duals only when they prove the objective', async () => {
    const wrongDuals = changedHighs((model) => ({
      getSolution: () => ({ ...model.getSolution(), rowDual: new Float64Array([9]) }),
    }));
    const { termination, dual, duals } = await new HighsBackend(wrongDuals).solve(twoRooms(), QUICK);
    expect({ termination, dual, duals }).toEqual({ termination: 'optimal', dual: 'none', duals: null });
  });

  it('says that it failed when it throws, and is loaded anew', async () => {
    let loads = 0;
    const backend = new HighsBackend(async () => {
      loads += 1;
      if (loads === 1) throw new Error('out of memory');
      return loadHighs();
    });
    const [first, second] = [await backend.solve(twoRooms(), QUICK), await backend.solve(twoRooms(), QUICK)];
    expect([first.termination, first.reason?.values.message]).toEqual(['failed', 'out of memory']);
    expect(second.termination).toBe('optimal');
  });

  it('starts a MILP from a point that holds, and refuses one that does not', async () => {
    const started = await highs.solve(twoRooms(true), { ...QUICK, start: [5, 5] });
    const refused = await highs.solve(twoRooms(true), { ...QUICK, start: [7, 3] });
    expect([started.termination, started.objective]).toEqual(['optimal', 26]);
    expect([refused.termination, refused.reason?.code]).toEqual(['refused', 'start-fails-check']);
  });

  it('is not believed when it calls infeasible what its start makes possible', async () => {
    const blind = changedHighs((model) => ({ run: () => ({ ...model.run(), modelStatus: 8 }) }));
    const { termination, reason } = await new HighsBackend(blind).solve(twoRooms(), {
      ...QUICK,
      start: [5, 5],
    });
    expect([termination, reason?.code]).toEqual(['failed', 'start-contradicted']);
  });

  it('starts an LP from the basis of a like one and gives the same', async () => {
    const model = storedModel('hang');
    const { basis } = await highs.solve(model, QUICK);
    const other = withRowBounds(model, new Map([['r0', { lower: model.rows[0]!.lower - 1 }]]));
    const [cold, warm] = [await highs.solve(other, QUICK), await highs.solve(other, { ...QUICK, basis })];
    expect(warm.objective).toBeCloseTo(cold.objective!, 6);
    expect(warm.dual).toBe('feasible');
  });

  it.each([
    { timeLimitSeconds: 0 },
    { timeLimitSeconds: Number.NaN },
    { timeLimitSeconds: 1, relativeGap: -1 },
  ])('refuses %o', async (options) => {
    const { termination, reason } = await highs.solve(twoRooms(), options);
    expect([termination, reason?.code]).toEqual(['refused', 'option-not-available']);
  });

  it('drops a constant into the objective and its bound', async () => {
    const builder = new LpBuilder('offset').constant(100);
    builder.column({ id: 'x', label: label('x'), unit: UNIT, lower: 3, cost: 1 });
    const { objective, bound } = await highs.solve(builder.build(), QUICK);
    expect({ objective, bound }).toEqual({ objective: 103, bound: 103 });
  });
});
