/** Reads every text of the sources that exists in two languages: what was written, and where. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** One text in both languages as the sources write it; an empty side is a missing one. */
export interface Pair {
  readonly place: string;
  readonly en: string;
  readonly fr: string;
}

/** A side of a text the walk cannot read: neither written out nor handed on from elsewhere. */
export interface Unread {
  readonly place: string;
  readonly source: string;
}

export interface Texts {
  readonly pairs: readonly Pair[];
  readonly unread: readonly Unread[];
}

/** Where a function takes its English and its French text; `rest` when all that follows are pairs of them. */
interface Constructor {
  readonly en: number;
  readonly fr: number;
  readonly rest: boolean;
}

/**
 * The sources under a folder, parsed, in order of their names.
 * @example sourcesOf('src').length > 100 // true
 */
export function sourcesOf(folder: string): readonly ts.SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name))
    .map((file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ESNext, true));
}

/**
 * Where a node begins, as an editor opens it.
 * @example placeOf(sourcesOf('src/report')[0]!) // 'src/report/assumption-words.ts:1'
 */
export function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** Every node below one, itself first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

const bare = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ||
  ts.isAsExpression(node) ||
  ts.isSatisfiesExpression(node) ||
  ts.isNonNullExpression(node)
    ? bare(node.expression)
    : node;

/** `Object.freeze(x)` is x. */
function unfrozen(node: ts.Expression): ts.Expression {
  const inner = bare(node);
  if (!ts.isCallExpression(inner) || inner.expression.getText() !== 'Object.freeze') return inner;
  const [first] = inner.arguments;
  return first === undefined ? inner : unfrozen(first);
}

/** What fills a template, by its name if it has one; the language of a side is left out. */
function hole(node: ts.Expression): string {
  const name = node.getText().replace(/\b(en|fr)\b/g, '*');
  return `\${${/^[\w.#*]+$/.test(name) ? name : '…'}}`;
}

/**
 * The text an expression writes out, with `${…}` for what is filled in; null when it is no written text.
 */
export function writtenText(node: ts.Expression): string | null {
  const inner = bare(node);
  if (ts.isStringLiteralLike(inner)) return inner.text;
  if (ts.isTemplateExpression(inner)) {
    return inner.head.text + inner.templateSpans.map((s) => hole(s.expression) + s.literal.text).join('');
  }
  if (ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [writtenText(inner.left), writtenText(inner.right)];
    return left === null || right === null ? null : left + right;
  }
  return null;
}

