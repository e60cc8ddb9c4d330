/** A scenario as its author might have written it in another order: nothing it says depends on it. */
import alea from 'seedrandom/lib/alea.js';

/** Lists whose order says nothing: what is in them is named, or has its place in time. */
const UNORDERED: readonly string[] = ['sites', 'devices', 'flows', 'week', 'closures'];

/** A permutation of a list, drawn from `random` (Fisher and Yates). */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}

/**
 * The same scenario with its sites, devices, vacations, flows, closures and the keys of every mapping in an order drawn
 * from the seed. The sites a flow is offered stay as they are: their order is what is meant.
 * @example reordered({ flows: [{ sites: ['b', 'a'] }] }, '1') // { flows: [{ sites: ['b', 'a'] }] }
 */
export function reordered(written: unknown, seed: string): unknown {
  const random = alea(seed);
  const visit = (value: unknown, isUnordered: boolean): unknown => {
    if (Array.isArray(value)) {
      const items = value.map((item) => visit(item, false));
      return isUnordered ? shuffled(items, random) : items;
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => {
      const isOfNamed = UNORDERED.includes(key) && Array.isArray(inner) && typeof inner[0] === 'object';
      return [key, visit(inner, isOfNamed)] as const;
    });
    return Object.fromEntries(shuffled(entries, random));
  };
  return visit(written, false);
}
