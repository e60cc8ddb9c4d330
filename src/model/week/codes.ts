/** The codes of every finding about a week in a spreadsheet, with the values of each. Sentences are elsewhere. */
import { type Finding, type FindingPlace, finding } from '../finding.ts';

/** `cell` is where it is as a spreadsheet names it (`Semaine!C7`), or the column's name in a CSV file. */
export const WEEK_CODES = Object.freeze({
  'week-empty': [],
  'week-columns-missing': ['columns', 'found'],
  'week-column-unknown': ['column', 'nearest', 'cell'],
  'week-column-twice': ['column', 'cell'],
  'week-cell-missing': ['column', 'cell'],
  'week-cell-long': ['count', 'limit', 'cell'],
  'week-room': ['value', 'nearest', 'known', 'cell'],
  'week-day': ['value', 'nearest', 'cell'],
  'week-time': ['value', 'cell'],
  'week-type': ['value', 'nearest', 'allowed', 'cell'],
  'week-word': ['value', 'nearest', 'allowed', 'cell'],
  'week-number': ['value', 'low', 'limit', 'cell'],
  'week-minutes': ['value', 'cell'],
  'week-reserve': ['value', 'cell'],
  'week-law': ['value', 'cell'],
  'week-appointment': ['value', 'start', 'end', 'cell'],
  'week-row-twice': ['first', 'cell'],
  'week-more': ['count'],
  'week-too-many-rows': ['count', 'limit'],
  'week-too-many-columns': ['count', 'limit'],
  'week-too-much-text': ['limit'],
} as const);

export type WeekCode = keyof typeof WEEK_CODES;
export type WeekValues<C extends WeekCode> = Readonly<
  Record<(typeof WEEK_CODES)[C][number], string | number>
>;

/**
 * An error of a known code, with exactly the values of that code.
 * @example weekError('week-time', { value: '25h', cell: 'fin' }, { file: 'a.csv', line: 2 }).severity // 'error'
 */
export function weekError<C extends WeekCode>(code: C, values: WeekValues<C>, place: FindingPlace): Finding {
  return finding('error', code, values, place);
}

/**
 * A warning of a known code, with exactly the values of that code.
 * @example weekWarning('week-column-twice', { column: 'fin', cell: 'fin' }, {}).severity // 'warning'
 */
export function weekWarning<C extends WeekCode>(
  code: C,
  values: WeekValues<C>,
  place: FindingPlace,
): Finding {
  return finding('warning', code, values, place);
}
