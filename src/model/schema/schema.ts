/** The whole scenario as a user writes it (YAML or JSON, kebab-case keys). The single source of its shape. */
import { z } from 'zod';
import { zClock, zDays } from '../units.ts';
import { MODALITIES, NEEDS } from '../vocabulary.ts';
import { zDevice } from './device.ts';
import { zFlow } from './flow.ts';
import { zLaw } from './law.ts';
import { zId, zLabel, zLabels } from './names.ts';
import { zObserved } from './observed.ts';
import { zRegion, zTravelByDepartment } from './region.ts';
import { zDayNames } from './vacation.ts';
import { byClass, byModality, says, type WrittenForm } from './words.ts';

const zExam = z.strictObject({
  modality: z.enum(MODALITIES).meta(says('CT or MRI', 'scanner (ct) ou IRM (mri)')),
  label: zLabels.optional().meta(says('name of the exam type as printed', 'nom affiché du type d’examen')),
  group: zId
    .optional()
    .meta(
      says(
        'exam group: what vacations accept together',
        'groupe d’examens : ce que les vacations reçoivent ensemble',
      ),
    ),
  needs: z
    .array(z.enum(NEEDS))
    .optional()
    .meta(says('what a vacation must provide for it', 'ce qu’une vacation doit fournir pour lui')),
  icr: z
    .number()
    .nonnegative()
    .max(10_000)
    .optional()
    .meta(says('relative cost index (ICR) of one exam', 'indice de coût relatif (ICR) d’un examen', 'ICR')),
  durations: byClass(zLaw, 'min').optional().meta(says('room time by class', 'durée en salle par classe')),
});

const zWindow = z.strictObject({
  days: zDayNames.meta(says('days of the week', 'jours de la semaine')),
  from: zClock.meta(says('start', 'début', 'HH:MM')),
  to: zClock.meta(says('end', 'fin', 'HH:MM')),
  readers: z
    .int()
    .min(1)
    .max(50)
    .optional()
    .meta(says('radiologists reading at the same time', 'radiologues qui lisent en même temps')),
});

const zReading = z.strictObject({
  'hours-per-week': z
    .number()
    .positive()
    .max(5000)
    .optional()
    .meta(
      says(
        'reading hours a week, spread over Monday to Friday from 08:00',
        'heures de lecture par semaine, réparties du lundi au vendredi dès 08:00',
        'h/week',
      ),
    ),
  week: z
    .array(zWindow)
    .max(200)
    .optional()
    .meta(
      says(
        'reading hours of the week, instead of their number',
        'horaires de lecture de la semaine, au lieu de leur nombre',
      ),
    ),
  minutes: byModality(zLaw, 'min')
    .optional()
    .meta(says('reading and validation of one exam', 'lecture et validation d’un examen')),
});

const zSite = z.strictObject({
  id: zId.meta(says('identifier of the site', 'identifiant du site')),
  label: zLabel.optional().meta(says('name of the site as printed', 'nom affiché du site')),
  zone: z
    .string()
    .max(20)
    .optional()
    .meta(
      says(
        'zone of the territory, such as a department number',
        'zone du territoire, comme un numéro de département',
      ),
    ),
  synthetic: z
    .boolean()
    .optional()
    .meta(
      says(
        'drawn from published figures: it is nobody’s site',
        'tiré de chiffres publiés : ce n’est le site de personne',
      ),
    ),
  travel: zTravelByDepartment
    .optional()
    .meta(
      says(
        'travel to it from each department, instead of the region’s',
        'trajet jusqu’à lui depuis chaque département, au lieu de celui de la région',
        'min',
      ),
    ),
  reading: zReading
    .optional()
    .meta(
      says(
        'reading queue: reports wait for a radiologist in staffed hours',
        'file de lecture : les comptes rendus attendent un radiologue présent',
      ),
    ),
  reports: z
    .strictObject({
      ct: byClass(zLaw, 'min').optional().meta(says('of CT exams', 'des examens de scanner')),
      mri: byClass(zLaw, 'min').optional().meta(says('of MRI exams', 'des examens d’IRM')),
    })
    .optional()
    .meta(
      says(
        'report turnaround, where there is no reading queue',
        'délai de compte rendu, sans file de lecture',
      ),
    ),
});

const zDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ form: 'date' satisfies WrittenForm });

