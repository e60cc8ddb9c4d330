import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KeptFolder, openKeptFolder } from '../../src/io/kept.ts';

let above: string;
let folder: string;
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'creneau-kept-'));
  folder = join(above, 'sweep');
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

function opened(): KeptFolder {
  const { kept, findings } = openKeptFolder(folder);
  if (kept === null) throw new Error(JSON.stringify(findings));
  return kept;
}
const codes = (where = folder) => openKeptFolder(where).findings.map(({ code }) => code);
const BYTES = Uint8Array.of(0, 10, 255, 10, 7);

/** The file of the one piece kept besides the empty one every folder has. */
function pieceFile(kept: KeptFolder): string {
  const parts = join(folder, 'parts');
  const before = new Set(readdirSync(parts));
  expect(kept.keep('mine', BYTES)).toEqual([]);
  const [name] = readdirSync(parts).filter((one) => !before.has(one));
  return join(parts, name!);
}

describe('a folder of kept pieces', () => {
  it('gives back what was kept, to this run and the next', () => {
    opened().keep('mine', BYTES);
    expect(opened().find('mine')).toEqual(BYTES);
  });

  it('finds a piece under its own identity only', () => {
    const kept = opened();
    kept.keep('mine', BYTES);
    expect(kept.find('mine ')).toBeNull();
    expect(kept.find('min')).toBeNull();
  });

  it('does not take another’s piece for its own when their files have one name', () => {
    const kept = opened();
    const mine = pieceFile(kept);
    kept.keep('other', BYTES);
    const other = readdirSync(join(folder, 'parts')).filter((one) => !mine.endsWith(one));
    for (const name of other) writeFileSync(mine, readFileSync(join(folder, 'parts', name)));
    expect(kept.find('mine')).toBeNull();
  });

  it('keeps the last of two pieces of one identity', () => {
    const kept = opened();
    kept.keep('mine', BYTES);
    kept.keep('mine', Uint8Array.of(1));
    expect(kept.find('mine')).toEqual(Uint8Array.of(1));
  });

  it('keeps pieces of no byte', () => {
    const kept = opened();
    kept.keep('mine', new Uint8Array());
    expect(kept.find('mine')).toEqual(new Uint8Array());
  });

  it('finds nothing of a piece cut at any byte', () => {
    const kept = opened();
    const file = pieceFile(kept);
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(file, whole.subarray(0, length));
      expect(kept.find('mine')).toBeNull();
    }
    writeFileSync(file, whole);
    expect(kept.find('mine')).toEqual(BYTES);
  });

  it('finds nothing of a piece with any byte changed, or one more', () => {
    const kept = opened();
    const file = pieceFile(kept);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 1;
      writeFileSync(file, changed);
      expect(kept.find('mine')).toBeNull();
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.of(0)]));
    expect(kept.find('mine')).toBeNull();
  });

  it('forgets a piece that is dropped, and takes no notice of one that is not there', () => {
    const kept = opened();
    kept.keep('mine', BYTES);
    kept.drop('mine');
    kept.drop('never kept');
    expect(kept.find('mine')).toBeNull();
  });

  it('is made with the folders above it', () => {
    expect(codes(join(folder, 'a', 'b'))).toEqual([]);
  });

  it('may be an empty folder that is there already', () => {
    mkdirSync(folder);
    expect(codes()).toEqual([]);
  });

  it('stays ours when results and notes are put beside the pieces', () => {
    opened();
    writeFileSync(join(folder, 'sweep.csv'), '');
    writeFileSync(join(folder, 'my notes.txt'), '');
    expect(codes()).toEqual([]);
  });
});

describe('a folder that is not ours', () => {
  it('is refused when other things are in it, and stays as it was', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.docx'), 'x');
    expect(codes()).toEqual(['folder-not-ours']);
    expect(readdirSync(folder)).toEqual(['thesis.docx']);
  });

  it('is refused when its folder “parts” holds parts of something else', () => {
    mkdirSync(join(folder, 'parts'), { recursive: true });
    writeFileSync(join(folder, 'parts', 'gearbox.stl'), 'x');
    expect(codes()).toEqual(['folder-not-ours']);
    expect(readdirSync(join(folder, 'parts'))).toEqual(['gearbox.stl']);
  });

  it('is refused when “parts” is a file', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'parts'), 'x');
    expect(codes()).toEqual(['folder-not-ours']);
    expect(readFileSync(join(folder, 'parts'), 'utf8')).toBe('x');
  });

  it('is refused when it is a file', () => {
    writeFileSync(folder, 'x');
    expect(codes()).toEqual(['folder-not-ours']);
    expect(readFileSync(folder, 'utf8')).toBe('x');
  });

  it('is refused when a file stands above it', () => {
    writeFileSync(folder, 'x');
    expect(codes(join(folder, 'below'))).toEqual(['file-folder-missing']);
  });
});

describe('temporary files', () => {
  /** A process that has ended, and whose number is not given again so soon. */
  const gone = () => spawnSync(process.execPath, ['-e', '']).pid;
  const leftover = (process: number, within = '') => {
    mkdirSync(join(folder, 'parts'), { recursive: true });
    const file = join(folder, within, `.creneau-${process}-3.tmp`);
    writeFileSync(file, 'half');
    return file;
  };

  it.each(['', 'parts'])('of a process that is gone are removed (%s)', (within) => {
    const file = leftover(gone(), within);
    opened();
    expect(existsSync(file)).toBe(false);
  });

  it('of a process that lives are kept', () => {
    const file = leftover(process.ppid, 'parts');
    opened();
    expect(existsSync(file)).toBe(true);
  });

  it('that bear the number of this process are of an earlier one, and removed', () => {
    const file = leftover(process.pid, 'parts');
    opened();
    expect(existsSync(file)).toBe(false);
  });

  it('of others are kept', () => {
    mkdirSync(join(folder, 'parts'), { recursive: true });
    const file = join(folder, 'sweep.csv.tmp');
    writeFileSync(file, 'x');
    opened();
    expect(existsSync(file)).toBe(true);
  });
});

const isRoot = process.getuid?.() === 0;
if (process.getuid !== undefined && !isRoot) console.warn('not root: rights are tried as this user');

describe('a folder without the right to write', () => {
  /** Opened by a user to whom rights apply: nobody, where this is root. */
  function codesAsNobody(where: string): readonly string[] {
    const script = `
      import { openKeptFolder } from ${JSON.stringify(pathToFileURL('src/io/kept.ts').href)};
      console.log(JSON.stringify(openKeptFolder(${JSON.stringify(where)}).findings.map(({ code }) => code)));`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      {
        encoding: 'utf8',
        env: { ...process.env, TMPDIR: above },
        ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
      },
    );
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout);
  }

  it.skipIf(process.platform === 'win32')('is refused before the work, with its reason', () => {
    chmodSync(above, 0o777);
    mkdirSync(folder);
    chmodSync(folder, 0o555);
    expect(codesAsNobody(folder)).toEqual(['file-permission']);
    expect(readdirSync(folder)).toEqual([]);
    expect(codesAsNobody(join(above, 'allowed'))).toEqual([]);
  });
});
