/** Each way javascript-lp-solver was seen to be wrong, with what is done about it. The package itself is asked too: a guard whose cause is gone can go. */
import solver from 'javascript-lp-solver';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LpThread } from '../../../src/cli/pool/lp-thread.ts';
import { JslpBackend } from '../../../src/optimize/lp/jslp.ts';
import { MOST_CELLS } from '../../../src/optimize/lp/jslp-guard.ts';
import { denseCells, jslpModel, jslpSettled } from '../../../src/optimize/lp/jslp-model.ts';
import { runJslp } from '../../../src/optimize/lp/jslp-run.ts';
import { QUICK, small, twoRooms } from './support/small.ts';
import { storedModel } from './support/stored.ts';

const thread = new LpThread();
const backend = new JslpBackend(thread);
afterAll(() => thread.stop());

const columns = (count: number, isInteger = false) =>
  Array.from({ length: count }, (_, at) => ({ id: `x${at}`, upper: 1, cost: 1, isInteger }));
const refusalOf = async (model: ReturnType<typeof small>) => {
  const { termination, values, reason } = await backend.solve(model, QUICK);
  return [termination, values, reason?.code];
};

describe('javascript-lp-solver', () => {
  it.each([false, true])('solves two rooms (whole hours: %s)', async (isInteger) => {
    const { termination, objective, values, bound, dual } = await backend.solve(twoRooms(isInteger), QUICK);
    expect({ termination, objective, values: [...values!] }).toEqual({
      termination: 'optimal',
      objective: 26,
      values: [6, 4],
    });
    expect({ bound, dual }).toEqual({ bound: null, dual: 'none' });
  });

  it('solves with columns that are negative, free or only bounded above', async () => {
    const model = small(
      [
        { id: 'negative', lower: -5, upper: -2, cost: 1 },
        { id: 'free', lower: -Infinity, cost: 1 },
        { id: 'below', lower: -Infinity, upper: 3, cost: -1 },
      ],
      [{ id: 'held', lower: -7, terms: [['free', 1]] }],
    );
    const { objective, values } = await backend.solve(model, QUICK);
    expect([objective, ...values!]).toEqual([-15, -5, -7, 3]);
  });
});

describe('what a time-out gives', () => {
  const model = storedModel('fractional');

  // The package reads the clock once a branch: told a millisecond each time, it stops at the same branch on any machine.
  beforeEach(() => {
    let milliseconds = 0;
    vi.spyOn(Date, 'now').mockImplementation(() => milliseconds++);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is a fractional point that the package calls feasible, below the best there is (675)', () => {
    const answer = runJslp(jslpModel(model, { presolve: false, exitOnCycles: false, timeout: 40 }));
    expect([answer.feasible, answer.isIntegral]).toEqual([true, false]);
    expect(answer.result).toBeLessThan(674);
  });

  it('is a time limit here, and no plan', () => {
    const answer = runJslp(jslpModel(model, { presolve: false, exitOnCycles: false, timeout: 40 }));
    const { termination, primal, values, reason } = jslpSettled('b', model, answer);
    expect([termination, primal, values, reason?.code]).toEqual([
      'time-limit',
      'none',
      null,
      'fractional-point',
    ]);
  });

  it('is no plan even when it is called whole', () => {
    const answer = runJslp(jslpModel(model, { presolve: false, exitOnCycles: false, timeout: 40 }));
    expect(jslpSettled('b', model, { ...answer, isIntegral: true }).values).toBeNull();
  });

  it('is never asked for: its thread is ended instead', () => {
    expect(jslpModel(model).options).toEqual({ presolve: false, exitOnCycles: false });
  });
});

describe('a run that never ends', () => {
  it('is ended at its limit, and the next one is solved', async () => {
    const hung = await backend.solve(storedModel('hang'), { timeLimitSeconds: 2 });
    expect([hung.termination, hung.values, hung.reason?.code]).toEqual([
      'time-limit',
      null,
      'ended-at-limit',
    ]);
    expect((await backend.solve(twoRooms(), QUICK)).objective).toBe(26);
  });
});

