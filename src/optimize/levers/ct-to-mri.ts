/** The lever "MRI instead of CT": part of a site's CT requests of a class are asked as MRI of the same site. */
import type { Flow, Scenario } from '../../model/scenario.ts';
import type { PatientClass } from '../../model/vocabulary.ts';
import type { Lever, LeverCase } from './lever.ts';
import { placeOf, resources, UNITS, withFewerRequests, withFlows } from './practice-edit.ts';

const ID = 'ct-to-mri';
const BOOKED = ['A', 'H'] as const;

/** Booked flows of a class asked first at a site. */
const flowsOf = (scenario: Scenario, site: string, modality: 'ct' | 'mri', patientClass: PatientClass) =>
  scenario.flows.filter(
    (flow) =>
      !flow.walkIn &&
      flow.modality === modality &&
      flow.class === patientClass &&
      flow.sites[0] === site &&
      (modality === 'ct' || flow.arrivals !== 'log'),
  );

/** Requests go to the MRI flows of the same owner, or to all of the class, in proportion to what they have. */
function receivers(from: Flow, targets: readonly Flow[]): readonly Flow[] {
  const own = targets.filter(({ owner }) => owner === from.owner);
  return own.length > 0 ? own : targets;
}

function apply(scenario: Scenario, site: string, patientClass: PatientClass, strength: number): Scenario {
  if (strength === 0) return scenario;
  const sources = flowsOf(scenario, site, 'ct', patientClass);
  const targets = flowsOf(scenario, site, 'mri', patientClass);
  if (targets.length === 0) return scenario;
  const share = Math.min(1, strength);
  const added = new Map<string, number>();
  for (const from of sources) {
    const fewer = withFewerRequests(from, share);
    const weeks = from.arrivals === 'log' ? logWeeks(from) : 1;
    const moved =
      from.arrivals === 'log' ? (from.log.length - fewer.log.length) / weeks : from.perWeek - fewer.perWeek;
    const to = receivers(from, targets);
    const total = to.reduce((sum, { perWeek }) => sum + perWeek, 0);
    for (const one of to) {
      const part = total === 0 ? 1 / to.length : one.perWeek / total;
      added.set(one.id, (added.get(one.id) ?? 0) + moved * part);
    }
  }
  const isSource = new Set(sources.map(({ id }) => id));
  return withFlows(scenario, (flow) => {
    if (isSource.has(flow.id)) return withFewerRequests(flow, share);
    const more = added.get(flow.id);
    return more === undefined || more === 0 ? flow : { ...flow, perWeek: flow.perWeek + more };
  });
}

const WEEK_SECONDS = 604_800;
const logWeeks = ({ log }: Flow): number =>
  log.length === 0 ? 1 : Math.floor(log[log.length - 1]!.atSeconds / WEEK_SECONDS) + 1;

export const CT_TO_MRI: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'MRI instead of CT', fr: 'IRM plutôt que scanner' },
  assumption: {
    en: 'A share of the booked CT requests of a class is asked as MRI of the same site, with the exam types and durations of the MRI requests. What CT patients gain, MRI patients may lose: both are counted, and those moved wait for the MRI.',
    fr: 'Une part des demandes de scanner sur rendez-vous d’une classe devient une demande d’IRM du même site, avec les types d’examen et les durées des demandes d’IRM. Ce que gagnent les patients du scanner, ceux de l’IRM peuvent le perdre : les deux sont comptés, et ceux qui sont déplacés attendent l’IRM.',
  },
  evidence: {
    mark: 'unverified',
    text: {
      en: 'replacing exams with X-rays by MRI is recommended practice; no figure sourced, the share is assumed',
      fr: 'remplacer les examens irradiants par l’IRM est une pratique recommandée ; aucun chiffre sourcé, la part est supposée',
    },
  },
  effort: 'medium',
  isNegative: false,
  cases: (scenario) => ({
    cases: scenario.sites.flatMap((site) =>
      BOOKED.filter(
        (patientClass) =>
          flowsOf(scenario, site.id, 'ct', patientClass).length > 0 &&
          flowsOf(scenario, site.id, 'mri', patientClass).length > 0,
      ).map((patientClass): LeverCase => {
        const [ct, mri] = (['ct', 'mri'] as const).map((modality) =>
          placeOf(scenario, { site: site.id, modality }),
        );
        const who =
          patientClass === 'A'
            ? { en: 'ambulatory patients', fr: 'patients ambulatoires' }
            : { en: 'inpatients', fr: 'patients hospitalisés' };
        return {
          id: `${ID}:${site.id}/${patientClass}`,
          lever: ID,
          site: site.id,
          modalities: ['ct', 'mri'],
          device: null,
          what: {
            en: `${ct!.en} → ${mri!.en}: exams of ${who.en} moved`,
            fr: `${ct!.fr} → ${mri!.fr} : examens de ${who.fr} déplacés`,
          },
          strength: { value: 0.03, range: [0.01, 0.1], unit: UNITS.shareOfRequests },
          resources: () => resources({}),
          apply: (changed, strength) => apply(changed, site.id, patientClass, strength),
          moves: (share) => [{ site: site.id, modality: 'ct', class: patientClass, share, to: 'mri' }],
        };
      }),
    ),
    notRankable: [],
  }),
});
