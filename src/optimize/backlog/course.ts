/** One course of delays over weeks and replications, and what is read from it. */
import { type Estimate, round12 } from '../../model/results/estimate.ts';
import { estimate } from '../../stats/estimate.ts';

/** Mean delay of each week, days, one row a replication. */
export type Course = readonly (readonly number[])[];

/** A number of an interval: the middle, or one of its ends; all the mean where there is one replication. */
export type Part = 'mean' | 'low' | 'high';
export const partOf = (one: Estimate, part: Part): number => one[part] ?? one.mean;

/**
 * The delay of one week over replications, days.
 * @throws RangeError when a replication has no such week, or no probe until then.
 * @example delayOf([[21, 20], [21, 22]], 0) // { mean: 21, low: 21, high: 21, n: 2 }
 */
export const delayOf = (course: Course, week: number): Estimate =>
  estimate(course.map((delays) => delays[week] ?? Number.NaN));

/**
 * The delay over weeks `from` to `to` (not included): a mean each replication, days.
 * @example delayOver([[9, 20, 22], [9, 21, 21]], 1, 3) // { mean: 21, low: 21, high: 21, n: 2 }
 */
export function delayOver(course: Course, from: number, to: number): Estimate {
  return estimate(
    course.map((delays) => {
      const kept = delays.slice(from, to);
      return round12(averageOf(kept));
    }),
  );
}

/**
 * Mean over replications of each week, days.
 * @example meansOf([[21, 20], [19, 18]]) // [20, 19]
 */
export const meansOf = (course: Course): readonly number[] =>
  (course[0] ?? []).map((_, week) => course.reduce((sum, delays) => sum + delays[week]!, 0) / course.length);

/**
 * The week of the lowest mean delay from `from` to `to` (not included); the first of equals.
 * @example lowestWeek([[21, 17, 16, 16, 20]], 0, 5) // 2
 */
export function lowestWeek(course: Course, from: number, to: number): number {
  const means = meansOf(course);
  let lowest = from;
  for (let week = from + 1; week < Math.min(to, means.length); week++)
    if (means[week]! < means[lowest]!) lowest = week;
  return lowest;
}

/**
 * A course as its gain over the base week by week, taken from a delay that is better known than any one week's: the base's own mean over
 * its weeks from `from` on, or `anchorDays` for all replications. Both courses have the same random numbers, so what the two have in
 * common (a week with many requests) goes; the mean is the same, the interval narrower.
 * @throws RangeError when the base is shorter.
 * @example againstBase([[20, 16]], [[20, 22]], 0, null) // [[21, 15]]
 * @example againstBase([[20, 16]], [[20, 22]], 0, 30) // [[30, 24]]
 */
export function againstBase(course: Course, base: Course, from: number, anchorDays: number | null): Course {
  return course.map((delays, replication) => {
    const before = base[replication] ?? [];
    if (before.length < delays.length) throw new RangeError('the base is shorter than what is compared');
    const anchor = anchorDays ?? averageOf(before.slice(from));
    return delays.map((delay, week) => round12(anchor + delay - before[week]!));
  });
}

const averageOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
