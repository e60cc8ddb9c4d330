/**
 * Places reserved to one of two flows (rule M3.4): exact mean delays of ambulatory (A) and hospitalised (H) requests that book the first
 * available place from tomorrow on. All places have one length, all days are alike.
 */
import { type FlowAccess, type Offer, steadyRequests } from './request-chain.ts';
import type { State } from './steady-state.ts';

/** An agenda shared by two flows, with a reserve for H. */
export interface ReservedAgenda {
  /** `fixed`: H uses its own places of a day first, then public ones. `nested`: A books in a day only while more than the reserve is free. */
  readonly kind: 'fixed' | 'nested';
  readonly placesPerDay: number;
  /** Of which kept for H; below `placesPerDay`. */
  readonly reservedPlaces: number;
  readonly requestsPerDay: { readonly A: number; readonly H: number };
  /** true: tomorrow's places are open to all (release 1 day before); false: never released. */
  readonly releasedTomorrow: boolean;
  /** Last day offered: request day + horizonDays; refused beyond. */
  readonly horizonDays: number;
}

/** What each flow gets. */
export interface ReservedAccess {
  readonly A: FlowAccess;
  readonly H: FlowAccess;
}

/**
 * Mean delay and refused share of A and H in steady state, by a chain whose state is two counts (three with release).
 *
 * Call base places the c − r of a day that A may always use, and top places the r others. Base places fill in day order, because all who
 * take one take the earliest; so do top places, because H alone takes them (until release). So the agenda is (x top places taken, y base
 * places taken), their frontiers being on days x/r and y/(c − r) ahead, rounded down. A takes the next base place. H takes the earlier of
 * the two; on the same day the top one if `fixed` (its own reserved place), the base one if `nested`: while more than r places are free
 * there, an H booking lowers what is left to A just as an A booking does, and only below r free do H bookings use the protected places.
 * At midnight x and y lose one day: r and c − r.
 *
 * With release on the eve, tomorrow is one common stock: all take a place there while t < c are taken, and only then look at the days
 * after, to which (x, y) refers. At midnight t becomes the bookings of the new tomorrow, min(x, r) + min(y, c − r).
 * Throws `RangeError` if the reserve is not below the places.
 * @example reservedAccess({ kind: 'nested', placesPerDay: 2, reservedPlaces: 0, requestsPerDay: { A: 1e-9, H: 1e-9 }, releasedTomorrow: false, horizonDays: 3 }).A.meanDelay.toFixed(6) // '1.000000'
 */
export function reservedAccess(agenda: ReservedAgenda): ReservedAccess {
  const { placesPerDay, reservedPlaces, requestsPerDay, releasedTomorrow } = agenda;
  if (!(reservedPlaces >= 0 && reservedPlaces < placesPerDay)) {
    throw new RangeError(`reserve ${reservedPlaces} must be below the ${placesPerDay} places of a day`);
  }
  const base = placesPerDay - reservedPlaces;
  const [A, H] = steadyRequests(
    [0, 0, 0],
    [
      { requestsPerDay: requestsPerDay.A, book: (state) => book(agenda, state, false) },
      { requestsPerDay: requestsPerDay.H, book: (state) => book(agenda, state, true) },
    ],
    ([, top, later]) => [
      releasedTomorrow ? Math.min(top!, reservedPlaces) + Math.min(later!, base) : 0,
      Math.max(0, top! - reservedPlaces),
      Math.max(0, later! - base),
    ],
  ) as [FlowAccess, FlowAccess];
  return { A, H };
}

/** State: [taken tomorrow (0 without release), top places taken, base places taken] of the days that follow. */
function book(agenda: ReservedAgenda, state: State, mayUseReserve: boolean): Offer {
  const { kind, placesPerDay, reservedPlaces, releasedTomorrow, horizonDays } = agenda;
  const [tomorrow, top, base] = state as [number, number, number];
  if (releasedTomorrow && tomorrow < placesPerDay) {
    return offer(state, [tomorrow + 1, top, base], 1, horizonDays);
  }
  const firstDay = releasedTomorrow ? 2 : 1;
  const baseDay = firstDay + Math.floor(base / (placesPerDay - reservedPlaces));
  const topDay =
    mayUseReserve && reservedPlaces > 0
      ? firstDay + Math.floor(top / reservedPlaces)
      : Number.POSITIVE_INFINITY;
  const takesTop = kind === 'fixed' ? topDay <= baseDay : topDay < baseDay;
  return takesTop
    ? offer(state, [tomorrow, top + 1, base], topDay, horizonDays)
    : offer(state, [tomorrow, top, base + 1], baseDay, horizonDays);
}

function offer(state: State, next: State, delayDays: number, horizonDays: number): Offer {
  return delayDays <= horizonDays
    ? { next, delayDays }
    : { next: state, delayDays: Number.POSITIVE_INFINITY };
}
