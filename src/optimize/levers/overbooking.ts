/** The lever "overbook against no-shows": as many more patients a vacation as will not come. */
import type { Department } from '../../model/results/compare.ts';
import type { Scenario } from '../../model/scenario.ts';
import { MINUTE } from '../../model/units.ts';
import { requestsPerWeek } from '../../stats/capacity.ts';
import type { Lever, LeverCase } from './lever.ts';
import {
  bookedVacations,
  departmentsOf,
  isBookedAt,
  lengthMinutes,
  onlyDevice,
  placeOf,
  resources,
  UNITS,
  weeklyMinutesOf,
  withFlows,
} from './practice-edit.ts';
import { departmentSlotSeconds } from './slot-mixture.ts';

const ID = 'overbooking';
/** Fewer expected absences a vacation than this: one more patient would come on top of a full vacation. */
const WORTH_A_PLACE = 0.3;

/** Patients expected not to come in a vacation, when it is full. */
function absencesPerVacation(scenario: Scenario, place: Department): number {
  const vacations = bookedVacations(scenario, place);
  const slot = departmentSlotSeconds(scenario, place) / MINUTE;
  const flows = scenario.flows.filter((flow) => isBookedAt(flow, place));
  const requests = flows.reduce((sum, flow) => sum + requestsPerWeek(flow), 0);
  if (vacations.length === 0 || slot === 0 || requests === 0) return 0;
  const noShow = flows.reduce((sum, flow) => sum + requestsPerWeek(flow) * flow.noShow.base, 0) / requests;
  const aWeek = weeklyMinutesOf(scenario, place, () => 1);
  return (weeklyMinutesOf(scenario, place, lengthMinutes) / slot / aWeek) * noShow;
}

function apply(scenario: Scenario, place: Department, strength: number): Scenario {
  const more = Math.round(strength);
  if (more === 0) return scenario;
  return withFlows(scenario, (flow) =>
    isBookedAt(flow, place) && flow.class === 'A' ? { ...flow, overbook: flow.overbook + more } : flow,
  );
}

export const OVERBOOKING: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Overbook against no-shows', fr: 'Surréserver contre les absences' },
  assumption: {
    en: 'Ambulatory patients beyond the last free place are booked between the others, as many a vacation as will not come. When all come, somebody waits and the vacation ends later.',
    fr: 'Des patients ambulatoires sont inscrits entre les autres au-delà de la dernière place libre, autant par vacation que d’absents attendus. Quand tous viennent, quelqu’un attend et la vacation finit plus tard.',
  },
  evidence: {
    mark: 'unverified',
    text: {
      en: 'usual practice; no-show rates published lie between 1% and 10%, and the gain is the model’s',
      fr: 'pratique courante ; les taux d’absence publiés vont de 1 % à 10 %, et le gain est celui du modèle',
    },
  },
  effort: 'small',
  isNegative: false,
  cases: (scenario) => ({
    cases: departmentsOf(scenario)
      .filter(
        (place) =>
          absencesPerVacation(scenario, place) >= WORTH_A_PLACE &&
          scenario.flows.some((flow) => isBookedAt(flow, place) && flow.class === 'A'),
      )
      .map((place): LeverCase => {
        const where = placeOf(scenario, place);
        const places = Math.max(1, Math.round(absencesPerVacation(scenario, place)));
        return {
          id: `${ID}:${place.site}/${place.modality}`,
          lever: ID,
          site: place.site,
          modalities: [place.modality],
          device: onlyDevice(scenario, place),
          what: {
            en: `${where.en}: ${places} more ${places > 1 ? 'patients' : 'patient'} a vacation, against no-shows`,
            fr: `${where.fr} : ${places} ${places > 1 ? 'patients' : 'patient'} de plus par vacation, contre les absences`,
          },
          // How many are booked is decided, not uncertain.
          strength: { value: places, range: [places, places], unit: UNITS.placesPerVacation },
          resources: () => resources({}),
          apply: (changed, strength) => apply(changed, place, strength),
        };
      }),
    notRankable: [],
  }),
});
