/** A worker thread that runs javascript-lp-solver, which may never return: `LpThread` ends it. */
import { parentPort } from 'node:worker_threads';
import type { JslpReply } from '../../optimize/lp/jslp.ts';
import type { JslpModel } from '../../optimize/lp/jslp-model.ts';
import { runJslp } from '../../optimize/lp/jslp-run.ts';

function reply(model: JslpModel): JslpReply {
  try {
    return { kind: 'answer', answer: runJslp(model) };
  } catch (error) {
    return { kind: 'error', message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (model: JslpModel) => parentPort?.postMessage(reply(model)));
