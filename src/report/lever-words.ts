/** Levers in words: evidence, effort, what is gained and what it takes. */

import type { LeverFacts, LeverMeasure, TwoIntervals } from '../model/results/levers.ts';
import type { Label } from '../model/scenario.ts';
import { signed } from './difference-words.ts';
import { type Language, type Text, typeset } from './language.ts';
import { formatNumber } from './numbers.ts';
import { fill } from './sentence.ts';

const MARKS: Readonly<Record<LeverFacts['evidence']['mark'], Text>> = Object.freeze({
  source: { en: 'source document', fr: 'document source' },
  public: { en: 'public page', fr: 'page publique' },
  study: { en: 'study', fr: 'étude' },
  derived: { en: 'derived', fr: 'déduit' },
  unverified: { en: 'not verified', fr: 'non vérifié' },
});
const EFFORTS: Readonly<Record<LeverFacts['effort'], Text>> = Object.freeze({
  small: { en: 'small effort', fr: 'effort faible' },
  medium: { en: 'medium effort', fr: 'effort moyen' },
  large: { en: 'large effort', fr: 'effort important' },
});

export const markWords = (mark: LeverFacts['evidence']['mark'], language: Language): string =>
  fill(MARKS[mark], {}, language);
export const effortWords = (effort: LeverFacts['effort'], language: Language): string =>
  fill(EFFORTS[effort], {}, language);

/** What a lever says of itself, with the typography of the language. */
export const labelText = (label: Label, language: Language): string => typeset(label[language], language);

/** Several statements in one line. */
export const listed = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'fr' ? '\u202f; ' : '; ');

/** Small numbers keep a decimal. */
const decimalsOf = (size: number): number => (size < 10 ? 1 : 0);

/** Of a gain: its mean; a dash where there is none. */
export function gainCell(gain: TwoIntervals | null, language: Language): string {
  if (gain === null) return '—';
  const { mean } = gain.estimate;
  return signed(mean, decimalsOf(Math.abs(mean)), language);
}

const TO: Text = { en: '{low} to {high}', fr: '{low} à {high}' };

/** Two bounds with as many decimals as the smaller needs. */
export function gainBounds(
  bounds: { readonly low: number | null; readonly high: number | null } | null | undefined,
  language: Language,
): string {
  const { low = null, high = null } = bounds ?? {};
  if (low === null || high === null) return '—';
  const decimals = decimalsOf(Math.max(Math.abs(low), Math.abs(high)));
  return fill(TO, { low: signed(low, decimals, language), high: signed(high, decimals, language) }, language);
}

/**
 * Levers used together, by their ranks in order.
 * @example ranksText(['b', 'a'], new Map([['a', 1], ['b', 2]])) // '1 + 2'
 */
export const ranksText = (cases: readonly string[], ranks: ReadonlyMap<string, number | null>): string =>
  cases
    .map((id) => ranks.get(id) ?? null)
    .sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
    .map((rank) => rank ?? '—')
    .join(' + ');

/** A share as a whole percentage. */
export const shareCell = (share: number | null, language: Language): string =>
  share === null ? '—' : `${formatNumber(100 * share, 0, language)}${language === 'fr' ? '\u202f' : ''}%`;

/** Thousands of euros a year. */
export const thousandsCell = (
  { eurosPerYear }: Pick<LeverMeasure, 'eurosPerYear'>,
  language: Language,
): string => formatNumber(eurosPerYear / 1000, 1, language);
