/** What the YAML reader finds wrong, in the codes of this product: its own sentences are in English only. */
import type { Document, YAMLError } from 'yaml';
import type { Finding, FindingPlace } from '../model/finding.ts';
import { ioError } from './codes.ts';
import { isBetweenBrackets, type Unclosed, unclosedOf } from './yaml-openers.ts';
import type { PlaceOf } from './yaml-value.ts';

/** What is shown of the text where an error is. */
const LONGEST_SHOWN = 20;
/** The longest key that stands on one line with its value, in characters (YAML 1.2, 7.4). */
const LONGEST_KEY = 1024;

type Told = (place: FindingPlace, found: string) => Finding;

const BY_CODE: Readonly<Partial<Record<YAMLError['code'], Told>>> = Object.freeze({
  TAB_AS_INDENT: (place) => ioError('document-tab', {}, place),
  BAD_INDENT: (place) => ioError('document-indent', {}, place),
  BLOCK_AS_IMPLICIT_KEY: (place) => ioError('document-colon-twice', {}, place),
  MULTILINE_IMPLICIT_KEY: (place) => ioError('document-colon-missing', {}, place),
  BAD_SCALAR_START: (place, found) => ioError('document-start', { found: found.charAt(0) }, place),
  BAD_DQ_ESCAPE: (place, found) => ioError('document-escape', { found: found.slice(0, 2) }, place),
  UNEXPECTED_TOKEN: (place, found) => ioError('document-token', { found }, place),
  KEY_OVER_1024_CHARS: (place) => ioError('document-key-long', { limit: LONGEST_KEY }, place),
  BLOCK_IN_FLOW: (place) => ioError('document-block', {}, place),
  BAD_ALIAS: (place) => ioError('document-anchor', {}, place),
  ALIAS_PROPS: (place) => ioError('document-anchor', {}, place),
  MULTIPLE_ANCHORS: (place) => ioError('document-anchor', {}, place),
  BAD_PROP_ORDER: (place) => ioError('document-anchor', {}, place),
  TAG_RESOLVE_FAILED: (place, found) => ioError('document-tag', { tag: found }, place),
  MULTIPLE_TAGS: (place, found) => ioError('document-tag', { tag: found }, place),
  BAD_COLLECTION_TYPE: (place, found) => ioError('document-tag', { tag: found }, place),
});

/** One code of the reader for several mistakes; they are told apart by its sentence. */
const BY_SENTENCE: readonly (readonly [RegExp, Told])[] = [
  [/must end with a \]|end with a \]/, (place) => ioError('document-bracket', { bracket: ']' }, place)],
  [/must end with a \}|end with a \}/, (place) => ioError('document-bracket', { bracket: '}' }, place)],
  [/Missing closing .quote/, (place) => ioError('document-quote', {}, place)],
  [/need to be followed by map values/, (place) => ioError('document-colon-missing', {}, place)],
  [/without - indicator/, (place) => ioError('document-indent', {}, place)],
  [/^Missing (, |space after :)/, (place) => ioError('document-comma', {}, place)],
];

function syntaxFinding(error: YAMLError, text: string, place: FindingPlace): Finding {
  const [start, end] = error.pos;
  const shown = text.slice(start, Math.min(Math.max(end, start + 2), start + LONGEST_SHOWN));
  const found = /^\S+/.exec(shown)?.[0] ?? '';
  // An item of a list where a key is expected: nothing is wrong with it but its place.
  if (found.startsWith('-') && AS_KEY.includes(error.code)) return ioError('document-indent', {}, place);
  const told = BY_SENTENCE.find(([pattern]) => pattern.test(error.message))?.[1] ?? BY_CODE[error.code];
  return told === undefined ? ioError('document-syntax', { rule: error.code }, place) : told(place, found);
}

const AS_KEY: readonly string[] = ['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR', 'UNEXPECTED_TOKEN'];
/** What the reader stumbles over after a bracket that is never closed, or a tab that is no indentation. */
const CONSEQUENCES: readonly string[] = [
  'document-colon-missing',
  'document-colon-twice',
  'document-token',
  'document-block',
  'document-indent',
];

/**
 * What is wrong with the syntax of a document: one finding a line, what opens and never closes where it opens, and
 * not what only follows from that.
 */
export function syntaxFindings(
  document: Document.Parsed,
  text: string,
  placeOf: PlaceOf,
): readonly Finding[] {
  if (document.errors.length === 0) return [];
  const unclosed = [...unclosedOf(document, text)];
  const findings: Finding[] = [];
  const lines = new Set<number | undefined>();
  let quoteEnd = Number.POSITIVE_INFINITY;
  let isAstray = false;
  for (const error of document.errors) {
    const [end] = error.pos;
    let one = syntaxFinding(error, text, placeOf(end));
    if (one.code === 'document-quote' || one.code === 'document-bracket') {
      // The text of a quotation that is never closed holds the closing brackets of what it is in.
      if (one.code === 'document-bracket' && end >= quoteEnd) continue;
      if (one.code === 'document-quote') quoteEnd = end;
      else isAstray = true;
      const isMeant = ({ offset, closing }: Unclosed) =>
        offset < end &&
        (one.code === 'document-quote' ? '"\''.includes(closing) : closing === one.values.bracket);
      const at = unclosed.findLastIndex(isMeant);
      if (at >= 0) one = syntaxFinding(error, text, placeOf(unclosed.splice(at, 1)[0]!.offset));
    } else if (isAstray && CONSEQUENCES.includes(one.code)) continue;
    else if (one.code === 'document-tab') isAstray = true;
    else if (one.code === 'document-colon-missing' && isBetweenBrackets(document, end)) {
      one = ioError('document-comma', {}, placeOf(end));
    }
    if (lines.has(one.line)) continue;
    lines.add(one.line);
    findings.push(one);
  }
  return findings;
}
