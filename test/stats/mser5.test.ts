import { expect, test } from 'vitest';
import { openStream } from '../../src/engine/streams.ts';
import { mser5Truncation } from '../../src/stats/mser5.ts';

/** An AR(1) series of coefficient 0.7 around 0, with a transient that starts at `height` and fades with `time`. */
function series(length: number, height: number, time: number, seed: number): number[] {
  const draw = openStream(seed, 'ar1');
  let x = 0;
  return Array.from({ length }, (_, i) => {
    x = 0.7 * x + (draw() - 0.5);
    return x + height * Math.exp(-i / time);
  });
}

test('a constant series needs no truncation', () => {
  expect(mser5Truncation(new Array(100).fill(0.1))).toMatchObject({ truncation: 0, refused: false });
});

test('a step at the start is cut off exactly', () => {
  const steps = [...new Array(15).fill(9), ...new Array(85).fill(1)];
  expect(mser5Truncation(steps)).toMatchObject({ truncation: 15, refused: false });
});

test('a step inside a batch takes the whole batch', () => {
  const steps = [...new Array(12).fill(9), ...new Array(88).fill(1)];
  expect(mser5Truncation(steps).truncation).toBe(15);
});

test('the warm-up of an autoregressive series is cut where its transient has faded', () => {
  const cuts = Array.from(
    { length: 20 },
    (_, seed) => mser5Truncation(series(1000, 20, 20, seed)).truncation,
  );
  // 20·exp(−i/20) falls below the noise, sd about 0.4, near i = 80.
  for (const cut of cuts) {
    expect(cut).toBeGreaterThanOrEqual(50);
    expect(cut).toBeLessThanOrEqual(250);
  }
});

test('a stationary autoregressive series loses little', () => {
  const cuts = Array.from({ length: 20 }, (_, seed) => mser5Truncation(series(1000, 0, 1, seed)).truncation);
  expect(cuts.filter((cut) => cut <= 250).length).toBeGreaterThanOrEqual(15);
});

test('a series that never settles is refused', () => {
  const trend = Array.from({ length: 200 }, (_, i) => i);
  expect(mser5Truncation(trend).refused).toBe(true);
});

test('a transient longer than half of the run is refused, with the cut that it would take', () => {
  const steps = [...new Array(60).fill(9), ...new Array(40).fill(1)];
  expect(mser5Truncation(steps)).toMatchObject({ truncation: 60, refused: true });
});

test('a transient of exactly half of the run is accepted', () => {
  const steps = [...new Array(50).fill(9), ...new Array(50).fill(1)];
  expect(mser5Truncation(steps)).toMatchObject({ truncation: 50, refused: false });
});

test('a chance agreement of the last four batches does not win', () => {
  const noise = series(100, 0, 1, 3).slice(0, 80);
  expect(mser5Truncation([...noise, ...new Array(20).fill(0)]).truncation).toBeLessThanOrEqual(75);
});

test('a series of fewer than ten batches is too short to tell', () => {
  expect(mser5Truncation(new Array(49).fill(1))).toMatchObject({ truncation: 0, refused: true });
});

test('the batch length can be changed', () => {
  const steps = [9, 9, 9, ...new Array(47).fill(1)];
  expect(mser5Truncation(steps, 1).truncation).toBe(3);
});
