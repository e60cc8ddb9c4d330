/** What each lever of practice and demand does, in numbers one can recompute, and in short paired simulations. */
import jStat from 'jstat';
import { describe, expect, it } from 'vitest';
import { onlyDepartments } from '../../../src/calibrate/department.ts';
import { compileScenario } from '../../../src/engine/compile.ts';
import { mean } from '../../../src/engine/laws/moments.ts';
import { scaledLaw } from '../../../src/model/law.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import type { Modality } from '../../../src/model/vocabulary.ts';
import type { LeverCase } from '../../../src/optimize/levers/lever.ts';
import { PRACTICE_LEVERS } from '../../../src/optimize/levers/practice.ts';
import { departmentSlotSeconds, withFreedMinutes } from '../../../src/optimize/levers/slot-mixture.ts';
import { device, flow, playPlan, scenarioNamed, scenarioOf, vacation } from '../../engine/play.ts';

const hospital = scenarioNamed('hopital-reference.yaml');
const CT = { site: 'ch', modality: 'ct' as const };
const MRI = { site: 'ch', modality: 'mri' as const };

function caseNamed(scenario: Scenario, id: string): LeverCase {
  const found = PRACTICE_LEVERS.flatMap((lever) => lever.cases(scenario).cases).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
}

const pulled = (id: string, strength?: number, scenario = hospital): Scenario => {
  const one = caseNamed(scenario, id);
  return one.apply(scenario, strength ?? one.strength.value);
};

const deviceOf = (scenario: Scenario, id: string) => scenario.devices.find((one) => one.id === id)!;
const flowOf = (scenario: Scenario, id: string) => scenario.flows.find((one) => one.id === id)!;

describe('slots shortened by less than the grid', () => {
  const small = scenarioOf({
    devices: [device({ slots: { A: 20, H: 20 } })],
    flows: [flow({ exams: { x: 0.5, y: 0.5 } })],
    exams: { x: { modality: 'ct', durations: { A: 10 } }, y: { modality: 'ct', durations: { A: 10 } } },
  });
  const place = { site: 's', modality: 'ct' as const };

  it('have the mean slot asked for, to the second', () => {
    // 20 h a week, 20-minute slots: 60 minutes freed are 1 minute a slot.
    const after = withFreedMinutes(small, place, 60);
    expect(departmentSlotSeconds(after, place)).toBeCloseTo(19 * 60, 6);
    expect(flowOf(after, 'a').exams.map(({ id, share }) => [id, Math.round(share * 1e6) / 1e6])).toEqual([
      ['x', 0.4],
      ['x.short-s', 0.1],
      ['y', 0.4],
      ['y.short-s', 0.1],
    ]);
  });

  it('add up when shortened again, also past a whole step', () => {
    const once = withFreedMinutes(small, place, 240);
    expect(departmentSlotSeconds(once, place)).toBeCloseTo(16 * 60, 6);
    const twice = withFreedMinutes(once, place, 150);
    expect(departmentSlotSeconds(twice, place)).toBeCloseTo(14 * 60, 6);
    expect(deviceOf(twice, 'd').slotSecondsByExam.x!.A).toBe(900);
    expect(deviceOf(twice, 'd').slotSecondsByExam['x.short-s']!.A).toBe(600);
  });

  it('shift no draw: every patient keeps exam duration and request', () => {
    const [before, after] = [small, withFreedMinutes(small, place, 60)].map((scenario) =>
      playPlan(compileScenario(scenario, 6)).records.filter(({ roomIn }) => roomIn !== null),
    );
    const key = (one: (typeof before & object)[number]) => `${one.requested}`;
    const known = new Map(before!.map((one) => [key(one), one]));
    const both = after!.filter((one) => known.has(key(one)));
    expect(both.length).toBeGreaterThan(150);
    for (const one of both) {
      const same = known.get(key(one))!;
      expect(one.examType.replace('.short-s', '')).toBe(same.examType);
      expect(one.roomOut! - one.roomIn!).toBe(same.roomOut! - same.roomIn!);
    }
  });

  it('at another site keep the slot of their own exam type', () => {
    const effects = scenarioNamed('every-effect.yaml');
    const after = pulled('late-start:nord/ct', 0.5, effects);
    const far = deviceOf(after, 'scanner-sud');
    expect(far.slotSecondsByExam).toEqual(deviceOf(effects, 'scanner-sud').slotSecondsByExam);
    expect(deviceOf(after, 'scanner-jour').slotSecondsByExam['CT-CRANE.short-nord']!.A).toBe(600);
  });
});

