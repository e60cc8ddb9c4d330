/** Residents' requests that move towards added places, from where they ask today. */
import { groupBy } from '../../model/group.ts';
import { MODALITIES } from '../../model/vocabulary.ts';
import type { Place } from './asked.ts';
import { COLUMNS } from './columns.ts';
import { type Draft, rounded, type Term } from './draft.ts';
import { counterLabel, placeLabel, UNITS, withWords } from './names.ts';
import type { RegionPhase } from './phases.ts';
import { addedPlaces } from './rows-places.ts';

/** A request that an origin may take from, or bring to, an implantation in a phase. */
interface Move {
  readonly from: string;
  readonly place: Place;
  readonly column: string;
}

/** Moves of a phase, and what they come to at each implantation. */
export interface PhaseMoves {
  readonly phase: RegionPhase;
  readonly into: readonly Move[];
  readonly out: readonly Move[];
}

/**
 * Who may come: residents of the departments that ask there today, for a new implantation those that ask in its department, and
 * only where places may be added. Who may leave: those who ask there today and can go somewhere.
 */
export function movesOf(draft: Draft): readonly PhaseMoves[] {
  return draft.phases.map((phase): PhaseMoves => {
    const inPhase = draft.phaseModes.filter((one) => one.phase === phase);
    const byPlace = groupBy(inPhase, ({ mode }) => mode.place);
    const into = draft.places
      .filter((place) => addedPlaces(byPlace.get(place) ?? []).length > 0)
      .flatMap((place) =>
        [...place.shares.keys()].map((from): Move => {
          return { from, place, column: COLUMNS.into(phase, from, place.of.id) };
        }),
      );
    const goes = new Set(into.map(({ from, place }) => `${from}/${place.of.modality}`));
    const out = draft.places.flatMap((place) =>
      [...place.requests.keys()]
        .filter((from) => goes.has(`${from}/${place.of.modality}`))
        .map((from): Move => ({ from, place, column: COLUMNS.out(phase, from, place.of.id) })),
    );
    return { phase, into, out };
  });
}

const termsOf = (moves: readonly Move[] | undefined, coefficient: number): readonly Term[] =>
  (moves ?? []).map(({ column }): Term => [column, coefficient]);

/** Columns of moves, each origin's requests conserved, and each implantation's requests after them. */
export function addFlows(draft: Draft, moves: readonly PhaseMoves[]): void {
  for (const { phase, into, out } of moves) {
    addColumns(draft, phase, into, out);
    for (const modality of MODALITIES) {
      const own = groupBy(
        [...into, ...out].filter(({ place }) => place.of.modality === modality),
        ({ from }) => from,
      );
      for (const [from, both] of own)
        draft.builder.row({
          id: `conserved/${phase.id}/${from}/${modality}`,
          label: withWords(counterLabel(from, modality), {
            en: 'requests of residents are conserved',
            fr: 'les demandes des habitants sont conservées',
          }),
          unit: UNITS.requests,
          lower: 0,
          upper: 0,
          terms: both.map((move): Term => [move.column, into.includes(move) ? 1 : -1]),
        });
    }
    addBalances(
      draft,
      phase,
      groupBy(into, ({ place }) => place),
      groupBy(out, ({ place }) => place),
    );
  }
}

function addColumns(draft: Draft, phase: RegionPhase, into: readonly Move[], out: readonly Move[]): void {
  const { problem, ask, builder } = draft;
  const daysPerMinute = ask.goal === 'days' ? (phase.weight * problem.travelDaysPerHour) / 60 : 0;
  const cost = ({ from, place }: Move) => rounded(daysPerMinute * problem.minutes(from, place.of.id));
  for (const move of into)
    builder.column({
      id: move.column,
      label: withWords(placeLabel(move.place.of), {
        en: `requests from ${move.from} that come`,
        fr: `demandes de ${move.from} qui viennent`,
      }),
      unit: UNITS.requests,
      cost: cost(move),
    });
  for (const move of out)
    builder.column({
      id: move.column,
      label: withWords(placeLabel(move.place.of), {
        en: `requests from ${move.from} that leave`,
        fr: `demandes de ${move.from} qui partent`,
      }),
      unit: UNITS.requests,
      upper: move.place.requests.get(move.from)! * phase.growth[move.place.of.modality],
      cost: -cost(move) + 0,
    });
}

function addBalances(
  draft: Draft,
  phase: RegionPhase,
  into: ReadonlyMap<Place, readonly Move[]>,
  out: ReadonlyMap<Place, readonly Move[]>,
): void {
  const inPhase = draft.phaseModes.filter((one) => one.phase === phase);
  for (const [place, own] of groupBy(inPhase, ({ mode }) => mode.place)) {
    const label = placeLabel(place.of);
    const now = place.total * phase.growth[place.of.modality];
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
        ...termsOf(into.get(place), -1),
        ...termsOf(out.get(place), 1),
      ],
    });
    const coming = termsOf(into.get(place), 1);
    if (coming.length === 0) continue;
    draft.builder.row({
      id: `drawn/${phase.id}/${place.of.id}`,
      label: withWords(label, {
        en: 'only added places draw requests, as many as a place has today',
        fr: 'seules les places ajoutées attirent des demandes, autant qu’une place en a aujourd’hui',
      }),
      unit: UNITS.requests,
      upper: 0,
      terms: [
        ...coming,
        ...addedPlaces(own).map(([id, value]): Term => [id, -rounded(own[0]!.perPlace * value)]),
      ],
    });
  }
}
