import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/engine/compile.ts';
import { completeScenario } from '../../src/model/complete/complete.ts';
import { parseScenario } from '../../src/model/load/load.ts';
import type { ClassLoad, DepartmentLoad } from '../../src/model/results/results.ts';
import type { LoggedRequest } from '../../src/model/scenario.ts';
import { departmentLoads } from '../../src/stats/class-load.ts';

type Part = Readonly<Record<string, unknown>>;

const MORNINGS: Part = { days: 'mon-fri', from: '08:00', to: '12:00', type: 'public-scheduled' };
const device = (changes: Part = {}): Part => ({
  id: 'irm',
  site: 'ch',
  modality: 'mri',
  slots: { A: 30, H: 40 },
  changeover: 5,
  week: [MORNINGS],
  ...changes,
});
const EXAMS = {
  BRAIN: { modality: 'mri', durations: { A: 20, H: 30, U: 10 } },
  KNEE: { modality: 'mri', durations: { A: 10, H: 30, U: 16 } },
};
const flow = (patientClass: string, perWeek: number, changes: Part = {}): Part => ({
  site: 'ch',
  modality: 'mri',
  class: patientClass,
  'per-week': perWeek,
  exams: { BRAIN: 1 },
  accept: 'always',
  ...changes,
});

function loads(
  devices: readonly Part[],
  flows: readonly Part[],
  logs: ReadonlyMap<string, readonly LoggedRequest[]> = new Map(),
  sites: readonly Part[] = [{ id: 'ch' }],
): readonly DepartmentLoad[] {
  const written = { creneau: 1, name: 'x', exams: EXAMS, sites, devices, flows };
  const { input, findings } = parseScenario(written);
  if (input === null) throw new Error(JSON.stringify(findings));
  return departmentLoads(compileScenario(completeScenario(input, logs), 4));
}
const classes = (...given: Parameters<typeof loads>): readonly ClassLoad[] => loads(...given)[0]!.classes;

describe('the load of a class with appointments', () => {
  it('is its requests times the slot, against the vacations it may book', () => {
    expect(classes([device()], [flow('A', 20)])).toEqual([
      {
        class: 'A',
        way: 'booked',
        requestsPerWeek: 20,
        minutesEach: 30,
        askedMinutesPerWeek: 600,
        openMinutesPerWeek: 1200,
        regulations: ['horizon'],
      },
    ]);
  });

  it('leaves out what is cancelled ahead', () => {
    const [load] = classes([device()], [flow('A', 20, { cancel: { probability: 0.1, notice: '3d' } })]);
    expect(load).toMatchObject({ minutesEach: 27, askedMinutesPerWeek: 540 });
  });

  it('is open to a reserve that is its own, and not to another’s that is never released', () => {
    const week = [{ ...MORNINGS, reserve: { H: '60min' } }];
    const [a, h] = classes([device({ week })], [flow('A', 20), flow('H', 6)]);
    expect([a?.openMinutesPerWeek, h?.openMinutesPerWeek]).toEqual([900, 1200]);
    expect(h).toMatchObject({ askedMinutesPerWeek: 240, minutesEach: 40 });
  });

  it('is open to another’s reserve that is released', () => {
    const week = [{ ...MORNINGS, reserve: { H: '60min', release: '2d' } }];
    expect(classes([device({ week })], [flow('A', 20), flow('H', 6)])[0]?.openMinutesPerWeek).toBe(1200);
  });

  it('counts a vacation two classes share for each of them', () => {
    const open = classes([device()], [flow('A', 20), flow('H', 6)]).map((load) => load.openMinutesPerWeek);
    expect(open).toEqual([1200, 1200]);
  });

  it('is open only to vacations that accept it', () => {
    const week = [
      { ...MORNINGS, days: 'mon', accepts: { classes: ['H'] } },
      { ...MORNINGS, days: 'tue-fri' },
    ];
    const [a, h] = classes([device({ week })], [flow('A', 20), flow('H', 6)]);
    expect([a?.openMinutesPerWeek, h?.openMinutesPerWeek]).toEqual([960, 1200]);
  });

  it('adds the devices of its site, a vacation every other week for half', () => {
    const second = device({ id: 'irm-2', week: [{ ...MORNINGS, days: 'tue', every: 2 }] });
    const [load] = classes([device(), second], [flow('A', 20)]);
    expect(load?.openMinutesPerWeek).toBe(1200 + 240 / 2);
  });

  it('joins the flows of a class, and names what holds each of them once', () => {
    const joined = classes(
      [device()],
      [flow('A', 20), flow('A', 5, { id: 'more', accept: { tau: '10d' } }), flow('A', 5, { id: 'again' })],
    );
    expect(joined).toMatchObject([
      { requestsPerWeek: 30, askedMinutesPerWeek: 900, regulations: ['horizon', 'acceptance'] },
    ]);
  });

  it('takes the shortest slot each exam may have', () => {
    const slots = { A: 30, exams: { KNEE: { A: 20 } } };
    const [load] = classes([device({ slots })], [flow('A', 20, { exams: { BRAIN: 0.5, KNEE: 0.5 } })]);
    expect(load).toMatchObject({ askedMinutesPerWeek: 10 * 30 + 10 * 20, minutesEach: 25 });
  });

  it('is told at the first site a flow may go to, which other sites hold too', () => {
    const elsewhere = device({ id: 'irm-b', site: 'b' });
    const { site: _, ...rest } = flow('A', 20);
    const all = loads([device(), elsewhere], [{ ...rest, sites: ['ch', 'b'] }], new Map(), [
      { id: 'ch' },
      { id: 'b' },
    ]);
    const here = all.find(({ site }) => site === 'ch');
    const there = all.find(({ site }) => site === 'b');
    expect(here?.classes).toMatchObject([{ requestsPerWeek: 20, regulations: ['other-sites', 'horizon'] }]);
    expect(there?.classes).toEqual([]);
  });

  it('counts the requests of a log over its weeks', () => {
    const at = (atSeconds: number): LoggedRequest => ({ atSeconds, exam: null, durationSeconds: null });
    const { 'per-week': _, ...rest } = flow('A', 0, { id: 'logged', log: 'log.csv' });
    // Three requests in a log that ends in its second week.
    const log = new Map([['logged', [at(0), at(86_400), at(8 * 86_400)]]]);
    expect(classes([device()], [rest], log)).toMatchObject([
      { requestsPerWeek: 1.5, minutesEach: 30, askedMinutesPerWeek: 45 },
    ]);
  });
});

