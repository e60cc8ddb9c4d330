import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { numberNamed, parseMix, parseNumber, readNumbers } from '../../src/cli/init/answers.ts';
import { run, temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();
const MEDIAN = '--modality ct --site-type public --opening 47 --passages 158 --mix 35/38/4/23'.split(' ');
const REST = '--delay-a 7 --delay-h 2 --occupancy 60.6%'.split(' ');

describe('the numbers people give', () => {
  it('are read in French and English, with their units', () => {
    expect(['60,6 %', '47', '47,5 h', '7 j', 'soon'].map(parseNumber)).toEqual([0.606, 47, 47.5, 7, null]);
    expect(parseMix('35/38/4/23')).toEqual({ A: 0.35, H: 0.38, R: 0.04, U: 0.23 });
    expect(parseMix('A=90, H=10')).toEqual({ A: 0.9, H: 0.1, R: 0, U: 0 });
    expect(parseMix('half')).toBeNull();
    expect(['Délai A', 'Taux d’occupation', 'ouverture', 'age'].map(numberNamed)).toEqual([
      'delay-a',
      'occupancy',
      'opening',
      null,
    ]);
  });

  it('take the usual mix where a site does not know its own', () => {
    const texts = new Map([
      ['modality', 'irm'],
      ['site-type', 'GIE'],
      ['opening', '57'],
      ['passages', '105'],
      ['delay-a', '21'],
      ['delay-h', '7'],
      ['occupancy', '81,4'],
    ] as const);
    const { numbers, isUsualMix } = readNumbers(texts);
    expect(isUsualMix).toBe(true);
    expect(numbers).toMatchObject({ modality: 'mri', siteType: 'gie', occupancy: 0.814, mix: { A: 0.92 } });
  });
});

describe('creneau init', () => {
  it('writes a scenario that gives back the eight numbers of the median scanner, and stamps the fit', async () => {
    const file = folder.path('site.yaml');
    const { code, err } = await run(['init', ...MEDIAN, ...REST, '--out', file]);
    expect(code).toBe(0);
    expect(err).toContain('Your base gives back 8 of your 8 numbers.');
    expect(readFileSync(file, 'utf8')).toContain('occupancy: 0.606');
    const later = await run(['simulate', file, '--replications', '4']);
    expect(later.out).toContain('Does the base give back the site’s own numbers? 9 of 9');
    const json = JSON.parse((await run(['simulate', file, '--json'])).out);
    expect(json.fit.map(({ ok }: { ok: boolean }) => ok)).toEqual(Array(9).fill(true));
  });

  it('says which number does not come back, and what would reconcile it', async () => {
    const words = [...MEDIAN.map((word) => (word === '158' ? '120' : word)), ...REST];
    const { code, out, err } = await run(['init', ...words, '--lang', 'fr']);
    expect(code).toBe(0);
    expect(out).toContain('creneau: 1');
    expect(err).toContain('Votre base retrouve 7 de vos 8 nombres.');
    expect(err).toMatch(/vous dites 120.*en donnent 160/);
  });

  it('refuses numbers that contradict each other, with what each would have to be', async () => {
    const words = [...MEDIAN.map((word) => (word === '158' ? '500' : word)), ...REST];
    const { code, out, err } = await run(['init', ...words]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(
      /--passages: error: 500 passages a week do not go with the opening, occupancy and mix/,
    );
    expect(err).toMatch(/Maybe: 160 passages, or 147 h of opening, or exams 0\.32 times/);
  });

  it('tells everything wrong at once, each at its option or its line', async () => {
    const file = folder.write(
      'nombres.csv',
      'modalité;irm\nouverture;200\nocupation;81 %\ndélai A;bientôt\n',
    );
    const { code, err } = await run(['init', '--from', file, '--passages', '105']);
    expect(code).toBe(2);
    expect(err).toContain(`${file}:3:1: error: “ocupation” is none of the eight numbers`);
    expect(err).toContain(`${file}:4:9: error: delay-a: “bientôt” is not understood`);
    expect(err).toContain('--occupancy: error: occupancy is not given\n  Maybe: --occupancy 60.6%');
    expect(err).toContain('--site-type: error: site-type is not given');
  });

  it('asks a person what is missing, and never in a pipe', async () => {
    const answers = ['scanner', 'public', '47', '158', '', '7', '2', '60,6 %'];
    const file = folder.path('asked.yaml');
    const { code, err } = await run(['init', '--out', file], { answers });
    expect(code).toBe(0);
    expect(err).toContain('Your base gives back 7 of your 7 numbers.');
    expect(existsSync(file)).toBe(true);
    expect((await run(['init'])).code).toBe(2);
  });

  it('prints with --json what was found and how well, and nothing else', async () => {
    const { code, out } = await run(['init', ...MEDIAN, ...REST, '--json']);
    expect(code).toBe(0);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ creneau: 1, command: 'init', hasConverged: true });
    expect(document.scenario).toContain('occupancy: 0.606');
  });

  it('refuses impossible numbers with their limits', async () => {
    const { code, err } = await run([
      'init',
      ...MEDIAN,
      '--delay-a',
      '7',
      '--delay-h',
      '2',
      '--occupancy',
      '120%',
    ]);
    expect(code).toBe(2);
    expect(err).toContain('--occupancy: error: occupancy: 120% is not between 2% and 100%');
  });
});
