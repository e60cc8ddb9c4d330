/** Plays the points of a sweep, two at a time so that no core waits, and keeps what is finished. */
import { readFileSync } from 'node:fs';
import type { KeptFolder } from '../../io/kept.ts';
import { fingerprint } from '../../model/hash.ts';
import type { SimulationResult } from '../../model/results/results.ts';
import type { Scenario } from '../../model/scenario.ts';
import { Experiment } from '../../stats/experiment.ts';
import { type KeptPlayer, NotKept } from '../pool/kept-player.ts';
import { experimentKey, playUpTo } from '../pool/play.ts';
import { workerFile } from '../pool/worker-pool.ts';

/**
 * Names the program that plays and the one that makes results of it, so that numbers of another one are never mixed
 * with its own. The command names its chunks by their content, so its bytes stand for all of them.
 */
export const programBuild = (): string =>
  ['worker.js', 'creneau.js']
    .map((name) => fingerprint(readFileSync(new URL(name, workerFile()), 'latin1')))
    .join('-');

/** Results of points, kept in the folder of the sweep. */
export class PointResults {
  readonly #folder: KeptFolder;
  readonly #build: string;

  constructor(folder: KeptFolder, build: string) {
    this.#folder = folder;
    this.#build = build;
  }

  #identity(scenario: Scenario): string {
    return `result ${this.#build} ${fingerprint(JSON.stringify(scenario))}`;
  }

  /** Null when the point is not finished. */
  find(scenario: Scenario): SimulationResult | null {
    const bytes = this.#folder.find(this.#identity(scenario));
    return bytes === null ? null : (JSON.parse(Buffer.from(bytes).toString('utf8')) as SimulationResult);
  }

  keep(scenario: Scenario, result: SimulationResult): void {
    const findings = this.#folder.keep(this.#identity(scenario), Buffer.from(JSON.stringify(result), 'utf8'));
    if (findings.length > 0) throw new NotKept(findings);
  }
}

/** Points played together: the last replications of one leave cores to the first of the next. */
const POINTS_AT_ONCE = 2;

/**
 * Plays every scenario that has no kept result and keeps it; `onReplication` is called for each replication taken in,
 * found or played. Rejects with `Stopped` when the player is stopped.
 */
export async function playPoints(
  scenarios: readonly Scenario[],
  player: KeptPlayer,
  results: PointResults,
  onReplication: () => void,
): Promise<void> {
  const left = scenarios.values();
  const lane = async (): Promise<void> => {
    for (const scenario of left) {
      const experiment = new Experiment(scenario);
      const { replications } = scenario.run;
      await playUpTo(experiment, replications, player, onReplication);
      results.keep(scenario, experiment.result());
      player.drop(experimentKey(experiment), replications);
    }
  };
  await Promise.all(Array.from({ length: Math.min(POINTS_AT_ONCE, player.size) }, lane));
}
