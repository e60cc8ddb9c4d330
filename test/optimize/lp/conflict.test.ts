import { describe, expect, it } from 'vitest';
import type { LpBackend } from '../../../src/optimize/lp/backend.ts';
import { conflictOf, highsConflictRows } from '../../../src/optimize/lp/conflict.ts';
import { withoutCosts, withRowsAt } from '../../../src/optimize/lp/edit.ts';
import { HighsBackend, highsData } from '../../../src/optimize/lp/highs.ts';
import type { LpModel } from '../../../src/optimize/lp/model.ts';
import { cheapestRelaxations } from '../../../src/optimize/lp/relax.ts';
import { modelOf } from './support/generate.ts';
import { QUICK, small, twoRooms } from './support/small.ts';

const highs = new HighsBackend();
const hour = (id: string): [string, number] => [id, 1];

/**
 * Evening hours of two rooms: at least 8 are wanted, the law gives 3, staff give 4, and other rules that do not matter.
 * `penalty` is that of the staff row.
 */
const evening = (isInteger = false, penalty = 5): LpModel =>
  small(
    [
      { id: 'irm', upper: 10, isInteger },
      { id: 'ct', upper: 10, isInteger },
    ],
    [
      { id: 'day', upper: 50, terms: [hour('irm')] },
      { id: 'wanted', lower: 8, penalty: 1, terms: [hour('irm'), hour('ct')] },
      { id: 'law', owner: 'law', upper: 3, terms: [hour('irm')] },
      { id: 'budget', owner: 'budget', upper: 90, penalty: 2, terms: [hour('irm'), hour('ct')] },
      { id: 'staff', owner: 'staff', upper: 4, penalty, terms: [hour('ct')] },
    ],
  );

const idsOf = async (model: LpModel, withHighs: boolean) => {
  const answer = await conflictOf(model, highs, QUICK, withHighs ? highs : null);
  if (answer.kind === 'none') return [answer.termination];
  const { rows, columns, isMinimal } = answer.conflict;
  return [rows.map(({ id }) => id).join(' '), columns.map(({ id }) => id).join(' '), isMinimal];
};

describe('what conflicts', () => {
  it.each([true, false])('is the smallest set of rows (with the help of HiGHS: %s)', async (withHighs) => {
    expect(await idsOf(evening(), withHighs)).toEqual(['wanted law staff', 'irm ct', true]);
  });

  it('may need whole numbers, where HiGHS by itself finds nothing', async () => {
    const odd = small(
      [{ id: 'x', upper: 9, isInteger: true }],
      [
        { id: 'calm', upper: 100, terms: [hour('x')] },
        { id: 'odd', lower: 3, upper: 3, terms: [['x', 2]] },
      ],
    );
    expect(await highsConflictRows(highs, odd, QUICK)).toEqual([]);
    expect(await idsOf(odd, true)).toEqual(['odd', 'x', true]);
  });

  it('may be a column alone', async () => {
    const between = small([{ id: 'x', lower: 0.2, upper: 0.8, isInteger: true }]);
    expect(await idsOf(between, true)).toEqual(['', 'x', true]);
  });

  it('is nothing when the model can hold', async () => {
    expect(await idsOf(twoRooms(), true)).toEqual(['optimal']);
  });

  it('is not called smallest when a question was not answered', async () => {
    let asked = 0;
    const tired: LpBackend = {
      name: 'tired',
      takesStart: false,
      solve: async (model, options) => {
        asked += 1;
        const solution = await highs.solve(model, options);
        return asked > 3 && solution.termination === 'infeasible'
          ? { ...solution, termination: 'time-limit' }
          : solution;
      },
    };
    const answer = await conflictOf(evening(), tired, QUICK, null);
    expect(answer.kind === 'conflict' && answer.conflict.isMinimal).toBe(false);
  });

  it('cannot hold in generated models, and holds without any one of its rows', async () => {
    let seen = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { kind, model } = modelOf(seed);
      if (!kind.includes('infeasible')) continue;
      const answer = await conflictOf(model, highs, QUICK, highs);
      if (answer.kind === 'none') throw new Error(answer.termination);
      const at = answer.conflict.rows.map((row) => model.rows.indexOf(row));
      const without = (left: number | null) =>
        highs.solve(withRowsAt(model, new Set(at.filter((row) => row !== left))), QUICK);
      expect((await without(null)).termination).toBe('infeasible');
      for (const row of at) expect((await without(row)).termination).not.toBe('infeasible');
      seen += 1;
    }
    expect(seen).toBeGreaterThan(10);
  });
});

