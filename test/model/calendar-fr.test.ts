import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayNumber,
  easterSunday,
  formatDate,
  fromDayNumber,
  mondayOf,
  parseDate,
  publicHolidayDays,
  publicHolidays,
  SCHOOL_HOLIDAYS,
  SCHOOL_ZONES,
  schoolHolidayDays,
  schoolHolidaysKnown,
  weekday,
} from '../../src/model/calendar-fr.ts';

const day = (text: string): number => parseDate(text)!;
const MILLISECONDS_A_DAY = 86_400_000;

describe('day numbers', () => {
  it('agree with the clock of the platform over eight centuries, both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -141_427, max: 150_844 }), (number) => {
        const date = new Date(number * MILLISECONDS_A_DAY);
        expect(formatDate(number)).toBe(date.toISOString().slice(0, 10));
        const { year, month, day: dayOfMonth } = fromDayNumber(number);
        expect(dayNumber(year, month, dayOfMonth)).toBe(number);
        expect(weekday(number)).toBe((date.getUTCDay() + 6) % 7);
      }),
    );
  });

  it('follow each other across the leap day of 2000 and the missing one of 2100', () => {
    expect(dayNumber(2000, 3, 1) - dayNumber(2000, 2, 28)).toBe(2);
    expect(dayNumber(2100, 3, 1) - dayNumber(2100, 2, 28)).toBe(1);
  });

  it('refuse a day that does not exist', () => {
    expect(() => dayNumber(2025, 2, 29)).toThrow(RangeError);
    expect(() => dayNumber(2025, 13, 1)).toThrow(RangeError);
    expect(() => dayNumber(2025, 1, 1.5)).toThrow(RangeError);
  });

  it('know the Monday of a week from any of its days', () => {
    const monday = day('2026-05-25');
    for (let i = 0; i < 7; i++) expect(mondayOf(monday + i)).toBe(monday);
    expect(mondayOf(monday - 1)).toBe(monday - 7);
  });
});

describe('parseDate', () => {
  it('reads an ISO date', () => {
    expect(parseDate('1970-01-02')).toBe(1);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-5-25', '25/05/2026', '2026-05-25 ', ''])(
    'refuses "%s"',
    (text) => {
      expect(parseDate(text)).toBeNull();
    },
  );
});

describe('Easter', () => {
  it.each([
    ['1818-03-22', 'the earliest possible'],
    ['1943-04-25', 'the latest possible'],
    ['2000-04-23', ''],
    ['2008-03-23', ''],
    ['2024-03-31', ''],
    ['2025-04-20', ''],
    ['2026-04-05', ''],
    ['2027-03-28', ''],
    ['2049-04-18', 'an exception of the lunar tables'],
    ['2076-04-19', 'an exception of the lunar tables'],
  ])('falls on %s %s', (date) => {
    expect(formatDate(easterSunday(Number(date.slice(0, 4))))).toBe(date);
  });

  it('is always a Sunday from 22 March to 25 April', () => {
    for (let year = 1900; year <= 2200; year++) {
      const easter = easterSunday(year);
      expect(weekday(easter)).toBe(6);
      expect(easter).toBeGreaterThanOrEqual(dayNumber(year, 3, 22));
      expect(easter).toBeLessThanOrEqual(dayNumber(year, 4, 25));
    }
  });
});

describe('public holidays', () => {
  it('of 2026 are the eleven of the Code du travail, in order', () => {
    expect(publicHolidays(2026).map((holiday) => formatDate(holiday.day))).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  it('of Alsace-Moselle add Good Friday and 26 December', () => {
    const usual = new Set(publicHolidays(2026).map(({ id }) => id));
    const added = publicHolidays(2026, 'alsace-moselle').filter(({ id }) => !usual.has(id));
    expect(added.map((holiday) => formatDate(holiday.day))).toEqual(['2026-04-03', '2026-12-26']);
  });

  it('fall on one day when Ascension meets 1 May, and that day counts once', () => {
    expect(publicHolidays(2008).filter((holiday) => holiday.day === day('2008-05-01'))).toHaveLength(2);
    expect(publicHolidayDays(day('2008-01-01'), day('2008-12-31'))).toHaveLength(10);
  });

  it('of a span cross the new year and include both its ends', () => {
    expect(publicHolidayDays(day('2026-12-25'), day('2027-01-01')).map(formatDate)).toEqual([
      '2026-12-25',
      '2027-01-01',
    ]);
  });
});

describe('school holidays', () => {
  it('start on a Saturday, and classes are back on a working day', () => {
    for (const { from, backOn } of SCHOOL_HOLIDAYS) {
      expect(weekday(day(from))).toBe(5);
      expect(weekday(day(backOn))).toBeLessThan(5);
    }
  });

  it('last sixteen days for each zone, save the summer', () => {
    for (const holiday of SCHOOL_HOLIDAYS) {
      if (holiday.period !== 'summer') expect(day(holiday.backOn) - day(holiday.from)).toBe(16);
    }
  });

  it('cover the five periods of each of the two school years in every zone', () => {
    for (const zone of SCHOOL_ZONES) {
      expect(SCHOOL_HOLIDAYS.filter((holiday) => holiday.zones.includes(zone))).toHaveLength(10);
    }
  });

  it('of winter 2026 come zone after zone', () => {
    const first = (zone: 'A' | 'B' | 'C') =>
      schoolHolidayDays(zone, day('2026-02-01'), day('2026-03-31'))[0]!;
    expect((['A', 'B', 'C'] as const).map((zone) => formatDate(first(zone)))).toEqual([
      '2026-02-07',
      '2026-02-14',
      '2026-02-21',
    ]);
  });

  it('do not include the day classes are back', () => {
    const days = schoolHolidayDays('B', day('2026-10-01'), day('2026-11-30')).map(formatDate);
    expect([days[0], days.at(-1)]).toEqual(['2026-10-17', '2026-11-01']);
  });

  it('are cut at the ends of the span asked for', () => {
    expect(schoolHolidayDays('A', day('2026-07-10'), day('2026-07-12'))).toHaveLength(3);
  });

  it('can be read from an edited table', () => {
    const table = [{ ...SCHOOL_HOLIDAYS[0]!, zones: ['B'] as const }];
    expect(schoolHolidayDays('A', day('2025-10-18'), day('2025-11-02'), table)).toEqual([]);
    expect(schoolHolidayDays('B', day('2025-10-18'), day('2025-11-02'), table)).toHaveLength(16);
  });

  it('refuse an edited table with an impossible date', () => {
    const table = [{ ...SCHOOL_HOLIDAYS[0]!, backOn: '2025-11-31' }];
    expect(() => schoolHolidayDays('A', 0, 30_000, table)).toThrow(RangeError);
  });

  it('are said to be unknown beyond the published years', () => {
    expect(schoolHolidaysKnown(day('2026-01-01'), day('2026-12-31'))).toBe(true);
    expect(schoolHolidaysKnown(day('2026-01-01'), day('2027-09-01'))).toBe(false);
  });

  it('say of each date how sure it is', () => {
    const assumed = SCHOOL_HOLIDAYS.filter((holiday) => holiday.certainty === 'assumed');
    expect(assumed.map(({ schoolYear, period }) => [schoolYear, period])).toEqual([['2026-2027', 'summer']]);
  });
});
