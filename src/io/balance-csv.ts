/** A balance of objectives from a CSV: one row an equipment and department, total rows or a file of totals. */

import { type Finding, hasErrors } from '../model/finding.ts';
import { deepFreeze } from '../model/freeze.ts';
import {
  type Balance,
  type BalanceRow,
  type Counter,
  departmentsOf,
  gapOf,
  knownPopulations,
  type PrintedTotal,
} from '../model/oqos/balance.ts';
import {
  type BalanceColumn,
  balanceColumn,
  isTotalMark,
  parseCount,
  parseDecision,
  parseGap,
  REQUIRED_COLUMNS,
} from '../model/oqos/balance-cells.ts';
import { balanceFinding } from '../model/oqos/codes.ts';
import { nearestDepartment, parseDepartment } from '../model/oqos/departments.ts';
import { EQUIPMENT, nearestEquipment, parseEquipment } from '../model/oqos/equipment.ts';
import { totalFindings } from './balance-totals.ts';
import { type CsvForm, type CsvRow, plainHeader, readCsvRows } from './csv-rows.ts';
import { readText } from './read.ts';

/** The largest file read, in bytes: some ten thousand rows. */
export const MAX_BALANCE_BYTES = 1_000_000;
/** Wrong cells told one by one. */
const MOST_FINDINGS = 100;

type Row = CsvRow<BalanceColumn>;

export interface PlacedRow {
  readonly row: BalanceRow;
  readonly population: number | null;
  readonly csv: Row;
}
export interface PlacedTotal {
  readonly total: PrintedTotal;
  readonly csv: Row;
}

export interface BalanceResult {
  /** Null as soon as there is one error. */
  readonly balance: Balance | null;
  readonly findings: readonly Finding[];
}

const missing = (
  column: BalanceColumn,
  found: string,
  place: Parameters<typeof balanceFinding>[3],
): Finding => balanceFinding('error', 'balance-column-missing', { column, found }, place);

const FORM: CsvForm<BalanceColumn> = {
  columnOf: (header) => balanceColumn(plainHeader(header)),
  required: REQUIRED_COLUMNS,
  missing,
  mostFindings: MOST_FINDINGS,
};
const TOTALS_FORM: CsvForm<BalanceColumn> = {
  ...FORM,
  required: REQUIRED_COLUMNS.filter((column) => column !== 'department'),
};

/**
 * Reads a balance, and a file of totals beside it where there is one: UTF-8, else Windows-1252 with a warning. See
 * `parseBalance`.
 * @example readBalance('missing.csv', null, null).findings[0].code // 'file-missing'
 */
export function readBalance(file: string, totals: string | null, effective: string | null): BalanceResult {
  const options = { maxBytes: MAX_BALANCE_BYTES, otherwise: 'windows-1252' } as const;
  const main = readText(file, options);
  const beside = totals === null ? null : readText(totals, options);
  const findings = [...main.findings, ...(beside?.findings ?? [])];
  if (main.text === null || beside?.text === null) return { balance: null, findings };
  const besideText = totals === null || beside === null ? null : { text: beside.text, file: totals };
  const parsed = parseBalance(main.text, file, besideText, effective);
  return { balance: parsed.balance, findings: [...findings, ...parsed.findings] };
}

/**
 * A balance from the text of a CSV with the columns of `BALANCE_COLUMNS`, separated by `;` or `,`. Whole numbers may
 * have a decimal comma or point (`74,0`). What is printed beside the counts (gaps, decisions, totals) is held against
 * them: what differs is a warning, since the counts alone decide. Every wrong cell is a finding with its line and column.
 * @example parseBalance('equipment;department;devices_current;devices_low;devices_high;sites_current;sites_low;sites_high\nIRM;78;25;22;26;18;16;19', 'b.csv', null, null).balance.rows[0].devices.high // 26
 */
