/** Days of the week and times of day as planners type them, and as a spreadsheet stores them. */

import { DAY, HOUR, MINUTE } from '../units.ts';
import { DAYS } from '../vocabulary.ts';
import { nearestWord, plainText, type WeekLanguage } from './text.ts';

/** A date or a time as a spreadsheet stores it, without its date. */
export interface CellMoment {
  /** Seconds since its midnight. */
  readonly seconds: number;
  /** 0 is Monday. */
  readonly weekday: number;
  /** What a message shows of it. */
  readonly text: string;
}

/** What a cell holds; null when it is empty. */
export type CellValue = string | number | CellMoment | null;

/**
 * A cell as a text, trimmed; empty for nothing.
 * @example cellText(8.5) // '8.5'
 */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  return (typeof value === 'object' ? value.text : String(value)).trim();
}

const DAY_NAMES: Readonly<Record<WeekLanguage, readonly string[]>> = Object.freeze({
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
});

const EVERY_DAY = ['touslesjours', 'toutelasemaine', 'everyday', 'all', 'tous', 'daily'];
const WORKING_DAYS = ['joursouvres', 'ensemaine', 'weekdays'];

const SHORTEST_DAY = 2;
/** A longer cell names no days. */
const LONGEST_DAYS = 200;

/**
 * The name of a day in full.
 * @example dayName(0, 'fr') // 'lundi'
 */
export function dayName(day: number, language: WeekLanguage): string {
  return DAY_NAMES[language][day] ?? '';
}

/** The day a word names: in full, or its first letters (at least two), a plural s left out. */
function dayMeant(word: string): number | null {
  const plain = plainText(word).replace(/(?<=.{5})s$/, '');
  if (plain.length < SHORTEST_DAY) return null;
  for (const names of [DAY_NAMES.fr, DAY_NAMES.en]) {
    const found = names.filter((name) => plainText(name).startsWith(plain));
    // `ma` and `mar` mean mardi, as French abbreviations do; `s`, `t` would mean two days.
    if (found.length === 1) return names.indexOf(found[0]!);
  }
  return null;
}

export type DaysRead =
  | { readonly days: readonly number[] }
  | { readonly wrong: string; readonly nearest: string };

/**
 * The days a cell names, 0 (Monday) to 6, in order: a day in French or English, in full or shortened, a range, or a list
 * of both. A range may go past Sunday. Else the part that is no day and the nearest one.
 * @example readDays('lun-mer, Friday') // { days: [0, 1, 2, 4] }
 * @example readDays('ludni') // { wrong: 'ludni', nearest: 'lundi' }
 */
export function readDays(value: CellValue): DaysRead {
  if (typeof value === 'object' && value !== null) return { days: [value.weekday] };
  const text = cellText(value);
  if (text.length > LONGEST_DAYS) return { wrong: text, nearest: '' };
  const whole = plainText(text);
  if (EVERY_DAY.includes(whole)) return { days: [0, 1, 2, 3, 4, 5, 6] };
  if (WORKING_DAYS.includes(whole)) return { days: [0, 1, 2, 3, 4] };
  const days = new Set<number>();
  for (const part of text.split(/[,;/+&\n]|\s(?:et|and)\s/i)) {
    if (part.trim() === '') continue;
    const ends = part.split(/\s*[-–—]\s*|\s+(?:à|a|au|to)\s+/i);
    const [first, last = first] = ends.map(dayMeant);
    if (first === undefined || first === null || last === undefined || last === null || ends.length > 2) {
      const wrong = ends.find((name) => dayMeant(name) === null) ?? part;
      return { wrong: part.trim(), nearest: nearestWord(wrong.trim(), [...DAY_NAMES.fr, ...DAY_NAMES.en]) };
    }
    for (let day = first; ; day = (day + 1) % DAYS.length) {
      days.add(day);
      if (day === last) break;
    }
  }
  if (days.size === 0) return { wrong: text, nearest: '' };
  return { days: [...days].sort((a, b) => a - b) };
}

