/**
 * What was found, over all that may be assumed of patience: a site's numbers do not tell τ, and latent demand answers to
 * it more than to anything observed.
 */
import { assumptionRanges, missedNumber, translated } from './assumption-sets.ts';
import type { Bounded, KnobIntervals } from './intervals.ts';
import { weekHours } from './site-numbers.ts';
import type { Knobs } from './site-scenario.ts';
import { type Calibrated, calibrateSite, placesOf, SOLVE_DEFAULTS, type SolveOptions } from './solve.ts';

/** Simulations at most of one end: it starts near what is looked for. */
const EDGE_STEPS = 5;

/**
 * The knobs at both ends of patience (τ of both classes lowest, then highest; all else as assumed), each calibrated on the
 * same numbers. Draws over a range fall short of its ends; demand is monotone in τ, so the ends bound it. Where an
 * end cannot give the numbers back, demand is the one that books as many: λ·exp(−d/τ) the same.
 */
export function patienceEdges(base: Calibrated, options: SolveOptions = SOLVE_DEFAULTS): readonly Knobs[] {
  const { tauA, tauH } = assumptionRanges(base.numbers.modality);
  return [0, 1].map((end) => {
    const assumptions = { ...base.assumptions, tauDays: { A: tauA[end]!, H: tauH[end]! } };
    const start = translated(base, assumptions);
    const steps = { ...options, mostSteps: Math.min(EDGE_STEPS, options.mostSteps) };
    const { knobs, window } = calibrateSite(base.numbers, assumptions, steps, start, base.week);
    return missedNumber(base.numbers, window) === null ? knobs : start;
  });
}

/**
 * The intervals widened to hold each of other knobs found under other assumptions, with the half width that chance in the
 * site's own observation gives; null where they were null.
 */
export function assumptionIntervals(
  intervals: KnobIntervals,
  base: Calibrated,
  others: readonly Knobs[],
): KnobIntervals {
  const opening = weekHours(base.week) * 60;
  const share = (knobs: Knobs): number => {
    const [a, h] = [placesOf('A', knobs, opening), placesOf('H', knobs, opening)];
    return h / (a + h);
  };
  const over = (interval: Bounded | null, of: (knobs: Knobs) => number): Bounded | null => {
    if (interval === null) return null;
    const { value } = interval;
    // Where the others stand beside what was found, around the centre of the interval.
    const values = others.map((knobs) => (of(knobs) / of(base.knobs)) * value);
    return {
      value,
      low: Math.min(value, ...values) * (interval.low / value),
      high: Math.max(value, ...values) * (interval.high / value),
    };
  };
  return {
    slotMinutes: over(intervals.slotMinutes, ({ slotMinutes }) => slotMinutes),
    inpatientShare: over(intervals.inpatientShare, share),
    demand: {
      A: over(intervals.demand.A, ({ demand }) => demand.A),
      H: over(intervals.demand.H, ({ demand }) => demand.H),
    },
  };
}
