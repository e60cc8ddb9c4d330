import jStat from 'jstat';
import { expect, test } from 'vitest';
import { fastGammaQuantile, gammaQuantile } from '../../../src/engine/laws/gamma.ts';
import { quantile } from '../../../src/engine/laws/quantile.ts';
import { normalQuantile } from '../../../src/engine/math-special.ts';
import type { Law } from '../../../src/model/law.ts';
import { relativeError } from '../relative-error.ts';

const PROBABILITIES = [0.001, 0.05, 0.5, 0.8, 0.999];

function agrees(name: string, law: Law, wanted: (p: number) => number, tolerance = 1e-12) {
  test(name, () => {
    for (const p of PROBABILITIES) {
      expect(relativeError(quantile(law, p), wanted(p)), `p = ${p}`).toBeLessThan(tolerance);
    }
  });
}

agrees(
  'exponential quantiles are −mean·ln(1 − p)',
  { law: 'exponential', mean: 600 },
  (p) => -600 * Math.log1p(-p),
);
agrees('uniform quantiles are equally spaced', { law: 'uniform', min: -60, max: 340 }, (p) => -60 + 400 * p);
agrees(
  'lognormal quantiles have the logarithms of a normal law',
  { law: 'lognormal', mean: 600, cv: 0.7 },
  (p) => 600 * Math.exp(Math.sqrt(Math.log(1.49)) * normalQuantile(p) - Math.log(1.49) / 2),
);
agrees(
  'normal quantiles are mean + sd·z',
  { law: 'normal', mean: 5, sd: 3, floor: -Infinity },
  (p) => 5 + 3 * normalQuantile(p),
);
agrees(
  'a Weibull law of cv 1 is exponential',
  { law: 'weibull', mean: 600, cv: 1 },
  (p) => -600 * Math.log1p(-p),
);
agrees(
  'a Weibull law of shape 2 has square-root quantiles',
  { law: 'weibull', mean: Math.sqrt(Math.PI) / 2, cv: Math.sqrt(4 / Math.PI - 1) },
  (p) => Math.sqrt(-Math.log1p(-p)),
);
agrees(
  'a gamma law of cv 1 is exponential',
  { law: 'gamma', mean: 600, cv: 1 },
  (p) => -600 * Math.log1p(-p),
);
agrees(
  'gamma quantiles agree with jStat',
  { law: 'gamma', mean: 8, cv: 0.5 },
  (p) => jStat.gamma.inv(p, 4, 2),
  1e-7,
);
agrees('an Erlang law of k stages is a gamma law of cv 1/√k', { law: 'erlang', mean: 8, stages: 4 }, (p) =>
  quantile({ law: 'gamma', mean: 8, cv: 0.5 }, p),
);
agrees('a deterministic law has one value', { law: 'deterministic', value: 42 }, () => 42);

test('a floored normal has its floor wherever the normal lies below it', () => {
  const law = { law: 'normal', mean: 0, sd: 10, floor: -2 } as const;
  expect([quantile(law, 0), quantile(law, 0.3), quantile(law, 0.5)]).toEqual([-2, -2, 0]);
});

for (const law of ['gamma', 'weibull', 'lognormal'] as const) {
  test(`a ${law} law without spread is its mean`, () => {
    expect(quantile({ law, mean: 30, cv: 0 }, 0.9)).toBe(30);
  });
}

const steps = {
  law: 'empirical',
  values: [30, 10, 20, 99],
  weights: [1, 2, 1, 0],
  interpolate: false,
} as const;

test('an empirical law steps through its sorted values by their weights', () => {
  expect([0, 0.49, 0.51, 0.74, 0.76, 1].map((p) => quantile(steps, p))).toEqual([10, 10, 20, 20, 30, 30]);
});

test('the quantile at the end of a step is still the lower value', () => {
  expect(quantile(steps, 0.5)).toBe(10);
});

test('an interpolated sample of equal weights has the quantiles of definition 7', () => {
  const law = { law: 'empirical', values: [4, 1, 10], weights: [1, 1, 1], interpolate: true } as const;
  expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile(law, p))).toEqual([1, 2.5, 4, 7, 10]);
});

test('an interpolated sample of one value is that value', () => {
  expect(quantile({ law: 'empirical', values: [7], weights: [2], interpolate: true }, 0.3)).toBe(7);
});

test('a heavier weight pulls interpolated quantiles towards its value', () => {
  const law = { law: 'empirical', values: [0, 10, 20], weights: [1, 1, 6], interpolate: true } as const;
  // Middles of the steps at 1/16, 3/16, 10/16, stretched to 0, 2/9, 1.
  expect(quantile(law, 2 / 9)).toBeCloseTo(10, 12);
});

test('a quantile outside [0, 1] is an error', () => {
  expect(() => quantile(steps, 1.01)).toThrow(RangeError);
  expect(() => quantile(steps, NaN)).toThrow(RangeError);
});

for (const [shape, tolerance] of [
  [0.04, 1e-6],
  [4 / 9, 1e-7],
  [1, 1e-8],
  [100, 1e-10],
  [1e4, 1e-12],
] as const) {
  test(`the fast gamma quantiles of shape ${shape} are within ${tolerance} of the exact ones`, () => {
    const fast = fastGammaQuantile(shape);
    const exact = gammaQuantile(shape);
    for (let tail = 2 ** -33; tail < 0.5; tail *= 1.7) {
      expect(relativeError(fast(tail, 1 - tail), exact(tail, 1 - tail)), `p = ${tail}`).toBeLessThan(
        tolerance,
      );
      expect(relativeError(fast(1 - tail, tail), exact(1 - tail, tail)), `q = ${tail}`).toBeLessThan(
        tolerance,
      );
    }
  });
}
