import { describe, expect, it } from 'vitest';
import { DEFAULT_STAFF, defaultRules, LEGAL_REST, SESSION_GRID } from '../../../src/model/rules/defaults.ts';
import { parseRules } from '../../../src/model/rules/parse.ts';
import { STAFFING } from '../../../src/optimize/levers/staffing.ts';
import { GRID } from '../../../src/optimize/levers/week-edit.ts';
import { device, flow, scenarioOf, vacation } from '../../engine/play.ts';
import { hospital } from '../../optimize/week/support/departments.ts';

const HOUR = 3600;

describe('the rules where none is stated', () => {
  const rules = defaultRules(hospital);

  it('are those of a file that says nothing', () => {
    expect(parseRules({ 'creneau-rules': 1 }, hospital).rules).toEqual(rules);
  });

  it('open Monday to Friday 07:00–21:00 and Saturday 08:00–13:00, never on Sunday', () => {
    expect(
      rules.opening.map(({ day, fromSeconds, toSeconds }) => [day, fromSeconds / HOUR, toSeconds / HOUR]),
    ).toEqual([
      [0, 7, 21],
      [1, 7, 21],
      [2, 7, 21],
      [3, 7, 21],
      [4, 7, 21],
      [5, 8, 13],
    ]);
  });

  it('staff a device as the levers do', () => {
    expect(DEFAULT_STAFF.technologist.perDevice).toBe(STAFFING.technologists);
    expect(DEFAULT_STAFF.radiologist.perDevice).toBe(STAFFING.radiologists);
    expect(DEFAULT_STAFF.secretary.perDevice).toBe(STAFFING.secretaries);
  });

  it('leave no technologist alone, and give everybody the rest of the law', () => {
    expect(DEFAULT_STAFF.technologist.together).toBe(2);
    expect(rules.staff.map(({ restSeconds }) => restSeconds / HOUR)).toEqual([11, 11, 11]);
    expect(LEGAL_REST).toBe(11 * HOUR);
  });

  it('state nothing of who is there, how long and how many', () => {
    for (const { rosters, hoursPerWeek, persons } of rules.staff)
      expect([rosters, hoursPerWeek, persons]).toEqual([null, null, null]);
  });

  it('say every number of theirs in both languages', () => {
    const texts = Object.fromEntries(rules.assumed.map(({ path, text }) => [path, text]));
    expect(texts.hours?.en).toContain(`at most ${rules.addedHours} hours`);
    expect(texts.changes?.fr).toContain(`au plus ${rules.changes} changements`);
    expect(texts['sessions.shortest']?.en).toContain(
      `${rules.session.shortestSeconds / HOUR} hours at least`,
    );
    expect(texts['sessions.longest']?.fr).toContain(`au plus ${rules.session.longestSeconds / HOUR} heures`);
    expect(texts['sessions.step']?.en).toContain(`steps of ${rules.session.stepSeconds / 60} minutes`);
    const { emergencyWaitMinutes, delayDays, reportHours, overtimeMinutes } = rules.guardrails;
    expect(texts['guardrails.emergency-wait']?.fr).toContain(`${emergencyWaitMinutes} minutes de plus`);
    expect(texts['guardrails.delay.A']?.en).toContain(`by ${delayDays.A} day`);
    expect([delayDays.H, texts['guardrails.delay.H']?.en.includes('half a day')]).toEqual([0.5, true]);
    expect(texts['guardrails.report']?.en).toContain(`up to ${reportHours} hours later`);
    expect(texts['guardrails.overtime']?.fr).toContain(`${overtimeMinutes} minutes de dépassement`);
  });

  it('name only the staff some vacation needs', () => {
    const emergencies = scenarioOf({
      devices: [device({ week: [vacation({ type: 'emergency', provides: [] })] })],
      flows: [flow({ class: 'U', 'walk-in': true })],
    });
    const { staff, assumed } = defaultRules(emergencies);
    expect(staff.map(({ group }) => group)).toEqual(['technologist']);
    expect(assumed.filter(({ path }) => path.startsWith('staff.')).map(({ path }) => path)).toEqual([
      'staff.technologist',
    ]);
  });

  it('take sessions in steps of the grid on which weeks are edited', () => {
    expect(SESSION_GRID).toBe(GRID);
  });
});
