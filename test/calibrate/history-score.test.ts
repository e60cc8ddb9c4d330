import { describe, expect, it } from 'vitest';
import { distanceOf, judged, scoreOf } from '../../src/calibrate/history-score.ts';
import type { Prediction } from '../../src/calibrate/history-types.ts';
import type { HistoryObservation } from '../../src/model/results/results.ts';

const said: Prediction = {
  id: 'ct-1',
  kind: 'prediction',
  unit: 'patients-an-hour',
  model: { mean: 10, low: 10, high: 10, n: 4 },
  assumption: { low: 7, high: 12, sets: 40 },
};
const seen = (value: number | null, half: number | null = null): HistoryObservation => ({
  value,
  low: value === null || half === null ? null : value - half,
  high: value === null || half === null ? null : value + half,
  source: { en: 'x', fr: 'x' },
});

describe('the distance between model and observation', () => {
  it('counts the side of the assumption interval that faces the observation', () => {
    expect(distanceOf(said, seen(4))).toBe(2);
    expect(distanceOf(said, seen(16))).toBe(3);
  });

  it('adds the uncertainty of the observation by squares', () => {
    expect(distanceOf(said, seen(5, 4))).toBe(1);
  });

  it('adds the simulation’s by squares too', () => {
    const noisy = { ...said, model: { mean: 10, low: 6, high: 14, n: 4 } };
    expect(distanceOf(noisy, seen(5))).toBe(1);
  });

  it('takes nothing from an interval that lies behind', () => {
    const behind = { ...said, assumption: { low: 11, high: 12, sets: 40 } };
    expect(distanceOf(behind, seen(5, 5))).toBe(1);
  });

  it('is zero where both agree', () => {
    expect(distanceOf({ ...said, assumption: null }, seen(10))).toBe(0);
  });

  it('is not known where the observation is a range only', () => {
    expect(distanceOf(said, seen(null))).toBeNull();
  });
});

describe('a verdict', () => {
  it('is inside up to the tolerance, outside beyond', () => {
    expect(judged(said, seen(7)).verdict).toBe('inside');
    expect(judged(said, seen(6.9)).verdict).toBe('outside');
  });

  it('is not given to an inversion, nor without an observation', () => {
    expect(judged({ ...said, kind: 'inversion' }, seen(10)).verdict).toBeNull();
    expect(judged(said, null).verdict).toBeNull();
  });

  it('is not comparable where the observation served to choose the ranges', () => {
    expect(judged({ ...said, id: 'two-years' }, seen(10)).verdict).toBe('not-comparable');
  });
});

it('counts predictions only', () => {
  const claims = [
    judged(said, seen(10)),
    judged(said, seen(0)),
    judged({ ...said, kind: 'second-reading' }, seen(10)),
    judged({ ...said, kind: 'inversion' }, null),
    judged({ ...said, id: 'two-years' }, seen(null)),
  ];
  expect(scoreOf(claims)).toEqual({ inside: 1, outside: 1, notComparable: 1 });
});