describe('book by real durations', () => {
  it('gives each class the mean time its bookings take of the vacation', () => {
    // One class, nothing lost, nobody inserted: 12-minute exams and 3 minutes between.
    const small = scenarioOf({
      devices: [device({ slots: { A: 20 }, changeover: 3 })],
      flows: [flow({ durations: 12 })],
    });
    const place = { site: 's', modality: 'ct' as const };
    expect(departmentSlotSeconds(pulled('real-durations:s/ct', 1, small), place)).toBeCloseTo(900, 6);
    expect(departmentSlotSeconds(pulled('real-durations:s/ct', 0.5, small), place)).toBeCloseTo(1050, 6);
  });

  it('leaves room for late starts, early ends and those who are inserted', () => {
    const small = scenarioOf({
      devices: [
        device({ slots: { A: 30 }, changeover: 3, 'late-start': 12, 'early-end': 12, week: [vacation()] }),
      ],
      flows: [
        flow({ durations: 12 }),
        // Ten an hour-flat week of 168 h, 20 of them open: 8.4 a week inside, 15 minutes each.
        flow({ id: 'u', class: 'U', 'walk-in': true, 'per-week': 70.56, profile: 'flat', durations: 12 }),
      ],
    });
    const part = (1200 - 120 - 8.4 * 15) / 1200;
    const after = departmentSlotSeconds(pulled('real-durations:s/ct', 1, small), {
      site: 's',
      modality: 'ct',
    });
    expect(after).toBeCloseTo(900 / part, 3);
  });

  it('keeps the ratio of slots of exam types whose durations are not known apart', () => {
    const after = pulled('real-durations:ch/ct', 1);
    const mix = (exam: string) => {
      const own = flowOf(after, 'scanner-A').exams;
      const [long, short] = [exam, `${exam}.short-ch`].map(
        (id) => own.find((one) => one.id === id)?.share ?? 0,
      );
      const slot = deviceOf(after, 'scanner').slotSecondsByExam[exam]!.A!;
      return slot - (300 * short!) / (long! + short!);
    };
    expect(mix('CT-TAP') / mix('CT-AP')).toBeCloseTo(25 / 20, 6);
  });
});

describe('the minutes lost', () => {
  it('late starts: half as late, and the minutes in the diary', () => {
    const after = pulled('late-start:ch/ct');
    const days = deviceOf(after, 'scanner').week.filter(({ type }) => type === 'public-scheduled');
    for (const { lateStart } of days) expect(mean(lateStart)).toBe(300);
    // 25 minutes of 2820 a week.
    const slot = departmentSlotSeconds(hospital, CT);
    expect(departmentSlotSeconds(after, CT)).toBeCloseTo(slot * (1 - 25 / 2820), 6);
  });

  it('a vacation that goes on from another of its type has no late start to gain', () => {
    const split = (second: string) =>
      scenarioOf({
        devices: [device({ 'late-start': 10, week: [vacation(), vacation({ from: second, to: '16:00' })] })],
        flows: [flow()],
      });
    const place = { site: 's', modality: 'ct' as const };
    const freed = (scenario: Scenario) =>
      1200 - departmentSlotSeconds(pulled('late-start:s/ct', 1, scenario), place);
    expect(freed(split('12:00'))).toBeCloseTo((1200 * 50) / 2400, 6);
    expect(freed(split('13:00'))).toBeCloseTo((1200 * 100) / 2100, 6);
  });

  it('early ends: half as early, and the minutes in the diary', () => {
    const after = pulled('early-end:ch/mri');
    expect(deviceOf(after, 'irm').week.map(({ earlyEndSeconds }) => earlyEndSeconds)).toEqual(
      Array(6).fill(150),
    );
    const slot = departmentSlotSeconds(hospital, MRI);
    expect(departmentSlotSeconds(after, MRI)).toBeCloseTo(slot * (1 - 15 / 3420), 6);
  });

  it('a dockable table takes the changeover first, then the exam, and slots follow', () => {
    const exam = (scenario: Scenario) => {
      const { exams, durations } = flowOf(scenario, 'irm-A');
      expect(durations).toBeNull();
      const law = scenario.exams.find(({ id }) => id === exams[0]!.id)!.durations.A;
      return mean(law) / deviceOf(scenario, 'irm').speed;
    };
    const little = pulled('dockable-table:ch/mri', 1);
    expect(mean(deviceOf(little, 'irm').changeover)).toBe(60);
    expect(deviceOf(little, 'irm').speed).toBe(1);
    const much = pulled('dockable-table:ch/mri', 4);
    expect(mean(deviceOf(much, 'irm').changeover)).toBe(0);
    // The mean exam of all booked patients is two minutes shorter; ambulatory ones, shorter than it, a little less.
    expect(exam(hospital) - exam(much)).toBeGreaterThan(110);
    expect(exam(hospital) - exam(much)).toBeLessThan(120);
    expect(departmentSlotSeconds(hospital, MRI) - departmentSlotSeconds(much, MRI)).toBeCloseTo(240, 6);
  });

  it('a preparation room takes staff hours, and the minutes off every exam', () => {
    const one = caseNamed(hospital, 'preparation-room:ch/ct');
    expect(one.resources(1).staffHoursPerWeek.technologist).toBeCloseTo(47 / 4, 6);
    expect(mean(deviceOf(one.apply(hospital, 1), 'scanner').changeover)).toBe(120);
  });
});

