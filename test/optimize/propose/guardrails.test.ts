/** Guardrails beside the differences of a week: broken beyond doubt, beyond on average, or kept. */
import { expect, it } from 'vitest';
import type { HeadlineDifference } from '../../../src/model/results/compare.ts';
import {
  brokenGuardrails,
  doubtfulGuardrails,
  exceedsGuardrails,
} from '../../../src/optimize/propose/guardrails.ts';
import { rulesOf } from '../week/support/rules.ts';

const rules = rulesOf();
const { overtimeMinutes } = rules.guardrails;

/** Overtime that grows so much. */
const overtime = (mean: number, low: number, high: number): HeadlineDifference => ({
  site: 's',
  modality: 'mri',
  name: 'overtime',
  class: null,
  unit: 'minutesPerWeek',
  lowerIsBetter: true,
  base: null,
  variant: null,
  difference: { mean, low, high, n: 10 },
  correlation: null,
  pairingGain: null,
  verdict: low > 0 ? 'higher' : 'not-demonstrated',
  assumptions: null,
});

/** How a difference stands to the guardrails: broken, doubtful, not chosen. */
const judged = (one: HeadlineDifference) => [
  brokenGuardrails([one], rules).length > 0,
  doubtfulGuardrails([one], rules).length > 0,
  exceedsGuardrails([one], rules),
];

it('above the limit with its whole interval is broken, and not in doubt', () => {
  expect(judged(overtime(overtimeMinutes + 10, overtimeMinutes + 5, overtimeMinutes + 15))).toEqual([
    true,
    false,
    true,
  ]);
});

it('above the limit with the mean alone is in doubt', () => {
  expect(judged(overtime(overtimeMinutes + 1, overtimeMinutes - 5, overtimeMinutes + 7))).toEqual([
    false,
    true,
    true,
  ]);
});

it('below the limit with the mean is kept', () => {
  expect(judged(overtime(overtimeMinutes - 1, overtimeMinutes - 5, overtimeMinutes + 3))).toEqual([
    false,
    false,
    false,
  ]);
});
