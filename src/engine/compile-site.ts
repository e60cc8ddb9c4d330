/** Compiling a site: its rooms, their week of vacations, its reports. */
import { groupBy } from '../model/group.ts';
import type { Device, Site, Vacation } from '../model/scenario.ts';
import { CLASSES, MODALITIES, type PatientClass, VACATION_FACTS } from '../model/vocabulary.ts';
import {
  type FlowPlan,
  GRID_SECONDS,
  type ReservePlan,
  type RoomPlan,
  type SitePlan,
  type VacationPlan,
} from './plan.ts';
import type { SamplerCache } from './sampler.ts';

const DAY_KINDS = 7;
const OPENING_INDEX = { scheduled: 0, extended: 1, total: 2 } as const;

const byStart = (a: VacationPlan, b: VacationPlan) =>
  a.fromSeconds - b.fromSeconds || a.room - b.room || a.device - b.device;

/** A whole number by class index (a plain loop: `Int32Array.from` costs ten times more, a thousand rooms over). */
function byClass(of: (patientClass: PatientClass) => number): Int32Array {
  const numbers = new Int32Array(CLASSES.length);
  for (let index = 0; index < CLASSES.length; index++) numbers[index] = of(CLASSES[index]!);
  return numbers;
}

/** The vacations that fit, by day kind, by start then room and device. */
function byDayKind(plans: readonly VacationPlan[], fits: (plan: VacationPlan) => boolean): VacationPlan[][] {
  const days: VacationPlan[][] = Array.from({ length: DAY_KINDS }, () => []);
  for (const plan of plans) if (fits(plan)) days[plan.day]!.push(plan);
  for (const day of days) if (day.length > 1) day.sort(byStart);
  return days;
}

function unitsOf(vacation: Vacation): number {
  return (
    vacation.appointments?.length ?? Math.floor((vacation.toSeconds - vacation.fromSeconds) / GRID_SECONDS)
  );
}

function reservesOf(vacation: Vacation, units: number): ReservePlan[] {
  const length = vacation.toSeconds - vacation.fromSeconds;
  const unitSeconds = vacation.appointments === null ? GRID_SECONDS : length / units;
  return vacation.reserves.map((reserve) => ({
    units: Math.round(reserve.seconds / unitSeconds),
    nested: reserve.kind === 'nested',
    releaseDays: reserve.releaseDays ?? -1,
  }));
}

export interface SiteVacations {
  readonly plans: readonly VacationPlan[];
  /** The scenario's vacation behind each plan. */
  readonly sources: readonly Vacation[];
  readonly devices: readonly Device[];
}

/** Rooms of a site: devices grouped by pool, in canonical order. */
function groupByPool(devices: readonly Device[]): Device[][] {
  return [...groupBy(devices, (device) => `${device.modality}/${device.pool}`).values()];
}

/** Later than any run: a vacation without a last week. */
const NO_LAST_WEEK = 0x7fff_ffff;

/**
 * Weeks of the run for each time a vacation takes place: a temporary one counts for what it gives over the run.
 * @example weeksEach({ everyWeeks: 2, firstWeek: 1, lastWeek: null }, 52) // 2
 * @example weeksEach({ everyWeeks: 1, firstWeek: 0, lastWeek: 12 }, 52) // 4
 */
export function weeksEach(
  { everyWeeks, firstWeek, lastWeek }: Pick<Vacation, 'everyWeeks' | 'firstWeek' | 'lastWeek'>,
  weeks: number,
): number {
  if (lastWeek === null || lastWeek >= weeks - 1) return everyWeeks;
  const times = lastWeek < firstWeek ? 0 : Math.floor((lastWeek - firstWeek) / everyWeeks) + 1;
  return weeks / times;
}