const propertyNamed = (node: ts.ObjectLiteralExpression, name: string): ts.Expression | null => {
  const found = node.properties.find((one) => one.name?.getText().replace(/^['"]|['"]$/g, '') === name);
  if (found === undefined) return null;
  return ts.isPropertyAssignment(found) ? found.initializer : null;
};

const hasProperty = (node: ts.ObjectLiteralExpression, name: string): boolean =>
  node.properties.some((one) => one.name?.getText() === name);

/** Parameter names, a tuple's labels included: `...advice: readonly (readonly [en: string, fr: string])[]`. */
function constructorOf(parameters: ts.NodeArray<ts.ParameterDeclaration>): Constructor | null {
  const names = parameters.map((parameter) => parameter.name.getText());
  const [en, fr] = [names.indexOf('en'), names.indexOf('fr')];
  if (en < 0 || fr < 0) return null;
  const last = parameters[parameters.length - 1]!;
  const rest = last.dotDotDotToken !== undefined && /\[en: string, fr: string\]/.test(last.getText());
  return { en, fr, rest };
}

/** The functions of a file that take a text in two languages, by name. */
function constructorsOf(source: ts.SourceFile): ReadonlyMap<string, Constructor> {
  const found = new Map<string, Constructor>();
  for (const node of nodesOf(source)) {
    const name =
      ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)
        ? node.name?.getText()
        : ts.isArrowFunction(node) && ts.isVariableDeclaration(node.parent)
          ? node.parent.name.getText()
          : undefined;
    if (name === undefined) continue;
    const of = constructorOf((node as ts.SignatureDeclaration).parameters);
    if (of !== null) found.set(name, of);
  }
  return found;
}

/** The constructors a file can call: its own, and those it imports. */
function reachable(
  source: ts.SourceFile,
  all: ReadonlyMap<string, ReadonlyMap<string, Constructor>>,
): ReadonlyMap<string, Constructor> {
  const found = new Map(all.get(source.fileName));
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue;
    const from = all.get(join(dirname(source.fileName), statement.moduleSpecifier.text));
    for (const { name, propertyName } of bindings.elements) {
      const of = from?.get((propertyName ?? name).text);
      if (of !== undefined) found.set(name.text, of);
    }
  }
  return found;
}

/** The texts of one file, in the order they are written. */
class FileTexts {
  readonly pairs: Pair[] = [];
  readonly unread: Unread[] = [];
  readonly #constructors: ReadonlyMap<string, Constructor>;

  constructor(source: ts.SourceFile, constructors: ReadonlyMap<string, Constructor>) {
    this.#constructors = constructors;
    for (const node of nodesOf(source)) this.#read(node);
  }

  #read(node: ts.Node): void {
    if (ts.isObjectLiteralExpression(node)) {
      const [en, fr] = [propertyNamed(node, 'en'), propertyNamed(node, 'fr')];
      if (en !== null || fr !== null) {
        // A side in shorthand (`{ en, fr: … }`) is written elsewhere.
        if (!(en === null && hasProperty(node, 'en')) && !(fr === null && hasProperty(node, 'fr'))) {
          this.#pair(en, fr, node);
        }
      }
    } else if (ts.isCallExpression(node)) this.#readCall(node);
    else if (ts.isConditionalExpression(node)) this.#readChoice(node);
    else if (ts.isVariableDeclaration(node)) this.#readTuple(node);
  }

  #readCall(node: ts.CallExpression): void {
    const name = ts.isPropertyAccessExpression(node.expression)
      ? node.expression.name.text
      : node.expression.getText();
    const of = this.#constructors.get(name);
    if (of === undefined || node.arguments.some(ts.isSpreadElement)) return;
    this.#pair(node.arguments[of.en] ?? null, node.arguments[of.fr] ?? null, node);
    if (!of.rest) return;
    for (const more of node.arguments.slice(Math.max(of.en, of.fr) + 1)) {
      if (ts.isArrayLiteralExpression(more))
        this.#pair(more.elements[0] ?? null, more.elements[1] ?? null, more);
      // A name stands for a pair written once: see #readTuple.
      else if (!ts.isIdentifier(more) && !ts.isSpreadElement(more)) this.#miss(more);
    }
  }

  /** Beside messages, `['…', '…']` is an advice used several times, and `['…', '…', ['…', '…']]` a whole message. */
  #readTuple(node: ts.VariableDeclaration): void {
    if (!this.#constructors.get('message')?.rest || node.initializer === undefined) return;
    const list = unfrozen(node.initializer);
    if (!ts.isArrayLiteralExpression(list) || list.elements.length < 2) return;
    const [en, fr, ...rest] = list.elements;
    if (writtenText(en!) === null || !rest.every(ts.isArrayLiteralExpression)) return;
    for (const sides of [[en, fr], ...rest.map(({ elements }) => elements)]) {
      this.#pair(sides[0] ?? null, sides[1] ?? null, list);
    }
  }

  /** `language === 'fr' ? '…' : '…'` */
  #readChoice(node: ts.ConditionalExpression): void {
    const asked = /\blanguage === '(en|fr)'$/.exec(node.condition.getText())?.[1];
    if (asked === undefined) return;
    const [en, fr] = asked === 'en' ? [node.whenTrue, node.whenFalse] : [node.whenFalse, node.whenTrue];
    if (writtenText(en) !== null || writtenText(fr) !== null) this.#pair(en, fr, node);
  }

  #pair(en: ts.Expression | null, fr: ts.Expression | null, at: ts.Node): void {
    if (en === null || fr === null) {
      const other = en ?? fr;
      const text = other === null ? null : writtenText(other);
      if (text !== null) this.pairs.push({ place: placeOf(at), en: en ? text : '', fr: fr ? text : '' });
      return;
    }
    const [left, right] = [unfrozen(en), unfrozen(fr)];
    const [enText, frText] = [writtenText(left), writtenText(right)];
    if (enText !== null && frText !== null) {
      this.pairs.push({ place: placeOf(left), en: enText, fr: frText });
    } else if (ts.isArrayLiteralExpression(left) && ts.isArrayLiteralExpression(right)) {
      const count = Math.max(left.elements.length, right.elements.length);
      for (let at = 0; at < count; at++) {
        this.#pair(left.elements[at] ?? null, right.elements[at] ?? null, left);
      }
    } else if (ts.isObjectLiteralExpression(left) && ts.isObjectLiteralExpression(right)) {
      const names = [...left.properties, ...right.properties].map((one) => one.name?.getText() ?? '');
      for (const name of new Set(names)) {
        const plain = name.replace(/^['"]|['"]$/g, '');
        this.#pair(propertyNamed(left, plain), propertyNamed(right, plain), left);
      }
    } else if (ts.isCallExpression(left) && ts.isCallExpression(right) && isSameCall(left, right)) {
      this.#pair(left.arguments[0]!, right.arguments[0]!, at);
    } else if (!isHandedOn(left, right)) this.#miss(at);
  }

  #miss(node: ts.Node): void {
    this.unread.push({ place: placeOf(node), source: node.getText().replace(/\s+/g, ' ').slice(0, 160) });
  }
}

/** `{ en: cut(…), fr: cut(…) }`: one function around both sides. */
const isSameCall = (en: ts.CallExpression, fr: ts.CallExpression): boolean =>
  ts.isIdentifier(en.expression) &&
  en.expression.getText() === fr.expression.getText() &&
  en.arguments.length === 1 &&
  fr.arguments.length === 1;

/** `{ en: label.en, fr: label.fr }`: the same expression on both sides but for the language; or a name that holds the text. */
function isHandedOn(en: ts.Expression, fr: ts.Expression): boolean {
  const same = (node: ts.Expression) => node.getText().replace(/\b(en|fr)\b/g, '*');
  return same(en) === same(fr) || (ts.isIdentifier(en) && ts.isIdentifier(fr));
}

/**
 * Every text in two languages of some sources.
 * @example textsOf(sourcesOf('src')).pairs.length > 1000 // true
 */
export function textsOf(sources: readonly ts.SourceFile[]): Texts {
  const all = new Map(sources.map((source) => [source.fileName, constructorsOf(source)]));
  const files = sources.map((source) => new FileTexts(source, reachable(source, all)));
  return {
    pairs: files.flatMap((file) => file.pairs),
    unread: files.flatMap((file) => file.unread),
  };
}
