/** From the old delay to the new one: weekly curves of a base and a variant, and the weeks it takes. */
import { normalQuantile } from '../engine/math-special.ts';
import type { RoutePlan } from '../engine/plan.ts';
import type { Transient, WeeklyCurve } from '../model/results/compare.ts';
import { type Estimate, round12 } from '../model/results/estimate.ts';
import { CLASSES, MODALITIES, type Modality, type PatientClass } from '../model/vocabulary.ts';
import { estimate } from './estimate.ts';
import type { Experiment } from './experiment.ts';
import { BOOKED_CLASSES } from './headlines.ts';
import type { Value } from './measured.ts';
import { pairedIndicator } from './paired.ts';

/** Weeks averaged on both sides of each, so that the luck of one week is not taken for a return. */
const SMOOTHED_EACH_SIDE = 2;
/** Share of the change that is left when the new delay is said to be there. */
const LEFT = 0.1;
/** A band wider than this share of the change tells nothing of when it came. */
const WIDEST_BAND = 0.5;
/** Probability that a settled curve leaves its band by chance at some week of the run. */
const CHANCE = 0.05;

/** By replication, then by week. */
type Weekly = readonly (readonly Value[])[];

interface Place {
  readonly site: string;
  readonly modality: Modality;
  readonly class: PatientClass;
}

/** One number a week in each replication, over the flows of a class booked at a department; null where there are none. */
function weeklyOf(
  experiment: Experiment,
  place: Place,
  of: (outcome: Experiment['outcomes'][number][number], routes: readonly RoutePlan[], week: number) => Value,
): Weekly | null {
  const { plan, outcomes } = experiment;
  for (const island of plan.islands) {
    const site = island.sites.find((one) => one.site.id === place.site);
    if (site === undefined) continue;
    const routes = island.routes.filter((route) => {
      const flow = island.flows[route.flow]!;
      return (
        route.site === site.index &&
        route.rules.length > 0 &&
        MODALITIES[flow.modalityIndex] === place.modality &&
        CLASSES[flow.classIndex] === place.class
      );
    });
    if (routes.length === 0) return null;
    return outcomes.map((outcome) =>
      Array.from({ length: plan.weeks }, (_, week) => of(outcome[island.index]!, routes, week)),
    );
  }
  return null;
}

const firstAvailable = (experiment: Experiment, place: Place) =>
  weeklyOf(experiment, place, ({ series }, routes, week) => {
    let sum = 0;
    let probes = 0;
    for (const { index } of routes) {
      sum += series[index]![2 * week]!;
      probes += series[index]![2 * week + 1]!;
    }
    return probes === 0 ? null : sum / probes;
  });

const bookedAhead = (experiment: Experiment, place: Place) =>
  weeklyOf(experiment, place, (outcome, routes, week) =>
    routes.reduce((sum, { index }) => sum + outcome.bookedAhead[index]![week]!, 0),
  );

const seen = (values: readonly Value[]): number[] => values.filter((value) => value !== null);

/** Week by week, the estimate over the replications in which there is something. */
function estimates(weekly: Weekly): readonly (Estimate | null)[] {
  return (weekly[0] ?? []).map((_, week) => {
    const values = seen(weekly.map((replication) => replication[week]!));
    return values.length === 0 ? null : estimate(values);
  });
}

function curveOf(weekly: Weekly): WeeklyCurve {
  const weeks = estimates(weekly);
  return {
    mean: weeks.map((one) => one?.mean ?? null),
    low: weeks.map((one) => one?.low ?? null),
    high: weeks.map((one) => one?.high ?? null),
  };
}

const differences = (base: Weekly, variant: Weekly): Weekly =>
  variant.map((replication, n) =>
    replication.map((after, week) => {
      const before = base[n]![week]!;
      return before === null || after === null ? null : after - before;
    }),
  );

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Each week with as many on both sides, fewer at the ends so that a slope is kept. */
function smoothed(series: readonly Value[]): readonly Value[] {
  return series.map((_, week) => {
    const side = Math.min(SMOOTHED_EACH_SIDE, week, series.length - 1 - week);
    const around = seen(series.slice(week - side, week + side + 1));
    return around.length === 0 ? null : meanOf(around);
  });
}

/** Mean squared standard error of the smoothed weekly difference over the settled half of the run. */
function squaredError(replications: Weekly, from: number): number {
  const squares: number[] = [];
  for (let week = from; week < replications[0]!.length - SMOOTHED_EACH_SIDE; week++) {
    const values = seen(replications.map((one) => one[week]!));
    if (values.length < 2) continue;
    const mean = meanOf(values);
    const sum = values.reduce((total, value) => total + (value - mean) * (value - mean), 0);
    squares.push(sum / (values.length - 1) / values.length);
  }
  return squares.length === 0 ? Number.POSITIVE_INFINITY : meanOf(squares);
}

