/** Quantities as users write them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseClock, parseQuantity, zClock, zDays, zMinutes, zSignedMinutes } from '../../src/model/units.ts';

describe('a quantity with its unit', () => {
  it.each([
    ['90s', 90],
    ['90min', 5400],
    ['1.5h', 5400],
    ['1,5h', 5400],
    ['30d', 2_592_000],
    ['2w', 1_209_600],
    [' 28 min ', 1680],
    ['-10min', -600],
    ['0s', 0],
  ])('%s is %d seconds', (text, seconds) => {
    expect(parseQuantity(text)).toBe(seconds);
  });

  it.each(['', 'soon', '10', '10 minutes', '1e3s', 'min', '1.2.3h', '--1s', '1 000s', '∞d'])(
    '%j is not one',
    (text) => {
      expect(parseQuantity(text)).toBeNull();
    },
  );

  it('is read back whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.nat({ max: 99 }), (whole, cents) => {
        const text = `${whole}.${String(cents).padStart(2, '0')}s`;
        expect(parseQuantity(text)).toBe(Number(text.slice(0, -1)));
      }),
      { seed: 1 },
    );
  });
});

describe('a time of day', () => {
  it.each([
    ['00:00', 0],
    ['8:05', 29_100],
    ['08:30', 30_600],
    ['24:00', 86_400],
  ])('%s is %d seconds after midnight', (text, seconds) => {
    expect(parseClock(text)).toBe(seconds);
  });

  it.each(['24:01', '25:00', '08:60', '8h30', '08:3', '-1:00', '', '08:30:00'])('%j is not one', (text) => {
    expect(parseClock(text)).toBeNull();
  });
});

describe('a field', () => {
  it('of minutes takes a bare number of minutes, or any unit, and gives seconds', () => {
    expect([zMinutes.parse(28), zMinutes.parse('90s'), zMinutes.parse('2h')]).toEqual([1680, 90, 7200]);
  });

  it('of minutes is not negative, unless it may be', () => {
    expect(zMinutes.safeParse(-1).success).toBe(false);
    expect(zMinutes.safeParse('-1min').success).toBe(false);
    expect(zSignedMinutes.parse('-1min')).toBe(-60);
  });

  it('of days takes a bare number of days, or any unit, and gives days', () => {
    expect([zDays.parse(3), zDays.parse('12h'), zDays.parse('2w')]).toEqual([3, 0.5, 14]);
  });

  it('of neither takes infinity or a word', () => {
    for (const field of [zMinutes, zSignedMinutes, zDays]) {
      expect(field.safeParse(Number.POSITIVE_INFINITY).success).toBe(false);
      expect(field.safeParse('soon').success).toBe(false);
    }
  });

  it('of a clock gives seconds since midnight', () => {
    expect(zClock.parse('18:30')).toBe(66_600);
    expect(zClock.safeParse('18.30').success).toBe(false);
  });
});
