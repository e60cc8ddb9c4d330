/** The codes of findings about requests and balances, besides those of any value; sentences are elsewhere. */
import { type DocumentPath, type Finding, type FindingPlace, finding } from '../finding.ts';

export const OQOS_CODES = Object.freeze({
  'request-empty': [],
  'request-is-scenario': [],
  'request-version': ['value', 'limit'],
  'request-equipment': ['value', 'nearest', 'known'],
  'request-department': ['value', 'nearest'],
  'request-device-twice': ['value'],
  'request-interventional': ['value'],
  'request-from': ['kind'],
  'request-site-contradicts': ['kind', 'count', 'equipment'],
  'request-not-in-balance': ['equipment', 'department', 'known'],
  'request-more-than-present': ['devices', 'present', 'equipment', 'department'],
  'request-id-twice': ['id', 'first'],
  'request-device-in-two': ['value', 'first'],
  'request-act-differs': ['act', 'first'],
  'balance-empty': [],
  'balance-column-missing': ['column', 'found'],
  'balance-equipment': ['value', 'nearest', 'known'],
  'balance-department': ['value', 'nearest'],
  'balance-count': ['value', 'column'],
  'balance-count-missing': ['column'],
  'balance-bounds': ['low', 'high', 'column'],
  'balance-interventional-equipment': ['value'],
  'balance-interventional-part': ['column'],
  'balance-row-twice': ['equipment', 'department', 'firstLine'],
  'balance-total-twice': ['equipment', 'firstLine'],
  'balance-total-differs': ['column', 'value', 'sum', 'equipment'],
  'balance-total-without-rows': ['equipment'],
  'balance-population-differs': ['value', 'first', 'department', 'firstLine'],
  'balance-gap-differs': ['value', 'gap', 'current', 'high'],
  'balance-decision-unknown': ['value'],
  'balance-decision-differs': ['value', 'gap'],
  'balance-sites-above-devices': ['sites', 'devices'],
  'balance-included-impossible': ['department', 'interventional', 'devices'],
} as const);

export type OqosCode = keyof typeof OQOS_CODES;
type ValuesOf<C extends OqosCode> = Readonly<Record<(typeof OQOS_CODES)[C][number], string | number>>;

/**
 * An error of a known code about one place of a request, with exactly the values of that code.
 * @example requestError('request-empty', {}, []).severity // 'error'
 */
export function requestError<C extends OqosCode>(code: C, values: ValuesOf<C>, path: DocumentPath): Finding {
  return finding('error', code, values, { path });
}

/**
 * A finding of a known code about one cell of a balance, with exactly the values of that code.
 * @example balanceFinding('warning', 'balance-empty', {}, { file: 'a.csv' }).file // 'a.csv'
 */
export function balanceFinding<C extends OqosCode>(
  severity: Finding['severity'],
  code: C,
  values: ValuesOf<C>,
  place: FindingPlace,
): Finding {
  return finding(severity, code, values, place);
}
