/** The differences of one department as a table: base, variant, difference and its two intervals. */
import type { HeadlineDifference } from '../model/results/compare.ts';
import { differenceCells, headlineName, NONE_SHOWN } from './difference-words.ts';
import type { Language, Text } from './language.ts';
import { fill } from './sentence.ts';
import { cut, type Style, wrap } from './table-layout.ts';

const HEADS: Readonly<Record<'base' | 'variant' | 'difference' | 'simulation' | 'assumptions', Text>> = {
  base: { en: 'base', fr: 'base' },
  variant: { en: 'variant', fr: 'variante' },
  difference: { en: 'difference', fr: 'écart' },
  simulation: { en: 'simulation', fr: 'simulation' },
  assumptions: { en: 'assumptions', fr: 'hypothèses' },
};
const LABEL = 36;
const LEVEL = 9;
const DIFFERENCE = 11;
const BOUNDS = 15;
const TABLE_WIDTH = LABEL + 2 * LEVEL + DIFFERENCE + 2 * BOUNDS;

const line = (label: string, cells: Readonly<Record<keyof typeof HEADS, string>>): string =>
  [
    cut(label, LABEL).padEnd(LABEL),
    cells.base.padStart(LEVEL),
    cells.variant.padStart(LEVEL),
    cells.difference.padStart(DIFFERENCE),
    cells.simulation.padStart(BOUNDS),
    cells.assumptions.padStart(BOUNDS),
  ]
    .join('')
    .trimEnd();

const UNCHANGED: Text = {
  en: 'Unchanged: {count|other number|other numbers} of this department.',
  fr: 'Sans changement : {count|autre nombre|autres nombres} de ce service.',
};
const LEGEND: Text = {
  en: '{word}: no demonstrable difference, the simulation interval holds zero.',
  fr: '{word} : pas de différence démontrable, l’intervalle de simulation contient zéro.',
};

const isShown = ({ base, variant }: HeadlineDifference): boolean => base !== null || variant !== null;

/** A head, a row a headline that differs or may differ, then how many are equal throughout. */
export function differenceTable(
  headlines: readonly HeadlineDifference[],
  { language, style }: { readonly language: Language; readonly style: Style },
): readonly string[] {
  const head = (text: Text) => fill(text, {}, language);
  const heads = {
    base: head(HEADS.base),
    variant: head(HEADS.variant),
    difference: head(HEADS.difference),
    simulation: head(HEADS.simulation),
    assumptions: head(HEADS.assumptions),
  };
  const shown = headlines.filter(isShown);
  const moving = shown.filter(({ verdict }) => verdict !== 'unchanged');
  const count = shown.length - moving.length;
  const isUnsure = moving.some(({ verdict }) => verdict === 'not-demonstrated');
  return [
    style.dim(line('', heads)),
    ...moving.map((row) => line(headlineName(row, language), differenceCells(row, language))),
    ...(isUnsure ? wrap(fill(LEGEND, { word: head(NONE_SHOWN) }, language), TABLE_WIDTH, 2) : []),
    ...(count === 0 ? [] : [fill(UNCHANGED, { count }, language)]),
  ];
}
