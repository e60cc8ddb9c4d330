/** HTML as text: everything put into it is escaped, whatever a file's names hold. */

/** A piece of HTML that is safe to put into another. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, but for tabs and line ends, stand for nothing in a page. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * A text as HTML shows it, in an element or in a quoted attribute.
 * @example escaped('<b>"a" & b</b>') // '&lt;b&gt;&quot;a&quot; &amp; b&lt;/b&gt;'
 */
export const escaped = (text: string): string =>
  text.replace(CONTROLS, '\ufffd').replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

function textOf(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(textOf).join('');
  return escaped(String(part));
}

/**
 * A template of HTML: what is put in is escaped, unless it is a piece made the same way; lists are joined.
 * @example html`<p>${'a < b'}</p>`.text // '<p>a &lt; b</p>'
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((sum, text, rank) => sum + textOf(parts[rank - 1] ?? '') + text));
}

/**
 * A drawing of the chart library, which has escaped its own texts, as one picture with the name of another element.
 * What it calls its layers (“rule”, “bar”) tells a reader nothing.
 */
export const drawn = (svg: string, labelledBy: string): Markup =>
  new Markup(
    svg
      .replace(/ aria-label="[^"]*"/g, '')
      .replace('<svg', () => `<svg role="img" aria-labelledby="${escaped(labelledBy)}"`),
  );

export const NOTHING = new Markup('');
