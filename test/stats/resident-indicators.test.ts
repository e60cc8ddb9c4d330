/** What residents of a department meet: the numbers of the tally once more, from passages and from what the probes found. */
import { describe, expect, it } from 'vitest';
import type { Flow, Scenario } from '../../src/model/scenario.ts';
import { Experiment } from '../../src/stats/experiment.ts';
import { Measured } from '../../src/stats/measured.ts';
import { BOOKED_WITHIN_DAYS, patientDays, residentKey } from '../../src/stats/resident-indicators.ts';
import { flow, type Played, play, scenarioOf, vacation } from '../engine/play.ts';
import { DEPARTMENTS, smallRegion } from '../engine/small-region.ts';

const DAY = 86_400;
const WEEKS = 20;
const scenario = scenarioOf(smallRegion());
const played = play(scenario, WEEKS);
const numbersOf = ({ plan, outcomes }: Played) => new Measured(plan, [outcomes], 0, 0).residents()[0]!;
const numbers = numbersOf(played);
const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Passages of residents, those of the initial backlog left out. */
const askedBy = (department: string) => {
  const flows = new Map(
    scenario.flows.filter((one) => one.origin === department).map((one) => [one.id, one]),
  );
  return played.records.flatMap((record) => {
    const own = flows.get(record.flow);
    return own === undefined || record.requested < 0 ? [] : [{ record, flow: own }];
  });
};

/** Mean first available of a flow at the site asked first, and how often each day was found: from probes, exam by exam. */
function probesOf(own: Flow): readonly { readonly day: number; readonly weight: number }[] {
  for (const [index, island] of played.plan.islands.entries()) {
    const one = island.flows.find((plan) => plan.flow.id === own.id);
    if (one === undefined) continue;
    const { exams, delayBins } = island.layout.routes[one.routes[0]!]!;
    return own.exams.flatMap(({ share }, exam) => {
      const counts = [
        ...played.outcomes[index]!.tally.slice(exams[exam]!.first, exams[exam]!.first + delayBins),
      ];
      const all = counts.reduce((sum, count) => sum + count, 0);
      return counts.flatMap((count, day) => (count === 0 ? [] : [{ day, weight: (share * count) / all }]));
    });
  }
  throw new Error(own.id);
}

describe.each(DEPARTMENTS)('residents of %s', (department) => {
  const told = numbers.residents.get(residentKey(department, 'mri'))!;
  const asked = askedBy(department);
  const booked = asked.filter(({ record }) => record.appointment !== null);
  const delay = ({ record }: (typeof asked)[number]) =>
    record.offeredDate! - Math.floor(record.requested / DAY);

  it('ask as often as passages say, and get nothing as often', () => {
    expect(told.requestsPerWeek).toBeCloseTo(asked.length / WEEKS, 10);
    const unmet = asked.filter(({ record }) => ['declined', 'refused'].includes(record.outcome));
    expect(unmet.length).toBeGreaterThan(50);
    expect(told.unmetPerWeek).toBeCloseTo(unmet.length / WEEKS, 10);
  });

  it('are booked after the days passages say, within the delays they say', () => {
    expect(told.accessDays).toBeCloseTo(meanOf(booked.map(delay)), 10);
    for (const days of BOOKED_WITHIN_DAYS) {
      const within = booked.filter((one) => delay(one) <= days).length;
      expect(told.bookedWithin[days]).toBeCloseTo(within / asked.length, 10);
    }
  });

  it('go as far as passages say, and as often to another department', () => {
    const zones = new Map(scenario.sites.map(({ id, zone }) => [id, zone]));
    const away = booked.filter(({ record }) => zones.get(record.site) !== department);
    expect(told.bookedAway).toBeCloseTo(away.length / booked.length, 10);
    const minutes = booked.map(({ record, flow: own }) => own.travelMinutes[own.sites.indexOf(record.site)]!);
    expect(told.travelMinutes).toBeCloseTo(meanOf(minutes), 8);
  });

  it('are offered days in proportion to what they ask where', () => {
    const parts = scenario.flows
      .filter((one) => one.origin === department)
      .flatMap((own) => {
        const requests = asked.filter(({ flow: of }) => of === own).length;
        return probesOf(own).map(({ day, weight }) => ({ day, weight: weight * requests }));
      })
      .sort((a, b) => a.day - b.day);
    const all = parts.reduce((sum, { weight }) => sum + weight, 0);
    const mean = parts.reduce((sum, { day, weight }) => sum + day * weight, 0) / all;
    let upTo = 0;
    const p80 = parts.find(({ weight }) => {
      upTo += weight;
      return upTo >= 0.8 * all - 1e-9;
    })!.day;
    expect(told.offeredDays.mean).toBeCloseTo(mean, 9);
    expect(told.offeredDays.p80).toBe(p80);
  });
});

