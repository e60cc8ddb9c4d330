import { describe, expect, it } from 'vitest';
import {
  BIAS,
  holds,
  LONGER_EXAMS,
  MORE_REQUESTS,
  measuredOf,
  runReplications,
  stretched,
  theoryScenario,
  verdictOn,
} from './harness.ts';

describe('a measured mean', () => {
  it('has the standard error s/√n', () => {
    // Ten values 9 and ten values 11: s² = 20/19.
    const values = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 9 : 11));
    expect(measuredOf(values)).toEqual({ mean: 10, standardError: expect.closeTo(Math.sqrt(1 / 19), 12) });
  });
  it('asks for ten replications', () => {
    expect(() => measuredOf([1, 2, 3])).toThrow(RangeError);
  });
  it('asks for a value in each replication', () => {
    expect(() => measuredOf([...new Array(19).fill(1), Number.NaN])).toThrow(RangeError);
  });
});

describe('a comparison with an exact value', () => {
  it('agrees up to four standard errors', () => {
    expect(verdictOn({ mean: 100.19, standardError: 0.05 }, 100)).toBe('agrees');
  });
  it('differs beyond four standard errors, below as above', () => {
    expect(verdictOn({ mean: 100.21, standardError: 0.05 }, 100)).toBe('differs');
    expect(verdictOn({ mean: 99.79, standardError: 0.05 }, 100)).toBe('differs');
  });
  it('does not pass for want of precision', () => {
    expect(holds({ mean: 100, standardError: 0.71 }, 100)).toBe(false);
    expect(holds({ mean: 100, standardError: 0.69 }, 100)).toBe(true);
  });
  it('is content with less precision where that is said', () => {
    expect(holds({ mean: 100, standardError: 2.9 }, 100, 0.03)).toBe(true);
  });
});

describe('a biased input', () => {
  const scenario = theoryScenario('mm1');
  it('asks for 3 % more requests', () => {
    expect(MORE_REQUESTS.change(scenario).flows[0]!.perWeek).toBeCloseTo(201.6 * BIAS, 9);
  });
  it('has exams 3 % longer', () => {
    expect(LONGER_EXAMS.change(scenario).flows[0]!.durations).toEqual({
      law: 'exponential',
      mean: 1800 * BIAS,
    });
  });
  it('leaves the scenario itself as it was', () => {
    LONGER_EXAMS.change(scenario);
    expect(scenario.flows[0]!.durations).toEqual({ law: 'exponential', mean: 1800 });
  });
  it('stretches the values of an empirical law, not their weights', () => {
    const law = { law: 'empirical', values: [1, 2], weights: [3, 4], interpolate: false } as const;
    expect(stretched(law, 2)).toEqual({ ...law, values: [2, 4] });
  });
});

describe('replications', () => {
  const exams = (weeks: number, warmupWeeks: number) =>
    runReplications(theoryScenario('mm1'), { weeks, warmupWeeks, replications: 3 }, (one) => {
      const { tally, offsets } = one.tallyOf('scanner');
      return tally[offsets.done + 3]!;
    });
  it('differ from seed to seed', () => {
    expect(new Set(exams(20, 0)).size).toBe(3);
  });
  it('leave out what was done in the warm-up', () => {
    const whole = exams(20, 0);
    const first = exams(8, 0);
    expect(exams(20, 8)).toEqual(whole.map((count, i) => count - first[i]!));
  });
  it('refuse a warm-up longer than half of the run', () => {
    expect(() => exams(10, 6)).toThrow(RangeError);
  });
});
