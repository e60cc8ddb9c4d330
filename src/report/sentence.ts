/** Sentences with named values: `{value}`, `{count|exam|exams}`, `{modality:modality}`. */
import { type Language, type Text, typeset } from './language.ts';
import { formatShort } from './numbers.ts';

export type Values = Readonly<Record<string, string | number>>;

/** Words by kind and key, for `{name:kind}`; a list of keys is translated item by item. */
export type Vocabulary = Readonly<Record<string, Readonly<Record<string, Text>>>>;

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9]*)(?::([a-z]+))?(?:\|([^|}]*)\|([^|}]*))?\}/g;
const MOST_DECIMALS = 3;

/**
 * The names of the values a template asks for.
 * @example placeholders('{count|exam|exams} at {site}') // ['count', 'site']
 */
export function placeholders(template: string): readonly string[] {
  return [...template.matchAll(PLACEHOLDER)].map((match) => match[1]!);
}

/**
 * True when a noun after the number is singular: below 2 in French, only 1 in English.
 * @example isOne(1.5, 'fr') // true
 */
export const isOne = (count: number, language: Language) =>
  language === 'fr' ? Math.abs(count) < 2 : count === 1;

/**
 * A template filled in. Typography is applied to the template, never to the values. A value that is not given stays
 * visible as its placeholder.
 * @example fill({ en: '{n|day|days}', fr: '{n|jour|jours}' }, { n: 2 }, 'en') // '2 days'
 */
export function fill(
  template: Text,
  values: Values,
  language: Language,
  vocabulary: Vocabulary = {},
): string {
  return typeset(template[language], language).replace(
    PLACEHOLDER,
    (whole: string, name: string, kind?: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      const text = typeof value === 'number' ? formatShort(value, MOST_DECIMALS, language) : value;
      if (one !== undefined && many !== undefined) {
        return `${text} ${isOne(Number(value), language) ? one : many}`;
      }
      if (kind === undefined) return text;
      const words = vocabulary[kind] ?? {};
      return text
        .split(', ')
        .map((key) => words[key]?.[language] ?? key)
        .join(', ');
    },
  );
}
