/**
 * Where the load exceeds the capacity open to it and nothing regulates it: no acceptance, no horizon, no limit. There
 * a mean depends on the run's length, so none is given.
 */
import type { FlowPlan, IslandPlan, Plan, SitePlan } from '../engine/plan.ts';
import type { Instability } from '../model/results/results.ts';
import type { Modality } from '../model/vocabulary.ts';
import {
  bookedLoads,
  bookingCells,
  insertedLoads,
  type Load,
  staffedVacations,
  weeklyMinutes,
} from './capacity.ts';
import { servedLoads } from './max-flow.ts';

/** A horizon regulates when the agenda can be full up to it well within the run. */
const HORIZON_SHARE = 0.25;
/** Loads within a rounding of the capacity are left to the simulation. */
const TOLERANCE = 1e-6;

interface Balance {
  readonly loads: readonly Load[];
  readonly capacities: readonly number[];
  /** Device behind each capacity. */
  readonly devices: readonly string[];
}

function isUnregulatedBooking(flow: FlowPlan, runDays: number): boolean {
  const { accept, horizonDays, walkIn, sites } = flow.flow;
  return !walkIn && sites.length === 1 && accept.kind === 'always' && horizonDays > runDays * HORIZON_SHARE;
}

/** Booked flows of a modality that nothing regulates, against the minutes of vacations they may book. */
function bookingBalance(island: IslandPlan, site: SitePlan, modality: Modality, runDays: number): Balance {
  const cells = bookingCells(site);
  const loads = island.routes
    .filter(({ site: at, flow }) => {
      const plan = island.flows[flow]!;
      return at === site.index && plan.flow.modality === modality && isUnregulatedBooking(plan, runDays);
    })
    .flatMap((route) => bookedLoads(route, island.flows[route.flow]!, cells));
  return {
    loads,
    capacities: cells.map(({ minutes }) => minutes),
    devices: cells.map(({ vacation }) => site.vacations[vacation]!.deviceId),
  };
}

/** Walk-ins that wait without limit, against the staffed minutes open to them in each room. */
function roomBalance(island: IslandPlan, site: SitePlan, roomIndex: number): Balance {
  const room = site.rooms[roomIndex]!;
  const vacations = staffedVacations(site, roomIndex);
  const loads = island.flows.flatMap((plan): readonly Load[] => {
    if (plan.patience !== null || Number.isFinite(room.waitingPlaces)) return [];
    if (room.diverts[plan.classIndex] === 1) return [];
    return insertedLoads(island, site, room, plan, vacations);
  });
  return {
    loads,
    capacities: vacations.map(weeklyMinutes),
    devices: vacations.map((vacation) => vacation.deviceId),
  };
}

/** True when any one load's capacity would do for all of them together: no flow need be computed. */
function isAmple({ loads, capacities }: Balance, total: number): boolean {
  return loads.every(({ open }) => {
    const reachable = capacities.reduce((sum, capacity, j) => sum + (open[j] ? capacity : 0), 0);
    return total <= reachable * (1 - TOLERANCE);
  });
}

function judge(balance: Balance, site: string, modality: Modality, kind: Instability['kind']): Instability[] {
  const { loads, capacities } = balance;
  const total = loads.reduce((sum, { minutes }) => sum + minutes, 0);
  if (total === 0 || isAmple(balance, total)) return [];
  const served = servedLoads(
    loads.map(({ minutes }) => minutes),
    capacities,
    loads.map(({ open }) => open),
  );
  const missing = total - served.reduce((sum, minutes) => sum + minutes, 0);
  if (missing <= total * TOLERANCE) return [];
  const short = loads.filter(({ minutes }, i) => minutes - served[i]! > total * TOLERANCE);
  const isReached = (j: number) => short.some(({ open }) => open[j]);
  const reached = capacities.filter((_, j) => isReached(j));
  return [
    {
      site,
      modality,
      kind,
      devices: [...new Set(balance.devices.filter((_, j) => isReached(j)))].sort(),
      flows: [...new Set(short.map(({ flow }) => flow))].sort(),
      missingMinutesPerWeek: missing,
      loadMinutesPerWeek: total,
      capacityMinutesPerWeek: reached.reduce((sum, minutes) => sum + minutes, 0),
    },
  ];
}

/**
 * Every unregulated overload of the plan, with the missing capacity in minutes a week (booked flows: slot minutes of
 * vacations; walk-ins: exam and changeover minutes of staffed time). Exactly at capacity counts as stable here.
 */
export function findInstabilities(plan: Plan): readonly Instability[] {
  const runDays = plan.weeks * 7;
  return plan.islands.flatMap((island) =>
    island.sites.flatMap((site) => {
      const modalities = [...new Set(site.rooms.map((room) => room.modality))];
      return [
        ...modalities.flatMap((modality) =>
          judge(bookingBalance(island, site, modality, runDays), site.site.id, modality, 'booking'),
        ),
        ...site.rooms.flatMap((room) =>
          judge(roomBalance(island, site, room.index), site.site.id, room.modality, 'room'),
        ),
      ];
    }),
  );
}

/** Delays and waits are what an overload makes depend on the length of the run. */
const UNSTABLE_KEYS = {
  booking: ['access', 'firstAvailable', 'thirdNextAvailable', 'byExam'],
  room: ['wait'],
};

function replaceLeaves(tree: unknown): unknown {
  if (tree === null) return null;
  if (typeof tree === 'object' && !('mean' in tree && 'n' in tree))
    return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, replaceLeaves(value)]));
  return 'unstable';
}

/** The indicators with "unstable" in place of the estimates that an overload makes meaningless. */
export function markUnstable<T extends object>(indicators: T, overloads: readonly Instability[]): T {
  const keys = new Set(overloads.flatMap(({ kind }) => UNSTABLE_KEYS[kind]));
  if (keys.size === 0) return indicators;
  return Object.fromEntries(
    Object.entries(indicators).map(([key, value]) => [key, keys.has(key) ? replaceLeaves(value) : value]),
  ) as T;
}

/**
 * True when an overload makes the indicator at this path of the document depend on the run's length.
 * @param path its steps, `['devices', 'irm', 'wait', 'U', 'mean']`.
 * @example isUnstableAt(['devices', 'irm', 'wait', 'U', 'mean'], []) // false
 */
export function isUnstableAt(path: readonly string[], unstable: readonly Instability[]): boolean {
  const [place, id = '', ...rest] = path;
  return unstable.some((one) =>
    one.kind === 'room'
      ? place === 'devices' && one.devices.includes(id) && UNSTABLE_KEYS.room.includes(rest[0] ?? '')
      : place === 'sites' &&
        one.site === id &&
        one.modality === rest[0] &&
        UNSTABLE_KEYS.booking.includes(rest[1] ?? ''),
  );
}
