import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../src/model/results/estimate.ts';
import {
  formatCell,
  formatMean,
  formatNumber,
  formatOf,
  formatRange,
  formatShort,
} from '../../src/report/numbers.ts';

const estimate = (mean: number, half: number): Estimate => ({
  mean,
  low: mean - half,
  high: mean + half,
  n: 10,
});
const plain = formatOf('plain', 'en');
const THIN = '\u202f';

describe('formatNumber', () => {
  it.each([
    [0, 0, '0', '0'],
    [999.95, 1, '1,000.0', `1${THIN}000,0`],
    [1234567.891, 2, '1,234,567.89', `1${THIN}234${THIN}567,89`],
    [-1234.5, 0, '−1,235', `−1${THIN}235`],
    [-0.04, 1, '0.0', '0,0'],
    [1.005, 2, '1.01', '1,01'],
    [2.5, 0, '3', '3'],
  ])('prints %d with %i decimals', (x, decimals, en, fr) => {
    expect(formatNumber(x, decimals, 'en')).toBe(en);
    expect(formatNumber(x, decimals, 'fr')).toBe(fr);
  });

  it('prints a dash for what is no number', () => {
    expect(formatNumber(Number.NaN, 1, 'en')).toBe('—');
    expect(formatNumber(Number.POSITIVE_INFINITY, 1, 'en')).toBe('—');
  });
});

describe('formatShort', () => {
  it('keeps only the decimals that tell something', () => {
    expect(formatShort(20, 2, 'en')).toBe('20');
    expect(formatShort(20.5, 2, 'fr')).toBe('20,5');
    expect(formatShort(100, 0, 'en')).toBe('100');
    expect(formatShort(0.04, 3, 'en')).toBe('0.04');
    expect(formatShort(1000.1, 3, 'en')).toBe('1,000.1');
  });
});

describe('formatCell', () => {
  it('gives mean and half-width', () => {
    expect(formatCell(estimate(7.39, 0.12), plain, 'en')).toBe('7.4 ±0.1');
  });

  it('gives the mean alone where the half-width prints as zero', () => {
    expect(formatCell(estimate(7.39, 0.04), plain, 'en')).toBe('7.4');
    expect(formatCell(estimate(7, 0), plain, 'en')).toBe('7');
  });

  it('drops decimals where the interval is wide', () => {
    expect(formatCell(estimate(522.3, 124.1), plain, 'en')).toBe('522 ±124');
  });

  it('prints percentages with the space of the language', () => {
    expect(formatCell(estimate(0.582, 0.003), formatOf('percent', 'en'), 'en')).toBe('58.2% ±0.3');
    expect(formatCell(estimate(0.582, 0.003), formatOf('percent', 'fr'), 'fr')).toBe(`58,2${THIN}% ±0,3`);
  });

  it('prints nothing and unstable as such', () => {
    expect(formatCell(null, plain, 'en')).toBe('—');
    expect(formatCell('unstable', plain, 'fr')).toBe('instable');
  });

  it('gives no half-width after a single replication', () => {
    expect(formatCell({ mean: 7.39, low: null, high: null, n: 1 }, plain, 'en')).toBe('7.4');
  });
});

describe('formatRange', () => {
  it('gives mean and bounds, the unit with the mean', () => {
    const days = { ...plain, suffix: ' days' };
    expect(formatRange(estimate(21, 0.6), days, 'en')).toBe('21.0 days (20.4–21.6)');
    expect(formatRange(estimate(21, 0), days, 'en')).toBe('21 days');
  });

  it('prints no bound below zero, nor a share above 100 %', () => {
    expect(formatRange(estimate(2, 5), plain, 'en')).toBe('2.0 (0.0–7.0)');
    expect(formatRange(estimate(0.98, 0.05), formatOf('percent', 'en'), 'en')).toBe('98.0% (93.0–100.0)');
  });
});

describe('formatMean', () => {
  it('gives the mean alone', () => {
    expect(formatMean(estimate(0.582, 0.1), formatOf('percent', 'en'), 'en')).toBe('58.2%');
  });
});