/**
 * Days as a scenario writes them: ranges and lists.
 * @example writtenDays([0, 1, 2, 4]) // 'mon-wed,fri'
 */
export function writtenDays(days: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < days.length; at++) {
    let end = at;
    while (days[end + 1] === days[end]! + 1) end += 1;
    const first = DAYS[days[at]!]!;
    parts.push(end === at ? first : `${first}-${DAYS[days[end]!]!}`);
    at = end;
  }
  return parts.join(',');
}

const CLOCK = /^(\d{1,2})\s*(?::|h|heures?)\s*(?:(\d{1,2})\s*(?:min|mn|m)?)?(?::(\d{2}))?$/i;
const TWELVE_HOURS = /^(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?\s*([ap])\.?m\.?$/i;
const DECIMAL = /^\d+(?:[.,]\d+)?$/;
/** Decimals from which a number was computed, so that 8.333333 is 08:20. */
const COMPUTED_DECIMALS = 3;

/**
 * Seconds since midnight, 0 to 86 400, of a time of day: `08:00`, `8h`, `8h30`, `8:30:00`, `8:30 am`, hours with
 * decimals (`8,5`, `8.25`: quarters only, since 8.3 could be 08:18 or 08:30), a time of a spreadsheet, or what it stores
 * for one, a fraction of a day below 1 (`0,354166667`). Whole minutes only; null when it is no time.
 * @example readClock('8h30') // 30600
 * @example readClock(0.354166666666667) // 30600
 * @example readClock('8,3') // null
 */
export function readClock(value: CellValue): number | null {
  if (value === null) return null;
  if (typeof value === 'object') return wholeMinutes(value.seconds);
  const text = cellText(value);
  if (DECIMAL.test(text)) return decimalClock(text.replace(',', '.'));
  const twelve = TWELVE_HOURS.exec(text);
  if (twelve !== null) {
    const hour = Number(twelve[1]);
    if (hour < 1 || hour > 12) return null;
    const shift = twelve[4]!.toLowerCase() === 'p' ? 12 : 0;
    return clock((hour % 12) + shift, Number(twelve[2] ?? 0), Number(twelve[3] ?? 0));
  }
  const parts = CLOCK.exec(text);
  if (parts === null) return null;
  // `8:3` would be 08:03 or 08:30.
  if (parts[2] !== undefined && parts[2].length < 2) return null;
  if (parts[2] === undefined && text.includes(':')) return null;
  return clock(Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0));
}

function clock(hour: number, minute: number, second: number): number | null {
  const seconds = hour * HOUR + minute * MINUTE + second;
  return minute > 59 || second !== 0 || seconds > DAY ? null : seconds;
}

function decimalClock(text: string): number | null {
  const number = Number(text);
  if (number > 24) return null;
  if (number < 1) return wholeMinutes(number * DAY);
  const decimals = text.split('.')[1]?.length ?? 0;
  if (decimals >= COMPUTED_DECIMALS) return wholeMinutes(number * HOUR);
  return (number * 4) % 1 === 0 ? number * HOUR : null;
}

/** A spreadsheet rounds: a few seconds off are none. */
const ROUNDING_SECONDS = 5;

function wholeMinutes(seconds: number): number | null {
  const rounded = Math.round(seconds / MINUTE) * MINUTE;
  return Math.abs(rounded - seconds) <= ROUNDING_SECONDS && rounded <= DAY ? rounded : null;
}

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * A time of day as it is written everywhere; with its seconds when they are not whole minutes.
 * @example showClock(30600) // '08:30'
 * @example showClock(30615) // '08:30:15'
 */
export function showClock(seconds: number): string {
  const minutes = Math.floor(seconds / MINUTE);
  const rest = seconds - minutes * MINUTE;
  const text = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return rest === 0 ? text : `${text}:${two(rest)}`;
}
