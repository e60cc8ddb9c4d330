/** The lever "reminders": fewer patients fail to come, and some of them say so in time. */
import type { Department } from '../../model/results/compare.ts';
import type { Flow, Scenario } from '../../model/scenario.ts';
import { requestsPerWeek } from '../../stats/capacity.ts';
import type { Lever, LeverCase } from './lever.ts';
import {
  departmentsOf,
  isBookedAt,
  onlyDevice,
  placeOf,
  resources,
  UNITS,
  withFlows,
} from './practice-edit.ts';

const ID = 'reminders';
/** Of those who would not have come, the part that cancels when reminded; the others come. */
const CANCELLING_PART = 0.5;
const NOTICE_DAYS = 2;
const MESSAGE_EUROS = 0.1;
const WEEKS_A_YEAR = 52;

const isConcerned = (flow: Flow, place: Department): boolean =>
  isBookedAt(flow, place) && flow.class === 'A' && (flow.noShow.base > 0 || flow.noShow.max > 0);

function reminded(flow: Flow, strength: number): Flow {
  const { noShow, cancel } = flow;
  const early = strength * noShow.base * CANCELLING_PART;
  return {
    ...flow,
    noShow: { ...noShow, base: noShow.base * (1 - strength), max: noShow.max * (1 - strength) },
    cancel: {
      probability: 1 - (1 - cancel.probability) * (1 - early),
      noticeDays: cancel.probability === 0 ? NOTICE_DAYS : cancel.noticeDays,
    },
  };
}

function apply(scenario: Scenario, place: Department, strength: number): Scenario {
  if (strength === 0) return scenario;
  return withFlows(scenario, (flow) => (isConcerned(flow, place) ? reminded(flow, strength) : flow));
}

export const REMINDERS: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Reminders', fr: 'Rappels aux patients' },
  assumption: {
    en: 'A message before the appointment. Of the ambulatory patients who no longer fail to come, half come and half cancel two days before: only those give back a place, so the delay gains little.',
    fr: 'Un message avant le rendez-vous. Parmi les patients ambulatoires qui ne manquent plus, la moitié vient et la moitié annule deux jours avant : seuls ces derniers rendent une place, donc le délai gagne peu.',
  },
  evidence: {
    mark: 'unverified',
    text: {
      en: 'no clean effect size found in French sources; the part of no-shows avoided is assumed, over a wide range',
      fr: 'aucune ampleur nette trouvée dans les sources françaises ; la part des absences évitées est supposée, sur une large plage',
    },
  },
  effort: 'small',
  isNegative: false,
  cases: (scenario) => ({
    cases: departmentsOf(scenario)
      .filter((place) => scenario.flows.some((flow) => isConcerned(flow, place)))
      .map((place): LeverCase => {
        const where = placeOf(scenario, place);
        const messages = scenario.flows
          .filter((flow) => isConcerned(flow, place))
          .reduce((sum, flow) => sum + requestsPerWeek(flow), 0);
        return {
          id: `${ID}:${place.site}/${place.modality}`,
          lever: ID,
          site: place.site,
          modalities: [place.modality],
          device: onlyDevice(scenario, place),
          what: {
            en: `${where.en}: a reminder before each ambulatory appointment`,
            fr: `${where.fr} : un rappel avant chaque rendez-vous ambulatoire`,
          },
          strength: { value: 0.3, range: [0, 0.6], unit: UNITS.shareOfNoShows },
          resources: () =>
            resources({
              oneOffEuros: 3000,
              eurosPerYear: messages * WEEKS_A_YEAR * MESSAGE_EUROS,
            }),
          apply: (changed, strength) => apply(changed, place, strength),
        };
      }),
    notRankable: [],
  }),
});
