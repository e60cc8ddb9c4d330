/** Patient-days of waiting of a base and a variant, replication by replication: what is saved or added in all. */
import { MODALITIES, type Modality } from '../model/vocabulary.ts';
import type { Experiment } from './experiment.ts';
import { BOOKED_CLASSES } from './headlines.ts';
import { isUnstableAt } from './instability.ts';
import type { Measured, Value } from './measured.ts';

/** Requests of the base that the variant takes elsewhere, or no longer makes. */
export interface Move {
  readonly site: string;
  readonly modality: Modality;
  readonly class: (typeof BOOKED_CLASSES)[number];
  /** Part of those the site is asked for, 0..1. */
  readonly share: number;
  /** The department of the site that gets them; null: nobody waits any more. */
  readonly to: Modality | null;
}

/** A scenario and its replications after a warm-up. */
export interface Side {
  readonly experiment: Experiment;
  readonly measured: Measured;
}

/** Patient-days of waiting a week of the same patients, one number a replication. */
export interface Waiting {
  readonly before: readonly Value[];
  readonly after: readonly Value[];
  /** Where a delay depends on the length of the run, so that the days mean nothing. */
  readonly baseUnstable: boolean;
  readonly variantUnstable: boolean;
}

const plus = (sum: Value, weight: number, delay: Value): Value =>
  sum === null || delay === null ? null : sum + weight * delay;

/**
 * Patient-days of waiting a week, in the base and in the variant, of those who book in the base: over departments and the classes A and
 * H, requests booked a week × mean access delay (days from request to appointment). Whoever is moved waits, in the variant, as those
 * who book where they are moved to; whoever is withdrawn is counted in neither, since an exam that is not done is no wait saved. A
 * department and class that nobody books in the base weighs nothing; one that nobody books in the variant leaves the replication out.
 * Null when nobody books in the base.
 */
export function waitingOf(base: Side, variant: Side, moves: readonly Move[] = []): Waiting | null {
  const pairs = Math.min(base.measured.replications, variant.measured.replications);
  const before: Value[] = Array.from({ length: pairs }, () => 0);
  const after: Value[] = Array.from({ length: pairs }, () => 0);
  let someone = false;
  let baseUnstable = false;
  let variantUnstable = false;
  for (const { id } of base.experiment.scenario.sites)
    for (const modality of MODALITIES)
      for (const one of BOOKED_CLASSES) {
        const booked = base.measured.bookedPerWeek(id, modality, one);
        if (booked === null || booked.every((requests) => requests === 0)) continue;
        someone = true;
        const delays = (of: Side, at: Modality) => {
          const path = ['sites', id, at, 'access', one, 'mean'];
          return {
            values: of.measured.values(path),
            unstable: isUnstableAt(path, of.experiment.unstable),
          };
        };
        const was = delays(base, modality);
        baseUnstable ||= was.unstable;
        for (const { share, to } of partsOf(moves, id, modality, one)) {
          const is = delays(variant, to);
          variantUnstable ||= is.unstable;
          for (let n = 0; n < pairs; n++) {
            if (booked[n] === 0) continue;
            before[n] = plus(before[n]!, share * booked[n]!, was.values![n]!);
            after[n] = plus(after[n]!, share * booked[n]!, is.values?.[n] ?? null);
          }
        }
      }
  return someone ? { before, after, baseUnstable, variantUnstable } : null;
}

/** Where the patients of a department and class wait in the variant, in parts of them; the withdrawn left out. */
function partsOf(
  moves: readonly Move[],
  site: string,
  modality: Modality,
  patientClass: Move['class'],
): readonly { readonly share: number; readonly to: Modality }[] {
  let left = 1;
  const gone: { share: number; to: Modality }[] = [];
  for (const move of moves) {
    if (move.site !== site || move.modality !== modality || move.class !== patientClass) continue;
    const share = left * Math.min(1, Math.max(0, move.share));
    left -= share;
    if (share > 0 && move.to !== null) gone.push({ share, to: move.to });
  }
  return left > 0 ? [{ share: left, to: modality }, ...gone] : gone;
}

/**
 * Patient-days of waiting a week that the variant adds, one number a replication: negative where it saves. Null where nobody books in
 * one of the two, or a delay depends on the length of the run.
 */
export function patientDaysAdded(base: Side, variant: Side, moves: readonly Move[] = []): readonly Value[] {
  const pairs = Math.min(base.measured.replications, variant.measured.replications);
  const waiting = waitingOf(base, variant, moves);
  if (waiting === null) return Array.from({ length: pairs }, () => 0);
  const { before, after, baseUnstable, variantUnstable } = waiting;
  if (baseUnstable || variantUnstable) return before.map(() => null);
  return before.map((was, n) => {
    const is = after[n]!;
    return was === null || is === null ? null : is - was;
  });
}
