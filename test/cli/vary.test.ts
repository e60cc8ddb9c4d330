import { describe, expect, it } from 'vitest';
import { SWEEP_PAGE } from '../../src/cli/pages/sweep.ts';
import { readVariations, valuesOf } from '../../src/cli/sweep/vary.ts';
import { Words } from '../../src/cli/words.ts';

async function vary(...written: readonly string[]) {
  const words = await Words.of(
    'sweep',
    written.flatMap((one) => ['--vary', one]),
    SWEEP_PAGE.options,
  );
  return { variations: readVariations(words), problems: words.problems };
}
const codes = async (...written: readonly string[]) =>
  (await vary(...written)).problems.map(({ code }) => code);

describe('valuesOf', () => {
  it.each([
    ['25', ['25']],
    ['25,30 , 35', ['25', '30', '35']],
    ['25,,30,', ['25', '30']],
    ['[A, H],[A]', ['[A, H]', '[A]']],
    ['{law: gamma, mean: 3},4', ['{law: gamma, mean: 3}', '4']],
    ['"a,b",c', ['"a,b"', 'c']],
    ["'a,b',c", ["'a,b'", 'c']],
    ['1],2', ['1]', '2']],
    [',', []],
  ])('splits %s between the commas that stand in no bracket and no quotes', (list, values) => {
    expect(valuesOf(list)).toEqual(values);
  });

  it.each([
    ['1..3..1', ['1', '2', '3']],
    ['0.1..0.3..0.1', ['0.1', '0.2', '0.3']],
    ['-2..2..2', ['-2', '0', '2']],
    ['1..2..0.4', ['1', '1.4', '1.8']],
    ['5..5..1', ['5']],
  ])('counts %s from its first number to its last', (list, values) => {
    expect(valuesOf(list)).toEqual(values);
  });

  it.each(['3..1..1', '1..3..0', '1..1000..1', '0..1..0.000001'])(
    'has no values, or too many, for %s',
    (list) => {
      expect(valuesOf(list)).toBeNull();
    },
  );
});

describe('--vary', () => {
  it('gives each value as it is written and as the scenario has it', async () => {
    expect((await vary('run.weeks=26,52', 'calendar.start="2026-03-30"')).variations).toEqual([
      {
        path: 'run.weeks',
        values: [
          { text: '26', value: 26 },
          { text: '52', value: 52 },
        ],
      },
      { path: 'calendar.start', values: [{ text: '"2026-03-30"', value: '2026-03-30' }] },
    ]);
  });

  it('reads lists, mappings and words as YAML does', async () => {
    const { variations, problems } = await vary('a=[A, H],{mean: 3},always,true');
    expect(problems).toEqual([]);
    expect(variations[0]!.values.map(({ value }) => value)).toEqual([
      ['A', 'H'],
      { mean: 3 },
      'always',
      true,
    ]);
  });

  it('cuts at the first equals sign', async () => {
    expect((await vary('a = x=1')).variations).toEqual([
      { path: 'a', values: [{ text: 'x=1', value: 'x=1' }] },
    ]);
  });

  it.each([
    ['run.weeks', 'vary-form'],
    ['=3', 'vary-form'],
    ['run.weeks=', 'vary-form'],
    ['run.weeks= ', 'vary-form'],
    ['run.weeks=,', 'vary-many'],
    ['run.weeks=10..1..1', 'vary-many'],
    [`run.weeks=${Array.from({ length: 201 }, (_, rank) => rank).join(',')}`, 'vary-many'],
    ['a={b: 1', 'vary-value'],
    ['a=null', 'vary-value'],
  ])('refuses %s', async (written, code) => {
    expect(await codes(written)).toEqual([code]);
  });

  it('refuses a field that is varied twice, once', async () => {
    const { problems } = await vary('a=1', 'b=1', 'a=2', 'a=3');
    expect(problems).toEqual([{ code: 'vary-twice', values: { path: 'a' } }]);
  });
});
