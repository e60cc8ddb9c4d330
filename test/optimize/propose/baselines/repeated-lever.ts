/** The best single lever, done again on other days and devices as often as the rules allow. */
import { keyOf, type WeekChange } from '../../../../src/optimize/week/change.ts';
import { byLeverAndPlace, leverOf } from './families.ts';
import { type Judge, type Week, withChange } from './judge.ts';
import { type Found, race, type Trial } from './trial.ts';

/** As many of some changes as go together, in their order, each as often as it can be done. */
export function filled(judge: Judge, changes: readonly WeekChange[]): Week {
  let week: Week = [];
  for (const change of changes) {
    let more = withChange(week, change);
    while (judge.allows(more)) {
      week = more;
      more = withChange(week, change);
    }
  }
  return week;
}

/** Each lever at each place done once, as often as the rules allow there, and elsewhere too. */
export function repeatedWeeks(judge: Judge): readonly Week[] {
  const weeks = [...byLeverAndPlace(judge).values()].flatMap((here) => {
    const lever = leverOf(judge, here[0]!);
    const elsewhere = judge.changes.filter(
      (change) => !here.includes(change) && leverOf(judge, change) === lever,
    );
    const often = filled(judge, [...here, ...elsewhere]);
    return [often, filled(judge, here), often.slice(0, 1).map((pick) => ({ ...pick, times: 1 }))];
  });
  const different = new Map(weeks.map((week) => [keyOf(week), week]));
  return [...different.values()].filter((week) => week.length > 0);
}

/** The best of them, in a race for the whole budget. */
export const bestRepeated = async (trial: Trial): Promise<Found> =>
  trial.found(await race(trial, repeatedWeeks(trial.judge)));
