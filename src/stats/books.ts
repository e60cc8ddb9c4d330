/** The books of each flow: what went in comes out (rule M7). */
import type { IslandOutcome } from '../engine/island-run.ts';
import type { Plan } from '../engine/plan.ts';
import { OUTCOME, ROUTE_BACKLOG, ROUTE_PASSED_ON, ROUTE_RECEIVED, ROUTE_REQUESTED } from '../engine/tally.ts';
import type { FlowBooks } from '../model/results/results.ts';

/** The books of each flow and site, summed over the replications and over the whole run. */
export function flowBooks(plan: Plan, outcomes: readonly (readonly IslandOutcome[])[]): FlowBooks[] {
  return plan.islands.flatMap((island, index) =>
    island.routes.map((route) => {
      const { counters } = island.layout.routes[route.index]!;
      const count = (offset: number) =>
        outcomes.reduce((sum, outcome) => sum + outcome[index]!.tally[counters + offset]!, 0);
      const left = (kind: 'booked' | 'waiting' | 'inRoom') =>
        outcomes.reduce((sum, outcome) => sum + outcome[index]!.stock[route.index]![kind], 0);
      return {
        flow: island.flows[route.flow]!.flow.id,
        site: island.sites[route.site]!.site.id,
        in: {
          requested: count(ROUTE_REQUESTED),
          backlog: count(ROUTE_BACKLOG),
          received: count(ROUTE_RECEIVED),
        },
        out: {
          done: count(OUTCOME.done),
          declined: count(OUTCOME.declined),
          refused: count(OUTCOME.refused),
          diverted: count(OUTCOME.diverted),
          blocked: count(OUTCOME.blocked),
          reneged: count(OUTCOME.reneged),
          noShow: count(OUTCOME.noShow),
          cancelled: count(OUTCOME.cancelled),
          passedOn: count(ROUTE_PASSED_ON),
        },
        left: { booked: left('booked'), waiting: left('waiting'), inRoom: left('inRoom') },
      };
    }),
  );
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);

/**
 * What went in minus what came out or is left: 0, always.
 * @example booksGap({ flow: 'f', site: 's', in: { requested: 2, backlog: 0, received: 0 }, out: { done: 1, declined: 0, refused: 0, diverted: 0, blocked: 0, reneged: 0, noShow: 0, cancelled: 0, passedOn: 0 }, left: { booked: 1, waiting: 0, inRoom: 0 } }) // 0
 */
export function booksGap(books: FlowBooks): number {
  return sum(books.in) - sum(books.out) - sum(books.left);
}
