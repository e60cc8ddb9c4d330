/** What a variant changes in a scenario as its author wrote it: the values that differ, by their paths. */

/** A value that differs. Null where one of the two does not have it. */
export interface DocumentChange {
  /** As `--set` takes it: items of lists by their id, else by their rank from 1. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Mapping = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Named in the results, or told apart from them: not what is simulated. */
const NOT_TOLD: ReadonlySet<string> = new Set(['name', 'description', 'label', 'run', 'observed', 'creneau']);
/** Weeks are told as vacations. */
const isWeek = (path: readonly string[]): boolean =>
  path.length === 3 && path[0] === 'devices' && path[2] === 'week';

/** A value as one would type it after `--set path=`; of minutes with their range and source, the minutes. */
function shown(value: unknown): string | null {
  if (value === undefined) return null;
  if (isMapping(value) && typeof value.minutes === 'number') return String(value.minutes);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The name of an item of a list: its id, else its rank from 1. */
const nameOf = (item: unknown, rank: number): string =>
  isMapping(item) && typeof item.id === 'string' ? item.id : String(rank + 1);

/** The parts of a value that has parts of its own, by name; null for a number, a text or a list of them. */
function partsOf(value: unknown): Mapping | null {
  if (isMapping(value)) return value;
  if (!Array.isArray(value) || !value.some(isMapping)) return null;
  return Object.fromEntries(value.map((item, rank) => [nameOf(item, rank), item]));
}

/**
 * Values that differ between two documents of the same schema, in the order of the first; names, labels, the settings
 * of the run and the weeks of devices are left out.
 * @example documentChanges({ devices: [{ id: 'irm', changeover: 5 }] }, { devices: [{ id: 'irm', changeover: 3 }] }) // [{ path: 'devices.irm.changeover', before: '5', after: '3' }]
 * @example documentChanges({ a: 1 }, { a: 1, b: { c: 2 } }) // [{ path: 'b.c', before: null, after: '2' }]
 */
export function documentChanges(before: unknown, after: unknown): readonly DocumentChange[] {
  return changesAt(before, after, []);
}

function changesAt(before: unknown, after: unknown, path: readonly string[]): readonly DocumentChange[] {
  if (isWeek(path) || NOT_TOLD.has(path.at(-1) ?? '')) return [];
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [left, right] = [partsOf(before), partsOf(after)];
  const isPart = (value: unknown, parts: Mapping | null) => parts !== null || value === undefined;
  if (!isPart(before, left) || !isPart(after, right))
    return [{ path: path.join('.'), before: shown(before), after: shown(after) }];
  const names = [...new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])];
  return names.flatMap((name) => changesAt(left?.[name], right?.[name], [...path, name]));
}
