/** What each queue waits in an experiment: of its class where it is the only one, of its own flows where owners differ. */
import type { Experiment } from '../../stats/experiment.ts';
import { isUnstableAt } from '../../stats/instability.ts';
import type { Value } from '../../stats/measured.ts';
import type { Queue } from '../week/problem.ts';

/** What a queue waits, and how many book a week. */
export interface QueueMeans {
  /** Days; null when nobody was booked, or the delay depends on the length of the run. */
  readonly delayDays: number | null;
  readonly bookedPerWeek: number;
}

const meanOf = (values: readonly Value[]): number | null => {
  const seen = values.filter((value) => value !== null);
  return seen.length === 0 ? null : seen.reduce((sum, value) => sum + value, 0) / seen.length;
};

/** Days to the first place offered to some flows at a site, mean over the weeks after the warm-up; null without requests. */
function firstAvailableOf({ plan, outcomes }: Experiment, queue: Queue, warmupWeeks: number): number | null {
  let sum = 0;
  let probes = 0;
  for (const island of plan.islands) {
    const site = island.sites.find((one) => one.site.id === queue.site);
    if (site === undefined) continue;
    for (const route of island.routes) {
      if (route.site !== site.index || !queue.flows.includes(island.flows[route.flow]!.flow.id)) continue;
      for (const outcome of outcomes) {
        const series = outcome[island.index]!.series[route.index]!;
        for (let week = warmupWeeks; week < plan.weeks; week++) {
          sum += series[2 * week]!;
          probes += series[2 * week + 1]!;
        }
      }
    }
  }
  return probes === 0 ? null : sum / probes;
}

/**
 * Mean access delay, days, and patients booked a week, of each queue, over the replications so far. Where several queues
 * of a class are booked at one department, each is told by the first place its own flows are offered, and patients are
 * shared out as requests are.
 */
export function queueDelays(
  experiment: Experiment,
  queues: readonly Queue[],
  all: readonly Queue[],
  warmupWeeks: number,
): ReadonlyMap<string, QueueMeans> {
  const measured = experiment.measured(warmupWeeks);
  return new Map(
    queues.map((queue): [string, QueueMeans] => {
      const { site, modality, class: patientClass } = queue;
      const path = ['sites', site, modality, 'access', patientClass, 'mean'];
      const isUnstable = isUnstableAt(path, experiment.unstable);
      const alike = all.filter(
        (one) => one.site === site && one.modality === modality && one.class === patientClass,
      );
      const asked = alike.reduce((sum, one) => sum + one.requestsPerWeek, 0);
      const delay =
        alike.length === 1
          ? meanOf(measured.values(path) ?? [])
          : firstAvailableOf(experiment, queue, warmupWeeks);
      const booked =
        patientClass === 'A' || patientClass === 'H'
          ? (meanOf(measured.bookedPerWeek(site, modality, patientClass) ?? []) ?? 0)
          : 0;
      return [
        queue.id,
        {
          delayDays: isUnstable ? null : delay,
          bookedPerWeek: asked === 0 ? 0 : (booked * queue.requestsPerWeek) / asked,
        },
      ];
    }),
  );
}
