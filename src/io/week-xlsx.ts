/** A week as an XLSX workbook: written, and read from files that may be hostile. */
import readWorkbook from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import type { Finding } from '../model/finding.ts';
import { WEEK_COLUMN_NAMES, WEEK_COLUMNS } from '../model/week/columns.ts';
import { headerRow, MAX_WEEK_TEXT, type WeekGrid, type WeekGridRow } from '../model/week/grid.ts';
import { LONGEST_LIST } from '../model/week/row-cells.ts';
import type { WrittenCell, WrittenWeek } from '../model/week/rows.ts';
import type { WeekLanguage } from '../model/week/text.ts';
import type { CellValue } from '../model/week/times.ts';
import { type Advice, type IoCode, ioError } from './codes.ts';
import type { WeekGridResult } from './week-csv.ts';
import { readZip, storedZip, type ZipEntry, type ZipFault } from './zip.ts';

/** Bytes a workbook may unpack to. */
export const MAX_UNPACKED_BYTES = 50_000_000;
const MAX_ENTRIES = 2000;
const MAX_SHEETS = 100;
/** Cells of all sheets together, those left empty inside them included. */
const MAX_CELLS = 4_000_000;
/** Rows of a sheet that hold cells, and rows named in all sheets together. */
const MAX_ROWS = 100_000;
const MILLION_BYTES = 1_000_000;

const SHEET_NAME: Readonly<Record<WeekLanguage, string>> = Object.freeze({ en: 'Week', fr: 'Semaine' });

/** `_x0041_` stands for a character in a workbook, so a text that holds it is escaped. */
const ESCAPE_LIKE = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * A week as the bytes of an XLSX workbook of one sheet: header bold and kept in sight, every cell a text or a whole
 * number, never a formula. A text longer than a spreadsheet's cell holds is a finding, and there are no bytes.
 * @example (await weekXlsx({ language: 'fr', header: ['salle'], rows: [['irm']] }, 'a.xlsx')).bytes.subarray(0, 2).toString() // 'PK'
 */
export async function weekXlsx(
  week: WrittenWeek,
  file: string,
): Promise<{ readonly bytes: Uint8Array | null; readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  week.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (typeof cell !== 'string' || cell.length <= LONGEST_LIST) return;
      const values = { count: cell.length, limit: LONGEST_LIST, cell: week.header[column] ?? '' };
      findings.push(ioError('week-cell-long', values, { file, line: row + 2, column: column + 1 }));
    });
  });
  if (findings.length > 0) return { bytes: null, findings };
  const cell = (value: WrittenCell) =>
    typeof value === 'string' ? { type: String, value: value.replace(ESCAPE_LIKE, '_x005F_') } : value;
  const header = week.header.map((value) => ({ type: String, value, fontWeight: 'bold' as const }));
  const bytes = await writeWorkbook([header, ...week.rows.map((cells) => cells.map(cell))], {
    sheet: SHEET_NAME[week.language],
    columns: WEEK_COLUMN_NAMES.map((name) => ({ width: WEEK_COLUMNS[name].width })),
    stickyRowsCount: 1,
  }).toBuffer();
  return { bytes, findings: [] };
}

/**
 * The sheet of a workbook that holds a week: the first with its columns, else the first. Nothing is unpacked beyond
 * `MAX_UNPACKED_BYTES`, no external entity is read, and nothing is thrown.
 * @example (await parseWeekXlsx(Buffer.from('no'), 'a.xlsx')).findings[0].code // 'week-file-kind'
 */
export async function parseWeekXlsx(bytes: Buffer, file: string): Promise<WeekGridResult> {
  const entries = readZip(bytes, {
    maxBytes: MAX_UNPACKED_BYTES,
    maxEntries: MAX_ENTRIES,
    wanted: (name) => /^(xl\/.*\.xml(\.rels)?|xl\/workbook\.bin|mimetype)$/.test(name),
  });
  if (typeof entries === 'string') return refused(zipFinding(entries, file));
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return refused(kindFinding(file));
  const fault = workbookFault(entries);
  if (fault === 'damaged') return refused(damaged(file));
  if (fault === 'too-large') return refused(tooLarge(file));
  const checked = storedZip(entries.filter(({ name }) => name !== 'mimetype'));
  let sheets: readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[];
  try {
    sheets = await readWorkbook(checked, { trim: false });
  } catch {
    return refused(damaged(file));
  }
  const grids = sheets.map(({ sheet, data }) => gridOf(file, sheet, data));
  const grid = grids.find((one) => one !== null && headerRow(one) >= 0) ?? grids[0] ?? null;
  if (grids.length === 0) return refused(ioError('week-empty', {}, { file }));
  if (grid === null) return refused(ioError('week-too-much-text', { limit: MAX_WEEK_TEXT }, { file }));
  return { grid, findings: [] };
}

const refused = (finding: Finding): WeekGridResult => ({ grid: null, findings: [finding] });

