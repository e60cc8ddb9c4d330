/** Paired samples of indicators, for the tests of assumption sets. */
import jStat from 'jstat';
import type { Indicator } from '../../src/model/results/results.ts';

/** Mean of a paired sample and half of its 99 % interval (Student). */
export function centred(values: readonly number[]): { readonly mean: number; readonly half: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, half: jStat.studentt.inv(0.995, n - 1) * Math.sqrt(squares / (n - 1) / n) };
}

export const known = (indicator: Indicator | undefined): number => {
  if (indicator === undefined || indicator === null || indicator === 'unstable') throw new Error('no number');
  return indicator.mean;
};
