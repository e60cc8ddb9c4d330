/**
 * Experiments and their comparison bundled into one script, as they are shipped: test runners look every imported name up again at
 * each call, and thousands of replications would take twice the time. Same sources, same numbers.
 */
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { buildSync } from 'esbuild';

/** What the long tests of comparisons need. */
export interface ShippedComparison {
  readonly Experiment: typeof import('../../src/stats/experiment.ts').Experiment;
  readonly compareExperiments: typeof import('../../src/stats/comparison.ts').compareExperiments;
}

const ENTRY = `export { Experiment } from './stats/experiment.ts';
export { compareExperiments } from './stats/comparison.ts';`;

/**
 * Bundles the sources and evaluates them. Throws esbuild's error if they do not build.
 * @example shippedComparison().compareExperiments.length // 2
 */
export function shippedComparison(): ShippedComparison {
  const resolveDir = fileURLToPath(new URL('../../src', import.meta.url));
  const { outputFiles } = buildSync({
    stdin: { contents: ENTRY, resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'comparison',
    target: 'node20',
  });
  return runInThisContext(`(() => { ${outputFiles[0]!.text}; return comparison; })()`) as ShippedComparison;
}
