/** A benchmark written as its file, so that the example of scenarios/benchmarks is the embedded one. */
import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import type {
  Benchmark,
  BenchmarkBand,
  BenchmarkNote,
  ModalityBenchmark,
} from '../../../src/model/benchmark/benchmark.ts';
import { round12 } from '../../../src/model/results/estimate.ts';
import type { Label } from '../../../src/model/scenario.ts';

const HEAD = ` The benchmark the program has inside, written as a file: copy it for another year or territory.
 Keys and units: docs/benchmark-format.md.`;
const WIDEST_ON_ONE_LINE = 150;
/** Parts that are read one below the other, however short. */
const IN_BLOCK = ['modalities', 'ct', 'mri', 'participants'];

const percent = (ratio: number) => round12(100 * ratio);

/** The file of a benchmark whose every source is `source`, followed by a figure or a place. */
export function benchmarkText(benchmark: Benchmark, source: Label): string {
  const place = (cited: Label, figure: number | null = null) => {
    if (figure !== null && cited.en === `${source.en}, figure ${figure}`) return { figure };
    const after = (language: 'en' | 'fr') => cited[language].slice(source[language].length + 2);
    const [en, fr] = [after('en'), after('fr')];
    return { where: en === fr ? en : { en, fr } };
  };
  const band = ({ p20, p50, p80, unit, figure, source: cited }: BenchmarkBand) => {
    const value = unit === 'ratio' ? percent : (x: number) => x;
    const written = unit === 'ratio' ? 'percent' : unit;
    return { p20: value(p20), p50: value(p50), p80: value(p80), unit: written, ...place(cited, figure) };
  };
  const bands = (all: Readonly<Record<string, BenchmarkBand>>) =>
    Object.fromEntries(Object.entries(all).map(([key, one]) => [key, band(one)]));
  const one = (key: string, of: BenchmarkBand | null) => (of === null ? {} : { [key]: band(of) });
  const modality = (of: ModalityBenchmark) => ({
    ...(of.devices && {
      devices: { measured: of.devices.measured, 'occupancy-panel': of.devices.occupancyPanel },
    }),
    'appointment-delay': bands(of.appointmentDelayDays),
    'report-turnaround': bands(of.reportTurnaroundMinutes),
    'exam-duration': bands(of.examDurationMinutes),
    ...one('opening', of.openingHours),
    ...one('occupancy', of.occupancyRatio),
    ...one('icr', of.icrPerHour),
    ...one('passages', of.passagesPerWeek),
    ...(of.extendedMedians && {
      'with-emergency': {
        occupancy: {
          scheduled: percent(of.extendedMedians.occupancyRatio.scheduled),
          extended: percent(of.extendedMedians.occupancyRatio.extended),
          unit: 'percent',
        },
        opening: { ...of.extendedMedians.openingHours, unit: 'hours-per-week' },
        ...place(of.extendedMedians.source, of.extendedMedians.figure),
      },
    }),
    ...(of.onCallShare && {
      'on-call': {
        share: percent(of.onCallShare.ratio),
        ...(of.onCallShare.aboveHours !== null && { 'above-hours': of.onCallShare.aboveHours }),
        criterion: of.onCallShare.criterion,
        ...place(of.onCallShare.source),
      },
    }),
    ...(of.nightShares.length > 0 && {
      nights: of.nightShares.map(({ side, passages, per, ratio, source: cited }) => ({
        [side]: passages,
        per,
        share: ratio.low === ratio.high ? percent(ratio.low) : [percent(ratio.low), percent(ratio.high)],
        ...place(cited),
      })),
    }),
  });
  const note = ({ id, modalities, rows, text, source: cited }: BenchmarkNote) => ({
    id,
    ...(modalities.length > 0 && { modalities }),
    ...(rows.length > 0 && { rows }),
    text,
    ...place(cited),
  });
  const document = new Document({
    benchmark: 1,
    id: benchmark.id,
    year: benchmark.year,
    territory: benchmark.territory,
    label: benchmark.label,
    publisher: benchmark.publisher,
    source,
    modalities: { ct: modality(benchmark.modalities.ct), mri: modality(benchmark.modalities.mri) },
    'clinical-cases': benchmark.clinicalCases.map(({ medianDelayDays: { A, H }, ...rest }) => ({
      ...rest,
      ...((A !== null || H !== null) && {
        'median-delay': { ...(A !== null && { A }), ...(H !== null && { H }) },
      }),
    })),
    'night-statements': benchmark.nightStatements.map(note),
    caveats: benchmark.caveats.map(note),
    ...(benchmark.participants && {
      participants: {
        total: benchmark.participants.total,
        unit: benchmark.participants.unit,
        'by-legal-status': benchmark.participants.byLegalStatus,
      },
    }),
  });
  document.commentBefore = HEAD;
  visit(document, {
    Collection: (key, node, path) => {
      const above = path.at(-1);
      const name =
        above !== undefined && 'key' in above && isScalar(above.key) ? String(above.key.value) : key;
      const isShort = JSON.stringify(node.toJSON()).length < WIDEST_ON_ONE_LINE;
      const isLeaf = !node.items.some((item) => isMap(item) || isSeq(item));
      if (path.length > 1 && isShort && isLeaf && !IN_BLOCK.includes(String(name))) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
