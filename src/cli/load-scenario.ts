/** From a scenario file to a scenario ready to run: read, parsed, checked, its logs read, completed. */
import { dirname, isAbsolute, join } from 'node:path';
import { type ActivityLog, readActivityLog } from '../io/log-csv.ts';
import { ofNamedFile } from '../io/named-file.ts';
import { readScenarioDocument } from '../io/scenario-file.ts';
import { parseDate } from '../model/calendar-fr.ts';
import { completeScenario } from '../model/complete/complete.ts';
import { flowId } from '../model/complete/device.ts';
import { checkScenario } from '../model/consistency/consistency.ts';
import { type Finding, finding, hasErrors } from '../model/finding.ts';
import type { Losses } from '../model/load/losses.ts';
import { asWritten } from '../model/load/path.ts';
import { salvageScenario } from '../model/load/salvage.ts';
import type { LoggedRequest, Scenario } from '../model/scenario.ts';
import { scenarioError, scenarioWarning } from '../model/scenario-codes.ts';
import type { ScenarioInput } from '../model/schema/schema.ts';
import { type Assignment, type Placed, runAssignments, withAssignments } from './assignments.ts';
import type { Problem } from './messages.ts';
import type { RunOverrides } from './run-options.ts';

export interface LoadedScenario {
  /** Null as soon as there is one error. */
  readonly scenario: Scenario | null;
  /** The scenario as written, files it extends and values of the command line merged; null with the scenario. */
  readonly input: ScenarioInput | null;
  readonly written: unknown;
  /** With file, line and column, in their order. */
  readonly findings: readonly Finding[];
  /** What is wrong with the values of the command line. */
  readonly problems: readonly Problem[];
}

const DAY_SECONDS = 86_400;
const NAMES_SHOWN = 3;

/**
 * Reads a scenario, lays the values of the command line over it, and checks the whole.
 * @example loadScenario('missing.yaml').findings[0].code // 'file-missing'
 */
export function loadScenario(
  file: string,
  overrides: RunOverrides = {},
  assignments: readonly Assignment[] = [],
): LoadedScenario {
  const read = readScenarioDocument(file);
  const none = { scenario: null, input: null, written: null };
  if (read.document === null) return { ...none, findings: read.findings, problems: [] };
  const assigned = withAssignments(read.document, [...assignments, ...runAssignments(overrides)]);
  const { scenario, input, findings } = judgeScenario(assigned.document);
  const { problems } = assigned;
  if (scenario === null || problems.length > 0) return { ...none, findings, problems };
  return { scenario, input, written: assigned.document.value, findings, problems };
}

/** A document judged: its findings placed, and what is made of it; null as soon as there is one error. */
export interface JudgedScenario {
  readonly input: ScenarioInput | null;
  readonly scenario: Scenario | null;
  readonly findings: readonly Finding[];
}

/** Checks a document and the logs it names, and completes it when it is sound. */
export function judgeScenario(document: Placed): JudgedScenario {
  const salvaged = salvageScenario(document.value);
  if (salvaged.input === null) {
    const findings = placed(salvaged.findings, document).toSorted(byPlace);
    return { input: null, scenario: null, findings };
  }
  const { input } = salvaged;
  const logs = readLogs(input, document, salvaged.losses);
  const checked = [...checkScenario(input, salvaged.losses), ...logs.findings].map((one) => ({
    ...one,
    path: asWritten(salvaged.written, one.path),
  }));
  const findings = placed([...salvaged.findings, ...checked], document).toSorted(byPlace);
  if (hasErrors(findings)) return { input: null, scenario: null, findings };
  return { input, scenario: completeScenario(input, logs.requests), findings };
}

/** Findings with their line and column, or with the option they are about. */
function placed(findings: readonly Finding[], document: Placed): readonly Finding[] {
  return findings.map((one) => {
    if (one.file !== undefined) return one;
    return finding(one.severity, one.code, one.values, { path: one.path, ...document.locate(one.path) });
  });
}

const byPlace = (a: Finding, b: Finding): number =>
  (a.file === b.file ? 0 : (a.file ?? '').localeCompare(b.file ?? '', 'en')) ||
  (a.line ?? 0) - (b.line ?? 0) ||
  (a.column ?? 0) - (b.column ?? 0);

interface ReadLogs {
  readonly requests: ReadonlyMap<string, readonly LoggedRequest[]>;
  readonly findings: readonly Finding[];
}

/** The log of each flow that follows one; all count from one Monday, the scenario's or the earliest of the logs. */
function readLogs(input: ScenarioInput, document: Placed, losses: Losses): ReadLogs {
  const findings: Finding[] = [];
  const tell = (one: Finding, ...restsOn: readonly string[]) => {
    if (!losses.explain(one, restsOn)) findings.push(one);
  };
  const start = input.calendar?.start === undefined ? null : parseDate(input.calendar.start);
  const followed = input.flows.flatMap((flow, index) => {
    if (flow.log === undefined || (flow.arrivals ?? 'log') !== 'log') return [];
    if (losses.covers(['flows', index, 'arrivals'])) return [];
    const beside = dirname(document.locate(['flows', index, 'log']).file);
    return [{ flow, index, file: isAbsolute(flow.log) ? flow.log : join(beside, flow.log) }];
  });
  const byFile = new Map<string, ActivityLog | null>();
  for (const { flow, index, file } of followed) {
    if (byFile.has(file)) continue;
    const read = readActivityLog(file, start === null ? {} : { startDay: start });
    byFile.set(file, read.log);
    const path = ['flows', index, 'log'];
    findings.push(...read.findings.map((one) => ofNamedFile(one, file, flow.log ?? '', { path })));
  }
  const starts = [...byFile.values()].flatMap((log) => (log === null ? [] : [log.startDay]));
  const firstStart = Math.min(...starts);
  const requests = new Map<string, readonly LoggedRequest[]>();
  for (const { flow, index, file } of followed) {
    const log = byFile.get(file) ?? null;
    if (log === null) continue;
    const shift = (log.startDay - firstStart) * DAY_SECONDS;
    const own = log.requests.filter((request) => request.class === flow.class);
    const path = ['flows', index, 'log'];
    if (own.length === 0) {
      tell(
        scenarioError('log-without-class', { file: flow.log ?? file, class: flow.class }, path),
        'flows.@.class',
      );
    }
    const known = flow.exams ?? {};
    const strange = own.filter(({ exam }) => exam !== null && !Object.hasOwn(known, exam));
    if (strange.length > 0) {
      const names = [...new Set(strange.map(({ exam }) => exam))].slice(0, NAMES_SHOWN).join(', ');
      const unknown = scenarioWarning('log-exams-unknown', { count: strange.length, names }, path);
      tell(unknown, 'flows.@.class', 'flows.@.exams.**');
    }
    requests.set(
      flowId(flow),
      own.map(({ atSeconds, exam, durationSeconds }) => ({
        atSeconds: atSeconds + shift,
        exam,
        durationSeconds,
      })),
    );
  }
  return { requests, findings };
}
