/** Vacations kept for some exams, some classes or one partner, opened to the others. */
import type { Device, Flow, Scenario, Vacation } from '../../model/scenario.ts';
import { CLASSES, VACATION_FACTS } from '../../model/vocabulary.ts';
import type { Lever, LeverCase } from './lever.ts';
import { departmentsOf, devicesOf, isBookedAt, placeOf, withFlows } from './practice-edit.ts';
import { flowsOf, hasSlots, mayBook } from './users.ts';
import { atDevice, exactly, type Found, STRENGTH_UNITS, weekCase } from './week-case.ts';
import { withWeekOf } from './week-edit.ts';

const ID = 'open-vacation';

/**
 * True for clinical vacations that take appointments; research has patients of its own.
 * @example isClinical({ type: 'research' }) // false
 */
export const isClinical = ({ type }: Pick<Vacation, 'type'>): boolean =>
  VACATION_FACTS[type].books && type !== 'research';

/** What is no longer asked of a patient. */
export interface Opening {
  readonly id: 'exams' | 'classes';
  readonly open: (vacation: Vacation) => Vacation;
  readonly what: { readonly en: string; readonly fr: string };
}

/** What may be opened of a vacation. */
export const OPENINGS: readonly Opening[] = [
  {
    id: 'exams',
    open: (vacation) => (vacation.exams === null ? vacation : { ...vacation, exams: null }),
    what: {
      en: 'specialty vacations open to all exams',
      fr: 'vacations de spécialité ouvertes à tous les examens',
    },
  },
  {
    id: 'classes',
    open: (vacation) =>
      CLASSES.every((one) => vacation.classes.includes(one)) ? vacation : { ...vacation, classes: CLASSES },
    what: {
      en: 'vacations open to all classes of patients',
      fr: 'vacations ouvertes à toutes les classes de patients',
    },
  },
];

/** The vacations of a device that an opening would let somebody new book in. */
export function openable(scenario: Scenario, device: Device, { open }: Opening): readonly Vacation[] {
  const flows = flowsOf(scenario, device);
  const isNew = (flow: Flow, vacation: Vacation): boolean => {
    const opened = open(vacation);
    if (!mayBook(flow, opened) || !hasSlots(device, flow)) return false;
    const exams = flow.exams.filter(({ id }) => vacation.exams !== null && !vacation.exams.includes(id));
    return !mayBook(flow, vacation) || (opened.exams === null && exams.length > 0);
  };
  return device.week.filter(
    (vacation) =>
      isClinical(vacation) &&
      open(vacation) !== vacation &&
      flows.some((flow) => isNew(flow, vacation)) &&
      // Nobody may come to be booked there who has no slot.
      flows.every((flow) => !mayBook(flow, open(vacation)) || hasSlots(device, flow)),
  );
}

/** The first of the vacations that can be opened, as large a share of them as asked. */
function withOpenings(scenario: Scenario, id: string, opening: Opening, share: number): Scenario {
  return withWeekOf(scenario, id, (device) => {
    const found = openable(scenario, device, opening);
    const chosen = new Set(found.slice(0, Math.round(found.length * Math.min(1, share))));
    return device.week.map((vacation) => (chosen.has(vacation) ? opening.open(vacation) : vacation));
  });
}

const restricted = (scenario: Scenario, device: Device): readonly LeverCase[] =>
  OPENINGS.filter((opening) => openable(scenario, device, opening).length > 0).map((opening) =>
    weekCase(scenario, {
      lever: ID,
      ...atDevice(device),
      place: `${device.id}:${opening.id}`,
      what: { en: `${device.label}: ${opening.what.en}`, fr: `${device.label} : ${opening.what.fr}` },
      strength: exactly(1, STRENGTH_UNITS.shareOfVacations),
      apply: (to, share) => withOpenings(to, device.id, opening, share),
    }),
  );

type Department = ReturnType<typeof departmentsOf>[number];

