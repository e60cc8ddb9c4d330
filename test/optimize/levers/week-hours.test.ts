/** What the levers that move hours do to a week, in numbers one can recompute by hand. */
import { describe, expect, it } from 'vitest';
import { mean } from '../../../src/engine/laws/moments.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { eveningOf } from '../../../src/optimize/levers/evening.ts';
import { device, flow, type RawVacation, scenarioOf, vacation } from '../../engine/play.ts';
import {
  added,
  caseNamed,
  HOUR,
  hospital,
  hoursOf,
  idsOf,
  onCall,
  programmeHours,
  pulled,
  scanner,
  staffOf,
  weekOf,
} from './week-cases.ts';

describe('an evening', () => {
  it('adds two hours for ambulatory patients, like the vacation before, on the 5-minute grid', () => {
    const [evening, ...others] = added(hospital, pulled('evening:irm'), 'irm');
    const before = weekOf(hospital, 'irm')[1]!;
    expect(others).toEqual([]);
    expect(evening).toEqual({
      ...before,
      fromSeconds: 18.5 * HOUR,
      toSeconds: 20.5 * HOUR,
      classes: ['A'],
      reserves: [],
    });
    expect(hoursOf(added(hospital, pulled('evening:irm', hospital, 91), 'irm')[0]!)).toEqual([1, 18.5, 20]);
  });

  it('is said as a planner says it', () => {
    expect(caseNamed(hospital, 'evening:irm').what).toEqual({
      en: 'irm: Tuesday 18:30–20:30 opened for ambulatory patients',
      fr: 'irm : mardi 18:30–20:30 ouvert aux patients ambulatoires',
    });
  });

  it('makes on-call begin after it', () => {
    const after = pulled('evening:scanner');
    const [evening, rest] = added(hospital, after, 'scanner');
    expect(hoursOf(evening!)).toEqual([1, 17.9, 19.9]);
    expect([rest!.type, ...hoursOf(rest!)]).toEqual(['on-call', 1, 19.9, 24]);
    expect(weekOf(after, 'scanner')).toHaveLength(weekOf(hospital, 'scanner').length + 1);
  });

  it('is on the working day that ends first, in mid-week when several do', () => {
    const day = (...week: RawVacation[]) => {
      const scenario = scanner(...week);
      return eveningOf(scenario, scenario.devices[0]!)?.hours.day;
    };
    expect(day(vacation({ to: '18:00' }))).toBe(1);
    expect(day(vacation({ days: 'mon-thu', to: '18:00' }), vacation({ days: 'fri', to: '17:00' }))).toBe(4);
    expect(day(vacation({ days: 'mon', to: '18:00' }), vacation({ days: 'sat' }))).toBe(0);
  });

  it('is nowhere to be opened when the device is open late, set aside after, or has no booked ambulatory patient', () => {
    const late = vacation({ from: '14:00', to: '21:30' });
    expect(idsOf(scanner(late), 'evening')).toEqual([]);
    expect(
      idsOf(scanner(vacation(), vacation({ from: '13:00', to: '14:00', type: 'maintenance' })), 'evening'),
    ).toEqual([]);
    const none = scenarioOf({ devices: [device()], flows: [flow({ class: 'H' })] });
    expect(idsOf(none, 'evening')).toEqual([]);
  });

  it('takes the team of a vacation, less the technologist whom on-call had on site', () => {
    expect(staffOf('evening:irm')).toEqual({ technologist: 4, radiologist: 2, secretary: 1 });
    expect(staffOf('evening:scanner')).toEqual({ technologist: 2, radiologist: 2, secretary: 1 });
  });
});

describe('a Saturday morning', () => {
  it('is four hours from the start of working days, and on-call is around it', () => {
    const after = pulled('saturday:scanner');
    const saturday = weekOf(after, 'scanner').filter(({ day }) => day === 5);
    expect(saturday.map((one) => [one.type, ...hoursOf(one)])).toEqual([
      ['on-call', 5, 0, 8.5],
      ['public-scheduled', 5, 8.5, 12.5],
      ['on-call', 5, 12.5, 24],
    ]);
    expect(saturday[1]!.classes).toEqual(['A']);
  });

  it('is not offered where the device is open on Saturdays', () => {
    expect(idsOf(hospital, 'saturday')).toEqual(['saturday:scanner']);
    expect(
      idsOf(scanner(vacation({ days: 'mon-fri' }), vacation({ days: 'sat', type: 'emergency' })), 'saturday'),
    ).toEqual([]);
  });

  it('begins at a usual hour whatever the working days do', () => {
    const early = scanner(vacation({ from: '05:00', to: '12:00' }));
    expect(hoursOf(added(early, pulled('saturday:d', early), 'd')[0]!)).toEqual([5, 7, 11]);
  });
});

