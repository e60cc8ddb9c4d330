/** A small CSV of names and values, one a line, as people write down what they know. */
import type { Finding } from '../model/finding.ts';
import { ioError } from './codes.ts';
import { readText } from './read.ts';

export interface NamedValue {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

/** A list of a few numbers is short. */
export const MAX_PAIRS_BYTES = 100_000;
/** The separator is the first of these a line holds. */
const SEPARATOR = /[;\t=]|,(?!\d)|:/;

/**
 * The pairs of a file: `name;value`, also with a tab, `=` or `:`; decimal commas, blank lines, comments after `#`, BOM
 * and Windows-1252 are understood.
 * @example readPairs('missing.csv').findings[0].code // 'file-missing'
 */
export function readPairs(file: string): {
  readonly pairs: readonly NamedValue[];
  readonly findings: readonly Finding[];
} {
  const { text, findings } = readText(file, { maxBytes: MAX_PAIRS_BYTES, otherwise: 'windows-1252' });
  return text === null ? { pairs: [], findings } : parsePairs(text, file, findings);
}

/**
 * As `readPairs`, of a text.
 * @example parsePairs('occupation;60,6 %', 'a.csv').pairs[0].value // '60,6 %'
 */
export function parsePairs(text: string, file: string, before: readonly Finding[] = []) {
  const findings = [...before];
  const pairs: NamedValue[] = [];
  text.split(/\r\n|\n|\r/).forEach((written, index) => {
    const line = written.replace(/#.*$/, '');
    if (line.trim() === '') return;
    const at = SEPARATOR.exec(line)?.index ?? -1;
    const place = { file, line: index + 1, column: 1 + line.length - line.trimStart().length };
    if (at < 1) findings.push(ioError('pair-form', { value: line.trim() }, place));
    else {
      const rest = line.slice(at + 1);
      const column = at + 2 + rest.length - rest.trimStart().length;
      pairs.push({ name: unquoted(line.slice(0, at)), value: unquoted(rest), line: index + 1, column });
    }
  });
  return { pairs, findings };
}

const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
