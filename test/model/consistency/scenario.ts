/** A small sound scenario, and what a rule finds once part of it is replaced. */
import type { Finding } from '../../../src/model/finding.ts';
import { parseScenario } from '../../../src/model/load/load.ts';
import type { ScenarioInput } from '../../../src/model/schema/schema.ts';

type Raw = Readonly<Record<string, unknown>>;

export const vacation: Raw = { days: 'mon-fri', from: '08:00', to: '18:00', type: 'public-scheduled' };
export const device: Raw = { id: 'irm', site: 'ch', modality: 'mri', week: [vacation] };
export const flow: Raw = { site: 'ch', modality: 'mri', class: 'A', 'per-week': 100 };

/** One site, one MRI open on weekdays, one booked flow; `changes` replace parts at the root. */
export function scenarioInput(changes: Raw = {}): ScenarioInput {
  const raw = {
    creneau: 1,
    name: 'test',
    sites: [{ id: 'ch' }],
    devices: [device],
    flows: [flow],
    ...changes,
  };
  const { input, findings } = parseScenario(raw);
  if (input === null) throw new Error(JSON.stringify(findings));
  return input;
}

export const withDevice = (changes: Raw): ScenarioInput =>
  scenarioInput({ devices: [{ ...device, ...changes }] });
export const withWeek = (...week: readonly Raw[]): ScenarioInput =>
  withDevice({ week: week.map((one) => ({ ...vacation, ...one })) });
export const withFlow = (changes: Raw): ScenarioInput => scenarioInput({ flows: [{ ...flow, ...changes }] });

/** Code and place of each finding: `error clock devices.0.week.0.from`. */
export const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ severity, code, path }) => `${severity} ${code} ${path.join('.')}`);
