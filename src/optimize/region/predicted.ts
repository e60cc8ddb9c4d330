/** What the model expects of a plan: days and minutes when all is open, with and without it. */
import { MODALITIES } from '../../model/vocabulary.ts';
import type { LpModel } from '../lp/model.ts';
import { linesOf, type Place, piecesOf, placesOf } from './asked.ts';
import { COLUMNS } from './columns.ts';
import { phasesOf, type RegionPhase } from './phases.ts';
import type { RegionProblem } from './problem.ts';

/** A week when all is open, its requests grown. */
export interface PredictedWeek {
  /** Patient-days of waiting offered. */
  readonly waitingDays: number;
  /** Requests that get no appointment anywhere, and the patient-days they count for. */
  readonly unmetPerWeek: number;
  readonly unmetDays: number;
  /** Mean days of residents by `department/modality`, by where they ask today; left out where nothing is asked for. */
  readonly days: ReadonlyMap<string, number>;
  /**
   * Days of the department that waits longest, and those that four inhabitants in five do not exceed; a department waits as long as
   * its longer modality.
   */
  readonly worstDays: number;
  readonly p80Days: number;
  /** Mean minutes of travel of a request. */
  readonly travelMinutes: number;
}

/** What an implantation comes to in a week. */
interface AtPlace {
  readonly waited: number;
  /** Requests beyond places. */
  readonly beyond: number;
  readonly minutes: number;
}

function weekOf(
  problem: RegionProblem,
  places: readonly Place[],
  { growth }: RegionPhase,
  at: (place: Place) => AtPlace,
): PredictedWeek {
  let [waitingDays, unmetPerWeek, unmetDays, minutes, requests] = [0, 0, 0, 0, 0];
  const [waited, asked] = [new Map<string, number>(), new Map<string, number>()];
  const add = (map: Map<string, number>, key: string, value: number) =>
    map.set(key, (map.get(key) ?? 0) + value);
  for (const place of places) {
    const { of, shares, total } = place;
    const here = at(place);
    const lost = here.beyond * (1 - problem.bookedElsewhere[of.modality]);
    waitingDays += here.waited;
    unmetPerWeek += lost;
    unmetDays += lost * problem.unmetDays;
    minutes += here.minutes;
    requests += total * growth[of.modality];
    for (const [from, share] of shares) add(waited, `${from}/${of.modality}`, share * here.waited);
    for (const [from, count] of place.requests)
      add(asked, `${from}/${of.modality}`, count * growth[of.modality]);
  }
  const days = new Map([...asked].map(([name, count]) => [name, waited.get(name)! / count]));
  const longest = problem.departments
    .map(({ code, population }) => ({
      population,
      days: Math.max(0, ...MODALITIES.map((modality) => days.get(`${code}/${modality}`) ?? 0)),
    }))
    .sort((a, b) => a.days - b.days);
  return Object.freeze({
    waitingDays,
    unmetPerWeek,
    unmetDays,
    days,
    worstDays: longest.at(-1)?.days ?? 0,
    p80Days: p80Of(longest),
    travelMinutes: requests === 0 ? 0 : minutes / requests,
  });
}

/** The least number of days that departments with four inhabitants in five do not exceed; shortest first. */
function p80Of(sorted: readonly { readonly days: number; readonly population: number }[]): number {
  const inhabitants = sorted.reduce((sum, { population }) => sum + population, 0);
  let within = 0;
  for (const { days, population } of sorted) {
    within += population;
    if (within >= (0.8 - 1e-9) * inhabitants) return days;
  }
  return 0;
}

/** Minutes travelled by the requests of today. */
const minutesNow = (problem: RegionProblem, { of, requests }: Place, growth: number): number =>
  [...requests].reduce((sum, [from, count]) => sum + count * growth * problem.minutes(from, of.id), 0);

/** The week without any plan, its requests grown as with one. */
export function presentWeek(problem: RegionProblem): PredictedWeek {
  const phase = phasesOf(problem.horizon).at(-1)!;
  return weekOf(problem, placesOf(problem), phase, (place) => {
    const { of, total, scale, perPlace } = place;
    const growth = phase.growth[of.modality];
    if (total === 0) return { waited: 0, beyond: 0, minutes: 0 };
    const lines = linesOf(piecesOf(problem, of.modality, of.devices), scale, Infinity);
    const waited = lines.map(({ slope, intercept }) => slope * total * growth + intercept * of.placesPerWeek);
    return {
      waited: Math.max(...waited),
      beyond: of.placesPerWeek * Math.max(0, perPlace * growth - 1),
      minutes: minutesNow(problem, place, growth),
    };
  });
}

/** Part of all patient-days that a device must save to be proposed. */
const TRIFLE = 1e-7;

/**
 * What a decision must save a week to be worth a word: a ten-millionth of all patient-days for a device or a site that closes at
 * night, a tenth of it for an evening. The model and `planCost` count it as a cost, so that nothing is proposed that brings
 * nothing.
 */
export function trifles(problem: RegionProblem): { readonly device: number; readonly block: number } {
  const { waitingDays, unmetDays } = presentWeek(problem);
  const device = TRIFLE * (waitingDays + unmetDays);
  return { device, block: device / 10 };
}

/** The week at a point of the model. */
export function weekAt(problem: RegionProblem, lp: LpModel, values: ArrayLike<number>): PredictedWeek {
  const phase = phasesOf(problem.horizon).at(-1)!;
  const sums = new Map<string, number>();
  const at = new Map<string, number>();
  lp.columns.forEach(({ id }, column) => {
    at.set(id, values[column]!);
    for (const kind of ['waited', 'unmet']) {
      const prefix = `${kind}/${phase.id}/`;
      if (!id.startsWith(prefix)) continue;
      // All modes of an implantation together.
      const name = `${kind}/${id.slice(prefix.length, id.lastIndexOf('/'))}`;
      sums.set(name, (sums.get(name) ?? 0) + values[column]!);
    }
  });
  return weekOf(problem, placesOf(problem), phase, (place) => {
    const { of, requests, drawn } = place;
    const growth = phase.growth[of.modality];
    let minutes = minutesNow(problem, place, growth);
    const drawing = at.get(COLUMNS.drawing(phase, of.id)) ?? 0;
    for (const { code } of problem.departments) {
      const share = at.get(COLUMNS.moved(phase, code, of.modality)) ?? 0;
      const moved = drawing * (drawn.get(code) ?? 0) - share * (requests.get(code) ?? 0);
      minutes += growth * moved * problem.minutes(code, of.id);
    }
    return {
      waited: sums.get(`waited/${of.id}`) ?? 0,
      beyond: sums.get(`unmet/${of.id}`) ?? 0,
      minutes,
    };
  });
}
