/** Variants beside their base: the headlines of each, any other indicator, and the waiting saved in all. */
import type {
  ComparisonTerms,
  Headline,
  HeadlineDifference,
  PairedIndicator,
  PathDifference,
  VariantDifferences,
} from '../model/results/compare.ts';
import type { Indicator } from '../model/results/results.ts';
import { estimate } from './estimate.ts';
import type { Experiment } from './experiment.ts';
import { headlineKey, headlinesOf, headlineValues, isHeadlineUnstable } from './headlines.ts';
import { isUnstableAt } from './instability.ts';
import type { IndicatorPath, Value } from './measured.ts';
import { incomparable, pairedIndicator } from './paired.ts';
import { type Move, type Side, waitingOf } from './waiting.ts';

export interface CompareOptions {
  /** Other indicators wanted, each by its steps. */
  readonly paths?: readonly IndicatorPath[];
  /** Variants looked at together, where not all are given here: the intervals are corrected for their number. */
  readonly comparisons?: number;
  /** Of each variant, the requests that it takes elsewhere or that are no longer made. */
  readonly moves?: readonly (readonly Move[])[];
}

/** Variants beside their base, in the order given. */
export interface Comparison extends ComparisonTerms {
  readonly variants: readonly VariantDifferences[];
}

/** Probability that some interval misses, over the variants together, headline by headline. */
const ERROR_RATE = 0.05;

/**
 * Weeks to leave out of all experiments alike: the longest of their warm-ups. Refused when one of them still drifts after it.
 * @throws RangeError when there is none, or one has no replication.
 */
export function sharedWarmup(experiments: readonly Experiment[]): {
  readonly weeks: number;
  readonly refused: boolean;
} {
  if (experiments.length === 0 || experiments.some(({ replications }) => replications === 0))
    throw new RangeError('a warm-up is shared by experiments that have run');
  const weeks = Math.max(...experiments.map((one) => one.warmup().weeks));
  return { weeks, refused: experiments.some((one) => one.warmup(weeks).refused) };
}

/**
 * Each variant beside the base, paired replication by replication: the same seed gives both the same patients. Every difference is
 * variant − base; its simulation interval has the level 1 − 0.05/m for m variants (Bonferroni), so that for any one headline all m
 * hold together in 19 comparisons of 20. Headlines are not corrected for their number. Replications that only one of the two has
 * are left out.
 * @throws RangeError when seeds or weeks differ, nothing has been run, no copy of the tally was kept at the warm-up of all (run
 * them with one warm-up setting), or a path leads to no indicator of base or variants.
 */
export function compareExperiments(
  base: Experiment,
  variants: readonly Experiment[],
  options: CompareOptions = {},
): Comparison {
  const { paths = [], comparisons = variants.length, moves = [] } = options;
  if (!(comparisons >= variants.length))
    throw new RangeError(`${comparisons} comparisons for ${variants.length} variants`);
  for (const { seed, plan } of variants)
    if (seed !== base.seed || plan.weeks !== base.plan.weeks)
      throw new RangeError(
        `paired runs share seed and weeks: ${seed}, ${plan.weeks} and ${base.seed}, ${base.plan.weeks}`,
      );
  const warmup = sharedWarmup([base, ...variants]);
  const level = 1 - ERROR_RATE / Math.max(1, comparisons);
  const sideOf = (experiment: Experiment): Side => ({
    experiment,
    measured: experiment.measured(warmup.weeks),
  });
  const baseSide = sideOf(base);
  const sides = variants.map(sideOf);
  requireKnown(paths, [baseSide, ...sides]);
  return {
    seed: base.seed,
    weeks: base.plan.weeks,
    warmupWeeks: warmup.weeks,
    warmupRefused: warmup.refused,
    level,
    variants: sides.map((side, rank) => ({
      headlines: headlineDifferences(baseSide, side, level),
      overall: patientDays(baseSide, side, level, moves[rank] ?? []),
      others: paths.map((path) => pathDifference(baseSide, side, path, level)),
    })),
  };
}

function requireKnown(paths: readonly IndicatorPath[], sides: readonly Side[]): void {
  const unknown = paths.find((path) => sides.every(({ measured }) => measured.values(path) === undefined));
  if (unknown !== undefined) throw new RangeError(`no indicator at ${unknown.join('.')}`);
}

/** Values of both and whether either depends on the run's length, as one paired indicator. */
function paired(
  base: { readonly values: readonly Value[]; readonly unstable: boolean },
  variant: { readonly values: readonly Value[]; readonly unstable: boolean },
  level: number,
): PairedIndicator {
  if (!base.unstable && !variant.unstable) {
    const pairs = Math.min(base.values.length, variant.values.length);
    return pairedIndicator(base.values.slice(0, pairs), variant.values.slice(0, pairs), level);
  }
  const shown = ({ values, unstable }: typeof base): Indicator => {
    const seen = values.filter((value) => value !== null);
    if (seen.length === 0) return null;
    return unstable ? 'unstable' : estimate(seen);
  };
  return incomparable(shown(base), shown(variant), 'unstable');
}

/** The headlines of base and variant, those of the base first. */
function headlineDifferences(base: Side, variant: Side, level: number): readonly HeadlineDifference[] {
  const own = headlinesOf(base.experiment.scenario);
  const known = new Set(own.map(headlineKey));
  const added = headlinesOf(variant.experiment.scenario).filter((one) => !known.has(headlineKey(one)));
  const side = ({ experiment, measured }: Side, headline: Headline) => ({
    values: headlineValues(measured, experiment.scenario, headline),
    unstable: isHeadlineUnstable(headline, experiment.unstable),
  });
  return [...own, ...added].map((headline) => ({
    ...headline,
    ...paired(side(base, headline), side(variant, headline), level),
    assumptions: null,
  }));
}

function pathDifference(base: Side, variant: Side, path: IndicatorPath, level: number): PathDifference {
  const side = ({ experiment, measured }: Side) => ({
    values: measured.values(path) ?? Array.from({ length: measured.replications }, () => null),
    unstable: isUnstableAt(path, experiment.unstable),
  });
  return { path, ...paired(side(base), side(variant), level) };
}

/**
 * Patient-days of waiting a week: over the departments and the classes A and H, requests booked a week in the base × mean access
 * delay (days from request to appointment), of the base and of the variant. Their difference is the waiting that the variant adds
 * (saves, when negative) to those who book in the base; whoever books only in the variant is not counted, since waiting there is
 * no worse than not being booked. Divided by 7, the base's is the mean number of patients waiting for their appointment
 * (Little 1961).
 *
 * In one replication: Σ bookedₛ × delayₛ with the booked of that replication, so that the differences are independent draws of one
 * law and the Student interval is theirs. Who is counted, and where: `waitingOf`.
 */
function patientDays(
  base: Side,
  variant: Side,
  level: number,
  moves: readonly Move[],
): PairedIndicator | null {
  const waiting = waitingOf(base, variant, moves);
  if (waiting === null) return null;
  const { before, after, baseUnstable, variantUnstable } = waiting;
  return paired(
    { values: before, unstable: baseUnstable },
    { values: after, unstable: variantUnstable },
    level,
  );
}
