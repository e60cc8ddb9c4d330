/** The cells of one row of a week by their columns, and what is wrong with them. */
import type { Finding } from '../finding.ts';
import { type WeekCode, type WeekValues, weekError } from './codes.ts';
import { columnHeader, type WeekColumn } from './columns.ts';
import { placeInGrid, type WeekGrid, type WeekGridRow, type WeekHeader } from './grid.ts';
import { nearestWord, shownText, type WeekLanguage } from './text.ts';
import { type CellValue, cellText } from './times.ts';

/** Longest text of a cell that holds one thing, and of one that holds a list (what a spreadsheet's cell can hold). */
const LONGEST_CELL = 500;
export const LONGEST_LIST = 32_767;
const LISTS: readonly WeekColumn[] = ['accepts', 'reserve', 'appointments', 'lateStart', 'callIn'];
const NAMES_SHOWN = 8;

export interface RowCells {
  readonly language: WeekLanguage;
  /** True when every known column is empty: the row says nothing. */
  readonly isEmpty: boolean;
  /** Null where the column is not there, or its cell is empty. */
  value(column: WeekColumn): CellValue;
  /** The trimmed text of a cell; empty for nothing. */
  text(column: WeekColumn): string;
  /** The same as a message shows it. */
  shown(column: WeekColumn): string;
  /** Adds a finding about a cell. */
  fault<C extends WeekCode>(code: C, column: WeekColumn, values: Omit<WeekValues<C>, 'cell'>): void;
  /** False, with its finding, when a cell that must be filled is empty. */
  required(column: WeekColumn): boolean;
  /** Tells a word that is not one of those known; the nearest may be given. */
  unknownWord(column: WeekColumn, wrong: string, known: readonly string[], nearest?: string): void;
}

/**
 * The first eight names of a list, as a message shows them.
 * @example listed(['a', 'b']) // 'a, b'
 */
export function listed(names: readonly string[]): string {
  return `${names.slice(0, NAMES_SHOWN).join(', ')}${names.length > NAMES_SHOWN ? ', …' : ''}`;
}

/**
 * The cells of a row of a grid; what is wrong with them is added to `findings`.
 */
export function rowCells(
  grid: WeekGrid,
  header: WeekHeader,
  row: WeekGridRow,
  findings: Finding[],
): RowCells {
  const { language, positions } = header;
  const value = (column: WeekColumn): CellValue => {
    const index = positions.get(column);
    const cell = index === undefined ? null : (row.cells[index] ?? null);
    return cellText(cell) === '' ? null : cell;
  };
  const text = (column: WeekColumn): string => cellText(value(column));
  const nameOf = (column: WeekColumn): string => header.written.get(column) ?? columnHeader(column, language);
  const fault = <C extends WeekCode>(
    code: C,
    column: WeekColumn,
    values: Omit<WeekValues<C>, 'cell'>,
  ): void => {
    const { cell, ...place } = placeInGrid(grid, row, positions.get(column) ?? 0, nameOf(column));
    findings.push(weekError(code, { ...values, cell } as WeekValues<C>, place));
  };
  return {
    language,
    isEmpty: [...positions.keys()].every((column) => value(column) === null),
    value,
    text,
    shown: (column) => shownText(text(column)),
    fault,
    required(column) {
      if (value(column) !== null) return true;
      fault('week-cell-missing', column, { column: nameOf(column) });
      return false;
    },
    unknownWord(column, wrong, known, nearest = nearestWord(wrong, known)) {
      fault('week-word', column, { value: shownText(wrong), nearest, allowed: listed(known) });
    },
  };
}

/**
 * True when no cell holds more text than is read of one; else each that does is a finding.
 */
export function areShort(cells: RowCells, columns: Iterable<WeekColumn>): boolean {
  let short = true;
  for (const column of columns) {
    const limit = LISTS.includes(column) ? LONGEST_LIST : LONGEST_CELL;
    const count = cells.text(column).length;
    if (count <= limit) continue;
    short = false;
    cells.fault('week-cell-long', column, { count, limit });
  }
  return short;
}
