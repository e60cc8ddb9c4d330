/** Ambulatory demand of one modality: who asks where, and where else they are offered a place. */
import { openStream } from '../../engine/streams.ts';
import type { Modality } from '../../model/vocabulary.ts';
import type { Agenda } from './agenda.ts';
import { fitMargins, type Matrix } from './fit-margins.ts';
import {
  bookedShares,
  type FluidFlow,
  type FluidRegion,
  firstRequests,
  fluidDemand,
  gravitySeed,
  keptOrigins,
  mostElsewhere,
} from './fluid.ts';
import { shuffled } from './implantation.ts';
import { regionValue } from './inputs.ts';
import { drawnOrder, Receivers } from './others.ts';

/** Minutes from a department of residence to a site; to one that is not the first asked, to another of its department. */
export type Minutes = (origin: string, site: string, isFirst: boolean) => number;

/** A flow of ambulatory requests. */
export interface ResidentFlow extends FluidFlow {
  /** Requests a week. */
  readonly perWeek: number;
}

/** Demand of a modality that can be fitted again with other factors. */
export class ModalityDemand {
  readonly agendas: readonly Agenda[];
  readonly origins: readonly string[];
  /** Of the requests of the region, by origin; they sum to 1. */
  readonly shares: readonly number[];
  readonly #seed: Matrix;
  readonly #region: FluidRegion;
  #factors: readonly number[];

  /**
   * @param agendas those of the modality.
   * @param seed of the draw of other places.
   */
  constructor(
    modality: Modality,
    agendas: readonly Agenda[],
    origins: readonly string[],
    shares: readonly number[],
    minutes: Minutes,
    seed: string,
  ) {
    this.agendas = agendas;
    this.origins = origins;
    this.shares = shares;
    this.#factors = agendas.map(() => 1);
    const places = agendas.map(({ implantation, tauDays, bookings }) => ({
      id: implantation.id,
      delayDays: implantation.delayDays.A,
      tauDays: tauDays.A,
      bookings,
    }));
    const table = (isFirst: boolean): Matrix =>
      origins.map((origin) => agendas.map(({ implantation: { site } }) => minutes(origin, site, isFirst)));
    const [first, other] = [table(true), table(false)];
    const gravity = gravitySeed(first, places, regionValue('gravity-scale'));
    const scale = regionValue('travel-scale');
    const asked = places.map(firstRequests);
    this.#seed = keptOrigins(gravity, shares, asked, regionValue('least-origin'));
    const all = asked.reduce((sum, one) => sum + one, 0);
    const start =
      fitMargins(
        this.#seed,
        shares.map((share) => share * all),
        asked,
        1e-6,
      ) ?? this.#seed;
    const receivers = new Receivers(places.map(({ bookings }) => bookings * regionValue('most-received')));
    const pairs = origins.flatMap((_, origin) =>
      [...places.keys()]
        .filter((place) => this.#seed[origin]![place]! > 0)
        .map((place) => ({ origin, place })),
    );
    const drawn = shuffled(pairs, openStream(seed, 'region', modality, 'order')).map(
      ({ origin, place }): FluidFlow => {
        const home = first[origin]![place]!;
        const candidates = places.flatMap(({ bookings }, at) =>
          at === place ? [] : [{ place: at, bookings, farther: other[origin]![at]! - home }],
        );
        const draw = openStream(seed, 'region', modality, 'others', places[place]!.id, origins[origin]!);
        const others = receivers.take(
          drawnOrder(candidates, scale, draw),
          regionValue('alternatives'),
          (one) =>
            start[origin]![place]! * mostElsewhere(places[place]!, places[one.place]!, one.farther, scale),
        );
        return {
          origin,
          place,
          others: others.map((one) => one.place),
          minutes: [home, ...others.map((one) => one.farther + home)],
        };
      },
    );
    const flows = drawn.sort((a, b) => a.origin - b.origin || a.place - b.place);
    const booked = flows.map((flow) => bookedShares(flow, places, scale));
    this.#region = { places, flows, shares: booked };
  }

  get region(): FluidRegion {
    return this.#region;
  }

  /** What each implantation must be asked ÷ what the fluid says, as found by simulation. */
  get factors(): readonly number[] {
    return this.#factors;
  }

  set factors(factors: readonly number[]) {
    this.#factors = factors;
  }

  /** The matrix of requests, origins by implantations, and the implantations that others' requests would fill. */
  fitted() {
    return fluidDemand(this.#region, this.#seed, this.shares, this.#factors);
  }

  /** Flows with their requests a week. */
  flows(): readonly ResidentFlow[] {
    const { requests } = this.fitted();
    return this.#region.flows.map((flow) => ({ ...flow, perWeek: requests[flow.origin]![flow.place]! }));
  }
}
