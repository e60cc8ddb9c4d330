/**
 * Case 1. French MRIs went from 495 to 960 in nine years: what does the model say of the delay? One average MRI is played
 * year by year; each new machine takes its share of the national demand. Each year stands at its equilibrium, reached in
 * about τ. Only changes are scored: the level of the first year is given.
 */
import { exp, ln, pow } from '../engine/math.ts';
import type { EquipmentConditions } from '../model/benchmark/mri-access-surveys.ts';
import type { HistoryParameter } from '../model/results/results.ts';
import { estimate } from '../stats/estimate.ts';
import {
  ADDED_CAPACITY,
  EXAM_GROWTH,
  INDICATION_GROWTH,
  MRI_NO_SHOW,
  MRI_SLOT,
  REGIONS_2013,
  TAU,
} from './history-parameters.ts';
import { meanOf, playOnce, type RawScenario } from './history-play.ts';
import { fixedSet, overSets, replicationSeeds } from './history-sets.ts';
import { type HistoryOptions, type ParameterSet, type PredictedCase, valueIn } from './history-types.ts';

/** What is drawn in the assumption sets. */
export const EQUIPMENT_PARAMETERS: readonly HistoryParameter[] = Object.freeze([
  TAU,
  MRI_NO_SHOW,
  MRI_SLOT,
  EXAM_GROWTH,
  INDICATION_GROWTH,
]);

/** The median scheduled opening of the campaign: 57 h a week (ANAP 2010, figure 16). */
const WEEKDAY_MINUTES = 630;
const SATURDAY_MINUTES = 270;
const WEEK = [
  { days: 'mon-fri', from: '08:00', to: '18:30', type: 'public-scheduled' },
  { days: 'sat', from: '08:00', to: '12:30', type: 'public-scheduled' },
];
const GRID_MINUTES = 5;
const WARMUP_WEEKS = 13;

/** Standard slot of a set, on the 5-minute grid of the agenda. */
const slotOf = (set: ParameterSet): number => GRID_MINUTES * Math.round(valueIn(set, 'slot') / GRID_MINUTES);

/** Places a week. */
const placesOf = (set: ParameterSet): number =>
  5 * Math.floor(WEEKDAY_MINUTES / slotOf(set)) + Math.floor(SATURDAY_MINUTES / slotOf(set));

/**
 * An average MRI for outpatients at equilibrium: its latent demand is what would hold `startDelayDays` with the first
 * year's machines (c·exp(d/τ), c places a week), times `demand`.
 * @param demand latent demand per machine, relative to the first year.
 */
export function averageMriScenario(set: ParameterSet, startDelayDays: number, demand: number): RawScenario {
  const tau = valueIn(set, 'tau');
  const equilibrium = Math.max(0, startDelayDays + tau * ln(demand));
  return {
    creneau: 1,
    name: 'Average MRI',
    sites: [{ id: 'site' }],
    devices: [
      { id: 'irm', site: 'site', modality: 'mri', slots: { A: slotOf(set), H: slotOf(set) }, week: WEEK },
    ],
    flows: [
      {
        id: 'A',
        site: 'site',
        modality: 'mri',
        class: 'A',
        'per-week': placesOf(set) * exp(startDelayDays / tau) * demand,
        accept: { tau: `${tau}d` },
        'no-show': valueIn(set, 'no-show'),
        backlog: { delay: `${equilibrium}d` },
      },
    ],
  };
}

/** Mean delay to the first place offered, days: what a caller is told. */
export function averageDelay(
  set: ParameterSet,
  startDelayDays: number,
  demand: number,
  options: HistoryOptions,
  seed: string,
): number {
  const raw = averageMriScenario(set, startDelayDays, demand);
  const result = playOnce(raw, { seed, weeks: options.weeks, warmupWeeks: WARMUP_WEEKS });
  return meanOf(result.sites.site?.mri?.firstAvailable.A.mean);
}

/**
 * Slope of the straight line through points, by least squares.
 * @example slopeOf([[0, 1], [1, 3], [2, 5]]) // 2
 */
