import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeDocuments, originOf } from '../../../src/model/load/merge.ts';

describe('mergeDocuments', () => {
  it('keeps the parent’s keys in their order, then adds the child’s', () => {
    const merged = mergeDocuments({ b: 1, a: { x: 1 } }, { c: 3, a: { y: 2 } });
    expect(JSON.stringify(merged)).toBe('{"b":1,"a":{"x":1,"y":2},"c":3}');
  });

  it('removes a key the child sets to null', () => {
    expect(mergeDocuments({ run: { weeks: 10, seed: 1 } }, { run: { seed: null } })).toEqual({
      run: { weeks: 10 },
    });
  });

  it('removes nulls of the child’s objects even where the parent has nothing to remove', () => {
    expect(mergeDocuments({}, { a: { b: null, c: 1 } })).toEqual({ a: { c: 1 } });
  });

  it('keeps nulls of the parent and nulls in lists', () => {
    expect(mergeDocuments({ a: null }, { b: [null] })).toEqual({ a: null, b: [null] });
  });

  it('merges list items of the same id in place and appends new ids', () => {
    const parent = [
      { id: 'ct-1', slot: 20, site: 'ch' },
      { id: 'mri-1', slot: 30 },
    ];
    const child = [
      { id: 'mri-2', slot: 25 },
      { id: 'ct-1', slot: 15 },
    ];
    expect(mergeDocuments(parent, child)).toEqual([
      { id: 'ct-1', slot: 15, site: 'ch' },
      { id: 'mri-1', slot: 30 },
      { id: 'mri-2', slot: 25 },
    ]);
  });

  it('merges id lists inside the items of id lists', () => {
    const parent = [{ id: 'a', parts: [{ id: 'x', n: 1 }] }];
    expect(mergeDocuments(parent, [{ id: 'a', parts: [{ id: 'x', m: 2 }] }])).toEqual([
      { id: 'a', parts: [{ id: 'x', n: 1, m: 2 }] },
    ]);
  });

  it('replaces a list of which one item has no id', () => {
    expect(mergeDocuments([{ id: 'a' }, { id: 'b' }], [{ id: 'a', n: 1 }, { n: 2 }])).toEqual([
      { id: 'a', n: 1 },
      { n: 2 },
    ]);
  });

  it('empties a list the child writes as empty', () => {
    expect(mergeDocuments({ flows: [{ id: 'a' }] }, { flows: [] })).toEqual({ flows: [] });
  });

  it('tells the id 1 from the id "1"', () => {
    expect(mergeDocuments([{ id: 1 }], [{ id: '1' }])).toEqual([{ id: 1 }, { id: '1' }]);
  });

  it('keeps a repeated id, for the rule on unique ids to see it', () => {
    const child = [
      { id: 'a', n: 1 },
      { id: 'a', n: 2 },
    ];
    expect(mergeDocuments([{ id: 'a' }], child)).toEqual(child);
    expect(mergeDocuments(child, [{ id: 'a', m: 3 }])).toEqual([
      { id: 'a', n: 1, m: 3 },
      { id: 'a', n: 2 },
    ]);
  });

  it('replaces what has another type', () => {
    expect(mergeDocuments({ a: { b: 1 } }, { a: 'text' })).toEqual({ a: 'text' });
    expect(mergeDocuments({ a: 'text' }, { a: { b: 1 } })).toEqual({ a: { b: 1 } });
  });

  it('changes neither document', () => {
    const parent = { a: { x: 1 }, list: [{ id: 'i', n: 1 }] };
    const child = { a: { x: 2 }, list: [{ id: 'i', n: 2 }] };
    const before = JSON.stringify([parent, child]);
    mergeDocuments(parent, child);
    expect(JSON.stringify([parent, child])).toBe(before);
  });

  it('treats a key named __proto__ as a key', () => {
    const child = JSON.parse('{"__proto__": {"polluted": true}}');
    const merged = mergeDocuments({}, child) as { polluted?: boolean };
    expect(merged.polluted).toBeUndefined();
    expect(Object.keys(merged)).toEqual(['__proto__']);
  });

  it('gives any document without null back when laid over itself', () => {
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.integer(),
        fc.string(),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('id', 'a', 'b', '__proto__'), tie('node')),
      ),
    })).node;
    fc.assert(
      fc.property(value, (document) => {
        expect(mergeDocuments(document, document)).toEqual(mergeDocuments(undefined, document));
      }),
    );
  });
});

describe('originOf', () => {
  const parent = {
    name: 'base',
    run: { weeks: 10, seed: 1 },
    devices: [
      { id: 'a', slot: 20, week: [1, 2] },
      { id: 'b', slot: 30 },
    ],
  };
  const child = {
    name: 'variant',
    run: { seed: null, replications: 5 },
    devices: [
      { id: 'c', slot: 10 },
      { id: 'a', slot: 15 },
    ],
  };

  it.each([
    [['name'], 'child', ['name']],
    [['run', 'weeks'], 'parent', ['run', 'weeks']],
    [['run', 'replications'], 'child', ['run', 'replications']],
    [['run'], 'child', ['run']],
    [['devices', 0, 'slot'], 'child', ['devices', 1, 'slot']],
    [['devices', 0, 'week', 1], 'parent', ['devices', 0, 'week', 1]],
    [['devices', 1, 'slot'], 'parent', ['devices', 1, 'slot']],
    [['devices', 2, 'slot'], 'child', ['devices', 0, 'slot']],
    [['run', 'seed'], 'child', ['run', 'seed']],
    [['missing', 'deep'], 'child', ['missing', 'deep']],
  ] as const)('finds %j in the %s', (path, from, where) => {
    expect(originOf(parent, child, path)).toEqual({ from, path: where });
  });

  it('leads to the value that was merged, for every leaf', () => {
    const merged = mergeDocuments(parent, child);
    const at = (document: unknown, path: readonly (string | number)[]) =>
      path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], document);
    const leaves: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]): void => {
      if (typeof value !== 'object' || value === null) leaves.push(path);
      else if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, [...path, i]);
      else for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    };
    walk(merged, []);
    expect(leaves.length).toBe(11);
    for (const leaf of leaves) {
      const origin = originOf(parent, child, leaf);
      expect(at(origin.from === 'child' ? child : parent, origin.path)).toBe(at(merged, leaf));
    }
  });
});

it('a quantity written in another form replaces the whole of the old one', () => {
  const parent = { late: { minutes: 10, range: [0, 20], source: 'assumed' } };
  expect(mergeDocuments(parent, { late: { law: 'gamma', mean: 5, cv: 1 } })).toEqual({
    late: { law: 'gamma', mean: 5, cv: 1 },
  });
  expect(originOf(parent, { late: { law: 'gamma' } }, ['late', 'law']).from).toBe('child');
});

it('a quantity in the same form keeps what the child does not say', () => {
  const parent = { late: { minutes: 10, range: [0, 20] } };
  expect(mergeDocuments(parent, { late: { minutes: 5 } })).toEqual({ late: { minutes: 5, range: [0, 20] } });
});
