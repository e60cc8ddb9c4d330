/** Systems whose means are known, to see how often a procedure chooses well. Smaller means are better. */
import { exp } from '../../../src/engine/math.ts';
import { normalQuantile } from '../../../src/engine/math-special.ts';
import { openStream } from '../../../src/engine/streams.ts';

export interface KnownSystems {
  readonly means: readonly number[];
  /** Standard deviation of one replication, of every system but the first where that has its own. */
  readonly deviation: number;
  readonly firstDeviation?: number;
  /** Of any two systems in the same replication; below 0 for two systems only. */
  readonly correlation: number;
  /** Standard deviation of the logarithm, for log-normal replications; 0 for normal ones. */
  readonly logDeviation: number;
}

/** The best leads all others by exactly delta. */
export const slippage = (systems: number, delta: number): readonly number[] =>
  Array.from({ length: systems }, (_, system) => (system === 0 ? 0 : delta));

/** Replications of all systems, drawn as they are asked for. */
export class Drawn {
  readonly series: readonly number[][];
  readonly #known: KnownSystems;
  readonly #uniform: () => number;

  constructor(known: KnownSystems, seed: string) {
    this.#known = known;
    this.#uniform = openStream(seed, 'known systems');
    this.series = known.means.map(() => []);
  }

  #normal(): number {
    // Between the multiples of 2^−32 that a stream gives: 0 would give −Infinity.
    return normalQuantile(this.#uniform() + 2 ** -33);
  }

  /** A standard normal number, or a log-normal one brought to mean 0 and deviation 1. */
  #shaped(z: number): number {
    const { logDeviation: s } = this.#known;
    if (s === 0) return z;
    const mean = exp((s * s) / 2);
    return (exp(s * z) - mean) / (mean * Math.sqrt(exp(s * s) - 1));
  }

  upTo(n: number): readonly (readonly number[])[] {
    const { means, deviation, firstDeviation = deviation, correlation } = this.#known;
    const own = Math.sqrt(1 - Math.abs(correlation));
    const shared = Math.sqrt(Math.abs(correlation));
    while (this.series[0]!.length < n) {
      const common = shared === 0 ? 0 : this.#normal();
      means.forEach((mean, system) => {
        const sign = correlation < 0 && system % 2 === 1 ? -1 : 1;
        const z = sign * shared * common + own * this.#normal();
        this.series[system]!.push(mean + (system === 0 ? firstDeviation : deviation) * this.#shaped(z));
      });
    }
    return this.series;
  }

  /** As KN asks. */
  readonly sample = async (systems: readonly number[], upTo: number) => {
    const all = this.upTo(upTo);
    return systems.map((system) => all[system]!);
  };

  /** As GSP asks. */
  readonly sampleEach = async (systems: readonly number[], upTo: readonly number[]) => {
    const all = this.upTo(Math.max(...upTo));
    return systems.map((system) => all[system]!);
  };
}

const Z_975 = 1.959963984540054;

/** Wilson's 95 % interval of a proportion (Wilson 1927). */
export function wilson(successes: number, trials: number): { readonly low: number; readonly high: number } {
  const p = successes / trials;
  const z2 = Z_975 ** 2 / trials;
  const centre = p + z2 / 2;
  const half = Z_975 * Math.sqrt((p * (1 - p)) / trials + z2 / trials / 4);
  return { low: (centre - half) / (1 + z2), high: (centre + half) / (1 + z2) };
}
