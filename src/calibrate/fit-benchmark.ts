/** Every quantile a benchmark prints of durations and delays, and a department's own, as laws of each family. */

import { anap2010 } from '../model/benchmark/anap-2010.ts';
import type {
  Benchmark,
  BenchmarkBand,
  BenchmarkRow,
  BenchmarkUnit,
  Quantiles,
} from '../model/benchmark/benchmark.ts';
import type { QuantileRow } from '../model/benchmark/quantile-row.ts';
import type { Finding } from '../model/finding.ts';
import { deepFreeze } from '../model/freeze.ts';
import type { Law } from '../model/law.ts';
import {
  type CalibrateDurationsDocument,
  type FitFault,
  type FittedRow,
  LAW_FAMILIES,
  type LawFamily,
  type LawFit,
} from '../model/results/durations.ts';
import { round12 } from '../model/results/estimate.ts';
import { RESULT_VERSION } from '../model/results/results.ts';
import { CLASSES, MODALITIES } from '../model/vocabulary.ts';
import { faultFinding, type Support } from './fit-fault.ts';
import { fitLaw } from './fit-law.ts';

/** How one quantity is fitted. */
interface Treatment {
  readonly chosen: LawFamily;
  readonly families: readonly LawFamily[];
  /** In the unit of the quantity. */
  readonly bounds: Support;
  /** A mean is told only where the tail is known well enough to carry one. */
  readonly hasMean: boolean;
}

/** What is fitted here. */
export type FittedQuantity = Extract<
  BenchmarkRow,
  'exam-duration' | 'report-turnaround' | 'appointment-delay' | 'opening' | 'occupancy'
>;

const DAY_MINUTES = 1440;

const marginal = (min: number, max: number): Treatment => ({
  chosen: 'jqpd-b',
  families: ['jqpd-b'],
  bounds: { min, max },
  hasMean: false,
});

/**
 * Exams (minutes): at least 3, the shorter ones having been left out of the 2010 campaign; J-QPD-S, and the bounded law
 * up to a day for comparison. Reports (minutes): bounded at 30 days, because the semi-bounded tail gives absurd means.
 * Appointment delays (days): 0 is the same day, which reaches from half a day before to half a day after, up to 180.
 * Opening: hours of a week. Occupancy: 0 to 1.
 */
export const TREATMENTS: Readonly<Record<FittedQuantity, Treatment>> = deepFreeze({
  'exam-duration': {
    chosen: 'jqpd-s',
    families: LAW_FAMILIES,
    bounds: { min: 3, max: DAY_MINUTES },
    hasMean: true,
  },
  'report-turnaround': {
    chosen: 'jqpd-b',
    families: LAW_FAMILIES,
    bounds: { min: 0, max: 30 * DAY_MINUTES },
    hasMean: false,
  },
  'appointment-delay': marginal(-0.5, 180),
  opening: marginal(0, 168),
  occupancy: marginal(0, 1),
});

const roundedQuantiles = ({ p20, p50, p80 }: Quantiles): Quantiles => ({
  p20: round12(p20),
  p50: round12(p50),
  p80: round12(p80),
});

const roundedLaw = (law: Law): Law =>
  'cv' in law ? { ...law, mean: round12(law.mean), cv: round12(law.cv) } : law;

const rounded = (fit: LawFit, hasMean: boolean): LawFit => ({
  family: fit.family,
  law: roundedLaw(fit.law),
  fitted: roundedQuantiles(fit.fitted),
  gaps: roundedQuantiles(fit.gaps),
  misfit: round12(fit.misfit),
  mean: hasMean && fit.mean !== null ? round12(fit.mean) : null,
  p90: round12(fit.p90),
  p95: round12(fit.p95),
});

type RowHead = Omit<FittedRow, 'given' | 'chosen' | 'fits' | 'faults'>;

function fittedRow(head: RowHead, given: Quantiles, treatment: Treatment): FittedRow {
  const fits: LawFit[] = [];
  const faults: (FitFault & { readonly family: LawFamily })[] = [];
  for (const family of treatment.families) {
    const { fit, fault } = fitLaw(family, given, treatment.bounds);
    if (fit === null) faults.push({ family, ...fault });
    else fits.push(rounded(fit, treatment.hasMean));
  }
  const { p20, p50, p80 } = given;
  return deepFreeze({ ...head, given: { p20, p50, p80 }, chosen: treatment.chosen, fits, faults });
}

