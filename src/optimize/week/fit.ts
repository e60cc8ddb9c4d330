/** The curves of a week fitted to weeks that were simulated: level and slope a queue, the present week met exactly. */
import { allot, placeHours, predictedDelays, type Stretch, slotHours } from './allot.ts';
import type { Pick } from './change.ts';
import { acceptedAt, type Curves, curveOf, MOST_GIVEN, servedQueues, shapeDays } from './curves.ts';
import type { Queue, WeekProblem } from './problem.ts';

/** A week that was simulated. */
export interface SimulatedWeek {
  /** None: the present week. */
  readonly picks: readonly Pick[];
  /** Mean access delay by queue, days; a queue may be missing. */
  readonly delayDays: ReadonlyMap<string, number>;
  /** How much it counts, 1 when left out: replications, for instance. */
  readonly weight?: number;
}

/** Simulated − predicted, days, of a week and a queue. */
export interface Residual {
  readonly week: number;
  readonly queue: string;
  readonly days: number;
}

export interface Fitted {
  readonly curves: Curves;
  readonly residuals: readonly Residual[];
}

/** Steps of the fine shape by which the present week is shared out before its pieces are cut. */
const STEPS = 120;
/** A slope is pulled to 1 as by one week of weight 1 whose shape differs by so many days from now. */
const PRIOR_DAYS = 0.25;
/** A slope out of these is noise: delays that react four times more, or less, than patience says. */
const SLOPES = { least: 0.25, most: 4 };
/** The share of each queue depends on the slopes that are fitted, and they on the shares: so many turns. */
const TURNS = 3;

type Slopes = ReadonlyMap<string, number>;

/** Exams given by the fine shapes, to the 1 % of the steps. */
function givenBy(
  problem: WeekProblem,
  queues: readonly Queue[],
  booked: ReadonlyMap<string, number>,
  slopes: Slopes,
  picks: readonly Pick[],
): readonly number[] {
  const stretches = queues.flatMap((queue, at): Stretch[] => {
    const weight = (booked.get(queue.id) ?? 0) * (slopes.get(queue.id) ?? 1);
    const width = (MOST_GIVEN * queue.requestsPerWeek) / STEPS;
    const days = Array.from({ length: STEPS + 1 }, (_, step) =>
      shapeDays(queue, (MOST_GIVEN * step) / STEPS),
    );
    return days.slice(1).map((there, step) => ({
      queue: at,
      hours: width * slotHours(queue),
      worth: (weight * (days[step]! - there)) / (width * slotHours(queue)),
    }));
  });
  return allot(problem, queues, placeHours(problem, picks), stretches);
}

const within = (value: number, { least, most }: typeof SLOPES): number =>
  Math.min(most, Math.max(least, value));

/** Slopes by weighted least squares through the present week. */
function slopesOf(
  queues: readonly Queue[],
  present: SimulatedWeek,
  others: readonly SimulatedWeek[],
  given: (picks: readonly Pick[]) => readonly number[],
): Slopes {
  const shapes = (picks: readonly Pick[]) =>
    given(picks).map((exams, at) => shapeDays(queues[at]!, exams / queues[at]!.requestsPerWeek));
  const now = shapes([]);
  const there = others.map(({ picks }) => shapes(picks));
  return new Map(
    queues.map(({ id }, at) => {
      let [product, square] = [PRIOR_DAYS ** 2, PRIOR_DAYS ** 2];
      others.forEach(({ delayDays, weight = 1 }, week) => {
        const [was, is] = [present.delayDays.get(id), delayDays.get(id)];
        if (was === undefined || is === undefined) return;
        const step = there[week]![at]! - now[at]!;
        product += weight * step * (is - was);
        square += weight * step * step;
      });
      return [id, within(product / square, SLOPES)];
    }),
  );
}

/** Curves with these slopes whose level meets the delays of the present week, where they are known. */
function curvesOf(
  problem: WeekProblem,
  queues: readonly Queue[],
  booked: ReadonlyMap<string, number>,
  slopes: Slopes,
  present: ReadonlyMap<string, number>,
): Curves {
  const given = givenBy(problem, queues, booked, slopes, []);
  const curves = queues.map((queue, at) => {
    const slope = slopes.get(queue.id) ?? 1;
    const shape = shapeDays(queue, given[at]! / queue.requestsPerWeek);
    const known = present.get(queue.id);
    const level = known === undefined ? queue.freeDays : known - slope * shape;
    return curveOf(queue, level, slope, given[at]!);
  });
  return { byQueue: new Map(curves.map((curve) => [curve.queue, curve])), booked };
}

/** Levels once more, against what the pieces themselves give: they then meet the present week to the last digit. */
function exactAtPresent(
  problem: WeekProblem,
  queues: readonly Queue[],
  curves: Curves,
  present: ReadonlyMap<string, number>,
): Curves {
  const { delayDays } = predictedDelays(problem, curves, []);
  const byQueue = queues.map((queue) => {
    const curve = curves.byQueue.get(queue.id)!;
    const miss = (present.get(queue.id) ?? delayDays.get(queue.id)!) - delayDays.get(queue.id)!;
    const pieces = curve.pieces.map(({ slope, intercept }) => ({ slope, intercept: intercept + miss }));
    const knots = curve.knots.map(({ exams, days }) => ({ exams, days: days + miss }));
    return [queue.id, { ...curve, level: curve.level + miss, pieces, knots }] as const;
  });
  return { ...curves, byQueue: new Map(byQueue) };
}

/** Curves before anything was simulated: delays and bookings in the balance of M3.5, slopes of 1. */
export function startCurves(problem: WeekProblem): Curves {
  const queues = servedQueues(problem);
  const asked = new Map(queues.map(({ id, requestsPerWeek }) => [id, requestsPerWeek]));
  const first = curvesOf(problem, queues, asked, new Map(), new Map());
  const { delayDays } = predictedDelays(problem, first, []);
  const booked = new Map(queues.map((queue) => [queue.id, acceptedAt(queue, delayDays.get(queue.id)!)]));
  return curvesOf(problem, queues, booked, new Map(), new Map());
}

/**
 * Curves fitted to simulated weeks: by queue a slope by weighted least squares of its change of delay on the change of its
 * shape, pulled to 1 where little is known, from a quarter to four, and a level with which the present week is met exactly. Convex and never increasing
 * whatever the points. `booked`: requests booked a week in the present week, by queue, as simulated. Throws a RangeError
 * when the present week (no picks) is not among the points.
 */
export function fitCurves(
  problem: WeekProblem,
  booked: ReadonlyMap<string, number>,
  points: readonly SimulatedWeek[],
): Fitted {
  const present = points.find(({ picks }) => picks.length === 0);
  if (present === undefined) throw new RangeError('the present week is not among the points');
  const queues = servedQueues(problem);
  const others = points.filter((point) => point.picks.length > 0);
  let slopes: Slopes = new Map();
  for (let turn = 0; turn < TURNS; turn++)
    slopes = slopesOf(queues, present, others, (picks) => givenBy(problem, queues, booked, slopes, picks));
  const rough = curvesOf(problem, queues, booked, slopes, present.delayDays);
  const curves = exactAtPresent(problem, queues, rough, present.delayDays);
  const residuals = points.flatMap(({ picks, delayDays }, week) => {
    const predicted = predictedDelays(problem, curves, picks).delayDays;
    return queues.flatMap(({ id }): Residual[] => {
      const simulated = delayDays.get(id);
      return simulated === undefined ? [] : [{ week, queue: id, days: simulated - predicted.get(id)! }];
    });
  });
  return { curves, residuals };
}
