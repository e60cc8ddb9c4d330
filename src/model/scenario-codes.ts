/** The codes of every finding about a scenario, each with the values its sentence may name. Sentences are elsewhere. */
import { type DocumentPath, type Finding, finding } from './finding.ts';

/** What is wrong with one value, whatever the rest of the scenario. */
export const FORM_CODES = Object.freeze({
  'unknown-key': ['key', 'nearest', 'known'],
  'key-not-with': ['key', 'others'],
  'missing-key': ['key'],
  // `expected` is a list of the keys of VALUE_KINDS.
  // `nearest` is what was probably meant, as a scenario writes it.
  'wrong-type': ['value', 'expected', 'nearest'],
  'not-in-list': ['value', 'allowed', 'nearest'],
  'schema-version': ['value', 'limit'],
  'too-small': ['value', 'limit'],
  'not-above': ['value', 'limit'],
  'too-large': ['value', 'limit'],
  probability: ['value', 'nearest', 'percent'],
  negative: ['value'],
  'list-length': ['count', 'limit'],
  'list-too-short': ['count', 'limit'],
  'list-too-long': ['count', 'limit'],
  'text-empty': [],
  'text-too-long': ['count', 'limit'],
  identifier: ['value', 'nearest'],
  date: ['value', 'nearest'],
  quantity: ['value', 'unit', 'nearest'],
  clock: ['value', 'nearest'],
  days: ['value', 'nearest'],
  'quantile-order': ['value'],
  'range-order': ['value'],
  'weights-length': ['value'],
  'weights-zero': [],
  'mean-zero': [],
  invalid: ['value'],
} as const);

/** What does not go together in a scenario whose values are each well formed. */
export const CONSISTENCY_CODES = Object.freeze({
  // `kind` is site, device or flow.
  'duplicate-id': ['kind', 'id'],
  'unknown-site': ['site', 'nearest', 'known'],
  'unknown-device': ['device', 'nearest', 'known'],
  'unknown-exam': ['exam', 'nearest', 'known'],
  'unknown-exam-or-group': ['exam', 'nearest', 'known'],
  'unknown-reserve-target': ['target', 'nearest', 'known'],
  'flow-without-site': ['flow'],
  'site-and-sites': ['flow'],
  'site-repeated': ['site'],
  'site-without-device': ['site'],
  'device-at-other-site': ['device', 'site', 'sites'],
  'device-other-modality': ['device', 'modality', 'wanted'],
  'exam-other-modality': ['exam', 'modality', 'wanted'],
  'vacations-overlap': ['device', 'first', 'second'],
  'last-week-before-first': ['last', 'first'],
  'slot-too-long': ['minutes', 'limit'],
  'slot-zero': ['device', 'class'],
  'slot-longer-than-vacation': ['minutes', 'limit', 'device'],
  'reserve-too-large': ['minutes', 'limit'],
  'reserve-not-booked': ['type'],
  'reserve-without-flow': ['target', 'device'],
  'appointments-decreasing': ['minutes', 'previous'],
  'appointments-beyond': ['minutes', 'limit'],
  'early-end-too-long': ['minutes', 'limit'],
  'presence-ignored': ['type'],
  'device-never-open': ['device'],
  'device-without-flow': ['device'],
  'pool-differs': ['pool', 'device', 'other', 'field'],
  'pool-split': ['pool', 'device', 'other'],
  'pool-too-large': ['pool', 'count', 'limit'],
  'negative-duration': ['minutes'],
  'durations-missing': ['exam', 'class'],
  'flow-without-device': ['flow', 'modality', 'site'],
  'walk-in-several-rooms': ['flow', 'count'],
  'walk-in-never-received': ['flow', 'class'],
  // `reason` is one of BOOKING_OBSTACLES.
  'flow-never-booked': ['flow', 'exam', 'site', 'reason'],
  'lead-beyond-horizon': ['lead', 'limit'],
  'log-missing': ['flow'],
  'log-ignored': ['arrivals'],
  'log-without-class': ['file', 'class'],
  'log-exams-unknown': ['count', 'names'],
  'per-week-missing': ['flow'],
  'per-week-ignored': [],
  'exam-shares-zero': ['flow'],
  'exam-shares-sum': ['sum'],
  'mix-shares-sum': ['sum'],
  'profile-zero': ['flow'],
  'acceptance-order': ['delay', 'previous'],
  'tau-zero': [],
  'no-show-decreases': ['max', 'probability'],
  'ignored-for-walk-in': ['keys'],
  'ignored-for-booked': ['keys'],
  'range-reversed': ['low', 'high'],
  'range-outside': ['value', 'low', 'high'],
  'no-such-date': ['value'],
  'calendar-not-monday': ['value', 'nearest'],
  'holidays-without-start': ['key'],
  'holiday-factor-unused': [],
  'closure-names-nothing': [],
  'closure-without-start': ['value'],
  'closure-outside-run': ['day', 'limit'],
  'warmup-too-long': ['weeks', 'limit'],
  'reading-window-order': ['from', 'to'],
  'reading-hours-twice': [],
  'reports-ignored': ['site'],
  'unknown-department': ['department', 'nearest'],
  'department-outside-region': ['department', 'nearest', 'known'],
  'site-without-zone': ['site'],
  'travel-missing': ['from', 'to'],
  'travel-count': ['count', 'limit'],
  'travel-scale-zero': [],
  'travel-scale-unused': [],
  'region-without-demand': [],
  'unknown-balance': ['balance', 'nearest', 'known'],
  'without-region': ['key'],
} as const);

/** The kinds of value a field may ask for. */
export const VALUE_KINDS = Object.freeze([
  'number',
  'whole-number',
  'text',
  'list',
  'mapping',
  'yes-no',
] as const);
export type ValueKind = (typeof VALUE_KINDS)[number];

/** What keeps a flow out of every vacation, in the order it is looked at. */
export const BOOKING_OBSTACLES = Object.freeze(['type', 'owner', 'class', 'exam', 'needs', 'slot'] as const);
export type BookingObstacle = (typeof BOOKING_OBSTACLES)[number];

export type FormCode = keyof typeof FORM_CODES;
export type ConsistencyCode = keyof typeof CONSISTENCY_CODES;
type AllCodes = typeof FORM_CODES & typeof CONSISTENCY_CODES;
type ValuesOf<C extends keyof AllCodes> = Readonly<Record<AllCodes[C][number], string | number>>;

/**
 * An error of a known code about one place of the scenario, with exactly the values of that code.
 * @example scenarioError('clock', { value: '8h' }, ['devices', 0, 'week', 0, 'from']).severity // 'error'
 */
export function scenarioError<C extends keyof AllCodes>(
  code: C,
  values: ValuesOf<C>,
  path: DocumentPath,
): Finding {
  return finding('error', code, values, { path });
}

/**
 * A warning of a known code about one place of the scenario, with exactly the values of that code.
 * @example scenarioWarning('exam-shares-sum', { sum: 1.5 }, ['flows', 0, 'exams']).severity // 'warning'
 */
export function scenarioWarning<C extends keyof AllCodes>(
  code: C,
  values: ValuesOf<C>,
  path: DocumentPath,
): Finding {
  return finding('warning', code, values, { path });
}
