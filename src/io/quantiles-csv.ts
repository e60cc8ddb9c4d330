/** A department's own quantiles of durations (CSV): one row a class, modality and, where it is said, kind of exam. */
import { parse } from 'csv-parse/sync';
import type { QuantileRow } from '../model/benchmark/quantile-row.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import { deepFreeze } from '../model/freeze.ts';
import type { Modality } from '../model/vocabulary.ts';
import { type IoCode, ioError } from './codes.ts';
import { CsvPlaces } from './csv-place.ts';
import { parseClass } from './log-fields.ts';
import { readText } from './read.ts';

/** The largest file read, in bytes: some ten thousand rows. */
export const MAX_QUANTILES_BYTES = 1_000_000;
/** Wrong cells told one by one. */
const MOST_FINDINGS = 100;

/** The columns, with the headers that name them (lower case, no accents, letters and digits only). */
const COLUMNS = Object.freeze({
  label: ['label', 'libelle', 'examtype', 'exam', 'examen', 'typeexamen', 'typedexamen', 'group', 'groupe'],
  class: ['class', 'patientclass', 'classe', 'typepatient', 'typedepatient', 'provenance'],
  modality: ['modality', 'modalite', 'equipement', 'appareil'],
  p20: ['p20', 'p20min', 'p20minutes'],
  p50: ['p50', 'p50min', 'p50minutes', 'median', 'mediane'],
  p80: ['p80', 'p80min', 'p80minutes'],
} as const);
type Column = keyof typeof COLUMNS;
const REQUIRED: readonly Column[] = ['class', 'modality', 'p20', 'p50', 'p80'];
const NUMBERS = ['p20', 'p50', 'p80'] as const;

const MODALITY_NAMES: Readonly<Record<string, Modality>> = Object.freeze({
  ct: 'ct',
  scanner: 'ct',
  scan: 'ct',
  tdm: 'ct',
  mri: 'mri',
  irm: 'mri',
});

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

function columnOf(header: string): Column | null {
  const key = plain(header);
  const found = Object.entries(COLUMNS).find(([, names]) => (names as readonly string[]).includes(key));
  return found === undefined ? null : (found[0] as Column);
}

/**
 * The modality a cell names, in French or English; null when it names none.
 * @example parseModality('Scanner') // 'ct'
 * @example parseModality('echo') // null
 */
export function parseModality(text: string): Modality | null {
  const key = plain(text);
  return Object.hasOwn(MODALITY_NAMES, key) ? MODALITY_NAMES[key]! : null;
}

/**
 * A number of minutes, decimal comma or point; null when it is none. Signs, units and exponents are refused.
 * @example parseMinutes('15,8') // 15.8
 * @example parseMinutes('15 min') // null
 */
