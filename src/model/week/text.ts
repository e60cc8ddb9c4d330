/** Small helpers to read what people type in the cells of a spreadsheet: accents, capitals, quotes, lists. */
import { nearestName } from '../nearest-name.ts';

/** The languages a week is written in; either is understood. */
export type WeekLanguage = 'en' | 'fr';

/**
 * A text as words are compared: lower case, without accents, letters and digits only.
 * @example plainText(' Public – Programmée ') // 'publicprogrammee'
 */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A word that names a value, among others that may too. */
export interface NamedValue<T> {
  readonly name: string;
  readonly value: T;
}

/**
 * The value a word names, whatever its accents and capitals; undefined when it names none.
 * @example valueNamed('Lundi', [{ name: 'lundi', value: 0 }]) // 0
 */
export function valueNamed<T>(text: string, names: readonly NamedValue<T>[]): T | undefined {
  const wanted = plainText(text);
  return wanted === '' ? undefined : names.find(({ name }) => plainText(name) === wanted)?.value;
}

/**
 * The name nearest to a misspelt one, accents apart; an empty text when none is near.
 * @example nearestWord('publik programe', ['publique programmée', 'panne']) // 'publique programmée'
 */
export function nearestWord(written: string, names: readonly string[]): string {
  const bare = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[\s_-]+/g, ' ');
  const bares = names.map(bare);
  const found = nearestName(bare(written.slice(0, LONGEST_SHOWN)), bares);
  return found === '' ? '' : names[bares.indexOf(found)]!;
}

const LONGEST_SHOWN = 60;

/**
 * A value as a message shows it, cut at 60 characters.
 * @example shownText('abc') // 'abc'
 */
export function shownText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line;
}

/**
 * The parts of a text between separators that are outside double quotes and brackets, trimmed; empty parts are left out.
 * @example splitOutside('a; "b;c" ;', ';') // ['a', '"b;c"']
 */
export function splitOutside(text: string, separators: string): readonly string[] {
  const parts: string[] = [];
  let begin = 0;
  let quoted = false;
  let depth = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '[') depth += 1;
    else if (!quoted && character === ']') depth = Math.max(0, depth - 1);
    const cut = at === text.length || (!quoted && depth === 0 && separators.includes(character));
    if (!cut) continue;
    const part = text.slice(begin, at).trim();
    if (part !== '') parts.push(part);
    begin = at + 1;
  }
  return parts;
}

/** What would be taken for punctuation in a list, or lost by trimming. */
const NEEDS_QUOTES = /^$|^\s|\s$|[",;:/[\]\n\r\t]/;

/**
 * A name as it stands in a list: in double quotes where it holds punctuation, its own quotes doubled.
 * @example quoteName('neuro; dos') // '"neuro; dos"'
 */
export function quoteName(name: string): string {
  return NEEDS_QUOTES.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

/**
 * The name inside the quotes, if there are any.
 * @example unquoteName('"a ""b"""') // 'a "b"'
 */
export function unquoteName(text: string): string {
  return /^"[\s\S]*"$/.test(text) && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text;
}
