/** From one tree of numbers a replication to one tree of estimates. */
import type { Estimate } from '../model/results/estimate.ts';
import { estimate } from './estimate.ts';

/** A tree whose leaves are numbers (null = nothing happened). */
export type NumberTree = number | null | { readonly [key: string]: NumberTree };
type EstimateTree<T> = T extends number | null
  ? Estimate | null
  : { readonly [K in keyof T]: EstimateTree<T[K]> };

type Branch = { readonly [key: string]: NumberTree };

function combineNodes(trees: readonly NumberTree[]): unknown {
  let shape: Branch | null = null;
  const values: number[] = [];
  for (const tree of trees) {
    if (typeof tree === 'number') values.push(tree);
    else if (tree !== null) shape = tree;
  }
  if (shape === null) return values.length === 0 ? null : estimate(values);
  const combined: Record<string, unknown> = {};
  const branches = trees as readonly Branch[];
  const column: NumberTree[] = new Array(trees.length);
  for (const key of Object.keys(shape)) {
    for (let n = 0; n < branches.length; n++) column[n] = branches[n]![key]!;
    combined[key] = combineNodes(column);
  }
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
