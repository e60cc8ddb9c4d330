/** How a user writes a flow of requests: who asks, how often, and how they answer an offer. */
import { z } from 'zod';
import { zDays } from '../units.ts';
import { CLASSES, CLINICAL_PRIORITIES, MODALITIES } from '../vocabulary.ts';
import { zAccept, zBacklog, zCancel, zNoShow } from './answer.ts';
import { zLaw } from './law.ts';
import { EVIDENCE, rangeOf } from './law-forms.ts';
import { zId, zLabel } from './names.ts';
import { zTravel } from './region.ts';
import { type FieldUnit, says } from './words.ts';

/** A bare number, or the number with its evidence. */
const known = <T extends z.ZodType>(value: T, unit: FieldUnit, end: z.ZodType<number> = z.number()) =>
  z.union([
    value,
    z.strictObject({
      value: value.meta(says('the number', 'le nombre', unit)),
      range: rangeOf(end, unit),
      ...EVIDENCE,
    }),
  ]);

export const zProfile = z.union([
  z.enum(['flat', 'office', 'emergency']),
  z.array(z.number().nonnegative()).length(168),
]);

export const zFlow = z.strictObject({
  id: zId.optional().meta(says('identifier of the flow', 'identifiant du flux')),
  label: zLabel.optional().meta(says('name of the flow as printed', 'nom affiché du flux')),
  site: zId.optional().meta(says('site asked', 'site demandé')),
  sites: z
    .array(zId)
    .min(1)
    .max(200)
    .optional()
    .meta(says('sites asked, instead of one', 'sites demandés, au lieu d’un seul')),
  offer: z
    .enum(['in-order', 'earliest'])
    .optional()
    .meta(
      says(
        'sites are offered one after the other, or the earliest place first',
        'les sites sont proposés dans l’ordre, ou la place la plus proche d’abord',
      ),
    ),
  travel: z
    .array(zTravel)
    .max(200)
    .optional()
    .meta(
      says(
        'travel to each of its sites, in the same order',
        'trajet jusqu’à chacun de ses sites, dans le même ordre',
        'min',
      ),
    ),
  'travel-scale': known(zTravel, 'min', zTravel)
    .optional()
    .meta(
      says(
        'scale of travel: another site so many minutes farther than the first is accepted exp(−minutes/scale) times as often',
        'échelle des trajets : un autre site, plus loin que le premier, est accepté exp(−minutes en plus/échelle) fois moins souvent',
        'min',
      ),
    ),
  origin: z
    .string()
    .max(20)
    .optional()
    .meta(says('department of residence, by its code', 'département de résidence, par son code')),
  devices: z
    .union([z.array(zId).min(1), z.record(z.string(), z.number().positive()).meta({ each: 'device' })])
    .optional()
    .meta(
      says(
        'only these devices, or the share of walk-ins sent to each',
        'ces appareils seulement, ou la part des sans rendez-vous envoyée à chacun',
      ),
    ),
  modality: z.enum(MODALITIES).meta(says('CT or MRI', 'scanner (ct) ou IRM (mri)')),
  class: z
    .enum(CLASSES)
    .meta(
      says(
        'class: ambulatory, hospitalised, intensive care, emergency',
        'classe : ambulatoire, hospitalisé, réanimation, urgences',
      ),
    ),
  owner: zId
    .optional()
    .meta(
      says(
        'owner: books only in vacations of this owner',
        'propriétaire : ne réserve que dans ses vacations',
      ),
    ),
  priority: z
    .enum(CLINICAL_PRIORITIES)
    .optional()
    .meta(says('clinical priority within the class', 'priorité clinique dans la classe')),
  target: zDays.optional().meta(says('longest acceptable delay', 'délai maximal acceptable', 'd')),
  'walk-in': z
    .boolean()
    .optional()
    .meta(
      says('comes without appointment, straight to the room', 'vient sans rendez-vous, directement en salle'),
    ),
  'per-week': known(z.number().nonnegative().max(1e7), '/week')
    .optional()
    .meta(says('requests a week, latent demand', 'demandes par semaine, demande latente', '/week')),
  arrivals: z
    .enum(['poisson', 'regular', 'log'])
    .optional()
    .meta(
      says(
        'requests at random, equally spaced, or read from a log',
        'demandes aléatoires, régulières, ou lues dans un journal',
      ),
    ),
  log: z
    .string()
    .optional()
    .meta(says('CSV file of requests, beside the scenario', 'fichier CSV des demandes, à côté du scénario')),
  profile: zProfile
    .optional()
    .meta(
      says(
        'hours of the week at which requests come: a name, or 168 weights from Monday 00:00',
        'heures de la semaine où viennent les demandes : un nom, ou 168 poids à partir du lundi 00:00',
      ),
    ),
  growth: known(z.number().min(-0.5).max(1), '/year')
    .optional()
    .meta(
      says('growth of requests a year (0.05: 5%)', 'croissance des demandes par an (0.05 : 5 %)', '/year'),
    ),
  'school-holiday-factor': z
    .number()
    .min(0)
    .max(5)
    .optional()
    .meta(
      says(
        'requests are multiplied by it in school holidays',
        'multiplie les demandes pendant les vacances scolaires',
      ),
    ),
  exams: z
    .record(z.string(), z.number().nonnegative())
    .optional()
    .meta({
      ...says(
        'share of each exam type in the requests',
        'part de chaque type d’examen dans les demandes',
        'ratio',
      ),
      each: 'exam',
    }),
  durations: zLaw
    .optional()
    .meta(
      says(
        'room time, instead of the exam type’s',
        'durée en salle, au lieu de celle du type d’examen',
        'min',
      ),
    ),
  accept: zAccept
    .optional()
    .meta(
      says(
        'how patients answer an offer: always yes, less often the longer the delay (tau), or by a table',
        'comment les patients répondent à une proposition : toujours oui, moins souvent si le délai est long (tau), ou selon une table',
      ),
    ),
  lead: z
    .int()
    .min(0)
    .max(365)
    .optional()
    .meta(
      says(
        'first day offered after the request; 0 is the same day',
        'premier jour proposé après la demande ; 0 : le jour même',
        'd',
      ),
    ),
  horizon: z
    .int()
    .min(0)
    .max(730)
    .optional()
    .meta(says('how far ahead the agenda is open', 'jusqu’où l’agenda est ouvert', 'd')),
  'no-show': zNoShow
    .optional()
    .meta(
      says(
        'probability of not coming to the appointment',
        'probabilité de ne pas honorer le rendez-vous',
        'ratio',
      ),
    ),
  cancel: zCancel.optional().meta(says('appointments cancelled ahead', 'rendez-vous annulés à l’avance')),
  punctuality: zLaw
    .optional()
    .meta(
      says(
        'arrival minus appointment; negative is early',
        'arrivée moins rendez-vous ; négatif : en avance',
        'min',
      ),
    ),
  overbook: z
    .int()
    .min(0)
    .max(100)
    .optional()
    .meta(
      says(
        'patients booked in a vacation beyond its places',
        'patients inscrits dans une vacation au-delà de ses places',
      ),
    ),
  patience: zLaw
    .optional()
    .meta(
      says(
        'an inserted patient leaves after waiting so long',
        'attente au bout de laquelle un patient inséré part',
        'min',
      ),
    ),
  backlog: zBacklog
    .optional()
    .meta(says('appointments given before the run', 'rendez-vous donnés avant le début')),
});
export type FlowInput = z.output<typeof zFlow>;
