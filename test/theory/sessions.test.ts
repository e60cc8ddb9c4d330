/** One session a day from a fixed appointment list: mean waits and overtime. Minutes throughout. */
import { CAUSE, CAUSES, OUTSIDE } from '../../src/engine/tally.ts';
import { mixedSession } from './exact/session-walk-ins.ts';
import { LONGER_EXAMS, type Replication, theoryCase, waitOver } from './harness.ts';
import { SESSION_CASES, SESSIONS_A_WEEK, sessionOvertime, sessionWait } from './session-cases.ts';

for (const session of SESSION_CASES) {
  theoryCase(session.name, {
    scenario: session.scenario,
    weeks: 700,
    warmupWeeks: 1,
    indicators: [sessionWait(session), sessionOvertime(session)],
    bias: LONGER_EXAMS,
  });
}

const WEEK = 10_080;

const inserted = () =>
  mixedSession({
    appointments: [0, 0, 20, 40, 60, 80, 100, 120, 160, 180],
    absentProbability: 0.15,
    walkInRate: 134.4 / WEEK,
    meanExam: 15,
    end: 200,
  });

/** Time worked after the end of a session: exams outside any opening. */
const workedAfterEnd = (one: Replication) => {
  const { tally, offsets } = one.tallyOf('scanner');
  const seconds = tally[offsets.seconds + OUTSIDE * CAUSES.length + CAUSE.exam]!;
  return seconds / 60 / (SESSIONS_A_WEEK * one.weeks);
};

theoryCase('A session with emergencies inserted before the booked', {
  scenario: 'session-walk-ins',
  weeks: 550,
  warmupWeeks: 1,
  indicators: [
    {
      name: 'mean wait of the booked',
      measured: waitOver(['scanner'], 'A'),
      exact: () => inserted().bookedWait,
    },
    {
      name: 'mean wait of the inserted',
      measured: waitOver(['scanner'], 'U'),
      exact: () => inserted().walkInWait,
    },
    { name: 'mean time worked after the end', measured: workedAfterEnd, exact: () => inserted().overtime },
  ],
  bias: LONGER_EXAMS,
});
