import { expect, test } from 'vitest';
import { mean, variance } from '../../../src/engine/laws/moments.ts';
import { quantileFunction } from '../../../src/engine/laws/quantile.ts';
import { compileLaw, drawReal, drawSeconds } from '../../../src/engine/laws/table.ts';
import { SamplerCache } from '../../../src/engine/sampler.ts';
import type { Law } from '../../../src/model/law.ts';
import { relativeError } from '../relative-error.ts';

const GRAIN = 2 ** -32;

/** Mean and mean square of all 2^32 possible draws, by strata: 4096 of each octave of either tail probability. */
function momentsOfDraws(law: Law): { first: number; second: number } {
  const table = compileLaw(law);
  let first = 0;
  let second = 0;
  const add = (start: number, count: number) => {
    const samples = Math.min(count, 4096);
    const spacing = count / samples;
    for (let i = 0; i < samples; i++) {
      const x = drawReal(table, (start + (i + 0.5) * spacing - 0.5) * GRAIN);
      first += x * spacing * GRAIN;
      second += x * x * spacing * GRAIN;
    }
  };
  add(0, 1);
  add(2 ** 32 - 1, 1);
  for (let octave = 1; octave < 2 ** 31; octave *= 2) {
    add(octave, octave);
    add(2 ** 32 - 2 * octave, octave);
  }
  return { first, second };
}

const CONTINUOUS: readonly Law[] = [
  { law: 'exponential', mean: 600 },
  { law: 'erlang', mean: 600, stages: 3 },
  ...[0.05, 0.5, 1, 1.5].flatMap((cv): readonly Law[] => [
    { law: 'gamma', mean: 600, cv },
    { law: 'weibull', mean: 600, cv },
    { law: 'lognormal', mean: 600, cv },
  ]),
  { law: 'normal', mean: -300, sd: 600, floor: -Infinity },
  { law: 'normal', mean: 100, sd: 600, floor: 0 },
  { law: 'uniform', min: -60, max: 900 },
  { law: 'jqpd-s', min: 180, p20: 300, p50: 600, p80: 948 },
  { law: 'jqpd-s', min: 180, p20: 600, p50: 996, p80: 1674 },
  { law: 'jqpd-b', min: 0, max: 60, p20: 1, p50: 4, p80: 14 },
  { law: 'empirical', values: [1, 5, 9, 100, 22, 3], weights: [1, 2, 3, 0.5, 2, 1], interpolate: true },
];

for (const law of CONTINUOUS) {
  test(`draws have the law's mean and mean square within 1e-5: ${JSON.stringify(law)}`, () => {
    const { first, second } = momentsOfDraws(law);
    expect(relativeError(first, mean(law))).toBeLessThan(1e-5);
    expect(relativeError(second, variance(law) + mean(law) ** 2)).toBeLessThan(1e-5);
  });

  test(`draws never decrease with u, across the joints of the table: ${JSON.stringify(law)}`, () => {
    const table = compileLaw(law);
    const marks = [1 / 16, 15 / 16, 1 / 32, 31 / 32, 2 ** -20, 1 - 2 ** -20, 0.5, 1 / 4096, 3 * GRAIN];
    for (const mark of marks) {
      const around = [-2, -1, 0, 1, 2].map((k) => drawReal(table, mark + k * GRAIN));
      expect(around).toEqual([...around].sort((a, b) => a - b));
    }
  });

  test(`draws follow the quantile function from the first u to the last: ${JSON.stringify(law)}`, () => {
    const table = compileLaw(law);
    const quantileOf = quantileFunction(law);
    const sd = Math.sqrt(variance(law));
    const error = (u: number, wanted: number) =>
      Math.abs(drawReal(table, u) - wanted) / (sd + Math.abs(wanted));
    for (let tail = GRAIN / 2; tail < 0.5; tail *= 3) {
      const u = Math.floor(tail / GRAIN) * GRAIN;
      const p = u + GRAIN / 2;
      expect(error(u, quantileOf(p, 1 - p))).toBeLessThan(1e-4);
      expect(error(1 - GRAIN - u, quantileOf(1 - p, p))).toBeLessThan(1e-4);
    }
  });
}

test('a u finer than 2^−32 is drawn too', () => {
  const table = compileLaw({ law: 'exponential', mean: 1 });
  expect(drawReal(table, 1 - 2 ** -53)).toBe(drawReal(table, 1 - GRAIN));
});

test('a constant is drawn exactly, whatever u', () => {
  const table = compileLaw({ law: 'deterministic', value: 0.1 });
  expect([0, 0.5, 1 - GRAIN].map((u) => drawReal(table, u))).toEqual([0.1, 0.1, 0.1]);
});

test('a law without spread is compiled to its constant', () => {
  expect(compileLaw({ law: 'uniform', min: 7, max: 7 }).nodes).toHaveLength(0);
});

test('the values of an empirical law are drawn with exactly their weights', () => {
  const table = compileLaw({
    law: 'empirical',
    values: [30, 10, 20, 99],
    weights: [1, 5, 2, 0],
    interpolate: false,
  });
  const counts = new Map<number, number>();
  for (let k = 0; k < 8000; k++) {
    const x = drawReal(table, k / 8000);
    counts.set(x, (counts.get(x) ?? 0) + 1);
  }
  expect(counts).toEqual(
    new Map([
      [10, 5000],
      [20, 2000],
      [30, 1000],
    ]),
  );
});

test('a thousand values of unequal weights are all found', () => {
  const values = Array.from({ length: 1000 }, (_, i) => i);
  const weights = values.map((i) => (i < 990 ? 1 : 1000));
  const table = compileLaw({ law: 'empirical', values, weights, interpolate: false });
  const total = 990 + 10 * 1000;
  for (const i of [0, 1, 500, 989]) expect(drawReal(table, (i + 0.5) / total)).toBe(i);
  expect(drawReal(table, 1 - GRAIN)).toBe(999);
});

test('seconds are rounded to the nearest whole number, below 0 too', () => {
  const at = (value: number) => drawSeconds(compileLaw({ law: 'deterministic', value }), 0.5);
  expect([89.5, 89.4, -10.6, -10.4, -0.3].map(at)).toEqual([90, 89, -11, -10, 0]);
});

test('equal laws share one sampler', () => {
  const cache = new SamplerCache();
  const first = cache.of({ law: 'gamma', mean: 5, cv: 1 });
  expect(cache.of({ law: 'gamma', mean: 5, cv: 1 })).toBe(first);
});

test('laws that differ in one number have samplers of their own', () => {
  const cache = new SamplerCache();
  const floored = cache.of({ law: 'normal', mean: 5, sd: 1, floor: 0 });
  expect(cache.of({ law: 'normal', mean: 5, sd: 1, floor: -Infinity })).not.toBe(floored);
});

test('the table of Poisson gaps has mean 1', () => {
  const table = compileLaw({ law: 'exponential', mean: 1 });
  expect(drawReal(table, 1 - Math.exp(-1))).toBeCloseTo(1, 6);
});
