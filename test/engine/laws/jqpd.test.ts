import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jqpdB, jqpdS } from '../../../src/engine/laws/jqpd.ts';
import { quantile } from '../../../src/engine/laws/quantile.ts';
import { normalQuantile } from '../../../src/engine/math-special.ts';
import { relativeError } from '../relative-error.ts';

const C = 0.8416212335729142;
const gap = fc.double({ min: 0.01, max: 50, noNaN: true });
const semiBounded = fc
  .tuple(fc.double({ min: -5, max: 20, noNaN: true }), gap, gap, gap)
  .map(([min, a, b, c]) => ({
    law: 'jqpd-s' as const,
    min,
    p20: min + a,
    p50: min + a + b,
    p80: min + a + b + c,
  }));
const bounded = fc
  .tuple(fc.double({ min: -5, max: 20, noNaN: true }), gap, gap, gap, gap)
  .map(([min, a, b, c, d]) => ({
    law: 'jqpd-b' as const,
    min,
    max: min + a + b + c + d,
    p20: min + a,
    p50: min + a + b,
    p80: min + a + b + c,
  }));

test('J-QPD-S passes exactly through its three quantiles', () => {
  fc.assert(
    fc.property(semiBounded, (law) => {
      for (const [p, x] of [
        [0.2, law.p20],
        [0.5, law.p50],
        [0.8, law.p80],
      ] as const) {
        expect(Math.abs(quantile(law, p) - x)).toBeLessThan(1e-11 * (law.p80 - law.min));
      }
    }),
  );
});

test('J-QPD-B passes exactly through its three quantiles', () => {
  fc.assert(
    fc.property(bounded, (law) => {
      for (const [p, x] of [
        [0.2, law.p20],
        [0.5, law.p50],
        [0.8, law.p80],
      ] as const) {
        expect(Math.abs(quantile(law, p) - x)).toBeLessThan(1e-11 * (law.max - law.min));
      }
    }),
  );
});

test('J-QPD quantiles never decrease with the probability', () => {
  fc.assert(
    fc.property(fc.oneof(semiBounded, bounded), (law) => {
      let last = -Infinity;
      for (let p = 0; p <= 1; p += 1 / 256) {
        const x = quantile(law, p);
        // Rounding may take back a few units in the last place where the law is flat.
        expect(x).toBeGreaterThanOrEqual(last - 1e-13 * Math.abs(last));
        last = x;
      }
    }),
    { numRuns: 50 },
  );
});

test('J-QPD-S runs from its lower bound to infinity', () => {
  const law = { law: 'jqpd-s', min: 3, p20: 5, p50: 10, p80: 15.8 } as const;
  expect([quantile(law, 0), quantile(law, 1)]).toEqual([3, Infinity]);
});

test('J-QPD-B runs from its lower bound to its upper bound', () => {
  const law = { law: 'jqpd-b', min: 1, max: 30, p20: 2, p50: 5, p80: 15 } as const;
  expect([quantile(law, 0), quantile(law, 1)]).toEqual([1, 30]);
});

/** The published formula of J-QPD-S, word for word. */
function publishedS(min: number, p20: number, p50: number, p80: number, z: number): number {
  const [low, middle, high] = [Math.log(p20 - min), Math.log(p50 - min), Math.log(p80 - min)];
  const n = Math.sign(low + high - 2 * middle);
  const narrow = Math.min(middle - low, high - middle);
  const delta = (1 / C) * Math.sinh(Math.acosh((high - low) / (2 * narrow)));
  const lambda = (1 / (delta * C)) * narrow;
  const theta = n > 0 ? p20 - min : p80 - min;
  return min + theta * Math.exp(lambda * Math.sinh(Math.asinh(delta * z) + Math.asinh(n * C * delta)));
}

for (const [name, p20, p50, p80] of [
  ['right', 5, 7, 12],
  ['left', 5, 10, 15.8],
] as const) {
  test(`J-QPD-S skewed to the ${name} is the published formula`, () => {
    const ofNormal = jqpdS({ law: 'jqpd-s', min: 3, p20, p50, p80 });
    for (const z of [-6, -2, -0.3, 0, 1, 4, 6]) {
      expect(relativeError(ofNormal(z), publishedS(3, p20, p50, p80, z))).toBeLessThan(1e-12);
    }
  });
}

test('J-QPD-S with symmetric logarithms is a shifted lognormal', () => {
  const law = { law: 'jqpd-s', min: 3, p20: 4, p50: 5, p80: 7 } as const;
  for (const p of [0.001, 0.3, 0.9, 0.9999]) {
    const lognormal = 3 + 2 * Math.exp((Math.LN2 / C) * normalQuantile(p));
    expect(relativeError(quantile(law, p), lognormal)).toBeLessThan(1e-13);
  }
});

test('J-QPD-S is continuous where the skewness changes sign', () => {
  const at = (p50: number) => quantile({ law: 'jqpd-s', min: 3, p20: 4, p50, p80: 7 }, 0.99);
  for (const nudge of [1e-15, 1e-12, 1e-9]) {
    expect(relativeError(at(5 + nudge), at(5))).toBeLessThan(1e-8);
    expect(relativeError(at(5 - nudge), at(5))).toBeLessThan(1e-8);
  }
});

test('J-QPD-B symmetric about its middle is symmetric at every probability', () => {
  const law = { law: 'jqpd-b', min: 0, max: 10, p20: 3, p50: 5, p80: 7 } as const;
  for (const p of [0.01, 0.1, 0.4]) expect(quantile(law, p) + quantile(law, 1 - p)).toBeCloseTo(10, 12);
});

test('J-QPD-B with the quantiles of a uniform law is that uniform law', () => {
  const law = { law: 'jqpd-b', min: 0, max: 10, p20: 2, p50: 5, p80: 8 } as const;
  for (const p of [0.01, 0.35, 0.9]) expect(quantile(law, p)).toBeCloseTo(10 * p, 12);
});

test('J-QPD-B is continuous where the skewness changes sign', () => {
  const at = (p50: number) => jqpdB({ law: 'jqpd-b', min: 0, max: 10, p20: 3, p50, p80: 7 })(2.5);
  for (const nudge of [1e-15, 1e-12, 1e-9]) {
    expect(relativeError(at(5 + nudge), at(5))).toBeLessThan(1e-8);
    expect(relativeError(at(5 - nudge), at(5))).toBeLessThan(1e-8);
  }
});
