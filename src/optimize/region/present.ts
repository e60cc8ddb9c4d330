/** What a simulation shows of a region as a planning model needs it: requests by residence and place, places booked, delays. */
import { unpackCounts } from '../../engine/counts.ts';
import type { IslandPlan, RoutePlan } from '../../engine/plan.ts';
import { OUTCOME, ROUTE_PASSED_ON, ROUTE_RECEIVED, ROUTE_REQUESTED } from '../../engine/tally.ts';
import type { Flow } from '../../model/scenario.ts';
import { MODALITIES, type Modality } from '../../model/vocabulary.ts';
import type { Experiment } from '../../stats/experiment.ts';
import { isResidents } from './places.ts';

/** An implantation as simulated, means over replications. */
export interface PresentImplantation {
  /** Mean days to the first place offered, by the requests asked here first; null where nobody asks. */
  readonly delayDays: number | null;
  /** Ambulatory appointments given a week. */
  readonly bookedPerWeek: number;
}

/** Requests of a department of residence for a modality, a week. */
export interface PresentRequests {
  readonly department: string;
  readonly modality: Modality;
  /** Asked there first, and received there from where they were declined. */
  readonly byImplantation: ReadonlyMap<string, number>;
}

export interface PresentRegion {
  readonly implantations: ReadonlyMap<string, PresentImplantation>;
  readonly requests: readonly PresentRequests[];
  /** Of requests not booked where they asked first, the share booked at another site, 0..1. */
  readonly bookedElsewhere: Readonly<Record<Modality, number>>;
}

/** Sums of an island over the weeks after the warm-up, one a replication. */
function talliesAfter(
  { outcomes, optionsOf }: Pick<Experiment, 'outcomes' | 'optionsOf'>,
  island: IslandPlan,
  warmupWeeks: number,
): readonly Float64Array[] {
  const { snapshotWeeks } = optionsOf(0);
  return outcomes.map((outcome) => {
    const { tally, snapshots } = outcome[island.index]!;
    if (warmupWeeks === 0) return tally;
    const packed = snapshots[warmupWeeks / snapshotWeeks - 1];
    if (packed === undefined) throw new RangeError(`no copy of the tally was kept at week ${warmupWeeks}`);
    const before = unpackCounts(packed, tally.length);
    return tally.map((sum, index) => sum - before[index]!);
  });
}

/** Counts of one route, a week. */
interface RouteCounts {
  readonly requested: number;
  readonly received: number;
  readonly booked: number;
  readonly passedOn: number;
  /** Of those who asked here first: no appointment anywhere. */
  readonly unmet: number;
  /** Mean days to the first place, over its exams by their shares; null where none was probed. */
  readonly firstDays: number | null;
}

function countsOf(tally: Float64Array, island: IslandPlan, route: RoutePlan, weeks: number): RouteCounts {
  const { counters, delayBins, exams } = island.layout.routes[route.index]!;
  const { flow } = island.flows[route.flow]!;
  const aWeek = (counter: number) => tally[counters + counter]! / weeks;
  let [booked, days, share] = [0, 0, 0];
  exams.forEach(({ access, first }, rank) => {
    let [probes, sum] = [0, 0];
    for (let bin = 0; bin < delayBins; bin++) {
      booked += tally[access + bin]!;
      probes += tally[first + bin]!;
      sum += bin * tally[first + bin]!;
    }
    if (probes === 0) return;
    const own = flow.exams[rank]!.share;
    days += (own * sum) / probes;
    share += own;
  });
  return {
    requested: aWeek(ROUTE_REQUESTED),
    received: aWeek(ROUTE_RECEIVED),
    booked: booked / weeks,
    passedOn: aWeek(ROUTE_PASSED_ON),
    unmet: aWeek(OUTCOME.declined) + aWeek(OUTCOME.refused),
    firstDays: share === 0 ? null : days / share,
  };
}

/** A route of residents in one replication. */
interface ResidentRoute extends RouteCounts {
  readonly flow: Flow & { readonly origin: string };
  readonly implantation: string;
  /** Whether it is where the flow asks first. */
  readonly isHome: boolean;
}

/** Counts of every route of residents, replication by replication. */
function residentRoutes(experiment: Experiment, warmupWeeks: number): readonly (readonly ResidentRoute[])[] {
  const { plan, replications } = experiment;
  const weeks = plan.weeks - warmupWeeks;
  const found: ResidentRoute[][] = Array.from({ length: replications }, () => []);
  for (const island of plan.islands) {
    const routes = island.routes.filter((route) => isResidents(island.flows[route.flow]!.flow));
    if (routes.length === 0) continue;
    const own = { outcomes: experiment.outcomes, optionsOf: (n: number) => experiment.optionsOf(n) };
    talliesAfter(own, island, warmupWeeks).forEach((tally, replication) => {
      for (const route of routes) {
        const { flow, routes: all } = island.flows[route.flow]!;
        if (!isResidents(flow)) continue;
        found[replication]!.push({
          ...countsOf(tally, island, route, weeks),
          flow,
          implantation: `${island.sites[route.site]!.site.id}/${flow.modality}`,
          isHome: all[0] === route.index,
        });
      }
    });
  }
  return found;
}

/** Adds to a sum by key. */
function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

/**
 * The region as simulated, means over its replications.
 * @param warmupWeeks weeks left out at the start; a copy of the tally was kept there.
 */
export function presentRegion(
  experiment: Experiment,
  warmupWeeks = experiment.warmup().weeks,
): PresentRegion {
  const all = residentRoutes(experiment, warmupWeeks);
  const share = 1 / all.length;
  const [booked, asked, days] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const requests = new Map<string, { department: string; modality: Modality; by: Map<string, number> }>();
  const elsewhere = { ct: { passed: 0, unmet: 0 }, mri: { passed: 0, unmet: 0 } };
  for (const routes of all)
    for (const route of routes) {
      const { flow, implantation: id } = route;
      add(booked, id, share * route.booked);
      if (route.isHome) {
        if (route.firstDays !== null) {
          add(asked, id, flow.perWeek);
          add(days, id, flow.perWeek * route.firstDays);
        }
        elsewhere[flow.modality].passed += route.passedOn;
        elsewhere[flow.modality].unmet += route.unmet;
      }
      const key = `${flow.origin}/${flow.modality}`;
      const own = requests.get(key) ?? { department: flow.origin, modality: flow.modality, by: new Map() };
      requests.set(key, own);
      add(own.by, id, share * (route.isHome ? route.requested : route.received));
    }
  const ofModality = (modality: Modality): number => {
    const { passed, unmet } = elsewhere[modality];
    return passed + unmet === 0 ? 0 : passed / (passed + unmet);
  };
  return {
    implantations: new Map(
      [...booked].map(([id, bookedPerWeek]) => {
        const weight = asked.get(id) ?? 0;
        return [id, { bookedPerWeek, delayDays: weight === 0 ? null : days.get(id)! / weight }];
      }),
    ),
    requests: [...requests.values()]
      .map(({ department, modality, by }) => ({ department, modality, byImplantation: by }))
      .sort(
        (a, b) =>
          MODALITIES.indexOf(a.modality) - MODALITIES.indexOf(b.modality) ||
          (a.department < b.department ? -1 : 1),
      ),
    bookedElsewhere: { ct: ofModality('ct'), mri: ofModality('mri') },
  };
}
