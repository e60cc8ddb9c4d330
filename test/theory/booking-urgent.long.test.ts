/** Urgent patients examined before routine ones, who take what is left of each day: delays in days, without appointment. */
import { urgentFirstDelays } from './exact/urgent-first.ts';
import { MORE_REQUESTS, type Replication, theoryCase } from './harness.ts';

const DAY_SECONDS = 86_400;
const dayOf = (seconds: number) => Math.floor(seconds / DAY_SECONDS);

/** Mean number of midnights from request to exam. */
const meanDelayOf = (flow: string) => (one: Replication) => {
  let patients = 0;
  let days = 0;
  for (const passage of one.passages) {
    if (passage.flow !== flow || passage.roomIn === null) continue;
    patients++;
    days += dayOf(passage.roomIn) - dayOf(passage.requested);
  }
  return days / patients;
};

for (const [routineLeadDays, when] of [
  [0, 'before the opening'],
  [1, 'the evening before'],
] as const) {
  const exact = urgentFirstDelays(3, 1.8, 0.45, routineLeadDays);
  theoryCase(`3 exams a day, urgent patients first, routine ones asking ${when}`, {
    scenario: `urgent-first-lead-${routineLeadDays}`,
    weeks: 6500,
    warmupWeeks: 10,
    passages: true,
    indicators: [
      {
        name: 'mean delay of urgent patients',
        measured: meanDelayOf('urgent'),
        exact: () => exact.urgent,
      },
      {
        name: 'mean delay of routine patients',
        measured: meanDelayOf('routine'),
        exact: () => exact.routine,
      },
    ],
    bias: MORE_REQUESTS,
  });
}
