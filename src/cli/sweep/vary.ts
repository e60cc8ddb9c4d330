/** What `--vary PATH=VALUES` says: a field and the values it takes in turn. */
import { parseDocument } from '../../io/document.ts';
import { round12 } from '../../model/results/estimate.ts';
import type { Words } from '../words.ts';

export interface Variation {
  readonly path: string;
  /** As written, for a reader; and as a value of the scenario. */
  readonly values: readonly { readonly text: string; readonly value: unknown }[];
}

/** Values of one field. */
export const MOST_VALUES = 200;

/** Text before the first `=` that is not in brackets, then the values. */
const FORM = /^([^=]+)=(.*)$/s;
const RANGE = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)$/;

/** The variations asked for; what is wrong with them is added to the problems of the words. */
export function readVariations(words: Words): readonly Variation[] {
  const variations = words.texts('vary').flatMap((written): Variation[] => {
    const [, path, list] = FORM.exec(written) ?? [];
    if (path === undefined || list === undefined || list.trim() === '') {
      words.refuse('vary-form', { value: written });
      return [];
    }
    const texts = valuesOf(list.trim());
    if (texts === null || texts.length === 0 || texts.length > MOST_VALUES) {
      words.refuse('vary-many', { path: path.trim(), limit: MOST_VALUES });
      return [];
    }
    const values = texts.flatMap((text) => {
      const { document } = parseDocument(text, '--vary');
      if (document === null) words.refuse('vary-value', { path: path.trim(), value: text });
      return document === null ? [] : [{ text, value: document.value }];
    });
    return [{ path: path.trim(), values }];
  });
  const paths = variations.map(({ path }) => path);
  for (const path of new Set(paths.filter((one, rank) => paths.indexOf(one) !== rank)))
    words.refuse('vary-twice', { path });
  return variations;
}

/**
 * The values of a list or of a range `from..to..step`; null when a range has no end or too many.
 * @example valuesOf('25,30') // ['25', '30']
 * @example valuesOf('0.1..0.3..0.1') // ['0.1', '0.2', '0.3']
 * @example valuesOf('[A, H],[A]') // ['[A, H]', '[A]']
 */
export function valuesOf(list: string): readonly string[] | null {
  const range = RANGE.exec(list);
  if (range === null) return splitOutside(list);
  const [from, to, step] = range.slice(1).map(Number) as [number, number, number];
  const count = step > 0 ? Math.floor((to - from) / step + 1e-9) + 1 : 0;
  if (count < 1 || count > MOST_VALUES) return null;
  return Array.from({ length: count }, (_, rank) => String(round12(from + rank * step)));
}

/** Parts between commas that stand in no bracket and no quotes. */
function splitOutside(list: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let part = '';
  for (const sign of list) {
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if ('[{'.includes(sign)) depth += 1;
    else if (']}'.includes(sign)) depth = Math.max(0, depth - 1);
    if (sign === ',' && depth === 0 && quote === '') {
      parts.push(part.trim());
      part = '';
    } else part += sign;
  }
  return [...parts, part.trim()].filter((one) => one !== '');
}
