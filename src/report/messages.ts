/** One table of all messages by code, and how each kind of finding is told. */
import type { Finding } from '../model/finding.ts';
import type { ResultWarning } from '../model/results/results.ts';
import type { Language } from './language.ts';
import { adviceOf, findingLines, type Message, message } from './message.ts';
import { BENCHMARK_MESSAGES } from './messages-benchmark.ts';
import { CONSISTENCY_MESSAGES } from './messages-consistency.ts';
import { FILE_ADVICE, FILE_MESSAGES } from './messages-files.ts';
import { FORM_MESSAGES } from './messages-form.ts';
import { OQOS_MESSAGES } from './messages-oqos.ts';
import { RESULT_MESSAGES } from './messages-results.ts';
import { RULES_MESSAGES } from './messages-rules.ts';
import { fill, type Values } from './sentence.ts';
import { VOCABULARY } from './words.ts';

/** Every message of the product, by its stable code. */
export const MESSAGES: Readonly<Record<string, Message>> = Object.freeze({
  ...FORM_MESSAGES,
  ...CONSISTENCY_MESSAGES,
  ...FILE_MESSAGES,
  ...BENCHMARK_MESSAGES,
  ...OQOS_MESSAGES,
  ...RULES_MESSAGES,
  ...RESULT_MESSAGES,
});

/** For a code without a message, which a test keeps from happening: the code itself is still told. */
const unknownMessage = (code: string): Message => message(code, code);

const messageOf = (code: string): Message =>
  Object.hasOwn(MESSAGES, code) ? MESSAGES[code]! : unknownMessage(code);

/** The advice a finding about a file names by its key, in words. */
function inWords(values: Values, language: Language): Values {
  const advice = FILE_ADVICE[String(values.advice ?? '')];
  return advice === undefined ? values : { ...values, advice: fill(advice, {}, language) };
}

/**
 * The lines that tell a finding: place, what, and advice where there is some.
 * @example tellFinding(finding('error', 'clock', { value: '8h' }, { file: 'a.yaml', line: 3, column: 9 }), 'en')[0] // 'a.yaml:3:9: error: “8h” is not a time of day (00:00 to 24:00)'
 */
export function tellFinding(finding: Finding, language: Language): readonly string[] {
  const values = inWords(finding.values, language);
  return findingLines(messageOf(finding.code), { ...finding, values }, language);
}

/**
 * What a warning of a result says, and its advice or null.
 * @example tellResultWarning({ code: 'warmup-refused', values: { weeks: 20 } }, 'en').advice // '--weeks, at least twice as many'
 */
export function tellResultWarning(
  warning: ResultWarning,
  language: Language,
): { readonly text: string; readonly advice: string | null } {
  const of = messageOf(warning.code);
  return {
    text: fill(of.text, warning.values, language, VOCABULARY),
    advice: adviceOf(of, warning.values, language),
  };
}

/** The sentence of a finding and its advice, apart, for a reader that is a program. */
export function findingSentence(
  { code, values }: Finding,
  language: Language,
): { readonly message: string; readonly advice: string | null } {
  const of = messageOf(code);
  const worded = inWords(values, language);
  return {
    message: fill(of.text, worded, language, VOCABULARY),
    advice: adviceOf(of, worded, language),
  };
}
