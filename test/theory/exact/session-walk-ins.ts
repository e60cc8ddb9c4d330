/** One session with appointments and walk-ins inserted ahead of the booked patients: exact mean waits. Any time unit. */
import { poissonLaw, type Step, spread } from './poisson.ts';

/** A session of one room from time 0 to `end`, exponential exams of one mean for all. */
export interface MixedSession {
  /** Appointment times in order, within 0…end; equal times allowed. */
  readonly appointments: readonly number[];
  /** Each booked patient is absent with this probability. */
  readonly absentProbability: number;
  /** Poisson walk-ins from 0 to `end`. */
  readonly walkInRate: number;
  readonly meanExam: number;
  readonly end: number;
}

/** Means over sessions, all who came being served to the end. */
export interface MixedSessionMeans {
  /** Mean wait of the booked patients who come. */
  readonly bookedWait: number;
  /** Mean wait of the walk-ins. */
  readonly walkInWait: number;
  /** Mean time worked after `end`. */
  readonly overtime: number;
}

/**
 * Exact means by the transient chain (booked waiting, walk-ins waiting, exam in progress): between appointments by uniformisation at rate
 * λ + μ, which also gives the mean time spent in each state; at an appointment one booked patient more with probability 1 − absent.
 * A free room takes walk-ins first (rule M4.3), never interrupting. Total wait = ∫ number waiting dt; after `end` nobody comes, so with w
 * walk-ins and b booked left behind an exam in progress, the rest is w(w+1)/2 and bw + b(b+1)/2 exams of wait.
 * The walk-ins are cut at a number exceeded with probability below 1e-19.
 * Throws `RangeError` if times are not in order.
 * @example mixedSession({ appointments: [0, 0], absentProbability: 0, walkInRate: 0, meanExam: 1, end: 0 }).bookedWait // 0.5
 */
export function mixedSession(session: MixedSession): MixedSessionMeans {
  const { appointments, absentProbability, walkInRate, meanExam, end } = session;
  const mostWalkIns = poissonLaw(walkInRate * end).length;
  const booked = appointments.length;
  const rate = walkInRate + 1 / meanExam;
  const step = roomStep(booked, mostWalkIns, walkInRate / rate);
  const width = mostWalkIns + 1;
  // State 0: idle, nobody waits. State 1 + b·width + w: an exam in progress, b booked and w walk-ins wait.
  let law = new Float64Array(1 + (booked + 1) * width);
  law[0] = 1;
  let bookedTime = 0;
  let walkInTime = 0;
  let overtime = 0;
  let now = 0;
  const advance = (to: number) => {
    if (to < now) throw new RangeError(`times must not decrease: ${now}, then ${to}`);
    const { end: next, visits } = spread(law, poissonLaw(rate * (to - now)), step);
    visits.forEach((steps, state) => {
      if (state === 0) return;
      bookedTime += (steps * Math.floor((state - 1) / width)) / rate;
      walkInTime += (steps * ((state - 1) % width)) / rate;
    });
    law = next as Float64Array<ArrayBuffer>;
    now = to;
  };
  for (const at of appointments) {
    advance(at);
    law = withAppointment(law, width, absentProbability);
  }
  advance(end);
  law.forEach((mass, state) => {
    if (state === 0) return;
    const b = Math.floor((state - 1) / width);
    const w = (state - 1) % width;
    bookedTime += mass * meanExam * (b * w + (b * (b + 1)) / 2);
    walkInTime += mass * meanExam * ((w * (w + 1)) / 2);
    overtime += mass * meanExam * (b + w + 1);
  });
  return {
    bookedWait: bookedTime / (booked * (1 - absentProbability)),
    walkInWait: walkInTime / (walkInRate * end),
    overtime,
  };
}

function roomStep(booked: number, mostWalkIns: number, arrive: number): Step {
  const width = mostWalkIns + 1;
  const finish = 1 - arrive;
  return (from, to) => {
    to[0]! += finish * from[0]!;
    to[1]! += arrive * from[0]!;
    for (let b = 0; b <= booked; b++) {
      for (let w = 0; w < width; w++) {
        const state = 1 + b * width + w;
        const mass = from[state]!;
        if (mass === 0) continue;
        to[w < mostWalkIns ? state + 1 : state]! += arrive * mass;
        to[w > 0 ? state - 1 : b > 0 ? state - width : 0]! += finish * mass;
      }
    }
  };
}

function withAppointment(
  law: Float64Array,
  width: number,
  absentProbability: number,
): Float64Array<ArrayBuffer> {
  const next = new Float64Array(law.length);
  law.forEach((mass, state) => {
    next[state]! += absentProbability * mass;
    const present = state === 0 ? 1 : Math.min(state + width, law.length - 1);
    next[present]! += (1 - absentProbability) * mass;
  });
  return next;
}
