/** One diary for the devices of a modality at a site, and one queue in front of them. */
import type { Device, Flow, Scenario } from '../../model/scenario.ts';
import type { Lever, LeverCase } from './lever.ts';
import { departmentsOf, devicesOf, isBookedAt, placeOf, withDevices, withFlows } from './practice-edit.ts';
import { hasSlots } from './users.ts';
import { exactly, type Found, STRENGTH_UNITS, weekCase } from './week-case.ts';

const ID = 'shared-diary';
/** Devices one room may have. */
const MOST_DEVICES = 20;

type Department = ReturnType<typeof departmentsOf>[number];

/** True when a booked flow is kept to some of the department's devices and all of them have a slot for it. */
function isKept(flow: Flow, devices: readonly Device[], place: Department): boolean {
  return (
    isBookedAt(flow, place) &&
    flow.devices.length > 0 &&
    devices.some(({ id }) => !flow.devices.some((named) => named.id === id)) &&
    devices.every((device) => hasSlots(device, flow))
  );
}

/** The flow offered every device of the department, besides those it has elsewhere. */
function offeredAll(flow: Flow, devices: readonly Device[]): Flow {
  if (flow.sites.length === 1) return { ...flow, devices: [] };
  const ids = [...new Set([...flow.devices, ...devices].map(({ id }) => id))].sort();
  return { ...flow, devices: ids.map((id) => ({ id, share: 1 / ids.length })) };
}

function withSharedDiary(scenario: Scenario, place: Department): Scenario {
  const devices = devicesOf(scenario, place);
  return withFlows(scenario, (flow) => (isKept(flow, devices, place) ? offeredAll(flow, devices) : flow));
}

/** What belongs to the queue, not to the device: devices of one room say the same of it. */
const queueOf = ({ order, waitingPlaces, closedRoom, endOfVacation, preparation }: Device): string =>
  JSON.stringify([
    order,
    waitingPlaces,
    [closedRoom.A, closedRoom.H, closedRoom.R, closedRoom.U],
    [endOfVacation.policy, endOfVacation.lateSeconds],
    preparation === null ? null : [preparation.time, preparation.places],
  ]);

function isPoolable(devices: readonly Device[]): boolean {
  const pools = new Set(devices.map(({ pool }) => pool));
  return pools.size > 1 && devices.length <= MOST_DEVICES && new Set(devices.map(queueOf)).size === 1;
}

/** The scenario whose devices of a department share one queue, under the name of the first one's. */
function withSharedQueue(scenario: Scenario, place: Department): Scenario {
  const devices = devicesOf(scenario, place);
  if (!isPoolable(devices)) return scenario;
  const { pool } = devices[0]!;
  return withDevices(scenario, (device) =>
    devices.includes(device) && device.pool !== pool ? { ...device, pool } : device,
  );
}

function casesAt(scenario: Scenario, place: Department): readonly LeverCase[] {
  const devices = devicesOf(scenario, place);
  const label = placeOf(scenario, place);
  const parts = {
    lever: ID,
    site: place.site,
    modalities: [place.modality],
    device: null,
    strength: exactly(1, STRENGTH_UNITS.wholly),
  };
  const diary =
    withSharedDiary(scenario, place) === scenario
      ? []
      : [
          weekCase(scenario, {
            ...parts,
            place: `${place.site}/${place.modality}:diary`,
            what: {
              en: `${label.en}: one diary, every patient is offered the first place of any device`,
              fr: `${label.fr} : un seul agenda, la première place de n’importe quel appareil est offerte à tous`,
            },
            apply: (to) => withSharedDiary(to, place),
          }),
        ];
  const queue = !isPoolable(devices)
    ? []
    : [
        weekCase(scenario, {
          ...parts,
          place: `${place.site}/${place.modality}:queue`,
          what: {
            en: `${label.en}: one queue on the day, the next patient enters the first free room`,
            fr: `${label.fr} : une seule file le jour même, le patient suivant entre dans la première salle libre`,
          },
          apply: (to) => withSharedQueue(to, place),
        }),
      ];
  return [...diary, ...queue];
}

export const SHARED_DIARY: Lever = Object.freeze<Lever>({
  id: ID,
  name: { en: 'One diary for the devices of a site', fr: 'Un seul agenda pour les appareils d’un site' },
  assumption: {
    en: 'Patients kept to some devices are offered all those of the modality at the site, with the slots, owners and exams of their vacations; devices side by side that receive alike may also share their queue on the day. Nobody walks from one site to another.',
    fr: 'Les patients réservés à certains appareils se voient offrir tous ceux de la modalité sur le site, avec les créneaux, propriétaires et examens de leurs vacations ; des appareils voisins qui reçoivent de la même façon peuvent aussi partager leur file le jour même. Personne ne change de site.',
  },
  evidence: {
    mark: 'unverified',
    text: {
      en: 'pooling: no figure sourced; the gain is computed from the model',
      fr: 'mise en commun : aucun chiffre publié ; le gain est calculé par le modèle',
    },
  },
  effort: 'medium',
  isNegative: false,
  cases: (scenario): Found => ({
    cases: departmentsOf(scenario).flatMap((place) => casesAt(scenario, place)),
    notRankable: [],
  }),
});
