import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as loading from '../../src/cli/load-scenario.ts';
import { LocalPlayer } from '../../src/cli/pool/player.ts';
import { type FakeOptions, run, SMALL, temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();
/** Eight weeks, twice: enough to tell points apart. */
const TINY = SMALL.replace('{weeks: 12, replications: 3', '{weeks: 8, replications: 2');
const tiny = folder.write('tiny.yaml', TINY);
const other = folder.write(
  'other.yaml',
  TINY.replace('per-week: 40', 'per-week: 60').replace('A small', 'A busy'),
);

let folders = 0;
const fresh = (): string => {
  folders += 1;
  return folder.path(`sweep-${folders}`);
};
const read = (out: string, name: string) => readFileSync(join(out, name), 'utf8');
const sweep = (out: string, words: readonly string[], options: FakeOptions = {}) =>
  run(['sweep', ...words, '--out', out], options);
const SLOTS = ['--vary', 'devices.irm.slots.A=20,30'];

describe('a sweep', () => {
  const out = fresh();
  let first: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    first = await sweep(out, [tiny, ...SLOTS]);
  });

  it('prints a table of its points, and says what it wrote', () => {
    expect([first.code, first.err]).toEqual([
      0,
      `Written: ${join(out, 'sweep.csv')}\nWritten: ${join(out, 'sweep.json')}\n`,
    ]);
    expect(first.out).toMatch(/^2 points, each simulated 2 times with the same random numbers\./);
    expect(first.out).toMatch(
      /first place offered, ambulatory A, median \(days\)\n {2}devices\.irm\.slots\.A=20 +\d/,
    );
    expect(first.out).toMatch(/irm · occupancy, scheduled \(%\)\n {2}devices\.irm\.slots\.A=20 +\d/);
  });

  it('writes a row a point to sweep.csv, with mean and bounds', () => {
    const [head, ...rows] = read(out, 'sweep.csv').trimEnd().split('\r\n');
    const path = 'sites.ch.mri.firstAvailable.A.p50';
    expect(head).toMatch(
      `point,file,devices.irm.slots.A,replications,${path},${path}.low,${path}.high,devices.irm.occupancy.scheduled,`,
    );
    expect(rows.map((row) => row.split(',').slice(0, 4))).toEqual([
      ['1', tiny, '20', '2'],
      ['2', tiny, '30', '2'],
    ]);
  });

  it('writes every indicator of every point to sweep.json, as simulate gives them', async () => {
    const document = JSON.parse(read(out, 'sweep.json'));
    expect(document).toMatchObject({
      creneau: 1,
      command: 'sweep',
      vary: [{ path: 'devices.irm.slots.A', values: ['20', '30'] }],
      points: [
        { file: tiny, values: { 'devices.irm.slots.A': '20' }, replications: 2 },
        { values: { 'devices.irm.slots.A': '30' } },
      ],
    });
    const file = folder.write(
      'thirty.yaml',
      TINY.replace('modality: mri\n    week', 'modality: mri\n    slots: {A: 30}\n    week'),
    );
    const alone = JSON.parse((await run(['simulate', file, '--json'])).out);
    const { file: _file, values: _values, assumptions: _path, ...point } = document.points[1];
    const { creneau: _creneau, command: _command, assumptions: _assumptions, ...result } = alone;
    expect(point).toEqual(result);
  });

  it('plays nothing the second time, and gives the same bytes', async () => {
    const before = ['sweep.csv', 'sweep.json'].map((name) => read(out, name));
    const play = vi.spyOn(LocalPlayer.prototype, 'play');
    const second = await sweep(out, [tiny, ...SLOTS]);
    expect(play).not.toHaveBeenCalled();
    play.mockRestore();
    expect(second).toEqual(first);
    expect(['sweep.csv', 'sweep.json'].map((name) => read(out, name))).toEqual(before);
  });

  it('prints with --json the document it writes', async () => {
    const { code, out: printed } = await sweep(out, [tiny, ...SLOTS, '--json']);
    expect(code).toBe(0);
    expect(printed === read(out, 'sweep.json')).toBe(true);
  });

  it('speaks French when asked', async () => {
    const { out: printed, err } = await sweep(out, [tiny, ...SLOTS, '--lang', 'fr']);
    expect(printed).toMatch(/^2 points, chacun simulé 2 fois avec les mêmes tirages\./);
    expect(printed).toContain('ch · IRM · premier rendez-vous proposé, ambulatoire A, médiane (jours)');
    expect(err).toContain('Écrit\u202f: ');
  });

  it('shows the indicators asked for with --on, in that order', async () => {
    const { out: printed } = await sweep(out, [tiny, ...SLOTS, '--on', 'requested.A,fillRate']);
    const titles = printed.split('\n').filter((line) => line.includes(' · '));
    expect(titles).toEqual(['ch · MRI · requests, ambulatory A (a week)', 'irm · fill rate (%)']);
    expect(read(out, 'sweep.csv')).not.toContain('occupancy');
  });

  it('is refused in the folder of another one, unless --force replaces it', async () => {
    const elsewhere = fresh();
    await sweep(elsewhere, [tiny, ...SLOTS]);
    const before = read(elsewhere, 'sweep.csv');
    const refused = await sweep(elsewhere, [tiny, '--vary', 'devices.irm.slots.A=25']);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain(
      `${elsewhere} holds the results of another sweep\n  Maybe: another --out, or --force`,
    );
    expect(read(elsewhere, 'sweep.csv')).toBe(before);
    expect((await sweep(elsewhere, [tiny, '--vary', 'devices.irm.slots.A=25', '--force'])).code).toBe(0);
    expect(read(elsewhere, 'sweep.csv')).toContain(',25,');
  });

  it('goes on after Ctrl-C where it stopped, with the bytes of a run never stopped', async () => {
    const elsewhere = fresh();
    const stopped = await sweep(elsewhere, [tiny, ...SLOTS], { interruptAt: 3 });
    expect([stopped.code, stopped.out]).toEqual([130, '']);
    expect(stopped.err).toBe(
      `Interrupted: 3 replications of 4 kept in ${elsewhere}; the same command goes on from there.\n`,
    );
    expect(existsSync(join(elsewhere, 'sweep.csv'))).toBe(false);
    const play = vi.spyOn(LocalPlayer.prototype, 'play');
    const resumed = await sweep(elsewhere, [tiny, ...SLOTS]);
    expect(play).toHaveBeenCalledTimes(1);
    play.mockRestore();
    expect(resumed.err).toContain('1 point of 2 found, already simulated.');
    expect(resumed.out).toBe(first.out);
    expect(read(elsewhere, 'sweep.json')).toBe((await sweep(out, [tiny, ...SLOTS, '--json'])).out);
  });

  it('ends with code 143 after SIGTERM', async () => {
    const { code } = await sweep(fresh(), [tiny, ...SLOTS], { interruptAt: 1, signal: 'SIGTERM' });
    expect(code).toBe(143);
  });

  it('plays a piece again that was damaged', async () => {
    const elsewhere = fresh();
    await sweep(elsewhere, [tiny, ...SLOTS]);
    const before = read(elsewhere, 'sweep.json');
    for (const name of readdirSync(join(elsewhere, 'parts')))
      writeFileSync(join(elsewhere, 'parts', name), 'creneau kept 1\nhalf');
    expect((await sweep(elsewhere, [tiny, ...SLOTS])).code).toBe(0);
    expect(read(elsewhere, 'sweep.json')).toBe(before);
  });
});

