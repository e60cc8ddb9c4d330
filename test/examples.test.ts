/** Every `@example` of a docstring in src is run: `expression // what it gives`. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

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

/** The value of an expression with a module's exports in scope. */
function evaluate(expression: string, scope: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(scope).filter((name) => name !== 'default');
  return new Function(...names, `return (${expression});`)(...names.map((name) => scope[name]));
}

/** A module's exports, and those of the modules it imports: what an example may name. */
async function scopeOf(file: string): Promise<Record<string, unknown>> {
  const imported = [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+\.ts)'/g)].map((match) =>
    join('..', dirname(file), match[1]!),
  );
  const modules = await Promise.all([...imported, join('..', file)].map((path) => import(path)));
  return Object.assign({}, ...modules) as Record<string, unknown>;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => join('src', name))
  .sort();

const documented = files.map((file) => ({ file, examples: examplesOf(readFileSync(file, 'utf8')) }));

it('finds the examples of the docstrings', () => {
  expect(documented.flatMap(({ examples }) => examples).length).toBeGreaterThan(100);
});

it('an example that does not hold is seen', () => {
  const [example] = examplesOf(' * @example double(2) // 5');
  const double = (n: number) => 2 * n;
  expect(evaluate(example!.expression, { double })).not.toEqual(evaluate(example!.expected, {}));
});

for (const { file, examples } of documented) {
  if (examples.length === 0) continue;
  describe(file, () => {
    it.each(examples)('$expression gives $expected (line $line)', async ({ expression, expected }) => {
      const scope = await scopeOf(file);
      const value = evaluate(expression, scope);
      const wanted = evaluate(expected, scope);
      if (typeof wanted === 'number' && typeof value === 'number') expect(value).toBeCloseTo(wanted, 12);
      else expect(value).toEqual(wanted);
    });
  });
}