export function parseMinutes(text: string): number | null {
  return /^\d{1,9}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

export interface QuantilesResult {
  /** Null as soon as there is one error. */
  readonly rows: readonly QuantileRow[] | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads a file of quantiles: UTF-8, else Windows-1252 with a warning. See `parseQuantiles`.
 * @example readQuantiles('missing.csv').findings[0].code // 'file-missing'
 */
export function readQuantiles(file: string): QuantilesResult {
  const { text, findings } = readText(file, { maxBytes: MAX_QUANTILES_BYTES, otherwise: 'windows-1252' });
  if (text === null) return { rows: null, findings };
  const parsed = parseQuantiles(text, file);
  return { rows: parsed.rows, findings: [...findings, ...parsed.findings] };
}

/**
 * Rows of quantiles in minutes: a header with `class`, `modality`, `p20`, `p50`, `p80` and where wanted `label` (or
 * their usual French names), separated by `;` or `,`, decimals with a comma or a point. Other columns are of no use.
 * Every wrong cell is a finding with its line and column; the order of the three is judged where they are fitted.
 * @example parseQuantiles('class;modality;p20;p50;p80\nA;IRM;14;20;30,5', 'q.csv').rows[0].p80 // 30.5
 */
export function parseQuantiles(text: string, file: string): QuantilesResult {
  // One kind of line break: where a file mixes them, the parser counts some twice.
  const lined = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { rows, findings } = new QuantileReader(lined, file).read();
  if (rows.length === 0 && !hasErrors(findings)) findings.push(ioError('quantiles-empty', {}, { file }));
  return { rows: hasErrors(findings) ? null : deepFreeze(rows), findings: Object.freeze(findings) };
}

const SEPARATORS = [';', ',', '\t', '|'] as const;
const REFUSED: Readonly<Record<string, string>> = { '\t': 'tab', '|': '|' };

/** The separator there is most of; `;` when there is none. */
function separatorOf(header: string): string {
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
}

type Positions = Readonly<Partial<Record<Column, number>>>;
type ReaderCode = Extract<IoCode, `quantiles-${string}` | `log-${string}`>;

/** Errors of the parser about quotes. */
const QUOTE_CODES: Readonly<Record<string, 'log-quote-open' | 'log-quote-stray'>> = Object.freeze({
  CSV_QUOTE_NOT_CLOSED: 'log-quote-open',
  CSV_INVALID_CLOSING_QUOTE: 'log-quote-stray',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'log-quote-stray',
  INVALID_OPENING_QUOTE: 'log-quote-stray',
});

/** Reads the rows of one file; what is wrong is added to the findings, with its line and column. */
class QuantileReader {
  readonly #text: string;
  readonly #file: string;
  readonly #separator: string;
  readonly #places: CsvPlaces;
  readonly #findings: Finding[] = [];
  readonly #rows: QuantileRow[] = [];
  /** Cells of the header; null before it is read. */
  #width: number | null = null;
  /** Null when the header is wrong: its rows are not read. */
  #positions: Positions | null = null;
  #untold = 0;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
    this.#separator = separatorOf(/^\s*([^\n]*)/.exec(text)?.[1] ?? '');
    this.#places = new CsvPlaces(text, this.#separator);
  }

  read(): { readonly rows: QuantileRow[]; readonly findings: Finding[] } {
    const found = REFUSED[this.#separator];
    if (found !== undefined) this.#tell('log-separator', { found }, 1, 0);
    else this.#parse();
    if (this.#untold > 0)
      this.#findings.push(ioError('log-more', { count: this.#untold }, { file: this.#file }));
    return { rows: this.#rows, findings: this.#findings };
  }

  #tell<C extends ReaderCode>(code: C, values: Parameters<typeof ioError<C>>[1], line: number, cell: number) {
    if (this.#findings.length >= MOST_FINDINGS) this.#untold += 1;
    else this.#findings.push(ioError(code, values, { file: this.#file, ...this.#places.cell(line, cell) }));
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
        const line = lines - breaks;
        if (this.#width === null) this.#header(cells, line);
        else if (this.#positions !== null) this.#body(cells, line, this.#positions, this.#width);
        nextLine = lines + 1;
        return null;
      },
      on_skip: (error) => {
        const isOpen = error?.code === 'CSV_QUOTE_NOT_CLOSED';
        // After another error the parser may take the rest of the file for a quotation: not worth a second finding.
        if (error === undefined || (isOpen && hasSyntaxError)) return undefined;
        hasSyntaxError = true;
        const line = isOpen ? nextLine : Number(error.lines);
        const code = QUOTE_CODES[error.code];
        const cell = Number(error.column) || 0;
        if (code === undefined) this.#tell('log-syntax', { rule: error.code }, line, cell);
        else this.#tell(code, {}, line, cell);
        nextLine = line + 1;
        return undefined;
      },
    });
  }

  #header(cells: readonly string[], line: number): void {
    const positions: Partial<Record<Column, number>> = {};
    const before = this.#findings.length;
    this.#width = cells.length;
    cells.forEach((cell, position) => {
      const column = columnOf(cell);
      if (column === null) return;
      if (positions[column] !== undefined) this.#tell('log-column-twice', { column }, line, position);
      else positions[column] = position;
    });
    for (const column of REQUIRED) {
      if (positions[column] !== undefined) continue;
      this.#tell('quantiles-column-missing', { column, found: cells.join(', ') }, line, 0);
    }
    this.#positions = this.#findings.length > before ? null : positions;
  }

  #body(cells: readonly string[], line: number, positions: Positions, expected: number): void {
    // An unquoted decimal comma in a comma-separated file shifts every cell after it.
    if (cells.length !== expected) {
      this.#tell('log-cells', { found: cells.length, expected }, line, Math.min(cells.length, expected));
      return;
    }
    const at = (column: Column): number => positions[column] ?? -1;
    const text = (column: Column): string => cells[at(column)] ?? '';
    const patientClass = parseClass(text('class'));
    const modality = parseModality(text('modality'));
    const numbers = NUMBERS.map((column) => parseMinutes(text(column)));
    if (patientClass === null) this.#tell('log-class', { value: text('class') }, line, at('class'));
    if (modality === null)
      this.#tell('quantiles-modality', { value: text('modality') }, line, at('modality'));
    NUMBERS.forEach((column, rank) => {
      if (numbers[rank] === null) this.#tell('quantiles-number', { value: text(column) }, line, at(column));
    });
    const [p20, p50, p80] = numbers;
    if (patientClass === null || modality === null) return;
    if (typeof p20 !== 'number' || typeof p50 !== 'number' || typeof p80 !== 'number') return;
    const cell = (column: Column) => this.#places.cell(line, at(column));
    const place = { file: this.#file, p20: cell('p20'), p50: cell('p50'), p80: cell('p80') };
    this.#rows.push({ label: text('label') || null, modality, class: patientClass, p20, p50, p80, place });
  }
}
