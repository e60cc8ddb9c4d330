/** What a simulation of a region shows of its agendas: delays offered and requests made, a replication at a time. */
import { unpackCounts } from '../../engine/counts.ts';
import type { IslandPlan, RoutePlan } from '../../engine/plan.ts';
import { ROUTE_REQUESTED } from '../../engine/tally.ts';
import { groupBy } from '../../model/group.ts';
import type { Flow } from '../../model/scenario.ts';
import type { Experiment, ReplicationOutcome } from '../../stats/experiment.ts';
import { smoothMedian } from '../measure.ts';

/** One class of patients at one implantation, in one replication. */
export interface ObservedQueue {
  /** Days to the first place offered; NaN where nothing was probed. */
  readonly medianDays: number;
  readonly meanDays: number;
  /** Made by those who ask here first, and the number expected. */
  readonly requests: number;
  readonly expected: number;
}

/** `site/modality/class` → what was seen. */
export type ObservedRegion = ReadonlyMap<string, ObservedQueue>;

/** Counts after the warm-up. */
function counted(experiment: Experiment, outcome: ReplicationOutcome, island: IslandPlan): Float64Array {
  const { tally, snapshots } = outcome[island.index]!;
  const { warmupWeeks } = experiment.scenario.run;
  if (warmupWeeks === 0 || warmupWeeks === 'auto') return tally;
  const { snapshotWeeks } = experiment.optionsOf(0);
  const before = unpackCounts(snapshots[warmupWeeks / snapshotWeeks - 1]!, tally.length);
  return tally.map((sum, at) => sum - before[at]!);
}

/** Routes of ambulatory and hospitalised patients where they are asked first, by implantation and class. */
function homeRoutes(island: IslandPlan, isCounted: (flow: Flow) => boolean) {
  const home = island.flows.flatMap(({ flow, routes }) =>
    flow.walkIn || !isCounted(flow) ? [] : [{ flow, route: island.routes[routes[0]!]! }],
  );
  return groupBy(home, ({ flow }) => `${flow.sites[0]}/${flow.modality}/${flow.class}`);
}

/** Probes of a route by day: its exam types together. */
function probesOf(island: IslandPlan, route: RoutePlan, tally: Float64Array): Float64Array {
  const { exams, delayBins } = island.layout.routes[route.index]!;
  const days = new Float64Array(delayBins);
  for (const { first } of exams) for (let bin = 0; bin < delayBins; bin++) days[bin]! += tally[first + bin]!;
  return days;
}

/**
 * The queues of each replication of a region, after the weeks its run leaves out.
 * @param isCounted flows that matter: those of interventional scanners are apart.
 */
export function observeRegion(
  experiment: Experiment,
  isCounted: (flow: Flow) => boolean,
): readonly ObservedRegion[] {
  const { plan, outcomes, scenario } = experiment;
  const { weeks, warmupWeeks } = scenario.run;
  const left = weeks - (warmupWeeks === 'auto' ? 0 : warmupWeeks);
  return outcomes.map((outcome) => {
    const seen = new Map<string, ObservedQueue>();
    for (const island of plan.islands) {
      const tally = counted(experiment, outcome, island);
      for (const [key, home] of homeRoutes(island, isCounted)) {
        // Those who ask here first have one rule, hence the same probes.
        const days = probesOf(island, home[0]!.route, tally);
        const probes = days.reduce((sum, count) => sum + count, 0);
        const total = days.reduce((sum, count, day) => sum + day * count, 0);
        seen.set(key, {
          medianDays: smoothMedian(days),
          meanDays: probes === 0 ? Number.NaN : total / probes,
          requests: home.reduce(
            (sum, { route }) => sum + tally[island.layout.routes[route.index]!.counters + ROUTE_REQUESTED]!,
            0,
          ),
          expected: home.reduce((sum, { flow }) => sum + flow.perWeek * left, 0),
        });
      }
    }
    return seen;
  });
}
