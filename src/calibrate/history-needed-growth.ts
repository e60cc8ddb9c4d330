/**
 * Case 1, the other way round: which growth of latent demand would the model need to give the series that was observed?
 * An inversion: it looks at the outcome, agrees by construction and proves nothing.
 */
import { exp, pow } from '../engine/math.ts';
import type { NationalYear } from '../model/benchmark/mri-access-surveys.ts';
import { averageDelay, EQUIPMENT_PARAMETERS } from './history-equipment.ts';
import { overSets } from './history-sets.ts';
import { type HistoryOptions, type ParameterSet, type Prediction, valueIn } from './history-types.ts';

/** The delay follows τ·ln(demand) closely, so that each step leaves a small part of the gap. */
const STEPS = 3;

function growthFor(
  set: ParameterSet,
  observed: readonly NationalYear[],
  options: HistoryOptions,
  seed: string,
): number {
  const tau = valueIn(set, 'tau');
  const first = observed[0]!;
  const last = observed[observed.length - 1]!;
  const start = averageDelay(set, first.delayDays, 1, options, seed);
  const aim = start + last.delayDays - first.delayDays;
  let demand = exp((aim - start) / tau);
  for (let step = 0; step < STEPS; step++)
    demand *= exp((aim - averageDelay(set, first.delayDays, demand, options, seed)) / tau);
  return pow((demand * last.machines) / first.machines, 1 / (last.year - first.year)) - 1;
}

/** The yearly growth of latent demand that brings the model from the first observed delay to the last. */
export function neededGrowth(observed: readonly NationalYear[], options: HistoryOptions): Prediction {
  const told = overSets<'growth'>(EQUIPMENT_PARAMETERS, options, (set, seed) => ({
    growth: growthFor(set, observed, options, seed),
  }));
  return told.claim('growth', { id: 'needed-growth', unit: 'per-year', kind: 'inversion' });
}

/**
 * Latent demand of a year, the first year being 1, that holds its observed delay: machines × exp(change of delay ÷ τ).
 * @example neededDemand({ year: 2018, machines: 960, delayDays: 34.5 }, { year: 2009, machines: 480, delayDays: 34.5 }, 30) // 2
 */
export function neededDemand(year: NationalYear, first: NationalYear, tauDays: number): number {
  return (year.machines / first.machines) * exp((year.delayDays - first.delayDays) / tauDays);
}
