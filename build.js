/**
 * Bundles the command, its workers (one plays replications, one solves) and the benchmark into `dist`. HiGHS stays a
 * package, loaded when it is needed: it finds its WebAssembly beside itself. Silent on success. Only what
 * has changed is written, each file in one step, so that a program that runs meanwhile never meets half of one.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = join(root, 'dist');
const chunks = join(dist, 'chunks');

/** Some bundled packages are CommonJS and call `require` for Node's own modules; a name of ours cannot clash. */
const REQUIRE = [
  "import { createRequire as creneauCreateRequire } from 'node:module';",
  'const require = creneauCreateRequire(import.meta.url);',
].join('\n');

const SHEBANG = '#!/usr/bin/env node\n';
const COMMANDS = ['creneau.js', 'bench.js'];

/** The command is split, so that `--help` loads little; the worker is one file, whose bytes tell which program plays. */
const bundles = [
  { entryPoints: { creneau: 'src/cli/main.ts' }, splitting: true },
  { entryPoints: { worker: 'src/cli/pool/worker.ts' }, splitting: false },
  { entryPoints: { 'lp-worker': 'src/cli/pool/lp-worker.ts' }, splitting: false },
  { entryPoints: { bench: 'test/bench/main.ts' }, splitting: false },
].filter(({ entryPoints }) => existsSync(join(root, Object.values(entryPoints)[0])));

const bundled = ({ entryPoints, splitting }) =>
  build({
    absWorkingDir: root,
    entryPoints,
    outdir: dist,
    splitting,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['yargs', 'yargs/*', 'highs'],
    banner: { js: REQUIRE },
    sourcemap: 'linked',
    logLevel: 'warning',
    write: false,
  });

function writeChanged({ path, contents }) {
  const isCommand = COMMANDS.some((name) => path === join(dist, name));
  const bytes = isCommand ? Buffer.concat([Buffer.from(SHEBANG), contents]) : Buffer.from(contents);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, bytes);
  if (isCommand) chmodSync(`${path}.${process.pid}`, 0o755);
  renameSync(`${path}.${process.pid}`, path);
}

try {
  const results = await Promise.all(bundles.map(bundled));
  const files = results.flatMap(({ outputFiles }) => outputFiles);
  files.forEach(writeChanged);
  const kept = new Set(files.map(({ path }) => path));
  for (const name of existsSync(chunks) ? readdirSync(chunks) : [])
    if (!kept.has(join(chunks, name))) rmSync(join(chunks, name), { force: true });
} catch {
  // esbuild has already said what is wrong.
  process.exitCode = 1;
}
