/** The cells of the table of fitted laws: names of rows, delays, ranges. */
import type { FittedRow } from '../model/results/durations.ts';
import type { Language, Text } from './language.ts';
import { printable } from './message.ts';
import { formatNumber, formatShort } from './numbers.ts';
import { CLASS_HEADS, MODALITY_WORDS } from './words.ts';

const HOUR = 60;
const DAY = 1440;
/** From two days on, hours say less than days. */
const IN_DAYS_FROM = 2 * DAY;
const DAY_SIGN: Text = { en: 'd', fr: 'j' };
/** From here on, decimals of a range would tell nothing. */
const WHOLE_FROM = 10;

/**
 * A duration in minutes as people say it: hours, or days from two on.
 * @example delayText(48, 'en') // '0.8 h'
 * @example delayText(4140, 'fr') // '2,9 j'
 */
export function delayText(minutes: number, language: Language): string {
  return minutes < IN_DAYS_FROM
    ? `${formatShort(minutes / HOUR, 1, language)} h`
    : `${formatShort(minutes / DAY, 1, language)} ${DAY_SIGN[language]}`;
}

/**
 * The lowest and the highest of durations in minutes, in days; a dash when there are none.
 * @example rangeInDays([1728, 28800], 'en') // '1.2–20 d'
 */
export function rangeInDays(values: readonly number[], language: Language): string {
  if (values.length === 0) return '—';
  const days = (minutes: number) => formatNumber(minutes / DAY, minutes / DAY < WHOLE_FROM ? 1 : 0, language);
  return `${days(Math.min(...values))}–${days(Math.max(...values))} ${DAY_SIGN[language]}`;
}

/**
 * What a row is of: modality and class, then the label a department gave it.
 * @example rowLabel({ modality: 'mri', class: 'A', label: null }, 'en') // 'MRI · ambulatory A'
 * @example rowLabel({ modality: 'mri', class: 'A', label: 'genou' }, 'fr') // 'IRM A · genou'
 */
export function rowLabel(row: FittedRow, language: Language): string {
  const modality = MODALITY_WORDS[row.modality][language];
  const patientClass = row.class;
  if (patientClass === null) return modality;
  return row.label === null
    ? `${modality} · ${CLASS_HEADS[patientClass][language]}`
    : `${modality} ${patientClass} · ${printable(row.label)}`;
}
