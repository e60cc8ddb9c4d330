import { describe, expect, it } from 'vitest';
import type { Assumption } from '../../src/model/scenario.ts';
import {
  assumptionName,
  assumptionPlace,
  assumptionValue,
  isSwitchedOff,
  weightRank,
} from '../../src/report/assumption-words.ts';
import { ASSUMPTIONS, fixtureScenario } from './simulation-fixture.ts';

const at = (path: string, rest: Partial<Assumption> = {}): Assumption => ({
  ...ASSUMPTIONS[0]!,
  path,
  ...rest,
});

describe('assumptionName', () => {
  it('is in words, with the class where there is one', () => {
    expect(assumptionName(at('devices.irm.slots.A'), 'en')).toBe('slot length, ambulatory A');
    expect(assumptionName(at('flows.ch/mri/A.accept.tau'), 'fr')).toBe('patience avant un rendez-vous');
  });

  it('is the path itself for what it does not know', () => {
    expect(assumptionName(at('devices.irm.colour'), 'en')).toBe('devices.irm.colour');
  });

  it('knows everything that completing a scenario may assume', () => {
    const { assumptions } = fixtureScenario();
    expect(assumptions.length).toBeGreaterThan(10);
    expect(assumptions.filter((one) => assumptionName(one, 'en') === one.path)).toEqual([]);
  });
});

describe('assumptionPlace', () => {
  it('is the id the assumption is about, points and strokes included', () => {
    expect(assumptionPlace(at('devices.irm.1.late-start'))).toBe('irm.1');
    expect(assumptionPlace(at('flows.ch/mri/A.no-show'))).toBe('ch/mri/A');
    expect(assumptionPlace(at('sites.ch.reports.mri.H'))).toBe('ch');
  });
});

describe('assumptionValue', () => {
  it.each([
    [{ value: 30, unit: 'd', range: [10, 60] }, '30 days (10–60)', '30 jours (10–60)'],
    [{ value: 0.04, unit: 'ratio', range: [0.01, 0.1] }, '4% (1–10)', '4\u202f% (1–10)'],
    [{ value: -10, unit: 'min', range: [-20, 0] }, '−10 min (−20 to 0)', '−10 min (−20 à 0)'],
    [{ value: 12.5, unit: 'min', range: null }, '12.5 min', '12,5 min'],
  ] as const)('prints %j', (rest, en, fr) => {
    expect(assumptionValue(at('devices.irm.late-start', rest), 'en')).toBe(en);
    expect(assumptionValue(at('devices.irm.late-start', rest), 'fr')).toBe(fr);
  });
});

describe('weightRank', () => {
  it('puts the patience of patients before what a vacation loses, and that before report delays', () => {
    const ranks = ['flows.f.accept.tau', 'devices.d.late-start', 'sites.s.reports.ct.A', 'x.y'].map((path) =>
      weightRank(at(path)),
    );
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(4);
  });
});

describe('isSwitchedOff', () => {
  it('is true of a default of zero without a range only', () => {
    expect(isSwitchedOff(at('a.late-start', { value: 0, range: null }))).toBe(true);
    expect(isSwitchedOff(at('a.late-start', { value: 0, range: [0, 5] }))).toBe(false);
    expect(isSwitchedOff(at('a.late-start', { value: 0, range: null, from: 'file' }))).toBe(false);
  });
});
