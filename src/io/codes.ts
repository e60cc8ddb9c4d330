/** The codes of every finding about files, each with the values its sentence may name. Sentences are elsewhere. */
import { type Finding, type FindingPlace, finding } from '../model/finding.ts';

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
  'document-syntax': ['rule', 'detail'],
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
  'log-syntax': ['rule', 'detail'],
  'log-empty': [],
  'log-column-missing': ['column', 'found'],
  'log-column-twice': ['column'],
  'log-cells': ['found', 'expected'],
  'log-date': ['value'],
  'log-class': ['value'],
  'log-duration': ['value', 'limit'],
  'log-short-exams': ['count', 'limit'],
  'log-before-start': ['count', 'start'],
} as const);

export type IoCode = keyof typeof IO_CODES;
type ValuesOf<C extends IoCode> = Readonly<Record<(typeof IO_CODES)[C][number], string | number>>;

/** What to try next, by key; one sentence a language elsewhere. */
export const ADVICE = Object.freeze([
  'check-name',
  'name-a-file',
  'create-folder',
  'check-rights',
  'use-force',
  'free-space',
  'shorten-file',
  'save-as-utf8',
  'check-accents',
  'try-again',
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
