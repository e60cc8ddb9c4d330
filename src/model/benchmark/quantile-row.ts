/** Quantiles that a department has measured of its own durations. */

import type { Modality, PatientClass } from '../vocabulary.ts';
import type { Quantiles } from './benchmark.ts';

/** Where a number stands in a file; both count from 1. */
interface CellPlace {
  readonly line: number;
  readonly column: number;
}

/** P20, P50 and P80 of one class and modality, in minutes. */
export interface QuantileRow extends Quantiles {
  /** An exam type, or what else tells two rows apart; null when nothing was said. */
  readonly label: string | null;
  readonly modality: Modality;
  readonly class: PatientClass;
  /** Where the three were read; null when they come from no file. */
  readonly place: Readonly<{ file: string; p20: CellPlace; p50: CellPlace; p80: CellPlace }> | null;
}
