/** What years of surveys say of delays and equipment, to hold a simulated refill against. */
import { slopeOf } from '../../calibrate/history-equipment.ts';
import { ln } from '../../engine/math.ts';
import { nationalMriSeries, surveyRow } from '../../model/benchmark/mri-access-surveys.ts';
import { deepFreeze } from '../../model/freeze.ts';
import type { Refill } from '../../model/results/region.ts';
import { studentQuantile975 } from '../../stats/estimate.ts';

/** A slope with its standard error. */
export interface Slope {
  readonly value: number;
  readonly standardError: number;
}

/**
 * Least-squares slope of points with its standard error.
 * @example slopeWithError([[0, 0], [1, 1], [2, 2]]) // { value: 1, standardError: 0 }
 */
export function slopeWithError(points: readonly (readonly [number, number])[]): Slope {
  const n = points.length;
  const value = slopeOf(points);
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / n;
  const [x, y] = [mean(([one]) => one), mean(([, one]) => one)];
  const rest = points.reduce((sum, [a, b]) => sum + (b - y - value * (a - x)) ** 2, 0);
  const spread = points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return { value, standardError: Math.sqrt(rest / (n - 2) / spread) };
}

/** Elasticity of the mean delay of MRI to the number of machines over the national years 2009–2018. */
export const nationalElasticity = (): Slope =>
  slopeWithError(
    nationalMriSeries().map(({ machines, delayDays }) => [ln(machines), ln(delayDays)] as const),
  );

/** Rows of 2013 with both a delay and machines per million: the country, Champagne-Ardenne, Nord-Pas-de-Calais. */
const PLACES_2013 = ['S025', 'S080', 'S085'];

/** The same between places in one year, 2013, by machines per million. */
export const regionalElasticity = (): number =>
  slopeOf(
    PLACES_2013.map(surveyRow).map(
      ({ machinesPerMillion, delayDays }) => [ln(machinesPerMillion!), ln(delayDays!)] as const,
    ),
  );

/** What the surveys say of a modality; null for scanners, which nobody surveyed. */
export function surveysOf(modality: Refill['modality']): Refill['surveys'] {
  if (modality === 'ct') return null;
  const { value, standardError } = nationalElasticity();
  const halfWidth = studentQuantile975(nationalMriSeries().length - 2) * standardError;
  return deepFreeze({
    elasticity: value,
    low: value - halfWidth,
    high: value + halfWidth,
    text: {
      en: 'MRI in France 2009–2018: machines × 1.94, mean delay × 0.94, demand having grown as much (mystery calls of ISA and SNITEM, 95% interval of the yearly slope); between places in one year, 2013, about −1.15',
      fr: 'IRM en France 2009–2018 : appareils × 1,94, délai moyen × 0,94, la demande ayant crû d’autant (appels mystères ISA et SNITEM, intervalle à 95 % de la pente annuelle) ; entre territoires la même année, 2013, environ −1,15',
    },
  });
}
