import { describe, expect, it } from 'vitest';
import {
  checkAppointments,
  checkDeviceOpens,
  checkEarlyEnd,
  checkLastWeek,
  checkOverlaps,
  checkPresence,
  checkReserveSizes,
} from '../../../src/model/consistency/week.ts';
import { scenarioInput, told, withDevice, withWeek } from './scenario.ts';

const nobooking = { type: 'emergency' };

describe('checkOverlaps', () => {
  const overlaps = (...week: readonly Readonly<Record<string, unknown>>[]) =>
    checkOverlaps(withWeek(...week));

  it.each([
    ['one after the other', [{ to: '12:00' }, { from: '12:00' }]],
    ['on other days', [{ days: 'mon-wed' }, { days: 'thu-fri' }]],
    ['around the clock', [{ days: 'mon-sun', from: '08:00', to: '08:00' }]],
    [
      'night after Sunday ends as Monday begins',
      [
        { days: 'sun', from: '20:00', to: '08:00' },
        { days: 'mon', from: '08:00', to: '18:00' },
      ],
    ],
    ['every other week in turn', [{ every: 2 }, { every: 2, 'first-week': 1 }]],
    [
      'Sunday night of one week, Monday of the same one',
      [
        { days: 'sun', from: '20:00', to: '08:00', every: 2 },
        { days: 'mon', from: '00:00', to: '06:00', every: 2 },
      ],
    ],
    ['periods that share a divisor and never meet', [{ every: 4 }, { every: 6, 'first-week': 1 }]],
    ['one that ends the week before the other begins', [{ 'last-week': 3 }, { 'first-week': 4 }]],
    [
      'a last week before the first time of both',
      [
        { every: 3, 'last-week': 8 },
        { every: 10, 'first-week': 9 },
      ],
    ],
    [
      'Sunday night of the last week, Monday of the weeks before',
      [
        { days: 'sun', from: '20:00', to: '08:00', 'first-week': 5, 'last-week': 5 },
        { days: 'mon', from: '00:00', to: '06:00', 'last-week': 5 },
      ],
    ],
  ])('accepts %s', (_, week) => {
    expect(overlaps(...week)).toEqual([]);
  });

  it.each([
    ['on one day', [{ to: '12:30' }, { from: '12:00' }], 'mon 08:00–12:30', 'mon 12:00–18:00'],
    [
      'past midnight',
      [
        { days: 'mon', from: '20:00', to: '08:30' },
        { days: 'tue', from: '08:00' },
      ],
      'mon 20:00–08:30',
      'tue 08:00–18:00',
    ],
    [
      'from Sunday to Monday',
      [
        { days: 'sun', from: '20:00', to: '08:30' },
        { days: 'mon', from: '08:00' },
      ],
      'sun 20:00–08:30',
      'mon 08:00–18:00',
    ],
    [
      'from Sunday of one week to Monday of the next, every other week',
      [
        { days: 'sun', from: '20:00', to: '08:30', every: 2 },
        { days: 'mon', from: '08:00', every: 2, 'first-week': 1 },
      ],
      'sun 20:00–08:30',
      'mon 08:00–18:00',
    ],
    [
      'told in order of time, whatever the order of the lines',
      [
        { days: 'mon', from: '00:00', to: '08:30' },
        { days: 'sun', from: '20:00', to: '02:00' },
      ],
      'sun 20:00–02:00',
      'mon 00:00–08:30',
    ],
    ['periods without common divisor', [{ every: 2 }, { every: 3 }], 'mon 08:00–18:00', 'mon 08:00–18:00'],
    [
      'in the one week both have',
      [{ 'last-week': 4 }, { 'first-week': 4 }],
      'mon 08:00–18:00',
      'mon 08:00–18:00',
    ],
    [
      'at the only common week, reached late',
      [
        { every: 4, 'last-week': 12 },
        { every: 3, 'first-week': 9 },
      ],
      'mon 08:00–18:00',
      'mon 08:00–18:00',
    ],
    [
      'from the Sunday of the last week to the Monday after',
      [
        { days: 'sun', from: '20:00', to: '08:30', 'last-week': 5 },
        { days: 'mon', from: '08:00', 'first-week': 6 },
      ],
      'sun 20:00–08:30',
      'mon 08:00–18:00',
    ],
    [
      'late first weeks',
      [{ 'first-week': 10 }, { every: 5, 'first-week': 3 }],
      'mon 08:00–18:00',
      'mon 08:00–18:00',
    ],
  ])('reports an overlap %s', (_, week, first, second) => {
    const found = overlaps(...week);
    expect(told(found)).toEqual(['error vacations-overlap devices.0.week.1']);
    expect(found[0]?.values).toEqual({ device: 'irm', first, second });
  });

  it('reports a pair of lines once, however many days they share', () => {
    expect(overlaps({}, {}, { days: 'sat' })).toHaveLength(1);
  });
});

