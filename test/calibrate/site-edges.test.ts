import { describe, expect, it } from 'vitest';
import { assumptionRanges } from '../../src/calibrate/assumption-sets.ts';
import type { KnobIntervals } from '../../src/calibrate/intervals.ts';
import { assumptionIntervals, patienceEdges } from '../../src/calibrate/site-edges.ts';
import { MIX_PRESETS, plainWeek, type SiteNumbers } from '../../src/calibrate/site-numbers.ts';
import { rawSiteScenario } from '../../src/calibrate/site-scenario.ts';
import { calibrateSite, defaultAssumptions, SOLVE_DEFAULTS } from '../../src/calibrate/solve.ts';

const SHARED_MRI: SiteNumbers = {
  modality: 'mri',
  siteType: 'gie',
  openingHours: 57,
  passagesPerWeek: 118,
  mix: MIX_PRESETS.mri.gie,
  delayDays: { A: 21, H: 7 },
  occupancy: 0.814,
  week: plainWeek(57),
};
const BRIEF = { ...SOLVE_DEFAULTS, replications: 2 };
const found = calibrateSite(SHARED_MRI, undefined, BRIEF);
const around = (value: number) => ({ value, low: 0.9 * value, high: 1.1 * value });

describe('few inpatient places', () => {
  it('are kept whole, as many as were found', () => {
    const { knobs, week, assumptions } = found;
    const run = { weeks: 1, warmupWeeks: 0, seed: 's' };
    // On the grid each place is exactly its slot.
    const raw = rawSiteScenario(SHARED_MRI, week, { ...knobs, slotMinutes: 25 }, assumptions, run);
    const [device] = raw.devices as readonly [{ week: readonly { reserve?: { H: string } }[] }];
    const minutes = device.week.map(({ reserve }) => Number.parseInt(reserve?.H ?? '0', 10));
    expect(minutes.map((one) => one % 25)).toEqual(minutes.map(() => 0));
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(25 * knobs.inpatientPlaces);
  });

  it('do not keep a delay of inpatients from coming back', () => {
    expect(found.hasConverged).toBe(true);
    expect(Number.isInteger(found.knobs.inpatientPlaces)).toBe(true);
  });
});

describe('the ends of patience', () => {
  const edges = patienceEdges(found, { ...BRIEF, within: 2 });

  it('bound latent demand: impatient patients must be more, for the same delay', () => {
    const { tauDays } = defaultAssumptions('mri');
    const { tauA } = assumptionRanges('mri');
    edges.forEach(({ demand }, end) => {
      // λ·exp(−d/τ) is the same whatever τ.
      const expected = found.knobs.demand.A * Math.exp(21 / tauA[end]! - 21 / tauDays.A);
      expect(demand.A / expected).toBeGreaterThan(0.85);
      expect(demand.A / expected).toBeLessThan(1.15);
    });
    expect(edges[0]!.demand.A).toBeGreaterThan(found.knobs.demand.A);
    expect(edges[1]!.demand.A).toBeLessThan(found.knobs.demand.A);
  });

  it('widen the intervals of demand to hold them, chance on top', () => {
    const { demand, slotMinutes } = found.knobs;
    const intervals: KnobIntervals = {
      slotMinutes: around(slotMinutes),
      inpatientShare: null,
      demand: { A: around(demand.A), H: around(demand.H) },
    };
    const wide = assumptionIntervals(intervals, found, edges);
    expect(wide.inpatientShare).toBeNull();
    expect(wide.demand.A!.low).toBeCloseTo(0.9 * edges[1]!.demand.A, 6);
    expect(wide.demand.A!.high).toBeCloseTo(1.1 * edges[0]!.demand.A, 6);
    expect(assumptionIntervals(intervals, found, [])).toEqual(intervals);
  });
});
