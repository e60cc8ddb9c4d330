/** A thread for javascript-lp-solver, ended when a run takes too long; the next run starts another. */
import { Worker } from 'node:worker_threads';
import type { JslpReply, JslpRunner } from '../../optimize/lp/jslp.ts';
import type { JslpModel } from '../../optimize/lp/jslp-model.ts';
import { workerFile } from './worker-pool.ts';

/** Longest a timer of Node can wait, milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;
/** Megabytes a run may take: its table has 40 at most, and copies of it. */
const MEMORY_MB = 1024;

export class LpThread implements JslpRunner {
  #worker: Worker | null = null;
  /** The run before: one at a time. */
  #last: Promise<unknown> = Promise.resolve();

  run(model: JslpModel, limitSeconds: number): Promise<JslpReply> {
    const reply = this.#last.then(() => this.#play(model, limitSeconds));
    this.#last = reply;
    return reply;
  }

  /** Ends the thread; a run under way is `ended`. */
  stop(): void {
    void this.#worker?.terminate();
    this.#worker = null;
  }

  #play(model: JslpModel, limitSeconds: number): Promise<JslpReply> {
    this.#worker ??= new Worker(workerFile('lp-worker.js'), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const worker = this.#worker;
    worker.ref();
    return new Promise((resolve) => {
      const settle = (reply: JslpReply) => {
        clearTimeout(timer);
        worker.off('message', settle).off('error', fail).off('exit', end);
        if (reply.kind === 'answer') {
          // A program that has nothing else to do ends, whatever thread it keeps for later.
          worker.unref();
        } else {
          // What a thread that is ended says afterwards is nobody's.
          worker.on('error', () => {});
          void worker.terminate();
          if (this.#worker === worker) this.#worker = null;
        }
        resolve(reply);
      };
      const fail = ({ message }: Error) => settle({ kind: 'error', message });
      const end = () => settle({ kind: 'ended' });
      const timer = setTimeout(end, Math.min(limitSeconds * 1000, LONGEST_TIMER));
      worker.on('message', settle).on('error', fail).on('exit', end);
      worker.postMessage(model);
    });
  }
}
