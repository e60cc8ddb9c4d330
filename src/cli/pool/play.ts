/** Plays the replications of an experiment, several at once, and takes each in in its turn. */
import { scenarioHash } from '../../model/hash.ts';
import type { Scenario } from '../../model/scenario.ts';
import { requestsPerWeek } from '../../stats/capacity.ts';
import type { Experiment, ReplicationOutcome } from '../../stats/experiment.ts';
import type { Terminal } from '../terminal.ts';
import { LocalPlayer, type Player, type ReplicationTask, siteWeeks } from './player.ts';
import { WorkerPool } from './worker-pool.ts';

/** What tells an experiment's outcomes from those of another: what is simulated, how long, with which seed. */
export function experimentKey(experiment: Experiment): string {
  const { snapshotWeeks } = experiment.optionsOf(0);
  return [scenarioHash(experiment.scenario), experiment.plan.weeks, snapshotWeeks, experiment.seed].join('/');
}

export const taskOf = (experiment: Experiment, key: string, replication: number): ReplicationTask => ({
  key,
  scenario: experiment.scenario,
  plan: experiment.plan,
  options: experiment.optionsOf(replication),
});

/**
 * Plays until the experiment has `asked` replications. Whoever is first, replication n is the n-th taken in, so the
 * result is that of one thread. Rejects with `Stopped` when the player is stopped; those taken in until then stay.
 */
export async function playUpTo(
  experiment: Experiment,
  asked: number,
  player: Player,
  onTakenIn: () => void = () => {},
): Promise<void> {
  const key = experimentKey(experiment);
  const early = new Map<number, ReplicationOutcome>();
  let next = experiment.replications;
  const lane = async (): Promise<void> => {
    while (next < asked) {
      const replication = next;
      next += 1;
      early.set(replication, await player.play(taskOf(experiment, key, replication)));
      for (;;) {
        const outcome = early.get(experiment.replications);
        if (outcome === undefined) break;
        early.delete(experiment.replications);
        experiment.add(outcome);
        onTakenIn();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(player.size, asked - next) }, lane));
}

/** Requests below which starting threads costs more than they save (about a third of a second of work). */
const WORTH_THREADS = 150_000;

/** Requests that so many replications of so many weeks come to. */
export const requestsOf = ({ flows }: Scenario, weeks: number, replications: number): number =>
  replications * weeks * flows.reduce((sum, flow) => sum + requestsPerWeek(flow), 0);

/** This thread for little work, or as many as asked (all cores when null) and useful. */
export function choosePlayer(
  work: { readonly requests: number; readonly replications: number; readonly workers: number | null },
  terminal: Terminal,
  onWeek: () => void,
): Player {
  const threads = Math.min(work.workers ?? terminal.cores, work.replications);
  const isWorth = work.workers !== null || work.requests >= WORTH_THREADS;
  return threads > 1 && isWorth ? new WorkerPool(threads) : new LocalPlayer(terminal, onWeek);
}

/** Units of progress of so many replications of an experiment. */
export const unitsOf = (experiment: Experiment, replications: number): number =>
  replications * siteWeeks(experiment.plan);
