/** The smallest whole number for which something holds, found with few trials: each is a simulation. */

/**
 * The smallest of 1…`most` for which `holds`, tried from a guess outwards, then halving; null when not even `most` does. What holds
 * for a number is taken to hold for every larger one.
 * @example await smallestFor(10, 3, async (n) => n >= 7) // 7
 */
export async function smallestFor(
  most: number,
  guess: number,
  holds: (n: number) => Promise<boolean>,
): Promise<number | null> {
  if (most < 1) return null;
  let above = most + 1;
  let below = 0;
  let next = Math.min(most, Math.max(1, guess));
  for (let step = 1; above - below > 1; step *= 2) {
    if (await holds(next)) {
      above = next;
      next -= step;
    } else {
      below = next;
      next += step;
    }
    // Beyond what is known, the steps have done their work.
    if (next <= below || next >= above) next = Math.floor((below + above) / 2);
  }
  return above > most ? null : above;
}
