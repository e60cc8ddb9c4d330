/** What must not change, as it is written on a command line: `irm`, `irm:tue`, `irm:tue:08:00-12:00`. */
import { readClock, readDays } from '../week/times.ts';
import type { Freeze } from './rules.ts';

/** A device and the part of its week that is frozen; null: every day, the whole day. */
export interface AskedFreeze {
  readonly device: string;
  readonly days: readonly number[] | null;
  readonly hours: Freeze['hours'];
}

/** Which part cannot be read, and what was probably meant where that is known: else an empty text. */
export interface FreezeFault {
  readonly fault: 'form' | 'days' | 'hours';
  readonly value: string;
  readonly nearest: string;
}

const FORM = /^\s*([^:\s]+)\s*(?::\s*([^:]*?)\s*(?::\s*(\S.*?)\s*)?)?$/u;
/** A text longer than this names no device, day and hours. */
const LONGEST = 200;

/**
 * The freeze a text says: a device, then its days (French or English, `mar.` or `tue`, a range or a list), then hours of
 * them; no day between two colons is every day. A fault where it cannot be read.
 * @example parseFreeze('irm') // { device: 'irm', days: null, hours: null }
 * @example parseFreeze('irm:mar.:8h-12h') // { device: 'irm', days: [1], hours: { fromSeconds: 28800, toSeconds: 43200 } }
 * @example parseFreeze('irm:tusday') // { fault: 'days', value: 'tusday', nearest: 'Tuesday' }
 * @example parseFreeze('irm:tue:12:00-08:00') // { fault: 'hours', value: '12:00-08:00', nearest: '' }
 */
export function parseFreeze(text: string): AskedFreeze | FreezeFault {
  const [, device = '', dayText, hoursText] = (text.length > LONGEST ? null : FORM.exec(text)) ?? [];
  if (device === '' || (dayText === '' && hoursText === undefined))
    return { fault: 'form', value: text, nearest: device };
  let days: readonly number[] | null = null;
  if (dayText !== undefined && dayText !== '') {
    const read = readDays(dayText);
    if ('wrong' in read) return { fault: 'days', value: read.wrong, nearest: read.nearest };
    days = read.days;
  }
  if (hoursText === undefined) return { device, days, hours: null };
  const [from = null, to = null, ...more] = hoursText.split(/\s*[-–—]\s*/).map(readClock);
  if (from === null || to === null || to <= from || more.length > 0)
    return { fault: 'hours', value: hoursText, nearest: '' };
  return { device, days, hours: { fromSeconds: from, toSeconds: to } };
}

/**
 * The same as the rules hold it: one line a day.
 * @example freezesOf({ device: 'irm', days: [1, 2], hours: null }).map(({ day }) => day) // [1, 2]
 */
export const freezesOf = ({ device, days, hours }: AskedFreeze): readonly Freeze[] =>
  (days ?? [null]).map((day) => ({ device, day, hours }));
