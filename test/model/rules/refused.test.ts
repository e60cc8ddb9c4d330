import { describe, expect, it } from 'vitest';
import { parseRules } from '../../../src/model/rules/parse.ts';
import { hospital } from '../../optimize/week/support/departments.ts';

const parse = (parts: object, scenario = hospital) => parseRules({ 'creneau-rules': 1, ...parts }, scenario);
const told = (parts: object) => parse(parts).findings.map(({ code, path }) => `${code} ${path.join('.')}`);

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

describe('rules that cannot be', () => {
  it.each([
    [
      'a session shorter than it may be long',
      { sessions: { shortest: '3h', longest: '2h' } },
      ['rules-session-order sessions.shortest'],
    ],
    [
      'a longest session below the shortest assumed',
      { sessions: { longest: '1h' } },
      ['rules-session-order sessions.longest'],
    ],
    ['a step off the five-minute grid', { sessions: { step: '7min' } }, ['rules-grid sessions.step']],
    ['a duration without a unit', { sessions: { shortest: 2 } }, ['rules-duration sessions.shortest']],
    ['no duration at all', { sessions: { step: '0min' } }, ['rules-duration sessions.step']],
    [
      'hours that end before they begin',
      { opening: [{ days: 'mon', from: '21:00', to: '07:00' }] },
      ['rules-hours-order opening.0.to'],
    ],
    [
      'hours of a day past midnight',
      { opening: [{ days: 'mon', from: '20:00', to: '26:00' }] },
      ['clock opening.0.to'],
    ],
    ['negative hours', { hours: -1 }, ['rules-hours hours']],
    ['a budget in words', { budget: 'beaucoup' }, ['rules-euros budget']],
    ['half a change', { changes: 1.5 }, ['wrong-type changes']],
    ['an empty list of hours', { opening: [] }, ['list-too-short opening']],
    [
      'an empty list of rosters',
      { staff: [{ group: 'technologist', rosters: [] }] },
      ['list-too-short staff.0.rosters'],
    ],
    [
      'a device there is not',
      { closed: [{ device: 'imr', days: 'mon', from: '08:00', to: '09:00' }] },
      ['unknown-device closed.0.device'],
    ],
    ['a frozen device there is not', { freeze: [{ device: 'scaner' }] }, ['unknown-device freeze.0.device']],
    [
      'a frozen beginning without its end',
      { freeze: [{ device: 'irm', from: '08:00' }] },
      ['missing-key freeze.0.to'],
    ],
    [
      'a frozen end without its beginning',
      { freeze: [{ device: 'irm', to: '08:00' }] },
      ['missing-key freeze.0.from'],
    ],
    [
      'frozen hours that end before they begin',
      { freeze: [{ device: 'irm', from: '09:00', to: '08:00' }] },
      ['rules-hours-order freeze.0.to'],
    ],
    ['a group there is not', { staff: [{ group: 'technician' }] }, ['not-in-list staff.0.group']],
    [
      'a site there is not',
      { staff: [{ group: 'technologist', site: 'hc' }] },
      ['unknown-site staff.0.site'],
    ],
    [
      'a group twice at a site',
      {
        staff: [
          { group: 'secretary', site: 'ch' },
          { group: 'secretary', site: 'ch' },
        ],
      },
      ['rules-staff-twice staff.1'],
    ],
    [
      'a group twice at every site',
      { staff: [{ group: 'secretary' }, { group: 'secretary' }] },
      ['rules-staff-twice-everywhere staff.1'],
    ],
    [
      'a rest shorter than the law allows',
      { staff: [{ group: 'technologist', rest: '10h' }] },
      ['rules-rest staff.0.rest'],
    ],
    [
      'a rest longer than a day',
      { staff: [{ group: 'technologist', rest: '25h' }] },
      ['rules-rest-long staff.0.rest'],
    ],
    [
      'a device open with nobody',
      { staff: [{ group: 'technologist', together: 0 }] },
      ['rules-alone staff.0.together'],
    ],
    [
      'fewer persons than must be together',
      { staff: [{ group: 'technologist', persons: 1 }] },
      ['rules-persons-few staff.0.persons'],
    ],
    [
      'a shift shorter than it may be long',
      { staff: [{ group: 'technologist', shift: { shortest: '11h' } }] },
      ['rules-shift-order staff.0.shift.shortest'],
    ],
    [
      'roster hours that end before they begin',
      {
        staff: [
          { group: 'technologist', rosters: [{ days: 'mon', from: '14:00', to: '07:00', persons: 2 }] },
        ],
      },
      ['rules-hours-order staff.0.rosters.0.to'],
    ],
    [
      'a target of patients nobody books',
      { targets: [{ class: 'U', modality: 'ct', delay: 1 }] },
      ['rules-target-nobody targets.0'],
    ],
    [
      'a target at a site that does not book them',
      { targets: [{ class: 'A', modality: 'ct', site: 'nord', delay: 1 }] },
      ['rules-target-site targets.0.site'],
    ],
    [
      'the same target twice',
      {
        targets: [
          { class: 'A', modality: 'ct', delay: 9 },
          { class: 'A', modality: 'ct', site: 'ch', delay: 7 },
        ],
      },
      ['rules-target-twice targets.1'],
    ],
    ['an unknown key', { budgett: 3 }, ['unknown-key budgett']],
    ['a value that is no mapping', { guardrails: 5 }, ['wrong-type guardrails']],
  ])('are refused: %s', (_what, parts, expected) => {
    expect(told(parts)).toEqual(expected);
    expect(parse(parts).rules).toBeNull();
  });

  it('are refused where a target may be meant at several sites', () => {
    const target = { class: 'A', modality: 'ct', delay: '10d' };
    const { rules, findings } = parse({ targets: [target] }, twoSites);
    expect(rules).toBeNull();
    expect(findings.map(({ code, values }) => [code, values.known])).toEqual([
      ['rules-target-several-sites', 'ch, nord'],
    ]);
  });

  it('are told all at once, of values and of names alike', () => {
    const parts = {
      hours: 'six',
      closed: [
        { device: 'imr', days: 'mon', from: '08:00', to: '09:00' },
        { device: 'irm', days: 'lundi', from: '08:00', to: '09:00' },
      ],
      staff: [{ group: 'technologist', rest: '9h' }],
    };
    expect(told(parts).sort()).toEqual([
      'days closed.1.days',
      'rules-hours hours',
      'rules-rest staff.0.rest',
      'unknown-device closed.0.device',
    ]);
  });

  it('are told of single values of one line, and nothing is said of what rests on a value that is none', () => {
    const staff = [
      { group: 'technologist', site: 3, rest: '9h', shift: { shortest: 'long', longest: '1h' } },
      { group: 'technologist' },
    ];
    expect(told({ staff, freeze: [{ device: 'irm', from: '8h', to: '12:00' }] })).toEqual([
      'wrong-type staff.0.site',
      'rules-duration staff.0.shift.shortest',
      'clock freeze.0.from',
      'rules-rest staff.0.rest',
    ]);
  });

  it('allow the least rest of the law, and one person where it is stated', () => {
    expect(told({ staff: [{ group: 'technologist', rest: '11h', together: 1, persons: 1 }] })).toEqual([]);
  });

  it('are not a scenario', () => {
    expect(parseRules({ creneau: 1, name: 'x' }, hospital).findings.map(({ code }) => code)).toEqual([
      'rules-is-scenario',
    ]);
  });

  it('are of a version that is known', () => {
    expect(parseRules({ 'creneau-rules': 2 }, hospital).findings[0]?.code).toBe('rules-version');
    expect(parseRules({ hours: 2 }, hospital).findings[0]?.code).toBe('missing-key');
  });

  it('never throw, whatever is there', () => {
    for (const raw of [
      null,
      3,
      'x',
      [],
      { 'creneau-rules': 1, staff: 3 },
      { 'creneau-rules': 1, freeze: [null] },
    ])
      expect(parseRules(raw, hospital).rules).toBeNull();
  });
});
