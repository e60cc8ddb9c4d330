/** What a campaign does to the delay around and after its last session. */
import type { Threshold } from '../../model/results/backlog.ts';
import { type Course, delayOf, lowestWeek, meansOf, type Part, partOf } from './course.ts';
import type { BacklogRuns } from './search.ts';

/** A campaign played beyond its end. Weeks are those of the run. */
export interface CampaignCourse {
  readonly course: Course;
  /** First week it may lower; the week after the last session. */
  readonly from: number;
  readonly end: number;
  /** First week at or below the target; −1: none. */
  readonly reached: number;
  readonly lowest: number;
}

/** Plays a campaign with the weeks that follow it. */
export async function campaignCourse(
  runs: BacklogRuns,
  perWeek: number,
  weeks: number,
  targetDays: number,
): Promise<CampaignCourse> {
  const { warmup, followed } = runs.weeks;
  const course = await runs.campaign(perWeek, weeks, followed);
  const from = await runs.firstWeekMoved();
  const end = warmup + weeks;
  const reached = meansOf(course).findIndex((mean, week) => week >= from && mean <= targetDays);
  return { course, from, end, reached, lowest: lowestWeek(course, from, end + 1) };
}

function inARow({ course, reached }: CampaignCourse, targetDays: number, part: Part): number | null {
  const end = course[0]!.length;
  for (let week = reached; week < end; week++)
    if (partOf(delayOf(course, week), part) > targetDays) return week - reached;
  return null;
}

/**
 * Weeks in a row at or below the target from the first on; its bounds are those of the bounds of the delay, the other way round. Null:
 * still there when the run ends.
 */
export function weeksReachedOf(campaign: CampaignCourse, targetDays: number): Threshold | null {
  const value = inARow(campaign, targetDays, 'mean');
  if (value === null) return null;
  const low = inARow(campaign, targetDays, 'high');
  return { value, low, high: inARow(campaign, targetDays, 'low') };
}

/** Weeks after the last session before half of the gain is lost, 0: by the week right after; null: not within the run. */
export function weeksToHalfOf({ course, lowest, end }: CampaignCourse, beforeDays: number): number | null {
  const half = (beforeDays + delayOf(course, lowest).mean) / 2;
  const weeks = meansOf(course)
    .slice(end)
    .findIndex((mean) => mean >= half);
  return weeks < 0 ? null : weeks;
}