describe('no-shows and requests', () => {
  it('overbooking books as many a vacation as are expected not to come', () => {
    // 28 places of a day at 4 %: one.
    expect(caseNamed(hospital, 'overbooking:ch/ct').strength.value).toBe(1);
    const after = pulled('overbooking:ch/ct');
    expect(after.flows.filter(({ overbook }) => overbook > 0).map(({ id }) => id)).toEqual(['scanner-A']);
  });

  it('reminders: of those who no longer fail to come, half cancel two days before', () => {
    const { noShow, cancel } = flowOf(pulled('reminders:ch/ct', 0.5), 'scanner-A');
    expect(noShow.base).toBeCloseTo(0.02, 12);
    expect(cancel).toEqual({ probability: expect.closeTo(0.01, 12), noticeDays: 2 });
    expect(flowOf(pulled('reminders:ch/ct', 0.5), 'scanner-H')).toBe(flowOf(hospital, 'scanner-H'));
  });

  it('relevance: the share of ambulatory requests asked for is not made', () => {
    const after = pulled('relevance:ch/ct', 0.25);
    expect(flowOf(after, 'scanner-A').perWeek).toBeCloseTo(114, 9);
    expect(flowOf(after, 'scanner-H').perWeek).toBe(57.5);
  });

  it('relevance: of a log, one request in so many, evenly', () => {
    const effects = scenarioNamed('every-effect.yaml');
    const before = flowOf(effects, 'tdm-sud-journal').log;
    const after = flowOf(pulled('relevance:sud/ct', 0.1, effects), 'tdm-sud-journal').log;
    expect(after.length).toBe(Math.floor(before.length * 0.9));
    expect(after.every((one) => before.includes(one))).toBe(true);
  });

  it('MRI instead of CT: what leaves the scanner arrives at the MRI, class by class', () => {
    const after = pulled('ct-to-mri:ch/A', 0.1);
    expect(flowOf(after, 'scanner-A').perWeek).toBeCloseTo(152 * 0.9, 9);
    expect(flowOf(after, 'irm-A').perWeek).toBeCloseTo(226 + 15.2, 9);
    expect(flowOf(after, 'irm-A').exams).toBe(flowOf(hospital, 'irm-A').exams);
    expect(flowOf(after, 'irm-H')).toBe(flowOf(hospital, 'irm-H'));
  });
});

describe('laws times a factor', () => {
  it.each([
    { law: 'deterministic', value: 60 },
    { law: 'exponential', mean: 60 },
    { law: 'normal', mean: 60, sd: 20, floor: 10 },
    { law: 'uniform', min: 10, max: 60 },
    { law: 'jqpd-s', min: 180, p20: 300, p50: 600, p80: 948 },
    { law: 'jqpd-b', min: 0, max: 2000, p20: 300, p50: 600, p80: 948 },
    { law: 'empirical', values: [60, 120], weights: [1, 2], interpolate: false },
  ] as const)('have their mean times it: $law', (law) => {
    expect(mean(scaledLaw(law, 0.3))).toBeCloseTo(mean(law) * 0.3, 6);
  });
});

describe('in a short paired simulation, at 99 % on one side', () => {
  const N = 6;
  const WEEKS = 39;

  /** Mean first-available delay of ambulatory patients, one number a seed, on the department alone. */
  function delays(scenario: Scenario, modality: Modality): readonly number[] {
    const plan = compileScenario(onlyDepartments(scenario, [{ site: 'ch', modality }]), WEEKS);
    return Array.from(
      { length: N },
      (_, seed) => playPlan(plan, String(seed + 1)).modality('ch', modality).firstAvailable.A.mean!,
    );
  }

  const bases = new Map<Modality, readonly number[]>();

  /** Bounds of the mean change of that delay, base and lever with the same draws. */
  function change(lever: Scenario, modality: Modality) {
    const base = bases.get(modality) ?? delays(hospital, modality);
    bases.set(modality, base);
    const differences = delays(lever, modality).map((days, seed) => days - base[seed]!);
    const average = differences.reduce((sum, one) => sum + one, 0) / N;
    const squares = differences.reduce((sum, one) => sum + (one - average) ** 2, 0);
    const half = jStat.studentt.inv(0.99, N - 1) * Math.sqrt(squares / (N - 1) / N);
    return { low: average - half, high: average + half };
  }

  it.each([
    ['real-durations:ch/ct', 1, 'ct'],
    ['late-start:ch/ct', 0.9, 'ct'],
    ['early-end:ch/ct', 0.9, 'ct'],
    ['preparation-room:ch/ct', 1, 'ct'],
    ['overbooking:ch/ct', 1, 'ct'],
    ['relevance:ch/ct', 0.1, 'ct'],
    ['dockable-table:ch/mri', 2.7, 'mri'],
    ['ct-to-mri:ch/A', 0.1, 'ct'],
  ] as const)('%s shortens the ambulatory delay', (id, strength, modality) => {
    expect(change(pulled(id, strength), modality).high).toBeLessThan(0);
  });

  it('MRI instead of CT lengthens the delay of the MRI', () => {
    expect(change(pulled('ct-to-mri:ch/A', 0.1), 'mri').low).toBeGreaterThan(0);
  });
});
