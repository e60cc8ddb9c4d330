/** What a spreadsheet or a variant changes in the weeks of a scenario: vacations added, removed, changed, and hours a week. */
import { groupBy } from '../group.ts';
import type { ScenarioInput } from '../schema/schema.ts';
import { zVacation } from '../schema/vacation.ts';
import { HOUR, parseClock } from '../units.ts';
import { VACATION_FACTS, type VacationType } from '../vocabulary.ts';
import type { WeekColumn } from './columns.ts';
import { vacationLength, type WeekVacation } from './rows.ts';
import type { RoomWeek, WeekTable, WrittenVacation } from './table.ts';
import { readDays } from './times.ts';

/** One vacation on the days it takes place alike. */
export interface ChangedVacation {
  /** 0 is Monday, in order. */
  readonly days: readonly number[];
  readonly fromSeconds: number;
  /** As written: an end not after the start is on the next day. */
  readonly toSeconds: number;
  readonly type: VacationType;
}

export interface VacationChange {
  readonly before: ChangedVacation;
  readonly after: ChangedVacation;
  /** What differs, by column. */
  readonly columns: readonly WeekColumn[];
}

export interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

export interface RoomChanges {
  readonly room: string;
  readonly label: string;
  readonly added: readonly ChangedVacation[];
  readonly removed: readonly ChangedVacation[];
  readonly changed: readonly VacationChange[];
  /** Hours a week of one device of the room, in its scheduled opening (ANAP 2010). */
  readonly scheduledHours: BeforeAfter;
  /** Hours a week of all its vacations. */
  readonly allHours: BeforeAfter;
}

/** What a vacation is, column by column, in a form that is equal when it means the same. */
type Meaning = Readonly<Record<Exclude<WeekColumn, 'room' | 'day'>, string>>;

interface Instance {
  readonly day: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly everyWeeks: number;
  readonly type: VacationType;
  readonly meaning: Meaning;
  readonly key: string;
}

const text = (value: unknown): string => JSON.stringify(value) ?? '';
const sorted = (names: readonly string[] | undefined): string =>
  text(names === undefined ? undefined : [...names].sort());

function meaningOf(vacation: Omit<WeekVacation, 'days'>): Meaning {
  const { accepts } = vacation;
  return {
    start: text(vacation.from),
    end: text(vacation.from + vacationLength(vacation)),
    type: vacation.type,
    accepts: [accepts?.classes, accepts?.exams, accepts?.inserted].map(sorted).join(),
    owner: vacation.owner ?? VACATION_FACTS[vacation.type].owner,
    reserve: text(
      (vacation.reserve ?? []).map((one) => [one.for, one.minutes, one.kind ?? 'fixed', one.release ?? null]),
    ),
    provides: sorted(vacation.provides),
    every: text(vacation.every ?? 1),
    firstWeek: text(vacation['first-week'] ?? 0),
    lastWeek: text(vacation['last-week']),
    appointments: text(vacation.appointments),
    lateStart: text(vacation['late-start']),
    earlyEnd: text(vacation['early-end']),
    presence: vacation.presence ?? '',
    callIn: text(vacation['call-in']),
  };
}

function instances(vacation: WeekVacation): readonly Instance[] {
  const meaning = meaningOf(vacation);
  const key = Object.values(meaning).join('|');
  const { from, to, type, every } = vacation;
  return vacation.days.map((day) => ({
    day,
    fromSeconds: from,
    toSeconds: to,
    everyWeeks: every ?? 1,
    type,
    meaning,
    key,
  }));
}

/** The vacation as the schema has it. One that it refuses is still a change, to be told when the variant is checked. */
function parsed(written: WrittenVacation): WeekVacation {
  const result = zVacation.safeParse(written);
  if (result.success) return result.data;
  const days = readDays(String(written.days));
  return {
    days: 'days' in days ? [...days.days] : [],
    from: parseClock(String(written.from)) ?? 0,
    to: parseClock(String(written.to)) ?? 0,
    type: written.type as VacationType,
    owner: text(written),
  };
}

/**
 * What a table changes in the rooms of the scenario it was read for, in the scenario's order; rooms whose week means the
 * same are left out, and so are those the table does not have.
 */
export function weekChanges(input: ScenarioInput, table: WeekTable): readonly RoomChanges[] {
  const devices = new Map(input.devices.map((device) => [device.id, device]));
  return table.rooms.flatMap((week) => {
    const device = devices.get(week.room);
    return device === undefined ? [] : roomChanges(device, week);
  });
}

