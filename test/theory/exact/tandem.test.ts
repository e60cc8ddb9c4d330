import { describe, expect, it } from 'vitest';
import { listedChainMean, type State } from './steady-state.ts';
import { tandemTimes } from './tandem.ts';

describe('preparation, then the room', () => {
  it('takes as long to room entry as the listed chain of both stages says', () => {
    const moves = ([seats, room]: State) => [
      { to: [seats! + 1, room!], rate: seats! + room! < 60 ? 1 : 0 },
      { to: [seats! - 1, room! + 1], rate: Math.min(seats!, 2) * 0.9 },
      { to: [seats!, room! - 1], rate: Math.min(room!, 1) * 1.8 },
    ];
    const before = listedChainMean([0, 0], moves, ([seats, room]) => seats! + Math.max(0, room! - 1));
    const times = tandemTimes(1, { servers: 2, serviceRate: 0.9 }, { servers: 1, serviceRate: 1.8 });
    expect(times.arrivalToRoomEntry).toBeCloseTo(before, 6);
  });
  it('adds the wait for a seat, the preparation and the wait for the room', () => {
    const stage = { servers: 1, serviceRate: 2 };
    expect(tandemTimes(1, stage, stage)).toEqual({
      preparationWait: 0.5,
      preparation: 0.5,
      roomWait: 0.5,
      arrivalToRoomEntry: 1.5,
    });
  });
  it('has no steady state when a stage is full', () => {
    expect(() => tandemTimes(1, { servers: 1, serviceRate: 1 }, { servers: 1, serviceRate: 2 })).toThrow(
      RangeError,
    );
  });
});
