/** The printed totals of a balance against the sums of its rows. They decide nothing: what differs is a warning. */
import type { Finding } from '../model/finding.ts';
import { type BalanceRow, type Counter, type PrintedTotal, sumOf } from '../model/oqos/balance.ts';
import type { BalanceColumn } from '../model/oqos/balance-cells.ts';
import { balanceFinding } from '../model/oqos/codes.ts';
import type { CsvRow } from './csv-rows.ts';

interface WithRow {
  readonly row: BalanceRow;
}
interface WithTotal {
  readonly total: PrintedTotal;
  readonly csv: CsvRow<BalanceColumn>;
}

/**
 * One warning for each printed total that is not the sum of its column, at its cell.
 * @example totalFindings([], []) // []
 */
export function totalFindings(rows: readonly WithRow[], totals: readonly WithTotal[]): readonly Finding[] {
  return totals.flatMap(({ total, csv }) => {
    const { equipment } = total;
    const own = rows.filter(({ row }) => row.equipment === equipment).map(({ row }) => row);
    if (own.length === 0)
      return [balanceFinding('warning', 'balance-total-without-rows', { equipment }, csv.place('equipment'))];
    return (['devices', 'sites', 'interventional'] as const).flatMap((counter) => {
      const printed: Counter | null = total[counter];
      const sums = sumOf(own.flatMap((row) => row[counter] ?? []));
      if (printed === null) return [];
      return (['current', 'low', 'high'] as const).flatMap((bound) => {
        const column = `${counter}_${bound}` as const;
        const [value, sum] = [printed[bound], sums[bound]];
        if (value === sum) return [];
        const values = { column, value, sum, equipment };
        return [balanceFinding('warning', 'balance-total-differs', values, csv.place(column))];
      });
    });
  });
}
