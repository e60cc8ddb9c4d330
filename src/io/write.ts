/** Files written whole or not at all: into a temporary file beside the target, which takes its name at the end. */
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { ioError } from './codes.ts';
import { fileFinding } from './read.ts';

export interface WriteOptions {
  /** Replace a file that exists. */
  readonly force: boolean;
}

/** A file being written. After a failure, what follows is ignored and `commit` tells it. */
export interface PendingFile {
  write(data: string | Uint8Array): void;
  /** Gives the file its name. The findings are empty when it is there, whole and on disk. */
  commit(): readonly Finding[];
  /** Leaves nothing behind. */
  abort(): void;
}

export interface PendingFileResult {
  readonly pending: PendingFile | null;
  readonly findings: readonly Finding[];
}

/**
 * Writes a text file whole or not at all; never over a file that exists unless `force` is set. The findings are
 * empty when it is written.
 * @example writeTextFile('no-such-folder/a.txt', 'a', { force: false })[0].code // 'file-folder-missing'
 */
export function writeTextFile(file: string, text: string, options: WriteOptions): readonly Finding[] {
  const { pending, findings } = openPendingFile(file, options);
  if (pending === null) return findings;
  pending.write(text);
  return pending.commit();
}

/** Writes bytes whole or not at all, in place of what was there; the findings are empty when they are written. */
export function writeWhole(file: string, bytes: Uint8Array): readonly Finding[] {
  const { pending, findings } = openPendingFile(file, { force: true });
  if (pending === null) return findings;
  pending.write(bytes);
  return pending.commit();
}

let opened = 0;

/**
 * Starts a file that will appear under its name only when committed. An existing target is refused here already, so
 * that a long run does not end on it; and again at the end, should another process have been faster.
 * @example openPendingFile('no-such-folder/a.txt', { force: false }).pending // null
 */
export function openPendingFile(file: string, options: WriteOptions): PendingFileResult {
  const refused = (finding: Finding): PendingFileResult => ({ pending: null, findings: [finding] });
  let existing: Stats | undefined;
  // Through a link, the file it points to is replaced and the link stays.
  let target = file;
  try {
    existing = statSync(file, { throwIfNoEntry: false });
    if (existing !== undefined) target = realpathSync(file);
  } catch (error) {
    return refused(writeFinding(error, file));
  }
  if (existing?.isDirectory()) return refused(fileFinding({ code: 'EISDIR' }, file));
  if (existing !== undefined && !existing.isFile()) {
    return refused(ioError('file-not-regular', { advice: 'name-a-file' }, { file }));
  }
  if (existing !== undefined && !options.force) return refused(fileFinding({ code: 'EEXIST' }, file));
  opened += 1;
  const temporary = join(dirname(target), `.creneau-${process.pid}-${opened}.tmp`);
  let descriptor: number;
  try {
    // A file of that name can only be left from an earlier process with the same id, which is gone.
    rmSync(temporary, { force: true });
    descriptor = openSync(temporary, 'wx');
    if (existing !== undefined) chmodSync(temporary, existing.mode);
  } catch (error) {
    return refused(writeFinding(error, file));
  }
  return {
    pending: pendingFile({ file, target, temporary, descriptor, force: options.force }),
    findings: [],
  };
}

interface Opened {
  readonly file: string;
  readonly target: string;
  readonly temporary: string;
  readonly descriptor: number;
  readonly force: boolean;
}

function pendingFile({ file, target, temporary, descriptor, force }: Opened): PendingFile {
  let open = true;
  let failure: Finding | null = null;
  const attempt = (action: () => void): void => {
    if (failure !== null) return;
    try {
      action();
    } catch (error) {
      failure = writeFinding(error, file);
    }
  };
  const close = (): void => {
    if (!open) return;
    open = false;
    closeSync(descriptor);
  };
  const discard = (): void => {
    try {
      close();
      rmSync(temporary, { force: true });
    } catch {
      // Nothing is lost with a temporary file that stays; the reason for discarding it is what matters.
    }
  };
  return Object.freeze({
    write(data: string | Uint8Array) {
      attempt(() => writeAll(descriptor, data));
    },
    commit() {
      attempt(() => fsyncSync(descriptor));
      attempt(close);
      attempt(() => (force ? renameSync(temporary, target) : nameOnce(temporary, target)));
      if (failure !== null) {
        discard();
        return [failure];
      }
      syncFolder(dirname(target));
      return [];
    },
    abort: discard,
  });
}

/** Writes all of it: one write may take only a part of what it is given. Throws what the system says. */
export function writeAll(descriptor: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}

/** Gives the name unless somebody has it: a link does both in one step, where the file system knows links. */
function nameOnce(temporary: string, target: string): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === 'EEXIST' || existsSync(target)) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
    renameSync(temporary, target);
    return;
  }
  rmSync(temporary, { force: true });
}

/** Makes the name itself last through a power cut, on systems where a folder can be synced. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Not every system opens folders; the file is written all the same.
  }
}

/** As `fileFinding`, but what is missing when writing is the folder. */
export function writeFinding(error: unknown, file: string): Finding {
  const found = fileFinding(error, file);
  if (found.code !== 'file-missing') return found;
  return ioError('file-folder-missing', { advice: 'create-folder' }, { file });
}
