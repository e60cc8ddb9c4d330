/** Where the cells of a CSV text stand: only asked for once something is wrong with one. */

/** The offset of each line's first character. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

const isBlank = (character: string) => character === ' ' || character === '\u00a0';

/** Places in one text, with one separator. */
export class CsvPlaces {
  readonly #text: string;
  readonly #separator: string;
  #starts: readonly number[] | null = null;

  constructor(text: string, separator: string) {
    this.#text = text;
    this.#separator = separator;
  }

  /**
   * Line and column, both from 1, of a cell by its position (from 0) in the row that starts on a line; a cell that is
   * not there is where the row ends. Blanks before a cell are no part of it.
   * @example new CsvPlaces('a; b', ';').cell(1, 1) // { line: 1, column: 4 }
   */
  cell(line: number, position: number): { readonly line: number; readonly column: number } {
    this.#starts ??= lineStarts(this.#text);
    const text = this.#text;
    let at = this.#starts[line - 1] ?? text.length;
    let lineNow = line;
    let lineStart = at;
    for (let cell = 0; ; cell++) {
      while (isBlank(text.charAt(at))) at += 1;
      const here = { line: lineNow, column: at - lineStart + 1 };
      if (cell === position) return here;
      if (text.charAt(at) === '"') {
        // A quoted cell: a doubled quote is a quote, line breaks belong to it.
        for (at += 1; at < text.length; at++) {
          const character = text.charAt(at);
          if (character === '"' && text.charAt(at + 1) === '"') at += 1;
          else if (character === '"') break;
          else if (character === '\n' || (character === '\r' && text.charAt(at + 1) !== '\n')) {
            lineNow += 1;
            lineStart = at + 1;
          }
        }
      }
      while (at < text.length && text.charAt(at) !== this.#separator && !'\r\n'.includes(text.charAt(at))) {
        at += 1;
      }
      if (text.charAt(at) !== this.#separator) return { line: lineNow, column: at - lineStart + 1 };
      at += 1;
    }
  }
}
