/**
 * Slots of a device when two exam types are the same everywhere. A patient may be examined at several sites, so the type
 * is drawn once: two in three are of the first, and each device has for both a slot on its five-minute grid.
 */
const GRID = 5;

/** Shares of the patients who are of the first type, and of the second. */
export const FIRST_SHARE = 0.67;
export const SECOND_SHARE = 0.33;

export interface SlotPair {
  readonly first: number;
  readonly second: number;
}

/**
 * Mean of a pair, minutes.
 * @example meanSlot({ first: 20, second: 20 }) // 20
 */
export const meanSlot = ({ first, second }: SlotPair): number => first + SECOND_SHARE * (second - first);

/**
 * The pair of slots at most five minutes apart whose mean is nearest to a slot, minutes: within 51 seconds of it from 5
 * minutes on.
 * @example slotPair(21.5) // { first: 20, second: 25 }
 * @example slotPair(23) // { first: 25, second: 20 }
 */
export function slotPair(slotMinutes: number): SlotPair {
  const below = Math.max(GRID, Math.floor(slotMinutes / GRID) * GRID);
  const pairs = [
    { first: below, second: below },
    { first: below, second: below + GRID },
    { first: below + GRID, second: below },
    { first: below + GRID, second: below + GRID },
  ];
  const gap = (pair: SlotPair) => Math.abs(meanSlot(pair) - slotMinutes);
  return pairs.reduce((best, pair) => (gap(pair) < gap(best) ? pair : best));
}
