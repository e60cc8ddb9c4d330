/** What the linear model is asked for, so that the weeks it answers with are good and unlike each other. */

import type { ChangeKind, Pick } from '../week/change.ts';
import { askOf, type WeekAsk } from '../week/draft.ts';
import type { WeekProblem } from '../week/problem.ts';

/** One question: what a model is asked, and whether guardrails are held. */
export interface Ask extends WeekAsk {
  /** Whether guardrails are held as far as simulation has taught them; what was taught may be wrong. */
  readonly isGuarded: boolean;
}

/** Rungs of the ladder: most changes from the present week. */
const RUNGS = [0, 1, 2, 4, 8] as const;
/** Parts of the hours that may be added, for the front. */
const PARTS = [0, 0.25, 0.5, 0.75] as const;
/** Hours looked at where no limit is stated. */
const OPEN_HOURS = [0, 2, 4, 8, 12] as const;
const HEAVY = 4;
/** Where the model sees no gain it would answer with the present week; the simulator may see one. */
const PRESENT: Ask['forbidden'][number] = { picks: [], atLeast: 1 };

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
const rungs = (most: number): readonly number[] =>
  [...new Set([...RUNGS.filter((rung) => rung <= most), most])].sort((a, b) => a - b);

/** Hours of the front within what is allowed: all that is allowed come last. */
const frontHours = (most: number | null): readonly number[] =>
  most === null
    ? OPEN_HOURS
    : [...new Set([...PARTS.map((part) => Math.min(most, Math.round(part * most * 2) / 2)), most])];

/** All that the rules allow. */
export const mostAsk = (problem: WeekProblem): Ask => ({ ...askOf(problem), isGuarded: true });

/** All that the rules allow, and whatever was taught of guardrails. */
export const unguardedAsk = (problem: WeekProblem): Ask => ({ ...mostAsk(problem), isGuarded: false });

/** The best of what is left around some changes, guardrails held or not. */
export const aroundAsk = (problem: WeekProblem, held: readonly Pick[], isGuarded: boolean): Ask => ({
  ...mostAsk(problem),
  held,
  isGuarded,
});

/** The ladder, lowest rung first: the present week. */
export const ladderAsks = (problem: WeekProblem): readonly Ask[] =>
  rungs(problem.rules.changes).map((changes) => ({ ...mostAsk(problem), changes }));

/** The front, fewest hours first, with as many changes as allowed. */
export const frontAsks = (problem: WeekProblem): readonly Ask[] =>
  frontHours(problem.rules.addedHours).map((addedHours) => ({ ...mostAsk(problem), addedHours }));

/** Questions whose answers differ by design: one kind of change at a time, one queue before the others. */
export function diverseAsks(problem: WeekProblem): readonly Ask[] {
  const { changes, supply } = problem;
  const known = new Set(changes.map(({ kind }) => kind));
  const most: Ask = { ...mostAsk(problem), forbidden: [PRESENT] };
  return [
    ...KIND_SETS.filter((kinds) => kinds.some((kind) => known.has(kind))).map((kinds) => ({
      ...most,
      kinds,
    })),
    ...(supply.queues.length < 2
      ? []
      : supply.queues.map(({ id }) => ({ ...most, queueWeights: new Map([[id, HEAVY]]) }))),
  ];
}

/** The best week but for those known, at least so many changes away from each. */
export const awayAsk = (problem: WeekProblem, known: readonly (readonly Pick[])[], atLeast: number): Ask => ({
  ...mostAsk(problem),
  forbidden: [PRESENT, ...known.map((picks) => ({ picks, atLeast }))],
});
