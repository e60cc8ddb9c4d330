/** Whom places attract: residents ask first where there are places, and every department asks as much as before. */
import { groupBy } from '../../model/group.ts';
import type { Flow, Scenario } from '../../model/scenario.ts';
import { requestsPerPlace } from './drawn.ts';
import { homeOf, isResidents } from './places.ts';
import type { Implantation, RegionPlan, RegionProblem } from './problem.ts';

/** How much of first requests follows added places, where nothing else is said: assumed, between 0.4 and 1. */
export const USUAL_ATTRACTION = 0.7;

/** Appointments a week of an implantation before and after a plan. */
export interface PlacesChange {
  readonly implantation: Implantation;
  readonly before: number;
  readonly after: number;
}

/** Places by implantation, in the order of the problem. */
export function placesUnder(
  { implantations }: RegionProblem,
  plan: RegionPlan,
): ReadonlyMap<string, PlacesChange> {
  const added = new Map(plan.additions.map(({ implantation, devices }) => [implantation, devices]));
  const opened = new Map(plan.blocks.map(({ implantation, blocks }) => [implantation, blocks]));
  return new Map(
    implantations.map((implantation) => {
      const { id, placesPerWeek, placesPerDevice, placesPerBlock } = implantation;
      const more = (added.get(id) ?? 0) * placesPerDevice + (opened.get(id) ?? 0) * placesPerBlock;
      return [id, { implantation, before: placesPerWeek, after: placesPerWeek + more }];
    }),
  );
}

/** Requests a week of the residents of a department that a new implantation gets. */
export interface AttractedRequests {
  readonly implantation: string;
  readonly origin: string;
  readonly perWeek: number;
}

export interface Attracted {
  /** Requests a week by flow of residents. */
  readonly perWeek: ReadonlyMap<string, number>;
  readonly atNew: readonly AttractedRequests[];
}

/**
 * First requests of residents under a plan: each origin’s share of an implantation is multiplied by its places after ÷
 * before; a new implantation gets, for each of its places, the mean share of a place of its department; then shares are
 * brought back to the requests of the origin, which stay the same.
 * @param attraction how much of that happens, 0 (everybody asks where they asked) to 1.
 */
export function attractedRequests(
  scenario: Scenario,
  problem: RegionProblem,
  plan: RegionPlan,
  attraction = USUAL_ATTRACTION,
): Attracted {
  const places = placesUnder(problem, plan);
  const gained = [...places.values()].filter(({ implantation, after }) => implantation.isNew && after > 0);
  const perWeek = new Map<string, number>();
  const atNew: AttractedRequests[] = [];
  for (const [, flows] of groupBy(
    scenario.flows.filter(isResidents),
    ({ origin, modality }) => `${origin}/${modality}`,
  )) {
    const [{ origin, modality }] = flows as [Flow & { readonly origin: string }];
    const asked = flows.reduce((sum, flow) => sum + flow.perWeek, 0);
    const askedAt = new Map<string, number>();
    for (const flow of flows) askedAt.set(homeOf(flow), (askedAt.get(homeOf(flow)) ?? 0) + flow.perWeek);
    /** Requests drawn by what is added at an implantation. */
    const drawnBy = ({ implantation, before, after }: PlacesChange, asks: (id: string) => number): number =>
      attraction * (after - before) * requestsPerPlace(implantation, asks, problem.implantations);
    const drawn = flows.map((flow) => {
      const change = places.get(homeOf(flow));
      return flow.perWeek + (change === undefined ? 0 : drawnBy(change, () => flow.perWeek));
    });
    const news = gained
      .filter(({ implantation }) => implantation.modality === modality)
      .map((change) => ({
        implantation: change.implantation.id,
        perWeek: drawnBy(change, (id) => askedAt.get(id) ?? 0),
      }));
    const total = [...drawn, ...news.map((one) => one.perWeek)].reduce((sum, one) => sum + one, 0);
    const scale = total === 0 ? 0 : asked / total;
    flows.forEach((flow, rank) => {
      perWeek.set(flow.id, scale * drawn[rank]!);
    });
    for (const one of news)
      if (one.perWeek > 0)
        atNew.push({ implantation: one.implantation, origin, perWeek: scale * one.perWeek });
  }
  return { perWeek, atNew };
}
