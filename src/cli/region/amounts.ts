/** Amounts and rates of the command line: `mri=119,ct=185`, `95:mri=130`, `mri=3%`; what is wrong is told with what is expected. */
import { parseModality } from '../../io/quantiles-csv.ts';
import { parseDepartment } from '../../model/oqos/departments.ts';
import type { Modality } from '../../model/vocabulary.ts';
import type { Words } from '../words.ts';

export type ByModality = Readonly<Partial<Record<Modality, number>>>;

/** A number with a decimal comma or point; null when it is none. */
const numberOf = (text: string): number | null =>
  /^-?\d{1,10}(?:[.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : null;

/**
 * A percentage as a ratio, with its sign or not; null when it is none.
 * @example parsePercent('3%') // 0.03
 * @example parsePercent('0,5 %') // 0.005
 */
export function parsePercent(text: string): number | null {
  const value = numberOf(text.trim().replace(/\s*%$/, ''));
  return value === null ? null : value / 100;
}

interface Limits {
  readonly low: number;
  readonly high: number;
}

/** A number of an option within its limits, told with them where it is not. */
export function readAmount(words: Words, option: string, { low, high }: Limits): number | null {
  const text = words.text(option);
  if (text === null) return null;
  const value = numberOf(text.trim());
  return value !== null && value >= low && value <= high
    ? value
    : words.refuseValue(option, text, `${low}…${high}`);
}

/** A percentage of an option within its limits (ratios), told with them where it is not. */
export function readPercent(words: Words, option: string, { low, high }: Limits): number | null {
  const text = words.text(option);
  if (text === null) return null;
  const value = parsePercent(text);
  return value !== null && value >= low && value <= high
    ? value
    : words.refuseValue(option, text, `${100 * low}%…${100 * high}%`);
}

/** `mri=119,ct=185`: one or both modalities, each once. */
export function readByModality(
  words: Words,
  option: string,
  { low, high }: Limits,
  manner: 'number' | 'percent' = 'number',
): ByModality {
  const text = words.text(option);
  if (text === null) return {};
  const parse = manner === 'percent' ? parsePercent : numberOf;
  const expected =
    manner === 'percent' ? `mri=3%,ct=1% (${100 * low}%…${100 * high}%)` : `mri=119,ct=185 (${low}…${high})`;
  const pairs = text.split(/[;,](?=\s*[a-z])/i).map((part) => part.split('='));
  const found: Partial<Record<Modality, number>> = {};
  for (const [name = '', amount = '', ...more] of pairs) {
    const modality = parseModality(name.trim());
    const value = parse(amount.trim());
    const isWrong = modality === null || more.length > 0 || Object.hasOwn(found, modality);
    if (isWrong || value === null || value < low || value > high) {
      words.refuseValue(option, text, expected);
      return {};
    }
    found[modality] = value;
  }
  return found;
}

/** `95:mri=130`, as often as wanted: rates by department. */
export function readByDepartment(
  words: Words,
  option: string,
  { low, high }: Limits,
): Readonly<Record<string, ByModality>> {
  const found: Record<string, Partial<Record<Modality, number>>> = {};
  for (const text of words.texts(option)) {
    const [, place = '', name = '', amount = ''] = /^([^:=]+):([^:=]+)=([^:=]+)$/.exec(text) ?? [];
    const department = parseDepartment(place.trim());
    const modality = parseModality(name.trim());
    const value = numberOf(amount.trim());
    const isTwice = modality !== null && found[department ?? '']?.[modality] !== undefined;
    const isWrong = department === null || modality === null || value === null || isTwice;
    if (isWrong || value < low || value > high) {
      words.refuseValue(option, text, `95:mri=130 (${low}…${high})`);
      continue;
    }
    found[department] = { ...found[department], [modality]: value };
  }
  return found;
}
