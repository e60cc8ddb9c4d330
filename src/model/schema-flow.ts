/** How a user writes a flow of requests: who asks, how often, and how they answer an offer. */
import { z } from 'zod';
import { zId } from './schema-device.ts';
import { EVIDENCE, zLaw } from './schema-law.ts';
import { zDays } from './units.ts';
import { CLASSES, CLINICAL_PRIORITIES, MODALITIES } from './vocabulary.ts';

const probability = z.number().min(0).max(1);
const numberEvidence = { range: z.tuple([z.number(), z.number()]).optional(), ...EVIDENCE };
const daysEvidence = { range: z.tuple([zDays, zDays]).optional(), ...EVIDENCE };

/** A bare number, or the number with its evidence. */
const known = <T extends z.ZodType>(value: T) =>
  z.union([value, z.strictObject({ value, ...numberEvidence })]);

export const zProfile = z.union([
  z.enum(['flat', 'office', 'emergency']),
  z.array(z.number().nonnegative()).length(168),
]);

const zAccept = z.union([
  z.literal('always'),
  z.strictObject({ tau: zDays, free: zDays.optional(), ...daysEvidence }),
  z.strictObject({
    table: z
      .array(z.tuple([z.number().nonnegative(), probability]))
      .min(1)
      .max(400),
  }),
]);

const zNoShow = z.union([
  probability,
  z.strictObject({
    probability,
    max: probability.optional().meta({ en: 'at very long delays', fr: 'aux délais très longs' }),
    tau: zDays
      .optional()
      .meta({ en: 'delay scale of its growth', fr: 'échelle de sa croissance', unit: 'd' }),
    ...numberEvidence,
  }),
]);

export const zFlow = z.strictObject({
  id: zId.optional(),
  label: z.string().max(200).optional(),
  site: zId.optional(),
  sites: z.array(zId).min(1).max(200).optional().meta({ en: 'sites offered', fr: 'sites proposés' }),
  offer: z
    .enum(['in-order', 'earliest'])
    .optional()
    .meta({ en: 'how sites are offered', fr: 'ordre des sites proposés' }),
  devices: z
    .union([z.array(zId).min(1), z.record(z.string(), z.number().positive())])
    .optional()
    .meta({
      en: 'only these devices (or shares between them)',
      fr: 'ces appareils seulement (ou leurs parts)',
    }),
  modality: z.enum(MODALITIES),
  class: z.enum(CLASSES),
  owner: zId.optional(),
  priority: z.enum(CLINICAL_PRIORITIES).optional(),
  target: zDays
    .optional()
    .meta({ en: 'longest acceptable delay', fr: 'délai maximal acceptable', unit: 'd' }),
  'walk-in': z.boolean().optional(),
  'per-week': known(z.number().nonnegative().max(1e7))
    .optional()
    .meta({ en: 'requests a week', fr: 'demandes par semaine' }),
  arrivals: z.enum(['poisson', 'regular', 'log']).optional(),
  log: z.string().optional().meta({ en: 'CSV file of requests', fr: 'fichier CSV des demandes' }),
  profile: zProfile.optional().meta({ en: 'hours of the week requests come', fr: 'heures des demandes' }),
  growth: known(z.number().min(-0.5).max(1)).optional().meta({ en: 'a year', fr: 'par an' }),
  'school-holiday-factor': z.number().min(0).max(5).optional(),
  exams: z.record(z.string(), z.number().nonnegative()).optional(),
  durations: zLaw
    .optional()
    .meta({ en: 'instead of the exam’s', fr: 'au lieu de celle de l’examen', unit: 'min' }),
  accept: zAccept.optional(),
  lead: z
    .int()
    .min(0)
    .max(365)
    .optional()
    .meta({ en: 'first day offered', fr: 'premier jour proposé', unit: 'd' }),
  horizon: z
    .int()
    .min(0)
    .max(730)
    .optional()
    .meta({ en: 'agenda open ahead', fr: 'agenda ouvert', unit: 'd' }),
  'no-show': zNoShow.optional(),
  cancel: z
    .strictObject({ probability, notice: zDays.optional(), ...numberEvidence })
    .optional()
    .meta({ en: 'cancelled ahead', fr: 'annulé à l’avance' }),
  punctuality: zLaw
    .optional()
    .meta({ en: 'arrival minus appointment', fr: 'arrivée moins rendez-vous', unit: 'min' }),
  overbook: z.int().min(0).max(100).optional().meta({ en: 'places a vacation', fr: 'places par vacation' }),
  patience: zLaw.optional().meta({ en: 'leaves after waiting', fr: 'part après avoir attendu', unit: 'min' }),
  backlog: z
    .union([
      z.strictObject({ delay: zDays, ...EVIDENCE }),
      z.strictObject({ patients: z.int().min(0).max(1e6) }),
    ])
    .optional()
    .meta({ en: 'booked before the run', fr: 'rendez-vous pris avant le début' }),
});
export type FlowInput = z.output<typeof zFlow>;
