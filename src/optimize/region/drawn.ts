/** What a place draws: the one rule by which added places attract requests, in the planning model and in the simulation. */
import type { Implantation } from './problem.ts';

/**
 * Requests a week of an origin for one place of an implantation today, which is what an added place draws where first requests
 * follow places in full; for a new implantation, its mean over the places of the modality in its department. 0 where there are no
 * places to go by.
 * @param askedAt requests of the origin a week at an implantation.
 */
export function requestsPerPlace(
  of: Implantation,
  askedAt: (implantation: string) => number,
  implantations: readonly Implantation[],
): number {
  const alike = of.isNew
    ? implantations.filter((one) => one.department === of.department && one.modality === of.modality)
    : [of];
  const places = alike.reduce((sum, { placesPerWeek }) => sum + placesPerWeek, 0);
  return places === 0 ? 0 : alike.reduce((sum, { id }) => sum + askedAt(id), 0) / places;
}
