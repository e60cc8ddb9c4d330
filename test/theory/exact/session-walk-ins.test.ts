import { describe, expect, it } from 'vitest';
import { type MixedSession, mixedSession } from './session-walk-ins.ts';
import { erlangSession } from './sessions.ts';

const MORNING: MixedSession = {
  appointments: [0, 0, 10, 20, 30, 45, 60],
  absentProbability: 0.2,
  walkInRate: 0.03,
  meanExam: 9,
  end: 90,
};

/** Mean number present at each instant and the sum of all waits, the patients not being told apart, by Runge–Kutta. */
function totalWait(session: MixedSession): number {
  const size = 60;
  const mu = 1 / session.meanExam;
  const slope = (p: Float64Array) =>
    p.map((mass, n) => {
      const up = n < size - 1 ? session.walkInRate : 0;
      const below = n > 0 ? session.walkInRate * p[n - 1]! : 0;
      const above = n < size - 1 ? mu * p[n + 1]! : 0;
      return below + above - (up + (n > 0 ? mu : 0)) * mass;
    });
  const plus = (p: Float64Array, d: Float64Array, h: number) => p.map((mass, n) => mass + h * d[n]!);
  const waiting = (p: Float64Array) => p.reduce((sum, mass, n) => sum + mass * Math.max(0, n - 1), 0);
  let law: Float64Array = new Float64Array(size);
  law[0] = 1;
  let wait = 0;
  let now = 0;
  for (const at of [...session.appointments, session.end]) {
    const steps = Math.ceil((at - now) * 20);
    const h = (at - now) / steps;
    for (let step = 0; step < steps; step++) {
      const k1 = slope(law);
      const k2 = slope(plus(law, k1, h / 2));
      const k3 = slope(plus(law, k2, h / 2));
      const k4 = slope(plus(law, k3, h));
      const after = law.map((mass, n) => mass + (h / 6) * (k1[n]! + 2 * k2[n]! + 2 * k3[n]! + k4[n]!));
      wait += h * waiting(law) + ((h * h) / 6) * (waiting(k1) + waiting(k2) + waiting(k3));
      law = after;
    }
    now = at;
    if (at === session.end) break;
    const show = 1 - session.absentProbability;
    law = law.map((mass, n) => (1 - show) * mass + (n > 0 ? show * law[n - 1]! : 0));
  }
  // n present at the end: the k-th to wait has k exams ahead.
  return law.reduce((sum, mass, n) => sum + (mass * session.meanExam * n * (n - 1)) / 2, wait);
}

describe('a session with walk-ins inserted', () => {
  it('is the booked session when there are none', () => {
    const { bookedWait, overtime } = mixedSession({ ...MORNING, walkInRate: 0 });
    const alone = erlangSession(
      { appointmentSeconds: MORNING.appointments, absentProbability: 0.2, endSeconds: 90 },
      9,
      1,
    );
    expect(bookedWait).toBeCloseTo(alone.meanWaitSeconds, 10);
    expect(overtime).toBeCloseTo(alone.overtimeSeconds, 10);
  });
  it('shares out the total wait of a room that does not tell patients apart', () => {
    const { bookedWait, walkInWait } = mixedSession(MORNING);
    const total = bookedWait * 7 * 0.8 + walkInWait * 0.03 * 90;
    expect(total / totalWait(MORNING)).toBeCloseTo(1, 7);
  });
  it('makes a booked patient wait for one exam and for all the walk-ins that come meanwhile', () => {
    // Two at time 0 and a long day: the second waits a busy period, 1/(μ − λ), the first nothing.
    const { bookedWait } = mixedSession({
      appointments: [0, 0],
      absentProbability: 0,
      walkInRate: 0.5,
      meanExam: 1,
      end: 200,
    });
    expect(bookedWait).toBeCloseTo(1 / (1 - 0.5) / 2, 9);
  });
  it('makes walk-ins wait for the exam in progress and other walk-ins only, however many are booked', () => {
    // 60 booked at the start keep the room busy all along: walk-ins see 1 exam in progress and M/M/1 waiting behind: (1/μ)/(1 − ρ).
    const session = {
      appointments: new Array<number>(60).fill(0),
      absentProbability: 0,
      walkInRate: 0.1,
      meanExam: 1,
      end: 30,
    };
    const { walkInWait } = mixedSession(session);
    // The first instants see no queue of walk-ins yet, worth a few thousandths.
    expect(walkInWait).toBeCloseTo(1 / (1 - 0.1), 1);
    expect(walkInWait).toBeLessThan(1 / (1 - 0.1));
  });
  it('refuses appointments after the end', () => {
    expect(() => mixedSession({ ...MORNING, end: 50 })).toThrow(RangeError);
  });
});
