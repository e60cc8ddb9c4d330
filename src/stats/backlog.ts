/** The backlog a variant inherits: what the base has booked ahead on the day the change is made. */
import { ROUTE_BACKLOG } from '../engine/tally.ts';
import type { Flow, Scenario } from '../model/scenario.ts';
import { Experiment } from './experiment.ts';

/** Patients of a flow with an appointment ahead at the end of a week, mean over replications and the weeks from this one. */
function meanBookedAhead(base: Experiment, flow: string, fromWeek: number): number {
  const { plan, outcomes } = base;
  let sum = 0;
  for (const island of plan.islands)
    for (const route of island.routes) {
      if (island.flows[route.flow]!.flow.id !== flow) continue;
      for (const outcome of outcomes) {
        const ahead = outcome[island.index]!.bookedAhead[route.index]!;
        for (let week = fromWeek; week < ahead.length; week++) sum += ahead[week]!;
      }
    }
  return sum / outcomes.length / (plan.weeks - fromWeek);
}

/** Mean days to the first place offered to a flow at the site it asks, after the warm-up; null without probe. */
function meanFirstAvailable(base: Experiment, flow: string, fromWeek: number): number | null {
  let sum = 0;
  let probes = 0;
  for (const island of base.plan.islands)
    for (const { flow: plan, routes } of island.flows) {
      if (plan.id !== flow) continue;
      for (const outcome of base.outcomes) {
        const series = outcome[island.index]!.series[routes[0]!]!;
        for (let at = 2 * fromWeek; at < series.length; at += 2) {
          sum += series[at]!;
          probes += series[at + 1]!;
        }
      }
    }
  return probes === 0 ? null : sum / probes;
}

/** Patients the scenario books before its first day, by flow, in one replication. */
function bookedBefore(scenario: Scenario, seed: string): ReadonlyMap<string, number> {
  const experiment = new Experiment(scenario, { weeks: 1, warmupWeeks: 0, seed });
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

const withBacklogs = (scenario: Scenario, of: (flow: Flow) => Flow['backlog']): Scenario =>
  Object.freeze({
    ...scenario,
    flows: Object.freeze(scenario.flows.map((flow) => Object.freeze({ ...flow, backlog: of(flow) }))),
  });

/**
 * The variant as it starts on the day of the change, every booked flow of the base with the backlog the base has once settled: as
 * long a delay to the first place offered, in whole days, and no fewer patients. Those who were booked keep their appointment,
 * places the variant adds before them are taken at once by those offered the earliest, and where it takes places away the same
 * patients go further. So more places do not shorten the delay on the first day, and fewer lengthen it at once. Flows that the base
 * does not have, or that are not booked, keep their own backlog.
 *
 * The base itself, given as its own variant, starts settled.
 * @throws RangeError when the base has no replication.
 */
export function startingFromBase(base: Experiment, variant: Scenario): Scenario {
  if (base.replications === 0) throw new RangeError('the base has not been run');
  const fromWeek = base.warmup().weeks;
  const booked = new Set(base.scenario.flows.filter(({ walkIn }) => !walkIn).map(({ id }) => id));
  const asLong = withBacklogs(variant, (flow) => {
    const days = booked.has(flow.id) ? meanFirstAvailable(base, flow.id, fromWeek) : null;
    return days === null || flow.walkIn ? flow.backlog : { kind: 'delay', days: Math.round(days) };
  });
  const reached = bookedBefore(asLong, base.seed);
  return withBacklogs(asLong, (flow) => {
    if (!booked.has(flow.id) || flow.walkIn) return flow.backlog;
    const patients = Math.round(meanBookedAhead(base, flow.id, fromWeek));
    return (reached.get(flow.id) ?? 0) >= patients ? flow.backlog : { kind: 'patients', n: patients };
  });
}
