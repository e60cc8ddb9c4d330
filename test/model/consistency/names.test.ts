import { describe, expect, it } from 'vitest';
import {
  checkAcceptedExams,
  checkDeviceSites,
  checkExamNames,
  checkFlowDevices,
  checkFlowSites,
  checkReserveServed,
  checkReserveTargets,
  checkSiteHasDevice,
  checkUniqueIds,
  checkWalkInRooms,
} from '../../../src/model/consistency/names.ts';
import { device, flow, scenarioInput, told, vacation, withFlow, withWeek } from './scenario.ts';

const exams = { knee: { modality: 'mri', group: 'bone-joint' }, chest: { modality: 'ct' } };

describe('checkUniqueIds', () => {
  it('accepts a site, a device and a flow of the same id', () => {
    const input = scenarioInput({
      sites: [{ id: 'ch' }, { id: 'irm' }],
      devices: [device],
      flows: [{ ...flow, id: 'irm' }],
    });
    expect(checkUniqueIds(input)).toEqual([]);
  });

  it('reports two sites of one id', () => {
    const found = checkUniqueIds(scenarioInput({ sites: [{ id: 'ch' }, { id: 'ch' }] }));
    expect(told(found)).toEqual(['error duplicate-id sites.1.id']);
    expect(found[0]?.values).toEqual({ kind: 'site', id: 'ch' });
  });

  it('reports a device whose id is one of the copies of another', () => {
    const input = scenarioInput({
      devices: [
        { ...device, count: 2 },
        { ...device, id: 'irm-2' },
      ],
    });
    expect(told(checkUniqueIds(input))).toEqual(['error duplicate-id devices.1.id']);
  });

  it('reports two flows that nothing tells apart', () => {
    expect(told(checkUniqueIds(scenarioInput({ flows: [flow, flow] })))).toEqual([
      'error duplicate-id flows.1.id',
    ]);
  });

  it('accepts two such flows with ids of their own', () => {
    const input = scenarioInput({ flows: [flow, { ...flow, id: 'other' }] });
    expect(checkUniqueIds(input)).toEqual([]);
  });
});

describe('checkDeviceSites', () => {
  it('accepts a device at a site of the scenario', () => {
    expect(checkDeviceSites(scenarioInput())).toEqual([]);
  });

  it('reports a device at an unknown site, with the nearest one', () => {
    const input = scenarioInput({ devices: [{ ...device, site: 'chu' }, device] });
    const found = checkDeviceSites(input);
    expect(told(found)).toEqual(['error unknown-site devices.0.site']);
    expect(found[0]?.values).toEqual({ site: 'chu', nearest: 'ch', known: 'ch' });
  });

  it('warns of a site without device', () => {
    const input = scenarioInput({ sites: [{ id: 'ch' }, { id: 'annexe' }] });
    expect(told(checkSiteHasDevice(input))).toEqual(['warning site-without-device sites.1.id']);
  });
});

describe('checkFlowSites', () => {
  it('accepts a flow with one site, or with a list', () => {
    expect(
      checkFlowSites(scenarioInput({ flows: [flow, { ...flow, site: undefined, sites: ['ch'] }] })),
    ).toEqual([]);
  });

  it.each([
    [{ site: undefined }, 'error flow-without-site flows.0'],
    [{ sites: ['ch'] }, 'error site-and-sites flows.0.sites'],
    [{ site: 'cx' }, 'error unknown-site flows.0.site'],
    [{ site: undefined, sites: ['ch', 'no'] }, 'error unknown-site flows.0.sites.1'],
    [{ site: undefined, sites: ['ch', 'ch'] }, 'error site-repeated flows.0.sites.1'],
  ])('reports %j', (changes, expected) => {
    expect(told(checkFlowSites(withFlow(changes)))).toEqual([expected]);
  });
});

describe('checkFlowDevices', () => {
  const two = [device, { ...device, id: 'scan', modality: 'ct' }, { ...device, id: 'far', site: 'b' }];
  const named = (devices: unknown) =>
    scenarioInput({ sites: [{ id: 'ch' }, { id: 'b' }], devices: two, flows: [{ ...flow, devices }] });

  it('accepts a device of the flow’s site and modality, by list or by share', () => {
    expect(checkFlowDevices(named(['irm']))).toEqual([]);
    expect(checkFlowDevices(named({ irm: 2 }))).toEqual([]);
  });

  it('accepts one of the copies of a device', () => {
    const input = scenarioInput({
      devices: [{ ...device, count: 2 }],
      flows: [{ ...flow, devices: ['irm-2'] }],
    });
    expect(checkFlowDevices(input)).toEqual([]);
  });

  it.each([
    [['imr'], 'error unknown-device flows.0.devices.0'],
    [{ far: 1 }, 'error device-at-other-site flows.0.devices.far'],
    [['irm', 'scan'], 'error device-other-modality flows.0.devices.1'],
  ])('reports %j', (devices, expected) => {
    expect(told(checkFlowDevices(named(devices)))).toEqual([expected]);
  });
});

