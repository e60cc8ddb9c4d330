/** A small scenario without defaults, completed, and its parts. */
import { completeScenario } from '../../../src/model/complete/complete.ts';
import type { Logs } from '../../../src/model/complete/ledger.ts';
import { zScenario } from '../../../src/model/schema/schema.ts';

export type Part = Readonly<Record<string, unknown>>;
export const VACATION: Part = { days: 'mon', from: '08:00', to: '12:00', type: 'public-scheduled' };
export const DEVICE: Part = { id: 'd', site: 's', modality: 'ct', week: [VACATION] };
export const FLOW: Part = { id: 'a', site: 's', modality: 'ct', class: 'A', 'per-week': 10 };

/** A small scenario without defaults, parts of its root replaced. */
export const complete = (parts: Part = {}, logs?: Logs) =>
  completeScenario(
    zScenario.parse({
      creneau: 1,
      name: 'x',
      defaults: 'none',
      sites: [{ id: 's' }],
      devices: [DEVICE],
      flows: [FLOW],
      ...parts,
    }),
    logs,
  );
/** The first device of the scenario, with `parts`. */
export const deviceOf = (parts: Part, root: Part = {}) =>
  complete({ devices: [{ ...DEVICE, ...parts }], ...root }).devices[0]!;
/** Its first vacation. */
export const vacationOf = (parts: Part, root: Part = {}) =>
  deviceOf({ week: [{ ...VACATION, ...parts }] }, root).week[0]!;
/** Its first flow. */
export const flowOf = (parts: Part, root: Part = {}) =>
  complete({ flows: [{ ...FLOW, ...parts }], ...root }).flows[0]!;
