/** What the cases of the past share: how large the computation is, and what a prediction is before it is judged. */
import type { Estimate } from '../model/results/estimate.ts';
import type { HistoryClaimId, HistoryKind, HistoryParameter, HistoryUnit } from '../model/results/results.ts';

/** How much is played. The seed and these numbers alone decide the answer. */
export interface HistoryOptions {
  readonly seed: string;
  /** Replications at the fixed parameters. */
  readonly replications: number;
  /** Parameter sets of the Latin hypercube, one replication each. */
  readonly sets: number;
  /** Weeks measured in each replication, after the warm-up. */
  readonly weeks: number;
}

/** The size whose numbers are published. */
export const HISTORY_FULL: HistoryOptions = Object.freeze({
  seed: 'history',
  replications: 6,
  sets: 40,
  weeks: 26,
});

/** Central part of the values that the assumption sets gave. */
export interface AssumptionBand {
  readonly low: number;
  readonly high: number;
  readonly sets: number;
}

/** What the model says, made without the observation. */
export interface Prediction {
  readonly id: HistoryClaimId;
  readonly kind: HistoryKind;
  readonly unit: HistoryUnit;
  readonly model: Estimate;
  readonly assumption: AssumptionBand | null;
}

/** A case before its observations are opened. */
export interface PredictedCase {
  readonly parameters: readonly HistoryParameter[];
  readonly predictions: readonly Prediction[];
}

/** Values of the parameters of a case, by id. */
export type ParameterSet = Readonly<Record<string, number>>;

/**
 * The value of a parameter in a set.
 * @throws RangeError when the set does not have it.
 * @example valueIn({ tau: 30 }, 'tau') // 30
 */
export function valueIn(set: ParameterSet, id: string): number {
  const value = set[id];
  if (value === undefined) throw new RangeError(`no parameter ${id}`);
  return value;
}