describe('the region', () => {
  it('is judged by the days and the unmet requests of all its residents', () => {
    const each = [...numbers.residents.values()];
    const days = each.reduce((sum, one) => sum + one.requestsPerWeek! * one.offeredDays.mean!, 0);
    const unmet = each.reduce((sum, one) => sum + one.unmetPerWeek!, 0);
    expect(numbers.region.mri.offeredDays).toBeCloseTo(days, 6);
    expect(numbers.region.mri.unmet).toBeCloseTo(unmet, 9);
    expect(numbers.region.ct).toEqual({ offeredDays: 0, unmet: 0 });
    expect(patientDays(numbers.region.mri, 30)).toBeCloseTo(days + 30 * unmet, 6);
  });

  it('counts who lives nowhere told, but no other class and nobody without an appointment', () => {
    const other = (parts: object) => {
      const { flows, ...rest } = smallRegion();
      return numbersOf(
        play(
          scenarioOf({
            ...rest,
            flows: [
              ...flows.slice(0, 2),
              flow({
                modality: 'mri',
                site: '95-2',
                id: 'z',
                owner: 'territory',
                exams: { short: 1 },
                ...parts,
              }),
            ],
          }),
          4,
        ),
      );
    };
    const without = numbersOf(
      play(scenarioOf({ ...smallRegion(), flows: smallRegion().flows.slice(0, 2) }), 4),
    );
    expect(other({ class: 'H' })).toEqual(without);
    expect(other({ 'walk-in': true, class: 'A' })).toEqual(without);
    expect(other({}).residents).toEqual(without.residents);
    expect(other({}).region.mri.offeredDays).toBeGreaterThan(without.region.mri.offeredDays);
  });
});

describe('over the weeks measured', () => {
  const short: Scenario = scenarioOf(smallRegion({}, { run: { weeks: 12, replications: 2, seed: 'x' } }));
  const experiment = new Experiment(short, { weeks: 12, warmupWeeks: 4 });
  experiment.runNext();
  experiment.runNext();

  it('the warm-up is left out', () => {
    const whole = experiment.measured(0).residents();
    const rest = experiment.measured(4).residents();
    const first = new Experiment(short, { weeks: 4, warmupWeeks: 0 });
    first.runNext();
    const early = first.measured(0).residents()[0]!.residents.get('77/mri')!;
    const [all, late] = [whole, rest].map((one) => one[0]!.residents.get('77/mri')!);
    expect(late!.requestsPerWeek! * 8 + early.requestsPerWeek! * 4).toBeCloseTo(
      all!.requestsPerWeek! * 12,
      9,
    );
    expect(late!.unmetPerWeek! * 8 + early.unmetPerWeek! * 4).toBeCloseTo(all!.unmetPerWeek! * 12, 9);
  });

  it('each replication has its number, by the path of an indicator', () => {
    const values = experiment.measured(4).values(['residents', '95', 'mri', 'offeredDays', 'p80'])!;
    const own = experiment
      .measured(4)
      .residents()
      .map(({ residents }) => residents.get('95/mri')!);
    expect(values).toEqual(own.map(({ offeredDays }) => offeredDays.p80));
    expect(experiment.measured(4).values(['residents', '95', 'ct', 'unmetPerWeek'])).toBeUndefined();
    expect(experiment.measured(4).values(['residents', '96', 'mri', 'unmetPerWeek'])).toBeUndefined();
    expect(values).toHaveLength(2);
  });
});

describe('a department that is never open to its residents', () => {
  it('offers no day: null, and all its requests are unmet', () => {
    const { devices, ...rest } = smallRegion({ sites: ['75-1'], travel: [20] });
    const closed = devices.map((one) => ({ ...one, week: [vacation({ owner: 'nobody' })] }));
    const own = numbersOf(play(scenarioOf({ ...rest, devices: closed }), 3)).residents.get('75/mri')!;
    expect(own.offeredDays).toEqual({ mean: null, p80: null });
    expect(own.unmetPerWeek).toBe(own.requestsPerWeek);
    expect([own.accessDays, own.bookedAway, own.travelMinutes]).toEqual([null, null, null]);
  });
});
