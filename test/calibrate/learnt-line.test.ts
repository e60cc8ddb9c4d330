import { describe, expect, it } from 'vitest';
import { LearntLine, STRIDE } from '../../src/calibrate/learnt-line.ts';
import { SOLVE_TOLERANCE } from '../../src/calibrate/solve.ts';

const SLOPES = { first: 10, least: 1, most: 15 };

describe('LearntLine', () => {
  it('takes its first step by the slope stated', () => {
    expect(new LearntLine(SLOPES).step(0, 5, 7)).toBeCloseTo(0.2, 12);
  });

  it('comes within the tolerance of a delay in six steps on a line of another slope', () => {
    const line = new LearntLine(SLOPES);
    const y = (x: number) => 5 + 4 * x;
    let x = 0;
    for (let step = 0; step < 6; step++) x += line.step(x, y(x), 6);
    expect(Math.abs(y(x) - 6)).toBeLessThan(SOLVE_TOLERANCE.delayDays);
  });

  it('never moves by more than a stride', () => {
    expect(new LearntLine(SLOPES).step(0, 0, 100)).toBe(STRIDE);
    expect(new LearntLine(SLOPES).step(0, 100, 0)).toBe(-STRIDE);
  });

  it('wanders less than single values when answers are noisy', () => {
    // A flat stretch of noise around the value wanted: each value alone would ask for a step of 0.1.
    const line = new LearntLine(SLOPES);
    const steps = [1, -1, 1, -1, 1, -1].map((noise) => line.step(0, 5 + noise, 5));
    expect(Math.abs(steps.at(-1)!)).toBeLessThan(0.05);
  });
});
