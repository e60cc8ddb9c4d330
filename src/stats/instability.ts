/**
 * Where the load exceeds the capacity open to it and nothing regulates it: no acceptance, no horizon, no limit. There
 * a mean depends on the run's length, so none is given.
 */
import { mean } from '../engine/laws/moments.ts';
import type { FlowPlan, IslandPlan, Plan, RoutePlan, SitePlan } from '../engine/plan.ts';
import type { Instability } from '../model/results.ts';
import type { Modality } from '../model/vocabulary.ts';
import { servedLoads } from './max-flow.ts';

const MINUTE = 60;
const GRID_MINUTES = 5;
/** A horizon regulates when the agenda can be full up to it well within the run. */
const HORIZON_SHARE = 0.25;
/** Loads within a rounding of the capacity are left to the simulation. */
const TOLERANCE = 1e-6;

interface Load {
  readonly flow: string;
  readonly minutes: number;
  readonly open: readonly boolean[];
}

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

/** Booked flows of a modality against the minutes of vacations they may book, reserves never released kept apart. */
function bookingBalance(island: IslandPlan, site: SitePlan, modality: Modality, runDays: number): Balance {
  const vacations = site.vacations.filter((vacation) => vacation.books);
  const cells = vacations.flatMap((vacation) => {
    const unit =
      vacation.appointments === null
        ? GRID_MINUTES
        : (vacation.toSeconds - vacation.fromSeconds) / MINUTE / vacation.units;
    const kept = vacation.reserves.map((reserve, index) => ({
      vacation: vacation.index,
      reserve: index,
      minutes: reserve.releaseDays < 0 && !reserve.nested ? (reserve.units * unit) / vacation.everyWeeks : 0,
    }));
    const whole = (vacation.units * unit) / vacation.everyWeeks;
    const open = whole - kept.reduce((sum, { minutes }) => sum + minutes, 0);
    return [{ vacation: vacation.index, reserve: -1, minutes: open }, ...kept];
  });
  const loads = island.routes
    .filter((route) => route.site === site.index)
    .flatMap((route): Load[] => routeLoads(route, island.flows[route.flow]!, modality, runDays, cells));
  return {
    loads,
    capacities: cells.map(({ minutes }) => minutes),
    devices: cells.map(({ vacation }) => site.vacations[vacation]!.deviceId),
  };
}

function routeLoads(
  route: RoutePlan,
  plan: FlowPlan,
  modality: Modality,
  runDays: number,
  cells: readonly { readonly vacation: number; readonly reserve: number }[],
): Load[] {
  if (plan.flow.modality !== modality || !isUnregulatedBooking(plan, runDays)) return [];
  return route.rules.map((rule, exam) => {
    const share = plan.exams[exam]!.upTo - (exam === 0 ? 0 : plan.exams[exam - 1]!.upTo);
    const lengths = [...rule.units].filter((units) => units > 0);
    const slot = lengths.length === 0 ? 1 : Math.min(...lengths) * GRID_MINUTES;
    const requests = plan.flow.perWeek * share * (1 - plan.flow.cancel.probability);
    return {
      flow: plan.flow.id,
      minutes: requests * slot,
      open: cells.map(
        (cell) =>
          rule.units[cell.vacation]! > 0 &&
          (cell.reserve < 0 || rule.reserve[cell.vacation] === cell.reserve),
      ),
    };
  });
}

/** Walk-ins that wait without limit, against the staffed minutes open to them in each room. */
function roomBalance(island: IslandPlan, site: SitePlan, roomIndex: number): Balance {
  const room = site.rooms[roomIndex]!;
  const vacations = site.vacations.filter((vacation) => vacation.room === roomIndex && !vacation.planned);
  const changeover =
    room.devices.reduce((sum, device) => sum + mean(device.changeover), 0) / room.devices.length;
  const speed = room.devices.reduce((sum, device) => sum + device.speed, 0) / room.devices.length;
  const loads = island.flows.flatMap((plan): Load[] => {
    const home = island.routes[plan.routes[0]!]!;
    const part = plan.walkInRooms.find((one) => one.room === roomIndex);
    if (home.site !== site.index || part === undefined || plan.patience !== null) return [];
    if (Number.isFinite(room.waitingPlaces) || room.diverts[plan.classIndex] === 1) return [];
    let upTo = 0;
    const duration = plan.exams.reduce((sum, exam) => {
      const share = exam.upTo - upTo;
      upTo = exam.upTo;
      return sum + share * mean(plan.flow.durations ?? exam.exam.durations[plan.flow.class]);
    }, 0);
    return [
      {
        flow: plan.flow.id,
        minutes: (plan.flow.perWeek * part.share * (duration / speed + changeover)) / MINUTE,
        open: vacations.map((vacation) => vacation.inserts[plan.classIndex] === 1),
      },
    ];
  });
  return {
    loads,
    capacities: vacations.map(
      (vacation) => (vacation.toSeconds - vacation.fromSeconds) / MINUTE / vacation.everyWeeks,
    ),
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
