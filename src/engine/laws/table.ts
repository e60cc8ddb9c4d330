/**
 * Laws compiled to tables, for the hot path of the simulation: one uniform number u in [0, 1) in, one draw out,
 * by inversion, so that draws are increasing in u and common random numbers stay common.
 *
 * A continuous law is tabulated at 4096 equal cells of u, interpolated linearly; the first and the last
 * sixteenth are tabulated instead in octaves of the tail probability (64 cells an octave, down to
 * 2^−33), because equal cells there would bias the mean square of a skewed law.
 */
import type { Law } from '../../model/law.ts';
import { type Atoms, atomsOf } from './empirical.ts';
import { fastGammaQuantile } from './gamma.ts';
import { onlyValue, type QuantileFunction, quantileFunction } from './quantile.ts';

const CONSTANT = 0;
const CONTINUOUS = 1;
const ATOMS = 2;

const CELLS = 4096;
const TAIL = 1 / 16;
const FIRST_CENTRE_CELL = CELLS * TAIL;
const CENTRE_NODES = CELLS - 2 * FIRST_CENTRE_CELL + 1;
const CELLS_PER_OCTAVE = 64;
const OCTAVES = 29; // of tail probability, from 2^−33 to 2^−4
const TAIL_NODES = OCTAVES * CELLS_PER_OCTAVE + 1;
const UPPER_TAIL = CENTRE_NODES + TAIL_NODES;
const TWO_32 = 4294967296;

/** A law ready to be drawn from. All tables have the same shape, so that the engine's draws stay monomorphic. */
export interface LawTable {
  readonly kind: number;
  readonly constant: number;
  /**
   * Continuous: quantiles in the centre, then in the lower tail, then in the upper tail. In single precision (6e-8
   * relative, far below the interpolation's error): the tables of a hospital then stay in the processor's cache.
   */
  readonly nodes: Float32Array;
  /** Atoms: the values. */
  readonly values: Float64Array;
  /** Atoms: cumulated probabilities, the last 1. */
  readonly cumulative: Float64Array;
  /** Atoms: for each equal cell of u, the first atom that it may fall on. */
  readonly guide: Int32Array;
}

const NO_NODES = new Float32Array(0);
const NO_VALUES = new Float64Array(0);
const NO_GUIDE = new Int32Array(0);

function continuousTable(quantileOf: QuantileFunction): LawTable {
  const nodes = new Float32Array(CENTRE_NODES + 2 * TAIL_NODES);
  for (let i = 0; i < CENTRE_NODES; i++) {
    const p = (i + FIRST_CENTRE_CELL) / CELLS;
    nodes[i] = quantileOf(p, 1 - p);
  }
  let octaveStart = 1 / (2 * TWO_32);
  for (let i = 0; i < TAIL_NODES; i++) {
    const step = i % CELLS_PER_OCTAVE;
    if (step === 0 && i > 0) octaveStart *= 2;
    const tail = octaveStart * (1 + step / CELLS_PER_OCTAVE);
    nodes[CENTRE_NODES + i] = quantileOf(tail, 1 - tail);
    nodes[UPPER_TAIL + i] = quantileOf(1 - tail, tail);
  }
  return Object.freeze({
    kind: CONTINUOUS,
    constant: 0,
    nodes,
    values: NO_VALUES,
    cumulative: NO_VALUES,
    guide: NO_GUIDE,
  });
}

function atomTable(atoms: Atoms): LawTable {
  const values = Float64Array.from(atoms.values);
  const cumulative = Float64Array.from(atoms.cumulative);
  cumulative[cumulative.length - 1] = 1;
  const guide = new Int32Array(2 * values.length);
  for (let cell = 0, atom = 0; cell < guide.length; cell++) {
    while (cumulative[atom]! <= cell / guide.length) atom++;
    guide[cell] = atom;
  }
  return Object.freeze({ kind: ATOMS, constant: 0, nodes: NO_NODES, values, cumulative, guide });
}

/**
 * Compiles a law to its table; in one to three milliseconds, so compile each law once (`SamplerCache` does).
 * The mean and mean square of its draws are within 1e-5 of the law's for coefficients of variation up to 1.5 (beyond,
 * what a lognormal has above 1 − 2^−33 is missed: 2e-4 of the mean square at 3). Constants and atoms are exact.
 * @example drawReal(compileLaw({ law: 'uniform', min: 0, max: 8 }), 0.25) // 2
 */
export function compileLaw(law: Law): LawTable {
  const constant = onlyValue(law);
  if (constant !== null) {
    return Object.freeze({
      kind: CONSTANT,
      constant,
      nodes: NO_NODES,
      values: NO_VALUES,
      cumulative: NO_VALUES,
      guide: NO_GUIDE,
    });
  }
  if (law.law === 'empirical' && !law.interpolate) return atomTable(atomsOf(law));
  return continuousTable(quantileFunction(law, fastGammaQuantile));
}

/** A draw from the first or the last sixteenth; u counts as the middle of its 2^−32 cell. */
function drawTail(nodes: Float32Array, u: number): number {
  const lower = u < 0.5;
  // 2^33 times the tail probability: an odd whole number below 2^29.
  const tail = 2 * ((lower ? u * TWO_32 : TWO_32 - u * TWO_32 - 1) | 0) + 1;
  const zeros = Math.clz32(tail);
  const mantissa = (tail << zeros) & 0x7fffffff;
  const i = (lower ? CENTRE_NODES : UPPER_TAIL) + (31 - zeros) * CELLS_PER_OCTAVE + (mantissa >>> 25);
  const from = nodes[i]!;
  return from + ((mantissa & 0x1ffffff) / 33554432) * (nodes[i + 1]! - from);
}

function drawAtom(table: LawTable, u: number): number {
  const { guide, cumulative } = table;
  let i = guide[(u * guide.length) | 0]!;
  while (u >= cumulative[i]!) i++;
  return table.values[i]!;
}

/**
 * A draw, unrounded: the law's quantile of u, in the law's unit.
 * @param u uniform number in [0, 1), of 32 random bits.
 * @example drawReal(compileLaw({ law: 'deterministic', value: 90 }), 0.3) // 90
 */
export function drawReal(table: LawTable, u: number): number {
  if (table.kind === CONTINUOUS) {
    if (u < TAIL || u >= 1 - TAIL) return drawTail(table.nodes, u);
    const x = u * CELLS;
    const cell = x | 0;
    const i = cell - FIRST_CENTRE_CELL;
    const from = table.nodes[i]!;
    return from + (x - cell) * (table.nodes[i + 1]! - from);
  }
  return table.kind === CONSTANT ? table.constant : drawAtom(table, u);
}

/**
 * A draw rounded to the nearest whole second (M1.1); negative where the law is, as punctuality may be.
 * @param table compiled from a law in seconds.
 * @param u uniform number in [0, 1), of 32 random bits.
 * @example drawSeconds(compileLaw({ law: 'uniform', min: 0, max: 9 }), 0.5) // 5
 */
export function drawSeconds(table: LawTable, u: number): number {
  return Math.floor(drawReal(table, u) + 0.5);
}
