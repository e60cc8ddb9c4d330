import { describe, expect, it } from 'vitest';
import {
  checkBookable,
  checkDeviceHasFlow,
  checkFlowHasDevice,
  checkSlotLengths,
  checkSlotsGiven,
  checkWalkInReceived,
} from '../../../src/model/consistency/booking.ts';
import { device, flow, scenarioInput, told, vacation, withDevice, withWeek } from './scenario.ts';

describe('checkFlowHasDevice', () => {
  it('accepts a flow with a device of its modality at its site', () => {
    expect(checkFlowHasDevice(scenarioInput())).toEqual([]);
  });

  it('reports each site that has none', () => {
    const input = scenarioInput({
      sites: [{ id: 'ch' }, { id: 'b' }],
      flows: [{ ...flow, site: undefined, sites: ['ch', 'b'] }],
    });
    const found = checkFlowHasDevice(input);
    expect(told(found)).toEqual(['error flow-without-device flows.0.modality']);
    expect(found[0]?.values.site).toBe('b');
  });

  it('reports a modality the site does not have', () => {
    const input = scenarioInput({ flows: [flow, { ...flow, modality: 'ct' }] });
    expect(told(checkFlowHasDevice(input))).toEqual(['error flow-without-device flows.1.modality']);
  });
});

describe('checkDeviceHasFlow', () => {
  it('accepts a device that some flow may use', () => {
    expect(checkDeviceHasFlow(scenarioInput())).toEqual([]);
  });

  it('warns of a device that every flow leaves out', () => {
    const input = scenarioInput({
      devices: [device, { ...device, id: 'irm2' }],
      flows: [{ ...flow, devices: ['irm'] }],
    });
    expect(told(checkDeviceHasFlow(input))).toEqual(['warning device-without-flow devices.1.id']);
  });
});

describe('checkBookable', () => {
  const exams = { knee: { modality: 'mri', group: 'bone-joint', needs: ['anaesthesia'] } };
  const booked = (week: object, flowChanges: object = {}, root: object = {}) =>
    scenarioInput({
      devices: [{ ...device, week: [{ ...vacation, ...week }] }],
      flows: [{ ...flow, ...flowChanges }],
      ...root,
    });

  it('accepts a flow with a vacation that takes it', () => {
    expect(checkBookable(scenarioInput())).toEqual([]);
  });

  it('accepts an exam by its group, with what it needs', () => {
    const week = { accepts: { exams: ['bone-joint'] }, provides: ['anaesthesia'] };
    expect(checkBookable(booked(week, { exams: { knee: 1 } }, { exams }))).toEqual([]);
  });

  it('leaves walk-ins and exams of no share alone', () => {
    expect(checkBookable(booked({ type: 'emergency' }, { 'walk-in': true }))).toEqual([]);
    expect(checkBookable(booked({}, { exams: { knee: 0 } }, { exams }))).toEqual([]);
  });

  it('leaves a device that never opens to another rule', () => {
    expect(checkBookable(withWeek({ days: [] }))).toEqual([]);
  });

  it.each([
    ['type', { type: 'emergency' }, {}],
    ['owner', {}, { owner: 'liberal' }],
    ['class', { accepts: { classes: ['H'] } }, {}],
  ])('names the obstacle: %s', (reason, week, changes) => {
    const found = checkBookable(booked(week, changes));
    expect(told(found)).toEqual(['error flow-never-booked flows.0']);
    expect(found[0]?.values.reason).toBe(reason);
  });

  it.each([
    ['exam', { accepts: { exams: ['general'] }, provides: ['anaesthesia'] }],
    ['needs', { accepts: { exams: ['knee'] } }],
  ])('names the obstacle of one exam: %s', (reason, week) => {
    const all = { ...exams, hip: { modality: 'mri' } };
    const found = checkBookable(booked(week, { exams: { knee: 1 } }, { exams: all }));
    expect(told(found)).toEqual(['error flow-never-booked flows.0.exams.knee']);
    expect(found[0]?.values.reason).toBe(reason);
  });

  it('reports a slot longer than every vacation that takes the flow', () => {
    const found = checkBookable(withDevice({ slots: { A: '11h' } }));
    expect(told(found)).toEqual(['error slot-longer-than-vacation flows.0']);
    expect(found[0]?.values).toEqual({ minutes: 660, limit: 600, device: 'irm' });
  });

  it('asks no slot length of fixed appointment times', () => {
    const week = [{ ...vacation, appointments: [0, 30] }];
    expect(checkBookable(withDevice({ slots: { A: '11h' }, week }))).toEqual([]);
  });
});

describe('checkWalkInReceived', () => {
  const walkIn = (week: object, patientClass = 'U') =>
    scenarioInput({
      devices: [{ ...device, week: [{ ...vacation, ...week }] }],
      flows: [{ ...flow, class: patientClass, 'walk-in': true }],
    });

  it('accepts a class that some vacation inserts', () => {
    expect(checkWalkInReceived(walkIn({}))).toEqual([]);
    expect(checkWalkInReceived(walkIn({ accepts: { inserted: ['A'] } }, 'A'))).toEqual([]);
  });

  it('reports a class that none inserts', () => {
    expect(told(checkWalkInReceived(walkIn({}, 'A')))).toEqual(['error walk-in-never-received flows.0']);
    expect(told(checkWalkInReceived(walkIn({ type: 'liberal' })))).toHaveLength(1);
  });
});

describe('checkSlotLengths', () => {
  it('accepts a slot of 21 h 15', () => {
    expect(checkSlotLengths(withDevice({ slots: { A: '1275min' } }))).toEqual([]);
  });

  it.each([
    [{ A: '1276min' }, 'devices.0.slots.A'],
    [{ exams: { knee: '22h' } }, 'devices.0.slots.exams.knee'],
    [{ exams: { knee: { H: '22h' } } }, 'devices.0.slots.exams.knee.H'],
  ])('reports the longer one in %j', (slots, path) => {
    expect(told(checkSlotLengths(withDevice({ slots })))).toEqual([`error slot-too-long ${path}`]);
  });
});

describe('checkSlotsGiven', () => {
  const bare = (changes: object, root: object = {}) =>
    scenarioInput({ defaults: 'none', devices: [{ ...device, ...changes }], ...root });

  it('accepts the slots of the defaults', () => {
    expect(checkSlotsGiven(scenarioInput())).toEqual([]);
  });

  it('accepts a slot written for the class, or for each exam', () => {
    expect(checkSlotsGiven(bare({ slots: { A: 30 } }))).toEqual([]);
    const root = { exams: { knee: { modality: 'mri' } }, flows: [{ ...flow, exams: { knee: 1 } }] };
    expect(checkSlotsGiven(bare({ slots: { exams: { knee: 30 } } }, root))).toEqual([]);
  });

  it('accepts no slot where nobody is booked, or at fixed times', () => {
    expect(checkSlotsGiven(bare({}, { flows: [{ ...flow, class: 'U', 'walk-in': true }] }))).toEqual([]);
    expect(checkSlotsGiven(bare({ week: [{ ...vacation, appointments: [0] }] }))).toEqual([]);
  });

  it('reports a class that is booked without a slot', () => {
    expect(told(checkSlotsGiven(bare({})))).toEqual(['error slot-zero devices.0']);
    expect(told(checkSlotsGiven(bare({ slots: { A: 0 } })))).toEqual(['error slot-zero devices.0.slots']);
  });
});
