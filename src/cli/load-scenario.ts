/** From a scenario file to a scenario ready to run: read, parsed, checked, its logs read, completed. */
import { dirname, isAbsolute, join } from 'node:path';
import { readActivityLog } from '../io/log-csv.ts';
import { readScenarioDocument, type ScenarioDocument } from '../io/scenario-file.ts';
import { parseDate } from '../model/calendar-fr.ts';
import { completeScenario } from '../model/complete.ts';
import { flowId } from '../model/complete-device.ts';
import { checkScenario } from '../model/consistency.ts';
import { type Finding, finding, hasErrors } from '../model/finding.ts';
import { parseScenario } from '../model/load.ts';
import type { LoggedRequest, Scenario } from '../model/scenario.ts';
import { scenarioError, scenarioWarning } from '../model/scenario-codes.ts';
import type { ScenarioInput } from '../model/schema.ts';
import type { RunOverrides } from './arguments.ts';

export interface LoadedScenario {
  /** Null as soon as there is one error. */
  readonly scenario: Scenario | null;
  /** With file, line and column, in their order. */
  readonly findings: readonly Finding[];
}

const DAY_SECONDS = 86_400;
const NAMES_SHOWN = 3;

/** Keys of `run` and the options that go before them. */
const OVERRIDDEN = {
  weeks: 'weeks',
  'warmup-weeks': 'warmup',
  replications: 'replications',
  seed: 'seed',
} as const;

/**
 * Reads a scenario, applies the run settings of the command line, and checks the whole.
 * @example loadScenario('missing.yaml').findings[0].code // 'file-missing'
 */
export function loadScenario(file: string, overrides: RunOverrides = {}): LoadedScenario {
  const { document, findings } = readScenarioDocument(file);
  if (document === null) return { scenario: null, findings };
  const parsed = parseScenario(document.value);
  if (parsed.input === null) return { scenario: null, findings: placed(parsed.findings, document, {}) };
  const input = withOverrides(parsed.input, overrides);
  const checked = checkScenario(input);
  if (hasErrors(checked)) return { scenario: null, findings: placed(checked, document, overrides) };
  const logs = readLogs(input, document);
  const all = [...placed([...checked, ...logs.findings], document, overrides)];
  if (hasErrors(all)) return { scenario: null, findings: all };
  return { scenario: completeScenario(input, logs.requests), findings: all };
}

function withOverrides(input: ScenarioInput, overrides: RunOverrides): ScenarioInput {
  const { weeks, warmupWeeks, replications, seed } = overrides;
  return {
    ...input,
    run: {
      ...input.run,
      ...(weeks === undefined ? {} : { weeks }),
      ...(warmupWeeks === undefined ? {} : { 'warmup-weeks': warmupWeeks }),
      ...(replications === undefined ? {} : { replications }),
      ...(seed === undefined ? {} : { seed }),
    },
  };
}

/** Findings with their line and column, or with the option they are about, in order. */
function placed(
  findings: readonly Finding[],
  document: ScenarioDocument,
  overrides: RunOverrides,
): readonly Finding[] {
  const given: Readonly<Record<string, unknown>> = { ...overrides, 'warmup-weeks': overrides.warmupWeeks };
  return findings
    .map((one) => {
      if (one.file !== undefined) return one;
      const key = one.path[0] === 'run' ? String(one.path[1]) : '';
      const option = given[key] === undefined ? undefined : OVERRIDDEN[key as keyof typeof OVERRIDDEN];
      const at = option === undefined ? document.locate(one.path) : { file: `--${option}` };
      return finding(one.severity, one.code, one.values, { path: one.path, ...at });
    })
    .sort(byPlace);
}

const byPlace = (a: Finding, b: Finding): number =>
  (a.file ?? '').localeCompare(b.file ?? '', 'en') ||
  (a.line ?? 0) - (b.line ?? 0) ||
  (a.column ?? 0) - (b.column ?? 0);

interface ReadLogs {
  readonly requests: ReadonlyMap<string, readonly LoggedRequest[]>;
  readonly findings: readonly Finding[];
}

/** The log of each flow that follows one; all count from one Monday, the scenario's or the earliest of the logs. */
function readLogs(input: ScenarioInput, document: ScenarioDocument): ReadLogs {
  const findings: Finding[] = [];
  const start = input.calendar?.start === undefined ? null : parseDate(input.calendar.start);
  const followed = input.flows.flatMap((flow, index) => {
    if (flow.log === undefined || (flow.arrivals ?? 'log') !== 'log') return [];
    const beside = dirname(document.locate(['flows', index, 'log']).file);
    return [{ flow, index, file: isAbsolute(flow.log) ? flow.log : join(beside, flow.log) }];
  });
  const byFile = new Map(
    [...new Set(followed.map(({ file }) => file))].map((file) => {
      const read = readActivityLog(file, start === null ? {} : { startDay: start });
      findings.push(...read.findings);
      return [file, read.log] as const;
    }),
  );
  const starts = [...byFile.values()].flatMap((log) => (log === null ? [] : [log.startDay]));
  const firstStart = Math.min(...starts);
  const requests = new Map<string, readonly LoggedRequest[]>();
  for (const { flow, index, file } of followed) {
    const log = byFile.get(file) ?? null;
    if (log === null) continue;
    const shift = (log.startDay - firstStart) * DAY_SECONDS;
    const own = log.requests.filter((request) => request.class === flow.class);
    const path = ['flows', index, 'log'];
    if (own.length === 0)
      findings.push(scenarioError('log-without-class', { file, class: flow.class }, path));
    const known = flow.exams ?? {};
    const strange = own.filter(({ exam }) => exam !== null && !Object.hasOwn(known, exam));
    if (strange.length > 0) {
      const names = [...new Set(strange.map(({ exam }) => exam))].slice(0, NAMES_SHOWN).join(', ');
      findings.push(scenarioWarning('log-exams-unknown', { count: strange.length, names }, path));
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
