/**
 * A region without chance: every agenda offers its delay, every request is a fraction of a patient. It says how many
 * requests each implantation must be asked first for as many to be booked there as it has places.
 */
import { exp } from '../../engine/math.ts';
import { columnSums, fitMargins, type Matrix, rowSums, withoutSmall } from './fit-margins.ts';

/** An implantation of the fluid model. */
export interface FluidPlace {
  readonly id: string;
  /** To the first place offered. */
  readonly delayDays: number;
  /** Patience of those who ask here first. */
  readonly tauDays: number;
  /** Appointments to be given a week. */
  readonly bookings: number;
}

/** Those of one department of residence who ask one implantation first. */
export interface FluidFlow {
  readonly origin: number;
  readonly place: number;
  /** Offered in this order when declined; positions of places. */
  readonly others: readonly number[];
  /** Minutes to the first, then to each of the others. */
  readonly minutes: readonly number[];
}

/** A place offered elsewhere is offered the night after: a day later than to those who ask there. */
const NIGHT_DAYS = 1;

/**
 * Shares of the requests of a flow that are booked: where they ask first, then at each of the others; what is left gets no
 * appointment. A request has one patience for all its offers, so another site only takes those who would have accepted it
 * and not what was offered before.
 * @param travelScaleMinutes see the rule of acceptance elsewhere.
 * @example bookedShares({ origin: 0, place: 0, others: [1], minutes: [20, 20] }, [{ id: 'a', delayDays: 30, tauDays: 30, bookings: 1 }, { id: 'b', delayDays: 29, tauDays: 1, bookings: 1 }], 30)[1] // 0
 */
export function bookedShares(
  { place, others, minutes }: FluidFlow,
  places: readonly FluidPlace[],
  travelScaleMinutes: number,
): readonly number[] {
  const { delayDays, tauDays } = places[place]!;
  let taken = exp(-delayDays / tauDays);
  const shares = [taken];
  others.forEach((other, rank) => {
    const farther = Math.max(0, minutes[rank + 1]! - minutes[0]!);
    const accepted =
      exp(-(places[other]!.delayDays + NIGHT_DAYS) / tauDays) * exp(-farther / travelScaleMinutes);
    shares.push(Math.max(0, accepted - taken));
    taken = Math.max(taken, accepted);
  });
  return shares;
}

/**
 * Share of the requests of a place that another one would book at most: those who would accept it and not the first.
 * @param farther minutes farther than the first.
 */
export const mostElsewhere = (
  first: FluidPlace,
  other: FluidPlace,
  farther: number,
  travelScaleMinutes: number,
): number =>
  Math.max(
    0,
    exp(-(other.delayDays + NIGHT_DAYS) / first.tauDays) * exp(-Math.max(0, farther) / travelScaleMinutes) -
      exp(-first.delayDays / first.tauDays),
  );

/** Requests of the flows of a region. */
export interface FluidRegion {
  readonly places: readonly FluidPlace[];
  readonly flows: readonly FluidFlow[];
  /** Shares of `bookedShares`, flow by flow. */
  readonly shares: readonly (readonly number[])[];
}

/** Appointments a week at each place, when flows make so many requests. */
export function bookedAt(
  { places, flows, shares }: FluidRegion,
  requests: readonly number[],
): readonly number[] {
  const booked = places.map(() => 0);
  flows.forEach(({ place, others }, rank) => {
    const made = requests[rank]!;
    booked[place]! += made * shares[rank]![0]!;
    others.forEach((other, at) => {
      booked[other]! += made * shares[rank]![at + 1]!;
    });
  });
  return booked;
}

/** The gravity model of who asks where: seed of the matrix of requests, origins by places. */
export const gravitySeed = (
  minutes: Matrix,
  places: readonly Pick<FluidPlace, 'bookings'>[],
  scaleMinutes: number,
): Matrix =>
  minutes.map((row) => row.map((one, place) => places[place]!.bookings * exp(-one / scaleMinutes)));

/** Sweeps within which sums are met where the zeros of a matrix leave room; at the edge of what can be it takes ever more. */
const EASY_SWEEPS = 200;

