/** Daily chains of several Poisson flows booking into one agenda, with any booking rule: states are listed, the day is iterated. */
import { poissonLaw, spread } from './poisson.ts';
import { iterateToSteady, type State } from './steady-state.ts';

/** What a request finds: the next state and the delay in days, or a refusal. */
export interface Offer {
  readonly next: State;
  /** Calendar days from request to appointment; Infinity = refused, the state then stays. */
  readonly delayDays: number;
}

/** A flow of requests: Poisson, uniform over each day. */
export interface RequestFlow {
  readonly requestsPerDay: number;
  readonly book: (state: State) => Offer;
}

/** Fate of a flow in steady state. */
export interface FlowAccess {
  /** Mean delay of those booked, in days. */
  readonly meanDelay: number;
  readonly refusedFraction: number;
}

/**
 * Steady state of an agenda that `flows` book into and that `midnight` moves on by a day: mean delay and refused share of each flow. All
 * states reachable from `start` are listed; within a day the requests of all flows form a Poisson number of independent draws among
 * the flows; the law at midnight is iterated to its fixed point (total variation below 1e-11).
 * Throws `RangeError` beyond 300 000 states.
 * @example steadyRequests([0], [{ requestsPerDay: 1, book: () => ({ next: [0], delayDays: 1 }) }], (s) => s)[0]!.meanDelay // 1
 */
export function steadyRequests(
  start: State,
  flows: readonly RequestFlow[],
  midnight: (state: State) => State,
): readonly FlowAccess[] {
  const { states, index } = listStates(start, flows, midnight);
  const at = (state: State) => index.get(state.join())!;
  const after = flows.map((flow) => Int32Array.from(states, (state) => at(flow.book(state).next)));
  const delays = flows.map((flow) => Float64Array.from(states, (state) => flow.book(state).delayDays));
  const tomorrow = Int32Array.from(states, (state) => at(midnight(state)));
  const total = flows.reduce((sum, flow) => sum + flow.requestsPerDay, 0);
  const shares = flows.map((flow) => flow.requestsPerDay / total);
  const count = poissonLaw(total);
  const playDay = (law: Float64Array) =>
    spread(law, count, (from, to) => {
      for (let flow = 0; flow < shares.length; flow++) {
        const next = after[flow]!;
        const share = shares[flow]!;
        for (let state = 0; state < from.length; state++) to[next[state]!]! += from[state]! * share;
      }
    });
  const first = new Float64Array(states.length);
  first[0] = 1;
  const steady = iterateToSteady(
    first,
    (law) => {
      const next = new Float64Array(law.length);
      playDay(law).end.forEach((mass, state) => {
        next[tomorrow[state]!]! += mass;
      });
      return next;
    },
    1e-11,
  );
  const { visits } = playDay(steady);
  return delays.map((row) => {
    let booked = 0;
    let refused = 0;
    let delaySum = 0;
    visits.forEach((requests, state) => {
      const delay = row[state]!;
      if (delay === Number.POSITIVE_INFINITY) {
        refused += requests;
        return;
      }
      booked += requests;
      delaySum += requests * delay;
    });
    return { meanDelay: delaySum / booked, refusedFraction: refused / (booked + refused) };
  });
}

function listStates(
  start: State,
  flows: readonly RequestFlow[],
  midnight: (state: State) => State,
): { states: State[]; index: Map<string, number> } {
  const index = new Map<string, number>([[start.join(), 0]]);
  const states: State[] = [start];
  for (let i = 0; i < states.length; i++) {
    const state = states[i]!;
    for (const next of [...flows.map((flow) => flow.book(state).next), midnight(state)]) {
      const key = next.join();
      if (index.has(key)) continue;
      index.set(key, states.length);
      states.push(next);
    }
    if (states.length > 300_000) throw new RangeError('more than 300000 states');
  }
  return { states, index };
}
