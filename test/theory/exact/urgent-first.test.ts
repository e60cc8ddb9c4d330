import { describe, expect, it } from 'vitest';
import { bulkQueueMeanByRoots } from './bulk-queue.ts';
import { poissonLaw } from './poisson.ts';
import { urgentFirstDelays } from './urgent-first.ts';

/**
 * Mean numbers of urgent and routine patients left over at the end of a day, both followed day by day from empty (at most 60 of each).
 */
function leftOver(places: number, urgent: number, routine: number, lead: 0 | 1): readonly [number, number] {
  const size = 60;
  const urgentCounts = poissonLaw(urgent);
  const routineCounts = poissonLaw(routine);
  let law = new Float64Array(size * size);
  law[0] = 1;
  const joined = (from: Float64Array<ArrayBuffer>, counts: Float64Array, stride: number) => {
    const to = new Float64Array(size * size);
    from.forEach((mass, state) => {
      if (mass < 1e-15) return;
      const room = size - 1 - (Math.floor(state / stride) % size);
      counts.forEach((p, n) => {
        to[state + stride * Math.min(n, room)]! += mass * p;
      });
    });
    return to;
  };
  let means: [number, number] = [0, 0];
  for (let day = 0; day < 120; day++) {
    const present = joined(lead === 0 ? joined(law, routineCounts, 1) : law, urgentCounts, size);
    const left = new Float64Array(size * size);
    means = [0, 0];
    present.forEach((mass, state) => {
      const [u, a] = [Math.floor(state / size), state % size];
      const servedUrgent = Math.min(u, places);
      const servedRoutine = Math.min(a, places - servedUrgent);
      left[(u - servedUrgent) * size + a - servedRoutine]! += mass;
      means[0] += mass * (u - servedUrgent);
      means[1] += mass * (a - servedRoutine);
    });
    law = lead === 0 ? left : joined(left, routineCounts, 1);
  }
  return means;
}

describe('urgent patients served the same day, before routine ones', () => {
  it.each([0, 1] as const)('leave over what following both day by day leaves, lead %d', (lead) => {
    const delays = urgentFirstDelays(3, 1.4, 0.8, lead);
    const [urgent, routine] = leftOver(3, 1.4, 0.8, lead);
    expect(delays.urgent).toBeCloseTo(urgent / 1.4, 8);
    expect(delays.routine).toBeCloseTo(lead + routine / 0.8, 8);
  });
  it('do not see the routine ones', () => {
    expect(urgentFirstDelays(4, 2, 1.9, 1).urgent).toBeCloseTo(urgentFirstDelays(4, 2, 0.1, 1).urgent, 12);
  });
  it('leave routine patients a bulk queue of their own when there is no urgent', () => {
    expect(urgentFirstDelays(20, 0, 19, 1).routine).toBeCloseTo(1 + bulkQueueMeanByRoots(20, 19) / 19, 9);
  });
  it('have no steady state when both fill the places', () => {
    expect(() => urgentFirstDelays(4, 2, 2, 0)).toThrow(RangeError);
  });
});
