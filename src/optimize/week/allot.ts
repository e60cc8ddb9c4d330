/**
 * Who is given what of a week: place time shared out among queues so that patient-days of waiting are least. The linear model
 * holds the same question; here it is answered alone, exactly, without a solver.
 */
import { HOUR } from '../../model/units.ts';
import type { Pick } from './change.ts';
import { type Curves, daysAt, MOST_GIVEN, servedQueues } from './curves.ts';
import type { Queue, WeekProblem } from './problem.ts';

const TINY = 1e-9;

/** A stretch of exams a week of a queue, and what one hour of it is worth, patient-days a week. */
export interface Stretch {
  readonly queue: number;
  readonly hours: number;
  readonly worth: number;
}

/** Hours of places given to queues, and taken back from one for another where the first has others to go to. */
class Shares {
  /** By place, then queue. */
  readonly given: number[][];
  readonly #free: number[];
  readonly #most: readonly (readonly number[])[];

  constructor(hours: readonly number[], most: readonly (readonly number[])[]) {
    this.#free = [...hours];
    this.#most = most;
    this.given = most.map((row) => row.map(() => 0));
  }

  /** Gives a queue so many hours more, or as many as there are: the hours given. */
  give(queue: number, wanted: number): number {
    let given = 0;
    while (wanted - given > TINY) {
      const path = this.#path(queue);
      if (path === null) break;
      given += this.#push(queue, path, wanted - given);
    }
    return given;
  }

  /** Places and queues in turn, from a queue to a place with time left; null when there is none. */
  #path(from: number): readonly number[] | null {
    const reached = new Map<number, readonly number[]>([[from, []]]);
    const seen = new Set<number>();
    const waiting = [from];
    for (let head = 0; head < waiting.length; head++) {
      const queue = waiting[head]!;
      for (let place = 0; place < this.#free.length; place++) {
        if (seen.has(place) || this.#most[place]![queue]! - this.given[place]![queue]! <= TINY) continue;
        seen.add(place);
        const path = [...reached.get(queue)!, place];
        if (this.#free[place]! > TINY) return path;
        this.given[place]!.forEach((hours, other) => {
          if (hours <= TINY || reached.has(other)) return;
          reached.set(other, [...path, other]);
          waiting.push(other);
        });
      }
    }
    return null;
  }

  #push(first: number, path: readonly number[], wanted: number): number {
    const last = path.at(-1)!;
    let amount = Math.min(wanted, this.#free[last]!);
    const steps: { place: number; taker: number; giver: number | null }[] = [];
    for (let at = 0, taker = first; at < path.length; at += 2) {
      const place = path[at]!;
      const giver = path[at + 1] ?? null;
      amount = Math.min(amount, this.#most[place]![taker]! - this.given[place]![taker]!);
      if (giver !== null) amount = Math.min(amount, this.given[place]![giver]!);
      steps.push({ place, taker, giver });
      taker = giver ?? taker;
    }
    for (const { place, taker, giver } of steps) {
      this.given[place]![taker]! += amount;
      if (giver === null) this.#free[place]! -= amount;
      else this.given[place]![giver]! -= amount;
    }
    return amount;
  }
}

/** Hours a week of each place once changes are done; never below 0. */
export function placeHours(problem: WeekProblem, picks: readonly Pick[]): readonly number[] {
  const seconds = new Map(problem.supply.places.map((place) => [place.id, place.seconds]));
  for (const { change, times } of picks)
    for (const effect of problem.effects.get(change.id) ?? [])
      seconds.set(effect.place, (seconds.get(effect.place) ?? 0) + times * effect.seconds);
  return problem.supply.places.map(({ id }) => Math.max(0, seconds.get(id)! / HOUR));
}

/** Hours an exam of a queue takes. */
export const slotHours = ({ slotSeconds }: Queue): number => slotSeconds / HOUR;

/**
 * Exams a week given to each queue when stretches are served in the order of their worth. Exact where each queue's
 * own stretches are worth less and less: hours that can be given form a polymatroid (Federgruen and Groenevelt 1986).
 */
export function allot(
  problem: WeekProblem,
  queues: readonly Queue[],
  hours: readonly number[],
  stretches: readonly Stretch[],
): readonly number[] {
  const most = problem.supply.places.map((place) =>
    queues.map((queue) => {
      const at = place.queues.indexOf(queue.id);
      return at < 0 ? 0 : MOST_GIVEN * queue.requestsPerWeek * place.shares[at]! * slotHours(queue);
    }),
  );
  const shares = new Shares(hours, most);
  for (const { queue, hours: wanted } of [...stretches].sort((a, b) => b.worth - a.worth))
    shares.give(queue, wanted);
  return queues.map((queue, at) => shares.given.reduce((sum, row) => sum + row[at]!, 0) / slotHours(queue));
}

/** The stretches of the curves: each piece of each queue. */
function stretchesOf(curves: Curves, queues: readonly Queue[]): readonly Stretch[] {
  return queues.flatMap((queue, at) => {
    const { pieces, knots } = curves.byQueue.get(queue.id)!;
    const booked = curves.booked.get(queue.id) ?? 0;
    return pieces.flatMap(({ slope }, piece): Stretch[] => {
      if (slope === 0) return [];
      const from = piece === 0 ? 0 : knots[piece]!.exams;
      const exams = knots[piece + 1]!.exams - from;
      return [{ queue: at, hours: exams * slotHours(queue), worth: (booked * -slope) / slotHours(queue) }];
    });
  });
}

export interface Predicted {
  /** Mean access delay by queue, days. */
  readonly delayDays: ReadonlyMap<string, number>;
  /** Exams a week that each queue can be given. */
  readonly exams: ReadonlyMap<string, number>;
  /** Patient-days of waiting a week: requests booked in the present week × delay, over all queues. */
  readonly patientDays: number;
}

/**
 * What the surrogate says of the week with some changes: delays when place time is shared out so that patient-days of waiting
 * are least, as in the linear model.
 */
export function predictedDelays(problem: WeekProblem, curves: Curves, picks: readonly Pick[]): Predicted {
  const queues = servedQueues(problem);
  const given = allot(problem, queues, placeHours(problem, picks), stretchesOf(curves, queues));
  const delays = queues.map(({ id }, at) => daysAt(curves.byQueue.get(id)!, given[at]!));
  return {
    delayDays: new Map(queues.map(({ id }, at) => [id, delays[at]!])),
    exams: new Map(queues.map(({ id }, at) => [id, given[at]!])),
    patientDays: queues.reduce((sum, { id }, at) => sum + (curves.booked.get(id) ?? 0) * delays[at]!, 0),
  };
}
