/** GSP: screens many systems in batches sized by their spread, then plays those left long enough to choose. */
import { rinottConstant, screeningConstant } from './constants.ts';
import { competitors, Sampled, type SelectionOutcome, type SelectionTerms } from './outcome.ts';

export interface GspTerms extends SelectionTerms {
  /** Times the survivors are screened after the first replications, each time with a batch more. */
  readonly screenings: number;
  /** Replications of a batch, averaged over the systems: the more a system varies, the longer its own. */
  readonly batch: number;
  /**
   * Plays system `systems[i]` until it has `upTo[i]` replications and gives its values from the first on: one number a replication,
   * smaller is better. Every system has random numbers of its own.
   */
  readonly sample: (
    systems: readonly number[],
    upTo: readonly number[],
  ) => Promise<readonly (readonly number[])[]>;
}

/** Sample variance of the first n values. */
function varianceOf(values: readonly number[], n: number): number {
  const first = values.slice(0, n);
  const mean = first.reduce((sum, value) => sum + value / n, 0);
  return first.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
}

/** Variances, known from the first replications, and what follows from them. */
class Plan {
  readonly #variances: ReadonlyMap<number, number>;
  readonly #meanDeviation: number;
  readonly #terms: GspTerms;
  readonly #eta: number;

  constructor(terms: GspTerms, present: readonly number[], first: readonly (readonly number[])[]) {
    const { firstReplications, alpha } = terms;
    this.#terms = terms;
    this.#variances = new Map(
      present.map((system, at) => [system, varianceOf(first[at]!, firstReplications)]),
    );
    const deviations = [...this.#variances.values()].map(Math.sqrt);
    this.#meanDeviation = deviations.reduce((sum, one) => sum + one, 0) / present.length;
    this.#eta = screeningConstant(present.length, alpha / 2, firstReplications);
  }

  #varianceOf(system: number): number {
    return this.#variances.get(system)!;
  }

  /** Replications of a system at the r-th screening. */
  at(system: number, r: number): number {
    const { batch, firstReplications, mostReplications } = this.#terms;
    const share = this.#meanDeviation === 0 ? 1 : Math.sqrt(this.#varianceOf(system)) / this.#meanDeviation;
    return Math.min(mostReplications, firstReplications + r * Math.ceil(batch * share));
  }

  /** Estimated variance of the difference of two means at the r-th screening. */
  #spread(i: number, j: number, r: number): number {
    return this.#varianceOf(i) / this.at(i, r) + this.#varianceOf(j) / this.at(j, r);
  }

  /** How far the mean of i must lie above that of j for i to be dropped at the r-th screening. */
  margin(i: number, j: number, r: number): number {
    const { screenings, firstReplications } = this.#terms;
    const last = this.#spread(i, j, screenings);
    return last === 0 ? 0 : this.#eta * this.#spread(i, j, r) * Math.sqrt((firstReplications - 1) / last);
  }

  /** Replications that the last stage asks of a system. */
  needed(system: number, h: number): number {
    const { delta, screenings } = this.#terms;
    return Math.max(
      this.at(system, screenings),
      Math.ceil((h * h * this.#varianceOf(system)) / (delta * delta)),
    );
  }
}

/**
 * Chooses a system whose mean is within δ of the smallest, with probability 1 − α, by GSP. From n₁ first replications come the
 * variances S². At screening r, system i has nᵢ(r) = n₁ + r·⌈batch·Sᵢ/S̄⌉ replications and is dropped when for some survivor j
 * τᵢⱼ(r)·(X̄ᵢ − X̄ⱼ) > η√((n₁ − 1)·τᵢⱼ(R)), τᵢⱼ(r) = 1/(S²ᵢ/nᵢ(r) + S²ⱼ/nⱼ(r)), R being the last. Those left play (h·S/δ)² replications, h
 * Rinott's constant for all k systems, and the smallest mean is chosen. Half of α goes to each part.
 *
 * Guarantee: for independent normal replications, whatever the means, provided that SYSTEMS SHARE NO RANDOM NUMBERS: margins add the
 * two variances, and Rinott's constant supposes independence. Use `selectKn` where they are shared. The systems of a stage can be
 * played in any order and on any number of threads: nothing depends on which is ready first. Systems that are too many for KN's
 * pairs (k² of them after every step) are compared at most screenings + 1 times here. It is far surer than it promises, and takes
 * several times the replications of KN: 4400 for 1500, all systems together, where the best of 20 leads by a third of a deviation.
 *
 * Source: Ni, Ciocan, Henderson and Hunter (2017), "Efficient ranking and selection in parallel computing environments", Operations
 * Research 65, 821–836; its batches weighed by run time, and its screening in groups, are left out (all are compared with all).
 * @returns the outcome; not certified when a survivor would need more than `mostReplications`.
 * @throws RangeError (rejects) for terms that contradict each other, missing values or values that are not finite; what `sample` rejects with.
 * @example (await selectGsp({ systems: 2, alpha: 0.05, delta: 1, firstReplications: 2, mostReplications: 2, screenings: 0, batch: 1, sample: async () => [[1, 1], [8, 8]] })).best // 0
 */
export async function selectGsp(terms: GspTerms): Promise<SelectionOutcome> {
  const { systems, alpha, firstReplications, mostReplications, screenings, batch, sample, onStage } = terms;
  if (!(Number.isInteger(screenings) && screenings >= 0))
    throw new RangeError(`screenings are a whole number ≥ 0: ${screenings}`);
  if (!(Number.isFinite(batch) && batch > 0)) throw new RangeError(`a batch is positive: ${batch}`);
  const present = competitors(terms);
  const sampled = new Sampled(systems);
  if (present.length === 1) return sampled.outcome(present, true);
  const h = rinottConstant(present.length, alpha / 2, firstReplications);

  const play = async (asked: readonly number[], upTo: (system: number) => number) => {
    const given = await sample(asked, asked.map(upTo));
    sampled.take(asked, upTo, given);
    return given;
  };
  const plan = new Plan(terms, present, await play(present, () => firstReplications));
  let survivors = present;
  const tell = (eliminated: readonly number[]): void => {
    onStage?.({
      replications: Math.max(...survivors.map((system) => sampled.count(system))),
      survivors,
      eliminated,
      leader: sampled.leader(survivors),
      endsBy: Math.max(...survivors.map((system) => plan.needed(system, h))),
    });
  };
  for (let r = 0; r <= screenings && survivors.length > 1; r++) {
    await play(survivors, (system) => plan.at(system, r));
    const isBeaten = (i: number, j: number) => sampled.mean(i) - sampled.mean(j) > plan.margin(i, j, r);
    const eliminated = survivors.filter((i) => survivors.some((j) => j !== i && isBeaten(i, j)));
    survivors = sampled.drop(survivors, eliminated);
    tell(eliminated);
  }
  if (survivors.length === 1) return sampled.outcome(survivors, true);
  await play(survivors, (system) => Math.min(mostReplications, plan.needed(system, h)));
  const isPlayed = survivors.every((system) => plan.needed(system, h) <= mostReplications);
  survivors = sampled.drop(survivors, []);
  tell([]);
  return sampled.outcome(survivors, isPlayed);
}
