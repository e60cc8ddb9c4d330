/** What any finding must be, whatever the input: told in both languages, and placed inside the text. */
import { IO_CODES } from '../../../src/io/codes.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { CONSISTENCY_CODES, FORM_CODES } from '../../../src/model/scenario-codes.ts';
import { WEEK_CODES } from '../../../src/model/week/codes.ts';
import { LANGUAGES } from '../../../src/report/language.ts';
import { MESSAGES, tellFinding } from '../../../src/report/messages.ts';

const CODES: Readonly<Record<string, readonly string[]>> = {
  ...IO_CODES,
  ...FORM_CODES,
  ...CONSISTENCY_CODES,
  ...WEEK_CODES,
};

/** What a target throws when an input shows a fault; its text names the fault, and what varies comes after a colon. */
export class Fault extends Error {}

export function demand(holds: boolean, fault: string, ...shown: readonly unknown[]): void {
  if (holds) return;
  throw new Fault(
    shown.length === 0 ? fault : `${fault}: ${shown.map((one) => JSON.stringify(one)).join(' ')}`,
  );
}

/** Line breaks as a reader counts them. */
export type Lines = readonly string[];
export const linesOf = (text: string, isBreak: RegExp): Lines => text.split(isBreak);

function demandPlace({ code, line, column }: Finding, lines: Lines): void {
  if (line === undefined) {
    demand(column === undefined, `a column without a line in ${code}`);
    return;
  }
  const isInside = Number.isInteger(line) && line >= 1 && line <= lines.length;
  demand(isInside, `${code} beyond the lines`, line, lines.length);
  if (column === undefined) return;
  const last = lines[line - 1]!.length + 1;
  demand(Number.isInteger(column) && column >= 1 && column <= last, `${code} beyond its line`, column, last);
}

/** “Maybe: 7” is a whole line; “Maybe:” says nothing. */
const SHORTEST_LINE = 8;

function demandSentences(finding: Finding): void {
  for (const language of LANGUAGES) {
    const told = tellFinding(finding, language);
    demand(
      told.length > 0 && told.every((line) => line.trim().length >= SHORTEST_LINE),
      `nothing said of ${finding.code}`,
    );
  }
}

/**
 * Throws a Fault unless the finding has a known code with its values, a place in the text, and its sentences. Without
 * lines (a workbook), any place will do.
 */
export function demandWellFormed(finding: Finding, lines: Lines | null): void {
  const { code, severity, values } = finding;
  const names = Object.hasOwn(CODES, code) ? CODES[code] : undefined;
  demand(names !== undefined && Object.hasOwn(MESSAGES, code), `unknown code ${code}`);
  demand(severity === 'error' || severity === 'warning', `severity of ${code}`, severity);
  const given = Object.keys(values);
  demand(
    names!.every((name) => Object.hasOwn(values, name)),
    `values of ${code}`,
    given,
  );
  for (const [name, value] of Object.entries(values)) {
    const isShown = typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value));
    demand(isShown, `value ${name} of ${code}`, String(value));
  }
  if (lines !== null) demandPlace(finding, lines);
  demandSentences(finding);
}

/** Throws a Fault when there is a NaN anywhere in the value. */
export function demandNumbers(value: unknown, where: string): void {
  if (typeof value === 'number') demand(!Number.isNaN(value), `NaN in ${where}`);
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) demandNumbers(inner, where);
}
