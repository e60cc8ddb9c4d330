/** Where brackets and quotes open that are never closed: the reader only says where the text ends. */
import { type Document, isCollection, isScalar, visit } from 'yaml';

/** Offset of each opening bracket or quote whose closing one is missing, with the closing one. */
export interface Unclosed {
  readonly offset: number;
  readonly closing: string;
}

/**
 * True when an offset is between the brackets or braces of some list or mapping.
 */
export function isBetweenBrackets(document: Document.Parsed, offset: number): boolean {
  let isInside = false;
  visit(document, {
    Collection: (_key, node) => {
      const [start, end] = node.range ?? [];
      if (start === undefined || end === undefined || node.flow !== true) return undefined;
      isInside ||= start < offset && offset < end;
      return isInside ? visit.BREAK : undefined;
    },
  });
  return isInside;
}

/**
 * The brackets and quotes of a document that are never closed, in the order they open.
 */
export function unclosedOf(document: Document.Parsed, text: string): readonly Unclosed[] {
  const found: Unclosed[] = [];
  const note = (range: readonly number[] | null | undefined, closing: string) => {
    const [offset, end] = range ?? [];
    if (offset === undefined || end === undefined) return;
    const isClosed = end - offset > 1 && text.charAt(end - 1) === closing;
    if (!isClosed) found.push({ offset, closing });
  };
  visit(document, {
    Node: (_key, node) => {
      if (isScalar(node) && node.type === 'QUOTE_DOUBLE') note(node.range, '"');
      else if (isScalar(node) && node.type === 'QUOTE_SINGLE') note(node.range, "'");
      else if (isCollection(node) && node.flow === true) {
        note(node.range, text.charAt(node.range?.[0] ?? 0) === '{' ? '}' : ']');
      }
    },
  });
  return found;
}
