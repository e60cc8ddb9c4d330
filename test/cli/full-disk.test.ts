import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { runChild, shell } from './child.ts';
import { SMALL, temporaryFolder } from './fake-terminal.ts';

const folder = temporaryFolder();
const small = folder.write('small.yaml', SMALL.replace('replications: 3', 'replications: 2'));

const SIZE = 512 * 1024;
const disk = folder.path('disk');
mkdirSync(disk);
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', disk]).status === 0;
if (!isMounted) console.warn('SKIPPED: a full disk needs the right to mount one');
afterAll(() => {
  if (isMounted) spawnSync('umount', [disk]);
});

const FILL = join(disk, 'fill');
/** Leaves so many bytes of the disk. */
function leave(bytes: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(FILL, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
}
const free = () => rmSync(FILL, { force: true });
afterEach(() => {
  for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
});
const FULL = /: error: the disk is full\n {2}Maybe: free some space, or write elsewhere\n$/;

describe.skipIf(!isMounted)('on a full disk', () => {
  const words = ['sweep', small, '--vary', 'devices.irm.slots.A=20,30', '--workers', '1', '--quiet', '--out'];

  it('a sweep stops with code 2, keeps what was whole, and ends with the same bits once there is space', async () => {
    const whole = folder.path('whole');
    const reference = await runChild([...words, whole]);
    const out = join(disk, 'sweep');
    // Another write fails each time: an outcome, the second result, the document.
    for (const space of [8, 20, 20]) {
      leave(space * 1024);
      const { code, out: printed, err } = await runChild([...words, out]);
      expect([code, printed]).toEqual([2, '']);
      expect(err).toMatch(FULL);
      const names = readdirSync(disk, { recursive: true }).map(String);
      expect(names.filter((name) => name.endsWith('.tmp') || name.endsWith('sweep.json'))).toEqual([]);
      free();
    }
    const resumed = await runChild([...words, out]);
    expect([resumed.code, resumed.out]).toEqual([0, reference.out]);
    for (const name of ['sweep.csv', 'sweep.json'])
      expect(readFileSync(join(out, name), 'utf8') === readFileSync(join(whole, name), 'utf8')).toBe(true);
  });

  it.each(['--out', '--records'])('simulate %s leaves no file, and says why', async (option) => {
    leave(8 * 1024);
    const file = join(disk, 'result');
    const { code, err } = await runChild(['simulate', small, '--json', option, file, '--quiet']);
    expect([code, err]).toEqual([
      2,
      `${file}: error: the disk is full\n  Maybe: free some space, or write elsewhere\n`,
    ]);
    expect(readdirSync(disk)).toEqual(['fill']);
  });

  it('a result sent there by the shell is not cut without a word', () => {
    leave(8 * 1024);
    const { status, stderr } = shell(`creneau simulate ${small} --json > ${join(disk, 'result.json')}`);
    expect([status, stderr]).toEqual([
      2,
      'creneau: error: the result could not be printed: the disk is full\n  Maybe: free some space, or send it elsewhere\n',
    ]);
  });
});

describe('stdout', () => {
  it.skipIf(process.platform !== 'linux')(
    'that is full is told in the language of the user, with code 2',
    () => {
      const { status, stderr } = shell(`creneau simulate ${small} --lang fr > /dev/full`);
      expect([status, stderr]).toEqual([
        2,
        'creneau: erreur\u202f: le résultat n’a pas pu être imprimé\u202f: le disque est plein\n' +
          '  Peut-être\u202f: libérer de la place, ou l’envoyer ailleurs\n',
      ]);
    },
  );

  it('that a reader closes early ends the program in silence', () => {
    const { status, stdout, stderr } = shell('creneau schema | head -1');
    expect([status, stdout, stderr]).toEqual([0, '{\n', '']);
  });

  it('goes whole into a file', () => {
    const file = folder.path('result.json');
    const { status } = shell(`creneau simulate ${small} --json > ${file}`);
    expect(status).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8')).replications).toBe(2);
  });

  it.skipIf(process.platform !== 'linux')('is what counts: a full stderr changes nothing', () => {
    const { status, stdout } = shell(`creneau simulate ${small} 2> /dev/full`);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^A small MRI/);
  });
});

const isRoot = process.getuid?.() === 0;

describe.skipIf(process.platform === 'win32')('a folder without the right to write', () => {
  it('is told before anything is played', () => {
    const kept = folder.path('kept');
    mkdirSync(kept, { mode: 0o555 });
    spawnSync('chmod', ['755', folder.path('')]);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['dist/creneau.js', 'sweep', small, '--out', join(kept, 'sweep'), '--quiet', '--lang', 'en'],
      { encoding: 'utf8', ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}) },
    );
    expect([status, stdout, stderr]).toEqual([
      2,
      '',
      `${join(kept, 'sweep')}: error: not allowed to use this file\n  Maybe: check your rights on it\n`,
    ]);
  });
});