type Advised = Extract<IoCode, 'week-file-kind' | 'week-file-damaged' | 'week-file-locked'>;
const advised = (code: Advised, advice: Advice, file: string): Finding => ioError(code, { advice }, { file });

const damaged = (file: string): Finding => advised('week-file-damaged', 'save-as-xlsx', file);
const tooLarge = (file: string): Finding =>
  ioError('week-file-unpacked', { limit: MAX_UNPACKED_BYTES / MILLION_BYTES }, { file });

/**
 * The finding for a file that is no XLSX workbook: an older spreadsheet, or one of another program.
 * @example kindFinding('a.ods').code // 'week-file-kind'
 */
export const kindFinding = (file: string): Finding => advised('week-file-kind', 'save-as-xlsx', file);

function zipFinding(fault: ZipFault, file: string): Finding {
  switch (fault) {
    case 'not-zip':
      return kindFinding(file);
    case 'damaged':
      return damaged(file);
    case 'encrypted':
      return advised('week-file-locked', 'remove-password', file);
    case 'too-large':
      return tooLarge(file);
  }
}

/** The first bytes of the container of `.xls` files, and of workbooks with a password. */
const COMPOUND_FILE = 'd0cf11e0';
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * The finding for a compound file, which older spreadsheets and workbooks with a password are; null for any other.
 * @example compoundFinding(Buffer.from('salle;jour'), 'a.csv') // null
 */
export function compoundFinding(bytes: Buffer, file: string): Finding | null {
  if (bytes.toString('hex', 0, 4) !== COMPOUND_FILE) return null;
  return bytes.includes(ENCRYPTED_STREAM) ? zipFinding('encrypted', file) : kindFinding(file);
}

/** Attributes named `r`: the number of a row, the address of a cell. A superset: what a reader may take for one. */
const ADDRESS = /(?<!xmlns:)(?<![\w.-])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ROW = /<(?:[^\s<>/:]*:)?row(?=[\s/>])/g;

/**
 * What would make reading the sheets long or unsafe, seen in their text before: a document type (and its entities), an
 * address that is none, rows or cells by the million. A row far below the last cell is left, spreadsheets write one.
 */
function workbookFault(entries: readonly ZipEntry[]): 'damaged' | 'too-large' | null {
  const texts = entries.filter(({ name }) => name.startsWith('xl/'));
  if (texts.some(({ bytes }) => bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY'))) return 'damaged';
  const sheets = texts.filter(({ name }) => name.startsWith('xl/worksheets/') && name.endsWith('.xml'));
  if (sheets.length > MAX_SHEETS) return 'too-large';
  let cells = 0;
  let rows = 0;
  for (const { bytes } of sheets) {
    const text = bytes.toString('utf8');
    let lastRow = 0;
    let lastColumn = 0;
    let farRows = 0;
    for (const match of text.matchAll(ADDRESS)) {
      const address = /^([A-Z]{0,3})([1-9]\d{0,6})$/.exec(match[1] ?? match[2] ?? '');
      if (address === null) return 'damaged';
      const [letters, row] = [address[1]!, Number(address[2])];
      if (letters === '') farRows += row > MAX_ROWS ? 1 : 0;
      else {
        lastRow = Math.max(lastRow, row);
        lastColumn = Math.max(lastColumn, columnNumber(letters));
      }
    }
    for (const _row of text.matchAll(ROW)) rows += 1;
    cells += lastRow * lastColumn;
    if (farRows > 1 || lastRow > MAX_ROWS || rows > MAX_ROWS || cells > MAX_CELLS) return 'too-large';
  }
  return null;
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The grid of a sheet; null when it holds more text than is read. */
function gridOf(file: string, sheet: string, data: readonly (readonly unknown[])[]): WeekGrid | null {
  let length = 0;
  const rows: WeekGridRow[] = data.map((cells, index) => ({
    line: index + 1,
    columns: null,
    cells: cells.map((cell) => {
      const value = cellValue(cell);
      if (typeof value === 'string') length += value.length;
      return value;
    }),
  }));
  return length > MAX_WEEK_TEXT ? null : Object.freeze({ file, sheet, rows: Object.freeze(rows) });
}

const DAY_MILLISECONDS = 86_400_000;

function cellValue(cell: unknown): CellValue {
  if (cell instanceof Date) {
    const milliseconds = cell.getTime();
    if (Number.isNaN(milliseconds)) return null;
    // A reader may have cut a fraction of a millisecond off: midnight would fall on the day before.
    const rounded = Math.round(milliseconds / 1000) * 1000;
    const seconds = (((rounded % DAY_MILLISECONDS) + DAY_MILLISECONDS) % DAY_MILLISECONDS) / 1000;
    const day = new Date(rounded);
    return { seconds, weekday: (day.getUTCDay() + 6) % 7, text: day.toISOString().slice(0, 19) };
  }
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : null;
}
