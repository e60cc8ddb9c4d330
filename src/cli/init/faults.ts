/** What is wrong with the numbers given, each told where it was written. */
import { type SiteFault, siteFaults } from '../../calibrate/site-check.ts';
import { type SiteNumbers, weekHours } from '../../calibrate/site-numbers.ts';
import { ioError, ioWarning } from '../../io/codes.ts';
import type { Finding, FindingPlace } from '../../model/finding.ts';
import { round12 } from '../../model/results/estimate.ts';
import { FIT_TOLERANCE } from '../../stats/fit.ts';
import { EXPECTED, type NumberName, type ReadNumbers } from './answers.ts';

/** Where each number was written; an option where nowhere else. */
export type Places = ReadonlyMap<NumberName, FindingPlace>;

/** Numbers that people give in percent. */
const RATIOS = /^(occupancy|mix )/;

const placeOf = (name: NumberName, places: Places): FindingPlace => places.get(name) ?? { file: `--${name}` };

/**
 * Numbers that are missing or cannot be read.
 * @param meant numbers that a name not understood was probably meant for: told there, not as missing.
 */
export const wrongNumbers = (
  { wrong }: ReadNumbers,
  places: Places,
  meant: ReadonlySet<string>,
): readonly Finding[] =>
  wrong.flatMap(({ name, value }) => {
    const { option, words } = EXPECTED[name];
    if (value.trim() !== '')
      return [ioError('number-value', { name, value, en: words.en, fr: words.fr }, placeOf(name, places))];
    return meant.has(name) ? [] : [ioError('number-missing', { name, option }, placeOf(name, places))];
  });

/** Numbers that are impossible, and those that cannot be true together. */
export const faultFindings = (numbers: SiteNumbers, places: Places): readonly Finding[] =>
  siteFaults(numbers).map((fault) => faultFinding(fault, places));

function faultFinding(fault: SiteFault, places: Places): Finding {
  if (fault.kind === 'out-of-range') {
    const { number, value, low, high } = fault;
    const place = placeOf(number.split(' ')[0] as NumberName, places);
    if (!RATIOS.test(number)) return ioError('number-range', { name: number, value, low, high }, place);
    const percent = { value: round12(100 * value), low: 100 * low, high: 100 * high };
    return ioError('percent-range', { name: number, ...percent }, place);
  }
  if (fault.kind === 'mix-sum')
    return ioError('mix-sum', { sum: Math.round(100 * fault.sum) }, placeOf('mix', places));
  const { passages, impliedPassages, occupancy, openingHours, durationRatio } = fault;
  const values = {
    passages: Math.round(passages),
    implied: Math.round(impliedPassages),
    occupancy: occupancy === null ? '' : String(Math.round(100 * occupancy)),
    opening: openingHours === null ? '' : String(Math.round(openingHours)),
    ratio: Number(durationRatio.toFixed(2)),
  };
  return ioError('numbers-contradict', values, placeOf('passages', places));
}

/**
 * A warning where the week of a spreadsheet opens other hours than those given, by more than is later told as given back.
 * @param stated hours a week; null = none given.
 */
export function weekFindings(
  numbers: SiteNumbers,
  stated: number | null,
  places: Places,
): readonly Finding[] {
  if (numbers.week === null || stated === null) return [];
  const hours = Math.round(100 * weekHours(numbers.week)) / 100;
  if (Math.abs(hours - stated) <= FIT_TOLERANCE.openingHours) return [];
  return [ioWarning('week-opening', { hours, stated }, placeOf('opening', places))];
}
