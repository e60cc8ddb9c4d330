import { describe, expect, it } from 'vitest';
import { cobhamWaits, priorityMmcWaits } from './priorities.ts';
import { mg1Wait, mmcWait, momentsOf } from './queues.ts';
import { listedChainMean, type State } from './steady-state.ts';

/** Rates per minute, durations in minutes. */
const perHour = (rate: number, meanMinutes: number) => ({
  arrivalRate: rate / 60,
  service: momentsOf(meanMinutes, 0.6),
});

describe('one device with priorities', () => {
  it('gives the waits of the four-class reference room: U 6.744, R 8.258, H 11.120, A 26.973 min', () => {
    const waits = cobhamWaits([perHour(0.7, 13), perHour(0.1, 19), perHour(0.8, 14), perHour(1.6, 11)]);
    expect(waits.map((wait) => wait.toFixed(3))).toEqual(['6.744', '8.258', '11.120', '26.973']);
  });
  it('conserves the load-weighted mean wait of M/G/1 when the classes have one exam law', () => {
    const rates = [0.2, 0.3, 0.35];
    const service = momentsOf(1, 1.4);
    const waits = cobhamWaits(rates.map((arrivalRate) => ({ arrivalRate, service })));
    const mean = waits.reduce((sum, wait, k) => sum + (wait * rates[k]!) / 0.85, 0);
    expect(mean).toBeCloseTo(mg1Wait(0.85, service), 12);
  });
  it('waits as its listed chain does with two exponential exam laws', () => {
    const [first, second] = [
      { arrivalRate: 0.2, rate: 1 },
      { arrivalRate: 0.3, rate: 0.7 },
    ] as const;
    // State: waiting of each class, class in the room (0 = empty).
    const next = (a: number, b: number) => (a > 0 ? [a - 1, b, 1] : b > 0 ? [a, b - 1, 2] : [0, 0, 0]);
    const moves = ([a, b, room]: State) => [
      { to: room === 0 ? [0, 0, 1] : [a! + 1, b!, room!], rate: a! < 18 ? first.arrivalRate : 0 },
      { to: room === 0 ? [0, 0, 2] : [a!, b! + 1, room!], rate: b! < 60 ? second.arrivalRate : 0 },
      { to: next(a!, b!), rate: room === 0 ? 0 : room === 1 ? first.rate : second.rate },
    ];
    const waits = cobhamWaits([first, second].map((c) => ({ ...c, service: momentsOf(1 / c.rate, 1) })));
    expect(waits[0]).toBeCloseTo(listedChainMean([0, 0, 0], moves, ([a]) => a!) / first.arrivalRate, 6);
    expect(waits[1]).toBeCloseTo(listedChainMean([0, 0, 0], moves, ([, b]) => b!) / second.arrivalRate, 6);
  });
  it('has no steady state when the classes together reach load 1', () => {
    const service = momentsOf(1, 0);
    expect(() =>
      cobhamWaits([
        { arrivalRate: 0.5, service },
        { arrivalRate: 0.5, service },
      ]),
    ).toThrow(RangeError);
  });
});

describe('several devices with priorities', () => {
  it('is M/M/c with a single class', () => {
    expect(priorityMmcWaits([2.4], 1, 3)[0]).toBeCloseTo(mmcWait(2.4, 1, 3), 12);
  });
  it('is one device with priorities when there is one', () => {
    const service = momentsOf(1, 1);
    const cobham = cobhamWaits([0.3, 0.4].map((arrivalRate) => ({ arrivalRate, service })));
    expect(priorityMmcWaits([0.3, 0.4], 1, 1)).toEqual(cobham.map((wait) => expect.closeTo(wait, 12)));
  });
  it('waits as its listed chain does with two devices and two classes', () => {
    // State: patients in rooms, waiting of each class.
    const moves = ([rooms, a, b]: State) => [
      { to: rooms! < 2 ? [rooms! + 1, 0, 0] : [2, a! + 1, b!], rate: a! < 18 ? 0.6 : 0 },
      { to: rooms! < 2 ? [rooms! + 1, 0, 0] : [2, a!, b! + 1], rate: b! < 60 ? 0.8 : 0 },
      { to: a! > 0 ? [2, a! - 1, b!] : b! > 0 ? [2, 0, b! - 1] : [rooms! - 1, 0, 0], rate: rooms! },
    ];
    const waits = priorityMmcWaits([0.6, 0.8], 1, 2);
    expect(waits[0]).toBeCloseTo(listedChainMean([0, 0, 0], moves, ([, a]) => a!) / 0.6, 6);
    expect(waits[1]).toBeCloseTo(listedChainMean([0, 0, 0], moves, ([, , b]) => b!) / 0.8, 6);
  });
});
