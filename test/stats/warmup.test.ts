/** Where the measured part of a run begins. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/engine/compile.ts';
import type { IslandOutcome } from '../../src/engine/island-run.ts';
import { planSnapshots, warmupOf, weeklyMeans } from '../../src/stats/warmup.ts';
import { ALWAYS_OPEN, device, flow, play, type RawFlow, scenarioOf } from '../engine/play.ts';

const WEEKS = 100;
const planOf = (...flows: readonly RawFlow[]) =>
  compileScenario(
    scenarioOf({ devices: [device({ week: [ALWAYS_OPEN, ...device().week] })], flows: [...flows] }),
    WEEKS,
  );

/** One outcome for each series of weekly delays, one probe a week; NaN = a week without probe. */
const outcomesOf = (...seriesOfReplications: readonly (readonly number[])[]): (readonly IslandOutcome[])[] =>
  seriesOfReplications.map((delays) => [
    {
      tally: new Float64Array(0),
      snapshots: [],
      series: [Float64Array.from(delays.flatMap((delay) => (Number.isNaN(delay) ? [0, 0] : [delay, 1])))],
      bookedAhead: [],
      stock: [],
    },
  ]);

const weeks = (of: (week: number) => number) => Array.from({ length: WEEKS }, (_, week) => of(week));
/** Small and without drift. */
const ripple = (week: number) => ((week * 7919) % 13) / 100;
const falling = (until: number, extra = 0) =>
  weeks((week) => (week < until ? 20 - (20 * week) / until : 0) + ripple(week + extra));

describe('copies of the sums', () => {
  it('are kept at the warm-up that was asked', () => {
    expect(planSnapshots(52, 8)).toBe(8);
    expect(planSnapshots(52, 0)).toBe(0);
  });

  it('are otherwise kept every 5 weeks, and at most 20 of them in half of the run', () => {
    for (const run of [10, 52, 104, 520, 5200]) {
      const every = planSnapshots(run, 'auto');
      expect(every % 5).toBe(0);
      expect(run / 2 / every).toBeLessThanOrEqual(20);
    }
  });

  it('are not kept in a run too short to have a warm-up', () => {
    expect(planSnapshots(9, 'auto')).toBe(0);
  });
});

describe('the warm-up', () => {
  const plan = planOf(flow());
  const auto = (...series: readonly (readonly number[])[]) =>
    warmupOf(plan, outcomesOf(...series), 'auto', 5);

  it('is the one that was asked', () => {
    expect(warmupOf(plan, outcomesOf(falling(20)), 35, 35)).toEqual({ weeks: 35, refused: false });
  });

  it('covers the transient of the first-available series, and not much more', () => {
    const { weeks: cut, refused } = auto(falling(20), falling(20, 5), falling(20, 9));
    expect([cut, refused]).toEqual([20, false]);
  });

  it('is at least one copy, even of a series that is steady from the start', () => {
    expect(auto(weeks(ripple)).weeks).toBe(5);
  });

  it('is at most half of the run, and refused when the series still drifts there', () => {
    const { weeks: cut, refused } = auto(falling(100), falling(100, 5), falling(100, 9));
    expect([cut, refused]).toEqual([50, true]);
  });

  it('does not take weeks before the first probe for a transient', () => {
    const late = weeks((week) => (week < 12 ? Number.NaN : 20));
    expect(auto(late, late).weeks).toBe(5);
  });

  it('is at least three relaxation times of the acceptance', () => {
    const patient = planOf(flow({ accept: { tau: '70d' } }));
    expect(warmupOf(patient, outcomesOf(weeks(ripple)), 'auto', 5).weeks).toBe(30);
  });

  it('is one copy in a run of walk-ins only, which has no series', () => {
    const walkIns = planOf(flow({ class: 'U', 'walk-in': true }));
    expect(warmupOf(walkIns, outcomesOf([]), 'auto', 5)).toEqual({ weeks: 5, refused: false });
  });

  it('is none where no copy is kept', () => {
    expect(warmupOf(plan, outcomesOf(falling(20)), 'auto', 0)).toEqual({ weeks: 0, refused: false });
  });
});

describe('the weekly series', () => {
  it('is the mean over replications, null in weeks without a probe', () => {
    const plan = planOf(flow());
    const outcomes = outcomesOf(
      weeks((week) => (week === 3 ? Number.NaN : 1)),
      weeks((week) => (week === 3 ? Number.NaN : 2)),
    );
    const { a } = weeklyMeans(plan, outcomes);
    expect(a!.slice(2, 5)).toEqual([1.5, null, 1.5]);
  });

  it('is named by flow, and by flow and site where a flow may go to several', () => {
    const scenario = scenarioOf({
      sites: [{ id: 's' }, { id: 't' }],
      devices: [device(), device({ id: 'e', site: 't' })],
      flows: [flow(), flow({ id: 'b', sites: ['s', 't'] }), flow({ id: 'u', class: 'U', 'walk-in': true })],
    });
    const { plan, outcomes } = play(scenario, 10);
    expect(Object.keys(weeklyMeans(plan, [outcomes])).sort()).toEqual(['a', 'b@s', 'b@t']);
  });
});
