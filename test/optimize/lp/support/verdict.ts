/** What engines can be compared on: what they say of a model, and the objective of the best point. */
import type { LpSolution } from '../../../../src/optimize/lp/solution.ts';

export interface Verdict {
  readonly kind: string;
  readonly objective: number | null;
}

export const verdictOf = ({ termination, objective }: LpSolution): Verdict => ({
  kind: termination,
  objective,
});

/** The same answer: the same word, and objectives within 1e-6 of the larger of 1 and their size. */
export function agree(a: Verdict, b: Verdict): boolean {
  if (a.kind !== b.kind) return false;
  if (a.objective === null || b.objective === null) return a.objective === b.objective;
  return Math.abs(a.objective - b.objective) <= 1e-6 * Math.max(1, Math.abs(a.objective));
}
