/** The backlog question under assumption sets: the same number of sessions a week, in departments that only look alike today. */
import { assumptionInterval, inputsToMeasure } from '../../calibrate/assumption-interval.ts';
import { type ScenarioSet, underSet } from '../../calibrate/scenario-set.ts';
import type { BacklogAssumptions, OverSets } from '../../model/results/backlog.ts';
import type { BacklogAnswer } from './answer.ts';
import { type BacklogQuestion, BacklogRuns, type PlayCourse, perWeekNeeded, weeksNeeded } from './search.ts';
import { campaignCourse, weeksReachedOf, weeksToHalfOf } from './weeks-after.ts';

/** Share of the sets outside the interval, on each side. */
const OUTSIDE = 0.05;

/** What is found under one set; null: more than was tried, or never. */
interface UnderSet {
  readonly lowestPossibleDays: number;
  readonly weeks: number | null;
  /** Of the campaign; null where there is none. */
  readonly after: { readonly weeksReached: number | null; readonly weeksToHalf: number | null } | null;
  readonly lastingPerWeek: number | null;
}

/**
 * Whole numbers over sets: bounds that 9 in 10 of the sets lie within, one of the numbers each; a null is larger than any number. Below
 * 21 sets the bounds are the extremes.
 * @example overSets([3, null, 5]) // { low: 3, high: null, values: [3, null, 5] }
 */
export function overSets(values: readonly (number | null)[]): OverSets {
  const sorted = values.map((value) => value ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const at = (rank: number): number | null => {
    const value = sorted[rank];
    return value === undefined || value === Number.POSITIVE_INFINITY ? null : value;
  };
  const outside = Math.floor(OUTSIDE * (sorted.length - 1));
  return { low: at(outside), high: at(sorted.length - 1 - outside), values };
}

async function answerUnder(question: BacklogQuestion, perWeek: number, play: PlayCourse): Promise<UnderSet> {
  const runs = new BacklogRuns(question, play);
  const { mean } = await runs.delayWith(perWeek);
  const weeks = mean <= question.targetDays ? await weeksNeeded(runs, question, perWeek, 'mean') : null;
  const played = weeks === null ? null : await campaignCourse(runs, perWeek, weeks, question.targetDays);
  return {
    lowestPossibleDays: mean,
    weeks,
    after:
      played === null
        ? null
        : {
            weeksReached: weeksReachedOf(played, question.targetDays)?.value ?? null,
            weeksToHalf: weeksToHalfOf(played, (await runs.delayBefore()).mean),
          },
    lastingPerWeek: await perWeekNeeded(runs, question, 'mean', perWeek),
  };
}

/**
 * The question again under each set, with the sessions a week of the answer. Gains are taken from the delay of the base, which every set
 * gives back within what counts as reproduced. `onSet` hears of each set that is done.
 */
export async function backlogOverSets(
  question: BacklogQuestion,
  answer: BacklogAnswer,
  { sets, rejected }: { readonly sets: readonly ScenarioSet[]; readonly rejected: readonly unknown[] },
  play: PlayCourse,
  replications: number,
  onSet: () => void = () => {},
): Promise<BacklogAssumptions | null> {
  const { perWeek, delay } = answer;
  if (perWeek === null || sets.length === 0) return null;
  const found: UnderSet[] = [];
  for (const set of sets) {
    const scenario = underSet(question.scenario, set);
    found.push(await answerUnder({ ...question, scenario, anchorDays: delay.mean }, perWeek, play));
    onSet();
  }
  const after = found.flatMap((one) => (one.after === null ? [] : [one.after]));
  const lowest = found.map(({ lowestPossibleDays }) => lowestPossibleDays);
  return {
    sets: sets.length,
    rejected: rejected.length,
    replications,
    reached: found.filter(({ weeks }) => weeks !== null).length,
    lowestPossible: assumptionInterval(lowest),
    weeks: overSets(found.map(({ weeks }) => weeks)),
    weeksReached: overSets(after.map(({ weeksReached }) => weeksReached)),
    weeksToHalf: overSets(after.map(({ weeksToHalf }) => weeksToHalf)),
    lastingPerWeek: overSets(found.map(({ lastingPerWeek }) => lastingPerWeek)),
    toMeasure: inputsToMeasure(sets, lowest),
  };
}
