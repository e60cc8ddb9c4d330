/** The options of the scenario schema, and those a written scenario uses: what no scenario uses, no test tries. */
import { z } from 'zod';
import { zScenario } from '../../src/model/schema/schema.ts';

/** The part of JSON Schema that is written for ours. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly propertyNames?: Node;
  readonly items?: Node | boolean;
  readonly prefixItems?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

const schema = z.toJSONSchema(zScenario, { io: 'input', unrepresentable: 'any' }) as Node;

/** The same function, each node looked at once. */
function remembered<T>(of: (node: Node) => T): (node: Node) => T {
  const known = new WeakMap<Node, { readonly value: T }>();
  return (node) => {
    const found = known.get(node) ?? { value: of(node) };
    known.set(node, found);
    return found.value;
  };
}

const alternatives: (node: Node) => readonly Node[] = remembered((node) => [
  node,
  ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap(alternatives),
]);

/** A law is one place wherever it stands, so that each of its forms is asked for once. */
const placeOf = (node: Node, path: string): string => (node.properties?.law === undefined ? path : 'law');

const isSchema = (node: Node | boolean | undefined): node is Node => typeof node === 'object';

/** What is below a node: each property by its key, what a list or a mapping of any keys holds under `*`. */
const below = remembered((node): readonly (readonly [string, Node])[] => {
  const named = Object.entries(node.properties ?? {});
  const keys = (node.propertyNames?.enum ?? []).map(String);
  const others = isSchema(node.additionalProperties) ? node.additionalProperties : null;
  const inner =
    keys.length > 0
      ? keys.map((key) => [key, others!] as const)
      : others === null
        ? []
        : [['*', others] as const];
  const items = [node.items, ...(node.prefixItems ?? [])].filter(isSchema);
  return [...named, ...inner, ...items.map((item) => ['*', item] as const)];
});

const valuesOf = remembered((node): readonly string[] =>
  [...(node.enum ?? []), ...(node.const === undefined ? [] : [node.const])].map(String),
);

/** Every key of the schema by its place, and every word of its lists: `flows.*.offer=earliest`. */
export function schemaOptions(): ReadonlySet<string> {
  const options = new Set<string>();
  const seen = new Set<string>();
  const visit = (node: Node, path: string): void => {
    for (const one of alternatives(node)) {
      const place = placeOf(one, path);
      for (const value of valuesOf(one)) options.add(`${place}=${value}`);
      for (const [key, inner] of below(one)) {
        const at = `${place}.${key}`;
        if (key !== '*') options.add(at);
        if (place === 'law' && seen.has(`${at} ${JSON.stringify(inner)}`)) continue;
        seen.add(`${at} ${JSON.stringify(inner)}`);
        visit(inner, at);
      }
    }
  };
  visit(schema, '');
  return options;
}

/** The options a written value uses, named as `schemaOptions` does. */
export function optionsUsed(written: unknown): ReadonlySet<string> {
  const options = new Set<string>();
  const visit = (value: unknown, nodes: readonly Node[], path: string): void => {
    const all = nodes.flatMap(alternatives);
    if (typeof value !== 'object' || value === null) {
      const word = String(value);
      for (const node of all)
        if (valuesOf(node).includes(word)) options.add(`${placeOf(node, path)}=${word}`);
      return;
    }
    const isLaw = all.some((node) => node.properties?.law !== undefined);
    const place = isLaw ? 'law' : path;
    // Of a list of a hundred equal numbers, one says as much.
    const inside = Array.isArray(value)
      ? [...new Set(value)].map((one) => ['*', one] as const)
      : Object.entries(value);
    for (const [key, inner] of inside) {
      const fitting = all.flatMap((node) => below(node).filter(([name]) => name === key || name === '*'));
      const named = fitting.filter(([name]) => name === key);
      const step = named.length > 0 ? key : '*';
      if (step !== '*') options.add(`${place}.${step}`);
      visit(
        inner,
        (named.length > 0 ? named : fitting).map(([, node]) => node),
        `${place}.${step}`,
      );
    }
  };
  visit(written, [schema], '');
  return options;
}
