/**
 * Random streams by name. A scenario's purposes (gaps, exams, durations, acceptance…) each have a stream,
 * so that a change in one place shifts no draw of another and variants share their random numbers.
 */
import alea from 'seedrandom/lib/alea.js';

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
  return alea(JSON.stringify([String(seed), ...names]));
}
