/** From a balance file to a balance, or to what is wrong with it; without a file, the embedded one. */
import { readBalance } from '../io/balance-csv.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import type { Balance, Reading } from '../model/oqos/balance.ts';
import { balanceFinding } from '../model/oqos/codes.ts';
import { departmentLabel } from '../model/oqos/departments.ts';
import { idf202005 } from '../model/oqos/idf-2020-05.ts';

export interface BalanceChoice {
  /** CSV; null = Île-de-France, May 2020. */
  readonly balance: string | null;
  readonly totals: string | null;
  /** `YYYY-MM`. */
  readonly effective: string | null;
  readonly interventional: Reading;
}

export interface LoadedBalance {
  /** Null as soon as there is one error. */
  readonly balance: Balance | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads a balance; that of Île-de-France of May 2020 when no file is named.
 * @example loadBalance({ balance: null, totals: null, effective: null, interventional: 'separate' }).balance.id // 'idf-2020-05'
 */
export function loadBalance({
  balance: file,
  totals,
  effective,
  interventional,
}: BalanceChoice): LoadedBalance {
  if (file === null) return { balance: idf202005, findings: [] };
  const { balance, findings } = readBalance(file, totals, effective);
  const all =
    balance === null || interventional === 'separate'
      ? findings
      : [...findings, ...impossible(balance, file)];
  return { balance: hasErrors(all) ? null : balance, findings: all };
}

/** A part cannot be larger than the whole it is read to be in. */
function impossible(balance: Balance, file: string): readonly Finding[] {
  return balance.rows.flatMap(({ devices, interventional, department }) => {
    if (interventional === null) return [];
    const bound = (['current', 'low', 'high'] as const).find((one) => interventional[one] > devices[one]);
    if (bound === undefined) return [];
    const values = {
      department: departmentLabel(department),
      interventional: interventional[bound],
      devices: devices[bound],
    };
    return [balanceFinding('error', 'balance-included-impossible', values, { file })];
  });
}
