/** What a week offers: bookable time by the queues that may use it. */
import { weeksEach } from '../../engine/compile-site.ts';
import { exp } from '../../engine/math.ts';
import { GRID_SECONDS } from '../../engine/plan.ts';
import type { Device, Exam, Flow, Reserve, Scenario, Vacation } from '../../model/scenario.ts';
import { VACATION_FACTS } from '../../model/vocabulary.ts';
import { slotOnGrid } from '../levers/slot-mixture.ts';
import { bestFill } from './fill.ts';
import type { PlaceTime, Queue, Supply } from './problem.ts';
import { lastingRequests, mayUse, queueIdOf, queuesOf } from './queues.ts';

const DAYS_A_WEEK = 7;
/** A release of less than this share of a reserve gives nobody a place. */
const LEAST_SHARE = 1e-3;

/** A queue as it may use a vacation: the requests a week of its flows that are accepted there. */
interface User {
  readonly queue: string;
  readonly requests: number;
  readonly seconds: number;
  readonly leadDays: number;
}

/** Seconds a week, for some users; what is released goes to `after` once they have had their choice. */
interface Piece {
  readonly site: string;
  readonly modality: string;
  readonly users: readonly User[];
  readonly seconds: number;
  readonly release: { readonly days: number; readonly each: number; readonly after: readonly User[] } | null;
}

interface Reading {
  readonly scenario: Scenario;
  readonly exams: ReadonlyMap<string, Exam>;
}

/** A flow that may be booked in a vacation, and the slots of those of its exams that may. */
interface Guest {
  readonly flow: Flow;
  readonly accepted: number;
  /** Mean slot of those exams, seconds. */
  readonly slot: number;
  readonly slots: readonly number[];
}

function guestsOf({ scenario, exams }: Reading, device: Device, vacation: Vacation): readonly Guest[] {
  return scenario.flows.flatMap((flow): Guest[] => {
    if (!mayUse(flow, device) || flow.owner !== vacation.owner || !vacation.classes.includes(flow.class))
      return [];
    const fitting = flow.exams.filter(
      ({ id, share }) =>
        share > 0 &&
        (vacation.exams === null || vacation.exams.includes(id)) &&
        exams.get(id)!.needs.every((need) => vacation.provides.includes(need)),
    );
    const accepted = fitting.reduce((sum, { share }) => sum + share, 0);
    if (accepted === 0) return [];
    const slots = fitting.map(({ id }) => slotOnGrid(device, id, flow.class));
    const slot = fitting.reduce((sum, { share }, at) => sum + share * slots[at]!, 0) / accepted;
    return [{ flow, accepted, slot, slots }];
  });
}

/** Guests by queue, in the order of the names. */
function usersOf(guests: readonly Guest[]): readonly User[] {
  const users = new Map<string, User>();
  for (const { flow, accepted, slot } of guests) {
    const queue = queueIdOf(flow);
    const known = users.get(queue);
    const requests = lastingRequests(flow) * accepted;
    users.set(queue, {
      queue,
      requests: requests + (known?.requests ?? 0),
      seconds: requests * slot + (known?.seconds ?? 0),
      leadDays: Math.min(flow.leadDays, known?.leadDays ?? Infinity),
    });
  }
  return [...users.values()].sort((a, b) => (a.queue < b.queue ? -1 : 1));
}

/** Seconds of a vacation that slots can fill; a listed appointment counts as the mean slot of who may come. */
function bookableSeconds(vacation: Vacation, guests: readonly Guest[]): number {
  const { appointments, fromSeconds, toSeconds } = vacation;
  if (appointments === null) {
    const slots = guests.flatMap((guest) => guest.slots);
    return bestFill(Math.floor((toSeconds - fromSeconds) / GRID_SECONDS), slots) * GRID_SECONDS;
  }
  let [seconds, weights] = [0, 0];
  for (const { flow, accepted, slot } of guests) {
    const weight = Math.max(lastingRequests(flow) * accepted, 1e-9);
    seconds += weight * slot;
    weights += weight;
  }
  return (appointments.length * seconds) / weights;
}

/** The pieces of a vacation: what is open to all, and each of its reserves. */
function piecesOf(reading: Reading, device: Device, vacation: Vacation): readonly Piece[] {
  const guests = guestsOf(reading, device, vacation);
  if (guests.length === 0) return [];
  const weeks = weeksEach(vacation, reading.scenario.run.weeks);
  if (!Number.isFinite(weeks)) return [];
  const all = usersOf(guests);
  const whole = bookableSeconds(vacation, guests);
  const length = vacation.toSeconds - vacation.fromSeconds;
  const { site, modality } = device;
  let open = whole;
  const kept = vacation.reserves.map((reserve: Reserve): Piece => {
    const each = Math.min(open, (whole * reserve.seconds) / length);
    open -= each;
    const own = usersOf(guests.filter(({ flow }) => reserve.flows.includes(flow.id)));
    const { releaseDays } = reserve;
    const release = releaseDays === null ? null : { days: releaseDays, each, after: all };
    return { site, modality, users: own, seconds: each / weeks, release };
  });
  return [{ site, modality, users: all, seconds: open / weeks, release: null }, ...kept];
}

