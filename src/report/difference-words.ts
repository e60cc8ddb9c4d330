/** Differences in words and cells: what falls, what rises, by how much, and how surely. */
import type { AssumptionInterval, Headline, HeadlineDifference, Verdict } from '../model/results/compare.ts';
import type { Estimate } from '../model/results/estimate.ts';
import type { Indicator } from '../model/results/results.ts';
import type { Language, Text } from './language.ts';
import { formatMean, formatNumber, formatOf } from './numbers.ts';
import { fill, isOne } from './sentence.ts';

const NAMES: Readonly<Record<Headline['name'], Text>> = Object.freeze({
  firstAvailable: { en: 'first place offered', fr: '1er rendez-vous proposé' },
  thirdNextAvailable: { en: 'third next available', fr: 'troisième rendez-vous' },
  access: { en: 'request to appointment', fr: 'demande au rendez-vous' },
  declined: { en: 'declined', fr: 'demandes déclinées' },
  passages: { en: 'passages', fr: 'passages' },
  occupancy: { en: 'occupancy, scheduled', fr: 'occupation, programmé' },
  emergencyWait: { en: 'emergency wait', fr: 'attente des urgences' },
  report: { en: 'report, 80% within', fr: 'compte rendu, 80 % en' },
  reportMedian: { en: 'report, half within', fr: 'compte rendu, moitié en' },
  overtime: { en: 'overtime', fr: 'débordement' },
});

const UNITS: Readonly<Record<Headline['unit'], Text>> = Object.freeze({
  days: { en: 'days', fr: 'jours' },
  minutes: { en: 'min', fr: 'min' },
  minutesPerWeek: { en: 'min a week', fr: 'min par semaine' },
  perWeek: { en: 'a week', fr: 'par semaine' },
  ratio: { en: '%', fr: '%' },
});

/**
 * What a headline is called, with its class and unit.
 * @example headlineName({ name: 'firstAvailable', class: 'A', unit: 'days' }, 'en') // 'first place offered, A (days)'
 */
export function headlineName(
  headline: Pick<Headline, 'name' | 'class' | 'unit'>,
  language: Language,
): string {
  const { name, class: patientClass, unit } = headline;
  const whose = patientClass === null ? '' : `, ${patientClass}`;
  return `${fill(NAMES[name], {}, language)}${whose} (${fill(UNITS[unit], {}, language)})`;
}

/** Ratios are printed as percentages, their differences as points of percentage. */
const scaleOf = (unit: Headline['unit']): number => (unit === 'ratio' ? 100 : 1);

/** Long times need no tenths of a minute. */
const decimalsOf = (size: number, unit: Headline['unit']): number =>
  size >= 100 && unit.startsWith('minutes') ? 0 : 1;

/** A level of the base or the variant, without its interval: the difference is what has one. */
export function levelCell(indicator: Indicator, unit: Headline['unit'], language: Language): string {
  const size = indicator === null || indicator === 'unstable' ? 0 : Math.abs(indicator.mean) * scaleOf(unit);
  const decimals = decimalsOf(size, unit);
  return formatMean(indicator, { ...formatOf('plain', language), decimals, scale: scaleOf(unit) }, language);
}

/**
 * A signed number: a change is never without its sign.
 * @example signed(3.21, 1, 'en') // '+3.2'
 * @example signed(-0.04, 1, 'fr') // '0,0'
 */
export function signed(x: number, decimals: number, language: Language): string {
  const text = formatNumber(x, decimals, language);
  return x > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

const TO: Text = { en: '{low} to {high}', fr: '{low} à {high}' };

/**
 * Bounds of a change.
 * @example boundsText({ low: -3.8, high: -2.6 }, 'days', 'en') // '−3.8 to −2.6'
 */
export function boundsText(
  { low, high }: { readonly low: number; readonly high: number },
  unit: Headline['unit'],
  language: Language,
): string {
  const scale = scaleOf(unit);
  const decimals = decimalsOf(Math.max(Math.abs(low), Math.abs(high)) * scale, unit);
  const bound = (x: number) => signed(x * scale, decimals, language);
  return fill(TO, { low: bound(low), high: bound(high) }, language);
}

const DAYS: Readonly<Record<'one' | 'many', Text>> = {
  one: { en: 'days', fr: 'jour' },
  many: { en: 'days', fr: 'jours' },
};

/**
 * The unit after a number of days with one decimal: French keeps the singular below 2.
 * @example dayWord(1.1, 'fr') // 'jour'
 */
export const dayWord = (days: number, language: Language): string =>
  fill(DAYS[isOne(Math.round(10 * days) / 10, language) ? 'one' : 'many'], {}, language);

/**
 * Bounds of a change in days, with their unit.
 * @example daysText({ low: -1.2, high: -1 }, 'en') // '−1.2 to −1.0 days'
 */
export const daysText = (
  bounds: { readonly low: number; readonly high: number },
  language: Language,
): string =>
  `${boundsText(bounds, 'days', language)} ${dayWord(Math.max(Math.abs(bounds.low), Math.abs(bounds.high)), language)}`;

const VERDICTS: Readonly<Record<Exclude<Verdict, 'lower' | 'higher'>, Text>> = Object.freeze({
  'not-demonstrated': { en: 'no demonstrable difference', fr: 'pas de différence démontrable' },
  unchanged: { en: 'unchanged', fr: 'inchangé' },
  unstable: { en: 'unstable', fr: 'instable' },
  absent: { en: 'one side', fr: 'd’un côté' },
});

/** In a cell, for `no demonstrable difference`. */
export const NONE_SHOWN: Text = { en: 'none shown', fr: 'non montré' };

export interface DifferenceCells {
  readonly base: string;
  readonly variant: string;
  readonly difference: string;
  readonly simulation: string;
  readonly assumptions: string;
}

const isWhole = (one: Estimate | null): one is Estimate & { low: number; high: number } =>
  one !== null && one.low !== null && one.high !== null;

/** A headline's difference as the cells of one row; what cannot be said is said in words. */
export function differenceCells(one: HeadlineDifference, language: Language): DifferenceCells {
  const { unit, verdict, difference } = one;
  const base = levelCell(one.base, unit, language);
  const variant = levelCell(one.variant, unit, language);
  if (verdict === 'unchanged' || verdict === 'unstable' || verdict === 'absent' || difference === null)
    return {
      base,
      variant,
      difference: verdict === 'lower' || verdict === 'higher' ? '' : verdictWords(verdict, language),
      simulation: '',
      assumptions: '',
    };
  return {
    base,
    variant,
    difference:
      verdict === 'not-demonstrated'
        ? fill(NONE_SHOWN, {}, language)
        : signed(
            difference.mean * scaleOf(unit),
            decimalsOf(Math.abs(difference.mean * scaleOf(unit)), unit),
            language,
          ),
    simulation: isWhole(difference) ? boundsText(difference, unit, language) : '—',
    assumptions: one.assumptions === null ? '—' : boundsText(one.assumptions, unit, language),
  };
}

/** `no demonstrable difference`, `unchanged`… */
export const verdictWords = (verdict: Exclude<Verdict, 'lower' | 'higher'>, language: Language): string =>
  fill(VERDICTS[verdict], {}, language);

/** Whether an assumption interval lies on one side of zero: the sign of the gain does not depend on what is assumed. */
export const isOneSided = ({ low, high }: Pick<AssumptionInterval, 'low' | 'high'>): boolean =>
  low > 0 || high < 0;
