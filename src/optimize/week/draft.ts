/** What the rows of the model of the week are drafted from, and the names of its columns. */
import { groupBy } from '../../model/group.ts';
import type { Label } from '../../model/scenario.ts';
import { HOUR } from '../../model/units.ts';
import type { LpBuilder } from '../lp/builder.ts';
import { type ChangeKind, mostOf, type Pick, type WeekChange } from './change.ts';
import type { Curves } from './curves.ts';
import type { Queue, WeekProblem } from './problem.ts';

/** A number the curves do not know, such as overtime, held by what simulation has taught. */
export interface Rail {
  readonly label: Label;
  readonly unit: Label;
  readonly upper: number;
  /** What doing a change once adds. */
  readonly of: (change: WeekChange) => number;
}

/** What is asked of one model: how much may change, and what a plan must stay away from. */
export interface WeekAsk {
  /** Most changes. */
  readonly changes: number;
  /** Most hours of opening a week more than now; null: no limit. */
  readonly addedHours: number | null;
  /** Most euros a year more than now; null: no limit. */
  readonly budgetEuros: number | null;
  /** Sets of changes from which a plan must differ by at least so many changes. */
  readonly forbidden: readonly { readonly picks: readonly Pick[]; readonly atLeast: number }[];
  /** By queue: how much its patient-days count, 1 when left out. Another weight gives another candidate. */
  readonly queueWeights?: ReadonlyMap<string, number>;
  /** Changes that are made in any case; what is left of the rules is used around them. */
  readonly held?: readonly Pick[];
  /** Kinds of change that may be used; all when left out. */
  readonly kinds?: readonly ChangeKind[];
  /** Patient-days a week that doing a change once saves beyond what the curves say, as simulation has taught; 0 when left out. */
  readonly corrections?: (change: WeekChange) => number;
  /** What may not rise beyond a limit, by what each change was seen to add to it; none when left out. */
  readonly rails?: readonly Rail[];
  /** Targets must be reached, or there is no plan; else days beyond them are a goal. */
  readonly holdTargets?: boolean;
}

/** The ask of the rules themselves, no plan forbidden. */
export const askOf = (
  { rules }: { readonly rules: WeekProblem['rules'] },
  changes = rules.changes,
): WeekAsk => ({
  changes,
  addedHours: rules.addedHours,
  budgetEuros: rules.budgetEuros,
  forbidden: [],
});

/** The model under way. Each part adds its columns, then its rows. */
export interface Draft {
  readonly problem: WeekProblem;
  readonly curves: Curves;
  readonly ask: WeekAsk;
  readonly pools: readonly Pool[];
  readonly queues: readonly Queue[];
  /** What each queue is called, in the order of the queues. */
  readonly labels: readonly Label[];
  /** Days of each queue in the present week, by the curves. */
  readonly presentDays: ReadonlyMap<string, number>;
  readonly presentExams: ReadonlyMap<string, number>;
  readonly builder: LpBuilder;
}

export type Term = readonly [column: string, coefficient: number];

export const COLUMNS = Object.freeze({
  times: (change: WeekChange | { readonly id: string }) => `n/${change.id}`,
  exams: (queue: { readonly id: string }) => `exams/${queue.id}`,
  days: (queue: { readonly id: string }) => `days/${queue.id}`,
  over: (queue: { readonly id: string }) => `over/${queue.id}`,
});

/** Changes that places, hours and money cannot tell apart: the same session on other days. */
export interface Pool {
  /** The column of how often they are done in all, or of the one there is. */
  readonly column: string;
  readonly changes: readonly WeekChange[];
}

const round9 = (value: number): number => Math.round(value * 1e9) / 1e9;

/**
 * Changes by what they do to places, hours and money. Rows add up a pool and not its days, so that a solver decides how many such
 * sessions first, and on which days last: without, 8 changes take it twenty times longer.
 */
export function poolsOf({ changes, effects, eurosPerYear }: WeekProblem): readonly Pool[] {
  const alike = groupBy(changes, ({ id, openedHours }) => {
    const places = (effects.get(id) ?? []).map(({ place, seconds }) => `${place}=${round9(seconds / HOUR)}`);
    return [round9(openedHours), round9(eurosPerYear.get(id) ?? 0), ...places.sort()].join(' ');
  });
  return [...alike.values()].map((same, at) => ({
    column: same.length === 1 ? COLUMNS.times(same[0]!) : `pool/${at}`,
    changes: same,
  }));
}

/** A number that is the same for all changes of a pool: `coefficient × times`, those of 0 left out. */
export const poolTerms = (
  { pools }: { readonly pools: readonly Pool[] },
  coefficient: (change: WeekChange) => number,
): readonly Term[] =>
  pools.flatMap(({ column, changes }): Term[] => {
    const value = rounded(coefficient(changes[0]!));
    return value === 0 ? [] : [[column, value]];
  });

/** A number of each change: `coefficient(change) × times`, those of 0 left out. */
export const timesTerms = (
  changes: readonly WeekChange[],
  coefficient: (change: WeekChange) => number,
): readonly Term[] =>
  changes.flatMap((change): Term[] => {
    const value = rounded(coefficient(change));
    return value === 0 ? [] : [[COLUMNS.times(change), value]];
  });

/** Numbers below this are rounding: no solver is given them. */
const SMALLEST = 1e-5;

/**
 * A coefficient without the noise of its last digits; 0 where it is nothing but that.
 * @example rounded(0.1 + 0.2) // 0.3
 */
export function rounded(value: number): number {
  const clean = Math.round(value * 1e9) / 1e9;
  return Math.abs(clean) < SMALLEST ? 0 : clean;
}

/** True when some choice of whole numbers could break `Σ terms ≤ upper`. */
export function canBreak(draft: Draft, terms: readonly Term[], upper: number): boolean {
  const most = new Map(draft.problem.changes.map((change) => [COLUMNS.times(change), mostOf(change)]));
  const sum = terms.reduce(
    (total, [id, value]) => total + Math.max(0, value) * (most.get(id) ?? Infinity),
    0,
  );
  return sum > upper + 1e-9;
}
