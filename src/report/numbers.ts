/** Numbers as each language prints them, by our own rules, so that they are the same on any machine. */
import type { Indicator } from '../model/results/results.ts';
import { type Language, THIN } from './language.ts';

const MINUS = '−';
/** Numbers below this have no separator of thousands in either language. */
const GROUPED_FROM = 1000;
/** From this half-width on, decimals would tell nothing. */
const WIDE = 10;

/**
 * A number with so many decimals: comma and narrow spaces in French, point and commas in English. Not a number, or
 * infinite, is a dash.
 * @example formatNumber(1234.5, 1, 'en') // '1,234.5'
 * @example formatNumber(-0.25, 1, 'fr') // '−0,3'
 * @example formatNumber(-0.01, 1, 'en') // '0.0'
 */
export function formatNumber(x: number, decimals: number, language: Language): string {
  if (!Number.isFinite(x)) return '—';
  const scale = 10 ** decimals;
  // Half away from zero on the decimal digits printed, as people round.
  const rounded = Math.round(Number((Math.abs(x) * scale).toPrecision(12))) / scale;
  const [whole = '0', fraction] = rounded.toFixed(decimals).split('.');
  const separator = language === 'fr' ? THIN : ',';
  const grouped = rounded < GROUPED_FROM ? whole : whole.replace(/\B(?=(\d{3})+$)/g, separator);
  const point = language === 'fr' ? ',' : '.';
  const sign = x < 0 && rounded !== 0 ? MINUS : '';
  return sign + grouped + (fraction === undefined ? '' : point + fraction);
}

/**
 * A number with at most so many decimals, none for nothing.
 * @example formatShort(20, 2, 'en') // '20'
 * @example formatShort(2.5, 2, 'fr') // '2,5'
 */
export function formatShort(x: number, mostDecimals: number, language: Language): string {
  const text = formatNumber(x, mostDecimals, language);
  return text.replace(/[.,](\d*?)0+$/, (_, kept: string) =>
    kept === '' ? '' : (language === 'fr' ? ',' : '.') + kept,
  );
}

/** How a quantity is printed: what it is multiplied by, its decimals, and what comes after it. */
export interface Format {
  readonly scale: number;
  readonly decimals: number;
  /** After the number, with its space: ` %`, ` min`. */
  readonly suffix: string;
  /** The largest value there can be: an interval goes no further. */
  readonly most?: number;
}

/**
 * The formats of the quantities of a result. Ratios are percentages.
 * @example formatOf('percent', 'en').suffix // '%'
 */
export function formatOf(kind: 'plain' | 'whole' | 'percent', language: Language): Format {
  if (kind === 'percent')
    return { scale: 100, decimals: 1, suffix: language === 'fr' ? `${THIN}%` : '%', most: 1 };
  return { scale: 1, decimals: kind === 'whole' ? 0 : 1, suffix: '' };
}

/**
 * The mean of an indicator alone; a dash for nothing, a word for unstable.
 * @example formatMean({ mean: 0.582, low: 0.58, high: 0.584, n: 10 }, formatOf('percent', 'en'), 'en') // '58.2%'
 */
export function formatMean(indicator: Indicator, format: Format, language: Language): string {
  if (indicator === null) return '—';
  if (indicator === 'unstable') return unstable(language);
  const mean = indicator.mean * format.scale;
  const text = isWhole(indicator.mean * format.scale)
    ? formatNumber(mean, 0, language)
    : formatNumber(mean, format.decimals, language);
  return text + format.suffix;
}

const unstable = (language: Language) => (language === 'fr' ? 'instable' : 'unstable');

const isWhole = (x: number) => Math.abs(x - Math.round(x)) < 1e-9;

/** Mean and half-width as printed; the half-width is null when it would print as zero or there is none. */
function parts(
  indicator: Exclude<Indicator, null | 'unstable'>,
  { scale, decimals }: Format,
  language: Language,
) {
  const mean = indicator.mean * scale;
  const half =
    indicator.low === null || indicator.high === null ? 0 : ((indicator.high - indicator.low) / 2) * scale;
  const printed = formatNumber(half, half >= WIDE ? 0 : decimals, language);
  const isZero = Number(printed.replace(',', '.').replace(/[^0-9.]/g, '')) === 0;
  const digits = half >= WIDE || (isZero && isWhole(mean)) ? 0 : decimals;
  return { mean: formatNumber(mean, digits, language), half: isZero ? null : printed, digits };
}

/**
 * An indicator in a table: mean and half of its 95 % interval where that is not zero.
 * @example formatCell({ mean: 7.39, low: 7.27, high: 7.5, n: 10 }, formatOf('plain', 'en'), 'en') // '7.4 ±0.1'
 * @example formatCell('unstable', formatOf('plain', 'fr'), 'fr') // 'instable'
 */
export function formatCell(indicator: Indicator, format: Format, language: Language): string {
  if (indicator === null || indicator === 'unstable') return formatMean(indicator, format, language);
  const { mean, half } = parts(indicator, format, language);
  return mean + format.suffix + (half === null ? '' : ` ±${half}`);
}

/**
 * An indicator in a sentence: mean and the bounds of its 95 % interval where they differ. No indicator is below zero, nor
 * a share above 100 %, so no bound is printed beyond.
 * @example formatRange({ mean: 21, low: 20.4, high: 21.6, n: 10 }, formatOf('plain', 'en'), 'en') // '21.0 (20.4–21.6)'
 */
export function formatRange(indicator: Indicator, format: Format, language: Language): string {
  if (indicator === null || indicator === 'unstable') return formatMean(indicator, format, language);
  const { mean, half, digits } = parts(indicator, format, language);
  if (half === null) return mean + format.suffix;
  const most = format.most ?? Number.POSITIVE_INFINITY;
  const bound = (x: number | null) =>
    formatNumber(Math.min(Math.max(x ?? 0, 0), most) * format.scale, digits, language);
  return `${mean}${format.suffix} (${bound(indicator.low)}–${bound(indicator.high)})`;
}
