/** Which changes of a catalogue exclude each other, as rows a linear model can hold. */
import { groupBy } from '../../../model/group.ts';
import type { DayHours } from '../../../model/rules/rules.ts';
import type { Label, Scenario } from '../../../model/scenario.ts';
import { hoursLabel } from '../../levers/users.ts';
import { mostOf, type WeekChange } from '../change.ts';
import type { Exclusion } from '../problem.ts';
import { partsOf } from './change-parts.ts';
import { lastPlaces } from './last-places.ts';

interface Opening extends WeekChange {
  readonly hours: DayHours;
}

const isOpening = (change: WeekChange): change is Opening => change.kind === 'open' && change.hours !== null;

/** Changes done on the same devices, together. */
const devicesKey = ({ devices }: WeekChange): string => devices.join(' ');

/** The openings of a day of alike devices that share an instant, or touch there: each largest set once. */
function meetings(openings: readonly Opening[]): readonly (readonly Opening[])[] {
  const starts = [...new Set(openings.map(({ hours }) => hours.fromSeconds))].sort((a, b) => a - b);
  return starts.flatMap((at, rank) => {
    const met = openings.filter(({ hours }) => hours.fromSeconds <= at && hours.toSeconds >= at);
    const next = starts[rank + 1];
    // Where all of them reach the next start, they are part of the set found there.
    const isPart = next !== undefined && met.every(({ hours }) => hours.toSeconds >= next);
    return isPart ? [] : [met];
  });
}

function overlapClash(met: readonly Opening[]): Exclusion {
  const first = met[0]!;
  const last = met.reduce((a, b) => (b.hours.fromSeconds > a.hours.fromSeconds ? b : a));
  const { en, fr } = hoursLabel(last.hours);
  const { place } = partsOf(first);
  return {
    ids: met.map(({ id }) => id),
    most: mostOf(first),
    label: {
      en: `${place.en}: one session at a time on a device, ${en}`,
      fr: `${place.fr} : une séance à la fois par appareil, ${fr}`,
    },
  };
}

/** What is chosen of a rule of booking, once on a device. */
const CHOICE: Readonly<Record<'reserve' | 'release' | 'slots', Label>> = Object.freeze({
  reserve: { en: 'one amount of minutes kept on a device', fr: 'une seule durée réservée par appareil' },
  release: { en: 'one day of release on a device', fr: 'un seul jour de libération par appareil' },
  slots: { en: 'one standard of slots', fr: 'une seule durée des créneaux' },
});

function groupClash(changes: readonly WeekChange[]): Exclusion {
  const first = changes[0]!;
  const { place } = partsOf(first);
  const isRule = first.kind === 'reserve' || first.kind === 'release' || first.kind === 'slots';
  // Of a session, the change that closes it whole comes first.
  const hours = first.hours === null ? null : hoursLabel(first.hours);
  const what = isRule
    ? CHOICE[first.kind]
    : {
        en: `one change of a session on a device${hours === null ? '' : `, ${hours.en}`}`,
        fr: `un seul changement d’une séance par appareil${hours === null ? '' : `, ${hours.fr}`}`,
      };
  return {
    ids: changes.map(({ id }) => id),
    most: mostOf(first),
    label: { en: `${place.en}: ${what.en}`, fr: `${place.fr} : ${what.fr}` },
  };
}

/** Rows that say something: more could be done of their changes. */
const isTight =
  (changes: ReadonlyMap<string, WeekChange>) =>
  ({ ids, most }: Exclusion): boolean =>
    ids.reduce((sum, id) => sum + mostOf(changes.get(id)!), 0) > most;

/** Patients who keep a session: of those that would take it, one less than there are. */
function lastPlaceClashes(scenario: Scenario, changes: readonly WeekChange[]): readonly Exclusion[] {
  const rows = lastPlaces(scenario, changes).map(({ flow, ids, sessions }) => ({
    ids,
    most: sessions - 1,
    label: {
      en: `${flow.label}: a session left to be booked in`,
      fr: `${flow.label} : une séance où être pris`,
    },
  }));
  // Exams of a flow mostly have the same sessions.
  return [...new Map(rows.map((row) => [`${row.most} ${row.ids.join(' ')}`, row])).values()];
}

/**
 * Which of some changes of a catalogue exclude each other, each as "so many at most of these", which is all it takes for
 * them to be spread over their devices: sessions of a day that overlap or touch on a device (a longer one is a change of its
 * own, so that none outgrows the longest the rules allow), choices of one group, and, with the scenario, the last session
 * that patients may be booked in. Rows that could not be broken are left out.
 */
export function conflictsOf(changes: readonly WeekChange[], scenario?: Scenario): readonly Exclusion[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const openings = changes.filter(isOpening);
  const days = groupBy(openings, (change) => `${change.hours.day} ${devicesKey(change)}`);
  const groups = groupBy(
    changes.filter(({ group }) => group !== null),
    (change) => `${change.group} ${devicesKey(change)}`,
  );
  return [
    ...[...days.values()].flatMap(meetings).map(overlapClash),
    ...[...groups.values()].map(groupClash),
    ...(scenario === undefined ? [] : lastPlaceClashes(scenario, changes)),
  ].filter(isTight(byId));
}
