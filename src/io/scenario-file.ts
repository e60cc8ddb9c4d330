/** A scenario file with the files it extends, merged into one value whose every part knows where it was written. */
import { realpathSync } from 'node:fs';
import { dirname, join, posix, win32 } from 'node:path';
import type { DocumentPath, FilePosition, Finding } from '../model/finding.ts';
import { mergeDocuments, originOf } from '../model/load/merge.ts';
import { ioError } from './codes.ts';
import { readDocument, type SourceDocument } from './document.ts';
import { ofNamedFile } from './named-file.ts';

/** Files in a chain of `extends`, the first included. */
export const MAX_CHAIN = 8;

export interface ScenarioDocument {
  /** The merged value, without `extends`. */
  readonly value: unknown;
  /** The files it was read from: the one asked for, then what it extends, and so on. */
  readonly files: readonly string[];
  /** Where a part of the merged value was written, in whichever file. */
  locate(path: DocumentPath): FilePosition;
}

export interface ScenarioDocumentResult {
  /** Null as soon as there is one error. */
  readonly document: ScenarioDocument | null;
  readonly findings: readonly Finding[];
}

interface Layer {
  readonly source: SourceDocument;
  /** The file's value without `extends`. */
  readonly value: unknown;
  readonly extended: string | null;
}

/**
 * Reads a scenario and follows `extends: other.yaml` (relative to the file that says it, at most 8 files, no cycle).
 * What a file holds is laid over what it extends: see `mergeDocuments`. Errors are findings, never exceptions.
 * @example readScenarioDocument('missing.yaml').findings[0].code // 'file-missing'
 */
export function readScenarioDocument(file: string): ScenarioDocumentResult {
  const layers: Layer[] = [];
  const visited = new Set<string>();
  let next: string | null = file;
  while (next !== null) {
    const layer = readLayer(next);
    if ('findings' in layer) {
      const said = layers.at(-1);
      if (said === undefined) return { document: null, findings: layer.findings };
      const name = (said.source.value as { readonly extends: string }).extends;
      const at = said.source.locate(['extends']);
      const read: string = next;
      return { document: null, findings: layer.findings.map((one) => ofNamedFile(one, read, name, at)) };
    }
    layers.push(layer);
    visited.add(identity(next));
    next = layer.extended;
    if (next === null) break;
    const chain = [...layers.map(({ source }) => source.file), next].join(' → ');
    const at = layer.source.locate(['extends']);
    if (visited.has(identity(next))) {
      return { document: null, findings: [ioError('extends-cycle', { chain }, at)] };
    }
    if (layers.length === MAX_CHAIN) {
      return { document: null, findings: [ioError('extends-too-long', { limit: MAX_CHAIN, chain }, at)] };
    }
  }
  return { document: mergeLayers(layers), findings: [] };
}

function readLayer(file: string): Layer | { readonly findings: readonly Finding[] } {
  const { document, findings } = readDocument(file);
  if (document === null) return { findings };
  const { value } = document;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { findings: [ioError('document-not-mapping', {}, document.locate([]))] };
  }
  const { extends: extended, ...rest } = value as Record<string, unknown>;
  if (extended === undefined) return { source: document, value: rest, extended: null };
  if (typeof extended !== 'string' || extended.trim() === '' || isAbsolute(extended)) {
    return { findings: [ioError('extends-not-relative', {}, document.locate(['extends']))] };
  }
  return { source: document, value: rest, extended: join(dirname(file), extended) };
}

/** On any system: a scenario that works only on one machine cannot be handed over. */
const isAbsolute = (path: string): boolean => posix.isAbsolute(path) || win32.isAbsolute(path);

/** The same for two names of one file; the name itself when there is no such file. */
function identity(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function mergeLayers(layers: readonly Layer[]): ScenarioDocument {
  const merged: unknown[] = [];
  const fromBase = [...layers].reverse();
  fromBase.forEach(({ value }, level) => {
    merged.push(level === 0 ? value : mergeDocuments(merged[level - 1], value));
  });
  const locate = (path: DocumentPath): FilePosition => {
    let at = path;
    for (let level = fromBase.length - 1; level > 0; level--) {
      const layer = fromBase[level]!;
      const origin = originOf(merged[level - 1], layer.value, at);
      if (origin.from === 'child') return layer.source.locate(origin.path);
      at = origin.path;
    }
    return fromBase[0]!.source.locate(at);
  };
  return Object.freeze({
    value: merged.at(-1),
    files: Object.freeze(layers.map(({ source }) => source.file)),
    locate,
  });
}