export function slopeOf(points: readonly (readonly [number, number])[]): number {
  const n = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const above = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return above / points.reduce((sum, [x]) => sum + (x - meanX) * (x - meanX), 0);
}

/** Predicted mean delays, one a year, days. */
export interface PredictedSeries {
  readonly fixedDemand: readonly number[];
  readonly examVolumes: readonly number[];
  readonly indications: readonly number[];
}

type Answer = 'fixed' | 'slope' | 'exams' | 'indications' | 'regions' | 'twoYears';

/** Mean delay of a year, relative demand growing by so much a year and shared by the machines of that year, days. */
type DelayOfYear = (rank: number, growth: number) => number;

function delayOfYear(
  set: ParameterSet,
  { startDelayDays, years }: EquipmentConditions,
  options: HistoryOptions,
  seed: string,
): DelayOfYear {
  const first = years[0]!;
  return (rank, growth) => {
    const { year, machines } = years[rank]!;
    const demand = (first.machines / machines) * pow(1 + growth, year - first.year);
    return averageDelay(set, startDelayDays, demand, options, seed);
  };
}

/** Everything said of the equipment, at these parameters, by one replication. */
function answers(
  set: ParameterSet,
  conditions: EquipmentConditions,
  options: HistoryOptions,
  seed: string,
): Readonly<Record<Answer, number>> {
  const { startDelayDays, years } = conditions;
  const last = years.length - 1;
  const ofYear = delayOfYear(set, conditions, options, seed);
  const delay = (demand: number) => averageDelay(set, startDelayDays, demand, options, seed);
  const fixed = years.map((_, rank) => ofYear(rank, 0));
  const { least, most, country } = REGIONS_2013;
  const elasticity = (from: number, to: number, ratio: number) => ln(to / from) / ln(ratio);
  return {
    fixed: fixed[last]! - fixed[0]!,
    slope: slopeOf(years.map(({ machines }, rank) => [ln(machines), ln(fixed[rank]!)])),
    exams: ofYear(last, valueIn(set, 'exam-growth')) - fixed[0]!,
    indications: ofYear(last, valueIn(set, 'indication-growth')) - fixed[0]!,
    regions: elasticity(delay(country / least), delay(country / most), most / least),
    twoYears: elasticity(fixed[0]!, delay(1 / (1 + ADDED_CAPACITY)), 1 + ADDED_CAPACITY),
  };
}

/**
 * What the model says of France's MRIs, the delays of later years unseen: changes of the mean delay (days) with the
 * demand held, with the growth of exams and with that of indications; elasticities of the delay to the equipment.
 * @param conditions machines of each year, and the delay of the first one.
 */
export function predictEquipment(conditions: EquipmentConditions, options: HistoryOptions): PredictedCase {
  const told = overSets(EQUIPMENT_PARAMETERS, options, (set, seed) =>
    answers(set, conditions, options, seed),
  );
  return {
    parameters: EQUIPMENT_PARAMETERS,
    predictions: [
      told.claim('fixed', { id: 'fixed-demand', unit: 'days' }),
      told.claim('slope', { id: 'fixed-demand-slope', unit: 'elasticity' }),
      told.claim('exams', { id: 'exam-volumes', unit: 'days' }),
      told.claim('indications', { id: 'indications', unit: 'days' }),
      told.claim('regions', { id: 'across-regions', unit: 'elasticity' }),
      told.claim('twoYears', { id: 'two-years', unit: 'elasticity' }),
    ],
  };
}

/** The same at the fixed parameters, year by year. */
export function predictSeries(conditions: EquipmentConditions, options: HistoryOptions): PredictedSeries {
  const set = fixedSet(EQUIPMENT_PARAMETERS);
  const replications = replicationSeeds(options).map((seed) => delayOfYear(set, conditions, options, seed));
  const seriesAt = (growth: number) =>
    conditions.years.map((_, rank) => estimate(replications.map((ofYear) => ofYear(rank, growth))).mean);
  return {
    fixedDemand: seriesAt(0),
    examVolumes: seriesAt(valueIn(set, 'exam-growth')),
    indications: seriesAt(valueIn(set, 'indication-growth')),
  };
}
