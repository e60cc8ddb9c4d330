/** Unit costs of a site, from a small CSV (name;value), in place of those assumed. */
import { ioError } from '../../io/codes.ts';
import { readPairs } from '../../io/pairs-csv.ts';
import type { Finding } from '../../model/finding.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { UNIT_COSTS, type UnitCosts } from '../../optimize/levers/unit-costs.ts';

const NAMES = Object.keys(UNIT_COSTS) as readonly (keyof UnitCosts)[];

/** Of a site: what it says is taken as known. */
const SOURCE = Object.freeze({ en: 'the site’s own', fr: 'du site' });

export interface ReadCosts {
  /** Null as soon as there is one error. */
  readonly costs: UnitCosts | null;
  readonly findings: readonly Finding[];
}

/** A positive number; decimal comma or point. */
function parseCost(text: string): number | null {
  const written = text.trim().replace(/\s/g, '').replace(',', '.');
  const value = /^\d+(\.\d+)?$/.test(written) ? Number(written) : Number.NaN;
  return value > 0 && value < 1e9 ? value : null;
}

/** Reads the costs of a file; names that are not there keep those assumed. */
export function readCosts(file: string): ReadCosts {
  const read = readPairs(file);
  const findings: Finding[] = [...read.findings];
  const own: Partial<Record<keyof UnitCosts, UnitCosts[keyof UnitCosts]>> = {};
  for (const { name, value, line, column } of read.pairs) {
    const known = NAMES.find((one) => one === name.trim());
    const cost = parseCost(value);
    if (known === undefined) {
      const values = { value: name, known: NAMES.join(', '), nearest: nearestName(name, NAMES) };
      findings.push(ioError('cost-unknown', values, { file, line, column: 1 }));
    } else if (cost === null)
      findings.push(
        ioError(
          'number-value',
          { name, value, en: 'a number (32.5)', fr: 'un nombre (32,5)' },
          { file, line, column },
        ),
      );
    else
      own[known] = { ...UNIT_COSTS[known], value: cost, range: [cost, cost], mark: 'source', source: SOURCE };
  }
  return { costs: findings.length > 0 ? null : { ...UNIT_COSTS, ...own }, findings };
}
