/**
 * The French calendar: civil dates as day numbers, public holidays, school holidays. A day number counts days from
 * Thursday 1 January 1970 (day 0) in the proleptic Gregorian calendar. No clock and no time zone is involved.
 */
import type { Label } from './scenario.ts';

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const DAYS_IN_400_YEARS = 146_097;
/** Days from 1 March of year 0 to 1 January 1970. */
const EPOCH = 719_468;

/**
 * Day number of a civil date. Throws a RangeError when the month or the day does not exist.
 * Algorithm: years counted from March, so that the leap day is the last one (Hinnant, "days from civil").
 * @example dayNumber(1970, 1, 1) // 0
 * @example dayNumber(2026, 5, 25) // 20598
 */
export function dayNumber(year: number, month: number, day: number): number {
  if (!isCivilDate(year, month, day)) throw new RangeError(`no such date: ${year}-${month}-${day}`);
  return daysFromCivil(year, month, day);
}

function daysFromCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - EPOCH;
}

/**
 * Civil date of a day number; the reverse of `dayNumber`.
 * @example fromDayNumber(20598) // { year: 2026, month: 5, day: 25 }
 */
export function fromDayNumber(number: number): CivilDate {
  const days = Math.floor(number) + EPOCH;
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const dayOfEra = days - era * DAYS_IN_400_YEARS;
  const leapDays =
    Math.floor(dayOfEra / 1460) -
    Math.floor(dayOfEra / 36_524) +
    Math.floor(dayOfEra / (DAYS_IN_400_YEARS - 1));
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = ((monthFromMarch + 2) % 12) + 1;
  return Object.freeze({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day });
}

/** True when the three whole numbers name a day of the Gregorian calendar. */
function isCivilDate(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  if (month < 1 || month > 12 || day < 1) return false;
  const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
  return day <= next - daysFromCivil(year, month, 1);
}

/**
 * Day of the week of a day number: 0 Monday to 6 Sunday.
 * @example weekday(0) // 3
 * @example weekday(dayNumber(2026, 5, 25)) // 0
 */
