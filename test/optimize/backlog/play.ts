/** Plays courses in this thread. */
import { compileScenario } from '../../../src/engine/compile.ts';
import { runReplication } from '../../../src/engine/simulate.ts';
import type { PlayCourse } from '../../../src/optimize/backlog/search.ts';
import { weeklyDelays } from '../../../src/optimize/backlog/weekly-delay.ts';
import { PATIENTS } from './scenario.ts';

/** A player of so many replications; `played` is told of each course, in weeks. */
export const playerOf =
  (replications: number, played: (weeks: number) => void = () => {}): PlayCourse =>
  async (scenario, weeks) => {
    played(weeks);
    const plan = compileScenario(scenario, weeks);
    return Array.from({ length: replications }, (_, replication) =>
      weeklyDelays(
        plan,
        runReplication(plan, { seed: scenario.run.seed, replication, snapshotWeeks: 0 }),
        PATIENTS,
      ),
    );
  };
