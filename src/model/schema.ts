/** The whole scenario as a user writes it (YAML or JSON, kebab-case keys). The single source of its shape. */
import { z } from 'zod';
import { zDayNames, zDevice, zId } from './schema-device.ts';
import { zFlow } from './schema-flow.ts';
import { zLaw } from './schema-law.ts';
import { zClock, zDays } from './units.ts';
import { MODALITIES, NEEDS } from './vocabulary.ts';

const zLabels = z.union([z.string().max(200), z.strictObject({ en: z.string(), fr: z.string() })]);

const zExam = z.strictObject({
  modality: z.enum(MODALITIES),
  label: zLabels.optional(),
  group: zId.optional().meta({ en: 'exam group', fr: 'groupe d’examens' }),
  needs: z.array(z.enum(NEEDS)).optional(),
  icr: z.number().nonnegative().max(10_000).optional().meta({ en: 'relative cost index', fr: 'ICR' }),
  durations: z
    .strictObject({ A: zLaw.optional(), H: zLaw.optional(), R: zLaw.optional(), U: zLaw.optional() })
    .optional()
    .meta({ en: 'room time by class', fr: 'durée en salle par classe', unit: 'min' }),
});

const zWindow = z.strictObject({
  days: zDayNames,
  from: zClock,
  to: zClock,
  readers: z.int().min(1).max(50).optional(),
});

const zReading = z.strictObject({
  'hours-per-week': z.number().positive().max(5000).optional(),
  week: z.array(zWindow).max(200).optional(),
  minutes: z
    .strictObject({ ct: zLaw.optional(), mri: zLaw.optional() })
    .optional()
    .meta({ en: 'reading and validation of one exam', fr: 'lecture et validation', unit: 'min' }),
});

const byClassLaws = z.strictObject({
  A: zLaw.optional(),
  H: zLaw.optional(),
  R: zLaw.optional(),
  U: zLaw.optional(),
});

const zSite = z.strictObject({
  id: zId,
  label: z.string().max(200).optional(),
  zone: z.string().max(20).optional(),
  reading: zReading.optional(),
  reports: z
    .strictObject({ ct: byClassLaws.optional(), mri: byClassLaws.optional() })
    .optional()
    .meta({ en: 'report turnaround', fr: 'délai de compte rendu', unit: 'min' }),
});

const zDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const zClosure = z.strictObject({
  device: zId.optional(),
  site: zId.optional(),
  from: z.union([zDate, z.int().min(0)]).meta({ en: 'date, or day from 0', fr: 'date, ou jour depuis 0' }),
  days: z.int().min(1).max(366),
  announced: zDays.optional().meta({ en: 'known this long before', fr: 'connue tant avant', unit: 'd' }),
});

const zCalendar = z.strictObject({
  start: zDate.optional().meta({ en: 'the Monday of week 0', fr: 'le lundi de la semaine 0' }),
  'public-holidays': z.enum(['none', 'metropole', 'alsace-moselle']).optional(),
  'school-zone': z.enum(['A', 'B', 'C']).optional(),
  closures: z.array(zClosure).max(500).optional(),
});

const zRun = z.strictObject({
  weeks: z.int().min(1).max(20_000).optional(),
  replications: z.int().min(1).max(100_000).optional(),
  seed: z.union([z.int(), z.string().max(100)]).optional(),
  'warmup-weeks': z.union([z.int().min(0), z.literal('auto')]).optional(),
});

export const zScenario = z.strictObject({
  creneau: z.literal(1).meta({ en: 'schema version', fr: 'version du schéma' }),
  name: zLabels,
  description: zLabels.optional(),
  extends: z.string().optional(),
  defaults: z.enum(['anap-2010', 'none']).optional(),
  calendar: zCalendar.optional(),
  run: zRun.optional(),
  exams: z.record(z.string(), zExam).optional(),
  sites: z.array(zSite).min(1).max(5000),
  devices: z.array(zDevice).min(1).max(20_000),
  flows: z.array(zFlow).min(1).max(50_000),
});
export type ScenarioInput = z.output<typeof zScenario>;
