/** When what is decided bears fruit: stretches of the horizon in which the same things are open. */
import { pow } from '../../engine/math.ts';
import type { Modality } from '../../model/vocabulary.ts';
import type { RegionHorizon } from './problem.ts';

const WEEKS_A_YEAR = 52;

/** A stretch of weeks. */
export interface RegionPhase {
  readonly id: 'first' | 'all-open';
  /** Whether blocks of longer opening, and added devices, are in use. */
  readonly hasBlocks: boolean;
  readonly hasDevices: boolean;
  /** Share of the horizon, 0..1: what its patient-days a week count for. */
  readonly weight: number;
  /** Requests in its middle, those of today being 1. */
  readonly growth: Readonly<Record<Modality, number>>;
}

/**
 * The stretch between the first opening and the last, if there is one, and the one in which all is open. Weeks before the
 * first opening are the same whatever is decided and are left out. All is open to the end of the horizon; when that comes
 * earlier, with weight 0.
 * @throws {RangeError} when the horizon is no number of weeks above 0, or a lag is negative.
 */
export function phasesOf(horizon: RegionHorizon): readonly RegionPhase[] {
  const { weeks, deviceLagWeeks, openingLagWeeks, growthPerYear } = horizon;
  if (!(weeks > 0 && Number.isFinite(weeks))) throw new RangeError(`horizon of ${weeks} weeks`);
  const lags = [deviceLagWeeks, openingLagWeeks];
  if (!lags.every((lag) => lag >= 0 && Number.isFinite(lag))) throw new RangeError(`lags of ${lags} weeks`);
  const [first, last] = [Math.min(...lags), Math.max(...lags)];
  const phase = (id: RegionPhase['id'], from: number, to: number): RegionPhase => {
    const middle = (from + Math.max(from, to)) / 2 / WEEKS_A_YEAR;
    const growth = (modality: Modality) => pow(1 + growthPerYear[modality], middle);
    return Object.freeze({
      id,
      hasBlocks: openingLagWeeks <= from,
      hasDevices: deviceLagWeeks <= from,
      weight: Math.max(0, Math.min(to, weeks) - from) / weeks,
      growth: Object.freeze({ ct: growth('ct'), mri: growth('mri') }),
    });
  };
  const isEarly = first < last && first < weeks;
  return Object.freeze([
    ...(isEarly ? [phase('first', first, Math.min(last, weeks))] : []),
    phase('all-open', last, weeks),
  ]);
}
