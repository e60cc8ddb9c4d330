/** An activity log (CSV) as requests in order of time: a real month that a run replays exactly. */
import { formatDate, mondayOf } from '../model/calendar-fr.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import type { LoggedRequest } from '../model/scenario.ts';
import type { PatientClass } from '../model/vocabulary.ts';
import { ioError, ioWarning } from './codes.ts';
import { type CsvForm, type CsvRow, readCsvRows } from './csv-rows.ts';
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
  const dated: DatedRequest[] = [];
  const findings = readCsvRows(text, file, FORM, (row) => {
    const read = datedRequest(row);
    if (read !== null) dated.push(read);
  });
  if (hasErrors(findings)) return { log: null, findings };
  if (dated.length === 0) return { log: null, findings: [...findings, ioError('log-empty', {}, { file })] };
  return fromStart(dated, file, findings, options.startDay);
}

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

const FORM: CsvForm<LogColumn> = {
  columnOf,
  required: REQUIRED,
  missing: (column, found, place) => ioError('log-column-missing', { column, found }, place),
  mostFindings: MOST_FINDINGS,
};

/** A row of the log; null, its wrong cells told, when one is wrong. */
function datedRequest({ text, tell }: CsvRow<LogColumn>): DatedRequest | null {
  const instant = parseInstant(text('requested'));
  const patientClass = parseClass(text('class'));
  const duration = text('durationMinutes');
  const durationSeconds = duration === '' ? null : parseDurationSeconds(duration);
  const isDuration = duration === '' || durationSeconds !== null;
  if (instant === null)
    tell('requested', (place) => ioError('log-date', { value: text('requested') }, place));
  if (patientClass === null) tell('class', (place) => ioError('log-class', { value: text('class') }, place));
  if (!isDuration) {
    const values = { value: duration, limit: MAX_DURATION_MINUTES };
    tell('durationMinutes', (place) => ioError('log-duration', values, place));
  }
  if (instant === null || patientClass === null || !isDuration) return null;
  return { ...instant, class: patientClass, exam: text('examType') || null, durationSeconds };
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
