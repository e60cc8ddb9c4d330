/** An activity log (CSV) as requests in order of time: a real month that a run replays exactly. */
import { parse } from 'csv-parse/sync';
import { formatDate, mondayOf } from '../model/calendar-fr.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import type { LoggedRequest } from '../model/scenario.ts';
import type { PatientClass } from '../model/vocabulary.ts';
import { type IoCode, ioError, ioWarning } from './codes.ts';
import { CsvPlaces } from './csv-place.ts';
import {
  columnOf,
  type LogColumn,
  MAX_DURATION_MINUTES,
  parseClass,
  parseDurationSeconds,
  parseInstant,
} from './log-fields.ts';
import { readText } from './read.ts';

/** The largest log read, in bytes. */
export const MAX_LOG_BYTES = 100_000_000;
/** Exams recorded as shorter than this are doubtful (ANAP 2010, note 3): counted in a warning. */
const SHORT_EXAM_SECONDS = 180;
const DAY_SECONDS = 86_400;

/** One request; `atSeconds` counts from Monday 00:00 of week 0, `exam` null means not said. */
export interface ActivityRequest extends LoggedRequest {
  readonly class: PatientClass;
}

export interface ActivityLog {
  /** Day number of the Monday of week 0. */
  readonly startDay: number;
  /** In order of time; at equal times in the order of the file. */
  readonly requests: readonly ActivityRequest[];
}

export interface ActivityLogResult {
  /** Null as soon as there is one error. */
  readonly log: ActivityLog | null;
  readonly findings: readonly Finding[];
}

export interface LogOptions {
  /** Day number of the Monday of week 0; by default, of the week of the first request. */
  readonly startDay?: number;
}

/**
 * Reads an activity log: UTF-8, else Windows-1252 with a warning. See `parseActivityLog`.
 * @example readActivityLog('missing.csv').findings[0].code // 'file-missing'
 */
export function readActivityLog(file: string, options: LogOptions = {}): ActivityLogResult {
  const { text, findings } = readText(file, { maxBytes: MAX_LOG_BYTES, otherwise: 'windows-1252' });
  if (text === null) return { log: null, findings };
  const parsed = parseActivityLog(text, file, options);
  return { log: parsed.log, findings: [...findings, ...parsed.findings] };
}

/**
 * Requests of a log with a header row and the columns `requested` and `class`, and where known `examType` and
 * `durationMinutes` (or their usual French names), separated by `;` or `,`. Dates are ISO or French, decimals have a
 * comma or a point, an empty exam or duration is null. Every wrong cell is a finding with its line and
 * column.
 * @example parseActivityLog('requested;class\n25/05/2026 08:30;U', 'log.csv').log.requests[0].atSeconds // 30600
 */
export function parseActivityLog(text: string, file: string, options: LogOptions = {}): ActivityLogResult {
  // One kind of line break: where a file mixes them, the parser counts some twice.
  const lined = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const reader = new LogReader(lined, file);
  const { dated, findings } = reader.read();
  if (hasErrors(findings)) return { log: null, findings };
  if (dated.length === 0) return { log: null, findings: [...findings, ioError('log-empty', {}, { file })] };
  return fromStart(dated, file, findings, options.startDay);
}

/** Separators told apart by the header; the last two are refused with their name. */
const SEPARATORS = [';', ',', '\t', '|'] as const;
const REFUSED: Readonly<Record<string, string>> = { '\t': 'tab', '|': '|' };

/** The separator there is most of; `;` when there is none. */
function separatorOf(header: string): string {
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
}

type ColumnPositions = Readonly<Partial<Record<LogColumn, number>>>;

const REQUIRED: readonly LogColumn[] = ['requested', 'class'];

interface DatedRequest {
  readonly day: number;
  readonly seconds: number;
  readonly class: PatientClass;
  readonly exam: string | null;
  readonly durationSeconds: number | null;
}

/** Wrong cells told one by one; a file of the wrong kind has as many as it has rows. */
const MOST_FINDINGS = 1000;

