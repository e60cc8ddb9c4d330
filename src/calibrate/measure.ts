/** What a calibration looks at in a run: occupancy, first places offered, passages by class. */
import { compileScenario } from '../engine/compile.ts';
import { unpackCounts } from '../engine/counts.ts';
import type { Plan } from '../engine/plan.ts';
import { runReplication } from '../engine/simulate.ts';
import { ROUTE_REQUESTED } from '../engine/tally.ts';
import type { Scenario } from '../model/scenario.ts';
import { CLASSES, type PatientClass } from '../model/vocabulary.ts';

/** The numbers of one window of weeks of a one-device department. */
export interface Window {
  /** Exam time ÷ scheduled opening, 0..1. */
  readonly occupancy: number;
  /** Passages a week. */
  readonly passages: Readonly<Record<PatientClass, number>>;
  readonly requested: Readonly<Record<PatientClass, number>>;
  /** Days to the first place offered, by whole day: how many probes found each. */
  readonly firstAvailable: { readonly A: Float64Array; readonly H: Float64Array };
}

const BOOKED = ['A', 'H'] as const;
const CAUSES = 8;

/** The numbers of a tally of so many weeks. */
export function windowOf(plan: Plan, tally: Float64Array, weeks: number): Window {
  const island = plan.islands[0]!;
  const { devices, routes } = island.layout;
  const device = devices[0]!;
  let opening = 0;
  for (let cause = 0; cause < CAUSES; cause++) opening += tally[device.seconds + cause]!;
  const byClass = (of: (patientClass: PatientClass, index: number) => number) =>
    Object.fromEntries(CLASSES.map((one, index) => [one, of(one, index)])) as Record<PatientClass, number>;
  const first = (patientClass: PatientClass): Float64Array => {
    const sum = new Float64Array(plan.islands[0]!.horizonDays + 2);
    for (const route of island.routes) {
      if (island.flows[route.flow]!.flow.class !== patientClass) continue;
      const offsets = routes[route.index]!;
      for (const exam of offsets.exams)
        for (let bin = 0; bin < offsets.delayBins; bin++) sum[bin]! += tally[exam.first + bin]!;
    }
    return sum;
  };
  const requested = (patientClass: PatientClass): number => {
    let sum = 0;
    for (const route of island.routes)
      if (island.flows[route.flow]!.flow.class === patientClass)
        sum += tally[routes[route.index]!.counters + ROUTE_REQUESTED]!;
    return sum / weeks;
  };
  return {
    occupancy: opening === 0 ? 0 : tally[device.seconds]! / opening,
    passages: byClass((_, index) => tally[device.done + index]! / weeks),
    requested: byClass(requested),
    firstAvailable: { A: first(BOOKED[0]), H: first(BOOKED[1]) },
  };
}

/** The windows of `replications` runs of a one-device scenario, warm-up left out; equal seeds, equal draws. */
export function measure(scenario: Scenario, replications: number): readonly Window[] {
  const { weeks, warmupWeeks, seed } = scenario.run;
  const warmup = warmupWeeks === 'auto' ? 0 : warmupWeeks;
  const plan = compileScenario(scenario, weeks);
  return Array.from({ length: replications }, (_, replication) => {
    const [outcome] = runReplication(plan, { seed, replication, snapshotWeeks: warmup });
    const { tally, snapshots } = outcome!;
    if (warmup === 0) return windowOf(plan, tally, weeks);
    const before = unpackCounts(snapshots[0]!, tally.length);
    return windowOf(
      plan,
      tally.map((sum, at) => sum - before[at]!),
      weeks - warmup,
    );
  });
}

/**
 * Median of whole days, each day spread evenly over half a day around it: moves without steps, and rounds to the
 * median itself. NaN when nothing was counted.
 * @example smoothMedian(Float64Array.of(0, 0, 4)) // 2
 */
export function smoothMedian(counts: Float64Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (let day = 0; day < counts.length; day++) {
    const count = counts[day]!;
    if (count > 0 && below + count >= total / 2) return day - 0.5 + (total / 2 - below) / count;
    below += count;
  }
  return Number.NaN;
}

/** Windows seen as one: means of rates, sums of counts. */
export function pooled(windows: readonly Window[]): Window {
  const n = windows.length;
  const mean = (of: (window: Window) => number) => windows.reduce((sum, one) => sum + of(one), 0) / n;
  const byClass = (of: (window: Window, patientClass: PatientClass) => number) =>
    Object.fromEntries(CLASSES.map((one) => [one, mean((window) => of(window, one))])) as Record<
      PatientClass,
      number
    >;
  const added = (patientClass: 'A' | 'H') =>
    windows.reduce((sum, { firstAvailable }) => {
      firstAvailable[patientClass].forEach((count, day) => {
        sum[day]! += count;
      });
      return sum;
    }, new Float64Array(windows[0]!.firstAvailable[patientClass].length));
  return {
    occupancy: mean(({ occupancy }) => occupancy),
    passages: byClass(({ passages }, one) => passages[one]),
    requested: byClass(({ requested }, one) => requested[one]),
    firstAvailable: { A: added('A'), H: added('H') },
  };
}
