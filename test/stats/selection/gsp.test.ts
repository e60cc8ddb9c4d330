/** GSP on systems whose answer is known. */
import { describe, expect, it } from 'vitest';
import { rinottConstant } from '../../../src/stats/selection/constants.ts';
import { type GspTerms, selectGsp } from '../../../src/stats/selection/gsp.ts';
import { Drawn } from './known-systems.ts';

const NORMAL = { deviation: 3, correlation: 0, logDeviation: 0 };
const TERMS = {
  alpha: 0.05,
  delta: 1,
  firstReplications: 20,
  mostReplications: 5000,
  screenings: 5,
  batch: 20,
};

const gsp = (means: readonly number[], more: Partial<GspTerms> = {}, deviation = 3) => {
  const { sampleEach: sample } = new Drawn({ ...NORMAL, deviation, means }, 'gsp');
  return selectGsp({ ...TERMS, systems: means.length, sample, ...more });
};

describe('GSP chooses', () => {
  it('the smallest of means far apart, after the first replications', async () => {
    const { best, isCertified, replications } = await gsp([300, 200, 100]);
    expect({ best, isCertified, replications }).toEqual({
      best: 2,
      isCertified: true,
      replications: [20, 20, 20],
    });
  });

  it('among equal systems after as many replications as Rinott asks', async () => {
    const seen: number[][] = [];
    const drawn = new Drawn({ ...NORMAL, means: [0, 0] }, 'gsp');
    const { isCertified, survivors, replications } = await selectGsp({
      ...TERMS,
      systems: 2,
      screenings: 1,
      sample: (systems, upTo) => {
        seen.push([...upTo]);
        return drawn.sampleEach(systems, upTo);
      },
    });
    const h = rinottConstant(2, 0.025, 20);
    const needed = drawn.series.map((values) => {
      const first = values.slice(0, 20);
      const mean = first.reduce((sum, value) => sum + value, 0) / 20;
      const variance = first.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 19;
      return Math.ceil(h * h * variance);
    });
    expect(isCertified).toBe(true);
    expect(survivors).toEqual([0, 1]);
    expect(replications).toEqual(needed);
    expect(seen.at(-1)).toEqual(needed);
  });

  it('the same on the same numbers', async () => {
    expect(await gsp([0, 1, 1, 2])).toEqual(await gsp([0, 1, 1, 2]));
  });

  it('a single competitor without playing it, and no absent one', async () => {
    const { best, isCertified, replications } = await gsp([5, 3], { absent: [1] });
    expect({ best, isCertified, replications }).toEqual({ best: 0, isCertified: true, replications: [0, 0] });
  });

  it('one of systems that never vary, the smaller at once', async () => {
    const { best, isCertified, replications } = await gsp([2, 1, 1], {}, 0);
    expect({ best, isCertified, replications: replications[0] }).toEqual({
      best: 1,
      isCertified: true,
      replications: 20,
    });
  });
});

describe('GSP plays', () => {
  it('longer batches of what varies more', async () => {
    const asked: number[][] = [];
    const series = new Drawn({ ...NORMAL, means: [0, 0] }, 'batches').upTo(5000);
    await selectGsp({
      ...TERMS,
      systems: 2,
      screenings: 1,
      sample: async (systems, upTo) => {
        asked.push([...upTo]);
        return systems.map((system) => series[system]!.map((value) => (system === 1 ? 3 * value : value)));
      },
    });
    // First, the first screening of the same 20, then a batch each: 40 together, as 1 to about 3.
    const [small, large] = asked[2]!.map((n) => n - 20);
    expect(small! + large!).toBeGreaterThanOrEqual(40);
    expect(small! + large!).toBeLessThanOrEqual(42);
    expect(large! / small!).toBeGreaterThan(2);
  });

  it('fewer replications of what is screened out', async () => {
    const { replications, eliminatedAt } = await gsp([0, 3, 20]);
    expect(eliminatedAt[2]).toBe(20);
    expect(replications[2]).toBe(20);
    expect(replications[0]).toBeGreaterThan(20);
    expect(eliminatedAt[0]).toBeNull();
  });

  it('no more than the most replications, and then certifies nothing', async () => {
    const { isCertified, replications } = await gsp([0, 0.2, 0.1], { mostReplications: 60 });
    expect(isCertified).toBe(false);
    expect(replications).toEqual([60, 60, 60]);
  });
});

describe('GSP refuses', () => {
  it.each<[string, Partial<GspTerms>]>([
    ['no system', { systems: 0 }],
    ['a delta of 0', { delta: 0 }],
    ['an alpha of one half', { alpha: 0.5 }],
    ['one first replication', { firstReplications: 1 }],
    ['fewer replications at most than at first', { mostReplications: 19 }],
    ['half a screening', { screenings: 0.5 }],
    ['an empty batch', { batch: 0 }],
    ['a value that is no number', { sample: async () => [Array(20).fill(1), Array(20).fill(Number.NaN)] }],
    ['too few values', { sample: async () => [Array(20).fill(1), Array(9).fill(1)] }],
  ])('%s', async (_, more) => {
    await expect(gsp([0, 1], more)).rejects.toThrow(RangeError);
  });
});
