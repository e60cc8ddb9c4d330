/**
 * A variant laid over its base. Objects merge by key and `null` removes a key, as in JSON Merge Patch (RFC 7396);
 * beyond it, lists whose items carry an `id` merge by id. Lists of anything else are replaced.
 */
import type { DocumentPath } from '../finding.ts';

type Keyed = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The `id` of a list item, or undefined; texts and numbers are distinct ids. */
function idOf(item: unknown): string | number | undefined {
  if (!isObject(item) || !Object.hasOwn(item, 'id')) return undefined;
  const id = item.id;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

/** A list of at least one item, each with an `id`. */
const isIdList = (value: unknown): value is readonly Keyed[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => idOf(item) !== undefined);

/** Keys that say which form a quantity takes (a law, a plain number of minutes, three quantiles…). */
const FORM_KEYS = ['law', 'minutes', 'p20', 'tau', 'table', 'delay', 'patients'];

/** The form of a quantity, or null for an object that is not one. */
function formOf(value: Keyed): string | null {
  const key = FORM_KEYS.find((name) => Object.hasOwn(value, name));
  return key === undefined ? null : key === 'law' ? `law ${String(value.law)}` : key;
}

/** The parent's object that the child's merges with: none when they are two forms of one quantity. */
function mergeable(parent: unknown, child: Keyed): Keyed | undefined {
  if (!isObject(parent)) return undefined;
  const form = formOf(child);
  const parentForm = formOf(parent);
  return form !== null && parentForm !== null && form !== parentForm ? undefined : parent;
}

/** One item of two merged lists: its position in the parent's, in the child's, or in both. */
interface ItemSource {
  readonly parent: number | null;
  readonly child: number | null;
}

/**
 * The items of two id lists in merged order: the parent's, then the child's new ones. A repeated id is matched once
 * and otherwise kept, so that the rule on unique ids still sees it.
 */
function pairById(parent: readonly unknown[], child: readonly unknown[]): readonly ItemSource[] {
  const waiting = new Map<string | number, number>();
  for (let i = child.length - 1; i >= 0; i--) waiting.set(idOf(child[i])!, i);
  const matched = new Set<number>();
  const items: ItemSource[] = parent.map((item, i) => {
    const id = idOf(item)!;
    const match = waiting.get(id);
    if (match === undefined) return { parent: i, child: null };
    waiting.delete(id);
    matched.add(match);
    return { parent: i, child: match };
  });
  child.forEach((_, i) => {
    if (!matched.has(i)) items.push({ parent: null, child: i });
  });
  return items;
}

/**
 * The child laid over the parent; neither is changed. Objects merge key by key, the parent's keys first; a key the
 * child sets to `null` is removed, at any depth of its objects; lists whose items all have an `id` merge by id, new
 * ids appended in the child's order; every other value of the child replaces the parent's. An empty list empties.
 * A quantity written in another form than the parent's (a law instead of minutes) replaces it whole.
 * @example mergeDocuments({ a: 1, b: 2 }, { b: null, c: 3 }) // { a: 1, c: 3 }
 * @example mergeDocuments([{ id: 'x', n: 1 }], [{ id: 'x', n: 2 }, { id: 'y' }]) // [{ id: 'x', n: 2 }, { id: 'y' }]
 * @example mergeDocuments({ days: [1, 2] }, { days: [3] }) // { days: [3] }
 * @example mergeDocuments({ minutes: 5, range: [1, 8] }, { law: 'gamma', mean: 5 }) // { law: 'gamma', mean: 5 }
 */
export function mergeDocuments(parent: unknown, child: unknown): unknown {
  if (isObject(child)) {
    const base = mergeable(parent, child) ?? {};
    const kept = Object.entries(base).filter(([key]) => !Object.hasOwn(child, key) || child[key] !== null);
    const merged = kept.map(([key, value]): [string, unknown] => [
      key,
      Object.hasOwn(child, key) ? mergeDocuments(value, child[key]) : value,
    ]);
    const added = Object.entries(child)
      .filter(([key, value]) => value !== null && !Object.hasOwn(base, key))
      .map(([key, value]): [string, unknown] => [key, mergeDocuments(undefined, value)]);
    // fromEntries defines own properties, so that a key named __proto__ stays a key.
    return Object.fromEntries([...merged, ...added]);
  }
  if (isIdList(child)) {
    const base = isIdList(parent) ? parent : [];
    return pairById(base, child).map((item) => {
      if (item.child === null) return base[item.parent!];
      return mergeDocuments(item.parent === null ? undefined : base[item.parent], child[item.child]);
    });
  }
  return child;
}

/** Which of the two documents a merged value was written in, and its path there. */
export interface MergeOrigin {
  readonly from: 'parent' | 'child';
  readonly path: DocumentPath;
}

/**
 * Where the value at `path` of `mergeDocuments(parent, child)` was written. What both wrote is the child's; a key the
 * child removed is the child's; beyond what exists, the path runs on in the document reached last.
 * @example originOf({ a: { b: 1 } }, { a: { c: 2 } }, ['a', 'b']).from // 'parent'
 * @example originOf([{ id: 'x' }], [{ id: 'y', n: 1 }], [1, 'n']) // { from: 'child', path: [0, 'n'] }
 */
export function originOf(parent: unknown, child: unknown, path: DocumentPath): MergeOrigin {
  let base = parent;
  let over = child;
  const basePath: (string | number)[] = [];
  const overPath: (string | number)[] = [];
  for (const [at, step] of path.entries()) {
    const rest = path.slice(at);
    let inBase: string | number | null = null;
    let inOver: string | number | null = null;
    if (isObject(over)) {
      base = mergeable(base, over);
      if (Object.hasOwn(over, step)) inOver = step;
      if (isObject(base) && Object.hasOwn(base, step)) inBase = step;
    } else if (isIdList(over)) {
      const item = pairById(isIdList(base) ? base : [], over)[Number(step)];
      inBase = item?.parent ?? null;
      inOver = item?.child ?? null;
    } else inOver = step;
    if (inOver === null) {
      return inBase === null
        ? { from: 'child', path: [...overPath, ...rest] }
        : { from: 'parent', path: [...basePath, inBase, ...rest.slice(1)] };
    }
    overPath.push(inOver);
    over = (over as Keyed | undefined | null)?.[inOver];
    if (inBase === null) base = undefined;
    else {
      basePath.push(inBase);
      base = (base as Keyed)[inBase];
    }
  }
  return { from: 'child', path: overPath };
}
