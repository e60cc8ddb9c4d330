/** How a planner writes the rules of a proposed week: the zod schema of RULES.yaml. */
import { z } from 'zod';
import { zId } from '../schema/names.ts';
import { zDayNames } from '../schema/vacation.ts';
import { DAY, HOUR, parseQuantity, zClock, zDays, zMinutes } from '../units.ts';
import { CLASSES, MODALITIES } from '../vocabulary.ts';
import { STAFF_GROUPS } from './rules.ts';

export const RULES_VERSION = 1;
/** The word for no limit. */
export const NO_LIMIT = 'none';
const MOST_LINES = 200;
const MOST_PERSONS = 500;
const MOST_CHANGES = 100;
const LONGEST_TEXT = 200;

/** Seconds of a text with its unit; a bare number is refused where hours and minutes could both be meant. */
const zDuration = z.union([z.string(), z.number()]).transform((raw, context) => {
  const seconds = typeof raw === 'string' ? parseQuantity(raw) : null;
  if (seconds === null || !(seconds > 0)) {
    context.addIssue({ code: 'custom', message: 'duration', params: { code: 'rules-duration' } });
    return z.NEVER;
  }
  return seconds;
});

/** Hours, as a number or with a unit; not below `least`. */
const zHours = (least: number) =>
  z.union([z.number(), z.string()]).transform((raw, context) => {
    const hours = typeof raw === 'number' ? raw : (parseQuantity(raw) ?? Number.NaN) / HOUR;
    if (!Number.isFinite(hours) || hours < least) {
      context.addIssue({ code: 'custom', message: 'hours', params: { code: 'rules-hours' } });
      return z.NEVER;
    }
    return hours;
  });

/** Euros from 0, or no limit. */
const zEuros = z.union([z.number(), z.string()]).transform((raw, context) => {
  if (raw === NO_LIMIT) return null;
  if (typeof raw === 'number' && raw >= 0) return raw;
  context.addIssue({ code: 'custom', message: 'euros', params: { code: 'rules-euros' } });
  return z.NEVER;
});

const zNoLimit = z.literal(NO_LIMIT).transform(() => null);

const lines = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(MOST_LINES).optional();

export const zOpening = z.strictObject({ days: zDayNames, from: zClock, to: zClock });

export const zClosed = z.strictObject({
  device: zId.optional(),
  days: zDayNames,
  from: zClock,
  to: zClock,
  why: z.string().max(LONGEST_TEXT).optional(),
});

export const zSessions = z.strictObject({
  shortest: zDuration.optional(),
  longest: zDuration.optional(),
  step: zDuration.optional(),
});

const zRoster = z.strictObject({
  days: zDayNames,
  from: zClock,
  to: zClock,
  persons: z.number().min(0).max(MOST_PERSONS),
});

export const zStaff = z.strictObject({
  group: z.enum(STAFF_GROUPS),
  site: zId.optional(),
  'per-device': z.number().positive().max(MOST_PERSONS).optional(),
  together: z.number().max(MOST_PERSONS).optional(),
  rosters: z.array(zRoster).min(1).max(MOST_LINES).optional(),
  'hours-per-week': zHours(0).optional(),
  shift: z.strictObject({ shortest: zDuration.optional(), longest: zDuration.optional() }).optional(),
  persons: z.int().min(1).max(MOST_PERSONS).optional(),
  rest: zDuration.optional(),
});

export const zTarget = z.strictObject({
  class: z.enum(CLASSES),
  modality: z.enum(MODALITIES),
  site: zId.optional(),
  delay: zDays,
});

export const zGuardrails = z.strictObject({
  'emergency-wait': zMinutes.optional(),
  delay: z.strictObject({ A: zDays.optional(), H: zDays.optional() }).optional(),
  report: zHours(0).optional(),
  overtime: zMinutes.optional(),
});

export const zFreeze = z.strictObject({
  device: zId,
  day: zDayNames.optional(),
  from: zClock.optional(),
  to: zClock.optional(),
});

/** A file of rules. What it does not say is ours, and told as such. */
export const zRules = z.strictObject({
  'creneau-rules': z.number().superRefine((version, context) => {
    if (version === RULES_VERSION) return;
    context.addIssue({ code: 'custom', message: 'version', params: { code: 'rules-version' } });
  }),
  opening: lines(zOpening),
  closed: lines(zClosed),
  sessions: zSessions.optional(),
  hours: z.union([zNoLimit, zHours(0)]).optional(),
  budget: zEuros.optional(),
  changes: z.int().min(0).max(MOST_CHANGES).optional(),
  staff: lines(zStaff),
  targets: lines(zTarget),
  guardrails: zGuardrails.optional(),
  freeze: lines(zFreeze),
});

export type RulesInput = z.output<typeof zRules>;
export type OpeningInput = z.output<typeof zOpening>;
export type ClosedInput = z.output<typeof zClosed>;
export type SessionsInput = z.output<typeof zSessions>;
export type StaffInput = z.output<typeof zStaff>;
export type TargetInput = z.output<typeof zTarget>;
export type GuardrailsInput = z.output<typeof zGuardrails>;
export type FreezeInput = z.output<typeof zFreeze>;

/** The longest rest that means something: days of work are compared two by two. */
export const LONGEST_REST = DAY;
