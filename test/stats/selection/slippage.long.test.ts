/**
 * How often KN and GSP choose well, on systems whose means are known: mostly in the slippage configuration, where the best leads
 * all others by exactly delta, the least favourable for KN. A delta is a third of the deviation of a replication, or less.
 *
 * KN plays each case 1500 times, GSP 400. Asked: that Wilson's 95 % interval of the share of right choices lie above 0.92, that is
 * 1401 right of 1500, 379 of 400. (Of 200, 192: at a truth of 95 % that is red in 2 runs of 3.) Were the truth 95 %, such a test of
 * KN would be red once in 300; were it 92 %, green once in 40. GSP is right far more often than it has to be.
 *
 * Log-normal replications are not what either supposes: nothing is proved for them. Those here have a skewness of 1.75, as the mean
 * delays of short runs may. Between systems of one law differences are symmetric, and KN keeps its word even at a skewness of 6.
 * Where the best does not vary and nine others are skewed, differences are skewed, and it does not: that is shown, not hidden.
 */
import { describe, expect, it } from 'vitest';
import { selectGsp } from '../../../src/stats/selection/gsp.ts';
import { selectKn } from '../../../src/stats/selection/kn.ts';
import type { SelectionOutcome } from '../../../src/stats/selection/outcome.ts';
import { Drawn, type KnownSystems, slippage, wilson } from './known-systems.ts';

const KN_TIMES = 1500;
const GSP_TIMES = 400;
const LEAST = 0.92;
const TERMS = { alpha: 0.05, delta: 1, firstReplications: 20, mostReplications: 100_000 };

interface Played {
  readonly right: number;
  readonly times: number;
  /** Replications of all systems, a time. */
  readonly replications: number;
}

/** Plays a procedure so many times, each on numbers of its own. */
async function play(
  known: KnownSystems,
  times: number,
  choose: (drawn: Drawn) => Promise<SelectionOutcome>,
  isRight: (best: number) => boolean = (best) => best === 0,
): Promise<Played> {
  let right = 0;
  let replications = 0;
  for (let time = 0; time < times; time++) {
    const outcome = await choose(new Drawn(known, `${JSON.stringify(known)} ${time}`));
    if (!outcome.isCertified) throw new Error(`time ${time} ended without a certificate`);
    if (isRight(outcome.best)) right += 1;
    replications += outcome.replications.reduce((sum, n) => sum + n, 0) / times;
  }
  return { right, times, replications };
}

const kn =
  (systems: number) =>
  ({ sample }: Drawn) =>
    selectKn({ ...TERMS, systems, sample });

const gsp =
  (systems: number) =>
  ({ sampleEach: sample }: Drawn) =>
    selectGsp({ ...TERMS, systems, screenings: 10, batch: 20, sample });

const lowest = ({ right, times }: Played): number => wilson(right, times).low;

function says({ right, times, replications }: Played): string {
  const { low, high } = wilson(right, times);
  const percent = (share: number) => (100 * share).toFixed(1);
  return `${percent(right / times)} % right (${percent(low)} to ${percent(high)}), ${replications.toFixed(0)} replications`;
}

const NORMAL = { law: 'normal', logDeviation: 0 };
const LOG_NORMAL = { law: 'log-normal', logDeviation: 0.5 };
/** Systems that share numbers vary more here, or the first replications would decide everything. */
const OWN = { numbers: 'own', correlation: 0, deviation: 3 };
const COMMON = { numbers: 'common', correlation: 0.8, deviation: 5 };
const SIZES = [2, 10, 20];

/** The last six differ by a little more than delta; three others do not. */
const CROWD = [0, 0.5, 0.5, 0.5, 1.001, 1.001, 1.001, 1.001, 1.001, 1.001];
const isGood = (best: number): boolean => CROWD[best]! < 1;

