/** Passage records to a CSV file, row by row as they happen, however long the run. */
import type { Finding } from '../model/finding.ts';
import { type CsvValue, csvRow } from './csv.ts';
import { openPendingFile, type WriteOptions } from './write.ts';

export interface RecordWriter {
  /** Adds a row. Throws a RangeError when it has not as many values as there are columns. */
  append(row: readonly CsvValue[]): void;
  /** Writes what is left and gives the file its name. The findings are empty when it is there, whole. */
  finish(): readonly Finding[];
  /** Leaves nothing behind. */
  abort(): void;
}

export interface RecordWriterResult {
  readonly writer: RecordWriter | null;
  readonly findings: readonly Finding[];
}

/** Characters kept before they are written. */
const BUFFERED = 1 << 16;

/**
 * Opens a CSV file of records: header now, rows as they come, its name at `finish`. Writes are synchronous, in large
 * pieces, so that a run never has to wait for its records nor keeps them in memory.
 * @example openRecordWriter('no-such-folder/a.csv', ['week'], { force: false }).findings[0].code // 'file-folder-missing'
 */
export function openRecordWriter(
  file: string,
  columns: readonly string[],
  options: WriteOptions,
): RecordWriterResult {
  const { pending, findings } = openPendingFile(file, options);
  if (pending === null) return { writer: null, findings };
  let buffer = csvRow(columns);
  const writer: RecordWriter = {
    append(row) {
      if (row.length !== columns.length) {
        throw new RangeError(`a record of ${row.length} values for ${columns.length} columns`);
      }
      buffer += csvRow(row);
      if (buffer.length < BUFFERED) return;
      pending.write(buffer);
      buffer = '';
    },
    finish() {
      pending.write(buffer);
      buffer = '';
      return pending.commit();
    },
    abort() {
      buffer = '';
      pending.abort();
    },
  };
  return { writer: Object.freeze(writer), findings };
}
