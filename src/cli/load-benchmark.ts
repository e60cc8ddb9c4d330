/** From a benchmark file to a benchmark, or to what is wrong with it; without a file, the embedded one. */
import { readDocument } from '../io/document.ts';
import { anap2010 } from '../model/benchmark/anap-2010.ts';
import type { Benchmark } from '../model/benchmark/benchmark.ts';
import { parseBenchmark } from '../model/benchmark/parse.ts';
import { type Finding, finding } from '../model/finding.ts';

export interface LoadedBenchmark {
  /** Null as soon as there is one error. */
  readonly benchmark: Benchmark | null;
  /** With file, line and column, in their order. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a benchmark in YAML or JSON; the one of 2010 when no file is named.
 * @example loadBenchmark(null).benchmark.year // 2010
 * @example loadBenchmark('missing.yaml').findings[0].code // 'file-missing'
 */
export function loadBenchmark(file: string | null): LoadedBenchmark {
  if (file === null) return { benchmark: anap2010, findings: [] };
  const { document, findings } = readDocument(file);
  if (document === null) return { benchmark: null, findings: findings.map(ofBenchmark) };
  const parsed = parseBenchmark(document.value);
  const placed = parsed.findings.map(({ severity, code, values, path }) =>
    finding(severity, code, values, { path, ...document.locate(path) }),
  );
  return { benchmark: parsed.benchmark, findings: placed.toSorted(byPlace) };
}

/** What is said of an empty file is said of a scenario. */
function ofBenchmark(one: Finding): Finding {
  return one.code === 'document-empty' ? { ...one, code: 'benchmark-empty' } : one;
}

const byPlace = (a: Finding, b: Finding): number =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
