/** Mutations of texts, drawn from a random stream: of characters, of words, of lines, and of two texts spliced. */
import { NASTY, SCALARS, SCHEMA_WORDS } from './dictionary.ts';

/** A uniform draw in [0, 1). */
export type Random = () => number;
export type Mutation = (text: string, random: Random, other: string) => string;

export const below = (random: Random, limit: number): number => Math.floor(random() * limit);
export const oneOf = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!;

/** A stretch of at most `most` characters of the text. */
function stretch(text: string, random: Random, most: number): readonly [from: number, to: number] {
  const from = below(random, text.length + 1);
  return [from, Math.min(text.length, from + 1 + below(random, most))];
}

const replaceAt = (text: string, from: number, to: number, put: string): string =>
  text.slice(0, from) + put + text.slice(to);

const CHARACTERS: readonly Mutation[] = [
  (text, random) => {
    const [from, to] = stretch(text, random, 1);
    return replaceAt(text, from, to, String.fromCharCode(32 + below(random, 96)));
  },
  (text, random) => {
    const [from, to] = stretch(text, random, 1);
    return replaceAt(text, from, to, String.fromCharCode(below(random, 0x10000)));
  },
  (text, random) => {
    const [from] = stretch(text, random, 1);
    return replaceAt(text, from, from, oneOf(random, NASTY));
  },
  (text, random) => {
    const [from, to] = stretch(text, random, 12);
    return replaceAt(text, from, to, '');
  },
  (text, random) => {
    const [from, to] = stretch(text, random, 30);
    return replaceAt(text, to, to, text.slice(from, to).repeat(1 + below(random, 3)));
  },
  (text, random) => text.slice(0, below(random, text.length + 1)),
];

const WORD = /[\p{L}\p{N}_.+-]+/gu;

/** Replaces one word of the text. */
function onWord(text: string, random: Random, put: (word: string) => string): string {
  const words = [...text.matchAll(WORD)];
  if (words.length === 0) return put('');
  const word = oneOf(random, words);
  return replaceAt(text, word.index, word.index + word[0].length, put(word[0]));
}

const WORDS: readonly Mutation[] = [
  (text, random) => onWord(text, random, () => oneOf(random, SCHEMA_WORDS)),
  (text, random) => onWord(text, random, () => oneOf(random, SCALARS)),
  (text, random) =>
    onWord(text, random, (word) => `${word}${oneOf(random, [': ', ', ', ': {', ': [', '}', ']'])}`),
  (text, random) => onWord(text, random, () => ''),
  (text, random, other) => {
    const words = other.match(WORD) ?? [''];
    return onWord(text, random, () => oneOf(random, words));
  },
  (text, random) =>
    onWord(text, random, (word) => `${word}, ${oneOf(random, SCHEMA_WORDS)}: ${oneOf(random, SCALARS)}`),
];

/** Changes the lines of the text. */
const onLines =
  (change: (lines: string[], at: number, random: Random, other: string) => void): Mutation =>
  (text, random, other) => {
    const lines = text.split('\n');
    change(lines, below(random, lines.length), random, other);
    return lines.join('\n');
  };

const LINES: readonly Mutation[] = [
  onLines((lines, at) => lines.splice(at, 1)),
  onLines((lines, at) => lines.splice(at, 0, lines[at]!)),
  onLines((lines, at, random) => lines.splice(below(random, lines.length), 0, ...lines.splice(at, 1))),
  onLines((lines, at) => {
    lines[at] = `  ${lines[at]}`;
  }),
  onLines((lines, at) => {
    lines[at] = lines[at]!.trimStart();
  }),
  onLines((lines, at, random, other) => lines.splice(at, 0, oneOf(random, other.split('\n')))),
  (text, random) => text.replaceAll('\n', oneOf(random, ['\r\n', '\r', '\n\n', '\n  '])),
];

const SPLICES: readonly Mutation[] = [
  (text, random, other) =>
    text.slice(0, below(random, text.length + 1)) + other.slice(below(random, other.length + 1)),
  (text, random, other) => {
    const [from, to] = stretch(other, random, 80);
    const at = below(random, text.length + 1);
    return replaceAt(text, at, at, other.slice(from, to));
  },
];

/** Kinds are drawn alike, whatever the number of mutations of each. */
export const TEXT_MUTATIONS: readonly (readonly Mutation[])[] = [CHARACTERS, WORDS, WORDS, LINES, SPLICES];

/** The longest input: long ones cost time and find little more. */
const MOST_CHARACTERS = 400;
const MOST_MUTATIONS = 4;

/** A text after one to four mutations, most often one or two. */
export function mutate(
  text: string,
  random: Random,
  other: string,
  kinds: readonly (readonly Mutation[])[] = TEXT_MUTATIONS,
  mostCharacters = MOST_CHARACTERS,
): string {
  let result = text;
  for (let n = 0; n < MOST_MUTATIONS && (n === 0 || random() < 0.4); n++)
    result = oneOf(random, oneOf(random, kinds))(result, random, other);
  return result.slice(0, mostCharacters);
}
