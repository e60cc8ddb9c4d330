/** `creneau optimize` from its words to its files, on answers given in place of the search: what is printed, written and refused. */
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadScenario } from '../../src/cli/load-scenario.ts';
import { scenarioHash } from '../../src/model/hash.ts';
import type { OptimizeDocument } from '../../src/model/results/optimize.ts';
import type { WeekRules } from '../../src/model/rules/rules.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { EVENING } from '../../src/optimize/levers/evening.ts';
import { HighsBackend } from '../../src/optimize/lp/highs.ts';
import { type ProposeOptions, termsOf } from '../../src/optimize/propose/options.ts';
import {
  firstLook,
  impossible,
  noGain,
  optimizeDocument,
  proposedScenario,
} from '../report/optimize-documents.ts';
import { BASE } from '../report/stored-pages.ts';
import { run, temporaryFolder } from './fake-terminal.ts';

interface Asked {
  readonly scenario: Scenario;
  readonly rules: WeekRules;
  readonly options: ProposeOptions;
}
type Answer = (asked: Asked) => Promise<{ result: OptimizeDocument; proposed: Scenario | null }>;

const state: { answer: Answer; asked: Asked | null } = vi.hoisted(() => ({
  answer: async () => {
    throw new Error('no answer was prepared');
  },
  asked: null,
}));
vi.mock('../../src/optimize/propose/propose.ts', () => ({
  proposeWeek: (scenario: Scenario, rules: WeekRules, options: ProposeOptions) => {
    state.asked = { scenario, rules, options };
    return state.answer(state.asked);
  },
}));

/** The document without what the command adds. */
const answerWith =
  (document: OptimizeDocument, proposed: Scenario | null = null): Answer =>
  async ({ options }) => {
    options.onAnswer?.(firstLook(), null);
    return { result: document, proposed };
  };
const PROPOSED = () => answerWith({ ...optimizeDocument(), targets: [] }, proposedScenario());

const folder = temporaryFolder();
/** The scenario copied, so that a variant beside it can extend it. */
const copy = (name: string) => folder.write(name, readFileSync(BASE, 'utf8'));
const ask = (...words: readonly string[]) => run(['optimize', BASE, '--workers', '1', ...words]);

afterEach(() => {
  state.asked = null;
});

