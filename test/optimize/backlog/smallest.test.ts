import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestFor } from '../../../src/optimize/backlog/smallest.ts';

const count = fc.integer({ min: 1, max: 300 });

describe('smallestFor', () => {
  it('finds the first number that holds, from any guess, and null where none does', async () => {
    await fc.assert(
      fc.asyncProperty(
        count,
        fc.integer({ min: -5, max: 400 }),
        fc.integer({ min: 1, max: 320 }),
        async (most, guess, first) => {
          expect(await smallestFor(most, guess, async (n) => n >= first)).toBe(first > most ? null : first);
        },
      ),
    );
  });

  it('tries no number twice, and few of them', async () => {
    await fc.assert(
      fc.asyncProperty(count, count, count, async (most, guess, first) => {
        const tried: number[] = [];
        await smallestFor(most, guess, async (n) => {
          tried.push(n);
          return n >= first;
        });
        expect(new Set(tried).size).toBe(tried.length);
        expect(tried.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(most + 1)) + 2);
      }),
    );
  });

  it('needs two trials where the guess is right', async () => {
    let trials = 0;
    await smallestFor(52, 9, async (n) => {
      trials += 1;
      return n >= 9;
    });
    expect(trials).toBe(2);
  });

  it('has nothing to try where there is no number', async () => {
    expect(await smallestFor(0, 1, async () => true)).toBeNull();
  });
});
