/** From a complete scenario to its plan: islands, booking rules, acceptance and no-show by day of delay. */

import { publicHolidayDays, schoolHolidayDays } from '../model/calendar-fr.ts';
import { groupBy } from '../model/group.ts';
import type { Acceptance, Device, Exam, Flow, Scenario, Site } from '../model/scenario.ts';
import { CLASSES, MODALITIES, type PatientClass } from '../model/vocabulary.ts';
import { compileSite, type SiteVacations, walkInShares } from './compile-site.ts';
import { compileLaw } from './laws/table.ts';
import { exp } from './math.ts';
import {
  type BookingRule,
  type FlowPlan,
  GRID_SECONDS,
  type IslandPlan,
  type Plan,
  type RoutePlan,
  type SitePlan,
  type SiteRoutes,
} from './plan.ts';
import { SamplerCache } from './sampler.ts';
import { type CountedRoute, layTally } from './tally.ts';
import { type ProfilePlan, planProfile } from './week-stretches.ts';

/** Days kept in the calendar after the run, so that bookings beyond its end have days to fall on. */
const DAYS_AFTER = 740;
const FARTHEST_DAY_NUMBER = 2_000_000;

/** Sites grouped so that no flow is offered in two groups; canonical order. */
function islandsOf(scenario: Scenario): Site[][] {
  const parent = new Map(scenario.sites.map((site) => [site.id, site.id]));
  const root = (id: string): string => {
    let at = id;
    while (parent.get(at) !== at) at = parent.get(at)!;
    return at;
  };
  for (const flow of scenario.flows)
    for (const site of flow.sites) parent.set(root(site), root(flow.sites[0]!));
  return [...groupBy(scenario.sites, (site) => root(site.id)).values()];
}

/** Probability of accepting at each delay in days (rule M3.5); null when everybody does. */
function acceptanceByDay(accept: Acceptance, days: number): Float64Array | null {
  if (accept.kind === 'always') return null;
  return Float64Array.from({ length: days }, (_, day) => {
    if (accept.kind === 'exponential') return exp(-Math.max(0, day - accept.freeDays) / accept.tauDays);
    const { points } = accept;
    const after = points.findIndex(([delay]) => delay >= day);
    if (after === 0) return points[0]![1];
    if (after < 0) return points[points.length - 1]![1];
    const [d0, p0] = points[after - 1]!;
    const [d1, p1] = points[after]!;
    return p0 + ((p1 - p0) * (day - d0)) / (d1 - d0);
  });
}

/** Probability of not showing up at each delay (rule M3.7; Green & Savin 2008, eq. 1); null when everybody comes. */
function noShowByDay(noShow: Flow['noShow'], days: number): Float64Array | null {
  if (noShow.base === 0 && noShow.max === 0) return null;
  const spread = noShow.max - noShow.base;
  return Float64Array.from({ length: days }, (_, day) => noShow.max - spread * exp(-day / noShow.tauDays));
}

/** What is left of acceptance at a site farther than the one asked first (rule M3.11). */
function nearnessOf({ travelMinutes, travelScaleMinutes }: Flow, position: number): number {
  if (travelScaleMinutes === null) return 1;
  const farther = travelMinutes[position]! - travelMinutes[0]!;
  return farther > 0 ? exp(-farther / travelScaleMinutes) : 1;
}

function slotSeconds(device: Device, exam: Exam, patientClass: PatientClass): number {
  return device.slotSecondsByExam[exam.id]?.[patientClass] ?? device.slotSeconds[patientClass];
}

/** What a flow × exam may book at a site (rule M3.1). */
function bookingRule(flow: Flow, exam: Exam, site: SitePlan, vacations: SiteVacations): BookingRule {
  const count = vacations.plans.length;
  const rule = {
    units: new Int16Array(count),
    slotSeconds: new Int32Array(count),
    reserve: new Int8Array(count).fill(-1),
  };
  const named = new Set(flow.devices.map(({ id }) => id));
  for (const plan of site.vacations) {
    const source = vacations.sources[plan.index]!;
    const device = vacations.devices[plan.index]!;
    const eligible =
      plan.books &&
      device.modality === flow.modality &&
      (named.size === 0 || named.has(device.id)) &&
      source.owner === flow.owner &&
      source.classes.includes(flow.class) &&
      (source.exams === null || source.exams.includes(exam.id)) &&
      exam.needs.every((need) => source.provides.includes(need));
    if (!eligible) continue;
    const slot = slotSeconds(device, exam, flow.class);
    rule.slotSeconds[plan.index] = slot;
    rule.units[plan.index] = plan.appointments === null ? Math.max(1, Math.ceil(slot / GRID_SECONDS)) : 1;
    rule.reserve[plan.index] = source.reserves.findIndex((reserve) => reserve.flows.includes(flow.id));
  }
  return rule;
}

interface IslandDraft {
  readonly sites: SitePlan[];
  readonly vacations: SiteVacations[];
  /** Position of each site. */
  readonly places: Map<string, number>;
  /** Searchers of each site so far, by what they look for. */
  readonly searchers: Map<string, number>[];
}

