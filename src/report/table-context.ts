/** What every part of the readable table needs: the results, the scenario they are of, and how to print. */
import type { Benchmark, ModalityBenchmark } from '../model/benchmark/benchmark.ts';
import type {
  DeviceIndicators,
  Indicator,
  ModalityIndicators,
  SimulationDocument,
} from '../model/results/results.ts';
import type { Device, Scenario, Site } from '../model/scenario.ts';
import { CLASSES, MODALITIES, type Modality, type PatientClass } from '../model/vocabulary.ts';
import { isFromDefaults } from '../stats/declared-durations.ts';
import type { Language, Text } from './language.ts';
import { type Format, formatCell, formatOf, formatRange } from './numbers.ts';
import { fill, type Values } from './sentence.ts';
import type { Style } from './table-layout.ts';
import { VOCABULARY } from './words.ts';

/** How to print a table, and what to say of how it was made. */
export interface TableOptions {
  readonly language: Language;
  readonly style: Style;
  /** The command that gives the same numbers again. */
  readonly command: string;
  readonly version: string;
  /** All the assumptions, or the few that weigh most. */
  readonly assumptions: 'main' | 'all';
  /** One site only, by id; null for all. */
  readonly site: string | null;
  /** Whose numbers stand beside those of the scenario; the campaign of 2010 when left out. */
  readonly benchmark?: Benchmark;
}

export interface TableContext extends TableOptions {
  readonly benchmark: Benchmark;
  readonly document: SimulationDocument;
  readonly scenario: Scenario;
}

/** One modality of one site: a part of the table. */
export interface Department {
  readonly site: Site;
  readonly modality: Modality;
  readonly indicators: ModalityIndicators<Indicator>;
  readonly devices: readonly { readonly device: Device; readonly indicators: DeviceIndicators<Indicator> }[];
  readonly benchmark: ModalityBenchmark;
}

/** The departments of the results, in the order of the scenario, those of one site when one is asked. */
export function departments({
  document,
  scenario,
  benchmark,
  site: only,
}: TableContext): readonly Department[] {
  return scenario.sites
    .filter((site) => only === null || site.id === only)
    .flatMap((site) =>
      MODALITIES.flatMap((modality): Department[] => {
        const indicators = document.sites[site.id]?.[modality];
        if (indicators === undefined) return [];
        const devices = scenario.devices
          .filter((device) => device.site === site.id && device.modality === modality)
          .flatMap((device) => {
            const own = document.devices[device.id];
            return own === undefined ? [] : [{ device, indicators: own }];
          });
        return [{ site, modality, indicators, devices, benchmark: benchmark.modalities[modality] }];
      }),
    );
}

/**
 * A text of the table, filled in.
 * @example say({ language: 'en' }, { en: '{n|day|days}', fr: '{n|jour|jours}' }, { n: 2 }) // '2 days'
 */
export function say(context: Pick<TableContext, 'language'>, text: Text, values: Values = {}): string {
  return fill(text, values, context.language, VOCABULARY);
}

/**
 * Formats and words of the context's language, ready to use.
 * @example printer({ language: 'en' }).cell({ mean: 7.39, low: 7.27, high: 7.51, n: 10 }) // '7.4 ±0.1'
 */
export function printer({ language }: Pick<TableContext, 'language'>) {
  const plain = formatOf('plain', language);
  const whole = formatOf('whole', language);
  const percent = formatOf('percent', language);
  return {
    plain,
    whole,
    percent,
    cell: (indicator: Indicator, format: Format = plain) => formatCell(indicator, format, language),
    range: (indicator: Indicator, format: Format = plain) => formatRange(indicator, format, language),
  };
}

/**
 * True when report delays were drawn from the benchmark itself, for want of the site's own: there is then nothing to
 * compare.
 * @example isDrawn({ assumptions: [] }, 'ch', 'mri', 'A') // false
 */
export function isDrawn(
  { assumptions }: SimulationDocument,
  site: string,
  modality: Modality,
  patientClass: PatientClass,
): boolean {
  return isFromDefaults(assumptions, `sites.${site}.reports.${modality}.${patientClass}`);
}

/**
 * The mean of an indicator; 0 where nothing happened or nothing can be said.
 * @example meanOf('unstable') // 0
 */
export function meanOf(indicator: Indicator): number {
  return indicator === null || indicator === 'unstable' ? 0 : indicator.mean;
}

/** The classes that ask for something in a department. */
export function askingClasses(department: Department): readonly PatientClass[] {
  return CLASSES.filter((one) => meanOf(department.indicators.requested[one]) > 0 || isSeen(department, one));
}

/** Patients received from another site, or booked before the run, have not asked here. */
const isSeen = (department: Department, patientClass: PatientClass): boolean =>
  department.devices.some(({ indicators }) => meanOf(indicators.volume[patientClass]) > 0);
