/**
 * What the linear model gets wrong, learnt from the weeks that were simulated: by how many patient-days a change saves
 * more, or less, than the model says.
 */
import type { Pick, WeekChange } from '../week/change.ts';

/** A week that was simulated beside what was predicted: patient-days saved a week. */
export interface Played {
  readonly picks: readonly Pick[];
  readonly predicted: number;
  readonly simulated: number;
}

/** Patient-days a week that doing a change once saves beyond what the model says; 0 for what is not there. */
export type Corrections = (change: WeekChange) => number;

export const NO_CORRECTIONS: Corrections = () => 0;

/** Weight of the assumption that the model is right, in squared units of use: about one simulated week. */
const RIDGE = 1;

/** Hours opened or closed, or once for a rule of booking. */
const amountOf = ({ openedHours }: WeekChange): number => (openedHours === 0 ? 1 : Math.abs(openedHours));

/**
 * What a change has in common with others: a rule of booking is itself; hours are as others of the kind at the same place,
 * on working days or at the week-end, for the same patients. One Tuesday differs from a Thursday by chance more than by nature.
 */
function traitOf({ kind, site, modality, devices, hours, id }: WeekChange): string {
  if (hours === null) return id;
  const part = hours.day < 5 ? 'week' : 'weekend';
  const content = kind === 'open' ? id.slice(id.lastIndexOf('/')) : '';
  return `${kind}/${site}/${modality}/${devices[0]}/${part}${content}`;
}

/** How much of each trait a week has. */
function featuresOf(picks: readonly Pick[]): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  for (const { change, times } of picks) {
    const trait = traitOf(change);
    features.set(trait, (features.get(trait) ?? 0) + times * amountOf(change));
  }
  return features;
}

const dot = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const [trait, value] of a) sum += value * (b.get(trait) ?? 0);
  return sum;
};

/** x of A·x = b for a symmetric positive definite A (Cholesky). */
function solved(matrix: readonly (readonly number[])[], b: readonly number[]): readonly number[] {
  const n = b.length;
  const lower = matrix.map((row) => [...row]);
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) for (let i = j; i < n; i++) lower[i]![j]! -= lower[i]![k]! * lower[j]![k]!;
    const root = Math.sqrt(lower[j]![j]!);
    for (let i = j; i < n; i++) lower[i]![j]! /= root;
  }
  const x = [...b];
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}

/**
 * Ridge regression of simulated − predicted on the traits of the changes made (Hoerl & Kennard 1970, in its dual form):
 * what many weeks with a change show is believed, what one shows is halved (at a ridge of 1). Weeks without a change teach nothing.
 */
export function learnCorrections(played: readonly Played[], ridge = RIDGE): Corrections {
  const weeks = played.filter(({ picks }) => picks.length > 0);
  if (weeks.length === 0) return NO_CORRECTIONS;
  const features = weeks.map(({ picks }) => featuresOf(picks));
  // Uses are scaled to their mean, so that the ridge means the same for hours and for rules of booking.
  const scale = features.reduce((sum, one) => sum + dot(one, one), 0) / features.length;
  const matrix = features.map((one, i) =>
    features.map((other, j) => dot(one, other) / scale + (i === j ? ridge : 0)),
  );
  const weights = solved(
    matrix,
    weeks.map(({ predicted, simulated }) => simulated - predicted),
  );
  const gains = new Map<string, number>();
  features.forEach((one, i) => {
    for (const [trait, value] of one)
      gains.set(trait, (gains.get(trait) ?? 0) + (weights[i]! * value) / scale);
  });
  return (change) => (gains.get(traitOf(change)) ?? 0) * amountOf(change);
}
