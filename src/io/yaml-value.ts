/**
 * From the nodes of a YAML document to plain values, with the limits that keep a hostile file harmless: keys that
 * are texts or numbers and unique, no tags beyond the core schema's, aliases that stay finite.
 */
import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import type { Finding } from '../model/finding.ts';
import { ioError } from './codes.ts';

/** Values a document may hold once its aliases are written out. */
export const MAX_VALUES = 250_000;
/** Levels of lists and objects, aliases written out. */
export const MAX_DEPTH = 64;

const CORE_PREFIX = /^tag:yaml\.org,2002:/;
const CORE_TAG = /^tag:yaml\.org,2002:(map|seq|str|int|float|bool|null)$/;

export interface BuiltValue {
  readonly value: unknown;
  /** What each alias stands for, so that a place inside it can be found. */
  readonly aliases: ReadonlyMap<Node, Node>;
  readonly findings: readonly Finding[];
}

interface Built {
  readonly value: unknown;
  readonly values: number;
  readonly depth: number;
}

const NOTHING: Built = { value: null, values: 1, depth: 0 };

/** Line and column of an offset in the file, both from 1. */
export type PlaceOf = (offset: number) => {
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

/**
 * The plain value of a document's root. Values are those of YAML's core schema; what an alias stands for is shared,
 * not copied. The nesting of the root must already be bounded: this descends by recursion.
 */
export function buildValue(root: Node, placeOf: PlaceOf): BuiltValue {
  const findings: Finding[] = [];
  const aliases = new Map<Node, Node>();
  const anchors = new Map<string, Node>();
  const done = new Map<Node, Built>();
  let tooManyReported = false;
  const place = (node: Node) => placeOf(node.range?.[0] ?? 0);

  function build(node: unknown): Built {
    if (!(isAlias(node) || isScalar(node) || isMap(node) || isSeq(node))) return NOTHING;
    if (isAlias(node)) return buildAlias(node);
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (node.tag !== undefined && !CORE_TAG.test(node.tag)) {
      findings.push(ioError('document-tag', { tag: node.tag.replace(CORE_PREFIX, '!!') }, place(node)));
    }
    const built = isMap(node) ? buildMap(node) : isSeq(node) ? collect(node.items.map(build)) : scalar(node);
    if (built.values > MAX_VALUES && !tooManyReported) {
      tooManyReported = true;
      findings.push(ioError('document-values', { limit: MAX_VALUES }, place(node)));
    }
    if (node.anchor !== undefined) done.set(node, built);
    return built;
  }

  function buildAlias(node: Node & { source: string }): Built {
    const name = node.source;
    const target = anchors.get(name);
    if (target === undefined) findings.push(ioError('document-alias-unknown', { name }, place(node)));
    else {
      const built = done.get(target);
      aliases.set(node, target);
      if (built !== undefined) return built;
      findings.push(ioError('document-alias-cycle', { name }, place(node)));
    }
    return NOTHING;
  }

  function buildMap(node: YAMLMap): Built {
    const firstLines = new Map<string, number>();
    const entries: [string, unknown][] = [];
    const parts: Built[] = [];
    for (const { key, value } of node.items) {
      const at = place(isScalar(key) || isMap(key) || isSeq(key) || isAlias(key) ? key : node);
      const name = keyName(key);
      const firstLine = name === null ? undefined : firstLines.get(name);
      if (name === null) findings.push(ioError('document-key', { key: shownKey(key) }, at));
      else if (firstLine !== undefined) {
        findings.push(ioError('document-duplicate-key', { key: name, firstLine }, at));
      } else firstLines.set(name, at.line);
      // An anchor on a key is legal, and an alias further on may name it.
      if (isScalar(key)) build(key);
      const part = build(value);
      parts.push(part);
      if (name !== null) entries.push([name, part.value]);
    }
    return { ...collect(parts), value: Object.fromEntries(entries) };
  }

  const built = build(root);
  // Without aliases the depth was checked while reading; only they can nest deeper than the text.
  if (built.depth > MAX_DEPTH) findings.push(ioError('document-depth', { limit: MAX_DEPTH }, place(root)));
  return { value: built.value, aliases, findings };
}

const scalar = (node: Scalar): Built => ({ value: node.value, values: 1, depth: 0 });

/** A list of its parts. */
function collect(parts: readonly Built[]): Built {
  let values = 1;
  let depth = 0;
  for (const part of parts) {
    values += part.values;
    if (part.depth > depth) depth = part.depth;
  }
  return { value: parts.map((part) => part.value), values, depth: depth + 1 };
}

/** The key as a text, or null when a key may not be like that. */
function keyName(key: unknown): string | null {
  if (!isScalar(key)) return null;
  const { value } = key;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  return typeof value === 'string' && value !== '__proto__' ? value : null;
}

function shownKey(key: unknown): string {
  if (isScalar(key)) return String(key.source ?? key.value);
  if (isAlias(key)) return `*${key.source}`;
  if (isMap(key)) return '{…}';
  return isSeq(key) ? '[…]' : '';
}
