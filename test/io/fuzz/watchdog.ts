/** Ends a process that hangs in one input, after printing the input: nothing else can interrupt a loop. */
import { Worker } from 'node:worker_threads';

const MOST_UNITS = 4096;
/** Beyond this an input is not slow: it hangs. */
const HANGS_MILLISECONDS = 20_000;

/** Runs in a thread of its own, which the loop does not block. Layout: number, length, then UTF-16 units. */
const SCRIPT = `
const { workerData: { shared, label, limit } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const numbers = new Int32Array(shared, 0, 2);
const units = new Uint16Array(shared, 8);
let seen = -1;
let since = Date.now();
setInterval(() => {
  const number = Atomics.load(numbers, 0);
  if (number !== seen) { seen = number; since = Date.now(); return; }
  if (Date.now() - since < limit) return;
  const input = String.fromCharCode(...units.subarray(0, numbers[1]));
  writeSync(2, label + ': input ' + number + ' hangs: ' + JSON.stringify(input) + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 500);
`;

export class Watchdog {
  readonly #numbers: Int32Array;
  readonly #units: Uint16Array;
  readonly #worker: Worker;

  constructor(label: string, limit = HANGS_MILLISECONDS) {
    const shared = new SharedArrayBuffer(8 + 2 * MOST_UNITS);
    this.#numbers = new Int32Array(shared, 0, 2);
    this.#units = new Uint16Array(shared, 8);
    this.#worker = new Worker(SCRIPT, { eval: true, workerData: { shared, label, limit } });
    this.#worker.unref();
  }

  /** The input about to be tried. */
  watch(number: number, input: string): void {
    const length = Math.min(input.length, MOST_UNITS);
    for (let at = 0; at < length; at++) this.#units[at] = input.charCodeAt(at);
    this.#numbers[1] = length;
    Atomics.store(this.#numbers, 0, number);
  }

  stop(): void {
    void this.#worker.terminate();
  }
}
