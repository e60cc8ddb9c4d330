/** The proposal as a set of changes, and the simulations it was found with. */
import type { OptimizeResult, ProposedChange } from '../../../../src/model/results/optimize.ts';
import type { WeekRules } from '../../../../src/model/rules/rules.ts';
import type { Scenario } from '../../../../src/model/scenario.ts';
import { HighsBackend } from '../../../../src/optimize/lp/highs.ts';
import type { ProposeOptions } from '../../../../src/optimize/propose/options.ts';
import { proposeWeek } from '../../../../src/optimize/propose/propose.ts';
import { type Play, playHere } from '../../../../src/optimize/rank/options.ts';
import type { WeekChange } from '../../../../src/optimize/week/change.ts';
import type { Week } from '../baselines/judge.ts';

export interface Answered {
  readonly result: OptimizeResult;
  readonly proposed: Scenario | null;
  /** Replications of parts played until the week was chosen; the proof and the assumption sets come after. */
  readonly simulations: number;
}

/** Proposes a week here and counts what it takes. */
export async function propose(
  scenario: Scenario,
  rules: WeekRules,
  options: Partial<ProposeOptions> = {},
): Promise<Answered> {
  let simulations = 0;
  let isChosen = false;
  const counting: Play = async (experiment, replications) => {
    isChosen ||= experiment.seed.endsWith('/proof');
    if (!isChosen) simulations += Math.max(0, replications - experiment.replications);
    await playHere(experiment, replications);
  };
  const backend = new HighsBackend();
  const found = await proposeWeek(scenario, rules, { backend, ...options }, counting);
  return { ...found, simulations };
}

/** Changes as they are told, as picks of the catalogue they come from; throws for one that is not in it. */
export const weekOf = (told: readonly ProposedChange[], changes: readonly WeekChange[]): Week =>
  told.map(({ id, devices }) => {
    const change = changes.find((one) => one.id === id);
    if (change === undefined) throw new RangeError(`${id} is not in the catalogue`);
    return { change, times: Math.max(1, devices.length) };
  });
