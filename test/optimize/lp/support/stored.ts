/** Models kept as data: those on which javascript-lp-solver was seen to fail. */
import { readFileSync } from 'node:fs';
import { LpBuilder } from '../../../../src/optimize/lp/builder.ts';
import type { LpModel } from '../../../../src/optimize/lp/model.ts';
import { label, UNIT } from './generate.ts';

export interface StoredModel {
  readonly name: string;
  readonly isInteger: boolean;
  /** [cost, lower, upper]; null is no bound. */
  readonly columns: readonly (readonly [cost: number, lower: number | null, upper: number | null])[];
  /** [lower, upper, coefficients by column]. */
  readonly rows: readonly (readonly [
    lower: number | null,
    upper: number | null,
    coefficients: readonly number[],
  ])[];
}

export function stored({ name, isInteger, columns, rows }: StoredModel): LpModel {
  const builder = new LpBuilder(name);
  columns.forEach(([cost, lower, upper], at) => {
    const bounds = { lower: lower ?? -Infinity, upper: upper ?? Infinity };
    builder.column({ id: `x${at}`, label: label(`x${at}`), unit: UNIT, cost, isInteger, ...bounds });
  });
  rows.forEach(([lower, upper, coefficients], at) => {
    const terms = coefficients.map((value, column): [string, number] => [`x${column}`, value]);
    const bounds = { lower: lower ?? -Infinity, upper: upper ?? Infinity };
    builder.row({ id: `r${at}`, label: label(`r${at}`), unit: UNIT, terms, ...bounds });
  });
  return builder.build();
}

/** The stored model of that name: `hang` or `fractional`. */
export const storedModel = (name: string): LpModel =>
  stored(JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8')) as StoredModel);
