/** What Node and a browser are both asked: the golden number of a scenario, and every indicator of its simulation. */
import { compileScenario } from '../../src/engine/compile.ts';
import { completeScenario } from '../../src/model/complete/complete.ts';
import { parseScenario } from '../../src/model/load/load.ts';
import { round12 } from '../../src/model/results/estimate.ts';
import type { LoggedRequest } from '../../src/model/scenario.ts';
import { simulateScenario } from '../../src/stats/experiment.ts';
import { GOLDEN_WEEKS, goldenHash } from '../engine/golden.ts';

/** Plain JSON: a complete scenario may hold infinities, so what was written is sent and completed where it is run. */
export interface Question {
  readonly written: unknown;
  /** Requests of the flows that follow a log, by flow. */
  readonly logs: readonly (readonly [flow: string, requests: readonly LoggedRequest[]])[];
  readonly weeks: number;
  readonly replications: number;
}

export interface Answer {
  readonly hash: string;
  /** The whole result as JSON, numbers to 12 significant digits. */
  readonly result: string;
}

/** A number that JSON has no word for is written as a text, so that it is not lost. */
const written = (_key: string, value: unknown): unknown => {
  if (typeof value !== 'number') return value;
  return Number.isFinite(value) ? round12(value) : String(value);
};

/** The answer to a question sent as JSON. Throws on a scenario that does not parse. */
export function answer(question: string): Answer {
  const { written: raw, logs, weeks, replications } = JSON.parse(question) as Question;
  const { input, findings } = parseScenario(raw);
  if (input === null) throw new Error(JSON.stringify(findings));
  const scenario = completeScenario(input, new Map(logs));
  return {
    hash: goldenHash(compileScenario(scenario, GOLDEN_WEEKS)),
    result: JSON.stringify(simulateScenario(scenario, { weeks, replications }), written),
  };
}
