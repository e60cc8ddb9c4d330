/** The numbers a decision is taken on. */
import { describe, expect, it } from 'vitest';
import type { Headline, HeadlineName } from '../../src/model/results/compare.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import type { PatientClass } from '../../src/model/vocabulary.ts';
import { Experiment } from '../../src/stats/experiment.ts';
import { headlineKey, headlinesOf, headlineValues, isHeadlineUnstable } from '../../src/stats/headlines.ts';
import type { Measured } from '../../src/stats/measured.ts';
import { ALWAYS_OPEN, device, flow, scenarioNamed, scenarioOf, vacation } from '../engine/play.ts';

const names = (scenario: Scenario) => headlinesOf(scenario).map(headlineKey);

const LATE = vacation({ 'late-start': 20 });
const scenario = scenarioOf({
  devices: [
    device({ id: 'long', week: [vacation({ to: '18:00' }), vacation({ days: 'sat', type: 'emergency' })] }),
    device({ id: 'short', week: [LATE, vacation({ days: 'sat', type: 'emergency' })] }),
  ],
  flows: [
    flow({ 'per-week': 150, durations: { law: 'lognormal', mean: 18, cv: 0.6 } }),
    flow({ id: 'h', class: 'H', 'per-week': 20 }),
    flow({ id: 'u', class: 'U', 'walk-in': true, 'per-week': 60, durations: 12 }),
  ],
});

const experiment = new Experiment(scenario, { weeks: 8, warmupWeeks: 2, seed: '1' });
for (let n = 0; n < 2; n++) experiment.runNext();
const measured = experiment.measured(2);
const find = (name: HeadlineName, patientClass: PatientClass | null = null): Headline =>
  headlinesOf(scenario).find((one) => one.name === name && one.class === patientClass)!;
const valuesOf = (name: HeadlineName, patientClass: PatientClass | null = null, of: Measured = measured) =>
  headlineValues(of, scenario, find(name, patientClass));
/** Of both devices, in the first replication. */
const devices = ['long', 'short'].map((id) => measured.device(id)![0]!);

describe('the headlines of a scenario', () => {
  it('are delays and declined of A and H, passages, occupancy, emergencies and overtime', () => {
    expect(names(scenario)).toEqual([
      's/ct/firstAvailable/A',
      's/ct/firstAvailable/H',
      's/ct/thirdNextAvailable/A',
      's/ct/thirdNextAvailable/H',
      's/ct/access/A',
      's/ct/access/H',
      's/ct/declined/A',
      's/ct/declined/H',
      's/ct/passages',
      's/ct/occupancy',
      's/ct/emergencyWait/U',
      's/ct/overtime',
    ]);
  });

  it('have no delay where nobody books, nor emergencies where none come', () => {
    const walkIns = scenarioOf({
      devices: [device({ week: [ALWAYS_OPEN] })],
      flows: [flow({ class: 'H', 'walk-in': true })],
    });
    expect(names(walkIns)).toEqual(['s/ct/passages', 's/ct/occupancy', 's/ct/overtime']);
  });

  it('have reports where they are simulated, as median and P80', () => {
    const reports = names(scenarioNamed('hopital-reference.yaml')).filter((key) => key.includes('report'));
    expect(reports.slice(0, 6)).toEqual([
      'ch/ct/reportMedian/A',
      'ch/ct/reportMedian/H',
      'ch/ct/reportMedian/U',
      'ch/ct/report/A',
      'ch/ct/report/H',
      'ch/ct/report/U',
    ]);
  });

  it('are those of every department, and each has a key of its own', () => {
    const keys = names(scenarioNamed('every-effect.yaml'));
    expect(new Set(keys).size).toBe(keys.length);
    for (const place of ['nord/ct', 'nord/mri', 'sud/ct', 'sud/mri'])
      expect(keys).toContain(`${place}/passages`);
  });

  it('say which way is better: shorter delays, more passages, neither for occupancy', () => {
    const better = (['access', 'passages', 'occupancy'] as const).map(
      (name) => find(name, name === 'access' ? 'A' : null).lowerIsBetter,
    );
    expect(better).toEqual([true, false, null]);
  });
});

describe('the value of a headline', () => {
  it('of a delay is its mean, not its median', () => {
    const { firstAvailable } = measured.modality('s', 'ct')![0]!;
    expect(valuesOf('firstAvailable', 'A')[0]).toBe(firstAvailable.A.mean);
    expect(Number.isInteger(valuesOf('firstAvailable', 'A')[0])).toBe(false);
  });

  it('of passages and overtime is the sum over the devices', () => {
    expect(valuesOf('passages')[0]).toBe(devices[0]!.volume.all! + devices[1]!.volume.all!);
    expect(valuesOf('overtime')[0]).toBe(
      devices[0]!.overtime.minutesPerWeek! + devices[1]!.overtime.minutesPerWeek!,
    );
  });

  it('of occupancy is exam time over the opening of all devices, not the mean of theirs', () => {
    const [long, short] = devices.map(({ opening, occupancy }) => ({
      hours: opening.scheduled!,
      exams: opening.scheduled! * occupancy.scheduled!,
    }));
    expect(long!.hours).toBeGreaterThan(short!.hours);
    expect(valuesOf('occupancy')[0]).toBeCloseTo(
      (long!.exams + short!.exams) / (long!.hours + short!.hours),
      12,
    );
  });

  it('of the wait of emergencies weighs each device by its emergencies', () => {
    const [long, short] = devices.map(({ wait, volume }) => ({ wait: wait.U.mean!, n: volume.U! }));
    expect(valuesOf('emergencyWait', 'U')[0]).toBeCloseTo(
      (long!.wait * long!.n + short!.wait * short!.n) / (long!.n + short!.n),
      9,
    );
  });

  it('is one a replication, after the warm-up asked for', () => {
    expect(valuesOf('passages').length).toBe(2);
    expect(valuesOf('passages', null, experiment.measured(0))).not.toEqual(valuesOf('passages'));
  });

  it('is the estimate that a simulation prints', () => {
    const printed = experiment.result().sites.s!.ct!.access.A.mean;
    const values = valuesOf('access', 'A').map((value) => value!);
    expect(typeof printed === 'object' ? printed?.mean : printed).toBeCloseTo(
      (values[0]! + values[1]!) / 2,
      9,
    );
  });

  it('is nothing in a scenario without the department', () => {
    const elsewhere: Headline = { ...find('passages'), modality: 'mri' };
    expect(headlineValues(measured, scenario, elsewhere)).toEqual([null, null]);
  });
});

describe('an unstable headline', () => {
  const overload = (kind: 'booking' | 'room') => ({
    site: 's',
    modality: 'ct' as const,
    kind,
    devices: ['long'],
    flows: ['a'],
    missingMinutesPerWeek: 1,
    loadMinutesPerWeek: 2,
    capacityMinutesPerWeek: 1,
  });

  it('is a delay where bookings pile up, and a wait where patients do', () => {
    expect(isHeadlineUnstable(find('access', 'A'), [overload('booking')])).toBe(true);
    expect(isHeadlineUnstable(find('emergencyWait', 'U'), [overload('room')])).toBe(true);
  });

  it('is neither what an overload leaves as it is, nor one of another department', () => {
    expect(isHeadlineUnstable(find('passages'), [overload('booking'), overload('room')])).toBe(false);
    expect(isHeadlineUnstable(find('access', 'A'), [overload('room')])).toBe(false);
    expect(isHeadlineUnstable(find('access', 'A'), [{ ...overload('booking'), modality: 'mri' }])).toBe(
      false,
    );
  });
});
