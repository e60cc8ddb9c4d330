import { backlogCase } from './backlog-case.ts';

backlogCase({
  scenario: 'booking-backlog',
  patients: 300,
  requestsPerDay: 18,
  weeks: 13,
  replications: 2100,
  days: [56, 84],
  firstDays: [],
});

// To the steady state.
backlogCase({
  scenario: 'booking-backlog-short',
  patients: 100,
  requestsPerDay: 16,
  weeks: 7,
  replications: 3500,
  days: [7, 14, 21, 28, 45],
  firstDays: [],
});
