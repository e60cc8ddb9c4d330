/** Where a department stands among a panel, as a page of text: one row a number, with its band, figure and year. */
import type { BenchmarkUnit } from '../model/benchmark/benchmark.ts';
import {
  DEFAULT_READINGS,
  type DepartmentPlacement,
  type LeftOut,
  type PlacedNumber,
  type Placements,
  type ShareComparison,
} from '../model/benchmark/placement.ts';
import type { BenchmarkPlaceDocument } from '../model/results/results.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Modality } from '../model/vocabulary.ts';
import { capital, type Language, type Text, typeset } from './language.ts';
import { type Format, formatCell, formatOf, formatShort } from './numbers.ts';
import {
  BAND_WORDS,
  BY_DEFAULT,
  DEVICES,
  NIGHT_LIMITS,
  NO_SHARE,
  OBTAINED,
  ON_CALL_AND_EMERGENCY,
  READINGS,
  REASONS,
  ROW_WORDS,
  SHARE_LINE,
  SHARE_RANGE,
  UNCERTAIN,
  UNSTABLE,
  VERDICTS,
} from './placement-words.ts';
import { boundCells } from './table-benchmark.ts';
import { say } from './table-context.ts';
import { cells, cut, indented, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';
import { MODALITY_WORDS } from './words.ts';

export interface PlacementPageOptions {
  readonly language: Language;
  readonly style: Style;
}

interface Context extends PlacementPageOptions {
  readonly document: BenchmarkPlaceDocument;
  readonly scenario: Scenario;
}

const INDENT = 2;
const LABEL = 30;
const HERE = 13;
const BOUND = 6;
const FIGURE = 5;
const INSIDE = PAGE_WIDTH - INDENT;

const TITLE: Text = {
  en: 'Among the panel of {year} ({territory}): {label}',
  fr: 'Dans le panel de {year} ({territory}) : {label}',
};
const SIMULATED: Text = {
  en: '{weeks|week|weeks}, simulated {replications|time|times}. ±: half of the 95% interval of the simulation.',
  fr: '{weeks|semaine|semaines}, {replications} fois. ± : demi-intervalle à 95 % de la simulation.',
};
const HERE_HEAD: Text = { en: 'here', fr: 'ici' };
const FIGURE_HEAD: Text = { en: 'fig.', fr: 'fig.' };
const POSITION_HEAD: Text = { en: 'position in {year}', fr: 'position en {year}' };
const LEFT_OUT: Text = { en: 'Not compared: {rows} ({reason})', fr: 'Non comparé : {rows} ({reason})' };
const NOTHING: Text = { en: 'Nothing to compare.', fr: 'Rien à comparer.' };
const READING_TITLE: Text = {
  en: 'How the bands of {year} are read',
  fr: 'Comment se lisent les bandes de {year}',
};
const BANDS: Text = {
  en: 'bands: 20% of the panel lie below P20, half below P50, 80% below P80; a value equal to a bound is in the band nearer the median; no grade, no rank',
  fr: 'bandes : 20 % du panel sous le P20, la moitié sous le P50, 80 % sous le P80 ; une valeur égale à une borne est dans la bande la plus proche de la médiane ; ni note, ni rang',
};
const UNCERTAIN_MEANS: Text = {
  en: 'uncertain: the 95% interval reaches another band',
  fr: 'incertain : l’intervalle à 95 % atteint une autre bande',
};
const NO_INTERVAL: Text = {
  en: 'one replication: no interval, so no band is sure',
  fr: 'une seule réplication : pas d’intervalle, aucune bande n’est sûre',
};
const CAUTIONS: Text = {
  en: 'What the campaign of {year} says of these rows',
  fr: 'Ce que la campagne de {year} dit de ces lignes',
};

/** Minutes of reports are printed as hours. */
const HOUR = 60;

function formatFor({ row, unit }: Pick<PlacedNumber, 'row' | 'unit'>, language: Language): Format {
  const kinds: Partial<Record<BenchmarkUnit, 'percent'>> = { ratio: 'percent' };
  const format = formatOf(kinds[unit] ?? 'plain', language);
  return row === 'report-turnaround' ? { ...format, scale: 1 / HOUR } : format;
}

function labelOf(
  one: Pick<PlacedNumber, 'row' | 'class'>,
  shares: PlacedNumber['shares'],
  context: Context,
): string {
  const after = one.class === null ? '' : `, ${one.class}`;
  if (one.row === 'appointment-delay' && context.document.readings.delays === 'patients') {
    return say(context, OBTAINED, { class: after });
  }
  const isWithEmergency = shares.some(({ kind, share }) => kind === 'on-call' && share.aboveHours !== null);
  return say(context, isWithEmergency ? ON_CALL_AND_EMERGENCY : ROW_WORDS[one.row], { class: after });
}

/** An exam type's row: its class, its name as far as there is room, days. */
function examRow({ class: patientClass, exam }: PlacedNumber, { scenario, language }: Context): string {
  const name = scenario.exams.find(({ id }) => id === exam)?.label[language] ?? String(exam);
  return `${patientClass}, ${cut(name, LABEL - 8)} (${language === 'fr' ? 'j' : 'd'})`;
}

/** Band in words: with the bound it is exactly on, and whether the interval stays in it. */
function positionOf({ value, position, certainty, quantiles }: PlacedNumber, context: Context): string {
  if (value === 'unstable') return say(context, UNSTABLE);
  if (position === null || quantiles === null) return '';
  const on = (['p50', 'p20', 'p80'] as const).find((bound) => quantiles[bound] === value.mean);
  const band = say(context, BAND_WORDS[position]) + (on === undefined ? '' : ` (= ${on.toUpperCase()})`);
  return certainty === 'uncertain' ? say(context, UNCERTAIN, { band }) : band;
}

function rowLines(one: PlacedNumber, modality: Modality, context: Context): readonly string[] {
  const { language } = context;
  const format = formatFor(one, language);
  const label = one.exam === null ? labelOf(one, one.shares, context) : examRow(one, context);
  const start = cells(label, [formatCell(one.value, format, language)], LABEL, HERE);
  const isShared = one.row === 'night' || one.row === 'on-call';
  const bounds = one.quantiles === null ? '' : boundCells(one.quantiles, format, BOUND, language);
  const figure = (one.figure === null ? '' : String(one.figure)).padStart(FIGURE);
  const rest = isShared || one.row === 'night-share' ? '' : `${bounds}${figure}  ${positionOf(one, context)}`;
  return [(start + rest).trimEnd(), ...(isShared ? shareLines(one, modality, context) : [])];
}

/** Published shares, and whether the device is of them. */
function shareLines(one: PlacedNumber, modality: Modality, context: Context): readonly string[] {
  const year = String(context.document.benchmark.year);
  const texts = one.shares.map((comparison) => {
    const verdict = comparison.holds === null ? 'unknown' : comparison.holds ? 'yes' : 'no';
    return say(context, SHARE_LINE, {
      limit: limitOf(comparison, context),
      share: shareOf(comparison, context),
      devices: say(context, DEVICES[modality]),
      year,
      verdict: say(context, VERDICTS[verdict]),
    });
  });
  const told = texts.length === 0 ? [say(context, NO_SHARE, { year })] : texts;
  return told.flatMap((text) => indented(wrap(text, INSIDE - INDENT, INDENT), INDENT));
}

function limitOf(comparison: ShareComparison, context: Context): string {
  if (comparison.kind === 'on-call') return comparison.share.criterion[context.language];
  const { side, per, passages } = comparison.share;
  return say(context, NIGHT_LIMITS[`${side} ${per}`], { n: passages });
}

function shareOf({ share: { ratio } }: ShareComparison, context: Context): string {
  const { language } = context;
  const { suffix } = formatOf('percent', language);
  const percent = (x: number) => formatShort(100 * x, 1, language);
  if (typeof ratio === 'number') return percent(ratio) + suffix;
  if (ratio.low === ratio.high) return percent(ratio.low) + suffix;
  return say(context, SHARE_RANGE, { low: percent(ratio.low), high: percent(ratio.high) + suffix });
}

/** Rows that are not compared, one line a reason: each row once, with its classes. */
function leftOutLines(leftOut: readonly LeftOut[], context: Context): readonly string[] {
  return [...new Set(leftOut.map(({ reason }) => reason))].flatMap((reason) => {
    const of = leftOut.filter((one) => one.reason === reason);
    const named = [...new Set(of.map(({ row }) => row))].map((row) => {
      const classes = of.flatMap((one) => (one.row === row && one.class !== null ? [one.class] : []));
      const name = labelOf({ row, class: null }, [], context).replace(/ \([^)]*\)$/, '');
      return [name, classes.join(', ')].filter((part) => part !== '').join(' ');
    });
    const text = say(context, LEFT_OUT, {
      rows: named.join(context.language === 'fr' ? '\u202f; ' : '; '),
      reason: say(context, REASONS[reason]),
    });
    return wrap(text, INSIDE, INDENT).map((line) => context.style.dim(line));
  });
}

