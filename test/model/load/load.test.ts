import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../src/model/load/load.ts';
import { asWritten, shownValue, valueAt } from '../../../src/model/load/path.ts';
import { knownKeys } from '../../../src/model/schema/keys.ts';
import { device, flow, vacation } from '../consistency/scenario.ts';

const raw = (changes: object = {}) => ({
  creneau: 1,
  name: 'test',
  sites: [{ id: 'ch' }],
  devices: [device],
  flows: [flow],
  ...changes,
});
const ofDevice = (changes: object) => raw({ devices: [{ ...device, ...changes }] });
const ofWeek = (changes: object) => ofDevice({ week: [{ ...vacation, ...changes }] });
const ofFlow = (changes: object) => raw({ flows: [{ ...flow, ...changes }] });

/** `code place` of each finding. */
const found = (value: unknown) =>
  parseScenario(value).findings.map(({ code, path }) => `${code} ${path.join('.')}`);
const values = (value: unknown) => parseScenario(value).findings[0]?.values;

describe('parseScenario', () => {
  it('gives the scenario of a sound value, without findings', () => {
    const parsed = parseScenario(raw());
    expect(parsed.findings).toEqual([]);
    expect(parsed.input?.devices[0]?.week[0]?.from).toBe(8 * 3600);
  });

  it('gives no scenario as soon as there is one error', () => {
    expect(parseScenario(raw({ creneau: 2 })).input).toBeNull();
  });

  it('says everything at once', () => {
    const value = raw({
      devices: [{ ...device, modality: 'irm', count: 0 }],
      flows: [{ ...flow, class: 'X' }],
    });
    expect(found(value)).toEqual([
      'not-in-list devices.0.modality',
      'too-small devices.0.count',
      'not-in-list flows.0.class',
    ]);
  });

  it('suggests the nearest key for an unknown one', () => {
    expect(found(raw({ devcies: [] }))).toEqual(['unknown-key devcies']);
    expect(values(raw({ devcies: [] }))?.nearest).toBe('devices');
    expect(values(ofWeek({ form: 1 }))?.nearest).toBe('from');
  });

  it('tells keys that do not go together from unknown ones', () => {
    expect(values(ofFlow({ backlog: { delay: 1, patients: 3 } }))).toEqual({
      key: 'patients',
      others: 'delay',
    });
  });

  it.each([
    ['missing-key devices', raw({ devices: undefined })],
    ['missing-key name.fr', raw({ name: { en: 'x' } })],
    ['schema-version creneau', raw({ creneau: 2 })],
    ['wrong-type ', 5],
    ['wrong-type flows', raw({ flows: null })],
    ['wrong-type flows.0.per-week', ofFlow({ 'per-week': 'lots' })],
    ['wrong-type flows.0.per-week', ofFlow({ 'per-week': Number.POSITIVE_INFINITY })],
    ['wrong-type flows.0.lead', ofFlow({ lead: 1.5 })],
    ['wrong-type devices.0.changeover', ofDevice({ changeover: true })],
    ['not-in-list devices.0.closed-room.U', ofDevice({ 'closed-room': { U: 'stop' } })],
    ['not-in-list flows.0.accept', ofFlow({ accept: 'never' })],
    ['not-in-list devices.0.changeover.law', ofDevice({ changeover: { law: 'lognorm', mean: 3 } })],
    ['unknown-key devices.0.closed-room.X', ofDevice({ 'closed-room': { X: 'wait' } })],
    ['too-small flows.0.per-week.value', ofFlow({ 'per-week': { value: -1 } })],
    ['not-above devices.0.changeover.cv', ofDevice({ changeover: { law: 'gamma', mean: 3, cv: 0 } })],
    ['too-large flows.0.horizon', ofFlow({ horizon: 800 })],
    ['probability flows.0.no-show', ofFlow({ 'no-show': 4 })],
    ['negative devices.0.early-end.minutes', ofDevice({ 'early-end': { minutes: -1 } })],
    ['list-too-short sites', raw({ sites: [] })],
    ['list-length devices.0.order', ofDevice({ order: ['A', 'H'] })],
    ['text-empty flows.0.id', ofFlow({ id: '' })],
    ['text-too-long flows.0.label', ofFlow({ label: 'x'.repeat(201) })],
    ['identifier flows.0.id', ofFlow({ id: 'a b' })],
    ['date calendar.start', raw({ calendar: { start: '2026-1-1' } })],
    ['quantity flows.0.accept.tau', ofFlow({ accept: { tau: 'soon' } })],
    ['clock devices.0.week.0.to', ofWeek({ to: '25:00' })],
    ['clock devices.0.week.0.from', ofWeek({ from: 8 })],
    ['days devices.0.week.0.days', ofWeek({ days: 'mon-fry' })],
    ['days devices.0.week.0.days', ofWeek({ days: 3 })],
    ['quantile-order devices.0.changeover', ofDevice({ changeover: { p20: 10, p50: 5, p80: 20 } })],
    ['range-order devices.0.changeover', ofDevice({ changeover: { law: 'uniform', min: 5, max: 2 } })],
    [
      'weights-length devices.0.changeover',
      ofDevice({ changeover: { law: 'empirical', values: [1], weights: [] } }),
    ],
    [
      'weights-zero devices.0.changeover',
      ofDevice({ changeover: { law: 'empirical', values: [1], weights: [0] } }),
    ],
    ['mean-zero devices.0.changeover', ofDevice({ changeover: { law: 'exponential', mean: 0 } })],
  ])('reports %s', (expected, value) => {
    expect(found(value)).toEqual([expected]);
  });

  it('says what was found and what was expected', () => {
    expect(values(ofDevice({ changeover: true }))).toEqual({
      value: 'true',
      expected: 'number, text, mapping',
      nearest: '',
    });
    expect(values(ofFlow({ accept: 'never' }))).toEqual({
      value: 'never',
      allowed: 'always, {…}',
      nearest: '',
    });
    expect(values(ofFlow({ 'no-show': 4 }))).toEqual({ value: '4', nearest: '0.04', percent: 4 });
  });

  it('knows the words of the department for those of a scenario', () => {
    expect(values(ofDevice({ modality: 'IRM' }))?.nearest).toBe('mri');
    expect(values(ofFlow({ class: 'urgences' }))?.nearest).toBe('U');
    expect(values(ofWeek({ type: 'urgences' }))?.nearest).toBe('emergency');
  });

  it('places a reserve by class where it was written', () => {
    expect(found(ofWeek({ reserve: { H: 'soon', release: 'never' } }))).toEqual([
      'quantity devices.0.week.0.reserve.H',
      'quantity devices.0.week.0.reserve.release',
    ]);
  });
});

