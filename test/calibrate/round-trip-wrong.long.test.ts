/**
 * Calibration finds again what it cannot see. 200 synthetic sites; nominal coverage 95 %, so a true coverage of 95 % falls
 * below the 90 % asked with probability 0.003 for each quantity (binomial, n = 200).
 */
import { expect, it } from 'vitest';
import { ASKED_COVERAGE, coverage, coverWithWrongTau } from './round-trip.ts';

const SETS = 12;

it('holds them within the assumption intervals when the assumed patience is wrong', () => {
  const held = coverage((rank) => coverWithWrongTau(rank, SETS));
  console.info('coverage, patience assumed wrongly:', JSON.stringify(held));
  for (const share of Object.values(held)) expect(share).toBeGreaterThanOrEqual(ASKED_COVERAGE);
});