describe('the start of on-call', () => {
  const borders = (scenario: Scenario) =>
    weekOf(scenario, 'scanner')
      .filter(({ day, fromSeconds }) => day < 5 && fromSeconds > 8 * HOUR)
      .map((one) => [one.type, ...hoursOf(one)]);
  const days = [0, 1, 2, 3, 4];

  it('an hour later lengthens the five vacations by an hour, and theirs only', () => {
    const after = pulled('on-call-start:scanner:later');
    expect(borders(after)).toEqual(
      days.flatMap((day) => [
        ['public-scheduled', day, 8.5, 18.9],
        ['on-call', day, 18.9, 24],
      ]),
    );
    expect(programmeHours(after, 'scanner')).toBeCloseTo(programmeHours(hospital, 'scanner') + 5, 9);
  });

  it('an hour earlier shortens them, with no hour that belongs to nobody', () => {
    const after = pulled('on-call-start:scanner:earlier');
    expect(borders(after)).toEqual(
      days.flatMap((day) => [
        ['public-scheduled', day, 8.5, 16.9],
        ['on-call', day, 16.9, 24],
      ]),
    );
    expect(staffOf('on-call-start:scanner:earlier')).toEqual({
      technologist: -5,
      radiologist: -5,
      secretary: -2.5,
    });
  });

  it('leaves a day as it is when its reserves would not fit', () => {
    const kept = (minutes: number) => scanner(vacation({ to: '18:00', reserve: { A: minutes } }), onCall());
    expect(idsOf(kept(540), 'on-call-start')).toContain('on-call-start:d:earlier');
    expect(idsOf(kept(541), 'on-call-start')).toEqual(['on-call-start:d:later']);
  });

  it('does not apply where on-call does not follow the programme in the evening', () => {
    expect(idsOf(scanner(vacation({ to: '18:00' }), onCall({ from: '19:00' })), 'on-call-start')).toEqual([]);
    expect(idsOf(scanner(vacation({ to: '13:00' }), onCall({ from: '13:00' })), 'on-call-start')).toEqual([]);
  });
});

describe('nights in two parts', () => {
  const parts = (scenario: Scenario) =>
    weekOf(scenario, 'd')
      .filter(({ type }) => type === 'on-call')
      .map((one) => [...hoursOf(one), one.callIn === null ? 'garde' : 'astreinte']);

  it('are on site until midnight and at home after, whatever they were', () => {
    for (const presence of ['garde', 'astreinte'] as const) {
      const base = scanner(vacation({ to: '18:00' }), onCall({ days: 'mon,sun', to: '08:00', presence }));
      const after = pulled('two-part-nights:d', base);
      expect(parts(after)).toEqual([
        [0, 0, 8, 'astreinte'],
        [0, 18, 24, 'garde'],
        [1, 0, 8, 'astreinte'],
        [6, 18, 24, 'garde'],
      ]);
    }
  });

  it('keep the call-in delay of the device, and its daytime', () => {
    const base = scanner(
      vacation({ days: 'mon', to: '18:00' }),
      onCall({ days: 'sat', from: '10:00', to: '20:00', presence: 'astreinte', 'call-in': 17 }),
      onCall({ days: 'mon', from: '20:00', to: '02:00' }),
    );
    const after = pulled('two-part-nights:d', base);
    expect(parts(after)).toEqual([
      [0, 20, 24, 'garde'],
      [1, 0, 2, 'astreinte'],
      [5, 10, 18, 'astreinte'],
      [5, 18, 20, 'garde'],
    ]);
    const laws = weekOf(after, 'd').flatMap(({ callIn }) => (callIn === null ? [] : [mean(callIn)]));
    expect(laws).toEqual([17 * 60, 17 * 60]);
  });

  it('give back the hours on site after midnight', () => {
    const base = scanner(vacation({ to: '18:00' }), onCall({ to: '08:00' }));
    expect(staffOf('two-part-nights:d', base)).toEqual({ technologist: -40, radiologist: 0, secretary: 0 });
  });

  it('do not apply where nights are so already', () => {
    expect(idsOf(hospital, 'two-part-nights')).toEqual([]);
  });
});

describe('staffed hours', () => {
  it('move from the scanner to the MRI on the same day, two hours for two', () => {
    const after = pulled('staff-hours-ct-to-mri:irm');
    expect(programmeHours(after, 'scanner')).toBeCloseTo(programmeHours(hospital, 'scanner') - 2, 9);
    expect(programmeHours(after, 'irm')).toBeCloseTo(programmeHours(hospital, 'irm') + 2, 9);
    expect(added(hospital, after, 'scanner').map((one) => [one.type, ...hoursOf(one)])).toEqual([
      ['public-scheduled', 1, 8.5, 15.9],
      ['on-call', 1, 15.9, 24],
    ]);
    expect(added(hospital, after, 'irm').map(hoursOf)).toEqual([[1, 18.5, 20.5]]);
  });

  it('cost nothing but the team on site that on-call needs earlier', () => {
    expect(staffOf('staff-hours-ct-to-mri:irm')).toEqual({ technologist: 2, radiologist: 0, secretary: 0 });
  });

  it('do not move where the scanner would be left with too little', () => {
    const base = (to: string) =>
      scenarioOf({
        devices: [
          device({ week: [vacation({ to })] }),
          device({ id: 'm', modality: 'mri', week: [vacation()] }),
        ],
        flows: [flow(), flow({ id: 'b', modality: 'mri' })],
      });
    expect(idsOf(base('12:00'), 'staff-hours-ct-to-mri')).toEqual(['staff-hours-ct-to-mri:m']);
    expect(idsOf(base('11:00'), 'staff-hours-ct-to-mri')).toEqual([]);
  });
});
