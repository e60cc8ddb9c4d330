/** The small region played once for all tests of a file, and its problem. */
import { idf202005 } from '../../../src/model/oqos/idf-2020-05.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { type RegionProblemOptions, regionProblem } from '../../../src/optimize/region/from-scenario.ts';
import { presentRegion } from '../../../src/optimize/region/present.ts';
import type { RegionPlan } from '../../../src/optimize/region/problem.ts';
import { Experiment } from '../../../src/stats/experiment.ts';
import { smallRegion } from './small-region.ts';

/** The small region in a run of this length. */
export const regionIn = (weeks: number, warmupWeeks: number, seed = 'small'): Scenario => ({
  ...smallRegion(),
  run: { weeks, warmupWeeks, seed, replications: 2 },
});

export function played(scenario: Scenario, replications: number): Experiment {
  const experiment = new Experiment(scenario);
  while (experiment.replications < replications) experiment.runNext();
  return experiment;
}

/** The problem of the small region as two short runs find it. */
export function smallProblem(options: RegionProblemOptions = {}) {
  const scenario = regionIn(30, 12);
  const present = presentRegion(played(scenario, 2));
  return { scenario, present, problem: regionProblem(scenario, idf202005, present, options) };
}

export const additions = (...added: readonly (readonly [string, number])[]): RegionPlan => ({
  additions: added.map(([implantation, devices]) => ({ implantation, devices })),
  blocks: [],
  onCall: [],
});

/** Requests a week by department of residence and modality. */
export function byOrigin({ flows }: Scenario): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { origin, modality, perWeek } of flows)
    if (origin !== null)
      sums.set(`${origin}/${modality}`, (sums.get(`${origin}/${modality}`) ?? 0) + perWeek);
  return sums;
}
