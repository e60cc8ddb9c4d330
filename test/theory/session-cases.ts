/**
 * One session a day of punctual patients from a fixed appointment list, all present done to the end: what is exactly known of each scenario,
 * and how it is measured. Sessions are described in seconds, indicators in minutes.
 */
import { atomsOnGrid, lognormalCdf } from './exact/grid-law.ts';
import {
  discretisedSession,
  erlangSession,
  gridSession,
  type Session,
  type SessionMeans,
} from './exact/sessions.ts';
import { type Replication, type TheoryIndicator, waitOver } from './harness.ts';

/** A session of `scenarios/theory` and its exact means. */
export interface SessionCase {
  readonly name: string;
  readonly scenario: string;
  readonly means: () => SessionMeans;
}

const MINUTE = 60;
const minutes = (list: readonly number[]) => list.map((minute) => minute * MINUTE);

const EQUAL: Session = {
  appointmentSeconds: minutes([0, 20, 40, 60, 80, 100, 120, 140, 160, 180]),
  absentProbability: 0.15,
  endSeconds: 200 * MINUTE,
};

const DOUBLED_FIRST: Session = {
  appointmentSeconds: minutes([0, 0, 20, 40, 60, 80, 100, 120, 140, 160]),
  absentProbability: 0.15,
  endSeconds: 180 * MINUTE,
};

const UNEQUAL: Session = {
  appointmentSeconds: minutes([0, 15, 30, 45, 65, 85, 105, 130, 155, 180]),
  absentProbability: 0.1,
  endSeconds: 195 * MINUTE,
};

const LOGGED = atomsOnGrid(minutes([8, 12, 18, 27, 45]), [0.2, 0.3, 0.3, 0.1, 0.1], MINUTE);

/** Patients of each list; the last one's place is `PLACES − 1`. */
export const PLACES = 10;

export const SESSION_CASES: readonly SessionCase[] = [
  {
    name: 'A session of equal slots with exponential exams',
    scenario: 'session-exponential',
    means: () => erlangSession(EQUAL, 20 * MINUTE, 1),
  },
  {
    name: 'A session with the first slot doubled and Erlang exams',
    scenario: 'session-doubled-first',
    means: () => erlangSession(DOUBLED_FIRST, 20 * MINUTE, 4),
  },
  {
    name: 'A session of unequal slots with lognormal exams',
    scenario: 'session-unequal-slots',
    means: () => discretisedSession(UNEQUAL, lognormalCdf(20 * MINUTE, 0.6), 10),
  },
  {
    name: 'A session with durations from a log',
    scenario: 'session-empirical',
    means: () => gridSession({ ...DOUBLED_FIRST, absentProbability: 0.1 }, LOGGED),
  },
];

/** Sessions of a week: one a day. */
export const SESSIONS_A_WEEK = 7;

/** Mean wait over all who come. */
export const sessionWait = ({ means }: SessionCase): TheoryIndicator => ({
  name: 'mean wait',
  measured: waitOver(['scanner'], 'A'),
  exact: () => means().meanWaitSeconds / MINUTE,
});

/** Mean overrun of a session. */
export const sessionOvertime = ({ means }: SessionCase): TheoryIndicator => ({
  name: 'mean overtime',
  measured: (one) => one.device('scanner').overtime.minutesPerWeek! / SESSIONS_A_WEEK,
  exact: () => means().overtimeSeconds / MINUTE,
});

/** Mean wait of the patient of one place of the list, 0 first, when they come; asks for the case's passages. */
export const waitOfPlace = ({ means }: SessionCase, place: number): TheoryIndicator => ({
  name: `mean wait of patient ${place + 1}`,
  measured: ({ passages }: Replication) => {
    let seconds = 0;
    let patients = 0;
    for (const { position, appointment, roomIn } of passages) {
      if (position !== place || appointment === null || roomIn === null) continue;
      seconds += roomIn - appointment;
      patients++;
    }
    return patients === 0 ? null : seconds / MINUTE / patients;
  },
  exact: () => means().waitSeconds[place]! / MINUTE,
});
