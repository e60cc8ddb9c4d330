/** How a user writes a duration: a law, or one of its short forms. */
import { z } from 'zod';
import { FIXED_DEFAULTS } from '../complete/defaults-fixed.ts';
import type { Law } from '../law.ts';
import { MINUTE } from '../units.ts';
import { LAW_FORMS } from './law-forms.ts';
import type { WrittenForm } from './words.ts';

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

const zLawForm = z.preprocess(longForm, z.discriminatedUnion('law', LAW_FORMS));
export type LawInput = z.output<typeof zLawForm>;

/** The law a user's form stands for, in seconds. */
export function lawOf(form: LawInput): Law {
  switch (form.law) {
    case 'jqpd-s':
      return {
        law: 'jqpd-s',
        min: form.min ?? FIXED_DEFAULTS['<law: jqpd-s>.min'] * MINUTE,
        p20: form.p20,
        p50: form.p50,
        p80: form.p80,
      };
    case 'jqpd-b':
      return {
        law: 'jqpd-b',
        min: form.min ?? FIXED_DEFAULTS['<law: jqpd-b>.min'] * MINUTE,
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
        interpolate: form.interpolate ?? FIXED_DEFAULTS['<law: empirical>.interpolate'],
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
export const zLaw = zLawForm
  .transform((form, context) => {
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
  })
  .meta({ form: 'law' satisfies WrittenForm });
export type LawField = z.output<typeof zLaw>;
