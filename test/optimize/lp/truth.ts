/** The same models by every engine: whoever disagrees is named. */
import { LpThread } from '../../../src/cli/pool/lp-thread.ts';
import { HighsBackend } from '../../../src/optimize/lp/highs.ts';
import { JslpBackend } from '../../../src/optimize/lp/jslp.ts';
import { hasIntegers } from '../../../src/optimize/lp/model.ts';
import { modelOf } from './support/generate.ts';
import { glpkVerdict } from './support/glpk.ts';
import { agree, type Verdict, verdictOf } from './support/verdict.ts';

export interface Truth {
  /** Models on which engines differ, each as a line. */
  readonly differences: readonly string[];
  /** LPs whose optimum HiGHS proved by duals that hold, and LPs with an optimum. */
  readonly provedLps: number;
  readonly optimalLps: number;
  /** Models by verdict. */
  readonly verdicts: Readonly<Record<string, number>>;
}

const text = ({ kind, objective }: Verdict) => `${kind} ${objective}`;

/** Solves so many generated models with HiGHS, javascript-lp-solver and, where it is there, GLPK. */
export async function truth(count: number, withGlpk: boolean): Promise<Truth> {
  const thread = new LpThread();
  const [highs, jslp] = [new HighsBackend(), new JslpBackend(thread)];
  const differences: string[] = [];
  const verdicts: Record<string, number> = {};
  let [provedLps, optimalLps] = [0, 0];
  const options = { timeLimitSeconds: 60, relativeGap: 0 };
  for (let seed = 0; seed < count; seed++) {
    const { kind, model } = modelOf(seed);
    const solution = await highs.solve(model, options);
    const first = verdictOf(solution);
    const others = [verdictOf(await jslp.solve(model, options)), ...(withGlpk ? [glpkVerdict(model)] : [])];
    if (!others.every((other) => agree(first, other)))
      differences.push(`${seed} ${kind}: ${[first, ...others].map(text).join(' | ')}`);
    verdicts[first.kind] = (verdicts[first.kind] ?? 0) + 1;
    if (first.kind === 'optimal' && !hasIntegers(model)) {
      optimalLps += 1;
      if (solution.dual === 'feasible') provedLps += 1;
    }
  }
  thread.stop();
  return { differences, provedLps, optimalLps, verdicts };
}
