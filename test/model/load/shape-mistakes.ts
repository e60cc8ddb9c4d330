/** Any value of a scenario spoiled: of another kind, out of range, missing, misspelt, or with a key of no use beside it. */
import fc from 'fast-check';
import { Edits } from '../../../src/model/load/salvage-edits.ts';

type Path = readonly (string | number)[];

/** Paths of all values below a value, at most so many. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value)
    ? value.slice(0, 12).map((item, at): [number, unknown] => [at, item])
    : Object.entries(value);
  return [path, ...inner.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

const at = (raw: unknown, path: Path): unknown =>
  path.reduce(
    (node: unknown, step) => (typeof node === 'object' && node !== null ? (node as never)[step] : undefined),
    raw,
  );

const isMapping = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const BAD_VALUES = [
  null,
  true,
  'no such thing',
  '25:00',
  -7,
  1e99,
  0.123,
  Number.NaN,
  [],
  {},
  [[]],
  { nope: 1 },
];

const edited = (raw: unknown, change: (edits: Edits) => void): unknown => {
  const edits = new Edits();
  change(edits);
  return edits.apply(raw);
};

/** A spoiling of some value of a scenario; it may happen to leave it well formed. */
export function anyShapeMistake(base: unknown): fc.Arbitrary<{ readonly spoil: (raw: unknown) => unknown }> {
  const paths = pathsOf(base).filter((path) => path.length > 0);
  return fc
    .tuple(
      fc.constantFrom(...paths),
      fc.constantFrom(...BAD_VALUES),
      fc.constantFrom('value', 'drop', 'rename', 'add'),
    )
    .map(([path, bad, kind]) => ({
      toString: () => `${kind} ${path.join('.')} ${JSON.stringify(bad)}`,
      spoil: (raw: unknown) => {
        const holder = path.slice(0, -1);
        const key = path.at(-1)!;
        const was = at(raw, path);
        // One mapping for another is no mistake of form: what it lacks is missing.
        if (was === undefined || (isMapping(bad) && isMapping(was))) return raw;
        if (kind === 'value' || typeof key === 'number') return edited(raw, (edits) => edits.set(path, bad));
        if (kind === 'add') return edited(raw, (edits) => edits.set([...holder, 'remarque'], bad));
        return edited(raw, (edits) => {
          edits.drop(path);
          if (kind === 'rename') edits.set([...holder, `${key.slice(0, 1)}${key}`], was);
        });
      },
    }));
}
