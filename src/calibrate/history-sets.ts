/** Parameter sets drawn over the ranges, and what is said of the values they give. */
import { openStream } from '../engine/streams.ts';
import { round12 } from '../model/results/estimate.ts';
import type { HistoryParameter } from '../model/results/results.ts';
import { estimate } from '../stats/estimate.ts';
import type { AssumptionBand, HistoryOptions, ParameterSet, Prediction } from './history-types.ts';

/** 2.5 % are left out at each end. */
const TAIL = 0.025;

/**
 * The fixed value of every parameter.
 * @example fixedSet([{ id: 'tau', value: 30 }]) // { tau: 30 }
 */
export function fixedSet(parameters: readonly HistoryParameter[]): ParameterSet {
  return Object.fromEntries(parameters.map(({ id, value }) => [id, value]));
}

/** 0 … n − 1 in random order (Fisher and Yates). */
function shuffled(n: number, random: () => number): readonly number[] {
  const order = Array.from({ length: n }, (_, rank) => rank);
  for (let last = n - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const moved = order[last]!;
    order[last] = order[other]!;
    order[other] = moved;
  }
  return order;
}

/**
 * A Latin hypercube of `sets` parameter sets: each range is cut in as many equal parts, and each part is drawn from once,
 * uniformly. A parameter without range keeps its value. Each parameter has its own stream, so that one more changes no other.
 * Source: McKay, Beckman and Conover 1979.
 * @example latinHypercube([{ id: 'tau', value: 30, range: [10, 60] }], 2, 'x').length // 2
 */
export function latinHypercube(
  parameters: readonly HistoryParameter[],
  sets: number,
  seed: string,
): readonly ParameterSet[] {
  const columns = parameters.map(({ id, value, range }) => {
    if (range === null) return Array.from({ length: sets }, () => value);
    const random = openStream(seed, 'history', 'sets', id);
    const [low, high] = range;
    return shuffled(sets, random).map((part) => low + ((part + random()) / sets) * (high - low));
  });
  return Array.from({ length: sets }, (_, row) =>
    Object.fromEntries(parameters.map(({ id }, column) => [id, columns[column]![row]!])),
  );
}

/** Quantile by linear interpolation between sorted values (Hyndman and Fan 1996, type 7). */
function quantileOf(sorted: readonly number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const from = sorted[below]!;
  return from + (place - below) * ((sorted[below + 1] ?? from) - from);
}

/**
 * The central 95 % of the values, one an assumption set.
 * @throws RangeError when there is none.
 * @example assumptionBand([1, 1, 1]) // { low: 1, high: 1, sets: 3 }
 */
export function assumptionBand(values: readonly number[]): AssumptionBand {
  if (values.length === 0) throw new RangeError('an assumption interval needs at least one set');
  const sorted = [...values].sort((a, b) => a - b);
  return {
    low: round12(quantileOf(sorted, TAIL)),
    high: round12(quantileOf(sorted, 1 - TAIL)),
    sets: values.length,
  };
}

/**
 * The seeds of the replications at the fixed parameters.
 * @example replicationSeeds({ seed: 'x', replications: 2, sets: 1, weeks: 1 }) // ['x/0', 'x/1']
 */
export function replicationSeeds(options: HistoryOptions): readonly string[] {
  return Array.from({ length: options.replications }, (_, n) => `${options.seed}/${n}`);
}

/** Numbers by name, at the fixed parameters and over the assumption sets. */
export interface Told<Name extends string> {
  /** A number as a claim: mean and interval over replications at the fixed parameters, and its assumption interval. */
  readonly claim: (
    name: Name,
    words: Pick<Prediction, 'id' | 'unit'> & Partial<Pick<Prediction, 'kind'>>,
  ) => Prediction;
}

/**
 * Several numbers at once, by name, at the fixed parameters (one value a replication) and over the assumption sets (one
 * replication each).
 * @param play the numbers that one replication with this seed gives at these parameters.
 */
export function overSets<Name extends string>(
  parameters: readonly HistoryParameter[],
  options: HistoryOptions,
  play: (set: ParameterSet, seed: string) => Readonly<Record<Name, number>>,
): Told<Name> {
  const fixed = fixedSet(parameters);
  const seeds = replicationSeeds(options);
  const replications = seeds.map((seed) => play(fixed, seed));
  const drawn = latinHypercube(parameters, options.sets, options.seed).map((set, rank) =>
    // The sets take turns at the same seeds, so that their middle is not one replication's luck.
    play(set, seeds[rank % seeds.length]!),
  );
  return {
    claim: (name, { id, unit, kind = 'prediction' }) => ({
      id,
      kind,
      unit,
      model: estimate(replications.map((values) => values[name])),
      assumption: assumptionBand(drawn.map((values) => values[name])),
    }),
  };
}
