/**
 * The walls between the rooms of `src`, held by a test: who may import whom, what a deterministic room may touch, how
 * long a file may be. Each check is a function of sources by path, shown to go red before it is used on `src`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

type Sources = ReadonlyMap<string, string>;

/** Rooms a room may import, besides itself. `types` holds declarations only. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  types: [],
  model: [],
  engine: ['model'],
  stats: ['model', 'engine'],
  calibrate: ['model', 'engine', 'stats'],
  optimize: ['model', 'engine', 'stats', 'calibrate'],
  authorize: ['model', 'engine', 'stats', 'calibrate', 'optimize'],
  report: ['model', 'stats'],
  io: ['model'],
  cli: ['model', 'engine', 'stats', 'calibrate', 'optimize', 'authorize', 'report', 'io'],
};

/** Rooms that run unchanged in a browser and give the same numbers on any machine, at any time. */
const PURE_ROOMS = ['model', 'engine', 'stats', 'calibrate', 'optimize', 'authorize', 'report'];

const FORBIDDEN_GLOBALS = new Set([
  'process',
  'Buffer',
  'Date',
  'require',
  'globalThis',
  'performance',
  '__dirname',
  '__filename',
]);

/** Of `Math`, what gives the same bits everywhere: exact operations and constants. */
const EXACT_MATH = new Set(
  'sqrt floor ceil abs min max imul clz32 trunc round sign fround PI E LN2 LN10 SQRT2 SQRT1_2 LOG2E LOG10E'.split(
    ' ',
  ),
);

const MAX_LINES = 400;

const roomOf = (path: string): string => path.split('/')[1] ?? '';

function importsOf(text: string): readonly string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** Path in `src` of a relative import; null for a package. */
function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const steps = from.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Every identifier that stands for a value or type of its own: no property, no key, no name being declared. */
function freeIdentifiers(path: string, text: string): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isProperty = ts.isPropertyAccessExpression(parent) && parent.name === node;
      const isQualified = ts.isQualifiedName(parent) && parent.right === node;
      const isName = 'name' in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent);
      if (!isProperty && !isQualified && !isName) found.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** The member read from `Math`, or null when `Math` is used in another way (and could then hide any member). */
function mathMember(node: ts.Identifier): string | null {
  const { parent } = node;
  return ts.isPropertyAccessExpression(parent) && parent.expression === node ? parent.name.text : null;
}

function each(
  sources: Sources,
  rooms: readonly string[],
  check: (path: string, text: string) => string[],
): string[] {
  return [...sources].flatMap(([path, text]) => (rooms.includes(roomOf(path)) ? check(path, text) : []));
}

function roomViolations(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    const allowed = MAY_IMPORT[roomOf(path)];
    if (allowed === undefined || path.split('/').length < 3) return [`${path} is in no room`];
    return importsOf(text).flatMap((specifier) => {
      const target = resolve(path, specifier);
      if (target === null || roomOf(target) === roomOf(path)) return [];
      return allowed.includes(roomOf(target)) ? [] : [`${path} imports ${target}`];
    });
  });
}

function platformViolations(sources: Sources): string[] {
  const builtins = new Set(builtinModules);
  return each(sources, PURE_ROOMS, (path, text) => [
    ...importsOf(text)
      .filter((specifier) => specifier.startsWith('node:') || builtins.has(specifier))
      .map((specifier) => `${path} imports ${specifier}`),
    ...freeIdentifiers(path, text)
      .filter((node) => FORBIDDEN_GLOBALS.has(node.text))
      .map((node) => `${path} uses ${node.text}`),
    ...freeIdentifiers(path, text)
      .filter((node) => node.text === 'Math' && ['random', null].includes(mathMember(node)))
      .map(() => `${path} uses Math.random`),
  ]);
}

function inexactMath(sources: Sources): string[] {
  return each(sources, ['engine'], (path, text) => {
    const members = freeIdentifiers(path, text)
      .filter((node) => node.text === 'Math')
      .map((node) => mathMember(node) ?? 'as a whole')
      .filter((member) => !EXACT_MATH.has(member));
    const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
    const powers: string[] = [];
    for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
      const isPower = kind === ts.SyntaxKind.AsteriskAsteriskToken;
      if (isPower || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken) powers.push('**');
    }
    return [...members.map((member) => `Math ${member}`), ...powers].map((use) => `${path} uses ${use}`);
  });
}

function longFiles(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    return lines > MAX_LINES ? [`${path} has ${lines} lines`] : [];
  });
}

/** One cycle of imports, as `a → b → a`, for each file from which a cycle is first reached. */
function importCycles(sources: Sources): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const specifier of importsOf(sources.get(path) ?? '')) {
      const target = resolve(path, specifier);
      if (target !== null && sources.has(target)) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return cycles;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const src: Sources = new Map(
  readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(root + path, 'utf8')]),
);

