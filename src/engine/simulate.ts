/** One replication of a whole scenario: its islands, one after the other. */
import { type IslandOutcome, runIsland } from './island-run.ts';
import { Patients } from './patients.ts';
import type { Plan } from './plan.ts';
import type { RecordSink } from './record.ts';

export interface ReplicationOptions {
  readonly seed: string;
  readonly replication: number;
  readonly snapshotWeeks: number;
  readonly record?: RecordSink | null;
  /** Called after each week of each island, with the number of its sites: their sum over a run is sites × weeks. */
  readonly onWeek?: ((sites: number) => void) | null;
}

/** The outcome of each island of the plan. Same plan, seed and replication: same numbers, on any machine. */
export function runReplication(plan: Plan, options: ReplicationOptions): IslandOutcome[] {
  const { seed, replication, snapshotWeeks, record = null, onWeek = null } = options;
  const patients = new Patients();
  const run = { seed, replication, snapshotWeeks, record, onWeek };
  return plan.islands.map((island) => runIsland(plan, island, run, patients));
}
