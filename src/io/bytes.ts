/** The bytes of a file, within a size. What goes wrong is a finding, never an exception. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Finding } from '../model/finding.ts';
import { ioError } from './codes.ts';
import { fileFinding } from './read.ts';

export interface BytesResult {
  /** Null when there is an error. */
  readonly bytes: Buffer | null;
  readonly findings: readonly Finding[];
}

/**
 * The bytes of a file of at most `maxBytes`. Reading stops there, so an endless source is refused as well.
 * @example readBytes('missing.xlsx', 10).findings[0].code // 'file-missing'
 */
export function readBytes(file: string, maxBytes: number): BytesResult {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const buffer = Buffer.allocUnsafe(maxBytes + 1);
      let total = 0;
      for (let count = -1; count !== 0 && total <= maxBytes; total += count) {
        count = readSync(descriptor, buffer, total, maxBytes + 1 - total, null);
      }
      if (total <= maxBytes) return { bytes: buffer.subarray(0, total), findings: [] };
      const tooLarge = ioError('file-too-large', { limit: maxBytes, advice: 'shorten-file' }, { file });
      return { bytes: null, findings: [tooLarge] };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return { bytes: null, findings: [fileFinding(error, file)] };
  }
}
