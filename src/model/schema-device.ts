/** How a user writes a device, its week of vacations, and its breakdowns. */
import { z } from 'zod';
import { EVIDENCE, zLaw } from './schema-law.ts';
import { zClock, zDays, zMinutes } from './units.ts';
import { CLASSES, DAYS, MODALITIES, NEEDS, VACATION_TYPES } from './vocabulary.ts';

export const zId = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u)
  .meta({ en: 'identifier: letters, digits, . _ -', fr: 'identifiant : lettres, chiffres, . _ -' });

const zLabel = z.string().max(200);

/** `mon-fri`, `sat`, `[mon, wed]`: day names, ranges and lists of both; the result is days 0 (Monday) to 6. */
export const zDayNames = z.union([z.string(), z.array(z.string())]).transform((raw, context) => {
  const days = new Set<number>();
  for (const part of Array.isArray(raw) ? raw : raw.split(',')) {
    const [first, last, ...more] = part
      .trim()
      .split('-')
      .map((name) => (DAYS as readonly string[]).indexOf(name));
    const end = last ?? first;
    if (first === undefined || end === undefined || first < 0 || end < first || more.length > 0) {
      context.addIssue({ code: 'custom', message: 'days', params: { code: 'days', value: part } });
      return z.NEVER;
    }
    for (let day = first; day <= end; day++) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
});

const zReserve = z.strictObject({
  for: z.string().meta({ en: 'class or flow it is kept for', fr: 'classe ou flux à qui elle est gardée' }),
  minutes: zMinutes.meta({ en: 'minutes set aside', fr: 'minutes réservées', unit: 'min' }),
  kind: z.enum(['fixed', 'nested']).optional().meta({
    en: 'fixed: taken out of the public minutes; nested: the last minutes left',
    fr: 'fixed : retirées ; nested : dernières minutes',
  }),
  release: zDays.optional().meta({
    en: 'open to all from this many days before',
    fr: 'ouverte à tous tant de jours avant',
    unit: 'd',
  }),
});

/** `{H: 90min, release: 1d}` (by class) or a list of `{for, minutes, kind, release}`. */
const zReserves = z.preprocess((raw) => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const { release, kind, ...byClass } = raw as Record<string, unknown>;
  return Object.entries(byClass).map(([target, minutes]) => ({
    for: target,
    minutes,
    ...(release === undefined ? {} : { release }),
    ...(kind === undefined ? {} : { kind }),
  }));
}, z.array(zReserve).max(8));

export const zVacation = z.strictObject({
  days: zDayNames.meta({ en: 'days of the week', fr: 'jours de la semaine' }),
  from: zClock.meta({ en: 'start', fr: 'début', unit: 'HH:MM' }),
  to: zClock.meta({
    en: 'end; not after the start means the next day',
    fr: 'fin ; avant le début = lendemain',
    unit: 'HH:MM',
  }),
  type: z.enum(VACATION_TYPES).meta({ en: 'one of the twelve types', fr: 'un des douze types' }),
  every: z
    .int()
    .min(1)
    .max(52)
    .optional()
    .meta({ en: 'comes back every n weeks', fr: 'revient toutes les n semaines' }),
  'first-week': z
    .int()
    .min(0)
    .max(51)
    .optional()
    .meta({ en: 'week of its first time, from 0', fr: 'semaine de sa première fois, depuis 0' }),
  accepts: z
    .strictObject({
      classes: z
        .array(z.enum(CLASSES))
        .min(1)
        .optional()
        .meta({ en: 'classes booked', fr: 'classes reçues' }),
      exams: z
        .array(z.string())
        .min(1)
        .optional()
        .meta({ en: 'exam groups or exam types', fr: 'groupes ou types d’examens' }),
      inserted: z
        .array(z.enum(CLASSES))
        .optional()
        .meta({ en: 'classes inserted without appointment', fr: 'classes insérées sans rendez-vous' }),
    })
    .optional(),
  owner: zId.optional().meta({ en: 'owner; others cannot book', fr: 'propriétaire ; lui seul y réserve' }),
  provides: z
    .array(z.enum(NEEDS))
    .optional()
    .meta({ en: 'what an exam may need and is there', fr: 'ce qu’un examen peut exiger et trouve' }),
  reserve: zReserves.optional(),
  appointments: z.array(zMinutes).min(1).max(500).optional().meta({
    en: 'fixed appointment times, from the start',
    fr: 'heures fixes de rendez-vous, depuis le début',
    unit: 'min',
  }),
  'late-start': zLaw
    .optional()
    .meta({ en: 'team ready after the start', fr: 'démarrage tardif', unit: 'min' }),
  'early-end': zMinutes
    .optional()
    .meta({ en: 'nobody inserted in the last', fr: 'fin précoce', unit: 'min' }),
  presence: z
    .enum(['garde', 'astreinte'])
    .optional()
    .meta({ en: 'on-call on site or from home', fr: 'garde ou astreinte' }),
  'call-in': zLaw.optional().meta({ en: 'time to come in when called', fr: 'délai de venue', unit: 'min' }),
});

