/** How much of several loads a set of capacities can carry, each load using only the capacities open to it. */

const TINY = 1e-9;

/**
 * Largest total served, in the unit of the loads: a maximum flow from loads to capacities (Edmonds and Karp 1972).
 * A linear programme would do as well; this one cannot cycle, and runs on whatever a user writes.
 * @param open open[i][j]: load i may use capacity j.
 * @returns what is served of each load.
 * @example servedLoads([5, 5], [6], [[true], [true]]) // [5, 1]
 */
export function servedLoads(
  loads: readonly number[],
  capacities: readonly number[],
  open: readonly (readonly boolean[])[],
): number[] {
  const left = [...loads];
  const free = [...capacities];
  const flow = loads.map(() => capacities.map(() => 0));
  for (;;) {
    const path = augmentingPath(left, free, flow, open);
    if (path === null) return loads.map((load, i) => load - left[i]!);
    push(path, left, free, flow);
  }
}

/** Loads and capacities in turn: i0, j0, i1, j1, …; a step back from j to i takes flow off. Null when there is none. */
function augmentingPath(
  left: readonly number[],
  free: readonly number[],
  flow: readonly (readonly number[])[],
  open: readonly (readonly boolean[])[],
): number[] | null {
  const cameFrom = new Int32Array(free.length).fill(-1);
  const reachedBy = new Int32Array(left.length).fill(-2);
  const queue: number[] = [];
  left.forEach((rest, i) => {
    if (rest <= TINY) return;
    reachedBy[i] = -1;
    queue.push(i);
  });
  for (let head = 0; head < queue.length; head++) {
    const i = queue[head]!;
    for (let j = 0; j < free.length; j++) {
      if (!open[i]![j] || cameFrom[j]! >= 0) continue;
      cameFrom[j] = i;
      if (free[j]! > TINY) return trace(j, cameFrom, reachedBy);
      for (let other = 0; other < left.length; other++) {
        if (reachedBy[other] !== -2 || flow[other]![j]! <= TINY) continue;
        reachedBy[other] = j;
        queue.push(other);
      }
    }
  }
  return null;
}

function trace(last: number, cameFrom: Int32Array, reachedBy: Int32Array): number[] {
  const path: number[] = [];
  for (let j = last; j >= 0; ) {
    const i = cameFrom[j]!;
    path.unshift(i, j);
    j = reachedBy[i]!;
  }
  return path;
}

function push(path: readonly number[], left: number[], free: number[], flow: number[][]): void {
  const first = path[0]!;
  const last = path[path.length - 1]!;
  let amount = Math.min(left[first]!, free[last]!);
  for (let k = 2; k < path.length; k += 2) amount = Math.min(amount, flow[path[k]!]![path[k - 1]!]!);
  left[first]! -= amount;
  free[last]! -= amount;
  for (let k = 0; k < path.length; k += 2) {
    flow[path[k]!]![path[k + 1]!]! += amount;
    if (k > 0) flow[path[k]!]![path[k - 1]!]! -= amount;
  }
}
