/** Extra sessions of a department: where its week has room for them, and the scenario with so many of them for so many weeks. */
import { groupBy } from '../../model/group.ts';
import type { SessionKind, SessionPlace } from '../../model/results/backlog.ts';
import type { Device, Scenario, Vacation } from '../../model/scenario.ts';
import { DAY, HOUR } from '../../model/units.ts';
import { VACATION_FACTS, type VacationType } from '../../model/vocabulary.ts';
import type { WaitingPatients } from './target.ts';

/** Hours of a session where none are said: an evening, a half-day of the weekend. */
export const SESSION_HOURS: Readonly<Record<SessionKind, number>> = Object.freeze({
  evening: 2,
  saturday: 4,
  sunday: 4,
});

const SATURDAY = 5;
const SUNDAY = 6;
/** Days of evenings in the order they are taken: spread over the week first. */
const WEEKDAYS = [1, 3, 0, 2, 4];
/** No session goes on later, nor begins earlier. */
const LATEST_END = 23 * HOUR;
const WEEKEND_START = 8 * HOUR;

/** A place that is no place: what stands there already, or null where the day's programme leaves no time before 23:00. */
export interface TakenPlace extends SessionPlace {
  readonly by: Pick<Vacation, 'fromSeconds' | 'toSeconds' | 'type'> | null;
}

export interface Room {
  /** In the order they are taken when there are fewer sessions than places. */
  readonly places: readonly SessionPlace[];
  readonly taken: readonly TakenPlace[];
}

/** On-call gives way to a session: the team of the programme is there. All else stays. */
const givesWay = (type: VacationType): boolean => type === 'on-call';

const isProgramme = (vacation: Vacation): boolean => VACATION_FACTS[vacation.type].books;

/** Devices the patients may be booked on, each with the vacation of theirs that is longest over its week: sessions are like it. */
function devicesFor(
  scenario: Scenario,
  { class: wanted, modality, site }: WaitingPatients,
): readonly { readonly device: Device; readonly like: Vacation }[] {
  const flows = scenario.flows.filter(
    (flow) =>
      !flow.walkIn && flow.class === wanted && flow.modality === modality && flow.sites.includes(site),
  );
  return scenario.devices
    .filter((device) => device.site === site && device.modality === modality)
    .flatMap((device) => {
      const owners = flows
        .filter(({ devices }) => devices.length === 0 || devices.some(({ id }) => id === device.id))
        .map(({ owner }) => owner);
      const theirs = device.week.filter(
        (one) => isProgramme(one) && one.classes.includes(wanted) && owners.includes(one.owner),
      );
      const kinds = [...groupBy(theirs, ({ type, owner }) => `${type}/${owner}`).values()];
      const seconds = (all: readonly Vacation[]) =>
        all.reduce((sum, one) => sum + (one.toSeconds - one.fromSeconds) / one.everyWeeks, 0);
      const [most] = kinds.sort((a, b) => seconds(b) - seconds(a));
      return most === undefined ? [] : [{ device, like: most[0]! }];
    });
}

/** What a vacation of the week covers of a day, the end of the night before included. */
function coverOf(vacation: Vacation, day: number): readonly { readonly from: number; readonly to: number }[] {
  const { fromSeconds: from, toSeconds: to } = vacation;
  if (vacation.day === day) return [{ from, to }];
  const isNightBefore = (vacation.day + 1) % 7 === day && to > DAY;
  return isNightBefore ? [{ from: from - DAY, to: to - DAY }] : [];
}

/** The first vacation that keeps a place from being one. */
function standingAt(device: Device, place: SessionPlace): Vacation | undefined {
  return device.week.find((one) =>
    coverOf(one, place.day).some(({ from, to }) => {
      if (from >= place.toSeconds || to <= place.fromSeconds) return false;
      return !(givesWay(one.type) && one.day === place.day);
    }),
  );
}

const endOfProgramme = (device: Device, day: number): number | null => {
  const ends = device.week.filter((one) => one.day === day && isProgramme(one)).map((one) => one.toSeconds);
  return ends.length === 0 ? null : Math.max(...ends);
};

/** Where a session of a kind would be on a device: on days it would be on, after their programme or where there is none. */
function candidates(device: Device, kind: SessionKind, seconds: number): readonly SessionPlace[] {
  const days = kind === 'evening' ? WEEKDAYS : [kind === 'saturday' ? SATURDAY : SUNDAY];
  return days.flatMap((day) => {
    const end = endOfProgramme(device, day);
    // An evening prolongs a day; a weekend session may open one.
    if (end === null && kind === 'evening') return [];
    const from = end ?? WEEKEND_START;
    return [{ kind, device: device.id, day, fromSeconds: from, toSeconds: from + seconds }];
  });
}

