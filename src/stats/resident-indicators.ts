/**
 * What the residents of each department meet, from one replication's tally: ambulatory requests, by department of
 * residence and modality. Days offered are those of the probe (rule M3.10) at the site asked first.
 */
import type { FlowPlan, IslandPlan, Plan } from '../engine/plan.ts';
import { OUTCOME, ROUTE_REQUESTED } from '../engine/tally.ts';
import type { Modality } from '../model/vocabulary.ts';
import { wholeMean, wholeQuantile } from './histogram.ts';

type Value = number | null;

/** Days within which the share of requests booked is told. */
export const BOOKED_WITHIN_DAYS = Object.freeze([7, 14, 30, 60] as const);
export type BookedWithinDays = (typeof BOOKED_WITHIN_DAYS)[number];

/** Residents of a department, one modality, ambulatory. Null where nothing happened. */
export interface ResidentIndicators<T> {
  readonly requestsPerWeek: T;
  /** Days to the first place offered where they ask, each request counted once. */
  readonly offeredDays: { readonly mean: T; readonly p80: T };
  /** Days from request to appointment of those booked, wherever, mean. */
  readonly accessDays: T;
  /** Share of the requests booked within so many days, wherever. */
  readonly bookedWithin: Readonly<Record<BookedWithinDays, T>>;
  /** Requests a week that no site gave an appointment. */
  readonly unmetPerWeek: T;
  /** Share of those booked who are booked in another department than they live in. */
  readonly bookedAway: T;
  /** Minutes of travel of those booked, mean. */
  readonly travelMinutes: T;
}

/** The requests of all ambulatory flows, a week: what a region is judged by. */
export interface RegionDays {
  /** Patient-days: requests × mean days to the first place offered where they ask. */
  readonly offeredDays: number;
  /** Requests that no site gave an appointment. */
  readonly unmet: number;
}

/** What one replication says of the residents of a plan. */
export interface ResidentNumbers {
  /** By `department/modality`, in that order. */
  readonly residents: ReadonlyMap<string, ResidentIndicators<Value>>;
  readonly region: Readonly<Record<Modality, RegionDays>>;
}

/**
 * The name of a department's residents and a modality in `ResidentNumbers`.
 * @example residentKey('95', 'mri') // '95/mri'
 */
export const residentKey = (department: string, modality: Modality): string => `${department}/${modality}`;

/**
 * Patient-days a week: those offered, and so many days for each request without an appointment.
 * @example patientDays({ offeredDays: 900, unmet: 10 }, 30) // 1200
 */
export const patientDays = ({ offeredDays, unmet }: RegionDays, unmetDays: number): number =>
  offeredDays + unmetDays * unmet;

/** Counts of residents while flows are gone through. */
class Group {
  requests = 0;
  unmet = 0;
  away = 0;
  minutes = 0;
  /** Requests by day offered: those of a flow × exam spread as its probes are. */
  readonly offered: number[] = [];
  /** Appointments by day. */
  readonly booked: number[] = [];
}

const addTo = (counts: number[], bin: number, count: number): void => {
  while (counts.length <= bin) counts.push(0);
  counts[bin]! += count;
};

/** Requests of a flow by the day offered at the site asked first: those of each exam spread as its probes are. */
function offeredRequests(
  tally: Float64Array,
  island: IslandPlan,
  flow: FlowPlan,
  requests: number,
  found: (day: number, requests: number) => void,
): void {
  const { exams, delayBins } = island.layout.routes[flow.routes[0]!]!;
  exams.forEach(({ first }, index) => {
    let probes = 0;
    for (let bin = 0; bin < delayBins; bin++) probes += tally[first + bin]!;
    if (probes === 0) return;
    const each = (requests * shareOf(flow, index)) / probes;
    for (let bin = 0; bin < delayBins; bin++) {
      const count = tally[first + bin]!;
      if (count > 0) found(bin, count * each);
    }
  });
}

