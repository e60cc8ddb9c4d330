/** KN on systems whose answer is known. */
import { describe, expect, it } from 'vitest';
import { type KnTerms, selectKn } from '../../../src/stats/selection/kn.ts';
import type { SelectionStage } from '../../../src/stats/selection/outcome.ts';
import { Drawn, slippage } from './known-systems.ts';

const NORMAL = { deviation: 3, correlation: 0, logDeviation: 0 };
const TERMS = { alpha: 0.05, delta: 1, firstReplications: 10, mostReplications: 2000 };

/** KN on normal systems of these means. */
const kn = (means: readonly number[], more: Partial<KnTerms> = {}, correlation = 0, seed = 'kn') => {
  const { sample } = new Drawn({ ...NORMAL, means, correlation }, seed);
  return selectKn({ ...TERMS, systems: means.length, sample, ...more });
};

/** KN on values written down, repeated without end. */
const written = (cycles: readonly (readonly number[])[], more: Partial<KnTerms> = {}) =>
  selectKn({
    ...TERMS,
    systems: cycles.length,
    sample: async (systems, upTo) =>
      systems.map((system) => {
        const cycle = cycles[system]!;
        return Array.from({ length: upTo }, (_, n) => cycle[n % cycle.length]!);
      }),
    ...more,
  });

describe('KN chooses', () => {
  it('the smallest of means far apart, after the first replications', async () => {
    const { best, isCertified, survivors, replications } = await kn([300, 200, 100, 400]);
    expect({ best, isCertified, survivors, replications }).toEqual({
      best: 2,
      isCertified: true,
      survivors: [2],
      replications: [10, 10, 10, 10],
    });
  });

  it('by margins worked out by hand', async () => {
    // Differences of 1.5 and −0.5 in turn: S² = 10/9, and h² = 18η with η = ½(0.1^(−2/9) − 1) = 0.33405. For δ = 0.5 the pair ends
    // at h²S²/δ² = 26.7; after the first 10 the sums are 5 apart, above ¼(26.7 − 10) = 4.2.
    const pair = [[0], [1.5, -0.5]];
    const fine = await written(pair, { delta: 0.5 });
    expect([fine.best, fine.replications]).toEqual([0, [10, 10]]);
    // For δ = 0.25 it ends at 106.9, and ⅛(106.9 − n) is passed first at n = 21: 10.5, 10 and 11.5 apart at 19, 20 and 21, against
    // 10.99, 10.86 and 10.74.
    const finer = await written(pair, { delta: 0.25 });
    expect([finer.best, finer.replications]).toEqual([0, [21, 21]]);
  });

  it('the same on the same numbers', async () => {
    expect(await kn([0, 1, 1, 2])).toEqual(await kn([0, 1, 1, 2]));
  });

  it('a single competitor without playing it', async () => {
    const { best, isCertified, replications, means } = await kn([5, 3], { absent: [1] });
    expect({ best, isCertified, replications, means }).toEqual({
      best: 0,
      isCertified: true,
      replications: [0, 0],
      means: [null, null],
    });
  });

  it('no absent system, and plays none', async () => {
    const { best, replications, eliminatedAt } = await kn([300, 0, 100], { absent: [1] });
    expect({ best, replications, eliminatedAt }).toEqual({
      best: 2,
      replications: [10, 0, 10],
      eliminatedAt: [10, null, null],
    });
  });
});

