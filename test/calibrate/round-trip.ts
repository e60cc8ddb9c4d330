/** Synthetic sites whose truth is known: drawn, simulated as if observed for a year, then calibrated from that alone. */
import {
  type AssumptionRanges,
  assumptionRanges,
  assumptionSets,
  drawAssumptions,
} from '../../src/calibrate/assumption-sets.ts';
import { type Bounded, type KnobIntervals, knobIntervals } from '../../src/calibrate/intervals.ts';
import { measure, pooled, smoothMedian } from '../../src/calibrate/measure.ts';
import { assumptionIntervals, patienceEdges } from '../../src/calibrate/site-edges.ts';
import {
  MIX_PRESETS,
  plainWeek,
  SITE_TYPES,
  type SiteNumbers,
  weekHours,
} from '../../src/calibrate/site-numbers.ts';
import {
  type Knobs,
  rawSiteScenario,
  type SiteAssumptions,
  siteScenario,
} from '../../src/calibrate/site-scenario.ts';
import { calibrateSite, defaultAssumptions, placesOf, type SolveOptions } from '../../src/calibrate/solve.ts';
import { openStream } from '../../src/engine/streams.ts';
import { MODALITIES } from '../../src/model/vocabulary.ts';

export interface Truth {
  readonly numbers: SiteNumbers;
  readonly assumptions: SiteAssumptions;
  readonly knobs: Knobs;
}

const OBSERVED_WEEKS = 52;
const QUICK: SolveOptions = { seed: 'fit', weeks: 52, warmupWeeks: 6, replications: 3, mostSteps: 10 };

/** A site near the middle of what the campaign saw: an agenda full up to its delays. */
export function drawTruth(rank: number, isTauKnown: boolean): Truth {
  const draw = openStream('round-trip', String(rank));
  const between = (low: number, high: number) => low + (high - low) * draw();
  const modality = MODALITIES[rank % 2]!;
  const siteType = SITE_TYPES[Math.floor(draw() * SITE_TYPES.length)]!;
  const openingHours = between(40, 62);
  const delayDays =
    modality === 'ct' ? { A: between(4, 14), H: between(2, 5) } : { A: between(11, 35), H: between(4, 14) };
  const occupancy = modality === 'ct' ? between(0.52, 0.7) : between(0.74, 0.86);
  const base: SiteNumbers = {
    modality,
    siteType,
    openingHours,
    passagesPerWeek: 100,
    mix: MIX_PRESETS[modality][siteType],
    delayDays,
    occupancy,
    week: plainWeek(openingHours),
  };
  const known = defaultAssumptions(modality);
  const ranges: AssumptionRanges = assumptionRanges(modality);
  const tau = (range: readonly [number, number]) => range[0] * (range[1] / range[0]) ** draw();
  const assumptions = isTauKnown
    ? known
    : { ...known, tauDays: { A: tau(ranges.tauA), H: tau(ranges.tauH) } };
  const { knobs } = calibrateSite(base, assumptions, {
    ...QUICK,
    seed: `truth-${rank}`,
    weeks: 26,
    mostSteps: 4,
  });
  return { numbers: base, assumptions, knobs };
}

/** What so many weeks of this site show to those who do not know it. */
export function observe({ numbers, assumptions, knobs }: Truth, rank: number, weeks = OBSERVED_WEEKS) {
  const run = { weeks: weeks + 6, warmupWeeks: 6, seed: `observed-${rank}` };
  const window = pooled(
    measure(siteScenario(rawSiteScenario(numbers, numbers.week!, knobs, assumptions, run)), 1),
  );
  const { passages } = window;
  const all = passages.A + passages.H + passages.R + passages.U;
  const observed: SiteNumbers = {
    ...numbers,
    passagesPerWeek: all,
    mix: { A: passages.A / all, H: passages.H / all, R: passages.R / all, U: passages.U / all },
    delayDays: { A: smoothMedian(window.firstAvailable.A), H: smoothMedian(window.firstAvailable.H) },
    occupancy: window.occupancy,
  };
  return { observed, window };
}

