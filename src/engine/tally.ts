/**
 * Where each count stands in an island's tally, a single Float64Array of whole numbers (counts, seconds). Being one
 * array of sums, the tally of any span of weeks is the difference of two copies of it.
 */

/** Causes of an opening second, in the order of rule M5. */
export const CAUSES = [
  'exam',
  'interExam',
  'lateStart',
  'earlyEnd',
  'unfilled',
  'noShow',
  'breakdown',
  'planned',
] as const;
export const CAUSE = {
  exam: 0,
  interExam: 1,
  lateStart: 2,
  earlyEnd: 3,
  unfilled: 4,
  noShow: 5,
  breakdown: 6,
  planned: 7,
} as const;
/** Openings of a second: scheduled, extended only, total only, outside any vacation. */
export const SCHEDULED = 0;
export const OUTSIDE = 3;

/** Ends a request may come to, in the order of their counters. */
export const OUTCOMES = [
  'done',
  'declined',
  'refused',
  'diverted',
  'blocked',
  'reneged',
  'noShow',
  'cancelled',
] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOME = {
  done: 0,
  declined: 1,
  refused: 2,
  diverted: 3,
  blocked: 4,
  reneged: 5,
  noShow: 6,
  cancelled: 7,
} as const;

/** Counters of a route besides outcomes. */
export const ROUTE_REQUESTED = OUTCOMES.length;
export const ROUTE_BACKLOG = ROUTE_REQUESTED + 1;
export const ROUTE_RECEIVED = ROUTE_REQUESTED + 2;
export const ROUTE_PASSED_ON = ROUTE_REQUESTED + 3;
export const ROUTE_REBOOKED = ROUTE_REQUESTED + 4;
export const ROUTE_WITHIN_TARGET = ROUTE_REQUESTED + 5;
export const ROUTE_COUNTERS = ROUTE_REQUESTED + 6;

const DEVICE_SIZES = {
  /** 4 openings × 8 causes, seconds. */
  seconds: 32,
  /** Passages by class (4), then at night (1). */
  done: 5,
  /** ICR of passages by opening of their entry (4). */
  icr: 4,
  /** Sum of waits by class, seconds. */
  waitSum: 4,
  /** Overrun seconds, vacations that overran, vacations held. */
  overrun: 3,
  /** Booked seconds of slots in vacations held. */
  booked: 1,
} as const;

/** Wait histogram: whole minutes up to 127, then 16 bins an octave up to 2^17 minutes (91 days). */
export const WAIT_BINS = 128 + 10 * 16;

/**
 * Bin of a wait in whole minutes.
 * @example minuteBin(5) // 5
 * @example minuteBin(128) // 128
 */
export function minuteBin(minutes: number): number {
  if (minutes < 128) return minutes;
  const octave = 31 - Math.clz32(minutes);
  const bin = 128 + (octave - 7) * 16 + ((minutes >> (octave - 4)) & 15);
  return bin < WAIT_BINS ? bin : WAIT_BINS - 1;
}

/**
 * Lowest minute of a bin; the next bin's lowest minute is where it ends.
 * @example binMinutes(128) // 128
 * @example binMinutes(129) // 136
 */
export function binMinutes(bin: number): number {
  if (bin < 128) return bin;
  const octave = 7 + ((bin - 128) >> 4);
  return (16 + ((bin - 128) & 15)) * (1 << (octave - 4));
}

export interface DeviceOffsets {
  readonly seconds: number;
  readonly done: number;
  readonly icr: number;
  readonly waitSum: number;
  readonly waits: number;
  readonly overrun: number;
  readonly booked: number;
}

export interface RouteExamOffsets {
  /** Histogram of access delays, days 0 … horizon + 1. */
  readonly access: number;
  readonly first: number;
  readonly third: number;
}

export interface RouteOffsets {
  readonly counters: number;
  /** Bins of each delay histogram: horizon + 2. */
  readonly delayBins: number;
  readonly exams: readonly RouteExamOffsets[];
}

export interface TallyLayout {
  readonly size: number;
  readonly devices: readonly DeviceOffsets[];
  readonly routes: readonly RouteOffsets[];
  /** The counters of each route, once more for the loop: close together, whatever the number of routes. */
  readonly routeCounters: Int32Array;
  /** By site × modality × class: histogram of report delays in minutes; −1 = no report simulated. */
  readonly reports: readonly number[];
}

/** What is counted of a route: an exam has a probe, by a name that equal ones share. */
export interface CountedRoute {
  readonly delayBins: number;
  readonly probes: readonly string[];
  /** Another route with the same probe holds its counts too, where there is one: a region has thousands of routes. */
  readonly sharesProbes: boolean;
}

/** Where everything stands, for so many devices, routes (with their exams and horizon) and report histograms. */
export function layTally(
  devices: number,
  routes: readonly CountedRoute[],
  reports: readonly boolean[],
): TallyLayout {
  let next = 0;
  const take = (size: number) => {
    const offset = next;
    next += size;
    return offset;
  };
  const deviceOffsets = Array.from({ length: devices }, () => ({
    seconds: take(DEVICE_SIZES.seconds),
    done: take(DEVICE_SIZES.done),
    icr: take(DEVICE_SIZES.icr),
    waitSum: take(DEVICE_SIZES.waitSum),
    overrun: take(DEVICE_SIZES.overrun),
    booked: take(DEVICE_SIZES.booked),
    waits: take(4 * WAIT_BINS),
  }));
  const probed = new Map<string, Omit<RouteExamOffsets, 'access'>>();
  const routeOffsets = routes.map(({ probes, delayBins, sharesProbes }) => ({
    counters: take(ROUTE_COUNTERS),
    delayBins,
    exams: probes.map((name): RouteExamOffsets => {
      const access = take(delayBins);
      const known = probed.get(name);
      const own =
        sharesProbes && known !== undefined ? known : { first: take(delayBins), third: take(delayBins) };
      if (known === undefined) probed.set(name, own);
      return { access, ...own };
    }),
  }));
  const reportOffsets = reports.map((simulated) => (simulated ? take(WAIT_BINS) : -1));
  return {
    size: next,
    devices: deviceOffsets,
    routes: routeOffsets,
    routeCounters: Int32Array.from(routeOffsets, (route) => route.counters),
    reports: reportOffsets,
  };
}
