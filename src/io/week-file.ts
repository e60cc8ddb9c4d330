/** A week in a file, CSV or XLSX: what it is is judged by what it holds, not by its name. */
import { statSync } from 'node:fs';
import { extname } from 'node:path';
import type { Finding } from '../model/finding.ts';
import type { WrittenWeek } from '../model/week/rows.ts';
import { readBytes } from './bytes.ts';
import { ioError } from './codes.ts';
import { readText } from './read.ts';
import { parseWeekCsv, type WeekGridResult, weekCsv } from './week-csv.ts';
import { compoundFinding, kindFinding, parseWeekXlsx, weekXlsx } from './week-xlsx.ts';
import { openPendingFile, type WriteOptions, writeTextFile } from './write.ts';

/** The largest spreadsheet read, in bytes. */
export const MAX_WEEK_BYTES = 5_000_000;

const WORKBOOK_NAMES = ['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods'];

/**
 * The table of a spreadsheet file: XLSX, or CSV in UTF-8, UTF-16 or (with a warning) Windows-1252. An older or locked
 * workbook, or one of another program, is an error that says how to save it.
 * @example (await readWeekFile('missing.xlsx')).findings[0].code // 'file-missing'
 */
export async function readWeekFile(file: string): Promise<WeekGridResult> {
  if (isPipe(file)) return readCsv(file);
  const { bytes, findings } = readBytes(file, MAX_WEEK_BYTES);
  if (bytes === null) return { grid: null, findings };
  if (bytes.toString('latin1', 0, 2) === 'PK') return parseWeekXlsx(bytes, file);
  const compound = compoundFinding(bytes, file);
  if (compound !== null) return { grid: null, findings: [compound] };
  if (WORKBOOK_NAMES.includes(extname(file).toLowerCase()) && bytes.length > 0) {
    return { grid: null, findings: [kindFinding(file)] };
  }
  const utf16 = utf16Text(bytes);
  return utf16 === null ? readCsv(file) : parseWeekCsv(utf16, file);
}

/** A pipe can be read once only, and holds text. */
function isPipe(file: string): boolean {
  try {
    return !statSync(file).isFile();
  } catch {
    // Reading it tells what is wrong.
    return false;
  }
}

function readCsv(file: string): WeekGridResult {
  const { text, findings } = readText(file, { maxBytes: MAX_WEEK_BYTES, otherwise: 'windows-1252' });
  if (text === null) return { grid: null, findings };
  const parsed = parseWeekCsv(text, file);
  return { grid: parsed.grid, findings: [...findings, ...parsed.findings] };
}

/** « Texte Unicode » of a spreadsheet is UTF-16 with a byte-order mark; null for anything else. */
function utf16Text(bytes: Buffer): string | null {
  const mark = bytes.toString('hex', 0, 2);
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes);
  return mark === 'feff' ? new TextDecoder('utf-16be').decode(bytes) : null;
}

/**
 * Writes a week to a file whose name ends in `.xlsx` or `.csv`. The findings are empty when it is written.
 * @example (await writeWeekFile('week.txt', { language: 'fr', header: [], rows: [] }, { force: false }))[0].code // 'week-file-name'
 */
export async function writeWeekFile(
  file: string,
  week: WrittenWeek,
  options: WriteOptions,
): Promise<readonly Finding[]> {
  const extension = extname(file).toLowerCase();
  if (extension === '.csv') return writeTextFile(file, weekCsv(week), options);
  if (extension !== '.xlsx') return [ioError('week-file-name', {}, { file })];
  const made = await weekXlsx(week, file);
  if (made.bytes === null) return made.findings;
  const { pending, findings } = openPendingFile(file, options);
  if (pending === null) return findings;
  pending.write(made.bytes);
  return pending.commit();
}
