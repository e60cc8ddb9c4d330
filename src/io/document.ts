/** A YAML 1.2 or JSON text as a value whose every part knows its line and column. */
import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
} from 'yaml';
import type { DocumentPath, FilePosition, Finding } from '../model/finding.ts';
import { ioError } from './codes.ts';
import { readText } from './read.ts';
import { syntaxFindings } from './yaml-syntax.ts';
import { buildValue, MAX_DEPTH, MAX_VALUES, type PlaceOf } from './yaml-value.ts';

/** The largest document read, in bytes of UTF-8. */
export const MAX_DOCUMENT_BYTES = 5_000_000;

export interface SourceDocument {
  readonly file: string;
  readonly value: unknown;
  /**
   * Where a value stands: a number or a text where it is written, a list or an object where its key is. Beyond what
   * exists, the nearest part that does.
   */
  locate(path: DocumentPath): FilePosition;
}

export interface DocumentResult {
  /** Null as soon as there is one error. */
  readonly document: SourceDocument | null;
  readonly findings: readonly Finding[];
}

/** Files a planner may take for a scenario. */
const OFFICE_KINDS = ['xlsx', 'xls', 'xlsm', 'ods', 'csv', 'docx', 'doc', 'odt', 'pdf'];

const failed = (findings: readonly Finding[]): DocumentResult => ({ document: null, findings });

/**
 * Reads a file and parses it. All that is wrong is reported at once, each with its line and column.
 * @example readDocument('missing.yaml').findings[0].code // 'file-missing'
 */
export function readDocument(file: string): DocumentResult {
  const { text, findings } = readText(file, { maxBytes: MAX_DOCUMENT_BYTES, otherwise: 'refuse' });
  const kind = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  // Bytes that are no text, or the values of a table, tell nothing of what to do.
  if (OFFICE_KINDS.includes(kind) && findings.every(({ code }) => code === 'file-encoding')) {
    return failed([ioError('document-office', { kind }, { file })]);
  }
  return text === null ? failed(findings) : parseDocument(text, file);
}

/**
 * Parses one YAML 1.2 document (so JSON too) within limits: size, depth, unique keys, aliases that stay small, no
 * tags of one's own. `file` is only what findings and places are named after.
 * @example parseDocument('a: {b: 12}', 'a.yaml').document.value // { a: { b: 12 } }
 * @example parseDocument('a: {b: 12}', 'a.yaml').document.locate(['a', 'b']) // { file: 'a.yaml', line: 1, column: 8 }
 * @example parseDocument('a: 1\na: 2', 'a.yaml').findings[0].code // 'document-duplicate-key'
 */
export function parseDocument(text: string, file: string): DocumentResult {
  if (new TextEncoder().encode(text).length > MAX_DOCUMENT_BYTES) {
    return failed([
      ioError('file-too-large', { limit: MAX_DOCUMENT_BYTES, advice: 'shorten-file' }, { file }),
    ]);
  }
  if (text.includes('\0')) return failed([ioError('document-binary', {}, { file })]);
  const lines = countLines(text);
  const placeOf: PlaceOf = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const composed = compose(text);
  if ('code' in composed) {
    return failed([ioError(composed.code, { limit: composed.limit }, placeOf(composed.offset))]);
  }
  const [document, second] = composed.documents;
  const findings = composed.documents.flatMap((one) => syntaxFindings(one, text, placeOf));
  const told = new Set(findings.map(({ line }) => line));
  if (second !== undefined) findings.push(ioError('document-several', {}, placeOf(second.range[0])));
  const version = document?.directives?.yaml;
  if (version?.explicit && version.version !== '1.2') {
    findings.push(ioError('document-version', { version: version.version }, placeOf(0)));
  }
  const root = document?.contents ?? null;
  if (root === null || (isScalar(root) && root.value === null)) {
    if (findings.length === 0) findings.push(ioError('document-empty', {}, { file }));
    return failed(findings);
  }
  const built = buildValue(root, placeOf);
  // What is built from a line that could not be read is not what was written.
  const all = [...findings, ...built.findings.filter(({ line }) => !told.has(line))].sort(byPlace);
  if (all.length > 0) return failed(all);
  const locate = (path: DocumentPath) => placeOf(offsetOf(root, path, built.aliases));
  return { document: Object.freeze({ file, value: built.value, locate }), findings: [] };
}

const byPlace = (a: Finding, b: Finding): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

type Composed =
  | { readonly documents: readonly Document.Parsed[] }
  | { readonly code: 'document-depth' | 'document-values'; readonly limit: number; readonly offset: number };

/** Where each line starts, by the text itself: after a mistake the parser passes over line breaks uncounted. */
function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}

/** First characters of the pieces of a text that are no value: blanks, commas, closings, comments, colons. */
const NO_VALUE = new Set([' ', '\t', '\r', '\n', ',', ']', '}', '#', ':']);

/**
 * The text's documents (two at most), or the limit it passes. Both limits are watched while reading: composing descends
 * by recursion, and a stack exhausted there can end the process.
 */
function compose(text: string): Composed {
  const parser = new Parser();
  const tokens = [];
  let values = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    const { offset } = parser;
    // The stack holds the document, its open lists and objects, and a scalar being read.
    if (parser.stack.length > MAX_DEPTH + 2) return { code: 'document-depth', limit: MAX_DEPTH, offset };
    if (!NO_VALUE.has(lexeme.charAt(0))) values += 1;
    // A plain value is two pieces, a mark and its text.
    if (values > 2 * MAX_VALUES) return { code: 'document-values', limit: MAX_VALUES, offset };
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    strict: true,
    // Keys are compared as texts when the value is built, which also catches `1` beside `"1"`.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const documents: Document.Parsed[] = [];
  const { stackTraceLimit } = Error;
  try {
    // Each mistake is an Error, and a hundred thousand stack traces that nobody reads fill the memory.
    Error.stackTraceLimit = 0;
    for (const document of composer.compose(tokens, true, text.length)) {
      documents.push(document as Document.Parsed);
      if (documents.length === 2) break;
    }
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return { documents };
}

/** Offset of the value at a path, by the rule of `locate`. */
function offsetOf(root: Node, path: DocumentPath, aliases: ReadonlyMap<Node, Node>): number {
  let node: unknown = root;
  let offset = root.range?.[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = aliases.get(node);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      offset = pairOffset(pair) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) break;
      node = item;
      offset = (item as Node).range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

/** A written scalar or alias: itself. A list, an object, or nothing after the colon: the key. */
function pairOffset({ key, value }: Pair): number | undefined {
  const written = (isScalar(value) || isAlias(value)) && value.range && value.range[1] > value.range[0];
  return written ? value.range?.[0] : (key as Node).range?.[0];
}
