/** Every `@example` of a docstring in src is run: `expression // what it gives`. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../src/io/document.ts';
import { parseScenario } from '../src/model/load/load.ts';

const EXAMPLE = /^\s*\*\s*@example\s+(.+?)\s+\/\/\s+(.+?)\s*$/;

interface Example {
  readonly line: number;
  readonly expression: string;
  readonly expected: string;
}

function examplesOf(source: string): Example[] {
  return source.split('\n').flatMap((text, index) => {
    const match = EXAMPLE.exec(text);
    return match === null ? [] : [{ line: index + 1, expression: match[1]!, expected: match[2]! }];
  });
}

/** The value of an expression, or what it promises, with a module's exports in scope. */
async function evaluate(expression: string, scope: Readonly<Record<string, unknown>>): Promise<unknown> {
  const names = Object.keys(scope).filter((name) => name !== 'default');
  const isAsync = expression.includes('await ');
  const body = isAsync ? `return (async () => (${expression}))();` : `return (${expression});`;
  return await new Function(...names, body)(...names.map((name) => scope[name]));
}

/** A scenario that examples may name: as written, and as the schema has it. */
const raw = parseDocument(readFileSync('scenarios/gie-irm.yaml', 'utf8'), 'gie-irm.yaml').document!.value;
const SAMPLES = { raw, input: parseScenario(raw).input };

/** A module's exports, and those of the modules it imports: what an example may name. */
async function scopeOf(file: string): Promise<Record<string, unknown>> {
  const imported = [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+\.ts)'/g)].map((match) =>
    join('..', dirname(file), match[1]!),
  );
  const modules = await Promise.all([...imported, join('..', file)].map((path) => import(path)));
  return Object.assign({ ...SAMPLES }, ...modules) as Record<string, unknown>;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => join('src', name))
  .sort();

const documented = files.map((file) => ({ file, examples: examplesOf(readFileSync(file, 'utf8')) }));

it('finds the examples of the docstrings', () => {
  expect(documented.flatMap(({ examples }) => examples).length).toBeGreaterThan(100);
});

it('an example that does not hold is seen', async () => {
  const [example] = examplesOf(' * @example double(2) // 5');
  const double = (n: number) => 2 * n;
  expect(await evaluate(example!.expression, { double })).not.toEqual(await evaluate(example!.expected, {}));
});

for (const { file, examples } of documented) {
  if (examples.length === 0) continue;
  describe(file, () => {
    it.each(examples)('$expression gives $expected (line $line)', async ({ expression, expected }) => {
      const scope = await scopeOf(file);
      const value = await evaluate(expression, scope);
      const wanted = await evaluate(expected, scope);
      if (typeof wanted === 'number' && typeof value === 'number') expect(value).toBeCloseTo(wanted, 12);
      else expect(value).toEqual(wanted);
    });
  });
}
