import { expect, test } from 'vitest';
import { mean, variance } from '../../../src/engine/laws/moments.ts';
import { quantile, quantileFunction } from '../../../src/engine/laws/quantile.ts';
import type { Law } from '../../../src/model/law.ts';
import { relativeError } from '../relative-error.ts';

/**
 * Mean and variance by another way: the quantile function over 20 000 equal logits, by the midpoint rule,
 * out to tail probabilities of e^−40.
 */
function momentsByQuadrature(law: Law): { mean: number; variance: number } {
  const quantileOf = quantileFunction(law);
  const step = 80 / 20_000;
  let first = 0;
  let second = 0;
  for (let i = 0; i < 20_000; i++) {
    const logit = (i + 0.5) * step - 40;
    const p = 1 / (1 + Math.exp(-logit));
    const q = 1 / (1 + Math.exp(logit));
    const x = quantileOf(p, q);
    first += x * p * q * step;
    second += x * x * p * q * step;
  }
  return { mean: first, variance: second - first * first };
}

const LAWS: readonly Law[] = [
  { law: 'exponential', mean: 3 },
  { law: 'erlang', mean: 3, stages: 5 },
  { law: 'gamma', mean: 3, cv: 1.5 },
  { law: 'weibull', mean: 3, cv: 0.3 },
  { law: 'weibull', mean: 3, cv: 2 },
  { law: 'lognormal', mean: 3, cv: 0.8 },
  { law: 'normal', mean: 3, sd: 2, floor: 1 },
  { law: 'normal', mean: -3, sd: 2, floor: -Infinity },
  { law: 'uniform', min: 2, max: 9 },
  { law: 'jqpd-s', min: 3, p20: 5, p50: 10, p80: 15.8 },
  { law: 'jqpd-s', min: 0, p20: 1, p50: 2, p80: 7 },
  { law: 'jqpd-b', min: 0, max: 60, p20: 1, p50: 4, p80: 14 },
];

for (const law of LAWS) {
  test(`mean and variance are those of the quantile function: ${JSON.stringify(law)}`, () => {
    const wanted = momentsByQuadrature(law);
    expect(relativeError(mean(law), wanted.mean)).toBeLessThan(1e-5);
    expect(relativeError(variance(law), wanted.variance)).toBeLessThan(1e-4);
  });
}

// Means of the exam durations in minutes, from P20, P50, P80 and a lower bound of 3 minutes.
const EXAMS: readonly (readonly [string, number, number, number, number])[] = [
  ['CT A', 5, 10, 15.8, 10.7],
  ['CT H', 7.1, 12, 20, 14.2],
  ['CT R', 10, 16.6, 27.9, 20.1],
  ['CT U', 7, 11, 18, 13.2],
  ['MRI A', 14, 20, 30, 23.1],
  ['MRI H', 19.4, 28, 40, 30.4],
  ['MRI R', 20, 31.6, 47.9, 35.0],
  ['MRI U', 17, 25, 35, 26.4],
];

for (const [name, p20, p50, p80, minutes] of EXAMS) {
  test(`the mean exam of ${name} is about ${minutes} minutes`, () => {
    expect(Math.abs(mean({ law: 'jqpd-s', min: 3, p20, p50, p80 }) - minutes)).toBeLessThan(0.06);
  });
}

test('a J-QPD-B law that is uniform has the moments of the uniform law', () => {
  const law = { law: 'jqpd-b', min: 0, max: 10, p20: 2, p50: 5, p80: 8 } as const;
  expect(mean(law)).toBeCloseTo(5, 10);
  expect(variance(law)).toBeCloseTo(100 / 12, 10);
});

test('a floor far above a normal law leaves only the floor', () => {
  const law = { law: 'normal', mean: 0, sd: 1, floor: 50 } as const;
  expect(mean(law)).toBeCloseTo(50, 12);
  expect(variance(law)).toBeCloseTo(0, 10);
});

test('the moments of an empirical law are those of its weighted values', () => {
  const law = { law: 'empirical', values: [10, 20, 99], weights: [3, 1, 0], interpolate: false } as const;
  expect([mean(law), variance(law)]).toEqual([12.5, 18.75]);
});

test('the moments of an interpolated empirical law are those of its segments', () => {
  const law = { law: 'empirical', values: [0, 12], weights: [1, 1], interpolate: true } as const;
  expect(mean(law)).toBeCloseTo(6, 12);
  expect(variance(law)).toBeCloseTo(12, 12);
});

test('a constant has no variance', () => {
  const law = { law: 'deterministic', value: 7 } as const;
  expect([mean(law), variance(law), quantile(law, 0.1)]).toEqual([7, 0, 7]);
});
