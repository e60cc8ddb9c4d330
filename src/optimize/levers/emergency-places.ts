/** Places kept for emergencies inside the programme: minutes that nobody books. */
import type { Device, Scenario, Vacation } from '../../model/scenario.ts';
import { VACATION_FACTS } from '../../model/vocabulary.ts';
import type { Lever } from './lever.ts';
import {
  atDevice,
  EMERGENCY_REQUESTS,
  eachDevice,
  exactly,
  notRankableAt,
  STRENGTH_UNITS,
  weekCase,
} from './week-case.ts';
import { GRID, withWeekOf } from './week-edit.ts';

const ID = 'emergency-places';
const PLACES = 2;
const WORKING_DAYS = [0, 1, 2, 3, 4];
/** What a scenario may write on one vacation. */
const MOST_RESERVES = 8;

/** The flows a reserve for emergencies is kept for, as a scenario writes `for: U`. */
export const emergencyFlows = (scenario: Scenario, device: Device): readonly string[] =>
  scenario.flows
    .filter(
      (flow) => flow.class === 'U' && flow.modality === device.modality && flow.sites.includes(device.site),
    )
    .map(({ id }) => id);

const lengthOf = (vacation: Vacation): number => vacation.toSeconds - vacation.fromSeconds;

/** The vacation of a day in which the places are kept: the longest that is booked and receives emergencies. */
function hostOf(week: readonly Vacation[], day: number): Vacation | null {
  return week
    .filter(
      (one) =>
        one.day === day &&
        VACATION_FACTS[one.type].books &&
        one.inserted.includes('U') &&
        one.reserves.length < MOST_RESERVES,
    )
    .reduce<Vacation | null>(
      (best, one) => (best === null || lengthOf(one) > lengthOf(best) ? one : best),
      null,
    );
}

/**
 * The week with so many places of the emergency slot kept on each working day, as far as they fit; none in vacations that
 * `isOpen` says may not change.
 */
export function withPlaces(
  device: Device,
  flows: readonly string[],
  places: number,
  isOpen: (vacation: Vacation) => boolean = () => true,
): readonly Vacation[] {
  const slot = Math.max(GRID, device.slotSeconds.U > 0 ? device.slotSeconds.U : device.slotSeconds.A);
  const hosts = new Set(WORKING_DAYS.map((day) => hostOf(device.week, day)));
  return device.week.map((vacation) => {
    if (!hosts.has(vacation) || !isOpen(vacation)) return vacation;
    const kept = vacation.reserves.reduce((sum, { seconds }) => sum + seconds, 0);
    const seconds = Math.min(places, Math.floor((lengthOf(vacation) - kept) / slot)) * slot;
    if (seconds <= 0) return vacation;
    // Never released: on the day itself inpatients would take what is meant for emergencies.
    const reserve = { flows, seconds, kind: 'fixed', releaseDays: null } as const;
    return { ...vacation, reserves: [...vacation.reserves, reserve] };
  });
}

export const EMERGENCY_PLACES: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Places kept for emergencies', fr: 'Places gardées pour les urgences' },
  assumption: {
    en: 'Two emergency slots each working day are booked by nobody, not even on the day itself; their minutes are kept, not their hours: patients without appointment are examined when they come, in a room that is less full.',
    fr: 'Deux créneaux d’urgence par jour ouvré ne sont réservés par personne, même le jour venu ; leurs minutes sont gardées, non leurs heures : les patients sans rendez-vous sont examinés quand ils viennent, dans une salle moins chargée.',
  },
  evidence: {
    mark: 'unverified',
    text: { en: 'reserved slots: no figure sourced', fr: 'places réservées : aucun chiffre publié' },
  },
  effort: 'small',
  isNegative: false,
  cases: (scenario) =>
    eachDevice(scenario, (device) => {
      if (!WORKING_DAYS.some((day) => hostOf(device.week, day) !== null)) return [];
      const flows = emergencyFlows(scenario, device);
      if (flows.length === 0) return notRankableAt(ID, device, EMERGENCY_REQUESTS);
      return [
        weekCase(scenario, {
          lever: ID,
          ...atDevice(device),
          what: {
            en: `${device.label}: ${PLACES} places a day kept for emergencies, Monday to Friday`,
            fr: `${device.label} : ${PLACES} places par jour gardées pour les urgences, du lundi au vendredi`,
          },
          strength: exactly(PLACES, STRENGTH_UNITS.placesADay),
          apply: (to, places) =>
            withWeekOf(to, device.id, (now) => withPlaces(now, emergencyFlows(to, now), Math.round(places))),
        }),
      ];
    }),
});
