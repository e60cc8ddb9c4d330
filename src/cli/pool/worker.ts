/** A worker thread: plays the replications it is asked, with the scenario it was given last. */
import { parentPort, workerData } from 'node:worker_threads';
import { compileScenario } from '../../engine/compile.ts';
import type { Plan } from '../../engine/plan.ts';
import { runReplication } from '../../engine/simulate.ts';
import type { PlayAnswer, PlayRequest, WorkerSetting } from './protocol.ts';

const { played, rank } = workerData as WorkerSetting;
let plan: Plan | null = null;

function answer({ scenario, options }: PlayRequest): PlayAnswer {
  try {
    if (scenario !== null) plan = compileScenario(scenario.scenario, scenario.weeks);
    if (plan === null) throw new Error('a worker was asked to play before it had a scenario');
    const onWeek = (sites: number) => {
      Atomics.add(played, rank, sites);
    };
    return { outcome: runReplication(plan, { ...options, onWeek }) };
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { failure: { name, message, stack } };
  }
}

parentPort?.on('message', (request: PlayRequest) => {
  const given = answer(request);
  const buffers =
    'outcome' in given
      ? given.outcome.flatMap(({ tally, snapshots, series }) =>
          [tally, ...snapshots, ...series].map(({ buffer }) => buffer as ArrayBuffer),
        )
      : [];
  parentPort?.postMessage(given, buffers);
});
