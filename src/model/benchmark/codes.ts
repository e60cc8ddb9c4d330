/** The codes of findings about a benchmark file, besides those of any value; sentences are elsewhere. */
import { type DocumentPath, type Finding, finding } from '../finding.ts';

export const BENCHMARK_CODES = Object.freeze({
  'benchmark-empty': [],
  'benchmark-is-scenario': [],
  'benchmark-version': ['value', 'limit'],
  'benchmark-quantiles': ['value'],
  'benchmark-share-as-percent': ['value', 'nearest'],
  'benchmark-share-order': ['value'],
  'benchmark-no-row': [],
  'benchmark-night-side': [],
  'benchmark-id-twice': ['id'],
} as const);

export type BenchmarkCode = keyof typeof BENCHMARK_CODES;
type ValuesOf<C extends BenchmarkCode> = Readonly<
  Record<(typeof BENCHMARK_CODES)[C][number], string | number>
>;

/**
 * An error of a known code about one place of a benchmark file, with exactly the values of that code.
 * @example benchmarkError('benchmark-quantiles', { value: '7, 2, 14' }, ['modalities']).severity // 'error'
 */
export function benchmarkError<C extends BenchmarkCode>(
  code: C,
  values: ValuesOf<C>,
  path: DocumentPath,
): Finding {
  return finding('error', code, values, { path });
}
