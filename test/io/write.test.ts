import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPendingFile, writeTextFile } from '../../src/io/write.ts';

let folder: string;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'creneau-write-'));
  target = join(folder, 'out.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NO_FORCE = { force: false };
const FORCE = { force: true };
const codes = (file: string, options: { force: boolean }) =>
  writeTextFile(file, 'new', options).map(({ code }) => code);

describe('writeTextFile', () => {
  it('writes the file and leaves nothing else in the folder', () => {
    expect(writeTextFile(target, 'délai\n', NO_FORCE)).toEqual([]);
    expect(readFileSync(target, 'utf8')).toBe('délai\n');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('writes a large file whole', () => {
    const text = 'é0123456789'.repeat(500_000);
    writeTextFile(target, text, NO_FORCE);
    expect(readFileSync(target, 'utf8') === text).toBe(true);
  });

  it('refuses to replace a file, and leaves it as it was', () => {
    writeFileSync(target, 'old');
    expect(codes(target, NO_FORCE)).toEqual(['file-exists']);
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('replaces it when forced, and keeps its permissions', () => {
    writeFileSync(target, 'old');
    chmodSync(target, 0o640);
    expect(codes(target, FORCE)).toEqual([]);
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(statSync(target).mode & 0o777).toBe(0o640);
  });

  it('replaces what a link points to, and keeps the link', () => {
    const real = join(folder, 'real.json');
    writeFileSync(real, 'old');
    symlinkSync(real, target);
    expect(codes(target, FORCE)).toEqual([]);
    expect(readFileSync(real, 'utf8')).toBe('new');
    expect(lstatSync(target).isSymbolicLink()).toBe(true);
  });

  it('refuses a link to nothing', () => {
    symlinkSync(join(folder, 'nothing'), target);
    expect(codes(target, NO_FORCE)).toEqual(['file-exists']);
  });

  it('refuses a folder and a device, even when forced', () => {
    expect(codes(folder, FORCE)).toEqual(['file-is-directory']);
    expect(codes('/dev/null', FORCE)).toEqual(['file-not-regular']);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('says that the folder is missing, not the file', () => {
    expect(codes(join(folder, 'no', 'out.json'), NO_FORCE)).toEqual(['file-folder-missing']);
    expect(codes(join(target, 'no'), NO_FORCE)).toEqual(['file-folder-missing']);
  });
});

describe('a pending file', () => {
  it('has no name before it is committed', () => {
    const { pending } = openPendingFile(target, NO_FORCE);
    pending!.write('half');
    expect(existsSync(target)).toBe(false);
    pending!.write(' and half');
    expect(pending!.commit()).toEqual([]);
    expect(readFileSync(target, 'utf8')).toBe('half and half');
  });

  it('is refused at once when the name is taken, before anything is written', () => {
    writeFileSync(target, 'old');
    const { pending, findings } = openPendingFile(target, NO_FORCE);
    expect([pending, findings.map(({ code }) => code)]).toEqual([null, ['file-exists']]);
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('leaves nothing when it is aborted', () => {
    const { pending } = openPendingFile(target, NO_FORCE);
    pending!.write('half');
    pending!.abort();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not replace a file that appeared meanwhile', () => {
    const { pending } = openPendingFile(target, NO_FORCE);
    pending!.write('mine');
    writeFileSync(target, 'theirs');
    expect(pending!.commit().map(({ code }) => code)).toEqual(['file-exists']);
    expect(readFileSync(target, 'utf8')).toBe('theirs');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('keeps the old file whole until the new one is', () => {
    writeFileSync(target, 'old');
    const { pending } = openPendingFile(target, FORCE);
    pending!.write('new');
    expect(readFileSync(target, 'utf8')).toBe('old');
    pending!.commit();
    expect(readFileSync(target, 'utf8')).toBe('new');
  });

  it('tells at the end that its folder has gone', () => {
    const { pending } = openPendingFile(target, FORCE);
    rmSync(folder, { recursive: true });
    pending!.write('new');
    expect(pending!.commit().map(({ code }) => code)).toEqual(['file-folder-missing']);
  });
});
