/**
 * The engine bundled into one script, as it is shipped. Test runners look every imported name up again at each call, which makes the
 * long runs of the theory tests take twice the time; the bundle is made of the same sources and gives the same numbers.
 */
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { buildSync } from 'esbuild';

type Compile = typeof import('../../src/engine/compile.ts').compileScenario;
type Replicate = typeof import('../../src/engine/simulate.ts').runReplication;

/** What the theory tests need of the engine. */
export interface ShippedEngine {
  readonly compileScenario: Compile;
  readonly runReplication: Replicate;
}

const ENTRY = `export { compileScenario } from './engine/compile.ts';
export { runReplication } from './engine/simulate.ts';`;

/**
 * Bundles the engine's sources and evaluates them. Throws esbuild's error if they do not build.
 * @example shippedEngine().runReplication.length // 2
 */
export function shippedEngine(): ShippedEngine {
  const resolveDir = fileURLToPath(new URL('../../src', import.meta.url));
  const { outputFiles } = buildSync({
    stdin: { contents: ENTRY, resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'engine',
    target: 'node20',
  });
  return runInThisContext(`(() => { ${outputFiles[0]!.text}; return engine; })()`) as ShippedEngine;
}
