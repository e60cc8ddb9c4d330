/** The linear model of a region: where devices and longer opening go, who then asks where, and how long each waits. */
import { LpBuilder } from '../lp/builder.ts';
import type { LpModel } from '../lp/model.ts';
import { draftOf, type RegionAsk } from './draft.ts';
import type { RegionProblem } from './problem.ts';
import { addCaps, addCounts, addCuts, addDevices } from './rows-devices.ts';
import { addEquity } from './rows-equity.ts';
import { addFlows, movesOf } from './rows-flows.ts';
import { addLimits, addOnCall } from './rows-limits.ts';
import { addOpenings, addPlaces } from './rows-places.ts';

/**
 * The model of a region. Patient-days a week, averaged over the horizon: waiting, requests beyond places that book nowhere, and
 * travel of those who move, at their weights. The travel of those who stay is the same for every plan and left out.
 * @param room caps and limits that decide which columns there are; those of the problem unless rows are to be moved.
 * @throws {RangeError} when the problem is not sound: see `placesOf` and `phasesOf`.
 */
export function regionModel(
  problem: RegionProblem,
  ask: RegionAsk,
  room: Pick<RegionProblem, 'caps' | 'limits'> = problem,
): LpModel {
  const draft = draftOf(problem, ask, new LpBuilder('region'), room);
  addDevices(draft);
  addPlaces(draft);
  addOnCall(draft);
  const moves = movesOf(draft);
  addFlows(draft, moves);
  addOpenings(draft);
  addCaps(draft);
  addCounts(draft);
  addLimits(draft);
  addEquity(draft, moves);
  addCuts(draft);
  return draft.builder.build();
}
