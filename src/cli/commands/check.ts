/** `creneau check`: everything wrong with a scenario, what it assumes, and what it asks of each week. */
import { compileScenario } from '../../engine/compile.ts';
import type { Finding } from '../../model/finding.ts';
import { scenarioHash } from '../../model/hash.ts';
import { type CheckDocument, RESULT_VERSION, type ToldFinding } from '../../model/results/results.ts';
import type { Scenario } from '../../model/scenario.ts';
import { checkReport } from '../../report/check-report.ts';
import type { Language } from '../../report/language.ts';
import { findingSentence, tellFinding } from '../../report/messages.ts';
import type { Style } from '../../report/table-layout.ts';
import { departmentLoads } from '../../stats/class-load.ts';
import { findInstabilities } from '../../stats/instability.ts';
import { type Emission, emit, readEmission } from '../emit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { loadScenario } from '../load-scenario.ts';
import { type Manner, quoted, readManner } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { Voice } from '../voice.ts';
import type { Words } from '../words.ts';

export interface CheckRequest extends Manner, Emission {
  readonly file: string;
  readonly strict: boolean;
}

export function read(words: Words, language: Language): CheckRequest {
  return {
    file: words.file('check'),
    ...readEmission(words),
    strict: words.isOn('strict'),
    ...readManner(words, language),
  };
}

export async function run(request: CheckRequest, terminal: Terminal): Promise<ExitCode> {
  const { file, language, out, json } = request;
  const voice = new Voice(request, terminal);
  const { scenario, findings } = loadScenario(file);
  const isRefused = scenario === null || (request.strict && findings.length > 0);
  const document = checkDocument(file, findings, isRefused ? null : scenario, language);
  const told = findings.flatMap((one) => tellFinding(one, language));
  const page = (style: Style) => checkReport(document, told, { language, style });
  if (!emit(request, document, page, terminal, voice)) return EXIT.input;
  if (isRefused) return EXIT.input;
  if (!json && out === null) voice.note('checkNext', { file: quoted(file) });
  return EXIT.done;
}

/** The document of a check; a scenario that cannot run has findings only. */
export function checkDocument(
  file: string,
  findings: readonly Finding[],
  scenario: Scenario | null,
  language: Language,
): CheckDocument {
  const plan = scenario === null ? null : compileScenario(scenario, scenario.run.weeks);
  return {
    creneau: RESULT_VERSION,
    command: 'check',
    file,
    sound: scenario !== null,
    findings: findings.map((one) => toldFinding(one, language)),
    scenario: scenario === null ? null : { name: scenario.name, hash: scenarioHash(scenario) },
    load: plan === null ? null : departmentLoads(plan),
    unstable: plan === null ? null : findInstabilities(plan),
    assumptions: scenario === null ? null : scenario.assumptions,
  };
}

function toldFinding(finding: Finding, language: Language): ToldFinding {
  const { code, severity, file = null, line = null, column = null, path } = finding;
  return { code, severity, file, line, column, path, ...findingSentence(finding, language) };
}
