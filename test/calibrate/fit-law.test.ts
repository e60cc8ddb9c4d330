import * as fc from 'fast-check';
import jStat from 'jstat';
import { describe, expect, it, test } from 'vitest';
import { faultFinding, SPREAD_LIMITS } from '../../src/calibrate/fit-fault.ts';
import { fitLaw } from '../../src/calibrate/fit-law.ts';
import type { Quantiles } from '../../src/model/benchmark/benchmark.ts';
import { LAW_FAMILIES, type LawFamily, type LawFit } from '../../src/model/results/durations.ts';

const of = (p20: number, p50: number, p80: number): Quantiles => ({ p20, p50, p80 });
const MINUTES = { min: 3, max: 1440 };

/** The fit, where there must be one. */
function fitted(
  family: LawFamily,
  quantiles: Quantiles,
  bounds: { min?: number; max?: number } = {},
): LawFit {
  const { fit, fault } = fitLaw(family, quantiles, bounds);
  if (fit === null) throw new Error(`no fit: ${JSON.stringify(fault)}`);
  return fit;
}

const TWO_PARAMETERS = ['lognormal', 'gamma', 'weibull'] as const;

/**
 * Found by another way, outside this project: SciPy 1.17.1, Nelder and Mead's simplex from four starts, minimising the
 * largest |quantile ÷ given − 1| over shape and scale, with `scipy.stats` quantiles.
 */
const REFERENCE = [
  [of(5, 10, 15.8), 'lognormal', 0.05886246, 11.888078, 0.771735, 22.599263, 28.969705],
  [of(5, 10, 15.8), 'gamma', 0.03239425, 11.156987, 0.640038, 20.721532, 24.880823],
  [of(5, 10, 15.8), 'weibull', 0.01656069, 10.85505, 0.599946, 19.786367, 23.063138],
  [of(7.1, 12, 20), 'lognormal', 0.00349655, 14.44977, 0.678354, 26.308597, 32.898341],
  [of(7.1, 12, 20), 'gamma', 0.01815115, 13.73722, 0.582667, 24.468747, 28.981355],
  [of(7.1, 12, 20), 'weibull', 0.03462565, 13.348789, 0.545424, 23.294506, 26.739772],
  [of(17, 25, 35), 'lognormal', 0.01229694, 27.072791, 0.449533, 42.790081, 50.007251],
  [of(17, 25, 35), 'gamma', 0.00159875, 26.479885, 0.417254, 41.256286, 46.875867],
  [of(17, 25, 35), 'weibull', 0.01429317, 25.794112, 0.394699, 39.324563, 43.294649],
  [of(48, 180, 1650), 'lognormal', 0.21980811, 1997.788169, 9.043708, 3244.860401, 6962.583812],
  [of(48, 180, 1650), 'gamma', 0.39429864, 612.556252, 1.494543, 1694.449865, 2447.024349],
  [of(48, 180, 1650), 'weibull', 0.3396636, 772.87651, 1.925721, 2068.787347, 3313.790168],
  [of(72, 762, 3726), 'lognormal', 0.19067169, 9631.777473, 15.586, 12444.588345, 29167.67347],
  [of(72, 762, 3726), 'gamma', 0.03554319, 2232.52582, 1.598656, 6330.39152, 9346.707342],
  [of(72, 762, 3726), 'weibull', 0.04767579, 3010.499731, 2.231931, 7982.543876, 13502.484074],
] as const;

