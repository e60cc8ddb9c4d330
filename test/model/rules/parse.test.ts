import { describe, expect, it } from 'vitest';
import { parseRules } from '../../../src/model/rules/parse.ts';
import { hospital } from '../../optimize/week/support/departments.ts';

const HOUR = 3600;
const parse = (parts: object, scenario = hospital) => parseRules({ 'creneau-rules': 1, ...parts }, scenario);
/** The rules of a sound file; what is wrong with it, should it not be one, is shown. */
const rulesOf = (parts: object) => {
  const { rules, findings } = parse(parts);
  expect(findings).toEqual([]);
  return rules!;
};
/** The hospital and a second site with a CT of its own, where the same patients are booked. */
const twoSites = {
  ...hospital,
  sites: [...hospital.sites, { ...hospital.sites[0]!, id: 'nord', label: 'Nord' }],
  flows: [
    ...hospital.flows,
    ...hospital.flows
      .filter(({ id }) => id === 'scanner-A')
      .map((flow) => ({ ...flow, id: 'nord-A', sites: ['nord'] })),
  ],
};

describe('rules as stated', () => {
  it('open sessions on each of the days named', () => {
    const { opening } = rulesOf({ opening: [{ days: 'mon,wed', from: '07:00', to: '21:00' }] });
    expect(opening).toEqual([
      { day: 0, fromSeconds: 7 * HOUR, toSeconds: 21 * HOUR },
      { day: 2, fromSeconds: 7 * HOUR, toSeconds: 21 * HOUR },
    ]);
  });

  it('keep every device closed where none is named', () => {
    const { closed } = rulesOf({
      closed: [
        { device: 'irm', days: 'wed', from: '12:00', to: '14:00', why: 'maintenance' },
        { days: 'sat', from: '12:00', to: '24:00' },
      ],
    });
    expect(closed.map(({ device, day, why }) => [device, day, why])).toEqual([
      ['irm', 2, 'maintenance'],
      [null, 5, ''],
    ]);
    expect(closed[1]?.toSeconds).toBe(86_400);
  });

  it('give lengths of sessions in seconds', () => {
    const { session } = rulesOf({ sessions: { shortest: '90min', longest: '3h', step: '15min' } });
    expect(session).toEqual({ shortestSeconds: 5400, longestSeconds: 10_800, stepSeconds: 900 });
  });

  it('limit nothing where they say none', () => {
    const { addedHours, budgetEuros } = rulesOf({ hours: 'none', budget: 'none' });
    expect([addedHours, budgetEuros]).toEqual([null, null]);
  });

  it('limit hours, money and changes, 0 included', () => {
    const { addedHours, budgetEuros, changes } = rulesOf({ hours: 0, budget: 0, changes: 0 });
    expect([addedHours, budgetEuros, changes]).toEqual([0, 0, 0]);
    expect(rulesOf({ hours: '90min' }).addedHours).toBe(1.5);
  });

  it('hold what is frozen, one line a day, all days or all hours where none is named', () => {
    const { frozen } = rulesOf({
      freeze: [
        { device: 'scanner' },
        { device: 'irm', day: 'tue-wed', from: '08:00', to: '12:00' },
        { device: 'irm', from: '18:00', to: '18:30' },
      ],
    });
    const hours = { fromSeconds: 8 * HOUR, toSeconds: 12 * HOUR };
    expect(frozen).toEqual([
      { device: 'scanner', day: null, hours: null },
      { device: 'irm', day: 1, hours },
      { device: 'irm', day: 2, hours },
      { device: 'irm', day: null, hours: { fromSeconds: 18 * HOUR, toSeconds: 18.5 * HOUR } },
    ]);
  });

  it('ask for delays at the only site there is, where none is named', () => {
    expect(rulesOf({ targets: [{ class: 'A', modality: 'mri', delay: '2w' }] }).targets).toEqual([
      { class: 'A', modality: 'mri', site: 'ch', days: 14 },
    ]);
  });

  it('say how much worse a number may become, in the units of the indicators', () => {
    const { guardrails } = rulesOf({
      guardrails: {
        'emergency-wait': '120s',
        delay: { A: 0.5, H: '12h' },
        report: '90min',
        overtime: '1h',
      },
    });
    expect(guardrails).toEqual({
      emergencyWaitMinutes: 2,
      delayDays: { A: 0.5, H: 0.5 },
      reportHours: 1.5,
      overtimeMinutes: 60,
    });
  });

  it('hold all that is said of a group of staff', () => {
    const { staff } = rulesOf({
      staff: [
        {
          group: 'technologist',
          site: 'ch',
          'per-device': 1.5,
          together: 3,
          rosters: [{ days: 'mon-tue', from: '07:00', to: '14:00', persons: 4 }],
          'hours-per-week': '210h',
          shift: { shortest: '4h', longest: '12h' },
          persons: 12,
          rest: '12h',
        },
      ],
    });
    expect(staff.find(({ group }) => group === 'technologist')).toEqual({
      group: 'technologist',
      site: 'ch',
      perDevice: 1.5,
      together: 3,
      rosters: [0, 1].map((day) => ({ day, fromSeconds: 7 * HOUR, toSeconds: 14 * HOUR, persons: 4 })),
      hoursPerWeek: 210,
      shortestShiftSeconds: 4 * HOUR,
      longestShiftSeconds: 12 * HOUR,
      persons: 12,
      restSeconds: 12 * HOUR,
    });
  });

  it('are frozen', () => {
    expect(Object.isFrozen(rulesOf({}).staff[0])).toBe(true);
  });
});

