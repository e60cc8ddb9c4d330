/** A rule that a proposed week breaks: which, where, by how much, in words. */
import type { StaffGroup } from '../../../model/rules/rules.ts';
import type { Label } from '../../../model/scenario.ts';
import { DAY, HOUR, WEEK } from '../../../model/units.ts';
import { dayName, showClock } from '../../../model/week/times.ts';
import type { Stretch } from './stretches.ts';

const BROKEN_CODES = [
  'opening',
  'closed',
  'overlap',
  'set-aside',
  'shortest',
  'longest',
  'frozen',
  'hours',
  'roster',
  'together',
  'weekly-hours',
  'short-shift',
  'shifts',
  'rest',
] as const;
/**
 * `opening`: opened outside the hours in which sessions may be; `closed`: in hours in which a device stays closed; `overlap`: two
 * vacations of a device at once; `set-aside`: maintenance, quality control and the like given up; `shortest`, `longest`:
 * length of what was opened; `frozen`: changed though frozen; `hours`: more hours of opening than may be added; `roster`,
 * `together`: persons needed and not there; `weekly-hours`: of a group; `short-shift`: less than anybody comes for; `shifts`:
 * more shifts in a day than persons; `rest`: more persons in an evening and the next morning than there are.
 */
export type BrokenCode = (typeof BROKEN_CODES)[number];

export interface BrokenRule {
  readonly code: BrokenCode;
  /** Whose it is: only what the planner stated may be given up, the law never. */
  readonly owner: 'law' | 'staff' | 'rule';
  /** Site of the staff, or of the device; null for the whole scenario. */
  readonly site: string | null;
  readonly device: string | null;
  /** Of staff; null for other rules. */
  readonly group: StaffGroup | null;
  /** 0 Monday … 6 Sunday; null for the whole week. */
  readonly day: number | null;
  /** Found, and the most (or least) there may be, both in the same unit; 0 of what there may not be at all. */
  readonly value: number;
  readonly limit: number;
  /** True where the present week breaks it too, and the proposed one more. */
  readonly presentAlreadyBroke: boolean;
  /** A whole sentence: place, value and limit. */
  readonly label: Label;
}

/** What one check has found, and how many comparisons with a limit it has made. */
export interface Checked {
  readonly checks: number;
  readonly broken: readonly BrokenRule[];
}

/**
 * Several checks as one.
 * @example together([{ checks: 2, broken: [] }, { checks: 1, broken: [] }]).checks // 3
 */
export const together = (parts: readonly Checked[]): Checked => ({
  checks: parts.reduce((sum, { checks }) => sum + checks, 0),
  broken: parts.flatMap(({ broken }) => broken),
});

/**
 * The day a moment of the week is on, 0 to 6.
 * @example dayOf(86400) // 1
 */
export const dayOf = (seconds: number): number => Math.floor((seconds % WEEK) / DAY);

const clockAt = (seconds: number): string => showClock(seconds % DAY);

/** The end of a day is 24:00, not 00:00 of the next. */
const endClock = (seconds: number): string => (seconds % DAY === 0 ? '24:00' : clockAt(seconds));

const hoursIn = ({ from, to }: Stretch, language: 'en' | 'fr'): string =>
  `${dayName(dayOf(from), language)} ${clockAt(from)}–${endClock(to)}`;

/**
 * Hours as a planner says them.
 * @example hoursOf({ from: 66600, to: 73800 }).fr // 'lundi 18:30–20:30'
 */
export const hoursOf = (stretch: Stretch): Label => ({
  en: hoursIn(stretch, 'en'),
  fr: hoursIn(stretch, 'fr'),
});

/**
 * A number as both languages write it, of at most two decimals.
 * @example numberOf(1.5) // { en: '1.5', fr: '1,5' }
 */
export function numberOf(value: number): Label {
  const en = String(Math.round(value * 100) / 100);
  return { en, fr: en.replace('.', ',') };
}

/**
 * Seconds as hours, of at most two decimals.
 * @example inHours(5400) // 1.5
 */
export const inHours = (seconds: number): number => Math.round((seconds / HOUR) * 100) / 100;
