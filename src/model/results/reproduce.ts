/** The results of `benchmark reproduce`, as printed by `--json`: what was published beside what a panel of devices gives. */

import type { Label } from '../scenario.ts';
import type { Modality, PatientClass } from '../vocabulary.ts';
import type { Estimate } from './estimate.ts';
import type { RESULT_VERSION } from './results.ts';

/**
 * `fitted`: the panel's inputs were found so that it comes back through simulation and observation; these rows alone
 * decide success. `by-construction`: an input or a consequence of inputs. `predicted`: nothing was chosen for it.
 */
export const REPRODUCE_STATUSES = ['fitted', 'by-construction', 'predicted'] as const;
export type ReproduceStatus = (typeof REPRODUCE_STATUSES)[number];

/** What a row is about; parameters say which of these they serve. */
export const REPRODUCE_GROUPS = [
  'duration',
  'delay',
  'report',
  'opening',
  'occupancy',
  'opening-with-emergency',
  'emergency-devices',
  'on-call',
  'icr-median',
  'mix',
  'passages',
  'occupancy-with-emergency',
  'icr-spread',
  'total-opening',
  'night',
  'margins',
] as const;
export type ReproduceGroup = (typeof REPRODUCE_GROUPS)[number];

export type ReproduceUnit = 'min' | 'd' | 'h/week' | 'h' | 'ratio' | '/week' | 'ICR/h' | 'passages';

/** A number the panel rests on. */
export interface PanelParameter {
  readonly id: string;
  readonly value: number;
  readonly range: readonly [number, number] | null;
  readonly unit: 'ratio' | 'd' | 'min' | 'h/day' | 'ICR' | 'h/week';
  readonly status: 'published' | 'fitted' | 'assumed';
  readonly usedBy: readonly ReproduceGroup[];
  readonly source: Label;
}

/** How far apart published and simulated may be: `relative` to the published number, or in the unit of the row. */
export interface ReproduceTolerance {
  readonly kind: 'relative' | 'absolute';
  readonly value: number;
}

/** One published number or statement, and what the panel gives. */
export interface ReproduceRow {
  readonly id: string;
  readonly group: ReproduceGroup;
  readonly status: ReproduceStatus;
  /** Null where both modalities are compared. */
  readonly modality: Modality | null;
  readonly class: PatientClass | null;
  readonly quantile: 'p20' | 'p50' | 'p80' | null;
  /** The words of a statement; null for a quantile, whose name is made of the fields above. */
  readonly text: Label | null;
  readonly unit: ReproduceUnit;
  readonly figure: number | null;
  /** Null where only bounds are known. */
  readonly published: number | null;
  /** Bounds that a statement in words is read as; an open side is null, and 0 alone is strict. */
  readonly bounds: { readonly low: number | null; readonly high: number | null } | null;
  readonly simulated: Estimate;
  readonly tolerance: ReproduceTolerance | null;
  readonly ok: boolean;
  /** Written by hand after looking, where the row is missed; null where it is not. */
  readonly explanation: Label | null;
}

/** Devices and exams of a run of the panel, and what the observation left out. */
export interface ReproducePanel {
  readonly devices: Readonly<Record<Modality, number>>;
  /** Devices that the occupancy rule of note 4 leaves out. */
  readonly filteredOut: Readonly<Record<Modality, Estimate>>;
  /** Passages observed in 28 days, over all devices. */
  readonly passages: Estimate;
  /** Passages shorter than 3 minutes as typed, left out. */
  readonly shortPassages: Estimate;
}

/** Effects of the observation model that are on. */
export interface ObservationSwitches {
  /** Times typed late, at the devices where they are typed. */
  readonly late: boolean;
  /** Typed times rounded to 5 minutes. */
  readonly rounded: boolean;
  /** Exams shorter than 3 minutes left out, and counted. */
  readonly dropShort: boolean;
  /** Exams clipped to the bounds of the vacations for occupancy. */
  readonly clipped: boolean;
  /** Devices kept by the rule of note 4. */
  readonly filtered: boolean;
}

/** The document `benchmark reproduce --json` prints. */
export interface BenchmarkReproduceDocument {
  readonly creneau: typeof RESULT_VERSION;
  readonly command: 'benchmark reproduce';
  readonly benchmark: Readonly<{ id: string; year: number; label: Label; territory: Label }>;
  readonly seed: string;
  readonly replications: number;
  readonly weeks: number;
  readonly warmupWeeks: number;
  readonly observation: ObservationSwitches;
  readonly panel: ReproducePanel;
  readonly rows: readonly ReproduceRow[];
  readonly score: Readonly<Record<ReproduceStatus, { readonly ok: number; readonly rows: number }>>;
  /** All fitted rows hold. */
  readonly ok: boolean;
  readonly parameters: readonly PanelParameter[];
  readonly rules: readonly Label[];
  readonly cautions: readonly Label[];
}
