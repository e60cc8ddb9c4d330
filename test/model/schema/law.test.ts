/** Laws as users write them. */
import { describe, expect, it } from 'vitest';
import { zLaw } from '../../../src/model/schema/law.ts';

const lawOf = (raw: unknown) => zLaw.parse(raw).law;
const codeOf = (raw: unknown) => {
  const parsed = zLaw.safeParse(raw);
  return parsed.success ? null : parsed.error.issues[0]!.message;
};

describe('a short form', () => {
  it('a number of minutes is always that long', () => {
    expect(lawOf(12)).toEqual({ law: 'deterministic', value: 720 });
    expect(lawOf('90s')).toEqual({ law: 'deterministic', value: 90 });
    expect(lawOf({ minutes: 12 })).toEqual({ law: 'deterministic', value: 720 });
  });

  it('three quantiles are a J-QPD-S above 3 minutes', () => {
    expect(lawOf({ p20: 5, p50: 10, p80: 15.8 })).toEqual({
      law: 'jqpd-s',
      min: 180,
      p20: 300,
      p50: 600,
      p80: 948,
    });
  });
});

describe('a law', () => {
  it.each([
    [
      { law: 'exponential', mean: 10 },
      { law: 'exponential', mean: 600 },
    ],
    [
      { law: 'erlang', mean: 10, stages: 3 },
      { law: 'erlang', mean: 600, stages: 3 },
    ],
    [
      { law: 'lognormal', mean: '1h', cv: 0.5 },
      { law: 'lognormal', mean: 3600, cv: 0.5 },
    ],
    [
      { law: 'uniform', min: -5, max: 5 },
      { law: 'uniform', min: -300, max: 300 },
    ],
    [
      { law: 'normal', mean: -10, sd: 10 },
      { law: 'normal', mean: -600, sd: 600, floor: Number.NEGATIVE_INFINITY },
    ],
    [
      { law: 'jqpd-b', max: '1d', p20: 10, p50: 20, p80: 60 },
      { law: 'jqpd-b', min: 0, max: 86_400, p20: 600, p50: 1200, p80: 3600 },
    ],
    [
      { law: 'empirical', values: [1, 2] },
      { law: 'empirical', values: [60, 120], weights: [1, 1], interpolate: false },
    ],
  ])('%j is held in seconds', (raw, law) => {
    expect(lawOf(raw)).toEqual(law);
  });

  it('keeps its evidence beside it, its range in seconds', () => {
    expect(
      zLaw.parse({ minutes: 5, range: [0, 20], source: 'measured by hand', status: 'measured' }),
    ).toMatchObject({
      range: [0, 1200],
      source: 'measured by hand',
      status: 'measured',
    });
  });

  it.each([
    [{ p20: 10, p50: 10, p80: 20 }, 'quantile-order'],
    [{ p20: 2, p50: 10, p80: 20 }, 'quantile-order'],
    [{ law: 'jqpd-b', max: 30, p20: 10, p50: 20, p80: 30 }, 'quantile-order'],
    [{ law: 'uniform', min: 5, max: 4 }, 'range-order'],
    [{ law: 'empirical', values: [1, 2], weights: [1] }, 'weights-length'],
    [{ law: 'empirical', values: [1, 2], weights: [0, 0] }, 'weights-zero'],
    [{ law: 'lognormal', mean: 0, cv: 1 }, 'mean-zero'],
  ])('%j is refused: %s', (raw, code) => {
    expect(codeOf(raw)).toBe(code);
  });

  it.each([
    { law: 'poisson', mean: 3 },
    { law: 'exponential' },
    { law: 'exponential', mean: -1 },
    { law: 'erlang', mean: 1, stages: 0 },
    { law: 'lognormal', mean: 1, cv: 0 },
    { law: 'deterministic', value: 1, typo: 2 },
    null,
    [],
    true,
  ])('%j is no law', (raw) => {
    expect(zLaw.safeParse(raw).success).toBe(false);
  });
});
