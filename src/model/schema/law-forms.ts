/** The laws of durations a user may write, and the evidence a number may carry. */
import { z } from 'zod';
import type { Law } from '../law.ts';
import { zMinutes, zSignedMinutes } from '../units.ts';
import { type FieldUnit, says, type WrittenForm } from './words.ts';

/** Where a number comes from: measured on site, found by calibration, or assumed (with the range it may take). */
export const EVIDENCE = {
  status: z
    .enum(['measured', 'calibrated', 'assumed'])
    .optional()
    .meta(
      says(
        'how the number is known: measured on site, calibrated on results, or assumed',
        'comment le nombre est connu : mesuré sur place, calé sur des résultats, ou supposé',
      ),
    ),
  source: z
    .string()
    .max(300)
    .optional()
    .meta(says('where the number comes from, in words', 'd’où vient le nombre, en clair')),
};

/** The two ends of an assumed number, each written as the number itself. */
export const rangeOf = <T extends z.ZodType>(end: T, unit: FieldUnit) =>
  z
    .tuple([end, end])
    .optional()
    .meta(
      says('range the number may take: [lowest, highest]', 'fourchette du nombre : [minimum, maximum]', unit),
    );

const MEAN = says('mean', 'moyenne', 'min');
const LOWEST = says('lower bound', 'borne inférieure', 'min');
const HIGHEST = says('upper bound', 'borne supérieure', 'min');
const P20 = says('20% are shorter', '20 % sont plus courtes', 'min');
const P50 = says('half are shorter: the median', 'la moitié sont plus courtes : médiane', 'min');
const P80 = says('80% are shorter', '80 % sont plus courtes', 'min');

const extras = { ...EVIDENCE, range: rangeOf(zMinutes, 'min') };
const quantiles = { p20: zMinutes.meta(P20), p50: zMinutes.meta(P50), p80: zMinutes.meta(P80) };
/** Above zero: a law of mean zero is no law (see `lawFault`). */
const zMean = zMinutes.meta({ ...MEAN, form: 'positive-minutes' satisfies WrittenForm });
const meanAndCv = {
  mean: zMean,
  cv: z
    .number()
    .positive()
    .max(5)
    .meta(
      says(
        'coefficient of variation: standard deviation ÷ mean',
        'coefficient de variation : écart type ÷ moyenne',
      ),
    ),
};

const law = <Name extends Law['law']>(name: Name, en: string, fr: string) =>
  z.literal(name).meta(says(en, fr));

/** Told apart by their `law`. */
export const LAW_FORMS = [
  z.strictObject({
    law: law('deterministic', 'always the same duration', 'toujours la même durée'),
    value: zSignedMinutes.meta(says('the duration', 'la durée', 'min')),
    ...extras,
  }),
  z.strictObject({
    law: law('exponential', 'exponential: without memory', 'exponentielle : sans mémoire'),
    mean: zMean,
    ...extras,
  }),
  z.strictObject({
    law: law(
      'erlang',
      'Erlang: a sum of equal exponential stages',
      'Erlang : somme d’étapes exponentielles égales',
    ),
    mean: zMean,
    stages: z.int().min(1).max(100).meta(says('number of stages', 'nombre d’étapes')),
    ...extras,
  }),
  z.strictObject({
    law: law('gamma', 'gamma, by its mean and cv', 'gamma, par sa moyenne et son cv'),
    ...meanAndCv,
    ...extras,
  }),
  z.strictObject({
    law: law('weibull', 'Weibull, by its mean and cv', 'Weibull, par sa moyenne et son cv'),
    ...meanAndCv,
    ...extras,
  }),
  z.strictObject({
    law: law('lognormal', 'lognormal, by its mean and cv', 'lognormale, par sa moyenne et son cv'),
    ...meanAndCv,
    ...extras,
  }),
  z.strictObject({
    law: law('normal', 'normal, raised to its floor', 'normale, relevée à son plancher'),
    mean: zSignedMinutes.meta(MEAN),
    sd: zMinutes.meta(says('standard deviation', 'écart type', 'min')),
    floor: zSignedMinutes
      .optional()
      .meta(says('smaller draws are raised to it', 'les tirages plus petits y sont relevés', 'min')),
    ...extras,
  }),
  z.strictObject({
    law: law('uniform', 'uniform between two bounds', 'uniforme entre deux bornes'),
    min: zSignedMinutes.meta(LOWEST),
    max: zSignedMinutes.meta(HIGHEST),
    ...extras,
  }),
  z.strictObject({
    law: law(
      'jqpd-s',
      'J-QPD-S: through three quantiles, bounded below',
      'J-QPD-S : par trois quantiles, bornée en bas',
    ),
    min: zMinutes.optional().meta(LOWEST),
    ...quantiles,
    ...extras,
  }),
  z.strictObject({
    law: law(
      'jqpd-b',
      'J-QPD-B: through three quantiles, bounded on both sides',
      'J-QPD-B : par trois quantiles, bornée des deux côtés',
    ),
    min: zMinutes.optional().meta(LOWEST),
    max: zMinutes.meta(HIGHEST),
    ...quantiles,
    ...extras,
  }),
  z.strictObject({
    law: law('empirical', 'observed durations, drawn again', 'durées observées, tirées à nouveau'),
    values: z
      .array(zMinutes)
      .min(1)
      .max(100_000)
      .meta(says('observed durations', 'durées observées', 'min')),
    weights: z
      .array(z.number().nonnegative())
      .optional()
      .meta(says('weight of each value, in the same order', 'poids de chaque valeur, dans le même ordre')),
    interpolate: z
      .boolean()
      .optional()
      .meta(
        says(
          'draw between two values as well, instead of the values only',
          'tirer aussi entre deux valeurs, au lieu des seules valeurs',
        ),
      ),
    ...extras,
  }),
] as const;
