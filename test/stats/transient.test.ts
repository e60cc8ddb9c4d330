/** From the old delay to the new one. */
import { describe, expect, it } from 'vitest';
import type { IslandOutcome } from '../../src/engine/island-run.ts';
import { openStream } from '../../src/engine/streams.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { startingFromBase } from '../../src/stats/backlog.ts';
import { Experiment } from '../../src/stats/experiment.ts';
import { transients } from '../../src/stats/transient.ts';
import { device, flow, play, scenarioOf, vacation } from '../engine/play.ts';

const WEEKS = 100;
const scenario = scenarioOf({ devices: [device()], flows: [flow({ accept: { tau: '10d' } })] });

/** An experiment of which only the weekly delays and bookings are made up: `delay(week, replication)` days, `ahead` patients. */
function madeUp(
  delay: (week: number, replication: number) => number,
  ahead: (week: number) => number = () => 0,
  replications = 8,
): Experiment {
  const experiment = new Experiment(scenario, { weeks: WEEKS, warmupWeeks: 0, seed: '1' });
  const weeks = Array.from({ length: WEEKS }, (_, week) => week);
  for (let n = 0; n < replications; n++) {
    const outcome: IslandOutcome = {
      tally: new Float64Array(experiment.plan.islands[0]!.layout.size),
      snapshots: [],
      // Five probes a week; without any where the delay is no number.
      series: [
        Float64Array.from(
          weeks.flatMap((week) => (Number.isNaN(delay(week, n)) ? [0, 0] : [5 * delay(week, n), 5])),
        ),
      ],
      bookedAhead: [Float64Array.from(weeks, ahead)],
      stock: [{ booked: 0, waiting: 0, inRoom: 0 }],
    };
    experiment.add([outcome]);
  }
  return experiment;
}

/** Small, different in every replication and week, and no trend. */
const draw = openStream(5, 'transient');
const NOISE = Array.from({ length: 8 }, () => Array.from({ length: WEEKS }, () => draw() - 0.5));
const noise = (week: number, n: number) => NOISE[n]![week]!;
const HALVED_EVERY = 4;
const relaxing = (week: number) => 20 - 4 * (1 - 0.5 ** (week / HALVED_EVERY));

const steady = madeUp((week, n) => 20 + noise(week, n));
const only = (base: Experiment, variant: Experiment) => transients(base, variant)[0]!;

describe('the weekly curves', () => {
  it('are means over replications with the band of their spread', () => {
    const { firstAvailable } = only(
      madeUp((_, n) => 20 + n),
      madeUp((_, n) => 18 + n),
    );
    expect(firstAvailable.base.mean[3]).toBe(23.5);
    expect(firstAvailable.base.high[3]! - 23.5).toBeCloseTo(
      (2.3646242510103 * Math.sqrt(6)) / Math.sqrt(8),
      6,
    );
  });

  it('of the difference are paired: what both share is no spread', () => {
    const { difference } = only(
      madeUp((_, n) => 20 + n),
      madeUp((_, n) => 18 + n),
    ).firstAvailable;
    expect([difference.low[3], difference.mean[3], difference.high[3]]).toEqual([-2, -2, -2]);
  });

  it('begin with the first week', () => {
    const { firstAvailable, bookedAhead } = only(
      steady,
      madeUp(relaxing, (week) => 300 - week),
    );
    expect(firstAvailable.variant.mean[0]).toBe(20);
    expect(firstAvailable.variant.mean.length).toBe(WEEKS);
    expect(bookedAhead.variant.mean.slice(0, 2)).toEqual([300, 299]);
  });

  it('have nothing in a week without a place to offer', () => {
    const { difference } = only(
      steady,
      madeUp((week) => (week === 7 ? Number.NaN : 20)),
    ).firstAvailable;
    expect([difference.mean[7], difference.low[7]]).toEqual([null, null]);
    expect(difference.mean[8]).not.toBeNull();
  });
});

