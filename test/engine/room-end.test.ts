/** The end of vacations and the closed room, on days written by hand (rules M4.5, M4.7, M4.8). */
import { describe, expect, it } from 'vitest';
import { asks, comes, minutesOf, passages, playDays } from './hand-day.ts';
import { ALWAYS_OPEN, vacation } from './play.ts';

const MONDAY = { week: [vacation({ days: 'mon' })] };

describe('the end of a vacation', () => {
  const queue = [asks('a', '00:00 for 10', { punctuality: 225 }), comes('u', '11:30 for 60')];

  it('finish-present: whoever is there is examined in overtime', () => {
    const played = playDays(queue, MONDAY);
    expect(passages(played)).toEqual(['u 11:30–12:30', 'a 12:30–12:40']);
    expect(played.device('d').overtime.minutesPerWeek).toBe(40);
  });

  it('finish-present: a booked patient who comes after the end gets another appointment', () => {
    const late = asks('a', '00:00 for 10', { punctuality: 250 });
    const played = playDays([late], { week: [vacation({ days: 'mon,tue' })], slots: { A: 240 } });
    expect(passages(played)).toEqual(['a booked']);
    expect(played.modality('s', 'ct').rebooked.A).toBe(2);
  });

  it('limit: a slot that would end more than the accepted overrun after the end is not started', () => {
    const week = [vacation({ days: 'mon-tue' })];
    const end = { policy: 'limit', late: 10 } as const;
    const inTime = asks('a', '00:00 for 10', { punctuality: 230 });
    const tooLate = asks('a', '00:00 for 10', { punctuality: 231 });
    expect(passages(playDays([inTime], { week, 'end-of-vacation': end }))).toEqual(['a 11:50–12:00']);
    expect(passages(playDays([tooLate], { week, 'end-of-vacation': end }))).toEqual(['a booked']);
  });

  it('limit: whoever is left over is examined another day', () => {
    const week = [vacation({ days: 'mon-tue' })];
    const played = playDays([asks('a', '11:40 for 10'), comes('u', '11:30 for 25')], {
      week,
      'end-of-vacation': { policy: 'limit' },
    });
    expect(passages(played)).toEqual(['u 11:30–11:55', 'a tue 08:00–tue 08:10']);
  });

  it('limit: it holds for inserted patients too, by the slot of their class', () => {
    const week = [vacation({ days: 'mon-tue' })];
    const flows = [comes('u', '11:39 for 10, 11:41 for 10')];
    expect(passages(playDays(flows, { week, 'end-of-vacation': { policy: 'limit' } }))).toEqual([
      'u 11:39–11:49',
      'u tue 08:00–tue 08:10',
    ]);
  });

  it('carry-over: whoever waits goes first in the next vacation', () => {
    const week = [vacation({ days: 'mon-tue' })];
    const played = playDays(queue, { week, 'end-of-vacation': { policy: 'carry-over' } });
    expect(passages(played)).toEqual(['u 11:30–12:30', 'a tue 08:00–tue 08:10']);
  });

  it('carry-over: nobody is started the second the vacation ends', () => {
    const week = [vacation({ days: 'mon-tue' })];
    const played = playDays([comes('u', '11:00 for 60, 11:30 for 10')], {
      week,
      'end-of-vacation': { policy: 'carry-over' },
    });
    expect(passages(played)).toEqual(['u 11:00–12:00', 'u tue 08:00–tue 08:10']);
  });

  it('early end: nobody inserted who comes in the last minutes is started, the idle time being early end', () => {
    const week = [vacation({ days: 'mon-tue' })];
    const played = playDays([comes('u', '11:40 for 10')], { week, 'early-end': 30 });
    expect(passages(played)).toEqual(['u tue 08:00–tue 08:10']);
    expect(minutesOf(played)).toEqual({ exams: 10, earlyEnd: 60, unfilled: 410 });
  });

  it('early end: the booked are examined all the same', () => {
    const played = playDays([asks('a', '11:35 for 10')], { ...MONDAY, 'early-end': 30 });
    expect(passages(played)).toEqual(['a 11:35–11:45']);
    expect(minutesOf(played)).toEqual({ exams: 10, earlyEnd: 20, unfilled: 210 });
  });

  it('overtime is not for a class the vacation does not receive', () => {
    const week = [vacation({ days: 'mon', type: 'liberal' }), vacation({ days: 'tue' })];
    expect(passages(playDays([comes('u', '11:00 for 10')], { week }))).toEqual(['u tue 08:00–tue 08:10']);
  });

  it('an exam that runs over into the next vacation is overtime up to its beginning', () => {
    const week = [vacation({ days: 'mon', to: '10:00' }), vacation({ days: 'mon', from: '10:30' })];
    expect(playDays([comes('u', '09:50 for 60')], { week }).device('d').overtime).toEqual({
      minutesPerWeek: 30,
      share: 0.5,
    });
  });

  it('a booked patient who comes after the end is examined in the on-call vacation that follows', () => {
    const week = [
      vacation({ days: 'mon' }),
      vacation({ days: 'mon', from: '12:00', to: '24:00', type: 'on-call' }),
    ];
    const played = playDays([asks('a', '00:00 for 10', { punctuality: 600 })], { week });
    expect(passages(played)).toEqual(['a 18:00–18:10']);
    expect(played.device('d').overtime).toEqual({ minutesPerWeek: 0, share: 0 });
  });

  it('a patient booked in the next vacation, of another owner, is not examined in the overtime of the first', () => {
    const week = [
      vacation({ days: 'mon', to: '10:00', type: 'liberal' }),
      vacation({ days: 'mon', from: '10:30' }),
    ];
    const played = playDays([asks('a', '00:00 for 10', { punctuality: -35 })], { week });
    expect(passages(played)).toEqual(['a 10:30–10:40']);
  });

  it('an exam interrupted while it runs over into the next vacation counts up to its beginning too', () => {
    const week = [vacation({ days: 'mon', to: '09:05' }), vacation({ days: 'mon', from: '09:15' })];
    const breakdowns = { 'between-failures': 540, repair: 30 };
    const played = playDays([comes('u', '08:55 for 20')], { week, breakdowns });
    expect(passages(played)).toEqual(['u 08:55–09:45']);
    expect(played.device('d').overtime.minutesPerWeek).toBe(10);
  });
});

