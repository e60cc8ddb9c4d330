/** Which keys a schema knows at a place: read from the schema itself, so that nothing is listed twice. */
import { z } from 'zod';
import type { DocumentPath } from '../finding.ts';
import { zScenario } from './schema.ts';

/** The part of JSON Schema that zod writes for ours. */
interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly items?: SchemaNode | boolean;
  readonly prefixItems?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

/** The node itself and all the alternatives inside it. */
function alternatives(node: SchemaNode): SchemaNode[] {
  return [node, ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap(alternatives)];
}

function below(node: SchemaNode, step: string | number): SchemaNode[] {
  return alternatives(node).flatMap((one) => {
    const named = one.properties?.[step];
    if (named !== undefined) return [named];
    if (typeof step === 'number') {
      const at = one.prefixItems?.[step] ?? one.items;
      return typeof at === 'object' ? [at] : [];
    }
    return typeof one.additionalProperties === 'object' ? [one.additionalProperties] : [];
  });
}

/**
 * The keys a document of some schema may have at a place, all its alternative forms together, in the order of the
 * schema; none where there is no mapping, or where any key goes.
 * @example keysOfSchema(zScenario)(['backlog']) // []
 */
export function keysOfSchema(schema: z.ZodType): (path: DocumentPath) => readonly string[] {
  // Made once, and only when a key is unknown.
  let root: SchemaNode | null = null;
  return (path) => {
    root ??= z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as SchemaNode;
    let nodes: SchemaNode[] = [root];
    for (const step of path) nodes = nodes.flatMap((node) => below(node, step));
    const keys = nodes
      .flatMap(alternatives)
      .flatMap((node) => [...Object.keys(node.properties ?? {}), ...(node.propertyNames?.enum ?? [])]);
    return [...new Set(keys)];
  };
}

/**
 * The keys a scenario may have at a place, as `keysOfSchema` gives them.
 * @example knownKeys(['calendar']) // ['start', 'public-holidays', 'school-zone', 'closures']
 */
export const knownKeys: (path: DocumentPath) => readonly string[] = keysOfSchema(zScenario);
