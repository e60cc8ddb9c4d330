/** An activity log (CSV) as requests in order of time: a real month that a run replays exactly. */
import { parse } from 'csv-parse/sync';
import { formatDate, mondayOf } from '../model/calendar-fr.ts';
import { type Finding, type FindingPlace, hasErrors } from '../model/finding.ts';
import type { LoggedRequest } from '../model/scenario.ts';
import type { PatientClass } from '../model/vocabulary.ts';
import { ioError, ioWarning } from './codes.ts';
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
 * comma or a point, an empty exam or duration is null. Every wrong cell is a finding with its line.
 * @example parseActivityLog('requested;class\n25/05/2026 08:30;U', 'log.csv').log.requests[0].atSeconds // 30600
 */
export function parseActivityLog(text: string, file: string, options: LogOptions = {}): ActivityLogResult {
  const { rows, findings } = parseRows(text, file);
  const [header, ...body] = rows;
  if (header === undefined || body.length === 0) {
    if (findings.length === 0) findings.push(ioError('log-empty', {}, { file }));
    return { log: null, findings };
  }
  const columns = headerColumns(header, file, findings);
  if (columns === null) return { log: null, findings };
  const dated: DatedRequest[] = [];
  for (const row of body) {
    const request = readRow(row, columns, header.cells.length, file, findings);
    if (request !== null) dated.push(request);
  }
  if (hasErrors(findings)) return { log: null, findings };
  return fromStart(dated, file, findings, options.startDay);
}

interface Row {
  /** Line of the file where it starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRows(text: string, file: string): { rows: Row[]; findings: Finding[] } {
  const rows: Row[] = [];
  const findings: Finding[] = [];
  let nextLine = 1;
  const headerLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (separator: string): number => headerLine.split(separator).length;
  parse(text, {
    bom: true,
    delimiter: count(',') > count(';') ? ',' : ';',
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_record: (cells: string[], { lines }) => {
      // `lines` is the last line of the record, which may hold line breaks inside quotes.
      const breaks = cells.reduce((total, cell) => total + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      rows.push({ line: lines - breaks, cells });
      nextLine = lines + 1;
      return null;
    },
    on_skip: (error) => {
      if (error === undefined) return undefined;
      const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
      // After another error the parser may take the rest of the file for a quotation: not worth a second finding.
      if (open && findings.length > 0) return undefined;
      const line = open ? nextLine : Number(error.lines);
      findings.push(ioError('log-syntax', { rule: error.code, detail: error.message }, { file, line }));
      nextLine = line + 1;
      return undefined;
    },
  });
  return { rows, findings };
}

type ColumnPositions = Readonly<Partial<Record<LogColumn, number>>>;

const REQUIRED: readonly LogColumn[] = ['requested', 'class'];

/** Null, with its findings, when a column is missing or comes twice. */
function headerColumns(header: Row, file: string, findings: Finding[]): ColumnPositions | null {
  const before = findings.length;
  const positions: Partial<Record<LogColumn, number>> = {};
  const place = { file, line: header.line };
  header.cells.forEach((cell, position) => {
    const column = columnOf(cell);
    if (column === null) return;
    if (positions[column] !== undefined) findings.push(ioError('log-column-twice', { column }, place));
    else positions[column] = position;
  });
  for (const column of REQUIRED) {
    if (positions[column] === undefined) {
      findings.push(ioError('log-column-missing', { column, found: header.cells.join(', ') }, place));
    }
  }
  return findings.length > before ? null : positions;
}

interface DatedRequest {
  readonly day: number;
  readonly seconds: number;
  readonly class: PatientClass;
  readonly exam: string | null;
  readonly durationSeconds: number | null;
}

/** Null, with its findings, when a cell is wrong. */
function readRow(
  row: Row,
  columns: ColumnPositions,
  expected: number,
  file: string,
  findings: Finding[],
): DatedRequest | null {
  const place: FindingPlace = { file, line: row.line };
  // An unquoted decimal comma in a comma-separated file shifts every cell after it.
  if (row.cells.length !== expected) {
    findings.push(ioError('log-cells', { found: row.cells.length, expected }, place));
    return null;
  }
  const cell = (column: LogColumn): string => {
    const position = columns[column];
    return position === undefined ? '' : (row.cells[position] ?? '');
  };
  const instant = parseInstant(cell('requested'));
  const patientClass = parseClass(cell('class'));
  const duration = cell('durationMinutes');
  const durationSeconds = duration === '' ? null : parseDurationSeconds(duration);
  if (instant === null) findings.push(ioError('log-date', { value: cell('requested') }, place));
  if (patientClass === null) findings.push(ioError('log-class', { value: cell('class') }, place));
  if (duration !== '' && durationSeconds === null) {
    findings.push(ioError('log-duration', { value: duration, limit: MAX_DURATION_MINUTES }, place));
    return null;
  }
  if (instant === null || patientClass === null) return null;
  return { ...instant, class: patientClass, exam: cell('examType') || null, durationSeconds };
}

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
