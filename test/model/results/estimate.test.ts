import { expect, test } from 'vitest';
import { round12 } from '../../../src/model/results/estimate.ts';

test('round12 drops what binary fractions add', () => {
  expect(round12(0.1 + 0.2)).toBe(0.3);
});

test('round12 keeps 12 significant digits of large and small numbers', () => {
  expect([round12(123456789012.345), round12(1.23456789012345e-20)]).toEqual([
    123456789012, 1.23456789012e-20,
  ]);
});

test('round12 turns −0 into 0', () => {
  expect(Object.is(round12(-0), 0)).toBe(true);
});

test('round12 leaves what is not finite', () => {
  expect([round12(NaN), round12(-Infinity)]).toEqual([NaN, -Infinity]);
});