describe('creneau optimize', () => {
  it('prints its page, a first answer on stderr, and the command that asks the same', async () => {
    state.answer = PROPOSED();
    const { code, out, err } = await ask(
      '--max-hours',
      '2,5',
      '--max-changes',
      '3',
      '--freeze',
      'irm:tue',
      '--sets',
      '4',
    );
    expect(code).toBe(0);
    expect(err).toContain('First answer: irm: Tuesday 12:00–14:00 opened');
    expect(out).toContain('What changes');
    expect(out).toContain(
      `  creneau optimize ${BASE} --max-hours 2.5 --max-changes 3 --freeze irm:tue --sets 4`,
    );
    expect(err).toContain('Next: keep it: --out proposed.yaml');
  });

  it('passes what is asked on to the search', async () => {
    state.answer = PROPOSED();
    const words = ['--max-hours', '2', '--max-changes', '3', '--budget', '9000', '--target', 'A:mri<=14d'];
    await ask(
      ...words,
      '--freeze',
      'irm:mon-tue',
      '--sets',
      '4',
      '--replications',
      '6',
      '--weeks',
      '30',
      '--seed',
      'x',
    );
    const { rules, options, scenario } = state.asked!;
    expect(rules).toMatchObject({ addedHours: 2, changes: 3, budgetEuros: 9000 });
    expect(rules.targets).toEqual([{ site: 'ch', modality: 'mri', class: 'A', days: 14 }]);
    expect(rules.frozen.map(({ day }) => day)).toEqual([0, 1]);
    expect(options).toMatchObject({ sets: 4, replications: 6, weeks: 30 });
    expect(scenario.run.seed).toBe('x');
  });

  it('says in its help how many assumption sets are drawn where nothing is asked', async () => {
    const { sets } = termsOf(loadScenario(BASE).scenario!, { backend: new HighsBackend() });
    const { out } = await run(['optimize', '--help']);
    expect(out).toContain(`assumption sets drawn (${sets})`);
    state.answer = answerWith({ ...optimizeDocument(), targets: [], sets: null });
    expect((await ask()).out).toContain(`--sets ${sets}`);
  });

  it('prints the document and nothing else with --json', async () => {
    state.answer = PROPOSED();
    const { code, out } = await ask('--json');
    expect(code).toBe(0);
    const document: OptimizeDocument = JSON.parse(out);
    expect(document.command).toBe('optimize');
    expect(document.proposal?.week.changes.length).toBe(2);
    expect(document.scenario.hash).toBe(scenarioHash(loadScenario(BASE).scenario!));
  });

  it('writes a variant that loads as the very week that was simulated, and its page', async () => {
    state.answer = PROPOSED();
    const [file, out, html] = [copy('site.yaml'), folder.path('proposed.yaml'), folder.path('page.html')];
    const { code, err } = await run(['optimize', file, '--workers', '1', '--out', out, '--html', html]);
    expect([code, readFileSync(html, 'utf8').startsWith('<!doctype html>')]).toEqual([0, true]);
    expect(readFileSync(out, 'utf8')).toContain('# irm: Tuesday 12:00–14:00 opened for ambulatory patients');
    expect(scenarioHash(loadScenario(out).scenario!)).toBe(scenarioHash(proposedScenario()));
    expect(err).toContain(`creneau compare ${file} ${out}`);
  });

  it('does not search for long to end on a file that is there: it refuses first', async () => {
    state.answer = PROPOSED();
    const mine = folder.write('mine.yaml', 'mine');
    const { code } = await ask('--out', mine);
    expect([code, state.asked, readFileSync(mine, 'utf8')]).toEqual([2, null, 'mine']);
  });

  it('writes nothing that would not be read back as what was simulated', async () => {
    const devices = proposedScenario().devices.map((one) => ({ ...one, speed: 1.5 }));
    state.answer = answerWith({ ...optimizeDocument(), targets: [] }, { ...proposedScenario(), devices });
    const out = folder.path('other.yaml');
    const { code, err } = await run(['optimize', copy('again.yaml'), '--workers', '1', '--out', out]);
    expect([code, existsSync(out)]).toEqual([2, false]);
    expect(err).toContain('cannot be written as a variant');
  });

  it('writes one of two alike devices out in a file that stands alone, its logs found from there', async () => {
    const file = 'scenarios/every-effect.yaml';
    const base = loadScenario(file).scenario!;
    const one = EVENING.cases(base).cases.find(({ device }) => device === 'scanner-nord-1')!;
    const proposed = one.apply(base, one.strength.value);
    state.answer = answerWith({ ...optimizeDocument(), targets: [] }, proposed);
    const out = folder.path('alone.yaml');
    const { code, err } = await run(['optimize', file, '--workers', '1', '--out', out]);
    expect([code, err.includes('error')]).toEqual([0, false]);
    expect(readFileSync(out, 'utf8')).not.toContain('extends:');
    expect(scenarioHash(loadScenario(out).scenario!)).toBe(scenarioHash(proposed));
  });

  it('says plainly that no gain is demonstrable, writes no variant, and ends well', async () => {
    state.answer = answerWith(noGain());
    const out = folder.path('none.yaml');
    const { code, out: page, err } = await ask('--out', out);
    expect([code, existsSync(out)]).toEqual([0, false]);
    expect(page).toContain('No demonstrable gain');
    expect(err).toContain(`Nothing written to ${out}`);
  });

  it('ends with 3 where no week keeps the rules, the conflict said', async () => {
    state.answer = answerWith(impossible());
    const { code, out } = await ask();
    expect(code).toBe(3);
    expect(out).toContain('No week satisfies the rules together');
  });

  it('ends with 3 where the model gave no week in its time, never with the present one as an answer', async () => {
    const solved = { ...noGain().ladder[0]!.solved, status: 'time-limit', gap: null } as const;
    const ladder = noGain().ladder.map((rung) =>
      rung.atMost === 0 ? rung : { ...rung, week: null, solved },
    );
    state.answer = answerWith({ ...noGain(), ladder, selection: null });
    const { code, out, err } = await ask();
    expect(code).toBe(3);
    expect(err).toContain('gave no week in its time');
    expect(out).not.toContain('No demonstrable gain');
  });

  it('ends with 4 where a week is given and a target is not reached', async () => {
    state.answer = answerWith(optimizeDocument(), proposedScenario());
    expect((await ask('--target', 'A:mri<=14d')).code).toBe(4);
  });

  it('refuses a scenario in which nobody is given an appointment', async () => {
    const { code, err } = await run(['optimize', 'scenarios/scanner-urgences.yaml']);
    expect(code).toBe(2);
    expect(err).toContain('there is no delay to shorten');
  });
});

describe('creneau optimize refuses', () => {
  it.each([
    [
      ['--freeze', 'irmm'],
      '--freeze: no device is called “irmm”\n  Maybe: irm',
      'aucun appareil ne s’appelle',
    ],
    [['--freeze', 'irm:tusday'], '“tusday” is not a day of the week\n  Maybe: Tuesday', 'n’est pas un jour'],
    [['--freeze', 'irm:tue:12:00-08:00'], 'is not two hours of a day', 'n’est pas deux heures'],
    [['--freeze', ':'], '--freeze does not take “:”', '--freeze ne prend pas'],
    [['--target', 'A:ct<=3d'], 'have no appointments for a CT', 'n’ont pas de rendez-vous pour un scanner'],
    [['--target', 'A:mri@sud<=3d'], 'at “sud” ambulatory patients', 'à « sud » les patients'],
    [['--target', 'soon'], '--target does not take “soon”', '--target ne prend pas'],
    [['--max-hours', '-1'], '--max-hours', '--max-hours'],
    [['--max-changes', '1.5'], '--max-changes does not take “1.5”', '--max-changes ne prend pas'],
    [['--budget', 'much'], '--budget does not take “much”', '--budget ne prend pas'],
    [['--replications', '1'], '--replications does not take “1”', '--replications ne prend pas'],
    [['--rules', 'no-such.yaml'], 'no-such.yaml', 'no-such.yaml'],
    [['--device', 'irm'], '--device irm goes with --relaxed', 'va avec --relaxed'],
    [['--relaxed', '--out', 'a.yaml'], '--relaxed simulates nothing: --out', '--relaxed ne joue aucune'],
    [
      ['--relaxed', '--device', 'irn'],
      'no device is called “irn”\n  Maybe: --device irm',
      'aucun appareil ne s’appelle',
    ],
  ])('%j', async (words, told, french) => {
    const { code, out, err } = await run(['optimize', BASE, ...words]);
    expect([code, out, state.asked]).toEqual([2, '', null]);
    expect(err).toContain(told);
    const other = await run(['optimize', BASE, ...words, '--lang', 'fr']);
    expect(other.code).toBe(2);
    expect(other.err.replaceAll('\u202f', ' ')).toContain(french);
  });
});
