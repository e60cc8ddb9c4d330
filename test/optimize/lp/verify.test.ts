import { describe, expect, it } from 'vitest';
import { provenBound, proves } from '../../../src/optimize/lp/duals.ts';
import { settled } from '../../../src/optimize/lp/solution.ts';
import { violations, wholePoint } from '../../../src/optimize/lp/verify.ts';
import { small, twoRooms } from './support/small.ts';

const whatOf = (values: readonly number[], claimed: number | null = null, isInteger = false) =>
  violations(twoRooms(isInteger), values, claimed).map(({ what, of }) => `${what} ${of}`);

describe('a point is checked', () => {
  it('and holds when every rule does', () => expect(whatOf([6, 4], 26)).toEqual([]));
  it('on the bounds of columns', () => expect(whatOf([6.1, 3])).toEqual(['upper first']));
  it('on rows', () => expect(whatOf([6, 4.1])).toEqual(['upper hours']));
  it('on whole numbers', () => expect(whatOf([5.5, 4], null, true)).toEqual(['integer first']));
  it('on the objective it claims', () => expect(whatOf([6, 4], 26.1)).toEqual(['objective ']));
  it('on being numbers', () => expect(whatOf([Number.NaN, 1])).toEqual(['number first']));
  it('on having a value for each column', () => expect(whatOf([6])).toEqual(['length ']));
  it('to 1e-6 and no more', () => {
    expect(whatOf([6 + 5e-6, 3])).toEqual([]);
    expect(whatOf([6 + 7e-6, 3])).toEqual(['upper first']);
  });

  it('with its whole numbers made whole: a binary of 5e-10 does not switch on 0.005', () => {
    const terms: [string, number][] = [
      ['y', 1],
      ['z', -1e7],
    ];
    const model = small(
      [{ id: 'y' }, { id: 'z', upper: 1, isInteger: true }],
      [{ id: 'switch', upper: 0, terms }],
    );
    expect(violations(model, [0.005, 5e-10])).toEqual([]);
    expect(wholePoint(model, [0.005, 5e-10])).toBeNull();
  });
});

describe('duals are checked', () => {
  const columns = new Float64Array([1, 0]);
  it('and prove the best objective', () => {
    expect(provenBound(twoRooms(), [2])).toBeCloseTo(26, 9);
    expect(proves(twoRooms(), { columns, rows: new Float64Array([2]) }, 26)).toBe(true);
  });
  it('and prove nothing when they are not the right ones', () => {
    expect(proves(twoRooms(), { columns, rows: new Float64Array([2.5]) }, 26)).toBe(false);
    expect(provenBound(twoRooms(), [1])).toBe(Infinity);
  });
  it('and never belong to a MILP', () => {
    expect(proves(twoRooms(true), { columns, rows: new Float64Array([2]) }, 26)).toBe(false);
  });
});

describe('a raw solution becomes', () => {
  const raw = {
    termination: 'optimal',
    objective: null,
    bound: null,
    duals: null,
    basis: null,
    reason: null,
  } as const;

  it('an error, without a point, when its point fails the check', () => {
    const { termination, values, reason } = settled('b', twoRooms(), { ...raw, values: [7, 3] });
    expect({ termination, values, code: reason?.code }).toEqual({
      termination: 'failed',
      values: null,
      code: 'point-fails-check',
    });
  });

  it('an error when its point is not worth what it claims', () => {
    const { termination, reason } = settled('b', twoRooms(), { ...raw, values: [6, 4], objective: 27 });
    expect([termination, reason?.values.what]).toEqual(['failed', 'objective']);
  });

  it('an error when its point is better than its bound', () => {
    const { termination, reason } = settled('b', twoRooms(true), { ...raw, values: [6, 4], bound: 25 });
    expect([termination, reason?.code]).toEqual(['failed', 'bound-fails-check']);
  });

  it('an error when it is optimal without a point', () => {
    expect(settled('b', twoRooms(), { ...raw, values: null }).termination).toBe('failed');
  });

  it('a solution with a gap when it has a bound', () => {
    const { gap, bound, objective } = settled('b', twoRooms(true), { ...raw, values: [6, 3], bound: 26 });
    expect({ gap, bound, objective }).toEqual({ gap: 2 / 24, bound: 26, objective: 24 });
  });

  it('a solution without proof when duals do not prove it', () => {
    const duals = { columns: new Float64Array(2), rows: new Float64Array([1]) };
    const { dual, bound, duals: kept } = settled('b', twoRooms(), { ...raw, values: [6, 4], duals });
    expect({ dual, bound, kept }).toEqual({ dual: 'none', bound: null, kept: null });
  });

  it('nothing to use when its status has no point, whatever it brings', () => {
    const { values } = settled('b', twoRooms(), { ...raw, termination: 'infeasible', values: [6, 4] });
    expect(values).toBeNull();
  });
});
