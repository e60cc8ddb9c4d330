/** The linear model of the week: which changes, who is then given what, and how long each then waits. */
import { LpBuilder } from '../lp/builder.ts';
import type { LpModel } from '../lp/model.ts';
import { predictedDelays } from './allot.ts';
import { type Curves, servedQueues } from './curves.ts';
import { type Draft, poolsOf, type WeekAsk } from './draft.ts';
import { addGoals } from './goals.ts';
import { queueLabel } from './names.ts';
import type { WeekProblem } from './problem.ts';
import { addBacklog } from './rows-backlog.ts';
import { addCuts, addLimits, addTimes } from './rows-changes.ts';
import { addDelays, addPlaces } from './rows-places.ts';
import { addRails } from './rows-rails.ts';
import { addStaff } from './rows-staff.ts';
import { addUrgent } from './rows-urgent.ts';

/**
 * The model of a week: a whole number a change, exams a week by place and queue, days a queue, and the rows of every rule.
 * It has no objective yet: `forGoal` gives it one. Place time is added up once by who may use it, so that it stays small: some
 * ten rows a department beside the exclusions.
 */
export function weekModel(problem: WeekProblem, curves: Curves, ask: WeekAsk): LpModel {
  const queues = servedQueues(problem);
  const present = predictedDelays(problem, curves, []);
  const draft: Draft = {
    problem,
    curves,
    ask,
    pools: poolsOf(problem),
    queues,
    labels: queues.map((queue) => queueLabel(problem.scenario, queue, problem.supply.queues)),
    presentDays: present.delayDays,
    presentExams: present.exams,
    builder: new LpBuilder('week'),
  };
  addTimes(draft);
  addLimits(draft);
  addPlaces(draft);
  addDelays(draft);
  addBacklog(draft);
  addUrgent(draft);
  addStaff(draft);
  addRails(draft);
  addCuts(draft);
  addGoals(draft);
  return draft.builder.build();
}
