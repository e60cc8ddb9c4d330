/** How a user writes what becomes of an appointment: accepted, cancelled, not kept, or given before the run. */
import { z } from 'zod';
import { zDays } from '../units.ts';
import { EVIDENCE, rangeOf } from './law-forms.ts';
import { says } from './words.ts';

const probability = z.number().min(0).max(1);
const probabilityRange = rangeOf(z.number(), 'ratio');

export const zAccept = z.union([
  z.literal('always'),
  z.strictObject({
    tau: zDays.meta(
      says(
        'scale τ: a delay d is accepted with probability exp(−(d − free)/τ)',
        'échelle τ : un délai d est accepté avec la probabilité exp(−(d − free)/τ)',
        'd',
      ),
    ),
    free: zDays
      .optional()
      .meta(says('up to this delay everybody accepts', 'jusqu’à ce délai tous acceptent', 'd')),
    range: rangeOf(zDays, 'd'),
    ...EVIDENCE,
  }),
  z.strictObject({
    table: z
      .array(z.tuple([z.number().nonnegative(), probability]))
      .min(1)
      .max(400)
      .meta(
        says(
          'points [delay in days, probability of acceptance]',
          'points [délai en jours, probabilité d’acceptation]',
          'd',
        ),
      ),
  }),
]);

export const zNoShow = z.union([
  probability,
  z.strictObject({
    probability: probability.meta(
      says('probability at a delay of zero', 'probabilité pour un délai nul', 'ratio'),
    ),
    max: probability
      .optional()
      .meta(says('probability at very long delays', 'probabilité aux délais très longs', 'ratio')),
    tau: zDays
      .optional()
      .meta(says('scale of its growth with the delay', 'échelle de sa croissance avec le délai', 'd')),
    range: probabilityRange,
    ...EVIDENCE,
  }),
]);

export const zCancel = z.strictObject({
  probability: probability.meta(says('probability of cancelling', 'probabilité d’annuler', 'ratio')),
  notice: zDays
    .optional()
    .meta(says('how long before the appointment', 'combien de temps avant le rendez-vous', 'd')),
  range: probabilityRange,
  ...EVIDENCE,
});

export const zBacklog = z.union([
  z.strictObject({
    delay: zDays.meta(
      says(
        'booked until the first place left is at least so far away',
        'rendez-vous donnés jusqu’à ce que la première place libre soit au moins à ce délai',
        'd',
      ),
    ),
    ...EVIDENCE,
  }),
  z.strictObject({
    patients: z
      .int()
      .min(0)
      .max(1e6)
      .meta(says('number of patients booked', 'nombre de patients déjà inscrits')),
  }),
]);
