/** Which parts of a scenario could not be read, and whether a finding may only be there because of that. */
import type { DocumentPath, Finding } from '../finding.ts';

interface Node {
  isLost: boolean;
  /** Keys written in a mapping where a key nobody knows was dropped: it may be meant for any of the others. */
  written: ReadonlySet<string> | null;
  readonly children: Map<string, Node>;
}

const emptyNode = (): Node => ({ isLost: false, written: null, children: new Map() });

/**
 * What a finding rests on, as a path of keys with:
 * `*` any key or position; `@` the same as in the finding's own path; `$exam` the finding's value of that name;
 * `{a,b}` one of; `**` at the end, any part inside; `<` at the start, the mapping the finding's last key is in.
 * Without `**`, only the loss of the thing itself (or of what holds it) counts, not that of a part inside it; with `=`
 * before the last key, only that of the thing itself.
 */
export type Pattern = string;

/**
 * A pattern without braces: one for each choice.
 * @example expandPattern('flows.@.{lead,horizon}') // ['flows.@.lead', 'flows.@.horizon']
 */
export function expandPattern(pattern: Pattern): readonly string[] {
  const braces = /\{([^}]*)\}/.exec(pattern);
  if (braces === null) return [pattern];
  return braces[1]!.split(',').flatMap((choice) => expandPattern(pattern.replace(braces[0], choice)));
}

/** The parts of one scenario that are lost. Filled while it is salvaged and while its names are checked. */
export class Losses {
  readonly #root = emptyNode();
  /** Answers for patterns that are the same for every finding. */
  readonly #answers = new Map<string, boolean>();

  #node(path: DocumentPath): Node {
    let node = this.#root;
    for (const step of path) {
      const key = String(step);
      let child = node.children.get(key);
      if (child === undefined) {
        child = emptyNode();
        node.children.set(key, child);
      }
      node = child;
    }
    return node;
  }

  /** Notes that the value at a path, whatever it was meant to be, is not known. */
  add(path: DocumentPath): void {
    this.#node(path).isLost = true;
    this.#answers.clear();
  }

  /** Notes that any key of a mapping may be lost but those written: one it has is a misspelling of nothing known. */
  addUnwritten(path: DocumentPath, written: Iterable<string>): void {
    const node = this.#node(path);
    node.written = new Set([...(node.written ?? []), ...written]);
    this.#answers.clear();
  }

  /** True when nothing is lost. */
  get isEmpty(): boolean {
    return !hasAny(this.#root);
  }

  /**
   * True when the value at a path is lost, itself or as part of what holds it.
   * @example new Losses().covers(['flows', 0]) // false
   */
  covers(path: DocumentPath): boolean {
    return reaches(this.#root, path.map(String), 0);
  }

  /** Keys or positions below a path under which something is lost. */
  below(path: DocumentPath): readonly string[] {
    let node: Node | undefined = this.#root;
    for (const step of path) node = node?.children.get(String(step));
    return node === undefined ? [] : [...node.children].filter(([, one]) => hasAny(one)).map(([key]) => key);
  }

  /** True when the mapping at a path has a key that is a misspelling of nothing known. */
  hasUnwritten(path: DocumentPath): boolean {
    let node: Node | undefined = this.#root;
    for (const step of path) node = node?.children.get(String(step));
    return node?.written != null;
  }

  /**
   * True when a finding may be there only because of a loss: its place is lost, or something it rests on is.
   * `restsOn` are expanded patterns; null when it is not known what the finding rests on.
   */
  explain(finding: Finding, restsOn: readonly string[] | null): boolean {
    if (this.isEmpty) return false;
    if (restsOn === null || this.covers(finding.path)) return true;
    return restsOn.some((pattern) => this.#touches(pattern, finding));
  }

  #touches(pattern: string, finding: Finding): boolean {
    if (/[@$<]/.test(pattern)) return reaches(this.#root, bind(pattern, finding), 0);
    const known = this.#answers.get(pattern);
    if (known !== undefined) return known;
    const answer = reaches(this.#root, pattern.split('.'), 0);
    this.#answers.set(pattern, answer);
    return answer;
  }
}

/** The steps of a pattern for one finding. */
function bind(pattern: string, { path, values }: Finding): readonly string[] {
  return pattern.split('.').flatMap((step, at) => {
    if (step === '<') return path.slice(0, -1).map(String);
    if (step === '@') return [String(path[at] ?? '*')];
    return [step.startsWith('$') ? String(values[step.slice(1)] ?? '*') : step];
  });
}

function hasAny(node: Node): boolean {
  if (node.isLost || node.written !== null) return true;
  for (const child of node.children.values()) if (hasAny(child)) return true;
  return false;
}

function reaches(node: Node, steps: readonly string[], at: number): boolean {
  const step = steps[at];
  if (node.isLost && (step === undefined || !steps.at(-1)!.startsWith('='))) return true;
  if (step === undefined) return false;
  if (step.startsWith('=')) {
    const key = step.slice(1);
    return node.children.get(key)?.isLost === true || (node.written !== null && !node.written.has(key));
  }
  if (step === '**') return hasAny(node);
  if (step === '*') {
    if (node.written !== null) return true;
    for (const child of node.children.values()) if (reaches(child, steps, at + 1)) return true;
    return false;
  }
  if (node.written !== null && !node.written.has(step)) return true;
  const child = node.children.get(step);
  return child !== undefined && reaches(child, steps, at + 1);
}
