/** From an unknown value to the rules of a week, or to everything that is wrong with it, all at once. */
import type { DocumentPath, Finding } from '../finding.ts';
import { numberMeant, quantityMeant } from '../load/hints.ts';
import { customFinding, type FormRules, formFindings } from '../load/load.ts';
import { shownValue } from '../load/path.ts';
import { keysOfSchema } from '../schema/keys.ts';
import { checkRules, type Places } from './check.ts';
import { rulesError } from './codes.ts';
import { completeRules } from './complete.ts';
import { soundParts } from './parts.ts';
import type { WeekRules } from './rules.ts';
import { NO_LIMIT, RULES_VERSION, zRules } from './schema.ts';

export interface ParsedRules {
  /** Null as soon as there is one error. */
  readonly rules: WeekRules | null;
  readonly findings: readonly Finding[];
}

/**
 * The rules a value describes, held against the scenario they are for; what it leaves out is ours, and said in `assumed`.
 * What is wrong is not thrown: each finding has a stable code, and the path of the value as it was written.
 * @example parseRules({ 'creneau-rules': 1, hours: 4 }, { sites: [], devices: [], flows: [] }).rules.addedHours // 4
 * @example parseRules({ 'creneau-rules': 2 }, { sites: [], devices: [], flows: [] }).findings[0].code // 'rules-version'
 */
export function parseRules(raw: unknown, scenario: Places): ParsedRules {
  if (isScenario(raw)) return { rules: null, findings: [rulesError('rules-is-scenario', {}, [])] };
  const parsed = zRules.safeParse(raw);
  const wrong = parsed.success ? [] : formFindings(parsed.error.issues, raw, FORM);
  const findings = [...wrong, ...checkRules(soundParts(raw), scenario)];
  const rules = parsed.success && findings.length === 0 ? completeRules(parsed.data, scenario) : null;
  return { rules, findings };
}

const isScenario = (raw: unknown): boolean =>
  typeof raw === 'object' &&
  raw !== null &&
  Object.hasOwn(raw, 'creneau') &&
  !Object.hasOwn(raw, 'creneau-rules');

const FORM: FormRules = {
  knownKeys: keysOfSchema(zRules),
  customFinding: (params, found, path) =>
    ownFinding(String(params.code), found, path) ?? customFinding(params, found, path),
};

/** Bare numbers up to this were rather meant as hours. */
const MOST_HOURS_A_DAY = 24;

/** What was meant by a duration without its unit, or with the unit written out. */
function durationMeant(found: unknown): string {
  if (typeof found === 'number') return found > 0 ? `${found}${found <= MOST_HOURS_A_DAY ? 'h' : 'min'}` : '';
  const meant = quantityMeant(String(found));
  return /^[\d.]+$/.test(meant) ? durationMeant(Number(meant)) : meant;
}

/** What the checks of rules say, besides those of any value. */
function ownFinding(code: string, found: unknown, path: DocumentPath): Finding | null {
  const value = shownValue(found);
  switch (code) {
    case 'rules-version':
      return rulesError(code, { value, limit: RULES_VERSION }, path);
    case 'rules-duration':
      return rulesError(code, { value, nearest: durationMeant(found) }, path);
    case 'rules-hours': {
      const meant = quantityMeant(value);
      return rulesError(code, { value, nearest: /^[\d.]+$/.test(meant) ? `${meant}h` : meant }, path);
    }
    case 'rules-euros': {
      const digits = value.replace(/[\s€]/gu, '');
      return rulesError(
        code,
        { value, nearest: numberMeant(digits).replace(/^-.*/, ''), none: NO_LIMIT },
        path,
      );
    }
    default:
      return null;
  }
}
