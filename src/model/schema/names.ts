/** How a user writes identifiers and names. */
import { z } from 'zod';
import { says, type WrittenForm } from './words.ts';

/** Letters and digits of any language, and `. _ -` inside. */
export const zId = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u)
  .meta({ form: 'identifier' satisfies WrittenForm });

/** A name as it is printed. */
export const zLabel = z.string().max(200);

/** The same, or one in each language. */
export const zLabels = z.union([
  zLabel,
  z.strictObject({
    en: z.string().meta(says('in English', 'en anglais')),
    fr: z.string().meta(says('in French', 'en français')),
  }),
]);
