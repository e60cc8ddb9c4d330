/** Which messages the sources ask for, and which they have. */
import ts from 'typescript';
import { nodesOf, placeOf } from './walk.ts';

export interface Asked {
  readonly place: string;
  readonly code: string;
}

/** Functions that raise a finding, and where each takes its code. */
const RAISES: Readonly<Record<string, number>> = Object.freeze({
  scenarioError: 0,
  scenarioWarning: 0,
  ioError: 0,
  ioWarning: 0,
  weekError: 0,
  weekWarning: 0,
  benchmarkError: 0,
  requestError: 0,
  rulesError: 0,
  balanceFinding: 1,
  refuse: 0,
  finding: 1,
});
/** Functions that print a note of the command line. */
const NOTES: Readonly<Record<string, number>> = Object.freeze({ say: 0, note: 0 });

const calledName = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();

/** Every text a node may be: itself, or either side of a choice. */
function choices(node: ts.Expression | undefined): readonly string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...choices(node.whenTrue), ...choices(node.whenFalse)];
  return [];
}

const askedBy = (source: ts.SourceFile, functions: Readonly<Record<string, number>>): readonly Asked[] =>
  [...nodesOf(source)].filter(ts.isCallExpression).flatMap((call) => {
    const at = functions[calledName(call)];
    return at === undefined
      ? []
      : choices(call.arguments[at]).map((code) => ({ place: placeOf(call), code }));
  });

/** The codes of the findings and problems a file raises. */
export const raisedCodes = (source: ts.SourceFile): readonly Asked[] => askedBy(source, RAISES);

/** The names of the notes a file prints: `voice.note('written', …)`, with or without its object. */
export const printedNotes = (source: ts.SourceFile): readonly Asked[] => askedBy(source, NOTES);

/** What codes begin with that are put together: `unstable-${…}`. */
export function beginnings(source: ts.SourceFile): readonly string[] {
  return [...nodesOf(source)]
    .filter(ts.isTemplateExpression)
    .map(({ head }) => head.text)
    .filter((text) => /^[a-z]+-$/.test(text));
}

/** Every text of a file that is no key: where a code that is passed on stands. */
export function textsUsed(source: ts.SourceFile): readonly string[] {
  return [...nodesOf(source)]
    .filter(ts.isStringLiteralLike)
    .filter((node) => !(ts.isPropertyAssignment(node.parent) && node.parent.name === node))
    .map(({ text }) => text);
}

/** The keys of a table of a file, by the name of the table. */
export function keysOf(source: ts.SourceFile, table: string): readonly string[] {
  for (const node of nodesOf(source)) {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== table) continue;
    const literal = [...nodesOf(node)].find(ts.isObjectLiteralExpression);
    return (literal?.properties ?? []).map(({ name }) => name?.getText().replace(/^'|'$/g, '') ?? '');
  }
  return [];
}
