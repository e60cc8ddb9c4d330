/** From what the user wrote to a complete scenario: defaults, sites, calendar. */
import { describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../../src/model/complete/defaults.ts';
import { complete, DEVICE, type Part, vacationOf } from './complete-scenario.ts';

const CT = DEFAULTS['anap-2010'].byModality.ct;

describe('without defaults', () => {
  it('every effect is off', () => {
    const { devices, flows, assumptions } = complete();
    const off = { law: 'deterministic', value: 0 };
    expect(devices[0]).toMatchObject({
      changeover: off,
      preparation: null,
      waitingPlaces: null,
      breakdowns: null,
      endOfVacation: { policy: 'finish-present', lateSeconds: 0 },
      speed: 1,
      week: [
        { lateStart: off, earlyEndSeconds: 0, callIn: null, reserves: [], appointments: null, everyWeeks: 1 },
      ],
    });
    expect(flows[0]).toMatchObject({
      accept: { kind: 'always' },
      noShow: { base: 0, max: 0 },
      cancel: { probability: 0 },
      punctuality: off,
      overbook: 0,
      patience: null,
      backlog: { kind: 'patients', n: 0 },
      growthPerYear: 0,
    });
    expect(assumptions.filter(({ status }) => status !== 'assumed')).toEqual([]);
  });
});

describe('with the defaults of the campaign', () => {
  const scenario = complete({ defaults: 'anap-2010' });

  it('what is left out is filled in', () => {
    expect(scenario.devices[0]).toMatchObject({
      slotSeconds: { A: CT.slotSeconds!.A.value },
      changeover: CT.changeover.value,
      week: [{ lateStart: CT.lateStart.value, earlyEndSeconds: CT.earlyEndSeconds.value }],
    });
    expect(scenario.flows[0]).toMatchObject({
      noShow: { base: CT.noShow.value },
      leadDays: 1,
      horizonDays: 180,
    });
    expect(scenario.exams[0]!.durations.A).toEqual({ law: 'jqpd-s', min: 180, p20: 300, p50: 600, p80: 948 });
  });

  it('each number filled in is listed, with its range and source', () => {
    const { value, range, status } = CT.slotSeconds!.A;
    const slot = scenario.assumptions.find(({ path }) => path === 'devices.d.slots.A');
    expect(slot).toMatchObject({ value: value / 60, unit: 'min', range, status, from: 'defaults' });
    expect(slot!.source.fr).not.toBe('');
  });

  it('a number that is stated is not listed', () => {
    const stated = complete({ defaults: 'anap-2010', devices: [{ ...DEVICE, changeover: 4 }] });
    expect(stated.assumptions.map(({ path }) => path)).not.toContain('devices.d.changeover');
    expect(stated.devices[0]!.changeover).toEqual({ law: 'deterministic', value: 240 });
  });

  it('a number stated with its range is listed as the file’s', () => {
    const stated = complete({
      defaults: 'anap-2010',
      devices: [{ ...DEVICE, changeover: { minutes: 4, range: [1, 8] } }],
    });
    expect(stated.assumptions.find(({ path }) => path === 'devices.d.changeover')).toMatchObject({
      value: 4,
      range: [1, 8],
      from: 'file',
    });
  });

  it('on-call and planned vacations have no late start and no early end', () => {
    for (const type of ['on-call', 'maintenance']) {
      const { lateStart, earlyEndSeconds } = vacationOf({ type }, { defaults: 'anap-2010' });
      expect([lateStart, earlyEndSeconds]).toEqual([{ law: 'deterministic', value: 0 }, 0]);
    }
  });
});

describe('sites and calendar', () => {
  it('reading hours a week are spread over as many radiologists as it takes', () => {
    const windowsOf = (hours: number) =>
      complete({ sites: [{ id: 's', reading: { 'hours-per-week': hours } }] }).sites[0]!.reading!.windows;
    expect(windowsOf(40)[0]).toEqual({ day: 0, fromSeconds: 28_800, toSeconds: 57_600, readers: 1 });
    expect(windowsOf(100)[4]).toEqual({ day: 4, fromSeconds: 28_800, toSeconds: 64_800, readers: 2 });
  });

  it('a site with a reading queue draws no turnaround', () => {
    const sites = [{ id: 's', reading: {}, reports: { ct: { A: 10 } } }];
    expect(complete({ sites }).sites[0]!.reports.ct.A).toBeNull();
  });

  it('a closure names a device, a counted one, a pool or a site', () => {
    const devices = [
      { ...DEVICE, count: 2, pool: 'p' },
      { ...DEVICE, id: 'e', pool: 'p' },
      { ...DEVICE, id: 'd-bis' },
    ];
    const closed = (named: Part) =>
      complete({ devices, calendar: { closures: [{ from: 3, days: 2, ...named }] } }).calendar.closures[0]!
        .devices;
    expect(closed({ device: 'e' })).toEqual(['e']);
    expect(closed({ device: 'd' })).toEqual(['d-1', 'd-2']);
    expect(closed({ device: 'p' })).toEqual(['d-1', 'd-2', 'e']);
    expect(closed({ site: 's' })).toEqual(['d-1', 'd-2', 'd-bis', 'e']);
  });

  it('a closure of a counted device leaves out others whose name begins alike', () => {
    const devices = [
      { ...DEVICE, count: 2, pool: 'p' },
      { ...DEVICE, id: 'd-bis', pool: 'p' },
    ];
    const { closures } = complete({
      devices,
      calendar: { closures: [{ device: 'd', from: 3, days: 2 }] },
    }).calendar;
    expect(closures[0]!.devices).toEqual(['d-1', 'd-2']);
  });

  it('a date counts from the Monday of week 0, and a closure is known a year before unless it says otherwise', () => {
    const calendar = { start: '2026-03-30', closures: [{ device: 'd', from: '2026-04-06', days: 1 }] };
    expect(complete({ calendar }).calendar).toMatchObject({
      startDay: 20_542,
      closures: [{ fromDay: 7, days: 1, announcedDays: 365 }],
    });
  });

  it('a run is 52 weeks, 10 replications, seed 1, unless it says otherwise', () => {
    expect(complete().run).toEqual({ weeks: 52, replications: 10, seed: '1', warmupWeeks: 'auto' });
    expect(complete({ run: { seed: 7 } }).run.seed).toBe('7');
  });
});
