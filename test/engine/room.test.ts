/** The room, event by event, on days written by hand (rules M4.3 to M4.9, M5). Monday, 08:00 to 12:00, unless said. */
import { describe, expect, it } from 'vitest';
import { asks, comes, minutesOf, passages, playDays } from './hand-day.ts';
import { ALWAYS_OPEN, device, vacation } from './play.ts';

const MONDAY = { week: [vacation({ days: 'mon' })] };

describe('who enters when', () => {
  it('a booked patient who is early enters as soon as the room is free', () => {
    const played = playDays(
      [
        asks(
          'a',
          [
            ['00:00', 10],
            ['00:01', 10],
          ],
          { punctuality: -5 },
        ),
      ],
      MONDAY,
    );
    expect(passages(played)).toEqual(['a 08:00–08:10', 'a 08:15–08:25']);
  });

  it('a late patient does not hold up one who is there', () => {
    const late = asks('late', [['00:00', 10]], { punctuality: 30 });
    const there = asks('there', [['00:01', 10]], { punctuality: -20 });
    expect(passages(playDays([late, there], MONDAY))).toEqual(['there 08:00–08:10', 'late 08:30–08:40']);
  });

  it('waiting patients enter by class: emergency, intensive care, inpatient, then the booked', () => {
    const played = playDays(
      [
        asks('a', [
          ['00:00', 60],
          ['00:01', 10],
        ]),
        comes('h', [['08:10', 10]], { class: 'H' }),
        comes('r', [['08:20', 10]], { class: 'R' }),
        comes('u', [['08:30', 10]]),
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
    const played = playDays([asks('a', [['00:00', 60]]), comes('u', [['08:01', 10]])], MONDAY);
    expect(passages(played)).toEqual(['a 08:00–09:00', 'u 09:00–09:10']);
  });

  it('the order of classes is the device’s own', () => {
    const flows = [
      comes('b', [['08:00', 60]]),
      comes('r', [['08:10', 10]], { class: 'R' }),
      comes('u', [['08:05', 10]]),
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
      [
        asks('a', [
          ['00:00', 40],
          ['00:01', 10],
        ]),
        comes('w', [['08:05', 10]], { class: 'A' }),
      ],
      { week },
    );
    expect(passages(played)).toEqual(['a 08:00–08:40', 'a 08:40–08:50', 'w 08:50–09:00']);
  });

  it('within a class, clinical priority comes before time', () => {
    const played = playDays(
      [
        comes('first', [['08:00', 30]]),
        comes('p3', [['08:05', 10]], { priority: 'P3' }),
        comes('p1', [['08:20', 10]], { priority: 'P1' }),
        comes('p3-too', [['08:10', 10]], { priority: 'P3' }),
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
    const first = asks('first', [['00:00', 10]], { punctuality: 15 });
    const second = asks('second', [['00:01', 10]], { punctuality: -10 });
    const busy = comes('u', [['08:00', 30]]);
    expect(passages(playDays([first, second, busy], MONDAY))).toEqual([
      'u 08:00–08:30',
      'first 08:30–08:40',
      'second 08:40–08:50',
    ]);
  });

  it('a patient who comes the second an exam ends enters at once', () => {
    expect(
      passages(
        playDays(
          [
            comes('u', [
              ['08:00', 10],
              ['08:10', 10],
            ]),
          ],
          MONDAY,
        ),
      ),
    ).toEqual(['u 08:00–08:10', 'u 08:10–08:20']);
  });

  it('a patient booked in a later vacation is not taken in one that does not receive them', () => {
    const week = [
      vacation({ days: 'mon', to: '10:00', type: 'liberal' }),
      vacation({ days: 'mon', from: '10:00' }),
    ];
    const played = playDays([asks('a', [['00:00', 10]], { punctuality: -30 })], { week });
    expect(passages(played)).toEqual(['a 10:00–10:10']);
  });

  it('a patient booked in a later vacation is taken earlier in one that would have received them', () => {
    const week = [vacation({ days: 'mon', to: '10:00' }), vacation({ days: 'mon', from: '10:00' })];
    const flows = [asks('a', [['09:59', 10]], { punctuality: -30 })];
    expect(passages(playDays(flows, { week }))).toEqual(['a 09:59–10:09']);
  });
});

describe('what takes the room’s time', () => {
  it('changeover follows each exam before the next entry', () => {
    const played = playDays(
      [
        comes('u', [
          ['08:00', 10],
          ['08:05', 10],
        ]),
      ],
      { ...MONDAY, changeover: 5 },
    );
    expect(passages(played)).toEqual(['u 08:00–08:10', 'u 08:15–08:25']);
    expect(minutesOf(played)).toEqual({ exams: 20, interExam: 10, unfilled: 210 });
  });

  it('a device of speed 2 takes half of the time', () => {
    expect(passages(playDays([comes('u', [['08:00', 10]])], { ...MONDAY, speed: 2 }))).toEqual([
      'u 08:00–08:05',
    ]);
  });

  it('a late start keeps everybody out, and is a cause of its own', () => {
    const played = playDays([asks('a', [['00:00', 10]])], { ...MONDAY, 'late-start': 15 });
    expect(passages(played)).toEqual(['a 08:15–08:25']);
    expect(minutesOf(played)).toEqual({ exams: 10, lateStart: 15, unfilled: 215 });
  });

  it('a team that relays another of the same type has no late start', () => {
    const week = [vacation({ days: 'mon', to: '10:00' }), vacation({ days: 'mon', from: '10:00' })];
    expect(minutesOf(playDays([comes('u', [])], { week, 'late-start': 15 })).lateStart).toBe(15);
  });

  it('a team that follows one of another type starts late again', () => {
    const week = [
      vacation({ days: 'mon', to: '10:00' }),
      vacation({ days: 'mon', from: '10:00', type: 'liberal' }),
    ];
    expect(minutesOf(playDays([comes('u', [])], { week, 'late-start': 15 })).lateStart).toBe(30);
  });

  it('the idle minutes of an absent patient’s slot are put down to the absence', () => {
    const played = playDays(
      [
        asks(
          'a',
          [
            ['00:00', 10],
            ['00:01', 10],
          ],
          { 'no-show': 1 },
        ),
      ],
      MONDAY,
    );
    expect(passages(played)).toEqual(['a noShow', 'a noShow']);
    expect(minutesOf(played)).toEqual({ noShow: 40, unfilled: 200 });
  });

  it('an emergency uses part of an absent patient’s slot', () => {
    const played = playDays(
      [asks('a', [['00:00', 10]], { 'no-show': 1 }), comes('u', [['08:05', 5]])],
      MONDAY,
    );
    expect(minutesOf(played)).toEqual({ exams: 5, noShow: 15, unfilled: 220 });
  });

  it('overlapping slots of absent patients count once', () => {
    const week = [vacation({ days: 'mon', appointments: [0, 10] })];
    const played = playDays(
      [
        asks(
          'a',
          [
            ['00:00', 10],
            ['00:01', 10],
          ],
          { 'no-show': 1 },
        ),
      ],
      { week },
    );
    expect(minutesOf(played)).toEqual({ noShow: 30, unfilled: 210 });
  });

  it('no patient enters during maintenance, and an exam that runs into it is an exam', () => {
    const week = [
      vacation({ days: 'mon', to: '10:00', type: 'emergency' }),
      vacation({ days: 'mon', from: '10:00', to: '11:00', type: 'maintenance' }),
      vacation({ days: 'mon', from: '11:00', type: 'emergency' }),
    ];
    const played = playDays(
      [
        comes('u', [
          ['09:50', 20],
          ['10:05', 10],
        ]),
      ],
      { week },
    );
    expect(passages(played)).toEqual(['u 09:50–10:10', 'u 11:00–11:10']);
    expect(minutesOf(played)).toEqual({ exams: 30, planned: 50, unfilled: 160 });
  });

  it('exam time after the end is no opening time but overtime', () => {
    const played = playDays([comes('u', [['11:50', 30]])], MONDAY);
    const { occupancy, overtime } = played.device('d');
    expect(minutesOf(played)).toEqual({ exams: 10, unfilled: 230 });
    expect(occupancy.scheduled).toBe(10 / 240);
    expect(overtime).toEqual({ minutesPerWeek: 20, share: 1 });
  });

  it('fill rate is the time of booked slots over the scheduled opening', () => {
    const played = playDays(
      [
        asks('a', [
          ['00:00', 5],
          ['00:01', 5],
          ['00:02', 5],
        ]),
      ],
      MONDAY,
    );
    expect(played.device('d').fillRate).toBe(60 / 240);
  });

  it('opening notions are nested, each with its own types of vacation', () => {
    const week = [
      vacation({ days: 'mon' }),
      vacation({ days: 'mon', from: '12:00', to: '14:00', type: 'emergency' }),
      vacation({ days: 'mon', from: '14:00', to: '24:00', type: 'on-call' }),
    ];
    expect(playDays([comes('u', [])], { week }).device('d').opening).toEqual({
      scheduled: 4,
      extended: 6,
      total: 16,
    });
  });
});

describe('the end of a vacation', () => {
  const queue = [asks('a', [['00:00', 10]], { punctuality: 225 }), comes('u', [['11:30', 60]])];

  it('finish-present: whoever is there is examined in overtime', () => {
    const played = playDays(queue, MONDAY);
    expect(passages(played)).toEqual(['u 11:30–12:30', 'a 12:30–12:40']);
    expect(played.device('d').overtime.minutesPerWeek).toBe(40);
  });

  it('finish-present: a booked patient who comes after the end gets another appointment', () => {
    const late = asks('a', [['00:00', 10]], { punctuality: 250 });
    const played = playDays([late], { week: [vacation({ days: 'mon,tue' })], slots: { A: 240 } });
    expect(passages(played)).toEqual([]);
    expect(played.modality('s', 'ct').rebooked.A).toBe(2);
  });

  it('limit: a slot that would end more than the accepted overrun after the end is not started', () => {
    const week = [vacation({ days: 'mon-tue' })];
    const end = { policy: 'limit', late: 10 } as const;
    const inTime = asks('a', [['00:00', 10]], { punctuality: 230 });
    const tooLate = asks('a', [['00:00', 10]], { punctuality: 231 });
    expect(passages(playDays([inTime], { week, 'end-of-vacation': end }))).toEqual(['a 11:50–12:00']);
    expect(passages(playDays([tooLate], { week, 'end-of-vacation': end }))).toEqual(['a booked']);
  });

  it('limit: whoever is left over is examined another day', () => {
    const week = [vacation({ days: 'mon-tue' })];
    const played = playDays([asks('a', [['00:00', 10]]), comes('u', [['08:00', 235]])], {
      week,
      'end-of-vacation': { policy: 'limit' },
    });
    expect(passages(played)).toEqual(['a 08:00–08:10', 'u tue 08:00–tue 11:55']);
  });

  it('carry-over: whoever waits goes first in the next vacation', () => {
    const week = [vacation({ days: 'mon-tue' })];
    const played = playDays(queue, { week, 'end-of-vacation': { policy: 'carry-over' } });
    expect(passages(played)).toEqual(['u 11:30–12:30', 'a tue 08:00–tue 08:10']);
  });

  it('carry-over: nobody is started the second the vacation ends', () => {
    const week = [vacation({ days: 'mon-tue' })];
    const played = playDays(
      [
        comes('u', [
          ['11:00', 60],
          ['11:30', 10],
        ]),
      ],
      {
        week,
        'end-of-vacation': { policy: 'carry-over' },
      },
    );
    expect(passages(played)).toEqual(['u 11:00–12:00', 'u tue 08:00–tue 08:10']);
  });

  it('early end: nobody inserted who comes in the last minutes is started, the idle time being early end', () => {
    const week = [vacation({ days: 'mon-tue' })];
    const played = playDays([comes('u', [['11:40', 10]])], { week, 'early-end': 30 });
    expect(passages(played)).toEqual(['u tue 08:00–tue 08:10']);
    expect(minutesOf(played)).toEqual({ exams: 10, earlyEnd: 60, unfilled: 410 });
  });

  it('early end: the booked are examined all the same', () => {
    const played = playDays([asks('a', [['11:35', 10]])], { ...MONDAY, 'early-end': 30 });
    expect(passages(played)).toEqual(['a 11:40–11:50']);
    expect(minutesOf(played)).toEqual({ exams: 10, earlyEnd: 20, unfilled: 210 });
  });

  it('overtime is not for a class the vacation does not receive', () => {
    const week = [vacation({ days: 'mon', type: 'liberal' }), vacation({ days: 'tue' })];
    expect(passages(playDays([comes('u', [['11:00', 10]])], { week }))).toEqual(['u tue 08:00–tue 08:10']);
  });

  it('an exam that runs over into the next vacation is overtime up to its beginning', () => {
    const week = [vacation({ days: 'mon', to: '10:00' }), vacation({ days: 'mon', from: '10:30' })];
    expect(playDays([comes('u', [['09:50', 60]])], { week }).device('d').overtime).toEqual({
      minutesPerWeek: 30,
      share: 0.5,
    });
  });
});

describe('the closed room', () => {
  it('an inserted patient waits for the next vacation', () => {
    const week = [vacation({ days: 'mon-tue' })];
    const played = playDays([comes('u', [['13:00', 10]])], { week });
    expect(passages(played)).toEqual(['u tue 08:00–tue 08:10']);
    expect(played.device('d').wait.U.mean).toBe(19 * 60);
  });

  it('or is diverted where the device says so, class by class', () => {
    const played = playDays([comes('u', [['13:00', 10]]), comes('r', [['13:00', 10]], { class: 'R' })], {
      week: [vacation({ days: 'mon-tue' })],
      'closed-room': { U: 'divert' },
    });
    expect(passages(played)).toEqual(['r tue 08:00–tue 08:10', 'u diverted']);
  });

  it('a vacation that does not receive the class is closed to it', () => {
    const week = [vacation({ days: 'mon', type: 'liberal' })];
    expect(passages(playDays([comes('u', [['09:00', 10]])], { week, 'closed-room': 'divert' }))).toEqual([
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
    const played = playDays(
      [
        comes('u', [
          ['19:00', 20],
          ['19:40', 20],
          ['22:00', 20],
        ]),
      ],
      { week },
    );
    expect(passages(played)).toEqual(['u 19:30–19:50', 'u 19:50–20:10', 'u 22:30–22:50']);
    expect(minutesOf(played)).toEqual({ exams: 60, lateStart: 60, unfilled: 240 });
  });

  it('a team on call on site starts at once', () => {
    const week = [vacation({ days: 'mon', from: '18:00', to: '24:00', type: 'on-call', presence: 'garde' })];
    expect(passages(playDays([comes('u', [['19:00', 20]])], { week }))).toEqual(['u 19:00–19:20']);
  });

  it('an exam begun before midnight goes on after it, and counts at night by its entry', () => {
    const played = playDays(
      [
        comes('u', [
          ['19:59', 10],
          ['20:09', 10],
          ['23:50', 20],
        ]),
      ],
      { week: [ALWAYS_OPEN] },
    );
    expect(passages(played)).toEqual(['u 19:59–20:09', 'u 20:09–20:19', 'u 23:50–tue 00:10']);
    expect(played.device('d').volume).toMatchObject({ U: 3, all: 3, night: 2 });
  });
});

describe('waiting', () => {
  it('an inserted patient who finds all waiting places taken is blocked', () => {
    const flows = [
      comes('u', [
        ['08:00', 60],
        ['08:10', 10],
        ['08:20', 10],
      ]),
    ];
    expect(passages(playDays(flows, { ...MONDAY, 'waiting-places': 1 }))).toEqual([
      'u 08:00–09:00',
      'u 09:00–09:10',
      'u blocked',
    ]);
  });

  it('with no waiting place, whoever finds the room free is examined', () => {
    const flows = [
      comes('u', [
        ['08:00', 10],
        ['08:05', 10],
        ['08:10', 10],
      ]),
    ];
    expect(passages(playDays(flows, { ...MONDAY, 'waiting-places': 0 }))).toEqual([
      'u 08:00–08:10',
      'u 08:10–08:20',
      'u blocked',
    ]);
  });

  it('booked patients take no waiting place', () => {
    const flows = [
      asks('a', [
        ['00:00', 60],
        ['00:01', 10],
      ]),
      comes('u', [['08:30', 10]]),
    ];
    expect(passages(playDays(flows, { ...MONDAY, 'waiting-places': 1 }))).toEqual([
      'a 08:00–09:00',
      'u 09:00–09:10',
      'a 09:10–09:20',
    ]);
  });

  it('an inserted patient leaves when their patience is over, and not a second sooner', () => {
    const patient = (patience: number) =>
      playDays([comes('b', [['08:00', 30]]), comes('u', [['08:10', 10]], { patience })], MONDAY);
    expect(passages(patient(19))).toEqual(['b 08:00–08:30', 'u reneged']);
    expect(passages(patient(21))).toEqual(['b 08:00–08:30', 'u 08:30–08:40']);
  });

  it('whoever has left frees the waiting place', () => {
    const flows = [
      comes('b', [['08:00', 60]]),
      comes(
        'u',
        [
          ['08:10', 10],
          ['08:30', 10],
        ],
        { patience: 15 },
      ),
    ];
    const played = playDays(flows, { ...MONDAY, 'waiting-places': 1 });
    expect(passages(played)).toEqual(['b 08:00–09:00', 'u reneged', 'u reneged']);
  });

  it('is counted from the later of arrival and appointment', () => {
    const early = playDays(
      [asks('a', [['00:00', 10]], { punctuality: -30 }), comes('u', [['08:00', 20]])],
      MONDAY,
    );
    const late = playDays(
      [asks('a', [['00:00', 10]], { punctuality: 5 }), comes('u', [['08:00', 20]])],
      MONDAY,
    );
    expect(early.device('d').wait.A.mean).toBe(20);
    expect(late.device('d').wait.A.mean).toBe(15);
  });
});

describe('preparation', () => {
  const preparation = { time: 20, places: 1 };

  it('is first come, first served in its places, before the room', () => {
    const played = playDays(
      [
        comes('u', [
          ['08:00', 10],
          ['08:05', 10],
        ]),
      ],
      { ...MONDAY, preparation },
    );
    expect(passages(played)).toEqual(['u 08:20–08:30', 'u 08:40–08:50']);
    expect(played.records.map(({ prepStart, prepEnd }) => [prepStart! / 60, prepEnd! / 60])).toEqual([
      [480, 500],
      [500, 520],
    ]);
  });

  it('without a number of places, all are prepared side by side', () => {
    const played = playDays(
      [
        comes('u', [
          ['08:00', 10],
          ['08:05', 10],
        ]),
      ],
      { ...MONDAY, preparation: { time: 20 } },
    );
    expect(passages(played)).toEqual(['u 08:20–08:30', 'u 08:30–08:40']);
  });

  it('whoever is being prepared when the vacation ends is present, and finished', () => {
    const played = playDays([comes('u', [['11:50', 10]])], { ...MONDAY, preparation });
    expect(passages(played)).toEqual(['u 12:10–12:20']);
  });
});

describe('a pool', () => {
  const pooled = [device({ id: 'd1', pool: 'p', ...MONDAY }), device({ id: 'd2', pool: 'p', ...MONDAY })];

  it('has one queue, the first free device taking the first patient', () => {
    const played = playDays(
      [
        comes('u', [
          ['08:00', 30],
          ['08:00', 10],
          ['08:05', 10],
        ]),
      ],
      pooled,
    );
    expect(played.records.map((one) => [one.device, one.roomIn! / 60])).toEqual([
      ['d2', 480],
      ['d2', 490],
      ['d1', 480],
    ]);
  });

  it('two devices of their own have each a queue', () => {
    const apart = [device({ id: 'd1', ...MONDAY }), device({ id: 'd2', ...MONDAY })];
    const flows = [
      comes(
        'u',
        [
          ['08:00', 30],
          ['08:05', 10],
        ],
        { devices: ['d1'] },
      ),
    ];
    expect(passages(playDays(flows, apart))).toEqual(['u 08:00–08:30', 'u 08:30–08:40']);
  });

  it('a patient whose own vacation begins may enter any device of it that is open', () => {
    const devices = [
      device({ id: 'd1', pool: 'p', 'late-start': 30, week: [vacation({ days: 'mon', from: '10:00' })] }),
      device({ id: 'd2', pool: 'p', week: [vacation({ days: 'mon', type: 'emergency' })] }),
    ];
    const played = playDays([asks('a', [['00:00', 10]], { punctuality: -20 })], devices);
    expect(passages(played)).toEqual(['a 10:00–10:10']);
    expect(played.records[0]!.device).toBe('d2');
  });
});

describe('breakdowns', () => {
  // Out of order from 09:00 to 09:30, then 9 hours later.
  const failing = (interrupted: 'resume' | 'restart' | 'rebook') => ({
    week: [vacation({ days: 'mon-tue' })],
    breakdowns: { 'between-failures': 540, repair: 30, interrupted },
  });

  it('resume: the exam goes on where it was', () => {
    const played = playDays([comes('u', [['08:50', 20]])], failing('resume'));
    expect(passages(played)).toEqual(['u 08:50–09:40']);
    expect(minutesOf(played)).toMatchObject({ exams: 20, breakdown: 30 });
  });

  it('restart: the exam begins again', () => {
    const played = playDays([comes('u', [['08:50', 20]])], failing('restart'));
    expect(passages(played)).toEqual(['u 08:50–09:50']);
    expect(minutesOf(played)).toMatchObject({ exams: 30, breakdown: 30 });
  });

  it('rebook: a booked patient gets another appointment', () => {
    const played = playDays([asks('a', [['08:45', 20]], { punctuality: -10 })], failing('rebook'));
    expect(passages(played)).toEqual(['a tue 08:00–tue 08:20']);
    expect(minutesOf(played)).toMatchObject({ exams: 25, breakdown: 30 });
  });

  it('rebook: an inserted patient, who has no appointment to move, is examined from the beginning', () => {
    expect(passages(playDays([comes('u', [['08:50', 20]])], failing('rebook')))).toEqual(['u 08:50–09:50']);
  });

  it('an idle device that is out of order takes nobody', () => {
    const played = playDays([comes('u', [['09:10', 20]])], failing('resume'));
    expect(passages(played)).toEqual(['u 09:30–09:50']);
  });

  it('a clock of working time runs during exams only', () => {
    const breakdowns = { 'between-failures': 15, clock: 'working', repair: 60 } as const;
    const played = playDays(
      [
        comes('u', [
          ['08:00', 10],
          ['09:00', 10],
        ]),
      ],
      { ...MONDAY, breakdowns },
    );
    expect(passages(played)).toEqual(['u 08:00–08:10', 'u 09:00–10:10']);
  });

  it('the rest of a pool goes on working', () => {
    const pooled = [
      device({ id: 'd1', pool: 'p', ...failing('resume') }),
      device({ id: 'd2', pool: 'p', ...MONDAY }),
    ];
    expect(passages(playDays([comes('u', [['09:05', 10]])], pooled))).toEqual(['u 09:05–09:15']);
  });

  it('a changeover that is interrupted is finished after the repair', () => {
    const played = playDays(
      [
        comes('u', [
          ['08:45', 10],
          ['08:46', 10],
        ]),
      ],
      { ...failing('resume'), changeover: 10 },
    );
    expect(passages(played)).toEqual(['u 08:45–08:55', 'u 09:35–09:45']);
  });
});
