/** `creneau compare` from end to end on a small MRI: its document, its first answer, its stops and its refusals. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BASE, COMPARE_WORDS, EVENING, STORED } from '../report/stored-pages.ts';
import { run, SMALL, temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();
const SHORT = ['--replications', '2', '--weeks', '12'];
const QUICK = [...SHORT, '--sets', '0'];
const LATE = ['--set', 'devices.irm.late-start=20'];

describe('creneau compare', () => {
  it('prints the stored document and nothing else with --json, with one worker or two', async () => {
    const one = await run([...COMPARE_WORDS, '--json']);
    const two = await run([...COMPARE_WORDS, '--json', '--workers', '2']);
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(one.out === readFileSync(`${STORED}/compare.json.txt`, 'utf8')).toBe(true);
    expect(two.out === one.out).toBe(true);
  });

  it('gives the same document from the command it prints', async () => {
    const asked = [
      'compare',
      BASE,
      EVENING,
      '--weeks',
      '14',
      '--replications',
      '3',
      '--sets',
      '0',
      '--seed',
      '9',
    ];
    const { out } = await run(asked);
    const printed = /^ {2}creneau (.*)$/m.exec(out)?.[1]?.split(' ') ?? [];
    expect(printed).not.toEqual([]);
    expect((await run([...printed, '--json'])).out).toBe((await run([...asked, '--json'])).out);
  });

  it('tells its first answer on stderr before the rest, in the language asked for', async () => {
    const { out, err } = await run(['compare', BASE, EVENING, ...SHORT, '--sets', '1', '--lang', 'fr']);
    expect(err).toMatch(/^Première réponse, 2 réplications\u202f: .* affinage…\n/);
    expect(out).not.toContain('Première réponse');
  });

  it('prints what is finished when it is interrupted, and says how much', async () => {
    const words = ['compare', BASE, EVENING, '--sets', '0', '--replications', '50', '--workers', '1'];
    const { code, out, err } = await run(words, { interruptAt: 12 });
    expect(code).toBe(130);
    const done = Number(/of the (\d+) replications finished \(of 50\)/.exec(err)?.[1]);
    expect(done).toBeGreaterThan(1);
    expect(out).toContain(`${done} replications of each`);
    const early = await run(words, { interruptAt: 1, signal: 'SIGTERM' });
    expect([early.code, early.out]).toEqual([143, '']);
    expect(early.err).toContain('Interrupted');
  });

  it('prints the differences without assumption intervals when it is stopped during the sets', async () => {
    const words = ['compare', BASE, EVENING, ...SHORT, '--sets', '200', '--workers', '1'];
    const { code, out } = await run(words, { interruptAt: 30 });
    expect(code).toBe(130);
    expect(out).toContain('assumptions: not played');
  });

  it('writes its page beside the text, and not over another without --force', async () => {
    const page = folder.write('page.html', 'mine');
    const refused = await run(['compare', BASE, ...LATE, ...QUICK, '--html', page]);
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(/page\.html: error: .*\n {2}Maybe: .*--force/);
    expect(readFileSync(page, 'utf8')).toBe('mine');
    expect((await run(['compare', BASE, ...LATE, ...QUICK, '--html', page, '--force'])).code).toBe(0);
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/);
  });

  it('says that an unstable scenario is unstable', async () => {
    const base = folder.write(
      'unstable.yaml',
      SMALL.replace('sites:', 'defaults: none\nexams: {x: {modality: mri, durations: {A: 12}}}\nsites:')
        .replace('week: [', 'slots: {A: 60}\n    week: [')
        .replace('per-week: 40', 'per-week: 90, exams: {x: 1}, horizon: 90'),
    );
    const { out } = await run(['compare', base, '--set', 'devices.irm.slots.A=50', '--sets', '0']);
    expect(out).toContain('unstable, more is asked than can be');
    expect(out).toMatch(/first place offered, A \(days\) +unstable +unstable +unstable\n/);
  });

  it('says of a variant that moves no delay that none moves', async () => {
    const { out } = await run(['compare', BASE, '--set', 'devices.irm.late-start=6', ...QUICK]);
    expect(out).toContain('No delay of this department changes.');
  });
});

describe('creneau compare refuses', () => {
  const refused = async (...words: readonly string[]) => {
    const { code, out, err } = await run(['compare', ...words]);
    expect([code, out]).toEqual([2, '']);
    return err;
  };
  const elsewhere = folder.write('elsewhere.yaml', SMALL.replaceAll(/\bch\b/g, 'nord'));
  const later = folder.write('later.yaml', SMALL.replace('sites:', 'calendar: {start: 2027-01-04}\nsites:'));
  const small = folder.write('small.yaml', SMALL);

  it.each([
    [[], 'which scenario?'],
    [[BASE], 'what should'],
    [[BASE, '--set', 'devices.irm.late-start'], '--set does not take “devices.irm.late-start”'],
    [
      [BASE, '--set', 'devices.imr.late-start=5'],
      '“imr” is not in devices (devices.imr.late-start)\n  Maybe: irm',
    ],
    [[BASE, '--set', 'devices.irm.late-strat=5'], 'late-start'],
    [[BASE, ...LATE, '--set', 'devices.irm.late-start=6'], '--set devices.irm.late-start is given twice'],
    [[BASE, BASE], `${BASE} changes nothing that is simulated`],
    [[BASE, '--set', 'name=Other'], 'changes nothing that is simulated\n  Maybe: another value'],
    [[small, elsewhere], 'has no department in common with the base (base: ch/mri; variant: nord/mri)'],
    [[small, later], 'starts on another date than the base'],
    [[BASE, EVENING, '--replications', '0'], '--replications does not take “0”'],
    [[BASE, EVENING, '--replications', '1'], '--replications does not take “1”'],
    [[BASE, `${STORED}/evenings.yaml`], 'evenings.yaml'],
    [[BASE, ...Array.from({ length: 21 }, (_, rank) => `v${rank}.yaml`)], '21 variants; the most is 20'],
  ])('%j', async (words, told) => {
    const err = await refused(...words);
    expect(err).toContain(told);
    expect(err).toMatch(/error/);
    const french = await run(['compare', ...words, '--lang', 'fr']);
    expect([french.code, french.out]).toEqual([2, '']);
    expect(french.err).toMatch(/erreur/);
    expect(french.err).not.toContain(told.startsWith('late') || told.endsWith('.yaml') ? '{' : told);
  });

  it('warnings with --strict', async () => {
    const file = folder.write(
      'unused.yaml',
      SMALL.replace('sites: [{id: ch}]', 'sites: [{id: ch}, {id: b}]'),
    );
    expect(await refused(file, ...LATE, '--strict')).toContain('--strict: warnings stop the run.');
  });
});