/**
 * A searcher for each rule of a route. Whoever looks for the same from the same day on shares one: it is asked for no
 * earlier day than before, at the site in the day or, for those passed on, at night.
 */
function searchersOf(
  booking: readonly BookingRule[],
  { leadDays, overbook }: Flow,
  searchers: Map<string, number>,
  rules: RuleCache,
): readonly number[] {
  return booking.map((rule) => {
    const key = `${rules.rankOf(rule)}|${leadDays}|${overbook}`;
    const rank = searchers.get(key) ?? searchers.size;
    searchers.set(key, rank);
    return rank;
  });
}

/** Flows mostly share a few profiles: each is planned once. */
class ProfileCache {
  readonly #plans = new Map<readonly number[], ProfilePlan>();
  of(weights: readonly number[]): ProfilePlan {
    let plan = this.#plans.get(weights);
    if (plan === undefined) {
      plan = planProfile(weights);
      this.#plans.set(weights, plan);
    }
    return plan;
  }
}

/** What islands are compiled with: shared tables and what the scenario lists, by site. */
interface Workbench {
  readonly scenario: Scenario;
  readonly weeks: number;
  readonly bySite: BySite;
  readonly samplers: SamplerCache;
  readonly profiles: ProfileCache;
}

/** Equal rules are one object, so that the first-available probe looks only once. */
class RuleCache {
  readonly #rules = new Map<string, BookingRule>();
  readonly #ranks = new Map<BookingRule, number>();
  share(site: number, rule: BookingRule): BookingRule {
    const key = `${site}|${rule.units.join()}|${rule.slotSeconds.join()}|${rule.reserve.join()}`;
    const known = this.#rules.get(key);
    if (known !== undefined) return known;
    this.#rules.set(key, rule);
    this.#ranks.set(rule, this.#ranks.size);
    return rule;
  }

  /** A number of its own for each rule shared. */
  rankOf(rule: BookingRule): number {
    return this.#ranks.get(rule)!;
  }
}

/** What a scenario lists, by site: looked up once, so that compiling stays linear in the number of sites. */
interface BySite {
  readonly devices: ReadonlyMap<string, readonly Device[]>;
  /** Flows by the site first asked, in the scenario's order. */
  readonly flows: ReadonlyMap<string, readonly Flow[]>;
  /** Position of each exam type. */
  readonly exams: ReadonlyMap<string, number>;
}

function groupBySite(scenario: Scenario): BySite {
  return {
    devices: groupBy(scenario.devices, (device) => device.site),
    flows: groupBy(scenario.flows, (flow) => flow.sites[0]!),
    exams: new Map(scenario.exams.map((exam, index) => [exam.id, index])),
  };
}

function compileFlow(
  flow: Flow,
  index: number,
  draft: IslandDraft,
  routes: RoutePlan[],
  rules: RuleCache,
  { scenario, bySite, samplers: cache, profiles }: Workbench,
): FlowPlan {
  const days = flow.horizonDays + 2;
  let upTo = 0;
  const exams = flow.exams.map(({ id, share }) => {
    const examIndex = bySite.exams.get(id)!;
    const exam = scenario.exams[examIndex]!;
    upTo += share;
    return { exam, examIndex, upTo, duration: cache.of(flow.durations ?? exam.durations[flow.class]) };
  });
  const own: number[] = [];
  flow.sites.forEach((siteId, position) => {
    const site = draft.places.get(siteId)!;
    const vacations = draft.vacations[site]!;
    const booking = flow.walkIn
      ? []
      : exams.map(({ exam }) => {
          const rule = bookingRule(flow, exam, draft.sites[site]!, vacations);
          for (const plan of vacations.plans) if (rule.units[plan.index]! > 0) plan.admits[index] = 1;
          return rules.share(site, rule);
        });
    const route: RoutePlan = {
      index: routes.length,
      flow: index,
      site,
      nearness: nearnessOf(flow, position),
      rules: booking,
      searchers: searchersOf(booking, flow, draft.searchers[site]!, rules),
    };
    own.push(route.index);
    routes.push(route);
  });
  const accepts = acceptanceByDay(flow.accept, days);
  const isAnyFarther = own.some((route) => routes[route]!.nearness < 1);
  const elsewhere = own.slice(1).map((route) => routes[route]!.nearness);
  const home = draft.sites[routes[own[0]!]!.site]!;
  const served = own.map((route) => draft.sites[routes[route]!.site]!);
  const classIndex = CLASSES.indexOf(flow.class);
  const modalityIndex = MODALITIES.indexOf(flow.modality);
  return {
    index,
    flow,
    classIndex,
    modalityIndex,
    walkInRooms: flow.walkIn ? walkInShares(flow, home) : [],
    exams,
    profile: profiles.of(flow.profile),
    preparations: served.flatMap((site) =>
      site.rooms.flatMap((room) =>
        room.modalityIndex === modalityIndex && room.preparation !== null ? [room.preparation.time] : [],
      ),
    ),
    readings: served.flatMap((site) => site.reading[modalityIndex]![classIndex] ?? []),
    punctuality: cache.of(flow.punctuality),
    patience: flow.patience === null ? null : cache.of(flow.patience),
    // Whoever always accepts where they ask still has a draw for sites farther away.
    accepts: accepts === null && isAnyFarther ? new Float64Array(days).fill(1) : accepts,
    noShow: noShowByDay(flow.noShow, days),
    noticeSeconds: Math.round(flow.cancel.noticeDays * 86_400),
    routes: own,
    // The earliest of all sites may be the first one.
    nearestElsewhere: flow.offer === 'earliest' ? 1 : Math.max(0, ...elsewhere),
  };
}

