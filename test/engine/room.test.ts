/** The room, event by event, on days written by hand: who enters, who waits (rules M4.1 to M4.4, M4.9). Monday, 08:00 to 12:00, unless said. */
import { describe, expect, it } from 'vitest';
import { asks, comes, passages, playDays } from './hand-day.ts';
import { device, vacation } from './play.ts';

const MONDAY = { week: [vacation({ days: 'mon' })] };

describe('who enters when', () => {
  it('a booked patient who is early enters as soon as the room is free', () => {
    const played = playDays([asks('a', '00:00 for 10, 00:01 for 10', { punctuality: -5 })], MONDAY);
    expect(passages(played)).toEqual(['a 08:00–08:10', 'a 08:15–08:25']);
  });

  it('a late patient does not hold up one who is there', () => {
    const late = asks('late', '00:00 for 10', { punctuality: 30 });
    const there = asks('there', '00:01 for 10', { punctuality: -20 });
    expect(passages(playDays([late, there], MONDAY))).toEqual(['there 08:00–08:10', 'late 08:30–08:40']);
  });

  it('waiting patients enter by class: emergency, intensive care, inpatient, then the booked', () => {
    const played = playDays(
      [
        asks('a', '00:00 for 60, 00:01 for 10'),
        comes('h', '08:10 for 10', { class: 'H' }),
        comes('r', '08:20 for 10', { class: 'R' }),
        comes('u', '08:30 for 10'),
      ],
      MONDAY,
    );
    expect(passages(played)).toEqual([
      'a 08:00–09:00',
      'u 09:00–09:10',
      'r 09:10–09:20',
      'h 09:20–09:30',
      'a 09:30–09:40',
    ]);
  });

  it('an exam under way is never interrupted by an emergency', () => {
    const played = playDays([asks('a', '00:00 for 60'), comes('u', '08:01 for 10')], MONDAY);
    expect(passages(played)).toEqual(['a 08:00–09:00', 'u 09:00–09:10']);
  });

  it('the order of classes is the device’s own', () => {
    const flows = [
      comes('b', '08:00 for 60'),
      comes('r', '08:10 for 10', { class: 'R' }),
      comes('u', '08:05 for 10'),
    ];
    expect(passages(playDays(flows, { ...MONDAY, order: ['R', 'U', 'H', 'A'] }))).toEqual([
      'b 08:00–09:00',
      'r 09:00–09:10',
      'u 09:10–09:20',
    ]);
  });

  it('walk-ins of the last class enter after the booked', () => {
    const week = [vacation({ days: 'mon', accepts: { inserted: ['A', 'H', 'R', 'U'] } })];
    const played = playDays(
      [asks('a', '00:00 for 40, 00:01 for 10'), comes('w', '08:05 for 10', { class: 'A' })],
      { week },
    );
    expect(passages(played)).toEqual(['a 08:00–08:40', 'a 08:40–08:50', 'w 08:50–09:00']);
  });

  it('within a class, clinical priority comes before time', () => {
    const played = playDays(
      [
        comes('first', '08:00 for 30'),
        comes('p3', '08:05 for 10', { priority: 'P3' }),
        comes('p1', '08:20 for 10', { priority: 'P1' }),
        comes('p3-too', '08:10 for 10', { priority: 'P3' }),
      ],
      MONDAY,
    );
    expect(passages(played)).toEqual([
      'first 08:00–08:30',
      'p1 08:30–08:40',
      'p3 08:40–08:50',
      'p3-too 08:50–09:00',
    ]);
  });

  it('booked patients enter by appointment, not by arrival', () => {
    const first = asks('first', '00:00 for 10', { punctuality: 15 });
    const second = asks('second', '00:01 for 10', { punctuality: -10 });
    const busy = comes('u', '08:00 for 30');
    expect(passages(playDays([first, second, busy], MONDAY))).toEqual([
      'u 08:00–08:30',
      'first 08:30–08:40',
      'second 08:40–08:50',
    ]);
  });

  it('a patient who comes the second an exam ends enters at once', () => {
    expect(passages(playDays([comes('u', '08:00 for 10, 08:10 for 10')], MONDAY))).toEqual([
      'u 08:00–08:10',
      'u 08:10–08:20',
    ]);
  });

  it('a patient booked in a later vacation is not taken in one that does not receive them', () => {
    const week = [
      vacation({ days: 'mon', to: '10:00', type: 'liberal' }),
      vacation({ days: 'mon', from: '10:00' }),
    ];
    const played = playDays([asks('a', '00:00 for 10', { punctuality: -30 })], { week });
    expect(passages(played)).toEqual(['a 10:00–10:10']);
  });

  it('nor half a minute before their own vacation begins', () => {
    const week = [
      vacation({ days: 'mon', to: '10:00', type: 'liberal' }),
      vacation({ days: 'mon', from: '10:00' }),
    ];
    const played = playDays([asks('a', '00:00 for 10', { punctuality: '-30s' })], { week });
    expect(passages(played)).toEqual(['a 10:00–10:10']);
  });

  it('a patient booked in a later vacation is taken earlier in one that would have received them', () => {
    const week = [vacation({ days: 'mon', to: '10:00' }), vacation({ days: 'mon', from: '10:00' })];
    const flows = [asks('a', '09:59 for 10', { punctuality: -30 })];
    expect(passages(playDays(flows, { week }))).toEqual(['a 09:59–10:09']);
  });
});

