/** Systems that take centuries of simulated time to be known to half a per cent. Minutes throughout; a week has 10 080. */
import {
  calendarFailureWait,
  restartedExponentialService,
  resumedService,
  workingFailureWait,
} from './exact/breakdowns.ts';
import { priorityMmcWaits } from './exact/priorities.ts';
import { erlangB, mg1Wait, mm1Wait, mmcWait, momentsOf } from './exact/queues.ts';
import { tandemTimes } from './exact/tandem.ts';
import {
  LARGEST_ERROR_NEAR_SATURATION,
  LONGER_EXAMS,
  MORE_REQUESTS,
  type Replication,
  theoryCase,
  waitOver,
} from './harness.ts';

const WEEK = 10_080;
const wait = waitOver(['scanner'], 'U');

theoryCase('M/M/1 at load 98 %', {
  scenario: 'mm1-near-saturation',
  weeks: 5000,
  warmupWeeks: 200,
  indicators: [{ name: 'mean wait', measured: wait, exact: () => mm1Wait(329.28 / WEEK, 1 / 30) }],
  bias: LONGER_EXAMS,
  largestError: LARGEST_ERROR_NEAR_SATURATION,
});

theoryCase('M/M/3, three scanners pooled, at load 70 %', {
  scenario: 'mm3-pooled',
  weeks: 600,
  warmupWeeks: 4,
  indicators: [
    {
      name: 'mean wait',
      measured: waitOver(['scanner-1', 'scanner-2', 'scanner-3'], 'U'),
      exact: () => mmcWait(705.6 / WEEK, 1 / 30, 3),
    },
  ],
  bias: LONGER_EXAMS,
});

// The variance of an Erlang law of k stages is mean²/k.
theoryCase('M/E3/1 at load 70 %', {
  scenario: 'me3-1',
  weeks: 800,
  warmupWeeks: 4,
  indicators: [
    {
      name: 'mean wait',
      measured: wait,
      exact: () => mg1Wait(235.2 / WEEK, momentsOf(30, Math.sqrt(1 / 3))),
    },
  ],
  bias: LONGER_EXAMS,
});

const pooled = () =>
  priorityMmcWaits(
    [168, 235.2, 302.4].map((perWeek) => perWeek / WEEK),
    1 / 30,
    3,
  );

theoryCase('Three classes on three pooled scanners at load 70 %', {
  scenario: 'priority-pooled',
  weeks: 900,
  warmupWeeks: 4,
  indicators: (['U', 'H', 'A'] as const).map((patientClass, rank) => ({
    name: `mean wait of class ${patientClass}`,
    measured: waitOver(['scanner-1', 'scanner-2', 'scanner-3'], patientClass),
    exact: () => pooled()[rank]!,
  })),
  bias: LONGER_EXAMS,
});

theoryCase('Erlang loss on twenty places with lognormal stays of two days', {
  scenario: 'erlang-loss-stays',
  weeks: 1800,
  warmupWeeks: 10,
  indicators: [
    {
      name: 'share blocked',
      measured: (one) => one.modality().blocked.U! / one.modality().requested.U!,
      exact: () => erlangB(20, (63 / 7) * 2),
    },
  ],
  bias: LONGER_EXAMS,
});

// An exponential law has a coefficient of variation of 1.
theoryCase('Breakdowns in working time, the exam resumed', {
  scenario: 'breakdowns-working',
  weeks: 1000,
  warmupWeeks: 4,
  indicators: [
    {
      name: 'mean wait',
      measured: wait,
      exact: () => {
        const failures = { rate: 1 / 300, repair: momentsOf(60, 1) };
        return workingFailureWait(168 / WEEK, resumedService(momentsOf(30, 0.6), failures));
      },
    },
  ],
  bias: LONGER_EXAMS,
});

theoryCase('Breakdowns in calendar time, the exam restarted', {
  scenario: 'breakdowns-restart',
  weeks: 3000,
  warmupWeeks: 4,
  indicators: [
    {
      name: 'mean wait',
      measured: wait,
      exact: () => {
        const failures = { rate: 1 / 300, repair: momentsOf(60, 1) };
        return calendarFailureWait(168 / WEEK, restartedExponentialService(1 / 30, failures), failures);
      },
    },
  ],
  bias: LONGER_EXAMS,
});

const tandem = () =>
  tandemTimes(241.92 / WEEK, { servers: 2, serviceRate: 1 / 40 }, { servers: 1, serviceRate: 1 / 25 });

/** Mean minutes from one instant of a passage to another, over the exams done. */
const meanBetween =
  (from: 'arrival' | 'prepEnd', to: 'prepStart' | 'roomIn') =>
  ({ passages }: Replication) => {
    const done = passages.filter(({ outcome }) => outcome === 'done');
    const seconds = done.reduce((sum, passage) => sum + passage[to]! - passage[from]!, 0);
    return seconds / 60 / done.length;
  };

theoryCase('Two preparation seats, then one scanner, stage by stage', {
  scenario: 'tandem',
  weeks: 400,
  warmupWeeks: 4,
  passages: true,
  indicators: [
    {
      name: 'mean wait for a seat',
      measured: meanBetween('arrival', 'prepStart'),
      exact: () => tandem().preparationWait,
    },
    {
      name: 'mean wait for the room',
      measured: meanBetween('prepEnd', 'roomIn'),
      exact: () => tandem().roomWait,
    },
  ],
  bias: MORE_REQUESTS,
});
