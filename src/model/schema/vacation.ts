/** How a user writes a vacation: its days and hours, its type, whom it receives, what it keeps for whom. */
import { z } from 'zod';
import { zClock, zDays, zMinutes } from '../units.ts';
import { CLASSES, DAYS, NEEDS, VACATION_TYPES } from '../vocabulary.ts';
import { zLaw } from './law.ts';
import { zId } from './names.ts';
import { says, type WrittenForm } from './words.ts';

/** `mon-fri`, `sat`, `[mon, wed]`: day names, ranges and lists of both; the result is days 0 (Monday) to 6. */
export const zDayNames = z
  .union([z.string(), z.array(z.string())])
  .transform((raw, context) => {
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
  })
  .meta({ form: 'day-names' satisfies WrittenForm });

const zReserve = z.strictObject({
  for: z
    .string()
    .meta(
      says(
        'class (A, H, R, U) or flow it is kept for',
        'classe (A, H, R, U) ou flux pour qui elle est gardée',
      ),
    ),
  minutes: zMinutes.meta(says('minutes kept', 'minutes gardées', 'min')),
  kind: z
    .enum(['fixed', 'nested'])
    .optional()
    .meta(
      says(
        'fixed: taken out of the public minutes; nested: the last minutes left',
        'fixed : retirée des minutes publiques ; nested : les dernières minutes libres',
      ),
    ),
  release: zDays
    .optional()
    .meta(
      says(
        'days before the vacation from which its minutes are open to all',
        'jours avant la vacation à partir desquels ses minutes s’ouvrent à tous',
        'd',
      ),
    ),
});

/** `{H: 90min, release: 1d}` (by class) or a list of `{for, minutes, kind, release}`. */
const zReserves = z
  .preprocess((raw) => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
    const { release, kind, ...byTarget } = raw as Record<string, unknown>;
    return Object.entries(byTarget).map(([target, minutes]) => ({
      for: target,
      minutes,
      ...(release === undefined ? {} : { release }),
      ...(kind === undefined ? {} : { kind }),
    }));
  }, z.array(zReserve).max(8))
  .meta({ form: 'reserves' satisfies WrittenForm });

const zAccepts = z.strictObject({
  classes: z
    .array(z.enum(CLASSES))
    .min(1)
    .optional()
    .meta(says('classes that may book', 'classes qui peuvent réserver')),
  exams: z
    .array(z.string())
    .min(1)
    .optional()
    .meta(says('exam types or exam groups received', 'types ou groupes d’examens reçus')),
  inserted: z
    .array(z.enum(CLASSES))
    .optional()
    .meta(says('classes inserted without appointment', 'classes insérées sans rendez-vous')),
});

export const zVacation = z.strictObject({
  days: zDayNames.meta(
    says(
      'days of the week: mon-fri, sat, or a list (a public holiday counts as a Sunday)',
      'jours de la semaine : mon-fri, sat, ou une liste (un jour férié compte comme un dimanche)',
    ),
  ),
  from: zClock.meta(says('start', 'début', 'HH:MM')),
  to: zClock.meta(
    says(
      'end; the next day where it is not after the start',
      'fin ; le lendemain si elle n’est pas après le début',
      'HH:MM',
    ),
  ),
  type: z
    .enum(VACATION_TYPES)
    .meta(says('one of the twelve types of ANAP 2010', 'un des douze types de l’ANAP 2010')),
  every: z
    .int()
    .min(1)
    .max(52)
    .optional()
    .meta(says('comes back every n weeks', 'revient toutes les n semaines', 'week')),
  'first-week': z
    .int()
    .min(0)
    .max(51)
    .optional()
    .meta(says('week of its first time, counted from 0', 'semaine de sa première fois, comptée depuis 0')),
  'last-week': z
    .int()
    .min(0)
    .max(519)
    .optional()
    .meta(
      says(
        'last week it may take place in, counted from 0',
        'dernière semaine où elle peut avoir lieu, comptée depuis 0',
      ),
    ),
  accepts: zAccepts.optional().meta(says('whom it receives', 'qui elle reçoit')),
  owner: zId
    .optional()
    .meta(says('owner: only flows of this owner book in it', 'propriétaire : seuls ses flux y réservent')),
  provides: z
    .array(z.enum(NEEDS))
    .optional()
    .meta(says('what an exam may need and finds there', 'ce qu’un examen peut exiger et y trouve')),
  reserve: zReserves
    .optional()
    .meta(
      says(
        'minutes kept for classes or flows: {H: 90min, release: 1d}, or a list',
        'minutes gardées pour des classes ou des flux : {H: 90min, release: 1d}, ou une liste',
      ),
    ),
  appointments: z
    .array(zMinutes)
    .min(1)
    .max(500)
    .optional()
    .meta(
      says(
        'fixed appointment times, from its start, one patient each',
        'heures fixes de rendez-vous, depuis son début, un patient chacune',
        'min',
      ),
    ),
  'late-start': zLaw
    .optional()
    .meta(
      says(
        'late start of this vacation: from its start to the team ready',
        'démarrage tardif de cette vacation : de son début au moment où l’équipe est prête',
        'min',
      ),
    ),
  'early-end': zMinutes
    .optional()
    .meta(
      says(
        'early end of this vacation: last minutes in which nobody is inserted',
        'fin précoce de cette vacation : dernières minutes où personne n’est inséré',
        'min',
      ),
    ),
  presence: z
    .enum(['garde', 'astreinte'])
    .optional()
    .meta(
      says(
        'on-call team on site (garde) or called in from home (astreinte)',
        'équipe de permanence sur place (garde) ou appelée à domicile (astreinte)',
      ),
    ),
  'call-in': zLaw
    .optional()
    .meta(says('time the on-call team takes to come in', 'délai de venue de l’équipe d’astreinte', 'min')),
});
