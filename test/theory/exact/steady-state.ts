/** Stationary laws of Markov chains: by elimination for banded matrices, by iteration for any map, by listing states for small chains. */

/** One row of a banded transition matrix: `mass[j]` is the probability of going to state `first + j`. */
export interface BandedRow {
  readonly first: number;
  readonly mass: Float64Array;
}

/**
 * Stationary law of a discrete chain whose row i reaches only states near i, by the elimination of Grassmann, Taksar and Heyman
 * (1985): states are censored from the last to the first, without any subtraction, so no digit is lost even at a load of 0.99.
 * Every state must lead to state 0. The cost is states × band up × band down.
 * Throws `RangeError` if a state leads to no lower one.
 * @example bandedStationary([{ first: 0, mass: Float64Array.of(0, 1) }, { first: 0, mass: Float64Array.of(1) }])[1] // 0.5
 */
export function bandedStationary(rows: readonly BandedRow[]): Float64Array {
  const states = rows.length;
  let down = 0;
  let up = 0;
  rows.forEach((row, i) => {
    down = Math.max(down, i - row.first);
    up = Math.max(up, row.first + row.mass.length - 1 - i);
  });
  // band[i][j - i + down] is the probability of going from i to j.
  const band = rows.map((row, i) => {
    const line = new Float64Array(down + up + 1);
    line.set(row.mass, row.first - i + down);
    return line;
  });
  for (let n = states - 1; n > 0; n--) {
    const from = band[n]!;
    let leaving = 0;
    for (let j = Math.max(0, n - down); j < n; j++) leaving += from[j - n + down]!;
    if (!(leaving > 0)) throw new RangeError(`state ${n} leads to no lower state`);
    for (let i = Math.max(0, n - up); i < n; i++) {
      const line = band[i]!;
      const share = line[n - i + down]! / leaving;
      line[n - i + down] = share;
      if (share === 0) continue;
      for (let j = Math.max(0, n - down); j < n; j++) line[j - i + down]! += share * from[j - n + down]!;
    }
  }
  const law = new Float64Array(states);
  law[0] = 1;
  for (let n = 1; n < states; n++) {
    let mass = 0;
    for (let i = Math.max(0, n - up); i < n; i++) mass += law[i]! * band[i]![n - i + down]!;
    law[n] = mass;
    // Under overload the first states are astronomically rare: keep the numbers finite.
    if (mass > 1e200) for (let i = 0; i <= n; i++) law[i]! /= 1e200;
  }
  return normalised(law);
}

/**
 * The same weights divided by their sum.
 * @example normalised(Float64Array.of(1, 3))[0] // 0.25
 */
export function normalised(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * The law left unchanged by a map, by iterating it until the distance still to go (last change × r/(1 − r), r the ratio of the last two
 * changes, the larger of two) is below `tolerance` in total variation.
 * Throws `RangeError` if 200 000 iterations do not suffice.
 * @example iterateToSteady(Float64Array.of(1, 0), (law) => Float64Array.of(law[1]! / 2, law[0]! + law[1]! / 2), 1e-14)[0]!.toFixed(9) // '0.333333333'
 */
export function iterateToSteady(
  start: Float64Array,
  map: (law: Float64Array) => Float64Array,
  tolerance: number,
): Float64Array {
  let law = start;
  let lastChange = 0;
  let lastRatio = 1;
  for (let iteration = 0; iteration < 200_000; iteration++) {
    const next = map(law);
    let change = 0;
    for (let i = 0; i < law.length; i++) change += Math.abs(next[i]! - law[i]!);
    law = next;
    if (change === 0) return normalised(law);
    const ratio = lastChange > 0 ? change / lastChange : 1;
    // The larger of two ratios: a single one may be small by accident.
    const slowest = Math.min(Math.max(ratio, lastRatio), 0.999_999);
    if ((change * slowest) / (1 - slowest) < tolerance) return normalised(law);
    lastChange = change;
    lastRatio = ratio;
  }
  throw new RangeError(`no steady state to ${tolerance} after 200000 iterations`);
}

/** A state of a listed chain: a few whole numbers. */
export type State = readonly number[];

/** Goes to `to` at `rate` a unit of time. */
export interface Transition {
  readonly to: State;
  readonly rate: number;
}

/**
 * Stationary mean of a quantity over a continuous-time chain given by its transitions, all states reachable from `start` being listed.
 * Slow and literal: it exists to check formulas by a route that shares nothing with them. Gauss–Seidel sweeps of the balance equations.
 * Throws `RangeError` beyond 200 000 states or 100 000 sweeps.
 * @example listedChainMean([0], ([n]) => [{ to: [1 - n!], rate: 1 }], ([n]) => n!) // 0.5
 */
export function listedChainMean(
  start: State,
  transitions: (state: State) => readonly Transition[],
  quantity: (state: State) => number,
): number {
  const index = new Map<string, number>([[start.join(), 0]]);
  const states: State[] = [start];
  const into: { from: number; rate: number }[][] = [[]];
  const leaving: number[] = [];
  for (let i = 0; i < states.length; i++) {
    let total = 0;
    for (const { to, rate } of transitions(states[i]!)) {
      if (rate <= 0) continue;
      let j = index.get(to.join());
      if (j === undefined) {
        j = states.length;
        index.set(to.join(), j);
        states.push(to);
        into.push([]);
      }
      if (j === i) continue;
      into[j]!.push({ from: i, rate });
      total += rate;
    }
    leaving.push(total);
    if (states.length > 200_000) throw new RangeError(`more than 200000 states from ${start.join()}`);
  }
  let law = new Float64Array(states.length).fill(1 / states.length);
  for (let sweep = 0; sweep < 100_000; sweep++) {
    let change = 0;
    for (let j = 0; j < law.length; j++) {
      let inflow = 0;
      for (const { from, rate } of into[j]!) inflow += law[from]! * rate;
      const next = inflow / leaving[j]!;
      change += Math.abs(next - law[j]!);
      law[j] = next;
    }
    law = normalised(law) as Float64Array<ArrayBuffer>;
    if (change < 1e-13) return law.reduce((sum, mass, i) => sum + mass * quantity(states[i]!), 0);
  }
  throw new RangeError('no steady state after 100000 sweeps');
}
