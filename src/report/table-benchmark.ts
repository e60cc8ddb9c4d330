/** The numbers of a department beside those of the benchmark, where the two measure the same thing. */
import type { BenchmarkBand, Quantiles } from '../model/benchmark/benchmark.ts';
import type { Indicator } from '../model/results/results.ts';
import { POSITION_SHORT, positionOf } from './benchmark-position.ts';
import type { Language, Text } from './language.ts';
import { type Format, formatNumber } from './numbers.ts';
import { type Department, isDrawn, meanOf, printer, say, type TableContext } from './table-context.ts';
import { cells, cut, PAGE_WIDTH } from './table-layout.ts';

const LABEL = 38;
const HERE = 16;
const BOUND = 8;

const TITLE: Text = {
  en: 'Beside the {year} benchmark ({publisher}, {territory})',
  fr: 'En regard du benchmark de {year} ({publisher}, {territory})',
};
const HERE_HEAD: Text = { en: 'here', fr: 'ici' };
const MEDIAN_HEAD: Text = { en: 'median', fr: 'médiane' };
const POSITION_HEAD: Text = { en: 'position', fr: 'position' };
const LEGEND: Text = {
  en: '20% of the departments of {year} were below P20, half below the median, 80% below P80.',
  fr: 'En {year}, 20 % des plateaux étaient sous P20, la moitié sous la médiane, 80 % sous P80.',
};

interface Row {
  readonly label: Text;
  readonly indicator: Indicator;
  readonly band: BenchmarkBand | null | undefined;
  readonly format: 'plain' | 'whole' | 'percent';
  /** What the indicator is divided by to be printed: minutes as hours. */
  readonly per?: number;
}

const departmentRows = (
  { indicators, benchmark, site, modality }: Department,
  { document }: TableContext,
): readonly Row[] => [
  {
    label: { en: 'first appointment, ambulatory (days)', fr: '1er rendez-vous, ambulatoire (jours)' },
    indicator: indicators.firstAvailable.A.p50,
    band: benchmark.appointmentDelayDays.A,
    format: 'plain',
  },
  {
    label: { en: 'first appointment, hospitalised (days)', fr: '1er rendez-vous, hospitalisé (jours)' },
    indicator: indicators.firstAvailable.H.p50,
    band: benchmark.appointmentDelayDays.H,
    format: 'plain',
  },
  {
    label: { en: 'report, ambulatory (hours)', fr: 'compte rendu, ambulatoire (heures)' },
    indicator: indicators.report.A.p50,
    band: isDrawn(document, site.id, modality, 'A') ? null : benchmark.reportTurnaroundMinutes.A,
    format: 'plain',
    per: 60,
  },
  {
    label: { en: 'report, hospitalised (hours)', fr: 'compte rendu, hospitalisé (heures)' },
    indicator: indicators.report.H.p50,
    band: isDrawn(document, site.id, modality, 'H') ? null : benchmark.reportTurnaroundMinutes.H,
    format: 'plain',
    per: 60,
  },
];

const deviceRows = (department: Department, rank: number): readonly Row[] => {
  const { indicators } = department.devices[rank]!;
  const { benchmark } = department;
  return [
    {
      label: { en: 'scheduled opening (h a week)', fr: 'ouverture programmée (h par semaine)' },
      // A device of emergencies only has none, and is not of the panel.
      indicator: meanOf(indicators.opening.scheduled) === 0 ? null : indicators.opening.scheduled,
      band: benchmark.openingHours,
      format: 'plain',
    },
    {
      label: { en: 'occupancy, scheduled', fr: 'taux d’occupation au programmé' },
      indicator: indicators.occupancy.scheduled,
      band: benchmark.occupancyRatio,
      format: 'percent',
    },
    {
      label: { en: 'passages a week', fr: 'passages par semaine' },
      indicator: indicators.volume.all,
      band: benchmark.passagesPerWeek,
      format: 'plain',
    },
    {
      label: { en: 'ICR per scheduled hour', fr: 'ICR par heure programmée' },
      // An index of 0 means that no exam says its ICR.
      indicator: meanOf(indicators.icrPerHour.scheduled) === 0 ? null : indicators.icrPerHour.scheduled,
      band: benchmark.icrPerHour,
      format: 'plain',
    },
  ];
};

/**
 * The three quantiles of a band in columns, in the unit of a format.
 * @example boundCells({ p20: 48, p50: 180, p80: 1650 }, { scale: 1 / 60, decimals: 1, suffix: '' }, 5, 'en') // '  0.8    3 27.5'
 */
export function boundCells(
  { p20, p50, p80 }: Quantiles,
  { scale }: Format,
  width: number,
  language: Language,
): string {
  const bound = (x: number) => formatNumber(x, Number.isInteger(x) ? 0 : 1, language).padStart(width);
  return [p20, p50, p80].map((x) => bound(x * scale)).join('');
}

function rowLine(row: Row, context: TableContext): readonly string[] {
  const { indicator, band } = row;
  if (indicator === null || band === null || band === undefined) return [];
  const print = printer(context);
  const base = print[row.format];
  const format: Format = { ...base, scale: base.scale / (row.per ?? 1) };
  const position = positionOf(indicator, band);
  const line = cells(say(context, row.label), [print.cell(indicator, format)], LABEL, HERE);
  const shown = boundCells(band, format, BOUND, context.language);
  const words = position === null ? '—' : say(context, POSITION_SHORT[position]);
  return [`${line}${shown}  ${words}`];
}

/** The comparison of a department with the benchmark; no lines when nothing can be compared. */
export function benchmarkLines(department: Department, context: TableContext): readonly string[] {
  const rows: string[] = departmentRows(department, context).flatMap((row) => rowLine(row, context));
  department.devices.forEach(({ device }, rank) => {
    const own = deviceRows(department, rank).flatMap((row) => rowLine(row, context));
    if (own.length > 0 && department.devices.length > 1) rows.push(`▪ ${device.label}`);
    rows.push(...own);
  });
  if (rows.length === 0) return [];
  const { benchmark, language } = context;
  const [territory = ''] = benchmark.territory[language].split(',');
  const of = { year: String(benchmark.year), publisher: benchmark.publisher, territory };
  const heads = ['P20', say(context, MEDIAN_HEAD), 'P80'].map((head) => head.padStart(BOUND)).join('');
  const title = cells('', [say(context, HERE_HEAD)], LABEL, HERE);
  return [
    context.style.bold(cut(say(context, TITLE, of), PAGE_WIDTH - 2)),
    context.style.dim(`${title}${heads}  ${say(context, POSITION_HEAD)}`),
    ...rows,
    context.style.dim(say(context, LEGEND, of)),
  ];
}
