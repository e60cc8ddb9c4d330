/** From an unknown value to a benchmark, or to everything that is wrong with it, all at once. */
import { z } from 'zod';
import type { DocumentPath, Finding } from '../finding.ts';
import { deepFreeze } from '../freeze.ts';
import { type FormRules, formFindings } from '../load/load.ts';
import { shownValue } from '../load/path.ts';
import { round12 } from '../results/estimate.ts';
import type { Label } from '../scenario.ts';
import { scenarioError } from '../scenario-codes.ts';
import { CLASSES, type PatientClass } from '../vocabulary.ts';
import type {
  Benchmark,
  BenchmarkBand,
  BenchmarkNote,
  BenchmarkUnit,
  ClinicalCase,
  ExtendedMedians,
  ModalityBenchmark,
  NightShare,
  OnCallShare,
} from './benchmark.ts';
import { benchmarkError } from './codes.ts';
import {
  BENCHMARK_VERSION,
  type BenchmarkInput,
  type CaseInput,
  type ModalityInput,
  type NightInput,
  type NoteInput,
  type TextInput,
  zBenchmark,
} from './schema.ts';

export interface ParsedBenchmark {
  /** Null as soon as there is one error. */
  readonly benchmark: Benchmark | null;
  readonly findings: readonly Finding[];
}

/**
 * The benchmark a value describes: percentages become ratios, reports minutes. What is wrong is not thrown: each finding
 * has a stable code, and the path of the value as it was written.
 * @example parseBenchmark({ benchmark: 1, yaer: 2024 }).findings.map(({ code }) => code)[0] // 'missing-key'
 */
export function parseBenchmark(raw: unknown): ParsedBenchmark {
  if (isScenario(raw))
    return { benchmark: null, findings: [benchmarkError('benchmark-is-scenario', {}, [])] };
  const parsed = zBenchmark.safeParse(raw);
  if (parsed.success) return { benchmark: deepFreeze(benchmarkOf(parsed.data)), findings: [] };
  return { benchmark: null, findings: formFindings(parsed.error.issues, raw, RULES) };
}

const isScenario = (raw: unknown): boolean =>
  typeof raw === 'object' &&
  raw !== null &&
  Object.hasOwn(raw, 'creneau') &&
  !Object.hasOwn(raw, 'benchmark');

/** Objects that may stand at a place, its alternatives together. */
function objectsAt(node: z.core.$ZodType): readonly z.ZodObject[] {
  if (node instanceof z.ZodOptional) return objectsAt(node.unwrap());
  if (node instanceof z.ZodUnion) return node.options.flatMap(objectsAt);
  return node instanceof z.ZodObject ? [node] : [];
}

function below(node: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  if (node instanceof z.ZodOptional) return below(node.unwrap(), step);
  if (node instanceof z.ZodArray) return typeof step === 'number' ? [node.element] : [];
  return objectsAt(node).flatMap(({ shape }) => {
    const inside: z.core.$ZodType | undefined = shape[step];
    return inside === undefined ? [] : [inside];
  });
}

function knownKeys(path: DocumentPath): readonly string[] {
  let nodes: z.core.$ZodType[] = [zBenchmark];
  for (const step of path) nodes = nodes.flatMap((node) => below(node, step));
  return nodes.flatMap(objectsAt).flatMap(({ shape }) => Object.keys(shape));
}

const RULES: FormRules = { knownKeys, customFinding };

function customFinding(
  params: Readonly<Record<string, unknown>>,
  found: unknown,
  path: DocumentPath,
): Finding {
  const code = String(params.code);
  switch (code) {
    case 'benchmark-version':
      return benchmarkError(code, { value: shownValue(found), limit: BENCHMARK_VERSION }, path);
    case 'benchmark-quantiles':
      return benchmarkError(code, { value: quantilesIn(found).join(', ') }, path);
    case 'benchmark-share-as-percent': {
      const quantiles = quantilesIn(found);
      const nearest = quantiles.map((one) => round12(100 * one)).join(', ');
      return benchmarkError(code, { value: quantiles.join(', '), nearest }, path);
    }
    case 'benchmark-share-order':
      return benchmarkError(code, { value: shownValue(found) }, path);
    case 'benchmark-no-row':
    case 'benchmark-night-side':
      return benchmarkError(code, {}, path);
    case 'benchmark-id-twice':
      return benchmarkError(code, { id: shownValue(found) }, path);
    default:
      return scenarioError('invalid', { value: shownValue(found) }, path);
  }
}

const quantilesIn = (found: unknown): readonly number[] => {
  const { p20, p50, p80 } = found as Readonly<Record<string, number>>;
  return [p20!, p50!, p80!];
};

const labelOf = (text: TextInput): Label => (typeof text === 'string' ? { en: text, fr: text } : text);
const ratio = (percent: number): number => round12(percent / 100);

interface Place {
  readonly figure?: number | undefined;
  readonly where?: TextInput | undefined;
}

/** How rows are cited: the source, then the place in words, or the figure. */
class Citation {
  readonly #source: Label;

  constructor(source: TextInput) {
    this.#source = labelOf(source);
  }

  of({ figure, where }: Place): Label {
    const at = where ?? (figure === undefined ? null : `figure ${figure}`);
    if (at === null) return this.#source;
    const { en, fr } = labelOf(at);
    return { en: `${this.#source.en}, ${en}`, fr: `${this.#source.fr}, ${fr}` };
  }

