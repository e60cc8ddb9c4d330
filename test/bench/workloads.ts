/** The workloads the engine is timed on: a frozen scenario each, the same as the peers' (a room, a thousand rooms). */
import { completeScenario } from '../../src/model/complete/complete.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { zScenario } from '../../src/model/schema/schema.ts';

/** One room round the clock: Poisson per hour by class, lognormal of these means (minutes), cv 0.6, U > R > H > A. */
const CLASSES = [
  { class: 'A', perHour: 1.6, meanMinutes: 11 },
  { class: 'H', perHour: 0.8, meanMinutes: 14 },
  { class: 'R', perHour: 0.1, meanMinutes: 19 },
  { class: 'U', perHour: 0.7, meanMinutes: 13 },
] as const;
const HOURS_A_WEEK = 168;

/** Cobham's mean waits of that room, minutes: what a run must find again for its speed to count. */
export const COBHAM_WAITS = { U: 6.744, R: 8.258, H: 11.12, A: 26.973 } as const;

function roomsScenario(rooms: number): Scenario {
  const ids = Array.from({ length: rooms }, (_, index) => `room-${String(index).padStart(4, '0')}`);
  return completeScenario(
    zScenario.parse({
      creneau: 1,
      name: `${rooms} rooms`,
      defaults: 'none',
      sites: ids.map((id) => ({ id })),
      devices: ids.map((id) => ({
        id,
        site: id,
        modality: 'ct',
        week: [{ days: 'mon-sun', from: '00:00', to: '24:00', type: 'emergency' }],
      })),
      flows: ids.flatMap((id) =>
        CLASSES.map((flow) => ({
          site: id,
          modality: 'ct',
          class: flow.class,
          'walk-in': true,
          'per-week': flow.perHour * HOURS_A_WEEK,
          durations: { law: 'lognormal', mean: flow.meanMinutes, cv: 0.6 },
        })),
      ),
    }),
  );
}

export interface Workload {
  readonly id: string;
  readonly scenario: Scenario;
  readonly weeks: number;
  readonly replications: number;
}

/** 100 years of one room, and one week of a thousand rooms. */
export function queueWorkloads(): Workload[] {
  return [
    { id: 'W2x20', scenario: roomsScenario(1), weeks: 5214, replications: 1 },
    { id: 'W3', scenario: roomsScenario(1000), weeks: 1, replications: 1 },
  ];
}