/** Owners of the clinical vacations of a department that have patients, in order of their names. */
function ownersOf(scenario: Scenario, place: Department): readonly string[] {
  const vacations = devicesOf(scenario, place).flatMap(({ week }) => week.filter(isClinical));
  const flows = scenario.flows.filter((flow) => isBookedAt(flow, place));
  const owners = new Set(vacations.map(({ owner }) => owner));
  return [...owners].filter((owner) => flows.some((flow) => flow.owner === owner)).sort();
}

/** True when no partner has research of its own there, and no patient of theirs is offered another site. */
function isSharable(scenario: Scenario, place: Department): boolean {
  const owners = ownersOf(scenario, place);
  const flows = scenario.flows.filter((flow) => isBookedAt(flow, place) && owners.includes(flow.owner));
  const research = devicesOf(scenario, place).some(({ week }) =>
    week.some(({ type, owner }) => type === 'research' && owners.includes(owner)),
  );
  return (
    owners.length > 1 &&
    !research &&
    flows.every(({ sites }) => sites.length === 1) &&
    devicesOf(scenario, place).every((device) =>
      flowsOf(scenario, device).every((flow) => flow.walkIn || hasSlots(device, flow)),
    )
  );
}

/** The scenario in which the partners of a department book in each other's vacations: all have the first one's name. */
function withSharedPlaces(scenario: Scenario, place: Department): Scenario {
  if (!isSharable(scenario, place)) return scenario;
  const owners = ownersOf(scenario, place);
  const common = owners[0]!;
  const isTheirs = (owner: string) => owner !== common && owners.includes(owner);
  const weeks = devicesOf(scenario, place).reduce(
    (now, { id }) =>
      withWeekOf(now, id, ({ week }) =>
        week.map((one) => (isClinical(one) && isTheirs(one.owner) ? { ...one, owner: common } : one)),
      ),
    scenario,
  );
  return withFlows(weeks, (flow) =>
    isBookedAt(flow, place) && isTheirs(flow.owner) ? { ...flow, owner: common } : flow,
  );
}

function shared(scenario: Scenario, place: Department): readonly LeverCase[] {
  if (!isSharable(scenario, place)) return [];
  const devices = devicesOf(scenario, place);
  const label = placeOf(scenario, place);
  const owners = ownersOf(scenario, place).join(', ');
  return [
    weekCase(scenario, {
      lever: ID,
      place: `${place.site}/${place.modality}:owners`,
      site: place.site,
      modalities: [place.modality],
      device: devices.length === 1 ? devices[0]!.id : null,
      what: {
        en: `${label.en}: partners book in each other’s vacations (${owners})`,
        fr: `${label.fr} : les partenaires réservent dans toutes les vacations (${owners})`,
      },
      strength: exactly(1, STRENGTH_UNITS.wholly),
      apply: (to) => withSharedPlaces(to, place),
    }),
  ];
}

export const OPEN_VACATION: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'Vacations opened to others', fr: 'Vacations ouvertes à d’autres' },
  assumption: {
    en: 'Whoever has the needed slot, equipment and presence may book in the vacation; hours, reserves and lost minutes stay. Partners who share their places share all of them, on every device of the department; research keeps its own.',
    fr: 'Tout patient dont le créneau, le matériel et la présence nécessaires y sont peut réserver dans la vacation ; les horaires, réserves et minutes perdues ne changent pas. Des partenaires qui partagent leurs places les partagent toutes, sur tous les appareils du service ; la recherche garde les siennes.',
  },
  evidence: {
    mark: 'unverified',
    text: {
      en: 'pooling of places: no figure sourced; the gain is computed from the model',
      fr: 'mise en commun des places : aucun chiffre publié ; le gain est calculé par le modèle',
    },
  },
  effort: 'medium',
  isNegative: false,
  cases: (scenario): Found => ({
    cases: [
      ...scenario.devices.flatMap((device) => restricted(scenario, device)),
      ...departmentsOf(scenario).flatMap((place) => shared(scenario, place)),
    ],
    notRankable: [],
  }),
});
