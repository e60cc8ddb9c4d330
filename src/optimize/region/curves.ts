/**
 * How long ambulatory patients wait as the requests per place of an implantation grow, in straight pieces that a linear
 * model can take: load × days offered is convex, since patients who are offered long delays decline. Its shape comes from
 * simulations of the median device of the panel (`curve-points.ts`), its days from the patience of the region.
 */
import { deepFreeze } from '../../model/freeze.ts';
import type { Modality } from '../../model/vocabulary.ts';
import { CURVE_POINTS, type CurvePoints } from './curve-points.ts';
import { nonNegativeFit } from './least-squares.ts';
import type { CurvePiece, DelayCurve } from './problem.ts';

/** The curve of one number of devices. */
export type DeviceCurve = DelayCurve['byDevices'][number];

/** What a curve misses of the points it was fitted to, days. */
export interface CurveResidual {
  readonly rootMeanSquareDays: number;
  readonly mostDays: number;
}

export interface FittedCurve extends DeviceCurve {
  readonly residual: CurveResidual;
}

/**
 * Patient-days of waiting for one place at a load: the pieces up to it. For requests per place, not for a week of requests.
 * @example costAt({ pieces: [{ width: 1, slope: 2 }, { width: Infinity, slope: 10 }], floorDays: 2 }, 1.5) // 7
 */
export function costAt({ pieces }: DeviceCurve, load: number): number {
  let [left, cost] = [load, 0];
  for (const { width, slope } of pieces) {
    const taken = Math.min(left, width);
    cost += taken * slope;
    left -= taken;
    if (left <= 0) break;
  }
  return cost;
}

/**
 * Days to the first place offered at a load (requests per place).
 * @example daysAtLoad({ pieces: [{ width: 1, slope: 2 }, { width: Infinity, slope: 10 }], floorDays: 2 }, 2) // 6
 */
export const daysAtLoad = (curve: DeviceCurve, load: number): number =>
  load <= 0 ? curve.floorDays : costAt(curve, load) / load;

/**
 * The load at which a curve gives so many days: where the curve leaves its floor for days not above it. The days of a
 * convex cost through the origin never fall as the load grows, so there is one.
 * @example loadAtDays({ pieces: [{ width: 1, slope: 2 }, { width: Infinity, slope: 10 }], floorDays: 2 }, 6) // 2
 */
export function loadAtDays(curve: DeviceCurve, days: number): number {
  if (days <= curve.floorDays) return curve.pieces[0]!.width;
  let [load, cost] = [0, 0];
  for (const { width, slope } of curve.pieces) {
    if (slope <= days) {
      load += width;
      cost += width * slope;
      continue;
    }
    // On this piece cost + slope·(x − load) = days·x.
    const found = (slope * load - cost) / (slope - days);
    if (found <= load + width) return found;
    load += width;
    cost += width * slope;
  }
  return load;
}

/** Slopes that differ by less are one piece. */
const SAME_SLOPE = 1e-9;

/** Pieces from the changes of slope at the knots (0 first): none negative, so slopes never fall. */
function piecesOf(knots: readonly number[], changes: readonly number[]): readonly CurvePiece[] {
  const pieces: { width: number; slope: number }[] = [];
  let slope = 0;
  knots.forEach((from, at) => {
    slope += changes[at]!;
    const width = (knots[at + 1] ?? Number.POSITIVE_INFINITY) - from;
    const last = pieces.at(-1);
    if (last !== undefined && slope - last.slope < SAME_SLOPE) last.width += width;
    else pieces.push({ width, slope });
  });
  return pieces;
}

/**
 * The convex piecewise linear cost nearest to load × days at the points (least squares, slopes never falling), through
 * the origin. Pieces meet at the loads, the last one is open.
 * @param loads requests per place, rising, two or more.
 */
export function fitCurve(loads: readonly number[], days: readonly number[]): FittedCurve {
  const knots = [0, ...loads.slice(0, -1)];
  const columns = knots.map((knot) => loads.map((load) => Math.max(0, load - knot)));
  const changes = nonNegativeFit(
    columns,
    loads.map((load, at) => load * days[at]!),
  );
  const pieces = piecesOf(knots, changes);
  const curve = { pieces, floorDays: pieces[0]!.slope };
  const misses = loads.map((load, at) => daysAtLoad(curve, load) - days[at]!);
  return deepFreeze({
    ...curve,
    residual: {
      rootMeanSquareDays: Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length),
      mostDays: Math.max(...misses.map(Math.abs)),
    },
  });
}

/**
 * A curve whose days above its floor are so many times longer: what another patience makes of it, since at equilibrium
 * λ·exp(−d/τ) = c gives d = τ·ln(λ ÷ c).
 * @example stretched({ pieces: [{ width: 1, slope: 2 }, { width: Infinity, slope: 10 }], floorDays: 2 }, 0.5).pieces[1].slope // 6
 */
export const stretched = ({ pieces, floorDays }: DeviceCurve, factor: number): DeviceCurve => ({
  pieces: pieces.map(({ width, slope }) => ({ width, slope: floorDays + factor * (slope - floorDays) })),
  floorDays,
});

/** The curves of a modality fitted to simulated points, one a number of devices. */
export const fittedCurves = ({ loads, days }: CurvePoints): readonly FittedCurve[] =>
  days.map((row) => fitCurve(loads, row));

/**
 * The curves of a modality for a patience.
 * @param tauDays scale of acceptance of its patients, days.
 * @param factor how many times longer than the patience says the days above the floor are, as a region’s own simulation found; 1 unless known.
 */
export function delayCurve(modality: Modality, tauDays: number, factor = 1): DelayCurve {
  const points = CURVE_POINTS[modality];
  const byDevices = fittedCurves(points).map((curve) =>
    stretched({ pieces: curve.pieces, floorDays: curve.floorDays }, (factor * tauDays) / points.tauDays),
  );
  return deepFreeze({ modality, byDevices });
}

/** The curve of so many devices on one agenda: a larger number uses the last. */
export const curveFor = ({ byDevices }: DelayCurve, devices: number): DeviceCurve =>
  byDevices[Math.min(byDevices.length, Math.max(1, devices)) - 1]!;
