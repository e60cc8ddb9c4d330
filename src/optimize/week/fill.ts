/** How much of a stretch of places whole slots can fill. */
import { GRID_SECONDS } from '../../engine/plan.ts';

/**
 * Most steps of the 5-minute grid, of so many, that slots of these lengths (seconds) can fill together, each as often as
 * wanted: what is left over is too short for any of them. An upper bound of what a diary fills.
 * @example bestFill(24, [2100]) // 21
 * @example bestFill(24, [2100, 1500]) // 24
 * @example bestFill(3, [1800]) // 0
 */
export function bestFill(steps: number, slotSeconds: readonly number[]): number {
  const sizes = [...new Set(slotSeconds.map((slot) => Math.max(1, Math.ceil(slot / GRID_SECONDS))))];
  const reached = new Uint8Array(steps + 1);
  reached[0] = 1;
  let best = 0;
  for (let at = 1; at <= steps; at++) {
    if (!sizes.some((size) => size <= at && reached[at - size] === 1)) continue;
    reached[at] = 1;
    best = at;
  }
  return best;
}
