/** How many exams residents have, department by department, and what a stated number changes. */
import type { Modality } from '../../model/vocabulary.ts';
import type { Implantation } from './implantation.ts';
import type { RegionRequest } from './request.ts';

/** Weeks of a year. */
export const WEEKS_A_YEAR = 365.25 / 7;

export interface Rates {
  /** What the devices do, for 1 000 inhabitants of the region, a year. */
  readonly implied: number;
  /** By department, in the order asked. */
  readonly perThousand: readonly number[];
  /** Of the requests of the region, by department; they sum to 1. */
  readonly shares: readonly number[];
  /** Requests ÷ those for which delays are as calibrated. */
  readonly level: number;
}

/**
 * Exams by department. A rate stated for all departments, or for each of them, sets how many exams are asked for: requests
 * are scaled to it after calibration, and delays move. A rate stated for some sets only who has them: the others share what
 * the devices do besides.
 * @param populations in the order of the departments.
 * @throws RangeError where stated rates leave nothing for departments without one.
 */
export function ratesOf(
  modality: Modality,
  implantations: readonly Implantation[],
  departments: readonly string[],
  populations: readonly number[],
  { examsPerThousand, departmentRates }: Pick<RegionRequest, 'examsPerThousand' | 'departmentRates'>,
): Rates {
  const passages = implantations.reduce(
    (sum, { devices }) => sum + devices.reduce((all, { numbers }) => all + numbers.passagesPerWeek, 0),
    0,
  );
  const inhabitants = populations.reduce((sum, count) => sum + count, 0);
  const done = passages * WEEKS_A_YEAR;
  const implied = (1000 * done) / inhabitants;
  const general = examsPerThousand[modality];
  const stated = departments.map((code) => departmentRates[code]?.[modality] ?? general ?? null);
  const exams = (rates: readonly number[]) =>
    rates.reduce((sum, rate, rank) => sum + (rate * populations[rank]!) / 1000, 0);
  const asked = exams(stated.map((rate) => rate ?? 0));
  const others = populations.reduce((sum, count, rank) => sum + (stated[rank] === null ? count : 0), 0);
  const rest = others === 0 ? 0 : (1000 * (done - asked)) / others;
  if (rest < 0) throw new RangeError(`stated rates of ${modality} are more than all devices do`);
  const perThousand = stated.map((rate) => rate ?? rest);
  const total = exams(perThousand);
  return {
    implied,
    perThousand,
    shares: perThousand.map((rate, rank) => (rate * populations[rank]!) / 1000 / total),
    level: others === 0 ? total / done : 1,
  };
}