function rows({ numbers, leftOut }: Placements, modality: Modality, context: Context): readonly string[] {
  return [...numbers.flatMap((one) => rowLines(one, modality, context)), ...leftOutLines(leftOut, context)];
}

function departmentLines(department: DepartmentPlacement, context: Context): readonly string[] {
  const { modality, site: id, devices } = department;
  const { scenario, style, document, language } = context;
  const { year, territory } = document.benchmark;
  const site = scenario.sites.find((one) => one.id === id)?.label ?? id;
  const name = `${site} · ${capital(say(context, MODALITY_WORDS[modality]))} · ${territory[language]}, ${year} `;
  const quantiles = ['P20', 'P50', 'P80'].map((head) => head.padStart(BOUND)).join('');
  const head = cells('', [say(context, HERE_HEAD)], LABEL, HERE) + quantiles;
  const position = say(context, POSITION_HEAD, { year: String(year) });
  const label = (device: string) => scenario.devices.find((one) => one.id === device)?.label ?? device;
  const body = [
    style.dim(`${head}${say(context, FIGURE_HEAD).padStart(FIGURE)}  ${position}`),
    ...rows(department, modality, context),
    ...devices.flatMap((device) => [
      `▪ ${cut(label(device.device), INSIDE - 10)} · ${year}`,
      ...rows(device, modality, context),
    ]),
  ];
  return [style.bold(cut(name, PAGE_WIDTH).padEnd(PAGE_WIDTH, '═')), ...indented(body, INDENT)];
}

