/** Editing a week: what is opened, what gives way, and what is refused. */
import { describe, expect, it } from 'vitest';
import type { Device, Vacation } from '../../../src/model/scenario.ts';
import { staffDifference, staffOf } from '../../../src/optimize/levers/staffing.ts';
import { costPerYear, UNIT_COSTS } from '../../../src/optimize/levers/unit-costs.ts';
import {
  atHours,
  endingAt,
  freeParts,
  lastOfProgramme,
  onGrid,
  outside,
  overlaps,
  startingAt,
  withOpened,
  withoutOnCall,
  withWeekOf,
} from '../../../src/optimize/levers/week-edit.ts';
import { device, flow, type RawVacation, scenarioOf, vacation } from '../../engine/play.ts';

const HOUR = 3600;
const weekOf = (...week: RawVacation[]): Device =>
  scenarioOf({ devices: [device({ week })], flows: [flow()] }).devices[0]!;
/** `1 8-12 public-scheduled`: day, hours and type. */
const said = (week: readonly Vacation[]): readonly string[] =>
  week.map(
    ({ day, fromSeconds, toSeconds, type }) => `${day} ${fromSeconds / HOUR}-${toSeconds / HOUR} ${type}`,
  );
const at = (day: number, from: number, to: number) => ({
  day,
  fromSeconds: from * HOUR,
  toSeconds: to * HOUR,
});
const onCall = (parts: Partial<RawVacation>) => vacation({ type: 'on-call', ...parts });

describe('hours that are free', () => {
  it('are those in which nothing but on-call takes place', () => {
    const { week } = weekOf(vacation({ days: 'mon' }), onCall({ days: 'mon', from: '12:00', to: '20:00' }));
    expect(freeParts(week, at(0, 6, 14))).toEqual([at(0, 6, 8), at(0, 12, 14)]);
  });

  it('are taken by a vacation that comes from the night before, from Sunday to Monday too', () => {
    const { week } = weekOf(vacation({ days: 'sun', from: '22:00', to: '06:00', type: 'emergency' }));
    expect(freeParts(week, at(0, 4, 8))).toEqual([at(0, 6, 8)]);
  });

  it('are taken by a vacation of some weeks only', () => {
    const { week } = weekOf(vacation({ days: 'mon', type: 'maintenance', every: 4, 'first-week': 2 }));
    expect(freeParts(week, at(0, 8, 12))).toEqual([]);
  });
});

describe('a vacation that is opened', () => {
  const like = weekOf(vacation({ days: 'tue', accepts: { inserted: ['H'] } })).week[0]!;

  it('makes on-call end before it and begin again after it', () => {
    const { week } = weekOf(onCall({ days: 'tue', from: '18:00', to: '08:00' }));
    const opened = withOpened(week, { ...like, ...at(1, 19, 21) });
    expect(said(opened)).toEqual(['1 18-19 on-call', '1 19-21 public-scheduled', '1 21-32 on-call']);
  });

  it('past midnight cuts on-call of the next day, in order', () => {
    const { week } = weekOf(
      onCall({ days: 'sun', from: '20:00', to: '08:00' }),
      onCall({ days: 'mon', from: '08:00', to: '10:00' }),
    );
    const cut = withoutOnCall(week, at(6, 22, 33));
    expect(said(cut)).toEqual(['0 9-10 on-call', '6 20-22 on-call']);
  });

  it('leaves what follows a cut past midnight on the next day', () => {
    const { week } = weekOf(onCall({ days: 'sun', from: '20:00', to: '08:00' }));
    expect(said(withoutOnCall(week, at(6, 22, 26)))).toEqual(['0 2-8 on-call', '6 20-22 on-call']);
  });

  it('receives whoever the on-call it takes the place of received', () => {
    const { week } = weekOf(onCall({ days: 'tue', from: '12:00', to: '20:00' }));
    const [first] = withOpened(week, { ...like, ...at(1, 12, 14) });
    expect(first!.inserted).toEqual(['H', 'R', 'U']);
  });

  it('is cut to what is free, and changes nothing where nothing is', () => {
    const { week } = weekOf(vacation({ days: 'tue' }));
    expect(said(withOpened(week, { ...like, ...at(1, 10, 13) }))).toEqual([
      '1 8-12 public-scheduled',
      '1 12-13 public-scheduled',
    ]);
    expect(withOpened(week, { ...like, ...at(1, 9, 11) })).toBe(week);
  });

  it('leaves on-call elsewhere the very same', () => {
    const { week } = weekOf(onCall({ days: 'thu', from: '18:00', to: '20:00' }));
    expect(withOpened(week, { ...like, ...at(1, 18, 20) })).toContain(week[0]);
  });
});

describe('a vacation at other hours', () => {
  it('belongs to the day it starts on', () => {
    const { week } = weekOf(vacation({ days: 'sun', every: 4, 'first-week': 1 }));
    expect(atHours(week[0]!, 25 * HOUR, 27 * HOUR)).toMatchObject({ ...at(0, 1, 3), firstWeek: 2 });
  });

  it('keeps an early end shorter than itself', () => {
    const { week } = weekOf(vacation({ 'early-end': 60 }));
    expect(atHours(week[0]!, 8 * HOUR, 9 * HOUR).earlyEndSeconds).toBe(HOUR / 2);
  });

  it('is not shortened below two hours, its reserves, its slots, or its first appointment', () => {
    const ending = (parts: Partial<RawVacation>, hour: number, slot = 20) => {
      const one = scenarioOf({
        devices: [device({ slots: { A: slot }, week: [vacation({ days: 'mon', ...parts })] })],
        flows: [flow()],
      }).devices[0]!;
      return endingAt(one, one.week[0]!, hour * HOUR);
    };
    expect(ending({}, 10)!.toSeconds).toBe(10 * HOUR);
    expect(ending({}, 9.9)).toBeNull();
    expect(ending({ reserve: { H: 150 } }, 10)).toBeNull();
    expect(ending({}, 10, 120)).toBeNull();
    expect(ending({ appointments: [130, 200] }, 10)).toBeNull();
    expect(ending({ appointments: [0, 60, 130] }, 10)!.appointments).toEqual([0, HOUR]);
  });
});

