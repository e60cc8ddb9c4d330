import { describe, expect, it } from 'vitest';
import {
  assumptionRanges,
  assumptionSets,
  drawAssumptions,
  missedNumber,
} from '../../src/calibrate/assumption-sets.ts';
import { knobIntervals } from '../../src/calibrate/intervals.ts';
import { measure, pooled, smoothMedian } from '../../src/calibrate/measure.ts';
import { reconcile, siteFaults } from '../../src/calibrate/site-check.ts';
import {
  MIX_PRESETS,
  plainWeek,
  type SiteNumbers,
  spread,
  weekHours,
} from '../../src/calibrate/site-numbers.ts';
import { rawSiteScenario, siteScenario, slotMixture } from '../../src/calibrate/site-scenario.ts';
import { calibrateSite, defaultAssumptions, impliedPassages } from '../../src/calibrate/solve.ts';

/** The medians of the campaign (ANAP 2010, figures 1, 2, 15, 16). */
const CT: SiteNumbers = {
  modality: 'ct',
  siteType: 'public',
  openingHours: 47,
  passagesPerWeek: 158,
  mix: MIX_PRESETS.ct.public,
  delayDays: { A: 7, H: 2 },
  occupancy: 0.606,
  week: null,
};
const MRI: SiteNumbers = {
  ...CT,
  modality: 'mri',
  openingHours: 57,
  passagesPerWeek: 105,
  mix: MIX_PRESETS.mri.public,
  delayDays: { A: 21, H: 7 },
  occupancy: 0.814,
};
const found = calibrateSite(CT);

describe('calibrateSite', () => {
  it.each([
    ['the median scanner', CT],
    ['the median MRI', MRI],
    [
      'a scanner with short delays',
      { ...CT, openingHours: 37.4, delayDays: { A: 2, H: 0 }, occupancy: 0.508 },
    ],
    [
      'a shared MRI with long delays',
      { ...MRI, siteType: 'gie', mix: MIX_PRESETS.mri.gie, delayDays: { A: 38, H: 17 }, occupancy: 0.87 },
    ],
  ] as const)(
    'gives back occupancy and delays of %s, on other draws than it was found with',
    (_, numbers) => {
      const { knobs, week, assumptions } = calibrateSite(numbers as SiteNumbers);
      const run = { weeks: 110, warmupWeeks: 6, seed: 'another' };
      const window = pooled(
        measure(siteScenario(rawSiteScenario(numbers, week, knobs, assumptions, run)), 4),
      );
      expect(Math.abs(window.occupancy - numbers.occupancy)).toBeLessThan(0.012);
      expect(Math.abs(smoothMedian(window.firstAvailable.A) - numbers.delayDays.A)).toBeLessThan(0.9);
      expect(Math.abs(smoothMedian(window.firstAvailable.H) - numbers.delayDays.H)).toBeLessThan(0.9);
    },
  );

  it('finds the same knobs again, bit for bit', () => {
    expect(calibrateSite(CT).knobs).toEqual(found.knobs);
  });

  it('keeps the agenda when patience is another: only latent demand differs', () => {
    const patient = calibrateSite(CT, { ...defaultAssumptions('ct'), tauDays: { A: 40, H: 30 } });
    expect(patient.knobs.slotMinutes / found.knobs.slotMinutes).toBeCloseTo(1, 1);
    // λ·exp(−7/τ) is the same at 15 and at 40 days.
    const expected = found.knobs.demand.A * Math.exp(7 / 40 - 7 / 15);
    expect(patient.knobs.demand.A / expected).toBeGreaterThan(0.9);
    expect(patient.knobs.demand.A / expected).toBeLessThan(1.1);
  });
});

describe('knobIntervals', () => {
  it('hold what was found, and narrow with a longer observation', () => {
    const widths = [8, 104].map((observedWeeks) => {
      const { demand, slotMinutes } = knobIntervals(found, { observedWeeks, replications: 8, seed: 'w' });
      expect(slotMinutes!.low).toBeLessThanOrEqual(found.knobs.slotMinutes);
      expect(slotMinutes!.high).toBeGreaterThanOrEqual(found.knobs.slotMinutes);
      return demand.A!.high / demand.A!.low;
    });
    expect(widths[0]!).toBeGreaterThan(widths[1]!);
  });
});

describe('assumption sets', () => {
  it('put one point in each strip of every range, the same for the same seed', () => {
    const ranges = assumptionRanges('mri');
    const draws = drawAssumptions(ranges, 10, 's');
    const strips = draws.map(({ noShow }) => Math.floor(((noShow - 0.01) / 0.09) * 10));
    expect([...strips].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(drawAssumptions(ranges, 10, 's')).toEqual(draws);
    expect(drawAssumptions(ranges, 10, 't')).not.toEqual(draws);
  });

  it('all give the observed numbers back, and count those that cannot with what they miss', () => {
    const impossible = { ...defaultAssumptions('ct'), changeoverMinutes: 25, lateStartMinutes: 60 };
    const draws = [...drawAssumptions(assumptionRanges('ct'), 3, 'x'), impossible];
    const { sets, rejected } = assumptionSets(found, draws);
    expect(sets.length + rejected.length).toBe(4);
    expect(rejected.map(({ assumptions }) => assumptions)).toContain(impossible);
    for (const { calibrated } of sets) expect(missedNumber(CT, calibrated.window)).toBeNull();
  });
});

describe('what numbers say of each other', () => {
  it('implies about the published passages for the median devices', () => {
    expect(impliedPassages(CT, plainWeek(47))).toBeCloseTo(160, -1);
    expect(impliedPassages(MRI, plainWeek(57))).toBeCloseTo(112, -1);
  });

  it('finds values that reconcile a contradiction, each of which removes it', () => {
    const wrong = { ...CT, passagesPerWeek: 420 };
    const [fault] = siteFaults(wrong);
    expect(fault?.kind).toBe('contradiction');
    const { impliedPassages: passagesPerWeek, openingHours } = reconcile(wrong);
    expect(siteFaults({ ...wrong, passagesPerWeek })).toEqual([]);
    expect(siteFaults({ ...wrong, openingHours: openingHours! })).toEqual([]);
  });

  it('refuses what no device can be', () => {
    const faults = siteFaults({ ...CT, occupancy: 1.2, openingHours: 0, mix: { ...CT.mix, A: 0.6 } });
    expect(faults.map(({ kind }) => kind)).toEqual(['out-of-range', 'out-of-range', 'mix-sum']);
  });
});

describe('a plain week', () => {
  it.each([10, 47, 52.5, 57, 70, 100, 168 - 8 * 7])('of %d hours opens so many', (hours) => {
    expect(weekHours(plainWeek(hours))).toBeCloseTo(hours, 6);
  });

  it('spreads whole minutes, the larger parts first', () => {
    expect(spread(7, 3)).toEqual([3, 2, 2]);
  });

  it('mixes the two slots of the grid around a length', () => {
    expect(slotMixture(21)).toEqual({ shorter: 20, longShare: 0.2 });
    expect(slotMixture(25)).toEqual({ shorter: 25, longShare: 0 });
  });
});
