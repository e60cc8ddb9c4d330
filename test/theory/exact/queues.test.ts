import { describe, expect, it } from 'vitest';
import { poissonLaw } from './poisson.ts';
import {
  dm1Wait,
  erlangB,
  erlangC,
  gm1Wait,
  mg1Wait,
  mm1kQueue,
  mm1Wait,
  mmckQueue,
  mmcWait,
  momentsOf,
} from './queues.ts';
import { bandedStationary, listedChainMean, type State } from './steady-state.ts';

/** Mean wait of M/M/c by its listed chain, Little's law over the accepted, at most `capacity` present. */
function listedWait(arrivalRate: number, serviceRate: number, servers: number, capacity: number): number {
  const moves = ([n]: State) => [
    { to: [n! + 1], rate: n! < capacity ? arrivalRate : 0 },
    { to: [n! - 1], rate: Math.min(n!, servers) * serviceRate },
  ];
  const queue = listedChainMean([0], moves, ([n]) => Math.max(0, n! - servers));
  const entering = listedChainMean([0], moves, ([n]) => (n! < capacity ? arrivalRate : 0));
  return queue / entering;
}

/** Mean wait with a first stage and a second stage of equal rates, on the arrival or the service side, by its listed chain. */
function listedErlang2Wait(arrivalRate: number, stageRate: number, side: 'arrivals' | 'service'): number {
  const moves = ([n, stage]: State) => {
    if (side === 'service') {
      return [
        { to: [n! + 1, stage!], rate: n! < 400 ? arrivalRate : 0 },
        { to: stage === 0 ? [n!, 1] : [n! - 1, 0], rate: n! > 0 ? stageRate : 0 },
      ];
    }
    return [
      { to: stage === 0 ? [n!, 1] : [Math.min(400, n! + 1), 0], rate: 2 * arrivalRate },
      { to: [n! - 1, stage!], rate: n! > 0 ? stageRate : 0 },
    ];
  };
  return listedChainMean([0, 0], moves, ([n]) => Math.max(0, n! - 1)) / arrivalRate;
}

describe('M/M/c', () => {
  it('waits 9 at load 0.9 with one device and exams of 1', () => {
    expect(mm1Wait(0.9, 1)).toBeCloseTo(9, 12);
  });
  it('is M/M/1 with one device', () => {
    expect(mmcWait(0.7, 1, 1)).toBeCloseTo(mm1Wait(0.7, 1), 12);
  });
  it('waits ρ²/(1 − ρ²) exams with two devices', () => {
    const load = 0.8;
    expect(mmcWait(2 * load, 1, 2)).toBeCloseTo(load ** 2 / (1 - load ** 2), 12);
  });
  it('waits as its listed chain does with three devices', () => {
    expect(mmcWait(2.1, 1, 3)).toBeCloseTo(listedWait(2.1, 1, 3, 200), 8);
  });
  it('has no steady state at load 1', () => {
    expect(() => mmcWait(2, 1, 2)).toThrow(RangeError);
  });
  it('delays 0.4092 of patients with 10 devices and 8 erlangs, as the published Erlang C table says', () => {
    expect(erlangC(10, 8)).toBeCloseTo(0.4092, 4);
  });
});

describe('Erlang loss', () => {
  it('loses 0.2146 at 10 erlangs on 10 devices, as the published table says', () => {
    expect(erlangB(10, 10)).toBeCloseTo(0.2146, 4);
  });
  it('is the Poisson law cut at the number of devices', () => {
    const law = poissonLaw(3.5);
    const cut = law.subarray(0, 6);
    expect(erlangB(5, 3.5)).toBeCloseTo(cut[5]! / cut.reduce((sum, p) => sum + p, 0), 14);
  });
});

describe('M/G/1', () => {
  it('waits half as long with exams of fixed length as with exponential ones', () => {
    expect(mg1Wait(0.8, momentsOf(1, 0))).toBeCloseTo(mm1Wait(0.8, 1) / 2, 12);
  });
  it('waits as its listed chain does with Erlang exams of two stages', () => {
    expect(mg1Wait(0.7, momentsOf(1, Math.SQRT1_2))).toBeCloseTo(listedErlang2Wait(0.7, 2, 'service'), 8);
  });
  it('has no steady state at load 1', () => {
    expect(() => mg1Wait(1, momentsOf(1, 0))).toThrow(RangeError);
  });
});

describe('GI/M/1', () => {
  it('is M/M/1 with exponential gaps', () => {
    expect(gm1Wait((s) => 0.9 / (0.9 + s), 1 / 0.9, 1)).toBeCloseTo(9, 9);
  });
  it('waits as its listed chain does with Erlang gaps of two stages', () => {
    const rate = 0.7;
    const wait = gm1Wait((s) => ((2 * rate) / (2 * rate + s)) ** 2, 1 / rate, 1);
    expect(wait).toBeCloseTo(listedErlang2Wait(rate, 1, 'arrivals'), 8);
  });
  it('finds the published root 0.2032 for regular arrivals at load 0.5', () => {
    const wait = dm1Wait(2, 1);
    expect(wait / (1 + wait)).toBeCloseTo(0.2032, 4);
  });
  it('waits as the chain of the number found by each regular arrival does', () => {
    const gap = 1.25;
    const completed = poissonLaw(gap);
    const rows = Array.from({ length: 300 }, (_, found) => {
      const mass = new Float64Array(Math.min(300, found + 2));
      completed.forEach((p, n) => {
        mass[Math.min(mass.length - 1, Math.max(0, found + 1 - n))]! += p;
      });
      return { first: 0, mass };
    });
    const found = bandedStationary(rows).reduce((sum, p, n) => sum + p * n, 0);
    expect(dm1Wait(gap, 1)).toBeCloseTo(found, 9);
  });
});

describe('few waiting places', () => {
  it('has the closed form of M/M/1/K with one device', () => {
    expect(mmckQueue(1.3, 1, 1, 4).acceptedWait).toBeCloseTo(mm1kQueue(1.3, 1, 4).acceptedWait, 12);
    expect(mmckQueue(1.3, 1, 1, 4).blocked).toBeCloseTo(mm1kQueue(1.3, 1, 4).blocked, 12);
  });
  it('joins the closed form at load exactly 1', () => {
    expect(mmckQueue(1, 1, 1, 4).acceptedWait).toBeCloseTo(mm1kQueue(1, 1, 4).acceptedWait, 12);
    expect(mmckQueue(1, 1, 1, 4).blocked).toBeCloseTo(mm1kQueue(1, 1, 4).blocked, 12);
  });
  it('waits as its listed chain does with three devices and five places', () => {
    expect(mmckQueue(3.3, 1, 3, 5).acceptedWait).toBeCloseTo(listedWait(3.3, 1, 3, 8), 9);
  });
  it('is the Erlang loss without waiting places', () => {
    expect(mmckQueue(4, 1, 5, 0)).toEqual({ blocked: expect.closeTo(erlangB(5, 4), 12), acceptedWait: 0 });
  });
  it('is M/M/1 when places never run out', () => {
    expect(mm1kQueue(0.9, 1, 2000).acceptedWait).toBeCloseTo(9, 9);
  });
});
