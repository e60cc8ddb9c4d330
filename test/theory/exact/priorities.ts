/** Queues with priority classes, never pre-empting: exact mean waits, first class first. The time unit is the caller's. */
import { erlangC, type Moments, requireStable } from './queues.ts';

/** A class of patients in a queue with priorities. */
export interface PriorityClass {
  readonly arrivalRate: number;
  readonly service: Moments;
}

/**
 * Mean wait of each class of M/G/1 with non-pre-emptive priorities: W_k = W0/((1 − σ_{k−1})(1 − σ_k)), where W0 = Σλ_iE[S_i²]/2 is the
 * mean residual exam found and σ_k the load of classes 1…k.
 * Throws `RangeError` if the total load is 1 or more. Source: Cobham 1954.
 * @example cobhamWaits([{ arrivalRate: 0.5, service: { mean: 1, secondMoment: 2 } }])[0] // 1
 */
export function cobhamWaits(classes: readonly PriorityClass[]): readonly number[] {
  const residual = classes.reduce((sum, c) => sum + (c.arrivalRate * c.service.secondMoment) / 2, 0);
  return overSharedLoad(
    residual,
    classes.map((c) => c.arrivalRate * c.service.mean),
  );
}

/**
 * Mean wait of each class of M/M/c with non-pre-emptive priorities and one exponential exam law for all: Cobham's form with
 * W0 = C(c, Σλ/μ)/(cμ), since while all devices are busy the queue drains like M/M/1 at rate cμ.
 * Throws `RangeError` if the total load is 1 or more. Source: Cobham 1954; Kella & Yechiali 1985.
 * @example priorityMmcWaits([0.5], 1, 1)[0] // 1
 */
export function priorityMmcWaits(
  arrivalRates: readonly number[],
  serviceRate: number,
  servers: number,
): readonly number[] {
  const total = arrivalRates.reduce((sum, rate) => sum + rate, 0);
  return overSharedLoad(
    erlangC(servers, total / serviceRate) / (servers * serviceRate),
    arrivalRates.map((rate) => rate / (servers * serviceRate)),
  );
}

function overSharedLoad(residual: number, loads: readonly number[]): readonly number[] {
  let ahead = 0;
  return loads.map((load) => {
    const upToOwn = ahead + load;
    requireStable(upToOwn);
    const wait = residual / ((1 - ahead) * (1 - upToOwn));
    ahead = upToOwn;
    return wait;
  });
}
