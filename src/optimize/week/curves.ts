/**
 * The delay of a queue by the exams a week it can be given: convex, never increasing, in straight pieces, so that a linear
 * model can minimise it. Its shape comes from the way patients decline; its level and slope are fitted on the simulator.
 */
import { exp, ln } from '../../engine/math.ts';
import type { Queue, WeekProblem } from './problem.ts';

/** Straight piece: days ≥ slope × exams a week + intercept. */
export interface Piece {
  readonly slope: number;
  readonly intercept: number;
}

export interface Curve {
  readonly queue: string;
  /** Days added to the shape, and what it is multiplied by; fitted. */
  readonly level: number;
  readonly slope: number;
  /** Exams a week where pieces meet, and days there; growing exams. */
  readonly knots: readonly { readonly exams: number; readonly days: number }[];
  /** Steepest first. */
  readonly pieces: readonly Piece[];
}

/** The surrogate: a curve a queue, and the patients by whom delays are weighed. */
export interface Curves {
  readonly byQueue: ReadonlyMap<string, Curve>;
  /** Requests booked a week in the present week, by queue. */
  readonly booked: ReadonlyMap<string, number>;
}

/** More than so many times what is asked changes no delay: nobody is given more. */
export const MOST_GIVEN = 1.25;
/** Of those who always accept, the delay is what a backlog of twelve weeks comes to. */
const WEEKS_OF_BACKLOG = 12;
const DAYS_A_WEEK = 7;
/** Where pieces meet, as parts of what is given in the present week: dense around it. */
const KNOTS = [0.6, 0.8, 0.92, 1, 1.08, 1.25, 1.6];
/** Shares below are taken for this one. */
const LEAST_GIVEN = 0.02;

/** Days over which delay builds up when a queue is given less than it asks for. */
const scaleDays = ({ tauDays }: Queue): number => tauDays ?? WEEKS_OF_BACKLOG * DAYS_A_WEEK;

/**
 * The shape of the delay of a queue, days, when it is given a share of what it asks for. Where patients decline, so many that the
 * rest fits: exp(−d/τ) = share, d = τ·ln(1/share) (M3.5, in balance). Where all accept: what a lack of places makes of twelve
 * weeks, 84·(1/share − 1). Near balance chance adds to both: x is taken for (x + √(x² + 4ε²))/2, ε = 1/√(τ × requests a day), the
 * scale of a queue that people leave (Ward and Glynn 2003). Convex, never increasing.
 */
export function shapeDays(queue: Queue, share: number): number {
  const scale = scaleDays(queue);
  const part = Math.max(share, LEAST_GIVEN);
  const lack = queue.tauDays === null ? 1 / part - 1 : -ln(part);
  const requests = Math.max(queue.requestsPerWeek / DAYS_A_WEEK, 1e-3);
  const spread = 1 / Math.sqrt(Math.max(scale, 0.1) * requests);
  return (scale * (lack + Math.sqrt(lack * lack + 4 * spread * spread))) / 2;
}

/** Exams a week at which the pieces of a queue meet, when it is given so many in the present week. */
function knotsAround(queue: Queue, given: number): readonly number[] {
  const asked = queue.requestsPerWeek;
  const now = Math.min(Math.max(given, 0.05 * asked), MOST_GIVEN * asked);
  const inside = KNOTS.map((factor) => factor * now).filter((exams) => exams < 0.999 * MOST_GIVEN * asked);
  // What is given now stays a knot where it is all that can be.
  return [...inside, MOST_GIVEN * asked];
}

/** Slopes of less than this many days an exam are flat: no solver is given smaller numbers. */
const FLAT = 1e-4;

/** The curve of a queue by its level and slope, its pieces meeting around what it is given in the present week. */
export function curveOf(queue: Queue, level: number, slope: number, given: number): Curve {
  const knots = knotsAround(queue, given).map((exams) => ({
    exams,
    days: Math.max(0, level + slope * shapeDays(queue, exams / queue.requestsPerWeek)),
  }));
  const pieces = knots.slice(1).flatMap(({ exams, days }, at): Piece[] => {
    const from = knots[at]!;
    const steep = (days - from.days) / (exams - from.exams);
    return steep < -FLAT ? [{ slope: steep, intercept: from.days - steep * from.exams }] : [];
  });
  const least = knots.at(-1)!.days;
  return {
    queue: queue.id,
    level,
    slope,
    knots,
    pieces: [...pieces, { slope: 0, intercept: least }],
  };
}

/**
 * Days a curve gives for so many exams a week.
 * @example daysAt({ pieces: [{ slope: -2, intercept: 20 }, { slope: 0, intercept: 5 }] }, 4) // 12
 */
export const daysAt = ({ pieces }: Pick<Curve, 'pieces'>, exams: number): number =>
  Math.max(0, ...pieces.map(({ slope, intercept }) => slope * exams + intercept));

/** Requests a week that a queue would book at a delay. */
export const acceptedAt = ({ requestsPerWeek, tauDays, freeDays }: Queue, days: number): number =>
  tauDays === null ? requestsPerWeek : requestsPerWeek * exp(-Math.max(0, days - freeDays) / tauDays);

/** Queues that ask for something and have somewhere to go, whatever is changed. */
export const servedQueues = ({ supply }: WeekProblem): readonly Queue[] => {
  const somewhere = new Set(supply.places.flatMap(({ queues }) => queues));
  return supply.queues.filter(({ id, requestsPerWeek }) => requestsPerWeek > 0 && somewhere.has(id));
};
