/**
 * The JSON Schema of a scenario file, for editors and other programs. Draft-07: what VS Code itself supports in full,
 * and what every version of its YAML extension understands (later drafts only since yaml-language-server 1.20).
 */
import { fixedDefault } from '../complete/defaults-fixed.ts';
import { deepFreeze } from '../freeze.ts';
import type { Label } from '../scenario.ts';
import { formSchema, type JsonSchema } from './json-schema-forms.ts';
import { eachPath, keyPath, lawName, lawPath, scenarioTree, type TreeNode } from './json-schema-tree.ts';
import { variantOf } from './json-schema-variant.ts';
import type { FieldUnit } from './words.ts';

type Language = keyof Label;

/** After the description of a field: what its numbers count. */
const UNIT_WORDS: Readonly<Record<FieldUnit, Label>> = Object.freeze({
  min: { en: 'minutes', fr: 'minutes' },
  d: { en: 'days', fr: 'jours' },
  week: { en: 'weeks', fr: 'semaines' },
  'h/week': { en: 'hours a week', fr: 'heures par semaine' },
  '/week': { en: 'a week', fr: 'par semaine' },
  '/year': { en: 'a year', fr: 'par an' },
  ratio: { en: '0 to 1', fr: '0 à 1' },
  'HH:MM': { en: 'HH:MM', fr: 'HH:MM' },
  ICR: { en: 'points', fr: 'points' },
});

const TITLE: Label = { en: 'Créneau scenario', fr: 'Scénario Créneau' };

/** Besides `kind` and `release`, which are no targets, a mapping of reserves keeps minutes for at most so many. */
function reserveCount(most: number): JsonSchema {
  const atMost = (more: number): JsonSchema => ({ maxProperties: most + more });
  const has = (...required: readonly string[]): JsonSchema => ({ required });
  return {
    if: has('kind', 'release'),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: atMost(2),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    else: { if: { anyOf: [has('kind'), has('release')] }, then: atMost(1), else: atMost(0) },
  };
}

/** `law: gamma`, or the keys of a short form. */
const lawTitle = (form: TreeNode): string => {
  const name = lawName(form);
  return name === null ? (form.required ?? []).join(', ') : `law: ${name}`;
};

/** Turns the tree into JSON Schema in one language. */
class Writer {
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  /** A node of the tree at a path; a default is told where its key may be left out. */
  schema(node: TreeNode, path: string, mayBeLeftOut = false): JsonSchema {
    const { en, fr, unit, form, each, items, properties, additionalProperties, anyOf, ...own } = node;
    const fallback = mayBeLeftOut ? fixedDefault(path) : undefined;
    const words = {
      ...this.#description(node),
      ...(fallback === undefined ? {} : { default: fallback }),
    };
    // Beside a `$ref` other keywords are ignored in draft-07.
    if (form === 'law') return { ...words, allOf: [{ $ref: '#/definitions/law' }] };
    if (form === 'reserves') return { ...words, anyOf: this.#reserves(anyOf!, path) };
    if (form !== undefined && form !== 'identifier') return { ...words, ...formSchema(form, this.#language) };
    return {
      ...words,
      ...own,
      ...(items === undefined ? {} : { items: this.#items(items, path) }),
      ...('length' in (items ?? {}) ? { additionalItems: false } : {}),
      ...(properties === undefined ? {} : { properties: this.#properties(node, path) }),
      ...(additionalProperties === undefined
        ? {}
        : { additionalProperties: this.#additional(additionalProperties, eachPath(path, node)) }),
      ...(anyOf === undefined ? {} : { anyOf: anyOf.map((one) => this.schema(one, path)) }),
    };
  }

  /** Any duration: a bare quantity, or one of its forms, each under the name editors give it. */
  law(forms: readonly TreeNode[]): JsonSchema {
    const mappings = forms.map((form) => ({
      title: lawTitle(form),
      ...this.schema(form, lawPath(form)),
    }));
    return { anyOf: [formSchema('signed-minutes', this.#language), ...mappings] };
  }

  #description({ en, fr, unit }: TreeNode): JsonSchema {
    if (en === undefined || fr === undefined) return {};
    const text = this.#language === 'fr' ? fr : en;
    return { description: unit === undefined ? text : `${text} (${UNIT_WORDS[unit][this.#language]})` };
  }

  #items(items: TreeNode | readonly TreeNode[], path: string): JsonSchema | readonly JsonSchema[] {
    if ('length' in items) return items.map((item) => this.schema(item, path));
    return this.schema(items as TreeNode, `${path}[]`);
  }

  #properties(node: TreeNode, path: string): JsonSchema {
    const required = node.required ?? [];
    return Object.fromEntries(
      Object.entries(node.properties ?? {}).map(([key, one]) => [
        key,
        this.schema(one, keyPath(path, key), !required.includes(key)),
      ]),
    );
  }

  #additional(value: TreeNode | boolean, path: string): JsonSchema | boolean {
    return typeof value === 'boolean' ? value : this.schema(value, path);
  }

  #reserves(forms: readonly TreeNode[], path: string): readonly JsonSchema[] {
    const most = forms.find((form) => form.maxItems !== undefined)?.maxItems ?? 0;
    return forms.map((form) => ({
      ...this.schema(form, path),
      ...(form.type === 'object' ? reserveCount(most) : {}),
    }));
  }
}

/**
 * The JSON Schema (draft-07) of a scenario as a user writes it, its descriptions in one language: short forms of
 * quantities and laws, both forms of reserves, defaults where one value stands for all. A file with `extends` may hold
 * any part of a scenario, and null where it takes a value away. It accepts whatever `parseScenario` accepts; what only
 * the whole scenario tells (names that do not exist, quantiles out of order) is left to `parseScenario`.
 * @example scenarioJsonSchema('fr').title // 'Scénario Créneau'
 */
export function scenarioJsonSchema(language: 'en' | 'fr'): JsonSchema {
  const { root, lawForms } = scenarioTree();
  const writer = new Writer(language);
  const scenario = writer.schema(root, '');
  const law = writer.law(lawForms);
  return deepFreeze({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: TITLE[language],
    if: { type: 'object', required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { $ref: '#/definitions/variant' },
    else: { $ref: '#/definitions/scenario' },
    definitions: {
      scenario,
      law,
      variant: variantOf(scenario),
      'law-variant': variantOf(law),
    },
  });
}
