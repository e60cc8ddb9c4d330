/** The sites a delay can be asked for at: where patients of a class are booked. */
import type { Scenario } from '../scenario.ts';
import type { Modality, PatientClass } from '../vocabulary.ts';

/**
 * The sites where patients of a class are booked for a modality, in the scenario's order.
 * @example sitesBooking({ sites: [{ id: 'ch' }], flows: [] }, { class: 'A', modality: 'mri' }) // []
 */
export function sitesBooking(
  scenario: Pick<Scenario, 'sites' | 'flows'>,
  asked: { readonly class: PatientClass; readonly modality: Modality },
): readonly string[] {
  const offered = new Set(
    scenario.flows
      .filter((flow) => !flow.walkIn && flow.class === asked.class && flow.modality === asked.modality)
      .flatMap(({ sites }) => sites),
  );
  return scenario.sites.map(({ id }) => id).filter((id) => offered.has(id));
}