export function parseBalance(
  text: string,
  file: string,
  totals: { readonly text: string; readonly file: string } | null,
  effective: string | null,
): BalanceResult {
  const rows: PlacedRow[] = [];
  const sums: PlacedTotal[] = [];
  const findings = readCsvRows(text, file, FORM, (csv) => {
    if (isTotalMark(csv.text('department'))) addTotal(csv, sums);
    else addRow(csv, rows);
  });
  if (totals !== null)
    findings.push(...readCsvRows(totals.text, totals.file, TOTALS_FORM, (csv) => addTotal(csv, sums)));
  if (rows.length === 0 && !hasErrors(findings))
    findings.push(balanceFinding('error', 'balance-empty', {}, { file }));
  if (!hasErrors(findings)) findings.push(...rows.flatMap(printedFindings), ...totalFindings(rows, sums));
  if (hasErrors(findings)) return { balance: null, findings };
  const known = knownPopulations(departmentsOf({ rows: rows.map(({ row }) => row) }));
  const given = rows.flatMap(({ row, population }) =>
    population === null ? [] : [[row.department, population] as const],
  );
  const balance: Balance = deepFreeze({
    id: file,
    title: {
      en: 'Balance of the quantified objectives of care supply (OQOS)',
      fr: 'Bilan des objectifs quantifiés de l’offre de soins (OQOS)',
    },
    region: { en: file, fr: file },
    effective,
    rows: rows.map(({ row }) => row),
    totals: sums.map(({ total }) => total),
    populations: given.length > 0 ? Object.fromEntries(given) : known.populations,
    populationYear: given.length > 0 ? null : known.populationYear,
    isEmbedded: false,
  });
  return { balance, findings };
}

/** The equipment of a row; null, told, when it names none. */
function equipmentOf({ text, tell }: Row) {
  const value = text('equipment');
  const equipment = parseEquipment(value);
  const nearest = nearestEquipment(value);
  if (equipment === null)
    tell('equipment', (place) =>
      balanceFinding('error', 'balance-equipment', { value, nearest, known: EQUIPMENT.join(', ') }, place),
    );
  return equipment;
}

/** One counter of a row; null, its wrong cells told, when one is wrong. */
function counterOf({ text, tell }: Row, name: 'devices' | 'sites' | 'interventional'): Counter | null {
  const columns = [`${name}_current`, `${name}_low`, `${name}_high`] as const;
  const [current, low, high] = columns.map((column) => {
    const value = text(column);
    const count = parseCount(value);
    if (value === '')
      tell(column, (place) => balanceFinding('error', 'balance-count-missing', { column }, place));
    else if (count === null)
      tell(column, (place) => balanceFinding('error', 'balance-count', { value, column }, place));
    return count;
  });
  if (typeof current !== 'number' || typeof low !== 'number' || typeof high !== 'number') return null;
  if (low <= high) return { current, low, high };
  const column = `${name}_high` as const;
  tell(column, (place) => balanceFinding('error', 'balance-bounds', { low, high, column }, place));
  return null;
}

const INTERVENTIONAL = ['interventional_current', 'interventional_low', 'interventional_high'] as const;

/** The interventional counter: none when its cells are empty, undefined when they are wrong. */
function interventionalOf(csv: Row): Counter | null | undefined {
  const filled = INTERVENTIONAL.filter((column) => csv.text(column) !== '');
  if (filled.length === 0) return null;
  const [first] = filled;
  if (parseEquipment(csv.text('equipment')) !== 'scanner') {
    const value = csv.text(first!);
    csv.tell(first!, (place) =>
      balanceFinding('error', 'balance-interventional-equipment', { value }, place),
    );
    return undefined;
  }
  const gone = INTERVENTIONAL.find((column) => csv.text(column) === '');
  if (gone === undefined) return counterOf(csv, 'interventional') ?? undefined;
  csv.tell(gone, (place) => balanceFinding('error', 'balance-interventional-part', { column: gone }, place));
  return undefined;
}

function decisionTold({ text, tell }: Row, column: BalanceColumn): string | null {
  const value = text(column);
  if (value !== '' && parseDecision(value) === null)
    tell(column, (place) => balanceFinding('error', 'balance-decision-unknown', { value }, place));
  return value === '' ? null : value;
}