describe('KN chooses the best, which leads by delta,', () => {
  const cases = [NORMAL, LOG_NORMAL].flatMap((law) =>
    [OWN, COMMON].flatMap((sharing) => SIZES.map((systems) => ({ ...law, ...sharing, systems }))),
  );

  it.for(cases)(
    'of $systems systems, $law, $numbers random numbers',
    async ({ systems, deviation, correlation, logDeviation }, { annotate }) => {
      const means = slippage(systems, TERMS.delta);
      const played = await play({ means, deviation, correlation, logDeviation }, KN_TIMES, kn(systems));
      await annotate(says(played));
      expect(lowest(played), says(played)).toBeGreaterThanOrEqual(LEAST);
    },
  );

  it('of 10 log-normal systems whose skewness is 6, differences being symmetric', async ({ annotate }) => {
    const means = slippage(10, TERMS.delta);
    const played = await play({ means, ...OWN, logDeviation: 1 }, KN_TIMES, kn(10));
    await annotate(says(played));
    expect(lowest(played), says(played)).toBeGreaterThanOrEqual(LEAST);
  });
});

describe('KN where differences are skewed', () => {
  it('falls short of its word: a best that does not vary, nine log-normal others', async ({ annotate }) => {
    const means = slippage(10, TERMS.delta);
    const known = { means, ...OWN, ...LOG_NORMAL, firstDeviation: 0 };
    const played = await play(known, KN_TIMES, kn(10));
    await annotate(says(played));
    expect(wilson(played.right, KN_TIMES).high, says(played)).toBeLessThan(LEAST);
    expect(lowest(played), says(played)).toBeGreaterThanOrEqual(0.75);
  });
});

describe('KN among systems of which several lie within delta of the best', () => {
  it.for([OWN, COMMON])('chooses one of those, $numbers random numbers', async (sharing, { annotate }) => {
    const played = await play({ means: CROWD, ...sharing, ...NORMAL }, KN_TIMES, kn(CROWD.length), isGood);
    await annotate(says(played));
    expect(lowest(played), says(played)).toBeGreaterThanOrEqual(LEAST);
  });
});

describe('GSP chooses the best, which leads by delta,', () => {
  const cases = [NORMAL, LOG_NORMAL].flatMap((law) => SIZES.map((systems) => ({ ...law, systems })));

  it.for(cases)('of $systems systems, $law', async ({ systems, logDeviation }, { annotate }) => {
    const means = slippage(systems, TERMS.delta);
    const played = await play({ means, ...OWN, logDeviation }, GSP_TIMES, gsp(systems));
    await annotate(says(played));
    expect(lowest(played), says(played)).toBeGreaterThanOrEqual(LEAST);
  });
});

describe('GSP among systems of which several lie within delta of the best', () => {
  it('chooses one of those', async ({ annotate }) => {
    const played = await play({ means: CROWD, ...OWN, ...NORMAL }, GSP_TIMES, gsp(CROWD.length), isGood);
    await annotate(says(played));
    expect(lowest(played), says(played)).toBeGreaterThanOrEqual(LEAST);
  });
});

describe('variances taken as if two systems were independent', () => {
  const means = slippage(2, TERMS.delta);

  /** The first values of the second system change places: sums stay, the differences lose their correlation. */
  const unpaired = ({ sample }: Drawn) =>
    selectKn({
      ...TERMS,
      systems: 2,
      sample: async (systems, upTo) => {
        const given = await sample(systems, upTo);
        if (upTo > TERMS.firstReplications) return given;
        return given.map((values, at) => (at === 0 ? values : [...values.slice(1, upTo), values[0]!]));
      },
    });

  it('choose wrongly too often under negative correlation, where paired ones do not', async ({
    annotate,
  }) => {
    const known = { means, ...NORMAL, correlation: -0.9, deviation: 3 };
    const wrong = await play(known, KN_TIMES, unpaired);
    const right = await play(known, KN_TIMES, kn(2));
    await annotate(`${says(wrong)}; paired: ${says(right)}`);
    expect(wilson(wrong.right, KN_TIMES).high, says(wrong)).toBeLessThan(LEAST);
    expect(lowest(right), says(right)).toBeGreaterThanOrEqual(LEAST);
  });

  it('waste half the replications under positive correlation', async ({ annotate }) => {
    const known = { means, ...NORMAL, correlation: 0.8, deviation: 8 };
    const wrong = await play(known, KN_TIMES, unpaired);
    const right = await play(known, KN_TIMES, kn(2));
    await annotate(`${says(wrong)}; paired: ${says(right)}`);
    expect(lowest(wrong), says(wrong)).toBeGreaterThanOrEqual(LEAST);
    expect(wrong.replications).toBeGreaterThan(2 * right.replications);
  });
});