/** Share of an exam in the requests of its flow; cumulated shares are what the plan holds. */
const shareOf = ({ exams }: FlowPlan, index: number): number =>
  exams[index]!.upTo - (index === 0 ? 0 : exams[index - 1]!.upTo);

/** Appointments of a flow by day, at each site of its list in turn. */
function bookedRequests(
  tally: Float64Array,
  island: IslandPlan,
  flow: FlowPlan,
  found: (position: number, day: number, count: number) => void,
): void {
  flow.routes.forEach((route, position) => {
    const { exams, delayBins } = island.layout.routes[route]!;
    for (const { access } of exams)
      for (let bin = 0; bin < delayBins; bin++) {
        const count = tally[access + bin]!;
        if (count > 0) found(position, bin, count);
      }
  });
}

function indicatorsOf(group: Group, weeks: number): ResidentIndicators<Value> {
  const { requests, unmet, away, minutes, offered, booked } = group;
  const appointments = booked.reduce((sum, count) => sum + count, 0);
  const within = (days: number) => booked.slice(0, days + 1).reduce((sum, count) => sum + count, 0);
  const ofRequests = (count: number): Value => (requests === 0 ? null : count / requests);
  const ofBooked = (sum: number): Value => (appointments === 0 ? null : sum / appointments);
  return {
    requestsPerWeek: requests / weeks,
    offeredDays: {
      mean: wholeMean(offered, 0, offered.length),
      p80: wholeQuantile(offered, 0, offered.length, 0.8),
    },
    accessDays: wholeMean(booked, 0, booked.length),
    bookedWithin: {
      7: ofRequests(within(7)),
      14: ofRequests(within(14)),
      30: ofRequests(within(30)),
      60: ofRequests(within(60)),
    },
    unmetPerWeek: unmet / weeks,
    bookedAway: ofBooked(away),
    travelMinutes: ofBooked(minutes),
  };
}

/**
 * Indicators of residents, and what the region is judged by, in one replication. Flows without a department of residence
 * count for the region only; walk-ins and other classes than A for nothing.
 * @param tallyOf the tally of an island over the weeks measured.
 * @param weeks their number.
 */
export function residentNumbers(
  plan: Plan,
  tallyOf: (island: IslandPlan) => Float64Array,
  weeks: number,
): ResidentNumbers {
  const groups = new Map<string, Group>();
  const region = { ct: { offeredDays: 0, unmet: 0 }, mri: { offeredDays: 0, unmet: 0 } };
  for (const island of plan.islands) {
    const asked = island.flows.filter(({ flow }) => flow.class === 'A' && !flow.walkIn);
    if (asked.length === 0) continue;
    const tally = tallyOf(island);
    for (const one of asked) {
      const { flow, routes } = one;
      const { counters } = island.layout.routes[routes[0]!]!;
      const requests = tally[counters + ROUTE_REQUESTED]!;
      const unmet = tally[counters + OUTCOME.declined]! + tally[counters + OUTCOME.refused]!;
      const group = flow.origin === null ? new Group() : groupAt(groups, flow.origin, flow.modality);
      const all = region[flow.modality];
      group.requests += requests;
      group.unmet += unmet;
      all.unmet += unmet / weeks;
      offeredRequests(tally, island, one, requests, (day, count) => {
        addTo(group.offered, day, count);
        all.offeredDays += (day * count) / weeks;
      });
      bookedRequests(tally, island, one, (position, day, count) => {
        const { zone } = island.sites[island.routes[routes[position]!]!.site]!.site;
        addTo(group.booked, day, count);
        if (zone !== flow.origin) group.away += count;
        group.minutes += count * flow.travelMinutes[position]!;
      });
    }
  }
  const residents = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => [key, indicatorsOf(group, weeks)] as const);
  return { residents: new Map(residents), region };
}

function groupAt(groups: Map<string, Group>, department: string, modality: Modality): Group {
  const key = residentKey(department, modality);
  const group = groups.get(key) ?? new Group();
  groups.set(key, group);
  return group;
}
