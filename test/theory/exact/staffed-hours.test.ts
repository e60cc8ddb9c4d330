import { describe, expect, it } from 'vitest';
import { mm1Wait } from './queues.ts';
import { emptyRoomWaitHours, type StaffedRoom, staffedHours } from './staffed-hours.ts';

/** The same mean by integrating the balance equations (Runge–Kutta, fourth order), day after day from empty. */
function byRungeKutta(room: StaffedRoom, stepHours: number, days: number, longest: number): number {
  const { arrivalsPerHour: a, examsPerHour: m } = room;
  // idle[q], busy[q] side by side: law[q], law[longest + 1 + q].
  const size = longest + 1;
  const slope = (law: Float64Array, open: boolean) => {
    const d = new Float64Array(2 * size);
    for (let q = 0; q < size; q++) {
      const [idle, busy] = [law[q]!, law[size + q]!];
      if (q < longest) {
        d[q]! -= a * idle;
        d[open ? size + q : q + 1]! += a * idle;
        d[size + q]! -= a * busy;
        d[size + q + 1]! += a * busy;
      }
      d[size + q]! -= m * busy;
      d[open && q > 0 ? size + q - 1 : q]! += m * busy;
    }
    return d;
  };
  const plus = (law: Float64Array, d: Float64Array, h: number) => law.map((p, i) => p + h * d[i]!);
  const queue = (law: Float64Array) => law.reduce((sum, p, i) => sum + p * (i % size), 0);
  let law: Float64Array = new Float64Array(2 * size);
  law[0] = 1;
  let queueHours = 0;
  const steps = Math.round(24 / stepHours);
  for (let day = 0; day < days; day++) {
    queueHours = 0;
    for (let step = 0; step < steps; step++) {
      const hour = step * stepHours;
      const open = hour >= room.openHour - 1e-9 && hour < room.closeHour - 1e-9;
      if (open && Math.abs(hour - room.openHour) < 1e-9) {
        for (let q = 1; q < size; q++) {
          law[size + q - 1]! += law[q]!;
          law[q] = 0;
        }
      }
      const k1 = slope(law, open);
      const k2 = slope(plus(law, k1, stepHours / 2), open);
      const k3 = slope(plus(law, k2, stepHours / 2), open);
      const k4 = slope(plus(law, k3, stepHours), open);
      const after = law.map((p, i) => p + (stepHours / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!));
      queueHours += stepHours * queue(law) + (stepHours ** 2 / 6) * (queue(k1) + queue(k2) + queue(k3));
      law = after;
    }
  }
  return queueHours / (24 * a);
}

describe('a room staffed part of the day', () => {
  it('is M/M/1 when staffed round the clock', () => {
    const room = { arrivalsPerHour: 2.4, examsPerHour: 3, openHour: 0, closeHour: 24 };
    expect(staffedHours(room).meanWaitHours).toBeCloseTo(mm1Wait(2.4, 3), 7);
  });
  it('waits as Runge–Kutta integration says, 8 to 20 at load 0.7', () => {
    const room = { arrivalsPerHour: 1.05, examsPerHour: 3, openHour: 8, closeHour: 20 };
    expect(staffedHours(room).meanWaitHours / byRungeKutta(room, 0.05, 25, 70)).toBeCloseTo(1, 5);
  });
  it('waits for the opening only, when patients are rare', () => {
    const room = { arrivalsPerHour: 1e-6, examsPerHour: 1e6, openHour: 8, closeHour: 20 };
    expect(staffedHours({ ...room, examsPerHour: 20 }).meanWaitHours).toBeCloseTo(
      emptyRoomWaitHours(8, 20),
      4,
    );
  });
  it('gains overnight exactly the patients who arrive', () => {
    const room = { arrivalsPerHour: 1.8, examsPerHour: 4, openHour: 8, closeHour: 20 };
    const { waitingAtOpening, waitingAtClosing } = staffedHours(room);
    expect(waitingAtOpening - waitingAtClosing).toBeCloseTo(12 * 1.8, 8);
  });
  it('waits the same whatever the clock hour of opening', () => {
    const early = staffedHours({ arrivalsPerHour: 1, examsPerHour: 3, openHour: 0, closeHour: 12 });
    const late = staffedHours({ arrivalsPerHour: 1, examsPerHour: 3, openHour: 12, closeHour: 24 });
    expect(early.meanWaitHours).toBeCloseTo(late.meanWaitHours, 9);
  });
  it('has no steady state when the open hours do not suffice', () => {
    const room = { arrivalsPerHour: 2, examsPerHour: 4, openHour: 8, closeHour: 20 };
    expect(() => staffedHours(room)).toThrow(RangeError);
  });
});
