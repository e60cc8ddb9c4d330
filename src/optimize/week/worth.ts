/** What holds a proposal back: rules that bind there, and what one more unit of each would bring, by solving again. */
import type { BindingRule } from '../../model/results/optimize.ts';
import type { Label } from '../../model/scenario.ts';
import type { LpBackend, SolveOptions } from '../lp/backend.ts';
import { type Marginal, worthOfOneMore } from '../lp/marginal.ts';
import { activities, type LpModel, type LpRow } from '../lp/model.ts';
import type { Curves } from './curves.ts';
import type { WeekAsk } from './draft.ts';
import { poolsFirst } from './pooled.ts';
import type { WeekProblem } from './problem.ts';
import { type SolvedWeek, solveWeek } from './solve.ts';

/** A rule whose bound may be moved by a unit, and how many units are looked at. */
interface Movable {
  readonly of: string;
  /** In the unit of the row. */
  readonly step: number;
  readonly most: number;
  readonly unit: Label;
}

const MOVABLE: readonly Movable[] = [
  { of: 'changes', step: 1, most: 4, unit: { en: 'one more change', fr: 'un changement de plus' } },
  {
    of: 'hours',
    step: 1,
    most: 4,
    unit: { en: 'one more hour a week', fr: 'une heure de plus par semaine' },
  },
  {
    of: 'budget',
    step: 1,
    most: 32,
    unit: { en: 'one thousand euros more a year', fr: 'mille euros de plus par an' },
  },
  {
    of: 'staff',
    step: 1,
    most: 4,
    unit: { en: 'one more person that day', fr: 'une personne de plus ce jour-là' },
  },
  {
    of: 'week',
    step: 1,
    most: 8,
    unit: { en: 'one more hour of work a week', fr: 'une heure de travail de plus par semaine' },
  },
  {
    of: 'shift',
    step: 1,
    most: 8,
    unit: { en: 'one more hour of work that day', fr: 'une heure de travail de plus ce jour-là' },
  },
  {
    of: 'guardrail',
    step: 0.5,
    most: 4,
    unit: { en: 'half a day more of delay', fr: 'une demi-journée de délai de plus' },
  },
];
/** What the law owns is never moved; it is named with the unit of its row. */
const LAW = ['together', 'rest'];
/** Each row takes several solves: so many of them are asked for. */
const MOST_ROWS = 6;
/** Of rows whose activity is 0, those count that limit something: what they stand for binds somewhere that day. */
const STANDS_FOR: Readonly<Record<string, string>> = { staff: 'roster' };

const kindOf = ({ id }: LpRow): string => id.split('/')[0]!;

/** The smallest step by which whole numbers can move the activity of each row; 0 where others take part. */
function stepsOf({ columns, rows, matrix }: LpModel): readonly number[] {
  const least = rows.map(() => Infinity);
  const isWhole = rows.map(() => true);
  columns.forEach(({ isInteger, upper }, column) => {
    for (let at = matrix.starts[column]!; at < matrix.starts[column + 1]!; at++) {
      const row = matrix.rows[at]!;
      if (!isInteger) isWhole[row] = false;
      else if (upper > 0) least[row] = Math.min(least[row]!, Math.abs(matrix.values[at]!));
    }
  });
  return least.map((step, row) => (isWhole[row]! && Number.isFinite(step) ? step : 0));
}

/** Rows that leave no room for the smallest change that uses them: limits that can be moved, and those of the law. */
function bindingRows(lp: LpModel, values: ArrayLike<number>): readonly LpRow[] {
  const { activity } = activities(lp, values);
  const steps = stepsOf(lp);
  const isTight = (row: LpRow, at: number): boolean =>
    Number.isFinite(row.upper) &&
    row.upper - activity[at]! < Math.max(steps[at]!, 1e-6 * Math.max(1, Math.abs(row.upper))) - 1e-9;
  const tight = lp.rows.filter(isTight);
  return tight.filter((row) => {
    const kind = kindOf(row);
    const stood = STANDS_FOR[kind];
    if (stood !== undefined)
      return tight.some(({ id }) => id.startsWith(`${stood}${row.id.slice(kind.length)}/`));
    return MOVABLE.some(({ of }) => of === kind) || LAW.includes(kind);
  });
}

/** Patient-days saved: what the objective loses. */
const savedOf = ({ perUnit, low, high }: Marginal): NonNullable<BindingRule['worth']> => ({
  perUnit: -perUnit + 0,
  low: -high + 0,
  high: -low + 0,
});

/** A rule that binds, with the worth of one more unit of it where it may be moved and could be told in time. */
async function ruleOf(
  row: LpRow,
  { lp }: Pick<SolvedWeek, 'lp'>,
  backend: LpBackend,
  options: SolveOptions,
): Promise<BindingRule | null> {
  const { id, label, owner } = row;
  if (owner === 'law')
    return { id, label, owner, unit: row.unit, worth: null, from: 0, to: 0, isOpen: false };
  const { step, most, unit } = MOVABLE.find(({ of }) => of === kindOf(row))!;
  const ask = { row: id, side: 'upper', unit: step, most } as const;
  const answer = await worthOfOneMore(lp, ask, backend, options);
  if (answer.kind === 'none') return null;
  const { from, to, isOpen } = answer.marginal;
  return { id, label, owner, unit, worth: savedOf(answer.marginal), from, to, isOpen };
}

/** A thousandth of a total is enough to say what a unit is worth; what it leaves open is in its bounds. */
const GAP = 1e-3;

/** Limits first, then staff, then the rest, as they come. */
const rank = (row: LpRow): number => {
  const at = MOVABLE.findIndex(({ of }) => of === kindOf(row));
  return at < 0 ? MOVABLE.length : at;
};

/**
 * The rules that hold back the best week for an ask, limits first, six at most, with the patient-days a week that the first unit
 * more of each saves by the linear model (solved again with the bound moved) and the units over which it is worth as much. What
 * the law owns binds without a worth: it is not given up. A rule whose worth could not be told in time is left out.
 */
export async function bindingRules(
  problem: WeekProblem,
  curves: Curves,
  ask: WeekAsk,
  backend: LpBackend,
  options: SolveOptions,
): Promise<readonly BindingRule[]> {
  const week = await solveWeek(problem, curves, ask, backend, options);
  if (week.values === null) return [];
  const rows = [...bindingRows(week.lp, week.values)].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_ROWS);
  const found: BindingRule[] = [];
  const settings = { ...options, relativeGap: options.relativeGap ?? GAP };
  const pooled = poolsFirst(backend);
  for (const row of rows) {
    const rule = await ruleOf(row, week, pooled, settings);
    if (rule !== null) found.push(rule);
  }
  return found;
}
