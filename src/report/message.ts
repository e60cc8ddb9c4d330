/** What a finding says to its reader: a sentence of fact, then advice on a line of its own. */
import type { Finding } from '../model/finding.ts';
import type { Language, Text } from './language.ts';
import { fill, placeholders, type Values } from './sentence.ts';
import { VOCABULARY } from './words.ts';

export interface Message {
  readonly text: Text;
  /** The first whose values are all there, none of them empty, is given. */
  readonly advice: readonly Text[];
}

/**
 * A message from its sentences: what is wrong in English and French, then the same for each possible advice.
 * @example message('too long', 'trop long').advice.length // 0
 */
export function message(
  en: string,
  fr: string,
  ...advice: readonly (readonly [en: string, fr: string])[]
): Message {
  return Object.freeze({ text: { en, fr }, advice: advice.map(([en, fr]) => ({ en, fr })) });
}

/**
 * The advice of a message for these values, or null.
 * @example adviceOf(message('x', 'x', ['do {y}', 'faire {y}']), { y: 'it' }, 'en') // 'do it'
 */
export function adviceOf(of: Message, values: Values, language: Language): string | null {
  const given = of.advice.find((advice) =>
    placeholders(advice[language]).every((name) => values[name] !== undefined && values[name] !== ''),
  );
  return given === undefined ? null : fill(given, values, language, VOCABULARY);
}

const MAYBE: Text = { en: 'Maybe: {advice}', fr: 'Peut-être : {advice}' };
const SEVERITY: Readonly<Record<Finding['severity'], Text>> = {
  error: { en: 'error:', fr: 'erreur :' },
  warning: { en: 'warning:', fr: 'avertissement :' },
};

/** What a terminal would obey, and what turns the direction of a text: shown by code, as `\\u001b`. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** The longest value a message holds; a list of names may be long, a text of megabytes tells nothing. */
const LONGEST_VALUE = 500;

/**
 * A text as it can be printed anywhere: on one line, without control characters, of at most 500 characters.
 * @example printable('a\u001b[31m') // 'a\\u001b[31m'
 */
export function printable(text: string): string {
  return harmless(text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text);
}

/**
 * A line with its control characters shown, not obeyed.
 * @example harmless('a\u001b[31m') // 'a\\u001b[31m'
 */
export function harmless(line: string): string {
  return line.replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const printableValues = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? printable(value) : value,
    ]),
  );

/**
 * Where a finding is: `file:line:column`, as much of it as is known; else its path.
 * @example placeText({ file: 'a.yaml', line: 3, column: 9, path: [] }) // 'a.yaml:3:9'
 */
export function placeText(finding: Finding): string {
  const { file, line, column } = finding;
  if (file === undefined) return printable(pathText(finding.path));
  return [printable(file), line, column].filter((part) => part !== undefined).join(':');
}

/**
 * A path as one reads it: keys by points, positions in brackets.
 * @example pathText(['devices', 0, 'week']) // 'devices[0].week'
 */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/**
 * The lines that tell one finding: `file:line:column: error: what`, then `  Maybe: advice`.
 * @example findingLines(message('wrong', 'faux'), finding('error', 'x'), 'en') // ['error: wrong']
 */
export function findingLines(of: Message, finding: Finding, language: Language): readonly string[] {
  const place = placeText(finding);
  const severity = fill(SEVERITY[finding.severity], {}, language);
  const values = printableValues(finding.values);
  const what = fill(of.text, values, language, VOCABULARY);
  const advice = adviceOf(of, values, language);
  const first = `${place === '' ? '' : `${place}: `}${severity} ${what}`;
  return advice === null ? [first] : [first, `  ${fill(MAYBE, { advice }, language)}`];
}
