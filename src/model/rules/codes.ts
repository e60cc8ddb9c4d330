/** The codes of findings about a file of rules, besides those of any value; sentences are elsewhere. */
import { type DocumentPath, type Finding, finding } from '../finding.ts';

export const RULES_CODES = Object.freeze({
  'rules-empty': [],
  'rules-is-scenario': [],
  'rules-version': ['value', 'limit'],
  // A bare number where hours or minutes may be meant; `nearest` where only the way of writing is wrong.
  'rules-duration': ['value', 'nearest'],
  'rules-hours': ['value', 'nearest'],
  'rules-euros': ['value', 'nearest', 'none'],
  'rules-hours-order': ['from', 'to'],
  'rules-grid': ['minutes', 'step'],
  // Hours.
  'rules-session-order': ['shortest', 'longest'],
  'rules-shift-order': ['shortest', 'longest'],
  'rules-rest': ['hours', 'limit'],
  'rules-rest-long': ['hours', 'limit'],
  'rules-alone': ['persons', 'limit'],
  'rules-persons-few': ['persons', 'together'],
  // `group` is one of STAFF_GROUPS.
  'rules-staff-twice': ['group', 'site'],
  'rules-staff-twice-everywhere': ['group'],
  'rules-target-nobody': ['class', 'modality'],
  'rules-target-site': ['class', 'modality', 'site', 'known'],
  'rules-target-several-sites': ['class', 'modality', 'known'],
  'rules-target-twice': ['class', 'modality', 'site'],
} as const);

export type RulesCode = keyof typeof RULES_CODES;
type ValuesOf<C extends RulesCode> = Readonly<Record<(typeof RULES_CODES)[C][number], string | number>>;

/**
 * An error of a known code about one place of a file of rules, with exactly the values of that code.
 * @example rulesError('rules-empty', {}, []).severity // 'error'
 */
export function rulesError<C extends RulesCode>(code: C, values: ValuesOf<C>, path: DocumentPath): Finding {
  return finding('error', code, values, { path });
}
