/** The lever "relevance": some ambulatory exams are not done, because they would change nothing for the patient. */
import type { Department } from '../../model/results/compare.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Lever, LeverCase } from './lever.ts';
import {
  departmentsOf,
  isBookedAt,
  onlyDevice,
  placeOf,
  resources,
  UNITS,
  withFewerRequests,
  withFlows,
} from './practice-edit.ts';

const ID = 'relevance';

function apply(scenario: Scenario, place: Department, strength: number): Scenario {
  if (strength === 0) return scenario;
  return withFlows(scenario, (flow) =>
    isBookedAt(flow, place) && flow.sites[0] === place.site && flow.class === 'A'
      ? withFewerRequests(flow, Math.min(1, strength))
      : flow,
  );
}

export const RELEVANCE: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Relevance of requests', fr: 'Pertinence des demandes' },
  assumption: {
    en: 'A share of the ambulatory requests is withdrawn after a word between radiologist and referring physician; all kinds of exam alike. Only the wait of those who are still examined is counted.',
    fr: 'Une part des demandes ambulatoires est retirée après un échange entre radiologue et médecin demandeur ; tous les types d’examen également. Seule compte l’attente de ceux qui restent examinés.',
  },
  evidence: {
    mark: 'unverified',
    text: {
      en: 'no figure sourced; the share is assumed',
      fr: 'aucun chiffre sourcé ; la part est supposée',
    },
  },
  effort: 'medium',
  isNegative: false,
  cases: (scenario) => ({
    cases: departmentsOf(scenario)
      .filter((place) =>
        scenario.flows.some(
          (flow) => isBookedAt(flow, place) && flow.sites[0] === place.site && flow.class === 'A',
        ),
      )
      .map((place): LeverCase => {
        const where = placeOf(scenario, place);
        return {
          id: `${ID}:${place.site}/${place.modality}`,
          lever: ID,
          site: place.site,
          modalities: [place.modality],
          device: onlyDevice(scenario, place),
          what: {
            en: `${where.en}: part of the ambulatory requests not done`,
            fr: `${where.fr} : une partie des demandes ambulatoires non faite`,
          },
          strength: { value: 0.05, range: [0.02, 0.15], unit: UNITS.shareOfRequests },
          resources: () => resources({ hours: { radiologist: 2 } }),
          apply: (changed, strength) => apply(changed, place, strength),
          moves: (strength) => [{ ...place, class: 'A', share: strength, to: null }],
        };
      }),
    notRankable: [],
  }),
});
