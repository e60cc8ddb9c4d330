/**
 * What is waited at each implantation. The cost of waiting is convex in requests and places together and the highest of its lines
 * (`linesOf`): a row a line, exact for whole additions. Only loads up to today's can occur, and only their lines are written.
 */
import { COLUMNS } from './columns.ts';
import { type Draft, type PhaseMode, rounded, type Term } from './draft.ts';
import { placeLabel, UNITS, withWords } from './names.ts';

/** A number that depends on decisions: Σ terms + constant. */
export interface Sum {
  readonly constant: number;
  readonly terms: readonly Term[];
}

/** Places of a mode: none when it is not chosen. */
function placesIn(one: PhaseMode): Sum {
  const { mode, blocks } = one;
  const { placesPerBlock } = mode.place.of;
  const opened: readonly Term[] = blocks === null ? [] : [[blocks, placesPerBlock]];
  return mode.chosen === null
    ? { constant: mode.places, terms: opened }
    : { constant: 0, terms: [...(mode.places > 0 ? [[mode.chosen, mode.places] as const] : []), ...opened] };
}

/** Places added to those of today, of all modes of an implantation. */
export const addedPlaces = (own: readonly PhaseMode[]): readonly Term[] =>
  own.flatMap(({ mode, blocks }): Term[] => {
    const { placesPerDevice, placesPerBlock } = mode.place.of;
    const more = mode.added * placesPerDevice;
    return [
      ...(mode.chosen !== null && more > 0 ? [[mode.chosen, more] as const] : []),
      ...(blocks === null ? [] : [[blocks, placesPerBlock] as const]),
    ];
  });

/** Requests, patient-days and what is unmet, of each implantation in each mode of each phase. */
export function addPlaces(draft: Draft): void {
  const { builder, problem, ask } = draft;
  for (const one of draft.phaseModes) {
    const { of } = one.mode.place;
    const label = placeLabel(of);
    const weight = ask.goal === 'days' ? one.phase.weight : 0;
    const unmetDays = problem.unmetDays * (1 - problem.bookedElsewhere[of.modality]);
    const unit = UNITS.requests;
    builder.column({
      id: one.requests,
      label: withWords(label, { en: 'requests', fr: 'demandes' }),
      unit,
    });
    builder.column({
      id: one.waited,
      label: withWords(label, { en: 'days waited', fr: 'jours d’attente' }),
      unit: UNITS.patientDays,
      cost: rounded(weight),
    });
    if (one.unmet !== null)
      builder.column({
        id: one.unmet,
        label: withWords(label, { en: 'requests beyond places', fr: 'demandes au-delà des places' }),
        unit,
        cost: rounded(weight * unmetDays),
      });
    if (one.blocks !== null)
      builder.column({
        id: one.blocks,
        label: withWords(label, { en: 'evening sessions', fr: 'séances du soir' }),
        unit: UNITS.blocks,
        ...(one.mode.chosen === null ? { upper: one.mode.mostBlocks } : {}),
      });
    addModeRows(draft, one);
  }
}

/** Requests of a mode at most: none leaves, and added places draw all they can. */
function mostRequests({ problem }: Draft, one: PhaseMode): Sum {
  const { mode, blocks, perPlace } = one;
  const { placesPerWeek, placesPerDevice, placesPerBlock } = mode.place.of;
  const drawn = perPlace * problem.attraction;
  const ofMode = perPlace * placesPerWeek + drawn * mode.added * placesPerDevice;
  const opened: readonly Term[] = blocks === null ? [] : [[blocks, drawn * placesPerBlock]];
  return mode.chosen === null
    ? { constant: ofMode, terms: opened }
    : { constant: 0, terms: [[mode.chosen, ofMode], ...opened] };
}

function addModeRows(draft: Draft, one: PhaseMode): void {
  const { builder } = draft;
  const { mode, phase } = one;
  const { of } = mode.place;
  const label = placeLabel(of);
  const name = `${phase.id}/${of.id}/${mode.added}`;
  const places = placesIn(one);
  /** column ≥ slope × requests + intercept × places. */
  const least = (row: string, column: string, slope: number, intercept: number, words: typeof label) =>
    builder.row({
      id: `${row}/${name}`,
      label: withWords(label, words),
      unit: UNITS.patientDays,
      lower: intercept * places.constant,
      terms: [
        [column, 1],
        [one.requests, -rounded(slope)],
        ...places.terms.map(([id, value]): Term => [id, -rounded(intercept * value)]),
      ],
    });
  const waiting = {
    en: 'days waited by requests and places',
    fr: 'jours d’attente selon demandes et places',
  };
  for (const [line, { slope, intercept }] of one.lines.entries())
    least(`waited/${line}`, one.waited, slope, intercept, waiting);
  if (one.unmet !== null)
    least('unmet', one.unmet, 1, -1, {
      en: 'requests beyond places',
      fr: 'demandes au-delà des places',
    });
  const most = mostRequests(draft, one);
  if (most.terms.length > 0)
    builder.row({
      id: `full/${name}`,
      label: withWords(label, {
        en: 'requests are those of today and those that added places draw, at most',
        fr: 'les demandes sont au plus celles d’aujourd’hui et celles que les places ajoutées attirent',
      }),
      unit: UNITS.requests,
      upper: most.constant,
      terms: [[one.requests, 1], ...most.terms.map(([id, value]): Term => [id, -rounded(value)])],
    });
  if (one.blocks !== null && mode.chosen !== null)
    builder.row({
      id: `open/${name}`,
      label: withWords(label, {
        en: 'sessions of the number of devices chosen',
        fr: 'séances du nombre d’appareils choisi',
      }),
      unit: UNITS.blocks,
      upper: 0,
      terms: [
        [one.blocks, 1],
        [mode.chosen, -mode.mostBlocks],
      ],
    });
}

/** What is open in a phase is what was decided: blocks by mode are the blocks of the implantation. */
export function addOpenings(draft: Draft): void {
  for (const phase of draft.phases)
    for (const place of draft.places) {
      const own = draft.phaseModes.filter((one) => one.phase === phase && one.mode.place === place);
      const opened = own.flatMap(({ blocks }): Term[] => (blocks === null ? [] : [[blocks, 1]]));
      if (opened.length === 0) continue;
      const modes = draft.modes.get(place.of.id)!;
      const decided = [
        ...(modes[0]!.mostBlocks > 0 ? [COLUMNS.blocks(place.of.id)] : []),
        ...(phase.hasDevices && modes.at(-1)!.mostBlocks > modes[0]!.mostBlocks
          ? [COLUMNS.lateBlocks(place.of.id)]
          : []),
      ];
      draft.builder.row({
        id: `opened/${phase.id}/${place.of.id}`,
        label: withWords(placeLabel(place.of), {
          en: 'evening sessions opened are those decided',
          fr: 'les séances du soir ouvertes sont celles décidées',
        }),
        unit: UNITS.blocks,
        lower: 0,
        upper: 0,
        terms: [...opened, ...decided.map((id): Term => [id, -1])],
      });
    }
}