describe('models that are refused', () => {
  it('hold more cells than a dense table can', async () => {
    const rows = Array.from({ length: 1200 }, (_, at) => ({ id: `r${at}`, upper: 1, terms: [] }));
    const model = small(columns(2000), rows);
    expect(denseCells(model)).toBe((1200 + 2000 + 1) * 2001);
    expect(denseCells(model)).toBeGreaterThan(MOST_CELLS);
    expect(await refusalOf(model)).toEqual(['refused', null, 'too-many-cells']);
  });

  it('hold more than 50 whole numbers', async () => {
    expect(await refusalOf(small(columns(51, true)))).toEqual(['refused', null, 'too-many-integers']);
    expect((await backend.solve(small(columns(50, true)), QUICK)).termination).toBe('optimal');
  });

  it('hold coefficients that it takes for nothing', async () => {
    const model = small([{ id: 'x', cost: -1 }], [{ id: 'r', upper: 1, terms: [['x', 1e-8]] }]);
    const vanishing = {
      optimize: 'o',
      opType: 'max',
      constraints: { r: { max: 1 } },
      variables: { x: { o: 1, r: 1e-9 } },
    };
    expect(solver.Solve(vanishing as never)).toMatchObject({ bounded: false });
    expect(await refusalOf(model)).toEqual(['refused', null, 'coefficient-too-small']);
  });

  it('hold costs that it takes for nothing', async () => {
    expect(await refusalOf(small([{ id: 'x', cost: 1e-7 }]))).toEqual([
      'refused',
      null,
      'coefficient-too-small',
    ]);
  });

  it('hold coefficients that swamp the others', async () => {
    const model = small([{ id: 'x' }], [{ id: 'r', upper: 1, terms: [['x', 1e8]] }]);
    expect(await refusalOf(model)).toEqual(['refused', null, 'coefficient-too-large']);
  });

  it('switch on much by little: a fixed cost of 10 disappears behind 1e7', async () => {
    const model = small(
      [
        { id: 'y', lower: 0.005 },
        { id: 'z', upper: 1, cost: 10, isInteger: true },
      ],
      [
        {
          id: 'switch',
          upper: 0,
          terms: [
            ['y', 1],
            ['z', -1e7],
          ],
        },
      ],
    );
    const answer = runJslp(jslpModel(model));
    expect(answer.result).toBeLessThan(1e-6);
    expect(jslpSettled('b', model, answer).termination).toBe('failed');
    expect(await refusalOf(model)).toEqual(['refused', null, 'scale-too-wide']);
  });

  it('come with a start', async () => {
    const { termination, reason } = await backend.solve(twoRooms(), { ...QUICK, start: [1, 1] });
    expect([termination, reason?.values.option]).toEqual(['refused', 'start']);
  });
});

describe('answers that would be misread', () => {
  it('are unbounded, though the package calls them feasible', async () => {
    const model = small([{ id: 'x', cost: -1 }]);
    const answer = runJslp(jslpModel(model));
    expect([answer.feasible, answer.bounded]).toEqual([true, false]);
    expect((await backend.solve(model, QUICK)).termination).toBe('unbounded');
  });

  it('hold a column called as one of its own words', async () => {
    const names = ['feasible', 'result', 'bounded', 'isIntegral', 'objective', '1', '__proto__'];
    const model = small(
      names.map((id, at) => ({ id, cost: 1, lower: at + 1 })),
      [{ id: 'constructor', lower: 30, terms: names.map((id): [string, number] => [id, 1]) }],
    );
    const { objective, values } = await backend.solve(model, QUICK);
    expect(objective).toBe(30);
    expect(values!.reduce((sum, value) => sum + value, 0)).toBe(30);
  });

  it('come from its words for the sense: only max and min are written', () => {
    const wrong = {
      optimize: 'o',
      opType: 'maximize',
      constraints: { r: { max: 4 } },
      variables: { x: { o: 1, r: 1 } },
    };
    expect(solver.Solve(wrong as never)).toMatchObject({ result: 0 });
    expect(jslpModel(twoRooms()).opType).toBe('max');
    expect(jslpModel(small([{ id: 'x' }])).opType).toBe('min');
  });

  it('come from its soft constraints: none is ever written, relaxable or not', () => {
    const model = small([{ id: 'x' }], [{ id: 'r', lower: 5, penalty: 10, terms: [['x', 1]] }]);
    expect(jslpModel(model).constraints).toEqual({ r0: { min: 5 } });
  });

  it('are rounded to 1e-8: thirds still hold', async () => {
    const terms: [string, number][] = [
      ['x', 3],
      ['y', 3],
    ];
    const model = small(
      [
        { id: 'x', cost: 1 },
        { id: 'y', cost: 2 },
      ],
      [{ id: 'r', lower: 1, upper: 1, terms }],
    );
    const { termination, values } = await backend.solve(model, QUICK);
    expect(termination).toBe('optimal');
    expect(values![0]).not.toBe(1 / 3);
    expect(values![0]).toBeCloseTo(1 / 3, 7);
  });

  it('are not kept by the package', () => {
    runJslp(jslpModel(twoRooms()));
    expect(solver.lastSolvedModel).toBeNull();
  });
});