describe('the weeks until the new delay', () => {
  it('are those after which a tenth of the change is left at most', () => {
    // 4 × 0.5^(week/4), mean over five weeks, is below 0.4 from week 14 on: 0.5^(14/4) × 1.06 < 0.1 < 0.5^(13/4) × 1.06.
    const { change, weeksToNewDelay, bandDays } = only(
      madeUp(() => 20),
      madeUp((week) => relaxing(week)),
    );
    expect(change!.mean).toBeCloseTo(-4, 2);
    expect([weeksToNewDelay, bandDays]).toEqual([14, expect.closeTo(0.4, 3)]);
  });

  it('are none when the delay jumps at once', () => {
    expect(
      only(
        steady,
        madeUp((week, n) => 16 + noise(week, n)),
      ).weeksToNewDelay,
    ).toBe(0);
  });

  it('begin again when the curve comes back out of its band', () => {
    const relapse = (week: number) => (week >= 30 && week < 36 ? 20 : relaxing(week));
    expect(
      only(
        madeUp(() => 20),
        madeUp(relapse),
      ).weeksToNewDelay,
    ).toBeGreaterThan(34);
  });

  it('are not given where no change is demonstrated', () => {
    const { change, weeksToNewDelay, bandDays } = only(
      steady,
      madeUp((week, n) => 20 + noise(WEEKS - 1 - week, n)),
    );
    expect(change!.low! < 0 && change!.high! > 0).toBe(true);
    expect([weeksToNewDelay, bandDays]).toEqual([null, null]);
  });

  it('are not given when the curve still moves in the second half of the run', () => {
    expect(
      only(
        madeUp(() => 20),
        madeUp((week) => 20 - week / 10),
      ).weeksToNewDelay,
    ).toBeNull();
  });

  it('have a wider band where replications tell less, and it is said', () => {
    const wild = (week: number, n: number) => relaxing(week) + 4 * noise(week, n);
    const { bandDays, weeksToNewDelay } = only(
      madeUp(() => 20),
      madeUp(wild),
    );
    expect(bandDays).toBeGreaterThan(0.4);
    expect(weeksToNewDelay).toBeLessThan(14);
  });

  it('are not given when that band is wider than half of the change', () => {
    const wild = (week: number, n: number) => relaxing(week) + 30 * noise(week, n);
    const { change, weeksToNewDelay } = only(
      madeUp(() => 20),
      madeUp(wild),
    );
    expect(change!.high).toBeLessThan(0);
    expect(weeksToNewDelay).toBeNull();
  });

  it('are refused for runs that do not pair', () => {
    expect(() =>
      transients(
        steady,
        madeUp(relaxing, () => 0, 0),
      ),
    ).toThrow(RangeError);
    const other = new Experiment(scenario, { weeks: WEEKS, warmupWeeks: 0, seed: '2' });
    expect(() => transients(steady, other)).toThrow(RangeError);
  });
});

describe('a comparison that was stopped', () => {
  it('leaves out the replications that only one of the two has', () => {
    const early = madeUp(relaxing, () => 0, 5);
    expect(transients(steady, early)).toEqual(
      transients(
        madeUp(
          (week, n) => 20 + noise(week, n),
          () => 0,
          5,
        ),
        early,
      ),
    );
  });
});

describe('a played change', () => {
  const run = (one: Scenario, replications = 4) => {
    const experiment = new Experiment(one, { weeks: 60, warmupWeeks: 10, seed: '3' });
    for (let n = 0; n < replications; n++) experiment.runNext();
    return experiment;
  };
  const flows = [
    flow({ accept: { tau: '20d' }, 'per-week': 80, backlog: { delay: '14d' } }),
    flow({ id: 'u', class: 'U', 'walk-in': true }),
  ];
  const played = (...week: readonly ReturnType<typeof vacation>[]) =>
    scenarioOf({ devices: [device({ week: [...week] })], flows });
  const today = played(vacation());
  const more = played(vacation(), vacation({ days: 'tue', from: '14:00', to: '16:00' }));
  const fewer = played(vacation({ days: 'mon-thu' }));
  const base = run(today);

  it('starts near the delay of the base and ends at its own', () => {
    const [transient] = transients(base, run(startingFromBase(today, more)));
    const { mean } = transient!.firstAvailable.difference;
    expect(transient!.change!.high).toBeLessThan(-1);
    expect(Math.abs(mean[0]!)).toBeLessThan(Math.abs(transient!.change!.mean) / 2);
  });

  it('has no transient of what is not booked', () => {
    expect(transients(base, base).map((one) => one.class)).toEqual(['A']);
  });

  it('counts the booked of each Sunday night as the records do', () => {
    const { outcomes, records } = play(today, 6);
    const night = 4 * 7 * 86_400;
    const ahead = records.filter(
      ({ requested, appointment, class: one }) =>
        one === 'A' && requested < night && appointment !== null && appointment >= night,
    );
    expect(outcomes[0]!.bookedAhead[0]![3]).toBe(ahead.length);
    expect(ahead.length).toBeGreaterThan(10);
  });

  it('with more places begins with the delay of the base, not with its number of patients', () => {
    expect(startingFromBase(today, more)).toEqual(more);
  });

  it('with fewer places keeps every patient who was booked', () => {
    const kept = startingFromBase(today, fewer);
    const backlog = (one: Scenario) =>
      run(one, 1)
        .result()
        .books.find((books) => books.flow === 'a')!.in.backlog;
    expect(backlog(fewer)).toBeLessThan(backlog(today));
    expect(backlog(kept)).toBe(backlog(today));
  });

  it('leaves as they are flows that are not booked, or that the base does not have', () => {
    const added = scenarioOf({
      devices: [device()],
      flows: [...flows, flow({ id: 'new', backlog: { patients: 3 } })],
    });
    const backlogs = startingFromBase(today, added).flows.map(({ id, backlog }) => [id, backlog]);
    expect(backlogs.slice(1)).toEqual([
      ['new', { kind: 'patients', n: 3 }],
      ['u', { kind: 'patients', n: 0 }],
    ]);
  });

  it('starts with the backlog that the variant states, where it is not the one of the base', () => {
    const cleared = scenarioOf({
      devices: [device({ week: [vacation()] })],
      flows: [flow({ accept: { tau: '20d' }, 'per-week': 80, backlog: { patients: 0 } }), flows[1]!],
    });
    expect(startingFromBase(today, cleared)).toEqual(cleared);
  });
});
