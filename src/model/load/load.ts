/** From an unknown value to a scenario as the schema has it, or to everything that is wrong with it, all at once. */
import type { z } from 'zod';
import type { DocumentPath, Finding } from '../finding.ts';
import { nearestName } from '../nearest-name.ts';
import { round12 } from '../results/estimate.ts';
import { scenarioError, type ValueKind } from '../scenario-codes.ts';
import { knownKeys } from '../schema/keys.ts';
import { type ScenarioInput, zScenario } from '../schema/schema.ts';
import { clockMeant, dateMeant, daysMeant, identifierMeant, numberMeant, quantityMeant } from './hints.ts';
import { asWritten, shownValue, valueAt } from './path.ts';

export interface ParsedScenario {
  /** Null as soon as there is one error. */
  readonly input: ScenarioInput | null;
  readonly findings: readonly Finding[];
}

type Issue = z.core.$ZodIssue;

/**
 * The scenario a value describes. What is wrong is not thrown: each finding has a stable code, and the path of the
 * value as it was written.
 * @example parseScenario({ creneau: 1, nmae: 'x' }).findings[0].code // 'missing-key'
 */
export function parseScenario(raw: unknown): ParsedScenario {
  const parsed = zScenario.safeParse(raw);
  if (parsed.success) return { input: parsed.data, findings: [] };
  return { input: null, findings: formFindings(parsed.error.issues, raw, SCENARIO_RULES) };
}

/** What the findings about a document need to know of its schema. */
export interface FormRules {
  /** The keys a mapping may have. */
  readonly knownKeys: (path: DocumentPath) => readonly string[];
  /** What the schema's own checks say, by the parameters they carry. */
  readonly customFinding: (
    params: Readonly<Record<string, unknown>>,
    found: unknown,
    path: DocumentPath,
  ) => Finding;
}

const SCENARIO_RULES: FormRules = { knownKeys, customFinding };

/**
 * What the schema of a document finds wrong with a value, as findings: one for each mistake, with the path of what was
 * written.
 * @param issues what zod says of `raw`.
 * @example formFindings([], {}, { knownKeys: () => [], customFinding: () => null }) // []
 */
export function formFindings(issues: readonly Issue[], raw: unknown, rules: FormRules): readonly Finding[] {
  const known = new Map<string, readonly string[]>();
  const knownOnce = (path: DocumentPath): readonly string[] => {
    const place = path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
    const keys = known.get(place) ?? rules.knownKeys(path);
    known.set(place, keys);
    return keys;
  };
  const findings = issues
    .flatMap((issue) => resolveUnions(issue, raw))
    .flatMap((issue) => findingsOf(issue, raw, { ...rules, knownKeys: knownOnce }));
  return withoutMisspelt(findings.filter((one, rank) => !isSameDays(one, findings[rank - 1])));
}

/** A list of days is told whole, once. */
const isSameDays = (one: Finding, before: Finding | undefined): boolean =>
  one.code === 'days' && before?.code === 'days' && one.path.join('.') === before.path.join('.');

/** A key that is missing because it is misspelt is told once, as misspelt. */
function withoutMisspelt(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = (path: DocumentPath, key: string) => JSON.stringify([...path.slice(0, -1), key]);
  const misspelt = new Set(
    findings.flatMap(({ code, path, values }) =>
      code === 'unknown-key' && values.nearest !== '' ? [keyOf(path, String(values.nearest))] : [],
    ),
  );
  return findings.filter(
    ({ code, path }) => code !== 'missing-key' || !misspelt.has(keyOf(path, String(path.at(-1)))),
  );
}

/** An issue, or those of the alternative the author most probably meant. */
function resolveUnions(issue: Issue, raw: unknown, above: DocumentPath = []): Issue[] {
  const path = [...above, ...issue.path] as DocumentPath;
  const here = { ...issue, path: [...path] } as Issue;
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [here];
  const branches = issue.errors.map((errors) => errors.flatMap((one) => resolveUnions(one, raw, path)));
  const meant = branches
    .filter((branch) => !branch.some((one) => isMismatch(one, path)))
    .sort((a, b) => a.length - b.length);
  if (meant[0] !== undefined) return meant[0];
  const all = branches.flat().filter((one) => isMismatch(one, path));
  return [{ ...here, errors: [all.flatMap(leaves)] } as Issue];
}

/** The issues of an alternative that itself has alternatives. */
const leaves = (issue: Issue): readonly Issue[] =>
  issue.code === 'invalid_union' && issue.errors.length > 0 ? issue.errors.flat() : [issue];

