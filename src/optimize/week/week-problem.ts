/** The question a model is made of: what each change, done alone, does to places, staff and urgent cover. */
import { STAFF_GROUPS, type StaffGroup, type WeekRules } from '../../model/rules/rules.ts';
import type { Scenario } from '../../model/scenario.ts';
import { conflictsOf } from './catalogue/clashes.ts';
import type { WeekChange } from './change.ts';
import { footprintDifference, footprintOf } from './footprint.ts';
import type { Footprint, PlaceTime, Queue, Supply, WeekProblem } from './problem.ts';
import { readSupply } from './supply.ts';

/** Seconds a week below which a difference is rounding. */
const NEGLIGIBLE = 1;

/** Delays asked for by the rules come before those of the flows. */
function withTargets(queues: readonly Queue[], { targets }: WeekRules): readonly Queue[] {
  return queues.map((queue) => {
    const own = targets.filter(
      ({ site, modality, class: one }) =>
        site === queue.site && modality === queue.modality && one === queue.class,
    );
    return own.length === 0 ? queue : { ...queue, targetDays: Math.min(...own.map(({ days }) => days)) };
  });
}

/** Seconds that the queues of a place ask for in all. */
const askedOf = (place: PlaceTime, queues: ReadonlyMap<string, Queue>): number =>
  place.queues.reduce((sum, id) => {
    const queue = queues.get(id);
    return queue === undefined ? sum : sum + queue.requestsPerWeek * queue.slotSeconds;
  }, 0);

const byId = (queues: readonly Queue[]): ReadonlyMap<string, Queue> =>
  new Map(queues.map((queue) => [queue.id, queue]));

/**
 * What a week offers more than another, by place: with other standard slots, as many seconds of the slots of now as hold as
 * many exams.
 */
function placeDifference(before: Supply, after: Supply) {
  const [queuesBefore, queuesAfter] = [byId(before.queues), byId(after.queues)];
  const was = new Map(before.places.map((place) => [place.id, place]));
  const now = new Map(after.places.map((place) => [place.id, place]));
  return [...new Set([...was.keys(), ...now.keys()])].flatMap((id) => {
    const place = now.get(id) ?? was.get(id)!;
    const asked = askedOf(place, queuesAfter);
    const ratio = asked > 0 ? askedOf(place, queuesBefore) / asked : 1;
    const seconds = (now.get(id)?.seconds ?? 0) * ratio - (was.get(id)?.seconds ?? 0);
    return Math.abs(seconds) > NEGLIGIBLE ? [{ place, seconds }] : [];
  });
}

/** Groups of staff that some rule counts. */
const groupsChecked = ({ staff }: WeekRules): readonly StaffGroup[] =>
  STAFF_GROUPS.filter((name) =>
    staff.some(
      ({ group, rosters, hoursPerWeek, persons }) =>
        group === name && (rosters !== null || hoursPerWeek !== null || persons !== null),
    ),
  );

/** The scenario with a change done once. */
const applied = (scenario: Scenario, { devices, apply }: WeekChange): Scenario =>
  apply(scenario, devices[0] ?? '');

/**
 * The question of a scenario under rules: its supply, and by change what it adds when it is done alone, once. Effects of several
 * changes are added up, which is exact for sessions that do not touch and refitted for the rest. Places that only a change
 * brings have 0 seconds now.
 */
export function weekProblem(
  scenario: Scenario,
  rules: WeekRules,
  changes: readonly WeekChange[],
  eurosPerYear: ReadonlyMap<string, number>,
): WeekProblem {
  const present = readSupply(scenario);
  const { supply } = present;
  const groups = groupsChecked(rules);
  const places = new Map(supply.places.map((place) => [place.id, place]));
  const footprints = new Map<string, Footprint>();
  const effects = new Map<string, readonly { readonly place: string; readonly seconds: number }[]>();
  for (const change of changes) {
    const after = applied(scenario, change);
    const found = placeDifference(supply, readSupply(after, present).supply);
    for (const { place } of found) if (!places.has(place.id)) places.set(place.id, { ...place, seconds: 0 });
    effects.set(
      change.id,
      found.map(({ place, seconds }) => ({ place: place.id, seconds })),
    );
    footprints.set(change.id, footprintDifference(scenario, after, groups));
  }
  return Object.freeze({
    scenario,
    rules,
    supply: {
      queues: withTargets(supply.queues, rules),
      places: [...places.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    },
    changes,
    effects,
    eurosPerYear,
    present: footprintOf(scenario, groups),
    footprints,
    exclusions: conflictsOf(changes, scenario),
  });
}