/**
 * Fits every row of exam durations and report turnarounds of a benchmark by all five families, and the panel's delays,
 * openings and occupancies by the bounded one. A row that its chosen family does not suit keeps its fault in `faults`.
 * Costs per hour and passages a week have no upper bound of their own and are left out.
 * @param own the department's own rows, see `fitRows`.
 * @returns the frozen document, numbers rounded to 12 significant digits, each row in its own unit.
 * @example fitBenchmark(anap2010).examDurations[0].fits[0].mean // 10.6635383036
 */
export function fitBenchmark(
  benchmark: Benchmark = anap2010,
  own: readonly FittedRow[] = [],
): CalibrateDurationsDocument {
  const { id, year, label, modalities } = benchmark;
  const perClass = (
    quantity: FittedQuantity,
    key: 'examDurationMinutes' | 'reportTurnaroundMinutes' | 'appointmentDelayDays',
  ): readonly FittedRow[] =>
    MODALITIES.flatMap((modality) =>
      CLASSES.flatMap((one) => ofBand(quantity, modality, one, modalities[modality][key][one] ?? null)),
    );
  const perDevice = (quantity: FittedQuantity, key: 'openingHours' | 'occupancyRatio') =>
    MODALITIES.flatMap((modality) => ofBand(quantity, modality, null, modalities[modality][key]));
  const ofBand = (
    quantity: FittedQuantity,
    modality: FittedRow['modality'],
    patientClass: FittedRow['class'],
    band: BenchmarkBand | null,
  ): readonly FittedRow[] => {
    if (band === null) return [];
    const { unit, figure, source } = band;
    const head = { quantity, modality, class: patientClass, label: null, unit, figure, year, source };
    return [fittedRow(head, band, TREATMENTS[quantity])];
  };
  return deepFreeze({
    creneau: RESULT_VERSION,
    command: 'calibrate durations',
    benchmark: { id, year, label },
    examDurations: perClass('exam-duration', 'examDurationMinutes'),
    reportTurnarounds: perClass('report-turnaround', 'reportTurnaroundMinutes'),
    panelMarginals: [
      ...perClass('appointment-delay', 'appointmentDelayDays'),
      ...perDevice('opening', 'openingHours'),
      ...perDevice('occupancy', 'occupancyRatio'),
    ],
    own,
  });
}

export interface FittedRows {
  /** The rows that could be fitted by the family chosen. */
  readonly rows: readonly FittedRow[];
  /** One error a row that could not, where it was written. */
  readonly findings: readonly Finding[];
}

const UNIT: BenchmarkUnit = 'minutes';

/**
 * Fits a department's own quantiles, in minutes, as the benchmark's: exams by J-QPD-S above 3 minutes, reports by
 * J-QPD-B within 30 days, other families beside them.
 * @param bounds other bounds, in minutes.
 * @example fitRows([{ label: 'knee', modality: 'mri', class: 'A', p20: 14, p50: 20, p80: 30, place: null }]).rows[0].chosen // 'jqpd-s'
 */
export function fitRows(
  rows: readonly QuantileRow[],
  quantity: 'exam-duration' | 'report-turnaround' = 'exam-duration',
  bounds: Partial<Support> = {},
): FittedRows {
  const standard = TREATMENTS[quantity];
  const treatment = { ...standard, bounds: { ...standard.bounds, ...bounds } };
  const findings: Finding[] = [];
  const fitted = rows.flatMap((row) => {
    const { label, modality, class: patientClass, place } = row;
    const nowhere = { figure: null, year: null, source: null };
    const head = { quantity, modality, class: patientClass, label, unit: UNIT, ...nowhere };
    const one = fittedRow(head, row, treatment);
    const fault = one.faults.find(({ family }) => family === one.chosen);
    if (fault === undefined) return [one];
    const { quantile } = fault;
    const column = place === null || quantile === 'min' || quantile === 'max' ? null : place[quantile];
    findings.push(faultFinding(fault, place === null ? {} : { file: place.file, ...(column ?? place.p20) }));
    return [];
  });
  return Object.freeze({ rows: Object.freeze(fitted), findings: Object.freeze(findings) });
}
