/** How a user writes a law of durations, and the evidence a number may carry. */
import { z } from 'zod';
import type { Law } from './law.ts';
import { MINUTE, zMinutes, zSignedMinutes } from './units.ts';

/** Where a number comes from: measured on site, found by calibration, or assumed (with the range it may take). */
export const EVIDENCE = {
  status: z
    .enum(['measured', 'calibrated', 'assumed'])
    .optional()
    .meta({ en: 'how the number is known', fr: 'comment le nombre est connu' }),
  source: z.string().max(300).optional().meta({ en: 'where it comes from', fr: 'd’où il vient' }),
};

const range = z
  .tuple([zMinutes, zMinutes])
  .optional()
  .meta({ en: 'range the value may take', fr: 'fourchette de la valeur', unit: 'min' });

const positive = z.number().positive();
const extras = { ...EVIDENCE, range };

const forms = [
  z.strictObject({ law: z.literal('deterministic'), value: zSignedMinutes, ...extras }),
  z.strictObject({ law: z.literal('exponential'), mean: zMinutes, ...extras }),
  z.strictObject({ law: z.literal('erlang'), mean: zMinutes, stages: z.int().min(1).max(100), ...extras }),
  z.strictObject({ law: z.literal('gamma'), mean: zMinutes, cv: positive.max(5), ...extras }),
  z.strictObject({ law: z.literal('weibull'), mean: zMinutes, cv: positive.max(5), ...extras }),
  z.strictObject({ law: z.literal('lognormal'), mean: zMinutes, cv: positive.max(5), ...extras }),
  z.strictObject({
    law: z.literal('normal'),
    mean: zSignedMinutes,
    sd: zMinutes,
    floor: zSignedMinutes.optional(),
    ...extras,
  }),
  z.strictObject({ law: z.literal('uniform'), min: zSignedMinutes, max: zSignedMinutes, ...extras }),
  z.strictObject({
    law: z.literal('jqpd-s'),
    min: zMinutes.optional(),
    p20: zMinutes,
    p50: zMinutes,
    p80: zMinutes,
    ...extras,
  }),
  z.strictObject({
    law: z.literal('jqpd-b'),
    min: zMinutes.optional(),
    max: zMinutes,
    p20: zMinutes,
    p50: zMinutes,
    p80: zMinutes,
    ...extras,
  }),
  z.strictObject({
    law: z.literal('empirical'),
    values: z.array(zMinutes).min(1).max(100_000),
    weights: z.array(z.number().nonnegative()).optional(),
    interpolate: z.boolean().optional(),
    ...extras,
  }),
] as const;

/**
 * The short forms a user may write: `12` and `"90s"` (always that long), `{minutes: 12}` (the same, with room for
 * evidence), `{p20, p50, p80}` (J-QPD-S). Anything else goes on to be judged by its `law`.
 */
function longForm(raw: unknown): unknown {
  if (typeof raw === 'number' || typeof raw === 'string') return { law: 'deterministic', value: raw };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw) || 'law' in raw) return raw;
  if ('minutes' in raw) {
    const { minutes, ...rest } = raw;
    return { law: 'deterministic', value: minutes, ...rest };
  }
  return 'p20' in raw || 'p50' in raw || 'p80' in raw ? { law: 'jqpd-s', ...raw } : raw;
}

const zLawForm = z.preprocess(longForm, z.discriminatedUnion('law', forms));
export type LawInput = z.output<typeof zLawForm>;

/** Exams shorter than 3 minutes were excluded by the campaign (ANAP 2010, note 3): the default lower bound. */
export const SHORTEST_EXAM_SECONDS = 3 * MINUTE;

/** The law a user's form stands for, in seconds. */
export function lawOf(form: LawInput): Law {
  switch (form.law) {
    case 'jqpd-s':
      return {
        law: 'jqpd-s',
        min: form.min ?? SHORTEST_EXAM_SECONDS,
        p20: form.p20,
        p50: form.p50,
        p80: form.p80,
      };
    case 'jqpd-b':
      return {
        law: 'jqpd-b',
        min: form.min ?? 0,
        max: form.max,
        p20: form.p20,
        p50: form.p50,
        p80: form.p80,
      };
    case 'deterministic':
      return { law: 'deterministic', value: form.value };
    case 'exponential':
      return { law: 'exponential', mean: form.mean };
    case 'erlang':
      return { law: 'erlang', mean: form.mean, stages: form.stages };
    case 'gamma':
    case 'weibull':
    case 'lognormal':
      return { law: form.law, mean: form.mean, cv: form.cv };
    case 'normal':
      return { law: 'normal', mean: form.mean, sd: form.sd, floor: form.floor ?? Number.NEGATIVE_INFINITY };
    case 'uniform':
      return { law: 'uniform', min: form.min, max: form.max };
    case 'empirical':
      return {
        law: 'empirical',
        values: form.values,
        weights: form.weights ?? form.values.map(() => 1),
        interpolate: form.interpolate ?? false,
      };
  }
}

/** What is wrong with the numbers of a law, as a message code; null when it is sound. */
export function lawFault(law: Law): string | null {
  switch (law.law) {
    case 'jqpd-s':
      return law.min < law.p20 && law.p20 < law.p50 && law.p50 < law.p80 ? null : 'quantile-order';
    case 'jqpd-b':
      return law.min < law.p20 && law.p20 < law.p50 && law.p50 < law.p80 && law.p80 < law.max
        ? null
        : 'quantile-order';
    case 'uniform':
      return law.min <= law.max ? null : 'range-order';
    case 'empirical':
      if (law.weights.length !== law.values.length) return 'weights-length';
      return law.weights.some((weight) => weight > 0) ? null : 'weights-zero';
    case 'exponential':
    case 'erlang':
    case 'gamma':
    case 'weibull':
    case 'lognormal':
      return law.mean > 0 ? null : 'mean-zero';
    default:
      return null;
  }
}

/** A duration field: number of minutes, quantity, or law. Result: the law in seconds with its evidence. */
export const zLaw = zLawForm.transform((form, context) => {
  const law = lawOf(form);
  const fault = lawFault(law);
  if (fault !== null) {
    context.addIssue({ code: 'custom', message: fault, params: { code: fault } });
    return z.NEVER;
  }
  return Object.freeze({
    law: Object.freeze(law),
    status: form.status,
    source: form.source,
    range: form.range,
  });
});
export type LawField = z.output<typeof zLaw>;