const secondsOf = (users: readonly User[]): number => users.reduce((sum, { seconds }) => sum + seconds, 0);

/**
 * Share of a reserve that others come to use. What its own patients leave of it (nothing where they ask for more than all
 * reserves kept for them) goes to the requests of the release days and half a day more, 1 − exp(−x) of it for x times as many
 * seconds asked as are left to each vacation. An assumption of ours; what it misses is refitted on the simulator.
 */
function releasedShare({ users, release }: Piece, reservedSeconds: number): number {
  if (release === null) return 0;
  const left = Math.max(0, 1 - secondsOf(users) / Math.max(reservedSeconds, 1e-9));
  const others = release.after.filter(
    ({ queue, leadDays }) => leadDays <= release.days && !users.some((user) => user.queue === queue),
  );
  const asked = ((release.days + 0.5) * secondsOf(others)) / DAYS_A_WEEK;
  const share = release.each * left === 0 ? 0 : left * (1 - exp(-asked / (release.each * left)));
  return share < LEAST_SHARE ? 0 : share;
}

/** A share of 1 to within rounding is all. */
const shareText = (share: number): string => (share > 1 - 1e-9 ? '' : `@${Math.round(share * 1000) / 1000}`);

/** The name of place time: equal users with equal shares, equal name. */
function placeId(site: string, modality: string, users: readonly User[], shares: readonly number[]): string {
  const department = `${site}/${modality}/`;
  const names = users.map(({ queue }, at) => {
    const short = queue.startsWith(department) ? queue.slice(department.length) : queue;
    return `${short.replaceAll('/', '.')}${shareText(shares[at]!)}`;
  });
  return `${site}/${modality}:${names.join('+')}`;
}

/** A supply, and what can be taken over when another week differs from it in few devices. */
export interface SupplyReading {
  readonly supply: Supply;
  readonly scenario: Scenario;
  /** By device, in the order of the scenario. */
  readonly pieces: readonly (readonly Piece[])[];
}

/** True when a device asks for the same slots as before, whatever its week. */
const hasSameSlots = (device: Device, was: Device | undefined): boolean =>
  was !== undefined &&
  was.id === device.id &&
  was.slotSeconds === device.slotSeconds &&
  was.slotSecondsByExam === device.slotSecondsByExam;

/** The supply of a scenario, with what is the same as in another one taken over from there. */
export function readSupply(scenario: Scenario, known: SupplyReading | null = null): SupplyReading {
  const isSameDemand =
    known !== null && known.scenario.flows === scenario.flows && known.scenario.exams === scenario.exams;
  const hasSameQueues =
    isSameDemand &&
    scenario.devices.every((device, rank) => hasSameSlots(device, known.scenario.devices[rank]));
  const queues = hasSameQueues ? known.supply.queues : queuesOf(scenario);
  const exams = new Map(scenario.exams.map((exam) => [exam.id, exam]));
  const pieces = scenario.devices.map((device, rank) =>
    isSameDemand && known.scenario.devices[rank] === device
      ? known.pieces[rank]!
      : device.week
          .filter(({ type }) => VACATION_FACTS[type].books)
          .flatMap((vacation) => piecesOf({ scenario, exams }, device, vacation)),
  );
  return { supply: { queues, places: placesOf(queues, pieces.flat()) }, scenario, pieces };
}

/** Pieces by who may use them, the users' names and the department together. */
const ownersOf = ({ site, modality, users }: Piece): string =>
  `${site}/${modality}/${users.map(({ queue }) => queue).join()}`;

/** Place time by its users, reserves shared with those they are released to. */
function placesOf(queues: readonly Queue[], pieces: readonly Piece[]): readonly PlaceTime[] {
  const requests = new Map(queues.map((queue) => [queue.id, queue.requestsPerWeek]));
  const reserved = new Map<string, number>();
  for (const piece of pieces)
    if (piece.release !== null)
      reserved.set(ownersOf(piece), (reserved.get(ownersOf(piece)) ?? 0) + piece.seconds);
  const places = new Map<string, PlaceTime>();
  const add = ({ site, modality }: Piece, users: readonly User[], seconds: number): void => {
    if (users.length === 0 || seconds <= 0) return;
    const shares = users.map((user) =>
      Math.min(1, user.requests / Math.max(requests.get(user.queue)!, 1e-9)),
    );
    const id = placeId(site, modality, users, shares);
    const total = seconds + (places.get(id)?.seconds ?? 0);
    places.set(id, { id, queues: users.map(({ queue }) => queue), shares, seconds: total });
  };
  for (const piece of pieces) {
    const share = releasedShare(piece, reserved.get(ownersOf(piece)) ?? 0);
    add(piece, piece.users, piece.seconds * (1 - share));
    if (piece.release !== null) add(piece, piece.release.after, piece.seconds * share);
  }
  return [...places.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Queues of a scenario and the bookable seconds of its week by who may use them (rules M3.1 to M3.4): vacations every n weeks
 * count for an nth, fixed appointments for a mean slot each, time that no slot fills for nothing.
 */
export const supplyOf = (scenario: Scenario): Supply => readSupply(scenario).supply;
