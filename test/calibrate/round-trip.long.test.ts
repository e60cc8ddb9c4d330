/**
 * Calibration finds again what it cannot see. 200 synthetic sites; nominal coverage 95 %, so a true coverage of 95 % falls
 * below the 90 % asked with probability 0.003 for each quantity (binomial, n = 200).
 */
import { describe, expect, it } from 'vitest';
import { type Covered, coverWithKnownTau, coverWithWrongTau } from './round-trip.ts';

const SITES = 200;
const ASKED = 0.9;

function coverage(cover: (rank: number) => Covered): Readonly<Record<keyof Covered, number>> {
  const held = { slotMinutes: 0, inpatientShare: 0, demandA: 0, demandH: 0 };
  for (let rank = 0; rank < SITES; rank++) {
    const one = cover(rank);
    for (const key of Object.keys(held) as (keyof Covered)[]) held[key] += one[key] ? 1 / SITES : 0;
  }
  return held;
}

describe('a site calibrated on a year of its own numbers', () => {
  it('holds its slot, inpatient share and latent demands within the intervals, patience being known', () => {
    const held = coverage(coverWithKnownTau);
    console.info('coverage, patience known:', JSON.stringify(held));
    for (const share of Object.values(held)) expect(share).toBeGreaterThanOrEqual(ASKED);
  });

  it('holds them within the assumption intervals when the assumed patience is wrong', () => {
    const held = coverage((rank) => coverWithWrongTau(rank, 12));
    console.info('coverage, patience assumed wrongly:', JSON.stringify(held));
    for (const share of Object.values(held)) expect(share).toBeGreaterThanOrEqual(ASKED);
  });
});
