/** How long and how late staff can work: shifts of a day, and the rest before the next. */
import { personsNeeded } from '../../model/rules/staff.ts';
import type { Label } from '../../model/scenario.ts';
import { DAY, HOUR } from '../../model/units.ts';
import { GRID } from '../levers/week-edit.ts';
import { canBreak, type Draft, rounded, type Term } from './draft.ts';
import { joined, momentLabel, UNITS } from './names.ts';
import {
  fromSecondsOf,
  type Group,
  hoursOfSteps,
  type Moments,
  openNow,
  STEPS_A_DAY,
  timesOf,
  together,
  toSecondsOf,
} from './staff-steps.ts';

/** An hour more of work a day, to weigh it against other limits. */
const HOUR_PENALTY = 1;
/** Evenings end after noon, mornings begin before it: a night on duty is of the day before. */
const NOON = 12 * HOUR;
const FIRST_MORNING = 4 * HOUR;

/** Person-hours of a day: as many as all of the group can work in one shift each. */
export function addShifts(draft: Draft, { site, rule, name, label, moments }: Group): void {
  const { persons, longestShiftSeconds } = rule;
  if (persons === null) return;
  const open = openNow(draft.problem, site, rule);
  for (let day = 0; day < 7; day++) {
    let now = 0;
    for (let step = 0; step < STEPS_A_DAY; step++) now += rule.perDevice * open(day, step) * (GRID / HOUR);
    const terms = moments
      .filter((moment) => moment.day === day)
      .reduce<readonly Term[]>(
        (sum, moment) => together(sum, timesOf(moment.changes, rule.perDevice * hoursOfSteps(moment))),
        [],
      )
      .map(([id, value]): Term => [id, rounded(value)]);
    const upper = Math.max(0, (persons * longestShiftSeconds) / HOUR - now);
    if (terms.length === 0 || !canBreak(draft, terms, upper)) continue;
    const at = momentLabel(day, 0, DAY);
    const longest = longestShiftSeconds / HOUR;
    draft.builder.row({
      id: `shift/${name}/${day}`,
      label: joined(label, {
        en: `${at.en}, ${persons} shifts of ${longest} hours at most`,
        fr: `${at.fr}, ${persons} postes de ${longest} heures au plus`,
      }),
      unit: UNITS.hours,
      owner: 'staff',
      upper,
      penalty: HOUR_PENALTY,
      terms,
    });
  }
}

/** A moment of a day as rest sees it: those touched by changes, and the others by how many devices are open. */
function restMoments(draft: Draft, { site, rule, moments }: Group, day: number): readonly Moments[] {
  const touched = moments.filter((moment) => moment.day === day);
  const known = new Set(touched.flatMap(({ steps }) => steps));
  const open = openNow(draft.problem, site, rule);
  const others = new Map<number, number[]>();
  for (let step = 0; step < STEPS_A_DAY; step++) {
    const devices = open(day, step);
    if (known.has(step) || devices === 0) continue;
    others.set(devices, [...(others.get(devices) ?? []), step]);
  }
  return [
    ...touched,
    ...[...others].map(([devices, steps]) => ({ day, steps, open: devices, changes: [], persons: Infinity })),
  ];
}

/** Two moments no person can be at both: a late one, and another before or after it. */
interface Apart {
  readonly day: number;
  readonly first: Moments;
  readonly second: Moments;
  readonly label: Label;
}

/** An evening and the next morning with less than the rest between them. */
function acrossNight(
  { rule: { restSeconds, persons } }: Group,
  evening: Moments,
  next: Moments,
): Apart | null {
  const end = toSecondsOf(evening);
  const start = next.steps.map((step) => step * GRID).find((at) => at >= FIRST_MORNING);
  if (end <= NOON || start === undefined || start >= NOON || start + DAY - end >= restSeconds) return null;
  const at = momentLabel(evening.day, fromSecondsOf(evening), end);
  const rest = restSeconds / HOUR;
  const label = {
    en: `${rest} hours of rest after ${at.en}, with ${persons} persons`,
    fr: `${rest} heures de repos après ${at.fr}, à ${persons} personnes`,
  };
  return { day: evening.day, first: evening, second: next, label };
}

/** Two moments of a day further apart than a shift may last: with a rest as long, nobody is at both. */
function beyondShift({ rule }: Group, early: Moments, late: Moments): Apart | null {
  const { longestShiftSeconds, restSeconds, persons } = rule;
  const [from, to] = [fromSecondsOf(early), toSecondsOf(late)];
  if (to - from <= longestShiftSeconds || restSeconds <= longestShiftSeconds) return null;
  const at = momentLabel(early.day, from, to);
  const longest = longestShiftSeconds / HOUR;
  const label = {
    en: `${at.en}, no shift over ${longest} hours, with ${persons} persons`,
    fr: `${at.fr}, aucun poste de plus de ${longest} heures, à ${persons} personnes`,
  };
  return { day: early.day, first: early, second: late, label };
}

/**
 * Those of two moments nobody can be at both are different persons: together no more than there are. An evening and a morning less
 * than the rest apart; two moments of a day further apart than a shift. The law's: never given up. Nights on duty are left out.
 */
export function addRest(draft: Draft, group: Group): void {
  const { rule, name, label } = group;
  const { persons } = rule;
  if (persons === null) return;
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => restMoments(draft, group, day));
  const needed = ({ open }: Moments) => Math.ceil(personsNeeded(rule, open));
  // The first device brings as many as must be together; counted for each more, it errs on the side of rest.
  const eachOf = ({ open }: Moments) => Math.ceil(open === 0 ? personsNeeded(rule, 1) : rule.perDevice);
  const rows = new Map<
    string,
    { readonly upper: number; readonly terms: readonly Term[]; readonly at: Apart }
  >();
  const pairs = days.flatMap((here, day) =>
    here.flatMap((first) => [
      ...days[(day + 1) % 7]!.map((second) => acrossNight(group, first, second)),
      ...here.map((second) => (second === first ? null : beyondShift(group, first, second))),
    ]),
  );
  for (const at of pairs) {
    if (at === null) continue;
    const { first, second } = at;
    const terms = together(timesOf(first.changes, eachOf(first)), timesOf(second.changes, eachOf(second)));
    const now = needed(first) + needed(second);
    const upper = Math.max(persons, now) - now;
    if (terms.length === 0 || !canBreak(draft, terms, upper)) continue;
    const key = `${at.day} ${terms.map(([id, value]) => `${id}*${value}`).join(' ')}`;
    const known = rows.get(key);
    if (known === undefined || upper < known.upper) rows.set(key, { upper, terms, at });
  }
  [...rows.values()].forEach(({ upper, terms, at }, rank) => {
    draft.builder.row({
      id: `rest/${name}/${at.day}/${rank}`,
      label: joined(label, at.label),
      unit: UNITS.persons,
      owner: 'law',
      upper,
      terms,
    });
  });
}