  band(input: BandInput | undefined): BenchmarkBand | null {
    if (input === undefined) return null;
    const { unit, factor } = UNITS[input.unit]!;
    const value = (x: number) => (factor < 1 ? ratio(x) : round12(x * factor));
    const [p20, p50, p80] = [value(input.p20), value(input.p50), value(input.p80)];
    return { unit, figure: input.figure ?? null, p20, p50, p80, source: this.of(input) };
  }

  bands(input: ByClassInput | undefined): Partial<Record<PatientClass, BenchmarkBand>> {
    const bands: Partial<Record<PatientClass, BenchmarkBand>> = {};
    for (const one of CLASSES) {
      const band = this.band(input?.[one]);
      if (band !== null) bands[one] = band;
    }
    return bands;
  }
}

interface BandInput extends Place {
  readonly p20: number;
  readonly p50: number;
  readonly p80: number;
  readonly unit: string;
}
type ByClassInput = Readonly<Partial<Record<PatientClass, BandInput | undefined>>>;

/** Units of a file, as a benchmark holds them. */
const UNITS: Readonly<Record<string, { readonly unit: BenchmarkUnit; readonly factor: number }>> = {
  days: { unit: 'days', factor: 1 },
  minutes: { unit: 'minutes', factor: 1 },
  hours: { unit: 'minutes', factor: 60 },
  percent: { unit: 'ratio', factor: 0.01 },
  'hours-per-week': { unit: 'hours-per-week', factor: 1 },
  'icr-per-hour': { unit: 'icr-per-hour', factor: 1 },
  'passages-per-week': { unit: 'passages-per-week', factor: 1 },
};

function modalityOf(input: ModalityInput | undefined, cite: Citation): ModalityBenchmark {
  const devices = input?.devices;
  return {
    devices:
      devices === undefined
        ? null
        : { measured: devices.measured, occupancyPanel: devices['occupancy-panel'] },
    appointmentDelayDays: cite.bands(input?.['appointment-delay']),
    reportTurnaroundMinutes: cite.bands(input?.['report-turnaround']),
    examDurationMinutes: cite.bands(input?.['exam-duration']),
    openingHours: cite.band(input?.opening),
    occupancyRatio: cite.band(input?.occupancy),
    icrPerHour: cite.band(input?.icr),
    passagesPerWeek: cite.band(input?.passages),
    extendedMedians: extendedOf(input?.['with-emergency'], cite),
    onCallShare: onCallOf(input?.['on-call'], cite),
    nightShares: (input?.nights ?? []).map((night) => nightOf(night, cite)),
  };
}

function extendedOf(input: ModalityInput['with-emergency'], cite: Citation): ExtendedMedians | null {
  if (input === undefined) return null;
  const { occupancy, opening } = input;
  return {
    figure: input.figure ?? null,
    source: cite.of(input),
    occupancyRatio: { scheduled: ratio(occupancy.scheduled), extended: ratio(occupancy.extended) },
    openingHours: { scheduled: opening.scheduled, extended: opening.extended },
  };
}

function onCallOf(input: ModalityInput['on-call'], cite: Citation): OnCallShare | null {
  if (input === undefined) return null;
  const { share, criterion, 'above-hours': aboveHours = null } = input;
  return { ratio: ratio(share), aboveHours, criterion: labelOf(criterion), source: cite.of(input) };
}

function nightOf(input: NightInput, cite: Citation): NightShare {
  const { share, per, 'at-most': atMost, 'at-least': atLeast } = input;
  const [low, high] = typeof share === 'number' ? [share, share] : share;
  return {
    side: atMost === undefined ? 'at-least' : 'at-most',
    passages: atMost ?? atLeast ?? 0,
    per,
    ratio: { low: ratio(low), high: ratio(high) },
    source: cite.of(input),
  };
}

const noteOf = (input: NoteInput, cite: Citation): BenchmarkNote => ({
  id: input.id,
  modalities: input.modalities ?? [],
  rows: input.rows ?? [],
  text: labelOf(input.text),
  source: cite.of(input),
});

const caseOf = (input: CaseInput): ClinicalCase => ({
  id: input.id,
  modality: input.modality,
  exam: labelOf(input.exam),
  patient: labelOf(input.patient),
  question: labelOf(input.question),
  medianDelayDays: { A: input['median-delay']?.A ?? null, H: input['median-delay']?.H ?? null },
  figures: input.figures ?? [],
});

function benchmarkOf(input: BenchmarkInput): Benchmark {
  const cite = new Citation(input.source);
  const { participants } = input;
  return {
    id: input.id,
    year: input.year,
    territory: labelOf(input.territory),
    label: labelOf(input.label),
    publisher: input.publisher,
    modalities: {
      ct: modalityOf(input.modalities.ct, cite),
      mri: modalityOf(input.modalities.mri, cite),
    },
    clinicalCases: (input['clinical-cases'] ?? []).map(caseOf),
    nightStatements: (input['night-statements'] ?? []).map((note) => noteOf(note, cite)),
    caveats: (input.caveats ?? []).map((note) => noteOf(note, cite)),
    participants:
      participants === undefined
        ? null
        : {
            total: participants.total,
            unit: labelOf(participants.unit),
            byLegalStatus: (participants['by-legal-status'] ?? []).map(({ status, count, label }) => ({
              status,
              count,
              label: labelOf(label),
            })),
          },
  };
}
