/** Devices and their week, and flows, as users write them. */
import { describe, expect, it } from 'vitest';
import { zDevice } from '../../../src/model/schema/device.ts';
import { zFlow } from '../../../src/model/schema/flow.ts';
import { zScenario } from '../../../src/model/schema/schema.ts';
import { zDayNames, zVacation } from '../../../src/model/schema/vacation.ts';

const VACATION = { days: 'mon', from: '08:00', to: '12:00', type: 'public-scheduled' };
const DEVICE = { id: 'd', site: 's', modality: 'ct', week: [VACATION] };
const FLOW = { site: 's', modality: 'ct', class: 'A', 'per-week': 10 };
const isOk = (schema: { safeParse(raw: unknown): { success: boolean } }, raw: unknown) =>
  schema.safeParse(raw).success;

describe('days', () => {
  it.each([
    ['mon', [0]],
    ['mon-fri', [0, 1, 2, 3, 4]],
    ['sat-sun', [5, 6]],
    ['wed, mon', [0, 2]],
    ['mon-tue,sun', [0, 1, 6]],
    [
      ['mon', 'wed-thu'],
      [0, 2, 3],
    ],
  ])('%j are %j', (raw, days) => {
    expect(zDayNames.parse(raw)).toEqual(days);
  });

  it.each(['', 'lundi', 'fri-mon', 'mon-tue-wed', 'mon-', 3])('%j are none', (raw) => {
    expect(isOk(zDayNames, raw)).toBe(false);
  });
});

describe('a reserve', () => {
  it('by class and a list say the same', () => {
    const byClass = zVacation.parse({
      ...VACATION,
      reserve: { H: '90min', U: 20, release: '1d', kind: 'nested' },
    });
    const list = zVacation.parse({
      ...VACATION,
      reserve: [
        { for: 'H', minutes: '90min', release: '1d', kind: 'nested' },
        { for: 'U', minutes: 20, release: '1d', kind: 'nested' },
      ],
    });
    expect(byClass.reserve).toEqual(list.reserve);
    expect(byClass.reserve![0]).toEqual({ for: 'H', minutes: 5400, release: 1, kind: 'nested' });
  });

  it('may be at most 8', () => {
    const many = (n: number) => Array.from({ length: n }, () => ({ for: 'H', minutes: 5 }));
    expect(isOk(zVacation, { ...VACATION, reserve: many(8) })).toBe(true);
    expect(isOk(zVacation, { ...VACATION, reserve: many(9) })).toBe(false);
  });
});

describe('a device', () => {
  it('is refused with a key it does not know', () => {
    expect(isOk(zDevice, DEVICE)).toBe(true);
    expect(isOk(zDevice, { ...DEVICE, colour: 'blue' })).toBe(false);
  });

  it.each([
    { modality: 'pet' },
    { id: '' },
    { id: 'with space' },
    { count: 0 },
    { count: 21 },
    { speed: 0 },
    { order: ['A', 'H'] },
    { 'closed-room': 'lock' },
    { 'end-of-vacation': { policy: 'go-home' } },
    { preparation: { places: 2 } },
    { breakdowns: { repair: 10 } },
    { 'waiting-places': -1 },
  ])('is refused with %j', (parts) => {
    expect(isOk(zDevice, { ...DEVICE, ...parts })).toBe(false);
  });

  it.each([
    { id: 'IRM-1.b_é' },
    { count: 20 },
    { 'closed-room': { U: 'divert' } },
    { slots: { A: 20, exams: { knee: 25, brain: { A: 30 } } } },
    { 'early-end': { minutes: 10, range: [0, 20] } },
    { 'waiting-places': 0 },
  ])('may have %j', (parts) => {
    expect(isOk(zDevice, { ...DEVICE, ...parts })).toBe(true);
  });
});

describe('a flow', () => {
  it.each([
    { class: 'X' },
    { 'per-week': -1 },
    { 'no-show': 1.1 },
    { cancel: { notice: 2 } },
    { lead: 1.5 },
    { horizon: 731 },
    { priority: 'P5' },
    { profile: [1, 2, 3] },
    { accept: 'never' },
    { accept: { table: [[1, 2]] } },
    { backlog: { patients: 2, delay: 3 } },
    { overbook: 101 },
  ])('is refused with %j', (parts) => {
    expect(isOk(zFlow, { ...FLOW, ...parts })).toBe(false);
  });

  it.each([
    { 'per-week': { value: 10, range: [5, 15], status: 'assumed' } },
    { accept: 'always' },
    { accept: { tau: '30d', free: 2 } },
    { 'no-show': { probability: 0.1, max: 0.3, tau: '20d' } },
    { devices: ['d'] },
    { devices: { d: 3, e: 1 } },
    { sites: ['s', 't'], site: undefined },
  ])('may have %j', (parts) => {
    expect(isOk(zFlow, { ...FLOW, ...parts })).toBe(true);
  });
});

describe('a scenario', () => {
  const raw = { creneau: 1, name: 'x', sites: [{ id: 's' }], devices: [DEVICE], flows: [FLOW] };

  it('names its schema version', () => {
    expect(isOk(zScenario, raw)).toBe(true);
    expect(isOk(zScenario, { ...raw, creneau: 2 })).toBe(false);
  });

  it('has at least a site, a device and a flow', () => {
    for (const part of ['sites', 'devices', 'flows'])
      expect(isOk(zScenario, { ...raw, [part]: [] })).toBe(false);
  });

  it('has a name in one text or in both languages', () => {
    expect(isOk(zScenario, { ...raw, name: { en: 'x', fr: 'y' } })).toBe(true);
    expect(isOk(zScenario, { ...raw, name: { en: 'x' } })).toBe(false);
  });
});
