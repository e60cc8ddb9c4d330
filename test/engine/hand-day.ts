/** Days written by hand: who comes when and for how long is said, so that every event of the room is known beforehand. */
import { parseClock } from '../../src/model/units.ts';
import {
  device,
  flow,
  type Played,
  play,
  type Raw,
  type RawDevice,
  type RawFlow,
  scenarioOf,
} from './play.ts';

const DAY = 86_400;

/** A flow whose requests are listed. */
export interface ListedFlow {
  readonly flow: RawFlow;
  /** When each comes or asks, and the length of the exam in minutes: `'08:00 for 15, tue 09:30 for 20'`. */
  readonly requests: string;
}

/**
 * Seconds from Monday 00:00 of `'08:30'` (Monday) or `'tue 08:30'`.
 * @example seconds('tue 00:10') // 87000
 */
export function seconds(time: string): number {
  const [day, clock] = time.includes(' ') ? time.split(' ') : ['mon', time];
  const rank = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(day!);
  return rank * DAY + parseClock(clock!)!;
}

/** The reverse of `seconds`, for the first week; with seconds where there are any. */
export function timeOf(t: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = Math.floor(t / DAY);
  const clock = `${two(Math.floor((t % DAY) / 3600))}:${two(Math.floor((t % 3600) / 60))}`;
  const rest = t % 60 === 0 ? '' : `:${two(t % 60)}`;
  return (day === 0 ? '' : `${['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][day]} `) + clock + rest;
}

/** Inserted patients: each comes at a time, for an exam of so many minutes. */
export const comes = (id: string, requests: string, parts: Partial<RawFlow> = {}): ListedFlow => ({
  flow: flow({ id, class: 'U', 'walk-in': true, durations: undefined, log: id, ...parts }),
  requests,
});

/** Booked patients: each asks at a time, and gets the first place that is free after it, today if there is one. */
export const asks = (id: string, requests: string, parts: Partial<RawFlow> = {}): ListedFlow => ({
  flow: flow({ id, lead: 0, durations: undefined, log: id, ...parts }),
  requests,
});

/** One replication of the listed patients on some devices (by default the usual one, with `parts`). */
export function playDays(
  flows: readonly ListedFlow[],
  parts: Partial<RawDevice> | readonly RawDevice[] = {},
  rest: Partial<Raw> = {},
): Played {
  const devices = Array.isArray(parts) ? [...parts] : [device(parts as Partial<RawDevice>)];
  const logs = new Map(
    flows.map(({ flow: one, requests }) => [
      one.id!,
      requests.split(', ').flatMap((request) => {
        const [time, minutes] = request.split(' for ');
        if (minutes === undefined) return [];
        return [{ atSeconds: seconds(time!), exam: null, durationSeconds: Number(minutes) * 60 }];
      }),
    ]),
  );
  return play(scenarioOf({ devices, flows: flows.map((one) => one.flow), ...rest }, logs), 1);
}

/** Who was in the room when, in order of entry: `'u 08:00–08:15'`; then whoever never entered: `'u reneged'`. */
export function passages({ records }: Played): readonly string[] {
  const entered = records.filter(({ roomIn }) => roomIn !== null).sort((a, b) => a.roomIn! - b.roomIn!);
  const others = records.filter(({ roomIn }) => roomIn === null).sort((a, b) => a.requested - b.requested);
  return [
    ...entered.map(
      ({ flow: id, roomIn, roomOut }) =>
        `${id} ${timeOf(roomIn!)}–${roomOut === null ? '' : timeOf(roomOut)}`,
    ),
    ...others.map(({ flow: id, outcome }) => `${id} ${outcome}`),
  ];
}

/** Minutes by cause of the total opening, causes of 0 minutes left out. */
export function minutesOf(played: Played, id = 'd'): Readonly<Record<string, number>> {
  const { total } = played.device(id).openingMinutes;
  return Object.fromEntries(Object.entries(total).filter(([, minutes]) => minutes !== 0)) as Record<
    string,
    number
  >;
}
