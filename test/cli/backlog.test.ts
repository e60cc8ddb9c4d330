/** `creneau backlog` from end to end: what it answers, what it refuses, and the page beside which it stands. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BacklogDocument } from '../../src/model/results/backlog.ts';
import { backlogPage } from '../../src/report/backlog-page.ts';
import { LANGUAGES } from '../../src/report/language.ts';
import { PAGE_WIDTH, PLAIN } from '../../src/report/table-layout.ts';
import { run, SMALL, temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();
const WEEK = '{days: mon-fri, from: "08:00", to: "12:00", type: public-scheduled}';
const SATURDAY = '{days: sat, from: "08:00", to: "22:00", type: public-scheduled}';
/** Ninety requests a week for forty places: 7 ln(90 ÷ 40), about six days, of patients who are little patient. */
const TAU = SMALL.replace('per-week: 40, backlog: {patients: 0}', 'per-week: 90, accept: {tau: 7d}').replace(
  'warmup-weeks: 4',
  'warmup-weeks: auto',
);
const file = folder.write('small.yaml', TAU);
const ask = (target: string, ...more: readonly string[]) =>
  run(['backlog', file, '--target', target, '--sets', '0', ...more]);
const documentOf = async (...argv: readonly string[]): Promise<BacklogDocument> =>
  JSON.parse((await run(['backlog', ...argv, '--json'])).out);

describe('creneau backlog', () => {
  it('answers, and gives the same bits twice, on one core or two', async () => {
    const asked = [
      'backlog',
      file,
      '--target',
      'A:mri<=3d',
      '--per-week',
      '5',
      '--sets',
      '1',
      '--replications',
      '4',
      '--json',
    ];
    const [first, second] = [await run(asked), await run([...asked, '--workers', '2'])];
    expect(first.code).toBe(0);
    expect(second.out).toBe(first.out);
    const document: BacklogDocument = JSON.parse(first.out);
    expect(document).toMatchObject({ creneau: 1, command: 'backlog', outcome: 'reached' });
    expect(document.assumptions!.weeks.values).toHaveLength(document.assumptions!.sets);
  });

  it('says the target is met already, and ends well', async () => {
    const { code, out } = await ask('A:mri<=30d');
    expect(code).toBe(0);
    expect(out).toContain('The target is met already');
  });

  it('ends with code 4 and the best that can be where the sessions are too few', async () => {
    const { code, out } = await ask('A:mri<=1d', '--per-week', '1');
    expect(code).toBe(4);
    expect(out).toMatch(/not reached with 1 a week, however long they last: at best \d+\.\d/);
  });

  it('ends with code 3 where the week has no room, and says what is there', async () => {
    const full = folder.write('full.yaml', TAU.replace(WEEK, `${WEEK}, ${SATURDAY}`));
    const { code, err } = await run(['backlog', full, '--target', 'A:mri<=3d', '--sessions', 'saturday']);
    expect(code).toBe(3);
    expect(err).toContain(
      'no room for such a session; taken already: irm Saturday 22:00–02:00 (would end after 23:00)',
    );
    const few = await ask('A:mri<=3d', '--per-week', '6');
    expect(few.code).toBe(3);
    expect(few.err).toContain('room for 5 such sessions, not 6');
  });

  it('ends with code 3 where nothing regulates the demand: there is no delay to bring down', async () => {
    const unstable = folder.write(
      'unstable.yaml',
      TAU.replace('sites:', 'defaults: none\nexams: {x: {modality: mri, durations: {A: 12}}}\nsites:')
        .replace('week: [', 'slots: {A: 60}\n    week: [')
        .replace('accept: {tau: 7d}', 'exams: {x: 1}, horizon: 90'),
    );
    const { code, err } = await run(['backlog', unstable, '--target', 'A:mri<=3d']);
    expect(err).toContain('the delay grows without end');
    expect(code).toBe(3);
  });

  it.each([
    [['--target', 'B:mri<=3d'], '“B” is not a patient class'],
    [['--target', 'A:pet<=3d'], '“pet” is not a modality'],
    [['--target', 'A mri 3d'], '--target does not take “A mri 3d”'],
    [['--target', 'A:ct<=3d'], 'ambulatory patients have no appointments for a CT'],
    [['--target', 'A:mri@nord<=3d'], 'at “nord”'],
    [['--target', 'A:mri<=3d', '--sessions', 'night'], '--sessions does not take “night”'],
    [['--target', 'A:mri<=3d', '--per-week', '0'], '--per-week does not take “0”'],
    [['--target', 'A:mri<=3d', '--hours', '0'], '--hours does not take “0”'],
    [[], 'which delay is wanted?'],
  ])('refuses %j', async (words, told) => {
    const { code, out, err } = await run(['backlog', file, ...words]);
    expect(err).toContain(told);
    expect([code, out]).toEqual([2, '']);
  });

  it('refuses sessions too short for a slot of these patients', async () => {
    const { code, err } = await ask('A:mri<=3d', '--hours', '0.2');
    expect(code).toBe(3);
    expect(err).toContain('12 min is shorter than a slot of these patients');
  });

  it('asks which site, where several book such patients', async () => {
    const two = folder.write(
      'two.yaml',
      TAU.replace('[{id: ch}]', '[{id: ch}, {id: nord}]')
        .replace('flows:', `  - {id: irm-n, site: nord, modality: mri, week: [${WEEK}]}\nflows:`)
        .concat('  - {site: nord, modality: mri, class: A, per-week: 40}\n'),
    );
    const { code, err } = await run(['backlog', two, '--target', 'A:mri<=3d']);
    expect(code).toBe(2);
    expect(err).toContain('2 sites have such appointments; which one?');
    expect(err).toContain('"A:mri@ch<=3d", of: ch, nord');
  });

  it('tells its first answer before the assumption sets', async () => {
    const { err } = await run(['backlog', file, '--target', 'A:mri<=3d', '--per-week', '5', '--sets', '2']);
    expect(err).toMatch(
      /^First answer: \d+ sessions?, 5 a week for \d+ weeks?\. Now under 2 assumption sets…\n/,
    );
  });

  it('prints what it has when it is interrupted after its first answer', async () => {
    const { code, out, err } = await run(
      [
        'backlog',
        file,
        '--target',
        'A:mri<=3d',
        '--per-week',
        '5',
        '--sets',
        '200',
        '--workers',
        '1',
        '--replications',
        '2',
      ],
      { interruptAt: 120 },
    );
    expect(code).toBe(130);
    expect(err).toContain('Interrupted: what follows has no assumption interval.');
    expect(out).toContain('extra session');
    const early = await run(['backlog', file, '--target', 'A:mri<=3d', '--workers', '1'], { interruptAt: 1 });
    expect([early.code, early.out]).toEqual([130, '']);
  });
});

