/** A scenario's weeks as the rows of a spreadsheet: one row a room, day and vacation. */
import { valueAt } from '../load/path.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { DAY } from '../units.ts';
import { columnHeaders, WEEK_COLUMN_NAMES, type WeekColumn } from './columns.ts';
import { showAccepts, showAppointments, showReserves } from './notation.ts';
import { showLaw, showSeconds, type Written } from './quantities.ts';
import type { WeekLanguage } from './text.ts';
import { dayName, showClock } from './times.ts';
import { NONE, needName, typeName } from './words.ts';

export type WeekDevice = ScenarioInput['devices'][number];
export type WeekVacation = WeekDevice['week'][number];

/** A written cell: a text, a whole number, or null for nothing. */
export type WrittenCell = string | number | null;

/** The header and the rows, each with one cell a column of `WEEK_COLUMNS`. */
export interface WrittenWeek {
  readonly language: WeekLanguage;
  readonly header: readonly string[];
  readonly rows: readonly (readonly WrittenCell[])[];
}

/**
 * Seconds of a vacation from its start to its end; an end not after the start is on the next day.
 * @example vacationLength({ from: 64800, to: 28800 }) // 50400
 */
export function vacationLength({ from, to }: { readonly from: number; readonly to: number }): number {
  return to > from ? to - from : to + DAY - from;
}

type Cells = Readonly<Record<WeekColumn, WrittenCell>>;

function cellsOf(
  device: WeekDevice,
  vacation: WeekVacation,
  day: number,
  raw: unknown,
  language: WeekLanguage,
): Cells {
  const law = (key: string): WrittenCell => {
    const written = valueAt(raw, [key]);
    return written === undefined ? null : showLaw(written as Written, language);
  };
  const { reserve, provides, appointments } = vacation;
  const early = vacation['early-end'];
  return {
    room: device.id,
    day: dayName(day, language),
    start: showClock(vacation.from),
    end: showClock(vacation.to),
    type: typeName(vacation.type, language),
    accepts:
      vacation.accepts === undefined ? null : showAccepts(definedOnly(vacation.accepts), language) || null,
    owner: vacation.owner ?? null,
    reserve: reserve === undefined ? null : showReserves(reserve, language) || null,
    provides:
      provides === undefined
        ? null
        : provides.map((need) => needName(need, language)).join(', ') || NONE[language],
    every: vacation.every ?? null,
    firstWeek: vacation['first-week'] ?? null,
    lastWeek: vacation['last-week'] ?? null,
    appointments:
      appointments === undefined
        ? null
        : showAppointments(appointments, vacation.from, vacationLength(vacation)),
    lateStart: vacation['late-start'] === undefined ? null : law('late-start'),
    earlyEnd: early === undefined ? null : showSeconds(early, language),
    presence: vacation.presence ?? null,
    callIn: vacation['call-in'] === undefined ? null : law('call-in'),
  };
}

/** Without the keys that are there but undefined. */
function definedOnly<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/**
 * The weeks of a scenario as a table, in the language asked: rooms in the scenario's order, and in each room by day, then
 * start, one row a vacation of that day. `raw` is the value `input` was parsed from: laws are shown as they were written.
 * Notations: see `week-notation.ts` and `week-quantities.ts`.
 * @example writtenWeek(input, raw, 'fr').header[1] // 'jour'
 */
export function writtenWeek(input: ScenarioInput, raw: unknown, language: WeekLanguage): WrittenWeek {
  const rows = input.devices.flatMap((device, index) =>
    device.week
      .flatMap((vacation, position) =>
        vacation.days.map((day) => ({
          day,
          from: vacation.from,
          cells: cellsOf(device, vacation, day, valueAt(raw, ['devices', index, 'week', position]), language),
        })),
      )
      // Sorting keeps the order of equals: vacations that alternate on one time stay as they were written.
      .sort((a, b) => a.day - b.day || a.from - b.from)
      .map(({ cells }) => Object.freeze(WEEK_COLUMN_NAMES.map((name) => cells[name]))),
  );
  return Object.freeze({ language, header: columnHeaders(language), rows: Object.freeze(rows) });
}
