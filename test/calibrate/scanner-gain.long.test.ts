/** What assumption sets are for: a gain that the same observed numbers leave open. */
import { describe, expect, it } from 'vitest';
import { assumedInputs } from '../../src/calibrate/assumed-inputs.ts';
import { assumptionInterval, inputsToMeasure } from '../../src/calibrate/assumption-interval.ts';
import { type ScenarioSet, underSet } from '../../src/calibrate/scenario-set.ts';
import {
  recalibrate,
  SET_DEFAULTS,
  scenarioReference,
  scenarioSets,
  simulateHere,
} from '../../src/calibrate/scenario-sets.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { simulateScenario } from '../../src/stats/experiment.ts';
import { centred, known } from './paired.ts';
import { morePlaces, scanner } from './scanner-at-seven-days.ts';

describe('a scanner at 7 days with 6 % more ambulatory places', () => {
  const delays = (scenario: Scenario, replications: number, weeks = 416) =>
    Array.from({ length: replications }, (_, rank) => {
      const run = { weeks, warmupWeeks: 60, replications: 1, seed: `gain ${rank}` };
      return known(simulateScenario({ ...scenario, run }).sites.site!.ct!.firstAvailable.A.mean);
    });
  const gains = (set: ScenarioSet, replications: number, weeks?: number) => {
    const before = delays(underSet(scanner, set), replications, weeks);
    return delays(underSet(morePlaces, set), replications, weeks).map((days, rank) => days - before[rank]!);
  };

  it('gains about half a day at τ = 10 and four days at τ = 100, and in between over the default range', async () => {
    const reference = await scenarioReference(scanner);
    const inputs = assumedInputs(scanner);
    const tau = inputs.find(({ path }) => path === 'flows.A.accept.tau')!;
    const gainAt = async (days: number, replications: number) => {
      const { set, worst } = await recalibrate(
        scanner,
        reference,
        [{ input: tau, value: days }],
        simulateHere,
      );
      expect(worst!.size).toBeLessThanOrEqual(1);
      return centred(gains(set, replications));
    };
    // 99 % intervals, each wholly within its band: a gain outside it passes at most once in 200.
    const [short, long] = [await gainAt(10, 6), await gainAt(100, 24)];
    expect(short.mean - short.half).toBeGreaterThan(-0.75);
    expect(short.mean + short.half).toBeLessThan(-0.4);
    expect(long.mean - long.half).toBeGreaterThan(-5);
    expect(long.mean + long.half).toBeLessThan(-3);

    const { sets, rejected } = await scenarioSets(scanner, 16, simulateHere, SET_DEFAULTS, reference);
    expect(sets.length).toBeGreaterThanOrEqual(12);
    expect(sets.length + rejected.length).toBe(16);
    const over = sets.map((set) => gains(set, 1)[0]!);
    const interval = assumptionInterval(over);
    expect(interval.high - interval.low).toBeLessThan(0.8 * (short.mean - long.mean));
    expect(interval.low).toBeGreaterThan(long.mean);
    expect(interval.high).toBeLessThan(0);
    expect(interval.low).toBeLessThan(2 * interval.high);

    // τ is why.
    const [first] = inputsToMeasure(sets, over);
    expect(first).toMatchObject({ path: 'flows.A.accept.tau', demonstrated: true });
    expect(first!.explained).toBeGreaterThan(0.7);
    expect(first!.widthLeft).toBeLessThan(0.5);
  });
});
