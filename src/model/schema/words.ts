/** What a key of a scenario means, in both languages, and in what unit its bare numbers count. */
import { z } from 'zod';
import type { ByClass } from '../scenario.ts';

/**
 * Units of the fields: minutes, days, weeks, hours a week, a week, a year, a share from 0 to 1, a time of day, points
 * of relative cost (ICR).
 */
export type FieldUnit = 'min' | 'd' | 'week' | 'h/week' | '/week' | '/year' | 'ratio' | 'HH:MM' | 'ICR';

/** How a value is written, where its zod type alone does not say so: several forms are turned into one. */
export type WrittenForm =
  | 'minutes'
  | 'positive-minutes'
  | 'signed-minutes'
  | 'days'
  | 'clock'
  | 'date'
  | 'day-names'
  | 'identifier'
  | 'law'
  | 'reserves';

export type FieldWords = Readonly<{ en: string; fr: string; unit?: FieldUnit }>;

/**
 * The metadata of a key: its meaning in English and in French, and its unit where it has one.
 * @example says('start', 'début', 'HH:MM') // { en: 'start', fr: 'début', unit: 'HH:MM' }
 */
export function says(en: string, fr: string, unit?: FieldUnit): FieldWords {
  return unit === undefined ? { en, fr } : { en, fr, unit };
}

/** The keys of a value by class. */
export const CLASS_FIELDS: ByClass<FieldWords> = Object.freeze({
  A: says('for ambulatory patients', 'pour les patients ambulatoires'),
  H: says('for hospitalised patients', 'pour les patients hospitalisés'),
  R: says('for intensive-care patients', 'pour les patients de réanimation'),
  U: says('for emergency patients', 'pour les patients des urgences'),
});

const withUnit = (words: FieldWords, unit: FieldUnit | undefined): FieldWords =>
  says(words.en, words.fr, unit);

/** The same value for each class of patients, under the keys A, H, R and U, all optional. */
export function byClass<T extends z.ZodType>(value: T, unit?: FieldUnit) {
  return z.strictObject({
    A: value.optional().meta(withUnit(CLASS_FIELDS.A, unit)),
    H: value.optional().meta(withUnit(CLASS_FIELDS.H, unit)),
    R: value.optional().meta(withUnit(CLASS_FIELDS.R, unit)),
    U: value.optional().meta(withUnit(CLASS_FIELDS.U, unit)),
  });
}

/** The same value for each modality, under the keys ct and mri, both optional. */
export function byModality<T extends z.ZodType>(value: T, unit?: FieldUnit) {
  return z.strictObject({
    ct: value.optional().meta(says('for CT exams', 'pour les examens de scanner', unit)),
    mri: value.optional().meta(says('for MRI exams', 'pour les examens d’IRM', unit)),
  });
}
