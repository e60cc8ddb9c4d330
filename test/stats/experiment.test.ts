/** Replications of a scenario and what they say together. */
import { describe, expect, it } from 'vitest';
import { CLASSES } from '../../src/model/vocabulary.ts';
import { booksGap } from '../../src/stats/books.ts';
import { estimate } from '../../src/stats/estimate.ts';
import { Experiment, simulateScenario } from '../../src/stats/experiment.ts';
import { device, flow, play, scenarioNamed, scenarioOf } from '../engine/play.ts';

const scenario = scenarioOf({
  devices: [device()],
  flows: [
    flow({ 'per-week': 50, 'no-show': 0.1, durations: { law: 'lognormal', mean: 15, cv: 0.6 } }),
    flow({ id: 'u', class: 'U', 'walk-in': true, 'per-week': 10 }),
  ],
});

describe('an experiment', () => {
  it('has no result before its first replication', () => {
    expect(() => new Experiment(scenario).result()).toThrow(RangeError);
  });

  it('estimates each indicator over its replications', () => {
    const result = simulateScenario(scenario, { weeks: 10, replications: 3, warmupWeeks: 0, seed: '5' });
    const alone = [0, 1, 2].map((replication) => play(scenario, 10, '5', replication));
    expect(result.devices.d!.volume.A).toEqual(estimate(alone.map((one) => one.device('d').volume.A!)));
    expect(result.devices.d!.wait.U.p90).toEqual(estimate(alone.map((one) => one.device('d').wait.U.p90!)));
    expect(result.sites.s!.ct!.access.A.mean).toEqual(
      estimate(alone.map((one) => one.modality('s', 'ct').access.A.mean!)),
    );
  });

  it('runs as the scenario says where nothing else is asked', () => {
    const said = scenarioOf({
      devices: [device()],
      flows: [flow()],
      run: { weeks: 7, replications: 2, seed: 'abc', 'warmup-weeks': 3 },
    });
    const { weeks, replications, seed, warmupWeeks } = simulateScenario(said);
    expect({ weeks, replications, seed, warmupWeeks }).toEqual({
      weeks: 7,
      replications: 2,
      seed: 'abc',
      warmupWeeks: 3,
    });
  });

  it('says how many replications it has played', () => {
    const experiment = new Experiment(scenario, { weeks: 2, warmupWeeks: 0 });
    experiment.runNext();
    experiment.runNext();
    expect(experiment.replications).toBe(2);
    expect(experiment.result().replications).toBe(2);
  });

  it('sums its books over replications, and they balance', () => {
    const { books } = simulateScenario(scenario, { weeks: 10, replications: 2, warmupWeeks: 4 });
    const requested = [0, 1].map((n) => play(scenario, 10, '1', n).books[0]!.in.requested);
    expect(books[0]!.in.requested).toBe(requested[0]! + requested[1]!);
    expect(books.map(booksGap)).toEqual([0, 0]);
  });
});

describe('the warm-up', () => {
  it('is left out of every indicator: what was counted in it is taken away', () => {
    const weeks = 12;
    const warm = simulateScenario(scenario, { weeks, replications: 1, warmupWeeks: 5 });
    const whole = play(scenario, weeks);
    const start = play(scenario, 5);
    for (const one of CLASSES) {
      const kept = whole.device('d').volume[one]! * weeks - start.device('d').volume[one]! * 5;
      const shown = warm.devices.d!.volume[one];
      expect(typeof shown === 'object' ? shown?.mean : shown).toBeCloseTo(kept / (weeks - 5), 9);
    }
  });

  it('may be longer than half of the run', () => {
    expect(
      simulateScenario(scenario, { weeks: 20, replications: 1, warmupWeeks: 15 }).devices.d!.opening.total,
    ).toEqual(estimate([20]));
  });

  it('must leave something', () => {
    expect(() => new Experiment(scenario, { weeks: 20, warmupWeeks: 20 })).toThrow(RangeError);
  });

  it('that was refused is a warning', () => {
    const growing = scenarioOf({
      devices: [device()],
      flows: [flow({ 'per-week': 66, accept: { tau: '400d' }, arrivals: 'regular', durations: 1 })],
    });
    const { warnings, warmupWeeks } = simulateScenario(growing, {
      weeks: 60,
      replications: 3,
      warmupWeeks: 'auto',
    });
    expect(warmupWeeks).toBe(30);
    expect(warnings).toContainEqual({ code: 'warmup-refused', path: 'run.weeks', values: { weeks: 60 } });
  });

  it('that never ends for want of places is told as an overload only: more weeks would not help', () => {
    const overloaded = scenarioOf({
      devices: [device()],
      flows: [flow({ 'per-week': 90, arrivals: 'regular', durations: 1 })],
    });
    const { warnings } = simulateScenario(overloaded, { weeks: 60, replications: 3, warmupWeeks: 'auto' });
    expect(warnings.map(({ code }) => code)).toEqual(['unstable-booking']);
  });
});

describe('the result', () => {
  const result = simulateScenario(scenarioNamed('every-effect.yaml'), {
    weeks: 12,
    replications: 2,
    warmupWeeks: 2,
  });

  it('lists the assumptions of the scenario', () => {
    expect(result.assumptions.map(({ path }) => path)).toContain('flows.tdm-a.per-week');
  });

  it('has every device and every site with its modalities', () => {
    expect(Object.keys(result.devices).sort()).toEqual([
      'irm-nord',
      'irm-sud',
      'scanner-jour',
      'scanner-nord-1',
      'scanner-nord-2',
      'scanner-sud',
    ]);
    expect(
      Object.fromEntries(Object.entries(result.sites).map(([id, one]) => [id, Object.keys(one)])),
    ).toEqual({
      nord: ['ct', 'mri'],
      sud: ['ct', 'mri'],
    });
  });

  it('has delays by exam type for each exam that is booked there', () => {
    expect(Object.keys(result.sites.nord!.ct!.byExam)).toEqual(['CT-CRANE', 'CT-TAP']);
  });

  it('has a weekly series of the whole run, warm-up included', () => {
    expect(result.weekly['tdm-h']!.length).toBe(12);
  });

  it('can be written as JSON and read back', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
