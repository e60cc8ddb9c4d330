/** What the model is asked for along the ladder and the front. */
import { expect, it } from 'vitest';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { WeekArena } from '../../../src/optimize/propose/arena.ts';
import { frontAsks, ladderAsks } from '../../../src/optimize/propose/asks.ts';
import { termsOf } from '../../../src/optimize/propose/options.ts';
import { Proposer } from '../../../src/optimize/propose/proposer.ts';
import { Search } from '../../../src/optimize/propose/search.ts';
import { playHere } from '../../../src/optimize/rank/options.ts';
import { weekEuros } from '../../../src/optimize/week/euros.ts';
import { weekProblem } from '../../../src/optimize/week/week-problem.ts';
import { departmentOf } from './support/departments.ts';

const { judge, scenario, rules } = departmentOf(2);
const problemUnder = (parts: Partial<typeof rules>) =>
  weekProblem(scenario, { ...rules, ...parts }, judge.changes, weekEuros(judge.changes));

it('the front ends with the hours that are allowed, and asks for no more', () => {
  const hours = frontAsks(problemUnder({ addedHours: 2.3 })).map(({ addedHours }) => addedHours);
  expect(hours).toEqual([0, 0.5, 1, 1.5, 2.3]);
});

it('the ladder ends with the changes that are allowed, all hours allowed on each rung', () => {
  const asks = ladderAsks(problemUnder({ changes: 3, addedHours: 4 }));
  expect(asks.map(({ changes, addedHours }) => [changes, addedHours])).toEqual([
    [0, 4],
    [1, 4],
    [2, 4],
    [3, 4],
  ]);
});

it('the end of the front is the highest rung, which is not solved again', async () => {
  const problem = problemUnder({ changes: 2, addedHours: 4 });
  const terms = termsOf(scenario, { backend: new HighsBackend() });
  const search = new Search(problem, new WeekArena(scenario, playHere), new Proposer(problem, terms));
  const ladder = await search.ladder(2);
  const front = await search.front(ladder);
  expect(front.at(-1)).toBe(ladder.at(-1));
  expect(front.map(({ ask }) => ask.addedHours)).toEqual([0, 1, 2, 3, 4]);
});
