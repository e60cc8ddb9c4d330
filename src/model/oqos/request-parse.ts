/** From an unknown value to a request, or to everything that is wrong with it, all at once. */
import { parseDate } from '../calendar-fr.ts';
import type { DocumentPath, Finding } from '../finding.ts';
import { deepFreeze } from '../freeze.ts';
import { dateMeant } from '../load/hints.ts';
import { type FormRules, formFindings } from '../load/load.ts';
import { shownValue, valueAt } from '../load/path.ts';
import type { Label } from '../scenario.ts';
import { scenarioError } from '../scenario-codes.ts';
import { keysOfSchema } from '../schema/keys.ts';
import { requestError } from './codes.ts';
import { nearestDepartment, parseDepartment } from './departments.ts';
import { EQUIPMENT, nearestEquipment, parseEquipment } from './equipment.ts';
import type { AuthorisationRequest } from './request.ts';
import { REQUEST_VERSION, type RequestInput, type RequestText, zRequest } from './request-schema.ts';

export interface ParsedRequest {
  /** Null as soon as there is one error. */
  readonly request: AuthorisationRequest | null;
  readonly findings: readonly Finding[];
}

/**
 * The request a value describes. What is wrong is not thrown: each finding has a stable code, and the path of the
 * value as it was written.
 * @example parseRequest({ request: 1, id: 'a', applicant: 'x', equipment: 'IRM', department: 96, kind: 'renewal', devices: 1 }).findings[0].code // 'request-department'
 */
export function parseRequest(raw: unknown): ParsedRequest {
  if (isScenario(raw)) return { request: null, findings: [requestError('request-is-scenario', {}, [])] };
  const parsed = zRequest.safeParse(raw);
  if (!parsed.success) {
    const rules: FormRules = {
      knownKeys: keysOfSchema(zRequest),
      customFinding: (params, found, path) => customFinding(params, found, path, raw),
    };
    return { request: null, findings: formFindings(parsed.error.issues, raw, rules) };
  }
  const { filed } = parsed.data;
  if (filed !== undefined && parseDate(filed) === null) {
    const wrong = scenarioError('date', { value: filed, nearest: dateMeant(filed) }, ['filed']);
    return { request: null, findings: [wrong] };
  }
  return { request: deepFreeze(requestOf(parsed.data)), findings: [] };
}

const isScenario = (raw: unknown): boolean =>
  typeof raw === 'object' && raw !== null && Object.hasOwn(raw, 'creneau') && !Object.hasOwn(raw, 'request');

function customFinding(
  params: Readonly<Record<string, unknown>>,
  found: unknown,
  path: DocumentPath,
  raw: unknown,
): Finding {
  const code = String(params.code);
  const value = shownValue(found);
  switch (code) {
    case 'request-version':
      return requestError(code, { value, limit: REQUEST_VERSION }, path);
    case 'request-equipment':
      return requestError(
        code,
        { value, nearest: nearestEquipment(value), known: EQUIPMENT.join(', ') },
        path,
      );
    case 'request-department':
      return requestError(code, { value, nearest: nearestDepartment(value) }, path);
    case 'request-device-twice':
      return requestError(code, { value }, path);
    case 'request-interventional':
      return requestError(code, { value: shownValue(valueAt(raw, ['equipment'])) }, path);
    case 'request-site-contradicts': {
      const [kind, equipment] = ['kind', 'equipment'].map((key) => shownValue(valueAt(raw, [key])));
      return requestError(code, { kind: kind ?? '', count: value, equipment: equipment ?? '' }, path);
    }
    case 'request-from':
      return requestError(code, { kind: shownValue(valueAt(raw, ['kind'])) }, path);
    default:
      return scenarioError('invalid', { value }, path);
  }
}

const labelOf = (text: RequestText): Label => (typeof text === 'string' ? { en: text, fr: text } : text);

/** The schema has let through only names that are known. */
function requestOf(input: RequestInput): AuthorisationRequest {
  const equipment = parseEquipment(input.equipment) ?? 'scanner';
  const department = parseDepartment(String(input.department)) ?? '';
  const { devices, from, site, 'exceptional-needs': exceptional } = input;
  const elements = Object.entries(input.elements ?? {}).map(([key, text]) => [
    key,
    labelOf(text as RequestText),
  ]);
  return {
    id: input.id,
    title: labelOf(input.title ?? input.id),
    applicant: input.applicant,
    filed: input.filed ?? null,
    equipment,
    department,
    kind: input.kind,
    devices: typeof devices === 'number' ? devices : devices.length,
    deviceNames: typeof devices === 'number' ? [] : devices,
    isInterventional: input.interventional ?? false,
    from:
      input.kind !== 'moved-device'
        ? null
        : {
            department: parseDepartment(String(from?.department ?? department)) ?? department,
            siteCloses: from?.['site-closes'] ?? false,
          },
    site: {
      name: site?.name ?? null,
      scanners: site?.scanners ?? null,
      mris: site?.mris ?? null,
      agreement: site?.agreement ?? null,
    },
    exceptional: exceptional ?? null,
    elements: Object.fromEntries(elements),
  };
}
