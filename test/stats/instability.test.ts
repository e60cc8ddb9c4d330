/** Overloads that nothing regulates are named, with the capacity that is missing; the means they spoil are not given. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/engine/compile.ts';
import { simulateScenario } from '../../src/stats/experiment.ts';
import { findInstabilities, markUnstable } from '../../src/stats/instability.ts';
import {
  ALWAYS_OPEN,
  device,
  flow,
  type Raw,
  type RawDevice,
  type RawFlow,
  scenarioOf,
  vacation,
} from '../engine/play.ts';

const WEEKS = 52;

const found = (
  flows: readonly RawFlow[],
  devices: readonly RawDevice[] = [device()],
  rest: Partial<Raw> = {},
) =>
  findInstabilities(
    compileScenario(scenarioOf({ devices: [...devices], flows: [...flows], ...rest }), WEEKS),
  );

/** 60 places of 20 minutes a week. */
const booked = (perWeek: number, parts: Partial<RawFlow> = {}) => flow({ 'per-week': perWeek, ...parts });
const walkIn = (perWeek: number, parts: Partial<RawFlow> = {}) =>
  flow({ id: 'u', class: 'U', 'walk-in': true, 'per-week': perWeek, ...parts });

describe('booked requests', () => {
  it('within the places are stable, also when they just fill them', () => {
    expect([found([booked(59)]), found([booked(60)])]).toEqual([[], []]);
  });

  it('beyond the places are not, and what is missing is said in minutes a week', () => {
    expect(found([booked(66)])).toEqual([
      {
        site: 's',
        modality: 'ct',
        kind: 'booking',
        devices: ['d'],
        flows: ['a'],
        missingMinutesPerWeek: expect.closeTo(120, 6),
        loadMinutesPerWeek: 1320,
        capacityMinutesPerWeek: 1200,
      },
    ]);
  });

  it('are regulated by patients who decline, or by an agenda that closes well within the run', () => {
    expect(found([booked(90, { accept: { tau: '30d' } })])).toEqual([]);
    expect(found([booked(90, { horizon: 60 })])).toEqual([]);
    expect(found([booked(90, { horizon: 200 })]).length).toBe(1);
  });

  it('that may go to another site are left to the simulation', () => {
    const sites = { sites: [{ id: 's' }, { id: 't' }] };
    const flows = [flow({ sites: ['s', 't'], 'per-week': 90 })];
    expect(found(flows, [device(), device({ id: 'e', site: 't' })], sites)).toEqual([]);
  });

  it('need less when some cancel in time', () => {
    expect(found([booked(66, { cancel: { probability: 0.1 } })])).toEqual([]);
  });

  it('are judged by what each flow may book: one may starve while another has places to spare', () => {
    const week = [vacation({ days: 'mon-thu' }), vacation({ days: 'fri', type: 'liberal' })];
    const flows = [booked(10), flow({ id: 'l', owner: 'liberal', 'per-week': 13 })];
    expect(found(flows, [device({ week })]).map((one) => [one.flows, one.missingMinutesPerWeek])).toEqual([
      [['l'], expect.closeTo(20, 6)],
    ]);
  });

  it('cannot use minutes reserved to others for ever, but those released they can', () => {
    const week = (release: object) => [vacation({ reserve: { H: '60min', ...release } })];
    expect(
      found([booked(50), flow({ id: 'h', class: 'H', 'per-week': 1 })], [device({ week: week({}) })]).length,
    ).toBe(1);
    expect(
      found(
        [booked(50), flow({ id: 'h', class: 'H', 'per-week': 1 })],
        [device({ week: week({ release: '1d' }) })],
      ),
    ).toEqual([]);
  });

  it('count the vacations of every other week by half', () => {
    const week = [vacation({ every: 2 })];
    expect([
      found([booked(30)], [device({ week })]).length,
      found([booked(31)], [device({ week })]).length,
    ]).toEqual([0, 1]);
  });
});

describe('walk-ins', () => {
  const room = device({ week: [ALWAYS_OPEN] });

  it('within the staffed time are stable', () => {
    expect(found([walkIn(600)], [room])).toEqual([]);
  });

  it('beyond it are not: exams and changeover count', () => {
    // 168 h are 10 080 min: 630 exams of 15 + 1 minutes.
    const change = device({ week: [ALWAYS_OPEN], changeover: 1 });
    expect(found([walkIn(630)], [change])).toEqual([]);
    expect(found([walkIn(640)], [change])).toMatchObject([
      { kind: 'room', flows: ['u'], missingMinutesPerWeek: 160 },
    ]);
  });

  it('are regulated by patience, by waiting places and by diversion', () => {
    expect(found([walkIn(700, { patience: 60 })], [room])).toEqual([]);
    expect(found([walkIn(700)], [device({ week: [ALWAYS_OPEN], 'waiting-places': 5 })])).toEqual([]);
    expect(found([walkIn(700)], [device({ week: [ALWAYS_OPEN], 'closed-room': 'divert' })])).toEqual([]);
  });

  it('of a pool may use all of its devices', () => {
    expect(found([walkIn(1300)], [device({ count: 2, week: [ALWAYS_OPEN] })])).toEqual([]);
    expect(found([walkIn(1400)], [device({ count: 2, week: [ALWAYS_OPEN] })]).length).toBe(1);
  });

  it('can only use the vacations that receive their class', () => {
    const week = [vacation({ days: 'mon-fri' }), vacation({ days: 'sat', type: 'liberal' })];
    expect(found([walkIn(81)], [device({ week })]).length).toBe(1);
    expect(found([walkIn(80)], [device({ week })])).toEqual([]);
  });
});

describe('an unstable result', () => {
  const scenario = scenarioOf({
    devices: [device({ id: 'd' }), device({ id: 'm', modality: 'mri' })],
    flows: [booked(90), flow({ id: 'm', modality: 'mri', 'per-week': 10 })],
  });
  const result = simulateScenario(scenario, { weeks: 20, replications: 2, warmupWeeks: 0 });

  it('says so where a delay would depend on the length of the run', () => {
    const { access, firstAvailable, byExam } = result.sites.s!.ct!;
    expect([access.A.mean, access.A.p50, firstAvailable.A.p80, byExam['any-ct']!.A.access.mean]).toEqual(
      new Array(4).fill('unstable'),
    );
  });

  it('leaves what is not spoilt: volumes, and the other modality', () => {
    expect(result.devices.d!.volume.A).toMatchObject({ n: 2 });
    expect(result.sites.s!.mri!.access.A.mean).toMatchObject({ n: 2 });
  });

  it('keeps null where nothing happened', () => {
    expect(result.sites.s!.ct!.access.H.mean).toBeNull();
  });

  it('warns with the flows and the missing minutes', () => {
    expect(result.warnings).toContainEqual({
      code: 'unstable-booking',
      path: 'sites.s.ct',
      values: { flows: 'a', missing: 600 },
    });
  });

  it('marks the waits of a room only for an overload of the room', () => {
    const tree = { wait: { mean: 1, n: 2 }, access: { mean: 1, n: 2 } };
    const overload = { ...result.unstable[0]!, kind: 'room' as const };
    expect(markUnstable(tree, [overload])).toEqual({ wait: 'unstable', access: tree.access });
    expect(markUnstable(tree, [])).toBe(tree);
  });
});
