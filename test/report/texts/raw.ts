/** Text that could reach a reader in one language only: prose of the sources that is no side of a pair. */
import ts from 'typescript';
import { nodesOf, placeOf, writtenText } from './walk.ts';

export interface Raw {
  readonly place: string;
  /** The key it is the value of, or an empty text. */
  readonly property: string;
  readonly text: string;
}

/** What of a file is told nobody: messages of thrown errors, types, imports, keys, and comparisons. */
function isForTheProgram(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isElementAccessExpression(parent) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    isThrown(node)
  );
}

/** `new RangeError('…')`: an error of the program, told as “internal error” around it. */
function isThrown(node: ts.Node): boolean {
  for (let at: ts.Node = node; !ts.isStatement(at); at = at.parent) {
    if (ts.isNewExpression(at) && /(?:Error|Lost)$/.test(at.expression.getText())) return true;
    if (ts.isCallExpression(at) && at.expression.getText() === 'super') return true;
  }
  return false;
}

/** A template without what is filled in. */
const open = (text: string): string => text.replace(/\$\{[^}]*\}/g, '…');

/** Two words with a space between, or a letter with an accent: what somebody reads. */
const isProse = (text: string): boolean => /\p{L}{2,}[,;:.]? \p{L}{2,}|[À-ÖØ-öø-ÿŒœ]/u.test(text);

/** A word that stands alone, as a heading or a label does. */
const isWord = (text: string): boolean => /\p{L}{2,}/u.test(text);

/** What is written out of a node, what is filled in left open. */
const textOf = (node: ts.Node): string | null =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? writtenText(node) : null;

/** The property a node is the value of, or an empty text. */
const propertyOf = ({ parent }: ts.Node): string =>
  ts.isPropertyAssignment(parent) ? parent.name.getText() : '';

/**
 * The prose of a file that is the side of no pair.
 * @example proseOutside(source, new Set(['a text known'])) // []
 */
export function proseOutside(source: ts.SourceFile, sides: ReadonlySet<string>): readonly Raw[] {
  return [...nodesOf(source)].flatMap((node) => {
    const text = textOf(node);
    if (text === null || sides.has(text) || isForTheProgram(node) || !isProse(open(text))) return [];
    return [{ place: placeOf(node), property: propertyOf(node), text }];
  });
}

const WRITES = /(?:^|\.)(?:stdout|stderr)\.write$/;

/** Every place where a file writes to the terminal. */
export function writesOf(source: ts.SourceFile): readonly ts.CallExpression[] {
  return [...nodesOf(source)].filter(
    (node): node is ts.CallExpression => ts.isCallExpression(node) && WRITES.test(node.expression.getText()),
  );
}

/** Words a file writes to the terminal in so many letters, past every text of two languages. */
export function wordsWritten(source: ts.SourceFile): readonly Raw[] {
  return writesOf(source).flatMap((call) =>
    [...nodesOf(call)].flatMap((node) => {
      const text = textOf(node);
      // What another function is given is for that function to tell.
      const isGiven = ts.isCallExpression(node.parent) && node.parent !== call;
      if (text === null || isGiven || !isWord(open(text))) return [];
      return [{ place: placeOf(node), property: '', text }];
    }),
  );
}
