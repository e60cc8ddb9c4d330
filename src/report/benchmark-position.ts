/** Where a simulated number stands among the departments of a benchmark, its own uncertainty kept in mind. */
import { type BenchmarkPosition, bandOf, type Quantiles } from '../model/benchmark/benchmark.ts';
import type { Indicator } from '../model/results/results.ts';
import type { Text } from './language.ts';

/** A band, or the bound that the interval of the number spans; unclear when it spans several. */
export type Position = BenchmarkPosition | 'at-p20' | 'at-p50' | 'at-p80' | 'unclear';

/**
 * The band of a mean, or the bound its 95 % interval holds; null where there is no number. The interval is that of the
 * simulation alone.
 * @example positionOf({ mean: 21, low: 20.4, high: 21.6, n: 10 }, { p20: 11, p50: 21, p80: 38 }) // 'at-p50'
 * @example positionOf({ mean: 9, low: 8, high: 10, n: 10 }, { p20: 11, p50: 21, p80: 38 }) // 'below-p20'
 */
export function positionOf(indicator: Indicator, quantiles: Quantiles): Position | null {
  if (indicator === null || indicator === 'unstable') return null;
  const { mean } = indicator;
  const low = indicator.low ?? mean;
  const high = indicator.high ?? mean;
  const holds = (bound: number) => low <= bound && bound <= high;
  const held = [quantiles.p20, quantiles.p50, quantiles.p80].filter(holds);
  if (held.length > 1) return 'unclear';
  if (holds(quantiles.p50)) return 'at-p50';
  if (holds(quantiles.p20)) return 'at-p20';
  if (holds(quantiles.p80)) return 'at-p80';
  return bandOf(quantiles, mean);
}

/** A text for each position. */
export type PositionWords = Readonly<Record<Position, Text>>;

/** Positions in a column. */
export const POSITION_SHORT: PositionWords = Object.freeze({
  'below-p20': { en: 'below P20', fr: 'sous le P20' },
  'at-p20': { en: 'at P20', fr: 'au P20' },
  'p20-p50': { en: 'P20 to median', fr: 'P20 à médiane' },
  'at-p50': { en: 'at the median', fr: 'à la médiane' },
  'p50-p80': { en: 'median to P80', fr: 'médiane à P80' },
  'at-p80': { en: 'at P80', fr: 'au P80' },
  'above-p80': { en: 'above P80', fr: 'au-dessus du P80' },
  unclear: { en: 'too uncertain', fr: 'trop incertain' },
});

/** Positions of a delay in a sentence, the year being `{year}`. */
export const POSITION_OF_DELAY: PositionWords = Object.freeze({
  'below-p20': { en: 'among the shortest 20% of {year}', fr: 'parmi les 20 % les plus courts de {year}' },
  'at-p20': {
    en: 'at the edge of the shortest 20% of {year}',
    fr: 'à la limite des 20 % les plus courts de {year}',
  },
  'p20-p50': { en: 'shorter than the median of {year}', fr: 'plus court que la médiane de {year}' },
  'at-p50': { en: 'at the median of {year}', fr: 'à la médiane de {year}' },
  'p50-p80': { en: 'longer than the median of {year}', fr: 'plus long que la médiane de {year}' },
  'at-p80': {
    en: 'at the edge of the longest 20% of {year}',
    fr: 'à la limite des 20 % les plus longs de {year}',
  },
  'above-p80': { en: 'among the longest 20% of {year}', fr: 'parmi les 20 % les plus longs de {year}' },
  unclear: { en: 'too uncertain to place in {year}', fr: 'trop incertain pour le situer en {year}' },
});

/** Positions of a level (occupancy) in a sentence, the year being `{year}`. */
export const POSITION_OF_LEVEL: PositionWords = Object.freeze({
  'below-p20': { en: 'among the lowest 20% of {year}', fr: 'parmi les 20 % les plus bas de {year}' },
  'at-p20': {
    en: 'at the edge of the lowest 20% of {year}',
    fr: 'à la limite des 20 % les plus bas de {year}',
  },
  'p20-p50': { en: 'below the median of {year}', fr: 'sous la médiane de {year}' },
  'at-p50': { en: 'at the median of {year}', fr: 'à la médiane de {year}' },
  'p50-p80': { en: 'above the median of {year}', fr: 'au-dessus de la médiane de {year}' },
  'at-p80': {
    en: 'at the edge of the highest 20% of {year}',
    fr: 'à la limite des 20 % les plus hauts de {year}',
  },
  'above-p80': { en: 'among the highest 20% of {year}', fr: 'parmi les 20 % les plus hauts de {year}' },
  unclear: { en: 'too uncertain to place in {year}', fr: 'trop incertain pour le situer en {year}' },
});
