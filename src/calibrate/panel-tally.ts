/** What one campaign of 28 days counts, device by device, then over the panel. Seconds, whole numbers. */
import { CLASSES, MODALITIES, type Modality, type PatientClass } from '../model/vocabulary.ts';

/** Counts by whole step, the last one open. */
export class Histogram {
  readonly #counts: Uint32Array;
  readonly #step: number;
  #total = 0;

  constructor(bins: number, step: number) {
    this.#counts = new Uint32Array(bins);
    this.#step = step;
  }

  add(value: number): void {
    const bin = Math.floor(value / this.#step);
    this.#counts[Math.min(this.#counts.length - 1, Math.max(0, bin))]! += 1;
    this.#total += 1;
  }

  get total(): number {
    return this.#total;
  }

  /** The value that a share of what was counted does not exceed, spread evenly within a step; NaN when nothing was. */
  quantile(share: number): number {
    const wanted = share * this.#total;
    let below = 0;
    for (let bin = 0; bin < this.#counts.length; bin++) {
      const count = this.#counts[bin]!;
      if (count > 0 && below + count >= wanted) return this.#step * (bin + (wanted - below) / count);
      below += count;
    }
    return Number.NaN;
  }
}

/**
 * Quantile of the values of devices, each standing in the middle of its share (Hazen): the value itself at (rank − ½) ÷ n.
 * NaN without any.
 * @example deviceQuantile([1, 2, 3, 4, 5], 0.5) // 3
 */
export function deviceQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, share * sorted.length - 0.5));
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  return low === undefined || high === undefined ? Number.NaN : low + (high - low) * (at - Math.floor(at));
}

/**
 * Quantile of whole days declared by devices, each reaching from half a day before to half a day after, as in the laws the
 * delays are drawn from: a day that many devices declare is not a step. NaN without any.
 * @example dayQuantile([0, 0, 0, 1], 0.5) // 0.16666666666666663
 */
export function dayQuantile(days: readonly number[], share: number): number {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const wanted = share * days.length;
  let below = 0;
  for (const day of [...counts.keys()].sort((a, b) => a - b)) {
    const count = counts.get(day)!;
    if (below + count >= wanted) return day - 0.5 + (wanted - below) / count;
    below += count;
  }
  return Number.NaN;
}

const DURATION_SECONDS = 4 * 3600;
const REPORT_MINUTES = 30 * 1440;

/** Exams of all devices of a modality together: durations and report delays. */
export interface Pooled {
  /** Seconds. */
  readonly durations: Readonly<Record<PatientClass, Histogram>>;
  /** Minutes. */
  readonly reports: Readonly<Record<'A' | 'H', Histogram>>;
}

/** One device as the campaign saw it. */
export interface ObservedDevice {
  readonly modality: Modality;
  /** Hours a week. */
  readonly opening: Readonly<{ scheduled: number; withEmergency: number; total: number }>;
  /** 0..1, exam time written down over opening. */
  readonly occupancy: Readonly<{ scheduled: number; withEmergency: number }>;
  readonly passesFilter: boolean;
  /** Passages a week. */
  readonly passages: Readonly<Record<PatientClass, number>>;
  /** Passages a week that enter in scheduled vacations. */
  readonly scheduledPassages: number;
  /** Passages a week from 20:00 to midnight, and from midnight to 07:00. */
  readonly night: Readonly<{ first: number; deep: number }>;
  /** Passages of a weekday night (20:00 to 07:00, Monday to Friday evening). */
  readonly weekdayNight: number;
  /** Earliest place declared, days: median over the campaign. */
  readonly delayDays: Readonly<{ A: number; H: number }>;
  readonly isOnCall: boolean;
  /** Hours a week of on-call and emergency time. */
  readonly onCallHours: number;
  /** Longest emergency vacation, hours. */
  readonly longestEmergency: number;
  /** Hour of the day at which on-call time begins on weekdays; null without. */
  readonly onCallFrom: number | null;
  readonly shortPassages: number;
}

/** One campaign: all devices, and their exams together. */
export interface Campaign {
  readonly devices: readonly ObservedDevice[];
  readonly pooled: Readonly<Record<Modality, Pooled>>;
}

/** A campaign that has seen nothing yet. */
export function emptyPooled(): Readonly<Record<Modality, Pooled>> {
  const durations = () =>
    Object.fromEntries(CLASSES.map((one) => [one, new Histogram(DURATION_SECONDS, 1)])) as Record<
      PatientClass,
      Histogram
    >;
  const reports = () => ({ A: new Histogram(REPORT_MINUTES, 1), H: new Histogram(REPORT_MINUTES, 1) });
  return Object.fromEntries(
    MODALITIES.map((one) => [one, { durations: durations(), reports: reports() }]),
  ) as Record<Modality, Pooled>;
}
