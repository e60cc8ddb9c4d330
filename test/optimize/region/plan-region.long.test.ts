import { describe, expect, it } from 'vitest';
import { openStream } from '../../../src/engine/streams.ts';
import { idf202005 } from '../../../src/model/oqos/idf-2020-05.ts';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { playHere } from '../../../src/optimize/rank/options.ts';
import { RegionArena } from '../../../src/optimize/region/arena.ts';
import type { RegionPlanOptions } from '../../../src/optimize/region/plan-options.ts';
import { residentRows } from '../../../src/optimize/region/plan-rows.ts';
import { planRegion } from '../../../src/optimize/region/propose.ts';
import { refillOf } from '../../../src/optimize/region/refill.ts';
import { playRegionSets } from '../../../src/optimize/region/sets.ts';
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

describe('devices more, wherever they are put', () => {
  it('lengthen the delay of no department demonstrably: 20 random additions', async () => {
    // Every row at 1 − 0.01 ÷ (20 plans × 6 rows): by chance one of them would be called longer in half of 1 % of cases.
    const draw = openStream('added', 'places');
    const places = problem.implantations.filter(({ mostAdded }) => mostAdded > 0);
    const plans = Array.from({ length: 20 }, (_, rank) =>
      additions([places[Math.floor(draw() * places.length)]!.id, 1 + (rank % 2)]),
    );
    const level = 1 - 0.01 / (20 * 6);
    const arena = new RegionArena(regionIn(40, 14, 'many'), problem, playHere);
    await arena.play(plans, 6);
    for (const plan of plans) {
      const rows = residentRows(problem, arena.played(plan), [], level);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.map(({ offeredDays }) => offeredDays.verdict)).not.toContain('higher');
      expect(rows.map(({ unmetPerWeek }) => unmetPerWeek.verdict)).not.toContain('higher');
    }
  });

  it('is refilled by latent demand for the most part, which is compared with the surveys', async () => {
    const arena = new RegionArena(regionIn(34, 12, 'refill'), problem, playHere);
    const plan = additions(['95-01/mri', 1]);
    await arena.play([plan], 4);
    const [refill] = refillOf(problem, plan, arena.played(plan), []);
    const { mean, low, high } = refill!.latentShare.estimate;
    expect(mean).toBeGreaterThan(0.8);
    expect(mean).toBeLessThan(1.1);
    expect(low).toBeLessThan(high!);
    expect(refill!.elasticity!.estimate.mean).toBeLessThan(-0.5);
    expect(refill!.surveys!.elasticity).toBeCloseTo(-0.059, 3);
  });
});

describe('assumption sets of a region', () => {
  it('give the present delays back, within a tenth or a day, and differ in what a device brings', async () => {
    const plan = additions(['95-01/mri', 1]);
    const { drawn, played } = await playRegionSets(scenario, problem, plan, playHere, {
      count: 4,
      seed: 'sets',
      weeks: 30,
      warmupWeeks: 12,
      isWhole: false,
    });
    expect(drawn).toBe(4);
    expect(played.length).toBeGreaterThanOrEqual(3);
    const days = played.map(({ before, after }) => [
      before[0]!.residents.find(({ department }) => department === '95')!.offeredDays!,
      after[0]!.residents.find(({ department }) => department === '95')!.offeredDays!,
    ]);
    for (const [was] of days) {
      expect(was).toBeGreaterThan(0.88 * 23.5);
      expect(was).toBeLessThan(1.12 * 23.5);
    }
    const changes = days.map(([was, is]) => is! - was!);
    expect(Math.max(...changes) - Math.min(...changes)).toBeGreaterThan(2);
  });
});

describe('the plan of a region', () => {
  it('comes out the same twice, to the last digit', async () => {
    const once = await planRegion(scenario, idf202005, OPTIONS, playHere);
    expect(await planRegion(scenario, idf202005, OPTIONS, playHere)).toEqual(once);
  });
});
