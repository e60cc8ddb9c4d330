/** Patient-days of waiting, replication by replication: what interactions are paired on. */
import type { Experiment } from '../../stats/experiment.ts';
import { patientDaysAdded as addedBy, type Move } from '../../stats/waiting.ts';

/**
 * Patient-days of waiting a week that a variant adds to those who book in the base, one number a replication
 * (`waitingOf`). Their mean is the overall difference of a comparison after the warm-up of the base. Null where nobody
 * books in one of the two, or a delay depends on the length of the run.
 */
export function patientDaysAdded(
  base: Experiment,
  variant: Experiment,
  moves: readonly Move[] = [],
): readonly (number | null)[] {
  const { weeks } = base.warmup();
  const side = (experiment: Experiment) => ({ experiment, measured: experiment.measured(weeks) });
  return addedBy(side(base), side(variant), moves);
}
