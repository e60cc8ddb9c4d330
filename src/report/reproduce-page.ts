/** The page of `benchmark reproduce`: every published number of 2010 beside the simulated one, hits and misses alike. */
import {
  type BenchmarkReproduceDocument,
  type PanelParameter,
  REPRODUCE_STATUSES,
  type ReproduceRow,
  type ReproduceStatus,
} from '../model/results/reproduce.ts';
import { type Language, type Text, typeset } from './language.ts';
import { formatNumber, formatShort } from './numbers.ts';
import {
  MODALITY_SHORT,
  PARAMETER_UNIT,
  QUANTITY_WORDS,
  STATUS_RULE,
  STATUS_TITLE,
  UNIT_SUFFIX,
} from './reproduce-words.ts';
import { fill } from './sentence.ts';
import { PAGE_WIDTH, type Style, wrap } from './table-layout.ts';

export interface ReproducePageOptions {
  readonly language: Language;
  readonly style: Style;
}

const TITLE: Text = {
  en: 'The {year} campaign played again: {label}',
  fr: 'La campagne de {year} rejouée : {label}',
};
const INTRODUCTION: Text = {
  en: '{ct} CT and {mri} MRI, synthetic, {weeks} weeks, {replications|replication|replications}, seed {seed}. Published number, then simulated mean ± half of its 95% interval over replications. ✗: missed.',
  fr: '{ct} scanners et {mri} IRM, synthétiques, {weeks} semaines, {replications|réplication|réplications}, graine {seed}. Nombre publié, puis moyenne simulée ± la moitié de son intervalle à 95 % sur les réplications. ✗ : raté.',
};
const OBSERVED: Text = {
  en: 'Seen as in {year}: {passages} passages; {short} shorter than 3 minutes as typed, left out; {ct} CT and {mri} MRI left out of occupancy (note 4).',
  fr: 'Vu comme en {year} : {passages} passages ; {short} de moins de 3 minutes tels que saisis, écartés ; {ct} scanners et {mri} IRM écartés de l’occupation (note 4).',
};
const FIGURE: Text = { en: 'fig.', fr: 'fig.' };
const PUBLISHED: Text = { en: 'published', fr: 'publié' };
const READ_AS: Text = { en: 'read as', fr: 'lu comme' };
const SIMULATED: Text = { en: 'simulated', fr: 'simulé' };
const AT_LEAST: Text = { en: 'at least', fr: 'au moins' };
const AT_MOST: Text = { en: 'at most', fr: 'au plus' };
const ABOVE_ZERO: Text = { en: 'above 0', fr: 'au-dessus de 0' };
const BELOW_ZERO: Text = { en: 'below 0', fr: 'sous 0' };
const TO: Text = { en: 'to', fr: 'à' };
const RIGHT: Text = { en: 'ok', fr: 'ok' };
const BASIS: Text = {
  en: 'What it rests on besides the published quantiles ({year})',
  fr: 'Ce sur quoi cela repose, outre les quantiles publiés ({year})',
};
const CAUTIONS: Text = { en: 'Cautions', fr: 'Précautions' };
const COLON: Text = { en: ': ', fr: ' : ' };
const STATUS_WORDS: Readonly<Record<PanelParameter['status'], Text>> = {
  published: { en: 'published', fr: 'publié' },
  fitted: { en: 'fitted', fr: 'ajusté' },
  assumed: { en: 'assumed', fr: 'supposé' },
};
const QUANTILES = ['p20', 'p50', 'p80'] as const;
const LABEL = 28;
const FIGURE_WIDTH = 4;
const CELL = 22;
const LEAD = 4;

const DECIMALS: Readonly<Record<ReproduceRow['unit'], number>> = {
  min: 1,
  d: 1,
  'h/week': 1,
  h: 1,
  ratio: 1,
  '/week': 1,
  'ICR/h': 1,
  passages: 0,
};
/** From this on decimals tell nothing. */
const WHOLE_FROM = 1000;

function numberText(x: number, { unit }: ReproduceRow, language: Language): string {
  const scaled = unit === 'ratio' ? 100 * x : x;
  return formatNumber(scaled, Math.abs(scaled) >= WHOLE_FROM ? 0 : DECIMALS[unit], language);
}

