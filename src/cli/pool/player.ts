/** Who plays replications: this thread, or several. */
import type { Plan } from '../../engine/plan.ts';
import type { RecordSink } from '../../engine/record.ts';
import { type ReplicationOptions, runReplication } from '../../engine/simulate.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { ReplicationOutcome } from '../../stats/experiment.ts';
import type { Terminal } from '../terminal.ts';

/** One replication to be played. The same task gives the same outcome on any thread. */
export interface ReplicationTask {
  /** Tells plans apart: equal keys, equal scenario and weeks. */
  readonly key: string;
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly options: ReplicationOptions;
}

export interface Player {
  /** Tasks it can play at once. */
  readonly size: number;
  /** The outcome; rejects with `Stopped` after `stop`. */
  play(task: ReplicationTask): Promise<ReplicationOutcome>;
  /** Site-weeks played so far, unfinished replications included. */
  played(): number;
  /** Ends what is under way, as soon as it can. */
  stop(): void;
}

/** Why a task has no outcome: the player was stopped. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Plays on this thread, one replication at a time; a stop acts after the one under way. */
export class LocalPlayer implements Player {
  readonly size = 1;
  readonly #terminal: Terminal;
  readonly #onWeek: () => void;
  readonly #record: RecordSink | null;
  #played = 0;
  #isStopped = false;

  /** `onWeek` is called after each site-week, so that progress can be shown; `record` takes every passage. */
  constructor(terminal: Terminal, onWeek: () => void = () => {}, record: RecordSink | null = null) {
    this.#terminal = terminal;
    this.#onWeek = onWeek;
    this.#record = record;
  }

  async play({ plan, options }: ReplicationTask): Promise<ReplicationOutcome> {
    if (this.#isStopped) throw new Stopped();
    const onWeek = (sites: number) => {
      this.#played += sites;
      this.#onWeek();
    };
    const outcome = runReplication(plan, { ...options, record: this.#record, onWeek });
    await this.#terminal.pause();
    return outcome;
  }

  played(): number {
    return this.#played;
  }

  stop(): void {
    this.#isStopped = true;
  }
}

/** Site-weeks of one replication of a plan. */
export const siteWeeks = (plan: Plan): number =>
  plan.weeks * plan.islands.reduce((sum, island) => sum + island.sites.length, 0);