describe('asWritten', () => {
  it('keeps a path that exists', () => {
    expect(asWritten({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toEqual(['a', 0, 'b']);
  });

  it('keeps what is missing under a mapping, and drops it under a bare value', () => {
    expect(asWritten({ a: {} }, ['a', 'b'])).toEqual(['a', 'b']);
    expect(asWritten({ a: 3 }, ['a', 'value'])).toEqual(['a']);
  });
});

describe('valueAt', () => {
  it('follows own keys only', () => {
    expect(valueAt({ a: { b: 1 } }, ['a', 'b'])).toBe(1);
    expect(valueAt({}, ['constructor'])).toBeUndefined();
  });
});

describe('shownValue', () => {
  it('shows texts as they are and the rest as JSON, cut at 60 characters', () => {
    expect(shownValue('8h')).toBe('8h');
    expect(shownValue([1, 'a'])).toBe('[1,"a"]');
    expect(shownValue('x'.repeat(80))).toHaveLength(60);
  });
});

describe('knownKeys', () => {
  it('follows lists, alternatives and free keys', () => {
    expect(knownKeys([]).slice(0, 2)).toEqual(['creneau', 'name']);
    expect(knownKeys(['flows', 3, 'accept'])).toContain('tau');
    expect(knownKeys(['exams', 'anything'])).toContain('icr');
    expect(knownKeys(['devices', 0, 'closed-room'])).toEqual(['A', 'H', 'R', 'U']);
  });

  it('knows none where there is no mapping', () => {
    expect(knownKeys(['creneau', 'x'])).toEqual([]);
  });
});
