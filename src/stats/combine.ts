/** From one tree of numbers a replication to one tree of estimates. */
import type { Estimate } from '../model/estimate.ts';
import { estimate } from './estimate.ts';

/** A tree whose leaves are numbers (null = nothing happened). */
export type NumberTree = number | null | { readonly [key: string]: NumberTree };
type EstimateTree<T> = T extends number | null
  ? Estimate | null
  : { readonly [K in keyof T]: EstimateTree<T[K]> };

function combineNodes(trees: readonly NumberTree[]): unknown {
  const first = trees.find((tree) => tree !== null) ?? null;
  if (first === null || typeof first === 'number') {
    const values = trees.filter((tree): tree is number => typeof tree === 'number');
    return values.length === 0 ? null : estimate(values);
  }
  const combined: Record<string, unknown> = {};
  for (const key of Object.keys(first))
    combined[key] = combineNodes(trees.map((tree) => (tree as Record<string, NumberTree>)[key]!));
  return combined;
}

/**
 * Estimates leaf by leaf over replications. A leaf that is null in some replications is estimated over the others
 * (its `n` says how many); null in all stays null.
 * @param trees one a replication, all of one shape.
 * @example combine([{ wait: 1 }, { wait: 3 }]).wait.mean // 2
 */
export function combine<T>(trees: readonly T[]): EstimateTree<T> {
  return combineNodes(trees as readonly NumberTree[]) as EstimateTree<T>;
}
