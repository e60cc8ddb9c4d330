/**
 * The numbers of a simulation beside those of a benchmark, department by department and device by device: the band each
 * stands in, and whether its interval stays in it. Four bands and no finer, no score, no ranking.
 */
import type { Benchmark, BenchmarkNote, ModalityBenchmark } from '../model/benchmark/benchmark.ts';
import {
  type BenchmarkReadings,
  DEFAULT_READINGS,
  type DepartmentPlacement,
} from '../model/benchmark/placement.ts';
import {
  type BenchmarkPlaceDocument,
  type Indicator,
  type ModalityIndicators,
  RESULT_VERSION,
  type SimulationDocument,
} from '../model/results/results.ts';
import type { Scenario } from '../model/scenario.ts';
import { CLASSES, MODALITIES, type Modality } from '../model/vocabulary.ts';
import { isFromDefaults } from './declared-durations.ts';
import { placeDevice } from './placement-device.ts';
import { Gathered } from './placement-rows.ts';

const BOOKED = ['A', 'H'] as const;

/** Delays of appointments and reports: a department's, as its devices share them. */
function placeDepartment(
  site: string,
  modality: Modality,
  indicators: ModalityIndicators<Indicator>,
  panel: ModalityBenchmark,
  document: SimulationDocument,
  readings: BenchmarkReadings,
): Gathered {
  const rows = new Gathered();
  for (const one of BOOKED) {
    const band = panel.appointmentDelayDays[one];
    const place = (value: Indicator, exam: string | null) =>
      rows.place('appointment-delay', 'days', value, band, { class: one, exam });
    if (readings.delays === 'site-medians') place(indicators.firstAvailable[one].p50, null);
    else if (readings.delays === 'patients') place(indicators.access[one].p50, null);
    else {
      for (const exam of Object.keys(indicators.byExam).sort()) {
        place(indicators.byExam[exam]![one].firstAvailable.p50, exam);
      }
    }
  }
  for (const one of CLASSES) {
    const value = indicators.report[one].p50;
    const band = panel.reportTurnaroundMinutes[one];
    if (value === null || (band === undefined && one !== 'A' && one !== 'H')) continue;
    if (isFromDefaults(document.assumptions, `sites.${site}.reports.${modality}.${one}`)) {
      rows.omit('report-turnaround', 'from-defaults', one);
    } else rows.place('report-turnaround', 'minutes', value, band, { class: one });
  }
  return rows;
}

/**
 * Each comparable number of each department and device of a simulation, with its band in the benchmark.
 * @param document of that very scenario.
 * @param readings how the bands are read where the source says two things; stated in what is printed.
 */
export function placements(
  document: SimulationDocument,
  scenario: Scenario,
  benchmark: Benchmark,
  readings: BenchmarkReadings = DEFAULT_READINGS,
): readonly DepartmentPlacement[] {
  return scenario.sites.flatMap((site) =>
    MODALITIES.flatMap((modality): DepartmentPlacement[] => {
      const indicators = document.sites[site.id]?.[modality];
      if (indicators === undefined) return [];
      const panel = benchmark.modalities[modality];
      const own = placeDepartment(site.id, modality, indicators, panel, document, readings);
      const devices = scenario.devices
        .filter((device) => device.site === site.id && device.modality === modality)
        .flatMap((device) => {
          const measured = document.devices[device.id];
          if (measured === undefined) return [];
          const rows = new Gathered();
          placeDevice(rows, device, measured, scenario, panel, readings, document.replications);
          return [{ device: device.id, numbers: rows.numbers, leftOut: rows.leftOut }];
        });
      return [{ site: site.id, modality, numbers: own.numbers, leftOut: own.leftOut, devices }];
    }),
  );
}

/** What a benchmark says of the rows that are shown: notes of their modality, about one of them or about all. */
export function cautionsFor(
  benchmark: Benchmark,
  departments: readonly DepartmentPlacement[],
): readonly BenchmarkNote[] {
  const shown = new Set(
    departments.flatMap(({ modality, numbers, devices }) =>
      [...numbers, ...devices.flatMap((device) => device.numbers)].map(({ row }) => `${modality} ${row}`),
    ),
  );
  if (shown.size === 0) return [];
  const modalitiesShown = MODALITIES.filter((one) => departments.some(({ modality }) => modality === one));
  return [...benchmark.caveats, ...benchmark.nightStatements].filter((note) => {
    const about = modalitiesShown.filter(
      (one) => note.modalities.length === 0 || note.modalities.includes(one),
    );
    if (note.rows.length === 0) return about.length > 0;
    return about.some((modality) => note.rows.some((row) => shown.has(`${modality} ${row}`)));
  });
}

/** The document of `benchmark place`: the placements of a simulation, the readings they rest on, and the cautions. */
export function benchmarkPlaceDocument(
  document: SimulationDocument,
  scenario: Scenario,
  benchmark: Benchmark,
  readings: BenchmarkReadings = DEFAULT_READINGS,
): BenchmarkPlaceDocument {
  const { id, year, territory, label, publisher } = benchmark;
  const { seed, replications, weeks, warmupWeeks } = document;
  const departments = placements(document, scenario, benchmark, readings);
  return {
    creneau: RESULT_VERSION,
    command: 'benchmark place',
    scenario: document.scenario,
    seed,
    replications,
    weeks,
    warmupWeeks,
    benchmark: { id, year, territory, label, publisher },
    readings,
    departments,
    cautions: cautionsFor(benchmark, departments),
  };
}