describe('checkLastWeek', () => {
  it('accepts a vacation that takes place once', () => {
    expect(checkLastWeek(withWeek({ 'first-week': 3, 'last-week': 3 }))).toEqual([]);
  });

  it('reports a last week before the first', () => {
    const found = checkLastWeek(withWeek({ 'first-week': 3, 'last-week': 2 }));
    expect(told(found)).toEqual(['error last-week-before-first devices.0.week.0.last-week']);
    expect(found[0]?.values).toEqual({ last: 2, first: 3 });
  });
});

describe('checkReserveSizes', () => {
  it('accepts reserves that fill their vacation', () => {
    expect(checkReserveSizes(withWeek({ reserve: { H: '4h', U: '6h' } }))).toEqual([]);
  });

  it('reports reserves that together are longer than their vacation', () => {
    const found = checkReserveSizes(withWeek({ reserve: { H: '4h', U: '361min' } }));
    expect(told(found)).toEqual(['error reserve-too-large devices.0.week.0.reserve']);
    expect(found[0]?.values).toEqual({ minutes: 601, limit: 600 });
  });

  it('warns of a reserve where no appointment is given', () => {
    expect(told(checkReserveSizes(withWeek({ ...nobooking, reserve: { H: '1h' } })))).toEqual([
      'warning reserve-not-booked devices.0.week.0.reserve',
    ]);
  });
});

describe('checkAppointments', () => {
  it('accepts times that rise or repeat, inside the vacation', () => {
    expect(checkAppointments(withWeek({ appointments: [0, 0, 15, 599] }))).toEqual([]);
  });

  it('reports a time before the one above it', () => {
    const found = checkAppointments(withWeek({ appointments: [0, 30, 15] }));
    expect(told(found)).toEqual(['error appointments-decreasing devices.0.week.0.appointments.2']);
    expect(found[0]?.values).toEqual({ minutes: 15, previous: 30 });
  });

  it('reports a time at or after the end', () => {
    expect(told(checkAppointments(withWeek({ appointments: [0, 600] })))).toEqual([
      'error appointments-beyond devices.0.week.0.appointments.1',
    ]);
  });
});

describe('checkEarlyEnd', () => {
  it('accepts an early end shorter than the vacation', () => {
    expect(checkEarlyEnd(withWeek({ 'early-end': 599 }))).toEqual([]);
  });

  it('warns of one as long as the vacation', () => {
    expect(told(checkEarlyEnd(withWeek({ 'early-end': '10h' })))).toEqual([
      'warning early-end-too-long devices.0.week.0.early-end',
    ]);
  });
});

describe('checkPresence', () => {
  it('accepts presence on call', () => {
    expect(checkPresence(withWeek({ type: 'on-call', presence: 'astreinte' }))).toEqual([]);
  });

  it('warns of presence in another vacation', () => {
    expect(told(checkPresence(withWeek({ presence: 'astreinte' })))).toEqual([
      'warning presence-ignored devices.0.week.0.presence',
    ]);
  });
});

describe('checkDeviceOpens', () => {
  it('accepts a device with a vacation for patients', () => {
    expect(checkDeviceOpens(scenarioInput())).toEqual([]);
  });

  it.each([
    ['no vacation', []],
    ['maintenance only', [{ days: 'mon', from: '08:00', to: '10:00', type: 'maintenance' }]],
  ])('warns of a device with %s', (_, week) => {
    expect(told(checkDeviceOpens(withDevice({ week })))).toEqual([
      'warning device-never-open devices.0.week',
    ]);
  });
});
