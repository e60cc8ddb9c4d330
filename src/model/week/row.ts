/** One row of a week as a vacation, or everything that is wrong in it. */
import type { Finding } from '../finding.ts';
import { DAY } from '../units.ts';
import { CLASSES, NEEDS, type Need, type PatientClass } from '../vocabulary.ts';
import type { WeekColumn } from './columns.ts';
import type { WeekGrid, WeekGridRow, WeekHeader } from './grid.ts';
import { isMisread, readAccepts, readAppointments, readReserves, type WeekReserve } from './notation.ts';
import { readLaw, readSeconds, type Written, writtenMinutes } from './quantities.ts';
import { areShort, listed, type RowCells, rowCells } from './row-cells.ts';
import { vacationLength } from './rows.ts';
import { nearestWord, plainText, shownText, splitOutside } from './text.ts';
import { cellText, readClock, readDays, showClock } from './times.ts';
import { isNone, needName, needNamed, PRESENCES, presenceNamed, typeNamed, typeNames } from './words.ts';

/** What a scenario calls things, so that cells name the same. */
export interface ScenarioNames {
  /** Device ids, in the scenario's order. */
  readonly rooms: readonly string[];
  /** Their labels, or their ids. */
  readonly labels: readonly string[];
  /** Exam types and groups. */
  readonly exams: readonly string[];
  readonly flows: readonly string[];
}

export interface RowRead {
  /** Position of the room among the scenario's devices. */
  readonly room: number;
  readonly days: readonly number[];
  readonly fromSeconds: number;
  /** The vacation as a scenario writes it, without its days. */
  readonly vacation: Readonly<Record<string, Written>>;
  readonly row: WeekGridRow;
}

/** Reads rows of one grid; unknown rooms are told once each. */
export interface RowReader {
  read(row: WeekGridRow): RowRead | null;
}

/**
 * A reader of the rows of a grid. What is wrong is added to `findings`; such a row gives null. A row whose known columns
 * are all empty gives null too, and is no fault.
 */
export function rowReader(
  grid: WeekGrid,
  header: WeekHeader,
  names: ScenarioNames,
  findings: Finding[],
): RowReader {
  const findRoom = roomFinder(names);
  return {
    read(row) {
      const cells = rowCells(grid, header, row, findings);
      const before = findings.length;
      if (cells.isEmpty || !areShort(cells, header.positions.keys())) return null;
      const room = findRoom(cells);
      const days = daysOf(cells);
      const from = clockOf(cells, 'start');
      const to = clockOf(cells, 'end');
      const vacation = vacationOf(cells, from, to, names);
      if (findings.length > before || room < 0 || from === null) return null;
      return { room, days, fromSeconds: from, vacation, row };
    },
  };
}

function vacationOf(
  cells: RowCells,
  from: number | null,
  to: number | null,
  names: ScenarioNames,
): Readonly<Record<string, Written>> {
  const parts: readonly (readonly [string, Written | undefined])[] = [
    ['from', showClock(from ?? 0)],
    ['to', showClock(to ?? 0)],
    ['type', typeOf(cells)],
    ['every', wholeNumber(cells, 'every', 1, 52)],
    ['first-week', wholeNumber(cells, 'firstWeek', 0, 51)],
    ['last-week', wholeNumber(cells, 'lastWeek', 0, 519)],
    ['accepts', acceptsOf(cells, names.exams)],
    ['owner', cells.text('owner') || undefined],
    ['provides', providesOf(cells)],
    ['reserve', reserveOf(cells, names.flows)],
    ['appointments', from === null || to === null ? undefined : appointmentsOf(cells, from, to)],
    ['late-start', lawOf(cells, 'lateStart')],
    ['early-end', earlyEndOf(cells)],
    ['presence', presenceOf(cells)],
    ['call-in', lawOf(cells, 'callIn')],
  ];
  const written = parts.filter((part): part is readonly [string, Written] => part[1] !== undefined);
  return Object.fromEntries(written);
}

/** Comparing thousands of wrong names with thousands of rooms would take minutes. */
const MOST_COMPARED = 20;

/** A room by its id; else by the only id, or the only label, alike but for accents and capitals. -1 for none. */
function roomFinder(names: ScenarioNames): (cells: RowCells) => number {
  const exact = new Map(names.rooms.map((id, index) => [id, index]));
  const alike = (texts: readonly string[]): ReadonlyMap<string, number> => {
    const found = new Map<string, number>();
    // -1: several rooms, so that the word means none of them.
    texts.forEach((text, index) => {
      found.set(plainText(text), found.has(plainText(text)) ? -1 : index);
    });
    return found;
  };
  const ids = alike(names.rooms);
  const labels = alike(names.labels);
  const told = new Set<string>();
  return (cells) => {
    if (!cells.required('room')) return -1;
    const text = cells.text('room');
    const found = exact.get(text) ?? ids.get(plainText(text)) ?? labels.get(plainText(text)) ?? -1;
    if (found < 0 && !told.has(text)) {
      told.add(text);
      const nearest = told.size <= MOST_COMPARED ? nearestWord(text, names.rooms) : '';
      cells.fault('week-room', 'room', { value: shownText(text), nearest, known: listed(names.rooms) });
    }
    return found;
  };
}

function daysOf(cells: RowCells): readonly number[] {
  if (!cells.required('day')) return [];
  const read = readDays(cells.value('day'));
  if ('days' in read) return read.days;
  cells.fault('week-day', 'day', { value: shownText(read.wrong), nearest: read.nearest });
  return [];
}

