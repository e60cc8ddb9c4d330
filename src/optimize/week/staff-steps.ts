/** Times of the week in which changes touch a group of staff at a site, gathered where they are alike. */
import type { StaffRule } from '../../model/rules/rules.ts';
import { rosteredAt } from '../../model/rules/staff.ts';
import type { Label } from '../../model/scenario.ts';
import { GRID } from '../levers/week-edit.ts';
import { COLUMNS, rounded, type Term } from './draft.ts';
import { presenceKey } from './footprint.ts';
import type { WeekProblem } from './problem.ts';

/** Steps of five minutes. */
export const STEPS_A_DAY = 288;
const SEVEN_DAYS = [0, 1, 2, 3, 4, 5, 6];

/** Steps of five minutes of one day in which the same changes open, or close, the same devices. */
export interface Moments {
  readonly day: number;
  /** In order; not necessarily one after the other. */
  readonly steps: readonly number[];
  /** Devices that need the group now. */
  readonly open: number;
  /** By change: devices more. */
  readonly changes: readonly (readonly [id: string, devices: number])[];
  /** Fewest persons the rosters put there; infinite without rosters. */
  readonly persons: number;
}

export const fromSecondsOf = ({ steps }: Pick<Moments, 'steps'>): number => steps[0]! * GRID;
export const toSecondsOf = ({ steps }: Pick<Moments, 'steps'>): number => (steps.at(-1)! + 1) * GRID;
/** Hours of all its steps. */
export const hoursOfSteps = ({ steps }: Pick<Moments, 'steps'>): number => (steps.length * GRID) / 3600;

/** A rule on a group at one site; `name` tells it from others of the same group. */
export interface SiteRule {
  readonly site: string;
  readonly rule: StaffRule;
  readonly name: string;
}

/** Every rule on staff at every site it holds for: those of the site and those of all sites. */
export const rulesBySite = ({ rules, scenario }: WeekProblem): readonly SiteRule[] =>
  scenario.sites.flatMap(({ id }) => {
    const own = rules.staff.filter(({ site }) => site === null || site === id);
    return own.map((rule, rank) => {
      const before = own.slice(0, rank).filter(({ group }) => group === rule.group).length;
      return { site: id, rule, name: `${rule.group}${before === 0 ? '' : `.${before}`}/${id}` };
    });
  });

/** By time of the week: what each change adds to a group at a site. */
function touchesOf({ footprints }: WeekProblem, prefix: string): ReadonlyMap<string, [string, number][]> {
  const touches = new Map<string, [string, number][]>();
  for (const [id, { presence }] of footprints)
    for (const { key, amount } of presence) {
      if (!key.startsWith(prefix)) continue;
      const known = touches.get(key);
      if (known === undefined) touches.set(key, [[id, amount]]);
      else known.push([id, amount]);
    }
  return touches;
}

/** Devices that need a group now, by step of the week. */
export const openNow = ({ present }: WeekProblem, site: string, { group }: StaffRule) => {
  const open = new Map(present.presence.map(({ key, amount }) => [key, amount]));
  return (day: number, step: number): number => open.get(presenceKey(group, site, day, step)) ?? 0;
};

/** The moments some change touches, day by day, alike ones together. */
export function momentsTouched(problem: WeekProblem, site: string, rule: StaffRule): readonly Moments[] {
  const touches = touchesOf(problem, `${rule.group}|${site}|`);
  const open = openNow(problem, site, rule);
  const gathered = new Map<string, { -readonly [K in keyof Moments]: Moments[K] }>();
  for (const day of SEVEN_DAYS)
    for (let step = 0; step < STEPS_A_DAY; step++) {
      const changes = touches.get(presenceKey(rule.group, site, day, step));
      if (changes === undefined) continue;
      const now = open(day, step);
      const persons = rule.rosters === null ? Infinity : personsIn(rule.rosters, day, step);
      const key = `${day}|${now}|${changes.map(([id, devices]) => `${id}*${devices}`).join()}`;
      const known = gathered.get(key);
      if (known === undefined) gathered.set(key, { day, steps: [step], open: now, changes, persons });
      else {
        known.steps = [...known.steps, step];
        known.persons = Math.min(known.persons, persons);
      }
    }
  return [...gathered.values()];
}

/** Persons who are there during all of a step. */
const personsIn = (rosters: NonNullable<StaffRule['rosters']>, day: number, step: number): number =>
  Math.min(rosteredAt(rosters, day, step * GRID), rosteredAt(rosters, day, (step + 1) * GRID - 1));

/** A rule at a site, what its staff is called, and the moments changes touch it. */
export interface Group extends SiteRule {
  readonly label: Label;
  readonly moments: readonly Moments[];
}

/** Devices each change adds at some moments, times a factor. */
export const timesOf = (changes: Moments['changes'], factor: number): readonly Term[] =>
  changes.map(([id, devices]): Term => [COLUMNS.times({ id }), rounded(devices * factor)]);

/** Terms of two moments together; a change may be in both. */
export function together(first: readonly Term[], second: readonly Term[]): readonly Term[] {
  const sums = new Map<string, number>();
  for (const [id, value] of [...first, ...second]) sums.set(id, (sums.get(id) ?? 0) + value);
  return [...sums];
}