describe('the reference hospital', () => {
  const asked = documentOf(
    'scenarios/hopital-reference.yaml',
    ...['--target', 'A:mri<=17d', '--sessions', 'evening,saturday', '--replications', '4', '--sets', '6'],
  );

  it.each(LANGUAGES)('is told as stands beside this test (%s)', async (language) => {
    const lines = backlogPage(await asked, { language, style: PLAIN });
    expect(lines.filter((line) => line.length > PAGE_WIDTH)).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/\{[a-zA-Z]+[|:}]/);
    const expected = `test/cli/expected/backlog-hopital-reference.${language}.txt`;
    const text = `${lines.join('\n')}\n`;
    if (process.env.UPDATE_EXPECTED === '1') {
      mkdirSync('test/cli/expected', { recursive: true });
      writeFileSync(expected, text);
    }
    expect(existsSync(expected), `${expected} is missing: run with UPDATE_EXPECTED=1`).toBe(true);
    expect(text).toBe(readFileSync(expected, 'utf8'));
  });

  it('gives every number with both its intervals', async () => {
    const { campaign, lasting, lowestPossible, assumptions, delay } = await asked;
    expect(delay.low).not.toBeNull();
    expect(campaign!.weeks.low).not.toBeNull();
    expect(lasting!.perWeek).not.toBeNull();
    expect(lowestPossible!.low!).toBeLessThan(lowestPossible!.high!);
    const { weeks, weeksReached, weeksToHalf, lastingPerWeek, sets, reached } = assumptions!;
    expect(weeks.values.filter((value) => value !== null)).toHaveLength(reached);
    expect([weeks, lastingPerWeek].map(({ values }) => values.length)).toEqual([sets, sets]);
    expect([weeksReached, weeksToHalf].map(({ values }) => values.length)).toEqual([reached, reached]);
  });

  it('needs more sessions, or none will do, where patients are less patient than assumed', async () => {
    const { assumptions } = await asked;
    const tau = assumptions!.toMeasure.find(({ path }) => path.endsWith('.accept.tau'))!;
    expect(assumptions!.toMeasure[0]).toBe(tau);
    expect(tau.explained).toBeGreaterThan(0.5);
  });
});
