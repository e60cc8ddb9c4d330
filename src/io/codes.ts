/** The codes of every finding about files, each with the values its sentence may name. Sentences are elsewhere. */
import { type Finding, type FindingPlace, finding } from '../model/finding.ts';
import { WEEK_CODES } from '../model/week/codes.ts';
import { SITES_CODES } from './sites-codes.ts';

export const IO_CODES = Object.freeze({
  // `advice` is one of the keys of ADVICE below.
  'file-missing': ['advice'],
  'file-folder-missing': ['advice'],
  'file-is-directory': ['advice'],
  'file-permission': ['advice'],
  'file-exists': ['advice'],
  'file-not-regular': ['advice'],
  'file-disk-full': ['advice'],
  'file-too-large': ['limit', 'advice'],
  'file-encoding': ['advice'],
  'file-encoding-assumed': ['encoding', 'advice'],
  'file-failed': ['reason', 'advice'],
  'folder-not-ours': ['advice'],
  'pair-form': ['value'],
  'number-unknown': ['value', 'nearest', 'known'],
  'cost-unknown': ['value', 'nearest', 'known'],
  'number-missing': ['name', 'option'],
  // `en` and `fr`: what is expected, in words.
  'number-value': ['name', 'value', 'en', 'fr'],
  'number-range': ['name', 'value', 'low', 'high'],
  'percent-range': ['name', 'value', 'low', 'high'],
  'mix-sum': ['sum'],
  // Hours a week.
  'week-opening': ['hours', 'stated'],
  'week-not-weekly': ['column'],
  'numbers-contradict': ['passages', 'implied', 'occupancy', 'opening', 'ratio'],
  'named-file-missing': ['name'],
  'named-file-is-directory': ['name'],
  'named-file-permission': ['name'],
  'document-binary': [],
  'document-office': ['kind'],
  // What the YAML reader says, in our own words; `rule` is its name for anything else.
  'document-syntax': ['rule'],
  'document-tab': [],
  'document-indent': [],
  'document-bracket': ['bracket'],
  'document-quote': [],
  'document-colon-twice': [],
  'document-colon-missing': [],
  'document-comma': [],
  'document-token': ['found'],
  'document-start': ['found'],
  'document-escape': ['found'],
  'document-anchor': [],
  'document-key-long': ['limit'],
  'document-block': [],
  'document-empty': [],
  'document-several': [],
  'document-version': ['version'],
  'document-depth': ['limit'],
  'document-tag': ['tag'],
  'document-key': ['key'],
  'document-duplicate-key': ['key', 'firstLine'],
  'document-alias-unknown': ['name'],
  'document-alias-cycle': ['name'],
  'document-values': ['limit'],
  'document-not-mapping': [],
  'extends-not-relative': [],
  'extends-cycle': ['chain'],
  'extends-too-long': ['limit', 'chain'],
  'log-syntax': ['rule'],
  'log-quote-open': [],
  'log-quote-stray': [],
  'log-separator': ['found'],
  'log-more': ['count'],
  'log-empty': [],
  'log-column-missing': ['column', 'found'],
  'log-column-twice': ['column'],
  'log-cells': ['found', 'expected'],
  'log-date': ['value'],
  'log-class': ['value'],
  'log-duration': ['value', 'limit'],
  'log-short-exams': ['count', 'limit'],
  'log-before-start': ['count', 'start'],
  ...WEEK_CODES,
  'week-file-kind': ['advice'],
  'week-file-damaged': ['advice'],
  'week-file-locked': ['advice'],
  // `limit` in millions of bytes.
  'week-file-unpacked': ['limit'],
  'week-file-name': [],
  'week-csv-quote': [],
  'quantiles-empty': [],
  'quantiles-column-missing': ['column', 'found'],
  'quantiles-modality': ['value'],
  'quantiles-number': ['value'],
  // Why no law goes through three quantiles: found where they are fitted, told where they were written.
  'quantiles-not-finite': ['quantile', 'value'],
  'quantiles-out-of-order': ['quantile', 'value', 'limit'],
  'quantiles-equal': ['quantile', 'value', 'limit'],
  'quantiles-below-bound': ['quantile', 'value', 'limit'],
  'quantiles-above-bound': ['quantile', 'value', 'limit'],
  'quantiles-too-close': ['quantile', 'value', 'limit'],
  'quantiles-too-spread': ['quantile', 'value', 'limit'],
  ...SITES_CODES,
} as const);

export type IoCode = keyof typeof IO_CODES;
type ValuesOf<C extends IoCode> = Readonly<Record<(typeof IO_CODES)[C][number], string | number>>;

/** What to try next, by key; one sentence a language elsewhere. */
export const ADVICE = Object.freeze([
  'check-name',
  'name-a-file',
  'create-folder',
  'other-folder',
  'check-rights',
  'use-force',
  'free-space',
  'shorten-file',
  'save-as-utf8',
  'check-accents',
  'try-again',
  'save-as-xlsx',
  'remove-password',
] as const);
export type Advice = (typeof ADVICE)[number];

/**
 * An error of a known code, with exactly the values of that code.
 * @example ioError('document-depth', { limit: 64 }, { file: 'a.yaml', line: 3 }).severity // 'error'
 */
export function ioError<C extends IoCode>(code: C, values: ValuesOf<C>, place: FindingPlace): Finding {
  return finding('error', code, values, place);
}

/**
 * A warning of a known code, with exactly the values of that code.
 * @example ioWarning('log-short-exams', { count: 4, limit: 3 }, { file: 'log.csv' }).severity // 'warning'
 */
export function ioWarning<C extends IoCode>(code: C, values: ValuesOf<C>, place: FindingPlace): Finding {
  return finding('warning', code, values, place);
}