describe('a vacation that begins later', () => {
  const starting = (parts: Partial<RawVacation>, hour: number) => {
    const one = weekOf(vacation({ days: 'mon', ...parts }));
    return startingAt(one, one.week[0]!, hour * HOUR);
  };

  it('ends as before, and keeps an early end shorter than itself', () => {
    expect(starting({ 'early-end': 90 }, 10)).toMatchObject({ ...at(0, 10, 12), earlyEndSeconds: HOUR });
  });

  it('keeps the fixed appointments that are left at their time of day', () => {
    expect(starting({ appointments: [0, 60, 120, 180] }, 10)!.appointments).toEqual([0, HOUR]);
    expect(starting({ appointments: [0, 60] }, 10)).toBeNull();
  });

  it('is not shortened below two hours, nor below its reserves', () => {
    expect(starting({}, 10.1)).toBeNull();
    expect(starting({ reserve: { H: 150 } }, 10)).toBeNull();
  });

  it('belongs to the next day when it begins past midnight', () => {
    expect(starting({ from: '22:00', to: '04:00' }, 25)).toMatchObject(at(1, 1, 4));
  });
});

describe('hours outside others', () => {
  it('are cut where the others take place in the week before or after', () => {
    expect(outside(at(6, 20, 30), [at(0, 2, 4)])).toEqual([at(6, 20, 26), at(6, 28, 30)]);
    expect(outside(at(0, 0, 6), [at(6, 20, 26)])).toEqual([at(0, 2, 6)]);
  });

  it('do not overlap those they only touch', () => {
    expect(overlaps(at(6, 20, 26), at(0, 1, 3))).toBe(true);
    expect(overlaps(at(6, 20, 26), at(0, 2, 3))).toBe(false);
  });
});

it('the programme of a day ends with its last vacation that is neither on-call nor set aside', () => {
  const { week } = weekOf(
    vacation({ days: 'mon' }),
    vacation({ days: 'mon', from: '12:00', to: '13:00', type: 'maintenance' }),
    onCall({ days: 'mon', from: '13:00', to: '20:00' }),
  );
  expect(lastOfProgramme(week, 0)).toBe(week[0]);
  expect(lastOfProgramme(week, 1)).toBeNull();
});

it('minutes are opened in whole steps of five', () => {
  expect([61, 63, -5, 90].map(onGrid)).toEqual([3600, 3900, 0, 5400]);
});

it('a week that is the same leaves the scenario the same', () => {
  const base = scenarioOf({ devices: [device()], flows: [flow()] });
  expect(withWeekOf(base, 'd', ({ week }) => [...week])).toBe(base);
  expect(withWeekOf(base, 'nothing of that name', () => [])).toBe(base);
  expect(withWeekOf(base, 'd', ({ week }) => week.slice(1)).devices[0]!.week).toHaveLength(4);
});

describe('staff and what it costs', () => {
  it('is two technologists, a radiologist and half a secretary an hour of programme', () => {
    const [one] = weekOf(vacation({ days: 'mon', every: 2 })).week;
    expect(staffOf(one!)).toEqual({ technologist: 4, radiologist: 2, secretary: 1 });
  });

  it('is one technologist on site at night, none at home, none where no patient comes', () => {
    const { week } = weekOf(
      onCall({ days: 'mon', from: '18:00', to: '20:00', presence: 'garde' }),
      onCall({ days: 'tue', from: '18:00', to: '20:00', presence: 'astreinte' }),
      vacation({ days: 'wed', type: 'maintenance' }),
    );
    expect(week.map((one) => staffOf(one).technologist)).toEqual([2, 0, 0]);
  });

  it('leaves out the radiologist where the vacation has none', () => {
    expect(staffOf(weekOf(vacation({ days: 'mon', provides: ['injection'] })).week[0]!).radiologist).toBe(0);
  });

  it('differs by what is opened, and is negative where hours are given back', () => {
    const base = scenarioOf({ devices: [device()], flows: [flow()] });
    const less = withWeekOf(base, 'd', ({ week }) => week.slice(1));
    expect(staffDifference(base, less).staffHoursPerWeek).toEqual({
      technologist: -8,
      radiologist: -4,
      secretary: -2,
    });
  });

  it('costs its hours over the year, what is paid a year, and its part of what is spent once', () => {
    const hours = { technologist: 4, radiologist: 2, secretary: 1 };
    const taken = { staffHoursPerWeek: hours, oneOffEuros: 70_000, eurosPerYear: 500 };
    expect(costPerYear(taken, UNIT_COSTS)).toBe((4 * 32 + 2 * 90 + 25) * 52 + 500 + 10_000);
    const dearer = { ...UNIT_COSTS, radiologist: { ...UNIT_COSTS.radiologist, value: 100 } };
    expect(costPerYear(taken, dearer) - costPerYear(taken, UNIT_COSTS)).toBe(2 * 10 * 52);
  });

  it('has a range around each unit cost, and says that none is verified', () => {
    for (const { value, range, mark } of Object.values(UNIT_COSTS)) {
      expect(range[0]).toBeLessThanOrEqual(value);
      expect(range[1]).toBeGreaterThanOrEqual(value);
      expect(mark).toBe('unverified');
    }
  });
});
