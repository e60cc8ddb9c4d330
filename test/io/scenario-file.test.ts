import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readScenarioDocument } from '../../src/io/scenario-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'creneau-scenario-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file and gives its path. */
function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.join('\n'));
  return path;
}

const read = (name: string) => readScenarioDocument(join(folder, name));
/** A place as `file:line:column`, the file relative to the test's folder. */
function place(name: string, ...path: (string | number)[]): string {
  const position = read(name).document!.locate(path);
  return `${relative(folder, position.file)}:${position.line}:${position.column}`;
}

describe('a variant', () => {
  beforeEach(() => {
    file(
      'base.yaml',
      'creneau: 1',
      'name: base',
      'devices:',
      '  - {id: ct, slots: {A: 20}}',
      '  - id: irm',
      '    slots: {A: 28, H: 28}',
      'run: {weeks: 10, seed: 7}',
    );
    file(
      'variants/evening.yaml',
      'extends: ../base.yaml',
      'name: evening',
      'devices:',
      '  - id: irm',
      '    slots: {A: 24}',
      '  - {id: ct-2}',
      'run:',
      '  seed:',
    );
    file('variants/deep/last.yaml', 'extends: ../evening.yaml', 'name: last', 'run: {weeks: 5}');
  });

  it('holds only its differences from the file it extends', () => {
    expect(read('variants/evening.yaml').document?.value).toEqual({
      creneau: 1,
      name: 'evening',
      devices: [{ id: 'ct', slots: { A: 20 } }, { id: 'irm', slots: { A: 24, H: 28 } }, { id: 'ct-2' }],
      run: { weeks: 10 },
    });
  });

  it('may extend a variant', () => {
    expect(read('variants/deep/last.yaml').document?.value).toMatchObject({
      name: 'last',
      run: { weeks: 5 },
      devices: [{ id: 'ct' }, { id: 'irm', slots: { A: 24 } }, { id: 'ct-2' }],
    });
  });

  it('names the files it was read from, itself first', () => {
    const files = read('variants/deep/last.yaml').document!.files.map((one) => relative(folder, one));
    expect(files).toEqual([
      join('variants', 'deep', 'last.yaml'),
      join('variants', 'evening.yaml'),
      'base.yaml',
    ]);
  });

  it('knows for each value the file, line and column where it was written', () => {
    const last = 'variants/deep/last.yaml';
    expect(place(last, 'name')).toBe('variants/deep/last.yaml:2:7');
    expect(place(last, 'devices', 1, 'slots', 'A')).toBe('variants/evening.yaml:5:16');
    expect(place(last, 'devices', 1, 'slots', 'H')).toBe('base.yaml:6:23');
    expect(place(last, 'devices', 2, 'id')).toBe('variants/evening.yaml:6:10');
    expect(place(last, 'devices', 0, 'slots', 'A')).toBe('base.yaml:4:25');
    expect(place(last, 'creneau')).toBe('base.yaml:1:10');
  });

  it('blames the removal for a key it removed', () => {
    expect(place('variants/evening.yaml', 'run', 'seed')).toBe('variants/evening.yaml:8:3');
  });

  it('may be JSON over YAML', () => {
    file('variant.json', '{"extends": "base.yaml",', ' "run": {"weeks": 3}}');
    expect(read('variant.json').document?.value).toMatchObject({ name: 'base', run: { weeks: 3, seed: 7 } });
    expect(place('variant.json', 'run', 'weeks')).toBe('variant.json:2:19');
  });
});

describe('what cannot be extended', () => {
  const codes = (name: string) => {
    const { document, findings } = read(name);
    expect(document).toBeNull();
    return findings.map(({ code, line, column }) => `${code} ${line}:${column}`);
  };

  it('a cycle is found and named', () => {
    file('a.yaml', 'name: a', 'extends: b.yaml');
    file('b.yaml', 'extends: ./c.yaml');
    file('c.yaml', 'extends: a.yaml');
    expect(codes('a.yaml')).toEqual(['extends-cycle 1:10']);
    const chain = String(read('a.yaml').findings[0]?.values.chain).replaceAll(`${folder}/`, '');
    expect(chain).toBe('a.yaml → b.yaml → c.yaml → a.yaml');
  });

  it('a file that extends itself is a cycle, under another name too', () => {
    file('a.yaml', 'extends: link.yaml');
    symlinkSync(join(folder, 'a.yaml'), join(folder, 'link.yaml'));
    expect(codes('a.yaml')).toEqual(['extends-cycle 1:10']);
    expect(String(read('a.yaml').findings[0]?.values.chain).split(' → ')).toHaveLength(2);
  });

  it('eight files in a chain are read, nine are refused', () => {
    file('1.yaml', 'name: base');
    for (let i = 2; i <= 9; i++) file(`${i}.yaml`, `extends: ${i - 1}.yaml`);
    expect(read('8.yaml').document?.files).toHaveLength(8);
    expect(codes('9.yaml')).toEqual(['extends-too-long 1:10']);
  });

  it.each(['/etc/base.yaml', 'C:\\base.yaml', '""', '12', '~'])(
    'extends: %s is no relative path',
    (value) => {
      file('a.yaml', 'name: a', `extends: ${value}`);
      expect(codes('a.yaml')).toEqual(['extends-not-relative 2:10']);
    },
  );

  it.each([
    ['nowhere.yaml', 'named-file-missing'],
    ['.', 'named-file-is-directory'],
  ])('a base that cannot be read (%s) is reported where it is named', (name, code) => {
    file('a.yaml', 'name: a', `extends: ${name}`);
    const [finding] = read('a.yaml').findings;
    expect(finding).toMatchObject({ code, line: 2, column: 10, values: { name } });
    expect(relative(folder, finding?.file ?? '')).toBe('a.yaml');
  });

  it('errors in the base are reported with its lines', () => {
    file('a.yaml', 'extends: b.yaml');
    file('b.yaml', 'x: 1', 'x: 2');
    expect(codes('a.yaml')).toEqual(['document-duplicate-key 2:1']);
  });

  it('a list is no scenario', () => {
    file('a.yaml', '- 1');
    expect(codes('a.yaml')).toEqual(['document-not-mapping 1:1']);
  });
});
