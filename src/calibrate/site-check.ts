/** What is wrong with eight numbers, each alone and all together, and what would reconcile them. */
import { CLASSES } from '../model/vocabulary.ts';
import { plainWeek, type SiteNumbers, weekHours } from './site-numbers.ts';
import { impliedPassages } from './solve.ts';

export type SiteFault =
  /** A number outside what it can be. */
  | {
      readonly kind: 'out-of-range';
      readonly number: string;
      readonly value: number;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: 'mix-sum'; readonly sum: number }
  /** Passages, occupancy, opening and mix leave an exam far from the published durations. */
  | ({ readonly kind: 'contradiction' } & Reconciliation);

/** Passages against what the others imply, and the value each number would have to take for them to agree. */
export interface Reconciliation {
  readonly passages: number;
  readonly impliedPassages: number;
  /** Null where no possible value would do. */
  readonly occupancy: number | null;
  readonly openingHours: number | null;
  /** Exam durations against the published ones. */
  readonly durationRatio: number;
}

const LIMITS: readonly (readonly [string, (numbers: SiteNumbers) => number, number, number])[] = [
  ['opening', ({ openingHours }) => openingHours, 1, 168],
  ['passages', ({ passagesPerWeek }) => passagesPerWeek, 1, 5000],
  ['occupancy', ({ occupancy }) => occupancy, 0.02, 1],
  ['delay-a', ({ delayDays }) => delayDays.A, 0, 170],
  ['delay-h', ({ delayDays }) => delayDays.H, 0, 170],
];
const MOST_SHARE_GAP = 0.02;
/** Beyond this factor on exam durations, the numbers are not of one device. */
const CONTRADICTION = 2;
const HOURS_A_WEEK = 168;

/** Passages beside what occupancy, opening and mix imply with the published exam durations. */
export function reconcile(numbers: SiteNumbers): Reconciliation {
  const week = numbers.week ?? plainWeek(numbers.openingHours);
  const implied = impliedPassages(numbers, week);
  const ratio = numbers.passagesPerWeek / implied;
  const possible = (value: number, most: number) => (value <= most ? value : null);
  return {
    passages: numbers.passagesPerWeek,
    impliedPassages: implied,
    occupancy: possible(numbers.occupancy * ratio, 1),
    openingHours: possible(weekHours(week) * ratio, HOURS_A_WEEK),
    durationRatio: 1 / ratio,
  };
}

/** Everything wrong with the numbers; the contradiction is looked for once each of them is possible. */
export function siteFaults(numbers: SiteNumbers): readonly SiteFault[] {
  const faults: SiteFault[] = LIMITS.flatMap(([number, of, low, high]) => {
    const value = of(numbers);
    return value >= low && value <= high ? [] : [{ kind: 'out-of-range' as const, number, value, low, high }];
  });
  for (const one of CLASSES) {
    const value = numbers.mix[one];
    if (!(value >= 0 && value <= 1))
      faults.push({ kind: 'out-of-range', number: `mix ${one}`, value, low: 0, high: 1 });
  }
  const sum = CLASSES.reduce((total, one) => total + numbers.mix[one], 0);
  if (!(Math.abs(sum - 1) <= MOST_SHARE_GAP)) faults.push({ kind: 'mix-sum', sum });
  if (faults.length > 0) return faults;
  const found = reconcile(numbers);
  const isFar = found.durationRatio > CONTRADICTION || found.durationRatio < 1 / CONTRADICTION;
  return isFar ? [{ kind: 'contradiction', ...found }] : [];
}