describe('what rules leave out', () => {
  it('is assumed, all of it, where a file says nothing', () => {
    const { assumed } = rulesOf({});
    expect(assumed.map(({ path }) => path)).toEqual([
      'opening',
      'sessions.shortest',
      'sessions.longest',
      'sessions.step',
      'hours',
      'budget',
      'changes',
      'guardrails.emergency-wait',
      'guardrails.delay.A',
      'guardrails.delay.H',
      'guardrails.report',
      'guardrails.overtime',
      'staff.technologist',
      'staff.radiologist',
      'staff.secretary',
    ]);
  });

  it('is no longer assumed once stated, key by key', () => {
    const { assumed } = rulesOf({
      sessions: { shortest: '1h' },
      hours: 3,
      budget: 'none',
      guardrails: { delay: { H: 0 } },
    });
    const paths = assumed.map(({ path }) => path);
    for (const stated of ['sessions.shortest', 'hours', 'budget', 'guardrails.delay.H'])
      expect(paths).not.toContain(stated);
    for (const left of ['sessions.longest', 'changes', 'guardrails.delay.A', 'guardrails.report'])
      expect(paths).toContain(left);
  });

  it('is said of a group of staff part by part', () => {
    const { assumed, staff } = rulesOf({ staff: [{ group: 'technologist', site: 'ch', persons: 12 }] });
    const ours = assumed.filter(({ path }) => path.startsWith('staff.technologist'));
    expect(ours.map(({ path }) => path)).toEqual([
      'staff.technologist@ch.per-device',
      'staff.technologist@ch.together',
      'staff.technologist@ch.rosters',
      'staff.technologist@ch.hours-per-week',
    ]);
    expect(ours[0]?.text.fr).toBe('manipulateurs (ch) : deux par appareil ouvert');
    expect(staff.find(({ group }) => group === 'technologist')?.together).toBe(2);
  });

  it('leaves no site without a rule, and none with two, where one site has its own', () => {
    const { rules } = parse({ staff: [{ group: 'technologist', site: 'nord', together: 3 }] }, twoSites);
    const technologists = rules!.staff.filter(({ group }) => group === 'technologist');
    expect(technologists.map(({ site, together }) => [site, together])).toEqual([
      ['nord', 3],
      ['ch', 2],
    ]);
    expect(rules!.staff.filter(({ group }) => group === 'secretary').map(({ site }) => site)).toEqual([null]);
  });

  it('takes the rule for every site where a site has none of its own', () => {
    const staff = [
      { group: 'secretary', together: 1 },
      { group: 'secretary', site: 'ch', together: 2 },
    ];
    const { rules } = parse({ staff }, twoSites);
    const secretaries = rules!.staff.filter(({ group }) => group === 'secretary');
    expect(secretaries.map(({ site, together }) => [site, together])).toEqual([
      ['ch', 2],
      ['nord', 1],
    ]);
  });
});
