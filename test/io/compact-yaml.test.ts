/** Plain values as readable YAML: what is read back is what was written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactYaml } from '../../src/io/compact-yaml.ts';
import { parseDocument } from '../../src/io/document.ts';

const back = (value: Readonly<Record<string, unknown>>) =>
  parseDocument(compactYaml(value, []), 'a.yaml').document?.value;

describe('compact YAML', () => {
  it('puts a short map on a line and items of a list on a line each, comments above', () => {
    const value = {
      creneau: 1,
      sites: [{ id: '95-01', zone: '95', synthetic: true }],
      devices: [
        { id: 'a', week: Array.from({ length: 9 }, () => ({ days: 'mon-fri', from: '08:00', to: '18:30' })) },
      ],
    };
    const text = compactYaml(value, ['synthetic', 'two\nlines']);
    expect(text.split('\n').slice(0, 8)).toEqual([
      '# synthetic',
      '# two lines',
      'creneau: 1',
      'sites: [{id: "95-01", zone: "95", synthetic: true}]',
      'devices:',
      '  - id: a',
      '    week:',
      '      - {days: mon-fri, from: "08:00", to: "18:30"}',
    ]);
  });

  it.each([
    'true',
    'NO',
    'null',
    'on',
    '1e3',
    '12',
    '08:00',
    '-',
    '~',
    'a: b',
    '#x',
    '&a',
    '*a',
    '',
    ' x',
    'é',
    '30d',
  ])('keeps the text “%s” a text', (text) => {
    expect(back({ [`k${text.length}`]: text, list: [text] })).toEqual({
      [`k${text.length}`]: text,
      list: [text],
    });
  });

  it('gives back any value, nothing rounded', () => {
    const key = fc
      .string({ minLength: 1, maxLength: 6 })
      .filter((one) => one !== '__proto__' && one !== '<<');
    const leaf = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
      fc.boolean(),
      fc.constant(null),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('tree'), { maxLength: 5 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 5 }), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(back(plain)).toEqual(plain);
      }),
      { numRuns: 300, seed: 8 },
    );
  });
});
