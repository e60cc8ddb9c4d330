/** What the rows of the region's model are drafted from, and the names of its columns. */
import type { LpBuilder } from '../lp/builder.ts';
import { type CostLine, linesOf, type Place, piecesOf, placesOf } from './asked.ts';
import { COLUMNS } from './columns.ts';
import { phasesOf, type RegionPhase } from './phases.ts';
import { trifles } from './predicted.ts';
import type { Equity, RegionPlan, RegionProblem } from './problem.ts';

/** What is asked of one model. */
export interface RegionAsk {
  readonly equity: Equity;
  /**
   * Whether devices that share an agenda are counted as one queue whatever is added; else every implantation keeps the
   * curve of the devices it has today (a new one, that of a single device).
   */
  readonly agendaPooling: boolean;
  /** What is minimised: patient-days, or what equity asks for. */
  readonly goal: 'days' | 'equity';
  /** The most of what equity measures; null: no bound. */
  readonly within: number | null;
  /** Plans from which the number of devices must differ at so many implantations at least. */
  readonly forbidden: readonly { readonly plan: RegionPlan; readonly atLeast: number }[];
}

/** An implantation with a number of devices: one of the modes it may be in. */
export interface Mode {
  readonly place: Place;
  readonly added: number;
  /** The binary that says it is in this mode; null where there is no choice. */
  readonly chosen: string | null;
  /** Places without blocks; blocks open in this mode at most. */
  readonly places: number;
  readonly mostBlocks: number;
}

/** A mode during a phase, with the columns that say what is asked, waited and unmet there. */
export interface PhaseMode {
  readonly mode: Mode;
  readonly phase: RegionPhase;
  readonly requests: string;
  readonly waited: string;
  /** Null where requests never exceed places. */
  readonly unmet: string | null;
  readonly lines: readonly CostLine[];
  /** Requests per place in this phase: never passed, since only added places draw requests, and no more than this. */
  readonly perPlace: number;
  /** Column of the blocks open in this mode, null where there is none. */
  readonly blocks: string | null;
}

/** The model under way. Each part adds its columns, then its rows. */
export interface Draft {
  readonly problem: RegionProblem;
  readonly ask: RegionAsk;
  readonly phases: readonly RegionPhase[];
  readonly places: readonly Place[];
  /** By implantation: devices that may be added under the caps. */
  readonly mostAdded: ReadonlyMap<string, number>;
  readonly modes: ReadonlyMap<string, readonly Mode[]>;
  readonly phaseModes: readonly PhaseMode[];
  /** What doing something costs beside what it takes: see `trifles`; 0 where days are not what is minimised. */
  readonly trifles: { readonly device: number; readonly block: number };
  readonly builder: LpBuilder;
}

export type Term = readonly [column: string, coefficient: number];

/** Numbers below this are rounding: no solver is given them. */
const SMALLEST = 1e-7;

/** A coefficient without the noise of its last digits; 0 where it is nothing but that. */
export const rounded = (value: number): number => (Math.abs(value) < SMALLEST ? 0 : value);

/** Devices that caps and limits leave for one implantation. */
function mostAddedAt({ caps, limits }: Pick<RegionProblem, 'caps' | 'limits'>, { of }: Place): number {
  const cap = caps.find(
    ({ department, modality }) => department === of.department && modality === of.modality,
  );
  // What no counter of the balance counts cannot be authorised.
  if (cap === undefined || (of.isNew && cap.sites < 1)) return 0;
  return Math.floor(Math.min(of.mostAdded, cap.devices, limits.mostDevices ?? Infinity));
}

function modesOf(place: Place, most: number, hasBlocks: boolean): readonly Mode[] {
  const { of } = place;
  return Array.from({ length: most + 1 }, (_, added): Mode => {
    const chosen = most > 0 ? COLUMNS.devices(of.id, added) : null;
    const mostBlocks = hasBlocks ? of.mostBlocks + added * of.mostBlocksPerAdded : 0;
    return { place, added, chosen, places: of.placesPerWeek + added * of.placesPerDevice, mostBlocks };
  });
}

function phaseMode(
  problem: RegionProblem,
  ask: RegionAsk,
  phase: RegionPhase,
  mode: Mode,
): readonly PhaseMode[] {
  const { place, added } = mode;
  const { of, scale } = place;
  const hasBlocks = phase.hasBlocks && mode.mostBlocks > 0;
  // No place, no request.
  if (mode.places === 0 && !hasBlocks) return [];
  const perPlace = place.perPlace * phase.growth[of.modality];
  const pieces = piecesOf(problem, of.modality, ask.agendaPooling ? of.devices + added : of.devices);
  const name = `${phase.id}/${of.id}/${added}`;
  return [
    {
      mode,
      phase,
      requests: `requests/${name}`,
      waited: `waited/${name}`,
      unmet: perPlace > 1 ? `unmet/${name}` : null,
      lines: linesOf(pieces, scale, scale * perPlace),
      perPlace,
      blocks: hasBlocks ? `open/${name}` : null,
    },
  ];
}

/**
 * The draft of a model, without a row yet.
 * @param room caps and limits that decide which columns there are; those of the problem unless rows are to be moved.
 */
export function draftOf(
  problem: RegionProblem,
  ask: RegionAsk,
  builder: LpBuilder,
  room: Pick<RegionProblem, 'caps' | 'limits'>,
): Draft {
  const places = placesOf(problem);
  const hasBlocks = room.limits.mostBlocks === null || room.limits.mostBlocks >= 1;
  const mostAdded = new Map(places.map((place) => [place.of.id, mostAddedAt(room, place)]));
  const modes = new Map(
    places.map((place) => [place.of.id, modesOf(place, mostAdded.get(place.of.id)!, hasBlocks)]),
  );
  const phases = phasesOf(problem.horizon);
  const phaseModes = phases.flatMap((phase) =>
    places.flatMap(({ of }) => {
      const own = modes.get(of.id)!;
      return phase.hasDevices
        ? own.flatMap((mode) => phaseMode(problem, ask, phase, mode))
        : phaseMode(problem, ask, phase, { ...own[0]!, chosen: null });
    }),
  );
  const costs = ask.goal === 'days' ? trifles(problem) : { device: 0, block: 0 };
  return { problem, ask, phases, places, mostAdded, modes, phaseModes, trifles: costs, builder };
}
