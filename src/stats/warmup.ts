/** Where the measured part of a run begins: one truncation for all indicators (MSER-5 on the first-available series). */

import jStat from 'jstat';
import type { IslandOutcome } from '../engine/island-run.ts';
import type { Plan } from '../engine/plan.ts';
import { mser5Truncation } from './mser5.ts';

const BATCH_WEEKS = 5;
const SNAPSHOTS_MOST = 20;
const DRIFT_LEVEL = 0.01;

/**
 * Weeks between two copies of the tally: the asked warm-up itself, or a multiple of 5 weeks such that at most 20
 * copies are kept; 0 = none needed.
 * @example planSnapshots(52, 'auto') // 5
 * @example planSnapshots(520, 'auto') // 15
 * @example planSnapshots(52, 8) // 8
 */
export function planSnapshots(weeks: number, warmup: number | 'auto'): number {
  if (warmup !== 'auto') return warmup;
  if (weeks < 2 * BATCH_WEEKS) return 0;
  return BATCH_WEEKS * Math.ceil(weeks / 2 / BATCH_WEEKS / SNAPSHOTS_MOST);
}

/** Mean first-available delay of each week by route of an island, over replications; null in weeks without probe. */
function routeSeries(
  outcomes: readonly (readonly IslandOutcome[])[],
  island: number,
  route: number,
  weeks: number,
) {
  return Array.from({ length: weeks }, (_, week) => {
    let sum = 0;
    let count = 0;
    for (const outcome of outcomes) {
      const series = outcome[island]!.series[route]!;
      sum += series[2 * week]!;
      count += series[2 * week + 1]!;
    }
    return count === 0 ? null : sum / count;
  });
}

/** The weekly first-available series of each booked flow and site, over replications. */
export function weeklyMeans(plan: Plan, outcomes: readonly (readonly IslandOutcome[])[]) {
  const weekly: Record<string, (number | null)[]> = {};
  plan.islands.forEach((island, index) => {
    for (const route of island.routes) {
      if (route.rules.length === 0) continue;
      const { flow } = island.flows[route.flow]!;
      const name = flow.sites.length === 1 ? flow.id : `${flow.id}@${island.sites[route.site]!.site.id}`;
      weekly[name] = routeSeries(outcomes, index, route.index, plan.weeks);
    }
  });
  return weekly;
}

/** True when the kept part of a series still moves: its two halves differ over replications, at 99 % for all series together. */
function stillDrifts(
  outcomes: readonly (readonly IslandOutcome[])[],
  island: number,
  route: number,
  from: number,
  weeks: number,
  comparisons: number,
): boolean {
  if (outcomes.length < 2) return false;
  const middle = Math.floor((from + weeks) / 2);
  const differences = outcomes.map((outcome) => {
    const series = outcome[island]!.series[route]!;
    return meanOfWeeks(series, middle, weeks) - meanOfWeeks(series, from, middle);
  });
  const n = differences.length;
  const mean = differences.reduce((sum, value) => sum + value, 0) / n;
  const squares = differences.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const standardError = Math.sqrt(squares / (n - 1) / n);
  return Math.abs(mean) > jStat.studentt.inv(1 - DRIFT_LEVEL / 2 / comparisons, n - 1) * standardError;
}

function meanOfWeeks(series: Float64Array, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let week = from; week < to; week++) {
    sum += series[2 * week]!;
    count += series[2 * week + 1]!;
  }
  return count === 0 ? 0 : sum / count;
}

/** A device relaxes in about τ days (design of the access level): three of them are left out at least. */
function relaxationWeeks(plan: Plan): number {
  const scales = plan.scenario.flows.map(({ accept }) =>
    accept.kind === 'exponential' ? accept.tauDays : 0,
  );
  return Math.ceil((3 * Math.max(0, ...scales)) / 7);
}

/**
 * The warm-up in weeks. Asked for: as asked. Automatic: the longest of 3τ and of the MSER-5 truncations of the flows'
 * series, rounded up to a copy of the tally, at most half of the run. Where MSER-5 would cut more than half, its best
 * cut within half is taken, and refused (true) is said when the series still drifts after it: on a series that has
 * settled, a late minimum is noise, so the drift decides.
 * @param atLeast weeks that the warm-up found is raised to, so that scenarios compared leave out the same ones.
 */
export function warmupOf(
  plan: Plan,
  outcomes: readonly (readonly IslandOutcome[])[],
  asked: number | 'auto',
  snapshotWeeks: number,
  atLeast = 0,
): { readonly weeks: number; readonly refused: boolean } {
  if (asked !== 'auto') return { weeks: asked, refused: false };
  if (snapshotWeeks === 0) return { weeks: 0, refused: false };
  const longest = Math.floor(plan.weeks / 2 / snapshotWeeks) * snapshotWeeks;
  const booked = plan.islands.flatMap((island, index) =>
    island.routes
      .filter((route) => route.rules.length > 0)
      .map((route) => ({ island: index, route: route.index })),
  );
  const cuts = booked.map(({ island, route }) => {
    const series = routeSeries(outcomes, island, route, plan.weeks);
    let last = series.find((mean) => mean !== null) ?? 0;
    const filled = series.map((mean) => {
      last = mean ?? last;
      return last;
    });
    return mser5Truncation(filled, BATCH_WEEKS).withinHalf;
  });
  const wanted = Math.max(1, atLeast, relaxationWeeks(plan), ...cuts);
  const weeks = Math.min(longest, Math.ceil(wanted / snapshotWeeks) * snapshotWeeks);
  const refused = booked.some(({ island, route }) =>
    stillDrifts(outcomes, island, route, weeks, plan.weeks, booked.length),
  );
  return { weeks, refused };
}
