/** Reading a text file whole, within a size. What goes wrong is a finding, never an exception. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Finding } from '../model/finding.ts';
import { type Advice, type IoCode, ioError, ioWarning } from './codes.ts';

type FileCode = Extract<IoCode, `file-${string}`>;
type PlainFileCode = Exclude<FileCode, 'file-too-large' | 'file-encoding-assumed' | 'file-failed'>;

const ERRORS: Readonly<Record<string, readonly [PlainFileCode, Advice]>> = Object.freeze({
  ENOENT: ['file-missing', 'check-name'],
  ENOTDIR: ['file-missing', 'check-name'],
  EISDIR: ['file-is-directory', 'name-a-file'],
  EACCES: ['file-permission', 'check-rights'],
  EPERM: ['file-permission', 'check-rights'],
  EROFS: ['file-permission', 'check-rights'],
  EEXIST: ['file-exists', 'use-force'],
  ENOSPC: ['file-disk-full', 'free-space'],
  EDQUOT: ['file-disk-full', 'free-space'],
});

/**
 * The finding for an error of the file system. Nothing but its error code is kept: other properties name no fact a
 * user could act on.
 * @example fileFinding({ code: 'EACCES' }, 'a.yaml').code // 'file-permission'
 * @example fileFinding({ code: 'EIO' }, 'a.yaml').values.reason // 'EIO'
 */
export function fileFinding(error: unknown, file: string): Finding {
  const reason =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
  const known = ERRORS[reason];
  if (known === undefined) return ioError('file-failed', { reason, advice: 'try-again' }, { file });
  return ioError(known[0], { advice: known[1] }, { file });
}

export interface TextResult {
  /** Null when there is an error. A leading byte-order mark is dropped. */
  readonly text: string | null;
  readonly findings: readonly Finding[];
}

export interface ReadOptions {
  /** The largest file read, in bytes. */
  readonly maxBytes: number;
  /** What to do with bytes that are not UTF-8: refuse, or read them as Windows-1252 with a warning. */
  readonly otherwise: 'refuse' | 'windows-1252';
}

const CHUNK_BYTES = 1 << 16;

/**
 * The text of a file, or of anything that can be read to its end (a pipe too). Reading stops at `maxBytes`, so an
 * endless source is refused as well.
 * @example readText('missing.yaml', { maxBytes: 10, otherwise: 'refuse' }).findings[0].code // 'file-missing'
 */
export function readText(file: string, options: ReadOptions): TextResult {
  let bytes: Buffer | null;
  try {
    bytes = readBytes(file, options.maxBytes);
  } catch (error) {
    return { text: null, findings: [fileFinding(error, file)] };
  }
  if (bytes === null) {
    const tooLarge = ioError('file-too-large', { limit: options.maxBytes, advice: 'shorten-file' }, { file });
    return { text: null, findings: [tooLarge] };
  }
  const text = decodeUtf8(bytes);
  if (text !== null) return { text, findings: [] };
  if (options.otherwise === 'refuse') {
    return { text: null, findings: [ioError('file-encoding', { advice: 'save-as-utf8' }, { file })] };
  }
  const assumed = ioWarning(
    'file-encoding-assumed',
    { encoding: options.otherwise, advice: 'check-accents' },
    { file },
  );
  return { text: decodeWindows1252(bytes), findings: [assumed] };
}

/** Null when the bytes are not UTF-8. */
function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand: some versions of Node take Windows-1252 for Latin-1 and lose the apostrophe ’ and the sign €. */
function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));
}

/** Null when there are more than `maxBytes`. */
function readBytes(file: string, maxBytes: number): Buffer | null {
  const descriptor = openSync(file, 'r');
  try {
    const chunks: Buffer[] = [];
    let total = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const count = readSync(descriptor, chunk, 0, CHUNK_BYTES, null);
      if (count === 0) return Buffer.concat(chunks);
      total += count;
      if (total > maxBytes) return null;
      chunks.push(chunk.subarray(0, count));
    }
  } finally {
    closeSync(descriptor);
  }
}