describe('the closed room', () => {
  it('an inserted patient waits for the next vacation', () => {
    const week = [vacation({ days: 'mon-tue' })];
    const played = playDays([comes('u', '13:00 for 10')], { week });
    expect(passages(played)).toEqual(['u tue 08:00–tue 08:10']);
    expect(played.device('d').wait.U.mean).toBe(19 * 60);
  });

  it('or is diverted where the device says so, class by class', () => {
    const played = playDays([comes('u', '13:00 for 10'), comes('r', '13:00 for 10', { class: 'R' })], {
      week: [vacation({ days: 'mon-tue' })],
      'closed-room': { U: 'divert' },
    });
    expect(passages(played)).toEqual(['r tue 08:00–tue 08:10', 'u diverted']);
  });

  it('a vacation that does not receive the class is closed to it', () => {
    const week = [vacation({ days: 'mon', type: 'liberal' })];
    expect(passages(playDays([comes('u', '09:00 for 10')], { week, 'closed-room': 'divert' }))).toEqual([
      'u diverted',
    ]);
  });

  it('a team on call from home comes in once for a run of patients', () => {
    const week = [
      vacation({
        days: 'mon',
        from: '18:00',
        to: '24:00',
        type: 'on-call',
        presence: 'astreinte',
        'call-in': 30,
      }),
    ];
    const played = playDays([comes('u', '19:00 for 20, 19:40 for 20, 22:00 for 20')], { week });
    expect(passages(played)).toEqual(['u 19:30–19:50', 'u 19:50–20:10', 'u 22:30–22:50']);
    expect(minutesOf(played)).toEqual({ exams: 60, lateStart: 60, unfilled: 240 });
  });

  it('a team on call on site starts at once', () => {
    const week = [vacation({ days: 'mon', from: '18:00', to: '24:00', type: 'on-call', presence: 'garde' })];
    expect(passages(playDays([comes('u', '19:00 for 20')], { week }))).toEqual(['u 19:00–19:20']);
  });

  it('an exam begun before midnight goes on after it, and counts at night by its entry', () => {
    const played = playDays([comes('u', '19:59 for 10, 20:09 for 10, 23:50 for 20')], {
      week: [ALWAYS_OPEN],
    });
    expect(passages(played)).toEqual(['u 19:59–20:09', 'u 20:09–20:19', 'u 23:50–tue 00:10']);
    expect(played.device('d').volume).toMatchObject({ U: 3, all: 3, night: 2 });
  });
});
