/** A department's own quantiles of durations (CSV): one row a class, modality and, where it is said, kind of exam. */
import type { QuantileRow } from '../model/benchmark/quantile-row.ts';
import { type Finding, hasErrors } from '../model/finding.ts';
import { deepFreeze } from '../model/freeze.ts';
import type { Modality } from '../model/vocabulary.ts';
import { ioError } from './codes.ts';
import { type CsvForm, type CsvRow, plainHeader as plain, readCsvRows } from './csv-rows.ts';
import { parseClass } from './log-fields.ts';
import { readText } from './read.ts';

/** The largest file read, in bytes: some ten thousand rows. */
export const MAX_QUANTILES_BYTES = 1_000_000;
/** Wrong cells told one by one. */
const MOST_FINDINGS = 100;

/** The columns, with the headers that name them (lower case, no accents, letters and digits only). */
const COLUMNS = Object.freeze({
  label: ['label', 'libelle', 'examtype', 'exam', 'examen', 'typeexamen', 'typedexamen', 'group', 'groupe'],
  class: ['class', 'patientclass', 'classe', 'typepatient', 'typedepatient', 'provenance'],
  modality: ['modality', 'modalite', 'equipement', 'appareil'],
  p20: ['p20', 'p20min', 'p20minutes'],
  p50: ['p50', 'p50min', 'p50minutes', 'median', 'mediane'],
  p80: ['p80', 'p80min', 'p80minutes'],
} as const);
type Column = keyof typeof COLUMNS;
const REQUIRED: readonly Column[] = ['class', 'modality', 'p20', 'p50', 'p80'];
const NUMBERS = ['p20', 'p50', 'p80'] as const;

const MODALITY_NAMES: Readonly<Record<string, Modality>> = Object.freeze({
  ct: 'ct',
  scanner: 'ct',
  scan: 'ct',
  tdm: 'ct',
  mri: 'mri',
  irm: 'mri',
});

function columnOf(header: string): Column | null {
  const key = plain(header);
  const found = Object.entries(COLUMNS).find(([, names]) => (names as readonly string[]).includes(key));
  return found === undefined ? null : (found[0] as Column);
}

/**
 * The modality a cell names, in French or English; null when it names none.
 * @example parseModality('Scanner') // 'ct'
 * @example parseModality('echo') // null
 */
export function parseModality(text: string): Modality | null {
  const key = plain(text);
  return Object.hasOwn(MODALITY_NAMES, key) ? MODALITY_NAMES[key]! : null;
}

/**
 * A number of minutes, decimal comma or point; null when it is none. Signs, units and exponents are refused.
 * @example parseMinutes('15,8') // 15.8
 * @example parseMinutes('15 min') // null
 */
export function parseMinutes(text: string): number | null {
  return /^\d{1,9}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

export interface QuantilesResult {
  /** Null as soon as there is one error. */
  readonly rows: readonly QuantileRow[] | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads a file of quantiles: UTF-8, else Windows-1252 with a warning. See `parseQuantiles`.
 * @example readQuantiles('missing.csv').findings[0].code // 'file-missing'
 */
export function readQuantiles(file: string): QuantilesResult {
  const { text, findings } = readText(file, { maxBytes: MAX_QUANTILES_BYTES, otherwise: 'windows-1252' });
  if (text === null) return { rows: null, findings };
  const parsed = parseQuantiles(text, file);
  return { rows: parsed.rows, findings: [...findings, ...parsed.findings] };
}

/**
 * Rows of quantiles in minutes: a header with `class`, `modality`, `p20`, `p50`, `p80` and where wanted `label` (or
 * their usual French names), separated by `;` or `,`, decimals with a comma or a point. Other columns are of no use.
 * Every wrong cell is a finding with its line and column; the order of the three is judged where they are fitted.
 * @example parseQuantiles('class;modality;p20;p50;p80\nA;IRM;14;20;30,5', 'q.csv').rows[0].p80 // 30.5
 */
export function parseQuantiles(text: string, file: string): QuantilesResult {
  const rows: QuantileRow[] = [];
  const findings = readCsvRows(text, file, FORM, (row) => {
    const read = quantileRow(row, file);
    if (read !== null) rows.push(read);
  });
  if (rows.length === 0 && !hasErrors(findings)) findings.push(ioError('quantiles-empty', {}, { file }));
  return { rows: hasErrors(findings) ? null : deepFreeze(rows), findings: Object.freeze(findings) };
}

const FORM: CsvForm<Column> = {
  columnOf,
  required: REQUIRED,
  missing: (column, found, place) => ioError('quantiles-column-missing', { column, found }, place),
  mostFindings: MOST_FINDINGS,
};

/** A row of the file; null, its wrong cells told, when one is wrong. */
function quantileRow({ text, place, tell }: CsvRow<Column>, file: string): QuantileRow | null {
  const patientClass = parseClass(text('class'));
  const modality = parseModality(text('modality'));
  const numbers = NUMBERS.map((column) => parseMinutes(text(column)));
  if (patientClass === null) tell('class', (at) => ioError('log-class', { value: text('class') }, at));
  if (modality === null)
    tell('modality', (at) => ioError('quantiles-modality', { value: text('modality') }, at));
  NUMBERS.forEach((column, rank) => {
    if (numbers[rank] !== null) return;
    tell(column, (at) => ioError('quantiles-number', { value: text(column) }, at));
  });
  const [p20, p50, p80] = numbers;
  if (patientClass === null || modality === null) return null;
  if (typeof p20 !== 'number' || typeof p50 !== 'number' || typeof p80 !== 'number') return null;
  const cell = (column: Column) => {
    const { line = 0, column: at = 0 } = place(column);
    return { line, column: at };
  };
  return {
    label: text('label') || null,
    modality,
    class: patientClass,
    p20,
    p50,
    p80,
    place: { file, p20: cell('p20'), p50: cell('p50'), p80: cell('p80') },
  };
}