/** The alternative is for another kind of value, not a form of this one with a mistake inside. */
const isMismatch = (issue: Issue, path: DocumentPath): boolean =>
  issue.path.length === path.length &&
  (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union');

/** Where a bare number was meant as a time of day. */
const CLOCK_KEYS: readonly (string | number)[] = ['from', 'to'];

function findingsOf(issue: Issue, raw: unknown, rules: FormRules): Finding[] {
  const path = asWritten(raw, issue.path as DocumentPath);
  const found = valueAt(raw, path);
  const value = shownValue(found);
  if (issue.code === 'unrecognized_keys') {
    const known = rules.knownKeys(issue.path as DocumentPath);
    return issue.keys.map((key) => unknownKey(key, known, [...path, key], found));
  }
  if (found === undefined && ['invalid_type', 'invalid_value', 'invalid_union'].includes(issue.code)) {
    return [scenarioError('missing-key', { key: String(path.at(-1) ?? '') }, path)];
  }
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'string' && CLOCK_KEYS.includes(path.at(-1) ?? '')) {
        return [clock(found, path)];
      }
      if (path.at(-2) === 'days' && typeof path.at(-1) === 'number') {
        const list = path.slice(0, -1);
        return [wrongDays(valueAt(raw, list), list)];
      }
      return [wrongType(kindsOf(issue, rules), found, path)];
    case 'invalid_value':
      return [notInList(issue.values, found, path)];
    case 'invalid_union':
      return [fitsNoAlternative(issue, found, path)];
    case 'too_small':
      return [tooSmall(issue, found, path)];
    case 'too_big':
      return [tooBig(issue, found, path)];
    case 'invalid_format': {
      // An empty text is told once, as too short.
      if (found === '') return [];
      const isDate = issue.format === 'regex' && (issue.pattern ?? '').includes('\\d{4}');
      const nearest = isDate ? dateMeant(value) : identifierMeant(value);
      return [scenarioError(isDate ? 'date' : 'identifier', { value, nearest }, path)];
    }
    case 'custom':
      return [rules.customFinding(issue.params ?? {}, found, path)];
    default:
      return [scenarioError('invalid', { value }, path)];
  }
}

/** A value of a kind that does not fit; a text may hold the number that was meant. */
function wrongType(kinds: readonly ValueKind[], found: unknown, path: DocumentPath): Finding {
  const isNumber = kinds.includes('number') || kinds.includes('whole-number');
  const nearest = isNumber && typeof found === 'string' ? numberMeant(found) : '';
  return scenarioError('wrong-type', { value: shownValue(found), expected: kinds.join(', '), nearest }, path);
}

/** The parts of a list or a text that name no days, and the whole as it was probably meant. */
function wrongDays(found: unknown, path: DocumentPath): Finding {
  const parts = (Array.isArray(found) ? found : String(found).split(',')).map((part) => String(part).trim());
  const wrong = parts.filter((part) => daysMeant(part) !== part);
  const value = shownValue(wrong.length > 0 ? wrong.join(', ') : parts.join(', '));
  return scenarioError('days', { value, nearest: daysMeant(parts.join(', ')) }, path);
}

const clock = (found: unknown, path: DocumentPath): Finding =>
  scenarioError(
    'clock',
    { value: shownValue(found), nearest: clockMeant(found, path.at(-1) === 'to') },
    path,
  );

function unknownKey(key: string, known: readonly string[], path: DocumentPath, siblings: unknown): Finding {
  if (known.includes(key)) {
    const others = Object.keys(siblings as object).filter((one) => one !== key);
    return scenarioError('key-not-with', { key, others: others.map(shownValue).join(', ') }, path);
  }
  return scenarioError(
    'unknown-key',
    { key: shownValue(key), nearest: nearestName(key, known), known: known.join(', ') },
    path,
  );
}

const KINDS: Readonly<Record<string, ValueKind>> = {
  number: 'number',
  int: 'whole-number',
  string: 'text',
  array: 'list',
  tuple: 'list',
  object: 'mapping',
  record: 'mapping',
  boolean: 'yes-no',
};
const kindOf = (zodType: string): ValueKind => KINDS[zodType] ?? 'text';

/** A law has short forms, a number or a text, which the schema takes for its long form. */
function kindsOf(issue: Issue & { code: 'invalid_type' }, rules: FormRules): readonly ValueKind[] {
  const kind = kindOf(issue.expected);
  const isLaw = kind === 'mapping' && rules.knownKeys(issue.path as DocumentPath).includes('law');
  return isLaw ? ['number', 'text', kind] : [kind];
}

/** How a kind looks where literals are listed. */
const SHAPES: Readonly<Partial<Record<ValueKind, string>>> = {
  mapping: '{…}',
  list: '[…]',
  number: '0, 1, 2…',
};

