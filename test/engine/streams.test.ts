import { expect, test } from 'vitest';
import { openStream, StreamSet } from '../../src/engine/streams.ts';

function take(stream: () => number, n: number): number[] {
  return Array.from({ length: n }, () => stream());
}

/** Pearson's correlation of two samples of uniform numbers, times √n: about standard normal when unrelated. */
function correlationScore(a: readonly number[], b: readonly number[]): number {
  const sum = a.reduce((total, x, i) => total + (x - 0.5) * (b[i]! - 0.5), 0);
  return (12 * sum) / Math.sqrt(a.length);
}

test('the first draws of a named stream never change', () => {
  expect(take(openStream(1, 'ct.A', 'gap'), 4)).toEqual([
    0.26728634675964713, 0.5719277793541551, 0.7880947317462415, 0.5471522922161967,
  ]);
});

test('draws are multiples of 2^−32 in [0, 1)', () => {
  for (const u of take(openStream('seed', 'a'), 2000)) {
    expect(u).toBeGreaterThanOrEqual(0);
    expect(u).toBeLessThan(1);
    expect(Number.isInteger(u * 2 ** 32)).toBe(true);
  }
});

test('opening a stream twice starts it twice, each with a state of its own', () => {
  const first = openStream(1, 'a');
  const wanted = take(openStream(1, 'a'), 3);
  take(openStream(1, 'a'), 10);
  expect(take(first, 3)).toEqual(wanted);
});

test('a number and the same number as text are the same seed', () => {
  expect(take(openStream(7, 'a'), 3)).toEqual(take(openStream('7', 'a'), 3));
});

test('names are not run together', () => {
  expect(openStream(1, 'a', 'bc')()).not.toBe(openStream(1, 'ab', 'c')());
});

test('another seed gives another stream', () => {
  expect(openStream(1, 'a')()).not.toBe(openStream(2, 'a')());
});

test('streams of neighbouring names are uncorrelated', () => {
  const streams = Array.from({ length: 60 }, (_, i) => take(openStream(1, `flow${i}`, 'gap'), 4000));
  const scores = streams.slice(1).map((stream, i) => Math.abs(correlationScore(streams[i]!, stream)));
  // The greatest of 59 standard normal scores exceeds 4.5 once in 2500 seeds; this seed is fixed.
  expect(Math.max(...scores)).toBeLessThan(4.5);
});

test('the first draws of neighbouring names are uniform and uncorrelated', () => {
  const firsts = Array.from({ length: 6400 }, (_, i) => openStream(1, `replication ${i}`, 'flow')());
  const counts = new Array<number>(64).fill(0);
  for (const u of firsts) counts[Math.floor(u * 64)]! += 1;
  const chiSquare = counts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
  expect(chiSquare).toBeLessThan(110); // 63 degrees of freedom: 1 − 2e-4
  expect(Math.abs(correlationScore(firsts.slice(1), firsts.slice(0, -1)))).toBeLessThan(4);
});

test('successive draws of a stream are uncorrelated', () => {
  const draws = take(openStream(5, 'a'), 20_000);
  for (const lag of [1, 2, 3]) {
    expect(Math.abs(correlationScore(draws.slice(lag), draws.slice(0, -lag)))).toBeLessThan(4);
  }
});

test('a set of streams gives what each of them gives alone, in whatever order they are drawn from', () => {
  const set = new StreamSet(3);
  set.open(0, 1, 'ct.A', 'gap');
  set.open(2, 1, 'ct.A', 'exam');
  const together = Array.from({ length: 20_000 }, (_, i) => set.next(i % 4 === 0 ? 0 : 2));
  const gaps = openStream(1, 'ct.A', 'gap');
  const exams = openStream(1, 'ct.A', 'exam');
  expect(together).toEqual(together.map((_, i) => (i % 4 === 0 ? gaps() : exams())));
});

test('a stream of a set that was not opened gives zeros', () => {
  expect(take(() => new StreamSet(2).next(1), 3)).toEqual([0, 0, 0]);
});
