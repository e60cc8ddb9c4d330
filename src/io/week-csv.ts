/** A week as CSV, for French and international spreadsheets: written, and read with the place of each cell. */
import type { Finding } from '../model/finding.ts';
import { columnMeant } from '../model/week/columns.ts';
import { MAX_WEEK_COLUMNS, MAX_WEEK_ROWS, type WeekGrid, type WeekGridRow } from '../model/week/grid.ts';
import type { WrittenCell, WrittenWeek } from '../model/week/rows.ts';
import type { WeekLanguage } from '../model/week/text.ts';
import { ioError } from './codes.ts';

/** What a spreadsheet would run as a formula; the apostrophe in front is taken away when reading. */
const FORMULA = /^[=+\-@\t\r]/;
const GUARDED = /^'(?=[=+\-@\t\r])/;
const BYTE_ORDER_MARK = '\ufeff';
const SEPARATOR: Readonly<Record<WeekLanguage, string>> = Object.freeze({ fr: ';', en: ',' });

/**
 * A week as CSV text with CR LF. French: `;` between fields and a byte-order mark, as French spreadsheets expect; English:
 * `,` and none. A text that a spreadsheet would run as a formula has an apostrophe in front.
 * @example weekCsv({ language: 'en', header: ['room', 'day'], rows: [['ct', 'Monday']] }) // 'room,day\r\nct,Monday\r\n'
 */
export function weekCsv({ language, header, rows }: WrittenWeek): string {
  const separator = SEPARATOR[language];
  const field = (cell: WrittenCell): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return String(cell);
    const text = FORMULA.test(cell) ? `'${cell}` : cell;
    return text !== cell || /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [header, ...rows].map((cells) => `${cells.map(field).join(separator)}\r\n`);
  return (language === 'fr' ? BYTE_ORDER_MARK : '') + lines.join('');
}

export interface WeekGridResult {
  /** Null as soon as there is one error. */
  readonly grid: WeekGrid | null;
  readonly findings: readonly Finding[];
}

/** `sep=;` on the first line tells a spreadsheet the separator; it is no row. */
const SEPARATOR_LINE = /^"?sep=(.)"?\r?\n/i;

/**
 * The rows of a CSV text, as RFC 4180 has them, each cell with its column in the file. The separator is `;`, `,` or a tab,
 * whichever gives the header that is understood best. (No CSV library tells where in its line a cell begins.)
 * @example parseWeekCsv('salle;jour\nirm;lundi', 'a.csv').grid.rows[1].columns // [1, 5]
 */
export function parseWeekCsv(text: string, file: string): WeekGridResult {
  const told = SEPARATOR_LINE.exec(text);
  const body = told === null ? text : text.slice(told[0].length);
  const separator = told?.[1] ?? bestSeparator(body);
  const { rows, unclosed } = parseRows(body, separator, told === null ? 1 : 2, MAX_WEEK_ROWS + 1);
  if (unclosed !== null)
    return { grid: null, findings: [ioError('week-csv-quote', {}, { file, ...unclosed })] };
  return { grid: Object.freeze({ file, sheet: null, rows: Object.freeze(rows) }), findings: [] };
}

/** Titles above the header hold no separator, so several rows are looked at. */
const ROWS_TRIED = 30;
const LONGEST_TRIED = 100_000;

function bestSeparator(whole: string): string {
  const text = whole.slice(0, LONGEST_TRIED);
  const known = (separator: string): number => {
    const { rows } = parseRows(text, separator, 1, ROWS_TRIED);
    return Math.max(
      0,
      ...rows.map(({ cells }) => cells.filter((cell) => columnMeant(String(cell)) !== null).length),
    );
  };
  const counts = [';', ',', '\t'].map((separator) => ({ separator, count: known(separator) }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).separator;
}

interface ParsedRows {
  readonly rows: readonly WeekGridRow[];
  /** Where a quotation begins that never ends. */
  readonly unclosed: { readonly line: number; readonly column: number } | null;
}

/** One pass over the text; stops after `most` rows, or at a quotation that never ends. Empty lines are no rows. */
function parseRows(text: string, separator: string, firstLine: number, most: number): ParsedRows {
  const rows: WeekGridRow[] = [];
  let line = firstLine;
  let lineStart = 0;
  let at = 0;
  while (at < text.length && rows.length < most) {
    if (text[at] === '\n' || text[at] === '\r') {
      // An empty line, told apart first: a file may hold millions.
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line += 1;
      lineStart = at;
      continue;
    }
    const cells: string[] = [];
    const columns: number[] = [];
    const lines: number[] = [];
    const rowLine = line;
    for (let ended = false; !ended; ) {
      // Beyond the most columns, cells are counted by one too many and no more.
      const kept = cells.length <= MAX_WEEK_COLUMNS;
      const column = at - lineStart + 1;
      const cellLine = line;
      const quoted = MAY_BE_QUOTED.test(text[at] ?? '')
        ? /^[ \u00a0]*"/.exec(text.slice(at, at + LONGEST_INDENT))
        : null;
      let cell: string;
      if (quoted === null) {
        const begin = at;
        while (at < text.length && !isEnd(text, at, separator)) at += 1;
        cell = text.slice(begin, at);
      } else {
        const begin = at + quoted[0].length;
        const close = closingQuote(text, begin);
        if (close < 0) return { rows: [...rows, { line, cells, columns }], unclosed: { line, column } };
        cell = text.slice(begin, close).replaceAll('""', '"');
        // Looked for inside the cell only: a long line of many cells would be searched to its end for each.
        for (const { 0: end, index } of text.slice(begin, close).matchAll(/\r\n|\r|\n/g)) {
          line += 1;
          lineStart = begin + index + end.length;
        }
        at = close + 1;
        // What follows the closing quote stands in no rule: blanks do no harm, and anything else is kept.
        const after = at;
        while (at < text.length && !isEnd(text, at, separator)) at += 1;
        cell += text.slice(after, at).trimEnd();
      }
      if (kept) {
        cells.push(cell.trim().replace(GUARDED, ''));
        columns.push(column);
        lines.push(cellLine);
      }
      ended = at >= text.length || text[at] !== separator;
      if (!ended) at += 1;
    }
    if (text.startsWith('\r\n', at)) at += 2;
    else if (at < text.length) at += 1;
    const isOneLine = line === rowLine;
    line += 1;
    lineStart = at;
    if (cells.some((cell) => cell !== ''))
      rows.push({ line: rowLine, cells, columns, ...(isOneLine ? {} : { lines }) });
  }
  return { rows, unclosed: null };
}

const MAY_BE_QUOTED = /["\u00a0 ]/;
/** Blanks looked at before an opening quote. */
const LONGEST_INDENT = 20;

const isEnd = (text: string, at: number, separator: string): boolean => {
  const character = text[at];
  return character === separator || character === '\n' || character === '\r';
};

/** The quote that ends a quotation (doubled ones do not), or -1. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}