describe('a law with two parameters', () => {
  it.each(REFERENCE)(
    'fits %o by %s as a minimiser that knows nothing of our method',
    (given, family, misfit, mean, cv, p90, p95) => {
      const fit = fitted(family, given);
      expect(fit.misfit).toBeCloseTo(misfit, 8);
      expect(fit.mean! / mean).toBeCloseTo(1, 6);
      expect('cv' in fit.law ? fit.law.cv / cv : 0).toBeCloseTo(1, 5);
      expect(fit.p90 / p90).toBeCloseTo(1, 6);
      expect(fit.p95 / p95).toBeCloseTo(1, 6);
    },
  );

  test.each([
    [
      'lognormal',
      (p: number, mean: number, cv: number) => {
        const sigma = Math.sqrt(Math.log(1 + cv * cv));
        return jStat.lognormal.inv(p, Math.log(mean) - (sigma * sigma) / 2, sigma);
      },
    ],
    ['gamma', (p: number, mean: number, cv: number) => jStat.gamma.inv(p, 1 / (cv * cv), mean * cv * cv)],
  ] as const)('%s: the quantiles told are those jStat gives the law', (family, inverse) => {
    const { law, fitted: told, p90, p95 } = fitted(family, of(14, 20, 30));
    if (law.law !== family) throw new Error(law.law);
    for (const [p, x] of [
      [0.2, told.p20],
      [0.5, told.p50],
      [0.8, told.p80],
      [0.9, p90],
      [0.95, p95],
    ] as const) {
      expect(inverse(p, law.mean, law.cv) / x).toBeCloseTo(1, 7);
    }
  });

  it('weibull: the quantiles told are those jStat gives the shape and scale solved here', () => {
    const { fitted: told, p95 } = fitted('weibull', of(14, 20, 30));
    // Two quantiles of a Weibull law give its shape and scale.
    const shape = Math.log(Math.log(5) / Math.log(1.25)) / Math.log(told.p80 / told.p20);
    const scale = told.p80 / Math.log(5) ** (1 / shape);
    expect(jStat.weibull.inv(0.5, scale, shape) / told.p50).toBeCloseTo(1, 10);
    expect(jStat.weibull.inv(0.95, scale, shape) / p95).toBeCloseTo(1, 10);
  });

  it('misses by tanh(ln(p20·p80/p50²)/4) when lognormal, which is the closed form', () => {
    const expected = Math.abs(Math.tanh(Math.log((5 * 15.8) / 100) / 4));
    expect(fitted('lognormal', of(5, 10, 15.8)).misfit).toBeCloseTo(expected, 12);
  });

  it.each(TWO_PARAMETERS)('%s: misses all three alike, the median the other way', (family) => {
    const { gaps, misfit } = fitted(family, of(5, 10, 15.8));
    expect(gaps.p20).toBeCloseTo(misfit, 9);
    expect(gaps.p50).toBeCloseTo(-misfit, 9);
    expect(gaps.p80).toBeCloseTo(misfit, 9);
  });

  it('finds back a gamma law from its own quantiles', () => {
    const own = of(jStat.gamma.inv(0.2, 3, 4), jStat.gamma.inv(0.5, 3, 4), jStat.gamma.inv(0.8, 3, 4));
    const { law, misfit } = fitted('gamma', own);
    expect(misfit).toBeLessThan(1e-7);
    expect(law).toMatchObject({ mean: expect.closeTo(12, 5), cv: expect.closeTo(1 / Math.sqrt(3), 6) });
  });

  it('leaves no gap below rounding: a lognormal through geometric quantiles is exact', () => {
    expect(fitted('lognormal', of(1, 2, 4)).misfit).toBe(0);
  });

  it('does not use the bounds of the J-QPD laws', () => {
    expect(fitted('gamma', of(1, 2, 5), { min: 1.5, max: 4 }).fitted).toEqual(
      fitted('gamma', of(1, 2, 5)).fitted,
    );
  });
});

describe('a J-QPD law', () => {
  it('passes through the three quantiles, between its bounds', () => {
    expect(fitted('jqpd-s', of(5, 10, 15.8)).misfit).toBe(0);
    expect(fitted('jqpd-b', of(48, 180, 1650)).misfit).toBe(0);
  });

  it('has the default bounds of 3 minutes, or of 0 and 30 days', () => {
    expect(fitted('jqpd-s', of(5, 10, 15.8)).law).toEqual({ law: 'jqpd-s', min: 3, ...of(5, 10, 15.8) });
    const bounded = { law: 'jqpd-b', min: 0, max: 43_200, ...of(5, 10, 15.8) };
    expect(fitted('jqpd-b', of(5, 10, 15.8)).law).toEqual(bounded);
  });

  it('may start at 0 and count a gap at a quantile of 0 over the spread', () => {
    expect(fitted('jqpd-b', of(0, 2, 5), { min: -0.5, max: 180 }).gaps).toEqual(of(0, 0, 0));
  });
});

describe('any valid quantiles', () => {
  /** Steps on a logarithmic scale from a bound of 0, within what the limits of spread allow. */
  const triple = fc
    .tuple(
      fc.double({ min: -200, max: 200, noNaN: true }),
      fc.double({ min: 1e-6, max: 6.9, noNaN: true }),
      fc.double({ min: 0.001, max: 6.9, noNaN: true }),
      fc.boolean(),
    )
    .map(([start, one, other, isSwapped]) => {
      const [first, second] = isSwapped ? [other, one] : [one, other];
      return of(Math.exp(start), Math.exp(start + first), Math.exp(start + first + second));
    })
    .filter(({ p20, p80 }) => p80 / p20 < SPREAD_LIMITS.most);

  it('give a law of every family, finite throughout, each quantile in its place', () => {
    fc.assert(
      fc.property(triple, fc.constantFrom(...LAW_FAMILIES), (given, family) => {
        const fit = fitted(family, given, { min: 0, max: 3 * given.p80 });
        const { p20, p50, p80 } = fit.fitted;
        for (const x of [p20, p50, p80, fit.mean!, fit.p90, fit.p95, fit.misfit])
          expect(x).toSatisfy(Number.isFinite);
        expect(0 < p20 && p20 < p50 && p50 < p80 && p80 <= fit.p90 && fit.p90 <= fit.p95).toBe(true);
      }),
      { numRuns: 300, seed: 20 },
    );
  });

  it('are missed no more by the law fitted than by its neighbours', () => {
    const gapOf = (family: 'weibull' | 'lognormal', given: Quantiles, shift: number, stretch: number) => {
      const { fitted: at } = fitted(family, given);
      const moved = (x: number) => at.p50 * (x / at.p50) ** stretch * shift;
      return Math.max(
        ...(['p20', 'p50', 'p80'] as const).map((name) => Math.abs(moved(at[name]) / given[name] - 1)),
      );
    };
    // Powers of lognormal and Weibull quantiles are quantiles of the same family.
    fc.assert(
      fc.property(triple, fc.constantFrom('lognormal', 'weibull'), (given, family) => {
        const best = gapOf(family, given, 1, 1);
        for (const shift of [0.99, 1, 1.01]) {
          for (const stretch of [0.99, 1, 1.01]) {
            expect(gapOf(family, given, shift, stretch)).toBeGreaterThanOrEqual(best - 1e-9);
          }
        }
      }),
      { numRuns: 100, seed: 21 },
    );
  });

  it('give the same misfit in another unit', () => {
    for (const family of TWO_PARAMETERS) {
      const minutes = fitted(family, of(5, 10, 15.8));
      const seconds = fitted(family, of(300, 600, 948));
      expect(seconds.misfit).toBeCloseTo(minutes.misfit, 12);
      expect(seconds.mean! / minutes.mean!).toBeCloseTo(60, 9);
    }
  });
});

