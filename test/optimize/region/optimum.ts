/** Small regions solved by the model and by trying every plan: where they differ, a line says so. */
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { planKey } from '../../../src/optimize/region/problem.ts';
import { solveRegion } from '../../../src/optimize/region/solve.ts';
import { brokenRules } from '../../../src/optimize/region/verify.ts';
import { bruteForce, goalOf, KINDS } from './brute.ts';
import { allowedPlans, smallRegion } from './support/small.ts';

export interface Compared {
  readonly differences: readonly string[];
  readonly regions: number;
  /** Regions in which something is done. */
  readonly acting: number;
  readonly plans: number;
}

const MOST_PLANS = 150;
/** A measure is held to 1e-5, and days then depend on how it is held. */
const near = (a: number, b: number, tolerance: number) =>
  Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));

/** Regions by seed: each kind of equity in turn, four with one queue an agenda and four without. */
export async function compared(from: number, to: number): Promise<Compared> {
  const highs = new HighsBackend();
  const differences: string[] = [];
  let [regions, acting, plans] = [0, 0, 0];
  for (let seed = from; seed < to; seed++) {
    const problem = smallRegion(`s${seed}`);
    if (allowedPlans(problem).length > MOST_PLANS) continue;
    const [kind, agendaPooling] = [KINDS[seed % 4]!, seed % 8 >= 4];
    const answer = await solveRegion(problem, goalOf(kind), highs, {
      timeLimitSeconds: 60,
      relativeGap: 0,
      agendaPooling,
    });
    const brute = await bruteForce(problem, kind, agendaPooling, highs);
    regions += 1;
    plans += brute.plans;
    const name = `${seed} ${kind} ${agendaPooling}`;
    if (answer.kind !== 'plan') {
      differences.push(`${name}: ${answer.kind}`);
      continue;
    }
    if (planKey(answer.plan) !== '') acting += 1;
    const { days, measure, plan } = answer;
    const isSame =
      near(days, brute.days, kind === 'none' ? 1e-6 : 1e-4) &&
      (measure === null || near(measure, brute.measure!, 2e-5)) &&
      brokenRules(problem, plan).length === 0;
    if (!isSame)
      differences.push(
        `${name}: ${days} ${measure} [${planKey(plan)}] | ${brute.days} ${brute.measure} [${planKey(brute.plan)}]`,
      );
  }
  return { differences, regions, acting, plans };
}