describe('the load of a class without appointments', () => {
  const walkIns = (perWeek: number, changes: Part = {}) =>
    flow('U', perWeek, { 'walk-in': true, accept: undefined, ...changes });
  const GARDE = { days: 'mon-fri', from: '18:00', to: '20:00', type: 'on-call', presence: 'garde' };

  it('is exam and changeover, against all vacations where it is inserted', () => {
    const inserted = classes([device({ week: [MORNINGS, GARDE] })], [walkIns(8)]);
    expect(inserted).toEqual([
      {
        class: 'U',
        way: 'inserted',
        requestsPerWeek: 8,
        minutesEach: 15,
        askedMinutesPerWeek: 120,
        openMinutesPerWeek: 1200 + 600,
        regulations: [],
      },
    ]);
  });

  it('weighs exams by their shares', () => {
    const [load] = classes([device()], [walkIns(8, { exams: { BRAIN: 0.5, KNEE: 0.5 } })]);
    expect(load?.minutesEach).toBeCloseTo(13 + 5, 9);
  });

  it('is shorter on a faster device', () => {
    expect(classes([device({ speed: 2 })], [walkIns(8)])[0]?.minutesEach).toBe(5 + 5);
  });

  it('is held by patients who leave', () => {
    expect(classes([device()], [walkIns(8, { patience: 90 })])[0]?.regulations).toEqual(['patience']);
  });

  it('is asked once of two devices, each with its share', () => {
    const devices = [device(), device({ id: 'irm-2', changeover: 15 })];
    const [load] = classes(devices, [walkIns(8, { devices: { irm: 0.75, 'irm-2': 0.25 } })]);
    expect(load).toMatchObject({ askedMinutesPerWeek: 6 * 15 + 2 * 25, openMinutesPerWeek: 2400 });
  });
});

describe('the load of a department', () => {
  it('has its scheduled hours without on-call, and the exam hours of all its classes', () => {
    const week = [MORNINGS, { days: 'sat', from: '08:00', to: '20:00', type: 'on-call', presence: 'garde' }];
    const flows = [
      flow('A', 20, { exams: { BRAIN: 0.5, KNEE: 0.5 } }),
      flow('H', 6),
      flow('U', 7, { 'walk-in': true, accept: undefined }),
    ];
    const [load] = loads([device({ week })], flows);
    expect(load).toMatchObject({ site: 'ch', modality: 'mri', scheduledHoursPerWeek: 20 });
    expect(load?.examHoursAskedPerWeek).toBeCloseTo((20 * 15 + 6 * 30 + 7 * 10) / 60, 9);
  });

  it('lists its classes in order, booked before inserted, and only those it has', () => {
    const walkIn = { 'walk-in': true, accept: undefined };
    const order = classes(
      [device()],
      [flow('U', 1, walkIn), flow('A', 1, walkIn), flow('H', 1), flow('A', 2)],
    );
    expect(order.map((load) => `${load.class} ${load.way}`)).toEqual([
      'A booked',
      'A inserted',
      'H booked',
      'U inserted',
    ]);
  });

  it('asks as many minutes as requests times minutes, for every class', () => {
    for (const load of classes(
      [device()],
      [flow('A', 20), flow('H', 6), flow('U', 3, { 'walk-in': true, accept: undefined })],
    ))
      expect(load.requestsPerWeek * load.minutesEach).toBeCloseTo(load.askedMinutesPerWeek, 9);
  });
});
