/** Bundles the command (and the worker and the benchmark, where they exist) into `dist`. Silent on success. */
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Some bundled packages are CommonJS and call `require` for Node's own modules; a name of ours cannot clash. */
const REQUIRE = [
  "import { createRequire as creneauCreateRequire } from 'node:module';",
  'const require = creneauCreateRequire(import.meta.url);',
].join('\n');

const SHEBANG = '#!/usr/bin/env node';

const bundles = [
  { entry: 'src/cli/main.ts', output: 'dist/creneau.js', command: true },
  { entry: 'src/cli/worker.ts', output: 'dist/worker.js', command: false },
  { entry: 'test/bench/main.ts', output: 'dist/bench.js', command: true },
].filter(({ entry }) => entry === 'src/cli/main.ts' || existsSync(root + entry));

async function bundle({ entry, output, command }) {
  const hasShebang = existsSync(root + entry) && readFileSync(root + entry, 'utf8').startsWith('#!');
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: output,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['yargs', 'yargs/*'],
    banner: { js: command && !hasShebang ? `${SHEBANG}\n${REQUIRE}` : REQUIRE },
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  if (command) chmodSync(root + output, 0o755);
}

try {
  await Promise.all(bundles.map(bundle));
} catch {
  // esbuild has already said what is wrong.
  process.exitCode = 1;
}
