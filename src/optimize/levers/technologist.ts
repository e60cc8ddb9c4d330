/** One more technologist on each scanner of a department: less time in the room, shorter appointments. */

import { mean } from '../../engine/laws/moments.ts';
import { scaledLaw } from '../../model/law.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { PatientClass } from '../../model/vocabulary.ts';
import { requestsPerWeek } from '../../stats/capacity.ts';
import type { Lever, LeverCase, NotRankable } from './lever.ts';
import { departmentsOf, devicesOf, isBookedAt, placeOf, resources, withDevices } from './practice-edit.ts';
import { withShorterSlots } from './slot-mixture.ts';
import { type Found, STRENGTH_UNITS, weekCase } from './week-case.ts';
import { isProgramme, weeklyHours } from './week-edit.ts';

const ID = 'technologist';
/** Time in the room with two and with three technologists, minutes (RSNA 2007, 205 outpatients on CT). */
const ROOM_MINUTES = { two: 9.7, three: 8.0 } as const;
const SAVED = Math.round((1 - ROOM_MINUTES.three / ROOM_MINUTES.two) * 1000) / 1000;
/** From almost nothing where patients are already prepared outside, to what two save on one (12 to 9.7 minutes), and more. */
const SAVED_RANGE = [0.05, 0.25] as const;
const MOST = 0.5;

type Department = ReturnType<typeof departmentsOf>[number];

/**
 * Mean time a patient of a class occupies the room for an exam, changeover included, seconds: over the flows that ask for
 * it, some of which have durations of their own, and over the devices.
 */
function occupiedSeconds(
  scenario: Scenario,
  place: Department,
  patientClass: PatientClass,
  examId: string,
): number {
  const exam = scenario.exams.find(({ id }) => id === examId);
  const flows = scenario.flows.filter(
    (flow) =>
      isBookedAt(flow, place) && flow.class === patientClass && flow.exams.some(({ id }) => id === examId),
  );
  if (exam === undefined || flows.length === 0) return 0;
  const weights = flows.map(requestsPerWeek);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const seconds = flows.reduce(
    (sum, { durations }, rank) =>
      sum +
      mean(durations ?? exam.durations[patientClass]) *
        (total > 0 ? weights[rank]! / total : 1 / flows.length),
    0,
  );
  const devices = devicesOf(scenario, place);
  const onEach = devices.map(({ speed, changeover }) => seconds / speed + mean(changeover));
  return onEach.reduce((sum, one) => sum + one, 0) / devices.length;
}

/** The scenario whose department saves a share of the time in the room, and gives the appointments as much less. */
function withTimeSaved(scenario: Scenario, place: Department, share: number): Scenario {
  const saved = Math.min(MOST, share);
  const shorter = withShorterSlots(
    scenario,
    place,
    (patientClass, exam) => saved * occupiedSeconds(scenario, place, patientClass, exam),
  );
  return withDevices(shorter, (device) =>
    device.site !== place.site || device.modality !== place.modality
      ? device
      : {
          ...device,
          speed: device.speed / (1 - saved),
          changeover: scaledLaw(device.changeover, 1 - saved),
        },
  );
}

function caseAt(scenario: Scenario, place: Department): LeverCase {
  const devices = devicesOf(scenario, place);
  const label = placeOf(scenario, place);
  const hours = devices
    .flatMap(({ week }) => week.filter(isProgramme))
    .reduce((sum, vacation) => sum + weeklyHours(vacation), 0);
  return weekCase(scenario, {
    lever: ID,
    place: `${place.site}/${place.modality}`,
    site: place.site,
    modalities: [place.modality],
    device: devices.length === 1 ? devices[0]!.id : null,
    what: {
      en: `${label.en}: a third technologist during the programme`,
      fr: `${label.fr} : un troisième manipulateur pendant le programme`,
    },
    strength: { value: SAVED, range: SAVED_RANGE, unit: STRENGTH_UNITS.shareOfRoomTime },
    apply: (to, share) => withTimeSaved(to, place, share),
    resources: (share) =>
      resources({ hours: { technologist: share > 0 ? Math.round(hours * 100) / 100 : 0 } }),
  });
}

const notRankable = (place: Department): NotRankable => ({
  lever: ID,
  site: place.site,
  modality: place.modality,
  device: null,
  without: {
    en: 'your times in the room with and without one more technologist: none is published for MRI',
    fr: 'vos temps en salle avec et sans un manipulateur de plus : aucun n’est publié pour l’IRM',
  },
});

export const TECHNOLOGIST: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'One more technologist', fr: 'Un manipulateur de plus' },
  assumption: {
    en: 'Two technologists today, three during the whole programme: time in the room falls from 9.7 to 8.0 minutes, so exams and changeovers take 17.5% less, on-call included; appointments are shortened by the minutes saved, on average.',
    fr: 'Deux manipulateurs aujourd’hui, trois pendant tout le programme : le temps en salle passe de 9,7 à 8,0 minutes, donc examens et inter-examens durent 17,5 % de moins, permanence comprise ; les rendez-vous raccourcissent des minutes gagnées, en moyenne.',
  },
  evidence: {
    mark: 'study',
    text: {
      en: 'CT with 1, 2 and 3 technologists: 2.2, 6.2 and 7.5 patients an hour, 12, 9.7 and 8.0 minutes in the room (RSNA 2007, 205 outpatients, one American centre)',
      fr: 'scanner avec 1, 2 et 3 manipulateurs : 2,2, 6,2 et 7,5 patients par heure, 12, 9,7 et 8,0 minutes en salle (RSNA 2007, 205 patients externes, un centre américain)',
    },
  },
  effort: 'large',
  isNegative: false,
  cases: (scenario): Found => {
    const places = departmentsOf(scenario).filter((place) =>
      devicesOf(scenario, place).some(({ week }) => week.some(isProgramme)),
    );
    return {
      cases: places.filter(({ modality }) => modality === 'ct').map((place) => caseAt(scenario, place)),
      notRankable: places.filter(({ modality }) => modality === 'mri').map(notRankable),
    };
  },
});
