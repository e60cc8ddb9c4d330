/** The cells of an activity log, as French and international exports write them. */
import { civilDayOrNull } from '../model/calendar-fr.ts';
import type { PatientClass } from '../model/vocabulary.ts';

/** A civil instant, in local time as written. */
export interface LoggedInstant {
  readonly day: number;
  /** Seconds since that day's midnight. */
  readonly seconds: number;
}

const ISO =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[ T](?<hour>\d\d):(?<minute>\d\d)(:(?<second>\d\d)([.,]\d+)?)?$/;
const FRENCH =
  /^(?<day>\d\d?)\/(?<month>\d\d?)\/(?<year>\d{4}) +(à +)?(?<hour>\d\d?)[:h](?<minute>\d\d)(:(?<second>\d\d))?$/i;

/**
 * A date with its time, ISO (`2026-05-25 08:30`, `2026-05-25T08:30:00`) or French (`25/05/2026 08:30`, `8h30`); null
 * when it is neither, does not exist, or has no time. A time zone is refused: the log is in the site's own time.
 * @example parseInstant('25/05/2026 08:30') // { day: 20598, seconds: 30600 }
 * @example parseInstant('31/02/2026 08:30') // null
 */
export function parseInstant(text: string): LoggedInstant | null {
  const parts = (ISO.exec(text) ?? FRENCH.exec(text))?.groups;
  if (parts === undefined) return null;
  const day = civilDayOrNull(Number(parts.year), Number(parts.month), Number(parts.day));
  const [hour, minute, second] = [Number(parts.hour), Number(parts.minute), Number(parts.second ?? 0)];
  if (day === null || hour > 23 || minute > 59 || second > 59) return null;
  return { day, seconds: hour * 3600 + minute * 60 + second };
}

const CLASSES: Readonly<Record<string, PatientClass>> = Object.freeze({
  a: 'A',
  ambulatoire: 'A',
  ambulatory: 'A',
  externe: 'A',
  outpatient: 'A',
  h: 'H',
  hospitalise: 'H',
  hospitalisee: 'H',
  hospitalised: 'H',
  inpatient: 'H',
  r: 'R',
  reanimation: 'R',
  intensivecare: 'R',
  u: 'U',
  urgence: 'U',
  urgences: 'U',
  emergency: 'U',
});

/**
 * The patient class a cell names, by its letter or its usual word in French or English; null when it names none.
 * @example parseClass('Hospitalisé') // 'H'
 * @example parseClass('X') // null
 */
export function parseClass(text: string): PatientClass | null {
  const key = plain(text);
  return Object.hasOwn(CLASSES, key) ? CLASSES[key]! : null;
}

/** No exam lasts longer than a day. */
export const MAX_DURATION_MINUTES = 1440;

/**
 * Whole seconds of a duration in minutes, decimal comma or point; null when it is not one from 0 to a day.
 * @example parseDurationSeconds('12,5') // 750
 * @example parseDurationSeconds('-3') // null
 */
export function parseDurationSeconds(text: string): number | null {
  if (!/^\d+([.,]\d+)?$/.test(text)) return null;
  const minutes = Number(text.replace(',', '.'));
  return minutes <= MAX_DURATION_MINUTES ? Math.round(minutes * 60) : null;
}

/** The columns of a log, with the headers that name them (lower case, no accents, letters and digits only). */
export const LOG_COLUMNS = Object.freeze({
  requested: ['requested', 'requestedat', 'requestdate', 'datedemande', 'datededemande', 'datedelademande'],
  class: ['class', 'patientclass', 'patienttype', 'classe', 'typepatient', 'typedepatient', 'provenance'],
  examType: ['examtype', 'exam', 'typeexamen', 'typedexamen', 'examen'],
  durationMinutes: ['durationminutes', 'durationmin', 'dureeminutes', 'dureemin'],
} as const);
export type LogColumn = keyof typeof LOG_COLUMNS;

/**
 * The column a header names, or null for one that is of no use here.
 * @example columnOf('Durée (min)') // 'durationMinutes'
 * @example columnOf('IPP') // null
 */
export function columnOf(header: string): LogColumn | null {
  const key = plain(header);
  for (const [column, names] of Object.entries(LOG_COLUMNS)) {
    if ((names as readonly string[]).includes(key)) return column as LogColumn;
  }
  return null;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
