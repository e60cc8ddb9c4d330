/** The results of `compare`, as printed by `--json`. */
import type { DocumentChange } from '../document-changes.ts';
import type { Label } from '../scenario.ts';
import type { RoomChanges } from '../week/changes.ts';
import type {
  AssumptionInterval,
  ComparisonTerms,
  Department,
  Headline,
  InputToMeasure,
  Transient,
  VariantDifferences,
} from './compare.ts';
import type { RESULT_VERSION } from './results.ts';

export interface ComparedScenario {
  /** The file, or the values set. */
  readonly label: string;
  readonly name: Label;
  readonly hash: string;
}

/** A headline that falls or rises, and the inputs its assumption interval comes from, the most telling first. */
export interface HeadlineInputs extends Headline {
  readonly inputs: readonly InputToMeasure[];
}

export interface ComparedVariant extends ComparedScenario, VariantDifferences {
  /** What it changes, besides weeks. */
  readonly values: readonly DocumentChange[];
  /** What it changes in the weeks of devices. */
  readonly roomWeeks: readonly RoomChanges[];
  /** Of `overall`; null when no assumption set was played. */
  readonly overallAssumptions: AssumptionInterval | null;
  readonly toMeasure: readonly HeadlineInputs[];
  /** How the new delays come, by department and class. */
  readonly transients: readonly Transient[];
}

/** The assumption sets of a comparison. */
export interface PlayedSets {
  readonly seed: string;
  readonly drawn: number;
  /** Those that give the base's numbers back; the differences are over these. */
  readonly kept: number;
  /** The others, by the number they miss most: `delay irm-A`, `occupancy irm`. */
  readonly rejected: readonly { readonly missed: string; readonly count: number }[];
  /** Departments that some variant changes: the sets are of these. */
  readonly departments: readonly Department[];
  readonly weeks: number;
  readonly replications: number;
}

export interface CompareDocument extends ComparisonTerms {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'compare';
  readonly base: ComparedScenario;
  readonly replications: number;
  readonly variants: readonly ComparedVariant[];
  /** Null when none was asked for, or nothing changes. */
  readonly sets: PlayedSets | null;
}
