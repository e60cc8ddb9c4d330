/** What a change of the week costs a year. */
import type { StaffHours } from '../levers/lever.ts';
import { costPerYear, UNIT_COSTS, type UnitCosts } from '../levers/unit-costs.ts';
import type { WeekChange } from './change.ts';

/**
 * Euros a year of the staff hours a change takes, done once; negative where it gives hours back.
 * @example eurosPerYear({ staff: { technologist: 2, radiologist: 0, secretary: 0 } }) // 3328
 */
export const eurosPerYear = (
  { staff }: { readonly staff: StaffHours },
  costs: UnitCosts = UNIT_COSTS,
): number => costPerYear({ staffHoursPerWeek: staff, oneOffEuros: 0, eurosPerYear: 0 }, costs);

/** Euros a year of each of some changes, done once, by its id. */
export const weekEuros = (
  changes: readonly WeekChange[],
  costs: UnitCosts = UNIT_COSTS,
): ReadonlyMap<string, number> => new Map(changes.map((change) => [change.id, eurosPerYear(change, costs)]));
