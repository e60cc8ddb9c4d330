/** Where the room’s time goes, and breakdowns, on days written by hand (rules M4.5, M4.6, M4.10, M5). */
import { describe, expect, it } from 'vitest';
import { asks, comes, minutesOf, passages, playDays } from './hand-day.ts';
import { device, vacation } from './play.ts';

const MONDAY = { week: [vacation({ days: 'mon' })] };

describe('what takes the room’s time', () => {
  it('changeover follows each exam before the next entry', () => {
    const played = playDays([comes('u', '08:00 for 10, 08:05 for 10')], { ...MONDAY, changeover: 5 });
    expect(passages(played)).toEqual(['u 08:00–08:10', 'u 08:15–08:25']);
    expect(minutesOf(played)).toEqual({ exams: 20, interExam: 10, unfilled: 210 });
  });

  it('a device of speed 2 takes half of the time', () => {
    expect(passages(playDays([comes('u', '08:00 for 10')], { ...MONDAY, speed: 2 }))).toEqual([
      'u 08:00–08:05',
    ]);
  });

  it('a late start keeps everybody out, and is a cause of its own', () => {
    const played = playDays([asks('a', '00:00 for 10')], { ...MONDAY, 'late-start': 15 });
    expect(passages(played)).toEqual(['a 08:15–08:25']);
    expect(minutesOf(played)).toEqual({ exams: 10, lateStart: 15, unfilled: 215 });
  });

  it('a team that relays another of the same type has no late start', () => {
    const week = [vacation({ days: 'mon', to: '10:00' }), vacation({ days: 'mon', from: '10:00' })];
    expect(minutesOf(playDays([comes('u', '')], { week, 'late-start': 15 })).lateStart).toBe(15);
  });

  it('a team that follows one of another type starts late again', () => {
    const week = [
      vacation({ days: 'mon', to: '10:00' }),
      vacation({ days: 'mon', from: '10:00', type: 'liberal' }),
    ];
    expect(minutesOf(playDays([comes('u', '')], { week, 'late-start': 15 })).lateStart).toBe(30);
  });

  it('the idle minutes of an absent patient’s slot are put down to the absence', () => {
    const played = playDays([asks('a', '00:00 for 10, 00:01 for 10', { 'no-show': 1 })], MONDAY);
    expect(passages(played)).toEqual(['a noShow', 'a noShow']);
    expect(minutesOf(played)).toEqual({ noShow: 40, unfilled: 200 });
  });

  it('an emergency uses part of an absent patient’s slot', () => {
    const played = playDays([asks('a', '00:00 for 10', { 'no-show': 1 }), comes('u', '08:05 for 5')], MONDAY);
    expect(minutesOf(played)).toEqual({ exams: 5, noShow: 15, unfilled: 220 });
  });

  it('overlapping slots of absent patients count once', () => {
    const week = [vacation({ days: 'mon', appointments: [0, 10] })];
    const played = playDays([asks('a', '00:00 for 10, 00:01 for 10', { 'no-show': 1 })], { week });
    expect(minutesOf(played)).toEqual({ noShow: 30, unfilled: 210 });
  });

  it('no patient enters during maintenance, and an exam that runs into it is an exam', () => {
    const week = [
      vacation({ days: 'mon', to: '10:00', type: 'emergency' }),
      vacation({ days: 'mon', from: '10:00', to: '11:00', type: 'maintenance' }),
      vacation({ days: 'mon', from: '11:00', type: 'emergency' }),
    ];
    const played = playDays([comes('u', '09:50 for 20, 10:05 for 10')], { week });
    expect(passages(played)).toEqual(['u 09:50–10:10', 'u 11:00–11:10']);
    expect(minutesOf(played)).toEqual({ exams: 30, planned: 50, unfilled: 160 });
  });

  it('exam time after the end is no opening time but overtime', () => {
    const played = playDays([comes('u', '11:50 for 30')], MONDAY);
    const { occupancy, overtime } = played.device('d');
    expect(minutesOf(played)).toEqual({ exams: 10, unfilled: 230 });
    expect(occupancy.scheduled).toBe(10 / 240);
    expect(overtime).toEqual({ minutesPerWeek: 20, share: 1 });
  });

  it('fill rate is the time of booked slots over the scheduled opening', () => {
    const played = playDays([asks('a', '00:00 for 5, 00:01 for 5, 00:02 for 5')], MONDAY);
    expect(played.device('d').fillRate).toBe(60 / 240);
  });

  it('opening notions are nested, each with its own types of vacation', () => {
    const week = [
      vacation({ days: 'mon' }),
      vacation({ days: 'mon', from: '12:00', to: '14:00', type: 'emergency' }),
      vacation({ days: 'mon', from: '14:00', to: '24:00', type: 'on-call' }),
    ];
    expect(playDays([comes('u', '')], { week }).device('d').opening).toEqual({
      scheduled: 4,
      extended: 6,
      total: 16,
    });
  });
});

describe('breakdowns', () => {
  // Out of order from 09:00 to 09:30, then 9 hours later.
  const failing = (interrupted: 'resume' | 'restart' | 'rebook') => ({
    week: [vacation({ days: 'mon-tue' })],
    breakdowns: { 'between-failures': 540, repair: 30, interrupted },
  });

  it('resume: the exam goes on where it was', () => {
    const played = playDays([comes('u', '08:50 for 20')], failing('resume'));
    expect(passages(played)).toEqual(['u 08:50–09:40']);
    expect(minutesOf(played)).toMatchObject({ exams: 20, breakdown: 30 });
  });

  it('restart: the exam begins again', () => {
    const played = playDays([comes('u', '08:50 for 20')], failing('restart'));
    expect(passages(played)).toEqual(['u 08:50–09:50']);
    expect(minutesOf(played)).toMatchObject({ exams: 30, breakdown: 30 });
  });

  it('rebook: a booked patient gets another appointment', () => {
    const played = playDays([asks('a', '08:45 for 20', { punctuality: -10 })], failing('rebook'));
    expect(passages(played)).toEqual(['a tue 08:00–tue 08:20']);
    expect(minutesOf(played)).toMatchObject({ exams: 15 + 20, breakdown: 30 });
  });

  it('rebook: an inserted patient, who has no appointment to move, is examined from the beginning', () => {
    expect(passages(playDays([comes('u', '08:50 for 20')], failing('rebook')))).toEqual(['u 08:50–09:50']);
  });

  it('an idle device that is out of order takes nobody', () => {
    const played = playDays([comes('u', '09:10 for 20')], failing('resume'));
    expect(passages(played)).toEqual(['u 09:30–09:50']);
  });

  it('a clock of working time runs during exams only', () => {
    const breakdowns = { 'between-failures': 15, clock: 'working', repair: 60 } as const;
    const played = playDays([comes('u', '08:00 for 10, 09:00 for 10')], { ...MONDAY, breakdowns });
    expect(passages(played)).toEqual(['u 08:00–08:10', 'u 09:00–10:10']);
  });

  it('the rest of a pool goes on working', () => {
    const pooled = [
      device({ id: 'd1', pool: 'p', ...failing('resume') }),
      device({ id: 'd2', pool: 'p', ...MONDAY }),
    ];
    expect(passages(playDays([comes('u', '09:05 for 10')], pooled))).toEqual(['u 09:05–09:15']);
  });

  it('a changeover that is interrupted is finished after the repair', () => {
    const played = playDays([comes('u', '08:45 for 10, 08:46 for 10')], {
      ...failing('resume'),
      changeover: 10,
    });
    expect(passages(played)).toEqual(['u 08:45–08:55', 'u 09:35–09:45']);
  });
});
