/** Completing flows of requests. */
import { describe, expect, it } from 'vitest';
import { complete, DEVICE, FLOW, flowOf } from './complete-scenario.ts';

describe('flows', () => {
  it('have an id of their own, or one made of what sets them apart', () => {
    const { id: _id, ...anonymous } = FLOW;
    expect(flowOf({ ...anonymous, id: undefined }).id).toBe('s/ct/A');
    expect(flowOf({ id: undefined, priority: 'P1', owner: 'x', 'walk-in': true }).id).toBe(
      's/ct/A/x/P1/walk-in',
    );
    expect(flowOf({}).id).toBe('a');
  });

  it('have shares of exams that add up to 1, those of 0 left out', () => {
    const exams = { x: { modality: 'ct' }, y: { modality: 'ct' }, z: { modality: 'ct' } };
    expect(flowOf({ exams: { y: 30, x: 10, z: 0 } }, { exams }).exams).toEqual([
      { id: 'x', share: 0.25 },
      { id: 'y', share: 0.75 },
    ]);
  });

  it('that name no exam ask for the generic one of their modality', () => {
    const { exams, flows } = complete();
    expect(exams.map(({ id }) => id)).toEqual(['any-ct']);
    expect(flows[0]!.exams).toEqual([{ id: 'any-ct', share: 1 }]);
  });

  it('share their devices, the copies of one equally', () => {
    const devices = [
      { ...DEVICE, count: 2 },
      { ...DEVICE, id: 'e' },
    ];
    expect(flowOf({ devices: { d: 3, e: 1 } }, { devices }).devices).toEqual([
      { id: 'd-1', share: 0.375 },
      { id: 'd-2', share: 0.375 },
      { id: 'e', share: 0.25 },
    ]);
    expect(flowOf({ devices: ['e', 'd'] }, { devices }).devices.map(({ share }) => share)).toEqual([
      0.25, 0.25, 0.5,
    ]);
  });

  it('have the requests of their log', () => {
    const log = [{ atSeconds: 5, exam: null, durationSeconds: 60 }];
    const parts = { flows: [{ ...FLOW, 'per-week': undefined, log: 'x.csv' }] };
    expect(complete(parts, new Map([['a', log]])).flows[0]).toMatchObject({ arrivals: 'log', log });
    expect(complete(parts).flows[0]!.log).toEqual([]);
  });

  it('of walk-ins have neither acceptance, nor absence, nor backlog', () => {
    const parts = { 'walk-in': true, class: 'U' };
    expect(flowOf(parts, { defaults: 'anap-2010' })).toMatchObject({
      accept: { kind: 'always' },
      noShow: { base: 0, max: 0 },
      backlog: { kind: 'patients', n: 0 },
      punctuality: { law: 'deterministic', value: 0 },
    });
  });

  it('have an absence that grows only when it says how', () => {
    expect(flowOf({ 'no-show': 0.1 }).noShow).toEqual({ base: 0.1, max: 0.1, tauDays: 1 });
    expect(flowOf({ 'no-show': { probability: 0.1, max: 0.3, tau: '2w' } }).noShow).toEqual({
      base: 0.1,
      max: 0.3,
      tauDays: 14,
    });
  });
});
