/**
 * The chain behind first-available booking (rules M3.3, M3.5): one place length, no cancellation, so bookings fill the days in order
 * and the number of patients booked from the first bookable day on says everything.
 */
import { poissonLaw, type Step, spread } from './poisson.ts';
import { type BandedRow, bandedStationary } from './steady-state.ts';

/** An agenda and the requests made to it. Both lists repeat: 1 entry = all days alike, 7 = Monday to Sunday. */
export interface Agenda {
  /** Places of each day of the cycle. */
  readonly places: readonly number[];
  /** Mean number of requests on each day of the cycle; Poisson. */
  readonly requests: readonly number[];
  /** First day offered: request day + leadDays, at least 1. Default 1. */
  readonly leadDays?: number;
  /** Last day offered: request day + horizonDays; a request that finds no place by then is refused. Default: no limit. */
  readonly horizonDays?: number;
  /** Probability of accepting a place `delayDays` away. Default: always 1. */
  readonly accept?: (delayDays: number) => number;
}

/** The agenda prepared for states 0…`states − 1` patients booked from the first bookable day on. */
export interface BookingChain {
  readonly days: number;
  readonly states: number;
  /** delays[day][b]: days to the place offered by a request of that day that finds b booked; Infinity = refused. */
  readonly delays: readonly Float64Array[];
  /** accepted[day][b]: probability that this request is booked. */
  readonly accepted: readonly Float64Array[];
  /** Law of the number of requests of each day. */
  readonly counts: readonly Float64Array[];
  /** Places that stop being bookable at the midnight after each day. */
  readonly leaving: readonly number[];
}

/**
 * Tabulates an agenda for up to `states − 1` patients booked.
 * A request of day D that finds b booked is offered the day on which the places of D + lead, D + lead + 1, … first add up to more than b.
 * Throws `RangeError` if lists differ in length, the lead is below 1, or no day has places.
 * @example bookingChain({ places: [2], requests: [1] }, 5).delays[0]![4] // 3
 */
export function bookingChain(agenda: Agenda, states: number): BookingChain {
  const { places, requests, leadDays = 1, horizonDays = Number.POSITIVE_INFINITY, accept = () => 1 } = agenda;
  const days = places.length;
  if (requests.length !== days || days === 0) {
    throw new RangeError(`places and requests must cover the same days: ${days} and ${requests.length}`);
  }
  if (leadDays < 1) throw new RangeError(`lead must be at least 1 day: ${leadDays}`);
  if (!places.some((count) => count > 0)) throw new RangeError('no day has places');
  const delays = places.map((_, day) => {
    const row = new Float64Array(states);
    let delay = leadDays;
    let reached = places[(day + delay) % days]!;
    for (let booked = 0; booked < states; booked++) {
      while (reached <= booked) {
        delay++;
        reached += places[(day + delay) % days]!;
      }
      row[booked] = delay <= horizonDays ? delay : Number.POSITIVE_INFINITY;
    }
    return row;
  });
  return {
    days,
    states,
    delays,
    accepted: delays.map((row) =>
      row.map((delay) => (delay === Number.POSITIVE_INFINITY ? 0 : accept(delay))),
    ),
    counts: requests.map(poissonLaw),
    leaving: places.map((_, day) => places[(day + leadDays) % days]!),
  };
}

/**
 * One request: one more is booked with the probability `accepted[b]` of the number b it finds. The last state stays.
 * @example oneMoreBooked(Float64Array.of(1, 1)).length // 2
 */
export function oneMoreBooked(accepted: Float64Array): Step {
  return (from, to) => {
    const last = from.length - 1;
    for (let booked = 0; booked <= last; booked++) {
      const mass = from[booked]!;
      if (mass === 0) continue;
      const yes = accepted[booked]!;
      to[Math.min(booked + 1, last)]! += mass * yes;
      to[booked]! += mass * (1 - yes);
    }
  };
}

/** A day of the chain. */
export interface BookingDay {
  /** Mean number of requests that find b booked. */
  readonly found: Float64Array;
  /** Law of the number booked at the next midnight, after the first bookable day has left. */
  readonly next: Float64Array;
}

/**
 * Plays one day of the cycle from the law of the number booked at its start: requests, then midnight.
 * @example playDay(bookingChain({ places: [2], requests: [0] }, 3), 0, Float64Array.of(0, 0, 1)).next[0] // 1
 */
