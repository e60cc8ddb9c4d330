/** Whether the indicators asked of a sweep exist, known before it is played. */
import type { Scenario } from '../../model/scenario.ts';
import { Experiment } from '../../stats/experiment.ts';
import { matching, type NamedIndicator, namedIndicators, nearestIndicator } from '../indicators.ts';
import type { Problem } from '../messages.ts';

/** The indicators a scenario has, from one week of it: how long it is played changes none of their paths. */
function indicatorsOf(scenario: Scenario): readonly NamedIndicator[] {
  const experiment = new Experiment(scenario, { weeks: 1, warmupWeeks: 0 });
  experiment.runNext();
  return namedIndicators(experiment.result());
}

/** A problem for each name that no indicator of any of the scenarios ends in. */
export function unknownIndicators(
  scenarios: readonly Scenario[],
  names: readonly string[],
): readonly Problem[] {
  let left = names;
  const seen = new Map<string, NamedIndicator>();
  for (const scenario of scenarios) {
    const all = indicatorsOf(scenario);
    left = left.filter((name) => matching(all, name).length === 0);
    if (left.length === 0) return [];
    for (const one of all) seen.set(one.path, one);
  }
  const all = [...seen.values()];
  return left.map((name): Problem => {
    return { code: 'indicator-unknown', values: { name, nearest: nearestIndicator(all, name) } };
  });
}
