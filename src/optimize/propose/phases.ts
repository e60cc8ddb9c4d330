/** How far the work is: phases with their shares of the time, since nobody knows beforehand how often weeks will be played. */
import type { OptimizeResult } from '../../model/results/optimize.ts';
import type { ProposeProgress } from './options.ts';

interface Phase {
  readonly stage: OptimizeResult['stage'];
  /** Of the time, in hundredths: as measured on the reference hospital and the co-used MRI. */
  readonly share: number;
}

/** In their order; one that is left out, or ends early, is passed. */
const PHASES = {
  firstLook: { stage: 'first', share: 12 },
  booking: { stage: 'first', share: 3 },
  diverse: { stage: 'first', share: 18 },
  firstRound: { stage: 'first', share: 8 },
  lastRound: { stage: 'first', share: 7 },
  ladder: { stage: 'first', share: 9 },
  recombined: { stage: 'first', share: 9 },
  final: { stage: 'first', share: 9 },
  proof: { stage: 'selected', share: 6 },
  sets: { stage: 'assumptions', share: 19 },
} as const satisfies Readonly<Record<string, Phase>>;
export type PhaseName = keyof typeof PHASES;

const NAMES = Object.keys(PHASES) as readonly PhaseName[];

/** Tells of progress as phases end; it never goes back. */
export class Phases {
  readonly #tell: (progress: ProposeProgress) => void;
  readonly #names: readonly PhaseName[];

  /** `without`: phases that were not asked for. */
  constructor(tell: (progress: ProposeProgress) => void, without: readonly PhaseName[] = []) {
    this.#tell = tell;
    this.#names = NAMES.filter((name) => !without.includes(name));
  }

  #sum(names: readonly PhaseName[]): number {
    return names.reduce((sum, name) => sum + PHASES[name].share, 0);
  }

  /** A phase has come to its end, or to a part of it. */
  reached(name: PhaseName, part = 1): void {
    const before = this.#names.slice(0, this.#names.indexOf(name));
    const done = this.#sum(before) + PHASES[name].share * Math.min(1, part);
    this.#tell({
      stage: PHASES[name].stage,
      done: Math.round((100 * done) / this.#sum(this.#names)),
      total: 100,
    });
  }
}
