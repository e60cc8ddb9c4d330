/** The answer to a backlog question, from the runs it takes: sessions, weeks, what comes after them, what would hold. */
import type { BacklogOutcome, Campaign, CurveWeek, Lasting, Threshold } from '../../model/results/backlog.ts';
import type { Estimate } from '../../model/results/estimate.ts';
import { delayOf } from './course.ts';
import { sessionsHeld } from './held.ts';
import {
  type BacklogQuestion,
  BacklogRuns,
  type PlayCourse,
  perWeekNeeded,
  quickPerWeek,
  weeksNeeded,
} from './search.ts';
import { campaignCourse, weeksReachedOf, weeksToHalfOf } from './weeks-after.ts';

export interface BacklogAnswer {
  readonly delay: Estimate;
  readonly outcome: BacklogOutcome;
  /** Sessions a week looked at; null where none is needed. */
  readonly perWeek: number | null;
  /** The settled delay with that many a week for ever: no campaign at that pace goes lower. */
  readonly lowestPossible: Estimate | null;
  readonly campaign: Campaign | null;
  readonly lasting: Lasting | null;
  readonly curve: readonly CurveWeek[];
}

const CURVE_BEFORE = 4;

const bounded = (
  value: number,
  bounds: { readonly low: number | null; readonly high: number | null },
): Threshold => ({ value, ...bounds });

/** The week of a run as users count it: 1 is that of the first session, −1 the one before. */
const counted = (week: number, warmup: number): number => (week < warmup ? week - warmup : week - warmup + 1);

async function campaignOf(
  runs: BacklogRuns,
  question: BacklogQuestion,
  perWeek: number,
  weeks: Threshold,
): Promise<{ readonly campaign: Campaign; readonly curve: readonly CurveWeek[] }> {
  const { scenario, places, targetDays } = question;
  const { warmup, followed } = runs.weeks;
  const played = await campaignCourse(runs, perWeek, weeks.value, targetDays);
  const { course, from, reached, lowest } = played;
  const weeksReached = weeksReachedOf(played, targetDays);
  const held = (of: number | null) =>
    of === null ? null : sessionsHeld(scenario, places.slice(0, perWeek), warmup, of);
  const campaign: Campaign = {
    perWeek,
    weeks,
    sessions: bounded(held(weeks.value)!, { low: held(weeks.low), high: held(weeks.high) }),
    reachedInWeek: counted(reached, warmup),
    lowest: { week: counted(lowest, warmup), delay: delayOf(course, lowest) },
    weeksReached,
    aboveAgainInWeek: weeksReached === null ? null : counted(reached + weeksReached.value, warmup),
    weeksToHalf: weeksToHalfOf(played, (await runs.delayBefore()).mean),
    weeksFollowed: followed,
  };
  const first = Math.max(0, Math.min(from, warmup - CURVE_BEFORE));
  const curve = course[0]!.slice(first).map((_, rank) => ({
    week: counted(first + rank, warmup),
    delay: delayOf(course, first + rank),
  }));
  return { campaign, curve };
}

async function lastingOf(runs: BacklogRuns, question: BacklogQuestion): Promise<Lasting> {
  const all = question.places.length;
  const value = await perWeekNeeded(runs, question, 'mean', Math.ceil(all / 2));
  if (value === null) return { perWeek: null, delay: await runs.delayWith(all), withPerWeek: all };
  const low = await perWeekNeeded(runs, question, 'low', value);
  const high = await perWeekNeeded(runs, question, 'high', value);
  return { perWeek: bounded(value, { low, high }), delay: await runs.delayWith(value), withPerWeek: value };
}

/**
 * The answer: the delay as it is; the fewest weeks of sessions that bring the mean delay of some week to the target or below; how long it
 * stays there after the last; how many sessions a week would hold it. Every play has the same seeds, so that noise cancels between
 * them. Bounds are those numbers for which the target lies on a bound of the 95 % interval of the delay.
 */
export async function answerBacklog(question: BacklogQuestion, play: PlayCourse): Promise<BacklogAnswer> {
  const runs = new BacklogRuns(question, play);
  const delay = await runs.delayBefore();
  if (delay.mean <= question.targetDays)
    return {
      delay,
      outcome: 'already-met',
      perWeek: null,
      lowestPossible: null,
      campaign: null,
      lasting: null,
      curve: [],
    };
  const lasting = await lastingOf(runs, question);
  const perWeek = question.perWeek ?? (await quickPerWeek(runs, question, lasting.withPerWeek));
  const lowestPossible = await runs.delayWith(perWeek);
  // A campaign is never lower than what it becomes when it does not end: a lower week would be chance.
  const canReach = lowestPossible.mean <= question.targetDays;
  const value = canReach ? await weeksNeeded(runs, question, perWeek, 'mean') : null;
  if (value === null)
    return { delay, outcome: 'not-reached', perWeek, lowestPossible, campaign: null, lasting, curve: [] };
  const low = await weeksNeeded(runs, question, perWeek, 'low', value);
  const high = await weeksNeeded(runs, question, perWeek, 'high', value);
  const { campaign, curve } = await campaignOf(runs, question, perWeek, bounded(value, { low, high }));
  return { delay, outcome: 'reached', perWeek, lowestPossible, campaign, lasting, curve };
}
