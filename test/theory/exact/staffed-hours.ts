/** A room open a few hours of each day, patients coming round the clock: exact mean wait in the periodic steady state. Unit: hours. */
import { poissonLaw, type Step, spread } from './poisson.ts';
import { requireStable } from './queues.ts';
import { iterateToSteady } from './steady-state.ts';

/** A room with exponential exams, open from `openHour` to `closeHour` each day. */
export interface StaffedRoom {
  readonly arrivalsPerHour: number;
  readonly examsPerHour: number;
  /** 0 to 24, `openHour` < `closeHour`. */
  readonly openHour: number;
  readonly closeHour: number;
}

/** Mean wait, and the mean number waiting at opening and at closing time. */
export interface StaffedHours {
  /** Hours from arrival to the start of the exam, over all patients. */
  readonly meanWaitHours: number;
  readonly waitingAtOpening: number;
  readonly waitingAtClosing: number;
}

/**
 * Exact steady state of a staffed room: Poisson arrivals at all hours wait for the room, an exam is started only in open hours, and one
 * in progress at closing is finished. State: (q waiting, exam in progress or not), q up to `largestQueue`. Each of the two parts of the
 * day is a birth–death chain with constant rates, taken through by uniformisation at rate λ + μ, which gives both the law at its end and
 * the mean time spent in each state; the day is iterated to its fixed point; Little's law turns the time-average queue into the mean
 * wait. The largest queue is doubled until it is reached with probability below 1e-11.
 * Throws `RangeError` if the load 24λ/(open hours × μ) is 1 or more, or the hours are not in order.
 * @example staffedHours({ arrivalsPerHour: 1, examsPerHour: 2, openHour: 0, closeHour: 24 }).meanWaitHours.toFixed(6) // '0.500000'
 */
export function staffedHours(room: StaffedRoom): StaffedHours {
  const { arrivalsPerHour, examsPerHour, openHour, closeHour } = room;
  const openHours = closeHour - openHour;
  if (!(openHour >= 0 && openHours > 0 && closeHour <= 24)) {
    throw new RangeError(`open hours must be in order within 0…24: ${openHour}…${closeHour}`);
  }
  requireStable((24 * arrivalsPerHour) / (openHours * examsPerHour));
  const totalRate = arrivalsPerHour + examsPerHour;
  const openSteps = poissonLaw(totalRate * openHours);
  const closedSteps = poissonLaw(totalRate * (24 - openHours));
  for (let largestQueue = 64; ; largestQueue *= 2) {
    const open = daySteps(room, largestQueue, true);
    const closed = daySteps(room, largestQueue, false);
    const start = new Float64Array(2 * (largestQueue + 1));
    start[0] = 1;
    const atOpening = iterateToSteady(
      start,
      (law) => startWaiting(spread(spread(startWaiting(law), openSteps, open).end, closedSteps, closed).end),
      1e-11,
    );
    const opened = spread(atOpening, openSteps, open);
    const shut = spread(opened.end, closedSteps, closed);
    if (topMass(opened.end) + topMass(shut.end) > 1e-11) continue;
    // visits / totalRate is the time in each state over one day.
    const queueHours = (meanQueue(opened.visits) + meanQueue(shut.visits)) / totalRate;
    return {
      meanWaitHours: queueHours / (24 * arrivalsPerHour),
      waitingAtOpening: meanQueue(shut.end),
      waitingAtClosing: meanQueue(opened.end),
    };
  }
}

/** State 2q + 1 while an exam is in progress, 2q when none is; one uniformised step of an open or a closed room. */
function daySteps(room: StaffedRoom, largestQueue: number, open: boolean): Step {
  const arrive = room.arrivalsPerHour / (room.arrivalsPerHour + room.examsPerHour);
  const finish = 1 - arrive;
  return (from, to) => {
    for (let queue = 0; queue <= largestQueue; queue++) {
      const longer = Math.min(queue + 1, largestQueue);
      const idle = from[2 * queue]!;
      const busy = from[2 * queue + 1]!;
      // An open room is idle only when nobody waits.
      to[open ? 1 : 2 * longer]! += arrive * idle;
      to[2 * queue]! += finish * idle;
      to[2 * longer + 1]! += arrive * busy;
      to[open && queue > 0 ? 2 * queue - 1 : 2 * queue]! += finish * busy;
    }
  };
}

/** At opening, an idle room takes the first patient waiting. */
function startWaiting(law: Float64Array): Float64Array {
  const started = Float64Array.from(law);
  for (let queue = 1; 2 * queue < law.length; queue++) {
    started[2 * queue - 1]! += law[2 * queue]!;
    started[2 * queue] = 0;
  }
  return started;
}

function meanQueue(weights: Float64Array): number {
  return weights.reduce((sum, weight, state) => sum + weight * (state >> 1), 0);
}

/** Probability of the last few queue lengths: what the truncation may have disturbed. */
function topMass(law: Float64Array): number {
  return law.subarray(law.length - 8).reduce((sum, mass) => sum + mass, 0);
}

/**
 * Mean wait when the room is never busy (arrival rate → 0): the mean time to the next open hour, (closed hours)²/48.
 * @example emptyRoomWaitHours(8, 20) // 3
 */
export function emptyRoomWaitHours(openHour: number, closeHour: number): number {
  const closedHours = 24 - (closeHour - openHour);
  return closedHours ** 2 / 48;
}
