/** What the main thread and its workers say to each other. */
import type { ReplicationOptions } from '../../engine/simulate.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { ReplicationOutcome } from '../../stats/experiment.ts';

/** Given to a worker when it starts. */
export interface WorkerSetting {
  /** Site-weeks played, one counter a worker. */
  readonly played: Int32Array;
  readonly rank: number;
}

export interface PlayRequest {
  /** Sent when the worker has another scenario, or none; it keeps the last one. */
  readonly scenario: { readonly scenario: Scenario; readonly weeks: number } | null;
  readonly options: ReplicationOptions;
}

export type PlayAnswer =
  | { readonly outcome: ReplicationOutcome }
  | { readonly failure: { readonly name: string; readonly message: string; readonly stack: string } };
