/** The same scenario, seed and replication give the same numbers, whatever else is done (rule M2.2). */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compileScenario } from '../../src/engine/compile.ts';
import { runReplication } from '../../src/engine/simulate.ts';
import { readScenarioDocument } from '../../src/io/scenario-file.ts';
import { completeScenario } from '../../src/model/complete/complete.ts';
import { parseScenario } from '../../src/model/load/load.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { Experiment, simulateScenario } from '../../src/stats/experiment.ts';
import { GOLDEN, GOLDEN_WEEKS, goldenHash } from './golden.ts';
import { play, playPlan, readScenario, scenarioNamed } from './play.ts';
import { reordered } from './reordered.ts';

const WEEKS = 6;
const scenario = scenarioNamed('every-effect.yaml');
const plan = compileScenario(scenario, WEEKS);
const options = { seed: '1', replication: 0, snapshotWeeks: 0 };

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a replication', () => {
  const first = playPlan(plan);

  it('played twice gives the same passages and sums', () => {
    const again = playPlan(plan);
    expect(again.records).toEqual(first.records);
    expect(again.outcomes).toEqual(first.outcomes);
  });

  it('of the same scenario compiled again is the same', () => {
    expect(play(scenario, WEEKS).outcomes).toEqual(first.outcomes);
  });

  it('is the same after any other replication', () => {
    playPlan(plan, '7', 3);
    expect(playPlan(plan).outcomes).toEqual(first.outcomes);
  });

  it('is the same whether passages are recorded or not', () => {
    expect(runReplication(plan, options)).toEqual(first.outcomes);
  });

  it('is the same whether copies of the sums are kept or not', () => {
    const [copied] = runReplication(plan, { ...options, snapshotWeeks: 2 });
    expect(copied!.snapshots.length).toBeGreaterThan(0);
    expect(copied!.tally).toEqual(first.outcomes[0]!.tally);
  });

  it('differs with the seed and with its number', () => {
    const tallyOf = (seed: string, replication: number) =>
      playPlan(plan, seed, replication).outcomes[0]!.tally;
    expect(tallyOf('2', 0)).not.toEqual(first.outcomes[0]!.tally);
    expect(tallyOf('1', 1)).not.toEqual(first.outcomes[0]!.tally);
  });

  it('draws no number of the platform and asks no clock', () => {
    const forbidden = () => {
      throw new Error('not here');
    };
    vi.spyOn(Math, 'random').mockImplementation(forbidden);
    vi.spyOn(Date, 'now').mockImplementation(forbidden);
    for (const name of ['log', 'exp', 'pow', 'sin', 'cos', 'tan', 'log1p', 'expm1', 'cbrt', 'hypot'] as const)
      vi.spyOn(Math, name).mockImplementation(forbidden);
    expect(play(scenario, 1).outcomes.length).toBe(1);
  });

  it('leaves the scenario as it was: it is frozen through and through', () => {
    const isFrozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(isFrozen));
    expect(isFrozen(scenario)).toBe(true);
  });
});

describe('an experiment', () => {
  it('prints the same document for the same seed', () => {
    const run = () =>
      JSON.stringify(simulateScenario(scenario, { weeks: WEEKS, replications: 2, warmupWeeks: 0 }));
    expect(run()).toBe(run());
  });

  it('asked for its result half way goes on to the same result', () => {
    const asked = new Experiment(scenario, { weeks: WEEKS, warmupWeeks: 0 });
    asked.runNext();
    asked.result();
    asked.runNext();
    expect(asked.result()).toEqual(
      simulateScenario(scenario, { weeks: WEEKS, warmupWeeks: 0, replications: 2 }),
    );
  });

  it('takes a seed of text or number alike', () => {
    const withSeed = (seed: string) =>
      simulateScenario(scenario, { weeks: 2, replications: 1, warmupWeeks: 0, seed });
    expect(withSeed('2026')).toEqual(
      simulateScenario(scenario, { weeks: 2, replications: 1, warmupWeeks: 0 }),
    );
  });
});

describe('the golden numbers', () => {
  const hospital = scenarioNamed('hopital-reference.yaml');
  const hashOf = (changed: Scenario) => goldenHash(compileScenario(changed, GOLDEN_WEEKS));

  it.each(Object.entries(GOLDEN))('of %s have not moved', (name, golden) => {
    expect(hashOf(scenarioNamed(name))).toBe(golden);
  });

  it('move with a single draw', () => {
    const other = {
      ...scenario,
      devices: scenario.devices.map((one) => ({ ...one, stream: `${one.stream}x` })),
    };
    expect(hashOf(other)).not.toBe(GOLDEN['every-effect.yaml']);
  });

  it('move with a single second of one vacation', () => {
    const [first, ...others] = hospital.devices;
    const [vacation, ...week] = first!.week;
    const later = { ...vacation!, toSeconds: vacation!.toSeconds + 1 };
    expect(hashOf({ ...hospital, devices: [{ ...first!, week: [later, ...week] }, ...others] })).not.toBe(
      GOLDEN['hopital-reference.yaml'],
    );
  });

  it.each([
    ['hopital-reference.yaml', 20],
    ['every-effect.yaml', 5],
  ])('of %s are the same however its lists and mappings are ordered', (name, permutations) => {
    const { document } = readScenarioDocument(`scenarios/${name}`);
    const { logs } = readScenario(name);
    const texts = new Set<string>();
    for (let n = 0; n < permutations; n++) {
      const written = reordered(document!.value, `order ${n}`);
      texts.add(JSON.stringify(written));
      const { input, findings } = parseScenario(written);
      expect(findings).toEqual([]);
      expect(hashOf(completeScenario(input!, logs)), `order ${n}`).toBe(GOLDEN[name]);
    }
    expect(texts.size).toBe(permutations);
  });

  it('move with the order in which a flow is offered its sites', () => {
    const other = {
      ...scenario,
      flows: scenario.flows.map((one) => ({ ...one, sites: [...one.sites].reverse() })),
    };
    expect(hashOf(other)).not.toBe(GOLDEN['every-effect.yaml']);
  });
});
