/** Where else a declined request is offered a place. */
import { exp, ln } from '../../engine/math.ts';

/** A place as seen from a flow. */
export interface Other {
  readonly place: number;
  /** Minutes farther than the place asked first. */
  readonly farther: number;
  readonly bookings: number;
}

/**
 * Other places in random order, more often first the larger and the nearer, as patients would accept them: the order of
 * draws without replacement (Efraimidis & Spirakis 2006: exponential times ÷ weight, the smallest first).
 * @param scaleMinutes by which a place is e times less often accepted.
 * @param draw numbers in [0, 1).
 */
export function drawnOrder(
  candidates: readonly Other[],
  scaleMinutes: number,
  draw: () => number,
): readonly Other[] {
  return candidates
    .map((one) => {
      const weight = one.bookings * exp(-Math.max(0, one.farther) / scaleMinutes);
      return { one, time: -ln(1 - draw()) / weight };
    })
    .sort((a, b) => a.time - b.time || a.one.place - b.one.place)
    .map(({ one }) => one);
}

/** What places have taken on of others' requests, so that none takes more than a part of its appointments. */
export class Receivers {
  readonly #left: Float64Array;

  /** @param room appointments a week each place may give to requests declined elsewhere. */
  constructor(room: readonly number[]) {
    this.#left = Float64Array.from(room);
  }

  /**
   * The first so many of the list that have room for what they would receive, nearest first.
   * @param received appointments a week that an other of the list would give at most.
   */
  take(order: readonly Other[], count: number, received: (other: Other) => number): readonly Other[] {
    const taken: Other[] = [];
    for (const other of order) {
      if (taken.length === count) break;
      const more = received(other);
      if (more > this.#left[other.place]!) continue;
      this.#left[other.place]! -= more;
      taken.push(other);
    }
    return taken.sort((a, b) => a.farther - b.farther || a.place - b.place);
  }
}
