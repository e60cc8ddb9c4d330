/** Weeks beside another by one rule of booking: what the linear model is blind to, the simulator looks at. */
import { expect, it } from 'vitest';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { WeekArena } from '../../../src/optimize/propose/arena.ts';
import { termsOf } from '../../../src/optimize/propose/options.ts';
import { Proposer } from '../../../src/optimize/propose/proposer.ts';
import { Search } from '../../../src/optimize/propose/search.ts';
import { playHere } from '../../../src/optimize/rank/options.ts';
import { weekEuros } from '../../../src/optimize/week/euros.ts';
import { weekProblem } from '../../../src/optimize/week/week-problem.ts';
import { countOf, type Week } from './baselines/judge.ts';
import { departmentOf } from './support/departments.ts';

const { judge, scenario, rules } = departmentOf(2);

/** What stands beside a week, of at most so many changes. */
function beside(picks: Week, changes: number): readonly Week[] {
  const problem = weekProblem(scenario, { ...rules, changes }, judge.changes, weekEuros(judge.changes));
  const terms = termsOf(scenario, { backend: new HighsBackend() });
  const search = new Search(problem, new WeekArena(scenario, playHere), new Proposer(problem, terms));
  search.beside(picks);
  return search.candidates.map(({ picks }) => picks);
}

const changed = (id: string): Week => {
  const change = judge.changes.find((one) => one.id === id)!;
  return [{ change, times: 1 }];
};

const rulesOfBooking = judge.changes.filter(({ kind }) => kind === 'reserve' || kind === 'release');

it('of the present week are all rules of booking, one at a time', () => {
  expect(beside([], 2).map((week) => week.map(({ change }) => change.id))).toEqual(
    rulesOfBooking.map(({ id }) => [id]),
  );
});

it('of a week with a rule of booking have another in its place, or one of another kind with it', () => {
  const found = beside(changed('reserve/d/H_x0.5'), 2);
  expect(found.filter((week) => !judge.allows(week))).toEqual([]);
  const reserves = (week: Week) => week.filter(({ change }) => change.kind === 'reserve').length;
  expect(found.map(reserves)).toEqual(found.map(() => 1));
  expect(found.map(countOf).sort()).toEqual([1, 1, 1, 1, 2, 2, 2]);
});

it('never make more changes than the rules allow', () => {
  expect(beside(changed('open/d/mon/870-990/A'), 1)).toEqual([]);
});
