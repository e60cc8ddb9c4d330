/** What an hour of staff costs: editable, with the range it may lie in, and where it comes from. */
import type { Label } from '../../model/scenario.ts';
import type { EvidenceMark, Resources, StaffHours } from './lever.ts';

/** A number that a site should replace by its own. */
export interface UnitCost {
  readonly value: number;
  readonly range: readonly [low: number, high: number];
  readonly unit: Label;
  readonly mark: EvidenceMark;
  readonly source: Label;
}

export type UnitCosts = Readonly<Record<keyof StaffHours | 'weeksPerYear' | 'amortisationYears', UnitCost>>;

const unverified: Label = Object.freeze({
  en: 'order of magnitude, not verified: put your own in its place',
  fr: 'ordre de grandeur, non vérifié : à remplacer par le vôtre',
});

const cost = (value: number, low: number, high: number, unit: Label): UnitCost =>
  Object.freeze({ value, range: [low, high] as const, unit, mark: 'unverified', source: unverified });

const anHour: Label = Object.freeze({
  en: 'euros an hour, employer’s charges included',
  fr: 'euros par heure, charges comprises',
});

/** Used where a site states none. Evenings, nights and week-ends are not dearer here: that depends on local agreements. */
export const UNIT_COSTS: UnitCosts = Object.freeze({
  technologist: cost(32, 26, 42, anHour),
  radiologist: cost(90, 65, 150, anHour),
  secretary: cost(25, 20, 32, anHour),
  weeksPerYear: cost(52, 46, 52, { en: 'weeks a year', fr: 'semaines par an' }),
  amortisationYears: cost(7, 5, 10, { en: 'years', fr: 'années' }),
});

/**
 * Euros a year of what a lever takes: its staff hours at their hourly cost, what it costs besides, and what is spent once
 * spread evenly over the years it serves. Negative where more is given back than taken.
 * @example costPerYear({ staffHoursPerWeek: { technologist: 1, radiologist: 0, secretary: 0 }, oneOffEuros: 700, eurosPerYear: 10 }, UNIT_COSTS) // 1774
 */
export function costPerYear(resources: Resources, costs: UnitCosts): number {
  const { technologist, radiologist, secretary } = resources.staffHoursPerWeek;
  const aWeek =
    technologist * costs.technologist.value +
    radiologist * costs.radiologist.value +
    secretary * costs.secretary.value;
  return (
    aWeek * costs.weeksPerYear.value +
    resources.eurosPerYear +
    resources.oneOffEuros / costs.amortisationYears.value
  );
}