describe('KN stops', () => {
  it('without a certificate where replications run out, survivors listed, smallest mean best', async () => {
    const means = [1.2, 1, 1.1, 50];
    const {
      best,
      isCertified,
      survivors,
      replications,
      means: found,
    } = await kn(means, { mostReplications: 12 });
    expect({ isCertified, survivors, replications }).toEqual({
      isCertified: false,
      survivors: [0, 1, 2],
      replications: [12, 12, 12, 10],
    });
    expect(found[best]).toBe(Math.min(...survivors.map((system) => found[system]!)));
  });

  it('never asks for more than the most replications, whatever the step', async () => {
    const asked: number[] = [];
    const { sample } = new Drawn({ ...NORMAL, means: [0, 0.1] }, 'limit');
    await selectKn({
      ...TERMS,
      systems: 2,
      step: 7,
      mostReplications: 30,
      sample: (systems, upTo) => {
        asked.push(upTo);
        return sample(systems, upTo);
      },
    });
    expect(asked).toEqual([10, 17, 24, 30]);
  });

  it('at once on systems that are the same in every replication: both stay, with a certificate', async () => {
    const { best, isCertified, survivors, replications } = await written([
      [4, 2, 7],
      [4, 2, 7],
      [9, 9, 9],
    ]);
    expect({ best, isCertified, survivors, replications }).toEqual({
      best: 0,
      isCertified: true,
      survivors: [0, 1],
      replications: [10, 10, 10],
    });
  });

  it('when a difference that never varies is seen, however small', async () => {
    const { best, isCertified, replications } = await written([
      [4.25, 2.25, 7.25],
      [4, 2, 7],
    ]);
    expect({ best, isCertified, replications }).toEqual({
      best: 1,
      isCertified: true,
      replications: [10, 10],
    });
  });

  it('with what the sampler rejects with', async () => {
    const stopped = new Error('stopped');
    await expect(kn([0, 1], { sample: async () => Promise.reject(stopped) })).rejects.toBe(stopped);
  });
});

describe('KN saves replications', () => {
  it('on common random numbers: four in five at a correlation of 0.95', async () => {
    const total = async (correlation: number) =>
      (await kn(slippage(5, 1), {}, correlation)).replications.reduce((sum, n) => sum + n, 0);
    expect(await total(0.95)).toBeLessThan(0.2 * (await total(0)));
  });

  it('by dropping systems long before the last', async () => {
    const { eliminatedAt, replications } = await kn([0, 1, 6]);
    expect(eliminatedAt[2]).toBe(10);
    expect(replications[0]).toBeGreaterThan(20);
    expect(eliminatedAt[0]).toBeNull();
  });
});

describe('KN tells', () => {
  it('each stage: who is left, who went, who leads, when it ends', async () => {
    const stages: SelectionStage[] = [];
    const { best, stages: count } = await kn([0, 1, 6], { step: 5, onStage: (stage) => stages.push(stage) });
    expect(stages.length).toBe(count);
    expect(stages[0]!.replications).toBe(10);
    expect(stages[0]!.eliminated).toEqual([2]);
    expect(stages[1]!.replications).toBe(15);
    const last = stages.at(-1)!;
    expect(last.survivors).toEqual([best]);
    expect(last.leader).toBe(best);
    expect(last.replications).toBeLessThanOrEqual(stages[0]!.endsBy + 5);
  });
});

describe('KN refuses', () => {
  it.each<[string, Partial<KnTerms>]>([
    ['no system', { systems: 0 }],
    ['only absent systems', { absent: [0, 1] }],
    ['an absent system that is none', { absent: [2] }],
    ['a delta of 0', { delta: 0 }],
    ['a delta that is no number', { delta: Number.NaN }],
    ['an alpha of 0', { alpha: 0 }],
    ['an alpha of one half', { alpha: 0.5 }],
    ['one first replication', { firstReplications: 1 }],
    ['fewer replications at most than at first', { mostReplications: 9 }],
    ['a step of 0', { step: 0 }],
    ['a value that is no number', { sample: async () => [Array(10).fill(1), Array(10).fill(Number.NaN)] }],
    ['too few values', { sample: async () => [Array(10).fill(1), Array(9).fill(1)] }],
    ['a system without values', { sample: async () => [Array(10).fill(1)] }],
  ])('%s', async (_, more) => {
    await expect(kn([0, 1], more)).rejects.toThrow(RangeError);
  });
});
