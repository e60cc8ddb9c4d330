/** The quantified balance of care objectives (OQOS): what there is, and what there may be, by equipment and department. */

import type { Label } from '../scenario.ts';
import { POPULATION_YEAR, POPULATIONS_2017 } from './departments.ts';
import type { Equipment } from './equipment.ts';

/** One counter of a row: devices, sites, or interventional scanners. Whole numbers. */
export interface Counter {
  readonly current: number;
  readonly low: number;
  readonly high: number;
}

/** What the source prints beside the counts, character for character; null where it prints nothing. */
export interface PrintedCells {
  /** With the interventional gap in parentheses where there is one: `-1 (1)`. */
  readonly devicesGap: string | null;
  readonly devicesDecision: string | null;
  readonly sitesGap: string | null;
  readonly sitesDecision: string | null;
}

export interface BalanceRow {
  readonly equipment: Equipment;
  /** Code of the department: the zone of the objectives. */
  readonly department: string;
  readonly devices: Counter;
  readonly sites: Counter;
  /** Scanners dedicated to interventional imaging, printed in parentheses; null = none printed, which is no zero. */
  readonly interventional: Counter | null;
  readonly printed: PrintedCells;
}

/** A total row as the source prints it. */
export interface PrintedTotal {
  readonly equipment: Equipment;
  readonly devices: Counter;
  readonly sites: Counter;
  readonly interventional: Counter | null;
}

export interface Balance {
  readonly id: string;
  readonly title: Label;
  readonly region: Label;
  /** Month it takes effect, `YYYY-MM`; null when its file does not say. */
  readonly effective: string | null;
  readonly rows: readonly BalanceRow[];
  readonly totals: readonly PrintedTotal[];
  /** Inhabitants by department, those that are known. */
  readonly populations: Readonly<Record<string, number>>;
  readonly populationYear: number | null;
  /** True for the balance this program carries, whose document has been read by eye too. */
  readonly isEmbedded: boolean;
}

/** How the figures in parentheses are read: beside the main ones, or part of them. */
export const READINGS = ['separate', 'included'] as const;
export type Reading = (typeof READINGS)[number];

export const DECISIONS = ['yes', 'no', 'interventional-only'] as const;
export type Decision = (typeof DECISIONS)[number];

/**
 * Current minus high bound: below zero, places are left.
 * @example gapOf({ current: 24, low: 21, high: 25 }) // -1
 */
export const gapOf = ({ current, high }: Counter): number => current - high;

/**
 * Places left under the high bound, never below zero.
 * @example roomOf({ current: 31, low: 25, high: 29 }) // 0
 */
export const roomOf = ({ current, high }: Counter): number => Math.max(0, high - current);

/**
 * The row of an equipment in a department; null when the balance has none.
 * @example balanceRow({ rows: [] }, 'mri', '78') // null
 */
export function balanceRow(
  balance: Pick<Balance, 'rows'>,
  equipment: Equipment,
  department: string,
): BalanceRow | null {
  return balance.rows.find((row) => row.equipment === equipment && row.department === department) ?? null;
}

/**
 * The departments of a balance, each once, in the order of its rows.
 * @example departmentsOf({ rows: [] }) // []
 */
export const departmentsOf = (balance: Pick<Balance, 'rows'>): readonly string[] => [
  ...new Set(balance.rows.map(({ department }) => department)),
];

/**
 * The inhabitants of 2017 of those departments that are known, with their year; null when none is.
 * @example knownPopulations(['78', '13']).populations // { '78': 1438266 }
 */
export function knownPopulations(departments: readonly string[]): {
  readonly populations: Readonly<Record<string, number>>;
  readonly populationYear: number | null;
} {
  const known = departments.flatMap((code) => {
    const count = POPULATIONS_2017[code];
    return count === undefined ? [] : [[code, count] as const];
  });
  return {
    populations: Object.fromEntries(known),
    populationYear: known.length > 0 ? POPULATION_YEAR : null,
  };
}

/**
 * The sum of counters: of one equipment over the departments.
 * @example sumOf([{ current: 1, low: 0, high: 2 }, { current: 3, low: 1, high: 3 }]) // { current: 4, low: 1, high: 5 }
 */
export function sumOf(counters: readonly Counter[]): Counter {
  const sum = (pick: (one: Counter) => number) => counters.reduce((total, one) => total + pick(one), 0);
  return { current: sum((one) => one.current), low: sum((one) => one.low), high: sum((one) => one.high) };
}