describe('checkExamNames', () => {
  it('accepts exams of the modality, asked for and with slots', () => {
    const input = scenarioInput({
      exams,
      devices: [{ ...device, slots: { exams: { knee: 30 } } }],
      flows: [{ ...flow, exams: { knee: 1 } }],
    });
    expect(checkExamNames(input)).toEqual([]);
  });

  it('reports an unknown exam, with the nearest one', () => {
    const found = checkExamNames(scenarioInput({ exams, flows: [{ ...flow, exams: { kne: 1 } }] }));
    expect(told(found)).toEqual(['error unknown-exam flows.0.exams.kne']);
    expect(found[0]?.values.nearest).toBe('knee');
  });

  it('reports an exam of the other modality', () => {
    const found = checkExamNames(scenarioInput({ exams, flows: [{ ...flow, exams: { chest: 1 } }] }));
    expect(told(found)).toEqual(['error exam-other-modality flows.0.exams.chest']);
  });

  it('reports a slot for an unknown exam', () => {
    const input = scenarioInput({ exams, devices: [{ ...device, slots: { exams: { hip: 30 } } }] });
    expect(told(checkExamNames(input))).toEqual(['error unknown-exam devices.0.slots.exams.hip']);
  });
});

describe('checkAcceptedExams', () => {
  const accepting = (names: readonly string[]) =>
    scenarioInput({
      exams,
      devices: [{ ...device, week: [{ ...vacation, accepts: { exams: names } }] }],
    });

  it('accepts an exam type and a group', () => {
    expect(checkAcceptedExams(accepting(['knee', 'bone-joint', 'general']))).toEqual([]);
  });

  it('reports a name that is neither', () => {
    expect(told(checkAcceptedExams(accepting(['knee', 'bones'])))).toEqual([
      'error unknown-exam-or-group devices.0.week.0.accepts.exams.1',
    ]);
  });
});

describe('checkReserveTargets', () => {
  const reserving = (target: string, changes = {}) =>
    scenarioInput({
      devices: [{ ...device, week: [{ ...vacation, reserve: [{ for: target, minutes: 60 }] }] }],
      flows: [{ ...flow, id: 'cancer', ...changes }],
    });

  it('accepts a class and a flow', () => {
    expect(checkReserveTargets(reserving('A'))).toEqual([]);
    expect(checkReserveTargets(reserving('cancer'))).toEqual([]);
  });

  it('reports a target that is neither', () => {
    expect(told(checkReserveTargets(reserving('cancers')))).toEqual([
      'error unknown-reserve-target devices.0.week.0.reserve.0.for',
    ]);
  });

  it('warns of a class that no booked flow of the device has', () => {
    const expected = ['warning reserve-without-flow devices.0.week.0.reserve.0.for'];
    expect(told(checkReserveServed(reserving('H')))).toEqual(expected);
    expect(told(checkReserveServed(reserving('A', { 'walk-in': true })))).toEqual(expected);
  });

  it('accepts such a reserve when its minutes are released to all', () => {
    expect(checkReserveTargets(withWeek({ reserve: { H: '90min', release: '1d' } }))).toEqual([]);
  });

  it('reads reserves by class too', () => {
    expect(told(checkReserveServed(withWeek({ reserve: { H: '90min' } })))).toHaveLength(1);
  });
});

describe('checkWalkInRooms', () => {
  const rooms = (devices: readonly unknown[], changes = {}) =>
    scenarioInput({ devices, flows: [{ ...flow, class: 'U', 'walk-in': true, ...changes }] });

  it('accepts one room, be it a pool', () => {
    expect(checkWalkInRooms(rooms([device]))).toEqual([]);
    expect(checkWalkInRooms(rooms([{ ...device, count: 3 }]))).toEqual([]);
  });

  it('accepts several rooms when the flow names its devices', () => {
    const devices = [device, { ...device, id: 'irm2' }];
    expect(checkWalkInRooms(rooms(devices, { devices: ['irm'] }))).toEqual([]);
  });

  it('warns of several rooms', () => {
    const found = checkWalkInRooms(rooms([device, { ...device, id: 'irm2' }]));
    expect(told(found)).toEqual(['warning walk-in-several-rooms flows.0']);
    expect(found[0]?.values.count).toBe(2);
  });
});