describe('the points of a sweep', () => {
  const labels = (printed: string) => [
    ...new Set([...printed.matchAll(/^ {2}(\S.*?) {2,}\S/gm)].map(([, label]) => label)),
  ];

  it('are every combination, the last --vary turning fastest', async () => {
    const vary = ['--vary', 'devices.irm.slots.A=20..30..10', '--vary', 'flows.ch/mri/A.per-week=30,40'];
    const { out } = await sweep(fresh(), [
      tiny,
      ...vary,
      '--on',
      'requested.A',
      '--weeks',
      '6',
      '--replications',
      '1',
      '--warmup',
      '0',
    ]);
    expect(labels(out)).toEqual([
      'devices.irm.slots.A=20 · flows.ch/mri/A.per-week=30',
      'devices.irm.slots.A=20 · flows.ch/mri/A.per-week=40',
      'devices.irm.slots.A=30 · flows.ch/mri/A.per-week=30',
      'devices.irm.slots.A=30 · flows.ch/mri/A.per-week=40',
    ]);
  });

  it('are the files, each once, when there are several', async () => {
    const { out } = await sweep(fresh(), [tiny, other, tiny, '--on', 'requested.A', '--replications', '1']);
    expect(out).toMatch(/^2 points/);
    const names = out.split('\n').filter((line) => line.includes('.yaml'));
    expect(names.map((line) => line.trim().split(/ {2,}/)[0]!.replace(/^.*\//, ''))).toEqual([
      'tiny.yaml',
      'other.yaml',
    ]);
  });

  it('may be one scenario as it is', async () => {
    expect((await sweep(fresh(), [tiny])).out).toMatch(/^1 point, each simulated 2 times/);
  });

  it('that differ in replications say so', async () => {
    const { out } = await sweep(fresh(), [tiny, '--vary', 'run.replications=2,3']);
    expect(out).toMatch(/^2 points, each simulated 2 to 3 times\./);
  });
});

describe('a sweep that is refused', () => {
  const refused = async (words: readonly string[], out = fresh()) => {
    const { code, out: printed, err } = await sweep(out, words);
    expect([code, printed]).toEqual([2, '']);
    expect(existsSync(out)).toBe(false);
    return err;
  };

  it('names the nearest item for a path that leads nowhere', async () => {
    expect(await refused([tiny, '--vary', 'devices.imr.slots.A=20,30'])).toBe(
      'creneau: error: “imr” is not in devices (devices.imr.slots.A)\n  Maybe: irm\n',
    );
  });

  it('places a value the scenario cannot have at its --vary', async () => {
    const err = await refused([tiny, '--vary', 'devices.irm.slots.A=30,-5']);
    expect(err).toMatch(/^--vary devices\.irm\.slots\.A=-5: error: /);
    expect(err).not.toContain('=30');
  });

  it('places a key that does not exist at the --vary that made it', async () => {
    const err = await refused([tiny, '--vary', 'devices.irm.slotz.A=30']);
    expect(err).toMatch(/^--vary devices\.irm\.slotz\.A=30: error: .*slotz/);
    expect(err).toContain('slots');
  });

  it('places what is wrong with a setting at its option', async () => {
    expect(await refused([tiny, '--warmup', '8'])).toMatch(/^--warmup: error: /);
  });

  it('does not let an option of the run hide a --vary of the same', async () => {
    expect(await refused([tiny, '--vary', 'run.weeks=8,12', '--weeks', '10'])).toContain(
      '--vary run.weeks is given twice',
    );
  });

  it('tells a name no indicator has before it plays, with the nearest', async () => {
    const play = vi.spyOn(LocalPlayer.prototype, 'play');
    const err = await refused([tiny, ...SLOTS, '--on', 'acces.A.mean']);
    expect(err).toBe('creneau: error: no indicator ends in “acces.A.mean”\n  Maybe: --on access.A.mean\n');
    expect(play).not.toHaveBeenCalled();
    play.mockRestore();
  });

  it('has more than 2000 points, told before any is loaded', async () => {
    const load = vi.spyOn(loading, 'loadScenario');
    const vary = ['a', 'b'].flatMap((name) => ['--vary', `${name}=1..50..1`]);
    expect(await refused([tiny, ...vary])).toContain('this sweep has 2,500 points; the most is 2,000');
    expect(load).not.toHaveBeenCalled();
    load.mockRestore();
  });

  it('has no file, or no folder to be kept in', async () => {
    const { code, err } = await run(['sweep']);
    expect(code).toBe(2);
    expect(err).toContain('which scenario?');
    expect(err).toContain('where should the sweep be kept?\n  Maybe: --out FOLDER');
  });

  it('has warnings and --strict', async () => {
    const file = folder.write('unused.yaml', TINY.replace('sites: [{id: ch}]', 'sites: [{id: ch}, {id: b}]'));
    expect(await refused([file, '--strict'])).toContain('--strict: warnings stop the run.');
  });

  it('is to be kept in a folder with other things, which stay', async () => {
    const { code, err } = await sweep(folder.path(''), [tiny]);
    expect(code).toBe(2);
    expect(err).toContain(
      'this is not an empty folder, nor one of an earlier sweep\n  Maybe: name a new or an empty folder',
    );
    expect(readFileSync(tiny, 'utf8')).toBe(TINY);
  });
});
