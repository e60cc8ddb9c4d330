/** Random models, each from its seed: every kind a solver may meet, small enough for all of them. */
import alea from 'seedrandom/lib/alea.js';
import { LpBuilder } from '../../../../src/optimize/lp/builder.ts';
import type { LpModel } from '../../../../src/optimize/lp/model.ts';

export const KINDS = [
  'bounded LP',
  'degenerate LP',
  'LP of equalities with free columns',
  'infeasible LP',
  'unbounded LP',
  'bounded MILP',
  'MILP infeasible only in whole numbers',
  'MILP of ranges and equalities',
  'unbounded MILP',
] as const;
export type Kind = (typeof KINDS)[number];

export const label = (text: string) => ({ en: text, fr: text });
export const UNIT = label('h');

interface Dice {
  /** A whole number from low to high. */
  readonly whole: (low: number, high: number) => number;
  /** One decimal. */
  readonly tenth: (low: number, high: number) => number;
  readonly happens: (probability: number) => boolean;
}

function diceOf(seed: string): Dice {
  const next = alea(seed);
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    tenth: (low, high) => whole(low * 10, high * 10) / 10,
    happens: (probability) => next() < probability,
  };
}

/** A model of rows through, or around, a planted point: it always has one. */
function planted(kind: Kind, dice: Dice, seed: string): LpBuilder {
  const isMilp = kind.includes('MILP');
  const hasFree = kind === 'LP of equalities with free columns' || kind === 'MILP of ranges and equalities';
  const isUnbounded = kind.startsWith('unbounded');
  const count = isMilp ? dice.whole(2, 9) : dice.whole(2, 16);
  const builder = new LpBuilder(`m${seed}`, dice.happens(0.5) ? 'min' : 'max');
  const point: number[] = [];
  for (let column = 0; column < count; column++) {
    const isInteger = isMilp && dice.happens(0.7);
    const value = isInteger ? dice.whole(-3, 6) : dice.tenth(-3, 6);
    point.push(value);
    const isFree = hasFree && !isInteger && dice.happens(0.5);
    const [lower, upper] = isFree
      ? [-Infinity, Infinity]
      : [value - dice.whole(0, 4), isUnbounded && dice.happens(0.7) ? Infinity : value + dice.whole(0, 5)];
    const cost = kind === 'degenerate LP' ? dice.whole(-1, 1) : dice.tenth(-5, 5);
    builder.column({
      id: `x${column}`,
      label: label(`x${column}`),
      unit: UNIT,
      lower,
      upper,
      cost,
      isInteger,
    });
  }
  builder.constant(dice.tenth(-9, 9));
  const rows = dice.whole(1, isMilp ? 7 : 13);
  for (let row = 0; row < rows; row++) {
    const isTight = kind === 'degenerate LP';
    const terms = point.flatMap((_, column): [string, number][] => {
      if (!dice.happens(0.6)) return [];
      return [[`x${column}`, isTight ? dice.whole(-1, 1) : dice.tenth(-4, 4)]];
    });
    const activity = terms.reduce((sum, [id, value]) => sum + value * point[Number(id.slice(1))]!, 0);
    const at = Number(activity.toFixed(6));
    const room = isTight ? 0 : dice.tenth(0, 5);
    const isEqual = kind.includes('equalities') && dice.happens(0.4);
    const isRange = kind.includes('ranges') && dice.happens(0.5);
    const isGreater = dice.happens(0.5);
    const [lower, upper] = isEqual
      ? [at, at]
      : isRange
        ? [at - room, at + dice.tenth(0, 5)]
        : isGreater
          ? [at - room, Infinity]
          : [-Infinity, at + room];
    builder.row({ id: `r${row}`, label: label(`r${row}`), unit: UNIT, lower, upper, terms });
  }
  if (hasFree) {
    // Free columns are held by rows, wide enough to leave the rest alone.
    point.forEach((value, column) => {
      const terms: [string, number][] = [
        [`x${column}`, 1],
        ...(column > 0 ? [[`x${column - 1}`, 0.5] as [string, number]] : []),
      ];
      const at = value + (column > 0 ? 0.5 * point[column - 1]! : 0);
      const spec = { id: `h${column}`, label: label(`h${column}`), unit: UNIT, terms };
      builder.row({ ...spec, lower: at - 20, upper: at + 20 });
    });
  }
  return builder;
}

/** Makes a model with points impossible: a row and its opposite, a little too far apart. */
function contradict(builder: LpBuilder, dice: Dice): void {
  const terms: [string, number][] = [
    ['x0', dice.whole(1, 3)],
    ['x1', dice.whole(1, 3)],
  ];
  const edge = dice.whole(-5, 5);
  builder.row({ id: 'above', label: label('above'), unit: UNIT, lower: edge + 1, terms });
  builder.row({ id: 'below', label: label('below'), unit: UNIT, upper: edge, terms });
}

/** Twice a whole number is odd: the LP has points, the MILP none. */
function oddEven(builder: LpBuilder, dice: Dice): void {
  for (const id of ['even0', 'even1'])
    builder.column({
      id,
      label: label(id),
      unit: UNIT,
      lower: 0,
      upper: 6,
      cost: dice.whole(-2, 2),
      isInteger: true,
    });
  const odd = 2 * dice.whole(1, 5) + 1;
  const terms: [string, number][] = [
    ['even0', 2],
    ['even1', 2],
  ];
  builder.row({ id: 'odd', label: label('odd'), unit: UNIT, lower: odd, upper: odd, terms });
}

/** A column that nothing holds and that pays. */
function leaveOpen(builder: LpBuilder, sense: 'min' | 'max', isInteger: boolean): void {
  const cost = sense === 'min' ? -1 : 1;
  builder.column({ id: 'away', label: label('away'), unit: UNIT, cost, isInteger });
  builder.row({ id: 'held', label: label('held'), unit: UNIT, lower: -3, terms: [['away', 1]] });
}

/** The model of a seed: its kind follows from it, so that every kind comes as often. */
export function modelOf(seed: number): { readonly kind: Kind; readonly model: LpModel } {
  const kind = KINDS[seed % KINDS.length]!;
  const dice = diceOf(`lp-${seed}`);
  const builder = planted(kind, dice, String(seed));
  if (kind === 'infeasible LP') contradict(builder, dice);
  if (kind === 'MILP infeasible only in whole numbers') oddEven(builder, dice);
  if (kind.startsWith('unbounded')) leaveOpen(builder, builder.sense, kind === 'unbounded MILP');
  return { kind, model: builder.build() };
}
