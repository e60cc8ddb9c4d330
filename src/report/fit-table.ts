/** Fitted laws side by side: what was published, how far each law misses it, and what the chosen one implies. */
import type { CalibrateDurationsDocument, FittedRow, LawFamily, LawFit } from '../model/results/durations.ts';
import { delayText, rangeInDays, rowLabel } from './fit-cells.ts';
import { fitSentences, noteOf } from './fit-sentences.ts';
import type { Language, Text } from './language.ts';
import { formatNumber, formatOf, formatShort } from './numbers.ts';
import { fill } from './sentence.ts';
import { cut, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';

export interface FitTableOptions {
  readonly language: Language;
  readonly style: Style;
}

const TITLE: Text = {
  en: 'Laws fitted to P20, P50 and P80 ({source})',
  fr: 'Lois ajustées à P20, P50 et P80 ({source})',
};
const EXAMS: Text = {
  en: 'Exam durations of {year}, minutes: {law}',
  fr: 'Durées d’examen de {year}, minutes : {law}',
};
const REPORTS: Text = {
  en: 'Exam to report, {year}: {law}',
  fr: 'De l’examen au compte rendu, {year} : {law}',
};
const OWN_EXAMS: Text = {
  en: 'Your own exam durations, minutes: {law}',
  fr: 'Vos durées d’examen, minutes : {law}',
};
const OWN_REPORTS: Text = {
  en: 'Your own reports, from the exam on: {law}',
  fr: 'Vos comptes rendus, à partir de l’examen : {law}',
};
const MARGINALS: Text = {
  en: 'Across departments, {year}: J-QPD-B between two bounds',
  fr: 'D’un plateau à l’autre, {year} : J-QPD-B entre deux bornes',
};
/** The law chosen with its bounds, in the unit of a title. */
const ABOVE: Text = { en: 'J-QPD-S above {min} min', fr: 'J-QPD-S au-dessus de {min} min' };
const BETWEEN: Text = {
  en: 'J-QPD-B from {min} to {max|day|days}',
  fr: 'J-QPD-B de {min} à {max|jour|jours}',
};
const FIGURE = 'fig.';
const PUBLISHED: Text = { en: 'published', fr: 'publié' };
const MEASURED: Text = { en: 'measured', fr: 'mesuré' };
const GAPS: Text = { en: 'gap of the other laws', fr: 'écart des autres lois' };
const CHOSEN: Text = { en: 'law chosen', fr: 'loi choisie' };
const ANY: Text = { en: 'across the laws', fr: 'selon la loi' };
const MEAN: Text = { en: 'mean', fr: 'moyenne' };
const LOWEST: Text = { en: 'lowest', fr: 'minimum' };
const HIGHEST: Text = { en: 'highest', fr: 'maximum' };

/** Laws with two parameters, in the order of their columns. */
const SHOWN = ['lognormal', 'gamma', 'weibull'] as const satisfies readonly LawFamily[];
const HEADS: Readonly<Record<(typeof SHOWN)[number], Text>> = {
  lognormal: { en: 'lognormal', fr: 'lognormale' },
  gamma: { en: 'gamma', fr: 'gamma' },
  weibull: { en: 'Weibull', fr: 'Weibull' },
};

const LABEL = 24;
const FIGURE_WIDTH = 4;
const QUANTILES = [7, 7, 7];
const GAP_WIDTHS = [11, 7, 9];
const TAIL = [8, 7, 7];
const RANGES = [11, 11];
const MARGINAL_NAME = 30;
const BOUNDS = [9, 9];

const DAY = 1440;

const MARGINAL_NAMES: Readonly<Partial<Record<FittedRow['quantity'], Text>>> = {
  'appointment-delay': { en: 'first appointment (days)', fr: '1er rendez-vous (jours)' },
  opening: { en: 'scheduled opening (h a week)', fr: 'ouverture programmée (h/sem.)' },
  occupancy: { en: 'occupancy (%)', fr: 'taux d’occupation (%)' },
};

const columns = (texts: readonly string[], widths: readonly number[]): string =>
  texts.map((text, rank) => text.padStart(widths[rank]!)).join('');
const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

const fitOf = (row: FittedRow, family: LawFamily): LawFit | null =>
  row.fits.find((fit) => fit.family === family) ?? null;

const chosenFit = (row: FittedRow): LawFit | null => fitOf(row, row.chosen);

const labelled = (row: FittedRow, language: Language): string =>
  cut(rowLabel(row, language), LABEL - 1).padEnd(LABEL);

const figureCell = ({ figure }: FittedRow): string =>
  (figure === null ? '' : String(figure)).padStart(FIGURE_WIDTH);

const figureHead = (rows: readonly FittedRow[]): string =>
  (rows.some(({ figure }) => figure !== null) ? FIGURE : '').padStart(FIGURE_WIDTH);

function gapCells(row: FittedRow, language: Language): string {
  const { scale, suffix } = formatOf('percent', language);
  const gaps = SHOWN.map((family) => {
    const fit = fitOf(row, family);
    return fit === null ? '—' : formatNumber(fit.misfit * scale, 1, language) + suffix;
  });
  return columns(gaps, GAP_WIDTHS);
}

/** The law chosen, with the bounds it has in the first row. */
function lawText(row: FittedRow, language: Language): string {
  const law = chosenFit(row)?.law;
  if (law?.law === 'jqpd-s') return fill(ABOVE, { min: law.min }, language);
  if (law?.law === 'jqpd-b') return fill(BETWEEN, { min: law.min / DAY, max: law.max / DAY }, language);
  return '—';
}

interface Lines {
  readonly heads: readonly string[];
  readonly rows: readonly string[];
}

/** The right part of a table: its title, its heads, and the cells of a row. */
interface Tail {
  readonly title: Text;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly cells: (row: FittedRow) => readonly string[];
}

function fittedLines(
  rows: readonly FittedRow[],
  quantile: (x: number) => string,
  tail: Tail,
  language: Language,
): Lines {
  const isPublished = rows.some(({ year }) => year !== null);
  const titles = [(isPublished ? PUBLISHED : MEASURED)[language], GAPS[language], tail.title[language]];
  const gapHeads = SHOWN.map((family) => HEADS[family][language]);
  return {
    heads: [
      ' '.repeat(LABEL + FIGURE_WIDTH) + columns(titles, [sum(QUANTILES), sum(GAP_WIDTHS), sum(tail.widths)]),
      ' '.repeat(LABEL) +
        figureHead(rows) +
        columns(['P20', 'P50', 'P80'], QUANTILES) +
        columns(gapHeads, GAP_WIDTHS) +
        columns(tail.heads, tail.widths),
    ],
    rows: rows.map(
      (row) =>
        labelled(row, language) +
        figureCell(row) +
        columns([row.given.p20, row.given.p50, row.given.p80].map(quantile), QUANTILES) +
        gapCells(row, language) +
        columns(tail.cells(row), tail.widths),
    ),
  };
}

function examLines(rows: readonly FittedRow[], language: Language): Lines {
  const number = (x: number | null | undefined) => formatNumber(x ?? Number.NaN, 1, language);
  const tail: Tail = {
    title: CHOSEN,
    heads: [MEAN[language], 'P90', 'P95'],
    widths: TAIL,
    cells: (row) => {
      const fit = chosenFit(row);
      return [number(fit?.mean), number(fit?.p90), number(fit?.p95)];
    },
  };
  return fittedLines(rows, (x) => formatShort(x, 1, language), tail, language);
}

function reportLines(rows: readonly FittedRow[], language: Language): Lines {
  const range = (row: FittedRow, name: 'p90' | 'p95') =>
    rangeInDays(
      row.fits.map((fit) => fit[name]),
      language,
    );
  const tail: Tail = {
    title: ANY,
    heads: ['P90', 'P95'],
    widths: RANGES,
    cells: (row) => [range(row, 'p90'), range(row, 'p95')],
  };
  return fittedLines(rows, (x) => delayText(x, language), tail, language);
}

function marginalLines(rows: readonly FittedRow[], language: Language): Lines {
  const widths = [...QUANTILES, ...BOUNDS];
  const head = columns(['P20', 'P50', 'P80', LOWEST[language], HIGHEST[language]], widths);
  return {
    heads: [' '.repeat(LABEL + MARGINAL_NAME) + figureHead(rows) + head],
    rows: rows.map((row) => {
      const scale = row.unit === 'ratio' ? 100 : 1;
      const { p20, p50, p80 } = row.given;
      const law = chosenFit(row)?.law;
      const bounds = law?.law === 'jqpd-b' ? [law.min, law.max] : [Number.NaN, Number.NaN];
      const name = MARGINAL_NAMES[row.quantity]?.[language] ?? row.quantity;
      return (
        labelled(row, language) +
        cut(name, MARGINAL_NAME).padEnd(MARGINAL_NAME) +
        figureCell(row) +
        columns(
          [p20, p50, p80, ...bounds].map((x) => formatShort(x * scale, 1, language)),
          widths,
        )
      );
    }),
  };
}

/**
 * The table of fitted laws, line by line, at most 98 characters wide: exam durations with the gaps of the laws that
 * miss them and the mean, P90 and P95 of the law chosen; reports in hours and days, without a mean, P90 and P95 from
 * the lowest to the highest of all laws; a panel's delays, openings and occupancies; a department's own rows where
 * there are some. Sentences computed from the rows say what each part shows.
 * @example fitTable({ benchmark: { label: { en: 'ours' } }, examDurations: [], reportTurnarounds: [], panelMarginals: [], own: [] }, { language: 'en', style: PLAIN }) // ['Laws fitted to P20, P50 and P80 (ours)']
 */
export function fitTable(
  document: CalibrateDurationsDocument,
  { language, style }: FitTableOptions,
): readonly string[] {
  const { benchmark, examDurations, reportTurnarounds, panelMarginals, own } = document;
  const section = (
    title: Text,
    rows: readonly FittedRow[],
    linesOf: (rows: readonly FittedRow[], language: Language) => Lines,
    notesOf: () => readonly string[],
  ): readonly string[] => {
    const [first] = rows;
    if (first === undefined) return [];
    const values = { year: String(benchmark.year), law: lawText(first, language) };
    const lines = linesOf(rows, language);
    return [
      '',
      style.bold(fill(title, values, language)),
      ...lines.heads.map(style.dim),
      ...lines.rows,
      ...notesOf().flatMap((note) => wrap(note, PAGE_WIDTH, 0)),
    ];
  };
  const shown = (rows: readonly FittedRow[]) => () =>
    fitSentences(rows, (row) => rowLabel(row, language), language);
  const exams = own.filter(({ quantity }) => quantity === 'exam-duration');
  const reports = own.filter(({ quantity }) => quantity === 'report-turnaround');
  return [
    style.bold(fill(TITLE, { source: benchmark.label[language] }, language)),
    ...section(EXAMS, examDurations, examLines, shown(examDurations)),
    ...section(REPORTS, reportTurnarounds, reportLines, shown(reportTurnarounds)),
    ...section(MARGINALS, panelMarginals, marginalLines, () => [noteOf('marginals', language)]),
    ...section(OWN_EXAMS, exams, examLines, shown(exams)),
    ...section(OWN_REPORTS, reports, reportLines, shown(reports)),
  ];
}