/** How the bands are read, of those that are shown. */
function readingLines(numbers: readonly PlacedNumber[], context: Context): readonly string[] {
  const { readings, benchmark, replications } = context.document;
  const reading = (text: Text, isDefault: boolean) => {
    const told = say(context, text);
    return isDefault ? say(context, BY_DEFAULT, { reading: told }) : told;
  };
  const { delays, durations } = readings;
  const isShown = (row: PlacedNumber['row']) => numbers.some((one) => one.row === row);
  const told = [
    say(context, BANDS),
    ...(numbers.some(({ certainty }) => certainty === 'uncertain') ? [say(context, UNCERTAIN_MEANS)] : []),
    ...(replications === 1 ? [say(context, NO_INTERVAL)] : []),
    ...(isShown('appointment-delay')
      ? [reading(READINGS.delays[delays], delays === DEFAULT_READINGS.delays)]
      : []),
    ...(isShown('exam-duration')
      ? [reading(READINGS.durations[durations], durations === DEFAULT_READINGS.durations)]
      : []),
  ];
  const title = context.style.bold(say(context, READING_TITLE, { year: String(benchmark.year) }));
  return [
    title,
    ...indented(
      told.flatMap((text) => wrap(text, INSIDE, INDENT)),
      INDENT,
    ),
  ];
}

function cautionLines(context: Context): readonly string[] {
  const { cautions, benchmark } = context.document;
  if (cautions.length === 0) return [];
  const title = context.style.bold(say(context, CAUTIONS, { year: String(benchmark.year) }));
  const told = cautions.flatMap(({ text }) =>
    wrap(`– ${typeset(text[context.language], context.language)}`, INSIDE, INDENT),
  );
  return [title, ...indented(told, INDENT)];
}

/**
 * The page of `benchmark place`, line by line, at most 98 characters wide: the rows of each department and device, with
 * value, interval, band and figure; how the bands are read; and what the campaign says of the rows shown. The year is in
 * every heading. The scenario must be the one the document is about.
 */
export function placementPage(
  document: BenchmarkPlaceDocument,
  scenario: Scenario,
  options: PlacementPageOptions,
): readonly string[] {
  const context: Context = { ...options, document, scenario };
  const { language, style } = options;
  const { benchmark, departments, weeks, replications } = document;
  const title = say(context, TITLE, {
    label: benchmark.label[language],
    territory: benchmark.territory[language],
    year: String(benchmark.year),
  });
  const numbers = departments.flatMap((one) => [
    ...one.numbers,
    ...one.devices.flatMap((device) => device.numbers),
  ]);
  return [
    style.bold(document.scenario.name[language]),
    ...wrap(title, PAGE_WIDTH, INDENT),
    say(context, SIMULATED, { weeks, replications }),
    ...(numbers.length === 0 ? ['', say(context, NOTHING)] : []),
    ...departments.flatMap((department) => ['', ...departmentLines(department, context)]),
    ...(numbers.length === 0 ? [] : ['', ...readingLines(numbers, context)]),
    ...(document.cautions.length === 0 ? [] : ['', ...cautionLines(context)]),
  ];
}
