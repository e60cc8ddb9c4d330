/** Patient-days of waiting, replication by replication: what interactions are paired on. */
import { MODALITIES } from '../../model/vocabulary.ts';
import type { Experiment } from '../../stats/experiment.ts';
import { BOOKED_CLASSES } from '../../stats/headlines.ts';

/**
 * Patient-days of waiting a week that a variant adds to those who book in the base, one number a replication: the sum
 * over departments and classes A and H of requests booked a week in the base × change of the mean access delay. The
 * mean of these numbers is the overall difference of a comparison. Null where nobody books in one of the two.
 */
export function patientDaysAdded(base: Experiment, variant: Experiment): readonly (number | null)[] {
  const { weeks } = base.warmup();
  const [before, after] = [base.measured(weeks), variant.measured(weeks)];
  const added: (number | null)[] = Array.from(
    { length: Math.min(before.replications, after.replications) },
    () => 0,
  );
  for (const { id } of base.scenario.sites)
    for (const modality of MODALITIES)
      for (const one of BOOKED_CLASSES) {
        const booked = before.bookedPerWeek(id, modality, one);
        if (booked === null) continue;
        const path = ['sites', id, modality, 'access', one, 'mean'];
        const [was, is] = [before.values(path), after.values(path)];
        added.forEach((sum, n) => {
          if (booked[n] === 0) return;
          const [from, to] = [was?.[n] ?? null, is?.[n] ?? null];
          added[n] = sum === null || from === null || to === null ? null : sum + booked[n]! * (to - from);
        });
      }
  return added;
}