export function weekday(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

/**
 * Day number of the Monday on or before a day: the start of its week.
 * @example mondayOf(dayNumber(2026, 5, 27)) // 20598
 */
export function mondayOf(number: number): number {
  return number - weekday(number);
}

/**
 * Day number of a date written `YYYY-MM-DD`; null when the text is not one or the date does not exist.
 * @example parseDate('2026-05-25') // 20598
 * @example parseDate('2026-02-30') // null
 */
export function parseDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? civilDayOrNull(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/**
 * Day number of a civil date, or null when it does not exist: `dayNumber` for dates somebody typed.
 * @example civilDayOrNull(2025, 2, 29) // null
 */
export function civilDayOrNull(year: number, month: number, day: number): number | null {
  return isCivilDate(year, month, day) ? daysFromCivil(year, month, day) : null;
}

/**
 * The date of a day number as `YYYY-MM-DD`.
 * @example formatDate(20598) // '2026-05-25'
 */
export function formatDate(number: number): string {
  const { year, month, day } = fromDayNumber(number);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Day number of Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Jones, Butcher).
 * @example formatDate(easterSunday(2026)) // '2026-04-05'
 */
export function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const skippedLeapYears =
    century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + skippedLeapYears + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const march = epact + toSunday - 7 * correction + 114;
  return dayNumber(year, Math.floor(march / 31), (march % 31) + 1);
}

export type HolidayRegion = 'metropole' | 'alsace-moselle';

export interface PublicHoliday {
  readonly id: string;
  readonly day: number;
  readonly label: Label;
}

/**
 * Public holidays of a civil year in order of date, as day numbers: the eleven of article L. 3133-1 of the Code du
 * travail; with `alsace-moselle`, Good Friday and 26 December too (L. 3134-13). Two may fall on one day (1 May 2008).
 * @example publicHolidays(2026).length // 11
 * @example publicHolidays(2026, 'alsace-moselle').length // 13
 * @example formatDate(publicHolidays(2026)[1].day) // '2026-04-06'
 */
export function publicHolidays(year: number, region: HolidayRegion = 'metropole'): readonly PublicHoliday[] {
  const easter = easterSunday(year);
  const holiday = (id: string, day: number, en: string, fr: string): PublicHoliday =>
    Object.freeze({ id, day, label: Object.freeze({ en, fr }) });
  const holidays = [
    holiday('new-year', dayNumber(year, 1, 1), 'New Year’s Day', 'Jour de l’an'),
    holiday('easter-monday', easter + 1, 'Easter Monday', 'Lundi de Pâques'),
    holiday('labour-day', dayNumber(year, 5, 1), 'Labour Day', 'Fête du Travail'),
    holiday('victory-1945', dayNumber(year, 5, 8), 'Victory 1945', 'Victoire 1945'),
    holiday('ascension', easter + 39, 'Ascension Day', 'Ascension'),
    holiday('whit-monday', easter + 50, 'Whit Monday', 'Lundi de Pentecôte'),
    holiday('national-day', dayNumber(year, 7, 14), 'National Day', 'Fête nationale'),
    holiday('assumption', dayNumber(year, 8, 15), 'Assumption', 'Assomption'),
    holiday('all-saints', dayNumber(year, 11, 1), 'All Saints’ Day', 'Toussaint'),
    holiday('armistice-1918', dayNumber(year, 11, 11), 'Armistice 1918', 'Armistice 1918'),
    holiday('christmas', dayNumber(year, 12, 25), 'Christmas Day', 'Noël'),
  ];
  if (region === 'alsace-moselle') {
    holidays.push(
      holiday('good-friday', easter - 2, 'Good Friday', 'Vendredi saint'),
      holiday('st-stephen', dayNumber(year, 12, 26), 'St Stephen’s Day', 'Saint-Étienne'),
    );
  }
  return Object.freeze(holidays.sort((a, b) => a.day - b.day));
}

/**
 * Day numbers of the public holidays from one day to another (both included), each once, in order.
 * @example publicHolidayDays(dayNumber(2026, 12, 25), dayNumber(2027, 1, 1)).length // 2
 */
export function publicHolidayDays(
  firstDay: number,
  lastDay: number,
  region: HolidayRegion = 'metropole',
): readonly number[] {
  const days = new Set<number>();
  for (let year = fromDayNumber(firstDay).year; year <= fromDayNumber(lastDay).year; year++) {
    for (const { day } of publicHolidays(year, region)) if (day >= firstDay && day <= lastDay) days.add(day);
  }
  return Object.freeze([...days]);
}

export const SCHOOL_ZONES = ['A', 'B', 'C'] as const;
export type SchoolZone = (typeof SCHOOL_ZONES)[number];
export type SchoolPeriod = 'all-saints' | 'christmas' | 'winter' | 'spring' | 'summer';

/** One school holiday. Dates as published: the first free day (a Saturday) and the day classes are back. */
export interface SchoolHoliday {
  readonly schoolYear: string;
  readonly period: SchoolPeriod;
  readonly zones: readonly SchoolZone[];
  readonly from: string;
  readonly backOn: string;
  /** `unverified`: as published, not checked against the official journal. `assumed`: not published yet. */
  readonly certainty: 'unverified' | 'assumed';
}

const ALL = SCHOOL_ZONES;

const period = (
  schoolYear: string,
  name: SchoolPeriod,
  zones: readonly SchoolZone[],
  from: string,
  backOn: string,
  certainty: 'unverified' | 'assumed' = 'unverified',
): SchoolHoliday =>
  Object.freeze({ schoolYear, period: name, zones: Object.freeze([...zones]), from, backOn, certainty });

/**
 * School holidays of the published years. A table to be edited: any function here takes another one in its place.
 * The summer of 2027 is published by its start only; its end is the usual 1 September.
 */
export const SCHOOL_HOLIDAYS: readonly SchoolHoliday[] = Object.freeze([
  period('2025-2026', 'all-saints', ALL, '2025-10-18', '2025-11-03'),
  period('2025-2026', 'christmas', ALL, '2025-12-20', '2026-01-05'),
  period('2025-2026', 'winter', ['A'], '2026-02-07', '2026-02-23'),
  period('2025-2026', 'winter', ['B'], '2026-02-14', '2026-03-02'),
  period('2025-2026', 'winter', ['C'], '2026-02-21', '2026-03-09'),
  period('2025-2026', 'spring', ['A'], '2026-04-04', '2026-04-20'),
  period('2025-2026', 'spring', ['B'], '2026-04-11', '2026-04-27'),
  period('2025-2026', 'spring', ['C'], '2026-04-18', '2026-05-04'),
  period('2025-2026', 'summer', ALL, '2026-07-04', '2026-09-01'),
  period('2026-2027', 'all-saints', ALL, '2026-10-17', '2026-11-02'),
  period('2026-2027', 'christmas', ALL, '2026-12-19', '2027-01-04'),
  period('2026-2027', 'winter', ['A'], '2027-02-13', '2027-03-01'),
  period('2026-2027', 'winter', ['B'], '2027-02-20', '2027-03-08'),
  period('2026-2027', 'winter', ['C'], '2027-02-06', '2027-02-22'),
  period('2026-2027', 'spring', ['A'], '2027-04-10', '2027-04-26'),
  period('2026-2027', 'spring', ['B'], '2027-04-17', '2027-05-03'),
  period('2026-2027', 'spring', ['C'], '2027-04-03', '2027-04-19'),
  period('2026-2027', 'summer', ALL, '2027-07-03', '2027-09-01', 'assumed'),
]);

/**
 * Day numbers of the school holidays of a zone from one day to another (both included), in order, weekends inside
 * them included. The day classes are back is not one. Throws a RangeError when a date of the table does not exist.
 * @example schoolHolidayDays('A', dayNumber(2026, 2, 20), dayNumber(2026, 2, 28)).length // 3
 */
export function schoolHolidayDays(
  zone: SchoolZone,
  firstDay: number,
  lastDay: number,
  table: readonly SchoolHoliday[] = SCHOOL_HOLIDAYS,
): readonly number[] {
  const days = new Set<number>();
  for (const holiday of table) {
    if (!holiday.zones.includes(zone)) continue;
    const end = Math.min(isoDay(holiday.backOn) - 1, lastDay);
    for (let day = Math.max(isoDay(holiday.from), firstDay); day <= end; day++) days.add(day);
  }
  return Object.freeze([...days].sort((a, b) => a - b));
}

/**
 * True when the table says something about every day of the span: beyond it, "no school holidays" means "unknown".
 * @example schoolHolidaysKnown(dayNumber(2026, 1, 1), dayNumber(2027, 8, 31)) // true
 * @example schoolHolidaysKnown(dayNumber(2026, 1, 1), dayNumber(2029, 1, 1)) // false
 */
export function schoolHolidaysKnown(
  firstDay: number,
  lastDay: number,
  table: readonly SchoolHoliday[] = SCHOOL_HOLIDAYS,
): boolean {
  const first = Math.min(...table.map((holiday) => isoDay(holiday.from)));
  const last = Math.max(...table.map((holiday) => isoDay(holiday.backOn)));
  return firstDay >= first && lastDay < last;
}

function isoDay(text: string): number {
  const day = parseDate(text);
  if (day === null) throw new RangeError(`not a date: ${text}`);
  return day;
}
