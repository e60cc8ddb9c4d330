/**
 * Pieces of finished work kept in a folder, so that a run that was stopped goes on where it was. Each piece is there
 * whole or not at all, and is found again only by the identity it was kept under.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../model/finding.ts';
import { fingerprint } from '../model/hash.ts';
import { ioError } from './codes.ts';
import { writeFinding, writeWhole } from './write.ts';

/** First bytes of a piece; the number is that of this format. */
const MARK = 'creneau kept 1\n';
/** Folder of the pieces inside the one a user names. */
const PARTS = 'parts';

export interface KeptFolder {
  /** The bytes kept under this identity; null when there are none, or not whole. */
  find(identity: string): Uint8Array | null;
  /** Keeps the bytes, replacing what was there; the findings are empty when they are on disk. */
  keep(identity: string, bytes: Uint8Array): readonly Finding[];
  drop(identity: string): void;
}

export interface KeptFolderResult {
  readonly kept: KeptFolder | null;
  readonly findings: readonly Finding[];
}

/**
 * Opens a folder of kept pieces, made if need be. A folder with other things in it is refused, so that nothing of
 * another's is touched.
 * @example openKeptFolder('package.json').findings[0].code // 'folder-not-ours'
 */
export function openKeptFolder(folder: string): KeptFolderResult {
  const refused = (finding: Finding): KeptFolderResult => ({ kept: null, findings: [finding] });
  const parts = join(folder, PARTS);
  try {
    if (existsSync(folder) && !isOurs(folder))
      return refused(ioError('folder-not-ours', { advice: 'other-folder' }, { file: folder }));
    mkdirSync(parts, { recursive: true });
    dropLeftovers(folder);
    dropLeftovers(parts);
  } catch (error) {
    return refused(writeFinding(error, folder));
  }
  const fileOf = (identity: string) => join(parts, `${fingerprint(identity)}.part`);
  const kept: KeptFolder = {
    find: (identity) => {
      try {
        return contentOf(readFileSync(fileOf(identity)), identity);
      } catch {
        // Not there, or not readable: the work is done again.
        return null;
      }
    },
    keep: (identity, bytes) => writeWhole(fileOf(identity), piece(identity, bytes)),
    drop: (identity) => {
      try {
        rmSync(fileOf(identity), { force: true });
      } catch {
        // It takes some room, and is of no harm.
      }
    },
  };
  // A folder that cannot be written is found out before the work, not after.
  const findings = kept.keep('', new Uint8Array());
  return findings.length > 0 ? { kept: null, findings } : { kept: Object.freeze(kept), findings: [] };
}

const PIECE = /^[0-9a-f]{16}\.part$/;
const TEMPORARY = /^\.creneau-(\d+)-\d+\.tmp$/;

/** An empty folder, or one whose pieces are all of the form of ours. */
function isOurs(folder: string): boolean {
  if (!statSync(folder).isDirectory()) return false;
  const parts = join(folder, PARTS);
  if (!existsSync(parts)) return readdirSync(folder).every((name) => TEMPORARY.test(name));
  const names = statSync(parts).isDirectory() ? readdirSync(parts) : [''];
  return names.every((name) => PIECE.test(name) || TEMPORARY.test(name));
}

const header = (identity: string, bytes: Uint8Array): Buffer =>
  Buffer.from(`${MARK}${identity}\n${fingerprint(Buffer.from(bytes).toString('latin1'))}\n`, 'utf8');

const piece = (identity: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([header(identity, bytes), bytes]);

/** The bytes of a piece, or null when it is another's, or cut short, or changed. */
function contentOf(found: Buffer, identity: string): Uint8Array | null {
  // The identity holds no line end, so the third one ends the header.
  let at = 0;
  for (let line = 0; line < 3; line++) at = found.indexOf(10, at) + 1;
  const bytes = Uint8Array.from(found.subarray(at));
  return found.subarray(0, at).equals(header(identity, bytes)) ? bytes : null;
}

/** Temporary files of processes that are gone: killed while they wrote. This one has none open here yet. */
function dropLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, writer] = TEMPORARY.exec(name) ?? [];
    if (writer !== undefined && !isAlive(Number(writer))) rmSync(join(folder, name), { force: true });
  }
}

/** Whether another process has this number; in a container every run may have the same. */
function isAlive(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM';
  }
}
