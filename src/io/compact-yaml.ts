/** A plain value as YAML that people can read: short maps on one line, long ones a key a line. Nothing is lost or rounded. */

/** What YAML would take for something else than a text. */
const NOT_A_TEXT = /^(true|false|null|yes|no|on|off|y|n)$/i;
/** A map or list of texts on one line up to so many characters. */
const LONGEST_LINE = 240;

const isPlain = (text: string): boolean =>
  (/^[A-Za-z][\w.-]*$/.test(text) && !NOT_A_TEXT.test(text)) || /^\d+(\.\d+)?(min|d)$/.test(text);

const textOf = (text: string): string => (isPlain(text) ? text : JSON.stringify(text));

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys of a map that stand for something: a key without a value is not written. */
const entriesOf = (map: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] =>
  Object.entries(map).filter(([, value]) => value !== undefined);

/**
 * A value on one line, in YAML’s flow style.
 * @example flowText({ id: '95-01', zone: '95', synthetic: true }) // '{id: "95-01", zone: "95", synthetic: true}'
 * @example flowText(['mon', 30, null]) // '[mon, 30, null]'
 */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (isMap(value))
    return `{${entriesOf(value)
      .map(([key, inner]) => `${textOf(key)}: ${flowText(inner)}`)
      .join(', ')}}`;
  return typeof value === 'string' ? textOf(value) : String(value);
}

/**
 * A map as the lines of a document: each key begins a line; what is short follows on it, what is long goes below it,
 * indented, an item a line.
 * @example compactLines({ creneau: 1, sites: [{ id: 'a' }, { id: 'b' }] }) // ['creneau: 1', 'sites:', '  - {id: a}', '  - {id: b}']
 */
export function compactLines(map: Readonly<Record<string, unknown>>, indent = ''): readonly string[] {
  return entriesOf(map).flatMap(([key, value]) => {
    const flow = flowText(value);
    const isShort = indent.length + key.length + flow.length <= LONGEST_LINE;
    const isScalar = !Array.isArray(value) && !isMap(value);
    const isItems = Array.isArray(value) && value.length > 1 && value.every(isMap) && indent === '';
    if (isScalar || (isShort && !isItems) || isEmpty(value)) return [`${indent}${textOf(key)}: ${flow}`];
    const head = `${indent}${textOf(key)}:`;
    if (isMap(value)) return [head, ...compactLines(value, `${indent}  `)];
    return [head, ...(value as readonly unknown[]).flatMap((item) => itemLines(item, `${indent}  `))];
  });
}

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : isMap(value) && entriesOf(value).length === 0;

function itemLines(item: unknown, indent: string): readonly string[] {
  const flow = flowText(item);
  if (!isMap(item) || indent.length + flow.length <= LONGEST_LINE) return [`${indent}- ${flow}`];
  const [first = '', ...rest] = compactLines(item, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

/**
 * A whole document with comment lines above it.
 * @example compactYaml({ creneau: 1 }, ['synthetic']) // '# synthetic\ncreneau: 1\n'
 */
export const compactYaml = (map: Readonly<Record<string, unknown>>, comments: readonly string[]): string =>
  `${[...comments.map((line) => `# ${line.replace(/\p{Cc}+/gu, ' ')}`), ...compactLines(map)].join('\n')}\n`;
