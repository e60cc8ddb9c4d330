/** What every solver looks like from outside. */
import type { LpModel } from './model.ts';
import type { Basis, LpSolution } from './solution.ts';

export interface SolveOptions {
  /** Wall seconds, above 0. A result that a limit cut short is not the same on every machine. */
  readonly timeLimitSeconds: number;
  /** A MILP may stop within this share of the best objective; 1e-6 when left out. */
  readonly relativeGap?: number;
  /** A point known to hold, to do better than; it is checked. */
  readonly start?: ArrayLike<number>;
  /** Basis of the solution of a like LP: same rows and columns, other bounds or costs. */
  readonly basis?: Basis | null;
}

export interface LpBackend {
  /** Name and version, printed beside a result. */
  readonly name: string;
  /** Whether `start` and `basis` may be given; without, they are refused. */
  readonly takesStart: boolean;
  /** Never rejects for what the model or the solver does: the solution says it. */
  solve(model: LpModel, options: SolveOptions): Promise<LpSolution>;
}

export const DEFAULT_RELATIVE_GAP = 1e-6;

/** The option that cannot be used, or null. */
export function optionFault({ timeLimitSeconds, relativeGap = 0 }: SolveOptions): string | null {
  if (!(timeLimitSeconds > 0 && Number.isFinite(timeLimitSeconds))) return 'timeLimitSeconds';
  return relativeGap >= 0 && relativeGap < 1 ? null : 'relativeGap';
}
