import { describe, expect, it } from 'vitest';
import {
  atomsOnGrid,
  convolved,
  discretised,
  erlangCdf,
  exponentialCdf,
  gridIndex,
  lognormalCdf,
} from './grid-law.ts';
import { discretisedSession, erlangSession, gridSession, type Session } from './sessions.ts';

/** Bailey's rule with unequal slots at the end: two patients at the opening, then 15 min apart, then 25. */
const MORNING: Session = {
  appointmentSeconds: [0, 0, 900, 1800, 2700, 3600, 5100, 6600],
  absentProbability: 0.15,
  endSeconds: 8100,
};

describe('a session with exam durations of a few values', () => {
  it('has the means of all its outcomes listed one by one', () => {
    const session = { appointmentSeconds: [0, 300, 480, 1200], absentProbability: 0.2, endSeconds: 1500 };
    const [values, chances] = [
      [120, 420, 1080],
      [0.5, 0.3, 0.2],
    ] as const;
    const outcomes = [
      { duration: 0, chance: 0.2 },
      ...values.map((duration, i) => ({ duration, chance: 0.8 * chances[i]! })),
    ];
    const waits = [0, 0, 0, 0];
    let overtime = 0;
    const visit = (patient: number, chance: number, freeAt: number) => {
      if (patient === 4) {
        overtime += chance * Math.max(0, freeAt - 1500);
        return;
      }
      const at = session.appointmentSeconds[patient]!;
      const start = Math.max(at, freeAt);
      waits[patient]! += chance * (start - at);
      for (const outcome of outcomes) {
        // An absent patient leaves the room as it was.
        visit(
          patient + 1,
          chance * outcome.chance,
          outcome.duration === 0 ? freeAt : start + outcome.duration,
        );
      }
    };
    visit(0, 1, 0);
    const exact = gridSession(session, atomsOnGrid(values, chances, 60));
    exact.waitSeconds.forEach((wait, i) => {
      expect(wait).toBeCloseTo(waits[i]!, 10);
    });
    expect(exact.overtimeSeconds).toBeCloseTo(overtime, 10);
  });
  it('waits for nobody when nobody comes', () => {
    const { meanWaitSeconds, overtimeSeconds } = gridSession(
      { ...MORNING, absentProbability: 1 },
      atomsOnGrid([900], [1], 60),
    );
    expect([meanWaitSeconds, overtimeSeconds]).toEqual([0, 0]);
  });
  it('runs over by what fixed exams exceed the time by', () => {
    const session = { appointmentSeconds: [0, 600, 1200], absentProbability: 0, endSeconds: 1800 };
    const exact = gridSession(session, atomsOnGrid([720], [1], 60));
    expect(exact).toEqual({ waitSeconds: [0, 120, 240], meanWaitSeconds: 120, overtimeSeconds: 360 });
  });
  it('refuses appointments out of order', () => {
    const session = { appointmentSeconds: [600, 0], absentProbability: 0, endSeconds: 1800 };
    expect(() => gridSession(session, atomsOnGrid([60], [1], 60))).toThrow(RangeError);
  });
  it('refuses a planned end before the last appointment', () => {
    const session = { appointmentSeconds: [0, 600], absentProbability: 0, endSeconds: 540 };
    expect(() => erlangSession(session, 60, 1)).toThrow(RangeError);
  });
});

describe('a session with exponential or Erlang exams', () => {
  it.each([
    ['exponential', 1, exponentialCdf(900)],
    ['Erlang of 4 stages', 4, erlangCdf(900, 4)],
  ] as const)('has the same means by stages and by a grid: %s', (_, stages, cdf) => {
    const byStages = erlangSession(MORNING, 900, stages);
    const byGrid = discretisedSession(MORNING, cdf, 5);
    expect(byGrid.gridErrorSeconds).toBeLessThan(0.01);
    byGrid.waitSeconds.forEach((wait, i) => {
      expect(wait).toBeCloseTo(byStages.waitSeconds[i]!, 2);
    });
    expect(byGrid.overtimeSeconds).toBeCloseTo(byStages.overtimeSeconds, 2);
  });
  it('runs over by the memoryless remainder of a single exam', () => {
    const session = { appointmentSeconds: [0], absentProbability: 0.1, endSeconds: 600 };
    expect(erlangSession(session, 900, 1).overtimeSeconds).toBeCloseTo(0.9 * 900 * Math.exp(-600 / 900), 9);
  });
  it('waits a whole exam of the first patient at a double appointment, if they come', () => {
    expect(erlangSession(MORNING, 900, 3).waitSeconds[1]).toBeCloseTo(0.85 * 900, 9);
  });
});

describe('a session with lognormal exams', () => {
  it('moves by less than a hundredth of a second when a grid of 10 s is halved', () => {
    expect(discretisedSession(MORNING, lognormalCdf(900, 0.6), 10).gridErrorSeconds).toBeLessThan(0.01);
  });
  it('runs over by the partial expectation of a single exam', () => {
    // E[(S − T)⁺] of a lognormal, mean 900 and σ² = ln(1.36), by Simpson's rule over the normal variable.
    const sigma = Math.sqrt(Math.log(1.36));
    const mu = Math.log(900) - sigma ** 2 / 2;
    const from = (Math.log(600) - mu) / sigma;
    const f = (z: number) =>
      ((Math.exp(mu + sigma * z) - 600) * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
    let sum = 0;
    for (let i = 0; i <= 4000; i++) {
      sum += (i === 0 || i === 4000 ? 1 : i % 2 === 1 ? 4 : 2) * f(from + (i * 12) / 4000);
    }
    const session = { appointmentSeconds: [0], absentProbability: 0, endSeconds: 600 };
    const exact = discretisedSession(session, lognormalCdf(900, 0.6), 2);
    expect(exact.overtimeSeconds).toBeCloseTo((sum * 12) / 4000 / 3, 3);
  });
});

describe('laws on a grid', () => {
  it('add up the same by Fourier transform as term by term', () => {
    const law = discretised(lognormalCdf(900, 0.6), 60).mass;
    const sum = convolved(law, law);
    const direct = new Float64Array(2 * law.length - 1);
    law.forEach((p, i) => {
      law.forEach((q, j) => {
        direct[i + j]! += p * q;
      });
    });
    expect(law.length).toBeGreaterThan(32);
    sum.subarray(0, sum.length - 1).forEach((p, k) => {
      expect(Math.abs(p - direct[k]!)).toBeLessThan(1e-15);
    });
  });
  it('keep mean and coefficient of variation of a lognormal', () => {
    const { mass } = discretised(lognormalCdf(900, 0.6), 1);
    const mean = mass.reduce((sum, p, k) => sum + p * k, 0);
    const variance = mass.reduce((sum, p, k) => sum + p * (k - mean) ** 2, 0);
    expect(mean).toBeCloseTo(900, 4);
    // Rounding to the second adds 1/12.
    expect(variance - 1 / 12).toBeCloseTo((0.6 * 900) ** 2, 1);
  });
  it('refuse a duration between two points', () => {
    expect(() => gridIndex(90, 60)).toThrow(RangeError);
  });
});
