/** Lines of text in columns: what the readable tables are made of. */

/** Where a terminal can show it, headings stand out; elsewhere nothing is added. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

export const PLAIN: Style = Object.freeze({ bold: (text: string) => text, dim: (text: string) => text });

/** The widest line, in characters. */
export const PAGE_WIDTH = 98;
/** A cell of a column by patient class. */
export const CELL_WIDTH = 16;
/** The label of a row with four such cells. */
export const LABEL_WIDTH = 30;

/**
 * A text cut to a width, with an ellipsis where something is missing.
 * @example cut('spectroscopy', 8) // 'spectro…'
 */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/**
 * A label and its cells, the cells to the right of their columns.
 * @example cells('mean', ['5.2', '12.0'], 8, 6) // 'mean       5.2  12.0'
 */
export function cells(
  label: string,
  values: readonly string[],
  labelWidth: number,
  cellWidth: number,
): string {
  return (
    cut(label, labelWidth).padEnd(labelWidth) + values.map((value) => value.padStart(cellWidth)).join('')
  );
}

/**
 * A bar as long as its share of the width, in eighths of a character.
 * @example bar(0.5, 10) // '█████'
 */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + ' ▏▎▍▌▋▊▉'.charAt(eighths % 8).trim();
}

/**
 * A text on as many lines as it takes, the later ones indented.
 * @example wrap('one two three', 8, 2) // ['one two', '  three']
 */
export function wrap(text: string, width: number, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = lines.length === 0 ? width : width - indent;
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((one, rank) => (rank === 0 ? one : ' '.repeat(indent) + one));
}

/**
 * Lines moved to the right.
 * @example indented(['a', ''], 2) // ['  a', '']
 */
export function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));
}