function clockOf(cells: RowCells, column: 'start' | 'end'): number | null {
  if (!cells.required(column)) return null;
  const value = cells.value(column);
  const seconds = readClock(value);
  if (seconds === null) cells.fault('week-time', column, { value: cells.shown(column) });
  // A spreadsheet stores 24:00 as the midnight that begins the next day.
  return column === 'end' && seconds === 0 && typeof value === 'object' ? DAY : seconds;
}

function typeOf(cells: RowCells): string | undefined {
  if (!cells.required('type')) return undefined;
  const text = cells.text('type');
  const type = typeNamed(text);
  if (type !== undefined) return type;
  // The nearest of both languages; the list in the file's own.
  const own = typeNames(cells.language);
  const nearest = nearestWord(text, [...own, ...typeNames(cells.language === 'fr' ? 'en' : 'fr')]);
  cells.fault('week-type', 'type', { value: shownText(text), nearest, allowed: own.join(', ') });
  return undefined;
}

function wholeNumber(cells: RowCells, column: WeekColumn, low: number, limit: number): number | undefined {
  if (cells.value(column) === null) return undefined;
  const number = Number(cells.text(column).replace(',', '.'));
  if (Number.isInteger(number) && number >= low && number <= limit) return number;
  cells.fault('week-number', column, { value: cells.shown(column), low, limit });
  return undefined;
}

const ACCEPTED = {
  en: [...CLASSES, 'exams: …', 'inserted: …'],
  fr: [...CLASSES, 'examens: …', 'insérés: …'],
} as const;

function acceptsOf(cells: RowCells, exams: readonly string[]): Written | undefined {
  if (cells.value('accepts') === null) return undefined;
  const read = readAccepts(cells.text('accepts'), exams, cells.language);
  if (!isMisread(read)) return read as Written;
  cells.unknownWord('accepts', read.wrong, ACCEPTED[cells.language], read.nearest);
  return undefined;
}

function providesOf(cells: RowCells): Written | undefined {
  if (cells.value('provides') === null) return undefined;
  if (isNone(cells.text('provides'))) return [];
  const known = NEEDS.map((need) => needName(need, cells.language));
  const needs: Need[] = [];
  for (const item of splitOutside(cells.text('provides'), ',;+\n')) {
    const need = needNamed(item);
    if (need === undefined) cells.unknownWord('provides', item, known);
    else needs.push(need);
  }
  return needs;
}

function presenceOf(cells: RowCells): Written | undefined {
  if (cells.value('presence') === null) return undefined;
  const read = presenceNamed(cells.text('presence'));
  if (read === undefined) cells.unknownWord('presence', cells.text('presence'), PRESENCES);
  return read;
}

function appointmentsOf(cells: RowCells, from: number, to: number): Written | undefined {
  const value = cells.value('appointments');
  if (value === null) return undefined;
  const list = typeof value === 'object' ? showClock(value.seconds) : cellText(value);
  const read = readAppointments(list, from, vacationLength({ from, to }));
  if (!isMisread(read)) return read.map(writtenMinutes);
  const bounds = { start: showClock(from), end: showClock(to) };
  cells.fault('week-appointment', 'appointments', { value: shownText(read.wrong), ...bounds });
  return undefined;
}

function earlyEndOf(cells: RowCells): Written | undefined {
  if (cells.value('earlyEnd') === null) return undefined;
  const seconds = readSeconds(cells.text('earlyEnd'));
  if (seconds !== null && seconds >= 0) return writtenMinutes(seconds);
  cells.fault('week-minutes', 'earlyEnd', { value: cells.shown('earlyEnd') });
  return undefined;
}

function lawOf(cells: RowCells, column: 'lateStart' | 'callIn'): Written | undefined {
  if (cells.value(column) === null) return undefined;
  const read = readLaw(cells.text(column));
  if (read === null) cells.fault('week-law', column, { value: cells.shown(column) });
  return read ?? undefined;
}

function reserveOf(cells: RowCells, flows: readonly string[]): Written | undefined {
  if (cells.value('reserve') === null) return undefined;
  const read = readReserves(cells.text('reserve'), flows);
  if (!isMisread(read)) return writtenReserves(read);
  cells.fault('week-reserve', 'reserve', { value: shownText(read.wrong) });
  return undefined;
}

/** `{H: 90min, release: 1d}` where that says it all, else a list. */
function writtenReserves(reserves: readonly WeekReserve[]): Written {
  const minutes = (seconds: number): string => {
    const written = writtenMinutes(seconds);
    return typeof written === 'number' ? `${written}min` : written;
  };
  const first = reserves[0];
  const options = (one: WeekReserve): Readonly<Record<string, Written>> => ({
    ...(one.kind === undefined ? {} : { kind: one.kind }),
    ...(one.release === undefined ? {} : { release: `${one.release}d` }),
  });
  const isShort =
    first !== undefined &&
    new Set(reserves.map((one) => one.for)).size === reserves.length &&
    reserves.every(
      (one) =>
        CLASSES.includes(one.for as PatientClass) && one.kind === first.kind && one.release === first.release,
    );
  if (isShort) {
    return {
      ...Object.fromEntries(reserves.map((one) => [one.for, minutes(one.minutes)])),
      ...options(first),
    };
  }
  return reserves.map((one) => ({ for: one.for, minutes: minutes(one.minutes), ...options(one) }));
}
