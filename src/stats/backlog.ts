/** The backlog a variant inherits: on the day of the change, whoever is booked in the base is booked in the variant. */
import { ROUTE_BACKLOG } from '../engine/tally.ts';
import type { Scenario } from '../model/scenario.ts';
import { Experiment } from './experiment.ts';

/** Patients the scenario books before its first day, by flow, in the first replication. */
function bookedBefore(scenario: Scenario): ReadonlyMap<string, number> {
  const experiment = new Experiment(scenario, { weeks: 1, warmupWeeks: 0 });
  experiment.runNext();
  const booked = new Map<string, number>();
  for (const island of experiment.plan.islands)
    for (const route of island.routes) {
      const { id } = island.flows[route.flow]!.flow;
      const { counters } = island.layout.routes[route.index]!;
      const count = experiment.outcomes[0]![island.index]!.tally[counters + ROUTE_BACKLOG]!;
      booked.set(id, (booked.get(id) ?? 0) + count);
    }
  return booked;
}

/**
 * The variant as it starts on the day of the change: no booked flow begins with fewer patients than in the base. A backlog
 * stated as a delay fills the agenda of each up to that delay, so a variant with more places starts with the delay of the
 * base and the new places taken by those offered the earliest; one with fewer places would lose patients who had their
 * appointment, and keeps them, further away. All other flows, and all of an unchanged department, start as they are; so does
 * a flow whose backlog the variant states otherwise than the base, which is then what is compared.
 */
export function startingFromBase(base: Scenario, variant: Scenario): Scenario {
  const before = bookedBefore(base);
  const own = bookedBefore(variant);
  const stated = new Map(base.flows.map(({ id, backlog }) => [id, JSON.stringify(backlog)]));
  const flows = variant.flows.map((flow) => {
    if (stated.get(flow.id) !== JSON.stringify(flow.backlog)) return flow;
    const patients = before.get(flow.id) ?? 0;
    if (flow.walkIn || (own.get(flow.id) ?? 0) >= patients) return flow;
    return Object.freeze({ ...flow, backlog: Object.freeze({ kind: 'patients', n: patients } as const) });
  });
  return Object.freeze({ ...variant, flows: Object.freeze(flows) });
}
