/** The first-available delay of the patients waited for, week by week, from what replications leave. */
import type { IslandOutcome } from '../../engine/island-run.ts';
import type { Plan } from '../../engine/plan.ts';
import type { WaitingPatients } from './target.ts';

/**
 * Mean delay in days to the first place offered, of each week of one replication: over the probes of the week, a flow and exam type a
 * day (rule M3.10). A week without probe has the delay of the week before; NaN as long as there is none.
 */
export function weeklyDelays(
  plan: Plan,
  outcome: readonly IslandOutcome[],
  patients: WaitingPatients,
): readonly number[] {
  const series = plan.islands.flatMap((island, index) =>
    island.routes
      .filter((route) => {
        const { flow } = island.flows[route.flow]!;
        return (
          route.rules.length > 0 &&
          flow.class === patients.class &&
          flow.modality === patients.modality &&
          island.sites[route.site]!.site.id === patients.site
        );
      })
      .map((route) => outcome[index]!.series[route.index]!),
  );
  let last = Number.NaN;
  return Array.from({ length: plan.weeks }, (_, week) => {
    const sum = series.reduce((total, one) => total + one[2 * week]!, 0);
    const count = series.reduce((total, one) => total + one[2 * week + 1]!, 0);
    if (count > 0) last = sum / count;
    return last;
  });
}