const classMinutes = z.strictObject({
  A: zMinutes.optional(),
  H: zMinutes.optional(),
  R: zMinutes.optional(),
  U: zMinutes.optional(),
});

const zSlots = z.strictObject({
  ...classMinutes.shape,
  exams: z
    .record(z.string(), z.union([zMinutes, classMinutes]))
    .optional()
    .meta({ en: 'by exam type', fr: 'par type d’examen', unit: 'min' }),
});

const zClosedRoom = z.enum(['wait', 'divert']);

export const zBreakdowns = z.strictObject({
  'between-failures': zLaw.meta({ en: 'time to failure', fr: 'temps jusqu’à la panne' }),
  clock: z
    .enum(['calendar', 'working'])
    .optional()
    .meta({ en: 'counted in calendar or exam time', fr: 'compté en temps réel ou d’examen' }),
  repair: zLaw.meta({ en: 'time to repair', fr: 'durée de réparation' }),
  interrupted: z
    .enum(['resume', 'restart', 'rebook'])
    .optional()
    .meta({ en: 'the exam under way', fr: 'l’examen en cours' }),
});

export const zDevice = z.strictObject({
  id: zId,
  label: zLabel.optional(),
  site: zId,
  modality: z.enum(MODALITIES),
  count: z
    .int()
    .min(1)
    .max(20)
    .optional()
    .meta({ en: 'identical devices in one pool', fr: 'appareils identiques en un pool' }),
  pool: zId.optional().meta({ en: 'devices sharing one queue', fr: 'appareils partageant une file' }),
  speed: z
    .number()
    .min(0.1)
    .max(10)
    .optional()
    .meta({ en: 'divides exam durations', fr: 'divise les durées' }),
  week: z.array(zVacation).max(500),
  slots: zSlots.optional().meta({ en: 'standard slot length', fr: 'durée standard de plage', unit: 'min' }),
  changeover: zLaw
    .optional()
    .meta({ en: 'between two exams', fr: 'entre deux examens (inter-examens)', unit: 'min' }),
  'late-start': zLaw
    .optional()
    .meta({ en: 'team ready after the start of a vacation', fr: 'démarrage tardif', unit: 'min' }),
  'early-end': z
    .union([
      zMinutes,
      z.strictObject({ minutes: zMinutes, range: z.tuple([zMinutes, zMinutes]).optional(), ...EVIDENCE }),
    ])
    .optional()
    .meta({ en: 'nobody inserted in the last minutes', fr: 'fin précoce', unit: 'min' }),
  preparation: z
    .strictObject({
      time: zLaw,
      places: z
        .int()
        .min(1)
        .max(50)
        .optional()
        .meta({ en: 'seats; none = no limit', fr: 'places ; absent = sans limite' }),
    })
    .optional()
    .meta({ en: 'stage outside the room', fr: 'étape hors de la salle' }),
  'waiting-places': z
    .int()
    .min(0)
    .max(10_000)
    .optional()
    .meta({ en: 'inserted patients who may wait', fr: 'patients insérés pouvant attendre' }),
  order: z
    .array(z.enum(CLASSES))
    .length(4)
    .optional()
    .meta({ en: 'class priority in the room', fr: 'priorité des classes en salle' }),
  'closed-room': z
    .union([zClosedRoom, z.partialRecord(z.enum(CLASSES), zClosedRoom)])
    .optional()
    .meta({ en: 'inserted patient at a closed room', fr: 'patient inséré, salle fermée' }),
  'end-of-vacation': z
    .strictObject({
      policy: z.enum(['finish-present', 'limit', 'carry-over']),
      late: zMinutes.optional().meta({ en: 'accepted overrun', fr: 'débordement admis', unit: 'min' }),
    })
    .optional(),
  breakdowns: zBreakdowns.optional(),
});
