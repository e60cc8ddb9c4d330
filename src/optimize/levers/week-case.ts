/** What the cases of the levers of the week share: an id, frozen results, staff hours by difference, common texts. */
import { deepFreeze } from '../../model/freeze.ts';
import type { Device, Label, Scenario } from '../../model/scenario.ts';
import type { Modality } from '../../model/vocabulary.ts';
import type { LeverCase, NotRankable, Resources, Strength } from './lever.ts';
import { staffDifference } from './staffing.ts';

/** The units in which these levers are pulled. */
export const STRENGTH_UNITS = Object.freeze({
  minutes: { en: 'minutes', fr: 'minutes' },
  minutesADay: { en: 'minutes a working day', fr: 'minutes par jour ouvré' },
  shareOfReserve: { en: 'share of the reserve', fr: 'part de la réserve' },
  shareOfVacations: { en: 'share of the vacations', fr: 'part des vacations' },
  shareOfRoomTime: { en: 'share of the time in the room', fr: 'part du temps en salle' },
  daysBefore: { en: 'days before', fr: 'jours avant' },
  days: { en: 'working days', fr: 'jours ouvrés' },
  placesADay: { en: 'places a working day', fr: 'places par jour ouvré' },
  hourOfSwitch: { en: 'hours since midnight', fr: 'heures depuis minuit' },
  wholly: { en: 'done (1) or not (0)', fr: 'fait (1) ou non (0)' },
} satisfies Readonly<Record<string, Label>>);

/** A strength that is what is decided: nothing in it is uncertain. */
export const exactly = (value: number, unit: Label): Strength => ({ value, range: [value, value], unit });

/** Opened hours of which a part may not be staffed every week: three quarters to all of them (not verified). */
export const mostly = (minutes: number, unit: Label): Strength => ({
  value: minutes,
  range: [0.75 * minutes, minutes],
  unit,
});

interface CaseParts {
  readonly lever: string;
  /** What the id says after the lever: a device, a site, and a way of using it there. */
  readonly place: string;
  readonly site: string;
  readonly modalities: readonly Modality[];
  readonly device: string | null;
  readonly what: Label;
  readonly strength: Strength;
  /** Called with a strength above 0, unless `isWhole`. */
  readonly apply: (scenario: Scenario, strength: number) => Scenario;
  /** Staff hours by which the weeks differ, when left out. */
  readonly resources?: (strength: number) => Resources;
  /** The strength is no amount: 0 is a value as any other. */
  readonly isWhole?: boolean;
}

/** A case found in `scenario`: its results are frozen, and a strength of 0 gives the very same scenario back. */
export function weekCase(scenario: Scenario, parts: CaseParts): LeverCase {
  const { lever, place, isWhole = false, ...rest } = parts;
  const apply = (to: Scenario, strength: number): Scenario =>
    strength > 0 || isWhole ? deepFreeze(parts.apply(to, strength)) : to;
  const { site, modalities, device, what, strength } = rest;
  return Object.freeze({
    id: `${lever}:${place}`,
    lever,
    site,
    modalities,
    device,
    what,
    strength,
    resources: parts.resources ?? ((pulled: number) => staffDifference(scenario, apply(scenario, pulled))),
    apply,
  });
}

/** The place of a case that is one device. */
export const atDevice = (device: Device) => ({
  place: device.id,
  site: device.site,
  modalities: [device.modality],
  device: device.id,
});

export const EMERGENCY_REQUESTS: Label = Object.freeze({
  en: 'your emergency requests, by device',
  fr: 'vos demandes d’urgence, par appareil',
});

export const notRankableAt = (lever: string, device: Device, without: Label): NotRankable => ({
  lever,
  site: device.site,
  modality: device.modality,
  device: device.id,
  without,
});

/** Cases and places not judged, gathered device by device. */
export interface Found {
  readonly cases: readonly LeverCase[];
  readonly notRankable: readonly NotRankable[];
}

/**
 * What is found at each device, in the scenario's order.
 * @example eachDevice({ devices: [] }, () => []) // { cases: [], notRankable: [] }
 */
export function eachDevice(
  scenario: Scenario,
  find: (device: Device) => readonly LeverCase[] | NotRankable,
): Found {
  const found = scenario.devices.map(find);
  return {
    cases: found.flatMap((one) => ('without' in one ? [] : one)),
    notRankable: found.flatMap((one) => ('without' in one ? [one] : [])),
  };
}
