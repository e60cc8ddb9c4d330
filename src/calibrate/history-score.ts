/** A prediction against what was observed. */
import { round12 } from '../model/results/estimate.ts';
import type {
  HistoryClaim,
  HistoryClaimId,
  HistoryObservation,
  HistoryVerdict,
  ValidateHistoryDocument,
} from '../model/results/results.ts';
import type { Prediction } from './history-types.ts';

/** Claims whose observation served to choose the ranges: they agree by construction. */
const NOT_INDEPENDENT: readonly HistoryClaimId[] = Object.freeze(['two-years']);

/** How far a bound lies from a value, on the side of the other one; 0 where there is no bound. */
function halfToward(value: number, bounds: readonly [number | null, number | null], other: number): number {
  const bound = other < value ? bounds[0] : bounds[1];
  return bound === null ? 0 : Math.abs(bound - value);
}

/**
 * |observed − model| over the tolerance: the parts of the assumption interval and of the observation's own interval that
 * face each other, and the simulation's, added by squares since they are independent. Above 1 is a miss; infinite where
 * the three are zero and the values differ.
 */
export function distanceOf({ model, assumption }: Prediction, observed: HistoryObservation): number | null {
  const { value } = observed;
  if (value === null) return null;
  const gap = Math.abs(value - model.mean);
  if (gap === 0) return 0;
  const ofModel =
    assumption === null ? 0 : reach(model.mean, value > model.mean ? assumption.high : assumption.low, value);
  const ofSimulation = halfToward(model.mean, [model.low, model.high], value);
  const ofObserved = halfToward(value, [observed.low, observed.high], model.mean);
  return round12(gap / Math.sqrt(ofModel * ofModel + ofSimulation * ofSimulation + ofObserved * ofObserved));
}

/** Width of the assumption interval from the model's value toward the observed one; an interval that lies behind reaches 0. */
const reach = (from: number, bound: number, toward: number): number =>
  Math.max(0, toward > from ? bound - from : from - bound);

/**
 * The claim: the prediction as it was made, the observation, and the verdict. Only a prediction or a second reading is
 * judged; what served to choose the ranges is not comparable.
 */
export function judged(prediction: Prediction, observed: HistoryObservation | null): HistoryClaim {
  const distance = observed === null ? null : distanceOf(prediction, observed);
  return { ...prediction, observed, distance, verdict: verdictOf(prediction, observed, distance) };
}

function verdictOf(
  { id, kind }: Prediction,
  observed: HistoryObservation | null,
  distance: number | null,
): HistoryVerdict | null {
  if (kind === 'inversion' || observed === null) return null;
  if (distance === null || NOT_INDEPENDENT.includes(id)) return 'not-comparable';
  return distance <= 1 ? 'inside' : 'outside';
}

/** Predictions by verdict; second readings and inversions do not count. */
export function scoreOf(claims: readonly HistoryClaim[]): ValidateHistoryDocument['score'] {
  const count = (verdict: HistoryVerdict) =>
    claims.filter((claim) => claim.kind === 'prediction' && claim.verdict === verdict).length;
  return { inside: count('inside'), outside: count('outside'), notComparable: count('not-comparable') };
}
