/** Mutations of a table in CSV: its cells, its columns, its separators, quotes and decimals. */
import { below, type Mutation, oneOf, type Random, TEXT_MUTATIONS } from './mutate.ts';

const separatorOf = (text: string): string => (/^[^\n]*;/.test(text) ? ';' : ',');

/** Changes the cells of the text, cut at every line and separator whatever the quotes. */
const onCells =
  (change: (rows: string[][], row: number, column: number, random: Random) => void): Mutation =>
  (text, random) => {
    const separator = separatorOf(text);
    const rows = text.split('\n').map((line) => line.split(separator));
    const row = below(random, rows.length);
    change(rows, row, below(random, rows[row]!.length), random);
    return rows.map((cells) => cells.join(separator)).join('\n');
  };

/** Mutations of cells, with words of the kind of table. */
const cellsWith = (words: readonly string[]): readonly Mutation[] => [
  onCells((rows, row, column, random) => {
    rows[row]![column] = oneOf(random, words);
  }),
  onCells((rows, row, column) => rows[row]!.splice(column, 1)),
  onCells((rows, row, column, random) => rows[row]!.splice(column, 0, oneOf(random, words))),
  onCells((rows, row, column) => {
    rows[row]![column] = `"${rows[row]![column]}"`;
  }),
  onCells((rows, row, column, random) => {
    rows[row]![column] = rows[row]![column]!.replace(/\d/g, () => String(below(random, 10)));
  }),
  onCells((rows, _row, column) => {
    for (const cells of rows) cells.reverse();
    for (const cells of rows) if (column < cells.length) cells.push(...cells.splice(column, 1));
  }),
];

const TABLES: readonly Mutation[] = [
  (text, random) => text.replaceAll(separatorOf(text), oneOf(random, [',', ';', '\t', '|', ';;', ' ; '])),
  (text, random) => text.replace(/(\d)[.,](\d)/g, `$1${oneOf(random, ['.', ',', ' ', '\u00A0', "'"])}$2`),
  (text, random) => text.replaceAll('/', oneOf(random, ['-', '.', '//', ' '])),
  (text, random) => text.replaceAll('\n', oneOf(random, ['\r\n', '\r', '\n\n', '\n\r', ' \n'])),
  (text, random) => oneOf(random, ['\uFEFF', '\n', 'sep=;\n', ' ', '"']) + text,
];

/** Mutations of a text, and those of a table more often; `words` are what its cells may hold. */
export function csvMutations(words: readonly string[]): readonly (readonly Mutation[])[] {
  const cells = cellsWith(words);
  return [...TEXT_MUTATIONS, cells, cells, cells, TABLES];
}
