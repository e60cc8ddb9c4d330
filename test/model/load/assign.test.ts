import { describe, expect, it } from 'vitest';
import { type Assigned, type AssignFault, assignAt } from '../../../src/model/load/assign.ts';

const SCENARIO = {
  run: { weeks: 26, seed: null },
  exams: { 'CT.1': { icr: 38 }, CT: { icr: 60 } },
  devices: [
    { id: 'irm', slots: { A: 30 }, week: [{ to: '12:00' }, { to: '18:00' }] },
    { id: 'irm.2', slots: { A: 25 } },
    { id: '3', slots: { A: 20 } },
  ],
  flows: [
    { id: 'tdm-a', 'per-week': 10 },
    { site: 'ch', modality: 'mri', class: 'A', 'per-week': 40 },
    { sites: ['ch', 'b'], modality: 'mri', class: 'U', 'walk-in': true, 'per-week': 3 },
    { site: 'ch', modality: 'mri', class: 'A', owner: 'cabinet', priority: 'P1', 'per-week': 5 },
  ],
};

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
};
frozen(SCENARIO);

const assigned = (path: string, root: unknown = SCENARIO): Assigned => {
  const given = assignAt(root, path, 99);
  if ('fault' in given) throw new Error(`fault: ${given.fault}`);
  return given;
};
const fault = (path: string, root: unknown = SCENARIO): AssignFault => {
  const given = assignAt(root, path, 99);
  if (!('fault' in given)) throw new Error('no fault');
  return given;
};
/** The path as findings have it, which is also where the value went. */
const place = (path: string) => assigned(path).path.join(' ');

describe('assignAt', () => {
  it('puts a value in the place of another', () => {
    expect(assigned('run.weeks').value).toEqual({ ...SCENARIO, run: { weeks: 99, seed: null } });
  });

  it('leaves the original as it was, and shares what is not on the path', () => {
    const before = JSON.stringify(SCENARIO);
    const { value } = assigned('devices.irm.slots.A');
    expect(JSON.stringify(SCENARIO)).toBe(before);
    expect((value as typeof SCENARIO).devices[1]).toBe(SCENARIO.devices[1]);
    expect((value as typeof SCENARIO).flows).toBe(SCENARIO.flows);
  });

  it.each([
    ['devices.irm.slots.A', 'devices 0 slots A'],
    ['devices.irm.2.slots.A', 'devices 1 slots A'],
    ['flows.ch/mri/A.per-week', 'flows 1 per-week'],
    ['flows.ch+b/mri/U/walk-in.per-week', 'flows 2 per-week'],
    ['flows.ch/mri/A/cabinet/P1.per-week', 'flows 3 per-week'],
    ['exams.CT.1.icr', 'exams CT.1 icr'],
    ['exams.CT.icr', 'exams CT icr'],
  ])('finds %s, though names hold points and slashes', (path, found) => {
    expect(place(path)).toBe(found);
  });

  it('takes the longest name that fits, and the shorter one when only it does', () => {
    expect(place('devices.irm.2.slots')).toBe('devices 1 slots');
    expect(place('devices.irm.slots')).toBe('devices 0 slots');
  });

  it.each([
    ['devices.1.slots.A', 'devices 0 slots A'],
    ['devices.2.slots.A', 'devices 1 slots A'],
    ['devices.irm.week.2.to', 'devices 0 week 1 to'],
    ['flows.1.per-week', 'flows 0 per-week'],
  ])('counts the rank in %s from 1', (path, found) => {
    expect(place(path)).toBe(found);
  });

  it('prefers an item of that id to the one of that rank', () => {
    expect(place('devices.3.slots.A')).toBe('devices 2 slots A');
    const swapped = { devices: [{ id: '2' }, { id: 'x' }] };
    expect(assigned('devices.2.speed', swapped).path).toEqual(['devices', 0, 'speed']);
  });

  it('replaces a whole item of a list', () => {
    expect(assigned('flows.tdm-a').value).toMatchObject({ flows: [99, SCENARIO.flows[1], {}, {}] });
  });

  it('makes keys that are not there, and says how much of the path was', () => {
    const { value, path, found } = assigned('devices.irm.breakdowns.repair.mean');
    expect(value).toMatchObject({ devices: [{ id: 'irm', breakdowns: { repair: { mean: 99 } } }, {}, {}] });
    expect(path).toEqual(['devices', 0, 'breakdowns', 'repair', 'mean']);
    expect(found).toBe(2);
    expect(assigned('run.weeks').found).toBe(2);
  });

  it('writes within a key that has no value yet', () => {
    expect(assigned('run.seed.x').value).toMatchObject({ run: { seed: { x: 99 } } });
    expect(assigned('run.weeks', null).value).toEqual({ run: { weeks: 99 } });
  });

  it('names the nearest item for one that is not there', () => {
    expect(fault('devices.imr.slots.A')).toEqual({
      fault: 'no-such-item',
      step: 'imr',
      at: 'devices',
      nearest: 'irm',
    });
    expect(fault('flows.tdm-b.per-week').nearest).toBe('tdm-a');
  });

  it.each([
    'devices.0.x',
    'devices.4.x',
    'devices.01.x',
    'devices.-1.x',
    'devices.1e0.x',
    'devices.irm.week.3',
  ])('has no item for %s', (path) => {
    expect(fault(path).fault).toBe('no-such-item');
  });

  it('says at which value it cannot go on', () => {
    expect(fault('devices.irm.slots.A.B')).toEqual({
      fault: 'inside-a-value',
      step: 'B',
      at: 'devices.irm.slots.A',
      nearest: '',
    });
  });

  it.each(['', '.', '.run', 'run..weeks', 'run.', 'run.weeks.'])('refuses the empty step of “%s”', (path) => {
    expect(fault(path).fault).toBe('empty');
  });

  it('refuses __proto__ anywhere, and touches no prototype', () => {
    expect(fault('__proto__.polluted').fault).toBe('empty');
    expect(fault('run.__proto__.polluted').fault).toBe('empty');
    expect(fault('devices.__proto__.polluted').fault).toBe('no-such-item');
    expect('polluted' in {}).toBe(false);
  });

  it('takes names every object inherits for keys that are not there', () => {
    const { value, found } = assigned('run.constructor.prototype');
    expect(Object.entries((value as { run: object }).run)).toContainEqual(['constructor', { prototype: 99 }]);
    expect(found).toBe(1);
    expect(Object.prototype.constructor).toBe(Object);
  });
});
