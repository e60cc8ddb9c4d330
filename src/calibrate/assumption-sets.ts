/**
 * Sets of assumed inputs, drawn over their ranges and each calibrated again on the same observed numbers. What a gain is
 * in all of them is its assumption interval: the numbers a site knows cannot tell these sets apart.
 */
import { exp, pow } from '../engine/math.ts';
import { openStream } from '../engine/streams.ts';
import { DEFAULTS } from '../model/complete/defaults.ts';
import type { Modality } from '../model/vocabulary.ts';
import { smoothMedian, type Window } from './measure.ts';
import { type SiteNumbers, weekHours } from './site-numbers.ts';
import type { Knobs, SiteAssumptions } from './site-scenario.ts';
import {
  type Calibrated,
  calibrateSite,
  placesOf,
  SOLVE_DEFAULTS,
  type SolveOptions,
  wholePlaces,
} from './solve.ts';

export type Range = readonly [low: number, high: number];

/** Ranges of the assumed inputs, from the defaults. */
export interface AssumptionRanges {
  readonly tauA: Range;
  readonly tauH: Range;
  readonly noShow: Range;
  readonly changeoverMinutes: Range;
  readonly lateStartMinutes: Range;
  readonly earlyEndMinutes: Range;
}

export function assumptionRanges(modality: Modality): AssumptionRanges {
  const set = DEFAULTS['anap-2010'].byModality[modality];
  return Object.freeze({
    tauA: set.tauDays.A!.range!,
    tauH: set.tauDays.H!.range!,
    noShow: set.noShow.range!,
    changeoverMinutes: set.changeover.range!,
    lateStartMinutes: set.lateStart.range!,
    earlyEndMinutes: set.earlyEndSeconds.range!,
  });
}

const KEYS = ['tauA', 'tauH', 'noShow', 'changeoverMinutes', 'lateStartMinutes', 'earlyEndMinutes'] as const;

/** One number in each of `count` equal strips of 0..1, the strips shuffled. */
export function hypercubeColumn(count: number, draw: () => number): readonly number[] {
  const order = Array.from({ length: count }, (_, rank) => rank);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order.map((strip) => (strip + draw()) / count);
}

/**
 * Points of a seeded Latin hypercube: each of the `count` equal strips of each range holds exactly one point, in an
 * order of its own (McKay, Beckman & Conover 1979). Times of patience are spread by their logarithm.
 */
export function drawAssumptions(
  ranges: AssumptionRanges,
  count: number,
  seed: string,
): readonly SiteAssumptions[] {
  const columns = new Map(
    KEYS.map((key) => [key, hypercubeColumn(count, openStream(seed, 'assumptions', key))]),
  );
  const plain = (key: (typeof KEYS)[number], rank: number): number => {
    const [low, high] = ranges[key];
    return low + (high - low) * columns.get(key)![rank]!;
  };
  const scaled = (key: 'tauA' | 'tauH', rank: number): number => {
    const [low, high] = ranges[key];
    return low * pow(high / low, columns.get(key)![rank]!);
  };
  return Array.from({ length: count }, (_, rank) => ({
    tauDays: { A: scaled('tauA', rank), H: scaled('tauH', rank) },
    noShow: plain('noShow', rank),
    changeoverMinutes: plain('changeoverMinutes', rank),
    lateStartMinutes: plain('lateStartMinutes', rank),
    earlyEndMinutes: plain('earlyEndMinutes', rank),
  }));
}

/** A set of assumptions that reproduces the site's numbers, or why it cannot. */
export interface AssumptionSet {
  readonly assumptions: SiteAssumptions;
  readonly calibrated: Calibrated;
}

export interface AssumptionSets {
  readonly sets: readonly AssumptionSet[];
  /** Draws that no knobs reconcile with the observed numbers, with the number that is missed most. */
  readonly rejected: readonly { readonly assumptions: SiteAssumptions; readonly missed: MissedNumber }[];
}

export type MissedNumber = 'occupancy' | 'delayA' | 'delayH';

/** Gaps within which a number counts as reproduced by a set. */
export const REPRODUCED = Object.freeze({ occupancy: 0.01, delayDays: 0.5 });

/** The number furthest from what was observed, or null when all are reproduced. */
export function missedNumber(numbers: SiteNumbers, window: Window): MissedNumber | null {
  const delay = (one: 'A' | 'H') =>
    numbers.mix[one] === 0
      ? 0
      : Math.abs(smoothMedian(window.firstAvailable[one]) - numbers.delayDays[one]) / REPRODUCED.delayDays;
  const gaps: readonly (readonly [MissedNumber, number])[] = [
    ['occupancy', Math.abs(window.occupancy - numbers.occupancy) / REPRODUCED.occupancy],
    ['delayA', delay('A')],
    ['delayH', delay('H')],
  ];
  const [name, gap] = gaps.reduce((worst, one) => (one[1] > worst[1] ? one : worst));
  return gap > 1 || Number.isNaN(gap) ? name : null;
}

/** Where the search begins with other assumptions: the same agenda, so demand makes up for another patience. */
export function translated(
  { knobs, numbers, week, assumptions: before }: Calibrated,
  after: SiteAssumptions,
): Knobs {
  const opening = weekHours(week) * 60;
  const attended = (1 - before.noShow) / (1 - after.noShow);
  const accepted = (one: 'A' | 'H') =>
    exp(numbers.delayDays[one] * (1 / after.tauDays[one] - 1 / before.tauDays[one])) * attended;
  const inpatientPlaces = wholePlaces(knobs.inpatientPlaces * attended, numbers);
  const places = placesOf('A', knobs, opening) * attended + inpatientPlaces;
  return {
    slotMinutes: opening / places,
    inpatientPlaces,
    demand: { ...knobs.demand, A: knobs.demand.A * accepted('A'), H: knobs.demand.H * accepted('H') },
  };
}

/** Simulations of one set at most: it starts near its end. */
const SET_STEPS = 5;

/** Every draw calibrated again on the numbers of a calibrated site; those that cannot reproduce them are left out. */
export function assumptionSets(
  base: Calibrated,
  draws: readonly SiteAssumptions[],
  options: SolveOptions = SOLVE_DEFAULTS,
): AssumptionSets {
  const sets: AssumptionSet[] = [];
  const rejected: { assumptions: SiteAssumptions; missed: MissedNumber }[] = [];
  for (const assumptions of draws) {
    const start = translated(base, assumptions);
    const calibrated = calibrateSite(
      base.numbers,
      assumptions,
      { ...options, mostSteps: Math.min(SET_STEPS, options.mostSteps) },
      start,
      base.week,
    );
    const missed = missedNumber(base.numbers, calibrated.window);
    if (missed === null) sets.push({ assumptions, calibrated });
    else rejected.push({ assumptions, missed });
  }
  return { sets, rejected };
}
