/** The table of a spreadsheet as the weeks of a scenario's rooms, each vacation knowing the row it came from. */
import { flowId } from '../complete/device.ts';
import { type DocumentPath, type Finding, hasErrors } from '../finding.ts';
import { groupBy } from '../group.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { weekError } from './codes.ts';
import { columnHeader, VACATION_KEY, WEEK_COLUMN_NAMES } from './columns.ts';
import { MAX_WEEK_ROWS, placeInGrid, readHeader, type WeekGrid, type WeekPlace } from './grid.ts';
import type { Written } from './quantities.ts';
import { type RowRead, rowReader, type ScenarioNames } from './row.ts';
import type { WeekLanguage } from './text.ts';
import { writtenDays } from './times.ts';

/** A vacation as a scenario file writes it. */
export type WrittenVacation = Readonly<Record<string, Written>>;

/** The week of one room, as the spreadsheet has it. */
export interface RoomWeek {
  readonly room: string;
  readonly vacations: readonly WrittenVacation[];
}

export interface WeekTable {
  /** In the scenario's order; only rooms that have rows. */
  readonly rooms: readonly RoomWeek[];
  /** Rooms of the scenario without a row: their week stays as it is. */
  readonly absentRooms: readonly string[];
  /** The language of most headers. */
  readonly language: WeekLanguage;
  /**
   * Where a value of the scenario was written in the spreadsheet: `['devices', id or position, 'week', n, key…]`, the
   * positions those of the scenario and of `vacations`; null for what the spreadsheet does not hold.
   */
  locate(path: DocumentPath): WeekPlace | null;
}

export interface WeekTableResult {
  /** Null as soon as there is one error. */
  readonly table: WeekTable | null;
  readonly findings: readonly Finding[];
}

/**
 * The names of a scenario that cells may use.
 * @example scenarioNames(input).rooms.length // 1
 */
export function scenarioNames(input: ScenarioInput): ScenarioNames {
  const exams = Object.entries(input.exams ?? {});
  const groups = exams.flatMap(([, { group }]) => group ?? []);
  return {
    rooms: input.devices.map(({ id }) => id),
    labels: input.devices.map(({ id, label }) => label ?? id),
    exams: [...new Set([...exams.map(([id]) => id), ...groups])],
    flows: [...new Set(input.flows.flatMap((flow) => [flowId(flow)]))],
  };
}

/** Nobody reads more at once; the rows after that are counted. */
const MOST_FINDINGS = 1000;

/**
 * The weeks a grid holds for the rooms of a scenario. Equal rows on several days become one vacation. Column names and
 * cells may be in French or English; everything that is wrong is told at once, each finding with its place.
 * @example readWeekTable({ file: 'a.csv', sheet: null, rows: [] }, input).findings[0].code // 'week-empty'
 */
export function readWeekTable(grid: WeekGrid, input: ScenarioInput): WeekTableResult {
  const findings: Finding[] = [];
  if (grid.rows.length > MAX_WEEK_ROWS) {
    const values = { count: grid.rows.length, limit: MAX_WEEK_ROWS };
    return { table: null, findings: [weekError('week-too-many-rows', values, { file: grid.file })] };
  }
  const header = readHeader(grid, findings);
  if (header === null) return { table: null, findings };
  const reader = rowReader(grid, header, scenarioNames(input), findings);
  const rows: RowRead[] = [];
  for (let at = header.row + 1; at < grid.rows.length; at++) {
    const read = reader.read(grid.rows[at]!);
    if (read !== null) rows.push(read);
    if (findings.length < MOST_FINDINGS || at + 1 === grid.rows.length) continue;
    const place = { file: grid.file, line: grid.rows[at + 1]!.line };
    findings.push(weekError('week-more', { count: grid.rows.length - at - 1 }, place));
    break;
  }
  if (rows.length === 0 && !hasErrors(findings)) {
    findings.push(weekError('week-empty', {}, { file: grid.file }));
  }
  const byRoom = groupBy(rows, ({ room }) => room);
  const grouped = new Map<number, readonly GroupedVacation[]>();
  for (const [room, roomRows] of byRoom) {
    const place = (row: RowRead): WeekPlace =>
      placeInGrid(grid, row.row, header.positions.get('day') ?? 0, header.written.get('day') ?? '');
    grouped.set(room, groupDays(roomRows, place, findings));
  }
  if (hasErrors(findings)) return { table: null, findings: sortedByPlace(findings) };
  const locate = (path: DocumentPath): WeekPlace | null => {
    const [top, which, week, position, key] = path;
    if (top !== 'devices' || week !== 'week' || which === undefined) return null;
    const room = typeof which === 'number' ? which : input.devices.findIndex(({ id }) => id === which);
    const vacations = grouped.get(room);
    const vacation = vacations?.[Number(position ?? 0)] ?? vacations?.[0];
    if (vacation === undefined) return null;
    const column = WEEK_COLUMN_NAMES.find((name) => VACATION_KEY[name] === key) ?? 'room';
    const known = header.positions.has(column) ? column : 'room';
    const name = header.written.get(known) ?? columnHeader(known, header.language);
    return placeInGrid(grid, vacation.row.row, header.positions.get(known) ?? 0, name);
  };
  const present = [...grouped].sort(([a], [b]) => a - b);
  const table: WeekTable = Object.freeze({
    rooms: Object.freeze(
      present.map(([room, vacations]) =>
        Object.freeze({
          room: input.devices[room]!.id,
          vacations: Object.freeze(vacations.map(({ vacation }) => vacation)),
        }),
      ),
    ),
    absentRooms: Object.freeze(input.devices.flatMap(({ id }, index) => (grouped.has(index) ? [] : [id]))),
    language: header.language,
    locate,
  });
  return { table, findings: sortedByPlace(findings) };
}

const sortedByPlace = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));

interface GroupedVacation {
  readonly vacation: WrittenVacation;
  /** The first row it comes from. */
  readonly row: RowRead;
}

interface Instance {
  readonly day: number;
  readonly key: string;
  readonly row: RowRead;
}

const inTime = (a: Instance, b: Instance): number => a.day - b.day || a.row.fromSeconds - b.row.fromSeconds;

/** One vacation for the rows of a room that differ by their day only. */
function groupDays(
  rows: readonly RowRead[],
  place: (row: RowRead) => WeekPlace,
  findings: Finding[],
): readonly GroupedVacation[] {
  const instances: Instance[] = [];
  const firstRow = new Map<string, RowRead>();
  for (const row of rows) {
    const key = JSON.stringify(row.vacation);
    for (const day of row.days) {
      const first = firstRow.get(`${day} ${key}`);
      if (first === undefined) {
        firstRow.set(`${day} ${key}`, row);
        instances.push({ day, key, row });
        continue;
      }
      const { cell, ...at } = place(row);
      findings.push(weekError('week-row-twice', { first: first.row.line, cell }, at));
    }
  }
  // Sorting keeps the order of equals.
  instances.sort(inTime);
  const groups = [...groupBy(instances, ({ key }) => key).values()];
  const again = groups.flat().sort(inTime);
  // Vacations that alternate on one time keep their order, or stand alone.
  const isSameOrder = again.every((one, at) => one === instances[at]);
  return (isSameOrder ? groups : instances.map((one) => [one])).map((group) => ({
    vacation: Object.freeze({
      days: writtenDays(group.map(({ day }) => day)),
      ...group[0]!.row.vacation,
    }),
    row: group[0]!.row,
  }));
}
