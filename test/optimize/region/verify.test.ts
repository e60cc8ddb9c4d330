import { describe, expect, it } from 'vitest';
import type { RegionPlan, RegionProblem } from '../../../src/optimize/region/problem.ts';
import { brokenRules, planTakes } from '../../../src/optimize/region/verify.ts';
import { handRegion } from './support/hand.ts';

const plan = (part: Partial<RegionPlan>): RegionPlan => ({ additions: [], blocks: [], onCall: [], ...part });
const codes = (problem: RegionProblem, part: Partial<RegionPlan>) =>
  brokenRules(problem, plan(part)).map(({ code, of }) => `${code} ${of}`.trim());
const add = (implantation: string, devices: number) => ({ additions: [{ implantation, devices }] });
const limited = (limits: Partial<RegionProblem['limits']>): RegionProblem => ({
  ...handRegion,
  limits: { ...handRegion.limits, ...limits },
});

describe('the rules of a plan', () => {
  it('are all kept by doing nothing, and by what the caps leave', () => {
    expect(codes(handRegion, {})).toEqual([]);
    expect(codes(handRegion, add('a/mri', 1))).toEqual([]);
  });

  it.each([
    ['the cap of devices', add('a/mri', 2), ['cap-devices A/mri']],
    ['the cap of sites', add('new/mri', 1), ['cap-sites B/mri']],
    ['a department that no counter counts', add('c/ct', 1), ['cap-devices A/ct']],
    ['what an implantation can take', add('b/mri', 4), ['most-added b/mri', 'cap-devices B/mri']],
    [
      'sessions beyond the devices there are',
      { blocks: [{ implantation: 'a/mri', blocks: 3 }] },
      ['most-blocks a/mri'],
    ],
    ['an implantation nobody knows', add('z/mri', 1), ['unknown z/mri']],
    ['half a device', add('a/mri', 0.5), ['not-whole a/mri']],
    [
      'an implantation listed twice',
      { additions: [...add('b/mri', 1).additions, ...add('b/mri', 1).additions] },
      ['twice b/mri'],
    ],
    [
      'a site that closes and takes patients over',
      {
        onCall: [
          { closes: 'a', goesTo: 'b' },
          { closes: 'b', goesTo: 'a' },
        ],
      },
      ['on-call-closed a', 'on-call-closed b'],
    ],
  ])('say when a plan breaks %s', (_, part, expected) => {
    expect(codes(handRegion, part)).toEqual(expected);
  });

  it('count sessions on added devices, which open with them', () => {
    const blocks = [{ implantation: 'a/mri', blocks: 3 }];
    expect(codes(handRegion, { ...add('a/mri', 1), blocks })).toEqual([]);
  });

  it('hold the legal caps for the law’s', () => {
    const [one] = brokenRules(handRegion, plan(add('a/mri', 2)));
    expect([one!.owner, one!.value, one!.limit]).toEqual(['law', 2, 1]);
  });

  it('compare money, hours and numbers with the limits of the user', () => {
    const two = { ...add('b/mri', 2), blocks: [{ implantation: 'a/mri', blocks: 1 }] };
    expect(codes(limited({ mostDevices: 1 }), two)).toEqual(['devices']);
    expect(codes(limited({ mostBlocks: 0 }), two)).toEqual(['blocks']);
    expect(codes(limited({ budgetEurosPerYear: 1_000_000 }), two)).toEqual(['budget']);
    const staff = { technologist: 100, radiologist: 10 };
    expect(codes(limited({ staffHoursPerWeek: staff }), two)).toEqual([
      'technologist-hours',
      'radiologist-hours',
    ]);
  });
});

describe('what a plan takes', () => {
  it('adds devices, sessions, staff and a new site, and takes off what closes at night', () => {
    const takes = planTakes(handRegion, {
      ...add('new/mri', 1),
      blocks: [{ implantation: 'a/mri', blocks: 2 }],
      onCall: [{ closes: 'a', goesTo: 'b' }],
    });
    // 90 + 2 × 6 hours of technologists, 60 of them freed at night; 40 + 2 × 3 of radiologists.
    expect(takes).toEqual({
      devices: 1,
      openedHours: 6,
      technologistHours: 42,
      radiologistHours: 46,
      eurosPerYear: 350_000 + 52 * (102 * 30 + 46 * 100) + 150_000 - 100_000,
    });
  });
});
