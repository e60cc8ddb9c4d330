/** Places of a scenario as its author wrote it, before short forms become long ones. */
import type { DocumentPath } from '../finding.ts';

type Mapping = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The value at a path; undefined where there is none.
 * @example valueAt({ a: [{ b: 2 }] }, ['a', 0, 'b']) // 2
 */
export function valueAt(raw: unknown, path: DocumentPath): unknown {
  let node = raw;
  for (const step of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    node = (node as Record<string | number, unknown>)[step];
  }
  return node;
}

/** Keys of `{H: 90min, release: 1d}` that are no class. */
const RESERVE_OPTIONS = ['release', 'kind'];

/**
 * The path of what was written, for a path in the schema's long form: a reserve by class has no list position, a bare
 * duration has no `value`.
 * @example asWritten({ changeover: 'soon' }, ['changeover', 'value']) // ['changeover']
 * @example asWritten({ changeover: { minutes: 'soon' } }, ['changeover', 'value']) // ['changeover', 'minutes']
 * @example asWritten({ reserve: { H: 'soon' } }, ['reserve', 0, 'minutes']) // ['reserve', 'H']
 */
export function asWritten(raw: unknown, path: DocumentPath): DocumentPath {
  const written: (string | number)[] = [];
  let node = raw;
  for (let at = 0; at < path.length; at++) {
    const step = path[at]!;
    const known = typeof node === 'object' && node !== null && Object.hasOwn(node, step);
    if (known) {
      written.push(step);
      node = (node as Record<string | number, unknown>)[step];
    } else if (isMapping(node) && typeof step === 'number') {
      const inside = path[at + 1];
      const option = RESERVE_OPTIONS.find((one) => one === inside);
      const byClass = Object.keys(node).filter((key) => !RESERVE_OPTIONS.includes(key));
      const key = option ?? byClass[step];
      return key === undefined ? written : [...written, key];
    } else if (step === 'value' && isMapping(node) && Object.hasOwn(node, 'minutes')) {
      return [...written, 'minutes'];
    } else if (typeof node === 'object' && node !== null) {
      return [...written, ...path.slice(at)];
    } else {
      return written;
    }
  }
  return written;
}

const LONGEST_SHOWN = 60;

/**
 * A value as a message shows it: texts as they are, numbers as YAML writes them, anything else as JSON, cut at 60
 * characters.
 * @example shownValue({ p20: 5, p50: 3 }) // '{"p20":5,"p50":3}'
 * @example shownValue(Number.NaN) // '.nan'
 */
export function shownValue(value: unknown): string {
  if (value === undefined) return '';
  const text =
    typeof value === 'string' ? value : typeof value === 'number' ? numberText(value) : jsonStart(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}

const numberText = (value: number): string => {
  if (Number.isNaN(value)) return '.nan';
  return Number.isFinite(value) ? String(value) : value > 0 ? '.inf' : '-.inf';
};

/** Enough of a value as JSON; a list of thousands is not written out to show its beginning. */
function jsonStart(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST_SHOWN));
  if (typeof value !== 'object' || value === null) return String(value ?? 'null');
  const isList = Array.isArray(value);
  let text = isList ? '[' : '{';
  for (const key of Object.keys(value)) {
    if (text.length > LONGEST_SHOWN) return text;
    const name = isList ? '' : `${JSON.stringify(key.slice(0, LONGEST_SHOWN))}:`;
    text += `${text.length > 1 ? ',' : ''}${name}${jsonStart((value as Record<string, unknown>)[key])}`;
  }
  return text + (isList ? ']' : '}');
}
