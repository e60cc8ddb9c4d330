/** The rows of a CSV with named columns, whatever they are about: what is wrong is a finding with its line and column. */
import { parse } from 'csv-parse/sync';
import type { Finding, FindingPlace } from '../model/finding.ts';
import { ioError } from './codes.ts';
import { CsvPlaces } from './csv-place.ts';

/** What a kind of file says of its columns. */
export interface CsvForm<C extends string> {
  /** The column a header names, or null for one that is of no use here. */
  readonly columnOf: (header: string) => C | null;
  readonly required: readonly C[];
  /** What is said of a column that is not there. */
  readonly missing: (column: C, found: string, place: FindingPlace) => Finding;
  /** Wrong cells told one by one; the others are counted. */
  readonly mostFindings: number;
}

/** One row below the header. */
export interface CsvRow<C extends string> {
  readonly line: number;
  /** The text of a cell; empty when the column is not there. */
  readonly text: (column: C) => string;
  readonly place: (column: C) => FindingPlace;
  /** Adds what is wrong with a cell. */
  readonly tell: (column: C, finding: (place: FindingPlace) => Finding) => void;
}

/** Separators told apart by the header; the last two are refused with their name. */
const SEPARATORS = [';', ',', '\t', '|'] as const;
const REFUSED: Readonly<Record<string, string>> = { '\t': 'tab', '|': '|' };

/** The separator there is most of; `;` when there is none. */
function separatorOf(header: string): string {
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
}

/** Errors of the parser about quotes. */
const QUOTE_CODES: Readonly<Record<string, 'log-quote-open' | 'log-quote-stray'>> = Object.freeze({
  CSV_QUOTE_NOT_CLOSED: 'log-quote-open',
  CSV_INVALID_CLOSING_QUOTE: 'log-quote-stray',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'log-quote-stray',
  INVALID_OPENING_QUOTE: 'log-quote-stray',
});

/**
 * A header as names are compared: small letters without accents, digits.
 * @example plainHeader('Durée (min)') // 'dureemin'
 */
export const plainHeader = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/**
 * Hands each row of a text to `onRow`, header first understood: separated by `;` or `,`, a byte-order mark and any line
 * breaks understood, cells trimmed, empty lines left out. Rows of another width than the header are told, not handed on.
 * @returns what is wrong, cells told by `onRow` included.
 */
export function readCsvRows<C extends string>(
  text: string,
  file: string,
  form: CsvForm<C>,
  onRow: (row: CsvRow<C>) => void,
): Finding[] {
  // One kind of line break: where a file mixes them, the parser counts some twice.
  const lined = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return new CsvReader(lined, file, form, onRow).read();
}

class CsvReader<C extends string> {
  readonly #text: string;
  readonly #file: string;
  readonly #form: CsvForm<C>;
  readonly #onRow: (row: CsvRow<C>) => void;
  readonly #separator: string;
  readonly #places: CsvPlaces;
  readonly #findings: Finding[] = [];
  /** Cells of the header; null before it is read. */
  #width: number | null = null;
  /** Null when the header is wrong: its rows are not read. */
  #positions: ReadonlyMap<C, number> | null = null;
  #untold = 0;

  constructor(text: string, file: string, form: CsvForm<C>, onRow: (row: CsvRow<C>) => void) {
    this.#text = text;
    this.#file = file;
    this.#form = form;
    this.#onRow = onRow;
    this.#separator = separatorOf(/^\s*([^\n]*)/.exec(text)?.[1] ?? '');
    this.#places = new CsvPlaces(text, this.#separator);
  }

  read(): Finding[] {
    const found = REFUSED[this.#separator];
    if (found !== undefined) this.#tell(1, 0, (place) => ioError('log-separator', { found }, place));
    else this.#parse();
    if (this.#untold > 0)
      this.#findings.push(ioError('log-more', { count: this.#untold }, { file: this.#file }));
    return this.#findings;
  }

  #tell(line: number, cell: number, finding: (place: FindingPlace) => Finding): void {
    if (this.#findings.length >= this.#form.mostFindings) this.#untold += 1;
    else this.#findings.push(finding({ file: this.#file, ...this.#places.cell(line, cell) }));
  }

  #parse(): void {
    let nextLine = 1;
    let hasSyntaxError = false;
    parse(this.#text, {
      delimiter: this.#separator,
      record_delimiter: '\n',
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      skip_records_with_error: true,
      on_record: (cells: string[], { lines }) => {
        // `lines` is the last line of the record, which may hold line breaks inside quotes.
        const breaks = cells.reduce((total, cell) => total + (cell.match(/\n/g)?.length ?? 0), 0);
        this.#row(cells, lines - breaks);
        nextLine = lines + 1;
        return null;
      },
      on_skip: (error) => {
        if (error === undefined) return undefined;
        const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
        // After another error the parser may take the rest of the file for a quotation: not worth a second finding.
        if (isOpen && hasSyntaxError) return undefined;
        hasSyntaxError = true;
        const line = isOpen ? nextLine : Number(error.lines);
        const cell = Number(error.column) || 0;
        const code = QUOTE_CODES[error.code];
        this.#tell(line, cell, (place) =>
          code === undefined ? ioError('log-syntax', { rule: error.code }, place) : ioError(code, {}, place),
        );
        nextLine = line + 1;
        return undefined;
      },
    });
  }

  #row(cells: readonly string[], line: number): void {
    if (this.#width === null) this.#header(cells, line);
    else if (this.#positions !== null) this.#body(cells, line, this.#positions, this.#width);
  }

  #header(cells: readonly string[], line: number): void {
    const positions = new Map<C, number>();
    const before = this.#findings.length;
    this.#width = cells.length;
    cells.forEach((cell, position) => {
      const column = this.#form.columnOf(cell);
      if (column === null) return;
      if (!positions.has(column)) positions.set(column, position);
      else this.#tell(line, position, (place) => ioError('log-column-twice', { column }, place));
    });
    for (const column of this.#form.required) {
      if (positions.has(column)) continue;
      this.#tell(line, 0, (place) => this.#form.missing(column, cells.join(', '), place));
    }
    this.#positions = this.#findings.length > before ? null : positions;
  }

  #body(cells: readonly string[], line: number, positions: ReadonlyMap<C, number>, expected: number): void {
    // An unquoted decimal comma in a comma-separated file shifts every cell after it.
    if (cells.length !== expected) {
      const found = cells.length;
      const first = Math.min(found, expected);
      this.#tell(line, first, (place) => ioError('log-cells', { found, expected }, place));
      return;
    }
    const at = (column: C): number => positions.get(column) ?? -1;
    this.#onRow({
      line,
      text: (column) => cells[at(column)] ?? '',
      place: (column) => ({ file: this.#file, ...this.#places.cell(line, at(column)) }),
      tell: (column, finding) => this.#tell(line, at(column), finding),
    });
  }
}
