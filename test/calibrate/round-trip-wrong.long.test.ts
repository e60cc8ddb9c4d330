/**
 * Calibration with a wrong patience: the true one is drawn over the whole of its range, the defaults are assumed, and the
 * assumption intervals must hold the truth. 200 synthetic sites, each calibrated again for eighteen sets of assumptions: a true
 * coverage of 95 % falls below the 90 % asked with probability 0.003 for each quantity (binomial, n = 200).
 */
import { expect, it } from 'vitest';
import { coverage, coverWithWrongTau } from './round-trip.ts';

const SITES = 200;
/** Draws over all assumed inputs; the two ends of patience come on top. */
const DRAWS = 16;
const ASKED = 0.9;

it('holds slot, inpatient share and latent demands within the assumption intervals', () => {
  const held = coverage(SITES, (rank) => coverWithWrongTau(rank, DRAWS));
  console.info('coverage, patience assumed wrongly:', JSON.stringify(held));
  for (const share of Object.values(held)) expect(share).toBeGreaterThanOrEqual(ASKED);
});
