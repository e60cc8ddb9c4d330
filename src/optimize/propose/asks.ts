/** What the linear model is asked for, so that the weeks it answers with are good and unlike each other. */

import type { ChangeKind, Pick } from '../week/change.ts';
import type { WeekProblem } from '../week/problem.ts';

/** One question: at most so many changes and hours, among some kinds of change, some queues counting more. */
export interface Ask {
  readonly changes: number;
  /** Null: as the rules say. */
  readonly addedHours: number | null;
  /** Null: all kinds. */
  readonly kinds: readonly ChangeKind[] | null;
  /** Weight of a queue among the others; 1 when it is not there. */
  readonly weights: ReadonlyMap<string, number>;
  /** Whether guardrails are held as far as simulation has taught them; what was taught may be wrong. */
  readonly isGuarded: boolean;
  /** Changes made in any case: the model completes them. */
  readonly held: readonly Pick[];
  /** Weeks to keep away from: at least so many changes differ. */
  readonly away: readonly { readonly picks: readonly Pick[]; readonly atLeast: number }[];
}

/** Rungs of the ladder: most changes from the present week. */
export const RUNGS = [0, 1, 2, 4, 8] as const;
/** Parts of the hours that may be added, for the front. */
const PARTS = [0, 0.25, 0.5, 0.75, 1] as const;
/** Hours looked at where no limit is stated. */
const OPEN_HOURS = [0, 2, 4, 8, 12] as const;
const HEAVY = 4;
/** Where the model sees no gain it would answer with the present week; the simulator may see one. */
const PRESENT: Ask['away'][number] = { picks: [], atLeast: 1 };
const ALL: Ask = {
  changes: 0,
  addedHours: null,
  kinds: null,
  weights: new Map(),
  isGuarded: true,
  held: [],
  away: [],
};

const KIND_SETS: readonly (readonly ChangeKind[])[] = [
  ['open'],
  ['open', 'close'],
  ['reserve', 'release', 'slots', 'content'],
  ['reserve', 'release'],
  ['slots'],
  ['content'],
  ['reading'],
];

/** The rungs within the changes that are allowed, the largest allowed included. */
export function rungs(most: number): readonly number[] {
  return [...new Set([...RUNGS.filter((rung) => rung <= most), most])].sort((a, b) => a - b);
}

/** Hours of the front within what is allowed. */
export const frontHours = (most: number | null): readonly number[] =>
  most === null ? OPEN_HOURS : [...new Set(PARTS.map((part) => Math.round(part * most * 2) / 2))];

/** All that the rules allow. */
export const mostAsk = ({ rules }: WeekProblem): Ask => ({ ...ALL, changes: rules.changes });

/** All that the rules allow, and whatever was taught of guardrails. */
export const unguardedAsk = (problem: WeekProblem): Ask => ({ ...mostAsk(problem), isGuarded: false });

/** The best of what is left around some changes, guardrails held or not. */
export const aroundAsk = (problem: WeekProblem, held: readonly Pick[], isGuarded: boolean): Ask => ({
  ...mostAsk(problem),
  held,
  isGuarded,
});

/** The ladder, lowest rung first. */
export const ladderAsks = ({ rules }: WeekProblem): readonly Ask[] =>
  rungs(rules.changes).map((changes) => ({ ...ALL, changes }));

/** The front, fewest hours first, with as many changes as allowed. */
export const frontAsks = ({ rules }: WeekProblem): readonly Ask[] =>
  frontHours(rules.addedHours).map((addedHours) => ({ ...ALL, changes: rules.changes, addedHours }));

/** Questions whose answers differ by design: one kind of change at a time, one queue before the others. */
export function diverseAsks({ rules, changes, supply }: WeekProblem): readonly Ask[] {
  const kinds = new Set(changes.map(({ kind }) => kind));
  const most = { ...ALL, changes: rules.changes, away: [PRESENT] };
  return [
    ...KIND_SETS.filter((set) => set.some((kind) => kinds.has(kind))).map((set) => ({ ...most, kinds: set })),
    ...(supply.queues.length < 2
      ? []
      : supply.queues.map(({ id }) => ({ ...most, weights: new Map([[id, HEAVY]]) }))),
  ];
}

/** The best week but for those known, at least so many changes away from each. */
export const awayAsk = (
  { rules }: WeekProblem,
  known: readonly (readonly Pick[])[],
  atLeast: number,
): Ask => ({
  ...ALL,
  changes: rules.changes,
  away: [PRESENT, ...known.map((picks) => ({ picks, atLeast }))],
});
