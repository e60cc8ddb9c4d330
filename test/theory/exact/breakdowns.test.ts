import { describe, expect, it } from 'vitest';
import {
  calendarFailureWait,
  restartedExponentialService,
  restartedService,
  resumedService,
  workingFailureWait,
} from './breakdowns.ts';
import { mm1Wait, momentsOf } from './queues.ts';
import { listedChainMean, type State } from './steady-state.ts';

const arrivalRate = 0.5;
const serviceRate = 1;
const service = momentsOf(1 / serviceRate, 1);
// Repairs of two exponential stages of rate 2: mean 1, coefficient of variation √½.
const failures = { rate: 0.3, repair: momentsOf(1, Math.SQRT1_2) };

/** Mean wait to the first room entry: time in system by the listed chain (patients, repair stages left), less the completion time. */
function listedWait(failsWhenIdle: boolean): number {
  const moves = ([n, repair]: State) => [
    { to: [n! + 1, repair!], rate: n! < 150 ? arrivalRate : 0 },
    { to: [n! - 1, 0], rate: repair === 0 && n! > 0 ? serviceRate : 0 },
    { to: [n!, 2], rate: repair === 0 && (failsWhenIdle || n! > 0) ? failures.rate : 0 },
    { to: [n!, repair! - 1], rate: repair! > 0 ? 2 : 0 },
  ];
  const present = listedChainMean([0, 0], moves, ([n]) => n!);
  return present / arrivalRate - resumedService(service, failures).mean;
}

describe('exams resumed after a breakdown', () => {
  it('wait as the listed chain says when the device fails at work only', () => {
    expect(workingFailureWait(arrivalRate, resumedService(service, failures))).toBeCloseTo(
      listedWait(false),
      8,
    );
  });
  it('wait as the listed chain says when the device fails idle or not', () => {
    const wait = calendarFailureWait(arrivalRate, resumedService(service, failures), failures);
    expect(wait).toBeCloseTo(listedWait(true), 8);
  });
  it('wait as in M/M/1 when the device never fails', () => {
    const never = { rate: 0, repair: failures.repair };
    expect(calendarFailureWait(0.5, resumedService(service, never), never)).toBeCloseTo(mm1Wait(0.5, 1), 12);
  });
  it('have no steady state when repairs fill the room', () => {
    const often = { rate: 1, repair: momentsOf(1, 0) };
    expect(() => workingFailureWait(0.5, resumedService(service, often))).toThrow(RangeError);
  });
});

describe('exams restarted after a breakdown', () => {
  it('take a geometric number of cut attempts and repairs, then the exam', () => {
    const s = 0.8;
    const { rate, repair } = failures;
    const through = Math.exp(-rate * s);
    // An attempt cut short lasts an exponential below s.
    const cutMean = 1 / rate - (s * through) / (1 - through);
    const cutSquare = (2 / rate ** 2 - through * (s * s + (2 * s) / rate + 2 / rate ** 2)) / (1 - through);
    const roundMean = cutMean + repair.mean;
    const roundVariance = cutSquare - cutMean ** 2 + repair.secondMoment - repair.mean ** 2;
    const rounds = (1 - through) / through;
    const mean = s + rounds * roundMean;
    const variance = rounds * roundVariance + ((1 - through) / through ** 2) * roundMean ** 2;
    const completion = restartedService([{ duration: s, probability: 1 }], failures);
    expect(completion.mean).toBeCloseTo(mean, 12);
    expect(completion.secondMoment).toBeCloseTo(variance + mean ** 2, 12);
  });
  it('with exponential durations are the limit of many atoms', () => {
    const atoms = Array.from({ length: 60_000 }, (_, i) => {
      const duration = (i + 0.5) / 1000;
      return { duration, probability: Math.exp(-duration) * 2 * Math.sinh(1 / 2000) };
    });
    const exact = restartedExponentialService(1, failures);
    const summed = restartedService(atoms, failures);
    expect(summed.mean).toBeCloseTo(exact.mean, 5);
    expect(summed.secondMoment / exact.secondMoment).toBeCloseTo(1, 5);
  });
  it('are resumed exams when failures are rare', () => {
    const rare = { rate: 1e-4, repair: failures.repair };
    const restarted = restartedExponentialService(1, rare);
    const resumed = resumedService(service, rare);
    // A restart repeats E[S²]/2 = 1 of lost work on average, a failure.
    expect(restarted.mean - resumed.mean).toBeCloseTo(1e-4, 7);
  });
  it('have no second moment when failures come faster than half the exams', () => {
    expect(() => restartedExponentialService(1, { ...failures, rate: 0.5 })).toThrow(RangeError);
  });
});
