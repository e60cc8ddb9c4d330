/** What patients answer, who comes, who cancels, what was booked before the run, and the probes (rules M3.5 to M3.10). */
import { describe, expect, it } from 'vitest';
import { asks, comes, passages, playDays, timeOf } from './hand-day.ts';
import { device, flow, play, type Raw, type RawDevice, type RawFlow, scenarioOf, vacation } from './play.ts';

const DAY = 86_400;
/** Room for everybody, any day at any time: the delay is the lead. */
const AMPLE = device({
  slots: { A: 5 },
  week: [vacation({ days: 'mon-sun', from: '00:00', to: '24:00' })],
});

function bookedWith(parts: Partial<RawFlow>, weeks = 20, devices: readonly RawDevice[] = [AMPLE]) {
  return play(
    scenarioOf({ devices: [...devices], flows: [flow({ 'per-week': 700, durations: 0, ...parts })] }),
    weeks,
  );
}

/** True when a share of n is within 4 standard errors of a probability. */
const isNear = (share: number, p: number, n: number) =>
  Math.abs(share - p) < 4 * Math.sqrt((p * (1 - p)) / n);

describe('a patient who is offered a distant appointment', () => {
  const acceptedShare = (accept: RawFlow['accept'], lead: number) => {
    const { in: entered, out } = bookedWith({ lead, accept }).books[0]!;
    return { share: 1 - out.declined / entered.requested, n: entered.requested };
  };

  it('accepts with probability exp(−d/τ)', () => {
    const { share, n } = acceptedShare({ tau: '14d' }, 7);
    expect(isNear(share, Math.exp(-0.5), n)).toBe(true);
  });

  it('counts only the days after the free ones', () => {
    const { share, n } = acceptedShare({ tau: '14d', free: '5d' }, 7);
    expect(isNear(share, Math.exp(-2 / 14), n)).toBe(true);
  });

  it('accepts by a table, straight between its points, and flat beyond them', () => {
    const accept = {
      table: [
        [2, 0.9],
        [10, 0.5],
      ] as [number, number][],
    };
    for (const [lead, p] of [
      [1, 0.9],
      [6, 0.7],
      [30, 0.5],
    ] as const) {
      const { share, n } = acceptedShare(accept, lead);
      expect(isNear(share, p, n), `${lead} days`).toBe(true);
    }
  });

  it('is refused, not asked, when no place is left by the horizon', () => {
    const { out } = bookedWith({ horizon: 7, accept: { tau: '1000d' } }, 10, [device({ week: [] })])
      .books[0]!;
    expect([out.declined, out.refused > 6000]).toEqual([0, true]);
  });

  it('counts as within the target up to and including it', () => {
    const within = (target: string) => bookedWith({ lead: 7, target }).modality('s', 'ct').withinTarget.A;
    expect([within('6d'), within('7d')]).toEqual([0, 1]);
  });
});

describe('absence', () => {
  const shareOf = (outcome: string, parts: Partial<RawFlow>) => {
    const { records } = bookedWith(parts, 30);
    const due = records.filter(({ appointment }) => appointment !== null && appointment < 29 * 7 * DAY);
    return { share: due.filter((one) => one.outcome === outcome).length / due.length, n: due.length };
  };

  it('without notice grows with the delay: max − (max − base)·exp(−d/τ)', () => {
    const { share, n } = shareOf('noShow', {
      lead: 10,
      'no-show': { probability: 0.05, max: 0.3, tau: '20d' },
    });
    expect(isNear(share, 0.3 - 0.25 * Math.exp(-0.5), n)).toBe(true);
  });

  it('without notice is the same at any delay when only one probability is given', () => {
    const { share, n } = shareOf('noShow', { lead: 10, 'no-show': 0.1 });
    expect(isNear(share, 0.1, n)).toBe(true);
  });

  it('with notice comes with its probability', () => {
    const { share, n } = shareOf('cancelled', { lead: 10, cancel: { probability: 0.2, notice: '3d' } });
    expect(isNear(share, 0.2, n)).toBe(true);
  });
});

describe('a place that is cancelled', () => {
  // One place a week, on Tuesday at 08:00: `a` takes that of day 1 or 8, and cancels; `h` asks day after day.
  const ONE = { week: [vacation({ days: 'tue', to: '08:20' })] };
  const firstServed = (cancel: { probability: number; notice: string }, asked: string, lead: number) =>
    passages(
      playDays(
        [
          asks('a', asked, { cancel, lead }),
          asks('h', 'mon 09:00 for 10, tue 00:00 for 10', { class: 'H', horizon: 4 }),
        ],
        ONE,
      ),
    );

  it('is free for others from the start of the day of cancellation', () => {
    const cancel = { probability: 1, notice: '3d' };
    const flows = [
      asks('a', 'mon 00:00 for 10', { cancel, lead: 2 }),
      asks('h', 'thu 09:00 for 10, sat 00:00 for 10', { class: 'H', horizon: 5 }),
    ];
    const { records } = playDays(flows, ONE);
    const seen = records.map((one) => [
      one.flow,
      one.outcome,
      one.appointment === null ? null : one.appointment / DAY,
    ]);
    // `a` holds day 8, cancelled on day 5 (Saturday): too late for Thursday's request, in time for Saturday's.
    expect(seen).toEqual([
      ['h', 'refused', null],
      ['a', 'cancelled', 8 + 1 / 3],
      ['h', 'booked', 8 + 1 / 3],
    ]);
  });

  it('the day before or earlier is cancelled at the earliest the day after the booking', () => {
    // Asked on Monday for Tuesday: the day after is the day of the appointment, so the place is lost.
    expect(firstServed({ probability: 1, notice: '30d' }, 'mon 00:00 for 10', 1)).toEqual([
      'a cancelled',
      'h refused',
      'h refused',
    ]);
  });

  it('on the day itself is lost, as for an absence', () => {
    const played = playDays(
      [asks('a', 'mon 00:00 for 10', { cancel: { probability: 1, notice: '6h' }, lead: 1 })],
      ONE,
    );
    expect(passages(played)).toEqual(['a cancelled']);
    expect(played.device('d').openingMinutes.total).toMatchObject({ noShow: 20, exams: 0 });
  });
});