describe('quantiles no law goes through', () => {
  it.each([
    ['a median below P20', of(5, 4, 9), { kind: 'out-of-order', quantile: 'p50', value: 4, limit: 5 }],
    ['P80 below the median', of(5, 9, 8), { kind: 'out-of-order', quantile: 'p80', value: 8, limit: 9 }],
    ['two equal', of(5, 9, 9), { kind: 'equal', quantile: 'p80', value: 9, limit: 9 }],
    [
      'two equal but for rounding',
      of(5, 5.0000000001, 9),
      { kind: 'equal', quantile: 'p50', value: 5.0000000001, limit: 5 },
    ],
    ['P20 at the bound', of(3, 9, 12), { kind: 'below-bound', quantile: 'p20', value: 3, limit: 3 }],
    ['P20 below the bound', of(2, 9, 12), { kind: 'below-bound', quantile: 'p20', value: 2, limit: 3 }],
    [
      'P80 at the upper bound',
      of(5, 9, 1440),
      { kind: 'above-bound', quantile: 'p80', value: 1440, limit: 1440 },
    ],
    [
      'a quantile that is no number',
      of(5, Number.NaN, 9),
      { kind: 'not-finite', quantile: 'p50', value: Number.NaN, limit: null },
    ],
    [
      'an infinite one',
      of(5, 9, Infinity),
      { kind: 'not-finite', quantile: 'p80', value: Infinity, limit: null },
    ],
  ] as const)('%s', (_, given, fault) => {
    expect(fitLaw('jqpd-b', given, MINUTES)).toEqual({ fit: null, fault });
  });

  it('bounds the wrong way round', () => {
    expect(fitLaw('jqpd-b', of(5, 9, 12), { min: 9, max: 2 }).fault).toEqual({
      kind: 'out-of-order',
      quantile: 'max',
      value: 2,
      limit: 9,
    });
  });

  it('zero, for a law that starts there', () => {
    expect(fitLaw('gamma', of(0, 2, 5)).fault).toEqual({
      kind: 'below-bound',
      quantile: 'p20',
      value: 0,
      limit: 0,
    });
  });

  it('a spread beyond the limits, counted from the lower bound', () => {
    expect(fitLaw('weibull', of(10, 10.004, 10.008)).fault?.kind).toBe('too-close');
    expect(fitLaw('jqpd-s', of(10, 10.004, 10.008), { min: 9 }).fault).toBeNull();
    expect(fitLaw('jqpd-s', of(3.01, 10, 2000)).fault).toBeNull();
    const { fault } = fitLaw('jqpd-s', of(3.01, 10, 2000), { min: 3.009 });
    expect(fault).toMatchObject({ kind: 'too-spread', quantile: 'p80', limit: 1e6 });
    expect(fault?.value).toBeCloseTo(1_996_991, -1);
  });

  it('an upper bound that is infinite, or so far that it is none', () => {
    const none = { kind: 'not-finite', quantile: 'max', value: Infinity, limit: null };
    expect(fitLaw('jqpd-b', of(5, 9, 12), { max: Infinity }).fault).toEqual(none);
    const far = { kind: 'too-spread', quantile: 'max', value: 2e13, limit: 1e12 };
    expect(fitLaw('jqpd-b', of(5, 9, 12), { max: 1e14 }).fault).toEqual(far);
    expect(fitLaw('jqpd-b', of(5, 9, 12), { max: 1e12 }).fit?.misfit).toBe(0);
  });

  it('are a finding with code, values and place; what is not finite is spelt out', () => {
    const place = { file: 'q.csv', line: 2, column: 7 };
    const told = faultFinding({ kind: 'out-of-order', quantile: 'p50', value: 4, limit: 5 }, place);
    expect(told).toMatchObject({ code: 'quantiles-out-of-order', severity: 'error', ...place });
    expect(told.values).toEqual({ quantile: 'p50', value: 4, limit: 5 });
    const none = faultFinding({ kind: 'not-finite', quantile: 'p50', value: Number.NaN, limit: null });
    expect(none.values).toEqual({ quantile: 'p50', value: 'NaN' });
  });
});
