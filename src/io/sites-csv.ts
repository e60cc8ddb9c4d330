/** Real sites from a CSV: one row a device, what a site says of itself on each of its rows or on the first. */
import { type Finding, type FindingPlace, hasErrors } from '../model/finding.ts';
import { nearestDepartment, parseDepartment } from '../model/oqos/departments.ts';
import type { Modality } from '../model/vocabulary.ts';
import { ioError } from './codes.ts';
import { type CsvForm, type CsvRow, readCsvRows } from './csv-rows.ts';
import { parseModality } from './quantiles-csv.ts';
import { readText } from './read.ts';
import {
  parseSitesNumber,
  REQUIRED_SITES_COLUMNS,
  SITES_LIMITS,
  type SitesColumn,
  type SitesNumber,
  sitesColumn,
} from './sites-columns.ts';

/** The largest file read, in bytes: some ten thousand rows. */
export const MAX_SITES_BYTES = 1_000_000;
/** Wrong cells told one by one. */
const MOST_FINDINGS = 100;
/** What a passage can last on average, minutes of exam. */
const SHORTEST_EXAM = 3;
const LONGEST_EXAM = 180;

type Row = CsvRow<SitesColumn>;

/** One device as its site knows it; null = not known. */
export interface ReadDevice {
  readonly id: string;
  readonly modality: Modality;
  readonly openingHours: number | null;
  readonly passagesPerWeek: number | null;
  /** 0..1. */
  readonly occupancy: number | null;
  readonly delayDays: { readonly A: number | null; readonly H: number | null };
  readonly place: (column: SitesColumn) => FindingPlace;
}

export interface ReadSite {
  readonly id: string;
  readonly label: string;
  /** Code. */
  readonly department: string;
  readonly commune: string | null;
  readonly coordinates: { readonly lat: number; readonly lon: number } | null;
  readonly devices: readonly ReadDevice[];
  /** Places in its first row. */
  readonly place: (column: SitesColumn) => FindingPlace;
}

export interface SitesResult {
  /** Null as soon as there is one error. */
  readonly sites: readonly ReadSite[] | null;
  /** Those whose place is understood, so that it is judged whatever else is wrong. */
  readonly placed: readonly ReadSite[];
  readonly findings: readonly Finding[];
}

const FORM: CsvForm<SitesColumn> = {
  columnOf: sitesColumn,
  required: REQUIRED_SITES_COLUMNS,
  missing: (column, found, place) => ioError('sites-column-missing', { column, found }, place),
  mostFindings: MOST_FINDINGS,
};

/**
 * Reads a file of real sites: UTF-8, else Windows-1252 with a warning. See `parseSites`.
 * @example readSites('missing.csv').findings[0].code // 'file-missing'
 */
export function readSites(file: string): SitesResult {
  const { text, findings } = readText(file, { maxBytes: MAX_SITES_BYTES, otherwise: 'windows-1252' });
  if (text === null) return { sites: null, placed: [], findings };
  const parsed = parseSites(text, file);
  return { ...parsed, findings: [...findings, ...parsed.findings] };
}

/** What the rows of one site say of it, and on which row each was first said. */
interface Draft {
  readonly id: string;
  readonly first: Row;
  readonly said: Map<SitesColumn, { readonly text: string; readonly line: number }>;
  readonly devices: ReadDevice[];
  readonly lines: Map<string, number>;
  department: string | null;
  lat: number | null;
  lon: number | null;
}

/**
 * Sites from the text of a CSV: columns `id`, `department`, `modality`, `device`, and where known `label`, `latitude`,
 * `longitude`, `commune`, `opening` (hours a week), `passages` (a week), `occupancy` (percent), `delay_a`, `delay_h` (days), in
 * English or French, separated by `;` or `,`, decimals with a comma or a point. Every wrong cell is a finding with its line
 * and column, all at once.
 * @example parseSites('site;département;modalité;appareil\nch;95;IRM;irm-1', 's.csv').sites[0].department // '95'
 */
export function parseSites(text: string, file: string): SitesResult {
  const drafts = new Map<string, Draft>();
  const findings = readCsvRows(text, file, FORM, (row) => addRow(row, drafts));
  if (drafts.size === 0 && !hasErrors(findings)) findings.push(ioError('sites-empty', {}, { file }));
  const all = [...drafts.values()].map(siteOf);
  const placed = all.filter(({ department }) => department !== '');
  return { sites: hasErrors(findings) ? null : all, placed, findings };
}

function siteOf({ id, first, said, devices, department, lat, lon }: Draft): ReadSite {
  return {
    id,
    label: said.get('label')?.text ?? id,
    department: department ?? '',
    commune: said.get('commune')?.text ?? null,
    coordinates: lat === null || lon === null ? null : { lat, lon },
    devices,
    place: first.place,
  };
}

