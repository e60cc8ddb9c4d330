/** What a check has to say about an input: a stable code with its values. The sentences, per language, are elsewhere. */

export type Severity = 'error' | 'warning';
/** Steps from the root of a document to one of its values: keys and list positions (from 0). */
export type DocumentPath = readonly (string | number)[];

export interface Finding {
  /** Stable name of the rule, e.g. `document-duplicate-key`. */
  readonly code: string;
  readonly severity: Severity;
  /** Where in the scenario; empty when the finding is about a whole file. */
  readonly path: DocumentPath;
  readonly file?: string;
  /** Both count from 1; the column is in UTF-16 units, as editors show it. */
  readonly line?: number;
  readonly column?: number;
  /** What the sentence of the code needs: the value found, the limit, the name of the advice (`advice`). */
  readonly values: Readonly<Record<string, string | number>>;
}

/** A place in a file; line and column count from 1. */
export interface FilePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface FindingPlace {
  readonly path?: DocumentPath;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * A frozen finding. The place may be left out (a finding about nothing in particular), or be partly known.
 * @example finding('error', 'log-class', { value: 'X' }, { file: 'a.csv', line: 3 }).line // 3
 */
export function finding(
  severity: Severity,
  code: string,
  values: Readonly<Record<string, string | number>> = {},
  place: FindingPlace = {},
): Finding {
  return Object.freeze({
    code,
    severity,
    path: Object.freeze([...(place.path ?? [])]),
    ...(place.file === undefined ? {} : { file: place.file }),
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
    values: Object.freeze({ ...values }),
  });
}

/**
 * True when at least one finding is an error; warnings alone do not stop a run.
 * @example hasErrors([finding('warning', 'log-short-exams')]) // false
 */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((one) => one.severity === 'error');
}
