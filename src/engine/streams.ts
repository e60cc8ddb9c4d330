/**
 * Random streams by name. A scenario's purposes (gaps, exams, durations, acceptance…) each have a stream,
 * so that a change in one place shifts no draw of another and variants share their random numbers.
 */
import alea from 'seedrandom/lib/alea.js';

/** Numbers of the state of one stream in a `StreamSet`. */
const STATE_NUMBERS = 4;

function seedOf(seed: string | number, names: readonly string[]): string {
  return JSON.stringify([String(seed), ...names]);
}

/**
 * Opens the stream of a name under a seed, from its beginning. The same seed and names give the same
 * numbers everywhere; other ones give an unrelated sequence. Each call gives a state of its own.
 * Source: Alea (Baagøe 2010), multiply-with-carry, period about 2^116, seeded by hashing the whole name.
 * @param seed the run's seed; 7 and '7' are the same seed.
 * @param names path of the stream, for instance replication, flow and purpose; ('a', 'bc') and ('ab', 'c') differ.
 * @returns a function whose calls give u in [0, 1), a multiple of 2^−32.
 * @example openStream(1, 'ct.A', 'gap')() // 0.26728634675964713
 */
export function openStream(seed: string | number, ...names: string[]): () => number {
  return alea(seedOf(seed, names));
}

/**
 * Streams that are drawn from together, by index: the same numbers as `openStream` gives, their states side by side in
 * memory. A region has tens of thousands of streams; as closures each is in seven places.
 */
export class StreamSet {
  readonly #states: Float64Array;

  constructor(count: number) {
    this.#states = new Float64Array(count * STATE_NUMBERS);
  }

  /** Opens stream `index` from its beginning; one that was not opened gives zeros. */
  open(index: number, seed: string | number, ...names: string[]): void {
    const { s0, s1, s2, c } = alea(seedOf(seed, names), { state: true }).state();
    this.#states.set([s0, s1, s2, c], index * STATE_NUMBERS);
  }

  /** The next number of stream `index`, as `openStream` would give it. */
  next(index: number): number {
    const states = this.#states;
    const at = index * STATE_NUMBERS;
    const t = 2091639 * states[at]! + states[at + 3]! * 2.3283064365386963e-10; // 2^−32
    const carry = t | 0;
    const u = t - carry;
    states[at] = states[at + 1]!;
    states[at + 1] = states[at + 2]!;
    states[at + 2] = u;
    states[at + 3] = carry;
    return u;
  }
}
