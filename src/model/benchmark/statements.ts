/** What a benchmark states in words, as numbers a simulated panel can be held against. */
import type { Label } from '../scenario.ts';
import type { Modality } from '../vocabulary.ts';

/**
 * `share`: of the devices (or, where the unit says so, of passages), 0..1. `median`: over the panel. `range`: where the
 * panel lies, extreme cases aside. `comparison`: a first quantity minus a second one, both named by the text.
 */
export type StatementKind = 'share' | 'median' | 'range' | 'comparison';

export type StatementUnit =
  | 'share-of-devices'
  | 'share-of-passages'
  | 'ratio'
  | 'hours-per-week'
  | 'hour-of-day'
  | 'days'
  | 'minutes'
  | 'passages-per-week';

/**
 * `printed`: a number as printed. `approximate`: printed with « près de », « une vingtaine ». `worded`: no number, the bounds
 * are our reading of the words (a majority is above one half, « quasi inexistant » below one tenth).
 */
export type StatementConfidence = 'printed' | 'approximate' | 'worded';

export interface PublishedStatement {
  readonly id: string;
  /** Null where both are compared, or neither is meant. */
  readonly modality: Modality | null;
  readonly kind: StatementKind;
  /** Null where only bounds are known. */
  readonly value: number | null;
  /** A side without a bound is null. A comparison with 0 as its only bound is strict. */
  readonly bounds: { readonly low: number | null; readonly high: number | null } | null;
  readonly unit: StatementUnit;
  /** Null where it stands in the text alone. */
  readonly figure: number | null;
  readonly text: Label;
  /** The words of the source. */
  readonly quote: string;
  readonly confidence: StatementConfidence;
}
