/** Completing devices and their vacations. */
import { describe, expect, it } from 'vitest';
import { complete, DEVICE, deviceOf, FLOW, VACATION, vacationOf } from './complete-scenario.ts';

describe('devices', () => {
  it('come in order of id, whatever the order of the file', () => {
    const devices = ['c', 'a', 'b'].map((id) => ({ ...DEVICE, id }));
    expect(complete({ devices }).devices.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('counted are as many devices of one pool, each with streams of its own', () => {
    const { devices } = complete({ devices: [{ ...DEVICE, count: 3 }] });
    expect(devices.map(({ id, pool, stream }) => [id, pool, stream])).toEqual([
      ['d-1', 'd', 's/ct/0'],
      ['d-2', 'd', 's/ct/1'],
      ['d-3', 'd', 's/ct/2'],
    ]);
  });

  it('have a pool of their own unless one is named', () => {
    const devices = [DEVICE, { ...DEVICE, id: 'e', pool: 'p' }];
    expect(complete({ devices }).devices.map(({ pool }) => pool)).toEqual(['d', 'p']);
  });

  it('have streams that do not depend on their names', () => {
    const streamOf = (id: string) => complete({ devices: [{ ...DEVICE, id }] }).devices[0]!.stream;
    expect(streamOf('anything')).toBe(streamOf('d'));
  });

  it('have slots by class and by exam type, one number standing for all classes', () => {
    const exams = { x: { modality: 'ct' } };
    const { slotSeconds, slotSecondsByExam } = deviceOf({ slots: { A: 20, exams: { x: 25 } } }, { exams });
    expect(slotSeconds).toEqual({ A: 1200, H: 0, R: 0, U: 0 });
    expect(slotSecondsByExam).toEqual({ x: { A: 1500, H: 1500, R: 1500, U: 1500 } });
  });

  it('say for each class what happens at a closed room', () => {
    expect(deviceOf({ 'closed-room': 'divert' }).closedRoom).toEqual({
      A: 'divert',
      H: 'divert',
      R: 'divert',
      U: 'divert',
    });
    expect(deviceOf({ 'closed-room': { U: 'divert' } }).closedRoom).toEqual({
      A: 'wait',
      H: 'wait',
      R: 'wait',
      U: 'divert',
    });
  });
});

describe('vacations', () => {
  it('are one a day of the list, in order of time', () => {
    const week = [{ ...VACATION, days: 'wed,mon', from: '13:00', to: '14:00' }, VACATION];
    expect(deviceOf({ week }).week.map(({ day, fromSeconds }) => [day, fromSeconds])).toEqual([
      [0, 28_800],
      [0, 46_800],
      [2, 46_800],
    ]);
  });

  it('that end at or before their start end the next day', () => {
    expect(vacationOf({ from: '20:00', to: '08:00' }).toSeconds).toBe(86_400 + 28_800);
    expect(vacationOf({ from: '00:00', to: '00:00' }).toSeconds).toBe(86_400);
    expect(vacationOf({ from: '00:00', to: '24:00' }).toSeconds).toBe(86_400);
  });

  it('have the owner, the classes and the exams of their type, unless they say otherwise', () => {
    expect(vacationOf({ type: 'liberal' })).toMatchObject({
      owner: 'liberal',
      inserted: [],
      classes: ['A', 'H', 'R', 'U'],
    });
    expect(vacationOf({ type: 'emergency' })).toMatchObject({
      owner: 'public',
      classes: [],
      inserted: ['A', 'H', 'R', 'U'],
    });
    expect(vacationOf({ owner: 'x', accepts: { classes: ['H'], inserted: ['U'] } })).toMatchObject({
      owner: 'x',
      classes: ['H'],
      inserted: ['U'],
    });
  });

  it('accept exams by type or by group', () => {
    const exams = {
      brain: { modality: 'ct', group: 'neuro' },
      spine: { modality: 'ct', group: 'neuro' },
      knee: { modality: 'ct' },
    };
    const root = { exams, flows: [{ ...FLOW, exams: { brain: 1 } }] };
    expect(vacationOf({ accepts: { exams: ['neuro'] } }, root).exams).toEqual(['brain', 'spine']);
    expect(vacationOf({ accepts: { exams: ['knee', 'brain'] } }, root).exams).toEqual(['brain', 'knee']);
    expect(vacationOf({}, root).exams).toBeNull();
  });

  it('keep reserves for the flows of a class or for one flow, of that site and modality', () => {
    const flows = [
      FLOW,
      { ...FLOW, id: 'h1', class: 'H' },
      { ...FLOW, id: 'h2', class: 'H' },
      { ...FLOW, id: 'm', class: 'H', modality: 'mri' },
    ];
    expect(vacationOf({ reserve: { H: 30, release: '36h' } }, { flows }).reserves).toEqual([
      { flows: ['h1', 'h2'], seconds: 1800, kind: 'fixed', releaseDays: 1 },
    ]);
    expect(vacationOf({ reserve: [{ for: 'a', minutes: 30, kind: 'nested' }] }, { flows }).reserves).toEqual([
      { flows: ['a'], seconds: 1800, kind: 'nested', releaseDays: null },
    ]);
  });

  it('have a call-in delay only on call from home', () => {
    const delay = { 'call-in': 20 };
    expect(vacationOf({ type: 'on-call', presence: 'astreinte', ...delay }).callIn).toEqual({
      law: 'deterministic',
      value: 1200,
    });
    expect(vacationOf({ type: 'on-call', presence: 'garde' }).callIn).toBeNull();
  });
});