function siteRoutes(
  draft: IslandDraft,
  routes: readonly RoutePlan[],
  flows: readonly FlowPlan[],
): readonly SiteRoutes[] {
  const bySite = groupBy(routes, (route) => route.site);
  return draft.searchers.map((searchers, site) => {
    const here = bySite.get(site) ?? [];
    const homeFlows = here.flatMap((route) => {
      const flow = flows[route.flow]!;
      return flow.routes[0] === route.index ? [flow] : [];
    });
    return { routes: here, homeFlows, searchers: searchers.size };
  });
}

/** Of sites that are farther away, in a region thousands, equal probes are counted once. */
function countedRoute(route: RoutePlan, { flow }: FlowPlan, rules: RuleCache): CountedRoute {
  return {
    delayBins: flow.walkIn ? 0 : flow.horizonDays + 2,
    probes: route.rules.map(
      (rule) => `${route.site}|${rules.rankOf(rule)}|${flow.leadDays}|${flow.horizonDays}`,
    ),
    sharesProbes: route.nearness < 1,
  };
}

function compileIsland(bench: Workbench, sites: readonly Site[], index: number): IslandPlan {
  const { bySite, samplers: cache } = bench;
  const flows = sites
    .flatMap((site) => bySite.flows.get(site.id) ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const draft: IslandDraft = { sites: [], vacations: [], places: new Map(), searchers: [] };
  let devices = 0;
  sites.forEach((site, position) => {
    const own = bySite.devices.get(site.id) ?? [];
    const { plan, vacations } = compileSite(site, position, devices, own, flows.length, bench.weeks, cache);
    devices += own.length;
    draft.sites.push(plan);
    draft.vacations.push(vacations);
    draft.places.set(site.id, position);
    draft.searchers.push(new Map());
  });
  const routes: RoutePlan[] = [];
  const rules = new RuleCache();
  const flowPlans = flows.map((flow, position) => compileFlow(flow, position, draft, routes, rules, bench));
  const horizonDays = flows.reduce(
    (most, flow) => (flow.walkIn ? most : Math.max(most, flow.horizonDays)),
    1,
  );
  const layout = layTally(
    devices,
    routes.map((route) => countedRoute(route, flowPlans[route.flow]!, rules)),
    draft.sites.flatMap((plan) =>
      plan.reading.flatMap((byClass) => byClass.map((sampler) => sampler !== null)),
    ),
  );
  return {
    index,
    sites: draft.sites,
    flows: flowPlans,
    routes,
    bySite: siteRoutes(draft, routes, flowPlans),
    horizonDays,
    layout,
  };
}

function dayKinds(scenario: Scenario, days: number): { dayKind: Uint8Array; schoolHoliday: Uint8Array } {
  const dayKind = Uint8Array.from({ length: days }, (_, day) => day % 7);
  const schoolHoliday = new Uint8Array(days);
  const { startDay, holidays, schoolZone } = scenario.calendar;
  if (startDay === null) return { dayKind, schoolHoliday };
  const last = Math.min(startDay + days, FARTHEST_DAY_NUMBER);
  if (holidays !== 'none')
    for (const day of publicHolidayDays(startDay, last, holidays))
      if (day < last) dayKind[day - startDay] = 6;
  if (schoolZone !== null)
    for (const day of schoolHolidayDays(schoolZone, startDay, last))
      if (day < last) schoolHoliday[day - startDay] = 1;
  return { dayKind, schoolHoliday };
}

/** The plan of a scenario over so many weeks: everything a replication needs but its seed. */
export function compileScenario(scenario: Scenario, weeks = scenario.run.weeks): Plan {
  const bench = {
    scenario,
    weeks,
    bySite: groupBySite(scenario),
    samplers: new SamplerCache(),
    profiles: new ProfileCache(),
  };
  const closures = new Map<string, { from: number; to: number; knownFrom: number }[]>();
  for (const closure of scenario.calendar.closures) {
    const span = {
      from: closure.fromDay,
      to: closure.fromDay + closure.days,
      knownFrom: closure.fromDay - closure.announcedDays,
    };
    for (const id of closure.devices) closures.set(id, [...(closures.get(id) ?? []), span]);
  }
  return {
    scenario,
    weeks,
    islands: islandsOf(scenario).map((sites, index) => compileIsland(bench, sites, index)),
    unitGaps: compileLaw({ law: 'exponential', mean: 1 }),
    ...dayKinds(scenario, weeks * 7 + DAYS_AFTER),
    closures,
  };
}
