/** From an unknown value to a scenario as the schema has it, or to everything that is wrong with it, all at once. */
import type { z } from 'zod';
import { round12 } from './estimate.ts';
import type { DocumentPath, Finding } from './finding.ts';
import { asWritten, shownValue, valueAt } from './load-path.ts';
import { nearestName } from './nearest-name.ts';
import { scenarioError, type ValueKind } from './scenario-codes.ts';
import { type ScenarioInput, zScenario } from './schema.ts';
import { knownKeys } from './schema-keys.ts';

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
  const findings = parsed.error.issues
    .flatMap((issue) => resolveUnions(issue, raw))
    .flatMap((issue) => findingsOf(issue, raw));
  return { input: null, findings };
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

function findingsOf(issue: Issue, raw: unknown): Finding[] {
  const path = asWritten(raw, issue.path as DocumentPath);
  const found = valueAt(raw, path);
  const value = shownValue(found);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, issue.path as DocumentPath, [...path, key], found));
  }
  if (found === undefined && ['invalid_type', 'invalid_value', 'invalid_union'].includes(issue.code)) {
    return [scenarioError('missing-key', { key: String(path.at(-1) ?? '') }, path)];
  }
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'string' && CLOCK_KEYS.includes(path.at(-1) ?? '')) {
        return [scenarioError('clock', { value }, path)];
      }
      return [scenarioError('wrong-type', { value, expected: kindsOf(issue).join(', ') }, path)];
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
      return [scenarioError(isDate ? 'date' : 'identifier', { value }, path)];
    }
    case 'custom':
      return [customFinding(issue.params ?? {}, value, path, issue.message)];
    default:
      return [scenarioError('invalid', { value, detail: issue.message }, path)];
  }
}

function unknownKey(key: string, schemaPath: DocumentPath, path: DocumentPath, siblings: unknown): Finding {
  const known = knownKeys(schemaPath);
  if (known.includes(key)) {
    const others = Object.keys(siblings as object).filter((one) => one !== key);
    return scenarioError('key-not-with', { key, others: others.join(', ') }, path);
  }
  return scenarioError(
    'unknown-key',
    { key, nearest: nearestName(key, known), known: known.join(', ') },
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
function kindsOf(issue: Issue & { code: 'invalid_type' }): readonly ValueKind[] {
  const kind = kindOf(issue.expected);
  const isLaw = kind === 'mapping' && knownKeys(issue.path as DocumentPath).includes('law');
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
    return scenarioError('schema-version', { value, limit: String(allowed[0]) }, path);
  }
  const names = allowed.map(String);
  const meant = (OTHER_WORDS[value.toLowerCase()] ?? []).find((name) => names.includes(name));
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
  if (path.at(-1) === 'days') return scenarioError('days', { value }, path);
  const mismatches = issue.errors.flat();
  const literals = mismatches.flatMap((one) => (one.code === 'invalid_value' ? one.values.map(String) : []));
  const kinds = [
    ...new Set(mismatches.flatMap((one) => (one.code === 'invalid_type' ? [kindOf(one.expected)] : []))),
  ];
  if (literals.length === 0 || typeof found !== 'string') {
    const expected = literals.length > 0 && !kinds.includes('text') ? [...kinds, 'text'] : kinds;
    return scenarioError('wrong-type', { value, expected: expected.join(', ') }, path);
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
  return scenarioError(
    issue.inclusive ? 'too-small' : 'not-above',
    { value: shownValue(found), limit },
    path,
  );
}

function tooBig(issue: Issue & { code: 'too_big' }, found: unknown, path: DocumentPath): Finding {
  const limit = Number(issue.maximum);
  const count = lengthOf(found);
  if (issue.origin === 'string') return scenarioError('text-too-long', { count, limit }, path);
  if (issue.origin === 'array') {
    return scenarioError(issue.exact ? 'list-length' : 'list-too-long', { count, limit }, path);
  }
  if (limit === 1 && typeof found === 'number' && found <= 100) {
    return scenarioError('probability', { value: shownValue(found), nearest: round12(found / 100) }, path);
  }
  return scenarioError('too-large', { value: shownValue(found), limit }, path);
}

/** What the schema's own checks say, by the code they carry. */
function customFinding(
  params: Readonly<Record<string, unknown>>,
  value: string,
  path: DocumentPath,
  detail: string,
): Finding {
  const code = String(params.code);
  switch (code) {
    case 'quantity':
      return scenarioError('quantity', { value, unit: String(params.unit) }, path);
    case 'days':
      return scenarioError('days', { value: String(params.value ?? value) }, path);
    case 'too-small':
      return scenarioError('negative', { value }, path);
    case 'clock':
    case 'quantile-order':
    case 'range-order':
    case 'weights-length':
      return scenarioError(code, { value }, path);
    case 'weights-zero':
    case 'mean-zero':
      return scenarioError(code, {}, path);
    default:
      return scenarioError('invalid', { value, detail }, path);
  }
}
