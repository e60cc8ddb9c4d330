/** One session a day of punctual patients from a fixed appointment list, all present done to the end. Seconds inside, minutes compared. */
import { CAUSE, CAUSES, OUTSIDE } from '../../src/engine/tally.ts';
import { atomsOnGrid, lognormalCdf } from './exact/grid-law.ts';
import { mixedSession } from './exact/session-walk-ins.ts';
import {
  discretisedSession,
  erlangSession,
  gridSession,
  type Session,
  type SessionMeans,
} from './exact/sessions.ts';
import { LONGER_EXAMS, type Replication, type TheoryIndicator, theoryCase, waitOver } from './harness.ts';

const minutes = (list: readonly number[]) => list.map((minute) => minute * 60);
const bookedWait = waitOver(['scanner'], 'A');

/** Overrun of one session: there are seven a week. */
const overtime = (one: Replication) => one.device('scanner').overtime.minutesPerWeek! / 7;

/** Mean wait of the patient of one place of the list, among those who come. */
const waitOfPlace = (position: number) => (one: Replication) => {
  let seconds = 0;
  let patients = 0;
  for (const passage of one.passages) {
    if (passage.position !== position || passage.roomIn === null) continue;
    seconds += passage.roomIn - passage.appointment!;
    patients++;
  }
  return seconds / 60 / patients;
};

const indicatorsOf = (last: number, means: () => SessionMeans): readonly TheoryIndicator[] => [
  { name: 'mean wait', measured: bookedWait, exact: () => means().meanWaitSeconds / 60 },
  { name: 'mean overtime', measured: overtime, exact: () => means().overtimeSeconds / 60 },
  {
    name: 'mean wait of the last patient',
    measured: waitOfPlace(last),
    exact: () => means().waitSeconds[last]! / 60,
  },
];

const equal: Session = {
  appointmentSeconds: minutes([0, 20, 40, 60, 80, 100, 120, 140, 160, 180]),
  absentProbability: 0.15,
  endSeconds: 200 * 60,
};

theoryCase('A session of equal slots with exponential exams', {
  scenario: 'session-exponential',
  weeks: 200,
  warmupWeeks: 1,
  passages: true,
  indicators: indicatorsOf(9, () => erlangSession(equal, 20 * 60, 1)),
  bias: LONGER_EXAMS,
});

const doubledFirst = {
  ...equal,
  appointmentSeconds: minutes([0, 0, 20, 40, 60, 80, 100, 120, 140, 160]),
  endSeconds: 180 * 60,
};

theoryCase('A session with the first slot doubled and Erlang exams', {
  scenario: 'session-doubled-first',
  weeks: 200,
  warmupWeeks: 1,
  passages: true,
  indicators: indicatorsOf(9, () => erlangSession(doubledFirst, 20 * 60, 4)),
  bias: LONGER_EXAMS,
});

const unequal: Session = {
  appointmentSeconds: minutes([0, 15, 30, 45, 65, 85, 105, 130, 155, 180]),
  absentProbability: 0.1,
  endSeconds: 210 * 60,
};

theoryCase('A session of unequal slots with lognormal exams', {
  scenario: 'session-unequal-slots',
  weeks: 200,
  warmupWeeks: 1,
  passages: true,
  indicators: indicatorsOf(9, () => discretisedSession(unequal, lognormalCdf(20 * 60, 0.6), 10)),
  bias: LONGER_EXAMS,
});

const durations = atomsOnGrid(minutes([8, 12, 18, 27, 45]), [0.2, 0.3, 0.3, 0.1, 0.1], 60);

theoryCase('A session with durations from a log', {
  scenario: 'session-empirical',
  weeks: 200,
  warmupWeeks: 1,
  passages: true,
  indicators: indicatorsOf(9, () => gridSession({ ...doubledFirst, absentProbability: 0.1 }, durations)),
  bias: LONGER_EXAMS,
});

const mixed = () =>
  mixedSession({
    appointments: [0, 0, 20, 40, 60, 80, 100, 120, 160, 180],
    absentProbability: 0.15,
    walkInRate: 134.4 / 10_080,
    meanExam: 15,
    end: 200,
  });

/** Time worked after the end of a session: exams outside any opening, the fourth of the opening notions. */
const workedAfterEnd = (one: Replication) => {
  const { tally, offsets } = one.tallyOf('scanner');
  return tally[offsets.seconds + OUTSIDE * CAUSES.length + CAUSE.exam]! / 60 / (7 * one.weeks);
};

theoryCase('A session with emergencies inserted', {
  scenario: 'session-walk-ins',
  weeks: 300,
  warmupWeeks: 1,
  indicators: [
    { name: 'mean wait of the booked', measured: bookedWait, exact: () => mixed().bookedWait },
    {
      name: 'mean wait of the inserted',
      measured: waitOver(['scanner'], 'U'),
      exact: () => mixed().walkInWait,
    },
    { name: 'mean time worked after the end', measured: workedAfterEnd, exact: () => mixed().overtime },
  ],
  bias: LONGER_EXAMS,
});
