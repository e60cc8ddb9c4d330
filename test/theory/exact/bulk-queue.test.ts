import { describe, expect, it } from 'vitest';
import { bulkQueueMean, bulkQueueMeanByRoots, bulkQueueMeanBySpitzer } from './bulk-queue.ts';

describe('the bulk-service queue', () => {
  it.each([
    [3, 2.97],
    [20, 19],
    [50, 49.5],
    [7, 3],
  ])('has the same mean by elimination and by roots with %d places and %d requests', (places, requests) => {
    expect(bulkQueueMean(places, requests) / bulkQueueMeanByRoots(places, requests)).toBeCloseTo(1, 9);
  });
  it('has the same mean by Spitzer’s identity', () => {
    expect(bulkQueueMeanBySpitzer(10, 9)).toBeCloseTo(bulkQueueMeanByRoots(10, 9), 9);
  });
  it('is the queue of M/D/1 with one place', () => {
    // Pollaczek–Khinchine with exams of fixed length: λ²/(2(1 − λ)).
    expect(bulkQueueMean(1, 0.8)).toBeCloseTo(0.8 ** 2 / (2 * 0.2), 11);
  });
  it('has no steady state at load 1', () => {
    expect(() => bulkQueueMeanByRoots(5, 5)).toThrow(RangeError);
  });
});
