/** Stretches of a week, from Monday 00:00 to the next: what is open, what is not, by whole seconds and not on a grid. */
import { WEEK } from '../../../model/units.ts';

/** Seconds since Monday 00:00; the end is after the start. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The same time as stretches apart from each other, in order.
 * @example merged([{ from: 5, to: 9 }, { from: 0, to: 5 }]) // [{ from: 0, to: 9 }]
 */
export function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    if (to <= from) continue;
    const last = found.at(-1);
    if (last === undefined || from > last.to) found.push({ from, to });
    else if (to > last.to) found[found.length - 1] = { from: last.from, to };
  }
  return found;
}

/**
 * What is in the first and not in the second.
 * @example without([{ from: 0, to: 9 }], [{ from: 2, to: 3 }]) // [{ from: 0, to: 2 }, { from: 3, to: 9 }]
 */
export function without(stretches: readonly Stretch[], taken: readonly Stretch[]): readonly Stretch[] {
  let left = merged(stretches);
  for (const { from, to } of taken) {
    left = left.flatMap((one) =>
      to <= one.from || from >= one.to
        ? [one]
        : [
            { from: one.from, to: from },
            { from: to, to: one.to },
          ].filter((part) => part.to > part.from),
    );
  }
  return left;
}

/**
 * What is in both.
 * @example common([{ from: 0, to: 9 }], [{ from: 2, to: 12 }]) // [{ from: 2, to: 9 }]
 */
export const common = (a: readonly Stretch[], b: readonly Stretch[]): readonly Stretch[] =>
  without(a, without(a, b));

/**
 * Time that at least two of the stretches hold.
 * @example doubled([{ from: 0, to: 5 }, { from: 3, to: 9 }]) // [{ from: 3, to: 5 }]
 */
export function doubled(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted = [...stretches].sort((a, b) => a.from - b.from);
  const twice = sorted.flatMap((one, rank) =>
    sorted
      .slice(rank + 1)
      .map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })),
  );
  return merged(twice);
}

/**
 * Seconds of all of them.
 * @example lengthOf([{ from: 0, to: 5 }, { from: 6, to: 9 }]) // 8
 */
export const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + to - from, 0);

/**
 * Stretches of a week that comes back: one that ends with Sunday goes on in one that begins with Monday, and then ends past
 * the week. A week that is one stretch stays whole.
 * @example aroundWeek([{ from: 0, to: 5 }, { from: 604000, to: 604800 }]) // [{ from: 604000, to: 604805 }]
 */
export function aroundWeek(stretches: readonly Stretch[]): readonly Stretch[] {
  const [first, ...others] = stretches;
  const last = others.at(-1);
  if (first === undefined || last === undefined || first.from > 0 || last.to < WEEK) return stretches;
  return [...others.slice(0, -1), { from: last.from, to: WEEK + first.to }];
}
