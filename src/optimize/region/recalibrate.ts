/**
 * A region under other assumptions, asked for as much as gives its present delays back: first requests by implantation from
 * a region without chance (`bookedShares`), corrected by what short simulations show.
 */
import { bookedShares, type FluidFlow, type FluidPlace } from '../../calibrate/region/fluid.ts';
import { exp, pow } from '../../engine/math.ts';
import type { Flow, Scenario } from '../../model/scenario.ts';
import type { Modality } from '../../model/vocabulary.ts';
import { homeOf, isResidents } from './places.ts';

/** What is assumed otherwise: factors of what the region’s file says. */
export interface RegionAssumptions {
  readonly tauFactor: Readonly<Record<Modality, number>>;
  readonly travelScaleFactor: number;
}

/** The region with other patience, its requests as they are. */
export function underAssumptions(
  scenario: Scenario,
  { tauFactor, travelScaleFactor }: RegionAssumptions,
): Scenario {
  return {
    ...scenario,
    flows: scenario.flows.map((flow) => {
      if (!isResidents(flow) || flow.accept.kind !== 'exponential') return flow;
      const scale = flow.travelScaleMinutes;
      return {
        ...flow,
        accept: { ...flow.accept, tauDays: flow.accept.tauDays * tauFactor[flow.modality] },
        travelScaleMinutes: scale === null ? null : scale * travelScaleFactor,
      };
    }),
  };
}

/** The region with the first requests of each implantation multiplied. */
export const withFirstRequests = (scenario: Scenario, factors: ReadonlyMap<string, number>): Scenario => ({
  ...scenario,
  flows: scenario.flows.map((flow) => {
    const factor = isResidents(flow) ? (factors.get(homeOf(flow)) ?? 1) : 1;
    return factor === 1 ? flow : { ...flow, perWeek: flow.perWeek * factor };
  }),
});

interface Fluid {
  readonly ids: readonly string[];
  readonly places: readonly FluidPlace[];
  readonly flows: readonly { readonly fluid: FluidFlow; readonly flow: Flow }[];
}

function fluidOf(scenario: Scenario, delayDays: ReadonlyMap<string, number>): Fluid {
  const residents = scenario.flows.filter(isResidents);
  const ids = [
    ...new Set(residents.flatMap(({ sites, modality }) => sites.map((site) => `${site}/${modality}`))),
  ].sort();
  const rank = new Map(ids.map((id, at) => [id, at]));
  const tau = new Map(
    residents.map((flow) => [
      homeOf(flow),
      flow.accept.kind === 'exponential' ? flow.accept.tauDays : Infinity,
    ]),
  );
  return {
    ids,
    places: ids.map((id) => ({
      id,
      delayDays: delayDays.get(id) ?? 0,
      tauDays: tau.get(id) ?? Infinity,
      bookings: 0,
    })),
    flows: residents.map((flow) => {
      const [place, ...others] = flow.sites.map((site) => rank.get(`${site}/${flow.modality}`)!);
      return { flow, fluid: { origin: 0, place: place!, others, minutes: flow.travelMinutes } };
    }),
  };
}

/** Requests booked at each place, for so many times its first requests. */
function bookingsOf({ places, flows }: Fluid, factors: readonly number[]): readonly number[] {
  const booked = places.map(() => 0);
  for (const { fluid, flow } of flows) {
    const shares = bookedShares(fluid, places, flow.travelScaleMinutes ?? Infinity);
    const asked = flow.perWeek * factors[fluid.place]!;
    [fluid.place, ...fluid.others].forEach((place, at) => {
      booked[place]! += asked * shares[at]!;
    });
  }
  return booked;
}

const TURNS = 400;
const STRIDE = 0.7;
const STILL = 1e-9;
/** Nobody asks ten times less, or ten times more, for the same delays. */
const LIMITS = { least: 0.1, most: 10 };

const clamp = (x: number, { least, most }: typeof LIMITS): number => Math.min(most, Math.max(least, x));

/**
 * How many times its first requests each implantation must be asked under other assumptions for as many to be booked there at
 * the same delays: 1 everywhere under the region’s own.
 * @param delayDays present delay by implantation.
 */
export function firstRequestFactors(
  base: Scenario,
  under: Scenario,
  delayDays: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const [before, after] = [fluidOf(base, delayDays), fluidOf(under, delayDays)];
  const wanted = bookingsOf(
    before,
    before.ids.map(() => 1),
  );
  let factors: readonly number[] = before.ids.map(() => 1);
  for (let turn = 0; turn < TURNS; turn++) {
    const booked = bookingsOf(after, factors);
    let moved = 0;
    factors = factors.map((factor, at) => {
      if (booked[at]! <= 0 || wanted[at]! <= 0) return factor;
      const next = clamp(factor * pow(wanted[at]! / booked[at]!, STRIDE), LIMITS);
      moved = Math.max(moved, Math.abs(next / factor - 1));
      return next;
    });
    if (moved < STILL) break;
  }
  return new Map(before.ids.map((id, at) => [id, factors[at]!]));
}

/** Largest change of the requests of an implantation in one correction, in logarithm. */
const MOST_STEP = 0.35;

/**
 * Factors corrected by what a simulation found: at equilibrium d moves by τ for one of the logarithm of requests.
 * @param found delay by implantation under these factors, days.
 */
export function correctedFactors(
  factors: ReadonlyMap<string, number>,
  under: Scenario,
  wanted: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const tau = new Map(
    under.flows.flatMap((flow) =>
      isResidents(flow) && flow.accept.kind === 'exponential'
        ? [[homeOf(flow), flow.accept.tauDays] as const]
        : [],
    ),
  );
  return new Map(
    [...factors].map(([id, factor]) => {
      const [is, was, scale] = [found.get(id), wanted.get(id), tau.get(id)];
      if (is === undefined || was === undefined || scale === undefined) return [id, factor];
      const step = Math.min(MOST_STEP, Math.max(-MOST_STEP, (was - is) / scale));
      return [id, clamp(factor * exp(step), LIMITS)];
    }),
  );
}
