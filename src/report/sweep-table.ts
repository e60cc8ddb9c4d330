/** The points of a sweep side by side: one block an indicator, one row a point. */
import type { Indicator } from '../model/results/results.ts';
import { indicatorFormat, indicatorName } from './indicator-words.ts';
import type { Language, Text } from './language.ts';
import { formatCell } from './numbers.ts';
import { fill } from './sentence.ts';
import { bar, PAGE_WIDTH, type Style, wrap } from './table-layout.ts';

export interface SweepRow {
  /** What sets the point apart from the others: `devices.irm-1.slots.A=25`. */
  readonly label: string;
  /** By path; a path that is not there belongs to another scenario. */
  readonly indicators: ReadonlyMap<string, Indicator>;
}

export interface SweepTableOptions {
  /** Of the points that have the fewest, and the most. */
  readonly replications: { readonly fewest: number; readonly most: number };
  readonly language: Language;
  readonly style: Style;
}

const INTRODUCTION: Text = {
  en: '{points|point|points}, each simulated {replications|time|times} with the same random numbers. ±: 95% interval of the simulation only.',
  fr: '{points|point|points}, chacun simulé {replications} fois avec les mêmes tirages. ± : intervalle à 95 % de la simulation seule.',
};
const INTRODUCTION_UNEVEN: Text = {
  en: '{points|point|points}, each simulated {fewest} to {most} times. ±: 95% interval of the simulation only.',
  fr: '{points|point|points}, chacun simulé de {fewest} à {most} fois. ± : intervalle à 95 % de la simulation seule.',
};
const EVERYWHERE: Text = { en: 'every point', fr: 'tous les points' };
const NOT_COMPARED: Text = {
  en: 'Each point stands alone here: two intervals that overlap say nothing about the difference.',
  fr: 'Chaque point est donné seul : deux intervalles qui se recouvrent ne disent rien de l’écart.',
};
const BAR = 24;
const CELL = 18;
const INDENT = 2;

/**
 * The table of a sweep, line by line. A block has the name and unit of its indicator, then a row for each point that
 * has it, with a bar to the largest mean.
 */
export function sweepTable(
  rows: readonly SweepRow[],
  paths: readonly string[],
  options: SweepTableOptions,
): readonly string[] {
  const { language, style } = options;
  const { fewest, most } = options.replications;
  const longest = Math.max(...rows.map(({ label }) => label.length));
  const labelWidth = Math.min(longest + 2, PAGE_WIDTH - CELL - BAR - INDENT - 2);
  const blocks = paths.flatMap((path) => {
    const format = indicatorFormat(path, language);
    const own = rows.flatMap(({ label, indicators }) => {
      const indicator = indicators.get(path);
      return indicator === undefined ? [] : [{ label, indicator }];
    });
    const largest = Math.max(...own.map(({ indicator }) => meanOf(indicator)));
    const row = (label: string, indicator: Indicator) => {
      const value = formatCell(indicator, format, language).padStart(CELL);
      const length = largest > 0 ? bar(meanOf(indicator) / largest, BAR) : '';
      return `${' '.repeat(INDENT)}${ended(label, labelWidth - 1).padEnd(labelWidth)}${value}  ${length}`.trimEnd();
    };
    const [first] = own;
    const isSame = own.length > 1 && own.every(({ indicator }) => isEqual(indicator, first!.indicator));
    const lines = isSame
      ? [row(EVERYWHERE[language], first!.indicator).trimEnd()]
      : own.map(({ label, indicator }) => row(label, indicator));
    return ['', style.bold(indicatorName(path, language)), ...lines];
  });
  const introduction = fill(
    fewest === most ? INTRODUCTION : INTRODUCTION_UNEVEN,
    { points: rows.length, replications: most, fewest, most },
    language,
  );
  return [...wrap(introduction, PAGE_WIDTH, 0), ...blocks, '', style.dim(fill(NOT_COMPARED, {}, language))];
}

/** A text cut at its beginning: points differ at the end of their labels. */
const ended = (text: string, width: number): string =>
  text.length <= width ? text : `…${text.slice(1 - width)}`;

const isEqual = (a: Indicator, b: Indicator): boolean => JSON.stringify(a) === JSON.stringify(b);

const meanOf = (indicator: Indicator): number =>
  indicator === null || indicator === 'unstable' ? 0 : indicator.mean;
