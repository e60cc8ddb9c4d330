/** A small MRI with a night on call, for questions about its backlog. */
import { completeScenario } from '../../../src/model/complete/complete.ts';
import { checkScenario } from '../../../src/model/consistency/consistency.ts';
import { parseScenario } from '../../../src/model/load/load.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import type { WaitingPatients } from '../../../src/optimize/backlog/target.ts';

export const PATIENTS: WaitingPatients = { class: 'A', modality: 'mri', site: 'ch' };

export type Raw = Readonly<Record<string, unknown>>;

const PROGRAMME: Raw = { days: 'mon-fri', from: '08:00', to: '18:00', type: 'public-scheduled' };
export const ON_CALL: Raw = { days: 'mon-sun', from: '18:00', to: '32:00', type: 'on-call' };

/** The scenario with other vacations, or anything else, of its device. */
export function complete(device: Raw = {}, flow: Raw = {}, more: Raw = {}): Scenario {
  const { input, findings } = parseScenario({
    creneau: 1,
    name: 'A small MRI',
    defaults: 'none',
    run: { weeks: 52, replications: 3, seed: 7 },
    exams: { x: { modality: 'mri', durations: { A: 12, U: 12 } } },
    sites: [{ id: 'ch' }],
    devices: [{ id: 'irm', site: 'ch', modality: 'mri', slots: { A: 30 }, week: [PROGRAMME], ...device }],
    flows: [
      { id: 'a', site: 'ch', modality: 'mri', class: 'A', 'per-week': 80, exams: { x: 1 }, ...flow },
      { id: 'u', site: 'ch', modality: 'mri', class: 'U', 'per-week': 5, 'walk-in': true, exams: { x: 1 } },
    ],
    ...more,
  });
  if (input === null) throw new Error(JSON.stringify(findings));
  const wrong = checkScenario(input).filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong));
  return completeScenario(input);
}

export { PROGRAMME };
