import { describe, expect, it } from 'vitest';
import { MAX_DOCUMENT_BYTES, parseDocument } from '../../src/io/document.ts';

const parse = (text: string) => parseDocument(text, 'a.yaml');
const value = (text: string) => parse(text).document?.value;
/** Each finding as `code line:column`. */
const found = (text: string) =>
  parse(text).findings.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('a document that is right', () => {
  it('gives the values of YAML 1.2: yes is a text, 08:30 is a text, 012 is twelve', () => {
    expect(value('a: yes\nb: 08:30\nc: 012\nd: 1.5\ne: true\nf: ~\ng: 2026-05-25')).toEqual({
      a: 'yes',
      b: '08:30',
      c: 12,
      d: 1.5,
      e: true,
      f: null,
      g: '2026-05-25',
    });
  });

  it('may be JSON, indented with tabs, with its escapes', () => {
    expect(value('{\n\t"a": [1,\n\t\t2.5e1],\n\t"u": "\\u00e9 \\/"\n}')).toEqual({ a: [1, 25], u: 'é /' });
  });

  it('may have keys that are numbers, which become texts', () => {
    expect(value('zones: {75: Paris, 2: Aisne}')).toEqual({ zones: { 75: 'Paris', 2: 'Aisne' } });
  });

  it('may use anchors and aliases', () => {
    expect(value('week: &w [mon, tue]\na: *w\nb: *w')).toEqual({
      week: ['mon', 'tue'],
      a: ['mon', 'tue'],
      b: ['mon', 'tue'],
    });
  });

  it('may have an anchor on a key', () => {
    expect(value('&k irm: 1\nb: *k')).toEqual({ irm: 1, b: 'irm' });
  });

  it('may name the core types', () => {
    expect(value('a: !!str 5\nb: !!int "7"')).toEqual({ a: '5', b: 7 });
  });
});

describe('locate', () => {
  const text = [
    'name: CH',
    'devices:',
    '  - id: irm',
    '    slots: {A: 28, H: x}',
    '    empty:',
    '  - id: ct',
    '',
  ];
  const document = parse(text.join('\n')).document!;
  const at = (...path: (string | number)[]) => {
    const { line, column } = document.locate(path);
    return `${line}:${column}`;
  };

  it('finds a text or a number where it is written', () => {
    expect([at('name'), at('devices', 0, 'slots', 'H'), at('devices', 1, 'id')]).toEqual([
      '1:7',
      '4:23',
      '6:9',
    ]);
  });

  it('finds a list or an object at its key, and an item of a list at its start', () => {
    expect([at('devices'), at('devices', 0, 'slots'), at('devices', 1)]).toEqual(['2:1', '4:5', '6:5']);
  });

  it('finds an empty value at its key', () => {
    expect(at('devices', 0, 'empty')).toBe('5:5');
  });

  it('falls back on the nearest part that exists', () => {
    expect([at('devices', 1, 'slots', 'A'), at('nothing'), at('devices', 7)]).toEqual(['6:5', '1:1', '2:1']);
  });

  it('finds an alias where it is used, and what is inside it where it is written', () => {
    const { locate } = parse('a: &x {n: 1}\nb: *x').document!;
    expect(locate(['b'])).toEqual({ file: 'a.yaml', line: 2, column: 4 });
    expect(locate(['b', 'n'])).toEqual({ file: 'a.yaml', line: 1, column: 11 });
  });

  it('counts lines that end in CR LF', () => {
    const { line, column } = parse('a: 1\r\nb: 2\r\n').document!.locate(['b']);
    expect([line, column]).toEqual([2, 4]);
  });
});