/** What the words of the department are called in a scenario. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  irm: ['mri'],
  scanner: ['ct'],
  tdm: ['ct'],
  ambulatoire: ['A'],
  externe: ['A'],
  hospitalisé: ['H'],
  réanimation: ['R'],
  urgence: ['U', 'emergency'],
  urgences: ['U', 'emergency'],
  libérale: ['liberal'],
  privée: ['private'],
  panne: ['breakdown'],
  recherche: ['research'],
  reconditionnement: ['reconditioning'],
  pds: ['on-call'],
  anesthésie: ['anaesthesia'],
  radiologue: ['radiologist'],
};

function notInList(allowed: readonly unknown[], found: unknown, path: DocumentPath): Finding {
  const value = shownValue(found);
  if (path.length === 1 && path[0] === 'creneau') {
    if (typeof found !== 'number') return wrongType(['number'], found, path);
    return scenarioError('schema-version', { value, limit: String(allowed[0]) }, path);
  }
  const names = allowed.map(String);
  const word = value.toLowerCase();
  const others = Object.hasOwn(OTHER_WORDS, word) ? OTHER_WORDS[word]! : [];
  const meant = others.find((name) => names.includes(name));
  const nearest = meant ?? nearestName(value, names);
  return scenarioError('not-in-list', { value, allowed: names.join(', '), nearest }, path);
}

/** A value that is of none of the kinds a field takes. */
function fitsNoAlternative(
  issue: Issue & { code: 'invalid_union' },
  found: unknown,
  path: DocumentPath,
): Finding {
  // A law by its name: the list of names is in the issue itself.
  const options = (issue as { options?: readonly unknown[] }).options;
  if (options !== undefined) return notInList(options, found, path);
  const value = shownValue(found);
  if (path.at(-1) === 'days') return scenarioError('days', { value, nearest: daysMeant(value) }, path);
  const mismatches = issue.errors.flat();
  const literals = mismatches.flatMap((one) => (one.code === 'invalid_value' ? one.values.map(String) : []));
  const kinds = [
    ...new Set(mismatches.flatMap((one) => (one.code === 'invalid_type' ? [kindOf(one.expected)] : []))),
  ];
  if (literals.length === 0 || typeof found !== 'string') {
    const expected: readonly ValueKind[] =
      literals.length > 0 && !kinds.includes('text') ? [...kinds, 'text'] : kinds;
    return wrongType(expected, found, path);
  }
  const shapes = kinds.flatMap((kind) => SHAPES[kind] ?? []);
  const allowed = [...new Set([...literals, ...shapes])].join(', ');
  return scenarioError('not-in-list', { value, allowed, nearest: nearestName(value, literals) }, path);
}

const lengthOf = (found: unknown): number =>
  typeof found === 'string' || Array.isArray(found) ? found.length : 0;

function tooSmall(issue: Issue & { code: 'too_small' }, found: unknown, path: DocumentPath): Finding {
  const limit = Number(issue.minimum);
  if (issue.origin === 'string') return scenarioError('text-empty', {}, path);
  if (issue.origin === 'array') {
    return scenarioError(
      issue.exact ? 'list-length' : 'list-too-short',
      { count: lengthOf(found), limit },
      path,
    );
  }
  const values = { value: shownValue(found), limit: String(limit) };
  return scenarioError(issue.inclusive ? 'too-small' : 'not-above', values, path);
}

function tooBig(issue: Issue & { code: 'too_big' }, found: unknown, path: DocumentPath): Finding {
  const limit = Number(issue.maximum);
  const count = lengthOf(found);
  if (issue.origin === 'string') return scenarioError('text-too-long', { count, limit }, path);
  if (issue.origin === 'array') {
    return scenarioError(issue.exact ? 'list-length' : 'list-too-long', { count, limit }, path);
  }
  if (limit === 1 && typeof found === 'number' && found <= 100) {
    return scenarioError(
      'probability',
      { value: shownValue(found), nearest: String(round12(found / 100)), percent: found },
      path,
    );
  }
  return scenarioError('too-large', { value: shownValue(found), limit: String(limit) }, path);
}

/** What the checks of values a scenario may have say, by the code they carry; other documents use them too. */
export function customFinding(
  params: Readonly<Record<string, unknown>>,
  found: unknown,
  path: DocumentPath,
): Finding {
  const value = shownValue(found);
  const code = String(params.code);
  switch (code) {
    case 'quantity':
      return scenarioError(
        'quantity',
        { value, unit: String(params.unit), nearest: quantityMeant(value) },
        path,
      );
    case 'days':
      return wrongDays(found, path);
    case 'too-small':
      return scenarioError('negative', { value }, path);
    case 'clock':
      return clock(found, path);
    case 'quantile-order':
    case 'range-order':
    case 'weights-length':
      return scenarioError(code, { value }, path);
    case 'weights-zero':
    case 'mean-zero':
      return scenarioError(code, {}, path);
    default:
      return scenarioError('invalid', { value }, path);
  }
}
