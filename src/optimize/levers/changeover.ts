/** Two levers on the time between two patients: a dockable table, and a preparation room. */

import { mean } from '../../engine/laws/moments.ts';
import { scaledLaw } from '../../model/law.ts';
import type { Department } from '../../model/results/compare.ts';
import type { Device, Label, Scenario } from '../../model/scenario.ts';
import { MINUTE } from '../../model/units.ts';
import type { Modality } from '../../model/vocabulary.ts';
import type { Effort, Lever, LeverCase, Resources, Strength } from './lever.ts';
import {
  bookedVacations,
  departmentsOf,
  devicesOf,
  isBookedAt,
  lengthMinutes,
  onlyDevice,
  placeOf,
  resources,
  UNITS,
  weeklyMinutesOf,
  withDevices,
} from './practice-edit.ts';
import { departmentSlotSeconds, withShorterSlots } from './slot-mixture.ts';

/** Less of the room's time an exam than this is never left: a patient still has to be laid down. */
const LEAST_PART_OF_EXAM = 0.5;

/** Mean exam seconds of the department's booked patients at speed 1, over flows and exam types. */
function examSeconds(scenario: Scenario, place: Department): number {
  let requests = 0;
  let seconds = 0;
  for (const flow of scenario.flows.filter((one) => isBookedAt(one, place)))
    for (const { id, share } of flow.exams) {
      const law = flow.durations ?? scenario.exams.find((exam) => exam.id === id)!.durations[flow.class];
      requests += flow.perWeek * share;
      seconds += flow.perWeek * share * mean(law);
    }
  return requests === 0 ? 0 : seconds / requests;
}

/** A device that saves so many seconds an exam: off the changeover first, the rest off the exams, all in the same ratio. */
function quicker(device: Device, exam: number, secondsSaved: number): Device {
  const before = mean(device.changeover);
  const off = Math.min(before, secondsSaved);
  const own = exam / device.speed;
  const rest = Math.min(secondsSaved - off, own * LEAST_PART_OF_EXAM);
  return {
    ...device,
    changeover: before === 0 ? device.changeover : scaledLaw(device.changeover, (before - off) / before),
    speed: rest === 0 ? device.speed : (device.speed * own) / (own - rest),
  };
}

/** The scenario where each exam of a department takes so many minutes less of the room, and slots as many. */
function withQuickerExams(scenario: Scenario, place: Department, minutesSaved: number): Scenario {
  const exam = examSeconds(scenario, place);
  if (minutesSaved === 0 || exam === 0) return scenario;
  const seconds = minutesSaved * MINUTE;
  const faster = withDevices(scenario, (device) =>
    device.site === place.site && device.modality === place.modality
      ? quicker(device, exam, seconds)
      : device,
  );
  return withShorterSlots(faster, place, () => seconds);
}

interface Kind {
  readonly id: string;
  readonly name: Label;
  readonly what: Label;
  readonly assumption: Label;
  readonly evidence: Lever['evidence'];
  readonly effort: Effort;
  readonly strength: Readonly<Partial<Record<Modality, Omit<Strength, 'unit'>>>>;
  readonly resources: (openingHours: number, devices: number) => Resources;
}

function caseOf(scenario: Scenario, place: Department, kind: Kind): LeverCase {
  const where = placeOf(scenario, place);
  const hours = weeklyMinutesOf(scenario, place, lengthMinutes) / MINUTE;
  const devices = devicesOf(scenario, place).length;
  return {
    id: `${kind.id}:${place.site}/${place.modality}`,
    lever: kind.id,
    site: place.site,
    modalities: [place.modality],
    device: onlyDevice(scenario, place),
    what: { en: `${where.en}: ${kind.what.en}`, fr: `${where.fr} : ${kind.what.fr}` },
    strength: { ...kind.strength[place.modality]!, unit: UNITS.minutesPerExam },
    resources: () => kind.resources(hours, devices),
    apply: (changed, strength) => withQuickerExams(changed, place, strength),
  };
}

function leverOf(kind: Kind): Lever {
  return Object.freeze<Lever>({
    id: kind.id,
    name: kind.name,
    assumption: kind.assumption,
    evidence: kind.evidence,
    effort: kind.effort,
    isNegative: false,
    cases: (scenario) => {
      const places = departmentsOf(scenario).filter(
        (place) =>
          kind.strength[place.modality] !== undefined &&
          bookedVacations(scenario, place).length > 0 &&
          departmentSlotSeconds(scenario, place) > 0,
      );
      const [known, unknown] = [true, false].map((isKnown) =>
        places.filter((place) => examSeconds(scenario, place) > 0 === isKnown),
      );
      return {
        cases: known!.map((place) => caseOf(scenario, place, kind)),
        notRankable: unknown!.map((place) => ({
          lever: kind.id,
          site: place.site,
          modality: place.modality,
          device: onlyDevice(scenario, place),
          without: { en: 'the durations of your exams', fr: 'les durées de vos examens' },
        })),
      };
    },
  });
}

export const DOCKABLE_TABLE: Lever = leverOf({
  id: 'dockable-table',
  name: { en: 'Dockable table', fr: 'Table amovible' },
  what: { en: 'second table, prepared outside the room', fr: 'seconde table, préparée hors de la salle' },
  assumption: {
    en: 'Half of the patients lie down outside the room and save 328 seconds each: off the changeover first, the rest off the time in the room. Slots are shortened by as much.',
    fr: 'La moitié des patients s’installe hors de la salle et gagne 328 secondes chacun : sur l’inter-examen d’abord, le reste sur le temps en salle. Les créneaux sont raccourcis d’autant.',
  },
  evidence: {
    mark: 'study',
    text: {
      en: 'MRI turnaround shorter by 328 s on average when the patient is prepared (ARRS 2019, abstract); how many can be is assumed, and so are the costs',
      fr: 'changement de patient en IRM plus court de 328 s en moyenne quand le patient est préparé (ARRS 2019, résumé) ; la part des patients concernés est supposée, comme les coûts',
    },
  },
  effort: 'large',
  strength: { mri: { value: 2.7, range: [0.5, 5.5] } },
  resources: (_, devices) => resources({ oneOffEuros: 60_000 * devices, eurosPerYear: 3000 * devices }),
});

export const PREPARATION_ROOM: Lever = leverOf({
  id: 'preparation-room',
  name: { en: 'Preparation room', fr: 'Salle de préparation' },
  what: {
    en: 'injection line and questions before the room',
    fr: 'voie veineuse et questionnaire avant la salle',
  },
  assumption: {
    en: 'Patients come early enough to be prepared beside the room by one more person for a quarter of the opening; each exam takes less of the room, and slots are shortened by as much.',
    fr: 'Les patients viennent assez tôt pour être préparés à côté de la salle par une personne de plus un quart de l’ouverture ; chaque examen occupe moins la salle, et les créneaux sont raccourcis d’autant.',
  },
  evidence: {
    mark: 'study',
    text: {
      en: 'MRI at Groningen: 60 minutes a day freed by protocol times, lines placed outside and patient supply together (thesis, abstract), taken as the most it gives; for CT, unverified',
      fr: 'IRM de Groningue : 60 minutes par jour libérées par les temps de protocole, les voies posées dehors et l’acheminement ensemble (thèse, résumé), prises comme un maximum ; au scanner, non vérifié',
    },
  },
  effort: 'medium',
  strength: { ct: { value: 1, range: [0.2, 2] }, mri: { value: 1.5, range: [0.3, 3] } },
  resources: (hours, devices) =>
    resources({ hours: { technologist: hours / 4 }, oneOffEuros: 40_000 * devices }),
});
