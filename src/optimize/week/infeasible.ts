/** Why no week is possible: the rules that cannot hold together, and the cheapest to give up. */
import type { Infeasible } from '../../model/results/optimize.ts';
import type { LpBackend, SolveOptions } from '../lp/backend.ts';
import { conflictOf } from '../lp/conflict.ts';
import { HighsBackend } from '../lp/highs.ts';
import type { LpRow } from '../lp/model.ts';
import { cheapestRelaxations } from '../lp/relax.ts';
import type { Curves } from './curves.ts';
import type { WeekAsk } from './draft.ts';
import { weekModel } from './model.ts';
import type { WeekProblem } from './problem.ts';

/** Rows that say how the week works; a planner can neither hold nor give up such a rule. */
const WORKINGS = [
  'given',
  'curve',
  'place',
  'pool',
  'cut',
  'on',
  'company',
  'roster',
  'weeks',
  'served',
  'late',
  'goal',
];

const isRule = ({ id }: Pick<LpRow, 'id'>): boolean => !WORKINGS.includes(id.split('/')[0]!);

/**
 * The rules that cannot hold together, as their sentences, and the cheapest that may be given up: an hour, a change or two
 * thousand euros cost as much as half a day of delay, a person as much as four hours. What the law owns is in the conflict and never
 * among the relaxations. All empty when the ask is possible after all, or nothing could be told in time.
 */
export async function whyInfeasible(
  problem: WeekProblem,
  curves: Curves,
  ask: WeekAsk,
  backend: LpBackend,
  options: SolveOptions,
): Promise<Infeasible> {
  const model = weekModel(problem, curves, ask);
  const highs = backend instanceof HighsBackend ? backend : null;
  const answer = await conflictOf(model, backend, options, highs);
  if (answer.kind === 'none') return { conflict: [], isMinimal: false, relaxations: [] };
  const { relaxations } = await cheapestRelaxations(model, backend, options);
  const sentences = answer.conflict.rows.filter(isRule).map(({ label, owner }) => ({ label, owner }));
  return {
    conflict: sentences,
    isMinimal: answer.conflict.isMinimal,
    relaxations: relaxations.map(({ of: { label, unit }, from, to }) => ({ label, unit, from, to })),
  };
}
