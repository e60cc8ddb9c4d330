import { beforeAll, describe, expect, it } from 'vitest';
import { idf202005 } from '../../../src/model/oqos/idf-2020-05.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { playHere } from '../../../src/optimize/rank/options.ts';
import { RegionArena } from '../../../src/optimize/region/arena.ts';
import type { RegionPlanOptions, RegionPlanResult } from '../../../src/optimize/region/plan-options.ts';
import { residentRows } from '../../../src/optimize/region/plan-rows.ts';
import { EMPTY_PLAN } from '../../../src/optimize/region/problem.ts';
import { planRegion } from '../../../src/optimize/region/propose.ts';
import { simulateScenario } from '../../../src/stats/experiment.ts';
import { additions, regionIn, smallProblem } from './played-region.ts';

const { scenario, problem } = smallProblem();
const OPTIONS: RegionPlanOptions = {
  backend: new HighsBackend(),
  problem: { limits: { mostDevices: 1, mostBlocks: 0 } },
  weeks: 26,
  warmupWeeks: 10,
  replications: 3,
  mostReplications: 4,
  candidates: 2,
  finalists: 2,
  sets: 2,
  setWeeks: 22,
};

describe('a device more', () => {
  it('lengthens the delay of no department demonstrably, and shortens that of its own', async () => {
    // 99 % for the three rows of each plan together: by chance one of the 9 rows would be called longer in 1.5 % of cases.
    const level = 1 - 0.01 / 3;
    const arena = new RegionArena(regionIn(34, 12, 'added'), problem, playHere);
    const plans = [['95-01/mri'], ['75-02/mri'], ['new-92/mri']].map(([id]) => additions([id!, 1]));
    await arena.play(plans, 4);
    for (const plan of plans) {
      const rows = residentRows(problem, arena.played(plan), [], level);
      expect(rows.map(({ offeredDays }) => offeredDays.verdict)).not.toContain('higher');
      const department = plan.additions[0]!.implantation.replace('new-', '').slice(0, 2);
      const own = rows.find((row) => row.department === department)!;
      expect(own.offeredDays.verdict).toBe('lower');
    }
  });

  it('sends no patient astray: as many are received at other sites as are passed on', async () => {
    const arena = new RegionArena(regionIn(20, 8), problem, playHere);
    const plans = [EMPTY_PLAN, additions(['new-95/mri', 1])];
    for (const { books } of plans.map((plan) => simulateScenario(arena.scenarioOf(plan)))) {
      const passedOn = books.reduce((sum, one) => sum + one.out.passedOn, 0);
      expect(passedOn).toBeGreaterThan(0);
      expect(books.reduce((sum, one) => sum + one.in.received, 0)).toBe(passedOn);
    }
  });
});

describe('the plan of a region', () => {
  const answers: RegionPlanResult[] = [];
  const progress: number[] = [];
  let result: RegionPlanResult;
  let proposed: Scenario | null = null;
  beforeAll(async () => {
    result = await planRegion(
      scenario,
      idf202005,
      {
        ...OPTIONS,
        onAnswer: (answer, region) => {
          answers.push(answer);
          proposed = region;
        },
        onProgress: ({ done }) => progress.push(done),
      },
      playHere,
    );
  }, 120_000);

  it('is told first as the model has it, then simulated, then under assumptions', () => {
    expect(answers.map(({ stage }) => stage)).toEqual(['model', 'simulated', 'assumptions']);
    expect(answers.at(-1)).toEqual(result);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    expect(progress.at(-1)).toBe(100);
  });

  it('adds the one device allowed where the caps leave room, and proves it on fresh numbers', () => {
    const [added] = result.proposal!.additions;
    expect(result.proposal!.takes).toMatchObject({ devices: 1, openedHours: 0 });
    expect(added).toMatchObject({ modality: 'mri', devices: 1, opensAfterWeeks: 78 });
    // Paris has no place left.
    expect(['92', '95']).toContain(added!.department);
    expect(result.proposal!.verdict).toBe('lower');
    expect(result.daysSaved!.estimate.low).toBeGreaterThan(0);
    expect(result.proposal!.daysSaved).toEqual(result.daysSaved!.estimate);
  });

  it('shows residents before and after, with both intervals', () => {
    expect(result.residents.map(({ department }) => department)).toEqual(['75', '92', '95']);
    for (const { modality, offeredDays } of result.residents) {
      expect(modality).toBe('mri');
      expect(offeredDays.assumptions!.values).toHaveLength(result.sets!.kept);
    }
    expect(result.refill).toHaveLength(1);
  });

  it('says how many sites are nobody’s, and gives the region under the plan', () => {
    expect(result.grounds.sites).toEqual({ synthetic: 5, real: 0 });
    expect(proposed!.devices).toHaveLength(scenario.devices.length + 1);
    expect(proposed!.run).toEqual(scenario.run);
  });

  it('proposes nothing where nothing is allowed', async () => {
    const nothing = await planRegion(
      scenario,
      idf202005,
      { ...OPTIONS, problem: { limits: { mostDevices: 0, mostBlocks: 0 } } },
      playHere,
    );
    expect(nothing.proposal).toBeNull();
  }, 60_000);
});
