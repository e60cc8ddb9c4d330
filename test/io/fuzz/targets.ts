/** The readers under fire: each takes any text, throws a Fault where it breaks its promise, and gives what it reached. */
import { parseDocument } from '../../../src/io/document.ts';
import { parseActivityLog } from '../../../src/io/log-csv.ts';
import { completeScenario } from '../../../src/model/complete/complete.ts';
import { checkScenario } from '../../../src/model/consistency/consistency.ts';
import { type DocumentPath, type Finding, finding, hasErrors } from '../../../src/model/finding.ts';
import { parseScenario } from '../../../src/model/load/load.ts';
import { CLASSES } from '../../../src/model/vocabulary.ts';
import { documentSeeds, logSeeds } from './corpus.ts';
import { LOG_CELLS, SCHEMA_WORDS } from './dictionary.ts';
import { type Mutation, TEXT_MUTATIONS } from './mutate.ts';
import { csvMutations } from './mutate-csv.ts';
import { demand, demandNumbers, demandWellFormed, type Lines, linesOf } from './well-formed.ts';

export interface Target {
  readonly name: string;
  readonly seeds: readonly string[];
  readonly mutations: readonly (readonly Mutation[])[];
  /** Signatures of what the input reached: an input with a new one is worth mutating further. */
  check(input: string): readonly string[];
}

const FILE = 'fuzz';
/** Findings of one input that are looked at, and those told in words: the others are much the same. */
const MOST_FINDINGS = 12;
const MOST_TOLD = 3;
const SCHEMA_KEYS = new Set(SCHEMA_WORDS);
const DAY_SECONDS = 86_400;

/** A path without what the user chose: positions and names become one sign each. */
const shapeOf = (path: DocumentPath): string =>
  path.map((step) => (typeof step === 'number' ? '#' : SCHEMA_KEYS.has(step) ? step : '*')).join('.');

/** An unknown key may be any word at all: which one is no news. */
const signatureOf = ({ code, path, values }: Finding): string =>
  `${code} ${values.rule ?? ''} ${shapeOf(values.key === path.at(-1) ? path.slice(0, -1) : path)}`;

/** Throws a Fault unless the findings are well formed; `lines` null where places are no lines of a text. */
export function judge(findings: readonly Finding[], lines: Lines | null): readonly string[] {
  const looked = findings.slice(0, MOST_FINDINGS);
  for (const one of looked.slice(0, MOST_TOLD)) demandWellFormed(one, lines);
  return looked.map(signatureOf);
}

/** Every key and kind of value of what was accepted. */
function shapesOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`taken ${path} ${typeof value}`];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, inner]) =>
    shapesOf(inner, `${path}.${isList ? '#' : SCHEMA_KEYS.has(key) ? key : '*'}`),
  );
}

/** A scenario file: parsed, checked, and completed where nothing is wrong. */
function checkDocument(text: string): readonly string[] {
  const lines = linesOf(text, /\n/);
  const { document, findings } = parseDocument(text, FILE);
  demand((document === null) === hasErrors(findings), 'a document and errors, or neither');
  if (document === null) return judge(findings, lines);
  const place = (one: Finding) =>
    finding(one.severity, one.code, one.values, { path: one.path, ...document.locate(one.path) });
  const placed = (all: readonly Finding[]) =>
    judge([...all.slice(0, MOST_TOLD).map(place), ...all.slice(MOST_TOLD)], lines);
  const { input, findings: form } = parseScenario(document.value);
  demand((input === null) === hasErrors(form), 'a scenario and errors, or neither');
  if (input === null) return placed(form);
  const checked = checkScenario(input);
  const told = placed(checked);
  if (hasErrors(checked)) return told;
  const scenario = completeScenario(input);
  demandNumbers(scenario, 'a complete scenario');
  demand(Object.isFrozen(scenario), 'a complete scenario that is not frozen');
  return [...told, ...shapesOf(document.value)];
}

/** An activity log. */
function checkLog(text: string): readonly string[] {
  const { log, findings } = parseActivityLog(text, FILE);
  demand((log === null) === hasErrors(findings), 'a log and errors, or neither');
  const told = judge(findings, linesOf(text, /\r\n|\r|\n/));
  if (log === null) return told;
  demand(log.requests.length > 0, 'an empty log without a word');
  demand(Number.isInteger(log.startDay), 'a start that is no day', log.startDay);
  let before = 0;
  for (const { atSeconds, class: patientClass, durationSeconds, exam } of log.requests) {
    demand(Number.isInteger(atSeconds) && atSeconds >= before, 'requests out of time', atSeconds, before);
    demand(CLASSES.includes(patientClass), 'a class that is none', patientClass);
    const isDuration =
      Number.isInteger(durationSeconds) && durationSeconds! >= 0 && durationSeconds! <= DAY_SECONDS;
    demand(durationSeconds === null || isDuration, 'a duration that is none', durationSeconds);
    demand(exam !== '', 'an exam without a name');
    before = atSeconds;
  }
  const { exam, durationSeconds } = log.requests[0]!;
  return [...told, `log ${exam !== null} ${durationSeconds !== null} ${Math.min(5, log.requests.length)}`];
}

export const DOCUMENT_TARGET: Target = {
  name: 'scenario',
  seeds: documentSeeds(),
  mutations: TEXT_MUTATIONS,
  check: checkDocument,
};

export const LOG_TARGET: Target = {
  name: 'activity log',
  seeds: logSeeds(),
  mutations: csvMutations(LOG_CELLS),
  check: checkLog,
};