function compileVacations(
  groups: readonly Device[][],
  flowCount: number,
  weeks: number,
  cache: SamplerCache,
): SiteVacations {
  const plans: VacationPlan[] = [];
  const sources: Vacation[] = [];
  const owners: Device[] = [];
  groups.forEach((group, room) => {
    group.forEach((device, rank) => {
      for (const vacation of device.week) {
        const facts = VACATION_FACTS[vacation.type];
        const units = unitsOf(vacation);
        plans.push({
          index: plans.length,
          device: rank,
          room,
          deviceId: device.id,
          day: vacation.day,
          fromSeconds: vacation.fromSeconds,
          toSeconds: vacation.toSeconds,
          opening: OPENING_INDEX[facts.opening],
          type: vacation.type,
          onCall: vacation.type === 'on-call',
          planned: facts.planned,
          books: facts.books,
          everyWeeks: vacation.everyWeeks,
          firstWeek: vacation.firstWeek,
          lastWeek: vacation.lastWeek ?? NO_LAST_WEEK,
          weeksEach: weeksEach(vacation, weeks),
          units,
          appointments: vacation.appointments,
          reserves: reservesOf(vacation, units),
          lateStart: cache.of(vacation.lateStart),
          earlyEndSeconds: vacation.earlyEndSeconds,
          callIn: vacation.callIn === null ? null : cache.of(vacation.callIn),
          inserts: byClass((patientClass) => Number(vacation.inserted.includes(patientClass))),
          admits: new Uint8Array(flowCount),
        });
        sources.push(vacation);
        owners.push(device);
      }
    });
  });
  return { plans, sources, devices: owners };
}

function compileRoom(
  index: number,
  site: number,
  group: readonly Device[],
  tallyDevices: readonly number[],
  vacations: readonly VacationPlan[],
  cache: SamplerCache,
): RoomPlan {
  const first = group[0]!;
  const rank = new Int32Array(CLASSES.length);
  first.order.forEach((patientClass, position) => {
    rank[CLASSES.indexOf(patientClass)] = position;
  });
  return {
    index,
    site,
    modality: first.modality,
    modalityIndex: MODALITIES.indexOf(first.modality),
    devices: group,
    tallyDevices,
    vacations: group.map((_, device) =>
      byDayKind(vacations, (plan) => plan.room === index && plan.device === device),
    ),
    changeovers: group.map((device) => cache.of(device.changeover)),
    preparation:
      first.preparation === null
        ? null
        : {
            time: cache.of(first.preparation.time),
            places: first.preparation.places ?? Number.POSITIVE_INFINITY,
          },
    slots: byClass((patientClass) => first.slotSeconds[patientClass]),
    waitingPlaces: first.waitingPlaces ?? Number.POSITIVE_INFINITY,
    rank,
    diverts: byClass((patientClass) => Number(first.closedRoom[patientClass] === 'divert')),
    policy: first.endOfVacation.policy,
    lateSeconds: first.endOfVacation.lateSeconds,
    failures: group.map((device) =>
      device.breakdowns === null
        ? null
        : {
            between: cache.of(device.breakdowns.betweenFailures),
            repair: cache.of(device.breakdowns.repair),
            working: device.breakdowns.clock === 'working',
            interrupted: device.breakdowns.interrupted,
          },
    ),
  };
}

/**
 * The plan of one site of an island. `firstDevice` is the index in the island's tally of its first device; the
 * vacations' `admits` are filled in once the booking rules are known.
 */
export function compileSite(
  site: Site,
  index: number,
  firstDevice: number,
  devices: readonly Device[],
  flowCount: number,
  weeks: number,
  cache: SamplerCache,
): { readonly plan: SitePlan; readonly vacations: SiteVacations } {
  const groups = groupByPool(devices);
  const vacations = compileVacations(groups, flowCount, weeks, cache);
  let next = firstDevice;
  const rooms = groups.map((group, room) => {
    const tallyDevices = group.map(() => next++);
    return compileRoom(room, index, group, tallyDevices, vacations.plans, cache);
  });
  const plan: SitePlan = {
    index,
    site,
    rooms,
    vacations: vacations.plans,
    bookable: byDayKind(vacations.plans, (plan) => plan.books),
    reading: MODALITIES.map((modality) =>
      CLASSES.map((patientClass) => {
        const law =
          site.reading === null ? site.reports[modality][patientClass] : site.reading.time[modality];
        return law === null ? null : cache.of(law);
      }),
    ),
  };
  return { plan, vacations };
}

/** Share of a flow's walk-ins that goes to each room of its home site. */
export function walkInShares(
  flow: {
    readonly devices: readonly { readonly id: string; readonly share: number }[];
    readonly modality: string;
  },
  site: SitePlan,
): FlowPlan['walkInRooms'] {
  const open = site.rooms.filter((room) => room.modality === flow.modality);
  if (flow.devices.length === 0) return open.map((room) => ({ room: room.index, share: 1 / open.length }));
  return open
    .map((room) => ({
      room: room.index,
      share: flow.devices
        .filter(({ id }) => room.devices.some((device) => device.id === id))
        .reduce((sum, { share }) => sum + share, 0),
    }))
    .filter(({ share }) => share > 0);
}