describe('a document that is wrong', () => {
  it('has all its syntax errors reported at once', () => {
    const { document, findings } = parse('a: @b\nc: `d\ne: 1');
    expect(document).toBeNull();
    expect(findings.map(({ code, line, values }) => [code, line, values.found])).toEqual([
      ['document-start', 1, '@'],
      ['document-start', 2, '`'],
    ]);
  });

  it('may not say a key twice, even once as a number and once as a text', () => {
    expect(found('a: 1\nb: {c: 1, c: 2}\n"a": 3')).toEqual([
      'document-duplicate-key 2:11',
      'document-duplicate-key 3:1',
    ]);
    expect(parse('1: a\nb: c\n"1": d').findings[0]?.values).toEqual({ key: '1', firstLine: 1 });
  });

  it.each([
    ['.nan: 1', '.nan'],
    ['.inf: 1', '.inf'],
    ['true: 1', 'true'],
    ['~: 1', '~'],
    ['? [a, b]\n: 1', '[…]'],
    ['? {a: b}\n: 1', '{…}'],
    ['x: &k k\n*k : 1', '*k'],
    ['__proto__: {a: 1}', '__proto__'],
  ])('may not have the key of %j', (text, key) => {
    const { findings } = parse(text);
    expect(findings.map(({ code, values }) => [code, values.key])).toEqual([['document-key', key]]);
  });

  it.each([
    'a: !foo 1',
    'a: !!binary aGk=',
    'a: !!set {x}',
    '%TAG ! tag:x,2000:\n---\na: !y 1',
    '!mine\na: 1',
  ])('may not use a tag of its own: %j', (text) => {
    expect(found(text).map((one) => one.split(' ')[0])).toEqual(['document-tag']);
  });

  it('may not ask for YAML 1.1, where yes is true', () => {
    expect(found('%YAML 1.1\n---\na: yes')).toEqual(['document-version 1:1']);
  });

  it('may not hold several documents', () => {
    expect(found('a: 1\n---\nb: 2')).toEqual(['document-several 2:1']);
  });

  it.each(['', '   \n', '# nothing\n', '~', '---\n'])('may not be empty: %j', (text) => {
    expect(parse(text).findings.map(({ code }) => code)).toEqual(['document-empty']);
  });
});

describe('a hostile document', () => {
  it('is refused beyond 5 MB, counted in bytes', () => {
    const half = 'é'.repeat(MAX_DOCUMENT_BYTES / 2);
    expect(parse(`a: ${half}`).findings[0]?.code).toBe('file-too-large');
  });

  it.each([
    ['lists', '['.repeat(100_000)],
    ['objects', '{a: '.repeat(100_000)],
    ['dashes', '- '.repeat(100_000)],
    ['complex keys', '? '.repeat(100_000)],
  ])('is refused when it nests %s too deep, without exhausting the stack', (_what, text) => {
    expect(parse(text).findings.map(({ code }) => code)).toEqual(['document-depth']);
  });

  it('is accepted at 64 levels and refused at 65', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(parse(nested(64)).findings).toEqual([]);
    expect(parse(nested(65)).findings[0]?.values).toEqual({ limit: 64 });
  });

  it('may not nest deeper through aliases', () => {
    const lines = ['a0: &a0 [1]'];
    for (let i = 1; i <= 70; i++) lines.push(`a${i}: &a${i} [*a${i - 1}]`);
    expect(parse(lines.join('\n')).findings.map(({ code }) => code)).toEqual(['document-depth']);
  });

  it('may not grow out of bounds through aliases of aliases', () => {
    const lines = ['a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]'];
    for (let i = 1; i <= 6; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(found(lines.join('\n'))).toEqual(['document-values 6:9']);
  });

  it('may not hold more than a quarter of a million values', () => {
    expect(parse(`[${'1,'.repeat(300_000)}]`).findings.map(({ code }) => code)).toEqual(['document-values']);
  });

  it('full of errors has each of them reported', () => {
    expect(parse('a: @b\n'.repeat(2_000)).findings.length).toBeGreaterThanOrEqual(2_000);
  });

  it('may repeat a week thousands of times: that is not hostile', () => {
    const lines = ['week: &w [1, 2, 3, 4, 5]', 'devices:', ...Array(5000).fill('  - *w')];
    expect(parse(lines.join('\n')).findings).toEqual([]);
  });

  it('may not hold an alias that contains itself', () => {
    expect(found('a: &x\n  b: [*x]')).toEqual(['document-alias-cycle 2:7']);
  });

  it('may not use an alias before its anchor, nor one that does not exist', () => {
    expect(found('a: *later\nb: &later 1\nc: *never')).toEqual([
      'document-alias-unknown 1:4',
      'document-alias-unknown 3:4',
    ]);
  });
});
