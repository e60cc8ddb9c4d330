/** KN: drops systems one by one as replications come in, until the one of the smallest mean is left. */
import { type KnConstants, knConstants } from './constants.ts';
import { competitors, Sampled, type SelectionOutcome, type SelectionTerms } from './outcome.ts';

export interface KnTerms extends SelectionTerms {
  /** Replications between two comparisons, 1 unless told; fixed before anything is played. */
  readonly step?: number;
  /**
   * Plays each of these systems until it has so many replications, and gives its values from the first on (more than asked do no
   * harm): one number a replication, smaller is better. The n-th values of all systems share their random numbers, or none do.
   */
  readonly sample: (systems: readonly number[], upTo: number) => Promise<readonly (readonly number[])[]>;
}

/** Sample variance of the differences of two series, replication by replication. */
function varianceOfDifferences(a: readonly number[], b: readonly number[], n: number): number {
  let mean = 0;
  for (let i = 0; i < n; i++) mean += (a[i]! - b[i]!) / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (a[i]! - b[i]! - mean) ** 2;
  return squares / (n - 1);
}

/** Survivors, and for each pair the replications after which any difference decides: h²S²/δ². */
class Race {
  readonly #ends: number[][];
  readonly #delta: number;
  readonly #sampled: Sampled;
  survivors: readonly number[];

  constructor(terms: KnTerms, present: readonly number[], sampled: Sampled) {
    this.survivors = present;
    this.#ends = Array.from({ length: terms.systems }, () => []);
    this.#delta = terms.delta;
    this.#sampled = sampled;
  }

  /** Fixes the ends of all pairs from the first replications. */
  measure(first: readonly (readonly number[])[], n: number, { hSquared }: KnConstants): void {
    this.survivors.forEach((i, at) => {
      this.survivors.slice(0, at).forEach((j, before) => {
        const variance = varianceOfDifferences(first[at]!, first[before]!, n);
        const end = (hSquared * variance) / this.#delta ** 2;
        this.#ends[i]![j] = end;
        this.#ends[j]![i] = end;
      });
    });
  }

  /** Whether system i is so far above j after n replications that it is dropped. */
  #isBeaten(i: number, j: number, n: number): boolean {
    const margin = Math.max(0, (this.#delta / 2) * (this.#ends[i]![j]! - n));
    return this.#sampled.sum(i) - this.#sampled.sum(j) > margin;
  }

  /** Who is dropped after n replications: all are compared with all, so that the smallest sum always stays. */
  beaten(n: number): readonly number[] {
    return this.survivors.filter((i) => this.survivors.some((j) => j !== i && this.#isBeaten(i, j, n)));
  }

  /** Replications at which the last pair of survivors is decided, or was. */
  get endsBy(): number {
    const ends = this.survivors.flatMap((i, at) =>
      this.survivors.slice(0, at).map((j) => this.#ends[i]![j]!),
    );
    return Math.ceil(Math.max(0, ...ends));
  }
}

/**
 * Chooses the system of the smallest mean by KN. After n₀ first replications, and then every `step`, system i is dropped when for some
 * survivor l the sum of its differences Σ(Xᵢ − Xₗ) over the n replications exceeds max(0, h²S²ᵢₗ/(2δ) − δn/2), S²ᵢₗ being the
 * variance of the first n₀ differences. It ends when one is left, or when survivors are beyond all their margins with equal sums.
 *
 * Guarantee: where the best mean is smaller than every other by δ at least, it is chosen with probability 1 − α, for normal
 * replications independent of each other, whatever the correlation between systems in a replication: common random numbers make
 * S² small and save replications. Comparing every `step` replications only keeps it: a symmetric region looked at on a grid of times
 * fixed beforehand is left on the wrong side no more often than in continuous time (Jennison, Johnstone and Turnbull 1982, the lemma
 * Kim and Nelson's proof rests on). Systems must not have been picked, nor n₀, δ and `step` chosen, by the values used here.
 *
 * Not proved: that one within δ of the best is chosen where several are. Tests find it more often than 1 − α; see Eckman and
 * Henderson (2018), "Guarantees on the probability of good selection". Nor anything for skewed differences: against a best that
 * does not vary, nine independent rivals of skewness 1.75 leave 82 % of right choices for 95 % asked, at δ a third of their
 * deviation. Longer runs, and common random numbers, make differences nearer to normal.
 *
 * Differences without spread: if constant and not 0 their margin is 0, and the larger is dropped at the first comparison; if all
 * are 0 neither is, and both are survivors with a certificate unless later replications part them. A single competitor is chosen
 * without a replication.
 *
 * Source: Kim and Nelson (2001), "A fully sequential procedure for indifference-zone selection in simulation", ACM TOMACS 11,
 * 251–273, with c = 1.
 * @returns the outcome; not certified when survivors reach `mostReplications` undecided, best then being the smallest mean.
 * @throws RangeError (rejects) for terms that contradict each other, missing values or values that are not finite; what `sample` rejects with.
 * @example (await selectKn({ systems: 2, alpha: 0.05, delta: 1, firstReplications: 2, mostReplications: 2, sample: async () => [[1, 2], [8, 9]] })).best // 0
 */
export async function selectKn(terms: KnTerms): Promise<SelectionOutcome> {
  const { systems, alpha, firstReplications, mostReplications, step = 1, sample, onStage } = terms;
  if (!(Number.isInteger(step) && step >= 1)) throw new RangeError(`a step is a whole number ≥ 1: ${step}`);
  const present = competitors(terms);
  const sampled = new Sampled(systems);
  if (present.length === 1) return sampled.outcome(present, true);
  const constants = knConstants(present.length, alpha, firstReplications);
  const race = new Race(terms, present, sampled);
  for (let n = firstReplications; ; n = Math.min(n + step, mostReplications)) {
    const given = await sample(race.survivors, n);
    sampled.take(race.survivors, () => n, given);
    if (n === firstReplications) race.measure(given, n, constants);
    const eliminated = race.beaten(n);
    race.survivors = sampled.drop(race.survivors, eliminated);
    const { survivors, endsBy } = race;
    onStage?.({ replications: n, survivors, eliminated, leader: sampled.leader(survivors), endsBy });
    const isDecided = n >= endsBy;
    if (isDecided || n === mostReplications) return sampled.outcome(survivors, isDecided);
  }
}
