/** Sets found on some draws give the base back on others. */
import { describe, expect, it } from 'vitest';
import { REPRODUCED } from '../../src/calibrate/assumption-sets.ts';
import { underSet } from '../../src/calibrate/scenario-set.ts';
import { scenarioSets } from '../../src/calibrate/scenario-sets.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { simulateScenario } from '../../src/stats/experiment.ts';
import { scenarioNamed } from '../engine/play.ts';
import { centred, known } from './paired.ts';

describe('accepted sets of the reference hospital', () => {
  it('give delays and occupancies of the base back on other draws than they were found with', async () => {
    const hospital = scenarioNamed('hopital-reference.yaml');
    const { sets } = await scenarioSets(hospital, 6);
    expect(sets.length).toBeGreaterThanOrEqual(4);
    const REPLICATIONS = 4;
    const numbers = (scenario: Scenario) =>
      Array.from({ length: REPLICATIONS }, (_, rank) => {
        const run = { weeks: 416, warmupWeeks: 30, replications: 1, seed: `fresh ${rank}` };
        const { sites, devices } = simulateScenario({ ...scenario, run });
        const { ct, mri } = sites.ch!;
        return [
          ...[ct, mri].flatMap((one) => [one!.firstAvailable.A.mean, one!.firstAvailable.H.mean]),
          ...['scanner', 'irm'].map((id) => devices[id]!.occupancy.scheduled),
        ].map(known);
      });
    const before = numbers(hospital);
    const { delayDays, occupancy } = REPRODUCED;
    const allowed = [delayDays, delayDays, delayDays, delayDays, occupancy, occupancy];
    for (const set of sets) {
      const after = numbers(underSet(hospital, set));
      allowed.forEach((most, number) => {
        // A difference beyond what counts as reproduced is shown by a 99 % interval wholly outside it.
        const { mean, half } = centred(after.map((row, rank) => row[number]! - before[rank]![number]!));
        expect(Math.abs(mean) - half, `number ${number}`).toBeLessThan(most);
        expect(Math.abs(mean), `number ${number}`).toBeLessThan(1.2 * most);
      });
    }
  });
});
