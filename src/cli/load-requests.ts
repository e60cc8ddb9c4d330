/** From request files to requests, or to everything that is wrong with them, alone and side by side. */

import { competingGroups, isInBalance, MOST_COMPETING } from '../authorize/grants.ts';
import { readDocument, type SourceDocument } from '../io/document.ts';
import { type Finding, finding, hasErrors } from '../model/finding.ts';
import { type Balance, balanceRow, departmentsOf } from '../model/oqos/balance.ts';
import { requestError } from '../model/oqos/codes.ts';
import { departmentLabel } from '../model/oqos/departments.ts';
import { type AuthorisationRequest, type PlacedRequest, plainAct } from '../model/oqos/request.ts';
import { parseRequest } from '../model/oqos/request-parse.ts';
import type { Problem } from './messages.ts';

/** Too many files on the same counters for their sets to be counted. */
export function crowdedProblems(requests: readonly PlacedRequest[]): readonly Problem[] {
  return competingGroups(requests.map(({ request }) => request))
    .filter((group) => group.length > MOST_COMPETING)
    .map((group) => ({
      code: 'requests-crowded',
      values: { count: group.length, equipment: group[0]!.equipment, limit: MOST_COMPETING },
    }));
}

export interface LoadedRequests {
  /** Null as soon as there is one error. */
  readonly requests: readonly PlacedRequest[] | null;
  /** With file, line and column. */
  readonly findings: readonly Finding[];
}

interface Read extends PlacedRequest {
  readonly document: SourceDocument;
}

/**
 * Reads requests in YAML or JSON, and holds them against each other and against a balance.
 * @example loadRequests(['missing.yaml'], { rows: [] }).findings[0].code // 'file-missing'
 */
export function loadRequests(files: readonly string[], balance: Balance): LoadedRequests {
  const read: Read[] = [];
  const findings = files.flatMap((file) => {
    const one = readOne(file);
    if (one.request !== null && one.document !== null)
      read.push({ ...one, request: one.request, document: one.document, file });
    return one.findings;
  });
  const beside = read.flatMap((one, rank) => [
    ...againstBalance(one, balance),
    ...againstPresent(one, balance),
    ...againstOthers(one, read.slice(0, rank)),
  ]);
  const all = [...findings, ...beside];
  return {
    requests: hasErrors(all) ? null : read.map(({ file, request }) => ({ file, request })),
    findings: all,
  };
}

const byPlace = (a: Finding, b: Finding): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

function placed(one: Finding, document: SourceDocument): Finding {
  return finding(one.severity, one.code, one.values, { path: one.path, ...document.locate(one.path) });
}

function readOne(file: string) {
  const { document, findings } = readDocument(file);
  if (document === null) return { document, request: null, findings: findings.map(ofRequest) };
  const parsed = parseRequest(document.value);
  const told = parsed.findings.map((one) => placed(one, document)).toSorted(byPlace);
  return { document, request: parsed.request, findings: told };
}

/** What is said of an empty file is said of a scenario. */
const ofRequest = (one: Finding): Finding =>
  one.code === 'document-empty' ? { ...one, code: 'request-empty' } : one;

/** A request, a renewal too, is told beside the row of its department: the balance must have one. */
function againstBalance({ request, document }: Read, balance: Balance): readonly Finding[] {
  if (isInBalance(balance, request)) return [];
  const known = departmentsOf(balance).join(', ');
  const department = departmentLabel(request.department);
  const values = { equipment: request.equipment, department, known };
  return [placed(requestError('request-not-in-balance', values, ['department']), document)];
}

/** No more devices can be moved, renewed or replaced in a department than its balance counts there. */
function againstPresent({ request, document }: Read, balance: Balance): readonly Finding[] {
  const { kind, equipment, devices, isInterventional, from } = request;
  if (kind === 'new-device-new-site' || kind === 'new-device-existing-site') return [];
  const origin = from?.department ?? request.department;
  const row = balanceRow(balance, equipment, origin);
  const present = isInterventional ? row?.interventional?.current : row?.devices.current;
  if (present === undefined || devices <= present) return [];
  const values = { devices, present, equipment, department: departmentLabel(origin) };
  return [placed(requestError('request-more-than-present', values, ['devices']), document)];
}

const isSameAct = (a: AuthorisationRequest, b: AuthorisationRequest): boolean =>
  a.isInterventional === b.isInterventional &&
  a.exceptional?.devices === b.exceptional?.devices &&
  a.exceptional?.sites === b.exceptional?.sites;

/** One device, one request; one id, one file; one act, one content. */
function againstOthers({ request, document }: Read, before: readonly Read[]): readonly Finding[] {
  const { id, deviceNames, exceptional, equipment, department } = request;
  const tell = (one: Finding) => placed(one, document);
  const twin = before.find((other) => other.request.id === id);
  if (twin !== undefined) return [tell(requestError('request-id-twice', { id, first: twin.file }, ['id']))];
  const twice = deviceNames.flatMap((value, rank) => {
    const first = before.find(
      (other) =>
        other.request.equipment === equipment &&
        other.request.applicant === request.applicant &&
        other.request.deviceNames.includes(value),
    );
    if (first === undefined) return [];
    return [tell(requestError('request-device-in-two', { value, first: first.file }, ['devices', rank]))];
  });
  const sameAct =
    exceptional === null
      ? undefined
      : before.find(
          (other) =>
            plainAct(other.request.exceptional?.act ?? '') === plainAct(exceptional.act) &&
            other.request.equipment === equipment &&
            other.request.department === department,
        );
  if (exceptional === null || sameAct === undefined || isSameAct(request, sameAct.request)) return twice;
  const values = { act: exceptional.act, first: sameAct.file };
  return [...twice, tell(requestError('request-act-differs', values, ['exceptional-needs']))];
}
