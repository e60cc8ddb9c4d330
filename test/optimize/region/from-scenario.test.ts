import { describe, expect, it } from 'vitest';
import { balanceRow, roomOf } from '../../../src/model/oqos/balance.ts';
import { idf202005 } from '../../../src/model/oqos/idf-2020-05.ts';
import { MODALITIES } from '../../../src/model/vocabulary.ts';
import { curveFor, daysAtLoad } from '../../../src/optimize/region/curves.ts';
import { curveFactor, regionProblem } from '../../../src/optimize/region/from-scenario.ts';
import { presentRegion } from '../../../src/optimize/region/present.ts';
import { firstRequestFactors, underAssumptions } from '../../../src/optimize/region/recalibrate.ts';
import { regionWaits } from '../../../src/optimize/region/score.ts';
import { nationalElasticity, regionalElasticity, surveysOf } from '../../../src/optimize/region/surveys.ts';
import { played, regionIn, smallProblem } from './played-region.ts';

const { scenario, present, problem } = smallProblem({ pooling: true });
const there = problem.implantations.filter(({ isNew }) => !isNew);

describe('the problem of a region', () => {
  it('has the implantations there are, those of sites without the modality, and one new site a department', () => {
    const ids = problem.implantations.map(({ id }) => id);
    expect(there).toHaveLength(9);
    expect(problem.implantations.filter(({ isNew }) => isNew).map(({ id }) => id)).toEqual([
      '95-02/mri',
      'new-75/ct',
      'new-75/mri',
      'new-92/ct',
      'new-92/mri',
      'new-95/ct',
      'new-95/mri',
    ]);
    expect(ids).toEqual([...ids].sort());
  });

  it('has the places that the balance leaves, interventional scanners apart', () => {
    for (const { department, modality, devices, sites } of problem.caps) {
      const row = balanceRow(idf202005, modality === 'ct' ? 'scanner' : 'mri', department)!;
      expect([devices, sites]).toEqual([roomOf(row.devices), roomOf(row.sites)]);
    }
    expect(problem.caps).toHaveLength(6);
  });

  it('gives every implantation its delay at its load, where that is above the floor', () => {
    for (const { modality, devices, load, delayDays } of there) {
      const curve = curveFor(problem.curves.find((one) => one.modality === modality)!, devices);
      if (delayDays! > curve.floorDays) expect(daysAtLoad(curve, load)).toBeCloseTo(delayDays!, 9);
    }
  });

  it('has as places the appointments given where the agenda is full', () => {
    const full = there.filter(({ load }) => load > 1);
    expect(full.length).toBeGreaterThan(3);
    for (const { id, placesPerWeek, placesPerDevice, devices } of full) {
      expect(placesPerWeek).toBe(present.implantations.get(id)!.bookedPerWeek);
      expect(placesPerDevice * devices).toBeCloseTo(placesPerWeek, 12);
    }
  });

  it('pairs for on-call only scanners on call, half an hour apart at most', () => {
    expect(problem.onCallPairs.length).toBeGreaterThan(0);
    for (const { closes, goesTo, minutes, movedPerWeek } of problem.onCallPairs) {
      expect(['75-01', '75-02', '92-01']).toContain(closes);
      expect(goesTo).not.toBe(closes);
      expect(minutes).toBeLessThanOrEqual(30);
      expect(movedPerWeek).toBeGreaterThan(0);
    }
    expect(regionProblem(scenario, idf202005, present).onCallPairs).toEqual([]);
  });

  it('takes growth, lags and weights as stated, else as assumed', () => {
    const stated = regionProblem(scenario, idf202005, present, { growthPerYear: { mri: 0.1 }, unmetDays: 7 });
    expect(stated.horizon.growthPerYear).toEqual({ ct: 0.01, mri: 0.1 });
    expect(stated.unmetDays).toBe(7);
    expect(problem.horizon).toEqual({
      weeks: 260,
      deviceLagWeeks: 78,
      openingLagWeeks: 9,
      growthPerYear: { ct: 0.01, mri: 0.03 },
    });
  });

  it('is refused where the scenario is no region, or nobody asks', () => {
    expect(() => regionProblem({ ...scenario, region: null }, idf202005, present)).toThrow(RangeError);
    expect(() => regionProblem({ ...scenario, flows: [] }, idf202005, present)).toThrow(RangeError);
  });

  it('finds the delays of this region near those of the curve of the panel: within a quarter for MRI', () => {
    const factor = curveFactor(scenario, present, 'mri');
    expect(factor).toBeGreaterThan(0.75);
    expect(factor).toBeLessThan(1.25);
  });
});

describe('the present region', () => {
  it('counts as booked elsewhere what other sites received: every patient passed on is one received', () => {
    const experiment = played(regionIn(30, 12), 2);
    const { requests, implantations } = presentRegion(experiment);
    const asked = regionWaits(experiment, 12).map(({ residents }) =>
      residents.reduce((sum, { requestsPerWeek }) => sum + requestsPerWeek, 0),
    );
    const unmet = regionWaits(experiment, 12).map(({ days }) => days.ct.unmet + days.mri.unmet);
    const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    const booked = [...implantations.values()].reduce((sum, { bookedPerWeek }) => sum + bookedPerWeek, 0);
    // Asked = booked + unmet but for those in the night between two sites at either end of the weeks.
    expect(Math.abs(booked + mean(unmet) - mean(asked))).toBeLessThan(0.005 * mean(asked));
    const effective = requests.flatMap(({ byImplantation }) => [...byImplantation.values()]);
    const received = effective.reduce((sum, one) => sum + one, 0) - mean(asked);
    expect(received).toBeGreaterThan(0);
  });
});

describe('first requests under other assumptions', () => {
  const delays = new Map([...present.implantations].map(([id, { delayDays }]) => [id, delayDays ?? 0]));

  it('are those of the region under its own', () => {
    for (const [id, factor] of firstRequestFactors(scenario, scenario, delays))
      expect(factor, id).toBeCloseTo(1, 9);
  });

  it('are more where patients are less patient, and fewer where they are more', () => {
    const under = (tau: number) =>
      firstRequestFactors(
        scenario,
        underAssumptions(scenario, { tauFactor: { ct: tau, mri: tau }, travelScaleFactor: 1 }),
        delays,
      ).get('95-01/mri')!;
    expect(under(0.5)).toBeGreaterThan(1.5);
    expect(under(2)).toBeLessThan(0.8);
  });
});

describe('the surveys', () => {
  it('give −0.06 ± 0.13 over the years 2009–2018', () => {
    const { value, standardError } = nationalElasticity();
    expect(value).toBeCloseTo(-0.059, 3);
    expect(standardError).toBeCloseTo(0.125, 3);
  });

  it('give about −1.15 between places in 2013', () => {
    expect(regionalElasticity()).toBeCloseTo(-1.15, 2);
  });

  it('say nothing of scanners', () => {
    expect(MODALITIES.map((modality) => surveysOf(modality) === null)).toEqual([true, false]);
  });
});