/**
 * The seed without origins of a place that are too small to keep. Where what stays could hardly have the sums asked for,
 * fewer are left out.
 * @param shares of the requests of the region by origin.
 * @param least share of the requests of a place.
 * @throws RangeError where even all origins cannot have the sums.
 */
export function keptOrigins(
  seed: Matrix,
  shares: readonly number[],
  columns: readonly number[],
  least: number,
): Matrix {
  const total = columns.reduce((sum, one) => sum + one, 0);
  const rows = shares.map((share) => share * total);
  const all = fitMargins(seed, rows, columns);
  if (all === null) throw new RangeError('residents and implantations cannot be matched');
  for (let share = least; share > least / 100; share /= 2) {
    const kept = withoutSmall(seed, all, share);
    if (fitMargins(kept, rows, columns, 1e-9, EASY_SWEEPS) !== null) return kept;
  }
  return seed;
}

/** Of the requests at a place, the share that ask there first at least: no place lives by others' refusals alone. */
export const LEAST_FIRST = 0.15;
const STEPS = 400;
const STRIDE = 0.8;

/**
 * Requests a place must be asked first where none comes from elsewhere.
 * @example firstRequests({ id: 'a', delayDays: 0, tauDays: 30, bookings: 40 }) // 40
 */
export const firstRequests = ({ bookings, delayDays, tauDays }: FluidPlace): number =>
  bookings / exp(-delayDays / tauDays);

export interface FluidDemand {
  /** Requests a week, origins by places. */
  readonly requests: Matrix;
  /** Places that receive more of others' requests than they have appointments for, at their delay. */
  readonly overfull: readonly number[];
}

/**
 * Requests by origin and place for which each place books as many as it has appointments, at the delays given: sums of
 * columns by a multiplicative fixed point, sums of rows in the proportions given, by iterative proportional fitting of the
 * seed. Places that others' requests would fill keep a least demand of their own.
 * @param seed gravity; a 0 is a flow that is not.
 * @param flows those of the entries of the seed that are not 0.
 * @param shares of the requests of the region by origin; they sum to 1.
 * @param factors of the columns, found by simulation: what a place must be asked ÷ what the fluid says.
 */
export function fluidDemand(
  region: FluidRegion,
  seed: Matrix,
  shares: readonly number[],
  factors: readonly number[] = region.places.map(() => 1),
): FluidDemand {
  const { places, flows } = region;
  const firsts = places.map(firstRequests);
  let columns: readonly number[] = firsts;
  let requests = seed;
  const fitted = (asked: readonly number[]): Matrix => {
    const total = asked.reduce((sum, one) => sum + one, 0);
    const rows = shares.map((share) => share * total);
    const found = fitMargins(requests, rows, asked) ?? fitMargins(seed, rows, asked, 1e-6);
    if (found === null) throw new RangeError('residents and implantations cannot be matched');
    return found;
  };
  for (let step = 0; step < STEPS; step++) {
    requests = fitted(columns);
    const booked = bookedAt(
      region,
      flows.map(({ origin, place }) => requests[origin]![place]!),
    );
    let worst = 0;
    columns = columns.map((asked, place) => {
      const wanted = places[place]!.bookings / booked[place]!;
      const next = Math.max(LEAST_FIRST * firsts[place]!, asked * (1 + STRIDE * (wanted - 1)));
      worst = Math.max(worst, Math.abs(next / asked - 1));
      return next;
    });
    if (worst < 1e-9) break;
  }
  const overfull = [...places.keys()].filter(
    (place) => columns[place]! <= LEAST_FIRST * firsts[place]! * (1 + 1e-9),
  );
  requests = fitted(columns.map((asked, place) => asked * factors[place]!));
  return { requests, overfull };
}

/** Relative distance of a matrix from its sums: the largest of rows (against their shares) and columns. */
export function marginGap(requests: Matrix, shares: readonly number[], columns: readonly number[]): number {
  const total = columns.reduce((sum, one) => sum + one, 0);
  const rows = rowSums(requests).map((sum, origin) => Math.abs(sum / (shares[origin]! * total) - 1));
  const sites = columnSums(requests).map((sum, place) => Math.abs(sum / columns[place]! - 1));
  return Math.max(...rows, ...sites);
}
