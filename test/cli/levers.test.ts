/** `creneau levers` from end to end on a small MRI: its document, its first answer, its stops and its refusals. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LeversDocument } from '../../src/model/results/levers.ts';
import { BASE, LEVERS_WORDS, STORED } from '../report/stored-pages.ts';
import { run, temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();
const QUICK = ['--only', 'evening', '--sets', '0', '--replications', '2', '--weeks', '12', '--workers', '1'];
const documentOf = async (...words: readonly string[]): Promise<LeversDocument> =>
  JSON.parse((await run(['levers', BASE, ...QUICK, ...words, '--json'])).out);

describe('creneau levers', () => {
  it('prints the stored document and nothing else with --json, with one worker or two', async () => {
    const one = await run([...LEVERS_WORDS, '--json', '--workers', '1']);
    const two = await run([...LEVERS_WORDS, '--json', '--workers', '2']);
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(one.out === readFileSync(`${STORED}/levers.json.txt`, 'utf8')).toBe(true);
    expect(two.out === one.out).toBe(true);
  });

  it('gives the same document from the command it prints, and tells a first answer on stderr', async () => {
    const words = [
      'levers',
      BASE,
      '--only',
      'evening',
      '--sets',
      '0',
      '--replications',
      '5',
      '--weeks',
      '12',
    ];
    const { out, err } = await run(words);
    expect(err).toMatch(
      /^First answer, 1 lever: irm: Tuesday 12:00–14:00 opened for ambulatory patients leads/,
    );
    const printed = /^ {2}creneau (.*)$/m.exec(out)?.[1]?.split(' ') ?? [];
    expect(printed).not.toEqual([]);
    expect((await run([...printed, '--json'])).out).toBe((await run([...words, '--json'])).out);
  });

  it('leaves pairs and triples out with --alone', async () => {
    const both = ['--only', 'real-durations'];
    expect((await documentOf(...both)).combinations.length).toBeGreaterThan(0);
    expect((await documentOf(...both, '--alone')).combinations).toEqual([]);
  });

  it('counts with the site’s own costs', async () => {
    const own = folder.write('costs.csv', 'technologist;64\n');
    const [assumed, known] = [await documentOf(), await documentOf('--costs', own)];
    const [cheap, dear] = [assumed, known].map(({ ranked }) => ranked[0]!.eurosPerYear);
    const hours = assumed.ranked[0]!.technologistHoursPerWeek;
    expect(dear! - cheap!).toBeCloseTo(32 * 52 * hours, 6);
    expect(known.costs.find(({ id }) => id === 'technologist')).toMatchObject({ value: 64, mark: 'source' });
  });

  it('prints what it has when it is interrupted after its first answer, nothing before', async () => {
    const words = ['levers', BASE, '--only', 'evening', '--sets', '300', '--workers', '1'];
    const stopped = await run(words, { interruptAt: 60 });
    expect(stopped.code).toBe(130);
    expect(stopped.out).toContain('Which lever first');
    const early = await run(words, { interruptAt: 1, signal: 'SIGTERM' });
    expect([early.code, early.out]).toEqual([143, '']);
  });

  it('does not write its page over another file without --force', async () => {
    const page = folder.write('page.html', 'mine');
    expect((await run(['levers', BASE, ...QUICK, '--html', page])).code).toBe(2);
    expect(readFileSync(page, 'utf8')).toBe('mine');
  });
});

describe('creneau levers refuses', () => {
  const costs = (name: string, text: string) => ['--costs', folder.write(name, `# own costs\n${text}\n`)];
  it.each([
    [['--only', 'evning'], 'there is no lever “evning”\n  Maybe: --only evening', 'il n’y a pas de levier'],
    [['--only', 'xxxxxxxxxx'], 'Maybe: --only evening,', '--only evening,'],
    [['--replications', '1'], '--replications does not take “1”', '--replications ne prend pas'],
    [['--replications', '0'], '--replications does not take “0”', '--replications ne prend pas'],
    [['--precision', 'much'], '--precision does not take “much”', '--precision ne prend pas'],
    [
      costs('unknown.csv', 'technologists;30'),
      '“technologists” is not a cost that is used\n  Maybe: technologist',
      'n’est pas un coût',
    ],
    [costs('negative.csv', 'technologist;-30'), 'negative.csv:2:14: error', 'un nombre (32,5)'],
    [costs('text.csv', 'technologist;dear'), 'text.csv:2:14: error', 'un nombre (32,5)'],
    [['--costs', folder.path('none.csv')], 'none.csv', 'none.csv'],
  ])('%j', async (words, told, french) => {
    const { code, out, err } = await run(['levers', BASE, ...words]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(told);
    const other = await run(['levers', BASE, ...words, '--lang', 'fr']);
    expect(other.code).toBe(2);
    expect(other.err).toContain(french);
  });
});
