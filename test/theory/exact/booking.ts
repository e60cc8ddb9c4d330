/** First-available booking: the exact law of the access delay in steady state, and after an initial backlog. Delays in days. */
import { type Agenda, bookingChain, oneMoreBooked, playDay, stationaryBooking } from './booking-chain.ts';
import { type DelayLaw, meanDelay, toDelayLaw } from './delay-law.ts';
import { poissonLaw, spread } from './poisson.ts';

/** What becomes of the requests, over all requests of a cycle in steady state. */
export interface AccessDelays {
  /** Law of the delay offered, over the requests that are offered a place. */
  readonly offered: DelayLaw;
  /** Law of the delay of those who accept. */
  readonly booked: DelayLaw;
  readonly meanOffered: number;
  readonly meanBooked: number;
  /** Booked ÷ requests. */
  readonly bookedFraction: number;
  /** Offered a place and not accepting ÷ requests. */
  readonly declinedFraction: number;
  /** No place by the horizon ÷ requests. */
  readonly refusedFraction: number;
}

/**
 * Delays of first-available booking in steady state: uneven weeks, horizon and acceptance as the agenda says. Exact but for the
 * truncation of `stationaryBooking`: the mean number of requests that find b booked is summed by the delay they are offered.
 * The state at midnight obeys b ← max(0, b + requests − places), the bulk-service queue of Bailey 1954, when all accept.
 * Throws `RangeError` if there is no steady state, or nobody is booked.
 * @example accessDelays({ places: [20], requests: [19] }).meanBooked.toFixed(4) // '1.3857'
 */
export function accessDelays(agenda: Agenda): AccessDelays {
  const { chain, law } = stationaryBooking(agenda);
  const tally = new DelayTally();
  let start = law;
  for (let day = 0; day < chain.days; day++) {
    const { found, next } = playDay(chain, day, start);
    tally.add(found, chain.delays[day]!, chain.accepted[day]!);
    start = next;
  }
  return tally.result();
}

/** Adds up requests by the delay they are offered. */
class DelayTally {
  private readonly offered: number[] = [];
  private readonly booked: number[] = [];
  private refused = 0;

  add(found: Float64Array, delays: Float64Array, accepted: Float64Array): void {
    found.forEach((requests, state) => {
      const delay = delays[state]!;
      if (delay === Number.POSITIVE_INFINITY) {
        this.refused += requests;
        return;
      }
      while (this.offered.length <= delay) {
        this.offered.push(0);
        this.booked.push(0);
      }
      this.offered[delay]! += requests;
      this.booked[delay]! += requests * accepted[state]!;
    });
  }

  result(): AccessDelays {
    const total = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);
    const offeredTotal = total(this.offered);
    const bookedTotal = total(this.booked);
    const requests = offeredTotal + this.refused;
    const offered = toDelayLaw(this.offered);
    const booked = toDelayLaw(this.booked);
    return {
      offered,
      booked,
      meanOffered: meanDelay(offered),
      meanBooked: meanDelay(booked),
      bookedFraction: bookedTotal / requests,
      declinedFraction: (offeredTotal - bookedTotal) / requests,
      refusedFraction: this.refused / requests,
    };
  }
}

/**
 * Probability of accepting a delay d: exp(−max(0, d − free)/τ), days (rule M3.5).
 * @example exponentialAcceptance(10, 5)(3) // 1
 */
export function exponentialAcceptance(tauDays: number, freeDays: number): (delayDays: number) => number {
  return (delayDays) => Math.exp(-Math.max(0, delayDays - freeDays) / tauDays);
}

/** When and what the first-available probe reads. */
export interface Probe {
  /** Share of the day's requests already made, uniform over the day: 0 = midnight (default), 1/3 = 08:00. */
  readonly dayFraction?: number;
  /** 1 = first available (default), 3 = third next available. */
  readonly place?: number;
}

/**
 * Law of the delay to the first (or third) place available in steady state, probed without booking on each day that has places
 * (rule M3.10); beyond the horizon it counts as horizon + 1.
 * Throws `RangeError` if there is no steady state.
 * @example firstAvailable({ places: [2], requests: [0] })[1] // 1
 */
export function firstAvailable(agenda: Agenda, probe: Probe = {}): DelayLaw {
  const { dayFraction = 0, place = 1 } = probe;
  const { chain, law } = stationaryBooking(agenda);
  // The places are tabulated further than the states, so that the third place of the last state is known.
  const { delays } = bookingChain(agenda, chain.states + place - 1);
  const beyond = (agenda.horizonDays ?? Number.POSITIVE_INFINITY) + 1;
  const weights: number[] = [];
  let start = law;
  for (let day = 0; day < chain.days; day++) {
    if (agenda.places[day]! > 0) {
      const before = poissonLaw(agenda.requests[day]! * dayFraction);
      const { end } = spread(start, before, oneMoreBooked(chain.accepted[day]!));
      end.forEach((mass, booked) => {
        const delay = Math.min(delays[day]![booked + place - 1]!, beyond);
        while (weights.length <= delay) weights.push(0);
        weights[delay]! += mass;
      });
    }
    start = playDay(chain, day, start).next;
  }
  return toDelayLaw(weights);
}

/**
 * Mean delay booked by the requests of each of days 0, 1, 2 … (`days` of them) when `patients` were booked at time 0 by first fit from
 * day 0 on (today's places included) and nobody else: the backlog decays, or settles at the steady state. Day 0 is day 0 of the cycle.
 * A day without requests gives NaN.
 * Throws `RangeError` if the backlog does not fit before the horizon.
 * @example delaysAfterBacklog({ places: [2], requests: [1e-9] }, 6, 3).map((d) => d.toFixed(3)) // ['3.000', '2.000', '1.000']
 */
export function delaysAfterBacklog(agenda: Agenda, patients: number, days: number): readonly number[] {
  const { places, requests, leadDays = 1, horizonDays } = agenda;
  let before = 0;
  for (let day = 0; day < leadDays; day++) before += places[day % places.length]!;
  const booked = Math.max(0, patients - before);
  // Enough states for every request of the span, and then some for the luck of the draw.
  let asked = 0;
  for (let day = 0; day < days; day++) asked += requests[day % requests.length]!;
  const states = Math.ceil(booked + asked + 12 * Math.sqrt(asked + 1) + 64);
  const chain = bookingChain(agenda, states);
  if (horizonDays !== undefined && booked > 0 && chain.delays[0]![booked - 1]! === Number.POSITIVE_INFINITY) {
    throw new RangeError(`a backlog of ${patients} does not fit within ${horizonDays} days`);
  }
  let law: Float64Array = new Float64Array(states);
  law[booked] = 1;
  return Array.from({ length: days }, (_, n) => {
    const day = n % chain.days;
    const { found, next } = playDay(chain, day, law);
    law = next;
    let accepted = 0;
    let delaySum = 0;
    found.forEach((count, state) => {
      const yes = count * chain.accepted[day]![state]!;
      if (yes === 0) return;
      accepted += yes;
      delaySum += yes * chain.delays[day]![state]!;
    });
    return delaySum / accepted;
  });
}