/** Reads the rows of one log, each as it comes; what is wrong is added to the findings, with its line and column. */
class LogReader {
  readonly #text: string;
  readonly #file: string;
  readonly #separator: string;
  readonly #places: CsvPlaces;
  readonly #findings: Finding[] = [];
  readonly #dated: DatedRequest[] = [];
  /** Cells of the header; null before it is read. */
  #width: number | null = null;
  /** Null when the header is wrong: its rows are not read. */
  #columns: ColumnPositions | null = null;
  #untold = 0;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
    this.#separator = separatorOf(/^\s*([^\r\n]*)/.exec(text)?.[1] ?? '');
    this.#places = new CsvPlaces(text, this.#separator);
  }

  read(): { readonly dated: readonly DatedRequest[]; readonly findings: Finding[] } {
    const found = REFUSED[this.#separator];
    if (found !== undefined) this.#tell('log-separator', { found }, 1, 0);
    else this.#parse();
    if (this.#untold > 0) {
      this.#findings.push(ioError('log-more', { count: this.#untold }, { file: this.#file }));
    }
    return { dated: this.#dated, findings: this.#findings };
  }

  #tell<C extends LogCode>(
    code: C,
    values: Parameters<typeof ioError<C>>[1],
    line: number,
    cell: number,
  ): void {
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
        if (code === undefined) this.#tell('log-syntax', { rule: error.code }, line, cell);
        else this.#tell(code, {}, line, cell);
        nextLine = line + 1;
        return undefined;
      },
    });
  }

  #row(cells: readonly string[], line: number): void {
    if (this.#width === null) this.#header(cells, line);
    else if (this.#columns !== null) this.#body(cells, line, this.#columns, this.#width);
  }

  #header(cells: readonly string[], line: number): void {
    const positions: Partial<Record<LogColumn, number>> = {};
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
      this.#tell('log-column-missing', { column, found: cells.join(', ') }, line, 0);
    }
    this.#columns = this.#findings.length > before ? null : positions;
  }

  #body(cells: readonly string[], line: number, columns: ColumnPositions, expected: number): void {
    // An unquoted decimal comma in a comma-separated file shifts every cell after it.
    if (cells.length !== expected) {
      const first = Math.min(cells.length, expected);
      this.#tell('log-cells', { found: cells.length, expected }, line, first);
      return;
    }
    const at = (column: LogColumn): number => columns[column] ?? -1;
    const text = (column: LogColumn): string => cells[at(column)] ?? '';
    const instant = parseInstant(text('requested'));
    const patientClass = parseClass(text('class'));
    const duration = text('durationMinutes');
    const durationSeconds = duration === '' ? null : parseDurationSeconds(duration);
    if (instant === null) this.#tell('log-date', { value: text('requested') }, line, at('requested'));
    if (patientClass === null) this.#tell('log-class', { value: text('class') }, line, at('class'));
    if (duration !== '' && durationSeconds === null) {
      const values = { value: duration, limit: MAX_DURATION_MINUTES };
      this.#tell('log-duration', values, line, at('durationMinutes'));
    } else if (instant !== null && patientClass !== null && this.#findings.length === 0) {
      const exam = text('examType') || null;
      this.#dated.push({ ...instant, class: patientClass, exam, durationSeconds });
    }
  }
}

type LogCode = Extract<IoCode, `log-${string}`>;

/** Errors of the parser about quotes. */
const QUOTE_CODES: Readonly<Record<string, 'log-quote-open' | 'log-quote-stray'>> = Object.freeze({
  CSV_QUOTE_NOT_CLOSED: 'log-quote-open',
  CSV_INVALID_CLOSING_QUOTE: 'log-quote-stray',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'log-quote-stray',
  INVALID_OPENING_QUOTE: 'log-quote-stray',
});

function fromStart(
  dated: readonly DatedRequest[],
  file: string,
  findings: Finding[],
  givenStart: number | undefined,
): ActivityLogResult {
  const sorted = [...dated].sort((a, b) => a.day - b.day || a.seconds - b.seconds);
  const startDay = givenStart ?? mondayOf(sorted[0]!.day);
  const kept = sorted.filter(({ day }) => day >= startDay);
  const dropped = sorted.length - kept.length;
  if (dropped > 0) {
    findings.push(ioWarning('log-before-start', { count: dropped, start: formatDate(startDay) }, { file }));
  }
  if (kept.length === 0) {
    findings.push(ioError('log-empty', {}, { file }));
    return { log: null, findings };
  }
  const short = kept.filter(
    (one) => one.durationSeconds !== null && one.durationSeconds < SHORT_EXAM_SECONDS,
  );
  if (short.length > 0) {
    findings.push(
      ioWarning('log-short-exams', { count: short.length, limit: SHORT_EXAM_SECONDS / 60 }, { file }),
    );
  }
  const requests = kept.map(({ day, seconds, ...rest }) =>
    Object.freeze({ atSeconds: (day - startDay) * DAY_SECONDS + seconds, ...rest }),
  );
  return { log: Object.freeze({ startDay, requests: Object.freeze(requests) }), findings };
}
