/** A player that keeps every outcome in a folder, and plays only what is not there yet. */

import { packOutcome, unpackOutcome } from '../../engine/outcome-bytes.ts';
import type { KeptFolder } from '../../io/kept.ts';
import type { Finding } from '../../model/finding.ts';
import type { ReplicationOutcome } from '../../stats/experiment.ts';
import { type Player, type ReplicationTask, siteWeeks } from './player.ts';

/** What is finished could not be kept: the findings say why. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super('what was finished could not be kept');
    this.findings = findings;
  }
}

export class KeptPlayer implements Player {
  readonly size: number;
  readonly #inner: Player;
  readonly #folder: KeptFolder;
  readonly #build: string;
  #found = 0;

  /** `build` names the program that plays: outcomes of another one are not taken for its own. */
  constructor(inner: Player, folder: KeptFolder, build: string) {
    this.size = inner.size;
    this.#inner = inner;
    this.#folder = folder;
    this.#build = build;
  }

  /** Site-weeks that were found in the folder. */
  get found(): number {
    return this.#found;
  }

  async play(task: ReplicationTask): Promise<ReplicationOutcome> {
    const identity = this.#identity(task.key, task.options.replication);
    const bytes = this.#folder.find(identity);
    if (bytes !== null) {
      this.#found += siteWeeks(task.plan);
      return unpackOutcome(bytes);
    }
    const outcome = await this.#inner.play(task);
    const findings = this.#folder.keep(identity, packOutcome(outcome));
    if (findings.length > 0) throw new NotKept(findings);
    return outcome;
  }

  /** Forgets the outcomes of an experiment whose result is kept. */
  drop(key: string, replications: number): void {
    for (let replication = 0; replication < replications; replication++)
      this.#folder.drop(this.#identity(key, replication));
  }

  #identity(key: string, replication: number): string {
    return `outcome ${this.#build} ${key} ${replication}`;
  }

  played(): number {
    return this.#inner.played();
  }

  stop(): void {
    this.#inner.stop();
  }
}
