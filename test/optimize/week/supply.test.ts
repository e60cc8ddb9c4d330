import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/model/scenario.ts';
import { supplyOf } from '../../../src/optimize/week/supply.ts';
import { device, flow, type RawVacation, scenarioOf, vacation } from '../../engine/play.ts';
import { alikeMris, hospital } from './support/departments.ts';
import { problemOf } from './support/problems.ts';

const MINUTE = 60;
const A = 's/ct:A.public';
const H = 's/ct:H.public';
const BOTH = 's/ct:A.public+H.public';

/** A scanner with some week, and both classes of patients; slots of 20 minutes. */
const scanner = (week: RawVacation[], parts: object = {}, slots: object = {}): Scenario =>
  scenarioOf({
    devices: [device({ week, ...slots })],
    flows: [flow({ 'per-week': 100, ...parts }), flow({ id: 'h', class: 'H', 'per-week': 30 })],
  });

const minutes = (scenario: Scenario): Readonly<Record<string, number>> =>
  Object.fromEntries(supplyOf(scenario).places.map(({ id, seconds }) => [id, seconds / MINUTE]));

describe('place time', () => {
  it('is the whole length of vacations, late starts and early ends included: the diary gives those places', () => {
    const late = { 'late-start': 30, 'early-end': 20 };
    expect(minutes(scanner([vacation()], {}, late))).toEqual({ [BOTH]: 5 * 240 });
  });

  it('leaves out what no slot fits in', () => {
    const slots = { slots: { A: 35, H: 35 } };
    expect(minutes(scanner([vacation()], {}, slots))).toEqual({ [BOTH]: 5 * 210 });
  });

  it('counts a vacation every second week for a half', () => {
    const week = [vacation({ days: 'mon', every: 2 })];
    expect(minutes(scanner(week))).toEqual({ [BOTH]: 120 });
  });

  it('counts a listed appointment for a mean slot', () => {
    const week = [vacation({ days: 'mon', appointments: [0, 40, 80] })];
    expect(minutes(scanner(week))).toEqual({ [BOTH]: 60 });
  });

  it('is kept apart for a class, and for a reserve', () => {
    const week = [
      vacation({ days: 'mon', accepts: { classes: ['A'] } }),
      vacation({ days: 'tue', reserve: [{ for: 'H', minutes: 60, kind: 'fixed' }] }),
    ];
    expect(minutes(scanner(week))).toEqual({ [A]: 240, [BOTH]: 180, [H]: 60 });
  });

  it('of a released reserve is others’ only as far as its own patients leave it', () => {
    const week = (release: number) => [
      vacation({ reserve: [{ for: 'H', minutes: 200, kind: 'fixed', release }] }),
    ];
    // 30 inpatients of 20 minutes ask for 600 of 1000 minutes: up to 400 are left to others.
    const late = minutes(scanner(week(1)))[BOTH]!;
    expect(late).toBeGreaterThan(200 + 300);
    expect(late).toBeLessThan(200 + 400);
    const asked = scenarioOf({
      devices: [device({ week: week(1) })],
      flows: [flow({ 'per-week': 100 }), flow({ id: 'h', class: 'H', 'per-week': 60 })],
    });
    expect(minutes(asked)).toEqual({ [BOTH]: 200, [H]: 1000 });
  });

  it('of exams only some of a queue ask for says which share', () => {
    const scenario = scenarioOf({
      exams: { HEAD: { modality: 'ct' }, KNEE: { modality: 'ct' } },
      devices: [
        device({
          week: [vacation({ days: 'mon', accepts: { exams: ['HEAD'] } }), vacation({ days: 'tue' })],
        }),
      ],
      flows: [flow({ exams: { HEAD: 0.3, KNEE: 0.7 } })],
    });
    const places = supplyOf(scenario).places.map(({ id, shares }) => [id, shares]);
    expect(places).toEqual([
      [A, [1]],
      [`${A}@0.3`, [0.3]],
    ]);
  });

  it('leaves walk-in patients, other owners and vacations without appointments out', () => {
    const week = [
      vacation({ days: 'mon', type: 'emergency' }),
      vacation({ days: 'tue', type: 'liberal', owner: 'cabinet' }),
      vacation({ days: 'wed' }),
    ];
    expect(minutes(scanner(week))).toEqual({ [BOTH]: 240 });
  });
});

describe('queues', () => {
  it('have their requests without those cancelled, their slot and their patience', () => {
    const [a, h] = supplyOf(
      scanner([vacation()], { cancel: { probability: 0.1, notice: 3 }, accept: { tau: 20, free: 2 } }),
    ).queues;
    expect(a).toMatchObject({ id: 's/ct/A/public', slotSeconds: 1200, tauDays: 20, freeDays: 2 });
    expect(a!.requestsPerWeek).toBeCloseTo(90, 9);
    expect(h).toMatchObject({ tauDays: null, targetDays: null });
  });

  it('take the target of the rules before that of their flows', () => {
    const target = { site: 'ch', modality: 'mri', class: 'A', days: 9 } as const;
    const queues = problemOf(hospital, { targets: [target] }).supply.queues;
    expect(queues.map(({ targetDays }) => targetDays)).toEqual([null, null, 9, null]);
  });
});

describe('what a change adds', () => {
  it('is the difference of the weeks: a session its minutes, on each of alike devices', () => {
    const problem = problemOf(alikeMris(2));
    const opening = problem.changes.find(({ id }) => id.includes('open/') && id.endsWith('1080-1200/A'))!;
    expect(problem.effects.get(opening.id)).toEqual([{ place: 's/mri:A.public', seconds: 7200 }]);
    expect(problem.supply.places.find(({ id }) => id === 's/mri:A.public')).toMatchObject({ seconds: 0 });
  });

  it('with shorter slots is the time that as many exams would have taken', () => {
    const problem = problemOf(hospital);
    const slots = problem.changes.find(({ id }) => id === 'slots/irm/real-durations')!;
    const before = supplyOf(hospital);
    const after = supplyOf(slots.apply(hospital, 'irm'));
    const exams = ({ queues, places }: typeof before, id: string) =>
      places.find((place) => place.id === id)!.seconds /
      queues.find((one) => one.id === 'ch/mri/H/public')!.slotSeconds;
    const gained = problem.effects.get(slots.id)!.find(({ place }) => place === 'ch/mri:H.public')!;
    const slot = before.queues.find(({ id }) => id === 'ch/mri/H/public')!.slotSeconds;
    const expected = (exams(after, 'ch/mri:H.public') - exams(before, 'ch/mri:H.public')) * slot;
    expect(gained.seconds).toBeCloseTo(expected, 3);
    expect(gained.seconds).toBeGreaterThan(0);
  });
});
