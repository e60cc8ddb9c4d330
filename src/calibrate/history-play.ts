/** A raw scenario of the past played once, as a user's file would be. */
import { completeScenario } from '../model/complete/complete.ts';
import { parseScenario } from '../model/load/load.ts';
import type { Indicator, SimulationResult } from '../model/results/results.ts';
import { simulateScenario } from '../stats/experiment.ts';

/** A scenario as a user writes it, before any check. */
export type RawScenario = Readonly<Record<string, unknown>>;

/**
 * One replication of a raw scenario.
 * @throws RangeError with the findings when the scenario is not sound.
 */
export function playOnce(
  raw: RawScenario,
  run: { readonly seed: string; readonly weeks: number; readonly warmupWeeks: number },
): SimulationResult {
  const { input, findings } = parseScenario(raw);
  if (input === null) throw new RangeError(JSON.stringify(findings));
  const { seed, warmupWeeks } = run;
  const weeks = run.weeks + warmupWeeks;
  return simulateScenario(completeScenario(input), { seed, weeks, warmupWeeks, replications: 1 });
}

/**
 * The mean of an indicator that must have one.
 * @throws RangeError where there is nothing, or no stable mean.
 * @example meanOf({ mean: 3, low: null, high: null, n: 1 }) // 3
 */
export function meanOf(indicator: Indicator | undefined): number {
  if (indicator === null || indicator === undefined || indicator === 'unstable')
    throw new RangeError(`no mean: ${String(indicator)}`);
  return indicator.mean;
}
