/** How values that a user may write in several forms look in JSON Schema: quantities, times of day, days. */
import type { Label } from '../scenario.ts';
import { QUANTITY_UNITS } from '../units.ts';
import { DAYS } from '../vocabulary.ts';
import type { WrittenForm } from './words.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
/** Zero may be written with a minus sign. */
const NOT_NEGATIVE = `(?:-0+(?:[.,]0+)?|${NUMBER})`;
const POSITIVE = String.raw`(?=[\d.,]*[1-9])${NUMBER}`;

const spaced = (pattern: string) => String.raw`^\s*${pattern}\s*$`;
/** `90min`, `1.5h`, `2 d`: what `parseQuantity` reads. */
const quantity = (number: string) => spaced(String.raw`${number}\s*(?:${QUANTITY_UNITS.join('|')})`);

/** One day or a range of days, Monday first: `mon`, `mon-fri`; never `fri-mon`. */
const DAY_OR_RANGE = `(?:${DAYS.map((day, rank) => `${day}(?:-(?:${DAYS.slice(rank).join('|')}))?`).join('|')})`;

/** Limits of JSON Schema hold for values of their own type, so that both forms of a quantity are one schema. */
const quantityOf = (number: string, limits: JsonSchema): JsonSchema => ({
  type: ['number', 'string'],
  ...limits,
  pattern: quantity(number),
});

/** What editors say of a text that is no such value: a keyword of VS Code, which validators pass over. */
const NO_QUANTITY: Label = {
  en: 'expected a number, or a quantity such as "90s", "90min", "1.5h", "2d", "3w"',
  fr: 'attendu : un nombre, ou une quantité comme "90s", "90min", "1.5h", "2d", "3w"',
};
const NOT_IT: Readonly<Record<PatternForm, Label>> = Object.freeze({
  minutes: NO_QUANTITY,
  'positive-minutes': NO_QUANTITY,
  'signed-minutes': NO_QUANTITY,
  days: NO_QUANTITY,
  clock: {
    en: 'expected a time of day from "00:00" to "24:00"',
    fr: 'attendu : une heure de "00:00" à "24:00"',
  },
  date: { en: 'expected a date YYYY-MM-DD', fr: 'attendu : une date AAAA-MM-JJ' },
  'day-names': {
    en: 'expected days such as mon-fri, sat, or mon,wed,fri',
    fr: 'attendu : des jours comme mon-fri, sat, ou mon,wed,fri',
  },
});

type PatternForm = Exclude<WrittenForm, 'law' | 'reserves' | 'identifier'>;

function schemaOf(form: PatternForm, otherwise: JsonSchema): JsonSchema {
  const text = (pattern: string): JsonSchema => ({ type: 'string', pattern, ...otherwise });
  switch (form) {
    case 'minutes':
    case 'days':
      return { ...quantityOf(NOT_NEGATIVE, { minimum: 0 }), ...otherwise };
    case 'positive-minutes':
      return { ...quantityOf(POSITIVE, { exclusiveMinimum: 0 }), ...otherwise };
    case 'signed-minutes':
      return { ...quantityOf(`-?${NUMBER}`, {}), ...otherwise };
    case 'clock':
      return text(spaced(String.raw`(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)`));
    case 'date':
      return text(String.raw`^\d{4}-\d{2}-\d{2}$`);
    case 'day-names': {
      const several = text(`^\\s*${DAY_OR_RANGE}\\s*(?:,\\s*${DAY_OR_RANGE}\\s*)*$`);
      const items = { anyOf: [{ enum: DAYS }, text(spaced(DAY_OR_RANGE))] };
      return {
        anyOf: [
          { ...several, examples: ['mon-fri', 'sat', 'mon,wed,fri'] },
          { type: 'array', items },
        ],
      };
    }
  }
}

/**
 * A value that a pattern tells, with what editors say of a text that is none.
 * @example formSchema('date', 'en').pattern // '^\\d{4}-\\d{2}-\\d{2}$'
 */
export function formSchema(form: PatternForm, language: keyof Label): JsonSchema {
  return schemaOf(form, { patternErrorMessage: NOT_IT[form][language] });
}
