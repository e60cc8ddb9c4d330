/** Every field a user may write in a scenario, one row each: kind, unit, defaults with their sources, meaning. */

import { deepFreeze } from '../freeze.ts';
import {
  DEFAULTS_NAMES,
  type DefaultsName,
  defaultsOf,
  type FieldDefault,
} from './field-reference-defaults.ts';
import { type FieldType, typesOf } from './field-reference-type.ts';
import { eachPath, keyPath, lawName, lawPath, scenarioTree, type TreeNode } from './json-schema-tree.ts';
import type { FieldUnit } from './words.ts';

export const FIELD_SECTIONS = [
  'scenario',
  'region',
  'calendar',
  'run',
  'exams',
  'sites',
  'devices',
  'vacations',
  'flows',
  'laws',
  'evidence',
] as const;
/** The part of the scenario a field belongs to. */
export type FieldSection = (typeof FIELD_SECTIONS)[number];

export interface FieldRow {
  /**
   * As a user writes it: `[]` is each item of a list, `<exam>` a name the author chooses, `<law>` any field of a
   * duration.
   */
  readonly path: string;
  readonly section: FieldSection;
  /** The kinds of value it takes. */
  readonly types: readonly FieldType[];
  /** What its bare numbers count. */
  readonly unit: FieldUnit | null;
  /** Must be written where the mapping that holds it is. */
  readonly required: boolean;
  /** What stands for it where it is left out, by set of defaults. */
  readonly defaults: Readonly<Record<DefaultsName, readonly FieldDefault[]>>;
  readonly en: string;
  readonly fr: string;
}

const EVIDENCE_KEYS: readonly string[] = ['status', 'source', 'range'];
const lastKey = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function sectionOf(path: string): FieldSection {
  if (EVIDENCE_KEYS.includes(lastKey(path))) return 'evidence';
  if (path.startsWith('<law')) return 'laws';
  if (path.startsWith('devices[].week[]')) return 'vacations';
  const part = FIELD_SECTIONS.find((name) => path.startsWith(`${name}.`) || path.startsWith(`${name}[].`));
  return part ?? 'scenario';
}

function rowOf(path: string, node: TreeNode, required: boolean): FieldRow {
  const [anap, none] = DEFAULTS_NAMES.map((name) => defaultsOf(path, name));
  return {
    path,
    section: sectionOf(path),
    types: typesOf(node),
    unit: node.unit ?? null,
    required,
    defaults: { 'anap-2010': anap!, none: none! },
    en: node.en ?? '',
    fr: node.fr ?? '',
  };
}

/** The fields below a node, in the order of the schema. */
function fieldsBelow(node: TreeNode, path: string): readonly FieldRow[] {
  const { properties = {}, required = [], items, additionalProperties, anyOf = [] } = node;
  return [
    ...Object.entries(properties).flatMap(([key, one]) => {
      const at = keyPath(path, key);
      return [rowOf(at, one, required.includes(key)), ...fieldsBelow(one, at)];
    }),
    ...(items === undefined || 'length' in items ? [] : fieldsBelow(items as TreeNode, `${path}[]`)),
    ...(typeof additionalProperties === 'object'
      ? [
          ...(additionalProperties.en === undefined
            ? []
            : [rowOf(eachPath(path, node), additionalProperties, false)]),
          ...fieldsBelow(additionalProperties, eachPath(path, node)),
        ]
      : []),
    ...anyOf.flatMap((one) => fieldsBelow(one, path)),
  ];
}

/** The fields of durations: evidence is the same in each form, and told once. */
function lawFields(forms: readonly TreeNode[]): readonly FieldRow[] {
  return forms.flatMap((form) =>
    fieldsBelow(form, lawPath(form)).filter(
      ({ section }) => section !== 'evidence' || lawName(form) === null,
    ),
  );
}

let rows: readonly FieldRow[] | null = null;

/**
 * Every field of a scenario, at any depth, in the order of the schema, forms of durations last. Descriptions and units
 * are those of the schema, defaults those that completing a scenario takes.
 * @example fieldReference()[0].path // 'creneau'
 */
export function fieldReference(): readonly FieldRow[] {
  if (rows !== null) return rows;
  const { root, lawForms } = scenarioTree();
  const byPath = new Map<string, FieldRow>();
  for (const row of [...fieldsBelow(root, ''), ...lawFields(lawForms)]) {
    if (!byPath.has(row.path)) byPath.set(row.path, row);
  }
  rows = deepFreeze([...byPath.values()]);
  return rows;
}
