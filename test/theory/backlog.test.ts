import { expect, it } from 'vitest';
import { backlogCase, dayTotals, withBacklog } from './backlog-case.ts';
import { runReplications, theoryScenario } from './harness.ts';

backlogCase({
  scenario: 'booking-backlog',
  patients: 300,
  requestsPerDay: 18,
  weeks: 5,
  replications: 300,
  days: [7, 14, 28],
  firstDays: [0, 7],
});

it('a backlog of 15 days is that of the patients who fill them', () => {
  const days = (scenario: ReturnType<typeof theoryScenario>) =>
    runReplications(scenario, { weeks: 5, replications: 1, passages: true }, dayTotals);
  const patients = theoryScenario('booking-backlog');
  expect(days(withBacklog({ kind: 'delay', days: 15 })(patients))).toEqual(days(patients));
});
