import { describe, expect, it } from 'vitest';
import { erlangC, mmcWait } from './queues.ts';
import { renegingQueue } from './reneging.ts';
import { listedChainMean, type State } from './steady-state.ts';

/** Integral by Simpson's rule on an even number of intervals. */
function integral(f: (x: number) => number, to: number, intervals: number): number {
  const step = to / intervals;
  let sum = f(0) + f(to);
  for (let i = 1; i < intervals; i++) sum += (i % 2 === 1 ? 4 : 2) * f(i * step);
  return (sum * step) / 3;
}

describe('waiting patients who may leave', () => {
  it('abandons exp(−1) at rates all equal to 1: the patients present are then Poisson', () => {
    // P(abandon) = E[(n − 1)⁺] for n Poisson of mean 1 = E[n] − P(n > 0).
    expect(renegingQueue(1, 1, 1, 1).abandoned).toBeCloseTo(Math.exp(-1), 12);
  });
  it('abandons and queues as its listed chain does with three devices under overload', () => {
    const moves = ([n]: State) => [
      { to: [n! + 1], rate: n! < 120 ? 4 : 0 },
      { to: [n! - 1], rate: Math.min(n!, 3) + 0.5 * Math.max(0, n! - 3) },
    ];
    const queue = listedChainMean([0], moves, ([n]) => Math.max(0, n! - 3));
    const result = renegingQueue(4, 1, 3, 0.5);
    expect(result.waitOfAll).toBeCloseTo(queue / 4, 9);
    expect(result.abandoned).toBeCloseTo((0.5 * queue) / 4, 9);
  });
  it('keeps the served waiting as the density of the offered wait says', () => {
    // Offered wait V of M/M/1+M: density λp0·exp(λ(1 − exp(−θx))/θ − μx), mass p0 at 0 (Baccelli & Hebuterne 1981);
    // a patient is served when patience exceeds V, with probability exp(−θV).
    const [arrivalRate, serviceRate, theta] = [1.2, 1, 0.4];
    const density = (x: number) =>
      arrivalRate * Math.exp((arrivalRate * -Math.expm1(-theta * x)) / theta - serviceRate * x);
    const mass = 1 + integral(density, 60, 20_000);
    const served = (1 + integral((x) => density(x) * Math.exp(-theta * x), 60, 20_000)) / mass;
    const servedWait = integral((x) => x * density(x) * Math.exp(-theta * x), 60, 20_000) / mass / served;
    const result = renegingQueue(arrivalRate, serviceRate, 1, theta);
    expect(result.waitOfServed).toBeCloseTo(servedWait, 9);
    expect(result.abandoned).toBeCloseTo(1 - served, 9);
  });
  it('averages the served and those who leave to all', () => {
    const { abandoned, waitOfAll, waitOfServed, waitOfAbandoned } = renegingQueue(5, 1, 4, 0.3);
    expect((1 - abandoned) * waitOfServed + abandoned * waitOfAbandoned).toBeCloseTo(waitOfAll, 12);
  });
  it('tends to M/M/c when patience is endless', () => {
    const result = renegingQueue(2.4, 1, 3, 1e-9);
    expect(result.waitOfServed).toBeCloseTo(mmcWait(2.4, 1, 3), 6);
    expect(result.delayed).toBeCloseTo(erlangC(3, 2.4), 6);
  });
  it('refuses patients who never leave', () => {
    expect(() => renegingQueue(1, 1, 1, 0)).toThrow(RangeError);
  });
});
