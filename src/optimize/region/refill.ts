/** Who fills what a plan adds: requests that got no appointment before, and what is left to shorten delays. */
import { assumptionInterval } from '../../calibrate/assumption-interval.ts';
import { ln } from '../../engine/math.ts';
import type { AssumptionInterval } from '../../model/results/compare.ts';
import type { Refill } from '../../model/results/region.ts';
import type { Modality } from '../../model/vocabulary.ts';
import { estimate } from '../../stats/estimate.ts';
import { modalitiesOf } from './arena.ts';
import { placesUnder } from './attract.ts';
import type { RegionPlan, RegionProblem } from './problem.ts';
import type { RegionWait } from './score.ts';
import { surveysOf } from './surveys.ts';

/** A region before and after a plan, replication by replication. */
export interface BeforeAfter {
  readonly before: readonly RegionWait[];
  readonly after: readonly RegionWait[];
}

/** Appointments a week of a modality before a plan, and those it adds. */
export function placesOfModality(
  problem: RegionProblem,
  plan: RegionPlan,
  modality: Modality,
): { readonly before: number; readonly added: number } {
  const own = [...placesUnder(problem, plan).values()].filter(
    ({ implantation }) => implantation.modality === modality,
  );
  const before = own.reduce((sum, one) => sum + one.before, 0);
  return { before, added: own.reduce((sum, one) => sum + one.after, 0) - before };
}

/** Mean days offered over the requests of residents for a modality; 0 where there are none. */
function meanDays({ residents }: RegionWait, modality: Modality): number {
  let [requests, days] = [0, 0];
  for (const one of residents) {
    if (one.modality !== modality || one.offeredDays === null) continue;
    requests += one.requestsPerWeek;
    days += one.requestsPerWeek * one.offeredDays;
  }
  return requests === 0 ? 0 : days / requests;
}

/**
 * Share of the added places taken by requests that had no appointment before, one number a replication: those that no
 * longer go without one ÷ places added.
 */
export const latentShares = (
  { before, after }: BeforeAfter,
  modality: Modality,
  added: number,
): readonly number[] =>
  after.map(({ days }, n) => (before[n]!.days[modality].unmet - days[modality].unmet) / added);

/** Change of the logarithm of the mean delay for one of the places, one number a replication; null where a delay is 0. */
export function elasticities(
  { before, after }: BeforeAfter,
  modality: Modality,
  places: { readonly before: number; readonly added: number },
): readonly number[] | null {
  const byPlaces = ln((places.before + places.added) / places.before);
  const found = after.map((wait, n) => {
    const [is, was] = [meanDays(wait, modality), meanDays(before[n]!, modality)];
    return is > 0 && was > 0 ? ln(is / was) / byPlaces : null;
  });
  return found.includes(null) ? null : (found as readonly number[]);
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Over assumption sets, one mean a set; null where there is none, or one gives no number. */
function overSets(
  sets: readonly BeforeAfter[],
  of: (set: BeforeAfter) => readonly number[] | null,
): AssumptionInterval | null {
  const values = sets.map(of);
  if (values.length === 0 || values.includes(null)) return null;
  return assumptionInterval(values.map((one) => meanOf(one!)));
}

/**
 * Who fills the places of a plan, by modality it adds to.
 * @param level of the simulation intervals.
 * @param sets the same under each assumption set; none before they are played.
 */
export function refillOf(
  problem: RegionProblem,
  plan: RegionPlan,
  played: BeforeAfter,
  sets: readonly BeforeAfter[],
  level = 0.95,
): readonly Refill[] {
  return modalitiesOf(plan, problem).flatMap((modality): readonly Refill[] => {
    const places = placesOfModality(problem, plan, modality);
    if (places.added <= 0) return [];
    const latent = (one: BeforeAfter) => latentShares(one, modality, places.added);
    const elastic = (one: BeforeAfter) => elasticities(one, modality, places);
    const found = elastic(played);
    const n = played.after.length;
    return [
      {
        modality,
        addedPlaces: { mean: places.added, low: places.added, high: places.added, n },
        latentShare: { estimate: estimate(latent(played), level), assumptions: overSets(sets, latent) },
        elasticity:
          found === null ? null : { estimate: estimate(found, level), assumptions: overSets(sets, elastic) },
        surveys: surveysOf(modality),
      },
    ];
  });
}
