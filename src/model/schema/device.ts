/** How a user writes a device and its breakdowns. */
import { z } from 'zod';
import { zMinutes } from '../units.ts';
import { CLASSES, MODALITIES } from '../vocabulary.ts';
import { zLaw } from './law.ts';
import { EVIDENCE, rangeOf } from './law-forms.ts';
import { zId, zLabel } from './names.ts';
import { zVacation } from './vacation.ts';
import { byClass, says } from './words.ts';

const zSlots = byClass(zMinutes, 'min').extend({
  exams: z
    .record(z.string(), z.union([zMinutes, byClass(zMinutes, 'min')]))
    .optional()
    .meta({
      ...says(
        'by exam type, for all classes or by class',
        'par type d’examen, pour toutes les classes ou par classe',
        'min',
      ),
      each: 'exam',
    }),
});

const zClosedRoom = z.enum(['wait', 'divert']);

export const zBreakdowns = z.strictObject({
  'between-failures': zLaw.meta(
    says(
      'time from a repair to the next breakdown',
      'temps entre une réparation et la panne suivante',
      'min',
    ),
  ),
  clock: z
    .enum(['calendar', 'working'])
    .optional()
    .meta(
      says(
        'that time runs in calendar time, or in exam time only',
        'ce temps s’écoule sans cesse, ou pendant les examens seulement',
      ),
    ),
  repair: zLaw.meta(says('time to repair', 'durée de réparation', 'min')),
  interrupted: z
    .enum(['resume', 'restart', 'rebook'])
    .optional()
    .meta(
      says(
        'the interrupted exam is resumed, started again, or given another appointment',
        'l’examen interrompu reprend, recommence, ou reçoit un autre rendez-vous',
      ),
    ),
});

const zPreparation = z.strictObject({
  time: zLaw.meta(says('preparation time', 'durée de la préparation', 'min')),
  places: z
    .int()
    .min(1)
    .max(50)
    .optional()
    .meta(says('patients prepared at the same time', 'patients préparés en même temps')),
});

const zEndOfVacation = z.strictObject({
  policy: z
    .enum(['finish-present', 'limit', 'carry-over'])
    .meta(
      says(
        'who is present is examined, nothing is started that would end too late, or patients wait for the next vacation',
        'les présents sont examinés, rien n’est commencé qui finirait trop tard, ou les patients attendent la vacation suivante',
      ),
    ),
  late: zMinutes
    .optional()
    .meta(says('overrun accepted by the policy limit', 'débordement admis par la règle limit', 'min')),
});

export const zDevice = z.strictObject({
  id: zId.meta(says('identifier of the device', 'identifiant de l’appareil')),
  label: zLabel.optional().meta(says('name of the device as printed', 'nom affiché de l’appareil')),
  site: zId.meta(says('site it stands at', 'site où il est installé')),
  modality: z.enum(MODALITIES).meta(says('CT or MRI', 'scanner (ct) ou IRM (mri)')),
  count: z
    .int()
    .min(1)
    .max(20)
    .optional()
    .meta(says('identical devices sharing one queue', 'appareils identiques partageant une file')),
  pool: zId
    .optional()
    .meta(says('group of devices sharing one queue', 'groupe d’appareils partageant une file')),
  speed: z
    .number()
    .min(0.1)
    .max(10)
    .optional()
    .meta(
      says(
        'speed: exam durations are divided by it',
        'vitesse : les durées d’examen sont divisées par ce nombre',
      ),
    ),
  week: z
    .array(zVacation)
    .max(500)
    .meta(says('vacations of the week template', 'vacations de la semaine type')),
  slots: zSlots.optional().meta(says('standard slot lengths', 'durées standard de plage')),
  changeover: zLaw
    .optional()
    .meta(
      says(
        'changeover: from one patient leaving to the next entering',
        'inter-examens : de la sortie d’un patient à l’entrée du suivant',
        'min',
      ),
    ),
  'late-start': zLaw
    .optional()
    .meta(
      says(
        'late start: from the start of a vacation to the team ready',
        'démarrage tardif : du début d’une vacation au moment où l’équipe est prête',
        'min',
      ),
    ),
  'early-end': z
    .union([
      zMinutes,
      z.strictObject({
        minutes: zMinutes.meta(says('the duration', 'la durée', 'min')),
        range: rangeOf(zMinutes, 'min'),
        ...EVIDENCE,
      }),
    ])
    .optional()
    .meta(
      says(
        'early end: last minutes of a vacation in which nobody is inserted',
        'fin précoce : dernières minutes d’une vacation où personne n’est inséré',
        'min',
      ),
    ),
  preparation: zPreparation
    .optional()
    .meta(
      says('preparation outside the room, before the exam', 'préparation hors de la salle, avant l’examen'),
    ),
  'waiting-places': z
    .int()
    .min(0)
    .max(10_000)
    .optional()
    .meta(
      says(
        'inserted patients who may wait; the next ones are turned away',
        'patients insérés pouvant attendre ; les suivants ne sont pas accueillis',
      ),
    ),
  order: z
    .array(z.enum(CLASSES))
    .length(4)
    .optional()
    .meta(
      says(
        'priority in the room: the four classes, first to last',
        'priorité en salle : les quatre classes, de la première à la dernière',
      ),
    ),
  'closed-room': z
    .union([zClosedRoom, z.partialRecord(z.enum(CLASSES), zClosedRoom).meta({ each: 'class' })])
    .optional()
    .meta(
      says(
        'inserted patients at a closed room wait, or go elsewhere (divert); for all classes or by class',
        'devant une salle fermée, les patients insérés attendent (wait) ou vont ailleurs (divert) ; pour toutes les classes ou par classe',
      ),
    ),
  'end-of-vacation': zEndOfVacation
    .optional()
    .meta(says('patients left when a vacation ends', 'patients restants à la fin d’une vacation')),
  breakdowns: zBreakdowns.optional().meta(says('unplanned breakdowns', 'pannes imprévues')),
});