/**
 * What the weeks of a variant change, room by room of the base, in its order; rooms whose week means the same, and those
 * the variant does not have, are left out.
 */
export function weekDifferences(base: ScenarioInput, variant: ScenarioInput): readonly RoomChanges[] {
  const after = new Map(variant.devices.map((device) => [device.id, device]));
  return base.devices.flatMap((device) => {
    const other = after.get(device.id);
    return other === undefined ? [] : difference(device, other.week.flatMap(instances));
  });
}

const roomChanges = (device: ScenarioInput['devices'][number], week: RoomWeek): readonly RoomChanges[] =>
  difference(device, week.vacations.map(parsed).flatMap(instances));

function difference(
  device: ScenarioInput['devices'][number],
  after: readonly Instance[],
): readonly RoomChanges[] {
  const before = device.week.flatMap(instances);
  const gone = missingFrom(before, after);
  const come = missingFrom(after, before);
  if (gone.length === 0 && come.length === 0) return [];
  const pairs = pairUp(gone, come);
  const changed = [...groupBy(pairs, (pair) => pair.map(({ key }) => key).join(' → ')).values()].map(
    (group): VacationChange => {
      const [first, second] = group[0]!;
      const columns = (Object.keys(first.meaning) as (keyof Meaning)[]).filter(
        (column) => first.meaning[column] !== second.meaning[column],
      );
      return {
        before: grouped(group.map(([one]) => one)),
        after: grouped(group.map(([, one]) => one)),
        columns,
      };
    },
  );
  const alone = (all: readonly Instance[], side: 0 | 1): readonly ChangedVacation[] => {
    const paired = new Set(pairs.map((pair) => pair[side]));
    const rest = all.filter((one) => !paired.has(one));
    return [...groupBy(rest, ({ key }) => key).values()].map(grouped);
  };
  return [
    {
      room: device.id,
      label: device.label ?? device.id,
      added: alone(come, 1),
      removed: alone(gone, 0),
      changed,
      scheduledHours: { before: hours(before, true), after: hours(after, true) },
      allHours: { before: hours(before, false), after: hours(after, false) },
    },
  ];
}

/** Those of `all` that `others` does not have on the same day, each counted once. */
function missingFrom(all: readonly Instance[], others: readonly Instance[]): readonly Instance[] {
  const name = ({ day, key }: Instance): string => `${day} ${key}`;
  const left = new Map<string, number>();
  for (const one of others) left.set(name(one), (left.get(name(one)) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(name(one)) ?? 0;
    if (count > 0) left.set(name(one), count - 1);
    return count === 0;
  });
}

const end = (one: Instance): number =>
  one.fromSeconds + vacationLength({ from: one.fromSeconds, to: one.toSeconds });

/** What makes two vacations of a day one that was changed, the surest sign first. */
const SIGNS: readonly ((before: Instance, after: Instance) => boolean)[] = [
  (a, b) => a.fromSeconds === b.fromSeconds && end(a) === end(b),
  (a, b) => a.type === b.type && (a.fromSeconds === b.fromSeconds || end(a) === end(b)),
  (a, b) => a.type === b.type && a.fromSeconds < end(b) && b.fromSeconds < end(a),
];

/** Comparisons of one room; no week of a scenario comes near. */
const MOST_COMPARED = 4_000_000;

function pairUp(gone: readonly Instance[], come: readonly Instance[]): (readonly [Instance, Instance])[] {
  const pairs: (readonly [Instance, Instance])[] = [];
  if (gone.length * come.length > MOST_COMPARED) return pairs;
  const free = new Set(come);
  let left = gone;
  for (const isSame of SIGNS) {
    left = left.filter((before) => {
      const after = [...free].find((one) => one.day === before.day && isSame(before, one));
      if (after === undefined) return true;
      free.delete(after);
      pairs.push([before, after]);
      return false;
    });
  }
  return pairs.sort(([a], [b]) => a.day - b.day || a.fromSeconds - b.fromSeconds);
}

function grouped(group: readonly Instance[]): ChangedVacation {
  const { fromSeconds, toSeconds, type } = group[0]!;
  return { days: group.map(({ day }) => day).sort((a, b) => a - b), fromSeconds, toSeconds, type };
}

const hours = (all: readonly Instance[], scheduled: boolean): number =>
  all
    .filter(({ type }) => !scheduled || VACATION_FACTS[type].opening === 'scheduled')
    .reduce((sum, one) => sum + (end(one) - one.fromSeconds) / one.everyWeeks, 0) / HOUR;
