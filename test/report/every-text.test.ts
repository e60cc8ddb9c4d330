import { describe, expect, it } from 'vitest';
import { COMMAND_MESSAGES } from '../../src/cli/messages.ts';
import { MESSAGES } from '../../src/report/messages.ts';
import { FILE_ADVICE } from '../../src/report/messages-files.ts';
import { beginnings, keysOf, printedNotes, raisedCodes, textsUsed } from './texts/codes.ts';
import { INDIRECT, NOT_FOR_READERS, SAID_AS_IT_IS } from './texts/exceptions.ts';
import { proseOutside, wordsWritten, writesOf } from './texts/raw.ts';
import { ALIKE_WORDS, RULES, wordsOf } from './texts/rules.ts';
import { type Pair, sourcesOf, textsOf } from './texts/walk.ts';

const sources = sourcesOf('src');
const { pairs, unread } = textsOf(sources);
const places = (found: readonly { readonly place: string; readonly text: string }[]) =>
  found.map(({ place, text }) => `${place}  ${text}`);

describe('the walk over the sources', () => {
  it('finds the texts there are: more than 1500, in every room that has some', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(pairs.length).toBeGreaterThan(1500);
    for (const room of ['model', 'io', 'calibrate', 'report', 'cli']) {
      expect(pairs.some(({ place }) => place.startsWith(`src/${room}/`))).toBe(true);
    }
  });

  it('reads both sides of each, whatever way they are written', () => {
    const offenders = unread.filter(({ source }) => !INDIRECT.some(({ part }) => source.includes(part)));
    expect(offenders.map(({ place, source }) => `${place}  ${source}`)).toEqual([]);
  });
});

describe('each text in two languages', () => {
  const isExcepted = (rule: string, { en }: Pair) =>
    SAID_AS_IT_IS.some((one) => one.rule === rule && one.en === en);

  it.each(Object.entries(RULES))('keeps the rule “%s”', (name, rule) => {
    const offenders = pairs.flatMap((pair) => {
      const wrong = isExcepted(name, pair) ? null : rule(pair);
      return wrong === null ? [] : [`${pair.place}  ${wrong}\n    en  ${pair.en}\n    fr  ${pair.fr}`];
    });
    expect(offenders.join('\n')).toBe('');
  });

  it('needs every exception it is given', () => {
    const idle = SAID_AS_IT_IS.filter(
      ({ rule, en }) => !pairs.some((pair) => pair.en === en && RULES[rule]?.(pair)),
    );
    expect(idle).toEqual([]);
    expect(INDIRECT.filter(({ part }) => !unread.some(({ source }) => source.includes(part)))).toEqual([]);
    const alike = new Set(pairs.flatMap(({ en, fr }) => (en === fr ? wordsOf(en) : [])));
    expect([...ALIKE_WORDS].filter((word) => !alike.has(word))).toEqual([]);
  });
});

describe('what is printed', () => {
  const cli = sources.filter(({ fileName }) => fileName.startsWith('src/cli/'));
  const sides = new Set(pairs.flatMap(({ en, fr }) => [en, fr]));

  it('goes to the terminal through a text in two languages, never as words on the spot', () => {
    expect(cli.flatMap(writesOf).length).toBeGreaterThan(10);
    expect(places(cli.flatMap(wordsWritten))).toEqual([]);
  });

  it('holds no sentence in one language only', () => {
    const outside = sources.flatMap((source) => proseOutside(source, sides));
    const offenders = outside.filter((raw) => !NOT_FOR_READERS.some(({ holds }) => holds(raw)));
    expect(places(offenders)).toEqual([]);
  });

  it('needs every kind of prose that is excepted as no text for readers', () => {
    const outside = sources.flatMap((source) => proseOutside(source, sides));
    expect(NOT_FOR_READERS.filter(({ holds }) => !outside.some(holds)).map(({ why }) => why)).toEqual([]);
  });
});

describe('the messages', () => {
  const isTable = (file: string) => /report\/messages|cli\/(messages|notes)|[-/]codes\.ts$/.test(file);
  const others = sources.filter(({ fileName }) => !isTable(fileName));
  const used = new Set(others.flatMap(textsUsed));
  const begun = [...new Set(others.flatMap(beginnings))];
  const isUsed = (code: string): boolean =>
    used.has(code) || begun.some((start) => code.startsWith(start) && used.has(code.slice(start.length)));
  const messages = new Set([...Object.keys(MESSAGES), ...Object.keys(COMMAND_MESSAGES)]);
  const notes = sources
    .filter(({ fileName }) => fileName === 'src/cli/notes.ts')
    .flatMap((source) => keysOf(source, 'NOTES'));

  it('are there for every finding and every problem the sources raise', () => {
    const raised = sources.flatMap(raisedCodes);
    expect(raised.length).toBeGreaterThan(150);
    expect(raised.filter(({ code }) => !messages.has(code))).toEqual([]);
  });

  it('are there for every note that is printed', () => {
    const printed = sources.filter(({ fileName }) => fileName.startsWith('src/cli/')).flatMap(printedNotes);
    expect(notes.length).toBeGreaterThan(10);
    expect(printed.length).toBeGreaterThan(15);
    expect(printed.filter(({ code }) => !notes.includes(code))).toEqual([]);
  });

  it('are each used somewhere', () => {
    const all = [...messages, ...notes, ...Object.keys(FILE_ADVICE)];
    expect(all.filter((code) => !isUsed(code))).toEqual([]);
  });
});
