/** Where two scenarios differ, as paths with ids in place of ranks. */
type Tree = unknown;

const isTree = (value: Tree): value is Record<string, Tree> => typeof value === 'object' && value !== null;

/** Lists of things with an id become tables by id, so that one thing more moves no other. */
function entriesOf(value: Record<string, Tree>): ReadonlyMap<string, Tree> {
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(
    value.map((item: Tree, rank) => [
      isTree(item) && typeof item.id === 'string' ? item.id : `#${rank}`,
      item,
    ]),
  );
}

/** Paths of the leaves that differ; shared parts are not looked into. */
export function changedPaths(before: Tree, after: Tree, path = ''): readonly string[] {
  if (Object.is(before, after)) return [];
  if (!isTree(before) || !isTree(after)) return [path];
  const [was, is] = [entriesOf(before), entriesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) =>
    changedPaths(was.get(key), is.get(key), path === '' ? key : `${path}/${key}`),
  );
}
