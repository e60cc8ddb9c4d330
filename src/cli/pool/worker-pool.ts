/** Several worker threads that play replications; tasks are taken in order, one a thread at a time. */
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { ReplicationOutcome } from '../../stats/experiment.ts';
import { type Player, type ReplicationTask, Stopped } from './player.ts';
import type { PlayAnswer, PlayRequest, WorkerSetting } from './protocol.ts';

/** A worker in the folder the build fills: beside the program, above its chunks, or from the sources. */
export function workerFile(name = 'worker.js'): URL {
  const here = import.meta.url;
  const up = here.endsWith('.ts') ? '../../../dist/' : here.includes('/chunks/') ? '../' : './';
  return new URL(up + name, here);
}

interface Waiting {
  readonly task: ReplicationTask;
  readonly resolve: (outcome: ReplicationOutcome) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Key of the scenario it holds. */
  key: string | null;
  busy: Waiting | null;
}

/** A worker that ended without an answer. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
}

export class WorkerPool implements Player {
  readonly size: number;
  readonly #played: Int32Array;
  readonly #limits: ResourceLimits;
  readonly #threads: Thread[] = [];
  readonly #queue: Waiting[] = [];
  /** Why nothing is played any more. */
  #ended: Error | null = null;

  /** So many threads at most, each within these limits; each starts when there is work for it. */
  constructor(size: number, limits: ResourceLimits = {}) {
    this.size = size;
    this.#limits = limits;
    this.#played = new Int32Array(new SharedArrayBuffer(4 * size));
  }

  play(task: ReplicationTask): Promise<ReplicationOutcome> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== null) {
        reject(this.#ended);
        return;
      }
      this.#queue.push({ task, resolve, reject });
      this.#next();
    });
  }

  played(): number {
    return this.#played.reduce((sum, _, rank) => sum + Atomics.load(this.#played, rank), 0);
  }

  stop(): void {
    this.#end(new Stopped());
  }

  #end(reason: Error): void {
    this.#ended ??= reason;
    const left = [...this.#threads.flatMap(({ busy }) => busy ?? []), ...this.#queue.splice(0)];
    for (const thread of this.#threads.splice(0)) {
      thread.busy = null;
      void thread.worker.terminate();
    }
    for (const { reject } of left) reject(this.#ended);
  }

  #next(): void {
    while (this.#queue.length > 0) {
      const thread = this.#threads.find(({ busy }) => busy === null) ?? this.#start();
      if (thread === null) return;
      this.#give(thread, this.#queue.shift()!);
    }
  }

  #start(): Thread | null {
    const rank = this.#threads.length;
    if (rank === this.size) return null;
    const workerData: WorkerSetting = { played: this.#played, rank };
    const worker = new Worker(workerFile(), { workerData, execArgv: [], resourceLimits: this.#limits });
    const thread: Thread = { worker, key: null, busy: null };
    thread.worker.on('message', (answer: PlayAnswer) => this.#take(thread, answer));
    thread.worker.on('error', (error) => this.#lose(thread, error));
    thread.worker.on('exit', (code) =>
      this.#lose(thread, new WorkerLost(`a worker ended with code ${code}`)),
    );
    this.#threads.push(thread);
    return thread;
  }

  #give(thread: Thread, waiting: Waiting): void {
    const { key, scenario, plan, options } = waiting.task;
    const request: PlayRequest = {
      scenario: thread.key === key ? null : { scenario, weeks: plan.weeks },
      options,
    };
    thread.key = key;
    thread.busy = waiting;
    thread.worker.postMessage(request);
  }

  #take(thread: Thread, answer: PlayAnswer): void {
    const { busy } = thread;
    thread.busy = null;
    if ('outcome' in answer) busy?.resolve(answer.outcome);
    else {
      const { name, message, stack } = answer.failure;
      busy?.reject(Object.assign(new Error(message), { name, stack }));
    }
    this.#next();
  }

  /** A thread that is gone takes its task with it: the whole pool stops, for it would be gone again. */
  #lose(thread: Thread, error: Error): void {
    if (this.#threads.includes(thread)) this.#end(error);
  }
}
