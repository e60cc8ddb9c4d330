/** What a week is best for, one goal after the other: each is held at its best while the next is sought. */
import { withRowBounds } from '../lp/edit.ts';
import { type LpModel, positionOf } from '../lp/model.ts';
import { COLUMNS, type Draft, poolTerms, rounded, type Term, timesTerms } from './draft.ts';
import { UNITS } from './names.ts';
import { lateTerms } from './rows-backlog.ts';
import { thousandEuros } from './rows-changes.ts';
import { carriedTerms } from './rows-urgent.ts';

export const GOALS = ['urgent', 'target', 'delay', 'euros', 'changes'] as const;
/**
 * Hours of urgent cover missing; patient-days a week beyond targets; patient-days of waiting a week; euros a year; number of
 * changes.
 */
export type Goal = (typeof GOALS)[number];

const goalRow = (goal: Goal): string => `goal/${goal}`;

const LABELS = {
  urgent: { en: 'hours of urgent cover missing', fr: 'heures d’urgence qui manquent' },
  target: { en: 'patient-days of waiting beyond targets', fr: 'jours-patients d’attente au-delà des cibles' },
  delay: { en: 'patient-days of waiting', fr: 'jours-patients d’attente' },
  euros: { en: 'money a year', fr: 'argent par an' },
  changes: { en: 'number of changes', fr: 'nombre de changements' },
};

const GOAL_UNITS = {
  urgent: UNITS.hours,
  target: UNITS.patientDays,
  delay: UNITS.patientDays,
  euros: UNITS.thousandEuros,
  changes: UNITS.changes,
};

/** The terms each goal adds up; none where it has no meaning. */
function termsOf(draft: Draft): Readonly<Record<Goal, readonly Term[]>> {
  const { problem, queues, curves, ask } = draft;
  const weight = (id: string) => (curves.booked.get(id) ?? 0) * (ask.queueWeights?.get(id) ?? 1);
  const over = queues.filter(({ targetDays }) => targetDays !== null && ask.holdTargets !== true);
  return {
    urgent: carriedTerms(draft),
    target: [
      ...over.map((queue): Term => [COLUMNS.over(queue), rounded(Math.max(weight(queue.id), 1e-3))]),
      ...lateTerms(draft),
    ],
    delay: [
      ...queues.map((queue): Term => [COLUMNS.days(queue), rounded(weight(queue.id))]),
      ...timesTerms(problem.changes, (change) => -(ask.corrections?.(change) ?? 0)),
    ],
    euros: poolTerms(draft, (change) => thousandEuros(draft, change)),
    changes: poolTerms(draft, () => 1),
  };
}

/** A row a goal, not yet held. Those without terms, or that nothing can change, are left out. */
export function addGoals(draft: Draft): void {
  const terms = termsOf(draft);
  for (const goal of GOALS) {
    if (terms[goal].length === 0) continue;
    draft.builder.row({
      id: goalRow(goal),
      label: LABELS[goal],
      unit: GOAL_UNITS[goal],
      terms: terms[goal],
    });
  }
}

/** The model with a goal as its objective; null where it has none. */
export function forGoal(model: LpModel, goal: Goal): LpModel | null {
  const row = positionOf(model.rows, goalRow(goal));
  if (row < 0) return null;
  const { starts, rows, values } = model.matrix;
  const columns = model.columns.map((column, at) => {
    let cost = 0;
    for (let entry = starts[at]!; entry < starts[at + 1]!; entry++)
      if (rows[entry] === row) cost = values[entry]!;
    return cost === column.cost ? column : Object.freeze({ ...column, cost });
  });
  return Object.freeze({ ...model, columns: Object.freeze(columns) });
}

/** A goal reached is held to a millionth of it, or of 1: what solvers themselves are sure of. */
export const TOLERANCE = 2e-6;

/** The model with a goal held at what was reached. */
export const holding = (model: LpModel, goal: Goal, value: number): LpModel =>
  withRowBounds(
    model,
    new Map([[goalRow(goal), { upper: value + TOLERANCE * Math.max(1, Math.abs(value)) }]]),
  );