const one = (path: string, text: string): Sources => new Map([[path, text]]);

describe('rooms import only what they may', () => {
  it.each([
    ["import { a } from '../engine/a.ts';", 'model'],
    ["import type { A } from '../engine/a.ts';", 'model'],
    ["export * from '../engine/a.ts';", 'model'],
    ["const a = await import('../engine/a.ts');", 'report'],
    ["import { a } from '../cli/a.ts';", 'io'],
  ])('goes red on %s in %s', (text, room) => {
    expect(roomViolations(one(`src/${room}/b.ts`, text))).toHaveLength(1);
  });

  it('goes red on a file in no room', () => {
    expect(roomViolations(one('src/a.ts', ''))).toEqual(['src/a.ts is in no room']);
    expect(roomViolations(one('src/attic/a.ts', ''))).toEqual(['src/attic/a.ts is in no room']);
  });

  it('stays green on an import up the list and on a comment', () => {
    const text = "import { a } from '../../model/a.ts';\n// import { b } from '../../cli/b.ts'";
    expect(roomViolations(one('src/engine/laws/b.ts', text))).toEqual([]);
  });

  it('holds in src', () => {
    expect(src.size).toBeGreaterThan(10);
    expect(roomViolations(src)).toEqual([]);
  });
});

describe('pure rooms touch no platform, no clock and no chance', () => {
  it.each([
    ["import { readFileSync } from 'node:fs';"],
    ["import fs from 'fs';"],
    ['const now = new Date();'],
    ['const now = Date.now();'],
    ['const id = process.pid;'],
    ['const bytes = Buffer.from([]);'],
    ['const x = Math.random();'],
    ["const x = Math['random']();"],
    ['const { random } = Math;'],
    ['const when: Date | null = null;'],
  ])('goes red on %s', (text) => {
    expect(platformViolations(one('src/report/b.ts', text)).length).toBeGreaterThan(0);
  });

  it('stays green on the same words as properties, keys, texts and comments', () => {
    const text = "const a = { Date: 1, process: b.process }; // new Date()\nconst c = 'Math.random()';";
    expect(platformViolations(one('src/stats/b.ts', text))).toEqual([]);
  });

  it('leaves io and cli free', () => {
    expect(platformViolations(one('src/cli/b.ts', 'process.exit(Date.now());'))).toEqual([]);
  });

  it('holds in src', () => {
    expect(platformViolations(src)).toEqual([]);
  });
});

describe('the engine uses only arithmetic that is the same everywhere', () => {
  it.each([
    'Math.log(x)',
    'Math.exp(x)',
    'Math.pow(x, y)',
    'Math.sin(x)',
    'Math.hypot(x)',
    'x ** y',
    '[Math].at(0)',
  ])('goes red on %s', (expression) => {
    expect(inexactMath(one('src/engine/a.ts', `const a = ${expression};`))).toHaveLength(1);
  });

  it('goes red on x **= y', () => {
    expect(inexactMath(one('src/engine/a.ts', 'x **= y;'))).toEqual(['src/engine/a.ts uses **']);
  });

  it('stays green on exact operations, and on comments', () => {
    const text = 'const a = Math.sqrt(x) + Math.imul(3, 4) * Math.floor(y); /** x ** y, Math.log */';
    expect(inexactMath(one('src/engine/a.ts', text))).toEqual([]);
  });

  it('holds in src', () => {
    expect(inexactMath(src)).toEqual([]);
  });
});

describe('files stay short', () => {
  it('goes red beyond 400 lines, not at 400', () => {
    expect(longFiles(one('src/model/a.ts', 'x\n'.repeat(401)))).toEqual(['src/model/a.ts has 401 lines']);
    expect(longFiles(one('src/model/a.ts', 'x\n'.repeat(400)))).toEqual([]);
  });

  it('holds in src', () => {
    expect(longFiles(src)).toEqual([]);
  });
});

describe('files do not import each other in a circle', () => {
  it('goes red on a circle of three', () => {
    const sources = new Map([
      ['src/model/a.ts', "import './b.ts';"],
      ['src/model/b.ts', "import type { C } from './deep/c.ts';"],
      ['src/model/deep/c.ts', "export * from '../a.ts';"],
    ]);
    expect(importCycles(sources)).toEqual([
      'src/model/a.ts → src/model/b.ts → src/model/deep/c.ts → src/model/a.ts',
    ]);
  });

  it('stays green on a diamond', () => {
    const sources = new Map([
      ['src/model/a.ts', "import './b.ts';\nimport './c.ts';"],
      ['src/model/b.ts', "import './d.ts';"],
      ['src/model/c.ts', "import './d.ts';"],
      ['src/model/d.ts', ''],
    ]);
    expect(importCycles(sources)).toEqual([]);
  });

  it('holds in src', () => {
    expect(importCycles(src)).toEqual([]);
  });
});
