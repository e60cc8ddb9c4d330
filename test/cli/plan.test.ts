/** `creneau plan`: what is refused and how, and what becomes of each kind of answer. The search itself is put aside. */
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RegionPlanDocument } from '../../src/model/results/region.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { RegionPlanOptions } from '../../src/optimize/region/plan-options.ts';
import {
  infeasibleDocument,
  modelDocument,
  nothingDocument,
  planDocument,
} from '../report/region-documents.ts';
import { run, SMALL, temporaryFolder } from './fake-terminal.ts';
import { TINY_REGION } from './tiny-region.ts';

interface State {
  document: RegionPlanDocument | null;
  proposed: (scenario: Scenario) => Scenario | null;
  asked: RegionPlanOptions | null;
}
const state = vi.hoisted((): State => ({ document: null, proposed: () => null, asked: null }));

vi.mock('../../src/optimize/region/propose.ts', () => ({
  planRegion: async (scenario: Scenario, _balance: unknown, options: RegionPlanOptions) => {
    state.asked = options;
    const { creneau: _c, command: _d, scenario: _s, balance: _b, ...result } = state.document!;
    options.onAnswer?.(result, state.proposed(scenario));
    return result;
  },
}));

const folder = temporaryFolder();
const FILE = folder.write('region.yaml', TINY_REGION);
const plan = (...words: readonly string[]) => run(['plan', ...words, '--workers', '1']);
async function refusals(language: string, ...words: readonly string[]) {
  const { code, out, err } = await plan(...words, '--lang', language);
  expect([code, out, state.asked]).toEqual([2, '', null]);
  return err.trimEnd().split('\n').slice(0, 2);
}

beforeEach(() => {
  state.document = planDocument();
  state.proposed = () => null;
  state.asked = null;
});

describe('creneau plan refuses', () => {
  it.each([
    [['--budget', '-5'], 'creneau: error: --budget does not take “-5” (expected: 0…1000000000)'],
    [['--budget=lots'], 'creneau: error: --budget does not take “lots” (expected: 0…1000000000)'],
    [
      ['--equity', 'fair'],
      'creneau: error: --equity does not take “fair” (expected: none, worst, p80, travel)',
    ],
    [
      ['--technologist-hours', '-1'],
      'creneau: error: --technologist-hours does not take “-1” (expected: 0…99999)',
    ],
    [
      ['--radiologist-hours', '-0.5'],
      'creneau: error: --radiologist-hours does not take “-0.5” (expected: 0…99999)',
    ],
    [['--devices', '-1'], 'creneau: error: --devices does not take “-1” (expected: 0…500)'],
    [['--evenings', '1.5'], 'creneau: error: --evenings does not take “1.5” (expected: 0…5000)'],
    [['--horizon', '40y'], 'creneau: error: --horizon does not take “40y” (expected: 1y…20y)'],
    [['--lag', '-3'], 'creneau: error: --lag does not take “-3” (expected: 0…120)'],
    [['--unmet-days', '-3'], 'creneau: error: --unmet-days does not take “-3” (expected: 0…365)'],
    [['--replications', '1'], 'creneau: error: --replications does not take “1” (expected: 2…)'],
  ])('%j, with the value and the limit', async (words, told) => {
    expect((await refusals('en', FILE, ...words))[0]).toBe(told);
  });

  it('the same in French', async () => {
    expect((await refusals('fr', FILE, '--budget', '-5'))[0]).toBe(
      'creneau: erreur\u202f: --budget ne prend pas «\u202f-5\u202f» (attendu\u202f: 0…1000000000)',
    );
  });

  it('a bound without its measure of equity', async () => {
    const told = [
      'creneau: error: --most-days bounds a measure of equity: --equity is missing, or is another one',
      '  Maybe: --equity worst --most-days 20',
    ];
    expect(await refusals('en', FILE, '--most-days', '20')).toEqual(told);
    expect(await refusals('en', FILE, '--most-days', '20', '--equity', 'travel')).toEqual(told);
    expect((await refusals('fr', FILE, '--most-minutes', '30'))[1]).toBe(
      '  Peut-être\u202f: --equity travel --most-minutes 30',
    );
  });

  it('a scenario that is no region, with the command that makes one', async () => {
    const file = folder.write('site.yaml', SMALL);
    expect(await refusals('en', file)).toEqual([
      `creneau: error: ${file} is no region: it has no “region” section with its balance, departments and travel`,
      '  Maybe: creneau region build --out region.yaml',
    ]);
    expect((await refusals('fr', file))[0]).toContain('n’est pas une région');
  });

  it('a region where nobody asks', async () => {
    const file = folder.write('empty.yaml', TINY_REGION.replace('per-week: 40', 'per-week: 0'));
    expect((await refusals('en', file))[0]).toBe(
      `${file}:4:1: error: no resident of the region asks for an ambulatory appointment`,
    );
    expect((await refusals('fr', file))[0]).toContain(`${file}:4:1: erreur`);
  });

  it('a region of another balance', async () => {
    const file = folder.write('other.yaml', TINY_REGION.replace('idf-2020-05', 'paca-2021'));
    const { code, err } = await plan(file, '--lang', 'en');
    expect([code, state.asked]).toEqual([2, null]);
    expect(err).toContain(
      'is held against the balance “paca-2021”, which is not the one given (idf-2020-05)',
    );
  });

  it('to write, or to draw sets, where nothing is simulated', async () => {
    expect((await refusals('en', FILE, '--model-only', '--sets', '4'))[0]).toBe(
      'creneau: error: --model-only plays no simulation: --sets says nothing to it',
    );
    expect((await refusals('en', FILE, '--model-only', '--out', 'x.yaml'))[0]).toContain(
      '--out says nothing',
    );
  });

  it('to search for long and end on a file that is there', async () => {
    const mine = folder.write('mine.yaml', 'mine');
    expect((await refusals('en', FILE, '--out', mine))[0]).toContain('this file exists already');
    expect(readFileSync(mine, 'utf8')).toBe('mine');
  });
});

