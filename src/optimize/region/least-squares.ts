/** Least squares with coefficients that may not be negative. */

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * b[at]!, 0);

/** Coefficients of some columns nearest to the target, by normal equations and Gaussian elimination. */
function unbounded(columns: readonly (readonly number[])[], target: readonly number[]): readonly number[] {
  const n = columns.length;
  const rows = columns.map((column) => [...columns.map((other) => dot(column, other)), dot(column, target)]);
  for (let at = 0; at < n; at++) {
    let pivot = at;
    for (let row = at + 1; row < n; row++)
      if (Math.abs(rows[row]![at]!) > Math.abs(rows[pivot]![at]!)) pivot = row;
    [rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!];
    for (let row = at + 1; row < n; row++) {
      const factor = rows[row]![at]! / rows[at]![at]!;
      for (let column = at; column <= n; column++) rows[row]![column]! -= factor * rows[at]![column]!;
    }
  }
  const found = columns.map(() => 0);
  for (let at = n - 1; at >= 0; at--) {
    const known = found.reduce(
      (sum, value, column) => sum + (column > at ? value * rows[at]![column]! : 0),
      0,
    );
    found[at] = (rows[at]![n]! - known) / rows[at]![at]!;
  }
  return found;
}

/** Relative to the largest gain there was at first: less is rounding. */
const NO_GAIN = 1e-12;

/**
 * Non-negative x for which Σ xₖ·columnₖ is nearest to the target (Lawson and Hanson 1974, NNLS): columns are let in one at a
 * time, the one that gains most first, and put out again when their coefficient would be negative.
 * @param columns one a coefficient, of the length of the target, none a sum of the others; a column of zeros gets 0.
 * @example nonNegativeFit([[1, 0], [0, 1]], [2, -3]) // [2, 0]
 */
export function nonNegativeFit(
  columns: readonly (readonly number[])[],
  target: readonly number[],
): readonly number[] {
  let found: readonly number[] = columns.map(() => 0);
  const inside = new Set<number>();
  const gains = () => {
    const left = target.map((value, row) =>
      columns.reduce((rest, column, at) => rest - found[at]! * column[row]!, value),
    );
    return columns.map((column, at) => (inside.has(at) ? 0 : dot(column, left)));
  };
  const enough = NO_GAIN * Math.max(0, ...gains());
  for (let turn = 0; turn < 3 * columns.length; turn++) {
    const gain = gains();
    const best = gain.reduce((most, value, at) => (value > gain[most]! ? at : most), 0);
    if (!(gain[best]! > enough)) break;
    inside.add(best);
    for (;;) {
      const names = [...inside].sort((a, b) => a - b);
      const solved = unbounded(
        names.map((at) => columns[at]!),
        target,
      );
      const wanted = found.map((_, at) => (inside.has(at) ? solved[names.indexOf(at)]! : 0));
      const below = names.filter((at) => wanted[at]! <= 0);
      if (below.length === 0) {
        found = wanted;
        break;
      }
      // As far towards it as nothing falls below 0; what has reached 0 goes out.
      const part = Math.min(...below.map((at) => found[at]! / (found[at]! - wanted[at]!)));
      const moved = found.map((value, at) => value + part * (wanted[at]! - value));
      for (const at of below) if (moved[at]! <= enough || found[at] === 0) inside.delete(at);
      found = moved.map((value, at) => (inside.has(at) ? value : 0));
    }
  }
  return found;
}