describe('overbooking', () => {
  it('books extra patients in a full vacation rather than later', () => {
    const flows = [asks('a', '00:00 for 5, 00:01 for 5, 00:02 for 5', { overbook: 1 })];
    const { records } = playDays(flows, { week: [vacation({ days: 'tue', to: '08:40' })] });
    expect(records.map(({ appointment }) => timeOf(appointment!)).sort()).toEqual([
      'tue 08:00',
      'tue 08:20',
      'tue 08:20',
    ]);
  });
});

describe('a patient to be rebooked', () => {
  it('is offered places within the horizon of their own flow, whatever other flows have', () => {
    const refused = (others: readonly RawFlow[]) => {
      const calendar = { closures: [{ device: 'd', from: 14, days: 28, announced: '0d' }] };
      const flows = [flow({ horizon: 10 }), ...others];
      return play(scenarioOf({ devices: [device()], flows, calendar }), 8).books[0]!.out.refused;
    };
    expect(refused([])).toBeGreaterThan(50);
    expect(refused([flow({ id: 'b', 'per-week': 0, horizon: 100 })])).toBe(refused([]));
  });
});

describe('the backlog', () => {
  const backlogOf = (parts: Partial<RawFlow>) =>
    play(scenarioOf({ devices: [device()], flows: [flow({ 'per-week': 0, ...parts })] }), 4);

  it('of so many patients takes the first places of the run', () => {
    const { records } = backlogOf({ backlog: { patients: 13 } });
    expect(records.filter(({ appointment }) => appointment! < DAY).length).toBe(12);
    expect(records.length).toBe(13);
  });

  it('of a delay books until the first place is that far away', () => {
    const played = backlogOf({ backlog: { delay: '9d' } });
    expect(Math.max(...played.records.map(({ appointment }) => appointment! / DAY))).toBeLessThan(9);
    expect(played.modality('s', 'ct').firstAvailable.A.mean).not.toBeNull();
    // Day 9 is a Wednesday: Monday to Friday, Monday, Tuesday, of 12 places each.
    expect(played.records.length).toBe(7 * 12);
  });

  it('counts as passages, not in access delays', () => {
    const played = backlogOf({ backlog: { patients: 13 } });
    expect(played.device('d').volume.A).toBe(13 / 4);
    expect(played.modality('s', 'ct').access.A.mean).toBeNull();
  });
});

describe('the first-available probe', () => {
  const empty = (week: RawDevice['week'], parts: Partial<RawFlow> = {}, rest: Partial<Raw> = {}, weeks = 8) =>
    play(
      scenarioOf({ devices: [device({ week })], flows: [flow({ 'per-week': 0, ...parts })], ...rest }),
      weeks,
    );
  const probes = (played: ReturnType<typeof empty>) =>
    played.outcomes[0]!.series[0]!.filter((_, index) => index % 2 === 1);

  it('finds an empty diary’s next open day, and its third place', () => {
    const { firstAvailable, thirdNextAvailable } = empty([
      vacation({ days: 'mon-fri', to: '08:40' }),
    ]).modality('s', 'ct');
    // Two places a day. First: 1 day, from Friday 3. Third: 2 days, from Thursday and Friday 4.
    expect(firstAvailable.A).toMatchObject({ mean: (1 + 1 + 1 + 1 + 3) / 5, p50: 1 });
    expect(thirdNextAvailable.A).toMatchObject({ mean: (2 + 2 + 2 + 4 + 4) / 5, p50: 2 });
  });

  it('is made at the opening, so that today counts when the lead is 0', () => {
    const { firstAvailable } = empty([vacation()], { lead: 0 }).modality('s', 'ct');
    expect(firstAvailable.A.mean).toBe(0);
  });

  it('is made on each day on which an eligible vacation takes place, and on no other', () => {
    expect([...probes(empty([vacation({ days: 'mon', every: 4 })]))]).toEqual([1, 0, 0, 0, 1, 0, 0, 0]);
    expect([
      ...probes(empty([vacation({ days: 'mon', owner: 'x' }), vacation({ days: 'tue-wed' })], {}, {}, 2)),
    ]).toEqual([2, 2]);
  });

  it('is not made while the device is closed', () => {
    const calendar = { closures: [{ device: 'd', from: 7, days: 3 }] };
    expect([...probes(empty([vacation()], {}, { calendar }, 3))]).toEqual([5, 2, 5]);
  });

  it('counts one day more than the horizon when nothing is left', () => {
    const week = [vacation({ days: 'mon', to: '08:10' })];
    const played = empty(week, { horizon: 30 });
    expect(played.modality('s', 'ct').firstAvailable.A.mean).toBe(31);
  });

  it('books nothing', () => {
    const played = empty([vacation()]);
    expect(played.records).toEqual([]);
    expect(played.device('d').fillRate).toBe(0);
  });
});

describe('the fill rate', () => {
  it('leaves out the slots of openings that are not scheduled', () => {
    const week = [vacation({ days: 'tue' }), vacation({ days: 'wed', type: 'research', owner: 'public' })];
    const flows = [
      asks('a', '00:00 for 10'),
      asks('b', 'tue 13:00 for 10, tue 14:00 for 10'),
      comes('u', ''),
    ];
    expect(playDays(flows, { week }).device('d').fillRate).toBe(20 / 240);
  });
});
