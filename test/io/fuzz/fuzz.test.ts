/** Readers under random fire, for a few seconds; and the fuzzer itself, shown to find what is there to find. */
import { describe, expect, it } from 'vitest';
import { parseActivityLog } from '../../../src/io/log-csv.ts';
import { finding } from '../../../src/model/finding.ts';
import { failuresText, fuzz, shrink } from './fuzz.ts';
import { DOCUMENT_TARGET, LOG_TARGET, type Target } from './targets.ts';
import { anyWorkbook, checkWorkbook, WEEK_CSV_TARGET, workbookSeeds } from './week-targets.ts';
import { demandNumbers, demandWellFormed, Fault } from './well-formed.ts';

const SEED = '1';

describe('the readers', () => {
  it.each([
    [DOCUMENT_TARGET, 4000, 80],
    [LOG_TARGET, 15_500, 20],
    [WEEK_CSV_TARGET, 500, 10],
  ])('of a $name take anything, and say what is wrong with it: %#', (target, inputs, signatures) => {
    const report = fuzz(target, inputs, SEED);
    expect(failuresText(report, SEED)).toBe('');
    expect(report.inputs).toBe(inputs);
    expect(report.signatures).toBeGreaterThan(signatures);
  });

  it('of a workbook take any bytes', async () => {
    const seeds = await workbookSeeds();
    const reached = new Set<string>();
    for (let n = 0; n < 100; n++)
      for (const one of await checkWorkbook(anyWorkbook(seeds, SEED, n))) reached.add(one);
    expect(reached.size).toBeGreaterThan(5);
  });
});

describe('what fuzzing has found, once', () => {
  const check = (text: string) => () => DOCUMENT_TARGET.check(text);

  it.each(['__proto__', 'constructor', 'toString'])('a word of a list that is %s', (word) => {
    const week = `[{days: mon, from: "8:00", to: "9:00", type: ${word}}]`;
    const text = `creneau: 1\nname: x\nsites: [{id: s}]\ndevices: [{id: d, site: s, modality: ct, week: ${week}}]\nflows: []`;
    expect(check(text)).not.toThrow();
    expect(DOCUMENT_TARGET.check(text).join()).toContain('not-in-list');
  });

  it.each(['{}\nlxen1none\nr:', '2 #\n  x]\nlead:', '{"c":""3"\nc: ! x', '[}\nd\ns:'])(
    'a place beyond its line, after a mistake: %j',
    (text) => {
      expect(check(text)).not.toThrow();
    },
  );

  it.each(['class;requested\r\r\n2', '\n\r\n""4', 'class;requested;\n\n\n\r\n2\r\n'])(
    'a line beyond the last, where line breaks are mixed: %j',
    (text) => {
      expect(() => LOG_TARGET.check(text)).not.toThrow();
    },
  );

  it.each([
    'room,day,start,end,type,accept,"\r"\ni,Frida,0,0,publicscheduled,rr',
    'type;fin;début;jour;salle;\n"\r";n',
  ])('a cell after one with a line break: %j', (text) => {
    expect(() => WEEK_CSV_TARGET.check(text)).not.toThrow();
  });

  it('line breaks of all kinds in one log', () => {
    const text = 'requested;class\r\n25/05/2026 08:00;A\r25/05/2026 09:00;A\n\r\nhier;A';
    expect(parseActivityLog(text, 'log.csv').findings.map(({ line }) => line)).toEqual([5]);
  });
});

describe('the fuzzer', () => {
  const planted = (check: (input: string) => void): Target => ({
    name: 'planted',
    seeds: ['one two three', '{a: [b]}'],
    mutations: DOCUMENT_TARGET.mutations,
    check: (input) => {
      check(input);
      return [String(input.length % 7)];
    },
  });

  it('finds a fault that is planted, and makes its input short', () => {
    const { failures } = fuzz(
      planted((input) => {
        if (input.includes('[[')) throw new TypeError('no');
      }),
      5000,
      SEED,
    );
    expect(failures.map(({ input }) => input)).toEqual(['[[']);
    expect(failuresText({ failures }, SEED)).toMatch(/^seed 1, input \d+: "\[\["\nTypeError: no/);
  });

  it('tells faults apart by what they are', () => {
    const { failures } = fuzz(
      planted((input) => {
        if (input.includes('t')) throw new Fault(`a letter: ${input}`);
        if (input.includes(']')) throw new Fault('a bracket');
      }),
      500,
      SEED,
    );
    expect(failures.map(({ input }) => input).sort()).toEqual([']', 't']);
  });

  it('does the same again from the same seed, and something else from another', () => {
    const inputsOf = (seed: string) => {
      const inputs: string[] = [];
      fuzz(
        planted((input) => inputs.push(input)),
        300,
        seed,
      );
      return inputs;
    };
    expect(inputsOf('1')).toEqual(inputsOf('1'));
    expect(inputsOf('1')).not.toEqual(inputsOf('2'));
  });

  it('reports an input that takes too long', () => {
    let isFirst = true;
    const slow = planted(() => {
      const until = performance.now() + (isFirst ? 60 : 0);
      isFirst = false;
      while (performance.now() < until);
    });
    expect(fuzz(slow, 3, SEED, 50).failures.map(({ fault }) => fault)).toEqual([
      expect.stringMatching(/^slow/),
    ]);
  });

  it('keeps what a failure needs when it makes it shorter', () => {
    expect(shrink('xxaxxbxx', (text) => text.includes('a') && text.includes('b'))).toBe('ab');
  });
});

describe('a finding is refused', () => {
  const values = { limit: 64 };
  const lines = ['one', 'two'];

  it.each([
    ['with a code nobody knows', finding('error', 'no-such-code')],
    ['without the values of its code', finding('error', 'document-depth')],
    ['with a value that is no number', finding('error', 'document-depth', { limit: Number.NaN })],
    ['beyond the last line', finding('error', 'document-depth', values, { line: 3, column: 1 })],
    ['beyond the end of its line', finding('error', 'document-depth', values, { line: 1, column: 5 })],
    ['with a column and no line', finding('error', 'document-depth', values, { column: 1 })],
  ])('%s', (_what, wrong) => {
    expect(() => demandWellFormed(wrong, lines)).toThrow(Fault);
  });

  it('and a sound one is not', () => {
    const sound = finding('error', 'document-depth', values, { line: 2, column: 4 });
    expect(() => demandWellFormed(sound, lines)).not.toThrow();
  });

  it('as is a value with a NaN deep inside', () => {
    expect(() => demandNumbers({ a: [{ b: Number.NaN }] }, 'x')).toThrow('NaN in x');
    expect(() => demandNumbers({ a: [{ b: Number.NEGATIVE_INFINITY }] }, 'x')).not.toThrow();
  });
});
