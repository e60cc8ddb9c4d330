/** A week as it was found in a file: rows of cells, and the columns its header names. */
import type { Finding, FindingPlace } from '../finding.ts';
import { weekError, weekWarning } from './codes.ts';
import {
  columnHeader,
  columnHeaders,
  columnMeant,
  headersLanguage,
  REQUIRED_COLUMNS,
  type WeekColumn,
} from './columns.ts';
import { nearestWord, shownText, type WeekLanguage } from './text.ts';
import { type CellValue, cellText } from './times.ts';

/** Rows read of one sheet, the header and empty rows included. */
export const MAX_WEEK_ROWS = 20_000;
export const MAX_WEEK_COLUMNS = 200;
/** Characters of all cells together. */
export const MAX_WEEK_TEXT = 20_000_000;

export interface WeekGridRow {
  /** Line of a text file, or row of a sheet, from 1. */
  readonly line: number;
  readonly cells: readonly CellValue[];
  /** In a text file, where each cell begins in its line, from 1; null in a sheet. */
  readonly columns: readonly number[] | null;
  /** In a text file, the line each cell begins on, where a cell before it holds line breaks. */
  readonly lines?: readonly number[];
}

export interface WeekGrid {
  readonly file: string;
  /** Null in a text file. */
  readonly sheet: string | null;
  readonly rows: readonly WeekGridRow[];
}

/** A place in a week: as any finding has it, and as a spreadsheet names it. */
export interface WeekPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `Semaine!C7` in a sheet; in a text file the header of the column. */
  readonly cell: string;
}

/**
 * The letters of a column of a sheet, from 0.
 * @example columnLetters(27) // 'AB'
 */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/**
 * Where a cell is.
 * @example placeInGrid({ file: 'a.xlsx', sheet: 'S', rows: [] }, { line: 7, cells: [], columns: null }, 2, 'fin').cell // 'S!C7'
 */
export function placeInGrid(grid: WeekGrid, row: WeekGridRow, index: number, header: string): WeekPlace {
  const column = row.columns?.[index] ?? (row.columns === null ? index + 1 : (row.columns.at(-1) ?? 1));
  const cell = grid.sheet === null ? header : `${grid.sheet}!${columnLetters(index)}${row.line}`;
  const line = row.lines === undefined ? row.line : (row.lines[index] ?? row.lines.at(-1) ?? row.line);
  return { file: grid.file, line, column, cell };
}

export interface WeekHeader {
  /** Position of each column that is there. */
  readonly positions: ReadonlyMap<WeekColumn, number>;
  /** Its header as it was written. */
  readonly written: ReadonlyMap<WeekColumn, string>;
  readonly language: WeekLanguage;
  /** Position of the header among the rows. */
  readonly row: number;
}

/** Titles may stand above the header, within these rows. */
const HEADER_WITHIN = 30;
/** Fewer known columns than that are a coincidence. */
const FEWEST_KNOWN = 3;

/**
 * Position of the row that names the columns; -1 when none does.
 * @example headerRow({ file: 'a.csv', sheet: null, rows: [] }) // -1
 */
export function headerRow(grid: WeekGrid): number {
  return grid.rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => {
    const known = cells.slice(0, MAX_WEEK_COLUMNS).map((cell) => columnMeant(shownText(cellText(cell))));
    return new Set(known.filter((name) => name !== null)).size >= FEWEST_KNOWN;
  });
}

/**
 * The columns of a grid; null, with what is wrong, when a required one is missing or one comes twice. A column that is
 * not known is a warning.
 * @example readHeader({ file: 'a.csv', sheet: null, rows: [] }, []) // null
 */
export function readHeader(grid: WeekGrid, findings: Finding[]): WeekHeader | null {
  const at = headerRow(grid);
  const row = grid.rows[Math.max(at, 0)];
  if (row === undefined) {
    findings.push(weekError('week-empty', {}, { file: grid.file }));
    return null;
  }
  const headers = row.cells.map((cell) => shownText(cellText(cell)));
  const language = headersLanguage(headers);
  const place: FindingPlace = { file: grid.file, line: row.line };
  if (headers.length > MAX_WEEK_COLUMNS) {
    const values = { count: headers.length, limit: MAX_WEEK_COLUMNS };
    findings.push(weekError('week-too-many-columns', values, place));
    return null;
  }
  const positions = new Map<WeekColumn, number>();
  const written = new Map<WeekColumn, string>();
  const unknown: number[] = [];
  const twice: Finding[] = [];
  headers.forEach((header, index) => {
    const name = at < 0 ? null : columnMeant(header);
    if (name === null) {
      if (header !== '') unknown.push(index);
    } else if (positions.has(name)) {
      const { cell, ...where } = placeInGrid(grid, row, index, header);
      twice.push(weekError('week-column-twice', { column: header, cell }, where));
    } else {
      positions.set(name, index);
      written.set(name, header);
    }
  });
  const missing = REQUIRED_COLUMNS.filter((name) => !positions.has(name));
  if (missing.length > 0) {
    const columns = missing.map((name) => columnHeader(name, language)).join(', ');
    const found = shownText(headers.filter((header) => header !== '').join(', '));
    findings.push(weekError('week-columns-missing', { columns, found }, place));
  }
  findings.push(...twice);
  if (at >= 0) {
    for (const index of unknown) {
      const header = headers[index]!;
      const { cell, ...where } = placeInGrid(grid, row, index, header);
      const others = columnHeaders(language).filter((name) => !positions.has(columnMeant(name)!));
      const nearest = nearestWord(header, others);
      findings.push(weekWarning('week-column-unknown', { column: header, nearest, cell }, where));
    }
  }
  return missing.length > 0 || twice.length > 0 ? null : { positions, written, language, row: at };
}
