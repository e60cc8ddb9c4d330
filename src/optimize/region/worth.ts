/**
 * What one more device, or one more site, that the law would have to allow is worth, by solving again with the cap moved by one.
 * Bounds say what is proved: the relaxation gives the most it can be worth, a better plan the least.
 */
import type { CapWorth } from '../../model/results/region.ts';
import type { LpBackend } from '../lp/backend.ts';
import { relaxed, withRowBounds } from '../lp/edit.ts';
import type { LpModel } from '../lp/model.ts';
import { type Basis, isUsable, type LpSolution } from '../lp/solution.ts';
import { allCaps } from './asked.ts';
import type { RegionAsk } from './draft.ts';
import { decisionsOf, fixedAt } from './fixed.ts';
import { held } from './plan-cost.ts';
import type { CapRow, RegionPlan, RegionProblem } from './problem.ts';
import { boundOf, type RegionSolution } from './solve.ts';
import { type RegionOptions, settingsOf } from './solve-options.ts';
import { closedModes, widenedModel } from './widened.ts';

/** Bounds this close, as a share of the worth or of all patient-days, are told without a whole solve. */
const CLOSE = 0.05;
const NOTHING = 2e-5;
/** What solvers are sure of. */
const SAME = 1e-6;

/** What every cap is looked at with. */
interface Bench {
  readonly problem: RegionProblem;
  readonly base: RegionSolution;
  /** The model with room for one more of each cap, rows as they are. */
  readonly wide: LpModel;
  /** The plan as a point of it. */
  readonly start: LpSolution & { readonly values: Float64Array; readonly objective: number };
  /** Its relaxation: bound and basis. */
  readonly looseBound: number;
  readonly basis: Basis | null;
  readonly backend: LpBackend;
  readonly options: RegionOptions;
}

const settings = ({ options, backend }: Bench, start: Float64Array | null = null) =>
  settingsOf(options, backend, start);

/** Worth of one cap moved by one; null where the model gave no answer. */
async function worthOf(bench: Bench, row: string): Promise<CapWorth['worth']> {
  const { base, problem, backend } = bench;
  const now = bench.wide.rows.find(({ id }) => id === row);
  // Nobody could use it.
  if (now === undefined) return { perUnit: 0, low: 0, high: 0 };
  const moved = closedModes(withRowBounds(bench.wide, new Map([[row, { upper: now.upper + 1 }]])), problem);
  const loose = await backend.solve(relaxed(moved), {
    ...settings(bench),
    ...(bench.basis === null || !backend.takesStart ? {} : { basis: bench.basis }),
  });
  const most = base.days - (loose.bound ?? -Infinity);
  // The cap does not even bind where fractions are allowed: what is left is the gap of the relaxation.
  if (bench.looseBound - (loose.bound ?? -Infinity) <= SAME * Math.abs(base.days))
    return { perUnit: 0, low: 0, high: most <= SAME * Math.abs(base.days) ? 0 : most };
  const own = new Set(
    problem.implantations
      .filter(({ department, modality }) => row.endsWith(`/${department}/${modality}`))
      .map(({ id }) => id),
  );
  const isOwn = (id: string) => own.has(implantationIn(id));
  const near = await backend.solve(
    fixedAt(moved, decisionsOf(problem, base.plan), isOwn),
    settings(bench, bench.start.values),
  );
  let [bestDays, leastDays] = [near.objective ?? base.days, loose.bound ?? -Infinity];
  bestDays = Math.min(bestDays, base.days);
  const width = bestDays - leastDays;
  const isClose = width <= Math.max(CLOSE * (base.days - leastDays), NOTHING * base.days);
  if (!isClose) {
    const start = isUsable(near) ? near.values : bench.start.values;
    const whole = await backend.solve(moved, settings(bench, start));
    if (!isUsable(whole)) return null;
    bestDays = Math.min(bestDays, whole.objective);
    leastDays = Math.max(leastDays, whole.bound ?? -Infinity);
  }
  return {
    perUnit: base.days - bestDays,
    // The plan itself may be short of the best by the gap that was left.
    low: Math.max(0, (base.bound ?? -Infinity) - bestDays),
    high: Math.max(base.days - leastDays, base.days - bestDays),
  };
}

/** The implantation a column of decisions is about. */
const implantationIn = (id: string): string => {
  if (id.startsWith('devices/')) return id.slice('devices/'.length, id.lastIndexOf('/'));
  return id.replace(/^(late-)?blocks\//, '');
};

/** Devices added, or sites opened, by a plan in a department. */
function usedBy({ implantations }: RegionProblem, plan: RegionPlan, { department, modality }: CapRow) {
  const own = plan.additions.flatMap(({ implantation, devices }) => {
    const one = implantations.find(({ id }) => id === implantation);
    return one?.department === department && one.modality === modality ? [{ devices, isNew: one.isNew }] : [];
  });
  return {
    devices: own.reduce((sum, { devices }) => sum + devices, 0),
    sites: own.filter(({ isNew }) => isNew).length,
  };
}

/**
 * What one more device, and one more site, would be worth in each department: patient-days a week over the horizon, by solving again with
 * that one cap moved by one. The law's rows are said so, and never given up in a plan. A site alone is worth nothing where no
 * device is left to put there.
 * @param base the best plan, as `solveRegion` gave it for the same equity and options; where equity is a goal, what was reached is kept.
 */
export async function capWorth(
  problem: RegionProblem,
  base: RegionSolution,
  equity: RegionAsk['equity'],
  backend: LpBackend,
  options: RegionOptions,
): Promise<readonly CapWorth[]> {
  const reached = base.measure === null ? null : held(base.measure);
  const ask: RegionAsk = {
    equity,
    agendaPooling: options.agendaPooling ?? false,
    goal: 'days',
    within: boundOf(equity) ?? reached,
    forbidden: [],
  };
  const wide = widenedModel(problem, ask, 1);
  const plan = decisionsOf(problem, base.plan);
  const start = await backend.solve(
    fixedAt(wide, plan, () => false),
    settingsOf(options, backend, null),
  );
  const caps = allCaps(problem);
  const rows = caps.flatMap((cap) => (['devices', 'sites'] as const).map((counter) => ({ cap, counter })));
  const told = ({ cap, counter }: (typeof rows)[number], worth: CapWorth['worth']): CapWorth => ({
    department: cap.department,
    modality: cap.modality,
    counter,
    left: cap[counter],
    used: usedBy(problem, base.plan, cap)[counter],
    worth,
  });
  if (!isUsable(start)) return rows.map((row) => told(row, null));
  const loose = await backend.solve(relaxed(closedModes(wide, problem)), settingsOf(options, backend, null));
  const looseBound = loose.bound ?? -Infinity;
  const bench: Bench = { problem, base, wide, start, looseBound, basis: loose.basis, backend, options };
  const found: CapWorth[] = [];
  for (const row of rows) {
    const { cap, counter } = row;
    found.push(told(row, await worthOf(bench, `cap-${counter}/${cap.department}/${cap.modality}`)));
  }
  return found;
}
