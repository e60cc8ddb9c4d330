/** One base and what is played beside it: candidates on their own departments, all with the same random numbers. */
import { groupBy } from '../../model/group.ts';
import type { VariantDifferences } from '../../model/results/compare.ts';
import type { Scenario } from '../../model/scenario.ts';
import { compareExperiments } from '../../stats/comparison.ts';
import { Experiment } from '../../stats/experiment.ts';
import { applied, type Candidate, movesOf, type Strengths } from './candidate.ts';
import type { Play } from './options.ts';
import { patientDaysAdded } from './patient-days.ts';
import { cutTo } from './scope.ts';

interface Pair {
  readonly base: Experiment;
  readonly variant: Experiment;
}

interface Known {
  readonly comparisons: number;
  readonly replications: number;
  readonly differences: VariantDifferences;
}

/** Experiments of a base under one set of assumptions, made when they are first asked for. */
export class Arena {
  readonly #scenario: Scenario;
  readonly #strengths: Strengths;
  readonly #play: Play;
  readonly #bases = new Map<string, Experiment>();
  readonly #variants = new Map<string, Experiment>();
  readonly #known = new Map<string, Known>();

  /** `scenario` says in `run` how long and with which seed everything is played, its warm-up in weeks. */
  constructor(scenario: Scenario, strengths: Strengths, play: Play) {
    this.#scenario = scenario;
    this.#strengths = strengths;
    this.#play = play;
  }

  #pairOf(candidate: Candidate): Pair {
    const { id, scope } = candidate;
    let base = this.#bases.get(scope.key);
    if (base === undefined) {
      base = new Experiment(cutTo(this.#scenario, scope));
      this.#bases.set(scope.key, base);
    }
    let variant = this.#variants.get(id);
    if (variant === undefined) {
      variant = new Experiment(cutTo(applied(this.#scenario, candidate, this.#strengths), scope));
      this.#variants.set(id, variant);
    }
    return { base, variant };
  }

  /** Plays candidates and their bases until they have so many replications; `onPlayed` hears of each candidate. */
  async play(
    candidates: readonly Candidate[],
    replications: number,
    onPlayed: () => void = () => {},
  ): Promise<void> {
    const bases = new Map<string, Promise<void>>();
    await Promise.all(
      candidates.map(async (candidate) => {
        const { base, variant } = this.#pairOf(candidate);
        const { key } = candidate.scope;
        const own = bases.get(key) ?? this.#play(base, replications);
        bases.set(key, own);
        // Together: when the run is stopped both are refused, and neither refusal may stay unheard.
        await Promise.all([own, this.#play(variant, replications)]);
        onPlayed();
      }),
    );
  }

  replicationsOf(candidate: Candidate): number {
    return this.#variants.get(candidate.id)?.replications ?? 0;
  }

  /**
   * Candidates beside their bases, by id, with intervals corrected for so many comparisons. What is asked again without
   * a replication more is not computed again.
   */
  differences(
    candidates: readonly Candidate[],
    comparisons: number,
  ): ReadonlyMap<string, VariantDifferences> {
    const stale = candidates.filter((candidate) => {
      const known = this.#known.get(candidate.id);
      return known?.comparisons !== comparisons || known.replications !== this.replicationsOf(candidate);
    });
    for (const group of groupBy(stale, ({ scope }) => scope.key).values()) {
      const pairs = group.map((one) => this.#pairOf(one));
      const { variants } = compareExperiments(
        pairs[0]!.base,
        pairs.map(({ variant }) => variant),
        {
          comparisons: Math.max(comparisons, pairs.length),
          moves: group.map((one) => movesOf(one, this.#strengths)),
        },
      );
      group.forEach((candidate, rank) => {
        const replications = this.replicationsOf(candidate);
        this.#known.set(candidate.id, { comparisons, replications, differences: variants[rank]! });
      });
    }
    return new Map(candidates.map(({ id }) => [id, this.#known.get(id)!.differences]));
  }

  /** Patient-days of waiting a week that the candidate adds, replication by replication; null where not comparable. */
  daysAdded(candidate: Candidate): readonly (number | null)[] {
    const { base, variant } = this.#pairOf(candidate);
    return patientDaysAdded(base, variant, movesOf(candidate, this.#strengths));
  }
}
