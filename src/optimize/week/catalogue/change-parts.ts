/** What the changes of a catalogue share: how places are named, and hours and staff by the difference of the weeks. */
import { deepFreeze } from '../../../model/freeze.ts';
import type { Device, Label, Scenario } from '../../../model/scenario.ts';
import { HOUR, MINUTE } from '../../../model/units.ts';
import { DAYS } from '../../../model/vocabulary.ts';
import type { StaffHours } from '../../levers/lever.ts';
import { staffDifference } from '../../levers/staffing.ts';
import { type Hours, isProgramme } from '../../levers/week-edit.ts';
import type { ChangeKind, WeekChange } from '../change.ts';
import type { AlikeDevices } from './alike.ts';

/** More devices than this are named by the first and the last. */
const MOST_NAMED = 3;

const OR: Label = Object.freeze({ en: 'or', fr: 'ou' });
const AND: Label = Object.freeze({ en: 'and', fr: 'et' });

/** `a, b or c`. */
function listed(names: readonly string[], word: Label): Label {
  const last = names.at(-1) ?? '';
  const join = (joined: string): string =>
    names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${joined} ${last}`;
  const [en, fr] = [join(word.en), join(word.fr)];
  return { en, fr };
}

/** How a planner names one of several alike devices. */
function oneOf(labels: readonly string[]): Label {
  if (labels.length <= MOST_NAMED) return listed(labels, OR);
  const span = `${labels[0]} … ${labels.at(-1)}`;
  return {
    en: `${span} (one of the ${labels.length} devices)`,
    fr: `${span} (un des ${labels.length} appareils)`,
  };
}

const sentence = (place: Label, what: Label): Label => ({
  en: `${place.en}: ${what.en}`,
  fr: `${place.fr} : ${what.fr}`,
});

/** The place and what is done there, of the sentence of a change; a name may hold a colon, what is done does not. */
export function partsOf({ label }: WeekChange): { readonly place: Label; readonly what: Label } {
  const split = (text: string, colon: string): readonly [string, string] => {
    const at = text.lastIndexOf(colon);
    return [text.slice(0, at), text.slice(at + colon.length)];
  };
  const [placeEn, whatEn] = split(label.en, ': ');
  const [placeFr, whatFr] = split(label.fr, ' : ');
  return { place: { en: placeEn, fr: placeFr }, what: { en: whatEn, fr: whatFr } };
}

/**
 * The sentence of a change once it is known on which of its devices it is done: `IRM 1 and IRM 2: …` where the catalogue
 * says `IRM 1, IRM 2 or IRM 3: …`.
 */
export function labelOn(scenario: Scenario, change: WeekChange, devices: readonly string[]): Label {
  if (devices.length === 0) return change.label;
  const names = devices.map((id) => scenario.devices.find((device) => device.id === id)?.label ?? id);
  return sentence(listed(names, AND), partsOf(change).what);
}

/**
 * Hours as an id says them: day and minutes since midnight.
 * @example hoursId({ day: 1, fromSeconds: 66600, toSeconds: 73800 }) // 'tue/1110-1230'
 */
export const hoursId = ({ day, fromSeconds, toSeconds }: Hours): string =>
  `${DAYS[day]}/${fromSeconds / MINUTE}-${toSeconds / MINUTE}`;

/** Seconds of programme a week of some devices. */
const programmeSeconds = (devices: readonly Device[]): number =>
  devices.reduce(
    (sum, { week }) =>
      sum +
      week
        .filter(isProgramme)
        .reduce((total, one) => total + (one.toSeconds - one.fromSeconds) / one.everyWeeks, 0),
    0,
  );

/** Hours a week of programme that the weeks of `after` have more than those of `before`. */
function openedHours(before: Scenario, after: Scenario): number {
  const isChanged = (_: Device, rank: number): boolean => before.devices[rank] !== after.devices[rank];
  const seconds =
    programmeSeconds(after.devices.filter(isChanged)) - programmeSeconds(before.devices.filter(isChanged));
  return Math.round(seconds) / HOUR;
}

interface Parts {
  readonly kind: ChangeKind;
  /** What the id says after the kind. */
  readonly name: string;
  /** What is done, the place left out. */
  readonly what: Label;
  readonly hours?: Hours;
  readonly group?: string;
}

interface DeviceParts extends Parts {
  readonly at: AlikeDevices;
  readonly apply: (scenario: Scenario, device: string) => Scenario;
}

/** A change of a device: nothing where it would leave the scenario as it is. */
export function deviceChange(scenario: Scenario, parts: DeviceParts): readonly WeekChange[] {
  const { at, kind, name, what, hours = null, group = null } = parts;
  const apply = (to: Scenario, device: string): Scenario => deepFreeze(parts.apply(to, device));
  const first = at.devices[0]!;
  const after = apply(scenario, first.id);
  if (after === scenario) return [];
  return [
    deepFreeze({
      id: `${kind}/${name}`,
      kind,
      site: first.site,
      modality: first.modality,
      devices: at.devices.map(({ id }) => id),
      label: sentence(oneOf(at.devices.map(({ label }) => label)), what),
      hours,
      openedHours: openedHours(scenario, after),
      staff: staffDifference(scenario, after).staffHoursPerWeek,
      group,
      apply,
    }),
  ];
}

interface PlaceParts extends Parts {
  readonly site: string;
  readonly modality: WeekChange['modality'];
  /** The only device it touches, or null when it is of several or of none. */
  readonly device: string | null;
  readonly place: Label;
  readonly staff: StaffHours;
  readonly apply: (scenario: Scenario) => Scenario;
}

/** A change of a department or a site, done once: nothing where it would leave the scenario as it is. */
export function placeChange(scenario: Scenario, parts: PlaceParts): readonly WeekChange[] {
  const { kind, name, site, modality, device, place, what, staff, hours = null, group = null } = parts;
  const apply = (to: Scenario): Scenario => deepFreeze(parts.apply(to));
  if (apply(scenario) === scenario) return [];
  return [
    deepFreeze({
      id: `${kind}/${name}`,
      kind,
      site,
      modality,
      devices: device === null ? [] : [device],
      label: sentence(place, what),
      hours,
      openedHours: 0,
      staff,
      group,
      apply,
    }),
  ];
}
