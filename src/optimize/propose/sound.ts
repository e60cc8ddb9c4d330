/** Whether a week keeps its guardrails where it was played: of the headlines, and of each owner that shares a department. */
import type { WeekRules } from '../../model/rules/rules.ts';
import type { Label } from '../../model/scenario.ts';
import type { Pick } from '../week/change.ts';
import type { Queue, WeekProblem } from '../week/problem.ts';
import type { WeekArena } from './arena.ts';
import { brokenGuardrails, exceedsGuardrails } from './guardrails.ts';
import { worseQueues } from './worse-queues.ts';

/** Queues that pay for the gain of others in an arena (`worseQueues`). */
export const worseQueuesIn = (
  arena: WeekArena,
  picks: readonly Pick[],
  queues: readonly Queue[],
  rules: WeekRules,
): readonly Label[] => worseQueues(arena.queues([], queues), arena.queues(picks, queues), queues, rules);

/** Whether a week can be compared with the present one in an arena, and keeps its guardrails as far as is seen there. */
export function isSoundIn(arena: WeekArena, picks: readonly Pick[], { rules, supply }: WeekProblem): boolean {
  if (arena.daysAdded(picks).includes(null)) return false;
  if (worseQueuesIn(arena, picks, supply.queues, rules).length > 0) return false;
  return !exceedsGuardrails(arena.headlines(picks, 1), rules);
}

/** The guardrails that a week breaks in an arena: headlines beyond doubt, delays of owners by their mean. */
export const brokenIn = (
  arena: WeekArena,
  picks: readonly Pick[],
  { rules, supply }: WeekProblem,
): readonly Label[] => [
  ...brokenGuardrails(arena.headlines(picks, 1), rules),
  ...worseQueuesIn(arena, picks, supply.queues, rules),
];
