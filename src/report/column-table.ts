/** Tables of text by columns: words to the left, numbers to the right under their heads. */
import type { Language, Text } from './language.ts';
import { fill } from './sentence.ts';
import { cut, PAGE_WIDTH, type Style } from './table-layout.ts';

export interface Column<Row> {
  readonly head: Text;
  /** Characters. */
  readonly width: number;
  readonly cell: (row: Row) => string;
  /** Words stand left and are cut where they are too long. */
  readonly holds?: 'words';
}

const NO_HEAD: Text = { en: '', fr: '' };

/** The heads of a table, in words. */
export const headsOf = <Row>(columns: readonly Column<Row>[], language: Language): readonly string[] =>
  columns.map(({ head }) => (head.en === '' ? '' : fill(head, {}, language)));

/** The cells of a row, in the order of the heads. */
export const cellsOf = <Row>(columns: readonly Column<Row>[], row: Row): readonly string[] =>
  columns.map(({ cell }) => cell(row));

/** A column of names without a head. */
export const named = <Row>(width: number, cell: (row: Row) => string): Column<Row> => ({
  head: NO_HEAD,
  width,
  cell,
  holds: 'words',
});

/** Spaces between two columns, and before the first. */
const GAP = 2;
const INDENT = 2;

/** Widths so that numbers stand apart: a column too narrow takes what another has to spare, or words are cut. */
function fittedWidths<Row>(
  columns: readonly Column<Row>[],
  lines: readonly (readonly string[])[],
): readonly number[] {
  const needed = columns.map(({ holds }, rank) => {
    const longest = Math.max(...lines.map((line) => line[rank]!.length));
    // Words keep a space of their own to the right.
    if (holds === 'words') return longest + 1;
    return rank === 0 ? longest : longest + (columns[rank - 1]!.holds === 'words' ? GAP - 1 : GAP);
  });
  const isWords = (rank: number) => columns[rank]!.holds === 'words';
  const widths = columns.map(({ width }, rank) => (isWords(rank) ? width : Math.max(width, needed[rank]!)));
  const most = Math.max(
    PAGE_WIDTH - INDENT,
    columns.reduce((sum, { width }) => sum + width, 0),
  );
  const excess = () => widths.reduce((sum, width) => sum + width, 0) - most;
  while (excess() > 0) {
    const spare = widths.map((width, rank) => width - needed[rank]!);
    const widest = Math.max(...spare);
    const words = columns.findIndex(({ holds }) => holds === 'words');
    const from = widest > 0 ? spare.indexOf(widest) : words;
    if (from < 0 || widths[from]! <= LEAST_WORDS) break;
    widths[from]! -= 1;
  }
  return widths;
}

/** A name cut shorter tells nothing. */
const LEAST_WORDS = 4;

/** Rows as lines; `isMarked` ones stand out. Nothing for no rows. */
export function columnLines<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { language, style }: { readonly language: Language; readonly style: Style },
  isMarked: (row: Row) => boolean = () => false,
): readonly string[] {
  if (rows.length === 0) return [];
  const heads = headsOf(columns, language);
  const told = rows.map((row) => cellsOf(columns, row));
  const widths = fittedWidths(columns, [heads, ...told]);
  const line = (texts: readonly string[]) =>
    texts
      .map((text, rank) => {
        const width = widths[rank]!;
        return columns[rank]!.holds === 'words' ? cut(text, width - 1).padEnd(width) : text.padStart(width);
      })
      .join('')
      .trimEnd();
  return [
    style.dim(`  ${line(heads)}`),
    ...rows.map((row, rank) => {
      const text = `  ${line(told[rank]!)}`;
      return isMarked(row) ? style.bold(text) : text;
    }),
  ];
}
