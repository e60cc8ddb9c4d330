import { describe, expect, it } from 'vitest';
import { LpBuilder, LpModelError } from '../../../src/optimize/lp/builder.ts';
import type { LpModel } from '../../../src/optimize/lp/model.ts';
import { label, UNIT } from './support/generate.ts';
import { type SmallColumn, type SmallRow, small, twoRooms } from './support/small.ts';

function codesOf(make: () => LpModel): string[] {
  try {
    make();
  } catch (error) {
    if (error instanceof LpModelError) return error.faults.map(({ code }) => code);
    throw error;
  }
  return [];
}

const X: SmallColumn = { id: 'x' };

describe('a model that cannot be meant is refused', () => {
  it.each<[string, SmallColumn[], SmallRow[]]>([
    ['unknown-column', [X], [{ id: 'r', terms: [['y', 1]] }]],
    ['name-twice', [X, X], []],
    ['name-form', [{ id: 'a b' }], []],
    ['name-form', [{ id: '' }], []],
    ['not-a-number', [{ id: 'x', cost: Number.NaN }], []],
    ['not-a-number', [X], [{ id: 'r', upper: Number.NaN, terms: [] }]],
    ['not-a-number', [X], [{ id: 'r', terms: [['x', Number.NaN]] }]],
    ['number-too-large', [{ id: 'x', cost: Infinity }], []],
    ['number-too-large', [{ id: 'x', upper: 1e16 }], []],
    ['number-too-small', [X], [{ id: 'r', terms: [['x', 1e-9]] }]],
    ['bounds-crossed', [{ id: 'x', lower: 2, upper: 1 }], []],
    ['bounds-crossed', [{ id: 'x', upper: -Infinity, lower: -Infinity }], []],
    ['law-relaxable', [X], [{ id: 'r', owner: 'law', penalty: 1, terms: [] }]],
    ['penalty-not-positive', [X], [{ id: 'r', penalty: 0, terms: [] }]],
    ['no-column', [], []],
  ])('%s', (code, columns, rows) => {
    expect(codesOf(() => small(columns, rows))).toEqual([code]);
  });

  it('a column named twice in a row', () => {
    const terms: [string, number][] = [
      ['x', 1],
      ['x', 2],
    ];
    expect(codesOf(() => small([X], [{ id: 'r', terms }]))).toEqual(['term-twice']);
  });

  it('with all that is wrong at once', () => {
    expect(codesOf(() => small([{ id: 'x y', cost: Number.NaN }], [{ id: 'r', terms: [['z', 1]] }]))).toEqual(
      ['name-form', 'not-a-number', 'unknown-column'],
    );
  });
});

describe('a model', () => {
  it('keeps its coefficients by column and leaves zeros out', () => {
    const builder = new LpBuilder('m');
    for (const id of ['a', 'b']) builder.column({ id, label: label(id), unit: UNIT });
    const described = { label: label('r'), unit: UNIT };
    builder.row({ id: 'r', ...described, terms: new Map(Object.entries({ a: 2, b: 0 })) });
    builder.row({ id: 's', ...described, terms: new Map(Object.entries({ b: 5, a: 3 })) });
    const { matrix } = builder.build();
    expect([...matrix.starts]).toEqual([0, 2, 3]);
    expect([...matrix.rows]).toEqual([0, 1, 1]);
    expect([...matrix.values]).toEqual([2, 3, 5]);
  });

  it('cannot be changed', () => {
    const model = twoRooms();
    expect(Object.isFrozen(model) && Object.isFrozen(model.columns[0]) && Object.isFrozen(model.rows)).toBe(
      true,
    );
  });
});