export interface Covered {
  readonly slotMinutes: boolean;
  readonly inpatientShare: boolean;
  readonly demandA: boolean;
  readonly demandH: boolean;
}

const holds = (interval: Bounded | null, truth: number): boolean =>
  interval !== null && interval.low <= truth && truth <= interval.high;

function truthOf({ numbers, knobs }: Truth) {
  const opening = weekHours(numbers.week!) * 60;
  const [a, h] = [placesOf('A', knobs, opening), placesOf('H', knobs, opening)];
  return {
    slotMinutes: knobs.slotMinutes,
    inpatientShare: h / (a + h),
    demandA: knobs.demand.A,
    demandH: knobs.demand.H,
  };
}

function coveredBy(intervals: KnobIntervals, truth: ReturnType<typeof truthOf>): Covered {
  return {
    slotMinutes: holds(intervals.slotMinutes, truth.slotMinutes),
    inpatientShare: holds(intervals.inpatientShare, truth.inpatientShare),
    demandA: holds(intervals.demand.A, truth.demandA),
    demandH: holds(intervals.demand.H, truth.demandH),
  };
}

/** Share of so many synthetic sites whose truth each interval holds. */
export function coverage(
  sites: number,
  cover: (rank: number) => Covered,
): Readonly<Record<keyof Covered, number>> {
  const held = { slotMinutes: 0, inpatientShare: 0, demandA: 0, demandH: 0 };
  for (let rank = 0; rank < sites; rank++) {
    const one = cover(rank);
    for (const key of Object.keys(held) as (keyof Covered)[]) held[key] += one[key] ? 1 : 0;
  }
  for (const key of Object.keys(held) as (keyof Covered)[]) held[key] /= sites;
  return held;
}

/** Whether the simulation intervals hold the truth, patience being known. */
export function coverWithKnownTau(rank: number): Covered {
  const truth = drawTruth(rank, true);
  const { observed, window } = observe(truth, rank);
  const calibrated = calibrateSite(observed, truth.assumptions, { ...QUICK, seed: `fit-${rank}` });
  const intervals = knobIntervals(calibrated, {
    observedWeeks: OBSERVED_WEEKS,
    replications: 10,
    seed: `interval-${rank}`,
    observed: window,
  });
  return coveredBy(intervals, truthOf(truth));
}

/** Shorter runs for a site that is calibrated many times; a set may be as far off as a user is told is reproduced. */
const BRIEF: SolveOptions = { ...QUICK, replications: 2 };
const SET: SolveOptions = { ...QUICK, weeks: 26, warmupWeeks: 3, replications: 1, within: 2, mostSteps: 3 };
const BRIEF_WEEKS = 26;

/**
 * Whether the assumption intervals hold the truth, patience being taken from the defaults, wrongly: so many draws over all
 * assumed inputs, and the two ends of patience.
 */
export function coverWithWrongTau(rank: number, draws: number): Covered {
  const truth = drawTruth(rank, false);
  const { observed, window } = observe(truth, rank, BRIEF_WEEKS);
  const { modality } = truth.numbers;
  const base = calibrateSite(observed, defaultAssumptions(modality), { ...BRIEF, seed: `fit-${rank}` });
  const intervals = knobIntervals(base, {
    observedWeeks: BRIEF_WEEKS,
    replications: 6,
    seed: `interval-${rank}`,
    observed: window,
  });
  const options = { ...SET, seed: `set-${rank}` };
  const drawn = drawAssumptions(assumptionRanges(modality), draws, `sets-${rank}`);
  const { sets } = assumptionSets(base, drawn, options);
  const others = [...sets.map(({ calibrated: { knobs } }) => knobs), ...patienceEdges(base, options)];
  return coveredBy(assumptionIntervals(intervals, base, others), truthOf(truth));
}
