/** Residents' requests that move towards added places, from wherever they ask today, in proportion. */
import { groupBy } from '../../model/group.ts';
import type { Modality } from '../../model/vocabulary.ts';
import type { Place } from './asked.ts';
import { COLUMNS } from './columns.ts';
import { type Draft, type PhaseMode, rounded, type Term } from './draft.ts';
import { counterLabel, placeLabel, UNITS, withWords } from './names.ts';
import type { RegionPhase } from './phases.ts';
import { addedPlaces } from './rows-places.ts';

/** The requests that added places of an implantation may draw in a phase. */
interface Arrival {
  readonly place: Place;
  /** Added places that draw. */
  readonly column: string;
  /** Requests that one of them draws, by department of residence. */
  readonly drawn: ReadonlyMap<string, number>;
}

/** The share of the requests of an origin that moves in a phase, and how many it makes of each implantation. */
interface Departure {
  readonly from: string;
  readonly modality: Modality;
  readonly column: string;
  readonly requests: ReadonlyMap<Place, number>;
}

/** Moves of a phase. */
export interface PhaseMoves {
  readonly phase: RegionPhase;
  readonly into: readonly Arrival[];
  readonly out: readonly Departure[];
}

/**
 * Who may come: residents of the departments that ask there today, for a new implantation those that ask in its department, and
 * only where places may be added. Who may leave: those of these departments, from everywhere they ask today, in proportion:
 * added places draw from all others alike, not from the longest queue.
 */
export function movesOf(draft: Draft): readonly PhaseMoves[] {
  return draft.phases.map((phase): PhaseMoves => {
    const byPlace = modesByPlace(draft, phase);
    const into = draft.places
      .filter((place) => place.drawn.size > 0 && addedPlaces(byPlace.get(place) ?? []).length > 0)
      .map((place): Arrival => {
        const { id, modality } = place.of;
        const grown = [...place.drawn].map(
          ([from, drawn]) => [from, drawn * phase.growth[modality]] as const,
        );
        return { place, column: COLUMNS.drawing(phase, id), drawn: new Map(grown) };
      });
    const goers = into.flatMap(({ place, drawn }) =>
      [...drawn.keys()].map((from) => ({ from, modality: place.of.modality })),
    );
    const out = [...groupBy(goers, ({ from, modality }) => `${from}/${modality}`).values()].map(
      (own): Departure => {
        const [{ from, modality }] = own as [(typeof own)[number]];
        const requests = draft.places
          .filter((one) => one.of.modality === modality && one.requests.has(from))
          .map((one): [Place, number] => [one, one.requests.get(from)! * phase.growth[modality]]);
        return { from, modality, column: COLUMNS.moved(phase, from, modality), requests: new Map(requests) };
      },
    );
    return { phase, into, out };
  });
}

const modesByPlace = (draft: Draft, phase: RegionPhase): ReadonlyMap<Place, readonly PhaseMode[]> =>
  groupBy(
    draft.phaseModes.filter((one) => one.phase === phase),
    ({ mode }) => mode.place,
  );

/** A number for each request of a departure, summed. */
export const sumOver = ({ requests }: Departure, perRequest: (place: Place) => number): number =>
  [...requests].reduce((sum, [place, count]) => sum + count * perRequest(place), 0);

/** A number for each request that an added place draws, summed. */
export const sumDrawn = ({ drawn }: Arrival, perRequest: (from: string) => number): number =>
  [...drawn].reduce((sum, [from, count]) => sum + count * perRequest(from), 0);

/** Columns of moves, each origin's requests conserved, what added places draw, and each implantation's requests after moves. */
export function addFlows(draft: Draft, moves: readonly PhaseMoves[]): void {
  for (const one of moves) {
    addColumns(draft, one);
    addConserved(draft, one);
    addBalances(draft, one);
  }
}

function addColumns({ problem, ask, builder }: Draft, { phase, into, out }: PhaseMoves): void {
  const daysPerMinute = ask.goal === 'days' ? (phase.weight * problem.travelDaysPerHour) / 60 : 0;
  const cost = (from: string, { of }: Place) => daysPerMinute * problem.minutes(from, of.id);
  for (const arrival of into)
    builder.column({
      id: arrival.column,
      label: withWords(placeLabel(arrival.place.of), {
        en: 'added places that draw requests',
        fr: 'places ajoutées qui attirent des demandes',
      }),
      unit: UNITS.places,
      cost: rounded(sumDrawn(arrival, (from) => cost(from, arrival.place))),
    });
  for (const departure of out)
    builder.column({
      id: departure.column,
      label: withWords(counterLabel(departure.from, departure.modality), {
        en: 'share of the requests of its residents that moves',
        fr: 'part des demandes de ses habitants qui se déplace',
      }),
      unit: UNITS.shares,
      upper: 1,
      cost: -rounded(sumOver(departure, (place) => cost(departure.from, place))) + 0,
    });
}

function addConserved({ builder }: Draft, { phase, into, out }: PhaseMoves): void {
  for (const departure of out) {
    const { from, modality, column } = departure;
    const coming = into.filter((one) => one.place.of.modality === modality && one.drawn.has(from));
    builder.row({
      id: `conserved/${phase.id}/${from}/${modality}`,
      label: withWords(counterLabel(from, modality), {
        en: 'requests of residents are conserved',
        fr: 'les demandes des habitants sont conservées',
      }),
      unit: UNITS.requests,
      lower: 0,
      upper: 0,
      terms: [
        ...coming.map((one): Term => [one.column, rounded(one.drawn.get(from)!)]),
        [column, -rounded(sumOver(departure, () => 1))],
      ],
    });
  }
}

function addBalances(draft: Draft, { phase, into, out }: PhaseMoves): void {
  for (const [place, own] of modesByPlace(draft, phase)) {
    const label = placeLabel(place.of);
    const now = place.total * phase.growth[place.of.modality];
    const arrival = into.find((one) => one.place === place);
    const leaving = out
      .filter(({ requests }) => requests.has(place))
      .map(({ column, requests }): Term => [column, rounded(requests.get(place)!)]);
    draft.builder.row({
      id: `requests/${phase.id}/${place.of.id}`,
      label: withWords(label, {
        en: 'requests are those of today, and those who come, without those who leave',
        fr: 'les demandes sont celles d’aujourd’hui, et celles qui viennent, sans celles qui partent',
      }),
      unit: UNITS.requests,
      lower: now,
      upper: now,
      terms: [
        ...own.map(({ requests }): Term => [requests, 1]),
        ...(arrival === undefined ? [] : [[arrival.column, -rounded(sumDrawn(arrival, () => 1))] as const]),
        ...leaving,
      ],
    });
    if (arrival === undefined) continue;
    draft.builder.row({
      id: `drawn/${phase.id}/${place.of.id}`,
      label: withWords(label, {
        en: 'only added places draw requests',
        fr: 'seules les places ajoutées attirent des demandes',
      }),
      unit: UNITS.places,
      upper: 0,
      terms: [[arrival.column, 1], ...addedPlaces(own).map(([id, value]): Term => [id, -value])],
    });
  }
}