function addRow(csv: Row, rows: PlacedRow[]): void {
  const { text, tell, line } = csv;
  const equipment = equipmentOf(csv);
  const written = text('department');
  const department = parseDepartment(written);
  if (department === null) {
    const values = { value: written, nearest: nearestDepartment(written) };
    tell('department', (place) => balanceFinding('error', 'balance-department', values, place));
  }
  const [devices, sites] = [counterOf(csv, 'devices'), counterOf(csv, 'sites')];
  const interventional = interventionalOf(csv);
  const devicesDecision =
    decisionTold(csv, 'devices_receivable_printed') ?? decisionTold(csv, 'devices_receivable');
  const sitesDecision = decisionTold(csv, 'sites_receivable');
  decisionTold(csv, 'interventional_receivable');
  const population = text('population') === '' ? null : parseCount(text('population').replace(/\s/g, ''));
  if (text('population') !== '' && population === null) {
    const values = { value: text('population'), column: 'population' };
    tell('population', (place) => balanceFinding('error', 'balance-count', values, place));
  }
  if (equipment === null || department === null || devices === null || sites === null) return;
  if (interventional === undefined) return;
  const before = rows.find(({ row }) => row.equipment === equipment && row.department === department);
  if (before !== undefined) {
    const values = { equipment, department, firstLine: before.csv.line };
    tell('department', (place) => balanceFinding('error', 'balance-row-twice', values, place));
    return;
  }
  const counted = rows.find((one) => one.row.department === department && one.population !== null);
  if (population !== null && counted !== undefined && counted.population !== population) {
    const [value, first] = [population, counted.population ?? 0];
    const values = { value, first, department, firstLine: counted.csv.line };
    tell('population', (place) => balanceFinding('error', 'balance-population-differs', values, place));
  }
  const main = text('devices_gap_printed') || text('devices_gap');
  const inner = text('interventional_gap_printed');
  const devicesGap = main === '' ? null : inner === '' ? main : `${main} (${inner})`;
  const printed = { devicesGap, devicesDecision, sitesGap: text('sites_gap') || null, sitesDecision };
  rows.push({
    row: { equipment, department, devices, sites, interventional, printed },
    population,
    csv: { ...csv, line },
  });
}

function addTotal(csv: Row, sums: PlacedTotal[]): void {
  const equipment = equipmentOf(csv);
  const [devices, sites] = [counterOf(csv, 'devices'), counterOf(csv, 'sites')];
  const interventional = interventionalOf(csv);
  if (equipment === null || devices === null || sites === null || interventional === undefined) return;
  const before = sums.find(({ total }) => total.equipment === equipment);
  if (before === undefined) sums.push({ total: { equipment, devices, sites, interventional }, csv });
  else {
    const values = { equipment, firstLine: before.csv.line };
    csv.tell('equipment', (place) => balanceFinding('error', 'balance-total-twice', values, place));
  }
}

/** What a row prints beside its counts, held against them. */
function printedFindings({ row, csv }: PlacedRow): readonly Finding[] {
  const found: Finding[] = [];
  const { devices, sites, interventional } = row;
  const gap = (column: BalanceColumn, counter: Counter) => {
    const value = csv.text(column);
    if (value === '' || parseGap(value) === gapOf(counter)) return;
    const values = { value, gap: gapOf(counter), current: counter.current, high: counter.high };
    found.push(balanceFinding('warning', 'balance-gap-differs', values, csv.place(column)));
  };
  gap('devices_gap', devices);
  gap('devices_gap_printed', devices);
  gap('sites_gap', sites);
  if (interventional !== null) {
    gap('interventional_gap', interventional);
    // In parentheses the sign may be left out: “(1)” is one place left.
    const value = csv.text('interventional_gap_printed');
    if (!/^\d/.test(value) || parseGap(value) !== -gapOf(interventional))
      gap('interventional_gap_printed', interventional);
  }
  const decision = (column: BalanceColumn, counter: Counter, isOnly: boolean) => {
    const printed = parseDecision(csv.text(column));
    const expected = gapOf(counter) < 0 ? 'yes' : isOnly ? 'only' : 'no';
    if (printed === null || printed === expected) return;
    const values = { value: csv.text(column), gap: gapOf(counter) };
    found.push(balanceFinding('warning', 'balance-decision-differs', values, csv.place(column)));
  };
  const isOnly = interventional !== null && gapOf(interventional) < 0;
  decision('devices_receivable', devices, isOnly);
  decision('devices_receivable_printed', devices, isOnly);
  decision('sites_receivable', sites, false);
  if (interventional !== null) decision('interventional_receivable', interventional, false);
  if (sites.current > devices.current + (interventional?.current ?? 0)) {
    const values = { sites: sites.current, devices: devices.current };
    found.push(balanceFinding('warning', 'balance-sites-above-devices', values, csv.place('sites_current')));
  }
  return found;
}
