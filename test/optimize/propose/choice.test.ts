/** What the final shows holds for the choice and for all that is told: a week may keep its guardrails only where it was found. */
import { describe, expect, it } from 'vitest';
import type { OptimizeResult } from '../../../src/model/results/optimize.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { WeekArena } from '../../../src/optimize/propose/arena.ts';
import { ladderAsks } from '../../../src/optimize/propose/asks.ts';
import { chosenWeek } from '../../../src/optimize/propose/choice.ts';
import { termsOf } from '../../../src/optimize/propose/options.ts';
import { Proposer } from '../../../src/optimize/propose/proposer.ts';
import { Search } from '../../../src/optimize/propose/search.ts';
import { isSoundIn } from '../../../src/optimize/propose/sound.ts';
import { NOTHING, Telling } from '../../../src/optimize/propose/telling.ts';
import { playHere } from '../../../src/optimize/rank/options.ts';
import type { WeekPlan } from '../../../src/optimize/week/problem.ts';
import { planOf } from '../../../src/optimize/week/solve.ts';
import { device, flow, scenarioOf, vacation } from '../../engine/play.ts';
import { problemOf } from '../week/support/problems.ts';

const RUN = { weeks: 16, warmupWeeks: 4, replications: 4, seed: 'choice' };

/** More requests than places by day; exams take some part of their slots of half an hour. */
function department(minutes: number): Scenario {
  const scenario = scenarioOf({
    devices: [device({ slots: { A: 30, H: 30 }, week: [vacation({ from: '08:00', to: '16:00' })] })],
    flows: [
      flow({ id: 'a', 'per-week': 95, durations: minutes, accept: { tau: 20, range: [5, 60], source: 't' } }),
    ],
  });
  return { ...scenario, run: RUN };
}

const OVERTIME = {
  emergencyWaitMinutes: 999,
  delayDays: { A: 99, H: 99 },
  reportHours: 99,
  overtimeMinutes: 20,
};
const problem = problemOf(
  department(20),
  { guardrails: OVERTIME, changes: 2 },
  ({ kind }) => kind === 'open',
);
const terms = termsOf(problem.scenario, {
  backend: new HighsBackend(),
  replications: 4,
  mostReplications: 8,
});
/** A session on Saturday: exams longer than their slots end after it. */
const saturday = planOf(
  problem,
  problem.changes.filter(({ id }) => id === 'open/d/sat/480-600/A').map((change) => ({ change, times: 1 })),
);

/** The week looked at with short exams, then held against the present one in a final with others. */
async function chosen(finalMinutes: number, bookedPerWeek = 90) {
  const proposer = new Proposer(problem, terms);
  const search = new Search(problem, new WeekArena(problem.scenario, playHere), proposer);
  const final = new WeekArena(department(finalMinutes), playHere);
  search.take(saturday);
  await search.look(4);
  const telling = new Telling(problem.scenario, search, final, proposer, terms);
  const told = (plan: WeekPlan) => telling.week(plan);
  const choice = await chosenWeek({ search, final, terms, bookedPerWeek, told });
  const solved = { backend: 'none', status: 'optimal', gap: 0, columns: 0, rows: 0 } as const;
  const ladder = ladderAsks(problem).map((ask) => ({
    ask,
    answer: { plan: ask.changes === 0 ? planOf(problem, []) : saturday, solved },
  }));
  return {
    choice,
    search,
    final,
    result: (await telling.answer('first', { ...NOTHING, ...choice, ladder })).result,
  };
}

const changesOf = ({ ladder }: OptimizeResult) => ladder.map(({ week }) => week?.changes.length);

describe('a week that keeps its guardrails wherever it is played', () => {
  it('is chosen, and stands on the rungs that it fits', async () => {
    const { choice, result } = await chosen(20);
    expect(saturday.changes).toBe(1);
    expect(choice.winner).toBe(saturday);
    expect(changesOf(result)).toEqual([0, 1, 1]);
  });

  it('is chosen by what one patient a week would wait less where hardly anybody is booked', async () => {
    const { choice } = await chosen(20, 0);
    expect(choice.selection?.delta).toBe(terms.deltaDays);
  });
});

it('a week that breaks a guardrail in the final alone is not chosen, and is on no rung', async () => {
  const { choice, result, search, final } = await chosen(45);
  expect(search.sound().map(({ plan }) => plan)).toEqual([saturday]);
  expect(isSoundIn(final, saturday.picks, problem)).toBe(false);
  expect(choice.selection?.finalists).toBe(2);
  expect(choice.winner).toBeNull();
  expect(changesOf(result)).toEqual([0, 0, 0]);
});
