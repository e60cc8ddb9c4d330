/**
 * What a scenario leaves out, whatever its set of defaults: each value under the path of its field, in the unit of
 * the field. What depends on the set, the modality or the class is in `defaults.ts`.
 */
import { deepFreeze } from '../freeze.ts';
import { CLASSES } from '../vocabulary.ts';

export type FixedDefault = string | number | boolean | readonly string[];

export const FIXED_DEFAULTS = deepFreeze({
  defaults: 'anap-2010',
  'calendar.public-holidays': 'none',
  'calendar.closures[].announced': 365,
  'run.weeks': 52,
  'run.replications': 10,
  'run.seed': 1,
  'run.warmup-weeks': 'auto',
  'exams.<exam>.group': 'general',
  'exams.<exam>.needs': [],
  'exams.<exam>.icr': 0,
  'sites[].zone': '',
  'sites[].synthetic': false,
  'sites[].reading.hours-per-week': 40,
  'sites[].reading.week[].readers': 1,
  'devices[].count': 1,
  'devices[].speed': 1,
  'devices[].order': ['U', 'R', 'H', 'A'],
  'devices[].closed-room': 'wait',
  'devices[].end-of-vacation.policy': 'finish-present',
  'devices[].end-of-vacation.late': 0,
  'devices[].breakdowns.clock': 'calendar',
  'devices[].breakdowns.interrupted': 'resume',
  'devices[].week[].every': 1,
  'devices[].week[].first-week': 0,
  'devices[].week[].provides': ['radiologist', 'injection'],
  'devices[].week[].presence': 'garde',
  'devices[].week[].reserve[].kind': 'fixed',
  'flows[].offer': 'in-order',
  'flows[].owner': 'public',
  'flows[].priority': 'P4',
  'flows[].walk-in': false,
  'flows[].growth': 0,
  'flows[].school-holiday-factor': 1,
  'flows[].accept.free': 0,
  'flows[].no-show.tau': 1,
  'flows[].cancel.probability': 0,
  'flows[].cancel.notice': 2,
  'flows[].overbook': 0,
  /** Exams shorter than 3 minutes were excluded by the campaign (ANAP 2010, note 3). */
  '<law: jqpd-s>.min': 3,
  '<law: jqpd-b>.min': 0,
  '<law: empirical>.interpolate': false,
} as const);

/** Fields that are another one in a second form. */
const SAME: Readonly<Record<string, keyof typeof FIXED_DEFAULTS>> = Object.freeze({
  '<law>.min': '<law: jqpd-s>.min',
  'devices[].week[].reserve.kind': 'devices[].week[].reserve[].kind',
  ...Object.fromEntries(
    CLASSES.map((name) => [`devices[].closed-room.${name}`, 'devices[].closed-room' as const]),
  ),
});

/**
 * The fixed default of a field, by its path; undefined where there is none.
 * @example fixedDefault('run.weeks') // 52
 * @example fixedDefault('devices[].week[].reserve.kind') // 'fixed'
 */
export function fixedDefault(path: string): FixedDefault | undefined {
  const values: Readonly<Record<string, FixedDefault>> = FIXED_DEFAULTS;
  return values[SAME[path] ?? path];
}