function addRow(row: Row, drafts: Map<string, Draft>): void {
  const id = row.text('id');
  if (id === '') row.tell('id', (place) => ioError('sites-id-missing', {}, place));
  else if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(id))
    row.tell('id', (place) => ioError('sites-id', { value: id }, place));
  const known = drafts.get(id);
  const draft: Draft = known ?? {
    id,
    first: row,
    said: new Map(),
    devices: [],
    lines: new Map(),
    department: null,
    lat: null,
    lon: null,
  };
  drafts.set(id, draft);
  const isNew = (column: SitesColumn) => remember(row, draft, column);
  isNew('label');
  isNew('commune');
  if (row.text('department') === '' && known === undefined) tellDepartment(row);
  if (isNew('department')) draft.department = departmentOf(row);
  const before = [draft.lat, draft.lon];
  if (isNew('latitude')) draft.lat = numberOf(row, 'latitude');
  if (isNew('longitude')) draft.lon = numberOf(row, 'longitude');
  const halves = ['latitude', 'longitude'] as const;
  const gone = halves.find((column, rank) => row.text(column) === '' && before[rank] === null);
  if (gone !== undefined && halves.some((column) => row.text(column) !== ''))
    row.tell(gone, (place) => ioError('sites-coordinates-half', { column: gone }, place));
  addDevice(row, draft);
}

/** Keeps what a site says of itself the first time; true then. What is said otherwise later is told. */
function remember({ text, tell, line }: Row, { id, said }: Draft, column: SitesColumn): boolean {
  const value = text(column);
  if (value === '') return false;
  const first = said.get(column);
  if (first === undefined) {
    said.set(column, { text: value, line });
    return true;
  }
  if (first.text !== value) {
    const values = { site: id, column, value, first: first.text, firstLine: first.line };
    tell(column, (place) => ioError('sites-differ', values, place));
  }
  return false;
}

function tellDepartment({ text, tell }: Row): void {
  const value = text('department');
  const values = { value, nearest: nearestDepartment(value) };
  tell('department', (place) => ioError('sites-department', values, place));
}

function departmentOf(row: Row): string | null {
  const department = parseDepartment(row.text('department'));
  if (department === null) tellDepartment(row);
  return department;
}

/** A number within its limits; null when the cell is empty or, told, wrong. Percentages as they are written. */
function numberOf({ text, tell }: Row, column: SitesNumber): number | null {
  const written = text(column);
  if (written === '') return null;
  const value = parseSitesNumber(written);
  if (value === null) {
    tell(column, (place) => ioError('sites-number', { value: written, column }, place));
    return null;
  }
  // 0.606 is a ratio, 60.6 a percentage all the same.
  const percent = column === 'occupancy' && value > 0 && value <= 1 && !written.includes('%');
  const amount = percent ? 100 * value : value;
  const [low, high] = SITES_LIMITS[column];
  if (low >= 0 && amount < 0) {
    tell(column, (place) => ioError('sites-negative', { value: written, column }, place));
    return null;
  }
  if (amount < low || amount > high) {
    tell(column, (place) => ioError('sites-range', { value: written, column, low, high }, place));
    return null;
  }
  return amount;
}

function addDevice(row: Row, { id: site, devices, lines }: Draft): void {
  const { text, tell, line } = row;
  const modality = parseModality(text('modality'));
  if (modality === null)
    tell('modality', (place) => ioError('sites-modality', { value: text('modality') }, place));
  const id = text('device');
  const firstLine = lines.get(id);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._ -]{0,39}$/u.test(id))
    tell('device', (place) => ioError('sites-id', { value: id }, place));
  else if (firstLine !== undefined)
    tell('device', (place) => ioError('sites-device-twice', { device: id, site, firstLine }, place));
  else lines.set(id, line);
  const hours = numberOf(row, 'opening');
  const passages = numberOf(row, 'passages');
  const percent = numberOf(row, 'occupancy');
  tellContradiction(row, { hours, passages, percent });
  const delayDays = { A: numberOf(row, 'delay_a'), H: numberOf(row, 'delay_h') };
  if (modality === null) return;
  devices.push({
    id,
    modality,
    openingHours: hours,
    passagesPerWeek: passages,
    occupancy: percent === null ? null : percent / 100,
    delayDays,
    place: row.place,
  });
}

/** Three numbers that leave each passage an exam no device does. */
function tellContradiction(
  { tell }: Row,
  {
    hours,
    passages,
    percent,
  }: { readonly hours: number | null; readonly passages: number | null; readonly percent: number | null },
): void {
  if (hours === null || passages === null) return;
  const minutes = (hours * 60 * (percent ?? 100)) / 100 / passages;
  // Without its occupancy, a long time a passage may be an empty room.
  if (minutes >= SHORTEST_EXAM && (minutes <= LONGEST_EXAM || percent === null)) return;
  const values = {
    passages,
    hours,
    occupancy: percent ?? 100,
    minutes: Math.round(10 * minutes) / 10,
    low: SHORTEST_EXAM,
    high: LONGEST_EXAM,
  };
  tell('passages', (place) => ioError('sites-contradict', values, place));
}
