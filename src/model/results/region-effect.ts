/** What a request for equipment would change for the residents of a simulated region, and the opening hours that would do the same. */
import type { Label } from '../scenario.ts';
import type { Modality } from '../vocabulary.ts';
import type { PairedIndicator } from './compare.ts';
import type { TwoIntervals } from './levers.ts';
import type { Grounds, ResidentRow } from './region.ts';

/** Evenings on the devices that the department has. */
export interface SameByOpening {
  /** Evenings a week, and their hours. */
  readonly evenings: number;
  readonly hoursPerWeek: number;
  /** Mean days offered to the residents of the department: base with the devices, variant with the evenings. */
  readonly beside: PairedIndicator;
  /** Residents before and after the evenings; no assumption sets. */
  readonly residents: readonly ResidentRow[];
}

export interface SimulatedEffect {
  readonly scenario: { readonly name: Label; readonly hash: string };
  readonly seed: string;
  readonly weeks: number;
  readonly warmupWeeks: number;
  readonly replications: number;
  /** Of each simulation interval. */
  readonly level: number;
  readonly grounds: Grounds;
  readonly department: string;
  readonly modality: Modality;
  /** Where the devices are put: for an existing site, where the department waits longest, since a request names none of a region. */
  readonly placed: readonly {
    readonly site: string;
    readonly devices: number;
    readonly isNewSite: boolean;
  }[];
  /** Residents of every department, before and after the devices. */
  readonly residents: readonly ResidentRow[];
  /** Patient-days a week saved in the whole region. */
  readonly daysSaved: TwoIntervals;
  /** The fewest evenings that are not demonstrably worse for the department; null when all of them are. */
  readonly opening: SameByOpening | null;
  /** Evenings a week that the department could open at most. */
  readonly mostEvenings: number;
  readonly sets: { readonly drawn: number; readonly kept: number } | null;
}
