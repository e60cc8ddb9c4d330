/** Minutes and laws of durations as they stand in a cell of a week: `15 min`, `law: uniform; min: 15; max: 40`. */

import { DAY, HOUR, MINUTE, WEEK } from '../units.ts';
import { splitOutside, unquoteName, type WeekLanguage } from './text.ts';

/** A value as a scenario file holds it. */
export type Written = string | number | boolean | readonly Written[] | { readonly [key: string]: Written };

const NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;
const QUANTITY = /^([+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)\s*([a-zéè]*)\.?$/i;
const UNITS: Readonly<Record<string, number>> = Object.freeze({
  '': MINUTE,
  s: 1,
  sec: 1,
  seconde: 1,
  second: 1,
  min: MINUTE,
  mn: MINUTE,
  minute: MINUTE,
  h: HOUR,
  heure: HOUR,
  hour: HOUR,
  d: DAY,
  j: DAY,
  jour: DAY,
  day: DAY,
  w: WEEK,
  semaine: WEEK,
  week: WEEK,
});

const numberOf = (text: string): number => Number(text.replace(',', '.'));

/**
 * Seconds of a duration in a cell: `90`, `90 min`, `1,5 h`, `30 s`, `2 j`; without a unit, minutes. Null when it is none.
 * @example readSeconds('1,5 h') // 5400
 * @example readSeconds('soon') // null
 */
export function readSeconds(text: string): number | null {
  const parts = QUANTITY.exec(text.trim());
  if (parts === null) return null;
  const unit = parts[2]!.toLowerCase();
  const name = unit.length > 1 && unit !== 's' ? unit.replace(/s$/, '') : unit;
  const seconds = Object.hasOwn(UNITS, name) ? numberOf(parts[1]!) * UNITS[name]! : Number.NaN;
  return Number.isFinite(seconds) ? seconds : null;
}

/**
 * A number in a cell: decimal comma in French.
 * @example showNumber(0.5, 'fr') // '0,5'
 */
export function showNumber(n: number, language: WeekLanguage): string {
  return language === 'fr' ? String(n).replace('.', ',') : String(n);
}

/** Minutes that give back exactly these seconds, or null. */
const exactMinutes = (seconds: number): number | null =>
  (seconds / MINUTE) * MINUTE === seconds ? seconds / MINUTE : null;

/** More digits than that are easier in seconds. */
const SHORT_NUMBER = 6;

/**
 * Seconds as a cell shows them; `readSeconds` gives them back exactly.
 * @example showSeconds(5400, 'fr') // '90 min'
 */
export function showSeconds(seconds: number, language: WeekLanguage): string {
  const minutes = exactMinutes(seconds);
  const isShort = minutes !== null && String(minutes).length <= SHORT_NUMBER;
  return isShort ? `${showNumber(minutes, language)} min` : `${showNumber(seconds, language)} s`;
}

/**
 * Seconds as a scenario writes a duration: a number of minutes, or a text in seconds where minutes would be rounded.
 * @example writtenMinutes(5400) // 90
 */
export function writtenMinutes(seconds: number): number | string {
  return exactMinutes(seconds) ?? `${seconds}s`;
}

/** What can stand bare in a law and still be read as a text. */
const BARE = /^[\p{L}\p{N}][\p{L}\p{N} ._'’()-]*$/u;

function showPart(value: Written, language: WeekLanguage): string {
  if (Array.isArray(value)) return `[${value.map((one) => showPart(one, language)).join(' / ')}]`;
  if (typeof value === 'number') return showNumber(value, language);
  if (typeof value !== 'string') return String(value);
  const bare = BARE.test(value) && typeof readPart(value) === 'string' && value.trim() === value;
  return bare ? value : `"${value.replaceAll('"', '""')}"`;
}

function readPart(text: string): Written {
  if (text.startsWith('[') && text.endsWith(']')) return splitOutside(text.slice(1, -1), '/').map(readPart);
  if (NUMBER.test(text)) return numberOf(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return unquoteName(text);
}

/**
 * A law as a cell shows it: a duration, or the keys of its written form with `: ` and `; ` between, lists in brackets
 * with ` / ` between. `readLaw` gives back a law that means the same.
 * @example showLaw({ law: 'uniform', min: 15, max: 40 }, 'fr') // 'law: uniform; min: 15; max: 40'
 * @example showLaw(8, 'fr') // '8 min'
 */
export function showLaw(law: Written, language: WeekLanguage): string {
  if (typeof law === 'number') return `${showNumber(law, language)} min`;
  if (typeof law !== 'object' || Array.isArray(law)) return String(law);
  return Object.entries(law)
    .map(([key, value]) => `${key}: ${showPart(value, language)}`)
    .join('; ');
}

const LAW_KEY = /^[a-z][a-z0-9-]*$/;

/**
 * The law a cell holds, as a scenario would write it; null when it is none.
 * @example readLaw('law: gamma; mean: 5; cv: 0,5') // { law: 'gamma', mean: 5, cv: 0.5 }
 * @example readLaw('10 min') // 10
 */
export function readLaw(text: string): Written | null {
  const seconds = readSeconds(text);
  if (seconds !== null) return writtenMinutes(seconds);
  const entries: [string, Written][] = [];
  for (const part of splitOutside(text, ';\n')) {
    const colon = part.indexOf(':');
    if (colon <= 0) return null;
    const key = part.slice(0, colon).trim();
    const value = part.slice(colon + 1).trim();
    if (value === '' || !LAW_KEY.test(key)) return null;
    entries.push([key, readPart(value)]);
  }
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
