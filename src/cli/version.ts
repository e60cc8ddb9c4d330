/** The version of the program, from its package. */
import { readFileSync } from 'node:fs';

/** Beside `dist`, or above `src/cli`. */
const CANDIDATES = ['../package.json', '../../package.json'];

/** The version, or an empty text where the package is not beside the program. */
export function programVersion(): string {
  for (const candidate of CANDIDATES) {
    try {
      const found: unknown = JSON.parse(readFileSync(new URL(candidate, import.meta.url), 'utf8'));
      if (typeof found === 'object' && found !== null && 'name' in found && found.name === 'creneau') {
        return 'version' in found ? String(found.version) : '';
      }
    } catch {
      // Not there: the other place is tried.
    }
  }
  return '';
}
