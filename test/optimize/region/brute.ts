/** The best plan of a small region by trying every plan, each with its own best flows, and by the model. */
import type { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { bounded } from '../../../src/optimize/region/front.ts';
import { held, planCost } from '../../../src/optimize/region/plan-cost.ts';
import type { Equity, RegionPlan, RegionProblem } from '../../../src/optimize/region/problem.ts';
import { allowedPlans } from './support/small.ts';

export const KINDS = ['none', 'worst', 'p80', 'travel'] as const;
export type Kind = (typeof KINDS)[number];

/** Equity of a kind as a goal. */
export const goalOf = (kind: Kind): Equity => (kind === 'none' ? { kind } : bounded(kind, null));

export interface Brute {
  readonly plans: number;
  readonly plan: RegionPlan;
  readonly days: number;
  readonly measure: number | null;
}

const EXACT = { timeLimitSeconds: 60, relativeGap: 0 };

/** What equity measures first, as low as any plan brings it; then patient-days among those that keep it there. */
export async function bruteForce(
  problem: RegionProblem,
  kind: Kind,
  agendaPooling: boolean,
  backend: HighsBackend,
): Promise<Brute> {
  const plans = allowedPlans(problem);
  const costs = (equity: Equity) =>
    Promise.all(plans.map((plan) => planCost(problem, plan, { equity, agendaPooling }, backend, EXACT)));
  let measure: number | null = null;
  let equity: Equity = { kind: 'none' };
  if (kind !== 'none') {
    measure = Math.min(...(await costs(goalOf(kind))).map((cost) => cost?.measure ?? Infinity));
    equity = bounded(kind, held(measure));
  }
  const days = (await costs(equity)).map((cost) => cost?.days ?? Infinity);
  const best = Math.min(...days);
  return { plans: plans.length, plan: plans[days.indexOf(best)]!, days: best, measure };
}
