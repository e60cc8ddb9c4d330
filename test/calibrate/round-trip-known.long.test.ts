/**
 * Calibration finds again what it cannot see. 200 synthetic sites; nominal coverage 95 %, so a true coverage of 95 % falls
 * below the 90 % asked with probability 0.003 for each quantity (binomial, n = 200).
 */
import { expect, it } from 'vitest';
import { coverage, coverWithKnownTau } from './round-trip.ts';

const SITES = 200;
const ASKED = 0.9;

it('holds slot, inpatient share and latent demands within the intervals, patience being known', () => {
  const held = coverage(SITES, coverWithKnownTau);
  console.info('coverage, patience known:', JSON.stringify(held));
  for (const share of Object.values(held)) expect(share).toBeGreaterThanOrEqual(ASKED);
});
