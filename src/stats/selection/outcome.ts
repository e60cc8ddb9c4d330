/** What selection procedures share: who competes, what was sampled, what is told at the end. */

/** What a procedure says while it runs: after the first replications, and each time it has looked at more. */
export interface SelectionStage {
  /** Replications each survivor has; the most of them where numbers differ. */
  readonly replications: number;
  readonly survivors: readonly number[];
  /** Systems dropped at this stage. */
  readonly eliminated: readonly number[];
  /** The smallest mean so far. */
  readonly leader: number;
  /** Replications of a survivor at which the procedure ends at the latest, before any limit. */
  readonly endsBy: number;
}

/** What a procedure chose. Systems go by their number, from 0. */
export interface SelectionOutcome {
  /** The system chosen, of the smallest mean. */
  readonly best: number;
  /** False when replications ran out before the procedure had decided: then nothing is guaranteed. */
  readonly isCertified: boolean;
  /** Never dropped, best among them. Several with a certificate: KN, exactly equal means; GSP, those compared in the last stage. */
  readonly survivors: readonly number[];
  /** Played, a system; 0 for an absent one. */
  readonly replications: readonly number[];
  /** Over the replications played; null where there are none. */
  readonly means: readonly (number | null)[];
  /** Replications of the system when it was dropped; null for survivors and absent systems. */
  readonly eliminatedAt: readonly (number | null)[];
  /** Times that survivors were compared. */
  readonly stages: number;
}

/** What every procedure is asked. */
export interface SelectionTerms {
  readonly systems: number;
  /** Systems that do not compete, known beforehand. */
  readonly absent?: readonly number[];
  /** Probability of a wrong choice at most. */
  readonly alpha: number;
  /** The smallest difference of means that matters, in the unit of the values. */
  readonly delta: number;
  /** From which variances are estimated: 10 or more, 20 by preference (Kim and Nelson 2001, section 5). */
  readonly firstReplications: number;
  /** Of a system, at most. */
  readonly mostReplications: number;
  readonly onStage?: (stage: SelectionStage) => void;
}

/**
 * The numbers of the systems that compete.
 * @throws RangeError when terms contradict each other or nobody competes.
 * @example competitors({ systems: 3, absent: [1], alpha: 0.05, delta: 1, firstReplications: 10, mostReplications: 20 }) // [0, 2]
 */
export function competitors(terms: SelectionTerms): readonly number[] {
  const { systems, absent = [], alpha, delta, firstReplications, mostReplications } = terms;
  if (!(alpha > 0 && alpha < 0.5))
    throw new RangeError(`an error probability lies between 0 and 0.5: ${alpha}`);
  if (!(Number.isFinite(delta) && delta > 0))
    throw new RangeError(`the smallest difference that matters is positive: ${delta}`);
  if (!(Number.isInteger(mostReplications) && mostReplications >= firstReplications))
    throw new RangeError(
      `at most ${mostReplications} replications, fewer than the first ${firstReplications}`,
    );
  const strange = absent.find((system) => !(Number.isInteger(system) && system >= 0 && system < systems));
  if (strange !== undefined) throw new RangeError(`no system ${strange} among ${systems}`);
  const present = Array.from({ length: systems }, (_, system) => system).filter(
    (system) => !absent.includes(system),
  );
  if (present.length === 0) throw new RangeError('a selection needs a system');
  return present;
}

/** Sums of what was sampled, a system. Values are taken in once each, in the order of replications. */
export class Sampled {
  readonly #sums: number[];
  readonly #counts: number[];
  readonly #eliminatedAt: (number | null)[];
  #stages = 0;

  constructor(systems: number) {
    this.#sums = Array.from({ length: systems }, () => 0);
    this.#counts = Array.from({ length: systems }, () => 0);
    this.#eliminatedAt = Array.from({ length: systems }, () => null);
  }

  /**
   * Takes in what a sampler gave: for each system its values from the first replication on, of which those not yet seen count.
   * @throws RangeError when a system has too few values, or one that is not finite.
   */
  take(
    systems: readonly number[],
    upTo: (system: number) => number,
    given: readonly (readonly number[])[],
  ): void {
    systems.forEach((system, at) => {
      const values = given[at] ?? [];
      const end = upTo(system);
      if (values.length < end)
        throw new RangeError(`system ${system} has ${values.length} values of the ${end} asked for`);
      for (let n = this.#counts[system]!; n < end; n++) {
        if (!Number.isFinite(values[n]))
          throw new RangeError(`system ${system}, replication ${n}: ${values[n]} is not a finite number`);
        this.#sums[system]! += values[n]!;
      }
      this.#counts[system] = Math.max(this.#counts[system]!, end);
    });
  }

  sum(system: number): number {
    return this.#sums[system]!;
  }

  count(system: number): number {
    return this.#counts[system]!;
  }

  mean(system: number): number {
    return this.#sums[system]! / this.#counts[system]!;
  }

  /** The smallest mean; the first of equal ones. */
  leader(systems: readonly number[]): number {
    return systems.reduce((best, system) => (this.mean(system) < this.mean(best) ? system : best));
  }

  /** Notes a comparison of the survivors and who was dropped by it; gives those left. */
  drop(survivors: readonly number[], eliminated: readonly number[]): readonly number[] {
    this.#stages += 1;
    for (const system of eliminated) this.#eliminatedAt[system] = this.#counts[system]!;
    return survivors.filter((system) => !eliminated.includes(system));
  }

  outcome(survivors: readonly number[], isCertified: boolean): SelectionOutcome {
    return Object.freeze({
      best: this.leader(survivors),
      isCertified,
      survivors: Object.freeze([...survivors]),
      replications: Object.freeze([...this.#counts]),
      means: Object.freeze(this.#counts.map((count, system) => (count === 0 ? null : this.mean(system)))),
      eliminatedAt: Object.freeze([...this.#eliminatedAt]),
      stages: this.#stages,
    });
  }
}