describe('creneau plan', () => {
  it('hands on what is asked', async () => {
    const words = ['--equity', 'p80', '--most-days', '20,5', '--budget', '2000000', '--devices', '4'];
    const more = ['--evenings', '10', '--horizon', '3y', '--lag', '24', '--unmet-days', '60', '--pooling'];
    await plan(FILE, ...words, ...more, '--sets', '3', '--seed', 'x', '--technologist-hours', '80');
    expect(state.asked).toMatchObject({
      equity: { kind: 'p80', mostDays: 20.5 },
      modelOnly: false,
      sets: 3,
      seed: 'x',
      problem: {
        limits: {
          budgetEurosPerYear: 2_000_000,
          staffHoursPerWeek: { technologist: 80, radiologist: null },
          mostDevices: 4,
          mostBlocks: 10,
        },
        years: 3,
        deviceLagMonths: 24,
        unmetDays: 60,
        pooling: true,
      },
    });
  });

  it('prints the page with the command that gives it again, the next command on stderr', async () => {
    const { code, out, err } = await plan(FILE, '--evenings', '4', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain(`creneau plan ${FILE} --evenings 4\n`);
    expect(err).toContain('Next: keep it: --out plan.yaml');
    expect(out).not.toContain('You set no limit on opening');
    expect((await plan(FILE, '--lang', 'en')).out.replace(/\s+/g, ' ')).toContain(
      'You set no limit on opening',
    );
  });

  it('gives the document, and a page with charts', async () => {
    const html = folder.path('page.html');
    const { code, out } = await plan(FILE, '--json', '--html', html);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ creneau: 1, command: 'plan', stage: 'assumptions' });
    expect(readFileSync(html, 'utf8')).toContain('<svg');
  });

  it('tells a first answer of the model, and says next how to prove it', async () => {
    state.document = modelDocument();
    const first = await plan(FILE, '--lang', 'en');
    expect(first.err).toContain('First answer, by the linear model alone: 2 devices more and 6 h');
    const alone = await plan(FILE, '--model-only', '--lang', 'fr');
    expect(alone.code).toBe(0);
    expect(alone.out).toContain('RIEN N’EST PROUVÉ');
    expect(alone.err).toContain(`l’éprouver par simulation\u202f: creneau plan ${FILE}`);
  });

  it('ends with 0 where nothing helps, 3 where it cannot be or no plan was found in time', async () => {
    state.document = nothingDocument();
    expect((await plan(FILE)).code).toBe(0);
    state.document = infeasibleDocument();
    expect((await plan(FILE)).code).toBe(3);
    const { solved } = nothingDocument();
    state.document = { ...nothingDocument(), others: [], solved: { ...solved, status: 'time-limit' } };
    const { code, err } = await plan(FILE, '--lang', 'en');
    expect([code, err.includes('nothing is known to be impossible')]).toEqual([3, true]);
  });

  it.each([
    ['worst', '20', 4],
    ['worst', '20.2', 0],
    ['p80', '19.4', 4],
    ['p80', '20.2', 0],
  ])('with --equity %s --most-days %s ends with %d', async (equity, days, expected) => {
    // MRI: 20.2 days in 78 (54 % of the inhabitants), 19.4 in 95.
    expect((await plan(FILE, '--equity', equity, '--most-days', days)).code).toBe(expected);
  });

  it('writes the planned region as a variant, or refuses', async () => {
    const out = folder.path('plan.yaml');
    state.proposed = (scenario) => ({
      ...scenario,
      flows: scenario.flows.map((flow) => ({ ...flow, perWeek: 41 })),
    });
    const { code, err } = await plan(FILE, '--out', out, '--lang', 'en');
    expect([code, err.includes(`creneau compare ${FILE} ${out}`)]).toEqual([0, true]);
    expect(readFileSync(out, 'utf8')).toContain('flows: [{id: a, per-week: 41}]');
    state.proposed = (scenario) => ({ ...scenario, flows: [] });
    const other = folder.path('other-plan.yaml');
    expect([(await plan(FILE, '--out', other)).code, existsSync(other)]).toEqual([2, false]);
    state.document = nothingDocument();
    const none = folder.path('none.yaml');
    const said = await plan(FILE, '--out', none, '--lang', 'en');
    expect([said.code, existsSync(none)]).toEqual([0, false]);
    expect(said.err).toContain('no plan is proposed');
  });
});