const zClosure = z.strictObject({
  device: zId.optional().meta(says('device or pool closed', 'appareil ou pool fermé')),
  site: zId.optional().meta(says('site closed, all its devices', 'site fermé, avec tous ses appareils')),
  from: z
    .union([zDate, z.int().min(0)])
    .meta(
      says(
        'first day: a date, or a day counted from 0',
        'premier jour : une date, ou un jour compté depuis 0',
        'd',
      ),
    ),
  days: z
    .int()
    .min(1)
    .max(366)
    .meta(says('number of days', 'nombre de jours', 'd')),
  announced: zDays
    .optional()
    .meta(
      says(
        'notice: from then on nothing more is booked, and those booked are moved',
        'préavis : dès lors plus rien n’y est inscrit, les inscrits sont déplacés',
        'd',
      ),
    ),
});

const zCalendar = z.strictObject({
  start: zDate.optional().meta(says('the Monday of week 0', 'le lundi de la semaine 0')),
  'public-holidays': z
    .enum(['none', 'metropole', 'alsace-moselle'])
    .optional()
    .meta(says('public holidays kept, as Sundays', 'jours fériés observés, comme des dimanches')),
  'school-zone': z
    .enum(['A', 'B', 'C'])
    .optional()
    .meta(says('zone of the school holidays', 'zone des vacances scolaires')),
  closures: z
    .array(zClosure)
    .max(500)
    .optional()
    .meta(says('whole days out of service', 'jours entiers hors service')),
});

const zRun = z.strictObject({
  weeks: z
    .int()
    .min(1)
    .max(20_000)
    .optional()
    .meta(says('weeks simulated, warm-up included', 'semaines simulées, mise en régime comprise', 'week')),
  replications: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .meta(
      says('times the run is repeated with other draws', 'nombre de réplications, avec d’autres tirages'),
    ),
  seed: z
    .union([z.int(), z.string().max(100)])
    .optional()
    .meta(
      says(
        'seed of the draws: the same seed, the same numbers',
        'graine des tirages : même graine, mêmes nombres',
      ),
    ),
  'warmup-weeks': z
    .union([z.int().min(0), z.literal('auto')])
    .optional()
    .meta(says('first weeks left out of the results', 'premières semaines exclues des résultats', 'week')),
});

export const zScenario = z.strictObject({
  creneau: z.literal(1).meta(says('version of the scenario format', 'version du format de scénario')),
  name: zLabels.meta(says('name of the scenario', 'nom du scénario')),
  description: zLabels.optional().meta(says('what it is about', 'de quoi il s’agit')),
  extends: z
    .string()
    .optional()
    .meta(
      says(
        'scenario file this one changes: it then holds only the differences',
        'fichier de scénario que celui-ci modifie : il ne contient alors que les différences',
      ),
    ),
  defaults: z
    .enum(['anap-2010', 'none'])
    .optional()
    .meta(
      says(
        'where left-out values come from: the national campaign, or no set (none): every effect off',
        'd’où viennent les valeurs omises : la campagne nationale, ou aucun jeu (none) : tout effet désactivé',
      ),
    ),
  calendar: zCalendar.optional().meta(says('civil calendar and closures', 'calendrier civil et fermetures')),
  region: zRegion
    .optional()
    .meta(
      says(
        'the territory: its departments and the travel between them',
        'le territoire : ses départements et les trajets entre eux',
      ),
    ),
  run: zRun.optional().meta(says('length and repetition of the run', 'durée et répétition de la simulation')),
  exams: z
    .record(z.string(), zExam)
    .optional()
    .meta({ ...says('exam types, by identifier', 'types d’examens, par identifiant'), each: 'exam' }),
  sites: z
    .array(zSite)
    .min(1)
    .max(5000)
    .meta(says('sites: hospitals, practices, groups', 'sites : hôpitaux, cabinets, groupements')),
  devices: z.array(zDevice).min(1).max(20_000).meta(says('scanners and MRIs', 'scanners et IRM')),
  flows: z.array(zFlow).min(1).max(50_000).meta(says('flows of requests', 'flux de demandes')),
  observed: z
    .array(zObserved)
    .max(5000)
    .optional()
    .meta(
      says(
        'what sites know of themselves; every result says how well it is given back',
        'ce que les sites savent d’eux-mêmes ; chaque résultat dit si c’est bien retrouvé',
      ),
    ),
});
export type ScenarioInput = z.output<typeof zScenario>;
