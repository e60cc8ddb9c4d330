/** How a user writes a benchmark: the zod schema of its file, whose units are stated row by row. */
import { z } from 'zod';
import { zId } from '../schema/names.ts';
import { byClass } from '../schema/words.ts';
import { MODALITIES } from '../vocabulary.ts';
import { BENCHMARK_ROWS } from './benchmark.ts';

export const BENCHMARK_VERSION = 1;
/** Hours of a week. */
const WEEK_HOURS = 168;
const LONGEST_TEXT = 1000;

const zLine = z.string().min(1).max(LONGEST_TEXT);
/** One text for both languages, or one in each. */
const zText = z.union([zLine, z.strictObject({ en: zLine, fr: zLine })]);
export type TextInput = z.output<typeof zText>;

const zFigure = z.int().min(1).max(999);
/** Where in the source a number stands: its figure, or a place in words. */
const place = { figure: zFigure.optional(), where: zText.optional() };

const amount = (most: number) => z.number().min(0).max(most);
const zPercent = amount(100);

/** Three quantiles that do not fall, in one of the units given. */
function zBand<const U extends readonly [string, ...string[]]>(units: U, most: number) {
  const value = amount(most);
  return z
    .strictObject({ p20: value, p50: value, p80: value, unit: z.enum(units), ...place })
    .superRefine(({ p20, p50, p80, unit }, context) => {
      if (!(p20 <= p50 && p50 <= p80)) {
        context.addIssue({ code: 'custom', message: 'order', params: { code: 'benchmark-quantiles' } });
      } else if ((unit as string) === 'percent' && p80 <= 1) {
        context.addIssue({ code: 'custom', message: 'unit', params: { code: 'benchmark-share-as-percent' } });
      }
    });
}

const zDelay = zBand(['days'], 3650);
const zReport = zBand(['minutes', 'hours'], 525_600);
const zDuration = zBand(['minutes'], 1440);

const zExtended = <U extends string>(unit: U, most: number) =>
  z.strictObject({ scheduled: amount(most), extended: amount(most), unit: z.literal(unit) });

/** Items that are told apart by their id. */
const withDistinctIds = <T extends z.ZodType<{ readonly id: string }>>(item: T) =>
  z.array(item).superRefine((items, context) => {
    const seen = new Set<string>();
    items.forEach(({ id }, rank) => {
      const params = { code: 'benchmark-id-twice' };
      if (seen.has(id)) context.addIssue({ code: 'custom', message: 'id', params, path: [rank, 'id'] });
      seen.add(id);
    });
  });

const zNight = z
  .strictObject({
    'at-most': z.number().min(0).optional(),
    'at-least': z.number().min(0).optional(),
    per: z.enum(['week', 'weekday-night']),
    /** Percent of the devices: one number, or the two between which it lies. */
    share: z.union([zPercent, z.tuple([zPercent, zPercent])]),
    ...place,
  })
  .superRefine((night, context) => {
    if ((night['at-most'] === undefined) === (night['at-least'] === undefined)) {
      context.addIssue({ code: 'custom', message: 'side', params: { code: 'benchmark-night-side' } });
    }
    const { share } = night;
    if (typeof share !== 'number' && share[0] > share[1]) {
      const params = { code: 'benchmark-share-order' };
      context.addIssue({ code: 'custom', message: 'order', params, path: ['share'] });
    }
  });
export type NightInput = z.output<typeof zNight>;

const zModality = z.strictObject({
  devices: z.strictObject({ measured: z.int().min(1), 'occupancy-panel': z.int().min(1) }).optional(),
  'appointment-delay': byClass(zDelay).optional(),
  'report-turnaround': byClass(zReport).optional(),
  'exam-duration': byClass(zDuration).optional(),
  opening: zBand(['hours-per-week'], WEEK_HOURS).optional(),
  occupancy: zBand(['percent'], 100).optional(),
  icr: zBand(['icr-per-hour'], 100_000).optional(),
  passages: zBand(['passages-per-week'], 100_000).optional(),
  'with-emergency': z
    .strictObject({
      occupancy: zExtended('percent', 100),
      opening: zExtended('hours-per-week', WEEK_HOURS),
      ...place,
    })
    .optional(),
  'on-call': z
    .strictObject({
      share: zPercent,
      'above-hours': amount(WEEK_HOURS).optional(),
      criterion: zText,
      ...place,
    })
    .optional(),
  nights: z.array(zNight).optional(),
});
export type ModalityInput = z.output<typeof zModality>;

/** Counts of devices alone place nothing. */
const isComparable = (key: string): boolean => key !== 'devices';

const zNote = z.strictObject({
  id: zId,
  modalities: z.array(z.enum(MODALITIES)).optional(),
  rows: z.array(z.enum(BENCHMARK_ROWS)).optional(),
  text: zText,
  ...place,
});
export type NoteInput = z.output<typeof zNote>;

const zCase = z.strictObject({
  id: zId,
  modality: z.enum(MODALITIES),
  exam: zText,
  patient: zText,
  question: zText,
  /** Days, ambulatory and hospitalised, where the case's own median is printed. */
  'median-delay': z.strictObject({ A: amount(3650).optional(), H: amount(3650).optional() }).optional(),
  figures: z.array(zFigure).optional(),
});
export type CaseInput = z.output<typeof zCase>;

/** A benchmark file. What a campaign did not measure is left out. */
export const zBenchmark = z.strictObject({
  benchmark: z.number().superRefine((version, context) => {
    if (version === BENCHMARK_VERSION) return;
    context.addIssue({ code: 'custom', message: 'version', params: { code: 'benchmark-version' } });
  }),
  id: zId,
  year: z.int().min(1980).max(2200),
  territory: zText,
  label: zText,
  publisher: zLine,
  /** How the source is cited; the figure or the place of each row comes after it. */
  source: zText,
  modalities: z
    .strictObject({ ct: zModality.optional(), mri: zModality.optional() })
    .superRefine(({ ct, mri }, context) => {
      if ([ct, mri].some((one) => one !== undefined && Object.keys(one).some(isComparable))) return;
      context.addIssue({ code: 'custom', message: 'rows', params: { code: 'benchmark-no-row' } });
    }),
  'clinical-cases': withDistinctIds(zCase).optional(),
  'night-statements': withDistinctIds(zNote).optional(),
  caveats: withDistinctIds(zNote).optional(),
  participants: z
    .strictObject({
      total: z.int().min(1),
      unit: zText,
      'by-legal-status': z
        .array(z.strictObject({ status: zLine, count: z.int().min(0), label: zText }))
        .optional(),
    })
    .optional(),
});
export type BenchmarkInput = z.output<typeof zBenchmark>;
