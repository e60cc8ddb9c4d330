import { describe, expect, it } from 'vitest';
import { parsePrecision, read } from '../../src/cli/commands/simulate.ts';
import { SIMULATE_PAGE } from '../../src/cli/pages/simulate.ts';
import { Words } from '../../src/cli/words.ts';

async function parse(line: string) {
  const words = await Words.of('simulate', line.split(' '), SIMULATE_PAGE.options);
  const request = read(words, 'en');
  return { request, problems: words.problems };
}
/** Codes of what is wrong, with the option each is about. */
const wrong = async (line: string) =>
  (await parse(line)).problems.map(({ code, values }) => `${code} ${values.option ?? ''}`.trim());

describe('the words of creneau simulate', () => {
  it('leaves to the scenario what is not said', async () => {
    const { request, problems } = await parse('a.yaml');
    expect(problems).toEqual([]);
    expect(request).toEqual({
      file: 'a.yaml',
      json: false,
      out: null,
      records: null,
      force: false,
      settings: [],
      run: {},
      precision: null,
      workers: null,
      site: null,
      allAssumptions: false,
      strict: false,
      quiet: false,
      color: true,
      language: 'en',
    });
  });

  it('reads every option, before or after the file, with a space or an equals sign', async () => {
    const { request } = await parse(
      '--json --out o.json --records=r.csv --force a.yaml --weeks 52 --warmup=auto --replications 20 --seed 007 ' +
        '--site ch --assumptions --strict --quiet --no-color --lang fr',
    );
    expect(request).toMatchObject({
      file: 'a.yaml',
      json: true,
      out: 'o.json',
      records: 'r.csv',
      force: true,
      run: { weeks: 52, warmupWeeks: 'auto', replications: 20, seed: '007' },
      site: 'ch',
      allAssumptions: true,
      strict: true,
      quiet: true,
      color: false,
      language: 'fr',
    });
  });

  it('takes --on several times, or with commas, and not the file after it', async () => {
    const { request } = await parse('--precision 5% --on access.A.mean,access.H.mean --on fillRate a.yaml');
    expect(request.file).toBe('a.yaml');
    expect(request.precision).toEqual({
      wanted: 0.05,
      on: ['access.A.mean', 'access.H.mean', 'fillRate'],
      maxReplications: 200,
    });
  });

  it('keeps a number as the seed or the file it was written as', async () => {
    const { request } = await parse('0012 --seed 1e3');
    expect(request.file).toBe('0012');
    expect(request.run.seed).toBe('1e3');
  });

  it('tells every problem at once', async () => {
    expect(await wrong('--sed 3 --weeks x --precision 5%')).toEqual([
      'option-unknown sed',
      'file-argument-missing',
      'option-value weeks',
      'on-missing',
    ]);
  });

  it.each([
    ['a.yaml --weeks 0', 'option-value weeks'],
    ['a.yaml --weeks 20001', 'option-value weeks'],
    ['a.yaml --replications 2.5', 'option-value replications'],
    ['a.yaml --warmup soon', 'option-value warmup'],
    ['a.yaml --max-replications 1', 'option-value max-replications'],
    ['a.yaml --precision 0% --on x', 'option-value precision'],
    ['a.yaml --lang de', 'option-value lang'],
    ['a.yaml --records', 'option-no-value records'],
    ['a.yaml --seed 1 --seed 2', 'option-twice seed'],
    ['a.yaml b.yaml', 'argument-extra'],
    ['a.yaml --on access.A.mean', 'precision-missing'],
  ])('refuses %s', async (line, expected) => {
    expect(await wrong(line)).toEqual([expected]);
  });

  it('suggests the nearest option for an unknown one', async () => {
    expect((await parse('a.yaml --replicatoins 3')).problems[0]?.values.nearest).toBe('replications');
    expect((await parse('a.yaml --rep 3')).problems[0]?.values.nearest).toBe('replications');
  });
});

describe('parsePrecision', () => {
  it.each([
    ['5%', 0.05],
    ['2,5 %', 0.025],
    ['0.05', 0.05],
    ['5', null],
    ['0%', null],
    ['100%', null],
    ['-5%', null],
    ['five', null],
  ])('reads %s as %s', (text, wanted) => {
    expect(parsePrecision(text)).toBe(wanted);
  });
});
