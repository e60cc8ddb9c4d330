/** `creneau oqos`: a balance in its official layout, the places left, what is odd in it, before and after grants. */
import { oqosDocument } from '../../authorize/balance-document.ts';
import { hasErrors } from '../../model/finding.ts';
import { parseDepartment } from '../../model/oqos/departments.ts';
import { EQUIPMENT, type Equipment, parseEquipment } from '../../model/oqos/equipment.ts';
import type { Language } from '../../report/language.ts';
import { oqosPage } from '../../report/oqos-page.ts';
import { readBalanceChoice } from '../balance-options.ts';
import { type Emission, emit, readEmission } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type BalanceChoice, loadBalance } from '../load-balance.ts';
import { crowdedProblems, loadRequests } from '../load-requests.ts';
import { type Manner, readManner } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';

export interface OqosRequest extends Manner, Emission, BalanceChoice {
  readonly equipment: Equipment | null;
  readonly department: string | null;
  readonly grants: readonly string[];
  readonly strict: boolean;
}

export function read(words: Words, language: Language): OqosRequest {
  for (const value of words.plain) words.refuse('oqos-argument', { value });
  return {
    ...readBalanceChoice(words),
    equipment: readEquipment(words),
    department: readDepartment(words),
    grants: words.texts('grant'),
    strict: words.isOn('strict'),
    ...readEmission(words),
    ...readManner(words, language),
  };
}

function readEquipment(words: Words): Equipment | null {
  const value = words.text('equipment');
  return value === null
    ? null
    : (parseEquipment(value) ?? words.refuseValue('equipment', value, EQUIPMENT.join(', ')));
}

function readDepartment(words: Words): string | null {
  const value = words.text('department');
  return value === null ? null : (parseDepartment(value) ?? words.refuseValue('department', value, '01…976'));
}

export async function run(request: OqosRequest, terminal: Terminal): Promise<ExitCode> {
  const voice = new Voice(request, terminal);
  const { language, interventional: reading, equipment, department } = request;
  const { balance, findings } = loadBalance(request);
  const isRefused = request.strict && findings.length > 0;
  voice.findings(findings, isRefused);
  if (balance === null || isRefused) return EXIT.input;
  const grants = loadRequests(request.grants, balance);
  voice.findings(grants.findings);
  if (grants.requests === null || hasErrors(grants.findings)) return EXIT.input;
  const crowded = crowdedProblems(grants.requests);
  if (crowded.length > 0) return voice.refuse(crowded);
  const document = oqosDocument(balance, grants.requests, reading, { equipment, department });
  if (document === null) {
    const files = grants.requests.map((one) => one.request.id).join(', ');
    voice.refuse([{ code: 'grants-impossible', values: { files } }]);
    return EXIT.infeasible;
  }
  if (document.rows.length === 0) return voice.refuse([{ code: 'oqos-no-row', values: {} }]);
  const isWritten = emit(
    request,
    document,
    (style) => oqosPage(document, { language, style }),
    terminal,
    voice,
  );
  if (!isWritten) return EXIT.input;
  if (!request.json && request.out === null) voice.note('oqosNext', {});
  return EXIT.done;
}
