/** Sessions that may be closed: whole, or their first or last two hours. On-call takes over where it is around. */
import type { Device, Scenario, Vacation } from '../../../model/scenario.ts';
import { DAY, HOUR } from '../../../model/units.ts';
import { isClinical } from '../../levers/open-vacation.ts';
import { hoursLabel } from '../../levers/users.ts';
import { atHours, endingAt, type Hours, startingAt } from '../../levers/week-edit.ts';
import type { WeekChange } from '../change.ts';
import type { AlikeDevices } from './alike.ts';
import { mayChange } from './barred.ts';
import { deviceChange, hoursId } from './change-parts.ts';
import { sessionGroup, withSession } from './present-session.ts';

/** What is closed of a session that is not closed whole. */
const PART_SECONDS = 2 * HOUR;

const isEveryWeek = ({ everyWeeks, firstWeek, lastWeek }: Vacation): boolean =>
  everyWeeks === 1 && firstWeek === 0 && lastWeek === null;

/** True for sessions that may be closed: booked every week for ever, within a day, none of it frozen; research stays. */
const isClosable = (session: Vacation, { barred }: AlikeDevices): boolean =>
  isClinical(session) && isEveryWeek(session) && session.toSeconds <= DAY && mayChange(barred, session);

/** Seconds of the week from one instant to the next time of another. */
const until = (from: number, to: number): number => (((to - from) % (7 * DAY)) + 7 * DAY) % (7 * DAY);

/**
 * The on-call that would go on in hours that are closed: the one that begins at their end, else that ends at their
 * start, else the next of the day, else the one before; null when there is none that day.
 */
function onCallAround(week: readonly Vacation[], hours: Hours): Vacation | null {
  const [start, end] = [hours.day * DAY + hours.fromSeconds, hours.day * DAY + hours.toSeconds];
  const around = week
    .filter((one) => one.type === 'on-call' && isEveryWeek(one))
    .flatMap((onCall) => {
      const after = until(end, onCall.day * DAY + onCall.fromSeconds);
      const before = until(onCall.day * DAY + onCall.toSeconds, start);
      return [
        ...(after <= DAY - hours.toSeconds ? [{ onCall, rank: after === 0 ? 0 : 2, gap: after }] : []),
        ...(before <= hours.fromSeconds ? [{ onCall, rank: before === 0 ? 1 : 3, gap: before }] : []),
      ];
    })
    .sort((a, b) => a.rank - b.rank || a.gap - b.gap);
  return around[0]?.onCall ?? null;
}

/** What is closed of a session, and what stays of it. */
interface Closing {
  readonly id: 'all' | 'start' | 'end';
  readonly hours: Hours;
  readonly rest: readonly Vacation[];
}

function closingsOf(device: Device, session: Vacation): readonly Closing[] {
  const { day, fromSeconds, toSeconds } = session;
  const [first, last] = [fromSeconds + PART_SECONDS, toSeconds - PART_SECONDS];
  const [later, earlier] = [startingAt(device, session, first), endingAt(device, session, last)];
  return [
    { id: 'all', hours: { day, fromSeconds, toSeconds }, rest: [] },
    ...(later === null
      ? []
      : [{ id: 'start' as const, hours: { day, fromSeconds, toSeconds: first }, rest: [later] }]),
    ...(earlier === null
      ? []
      : [{ id: 'end' as const, hours: { day, fromSeconds: last, toSeconds }, rest: [earlier] }]),
  ];
}

/** Every session of alike devices that may be closed, whole or in part. */
export function closings(scenario: Scenario, at: AlikeDevices): readonly WeekChange[] {
  const device = at.devices[0]!;
  return device.week
    .filter((session) => isClosable(session, at))
    .flatMap((session) =>
      closingsOf(device, session).flatMap(({ id, hours, rest }) => {
        const { en, fr } = hoursLabel(hours);
        const onCall = onCallAround(device.week, hours);
        const cover =
          onCall === null ? [] : [atHours({ ...onCall, day: hours.day }, hours.fromSeconds, hours.toSeconds)];
        return deviceChange(scenario, {
          kind: 'close',
          at,
          name: `${at.id}/${hoursId(hours)}/${id}`,
          what:
            onCall === null
              ? { en: `${en} closed`, fr: `${fr} fermé` }
              : { en: `${en} closed, on-call takes over`, fr: `${fr} fermé, la permanence prend le relais` },
          hours,
          group: sessionGroup(at, session),
          apply: (to, name) => withSession(to, name, session, () => [...rest, ...cover]),
        });
      }),
    );
}
