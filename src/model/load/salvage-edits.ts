/** Parts of a plain value dropped or replaced, all at once, the original left as it is. */
import type { DocumentPath } from '../finding.ts';

type Change = { readonly kind: 'drop' } | { readonly kind: 'set'; readonly value: unknown };

interface Edit {
  change: Change | null;
  readonly children: Map<string, Edit>;
}

const emptyEdit = (): Edit => ({ change: null, children: new Map() });

/** What is to be changed in a value, by path; applied in one pass, however many changes there are. */
export class Edits {
  readonly #root = emptyEdit();

  #at(path: DocumentPath): Edit {
    let edit = this.#root;
    for (const step of path) {
      const key = String(step);
      let child = edit.children.get(key);
      if (child === undefined) {
        child = emptyEdit();
        edit.children.set(key, child);
      }
      edit = child;
    }
    return edit;
  }

  /** The key at the end of a path goes. An item of a list is not dropped: positions would shift. */
  drop(path: DocumentPath): void {
    this.#at(path).change ??= { kind: 'drop' };
  }

  /** The value at a path is replaced, or added. */
  set(path: DocumentPath, value: unknown): void {
    this.#at(path).change = { kind: 'set', value };
  }

  /** The value with all changes made; parts without a change are shared with the original. */
  apply(value: unknown): unknown {
    return applyEdit(value, this.#root);
  }
}

function applyEdit(value: unknown, edit: Edit): unknown {
  if (edit.change?.kind === 'set') return edit.change.value;
  if (edit.children.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = [...value];
    for (const [key, child] of edit.children) {
      if (Number(key) in items) items[Number(key)] = applyEdit(items[Number(key)], child);
    }
    return items;
  }
  const entries = Object.entries(value)
    .filter(([key]) => edit.children.get(key)?.change?.kind !== 'drop')
    .map(([key, inner]): [string, unknown] => {
      const child = edit.children.get(key);
      return [key, child === undefined ? inner : applyEdit(inner, child)];
    });
  for (const [key, { change }] of edit.children) {
    if (change?.kind === 'set' && !Object.hasOwn(value, key)) entries.push([key, change.value]);
  }
  return Object.fromEntries(entries);
}