/** When the weekly differences of the delay come to their settled mean for good, and how near that is told. */
function settling(weekly: Weekly): Pick<Transient, 'change' | 'weeksToNewDelay' | 'bandDays'> {
  const weeks = weekly[0]?.length ?? 0;
  const half = Math.ceil(weeks / 2);
  const late = weekly.map((replication) => {
    const values = seen(replication.slice(half));
    return values.length === 0 ? null : meanOf(values);
  });
  const { difference, verdict } = pairedIndicator(
    late.map((value) => (value === null ? null : 0)),
    late,
    1 - CHANCE,
  );
  const untold = { change: difference, weeksToNewDelay: null, bandDays: null };
  if (difference === null || (verdict !== 'lower' && verdict !== 'higher')) return untold;
  const change = difference.mean;
  const smooth = weekly.map(smoothed);
  const looks = weeks / (2 * SMOOTHED_EACH_SIDE + 1);
  const chance = normalQuantile(1 - CHANCE / 2 / Math.max(1, looks));
  const bandDays = Math.max(LEFT * Math.abs(change), chance * Math.sqrt(squaredError(smooth, half)));
  if (bandDays > WIDEST_BAND * Math.abs(change)) return untold;
  let weeksToNewDelay = 0;
  for (let week = 0; week < weeks - SMOOTHED_EACH_SIDE; week++) {
    const values = seen(smooth.map((replication) => replication[week]!));
    if (values.length > 0 && Math.abs(meanOf(values) - change) > bandDays) weeksToNewDelay = week + 1;
  }
  if (weeksToNewDelay > half) return untold;
  return { change: difference, weeksToNewDelay, bandDays: round12(bandDays) };
}

/**
 * What happens between the change and its settled effect, by department and class (A, H) that is booked in both scenarios: the
 * weekly mean delay to the first place offered and the patients booked ahead, each with its 95 % band, of base, variant and their
 * paired difference; the settled change; and the weeks until the new delay is there.
 *
 * Nothing is left out at the start, so both start with the backlog of the base (`startingFromBase`), and the base stays as it is:
 * what moves is the change. Weeks until the new delay: the first week from which the paired difference, averaged over five weeks,
 * stays until the end of the run within a band about its mean over the second half. The band is a tenth of the change; where the
 * replications do not tell as much, it is as wide as a settled curve strays at some week of the run with probability 5 % (normal
 * quantile over the number of separate five-week means, times the mean standard error of one), and is given. No weeks are given when
 * no change is demonstrated at 95 %, when that band is wider than half of the change, or when it is left in the second half.
 * The difference is judged, not the variant's own curve: luck that both share cancels, and the band is less than half as wide.
 * Replications that only one of the two has, as when it was stopped, are left out.
 * @throws RangeError when seeds or weeks differ, or nothing has been run.
 */
export function transients(base: Experiment, variant: Experiment): readonly Transient[] {
  if (base.seed !== variant.seed || base.plan.weeks !== variant.plan.weeks)
    throw new RangeError('paired runs share seed and weeks');
  const pairs = Math.min(base.replications, variant.replications);
  if (pairs === 0)
    throw new RangeError(`replications to pair: ${base.replications} and ${variant.replications}`);
  return base.scenario.sites.flatMap(({ id }) =>
    MODALITIES.flatMap((modality) =>
      BOOKED_CLASSES.flatMap((one) => transientOf(base, variant, { site: id, modality, class: one }, pairs)),
    ),
  );
}

function transientOf(
  base: Experiment,
  variant: Experiment,
  place: Place,
  pairs: number,
): readonly Transient[] {
  const curves = (of: typeof firstAvailable) => {
    const before = of(base, place)?.slice(0, pairs);
    const after = of(variant, place)?.slice(0, pairs);
    if (before === undefined || after === undefined) return null;
    const gaps = differences(before, after);
    return {
      gaps,
      shown: { base: curveOf(before), variant: curveOf(after), difference: curveOf(gaps) },
    };
  };
  const delays = curves(firstAvailable);
  const ahead = curves(bookedAhead);
  if (delays === null || ahead === null) return [];
  return [{ ...place, firstAvailable: delays.shown, bookedAhead: ahead.shown, ...settling(delays.gaps) }];
}