describe('waiting', () => {
  it('an inserted patient who finds all waiting places taken is blocked', () => {
    const flows = [comes('u', '08:00 for 60, 08:10 for 10, 08:20 for 10')];
    expect(passages(playDays(flows, { ...MONDAY, 'waiting-places': 1 }))).toEqual([
      'u 08:00–09:00',
      'u 09:00–09:10',
      'u blocked',
    ]);
  });

  it('with no waiting place, whoever finds the room free is examined', () => {
    const flows = [comes('u', '08:00 for 10, 08:05 for 10, 08:10 for 10')];
    expect(passages(playDays(flows, { ...MONDAY, 'waiting-places': 0 }))).toEqual([
      'u 08:00–08:10',
      'u 08:10–08:20',
      'u blocked',
    ]);
  });

  it('booked patients take no waiting place', () => {
    const flows = [asks('a', '00:00 for 60, 00:01 for 10'), comes('u', '08:30 for 10')];
    expect(passages(playDays(flows, { ...MONDAY, 'waiting-places': 1 }))).toEqual([
      'a 08:00–09:00',
      'u 09:00–09:10',
      'a 09:10–09:20',
    ]);
  });

  it('an inserted patient leaves when their patience is over, and not a second sooner', () => {
    const patient = (patience: number) =>
      playDays([comes('b', '08:00 for 30'), comes('u', '08:10 for 10', { patience })], MONDAY);
    expect(passages(patient(19))).toEqual(['b 08:00–08:30', 'u reneged']);
    expect(passages(patient(21))).toEqual(['b 08:00–08:30', 'u 08:30–08:40']);
  });

  it('whoever has left frees the waiting place', () => {
    const flows = [comes('b', '08:00 for 60'), comes('u', '08:10 for 10, 08:30 for 10', { patience: 15 })];
    const played = playDays(flows, { ...MONDAY, 'waiting-places': 1 });
    expect(passages(played)).toEqual(['b 08:00–09:00', 'u reneged', 'u reneged']);
  });

  it('is counted from the later of arrival and appointment', () => {
    const early = playDays(
      [asks('a', '00:00 for 10', { punctuality: -30 }), comes('u', '07:59 for 20')],
      MONDAY,
    );
    const late = playDays(
      [asks('a', '00:00 for 10', { punctuality: 5 }), comes('u', '07:59 for 20')],
      MONDAY,
    );
    expect(early.device('d').wait.A.mean).toBe(20);
    expect(late.device('d').wait.A.mean).toBe(15);
  });
});

describe('preparation', () => {
  const preparation = { time: 20, places: 1 };

  it('is first come, first served in its places, before the room', () => {
    const played = playDays([comes('u', '08:00 for 10, 08:05 for 10')], { ...MONDAY, preparation });
    expect(passages(played)).toEqual(['u 08:20–08:30', 'u 08:40–08:50']);
    expect(played.records.map(({ prepStart, prepEnd }) => [prepStart! / 60, prepEnd! / 60])).toEqual([
      [480, 500],
      [500, 520],
    ]);
  });

  it('without a number of places, all are prepared side by side', () => {
    const played = playDays([comes('u', '08:00 for 10, 08:05 for 10')], {
      ...MONDAY,
      preparation: { time: 20 },
    });
    expect(passages(played)).toEqual(['u 08:20–08:30', 'u 08:30–08:40']);
  });

  it('whoever is being prepared when the vacation ends is present, and finished', () => {
    const played = playDays([comes('u', '11:50 for 10')], { ...MONDAY, preparation });
    expect(passages(played)).toEqual(['u 12:10–12:20']);
  });
});

describe('a pool', () => {
  const pooled = [device({ id: 'd1', pool: 'p', ...MONDAY }), device({ id: 'd2', pool: 'p', ...MONDAY })];

  it('has one queue, the first free device taking the first patient', () => {
    const played = playDays([comes('u', '08:00 for 30, 08:00 for 10, 08:05 for 10')], pooled);
    expect(played.records.map((one) => [one.device, one.roomIn! / 60])).toEqual([
      ['d2', 480],
      ['d2', 490],
      ['d1', 480],
    ]);
  });

  it('two devices of their own have each a queue', () => {
    const apart = [device({ id: 'd1', ...MONDAY }), device({ id: 'd2', ...MONDAY })];
    const flows = [comes('u', '08:00 for 30, 08:05 for 10', { devices: ['d1'] })];
    expect(passages(playDays(flows, apart))).toEqual(['u 08:00–08:30', 'u 08:30–08:40']);
  });

  it('a patient whose own vacation begins may enter any device of it that is open', () => {
    const devices = [
      device({ id: 'd1', pool: 'p', 'late-start': 30, week: [vacation({ days: 'mon', from: '10:00' })] }),
      device({ id: 'd2', pool: 'p', week: [vacation({ days: 'mon', type: 'emergency' })] }),
    ];
    const played = playDays([asks('a', '00:00 for 10', { punctuality: -20 })], devices);
    expect(passages(played)).toEqual(['a 10:00–10:10']);
    expect(played.records[0]!.device).toBe('d2');
  });
});
