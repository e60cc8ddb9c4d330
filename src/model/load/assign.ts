/** One value of a scenario set by its path, as `devices.irm-1.slots.A`: items of lists go by their id or their rank. */
import type { DocumentPath } from '../finding.ts';
import { nearestName } from '../nearest-name.ts';

/** Why a path leads nowhere: what stands there, and the name it may have meant. */
export interface AssignFault {
  readonly fault: 'no-such-item' | 'inside-a-value' | 'empty';
  /** The step that fails. */
  readonly step: string;
  /** The steps before it. */
  readonly at: string;
  readonly nearest: string;
}

export interface Assigned {
  /** A copy with the value in its place; what is not on the path is shared with the original. */
  readonly value: unknown;
  /** The path by keys and positions, as findings have it. */
  readonly path: DocumentPath;
  /** Steps of the path that were there already. */
  readonly found: number;
}

type Mapping = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A flow without an id goes by site/modality/class and what else sets it apart, as in the results. */
function nameOf(item: unknown): string {
  if (!isMapping(item)) return '';
  if (typeof item.id === 'string') return item.id;
  const sites = Array.isArray(item.sites) ? item.sites.join('+') : '';
  const parts = [item.site ?? sites, item.modality, item.class, item.owner, item.priority].filter(
    (part): part is string => typeof part === 'string' && part !== '',
  );
  return [...parts, ...(item['walk-in'] === true ? ['walk-in'] : [])].join('/');
}

/** The longest of these names with which the rest of a path begins; names may hold points themselves. */
function stepAmong(names: readonly string[], rest: string): string | null {
  const fitting = names.filter((name) => name !== '' && (rest === name || rest.startsWith(`${name}.`)));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}

/**
 * A value put at a path. Keys that are not there yet are made; items of lists must exist, by id, or by their rank from
 * 1 (`week.1.to` is the end of the first vacation). Whether the value may stand there is for the schema to say.
 * @example assignAt({ devices: [{ id: 'irm', slots: { A: 30 } }] }, 'devices.irm.slots.A', 25).value // { devices: [{ id: 'irm', slots: { A: 25 } }] }
 * @example assignAt({ run: {} }, 'run.weeks', 52).path // ['run', 'weeks']
 * @example assignAt({ devices: [{ id: 'irm' }] }, 'devices.imr.speed', 1).nearest // 'irm'
 */
export function assignAt(root: unknown, path: string, value: unknown): Assigned | AssignFault {
  if (path === '' || path.endsWith('.'))
    return { fault: 'empty', step: '', at: path.slice(0, -1), nearest: '' };
  const put = (node: unknown, rest: string, above: DocumentPath): Assigned | AssignFault => {
    if (rest === '') return { value, path: above, found: 0 };
    const at = path.slice(0, path.length - rest.length).replace(/\.$/, '');
    const first = rest.split('.')[0]!;
    const after = (step: string) => rest.slice(step.length + 1);
    if (Array.isArray(node)) {
      const names = node.map(nameOf);
      const step = stepAmong(names, rest);
      const index =
        step === null ? (/^[1-9]\d{0,6}$/.test(first) ? Number(first) - 1 : -1) : names.indexOf(step);
      if (index < 0 || index >= node.length)
        return { fault: 'no-such-item', step: first, at, nearest: nearestName(first, names) };
      const inner = put(node[index], after(step ?? first), [...above, index]);
      if ('fault' in inner) return inner;
      return { ...inner, value: node.with(index, inner.value), found: inner.found + 1 };
    }
    if (node !== undefined && node !== null && !isMapping(node))
      return { fault: 'inside-a-value', step: first, at, nearest: '' };
    const mapping: Mapping = node ?? {};
    const step = stepAmong(Object.keys(mapping), rest) ?? first;
    if (step === '' || step === '__proto__') return { fault: 'empty', step, at, nearest: '' };
    const isThere = Object.hasOwn(mapping, step);
    const inner = put(isThere ? mapping[step] : undefined, after(step), [...above, step]);
    if ('fault' in inner) return inner;
    return { ...inner, value: { ...mapping, [step]: inner.value }, found: isThere ? inner.found + 1 : 0 };
  };
  return put(root, path, []);
}
