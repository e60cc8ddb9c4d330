/** How a simulated region waits, replication by replication: by residence, in all, and as equity sees it. */
import { MODALITIES, type Modality } from '../../model/vocabulary.ts';
import type { Experiment } from '../../stats/experiment.ts';
import { patientDays as daysOf, type RegionDays } from '../../stats/resident-indicators.ts';
import type { Equity, RegionProblem } from './problem.ts';

/** Residents of a department and their waiting for a modality, in one replication. */
export interface ResidentsWait {
  readonly department: string;
  readonly modality: Modality;
  readonly requestsPerWeek: number;
  /** Mean days to the first place offered where they ask, over their requests; null where nobody asks. */
  readonly offeredDays: number | null;
  /** Requests a week that no site gave an appointment. */
  readonly unmetPerWeek: number;
  /** Mean minutes of travel of those booked; null where nobody is. */
  readonly travelMinutes: number | null;
}

/** A region in one replication. */
export interface RegionWait {
  readonly residents: readonly ResidentsWait[];
  /** Of all ambulatory requests, those without a department of residence included. */
  readonly days: Readonly<Record<Modality, RegionDays>>;
}

/** How a region waits, replication by replication; residents by department, then modality. */
export const regionWaits = (experiment: Experiment, warmupWeeks: number): readonly RegionWait[] =>
  experiment
    .measured(warmupWeeks)
    .residents()
    .map(({ residents, region }) => ({
      residents: [...residents].map(([key, one]): ResidentsWait => {
        const at = key.lastIndexOf('/');
        return {
          department: key.slice(0, at),
          modality: MODALITIES.find((modality) => modality === key.slice(at + 1))!,
          requestsPerWeek: one.requestsPerWeek ?? 0,
          offeredDays: one.offeredDays.mean,
          unmetPerWeek: one.unmetPerWeek ?? 0,
          travelMinutes: one.travelMinutes,
        };
      }),
      days: region,
    }));

/**
 * Patient-days of waiting a week: ambulatory requests × days to the first place offered where they ask, and those that get
 * no appointment at their weight.
 * @param unmetDays days of waiting that such a request counts for.
 * @example patientDays({ days: { ct: { offeredDays: 50, unmet: 0 }, mri: { offeredDays: 0, unmet: 2 } } }, 30) // 110
 */
export const patientDays = ({ days }: Pick<RegionWait, 'days'>, unmetDays: number): number =>
  MODALITIES.reduce((sum, modality) => sum + daysOf(days[modality], unmetDays), 0);

/**
 * The longest mean days offered to the residents of a department, all modalities.
 * @example worstDays([{ offeredDays: 3 }, { offeredDays: 9 }, { offeredDays: null }]) // 9
 */
export const worstDays = (residents: readonly Pick<ResidentsWait, 'offeredDays'>[]): number =>
  Math.max(0, ...residents.map(({ offeredDays }) => offeredDays ?? 0));

/** The days that those of at least four inhabitants in five do not exceed, the longest of a department’s modalities. */
function p80Days(residents: readonly ResidentsWait[], departments: RegionProblem['departments']): number {
  const waits = departments
    .map(({ code, population }) => ({
      population,
      days: worstDays(residents.filter(({ department }) => department === code)),
    }))
    .sort((a, b) => a.days - b.days);
  const inhabitants = waits.reduce((sum, { population }) => sum + population, 0);
  let below = 0;
  for (const { population, days } of waits) {
    below += population;
    if (below >= P80 * inhabitants) return days;
  }
  return waits.at(-1)?.days ?? 0;
}
const P80 = 0.8;

/** Mean minutes of travel of those booked. */
function meanMinutes(residents: readonly ResidentsWait[]): number {
  let [minutes, booked] = [0, 0];
  for (const { travelMinutes, requestsPerWeek, unmetPerWeek } of residents) {
    if (travelMinutes === null) continue;
    minutes += (requestsPerWeek - unmetPerWeek) * travelMinutes;
    booked += requestsPerWeek - unmetPerWeek;
  }
  return booked === 0 ? 0 : minutes / booked;
}

/** What equity measures, smaller is better: days, or minutes for travel. Without equity, patient-days a week. */
export function equityMeasure(
  wait: RegionWait,
  equity: Equity,
  { departments, unmetDays }: Pick<RegionProblem, 'departments' | 'unmetDays'>,
): number {
  if (equity.kind === 'worst') return worstDays(wait.residents);
  if (equity.kind === 'p80') return p80Days(wait.residents, departments);
  return equity.kind === 'travel' ? meanMinutes(wait.residents) : patientDays(wait, unmetDays);
}

/** Whether equity is what is aimed at, and no bound of the user’s. */
export const isGoal = (equity: Equity): boolean => {
  if (equity.kind === 'none') return false;
  return equity.kind === 'travel' ? equity.mostMinutes === null : equity.mostDays === null;
};