/**
 * Where a department has room for sessions of some kinds, of so many hours each (null: 2 for an evening, 4 at the weekend): an evening
 * after the programme of a weekday, at the weekend from 08:00 or after the day's programme, never beyond 23:00 nor where the device
 * is open already. On-call hours give way.
 * @example roomFor({ devices: [], flows: [] }, { class: 'A', modality: 'mri', site: 'ch' }, ['evening'], null) // { places: [], taken: [] }
 */
export function roomFor(
  scenario: Scenario,
  patients: WaitingPatients,
  kinds: readonly SessionKind[],
  hours: number | null,
): Room {
  const places: SessionPlace[] = [];
  const taken: TakenPlace[] = [];
  for (const kind of kinds)
    for (const { device } of devicesFor(scenario, patients))
      for (const place of candidates(device, kind, Math.round((hours ?? SESSION_HOURS[kind]) * HOUR))) {
        const by = standingAt(device, place);
        if (by !== undefined) taken.push({ ...place, by });
        else if (place.toSeconds > LATEST_END) taken.push({ ...place, by: null });
        else places.push(place);
      }
  return { places, taken };
}

/** Weeks in which sessions are held; without a last one they are held for ever. */
export interface SessionWeeks {
  readonly first: number;
  readonly last: number | null;
}

/** First week not before `week` in which a vacation takes place. */
const nextTime = ({ firstWeek, everyWeeks }: Vacation, week: number): number =>
  firstWeek + everyWeeks * Math.max(0, Math.ceil((week - firstWeek) / everyWeeks));

/** A vacation between two weeks; nothing where it does not take place in them. */
function within(vacation: Vacation, from: number, to: number | null): readonly Vacation[] {
  const firstWeek = nextTime(vacation, from);
  const ends = [vacation.lastWeek, to].filter((week) => week !== null);
  const lastWeek = ends.length === 0 ? null : Math.min(...ends);
  return lastWeek !== null && lastWeek < firstWeek ? [] : [{ ...vacation, firstWeek, lastWeek }];
}

/** An on-call vacation with the hours of sessions taken out of it in their weeks, as it was in the others. */
function givenWay(
  vacation: Vacation,
  places: readonly SessionPlace[],
  { first, last }: SessionWeeks,
): readonly Vacation[] {
  const met = places.filter(
    (place) =>
      place.day === vacation.day &&
      place.fromSeconds < vacation.toSeconds &&
      place.toSeconds > vacation.fromSeconds,
  );
  if (!givesWay(vacation.type) || met.length === 0) return [vacation];
  const rest = met.reduce<readonly Vacation[]>(
    (parts, { fromSeconds, toSeconds }) =>
      parts
        .flatMap((part) => [
          { ...part, toSeconds: Math.min(part.toSeconds, fromSeconds) },
          { ...part, fromSeconds: Math.max(part.fromSeconds, toSeconds) },
        ])
        .filter((part) => part.toSeconds > part.fromSeconds),
    [vacation],
  );
  return [
    ...(first > 0 ? within(vacation, vacation.firstWeek, first - 1) : []),
    ...rest.flatMap((part) => within(part, first, last)),
    ...(last === null ? [] : within(vacation, last + 1, null)),
  ];
}

/**
 * The scenario with a session at each of these places in each of these weeks, for the class waited for alone: like the vacations of the
 * device that receive it (type, owner, exams, needs, late start, emergencies inserted), without reserve.
 */
export function withSessions(
  scenario: Scenario,
  patients: WaitingPatients,
  places: readonly SessionPlace[],
  weeks: SessionWeeks,
): Scenario {
  if (places.length === 0) return scenario;
  const models = new Map(devicesFor(scenario, patients).map(({ device, like }) => [device.id, like]));
  return {
    ...scenario,
    devices: scenario.devices.map((device) => {
      const own = places.filter((place) => place.device === device.id);
      const like = models.get(device.id);
      if (own.length === 0 || like === undefined) return device;
      const sessions = own.map(
        ({ day, fromSeconds, toSeconds }): Vacation => ({
          ...like,
          day,
          fromSeconds,
          toSeconds,
          everyWeeks: 1,
          firstWeek: weeks.first,
          lastWeek: weeks.last,
          classes: [patients.class],
          reserves: [],
          appointments: null,
        }),
      );
      return { ...device, week: [...device.week.flatMap((one) => givenWay(one, own, weeks)), ...sessions] };
    }),
  };
}