export function playDay(chain: BookingChain, day: number, start: Float64Array): BookingDay {
  const { end, visits } = spread(start, chain.counts[day]!, oneMoreBooked(chain.accepted[day]!));
  return { found: visits, next: afterMidnight(end, chain.leaving[day]!) };
}

function afterMidnight(law: Float64Array, leaving: number): Float64Array {
  const next = new Float64Array(law.length);
  for (let booked = 0; booked < law.length; booked++) next[Math.max(0, booked - leaving)]! += law[booked]!;
  return next;
}

/**
 * The prepared agenda and the stationary law of the number booked at the start of day 0 of the cycle. With a horizon the states
 * are exactly those possible; without, they are doubled until the last cycle of places holds less than 1e-13.
 * Throws `RangeError` if requests outnumber places and nothing limits them (no steady state).
 * @example stationaryBooking({ places: [2], requests: [0] }).law[0] // 1
 */
export function stationaryBooking(agenda: Agenda): { chain: BookingChain; law: Float64Array } {
  const { places, requests, horizonDays, leadDays = 1 } = agenda;
  const cycle = places.reduce((sum, count) => sum + count, 0);
  const asked = requests.reduce((sum, count) => sum + count, 0);
  if (horizonDays !== undefined) {
    const open = places.map((_, day) => {
      let sum = 0;
      for (let delay = leadDays; delay <= horizonDays; delay++) sum += places[(day + delay) % places.length]!;
      return sum;
    });
    const chain = bookingChain(agenda, Math.max(...open) + 1);
    return { chain, law: stationaryCycle(chain) };
  }
  if (agenda.accept === undefined && asked >= cycle) {
    throw new RangeError(`no steady state: ${asked} requests for ${cycle} places`);
  }
  for (let states = 8 * (cycle + Math.ceil(asked)) + 64; states < 40_000; states *= 2) {
    const chain = bookingChain(agenda, states);
    const law = stationaryCycle(chain);
    const top = law.subarray(states - cycle - 1).reduce((sum, mass) => sum + mass, 0);
    if (top < 1e-13) return { chain, law };
  }
  throw new RangeError('no steady state within 40000 booked patients');
}

/** The transition matrix over one cycle of days, row by row, then its stationary law. */
function stationaryCycle(chain: BookingChain): Float64Array {
  const leaving = chain.leaving.reduce((sum, count) => sum + count, 0);
  const alike = chain.accepted.every((row) => row.every((yes) => yes === 1));
  const rows: BandedRow[] = [];
  for (let booked = 0; booked < chain.states; booked++) {
    // When all accept, the rows above a full cycle of places are one row, shifted: nothing is clamped at 0.
    const shifted = alike && booked > leaving;
    rows.push(shifted ? shiftedRow(rows[leaving]!, booked - leaving, chain.states) : cycleRow(chain, booked));
  }
  return bandedStationary(rows);
}

/** Law of the number booked one cycle later, from exactly `booked`: only the states that can be reached are carried. */
function cycleRow(chain: BookingChain, booked: number): BandedRow {
  let first = booked;
  let law: Float64Array = Float64Array.of(1);
  for (let day = 0; day < chain.days; day++) {
    const width = Math.min(law.length + chain.counts[day]!.length - 1, chain.states - first);
    const padded = new Float64Array(width);
    padded.set(law);
    const step = oneMoreBooked(chain.accepted[day]!.subarray(first));
    const { end } = spread(padded, chain.counts[day]!, step);
    const leaving = chain.leaving[day]!;
    const nextFirst = Math.max(0, first - leaving);
    law = new Float64Array(Math.max(1, first + width - leaving - nextFirst));
    for (let i = 0; i < width; i++) law[Math.max(0, first + i - leaving) - nextFirst]! += end[i]!;
    first = nextFirst;
  }
  return { first, mass: law };
}

function shiftedRow(row: BandedRow, shift: number, states: number): BandedRow {
  const first = row.first + shift;
  const mass = row.mass.slice(0, states - first);
  for (let i = mass.length; i < row.mass.length; i++) mass[mass.length - 1]! += row.mass[i]!;
  return { first, mass };
}
