/**
 * The scenario schema as a tree of what a user writes, every key with its words in both languages: what the JSON
 * Schema and the reference of fields are both made from.
 */
import { z } from 'zod';
import { deepFreeze } from '../freeze.ts';
import { zScenario } from './schema.ts';
import { CLASS_FIELDS, type FieldUnit, says, type WrittenForm } from './words.ts';

/** A node of JSON Schema (draft-07) as zod writes it, with our own words beside. */
export interface TreeNode {
  readonly type?: string | readonly string[];
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: TreeNode | readonly TreeNode[];
  readonly properties?: Readonly<Record<string, TreeNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: TreeNode | boolean;
  readonly anyOf?: readonly TreeNode[];
  readonly en?: string;
  readonly fr?: string;
  readonly unit?: FieldUnit;
  readonly form?: WrittenForm;
  /** What the keys of a mapping name: an exam type, a device, a class, a flow, a department. */
  readonly each?: 'exam' | 'device' | 'class' | 'flow' | 'department';
}

/** As zod writes it. */
interface RawNode extends Omit<TreeNode, 'anyOf' | 'items' | 'properties' | 'additionalProperties'> {
  readonly items?: RawNode | readonly RawNode[];
  readonly properties?: Readonly<Record<string, RawNode>>;
  readonly additionalProperties?: RawNode | boolean;
  readonly anyOf?: readonly RawNode[];
  readonly oneOf?: readonly RawNode[];
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly $schema?: string;
  readonly additionalItems?: boolean;
}

export interface ScenarioTree {
  readonly root: TreeNode;
  /** The forms of a duration that are mappings: the two short ones, then one a law. A bare quantity is not among them. */
  readonly lawForms: readonly TreeNode[];
}

const without = (node: TreeNode, ...keys: readonly string[]): TreeNode => ({
  ...node,
  properties: Object.fromEntries(
    Object.entries(node.properties ?? {}).filter(([key]) => !keys.includes(key)),
  ),
  required: (node.required ?? []).filter((key) => !keys.includes(key)),
});

/** The name of a law form. */
export const lawName = (node: TreeNode): string | null => {
  const name = node.properties?.law?.const;
  return typeof name === 'string' ? name : null;
};

/**
 * `{minutes: 12}` and `{p20, p50, p80}`, from the long forms they stand for: the fixed duration under another key, and
 * J-QPD-S without its name.
 */
function shortForms(forms: readonly TreeNode[]): readonly TreeNode[] {
  const named = (name: string) => forms.find((form) => lawName(form) === name)!;
  const fixed = named('deterministic');
  const { value, ...evidence } = without(fixed, 'law').properties!;
  return [
    { ...fixed, properties: { minutes: value!, ...evidence }, required: ['minutes'] },
    without(named('jqpd-s'), 'law'),
  ];
}

/** Reserves by class or flow: `{H: 90min, release: 1d, kind: nested}`. */
function reservesByTarget(item: TreeNode): TreeNode {
  const { minutes, kind, release } = item.properties!;
  const classes = Object.entries(CLASS_FIELDS).map(([name, words]) => [name, { ...minutes, ...words }]);
  return {
    type: 'object',
    properties: { ...Object.fromEntries(classes), kind: kind!, release: release! },
    additionalProperties: { ...minutes!, ...says('for the flow of that name', 'pour le flux de ce nom') },
    each: 'flow',
  };
}

/** A mapping whose keys are the classes is written out, so that each key has its words. */
function classKeys(value: TreeNode): Pick<TreeNode, 'properties' | 'additionalProperties'> {
  const properties = Object.entries(CLASS_FIELDS).map(([name, words]) => [name, { ...value, ...words }]);
  return { properties: Object.fromEntries(properties), additionalProperties: false };
}

/** A node without what zod alone says, its alternatives all under `anyOf`, reserves in both their forms. */
function tidy(raw: RawNode): TreeNode {
  const {
    oneOf,
    anyOf,
    propertyNames,
    $schema,
    additionalItems,
    items,
    properties,
    additionalProperties,
    ...own
  } = raw;
  const value = typeof additionalProperties === 'object' ? tidy(additionalProperties) : additionalProperties;
  const alternatives = (anyOf ?? oneOf)?.map(tidy);
  const node: TreeNode = {
    ...own,
    ...(items === undefined ? {} : { items: 'length' in items ? items.map(tidy) : tidy(items as RawNode) }),
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, tidy(one)])) }),
    ...(value === undefined ? {} : { additionalProperties: value }),
    ...(alternatives === undefined ? {} : { anyOf: alternatives }),
  };
  if (node.each === 'class' && typeof value === 'object') return { ...node, ...classKeys(value) };
  if (node.form !== 'reserves') return node;
  const { type, items: list, maxItems, ...words } = node;
  return {
    ...words,
    anyOf: [{ type: type!, items: list!, maxItems: maxItems! }, reservesByTarget(list as TreeNode)],
  };
}

/**
 * The path of a key, as the reference of fields names it.
 * @example keyPath('devices[]', 'speed') // 'devices[].speed'
 */
export const keyPath = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** The path of any key of a mapping whose keys its author names: `exams.<exam>`. */
export const eachPath = (path: string, node: TreeNode): string => keyPath(path, `<${node.each ?? 'name'}>`);

/**
 * The path of a form of a duration, wherever it is written.
 * @example lawPath(scenarioTree().lawForms[0]) // '<law>'
 */
export function lawPath(form: TreeNode): string {
  const name = lawName(form);
  return name === null ? '<law>' : `<law: ${name}>`;
}

/** Zod takes a key whose value is first turned into its long form for one that may be left out: only `optional` may. */
function requireKeys({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodType;
  jsonSchema: { required?: string[] };
}) {
  if (!(zodSchema instanceof z.ZodObject)) return;
  const shape = Object.entries(zodSchema.shape);
  jsonSchema.required = shape.filter(([, value]) => !(value instanceof z.ZodOptional)).map(([key]) => key);
}

let tree: ScenarioTree | null = null;

/**
 * The tree, made once. Fields of durations have the form `law` and no alternatives of their own: these are told once.
 * @example scenarioTree().root.properties.run.properties.weeks.unit // 'week'
 */
export function scenarioTree(): ScenarioTree {
  if (tree !== null) return tree;
  const laws: TreeNode[] = [];
  const once = (node: TreeNode): TreeNode => {
    if (node.form === 'law') {
      const { anyOf, ...words } = node;
      if (laws.length === 0) laws.push(...shortForms(anyOf!), ...anyOf!);
      return words;
    }
    const { items, properties, additionalProperties, anyOf } = node;
    return {
      ...node,
      ...(items === undefined
        ? {}
        : { items: 'length' in items ? items.map(once) : once(items as TreeNode) }),
      ...(properties === undefined
        ? {}
        : {
            properties: Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, once(one)])),
          }),
      ...(typeof additionalProperties === 'object'
        ? { additionalProperties: once(additionalProperties) }
        : {}),
      ...(anyOf === undefined ? {} : { anyOf: anyOf.map(once) }),
    };
  };
  const raw = z.toJSONSchema(zScenario, { io: 'input', target: 'draft-7', override: requireKeys }) as RawNode;
  const root = once(tidy(raw));
  tree = deepFreeze({ root, lawForms: laws });
  return tree;
}
