/** How long base and variants are played under each assumption set. */
import { describe, expect, it } from 'vitest';
import { differencesUnderSets, type SetRun } from '../../src/calibrate/differences-under-sets.ts';
import { SET_DEFAULTS } from '../../src/calibrate/scenario-sets.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { Experiment } from '../../src/stats/experiment.ts';
import { device, vacation } from '../engine/play.ts';
import { small } from '../optimize/rank/small.ts';

const RUN: SetRun = {
  count: 1,
  weeks: 40,
  replications: 2,
  options: { ...SET_DEFAULTS, weeks: 20, mostSteps: 1 },
};
const DEPARTMENTS = [{ site: 's', modality: 'ct' }] as const;
const played = async (base: Scenario, variant: Scenario) => {
  const play = async (scenario: Scenario) => {
    const experiment = new Experiment(scenario);
    for (let n = 0; n < scenario.run.replications; n++) experiment.runNext();
    return experiment;
  };
  const { weeks, replications } = await differencesUnderSets(base, [variant], DEPARTMENTS, play, RUN);
  return { weeks, replications };
};

const evening = (more: object) =>
  small({
    devices: [device({ week: [vacation(), vacation({ days: 'tue', from: '17:00', to: '19:00', ...more })] })],
  });

describe('the run under a set', () => {
  it('is as long as asked where nothing has a date', async () => {
    expect(await played(small(), evening({}))).toEqual({ weeks: 40, replications: 2 });
  });

  it('is that of the base where a vacation of the variant ends', async () => {
    const found = await played(small(), evening({ 'last-week': 15 }));
    expect(found).toEqual({ weeks: 20, replications: 4 });
  });

  it('is that of the base where its requests grow', async () => {
    const growing = (scenario: Scenario): Scenario => ({
      ...scenario,
      flows: scenario.flows.map((flow) => ({ ...flow, growthPerYear: 0.1 })),
    });
    expect((await played(growing(small()), growing(evening({})))).weeks).toBe(20);
  });
});
