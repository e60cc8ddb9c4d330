/** Where the measured part of a run begins: one truncation for all indicators (MSER-5 on the first-available series). */
import type { IslandOutcome } from '../engine/island-run.ts';
import type { Plan } from '../engine/plan.ts';
import { mser5Truncation } from './mser5.ts';

const BATCH_WEEKS = 5;
const SNAPSHOTS_MOST = 20;

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

/**
 * The warm-up in weeks. Asked for: as asked. Automatic: the longest MSER-5 truncation over the flows' series, rounded
 * up to a copy of the tally, at most half of the run; a run of walk-ins only (no series) drops the first copy. Refused
 * (true) when MSER-5 would cut more than half: the run is too short for its warm-up.
 */
export function warmupOf(
  plan: Plan,
  outcomes: readonly (readonly IslandOutcome[])[],
  asked: number | 'auto',
  snapshotWeeks: number,
): { readonly weeks: number; readonly refused: boolean } {
  if (asked !== 'auto') return { weeks: asked, refused: false };
  if (snapshotWeeks === 0) return { weeks: 0, refused: false };
  const longest = Math.floor(plan.weeks / 2 / snapshotWeeks) * snapshotWeeks;
  let truncation = Math.min(snapshotWeeks, longest);
  let refused = false;
  plan.islands.forEach((island, index) => {
    for (const route of island.routes) {
      if (route.rules.length === 0) continue;
      let last = 0;
      const series = routeSeries(outcomes, index, route.index, plan.weeks).map(
        (mean) => (last = mean ?? last),
      );
      const found = mser5Truncation(series, BATCH_WEEKS);
      truncation = Math.max(truncation, Math.ceil(found.truncation / snapshotWeeks) * snapshotWeeks);
      refused ||= found.refused;
    }
  });
  return { weeks: Math.min(truncation, longest), refused };
}
