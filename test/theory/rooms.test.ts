/** Rooms with a stage before them, breakdowns, or hours. Minutes throughout unless said; a week has 10 080. */
import { calendarFailureWait, resumedService } from './exact/breakdowns.ts';
import { momentsOf } from './exact/queues.ts';
import { staffedHours } from './exact/staffed-hours.ts';
import { tandemTimes } from './exact/tandem.ts';
import { LONGER_EXAMS, MORE_REQUESTS, theoryCase, waitOver } from './harness.ts';

const WEEK = 10_080;
const wait = waitOver(['scanner'], 'U');

theoryCase('Two preparation seats, then one scanner', {
  scenario: 'tandem',
  weeks: 100,
  warmupWeeks: 4,
  indicators: [
    {
      name: 'mean time from arrival to room entry',
      measured: wait,
      exact: () =>
        tandemTimes(241.92 / WEEK, { servers: 2, serviceRate: 1 / 40 }, { servers: 1, serviceRate: 1 / 25 })
          .arrivalToRoomEntry,
    },
  ],
  bias: MORE_REQUESTS,
});

/** Exponential law: its coefficient of variation is 1. */
const exponential = (mean: number) => momentsOf(mean, 1);
const ARRIVALS = 168 / WEEK;

theoryCase('Breakdowns in calendar time, the exam resumed', {
  scenario: 'breakdowns-calendar',
  weeks: 420,
  warmupWeeks: 4,
  indicators: [
    {
      name: 'mean wait',
      measured: wait,
      exact: () => {
        const failures = { rate: 1 / 600, repair: exponential(60) };
        return calendarFailureWait(ARRIVALS, resumedService(momentsOf(30, 0.6), failures), failures);
      },
    },
  ],
  bias: LONGER_EXAMS,
});

theoryCase('A room staffed from 08:00 to 20:00 at load 80 % of its hours', {
  scenario: 'staffed-half-day',
  weeks: 300,
  warmupWeeks: 4,
  indicators: [
    {
      name: 'mean wait',
      measured: wait,
      exact: () =>
        60 *
        staffedHours({ arrivalsPerHour: 1.2, examsPerHour: 3, openHour: 8, closeHour: 20 }).meanWaitHours,
    },
  ],
  bias: LONGER_EXAMS,
});
