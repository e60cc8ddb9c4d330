/** What kind of value a field takes, read from the schema. */
import type { TreeNode } from './json-schema-tree.ts';
import type { WrittenForm } from './words.ts';

type PlainKind = 'text' | 'yes-no';
type FormKind = Exclude<WrittenForm, 'positive-minutes' | 'reserves'>;

/** One kind of value; a field takes one or several. Bounds are those of the value, or of the length of a list. */
export type FieldType =
  | { readonly kind: PlainKind | FormKind }
  | {
      readonly kind: 'number' | 'whole-number';
      readonly min: number | null;
      readonly max: number | null;
      /** The smallest value is excluded. */
      readonly above: number | null;
    }
  | { readonly kind: 'one-of'; readonly values: readonly (string | number)[] }
  | {
      readonly kind: 'list';
      readonly of: readonly FieldType[];
      readonly min: number | null;
      readonly max: number | null;
    }
  | { readonly kind: 'tuple'; readonly of: readonly (readonly FieldType[])[] }
  /** Keys with values: named by the format (null), or by the author, all with values of one kind. */
  | { readonly kind: 'mapping'; readonly of: readonly FieldType[] | null };

/** The safe integers that zod writes as bounds of any whole number. */
const bound = (limit: number | undefined): number | null =>
  limit === undefined || Math.abs(limit) === Number.MAX_SAFE_INTEGER ? null : limit;

function listType({ items, minItems, maxItems }: TreeNode): FieldType {
  if (items !== undefined && 'length' in items) return { kind: 'tuple', of: items.map(typesOf) };
  const of = items === undefined ? [] : typesOf(items as TreeNode);
  return { kind: 'list', of, min: minItems ?? null, max: maxItems ?? null };
}

function formType(form: Exclude<WrittenForm, 'reserves'>): FieldType {
  return { kind: form === 'positive-minutes' ? 'minutes' : form };
}

/**
 * The kinds of value a node takes, in the order of the schema.
 * @example typesOf({ type: 'integer', minimum: 1 }) // [{ kind: 'whole-number', min: 1, max: null, above: null }]
 */
export function typesOf(node: TreeNode): readonly FieldType[] {
  if (node.anyOf !== undefined)
    return node.form === 'day-names' ? [formType(node.form)] : node.anyOf.flatMap(typesOf);
  if (node.form !== undefined && node.form !== 'reserves') return [formType(node.form)];
  if (typeof node.const === 'string' || typeof node.const === 'number') {
    return [{ kind: 'one-of', values: [node.const] }];
  }
  if (node.enum !== undefined) return [{ kind: 'one-of', values: node.enum }];
  switch (node.type) {
    case 'integer':
    case 'number':
      return [
        {
          kind: node.type === 'integer' ? 'whole-number' : 'number',
          min: bound(node.minimum),
          max: bound(node.maximum),
          above: bound(node.exclusiveMinimum),
        },
      ];
    case 'boolean':
      return [{ kind: 'yes-no' }];
    case 'array':
      return [listType(node)];
    case 'object': {
      const value = node.additionalProperties;
      return [{ kind: 'mapping', of: typeof value === 'object' ? typesOf(value) : null }];
    }
    default:
      return [{ kind: 'text' }];
  }
}