describe('the cheapest way out', () => {
  const relaxationsOf = async (model: LpModel) => {
    const { relaxations, cost, solution } = await cheapestRelaxations(model, highs, QUICK);
    const told = relaxations.map(({ of, side, from, to }) => `${of.id} ${side} ${from} ${to}`);
    return [solution.termination, cost, ...told];
  };

  it('gives up what costs least', async () => {
    expect(await relaxationsOf(evening())).toEqual(['optimal', 1, 'wanted lower 8 7']);
    expect(await relaxationsOf(evening(false, 0.5))).toEqual(['optimal', 0.5, 'staff upper 4 5']);
  });

  it('keeps whole numbers whole', async () => {
    const half = small(
      [{ id: 'x', upper: 3, isInteger: true }],
      [{ id: 'r', lower: 3, upper: 3, penalty: 1, terms: [['x', 2]] }],
    );
    const [termination, cost] = await relaxationsOf(half);
    expect([termination, cost]).toEqual(['optimal', 1]);
  });

  it('never gives up the law, even where a model says that it may', async () => {
    const law = small(
      [{ id: 'x', upper: 10 }],
      [
        { id: 'wanted', lower: 8, penalty: 100, terms: [hour('x')] },
        { id: 'law', owner: 'law', upper: 3, terms: [hour('x')] },
      ],
    );
    const forged = {
      ...law,
      rows: law.rows.map((row) => (row.id === 'law' ? { ...row, isRelaxable: true, penalty: 0.001 } : row)),
    };
    expect(await relaxationsOf(forged)).toEqual(['optimal', 500, 'wanted lower 8 3']);
  });

  it('is none when what may be given up is not enough', async () => {
    const stuck = small(
      [{ id: 'x', upper: 10 }],
      [
        { id: 'wanted', lower: 8, owner: 'law', terms: [hour('x')] },
        { id: 'law', owner: 'law', upper: 3, terms: [hour('x')] },
        { id: 'free', upper: 1, penalty: 1, terms: [hour('x')] },
      ],
    );
    expect(await relaxationsOf(stuck)).toEqual(['infeasible', null]);
  });

  it('is to give up nothing where the model can hold', async () => {
    expect(await relaxationsOf(twoRooms())).toEqual(['optimal', 0]);
  });

  it('may move the bound of a column', async () => {
    const column = small(
      [{ id: 'x', upper: 2, penalty: 1, cost: 9 }],
      [{ id: 'wanted', lower: 5, penalty: 10, terms: [hour('x')] }],
    );
    expect(await relaxationsOf(column)).toEqual(['optimal', 3, 'x upper 2 5']);
  });

  it('costs what the feasibility relaxation of HiGHS costs', async () => {
    const engine = await highs.highs();
    for (let seed = 3; seed < 60; seed += 9) {
      const { model } = modelOf(seed);
      const soft = { ...model, rows: model.rows.map((row) => ({ ...row, isRelaxable: true, penalty: 1 })) };
      const { cost } = await cheapestRelaxations(soft, highs, QUICK);
      const theirs = engine.withModel((run) => {
        run.options.set({ output_flag: false });
        run.passModel(highsData({ ...withoutCosts(model), sense: 'min' }));
        run.feasibilityRelaxation({ globalLowerPenalty: -1, globalUpperPenalty: -1, globalRowPenalty: 1 });
        return run.getObjectiveValue();
      });
      expect(cost!).toBeCloseTo(theirs, 6);
    }
  });
});
