/** The known name a misspelt one was probably meant to be. */

/**
 * Edits between two texts: insertions, deletions, replacements, and swaps of two neighbours each count one.
 * Source: optimal string alignment distance (Damerau 1964; Boytsov 2011, section 2.2).
 * @example editDistance('devcies', 'devices') // 1
 */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(row[j - 1]! + 1, rows[i - 1]![j]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

const LONGEST_COMPARED = 60;
const SHORTEST_PREFIX = 3;

/**
 * The nearest of the known names, or an empty text when none is near: within one edit for each three letters, or the
 * only one that begins with what was written. Capital letters and `_` for `-` count for nothing.
 * @example nearestName('Devcies', ['sites', 'devices']) // 'devices'
 * @example nearestName('rep', ['replications', 'records']) // 'replications'
 * @example nearestName('zzz', ['sites', 'devices']) // ''
 */
export function nearestName(written: string, known: readonly string[]): string {
  const plain = (name: string) => name.toLowerCase().replaceAll('_', '-').slice(0, LONGEST_COMPARED);
  const wanted = plain(written);
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  let best = '';
  let bestDistance = allowed + 1;
  for (const name of known) {
    const distance = editDistance(wanted, plain(name));
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  // A name of one or two letters is near to every other one.
  if (best !== '' && (wanted.length > 2 || bestDistance === 0)) return best;
  const begun = known.filter((name) => wanted.length >= SHORTEST_PREFIX && plain(name).startsWith(wanted));
  return begun.length === 1 ? begun[0]! : '';
}

const NAMES_SHOWN = 8;

/**
 * What a message says of a name that is not known: the nearest one, and the first eight there are.
 * @example namesNear('hc', ['ch']) // { nearest: '', known: 'ch' }
 */
export function namesNear(
  written: string,
  known: readonly string[],
): { readonly nearest: string; readonly known: string } {
  const more = known.length > NAMES_SHOWN ? ', …' : '';
  return {
    nearest: nearestName(written, known),
    known: known.length === 0 ? '' : `${known.slice(0, NAMES_SHOWN).join(', ')}${more}`,
  };
}