/** `10.0 ±0.1`: the mean and half of its interval, which is left out where it prints as zero. */
function simulatedText(row: ReproduceRow, language: Language): string {
  const { mean, low, high } = row.simulated;
  const half = low === null || high === null ? 0 : (high - low) / 2;
  const printed = numberText(half, row, language);
  return numberText(mean, row, language) + (/[1-9]/.test(printed) ? ` ±${printed}` : '');
}

/** Rows of one quantity and modality, side by side; a quantity is named by the middle of its ids. */
function quantileLines(
  rows: readonly ReproduceRow[],
  { language, style }: ReproducePageOptions,
): readonly string[] {
  const groups = new Map<string, ReproduceRow[]>();
  for (const row of rows) {
    const key = row.id.slice(0, row.id.lastIndexOf('-'));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  if (groups.size === 0) return [];
  const names = QUANTILES.map((name) => name.toUpperCase().padStart(CELL - 2)).join('  ');
  const head = ' '.repeat(LABEL) + FIGURE[language].padStart(FIGURE_WIDTH) + names;
  return [
    style.dim(head),
    ...[...groups].map(([key, own]) => {
      const [modality, quantity] = key.split('-') as ['ct' | 'mri', keyof typeof QUANTITY_WORDS];
      const first = own[0]!;
      const name = fill(QUANTITY_WORDS[quantity], { class: first.class ?? '' }, language);
      const label = `  ${MODALITY_SHORT[modality][language]} ${name}`.padEnd(LABEL);
      const figure = (first.figure === null ? '' : String(first.figure)).padStart(FIGURE_WIDTH);
      const cells = QUANTILES.map((quantile) => {
        const row = own.find((one) => one.quantile === quantile);
        if (row === undefined) return ' '.repeat(CELL);
        const published = numberText(row.published!, row, language);
        const text = `${published.padStart(7)} ${simulatedText(row, language)}`;
        return `${text.padStart(CELL - 2).padEnd(CELL - 2)}${row.ok ? '  ' : ' ✗'}`;
      });
      return (label + figure + cells.join('')).trimEnd();
    }),
  ];
}

function publishedText(row: ReproduceRow, language: Language): string {
  const suffix = typeset(UNIT_SUFFIX[row.unit][language], language);
  if (row.published !== null) return numberText(row.published, row, language) + suffix;
  const { low, high } = row.bounds ?? { low: null, high: null };
  if (low === 0 && high === null) return ABOVE_ZERO[language];
  if (high === 0 && low === null) return BELOW_ZERO[language];
  const of = (x: number) => numberText(x, row, language);
  if (low === null) return `${AT_MOST[language]} ${of(high ?? 0)}${suffix}`;
  if (high === null) return `${AT_LEAST[language]} ${of(low)}${suffix}`;
  return `${of(low)} ${TO[language]} ${of(high)}${suffix}`;
}

const hanging = (text: string, by: number): readonly string[] =>
  wrap(text, PAGE_WIDTH - by, 2).map((line) => ' '.repeat(by) + line);

function statementLines(row: ReproduceRow, { language }: ReproducePageOptions): readonly string[] {
  const figure = row.figure === null ? '' : ` (${FIGURE[language]} ${row.figure})`;
  const suffix = typeset(UNIT_SUFFIX[row.unit][language], language);
  const said = `${typeset(row.text?.[language] ?? row.id, language)}${figure}`;
  const numbers = `${(row.published === null ? READ_AS : PUBLISHED)[language]} ${publishedText(row, language)} · ${SIMULATED[language]} ${simulatedText(row, language)}${suffix}`;
  const lines = hanging(said, LEAD + 2);
  const lead = `  ${(row.ok ? RIGHT[language] : '✗').padEnd(LEAD)}`;
  return [lead + lines[0]!.trimStart(), ...lines.slice(1), ...hanging(numbers, LEAD + 4)];
}

function explanationLines(rows: readonly ReproduceRow[], language: Language): readonly string[] {
  const told = new Map<string, string[]>();
  for (const row of rows) {
    if (row.ok || row.explanation === null) continue;
    const text = row.explanation[language];
    const names = told.get(text) ?? [];
    told.set(text, [...names, row.id]);
  }
  return [...told].flatMap(([text, ids]) =>
    hanging(typeset(`✗ ${ids.join(', ')}${COLON[language]}${text}`, language), 2),
  );
}

function blockLines(
  status: ReproduceStatus,
  document: BenchmarkReproduceDocument,
  options: ReproducePageOptions,
): readonly string[] {
  const { language, style } = options;
  const rows = document.rows.filter((row) => row.status === status);
  const { ok, rows: all } = document.score[status];
  const title = fill(
    STATUS_TITLE[status],
    { year: String(document.benchmark.year), ok, rows: all },
    language,
  );
  const statements = rows.filter(({ quantile }) => quantile === null);
  const misses = explanationLines(rows, language);
  return [
    '',
    style.bold(`${title} `.padEnd(PAGE_WIDTH, '═')),
    ...wrap(typeset(STATUS_RULE[status][language], language), PAGE_WIDTH, 0),
    ...quantileLines(
      rows.filter(({ quantile }) => quantile !== null),
      options,
    ),
    ...statements.flatMap((row) => statementLines(row, options)),
    ...(misses.length === 0 ? [] : ['', ...misses]),
  ];
}

/** Parameters of one source on one line, their values side by side. */
function parameterLines(parameters: readonly PanelParameter[], language: Language): readonly string[] {
  const bySource = new Map<string, PanelParameter[]>();
  for (const one of parameters) {
    const source = one.source[language];
    bySource.set(source, [...(bySource.get(source) ?? []), one]);
  }
  const shown = (x: number) => formatShort(x, 2, language);
  return [...bySource].flatMap(([source, own]) => {
    const { range, unit, status } = own[0]!;
    const values = own.map(({ value }) => shown(value)).join(' / ');
    const bounds = range === null ? '' : ` (${shown(range[0])} ${TO[language]} ${shown(range[1])})`;
    const suffix = PARAMETER_UNIT[unit][language];
    const kind = STATUS_WORDS[status][language];
    return hanging(typeset(`– ${values}${bounds}${suffix}, ${kind}${COLON[language]}${source}`, language), 2);
  });
}

/**
 * The page, line by line, at most 98 characters wide: rows fitted, by construction and predicted, each published number
 * beside the simulated one, why a row is missed, what the panel rests on, and the cautions. The year is in every title.
 */
export function reproducePage(
  document: BenchmarkReproduceDocument,
  options: ReproducePageOptions,
): readonly string[] {
  const { language, style } = options;
  const { benchmark, panel, replications, weeks, seed } = document;
  const year = String(benchmark.year);
  const title = fill(TITLE, { year, label: benchmark.label[language] }, language);
  const whole = (x: number) => formatNumber(x, 0, language);
  const observed = fill(
    OBSERVED,
    {
      year,
      passages: whole(panel.passages.mean),
      short: whole(panel.shortPassages.mean),
      ct: formatShort(panel.filteredOut.ct.mean, 1, language),
      mri: formatShort(panel.filteredOut.mri.mean, 1, language),
    },
    language,
  );
  return [
    ...wrap(title, PAGE_WIDTH, 2).map((line) => style.bold(line)),
    ...wrap(fill(INTRODUCTION, { ...panel.devices, weeks, replications, seed }, language), PAGE_WIDTH, 0),
    ...wrap(observed, PAGE_WIDTH, 0),
    ...REPRODUCE_STATUSES.flatMap((status) => blockLines(status, document, options)),
    '',
    style.bold(`${fill(BASIS, { year }, language)} `.padEnd(PAGE_WIDTH, '═')),
    ...parameterLines(document.parameters, language),
    ...document.rules.flatMap((rule) => hanging(`– ${typeset(rule[language], language)}`, 2)),
    '',
    style.bold(CAUTIONS[language]),
    ...document.cautions.flatMap((caution) => hanging(`– ${typeset(caution[language], language)}`, 2)),
  ];
}
